"""Finds the names of places in a sentence and what each is to it: in, from, to.

A wrong city wakes the wrong lawyer, so a name that is also a word needs its proof, a name after "улица" or before
"көшесі" is a street, and a name of several places counts only where something tells which. A slip of a large city's name is
that city, where no other is named: see ``slipped``. Of another town one wrong letter is guessed, no more, where a place must
stand, and the person is asked.
"""

import re
from collections.abc import Collection, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.places.districts import DistrictNames
from core.places.form_index import Index, PlaceForm, TownAdjectives
from core.places.hits import (
    FoundPlaces,
    NamedPlaces,
    NearbyDistricts,
    PlaceDoubt,
    PlaceHit,
    light_for_rereading,
)
from core.places.misspellings import MisspelledNames, is_surely_town, misspelled_form, without_guesses
from core.places.place_kinds import PlaceLevel, Proof
from core.places.place_names import SoundedWord, without_person
from core.places.proofs import has_town_hall
from core.places.sentence import PlaceSentence
from core.places.villages import VillageNames

# в Уральской: of the region; Павлодаров: a person. Neither is a typo.
_NO_TYPO = re.compile("(ск(ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их)|(ов|ев|ин)(а|у|им|ом|е|ой)?)$")
_THERE = frozenset(("in", "at", "near"))
_LONGEST = 4  # words in a name with its area word
_READINGS = 3  # what the last one finds can no longer change what is beside it


class Scanner:
    """Looks for places in sentences. ``shunned`` words are never taken for a typo, ``spelt`` ones for a place."""

    def __init__(
        self,
        index: Index,
        districts: DistrictNames,
        villages: VillageNames,
        towns: TownAdjectives,
        regions: Mapping[str, str],
        shunned: Collection[str],
        spelt: Collection[str],
        slipped: MisspelledNames,
    ) -> None:
        self._index = index
        self._districts = districts
        self._villages = villages
        self._towns = towns
        self._region_of = regions
        self._starts: dict[str, int] = {}
        for key in index:
            first, *rest = key.split(" ")
            self._starts[first] = max(self._starts.get(first, 0), len(rest) + 1)
        self._shunned = frozenset(shunned)
        self._spelt = frozenset(spelt)
        self._typable = _by_shape(index)
        self._slipped = slipped

    def look(self, tokens: list[SoundedWord]) -> FoundPlaces:
        """The places named, in the order of the text; the longest name wins. Read again in the light of what was found."""
        return without_guesses(self._looked(tokens))

    def _looked(self, tokens: list[SoundedWord]) -> FoundPlaces:
        seen, known = self._read(tokens, NamedPlaces(), NearbyDistricts()), (NamedPlaces(), NearbyDistricts())
        for _ in range(_READINGS - 1):
            now_known = light_for_rereading(seen, tokens, self._region_of)
            if now_known == known:
                break
            known = now_known
            seen = self._read(tokens, *known)
        return seen

    def _read(self, tokens: list[SoundedWord], near: NamedPlaces, beside: NearbyDistricts) -> FoundPlaces:
        shouting = not any(c.islower() for token in tokens for c in token.words)
        scene = PlaceSentence(tokens, shouting, near.regions)
        seen = FoundPlaces()
        at = 0
        while at < len(tokens):
            kind, named = PlaceLevel.DISTRICT, self._districts.at(tokens, at, near)
            if named is None:
                kind, named = PlaceLevel.CITY, self._villages.at(tokens, at, near, beside)
            if named is None:
                hit, end = self._named(scene, at)
            elif named.form is None:
                hit, end = None, named.last
                seen.doubts.append(PlaceDoubt(kind, at, end, named.may_be))
            else:
                hit, end = (
                    PlaceHit(named.form, at, named.last, scene.role(named.form, at, named.last), True),
                    named.last,
                )
            if hit is not None:
                seen.hits.append(hit)
            at = max(end, at + 1)
        return seen

    def _named(self, scene: PlaceSentence, at: int) -> tuple[PlaceHit | None, int]:
        hit, end = self._longest(scene, at)
        if hit is None and end == at:
            return self._typo(scene, at), at + 1
        return hit, end

    def _longest(self, scene: PlaceSentence, at: int) -> tuple[PlaceHit | None, int]:
        """The longest name that starts here, and where the search goes on; the same place if no name is here."""
        tokens = scene.tokens
        pair = " ".join(t.sound for t in tokens[at : at + 2])
        if pair in self._shunned:  # Иссык-Куль
            return None, at + 2
        longest = min(self._starts.get(without_person(tokens[at].sound), 0), _LONGEST, len(tokens) - at)
        if longest and tokens[at].words.lower() in self._spelt:
            return None, at + 1
        while longest > 1 and not all(
            t.joined or _abbreviated(tokens, at, t) for t in tokens[at + 1 : at + longest]
        ):
            longest -= 1
        for count in range(longest, 0, -1):
            key = without_person(" ".join(t.sound for t in tokens[at : at + count]))
            for form in self._index.get(key, ()):
                if scene.accepts(form, at, at + count):
                    return _hit(scene, form, at, at + count), at + count
        for form in self._towns.forms(tokens[at].sound):
            if scene.accepts(form, at, at + 1):
                return _hit(scene, form, at, at + 1), at + 1
        if at + 1 < len(tokens) and tokens[at + 1].gap in {" ", "-"}:  # Кызыл орда
            key = tokens[at].sound + tokens[at + 1].sound
            for form in self._index.get(key, ()) if len(key) >= 8 else ():
                if is_surely_town(form) and scene.accepts(form, at, at + 2):
                    return _hit(scene, form, at, at + 2), at + 2
        sound = tokens[at].sound
        return None, at + 1 if sound in self._index and not self._is_misspelt(tokens, at) else at

    def _is_misspelt(self, tokens: list[SoundedWord], at: int) -> bool:
        """Whether it stands behind an English "there": "in almatu". In Cyrillic it may be somebody: Алмат, Алмату."""
        there = at > 0 and tokens[at].joined and tokens[at - 1].words.lower() in _THERE
        return there and tokens[at].words.isascii() and self._slipped.is_byname(tokens[at].sound)

    def _typo(self, scene: PlaceSentence, at: int) -> PlaceHit | None:
        """A long name with one letter wrong, where a place must stand."""
        typed = scene.tokens[at].sound
        form = misspelled_form(scene, at, self._slipped)
        if form is not None and not _NO_TYPO.search(typed):
            return PlaceHit(form, at, at + 1, scene.role(form, at, at + 1), True, slipped=True)
        expected = scene.expects_place(at)
        if len(typed) < (5 if expected else 9) or typed in self._shunned or _NO_TYPO.search(typed):
            return None
        for form in self._one_letter_away(typed):
            if scene.accepts(form, at, at + 1) and (
                not expected or scene.fits(form, at) or len(scene.tokens) <= 2
            ):
                sure = form.region in scene.regions
                return PlaceHit(form, at, at + 1, scene.role(form, at, at + 1), sure)
        return None

    def _one_letter_away(self, typed: str) -> list[PlaceForm]:
        """The forms of the one city whose name is a letter away, with the same first letter; none if two are."""
        found: list[PlaceForm] = []
        for length in range(len(typed) - 1, len(typed) + 2):
            choices = self._typable.get((typed[0], length), [])
            for name, _, _ in process.extract(
                typed, choices, scorer=OSA.distance, score_cutoff=1, limit=None
            ):
                found.extend(form for form in self._index[name] if is_surely_town(form))
        alone = len({form.id for form in found}) == 1 and not self._villages.called(typed)
        return found if alone else []


def _hit(scene: PlaceSentence, form: PlaceForm, first: int, last: int) -> PlaceHit:
    is_town = form.proof is Proof.CITY and has_town_hall(scene, form, first, last)
    exact = not form.elsewhere or form.region in scene.regions or is_town
    return PlaceHit(form, first, last, scene.role(form, first, last), exact)


def _abbreviated(tokens: list[SoundedWord], first: int, token: SoundedWord) -> bool:
    """обл. Абай, р-н. Медеу, караг. обл.: the full stop belongs to the word before."""
    return token.gap in {". ", "."} and (tokens[first].sound in {"обл", "р"} or token.sound == "обл")


def _by_shape(index: Index) -> dict[tuple[str, int], list[str]]:
    """(first letter, length) → the forms of one word that may be typed wrongly."""
    shapes: dict[tuple[str, int], list[str]] = {}
    for key, forms in index.items():
        if any(map(is_surely_town, forms)) and len(key) >= 6 and " " not in key:
            shapes.setdefault((key[0], len(key)), []).append(key)
    return shapes
