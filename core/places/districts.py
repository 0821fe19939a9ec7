"""Districts, found by their name and what stands beside it: район, ауданы, or an office that every district has.

    Медеуское РУП · в Медеуском районе · Медеу ауданында · Алмалы РОВД · ОП Сарыарка · Бостандық ІІБ

A name of several districts counts only where a city or a region of one of them is named too. An office does not make a
district of a name that is a city's or a region's: "ДП Алматы" is not in Astana, even if Astana has such a district. Right
before район one letter of a city's district may be wrong, if no other district is as near.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.places.context_words import (
    AREA_AFTER,
    AREA_BEFORE,
    DISTRICT_OFFICE,
    OFFICE_AFTER,
    OFFICE_BEFORE,
)
from core.places.form_index import NamedForms, PlaceForm, TownAdjectives
from core.places.hits import NamedPlaces
from core.places.place_kinds import District, PlaceLevel, Places, Proof
from core.places.place_names import NameCase, SoundedWord, adjective_forms, sounds_of

_CLOSE = re.compile(r"[ .\-–—'’«»\"]{1,3}")
_NO_CASE: frozenset[NameCase] = frozenset()
_TYPABLE = 6  # letters, from which one may be wrong
_AROUND = "районе"  # в районе Алматы: also "somewhere near Almaty"

Phrases = Mapping[str, tuple[District, ...]]


class DistrictNames:
    """Finds districts in a sentence."""

    def __init__(self, places: Places, towns: TownAdjectives) -> None:
        self._towns = towns
        self._said = _by_sound((sounds_of(name), d) for d in places.districts for name in d.said)
        self._adjectives = _by_sound(
            (form, d) for d in places.districts for name in d.adjectives for form in adjective_forms(name)
        )
        self._starts = {phrase.split(" ")[0] for phrase in (*self._said, *self._adjectives)}
        larger = (name for region in places.regions for name in (*region.before, *region.after, *region.bare))
        of_towns = (
            name
            for city in places.cities
            if city.town
            for name, proof in city.spellings
            if proof is not Proof.LANDMARK
        )
        self._elsewhere = frozenset(map(sounds_of, (*larger, *of_towns)))

    def at(self, tokens: list[SoundedWord], at: int, near: NamedPlaces) -> NamedForms | None:
        """The districts that are named by the words from here on."""
        word = tokens[at].sound
        area = _beside(tokens, at, AREA_BEFORE)
        if area is not None:
            for last, bearers in _phrases(self._said, tokens, area[0]):
                return _decided(last, area[1], bearers, near, word == _AROUND)
        elif word in OFFICE_BEFORE:
            for last, bearers in _phrases(self._said, tokens, at + 1):
                return self._of_an_office(tokens[at + 1 : last], last, bearers, word, near)
        elif word in self._starts:
            return self._named_first(tokens, at, near)
        elif len(word) >= _TYPABLE and (behind := _beside(tokens, at + 1, AREA_AFTER)) is not None:
            bearers = self._slipped(word)
            return _decided(*behind, bearers, near, False) if bearers else None
        return None

    def _slipped(self, typed: str) -> tuple[District, ...]:
        """The district of a city whose name has one letter wrong; nothing where another's has, too."""
        found: dict[str, District] = {}
        for phrases in (self._adjectives, self._said):
            near = process.extract(typed, phrases.keys(), scorer=OSA.distance, score_cutoff=1, limit=None)
            found |= {
                district.id: district
                for name, *_ in near
                if name[0] == typed[0]
                for district in phrases[name]
            }
        only = tuple(found.values()) if len(found) == 1 else ()
        return tuple(district for district in only if district.city is not None and not district.shared)

    def _named_first(self, tokens: list[SoundedWord], at: int, near: NamedPlaces) -> NamedForms | None:
        for phrases in (self._adjectives, self._said):
            for last, bearers in _phrases(phrases, tokens, at):
                area = _beside(tokens, last, AREA_AFTER)
                if area is not None:
                    return _decided(area[0], area[1], bearers, near, False)
                office = tokens[last].sound if last < len(tokens) and _is_close(tokens[last]) else ""
                if office not in OFFICE_AFTER:
                    continue
                if phrases is self._adjectives:
                    towns = (
                        self._towns_elsewhere(tokens[at:last], bearers)
                        if office not in DISTRICT_OFFICE
                        else ()
                    )
                    known = any(district.region in near.regions | near.around for district in bearers)
                    if towns and not known:
                        return NamedForms(last + 1, None, (*(district.id for district in bearers), *towns))
                    return _decided(last + 1, _NO_CASE, bearers, near, False)
                return self._of_an_office(tokens[at:last], last + 1, bearers, office, near)
        return None

    def _towns_elsewhere(self, name: list[SoundedWord], bearers: tuple[District, ...]) -> tuple[str, ...]:
        """Towns of other regions whose office it may be: Балхашский отдел полиции."""
        regions = {district.region for district in bearers}
        forms = self._towns.forms(" ".join(token.sound for token in name))
        return tuple(form.id for form in forms if form.region not in regions)

    def _of_an_office(
        self,
        name: list[SoundedWord],
        last: int,
        bearers: tuple[District, ...],
        office: str,
        near: NamedPlaces,
    ) -> NamedForms | None:
        """The district whose office it is. In the countryside only some offices are a district's; "9 май, полиция" is not.

        A name that a city or region has too is the city's office, unless a city has a district of that name: nobody knows.
        """
        of_cities = [district for district in bearers if district.city is not None and not district.shared]
        if " ".join(token.sound for token in name) in self._elsewhere:
            sure = [district for district in of_cities if district.city in near.cities]
            doubted = (
                NamedForms(last, None, tuple(district.id for district in of_cities)) if of_cities else None
            )
            return _decided(last, _NO_CASE, tuple(sure), near, False) if sure else doubted
        if of_cities or office in DISTRICT_OFFICE:
            return _decided(last, _NO_CASE, bearers, near, False)
        return None


def _by_sound(named: Iterable[tuple[str, District]]) -> Phrases:
    found: dict[str, dict[str, District]] = {}
    for phrase, district in named:
        found.setdefault(phrase, {})[district.id] = district
    return {phrase: tuple(bearers.values()) for phrase, bearers in found.items()}


def _is_close(token: SoundedWord) -> bool:
    return _CLOSE.fullmatch(token.gap) is not None


def _beside(
    tokens: list[SoundedWord], at: int, areas: Mapping[str, frozenset[NameCase]]
) -> tuple[int, frozenset[NameCase]] | None:
    """Where the area word that stands here ends, and its cases; р-н is two words."""
    if at >= len(tokens):
        return None
    word = tokens[at].sound
    if (word not in areas and word != "р") or (areas is AREA_AFTER and not _is_close(tokens[at])):
        return None
    if word in areas:
        return at + 1, areas[word]
    if at + 1 < len(tokens) and tokens[at + 1].sound == "н":
        return at + 2, areas["р н"]
    return None


def _phrases(
    phrases: Phrases, tokens: list[SoundedWord], first: int
) -> Iterator[tuple[int, tuple[District, ...]]]:
    """The longest name that begins here, then the shorter ones."""
    for last in range(min(first + 3, len(tokens)), first, -1):
        if all(_is_close(token) for token in tokens[first + 1 : last]):
            bearers = phrases.get(" ".join(token.sound for token in tokens[first:last]))
            if bearers:
                yield last, bearers


def _decided(
    last: int, cases: frozenset[NameCase], bearers: tuple[District, ...], near: NamedPlaces, around: bool
) -> NamedForms | None:
    may_be = [
        d
        for d in bearers
        if not d.shared or d.city in near.cities or (not d.city and d.region in near.regions)
    ]
    if not may_be and around:
        return None
    may_be = [d for d in may_be if d.city in near.cities] or may_be
    may_be = [d for d in may_be if d.region in near.regions] or may_be
    may_be = [d for d in may_be if d.region in near.around] or may_be
    if len(may_be) != 1:
        return NamedForms(last, None, tuple(district.id for district in bearers))
    only = may_be[0]
    return NamedForms(
        last, PlaceForm(PlaceLevel.DISTRICT, only.id, only.region, cases, Proof.NONE), (only.id,)
    )
