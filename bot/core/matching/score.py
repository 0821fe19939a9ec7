"""How alike two names are, from 0 to 1: the best way in which the words of the shorter one find their like in the longer.

A patronymic is never paired with a given name: else father and son are one. An initial fits the word that begins so.
"""

from collections.abc import Sequence
from itertools import permutations

from rapidfuzz.distance import JaroWinkler

from bot.core.matching.tokens import VOWELS, Form, Role, Token

INITIAL = 0.86  # an initial that fits: of a surname and an initial nobody is sure
OTHER_KEY = 0.06  # less, where consonants differ
OTHER_VOWEL = 0.06  # less, where the first vowel differs: Marat, Murat
OTHER_NAME = 0.12  # less, where both are names that people have: Aliya, Alina
LONE = 0.8  # the most that one word alone is worth
SWAPPED = 0.8  # where each surname is the given name of the other: Timur Sadykov, Sadyk Timurov
UNEQUAL = 0.5  # how much the worst pair counts beside the mean


_CROSSED = {(Role.PLAIN, Role.SURNAME), (Role.SURNAME, Role.PLAIN)}


def score(one: Sequence[Token], other: Sequence[Token]) -> float:
    """1: the same in every word that both have."""
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return 0.0
    rows = (row for row in permutations(longer, len(shorter)) if _fits(shorter, row, longer))
    best = max((_aligned(shorter, row) for row in rows), default=0.0)
    whole = min(sum(token.role is not Role.INITIAL for token in row) for row in (shorter, longer))
    return min(best, LONE) if whole < 2 and len(shorter) < 2 else best


def _fits(shorter: Sequence[Token], row: Sequence[Token], longer: Sequence[Token]) -> bool:
    """Whether nobody's patronymic stands for a surname although they have another: Alinur's daughter, and Alinurova."""
    if all(token.role is not Role.SURNAME for token in longer):
        return True
    return all((a.role, b.role) != (Role.SURNAME, Role.PATRONYMIC) for a, b in zip(shorter, row, strict=True))


def _aligned(shorter: Sequence[Token], row: Sequence[Token]) -> float:
    pairs = [alike(a, b) for a, b in zip(shorter, row, strict=True)]
    found = (1 - UNEQUAL) * sum(pairs) / len(pairs) + UNEQUAL * min(pairs)
    roles = {(a.role, b.role) for a, b in zip(shorter, row, strict=True)}
    return found * SWAPPED if roles >= _CROSSED else found


def alike(one: Token, other: Token) -> float:
    """How alike two words are; 0 where their roles do not fit."""
    roles = {one.role, other.role}
    if Role.INITIAL in roles:
        return INITIAL if one.folded[:1] == other.folded[:1] else 0.0
    if roles == {Role.PATRONYMIC, Role.PLAIN}:
        return 0.0
    pairs = [(a, b) for a in one.forms for b in other.forms]
    if any(a[0] == b[0] for a, b in pairs):
        return 1.0
    whole = JaroWinkler.similarity(one.folded, other.folded)
    found = max(max(JaroWinkler.similarity(a[0], b[0]), whole) - _less(a, b) for a, b in pairs)
    names = bool(one.given and other.given) and one.given != other.given
    return max(0.0, found - OTHER_NAME * names)


def _less(one: Form, other: Form) -> float:
    return OTHER_KEY * (one[1] != other[1]) + OTHER_VOWEL * (_vowel(one[0]) != _vowel(other[0]))


def _vowel(stem: str) -> str:
    return next((letter for letter in stem if letter in VOWELS), "")
