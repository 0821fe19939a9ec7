"""What somebody typed stays in the memory of the process for a few messages at most: it may be in other hands too."""

import gc
from collections.abc import Iterator
from functools import lru_cache

from tests.stories.citizens import does, reporter
from tests.world.world import World

OTHERS = 10  # messages of others, after which nothing of it is remembered
KEEPS = type(lru_cache(lambda: None))


def remembered() -> Iterator[str]:
    """Every text by which a function remembers an answer."""
    gc.unfreeze()  # what was there when the bot started is looked into, too
    for keeps in (one for one in gc.get_objects() if type(one) is KEEPS):
        for found in gc.get_referents(keeps):
            parts = found if isinstance(found, dict | list | tuple) else (found,)
            yield from (part for part in parts if isinstance(part, str))


async def test_no_function_remembers_a_word_that_somebody_typed(world: World) -> None:
    citizen = await reporter(world)
    typed = ("Вахромеев Онуфрий", "возле лавки вахромеева", "онуфрий вахромеев", "вахромеев")
    for said in typed:
        await does(world, said, by=citizen)
    other = await reporter(world)
    for number in range(OTHERS):
        await does(world, f"we have seen {number} of them", by=other)
    kept = [text for text in remembered() if "хромеев" in text.casefold() or "нуфри" in text.casefold()]
    assert len(list(remembered())) > OTHERS  # functions are looked into
    assert kept == []
