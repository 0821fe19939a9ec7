"""What a place is to its sentence: where it happened, where they were taken from or to, or only where the writer is.

в аксае дочь задержали, этапируют в уральск     in Aksay; on the way to Oral
его увезли в Караганду                          brought to Karaganda
пишу из Алматы, брата взяли в Бишкеке           the writer's place

It is also decided here whether a name in a sentence is a place at all.
"""

import re

from msgspec import Struct

from core.places.context_words import (
    CITY_AFTER,
    CITY_BEFORE,
    PLACING,
    PROVING,
    QALA_ROLES,
    SQUARE,
    STATION_BEFORE,
    SUFFIX_ROLES,
    TOWN_AFTER,
    TOWN_BEFORE,
    VILLAGE_AFTER,
    VILLAGE_BEFORE,
    ends_an_english_street,
    governed_cases,
    is_short_for_street,
    is_street_after,
    is_street_before,
    may_stand_between,
    sound_set,
)
from core.places.form_index import PlaceForm
from core.places.place_kinds import PlaceLevel, PlaceRole, Proof
from core.places.place_names import NameCase, SoundedWord, sound_of
from core.places.proofs import is_proven


def _stems(text: str) -> tuple[str, ...]:
    return tuple(map(sound_of, text.split()))


_MOVING = _stems(
    "еду еде еха поех выех везут везли везем лечу летел летим направл собира увозят увезут отвозят отвезут повезут "
    "перевозят переводят переведут этапируют этапирует отправляют отправляет отправят going driving heading travel taking "
    "бара апара барамыз баратын"
)
_BROUGHT = _stems(
    "увезли увез отвезли отвез повезли доставил привезли привез перевели перевез этапировал этапирован отправили taken "
    "brought transferred moved delivered апарды апарып апарган жеткіз акет ауыстыр этаптады"
)
_TAKEN = _stems(
    "взяли взял задерж останов пойма поймали забрал арест схват стопнули arrest detain stopped тоқтат ұста"
)
_WRITING = sound_set("пишу пишем звоню звоним сообщаю сообщаем обращаюсь calling writing texting messaging")
_WRITES_KAZAKH = _stems("жазып жазам жазуда звандап хабарласып хабарласам қоңырау")
_ME_KAZAKH = ("мин", "миз", "бин", "биз")
_OTHERS = sound_set("he she they")
_HERE = sound_set("нас здесь тут here осында мұнда бізді us")
OUT_OF = sound_set("из from с со")
_WAY_BACK = 6
_WAY_ON = 3


def role_of(tokens: list[SoundedWord], form: PlaceForm, first: int, last: int) -> PlaceRole:
    """By "қаласында", else by the preposition and its verb, else by the Kazakh ending."""
    after = tokens[last].sound if last < len(tokens) else ""
    if after in QALA_ROLES:
        return _on_the_way(tokens, QALA_ROLES[after], last + 1)
    before = first - 1
    shortened = before >= 0 and tokens[first].gap[:1] == "." and len(tokens[before].words) <= 3  # с. Шелек
    filler = before >= 0 and (shortened or may_stand_between(tokens[before].sound))
    if filler:
        before -= 1
    stands = before >= 0 and (shortened or tokens[first].joined)  # "к 10, Астана" is no way to Astana
    takes = governed_cases(tokens[before].words, tokens[before].sound) if stands else {}
    if filler and takes and tokens[first - 1].sound in STATION_BEFORE:  # на станции Арысь
        return PlaceRole.FROM if tokens[before].sound in OUT_OF else PlaceRole.IN
    if filler and PlaceRole.IN in takes.values():
        return PlaceRole.TO if tokens[first - 1].sound == "город" else PlaceRole.IN
    roles = [role for case, role in takes.items() if case in form.cases]
    if PlaceRole.TO in roles:
        verb = _verb_of_way(tokens, before, last, sure=PlaceRole.IN not in roles)
        return min(roles) if verb is None else verb
    if roles:
        return _unless_written(tokens, before, min(roles))
    if not form.cases & {
        NameCase.NOM,
        NameCase.GEN,
    }:  # Сергеевка is no dative of Сергеев, Степногорска none of Степногорск
        for case in form.cases & PLACING:
            return _on_the_way(tokens, SUFFIX_ROLES[case], last)
    role = min(takes.values(), default=PlaceRole.BARE)
    if role is PlaceRole.TO:  # to Almaly ROVD: an office is where somebody is held
        return (
            PlaceRole.BROUGHT
            if form.kind is PlaceLevel.DISTRICT
            else _verb_of_way(tokens, before, last, True) or role
        )
    return _unless_written(tokens, before, role)


def is_taking(word: str) -> bool:
    """Whether the word says that somebody is taken or brought away."""
    return word.startswith((*_TAKEN, *_BROUGHT))


def writes_from(tokens: list[SoundedWord], preposition: int) -> bool:
    """Whether somebody writes, not is taken, from there: пишу из Алматы. Who writes "us" or "here" tells of there."""
    if preposition < 1 or tokens[preposition].sound not in OUT_OF:
        return False
    before = tokens[max(0, preposition - 2) : preposition]
    others = any(token.sound in _OTHERS for token in tokens[max(0, preposition - 4) : preposition])
    return any(token.sound in _WRITING for token in before) and not others and not _is_here(tokens)


def _unless_written(tokens: list[SoundedWord], preposition: int, role: PlaceRole) -> PlaceRole:
    return PlaceRole.WRITER if role is PlaceRole.FROM and writes_from(tokens, preposition) else role


def _is_here(tokens: list[SoundedWord]) -> bool:
    return any(token.sound in _HERE for token in tokens)


def _verb_of_way(tokens: list[SoundedWord], preposition: int, last: int, sure: bool) -> PlaceRole | None:
    """ехали вчера ночью в Алматы: going there; увезли в Караганду: there by now. ``sure``: the case says "to there"."""
    for at in range(preposition - 1, max(-1, preposition - 1 - _WAY_BACK), -1):
        if tokens[at + 1].in_a_new_clause:
            break
        word = tokens[at].sound
        if word.startswith(_MOVING):
            return PlaceRole.TO
        if word.startswith(_BROUGHT):
            return PlaceRole.BROUGHT
        if word.startswith(_TAKEN):
            return PlaceRole.BROUGHT if sure else None
    return _verb_behind(tokens, last) if sure else None


def _on_the_way(tokens: list[SoundedWord], role: PlaceRole, behind: int) -> PlaceRole:
    """A Kazakh verb stands behind: Астанаға апарды, Алматыдан жазып отырмын."""
    if role is PlaceRole.TO:
        return _verb_behind(tokens, behind) or role
    if role is PlaceRole.FROM:
        words = [token.sound for token in tokens[behind : behind + _WAY_ON]]
        writes = any(word.startswith(_WRITES_KAZAKH) for word in words)
        if writes and any(word.endswith(_ME_KAZAKH) for word in words) and not _is_here(tokens):
            return PlaceRole.WRITER
    return role


def _verb_behind(tokens: list[SoundedWord], behind: int) -> PlaceRole | None:
    for at in range(behind, min(len(tokens), behind + _WAY_ON)):
        if tokens[at].in_a_new_clause:
            return None
        word = tokens[at].sound
        if word.startswith(_MOVING):
            return PlaceRole.TO
        if word.startswith(_BROUGHT):
            return PlaceRole.BROUGHT
        if word == "алип":  # алып кетті, алып бара жатыр
            going = at + 1 < len(tokens) and tokens[at + 1].sound.startswith(_MOVING)
            return PlaceRole.TO if going else PlaceRole.BROUGHT
    return None


_DASH = re.compile(" ?[-–—] ?")


class PlaceSentence(Struct, frozen=True):
    """A sentence, and the regions that it names."""

    tokens: list[SoundedWord]
    shouting: bool  # all capitals: a capital proves nothing
    regions: frozenset[str]

    def accepts(self, form: PlaceForm, first: int, last: int) -> bool:
        """Whether the name is a place here."""
        if form.kind is PlaceLevel.CITY and (
            self._is_street(form, first, last) or self._is_other_kind(form, first, last)
        ):
            return False
        return form.proof is Proof.NONE or is_proven(self, form, first, last)

    def role(self, form: PlaceForm, first: int, last: int) -> PlaceRole:
        """The role of the place in the sentence. Any other place that is named counts before the city of a square."""
        found = role_of(self.tokens, form, first, last)
        of_a_square = found is PlaceRole.BARE and first > 0 and self.tokens[first - 1].sound in SQUARE
        return PlaceRole.FROM if of_a_square and self._follows_a_street(first) else found

    def fits(self, form: PlaceForm, first: int) -> bool:
        """Whether the preposition before the name takes a case that the form has."""
        before = self.tokens[first - 1] if first else None
        return bool(form.cases & PLACING) or (
            before is not None
            and (
                before.sound in CITY_BEFORE
                or any(case in form.cases for case in governed_cases(before.words, before.sound))
            )
        )

    def expects_place(self, at: int) -> bool:
        """Whether a place is likely to be named here, judged by the words around alone."""
        before = self.tokens[at - 1].sound if at else ""
        after = self.tokens[at + 1].sound if at + 1 < len(self.tokens) else ""
        return before in PROVING or before in CITY_BEFORE or after in CITY_AFTER or len(self.tokens) <= 2

    def _is_other_kind(self, form: PlaceForm, first: int, last: int) -> bool:
        """село Аксай is not the town, город Тобол not the village."""
        before = self.tokens[first - 1].sound if first and "," not in self.tokens[first].gap else ""
        after = self.tokens[last].sound if last < len(self.tokens) and self.tokens[last].joined else ""
        if form.town:
            return before in VILLAGE_BEFORE or after in VILLAGE_AFTER
        unlike_others = (
            form.proof <= Proof.OTHER and not form.elsewhere
        )  # "город Бейнеу" is said of a large village
        return (before in TOWN_BEFORE or after in TOWN_AFTER) and not unlike_others

    def _is_street(self, form: PlaceForm, first: int, last: int) -> bool:
        """улица Сатпаева, пр-т Астана, Абай көшесі; but not "на площади Астаны", "на площади Алматы"."""
        if first and self._follows_a_street(first):
            whose = form.proof is Proof.NONE and NameCase.GEN in form.cases
            return not (whose and (NameCase.NOM not in form.cases or self.tokens[first - 1].sound in SQUARE))
        placed = form.cases & PLACING and NameCase.NOM not in form.cases  # Алматыда көшеде
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
