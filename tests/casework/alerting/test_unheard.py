"""An urgent case that nobody has answered within two minutes: coordinators ring, by one card."""

import pytest

from core.vocabulary import CaseState
from tests.casework.scenes import EVENING, everybody
from tests.casework.story_desk import Desk

URGENT = "police took a boy of 15 in Almaty"
CALM = "police took a man in Almaty"
RING = "Urgent, and nobody has answered yet."


async def test_after_two_minutes_a_coordinator_reads_whom_to_ring(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat", phone="+77010000001"), await desk.coordinator()
    await desk.lawyer("Lena", cities=("aktau",), phone="+77010000002", escalation=True, on_duty=False)
    await desk.reports(URGENT)
    olga.rang()
    await desk.later(minutes=1.9)
    olga.sees_nothing_of(RING)
    await desk.later(minutes=0.2)
    olga.sees(RING, "To call:", "Marat: +77010000001", "[✅ Marat takes it]")
    assert "[✅ Marat takes it | success]" in olga.screen.drawn(RING)
    olga.sees_nothing_of("+77010000002")  # who was not asked yet
    assert olga.rang() == 1
    marat.sees_nothing_of("+7701")
    await olga.presses("Marat takes it")
    assert (await desk.case()).state is CaseState.ACCEPTED
    olga.sees("Settled")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", RING),
        ("ru", "Срочно, и пока никто не ответил. Сообщение могут не заметить: позвоните."),
        ("kk", "Шұғыл, әзірге ешкім жауап берген жоқ."),
    ],
)
async def test_it_is_said_in_the_coordinators_language(desk: Desk, language: str, said: str) -> None:
    await desk.lawyer("Marat")
    olga = await desk.coordinator(languages=(language,))
    await desk.reports(URGENT)
    await desk.later(minutes=2)
    olga.sees(said, "Marat: +7701")


async def test_a_case_that_is_not_urgent_waits_until_everybody_was_asked(desk: Desk) -> None:
    await desk.lawyer("Marat")
    olga = await desk.coordinator()
    await desk.reports(CALM)
    await desk.later(minutes=4)
    olga.sees_nothing_of("To call")


async def test_who_answers_in_time_is_not_rung(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(URGENT)
    await marat.presses("I'll take it")
    await desk.later(minutes=4)
    olga.sees_nothing_of("To call")


async def test_whoever_is_asked_because_the_first_declined_has_two_minutes_of_their_own(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Igor", cities=("konaev",))
    await desk.reports(URGENT)
    await desk.later(minutes=1)
    await marat.presses("I can't")
    await desk.later(minutes=1.5)
    olga.sees_nothing_of(RING)
    await desk.later(minutes=0.6)
    olga.sees(RING, "Igor: +7701")
    olga.sees_nothing_of("Marat: ")


@pytest.mark.slow
async def test_many_urgent_cases_are_one_card_and_few_sounds(desk: Desk) -> None:
    for name in ("Marat", "Saule", "Dina"):
        await desk.lawyer(name)
    olga = await desk.coordinator()
    for number in range(12):
        await desk.reports(URGENT, name=f"Rita {number}")
        await desk.later(minutes=0.25)
    olga.rang()
    await desk.later(minutes=1.9)
    assert olga.count("cases that nobody took in time") == 1
    assert olga.rang() <= 1
    olga.sees((await desk.case(0)).code, (await desk.case(-1)).code)


async def test_once_everybody_was_asked_the_same_card_says_so(desk: Desk) -> None:
    await desk.lawyer("Marat")
    olga = await desk.coordinator()
    await desk.reports(URGENT)
    await desk.later(minutes=30)
    olga.sees("No lawyer has taken this case.")
    olga.sees_nothing_of(RING)


async def test_what_is_given_back_has_two_minutes_again(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Saule")
    await desk.reports(URGENT)
    await desk.later(minutes=3)
    olga.sees(RING)
    await marat.presses("I'll take it", "Give back")
    olga.sees_nothing_of(RING)
    await desk.later(minutes=1.9)
    olga.sees_nothing_of(RING)
    await desk.later(minutes=0.2)
    olga.sees(RING, "Saule: ")


async def test_while_it_is_said_to_be_over_nobody_is_rung(desk: Desk) -> None:
    await desk.lawyer("Marat")
    olga = await desk.coordinator()
    rita = await desk.reports(URGENT)
    await rita.tells_all_out("he has been released")
    await desk.later(minutes=3)
    olga.sees_nothing_of(RING)
    assert (await desk.case()).unheard_at is None


async def test_a_coordinator_who_rings_keeps_the_others_phones_quiet(desk: Desk) -> None:
    await desk.lawyer("Marat")
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    await desk.reports(URGENT)
    await desk.later(minutes=2)
    await olga.presses("I am calling")
    vera.sees("📞 Olga is calling", RING)


@pytest.mark.slow
@pytest.mark.parametrize("hours", [(0, 0, 0, 0), (0, 2.5, 5, 7.5), (0, 0.1, 4, 4.2)])
async def test_a_night_with_four_urgent_cases_that_nobody_takes(desk: Desk, hours: tuple[float, ...]) -> None:
    desk.now = EVENING
    people = await everybody(desk)
    passed = 0.0
    for number, hour in enumerate(hours):
        await desk.later(hours=hour - passed)
        passed = hour
        await desk.reports(URGENT, name=f"Rita {number}")
    await desk.later(hours=11 - passed)
    came = {who: person.screen.came for who, person in people.items()}
    assert max(came.values()) <= 40, came
