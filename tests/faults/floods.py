"""Floods by hostile accounts, on the real program and the local Bot API server with Telegram's limits: what others feel.

python -m tests.faults.floods [NAME …]

While each flood goes on somebody who never wrote before reports a detention, and somebody else hides their chat. Measured,
in real seconds: until a lawyer is asked, until the report is answered, until the chat is being emptied; and how often a
lawyer's phone made a sound.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from playground.phone import Phone
from tests.faults.false_reports import false_reports
from tests.faults.flooded import Felt, Scene, scene

ODD = ("0,1." * 1_024, "не " * 1_365, "1.2 " * 1_024)  # 4,096 characters that take longest to read
HELD = "в астане задержали человека у дома {}"  # where no lawyer is


async def nothing(scene: Scene) -> Felt:
    """No flood at all, to compare with."""
    return await scene.felt()


async def which_one(scene: Scene) -> Felt:
    """One stranger has two open reports, writes 200 messages of 4,096 characters, and presses "this is a new one"."""
    (stranger,) = await scene.people(1)
    for city in ("караганде", "астане"):
        await stranger.writes("/report")
        await stranger.writes(f"в {city} задержали человека")
    for typed in ("/report", "/cancel"):  # no form is open: words belong to none of the two by themselves
        await stranger.writes(typed)
    await scene.quiet(5)
    for number in range(200):
        await stranger.writes(ODD[number % len(ODD)])
    await scene.quiet(10)
    shown = [one for one in await stranger.shown() if one.from_bot]
    asked = [
        (one.id, button.data)
        for one in shown
        for row in one.buttons
        for button in row
        if button.data.startswith("which:")
    ]
    await stranger.taps_data(*asked[-1])
    return await scene.felt()


async def odd_texts(scene: Scene) -> Felt:
    """Twenty accounts send an odd text of 4,096 characters a second, for 30 seconds."""
    strangers = await scene.people(20)
    going = asyncio.create_task(_each_second(strangers, 30))
    await asyncio.sleep(20)
    felt = await scene.felt()
    await going
    return felt


async def replies(scene: Scene) -> Felt:
    """A hundred accounts send forty messages each, as fast as they can."""
    return await _in_the_middle(scene, await scene.people(100), 40, short=True)


async def one_person(scene: Scene) -> Felt:
    """One account has sent ten thousand messages."""
    return await _in_the_middle(scene, await scene.people(1), 10_000, short=True, all_of_it=True)


async def thousand(scene: Scene) -> Felt:
    """A thousand accounts have sent one message each, every third long and odd."""
    return await _in_the_middle(scene, await scene.people(1_000), 1, short=False, all_of_it=True)


FLOODS: dict[str, Callable[[Scene], Awaitable[Felt]]] = {
    one.__name__: one for one in (nothing, which_one, odd_texts, replies, one_person, thousand, false_reports)
}


async def _each_second(strangers: list[Phone], seconds: int) -> None:
    for number in range(seconds):
        begun = time.perf_counter()
        await asyncio.gather(*(one.writes(ODD[number % len(ODD)]) for one in strangers))
        await asyncio.sleep(max(0, 1 - (time.perf_counter() - begun)))


async def _in_the_middle(
    scene: Scene, strangers: list[Phone], each: int, *, short: bool, all_of_it: bool = False
) -> Felt:
    async def flood() -> None:
        for number in range(each):
            for at in range(0, len(strangers), 50):
                portion = strangers[at : at + 50]
                await asyncio.gather(*(one.writes(_text(number + n, short)) for n, one in enumerate(portion)))

    going = asyncio.create_task(flood())
    await (going if all_of_it else asyncio.sleep(2))
    felt = await scene.felt()
    await going
    return felt


def _text(number: int, short: bool) -> str:
    if not short and number % 3 == 0:
        return ODD[number % len(ODD)]
    return f"слова {number}, ничего больше" if number % 4 else HELD.format(number)


async def measure(name: str) -> Felt:
    """One flood, on a bot of its own."""
    with TemporaryDirectory(prefix="dabyl-flood-") as folder:
        async with scene(Path(folder)) as made:
            return await FLOODS[name](made)


if __name__ == "__main__":
    for asked in sys.argv[1:] or FLOODS:
        found = asyncio.run(measure(asked))
        sys.stdout.write(
            f"{asked:13} alert {found.alert:6.2f} s   receipt {found.receipt:6.2f} s   hide {found.hide:6.2f} s"
            f"   rings {found.rings}\n"
        )
        sys.stdout.flush()
