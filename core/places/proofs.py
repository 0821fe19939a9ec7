"""What must stand beside a name that is a word, a person or a river too, before it counts as a place."""

import re
from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

from core.places.context_words import (
    CITY_AFTER,
    CITY_BEFORE,
    OF_THE_TOWN,
    OFFICE_BESIDE,
    OFFICE_LETTERS,
    PLACING,
    PREPOSITIONS,
    PROVING,
    STATION_AFTER,
    STATION_BEFORE,
    UNIT_BESIDE,
    is_office_before,
    is_street_after,
    is_street_before,
    sound_set,
)
from core.places.form_index import PlaceForm
from core.places.place_kinds import Proof
from core.places.place_names import NameCase, SoundedWord


class NameEvidence(Enum):
    """What may stand beside a name."""

    PREPOSITION = auto()  # в Есике
    ENDING = auto()  # Аралдан, but not Ермака, "of Ermak"
    HARD_ENDING = auto()  # Лисаковта: Сергеевка is no dative of Сергеев
    CAPITAL = auto()  # in mid-sentence, unless all is in capitals
    OFFICE = auto()  # семей сизо
    UNIT = auto()  # сатпаев отдел полиции; "Сатпаев, суд" is a person
    OFFICE_LETTERS = auto()  # Орал ІІБ
    ITS_OFFICE = auto()  # Сәтбаев полициясы
    BEHIND_OFFICE = auto()  # сизо семей
    EDGE = auto()  # the first or last word of the text
    CLAUSE = auto()  # all that a clause says
    END_CLAUSE = auto()  # the same of the first or last clause: забрали мужа, есик
    SMALL_CLAUSE = auto()  # the same in small letters: забрали мужа, сатпаев
    HEADING = auto()  # the same of the first or last sentence: сатпаев. 3 чел.
    ADDRESS = auto()  # Орал Жеңіс көшесі
    OBJECT = auto()  # джамбул друга закрыли: no subject, no object
    TAKEN = auto()  # Арыстан ұстап кетті: who takes is not named
    WHOLE = auto()  # all that the text says
    AT_IT = auto()  # на Медео, bayterek tower
    TOWN_HALL = auto()  # Ақсайда әкімдік алдында: a microdistrict has none


E = NameEvidence
SUFFICES: dict[Proof, frozenset[NameEvidence]] = {
    Proof.NONE: frozenset(),
    Proof.OTHER: frozenset({
        E.PREPOSITION, E.ENDING, E.CAPITAL, E.OFFICE, E.BEHIND_OFFICE, E.EDGE, E.CLAUSE, E.ADDRESS, E.OBJECT, E.WHOLE,
    }),
    Proof.WORD: frozenset({
        E.PREPOSITION, E.ENDING, E.CAPITAL, E.OFFICE, E.BEHIND_OFFICE, E.END_CLAUSE, E.ADDRESS, E.OBJECT, E.WHOLE,
    }),
    Proof.VERB: frozenset({
        E.PREPOSITION, E.ENDING, E.CAPITAL, E.OFFICE_LETTERS, E.ITS_OFFICE, E.CLAUSE, E.ADDRESS, E.WHOLE,
    }),
    Proof.PERSON: frozenset({E.PREPOSITION, E.ENDING, E.ITS_OFFICE, E.OBJECT, E.WHOLE}),
    Proof.SURNAME: frozenset({E.PREPOSITION, E.ENDING, E.UNIT, E.ITS_OFFICE, E.HEADING, E.SMALL_CLAUSE, E.OBJECT}),
    Proof.PREPOSITION: frozenset({E.PREPOSITION, E.OFFICE, E.BEHIND_OFFICE, E.END_CLAUSE, E.ADDRESS, E.OBJECT}),
    Proof.FORMER: frozenset({E.PREPOSITION, E.OBJECT}),
    Proof.ENDING: frozenset({E.HARD_ENDING, E.ITS_OFFICE}),
    Proof.NAMESAKE: frozenset({E.TAKEN}),
    Proof.ADJECTIVE: frozenset({E.OFFICE}),
    Proof.LANDMARK: frozenset({E.AT_IT}),
    Proof.CITY: frozenset({E.TOWN_HALL}),
}  # fmt: skip

_HALLS = tuple(sound_set("акимат әкімді әкімшілі"))
_HALL = 3  # words between a town and its hall
_ON = sound_set("на с со")  # a village of the name is в, из, возле
_TOWERS = sound_set(
    "монумент монумента монументе башня башни памятник памятника tower monument монументи монументинде"
)
_PEOPLE = sound_set(
    "зовут имя брат муж сын отец друг дядя дед сосед дочь сестра жена мама подруга аты есими деген агам иним баурым "
    "досым улым куйеуим акем name called named brother husband son father friend uncle mr"
)
_AGED = sound_set("лет год года летний жас жаста жасар years year yo")
_FILLERS = sound_set("моего нашего моих наших вчера сегодня сейчас утром ночью")
_OBJECTS = sound_set(
    "друга брата братишку мужа сына отца папу маму сестру жену дядю тетю деда бабушку парня человека людей соседа коллегу "
    "ребят двоих троих двух трех нас его ее их племянника зятя внука"
)
_TAKE = ("устап", "алип", "акет")
_VERB_WITHIN = 6
_KAZAKH = re.compile("(тт|tt)[аеae]$", re.IGNORECASE)  # Мақатта is no genitive


class NameSetting(Protocol):
    """What is asked of a scene here."""

    @property
    def tokens(self) -> list[SoundedWord]: ...

    @property
    def shouting(self) -> bool: ...

    @property
    def regions(self) -> frozenset[str]: ...

    def fits(self, form: PlaceForm, first: int) -> bool: ...


def is_proven(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    """Whether enough stands beside the name."""
    tokens = scene.tokens
    if form.proof is not Proof.ADJECTIVE and form.proof is not Proof.LANDMARK:
        before = tokens[first - 1].sound if first else ""
        after = tokens[last].sound if last < len(tokens) else ""
        if before in CITY_BEFORE or after in CITY_AFTER:  # a station of the underground may be called Abay
            return form.proof < Proof.ENDING or (before not in STATION_BEFORE and after not in STATION_AFTER)
        if form.region in scene.regions:
            return True
    return any(_CHECKS[evidence](scene, form, first, last) for evidence in SUFFICES[form.proof])


def _preposition(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    token = scene.tokens[first]
    before = scene.tokens[first - 1].sound if first else ""
    return before in PROVING and "," not in token.gap and scene.fits(form, first) and token.words != "oral"


def _ending(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    placed = form.cases & (PLACING | {NameCase.WHICH})
    return bool(placed) and (
        NameCase.GEN not in form.cases or _KAZAKH.search(scene.tokens[last - 1].words) is not None
    )


def _hard_ending(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    return bool(form.cases & {NameCase.AT, NameCase.FROM}) and NameCase.GEN not in form.cases


def _capital(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    token, before = scene.tokens[first], scene.tokens[first - 1].sound if first else ""
    if before in _PEOPLE:
        return False
    if before in PREPOSITIONS and not scene.fits(form, first):  # в Ленинском is a district, not Ленинск
        return False
    named = token.capital and (not token.opening or token.words.isupper())
    return named and not scene.shouting


def _office_of(words: frozenset[str]) -> Callable[[NameSetting, PlaceForm, int, int], bool]:
    def check(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
        after = scene.tokens[last] if last < len(scene.tokens) else None
        named = form.proof is Proof.ADJECTIVE or NameCase.NOM in form.cases
        return named and after is not None and after.joined and after.sound in words

    return check


def _behind_office(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    tokens = scene.tokens
    if not first or not tokens[first].joined or NameCase.NOM not in form.cases:
        return False
    return is_office_before(tokens[first - 2].sound if first > 1 else "", tokens[first - 1].sound)


def _edge(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    return NameCase.NOM in form.cases and (first == 0 or last == len(scene.tokens))


def _clause(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    tokens = scene.tokens
    begins = first == 0 or tokens[first].in_a_new_clause
    ends = last == len(tokens) or tokens[last].in_a_new_clause
    if form.proof is Proof.VERB and not tokens[first].capital:  # кричал, орал, бил
        return False
    aged = last < len(tokens) and tokens[last].sound in _AGED  # Арал, 25 лет
    return begins and ends and not aged and last - first < len(tokens) and NameCase.NOM in form.cases


def _end_clause(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    return _clause(scene, form, first, last) and (first == 0 or last == len(scene.tokens))


def _small_clause(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    return not scene.tokens[first].capital and _end_clause(scene, form, first, last)


def _heading(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    tokens = scene.tokens
    heads = first == 0 and last < len(tokens) and tokens[last].in_a_new_sentence
    ends = first > 0 and last == len(tokens) and tokens[first].in_a_new_sentence
    return (heads or ends) and NameCase.NOM in form.cases


def _address(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    after = scene.tokens[last : last + 3]
    if NameCase.NOM not in form.cases or not after or after[0].gap.strip(" ,"):
        return False
    if is_street_before(after[0].sound):
        return True
    return any(is_street_after(token.sound) for token in after[1:] if token.joined)


def _object(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    """Where they took somebody, a name in the nominative at the beginning can only say where."""
    words = [token.sound for token in scene.tokens[last : last + _VERB_WITHIN + 2]]
    while words and words[0] in _FILLERS:
        words.pop(0)
    told = first == 0 and NameCase.NOM in form.cases and bool(words) and words[0] in _OBJECTS
    return told and any(word.endswith("ли") and len(word) > 4 for word in words[1:_VERB_WITHIN])


def _taken(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    after = scene.tokens[last] if last < len(scene.tokens) else None
    return after is not None and after.joined and after.sound.startswith(_TAKE)


def _whole(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    if form.proof in (Proof.WORD, Proof.VERB) and not scene.tokens[first].capital:
        return False
    return last - first == len(scene.tokens) and (form.town or form.proof is not Proof.PERSON)


def _at_it(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    before = scene.tokens[first - 1].sound if first and scene.tokens[first].gap == " " else ""
    after = scene.tokens[last].sound if last < len(scene.tokens) and scene.tokens[last].joined else ""
    return (before not in _ON or scene.fits(form, first)) and (before in _ON | _TOWERS or after in _TOWERS)


def has_town_hall(scene: NameSetting, form: PlaceForm, first: int, last: int) -> bool:
    """In a town that is told beside its town hall, where nothing else is said to be the region."""
    before = scene.tokens[first - 1].sound if first else ""
    placed = NameCase.AT in form.cases or before in PROVING or _clause(scene, form, first, last)
    near = [*scene.tokens[max(0, first - _HALL) : first], *scene.tokens[last : last + _HALL]]
    return (
        form.town
        and placed
        and before not in _ON
        and not scene.regions
        and any(token.sound.startswith(_HALLS) for token in near)
    )


_CHECKS: dict[NameEvidence, Callable[[NameSetting, PlaceForm, int, int], bool]] = {
    E.PREPOSITION: _preposition,
    E.ENDING: _ending,
    E.HARD_ENDING: _hard_ending,
    E.CAPITAL: _capital,
    E.OFFICE: _office_of(OFFICE_BESIDE),
    E.UNIT: _office_of(UNIT_BESIDE),
    E.OFFICE_LETTERS: _office_of(OFFICE_LETTERS),
    E.ITS_OFFICE: _office_of(OF_THE_TOWN),
    E.BEHIND_OFFICE: _behind_office,
    E.EDGE: _edge,
    E.CLAUSE: _clause,
    E.END_CLAUSE: _end_clause,
    E.SMALL_CLAUSE: _small_clause,
    E.HEADING: _heading,
    E.ADDRESS: _address,
    E.OBJECT: _object,
    E.TAKEN: _taken,
    E.WHOLE: _whole,
    E.AT_IT: _at_it,
    E.TOWN_HALL: has_town_hall,
}
