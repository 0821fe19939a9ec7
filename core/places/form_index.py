"""Every form under which a place may stand in a text, as it sounds: built once, then only looked up.

City names come in all cases of both languages; a region needs its area word (область, облысы, region), before or behind
as the language has it. Districts and villages are too many for that: see ``districts`` and ``villages``.

Towns said as adjectives, beside an office: Темиртауский отдел полиции. Endings are taken off, not made beforehand.
"""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from core.places.context_words import possessed_forms
from core.places.place_kinds import City, PlaceLevel, Places, Proof, Region
from core.places.place_names import (
    ADJECTIVE_ENDINGS,
    NameCase,
    adjective_forms,
    kazakh_forms,
    name_forms,
    sounds_of,
)


class PlaceForm(Struct, frozen=True):
    """One place under one form; ``cases`` are all that the form can be."""

    kind: PlaceLevel
    id: str
    region: str
    cases: frozenset[NameCase]
    proof: Proof
    town: bool = True
    elsewhere: bool = False  # another region has a settlement of this name


class NamedForms(Struct, frozen=True):
    """The words up to ``last`` - 1 name one of these places; ``form`` says which, or what is sure of it, or None."""

    last: int
    form: PlaceForm | None
    may_be: tuple[str, ...]


Index = dict[str, tuple[PlaceForm, ...]]

_NO_CASE: frozenset[NameCase] = frozenset()
_NOM = frozenset({NameCase.NOM})
_IN, _OF, _TO, _BY = (frozenset({c}) for c in (NameCase.LOC, NameCase.GEN, NameCase.DAT, NameCase.INS))
_OBLAST = {"область": _NOM, "обл": _NO_CASE, "области": _IN | _OF, "областью": _BY}
_OF_OBLAST = ("областной", "областного", "областном")  # суд


def build_index(places: Places, shunned: Collection[str]) -> Index:
    """Form → the places that bear it, those first in the file first. Those of ``shunned`` are left out."""
    namesakes = frozenset(map(sounds_of, places.namesakes))
    found: dict[str, list[PlaceForm]] = {}
    for key, own in _all_forms(places):
        if key in shunned:
            continue
        form = replace(own, proof=Proof.NAMESAKE) if key in namesakes else own
        bearers = found.get(key)
        if bearers is None:
            found[key] = [form]
        else:
            _add(bearers, form)
    forms: dict[PlaceForm, PlaceForm] = {}  # each kept once, and each row of them: a few thousand of 17,000
    rows: dict[tuple[PlaceForm, ...], tuple[PlaceForm, ...]] = {}
    ordered = ((key, _in_order([forms.setdefault(f, f) for f in bearers])) for key, bearers in found.items())
    return {key: rows.setdefault(row, row) for key, row in ordered}


def _add(bearers: list[PlaceForm], form: PlaceForm) -> None:
    """One form for each place and proof, with all the cases that it can be."""
    for at, known in enumerate(bearers):
        if known.id == form.id and known.proof is form.proof:
            if not form.cases <= known.cases:
                bearers[at] = replace(known, cases=known.cases | form.cases)
            return
    bearers.append(form)


def _in_order(forms: Collection[PlaceForm]) -> tuple[PlaceForm, ...]:
    """The nominative of one place's names before a case of another: Сергеевка, not "to Сергеев"."""
    ids = list(dict.fromkeys(form.id for form in forms))
    return tuple(sorted(forms, key=lambda form: (ids.index(form.id), NameCase.NOM not in form.cases)))


def _all_forms(places: Places) -> Iterator[tuple[str, PlaceForm]]:
    for city in places.cities:
        yield from _city_forms(city)
    for region in places.regions:
        yield from _region_forms(region)
    for key, id in _shortened(places.regions):
        yield key, PlaceForm(PlaceLevel.REGION, id, id, _NO_CASE, Proof.NONE)


def _city_forms(city: City) -> Iterator[tuple[str, PlaceForm]]:
    own: dict[tuple[str, bool], tuple[str, Proof]] = {}  # Ақтау and Актау are one name
    for name, proof in sorted(city.spellings, key=lambda pair: pair[0].isascii()):
        own.setdefault(
            (sounds_of(name), name.endswith("ь")), (name, proof)
        )  # Арыс and Арысь decline differently
    for (sounded, _), (name, proof) in own.items():
        elsewhere = sounded in city.elsewhere
        joined = own.get((sounded.replace(" ", ""), False), (name, proof))[1]  # Нурсултан may be a person
        for key, cases in name_forms(name):
            form = PlaceForm(PlaceLevel.CITY, city.id, city.region, cases, proof, city.town, elsewhere)
            yield key, form
            if " " in key:
                yield key.replace(" ", ""), replace(form, proof=joined)


def _region_forms(region: Region) -> Iterator[tuple[str, PlaceForm]]:
    oblast = {sounds_of(word): cases for word, cases in _OBLAST.items()}
    court = dict.fromkeys(map(sounds_of, _OF_OBLAST), _NO_CASE)
    for name in region.adjectives:
        for key, cases in _with_area_word(adjective_forms(name), court, both=False):
            yield key, PlaceForm(PlaceLevel.REGION, region.id, region.id, cases, Proof.NONE)
        for key, cases in _with_area_word(adjective_forms(name), oblast, both=True):
            yield key, PlaceForm(PlaceLevel.REGION, region.id, region.id, cases, Proof.NONE)
    kazakh = possessed_forms("облысы") | {
        sounds_of(word): _NOM for word in ("облыс", "обл", "region", "oblast", "province")
    }
    for key, cases in _with_area_word(map(sounds_of, region.before), kazakh, both=False):
        yield key, PlaceForm(PlaceLevel.REGION, region.id, region.id, cases, Proof.NONE)
    for name in region.after:
        for word, cases in oblast.items():
            yield (
                f"{word} {sounds_of(name)}",
                PlaceForm(PlaceLevel.REGION, region.id, region.id, cases, Proof.NONE),
            )
    for name in region.bare:
        for key, cases in _bare_forms(name):
            yield key, PlaceForm(PlaceLevel.REGION, region.id, region.id, cases, Proof.NONE)


def _shortened(regions: Iterable[Region]) -> Iterator[tuple[str, str]]:
    """караг. обл., алм обл: what is short for one region only."""
    found: dict[str, set[str]] = {}
    for region in regions:
        for name in region.adjectives:
            sounded = sounds_of(name)
            if " " not in sounded:
                for length in range(3, min(9, len(sounded) - 1)):
                    found.setdefault(f"{sounded[:length]} обл", set()).add(region.id)
    for key, ids in found.items():
        if len(ids) == 1:
            yield key, next(iter(ids))


def _bare_forms(name: str) -> Iterator[tuple[str, frozenset[NameCase]]]:
    """ВКО, Маңғыстауда; "Восточный Казахстан" declines in both its words."""
    first, _, second = name.partition(" ")
    if name.isupper() and name.isalpha():  # ВКО; in a case it would be a word: оку
        yield sounds_of(name), _NOM | _IN
        return
    if second and first.endswith("ый"):
        for ending, cases in (("ий", _NOM), ("ого", _OF), ("ому", _TO), ("им", _BY), ("ом", _IN)):
            for key, of_second in name_forms(second):
                if cases & of_second:
                    yield f"{sounds_of(first[:-2])}{ending} {key}", cases
        return
    yield from name_forms(name) if not second else kazakh_forms(name)


def _with_area_word(
    names: Iterable[str], areas: dict[str, frozenset[NameCase]], both: bool
) -> Iterator[tuple[str, frozenset[NameCase]]]:
    """The name with its area word behind it, and before it too if ``both``."""
    for name in names:
        for area, cases in areas.items():
            yield f"{name} {area}", cases
            if both:
                yield f"{area} {name}", cases


_ENDINGS = tuple(sorted(ADJECTIVE_ENDINGS, key=len, reverse=True))


class TownAdjectives:
    """The towns by the stems of their adjectives."""

    def __init__(self, cities: Iterable[City]) -> None:
        found: dict[str, dict[str, PlaceForm]] = {}
        for city in cities:
            form = PlaceForm(PlaceLevel.CITY, city.id, city.region, _NO_CASE, Proof.ADJECTIVE, city.town)
            for name in city.adjectives:
                found.setdefault(sounds_of(name)[:-2], {})[city.id] = form
        self._stems = {stem: tuple(forms.values()) for stem, forms in found.items()}

    def forms(self, sounded: str) -> tuple[PlaceForm, ...]:
        """What the word may be the adjective of."""
        for ending in _ENDINGS:
            if sounded.endswith(ending):
                return self._stems.get(sounded[: -len(ending)], ())
        return ()
