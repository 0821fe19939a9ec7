"""Real updates of the Bot API, changed until they are wrong: by a seeded chance, so that every storm can be had again.

A mutation takes one place of the JSON and puts something else there: another type, a huge or a strange string, a number
that no column holds, a thousand brackets, nothing at all. Some updates come twice, some in pieces.
"""

import copy
import random
from collections.abc import Iterator
from typing import Any

STRINGS = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\ud83d",  # half of a surrogate pair
    "a\ude00\ud83db",
    "NaN",
    "-0",
    "1e999",
    "' OR 1=1 --",
    "{ $name } {-term}",
    "<b>&amp;</b>",
    "/start",
    "/hide",
    "/report " + "x" * 60,
    "report/ongoing:yes",
    "accept:1",
    "accept:99999999999999999999",
    "open:" + "9" * 40,
    "case:\x00",
    "\u202e\u2066",  # the other way round
    "\u0301" * 300,
    "😀" * 2_000,
    "ы" * 5_000,
    "x" * 100_000,
)
NUMBERS = (
    *(
        0,
        -1,
        1,
        2**31,
        2**31 - 1,
        -(2**31),
        2**53 + 1,
        2**63 - 1,
        2**63,
        -(2**63),
        -(2**63) - 1,
        2**64,
        10**30,
        10**400,
    ),
    *(0.5, -0.0, 1e308, 5e-324, float("nan"), float("inf"), float("-inf")),
)
OTHERS: tuple[Any, ...] = (None, True, False, [], {}, [[]], [None], {"": None}, {"id": None})
DEPTH = 300


def mutated(update: Any, others: list[Any], chance: random.Random) -> Any:
    """The update with one to four things wrong."""
    update = copy.deepcopy(update)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 4))):
        update = _once(update, others, chance)
    return update


def _once(update: Any, others: list[Any], chance: random.Random) -> Any:
    places = list(_places(update))
    if not places or chance.random() < 0.01:
        return _anything(chance)
    owner, key = chance.choice(places)
    match chance.randrange(8):
        case 0:
            del owner[key]
        case 1 if isinstance(owner, dict):
            owner[str(_anything(chance))[:50]] = owner.pop(key)
        case 2:
            owner[key] = _deep(chance)
        case 3:
            source, name = chance.choice(list(_places(chance.choice(others))))
            owner[key] = copy.deepcopy(source[name])
        case 4 if isinstance(owner[key], str):
            owner[key] = chance.choice(STRINGS)
        case 5 if isinstance(owner[key], int | float):
            owner[key] = chance.choice(NUMBERS)
        case 6:
            owner[key] = [copy.deepcopy(owner[key])] * chance.choice((1, 2, 100))
        case _:
            owner[key] = _anything(chance)
    return update


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every (container, key) in it."""
    if isinstance(value, dict | list):
        for key, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
            yield value, key
            yield from _places(inner)


def _anything(chance: random.Random) -> Any:
    return copy.deepcopy(chance.choice((*STRINGS, *NUMBERS, *OTHERS)))


def _deep(chance: random.Random) -> Any:
    value: Any = _anything(chance)
    for _ in range(chance.choice((3, 30, DEPTH))):
        value = [value] if chance.random() < 0.5 else {"message": value}
    return value
