"""How alike two names and two people are.

Two names are compared by the best way to pair the words of the shorter one with words of the longer, from 0 to 1. A
patronymic is never paired with a given name, or father and son would be the same. An initial fits a word that begins with
it.

Somebody who is looked for and somebody who is known are compared by all that agrees and differs; there are three answers. A
name alone proves nothing: two reports of the same name in two cities are mostly about two people. So without a place, a
phone or a year that agrees there is no answer, and common names need more than a place.

People of two cases, or the names of a corrected answer and the known persons, are paired with the likeliest first and nobody
twice, so that a better spelling keeps the person and their clocks.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import permutations

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from core.folding import fold_text
from core.matching.name_tokens import VOWELS, NameForm, NameToken, TokenRole
from core.matching.search_blocks import KnownPerson

ALIKE = 75  # of 100: more alike, two names are one name in two spellings


def match_names(known: Mapping[int, str], names: Sequence[str]) -> list[int | None]:
    """For each name the known person whom it names; None for somebody new. Nobody is found twice.

    Equal names first; then the most alike, above ALIKE; then, when as many are named as before, by their places in the row.
    """
    folded = {person: _folded_name(name) for person, name in known.items()}
    found: list[int | None] = [None] * len(names)
    free = dict(folded)
    for at, name in enumerate(names):
        equal = next((person for person, other in free.items() if other == _folded_name(name)), None)
        if equal is not None:
            found[at] = equal
            del free[equal]
    alike = sorted(
        (
            (-fuzz.token_sort_ratio(other, _folded_name(names[at])), at, person)
            for at in range(len(names))
            if found[at] is None
            for person, other in free.items()
        )
    )
    for distance, at, person in alike:
        if -distance >= ALIKE and found[at] is None and person in free:
            found[at] = person
            del free[person]
    if len(known) == len(names):
        for at, person in enumerate(known):
            if found[at] is None and person in free:
                found[at] = person
                del free[person]
    return found


def _folded_name(name: str) -> str:
    return " ".join(fold_text(name).split())


INITIAL = 0.86  # an initial that fits: of a surname and an initial nobody is sure
OTHER_KEY = 0.06  # less, where consonants differ
OTHER_VOWEL = 0.06  # less, where the first vowel differs: Marat, Murat
OTHER_NAME = 0.12  # less, where both are names that people have: Aliya, Alina
LONE = 0.8  # the most that one word alone is worth
SWAPPED = 0.8  # where each surname is the given name of the other: Timur Sadykov, Sadyk Timurov
UNEQUAL = 0.5  # how much the worst pair counts beside the mean


_CROSSED = {(TokenRole.PLAIN, TokenRole.SURNAME), (TokenRole.SURNAME, TokenRole.PLAIN)}


def name_likeness(name: Sequence[NameToken], other: Sequence[NameToken]) -> float:
    """1: the same in every word that both have."""
    shorter, longer = sorted((name, other), key=len)
    if not shorter:
        return 0.0
    rows = (row for row in permutations(longer, len(shorter)) if _fits(shorter, row, longer))
    best = max((_aligned_score(shorter, row) for row in rows), default=0.0)
    whole = min(sum(token.role is not TokenRole.INITIAL for token in row) for row in (shorter, longer))
    return min(best, LONE) if whole < 2 and len(shorter) < 2 else best


def _fits(shorter: Sequence[NameToken], row: Sequence[NameToken], longer: Sequence[NameToken]) -> bool:
    """Whether nobody's patronymic stands for a surname although they have another: Alinur's daughter, and Alinurova."""
    if all(token.role is not TokenRole.SURNAME for token in longer):
        return True
    return all(
        (a.role, b.role) != (TokenRole.SURNAME, TokenRole.PATRONYMIC)
        for a, b in zip(shorter, row, strict=True)
    )


def _aligned_score(shorter: Sequence[NameToken], row: Sequence[NameToken]) -> float:
    pairs = [word_likeness(a, b) for a, b in zip(shorter, row, strict=True)]
    found = (1 - UNEQUAL) * sum(pairs) / len(pairs) + UNEQUAL * min(pairs)
    roles = {(a.role, b.role) for a, b in zip(shorter, row, strict=True)}
    return found * SWAPPED if roles >= _CROSSED else found


def word_likeness(word: NameToken, other: NameToken) -> float:
    """How alike two words are; 0 where their roles do not fit."""
    roles = {word.role, other.role}
    if TokenRole.INITIAL in roles:
        return INITIAL if word.folded[:1] == other.folded[:1] else 0.0
    if roles == {TokenRole.PATRONYMIC, TokenRole.PLAIN}:
        return 0.0
    pairs = [(a, b) for a in word.forms for b in other.forms]
    if any(a[0] == b[0] for a, b in pairs):
        return 1.0
    whole = JaroWinkler.similarity(word.folded, other.folded)
    found = max(max(JaroWinkler.similarity(a[0], b[0]), whole) - _penalty(a, b) for a, b in pairs)
    names = bool(word.given and other.given) and word.given != other.given
    return max(0.0, found - OTHER_NAME * names)


def _penalty(form: NameForm, other: NameForm) -> float:
    return OTHER_KEY * (form[1] != other[1]) + OTHER_VOWEL * (_vowel(form[0]) != _vowel(other[0]))


def _vowel(stem: str) -> str:
    return next((letter for letter in stem if letter in VOWELS), "")


SURE, PERHAPS = 0.91, 0.885
COMMON = 5  # people under one pair of words, from which a name and a place are not enough


class Likeness(StrEnum):
    """The three answers. Nobody is made one by any of them."""

    SAME = "same"
    MAYBE = "maybe"
    NONE = "none"


class ComparedFact(StrEnum):
    """What is compared beside the name."""

    PLACE = "place"
    DAY = "day"
    PHONE = "phone"
    YEAR = "year"


class Comparison(Struct, frozen=True):
    """``facts``: whether they agree; what one side does not tell is not there."""

    likeness: Likeness
    score: float
    facts: Mapping[ComparedFact, bool]


def compare_people(sought: KnownPerson, known: KnownPerson, *, bearers: int = 1) -> Comparison:
    """``bearers``: how many people are known under the same words of the name."""
    found = name_likeness(sought.name, known.name)
    facts = _compared_facts(sought, known)
    agree = {fact for fact, same in facts.items() if same}
    proof = agree - {ComparedFact.DAY}
    if ComparedFact.PHONE in agree and not sought.name:
        return Comparison(Likeness.MAYBE, found, facts)
    if found < PERHAPS or not proof or facts.get(ComparedFact.YEAR) is False:
        return Comparison(Likeness.NONE, found, facts)
    sure = found >= SURE and (ComparedFact.PLACE in agree and ComparedFact.DAY in agree)
    if sure and (bearers <= COMMON or proof - {ComparedFact.PLACE}):
        return Comparison(Likeness.SAME, found, facts)
    return Comparison(Likeness.MAYBE, found, facts)


def _compared_facts(sought: KnownPerson, known: KnownPerson) -> dict[ComparedFact, bool]:
    facts: dict[ComparedFact, bool] = {}
    if sought.place is not None and known.place is not None:
        facts[ComparedFact.PLACE] = sought.place == known.place
    if sought.days and known.days:
        facts[ComparedFact.DAY] = any(abs((a - b).days) <= 1 for a in sought.days for b in known.days)
    if sought.phones and known.phones:
        facts[ComparedFact.PHONE] = not set(sought.phones).isdisjoint(known.phones)
    if sought.born is not None and known.born is not None:
        facts[ComparedFact.YEAR] = sought.born == known.born
    return facts


Spelt = tuple[int, KnownPerson]  # a person, once for each spelling of the name


def pair_people(ones: Iterable[Spelt], others: Sequence[Spelt]) -> dict[int, int]:
    """One → other. Where each side names one person only, somebody has said already that it is the same one."""
    rows = list(ones)
    scored = sorted(
        (
            (-name_likeness(known.name, there.name), own, other)
            for own, known in rows
            for other, there in others
        )
    )
    found: dict[int, int] = {}
    alone = len({own for own, _ in rows}) == 1 == len({other for other, _ in others})
    for less, own, other in scored:
        if (alone or -less >= PERHAPS) and own not in found and other not in found.values():
            found[own] = other
    return found
