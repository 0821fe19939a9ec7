"""A drill asks people where they are reached, and says of whom it is not known that it reached them."""

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from tests.casework.drill.test_drill import MARK, TAKE, agreed, drilled
from tests.casework.story_desk import Desk, Person


async def on_signal(desk: Desk, person: Person, *, alone: bool = True) -> Person:
    """The phone of a member who agreed, on Signal first; ``alone``: there is no other address."""
    signal = await desk.also_on_signal(person, first=True)
    if alone:
        async with desk.writing() as tx:
            (member,) = [one for one in await tx.members.select() if one.name == person.name]
            tx.members.put(replace(member, other_id=None))
    signal.rang()
    return signal


async def test_who_reads_on_signal_is_asked_there_and_takes_it_by_typing(desk: Desk) -> None:
    olga = await desk.coordinator()
    (marat,) = await agreed(desk, "Marat")
    signal = await on_signal(desk, marat)
    await drilled(desk, olga)
    assert signal.rang() == 1
    signal.sees(MARK)
    await desk.later(seconds=41)
    await signal.presses(TAKE)
    signal.sees("It is over")
    olga.sees("✓ Marat: 0:41")
    marat.sees_nothing_of(MARK)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whose_phone_has_not_told_that_it_came_is_named_apart_from_who_does_not_answer(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    marat, saule = await agreed(desk, "Marat", "Saule")
    off, on = await on_signal(desk, marat), await on_signal(desk, saule)
    off.screen.off = True
    await olga.writes("/drill Алматы")
    await olga.presses(desk.service.words.say(language, "button-drill-begin"))
    assert on.screen.unconfirmed == []
    await desk.later(hours=1)
    say = desk.service.words.say
    olga.sees(
        say(language, "drill-member-unheard", name="Marat", messengers="Signal"),
        say(language, "drill-member-offered", name="Saule"),
    )
    async with desk.reading() as tx:
        (drill,) = await tx.drills.select()
        assert not await tx.timers.by(kind="unheard-drill")
    assert drill.unreachable == 1


async def test_after_two_minutes_the_other_address_and_the_next_person_are_asked(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat, *others = await agreed(desk, "Marat", "Saule", "Zhan", "Dina")
    signal = await on_signal(desk, marat, alone=False)
    signal.screen.off = True
    await drilled(desk, olga)
    assert signal.count(MARK) == 1
    asked = sum(person.count(MARK) for person in others)
    await desk.later(seconds=119)
    assert not marat.count(MARK)
    await desk.later(seconds=1)
    assert marat.count(MARK) == 1
    assert sum(person.count(MARK) for person in others) == asked + 1 == 3
    await marat.presses(TAKE)
    await desk.later(hours=1)
    olga.sees("✓ Marat: 2:00")


async def test_whom_it_reached_is_asked_at_one_address(desk: Desk) -> None:
    olga = await desk.coordinator()
    (marat,) = await agreed(desk, "Marat")
    signal = await on_signal(desk, marat, alone=False)
    await drilled(desk, olga)
    await desk.later(minutes=3)
    signal.sees(MARK)
    marat.sees_nothing_of(MARK)
