"""*I cannot*: offered to colleagues without a name, the first who takes it has it, and it counts wherever duty is asked."""

from datetime import UTC, datetime

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

HELD = "police took a man in Almaty"
TYPED = {"kk": "жұмада келе алмаймын", "ru": "не могу в пятницу", "en": "I cannot on Friday"}
FRIDAY = datetime(2018, 9, 21, 17, 0, tzinfo=UTC)  # 23:00 in Almaty
TIMES = "Fri 21.09, 22:00–06:00"


async def three(desk: Desk, *languages: str) -> tuple[Person, Person, Person]:
    """Marat is on duty on Friday night; Saule and Timur on Mondays."""
    spoken = tuple(languages) or ("en",)
    marat = await desk.lawyer("Marat Made-Up", languages=spoken)
    saule = await desk.lawyer("Saule", languages=spoken)
    timur = await desk.lawyer("Timur", languages=spoken)
    await marat.writes("/duty fri 22-6")
    await saule.writes("/duty mon 9-18")
    await timur.writes("/duty mon 9-18")
    for one in (marat, saule, timur):
        one.rang()
    return marat, saule, timur


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_whole_way_in_three_languages(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    marat, saule, timur = await three(desk, language)
    await marat.writes(f"/duty {TYPED[language]}")
    saule.sees("22:00–06:00", f"[{say(language, 'button-swap-take')}]")
    saule.sees_nothing_of("Marat")
    assert saule.rang() == 1
    await saule.presses(say(language, "button-swap-take"))
    assert saule.screen.has("swap:") is False
    marat.sees("22:00–06:00", say(language, "duty-told-taken", times="").partition("{")[0].split(":")[0])
    assert f"[{say(language, 'button-swap-take')}]" not in timur.screen.text()
    desk.now = FRIDAY
    await desk.reports(HELD)
    assert set(await desk.states()) == {"Saule"}
    offered = [of for kind, _, of in await desk.history() if kind == "offered"]
    assert [(of["member"], of["duty"]) for of in offered] == [("Saule", "replaces")]


async def test_whoever_cannot_is_off_duty_at_once(desk: Desk) -> None:
    marat, _, _ = await three(desk)
    await marat.writes("/duty")
    await marat.presses("I cannot…", TIMES)
    marat.sees(f"{TIMES}: you are off duty.", "[I can after all]")
    desk.now = FRIDAY
    await desk.reports(HELD)
    assert await desk.states() == {}


async def test_the_first_has_it_and_the_second_is_told(desk: Desk) -> None:
    marat, saule, timur = await three(desk)
    await marat.writes("/duty I cannot on Friday")
    message, button = timur.screen.button("I take it")
    await saule.presses("I take it")
    saule.sees("You are on duty in a colleague's place", TIMES, "Thank you")
    await timur.presses_data(button.data, message)
    timur.sees("Another colleague has taken this duty already.")
    assert (await desk.membership(timur)).duty.overrides == ()  # type: ignore[union-attr]


async def test_two_takes_in_one_batch_have_one_winner(desk: Desk) -> None:
    marat, saule, timur = await three(desk)
    await marat.writes("/duty I cannot on Friday")
    takes = [one.tap(one.screen.button("I take it")[1].data) for one in (timur, saule)]
    await desk.receive(*takes)
    members = [await desk.membership(one) for one in (timur, saule)]
    assert [len(member.duty.overrides) for member in members if member.duty] == [1, 0]
    saule.sees("Another colleague has taken this duty already.")


async def test_whoever_can_after_all_is_on_duty_again(desk: Desk) -> None:
    marat, saule, _ = await three(desk)
    await marat.writes("/duty I cannot on Friday")
    await marat.presses("I can after all")
    marat.sees("Confirmed, thank you.")
    saule.sees("nobody is needed any more")
    desk.now = FRIDAY
    await desk.reports(HELD)
    assert set(await desk.states()) == {"Marat Made-Up"}


async def test_nobody_is_asked_who_cannot_come(desk: Desk) -> None:
    marat, saule, timur = await three(desk)
    far = await desk.lawyer("Lena", cities=("aktau",))
    gone = await desk.lawyer("Aidar")
    await desk.suspends(gone)
    busy = await desk.lawyer("Dina")
    await busy.writes("/duty fri 20-8")
    olga = await desk.coordinator()
    await desk.blocks(timur)
    await marat.writes("/duty I cannot on Friday")
    assert saule.count("A colleague cannot") == 1
    for one in (far, gone, busy, olga, timur):
        assert one.count("A colleague cannot") == 0, one.name


async def test_who_was_suspended_meanwhile_takes_nothing(desk: Desk) -> None:
    marat, saule, _ = await three(desk)
    await marat.writes("/duty I cannot on Friday")
    _, button = saule.screen.button("I take it")
    await desk.suspends(saule)
    await saule.presses_data(button.data)
    saule.sees("Your membership is suspended")
    assert (await desk.membership(saule)).duty.overrides == ()  # type: ignore[union-attr]


async def test_if_nobody_takes_it_coordinators_are_told_after_two_hours(desk: Desk) -> None:
    marat, _, _ = await three(desk)
    olga = await desk.coordinator()
    await marat.writes("/duty I cannot on Friday")
    await desk.later(hours=1.9)
    assert olga.count("No answer about duty") == 0
    await desk.later(hours=0.2)
    olga.sees("No answer about duty", f"Marat Made-Up cannot, and nobody has taken it: {TIMES}")
    await desk.later(hours=24)
    assert olga.count("nobody has taken it") == 1


async def test_in_the_middle_of_a_night_coordinators_are_told_at_once(desk: Desk) -> None:
    marat, _, _ = await three(desk)
    olga = await desk.coordinator()
    desk.now = FRIDAY
    await marat.writes("/duty")
    await marat.presses("I cannot…", TIMES)
    await desk.later(minutes=1)
    olga.sees("nobody has taken it", "Fri 21.09, 23:00–06:00")


async def test_whoever_has_no_duty_then_is_told_so(desk: Desk) -> None:
    _, saule, _ = await three(desk)
    await saule.writes("/duty I cannot on Friday")
    saule.sees("You have no duty then.")
    await saule.presses_data("cannot:1537543200")
    saule.sees("This duty is not there any more.")


async def test_what_a_suspended_member_offered_is_not_taken(desk: Desk) -> None:
    marat, saule, _ = await three(desk)
    await marat.writes("/duty I cannot on Friday")
    message, button = saule.screen.button("I take it")
    await desk.suspends(marat)
    await saule.presses_data(button.data, message)
    saule.sees("nobody is needed any more")
    assert (await desk.membership(saule)).duty.overrides == ()  # type: ignore[union-attr]


async def test_where_nobody_can_be_asked_coordinators_hear_of_it_at_once(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat Made-Up")
    await marat.writes("/duty fri 22-6", "/duty I cannot on Friday")
    marat.sees(f"{TIMES}: you are off duty. There is nobody to ask, the coordinators know.")
    olga.sees("Marat Made-Up cannot, and nobody has taken it", TIMES)
    await desk.later(hours=3)
    assert olga.count("nobody has taken it") == 1


async def test_whoever_cannot_be_reached_is_nobody_who_could_take_it(desk: Desk) -> None:
    olga, marat, saule = (
        await desk.coordinator(),
        await desk.lawyer("Marat Made-Up"),
        await desk.lawyer("Saule"),
    )
    await saule.writes("/duty mon 9-18")
    await desk.blocks(saule)
    await marat.writes("/duty fri 22-6", "/duty I cannot on Friday")
    olga.sees("Marat Made-Up cannot, and nobody has taken it", TIMES)


async def test_whoever_took_it_and_cannot_either_gives_it_on(desk: Desk) -> None:
    marat, saule, timur = await three(desk)
    await marat.writes("/duty I cannot on Friday")
    await saule.presses("I take it")
    await saule.writes("/duty I cannot on Friday")
    saule.sees(f"{TIMES}: you are off duty. Colleagues have been asked")
    assert marat.count("A colleague cannot") == 0  # they cannot come then
    await timur.presses("I take it")
    desk.now = FRIDAY
    await desk.reports(HELD)
    assert set(await desk.states()) == {"Timur"}


async def test_whoever_took_it_and_can_after_all_is_on_duty_again(desk: Desk) -> None:
    marat, saule, _ = await three(desk)
    await marat.writes("/duty I cannot on Friday")
    await saule.presses("I take it")
    await saule.writes("/duty I cannot on Friday")
    await saule.presses("I can after all")
    desk.now = FRIDAY
    await desk.reports(HELD)
    assert set(await desk.states()) == {"Saule"}


async def test_whoever_was_put_in_by_a_coordinator_can_say_that_they_cannot(desk: Desk) -> None:
    _, saule, timur = await three(desk)
    olga = await desk.coordinator()
    await olga.writes("/duty Saule 21.09 20-23")
    await saule.writes("/duty I cannot on Friday")
    saule.sees("Fri 21.09, 20:00–23:00: you are off duty.")
    timur.sees("A colleague cannot be on duty: Fri 21.09, 20:00–23:00")
