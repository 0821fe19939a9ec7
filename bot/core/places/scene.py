"""One sentence with a name in it: is the name a place here, and what is the place to the sentence?"""

import re

from msgspec import Struct

from bot.core.places.context import (
    CITY_AFTER,
    CITY_BEFORE,
    PLACING,
    PROVING,
    SQUARE,
    TOWN_AFTER,
    TOWN_BEFORE,
    VILLAGE_AFTER,
    VILLAGE_BEFORE,
    ends_an_english_street,
    governs,
    is_short_for_street,
    is_street_after,
    is_street_before,
)
from bot.core.places.index import Form
from bot.core.places.kinds import Kind, Proof, Role
from bot.core.places.names import Case
from bot.core.places.proofs import is_proven
from bot.core.places.roles import role_of
from bot.core.places.tokens import Token

_DASH = re.compile(" ?[-–—] ?")


class Scene(Struct, frozen=True):
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
        return form.proof is Proof.NONE or is_proven(self, form, first, last)

    def role(self, form: Form, first: int, last: int) -> Role:
        """What the place is to the sentence. Whatever else is named comes before the city of a square."""
        found = role_of(self.tokens, form, first, last)
        of_a_square = found is Role.BARE and first > 0 and self.tokens[first - 1].sound in SQUARE
        return Role.FROM if of_a_square and self._follows_a_street(first) else found

    def fits(self, form: Form, first: int) -> bool:
        """Whether the preposition before the name takes a case that the form has."""
        before = self.tokens[first - 1] if first else None
        return bool(form.cases & PLACING) or (
            before is not None
            and (
                before.sound in CITY_BEFORE
                or any(case in form.cases for case in governs(before.words, before.sound))
            )
        )

    def expects_place(self, at: int) -> bool:
        """Whether a place is likely to stand here, whatever is typed."""
        before = self.tokens[at - 1].sound if at else ""
        after = self.tokens[at + 1].sound if at + 1 < len(self.tokens) else ""
        return before in PROVING or before in CITY_BEFORE or after in CITY_AFTER or len(self.tokens) <= 2

    def _is_other_kind(self, form: Form, first: int, last: int) -> bool:
        """село Аксай is not the town, город Тобол not the village."""
        before = self.tokens[first - 1].sound if first and "," not in self.tokens[first].gap else ""
        after = self.tokens[last].sound if last < len(self.tokens) and self.tokens[last].joined else ""
        if form.town:
            return before in VILLAGE_BEFORE or after in VILLAGE_AFTER
        unlike_others = (
            form.proof <= Proof.OTHER and not form.elsewhere
        )  # "город Бейнеу" is said of a large village
        return (before in TOWN_BEFORE or after in TOWN_AFTER) and not unlike_others

    def _is_street(self, form: Form, first: int, last: int) -> bool:
        """улица Сатпаева, пр-т Астана, Абай көшесі; but not "на площади Астаны", "на площади Алматы"."""
        if first and self._follows_a_street(first):
            whose = form.proof is Proof.NONE and Case.GEN in form.cases
            return not (whose and (Case.NOM not in form.cases or self.tokens[first - 1].sound in SQUARE))
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
            return is_street_before(before.sound) and not self._ends_an_english_street(first - 1)
        earlier = self.tokens[first - 2]
        second_end = is_street_before(earlier.sound) and _DASH.fullmatch(gap) is not None  # of a road
        return second_end or (before.gap == "-" and is_short_for_street(earlier.sound, before.sound))

    def _ends_an_english_street(self, at: int) -> bool:
        """republic square almaty"""
        word = self.tokens[at]
        before = self.tokens[at - 1].sound if at and word.joined else ""
        return bool(before) and word.words.isascii() and ends_an_english_street(before, word.sound)
