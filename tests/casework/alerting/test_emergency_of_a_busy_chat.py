"""One chat reports very much: what it tells is one card. An emergency among it reaches somebody all the same, with a sound,
and goes on ringing until somebody has read it; a flood of them shares its sounds.
"""

import pytest

from core.model import LANGUAGES
from handlers.alerting import tasks
from tests.casework.story_desk import Desk, Person

TAKEN = {
    "en": "police took {} in Almaty",
    "ru": "полиция задержала {} в Алматы",
    "kk": "Алматыда полиция {} ұстап әкетті",
}
HELP = {
    "en": ("they beat my father, help", "the police took my aunt", "my neighbour was taken away by police"),
    "ru": ("избивают моего отца, помогите", "полиция забрала мою тётю", "моего соседа увезла полиция"),
    "kk": ("әкемді ұрып жатыр, көмектесіңіз", "апамды полиция әкетті", "көршімді полиция алып кетті"),
}
NAMES = ("Dana Made-Up", "Tim Example", "Aset Ойдан", "Saule Made-Up")


async def busy(desk: Desk, language: str = "en") -> Person:
    """A chat of which three cases were opened within the hour, and one more."""
    rita = desk.person("Rita", language)
    for name in NAMES:
        await rita.writes("/report", TAKEN[language].format(name))
        await desk.later(minutes=3)
        await rita.writes("/report")
        await desk.later(minutes=3)
    return rita


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_emergency_without_a_place_rings_and_goes_on_until_somebody_has_read_it(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    rita = await busy(desk, language)
    for act in ("sos", *HELP[language]):
        await desk.later(minutes=6)
        olga.rang()  # what rang before counts no more
        if act == "sos":
            await rita.presses_data("sos:")
        else:
            await rita.writes("/report", act)
        await desk.later(minutes=4)
        assert olga.rang() > 0, act
    case = await desk.case()
    assert (case.region, case.alerting) == (None, False)
    await desk.later(minutes=31)
    assert olga.rang() > 0  # nobody has read it yet
    async with desk.reading() as tx:
        waiting = [each for each in await tx.cases.select() if not each.alerting]
    for each in waiting:
        await olga.opens(each)
    await desk.later(minutes=35)
    assert await desk.waits_until("no-place") is None  # it rings no more


async def test_a_flood_from_one_chat_shares_its_sounds_and_the_last_is_heard_too(desk: Desk) -> None:
    desk.without_clocks()
    olga = await desk.coordinator()
    rita = await busy(desk)
    await desk.later(minutes=6)
    olga.rang()
    before = len(olga.screen.sounds)
    for number in range(12):
        await rita.writes("/report", f"the police took my colleague number {number}, help")
        await desk.later(minutes=1)
    await desk.later(minutes=4)
    async with desk.reading() as tx:
        opened = [case.opened_at for case in await tx.cases.select() if not case.alerting]
    assert len(opened) >= 10
    sounds = olga.screen.sounds[before:]
    assert 3 <= len(sounds) <= 10
    assert sounds[-1] >= max(opened)  # nobody's cry is without a sound behind it
    assert all(
        any(opened_at <= sound <= opened_at + tasks.TOGETHER for sound in sounds) for opened_at in opened
    )
