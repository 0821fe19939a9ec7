"""One sentence with a name in it: is the name a place here, and what is the place to the sentence?"""

import re
from dataclasses import dataclass

from bot.core.places.context import (
    CITY_AFTER,
    CITY_BEFORE,
    PLACING,
    PREPOSITIONS,
    PROVING,
    QALA_ROLES,
    SUFFIX_ROLES,
    TOWN_AFTER,
    TOWN_BEFORE,
    VILLAGE_AFTER,
    VILLAGE_BEFORE,
    is_moving,
    is_short_for_street,
    is_street_after,
    is_street_before,
    may_stand_between,
)
from bot.core.places.index import Form
from bot.core.places.kinds import Kind, Proof, Role
from bot.core.places.names import Case, sound

_TOKEN = re.compile(r"[^\W\d_]+")
_CLOSE_GAP = re.compile(r"[ \-–—'’]{1,3}")
_DASH = re.compile(" ?[-–—] ?")
_CLAUSE = re.compile(r"[,.;:!?…\n]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word as typed, as it sounds, where it stands, and what separates it from the word before."""

    words: str
    sound: str
    start: int
    end: int
    gap: str
    opening: bool  # of a sentence

    @property
    def capital(self) -> bool:
        return self.words[0].isupper()

    @property
    def joined(self) -> bool:
        """Whether it can be one name with the word before."""
        return _CLOSE_GAP.fullmatch(self.gap) is not None


def tokens_of(text: str) -> list[Token]:
    """The words of a cleaned text."""
    result: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        gap = text[end : match.start()]
        opening = not result or any(c in ".!?…\n" for c in gap)
        result.append(Token(match.group(), sound(match.group()), match.start(), match.end(), gap, opening))
        end = match.end()
    return result


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, and the regions that it names."""

    tokens: list[Token]
    shouting: bool  # all capitals: a capital proves nothing
    regions: frozenset[str]

    def accepts(self, form: Form, first: int, last: int) -> bool:
        """Whether the name is a place here."""
        if form.kind is Kind.CITY and (
            self._is_street(form, first, last) or self._is_other_kind(form, first, last)
        ):
            return False
        return form.proof is Proof.NONE or self._proven(form, first, last)

    def role(self, form: Form, first: int, last: int) -> Role:
        """What the place is to the sentence: by "қаласында", else by the preposition, else by the Kazakh ending."""
        after = self.tokens[last].sound if last < len(self.tokens) else ""
        if after in QALA_ROLES:
            return QALA_ROLES[after]
        before = first - 1
        shortened = (
            before >= 0 and self.tokens[first].gap[:1] == "." and len(self.tokens[before].words) <= 3
        )  # с. Шелек
        filler = before >= 0 and (shortened or may_stand_between(self.tokens[before].sound))
        if filler:
            before -= 1
        takes = PREPOSITIONS.get(self.tokens[before].sound, {}) if before >= 0 else {}
        if filler and Role.IN in takes.values():
            return Role.TO if self.tokens[first - 1].sound == "город" else Role.IN
        roles = [role for case, role in takes.items() if case in form.cases]
        if Role.TO in roles and self._is_on_the_way(before):
            return Role.TO
        if roles:
            return min(roles)
        if Case.NOM not in form.cases:  # Сергеевка is no dative of Сергеев
            for case in form.cases & PLACING:
                return SUFFIX_ROLES[case]
        return min(takes.values(), default=Role.BARE)

    def fits(self, form: Form, first: int) -> bool:
        """Whether the preposition before the name takes a case that the form has."""
        before = self.tokens[first - 1].sound if first else ""
        return (
            before in CITY_BEFORE
            or any(case in form.cases for case in PREPOSITIONS.get(before, ()))
            or bool(form.cases & PLACING)
        )

    def expects_place(self, at: int) -> bool:
        """Whether a place is likely to stand here, whatever is typed."""
        before = self.tokens[at - 1].sound if at else ""
        after = self.tokens[at + 1].sound if at + 1 < len(self.tokens) else ""
        return before in PROVING or before in CITY_BEFORE or after in CITY_AFTER or len(self.tokens) <= 2

    def _proven(self, form: Form, first: int, last: int) -> bool:
        token = self.tokens[first]
        before = self.tokens[first - 1].sound if first else ""
        after = self.tokens[last].sound if last < len(self.tokens) else ""
        if before in CITY_BEFORE or after in CITY_AFTER or form.region in self.regions:
            return True
        latin_word = token.words.isascii() and not token.capital  # "in oral form"
        proving = before in PROVING and "," not in token.gap and self.fits(form, first)
        if form.proof < Proof.CITY and proving and not latin_word:
            return True
        if form.proof >= Proof.PREPOSITION:
            return False
        ending = (
            bool(form.cases & PLACING) and Case.GEN not in form.cases
        )  # Ермака: of Ермак, more likely than to it
        if last - first == len(self.tokens) or ending:
            return True
        if before in PREPOSITIONS and not self.fits(form, first):  # в Ленинском is a district, not Ленинск
            return False
        named = token.capital and (not token.opening or token.words.isupper())
        return form.proof is Proof.ANY and named and not self.shouting

    def _is_on_the_way(self, preposition: int) -> bool:
        """Whether somebody moves in the same clause: ехали вчера ночью в Алматы."""
        for at in range(preposition - 1, max(-1, preposition - 6), -1):
            if _CLAUSE.search(self.tokens[at + 1].gap):
                return False
            if is_moving(self.tokens[at].sound):
                return True
        return False

    def _is_other_kind(self, form: Form, first: int, last: int) -> bool:
        """село Аксай is not the town, город Тобол not the village."""
        before = self.tokens[first - 1].sound if first and "," not in self.tokens[first].gap else ""
        after = self.tokens[last].sound if last < len(self.tokens) and self.tokens[last].joined else ""
        if form.town:
            return before in VILLAGE_BEFORE or after in VILLAGE_AFTER
        return before in TOWN_BEFORE or after in TOWN_AFTER

    def _is_street(self, form: Form, first: int, last: int) -> bool:
        """улица Сатпаева, пр-т Астана, трасса Алматы – Тараз, Абай көшесі; but not "на площади Астаны", "Алматы, көшеде"."""
        if first and self._follows_a_street(first):
            of_the_city = form.proof is Proof.NONE and Case.GEN in form.cases and Case.NOM not in form.cases
            return not of_the_city
        placed = form.cases & PLACING and Case.NOM not in form.cases  # Алматыда көшеде
        if placed or last == len(self.tokens) or not self.tokens[last].joined:
            return False
        after = self.tokens[last]
        in_it = (
            after.words.isascii() and first and self.tokens[first - 1].sound in PROVING
        )  # in Almaty, hotel …
        return is_street_after(after.sound) and not in_it

    def _follows_a_street(self, first: int) -> bool:
        before, gap = self.tokens[first - 1], self.tokens[first].gap
        if "," in gap or "\n" in gap:
            return False
        if is_street_before(before.sound) or first < 2:
            return is_street_before(before.sound)
        earlier = self.tokens[first - 2]
        second_end = is_street_before(earlier.sound) and _DASH.fullmatch(gap) is not None  # of a road
        return second_end or (before.gap == "-" and is_short_for_street(earlier.sound, before.sound))
