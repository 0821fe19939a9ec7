"""What somebody typed stays in the memory of the process for a few messages at most: it may be in other hands too."""

import gc
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from tests.stories.citizens import does, reporter
from tests.world.world import World

DEEP = 4  # a key of a tuple of tokens, and the token's text
OTHERS = 10  # messages of others, after which nothing of it is remembered
KEEPS = type(lru_cache(lambda: None))


def remembered() -> Iterator[str]:
    """Every text by which a function remembers an answer."""
    gc.unfreeze()  # what was there when the bot started is looked into, too
    keeping = [one for one in gc.get_objects() if type(one) is KEEPS]
    gc.freeze()
    for keeps in keeping:
        yield from _texts(gc.get_referents(keeps), DEEP)


def _texts(inside: Iterable[object], deep: int) -> Iterator[str]:
    for one in inside:
        if isinstance(one, str):
            yield one
        elif deep and isinstance(one, dict | list | tuple | Struct):
            yield from _texts(gc.get_referents(one), deep - 1)


async def test_no_function_remembers_a_word_that_somebody_typed(world: World) -> None:
    citizen = await reporter(world)
    typed = ("Крыжопольев Зимородий", "возле лавки крыжопольева", "зимородий крыжопольев", "крыжопольев")
    for said in typed:
        await does(world, said, by=citizen)
    other = await reporter(world)
    for number in range(OTHERS):
        await does(
            world,
            f"{chr(97 + number)}lpha {chr(97 + number)}eta {chr(97 + number)}amma are {number} streets",
            by=other,
        )
    kept = [text for text in remembered() if "рыжопольев" in text.casefold() or "имороди" in text.casefold()]
    assert len(list(remembered())) > OTHERS  # functions are looked into
    assert kept == []
