"""Forty-eight hours of one detention, as a lawyer and a coordinator hear them: over a crash, corrected, frozen."""

from datetime import timedelta
from typing import Any

import pytest

from core.model import LANGUAGES
from core.timeline import TimelineKind
from core.values import Moment, Precision
from handlers.cards import live_cards
from handlers.casework import facts
from playground.phone import Phone
from storage.schema import members
from tests.stories.staff import PATIENT, history, reports, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}


async def notes(world: World, kind: str, value: Any) -> None:
    """The lawyer says something of the case; times are hours after its opening."""
    case = await the_case(world)
    said = (
        Moment(case.opened_at + timedelta(hours=value), Precision.MINUTE)
        if isinstance(value, float)
        else value
    )
    async with world.app.database.write(world.clock.now()) as tx:
        (lawyer,) = await tx.members.select(members.c.role == "lawyer")
        await facts.record(tx, world.app.service, case, facts.member_claim(tx, case, lawyer, kind, said))
        await live_cards.touch_case(tx, case.id)
    await world.settle()
    await world.fast_forward(seconds=1)


async def presses(world: World, person: Phone, action: str) -> None:
    """The newest button of this action."""
    for message in reversed(await person.shown()):
        for row in message.buttons:
            for button in row:
                if button.data.startswith(f"{action}:"):
                    await person.taps_data(message.id, button.data)
                    await world.settle()
                    return
    raise AssertionError(f"no button {action}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.world(config=PATIENT)
async def test_forty_eight_hours(world: World, language: str) -> None:
    def say(key: str, **values: Any) -> str:
        return world.app.service.words.say(language, key, **values)

    lawyer = await world.member("Marat", languages=(language,))
    olga = await world.member("Olga", role="coordinator", languages=(language,), on_duty=False)
    await reports(world, HELD[language], language=language)
    await presses(world, lawyer, "accept")
    await presses(world, lawyer, "first")
    await notes(world, "started", -1.0)
    await notes(world, "regime", "criminal")
    await notes(world, "born", "1980")
    await lawyer.expects(say("clock-hours", count=3), "131(2)")
    await world.fast_forward(hours=1.5)
    # While the bot is away the three hours pass; afterwards it is heard at once.
    await world.crash()
    world.clock.move_to(world.clock.now() + timedelta(hours=1.5))
    await world.start_bot()
    await world.fast_forward(minutes=1)
    code = (await the_case(world)).code
    place = world.app.service.gazetteer.name("almaty", language)
    await lawyer.expects(say("clock-head", code=code, place=place), "131(2)")
    await presses(world, lawyer, "clockseen")
    await lawyer.expects("👁", "131(2)")
    await notes(world, "protocol", 3.0)
    assert (await history(world, await the_case(world))).count(TimelineKind.OVERRUN_ENDED) == 1
    # It had begun later than was thought: that overrun does not hold.
    await notes(world, "started", 0.5)
    assert TimelineKind.OVERRUN_VOID in await history(world, await the_case(world))
    # Forty-eight hours; nobody answers, so the coordinator hears.
    await world.fast_forward(hours=46)
    await lawyer.expects("131(4)", say("clock-hours", count=48))
    await olga.expects(say("clocks-head", count=1), code, "131(4)")
    await notes(world, "released_at", 50.75)
    async with world.app.database.read(world.clock.now()) as tx:
        (frozen,) = [
            mark
            for mark in await tx.clock_marks.select()
            if mark.clock == "detention-without-court" and mark.void_at is None
        ]
    assert frozen.minutes == 135
    assert frozen.known["articles"] == ["cpc-131", "cpc-128", "cpc-133"]
    await lawyer.expects(say("state-yours"), say("clock-span", days=0, hours=2, minutes=15))
    await olga.expects(say("clocks-none"))
