"""Which large city is meant by a misspelt word ("алмвты", "шимкинте", "корогонда", "karagnda"), and whether it is the place
of the story there, so that its lawyers are asked.

One letter may be wrong, left out, doubled or swapped with the next, and any vowel that nobody hears: а for о, и for е. A
name of seven letters may have both, a longer one any two wrong letters, but only where a place must stand. None where the
word is another's name or an ordinary word, where a second town is as near, or where it begins otherwise: it decides whose
lawyers read it.

After "in" or before "city" it is the place; otherwise only if it is set apart, as people do with a city: алмвты брата
задержали. A word with a capital inside a sentence, before another with one, or right behind a word for being taken, is
rather a person.
"""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.character_map import exchange_letters
from core.places.context_words import CITY_AFTER, CITY_BEFORE, PROVING, sound_set
from core.places.form_index import Index, PlaceForm
from core.places.hits import FoundPlaces
from core.places.place_kinds import City, PlaceLevel, Proof
from core.places.place_names import PLACED, NameCase, SoundedWord, base_forms, name_forms, sounds_of
from core.places.sentence import PlaceSentence, is_taking
from core.places.villages import VillageNames

SHORTEST = 5  # letters of a name
_BOTH = 7  # letters, from which a name may have a letter wrong and vowels, too
_LONG = 9  # letters, from which it may have any two wrong
_MOST = 2  # letters
_SAID = frozenset(
    {NameCase.NOM, NameCase.ACC, NameCase.LOC, NameCase.GEN, NameCase.AT, NameCase.FROM, NameCase.TO}
)  # of where it happens
_BEHIND = frozenset({NameCase.LOC})  # of a name that needs a preposition
_UNHEARD = (("о", "а"), ("е", "и"), ("ю", "у"), ("я", "а"))


class Misspelling(Struct, frozen=True):
    """The forms of one city that the word may be. ``far``: more is wrong than one letter or vowels, or it is a name."""

    forms: tuple[PlaceForm, ...]
    far: bool


class MisspelledNames:
    """Looks words up, as they sound. ``shunned`` words are never taken for a slip, nor ``ordinary`` ones in any grammatical
    case, nor words that are as near to a ``foreign`` name.
    """

    def __init__(
        self,
        cities: Iterable[City],
        index: Index,
        villages: VillageNames,
        shunned: Collection[str],
        ordinary: Collection[str],
        foreign: Collection[str],
    ) -> None:
        self._index = index
        self._villages = villages
        self._shunned = frozenset(shunned)
        self._ordinary = frozenset(ordinary)
        self._allowed = dict(_guessed(cities, index))
        self._large = {form.id for key in self._allowed for form in index[key]}
        self._shapes: dict[tuple[str, int], list[str]] = {}
        self._heard: dict[str, list[str]] = {}
        towns = (key for key, forms in index.items() if any(map(_is_town, forms)))
        for key in {*towns, *foreign}:
            if len(key) >= SHORTEST and " " not in key:
                self._heard.setdefault(_heard(key), []).append(key)
        for heard in self._heard:
            self._shapes.setdefault((heard[0], len(heard)), []).append(heard)
        self._firsts = frozenset(_heard(key)[0] for key in self._allowed)

    def of(self, typed: str) -> Misspelling | None:
        """The city of whose name the word is a slip."""
        if len(typed) < SHORTEST - 1 or typed in self._shunned:
            return None
        if typed in self._index and not self.is_byname(typed):
            return None
        near = list(self._near(typed))
        ours = [(wrong, key) for wrong, key in near if wrong <= self._allowed.get(key, 0)]
        if not ours or self._is_another(typed):
            return None
        least = min(wrong for wrong, _ in ours)
        bearers = {bearer for wrong, key in near if wrong <= least for bearer in self._bearers(key)}
        nearest = (key for wrong, key in ours if wrong == least)
        found = (form for key in nearest for form in self._index[key])
        forms = tuple(form for form in found if _may_be(form, form.id) and form.id in bearers)
        return Misspelling(forms, least > 1 or typed in self._index) if len(bearers) == 1 else None

    def is_byname(self, name: str) -> bool:
        """Whether one large city is so called beside its name. Where its case does not fit, "in almatu", it is a slip."""
        forms = self._index.get(name, ())
        bearers = {form.id for form in forms}
        return len(bearers) == 1 and bearers <= self._large and all(map(_is_byname, forms))

    def _is_another(self, typed: str) -> bool:
        """Whether it is an ordinary word or a village in any grammatical case; Актау is not a case of "актауу"."""
        names = {name for name, _ in base_forms(typed)}
        called = (place for name in names - self._allowed.keys() for place in self._villages.called(name))
        return not names.isdisjoint(self._ordinary) or any(place.id not in self._large for place in called)

    def _bearers(self, key: str) -> set[str]:
        """The towns so called, by their ids; of a foreign one the name."""
        return {form.id for form in self._index.get(key, ()) if _is_town(form)} or {key}

    def _near(self, typed: str) -> Iterator[tuple[int, str]]:
        """Names of towns, each with what is wrong: 1, a letter or vowels; 2, both; 3, two letters."""
        heard = _heard(typed)
        if heard[0] not in self._firsts:
            return
        for length in range(len(heard) - _MOST, len(heard) + _MOST + 1):
            choices = self._shapes.get((heard[0], length), ())
            for name, letters, _ in process.extract(
                heard, choices, scorer=OSA.distance, score_cutoff=_MOST, limit=None
            ):
                for key in self._heard[name]:
                    if letters == 0 or OSA.distance(typed, key, score_cutoff=1) <= 1:
                        yield 1, key
                    elif letters == 1:
                        yield 2, key
                    elif OSA.distance(typed, key, score_cutoff=_MOST) <= _MOST:
                        yield 3, key


def is_surely_town(form: PlaceForm) -> bool:
    """Whether it is a town's, and nothing else's."""
    return form.kind is PlaceLevel.CITY and form.town and form.proof is Proof.NONE


def _is_town(form: PlaceForm) -> bool:
    return form.kind is PlaceLevel.CITY and form.town and form.proof is not Proof.LANDMARK


def _is_byname(form: PlaceForm) -> bool:
    return form.kind is PlaceLevel.CITY and form.town and form.proof is Proof.PREPOSITION


def _heard(sounded: str) -> str:
    return exchange_letters(sounded, _UNHEARD)


def _guessed(cities: Iterable[City], index: Index) -> Iterator[tuple[str, int]]:
    """The forms of large cities' names, each with how much may be wrong."""
    for city in cities:
        if city.button:
            official = {sounds_of(name) for name in city.names.values()}
            for name, proof in {(sounds_of(name), proof) for name, proof in city.spellings}:
                letters = len(name.replace(" ", ""))
                wrong = (letters >= SHORTEST) + (letters >= _BOTH) + (letters >= _LONG)
                said = _SAID if proof is Proof.NONE and (name in official or wrong > 1) else frozenset()
                said = _BEHIND if proof is Proof.PREPOSITION else said  # в Алмате
                for key, cases in name_forms(name.replace(" ", "")) if said else ():
                    if cases & said and any(_may_be(known, city.id) for known in index.get(key, ())):
                        yield key, wrong if name in official else 1


def _may_be(form: PlaceForm, city: str) -> bool:
    return form.id == city and form.kind is PlaceLevel.CITY and form.proof in (Proof.NONE, Proof.PREPOSITION)


_SURE = 6  # letters, from which a word before "задержали" is no person
_ENDINGS = frozenset({NameCase.AT, NameCase.FROM, NameCase.TO})
_ALONE = _ENDINGS | {NameCase.NOM, NameCase.LOC}
_PLACED = (*PLACED, "га", "ге", "ка", "ке")
_WHOM = sound_set(
    "брата братишку мужа сына отца папу маму сестру жену дочь дочку дядю тетю деда бабушку парня друга подругу соседа "
    "коллегу человека людей ребят двоих троих четверых двух трех его ее их нас меня"
)
_WHOM_WITHIN = 5


def misspelled_form(scene: PlaceSentence, at: int, names: MisspelledNames) -> PlaceForm | None:
    """The form of the city that the word is a slip of, where a city may stand; None where it may be something else."""
    typed = scene.tokens[at].sound
    expected, ends = _is_expected(scene.tokens, at), typed.endswith(_PLACED)
    if not (expected or ends or _may_stand_apart(scene.tokens, at)):  # most words of a text
        return None
    slip = names.of(typed)
    if slip is None:
        return None
    apart = not slip.far and _is_set_apart(scene, at)
    for form in slip.forms:
        if scene.accepts(form, at, at + 1) and (
            (expected and scene.fits(form, at))
            or (apart and form.cases & _ALONE)
            or (ends and not slip.far and _is_placed(scene, form, at))
        ):
            return form
    return None


def _is_placed(scene: PlaceSentence, form: PlaceForm, at: int) -> bool:
    """Whether its own ending says "there": алмтыда."""
    return form.cases <= _ENDINGS and not _is_named(scene, at)


def without_guesses(seen: FoundPlaces) -> FoundPlaces:
    """Where another place is named, a slip is only a guess."""
    named = {hit.form.region for hit in seen.hits if hit.exact}
    if len(named) < 2 or not any(hit.slipped for hit in seen.hits):
        return seen
    return FoundPlaces([replace(hit, exact=False) if hit.slipped else hit for hit in seen.hits], seen.doubts)


def _is_expected(tokens: list[SoundedWord], at: int) -> bool:
    before = tokens[at - 1].sound if at else ""
    after = tokens[at + 1].sound if at + 1 < len(tokens) else ""
    stands = before in PROVING or before in CITY_BEFORE
    return (stands and tokens[at].joined) or after in CITY_AFTER


def _may_stand_apart(tokens: list[SoundedWord], at: int) -> bool:
    return not (0 < at < len(tokens) - 1 and tokens[at].gap == tokens[at + 1].gap == " ")


def _is_set_apart(scene: PlaceSentence, at: int) -> bool:
    tokens = scene.tokens
    before = tokens[at - 1] if at and not tokens[at].in_a_new_clause else None
    after = tokens[at + 1] if at + 1 < len(tokens) and not tokens[at + 1].in_a_new_clause else None
    if (before is not None and after is not None) or _is_named(scene, at):
        return False
    if before is not None:
        return not is_taking(before.sound)
    if after is None or not is_taking(after.sound) or len(tokens[at].sound) >= _SURE:
        return True
    return any(token.sound in _WHOM for token in tokens[at + 2 : at + 2 + _WHOM_WITHIN])


def _is_named(scene: PlaceSentence, at: int) -> bool:
    """Whether it is written as people's names are."""
    if scene.shouting or not scene.tokens[at].capital:
        return False
    token, after = scene.tokens[at], scene.tokens[at + 1 : at + 2]
    opens = token.opening or token.in_a_new_clause
    return not opens or any(token.capital and token.joined for token in after)
