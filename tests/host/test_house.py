"""What is ordered of the house: the bot's process, and time that goes on while Telegram does not answer."""

import asyncio
from datetime import datetime, timedelta

import pytest

from playground.demo.settling import settle
from playground.host import play_control
from playground.host.newcomers import add_newcomer
from playground.host.playhouse import House
from playground.host.routes import Backstage

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def test_however_often_a_start_is_ordered_there_is_one_bot(house: House) -> None:
    await asyncio.gather(house.kill(), house.kill())
    await asyncio.gather(house.start(), house.start(), house.start())
    assert house.running
    assert house.restarts == 1


async def test_time_goes_on_and_timers_run_while_telegram_is_away(house: House) -> None:
    world, citizen = house.stage.world, house.cast.citizens[0]
    await citizen.writes("В Астане полиция забрала брата")
    await settle(house.stage)
    (due, *_) = [timer for timer in await play_control.waiting_timers(house) if timer.kind == "escalation"]
    await world.goes_down()
    await citizen.writes("Их двое")
    begun = await world.now()
    await play_control.goes_on(
        house, 300
    )  # longer, and the bot looks half a minute after the last failure only
    assert await world.now() - begun >= timedelta(minutes=5)
    assert due not in await play_control.waiting_timers(house)
    assert await world.pending() == 1
    await world.heals()
    await settle(house.stage)
    assert await world.pending() == 0


async def test_somebody_new_is_a_lawyer_of_the_running_bot_or_somebody_who_reports(house: House) -> None:
    lawyer = await add_newcomer(house, "lawyer", "Made-up Daniel", "en", "Aktau", "+77000000101")
    reporter = await add_newcomer(house, "citizen", "Made-up Aisha", "en", "Aktau", "+77000000102")
    phone = house.stage.world.phone({"id": reporter, "first_name": "Made-up Aisha"})
    await phone.writes("police took my brother in Aktau")
    await settle(house.stage)
    member = house.stage.world.phone({"id": lawyer, "first_name": "Made-up Daniel"})
    await member.expects("You are on the roster of")
    await member.expects("somebody is detained", "Aktau")
    roles = {card["name"]: card["role"] for card in house.cast.cards}
    assert (roles["Made-up Daniel"], roles["Made-up Aisha"]) == ("lawyer", "citizen")


async def test_somebody_new_with_signal_reports_and_a_lawyer_with_telegram_takes_it(house: House) -> None:
    reporter = await add_newcomer(house, "citizen", "Made-up Miras", "en", "Almaty", "", "signal")
    about = next(one for one in house.server.messengers[1].people() if one["id"] == reporter)
    phone, lawyer = house.stage.world.phone(about), house.cast.members["ruslan"]
    await phone.writes("police took my brother in Almaty")
    await settle(house.stage)
    await lawyer.taps("I'll take it")
    await settle(house.stage)
    await phone.expects("A lawyer")
    assert house.cast.cards[0]["chat_id"] == reporter


async def test_a_lawyer_with_signal_alone_is_asked_and_accepts_by_typing(house: House) -> None:
    member = await add_newcomer(house, "lawyer", "Made-up Madina", "en", "Aktobe", "+77000000104", "signal")
    about = next(one for one in house.server.messengers[1].people() if one["id"] == member)
    lawyer, citizen = house.stage.world.phone(about), house.cast.citizens[2]
    await settle(house.stage)
    await lawyer.expects("You are on the roster")
    await citizen.writes("police took my sister in Aktobe")
    await settle(house.stage)
    await lawyer.expects("somebody is detained", "Aktobe")
    await lawyer.taps("I'll take it")
    await settle(house.stage)
    await citizen.expects("A lawyer")


@pytest.mark.parametrize(
    ("role", "name"), [("administrator", "Made-up Daniel"), ("lawyer", " "), ("", "Made-up Daniel")]
)
async def test_nobody_joins_without_a_name_or_in_a_role_that_is_none(
    house: House, role: str, name: str
) -> None:
    with pytest.raises(ValueError, match="nobody can join"):
        await add_newcomer(house, role, name, "en", "Aktau", "+77000000103")


async def test_it_begins_anew_when_it_is_asked_to(house: House) -> None:
    backstage = Backstage(house)
    with pytest.raises(KeyError):
        await backstage.anew({"play": "no scene"})
    await backstage.anew({"play": "practice", "do": "all"})
    await backstage.anew({"play": "crowd", "do": "all"})  # too late
    assert await backstage.ends() == {"play": "practice", "do": "all"}


async def test_pages_are_told_to_which_moment_time_runs_what_it_passes_and_that_it_has(house: House) -> None:
    await house.cast.citizens[2].writes("police took my brother in Almaty")
    await settle(house.stage)
    begun = len(house.server.told)
    await Backstage(house).clock({"advance_seconds": 240})
    told = [event for event in house.server.told.after(0)[begun:] if event["type"] == "busy"]
    assert [event["on"] for event in told[:2] + told[-1:]] == [True, True, False]
    assert "See whether an offer has reached the phone" in [
        event["passes"]["en"] for event in told if "passes" in event
    ]
    assert "to" not in told[-2]  # it runs no further
    passes = datetime.fromisoformat(told[1]["to"]) - datetime.fromisoformat(told[1]["from"])
    assert timedelta(seconds=239) < passes <= timedelta(minutes=4)
