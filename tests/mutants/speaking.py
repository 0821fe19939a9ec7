"""Which tests speak of what a break changes: by words that the code and a test have in common, and that few tests say.

Thousands of tests pass a line that everybody's story passes, and most of them see nothing of what one part of it does.
"""

import inspect
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import log
from typing import TypeVar

import pytest

T = TypeVar("T")

WORD = re.compile(r"[A-Za-z]{3,}")
STEM = 6  # letters of a word: who writes of "specialities" means ``speciality`` too
BEGINS = 0.5  # seconds, so that a test is not quick enough to come first whatever it says


def words(*texts: str) -> frozenset[str]:
    """What is spoken of, by the first letters of each word."""
    return frozenset(word.lower()[:STEM] for text in texts for word in WORD.findall(text.replace("_", " ")))


def said_by(item: pytest.Item) -> frozenset[str]:
    """What a test speaks of: its name and what it plays."""
    function = getattr(item, "function", None)
    return words(item.nodeid, inspect.getsource(function) if function is not None else "")


def spoken_of(
    said: Mapping[T, frozenset[str]], changed: frozenset[str], around: frozenset[str]
) -> dict[T, float]:
    """How much each of these tests speaks of what is ``changed`` and what stands ``around`` it; rare words count more."""
    how_many = Counter(word for one in said.values() for word in one)
    worth = {word: log((len(said) + 1) / (how_many[word] + 0.5)) for word in changed | around}
    return {
        test: 2 * sum(worth[word] for word in changed & one)
        + sum(worth[word] for word in (around - changed) & one)
        for test, one in said.items()
    }


def by_words(
    said: Mapping[T, frozenset[str]],
    changed: frozenset[str],
    around: frozenset[str],
    took: Callable[[T], float],
) -> list[T]:
    """Those first that speak most of it for their time."""
    spoken = spoken_of(said, changed, around)
    return sorted(said, key=lambda test: -spoken[test] / (BEGINS + took(test)))


def in_turns(one: Sequence[T], other: Sequence[T], took: Callable[[T], float]) -> list[T]:
    """Two orders in one: whichever has had less time is next."""
    merged: dict[T, None] = {}
    orders, spent = (list(reversed(one)), list(reversed(other))), [0.0, 0.0]
    while any(orders):
        turn = 0 if orders[0] and (not orders[1] or spent[0] <= spent[1]) else 1
        test = orders[turn].pop()
        if test not in merged:
            merged[test] = None
            spent[turn] += took(test)
    return list(merged)
