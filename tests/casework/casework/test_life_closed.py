"""CLOSED and REOPENED: how a case ends, and how it begins again."""

from datetime import timedelta

import pytest

from core.vocabulary import OUTCOMES
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def taken(desk: Desk) -> tuple[Person, Person, Person, Person]:
    """A case that Marat has, its words and a photo on his phone; Saule was asked; Olga opened it; Rita told."""
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    rita = await desk.reports(HELD)
    await rita.allows_news()
    await rita.sends("photo-1")
    await marat.presses("I'll take it", "All words", "1 file")
    await olga.writes("/cases")
    await olga.opens(await desk.case())
    await olga.presses("All words")
    for one in (marat, saule, olga, rita):
        one.rang()
    return marat, saule, olga, rita


# --- asking once more


async def test_closing_asks_how_it_ended_and_every_way_can_be_chosen(desk: Desk) -> None:
    marat, _, _, _ = await taken(desk)
    await marat.presses("Close…")
    assert marat.screen.drawn("close it?") == (
        "513-742: close it? How did it end?\n"
        "[Released] [Fine]\n"
        "[Warning] [Administrative arrest]\n"
        "[House arrest] [Remand]\n"
        "[Another counsel has it] [Contact lost]\n"
        "[Other]\n"
        "[No, go on]"
    )
    assert (await desk.case()).state == "accepted"


@pytest.mark.parametrize("label", ["Released", "False alarm"])
async def test_a_quick_end_is_asked_once_more_in_red(desk: Desk, label: str) -> None:
    marat, _, _, _ = await taken(desk)
    await marat.presses(label)
    assert marat.screen.drawn("close it?") == (
        f"513-742: close it? How did it end?\n[{label} | danger]\n[No, go on]"
    )
    await marat.presses("No, go on")
    assert marat.count("Not closed.") == 1
    marat.sees_nothing_of("close it?")
    assert (await desk.case()).state == "accepted"


@pytest.mark.parametrize("outcome", OUTCOMES)
async def test_each_outcome_is_kept_and_only_a_release_says_that_nobody_is_held(
    desk: Desk, outcome: str
) -> None:
    marat, _, _, rita = await taken(desk)
    await rita.presses_data("report/ongoing:yes")
    case = await desk.case()
    await desk.later(minutes=3)
    await marat.presses_data(f"closed:{case.id}:{outcome}")
    case = await desk.case()
    assert (case.state, case.outcome, case.closed_at) == ("closed", outcome, desk.now)
    assert case.ongoing == ("no" if outcome == "released" else "yes")
    assert (await desk.history())[-1] == ("closed", "Marat", {"outcome": outcome})
    assert case.owner_id == (await desk.membership(marat)).id  # whose case it was


async def test_an_outcome_that_there_is_not_closes_nothing(desk: Desk) -> None:
    marat, _, _, _ = await taken(desk)
    case = await desk.case()
    await marat.presses_data(f"closed:{case.id}:vanished")
    marat.sees("This is not possible any more.")
    assert await desk.case() == case


async def test_who_may_not_close_is_told_so_at_both_presses(desk: Desk) -> None:
    _, saule, _, _ = await taken(desk)
    case = await desk.case()
    saule.rang()
    await saule.presses_data(f"closing:{case.id}")
    await saule.presses_data(f"closed:{case.id}:released")
    assert saule.count("This case is not shown to you.") == 2
    assert (saule.rang(), (await desk.case()).state) == (0, "accepted")  # who presses reads it


# --- what follows


async def closed(desk: Desk) -> tuple[Person, Person, Person, Person]:
    marat, saule, olga, rita = await taken(desk)
    await marat.presses("Close…", "Fine")
    return marat, saule, olga, rita


async def test_all_cards_say_that_it_is_closed_and_how(desk: Desk) -> None:
    marat, saule, olga, _ = await closed(desk)
    for one in (marat, saule):
        one.sees("513-742: closed (Fine).")
    olga.sees("513-742: closed (Fine).", "[Open the case] [Open again]")
    olga.sees("without a lawyer 0, with a lawyer 0, records 0")
    assert marat.count("513-742 is closed.") == 1
    marat.sees_nothing_of("close it?")
    assert (saule.rang(), olga.rang()) == (0, 0)


async def test_words_and_files_leave_the_phone_of_its_lawyer(desk: Desk) -> None:
    marat, _, olga, _ = await closed(desk)
    marat.sees_nothing_of("Dana", "photo-1")
    assert olga.count("Dana") == 0  # the coordinator's view shrinks too, and what was handed out beside it


async def test_no_timer_is_left_and_nobody_hears_of_it_again(desk: Desk) -> None:
    marat, saule, olga, _ = await closed(desk)
    assert await desk.waits_until("first-action") is None
    assert await desk.waits_until("reminder") is None
    assert await desk.waits_until("escalation") is None
    for one in (marat, saule, olga):
        one.rang()
    await desk.later(hours=30)
    assert [one.rang() for one in (marat, saule, olga)] == [0, 0, 0]


async def test_offers_that_were_open_are_withdrawn_when_a_coordinator_closes(desk: Desk) -> None:
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    await desk.reports(HELD)
    await saule.presses("I can't")
    await olga.opens(await desk.case())
    await desk.later(minutes=1)
    await olga.presses("False alarm", "False alarm")
    assert await desk.states() == {"Marat": "withdrawn", "Saule": "declined"}
    assert (await desk.offers())["Marat"].answered_at == desk.now
    assert await desk.waits_until("escalation") is None
    assert (await desk.history())[-1] == ("closed", "Olga", {"outcome": "false_alarm"})
    marat.sees("513-742: closed (False alarm).")
    saule.sees("513-742: closed (False alarm).")


async def test_the_owners_offer_stays_the_one_that_was_accepted(desk: Desk) -> None:
    marat, *_ = await taken(desk)
    taken_at = desk.now
    await desk.later(minutes=5)
    await marat.presses("Close…", "Fine")
    assert await desk.states() == {"Marat": "accepted", "Saule": "withdrawn"}
    assert (await desk.offers())["Marat"].answered_at == taken_at


async def test_reporters_hear_it_who_want_to(desk: Desk) -> None:
    marat, _, _, rita = await taken(desk)
    vera = await desk.reports(HELD, name="Vera")
    await vera.allows_news("no")
    await marat.presses("I'll take it")
    for number in (0, 1):
        await marat.presses_data(f"closed:{(await desk.case(number)).id}:fine")
    assert rita.screen.texts()[-1].startswith(
        "Your report is closed: Fine. If something new happens, write here."
    )
    vera.sees_nothing_of("closed")


async def test_open_questions_end_and_later_words_are_an_alarm_of_their_own(desk: Desk) -> None:
    _, _, _, rita = await closed(desk)
    assert (await desk.report(0)).state == "closed"
    assert await desk.waits_until("draft") is None
    await rita.writes("they took him again, in Astana, he is beaten")
    second = await desk.case()
    assert (second.city, second.state) == ("astana", "open")
    assert (await desk.case(0)).state == "closed"
    assert [line[0] for line in await desk.history(0)][-1] == "closed"


async def test_asks_about_it_are_settled(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    await rita.presses_data("report/ongoing:no")
    olga.sees("The reporter says that it is over.", "[It is not over]")
    await marat.presses_data(f"closed:{(await desk.case()).id}:released")
    olga.sees("Settled: 🟠 513-742", "· Released")


async def test_it_is_not_over_on_a_closed_case_is_told_that_it_is_closed_and_changes_nothing(
    desk: Desk,
) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    await rita.presses_data("report/ongoing:no")
    message, button = olga.screen.button("It is not over")
    await marat.presses_data(f"closed:{(await desk.case()).id}:released")
    before = await desk.history()
    await olga.presses_data(button.data, message)
    olga.sees("This case is closed.")
    assert await desk.history() == before


async def test_a_closed_case_takes_no_presses_of_its_lawyer(desk: Desk) -> None:
    marat, saule, olga, _ = await taken(desk)
    case, offers = await desk.case(), await desk.offers()
    await marat.presses("Close…", "Fine")
    for data in ("back:{}", "closing:{}", "closed:{}:fine", "first:{}:contacted"):
        await marat.presses_data(data.format(case.id))
    assert marat.count("This case is closed.") == 4
    await saule.presses_data(f"accept:{offers['Saule'].id}")
    saule.sees("This case is closed.")
    await saule.presses_data(f"decline:{offers['Saule'].id}")
    for data in (f"take:{case.id}", f"ask:{case.id}", f"rung:{offers['Saule'].id}"):
        await olga.presses_data(data)
    assert olga.count("This case is closed.") == 3
    assert (await desk.history())[-1][0] == "closed"
    assert await desk.states() == {"Marat": "accepted", "Saule": "withdrawn"}


# --- again


async def reopened(desk: Desk, outcome: str = "released") -> tuple[Person, Person, Person, Person]:
    marat, saule, olga, rita = await taken(desk)
    await marat.presses_data(f"closed:{(await desk.case()).id}:{outcome}")
    for one in (marat, saule, olga, rita):
        one.rang()
    await desk.later(minutes=9)
    await olga.presses("Open again")
    return marat, saule, olga, rita


async def test_a_case_opened_again_is_as_one_that_nobody_had(desk: Desk) -> None:
    await reopened(desk)
    case = await desk.case()
    assert (case.state, case.owner_id, case.first_action_at) == ("open", None, None)
    assert (case.outcome, case.closed_at, case.ongoing) == (None, None, "unknown")
    assert ("reopened", "Olga", {"outcome": "released"}) in await desk.history()


@pytest.mark.slow
async def test_only_a_release_is_taken_back_with_it(desk: Desk) -> None:
    marat, _, olga, rita = await taken(desk)
    await rita.presses_data("report/ongoing:yes")
    await marat.presses_data(f"closed:{(await desk.case()).id}:fine")
    await olga.presses("Open again")
    assert (await desk.case()).ongoing == "yes"


async def test_lawyers_are_asked_again_the_former_owner_after_the_others(desk: Desk) -> None:
    for name in ("Zhan", "Dina"):
        await desk.lawyer(name)
    marat, saule, olga, _ = await reopened(desk)
    assert await desk.states() == {
        "Zhan": "offered",
        "Dina": "offered",
        "Saule": "offered",
        "Marat": "expired",
    }
    assert (await desk.offers())["Marat"].answered_at == desk.now
    assert await desk.waits_until("escalation") == desk.now + timedelta(minutes=5)
    assert (saule.rang(), marat.rang()) == (1, 0)
    marat.sees("Nobody has taken it yet. You still can.")
    marat.sees_nothing_of("Dana")
    olga.sees_nothing_of("Case 513-742")
    olga.sees("without a lawyer 1, with a lawyer 0")


async def test_its_reporters_hear_of_it_and_their_words_belong_to_it_again(desk: Desk) -> None:
    _, _, olga, rita = await reopened(desk)
    assert rita.screen.texts()[-1].startswith("We are working on your report again.")
    assert (await desk.report()).state == "open"
    await rita.writes("he has been moved to another station")
    assert (await desk.case()) == (await desk.case(0))
    await olga.opens(await desk.case())
    olga.sees("Case 513-742", "he has been moved")


async def test_a_record_opened_again_wakes_nobody(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports("a trial began in Almaty")
    await olga.opens(await desk.case())
    await olga.presses("Close…", "Other", "Open again")
    assert (await desk.case()).state == "open"
    assert (marat.rang(), await desk.offers()) == (0, {})


async def test_what_is_open_cannot_be_opened_again(desk: Desk) -> None:
    _, saule, olga, _ = await taken(desk)
    before = await desk.history()
    await olga.presses_data(f"reopen:{(await desk.case()).id}")
    olga.sees("This case is open.")
    await saule.presses_data(f"reopen:{(await desk.case()).id}")
    saule.sees("This case is not shown to you.")
    assert await desk.history() == before
