"""A case on legal hold is kept whatever its term; one that somebody asks to forget goes at once, unless it is held."""

from datetime import timedelta

import pytest

from core.vocabulary import CaseState, RecordKind
from handlers.forgetting import traces
from handlers.people import placeholders
from storage import timeline
from tests.casework.forgotten import WORDS, closed, nights, plain
from tests.casework.linking.test_linked_cases import accepts
from tests.casework.linking.test_same_case import SAME, cases, two
from tests.casework.story_desk import Desk, Person

WHY = "the court in Almaty wants it, for Dana Made-Up"


async def held(desk: Desk) -> tuple[Person, Person]:
    """Olga has opened the closed case and put it on hold."""
    _, olga, rita = await closed(desk)
    await olga.opens(await desk.case())
    await olga.presses("Legal hold")
    await olga.writes(WHY)
    return olga, rita


@pytest.mark.slow
async def test_a_held_case_keeps_everything_and_says_so_and_why(desk: Desk) -> None:
    olga, _ = await held(desk)
    olga.sees("is on legal hold until somebody lifts it")
    await nights(desk, 4000)
    case = await desk.case()
    assert (case.forgotten, case.forgotten_at) == ((), None)
    await olga.opens(case)
    olga.sees("🔒 Legal hold", WHY, "Dana Made-Up")
    assert "hold" in [kind for kind, _, _ in await desk.history()]
    await olga.writes("/holds")
    olga.sees("On legal hold: 1", case.code, "Olga", "until it is lifted")
    assert WHY not in olga.screen.texts()[-1]


@pytest.mark.slow
async def test_a_hold_that_is_lifted_by_a_second_tap_ends_and_the_next_night_forgets(desk: Desk) -> None:
    olga, _ = await held(desk)
    await nights(desk, 400)
    await olga.opens(await desk.case())
    await olga.presses("Legal hold", "Lift the hold")
    await nights(desk, 0)
    assert (await desk.case()).forgotten_at is None  # asked, and not confirmed
    await olga.presses("Lift the hold")
    olga.sees("the hold is lifted")
    await nights(desk, 0)
    assert (await desk.case()).forgotten_at is not None
    assert WHY not in await plain(desk)
    await olga.writes("/holds")
    olga.sees("No case is on legal hold")


@pytest.mark.slow
async def test_a_hold_with_an_end_ends_by_itself(desk: Desk) -> None:
    olga, _ = await held(desk)
    await olga.presses("1 year")
    olga.sees("is on legal hold until", "2019")
    await nights(desk, 359)
    assert (await desk.case()).forgotten == ()
    await nights(desk, 3)
    assert (await desk.case()).forgotten_at is not None


@pytest.mark.slow
async def test_what_was_linked_into_a_case_is_kept_as_long_as_that_case_and_goes_with_it(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await two(desk)
    await accepts(desk, marat, 0)
    await accepts(desk, saule, 1)
    await saule.presses("Released", "Released")
    await olga.presses(SAME)
    await nights(desk, 1200)  # the case that it feeds now is open
    _, stub = await cases(desk)
    assert (stub.record, stub.forgotten) == (RecordKind.STUB, ())
    await marat.presses("Released", "Released")
    await olga.opens(await desk.case(0))
    await olga.presses("Legal hold")
    await olga.writes(WHY)
    await nights(desk, 1200)
    assert [one.forgotten for one in await cases(desk)] == [(), ()]
    await olga.presses("Lift the hold", "Lift the hold")
    await nights(desk, 0)
    assert None not in [one.forgotten_at for one in await cases(desk)]


@pytest.mark.slow
async def test_whoever_makes_a_hold_shorter_stands_in_the_history(desk: Desk) -> None:
    olga, _ = await held(desk)
    await olga.presses("3 years", "6 months", "History")
    olga.sees("the hold ends on 01.09.2021 · Olga", "the hold ends on 16.03.2019 · Olga")


async def test_without_a_reason_nothing_is_held(desk: Desk) -> None:
    _, olga, _ = await closed(desk)
    await olga.opens(await desk.case())
    await olga.presses("Legal hold")
    await olga.writes("/cancel")
    olga.sees("No hold.")
    async with desk.reading() as tx:
        assert await tx.holds.select() == []


@pytest.mark.slow
async def test_whoever_asks_to_be_forgotten_is_at_once_after_a_second_tap(desk: Desk) -> None:
    _, olga, rita = await closed(desk)
    await olga.opens(await desk.case())
    await olga.presses("Forget this case", "The person held")
    await desk.later(minutes=1)
    assert (await desk.case()).forgotten_at is None  # not confirmed
    await olga.presses("Forget it for good")
    await desk.later(minutes=1)
    await nights(desk, 0)
    case = await desk.case()
    assert case.forgotten_at is not None
    text = await plain(desk)
    for word in WORDS:
        assert word not in text
    assert rita.screen.texts() == [] or not any("lawyer" in one for one in rita.screen.texts())
    olga.sees_nothing_of(*WORDS)
    assert [details for kind, _, details in await desk.history() if kind == "forgotten"] == [
        {"forgotten": "person"}
    ]
    async with desk.reading() as tx:
        assert (await desk.report()).address_id == (await placeholders.chat(tx, (await desk.report()).id)).id
        assert await timeline.find_flaw(tx, case) is None


@pytest.mark.slow
async def test_a_case_that_is_reopened_before_all_of_it_is_forgotten_keeps_what_is_left(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, olga, _ = await closed(desk)
    monkeypatch.setattr(traces, "MESSAGES_AT_ONCE", 1)  # messages: so there are several pieces
    case = await desk.case()
    await olga.opens(case)
    await olga.presses("Forget this case", "The person held", "Forget it for good")
    await desk.later(seconds=1)
    await olga.presses_data(f"reopen:{case.id}")
    await desk.later(minutes=10)
    case = await desk.case()
    assert (case.state, case.forgotten_at) == (CaseState.OPEN, None)
    olga.sees("Dana Made-Up")


@pytest.mark.slow
async def test_what_is_held_cannot_be_forgotten_even_if_somebody_asks(desk: Desk) -> None:
    olga, _ = await held(desk)
    await olga.presses("Forget this case")
    olga.sees("Lift the hold first")
    case = await desk.case()
    await olga.presses_data(f"forget:{case.id}:sure-person")
    await desk.later(minutes=1)
    assert (await desk.case()).forgotten_at is None


async def test_an_open_case_cannot_be_forgotten(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("police took Dana Made-Up in Almaty")
    case = await desk.case()
    await olga.opens(case)
    assert not any("Forget this case" in text for text in olga.screen.texts())
    await olga.presses_data(f"forget:{case.id}:sure-person")
    olga.sees("is open")
    await desk.later(minutes=1)
    assert (await desk.case()).forgotten_at is None


@pytest.mark.parametrize("days", [359, 362])
async def test_who_left_the_roster_is_forgotten_after_a_year(desk: Desk, days: int) -> None:
    marat, olga = await desk.lawyer("Marat", phone="+77019998877"), await desk.coordinator()
    await desk.suspends(marat)
    await nights(desk, days)
    text = await plain(desk)
    assert ("+77019998877" in text) is (days < 360)
    await olga.writes("/members")
    assert any("Marat" in one for one in olga.screen.texts()) is (days < 360)
    desk.now += timedelta(days=1)
    await desk.lawyer("Marat", person=marat)  # and can come back, as somebody new
    await olga.writes("/members")
    olga.sees("Marat")


@pytest.mark.slow
async def test_nobody_can_take_no_for_yes_before_something_goes_for_good(desk: Desk) -> None:
    olga, _ = await held(desk)
    await olga.presses("Lift the hold", "Keep it on hold", "Lift the hold", "Lift the hold")
    await olga.presses("Forget this case", "The family", "Keep the case")
    await desk.later(minutes=1)
    assert (await desk.case()).forgotten_at is None


@pytest.mark.slow
async def test_a_case_that_is_opened_again_before_it_is_forgotten_is_not(desk: Desk) -> None:
    _, olga, _ = await closed(desk)
    await olga.opens(await desk.case())
    message, again = olga.screen.button("Open again")
    await olga.presses("Forget this case", "The family", "Forget it for good")
    await olga.presses_data(again.data, message)
    await desk.later(minutes=1)
    case = await desk.case()
    assert (case.state.value, case.forgotten, case.forgotten_at) == ("open", (), None)


@pytest.mark.slow
async def test_the_words_of_a_held_case_cannot_be_wiped_as_a_joke(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("police took Dana Made-Up in Almaty")
    await olga.opens(await desk.case())
    await olga.presses("Legal hold")
    await olga.writes(WHY)
    await olga.presses("A joke…", "Close as a joke", "Wipe the words for good")
    olga.sees("Lift the hold first")
    assert "Dana Made-Up" in await plain(desk)


@pytest.mark.slow
async def test_a_hold_of_a_case_that_became_part_of_another_holds_that_and_is_lifted_there(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    await desk.reports("police took Dana Made-Up in Almaty")
    whole = await desk.case()
    await desk.reports("police took Dana Made-Up in Almaty, I am her brother", name="Aidos")
    part = await desk.case()
    await olga.opens(part)
    await olga.presses("Legal hold")
    await olga.writes(WHY)
    await olga.writes(f"/link {whole.code} {part.code}")
    await olga.presses("1: the same")
    await olga.opens(whole)
    olga.sees(f"Case {whole.code}", "🔒 Legal hold", WHY)
    await olga.presses("Legal hold", "Lift the hold", "Lift the hold")
    async with desk.reading() as tx:
        assert all(one.lifted_at for one in await tx.holds.select())
