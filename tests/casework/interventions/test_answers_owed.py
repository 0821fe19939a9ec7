"""Answers that are due: who hears that none has come, what stays owed, and the list of all of it."""

from datetime import UTC, datetime

import pytest

from core.values import Intervention, Precision
from handlers.interventions import intervention_claims
from storage import timeline
from tests.casework.interventions.test_interventions import PROSECUTOR, complaining, papers
from tests.casework.linking.test_linked_cases import accepts
from tests.casework.linking.test_same_case import SAME, two
from tests.casework.proceedings.test_hearings import until
from tests.casework.proceedings.test_proceedings import has, values
from tests.casework.story_desk import Desk, Person

REMINDED = {
    "en": "the answer should have come",
    "ru": "ответ уже должен был прийти",
    "kk": "жауап келуі керек еді",
}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_whoever_has_the_case_is_reminded_once_when_it_is_due_and_says_what_came(
    desk: Desk, language: str
) -> None:
    marat = await complaining(desk, language)
    await until(desk, 20, 11, 59)
    marat.person.sees_nothing_of(REMINDED[language])
    await until(desk, 20, 12)
    marat.person.sees(REMINDED[language], PROSECUTOR)
    assert "reminder" in marat.person.lanes()
    await marat.presses("button-answered", "reply-refused", "intervention-moment-now")
    await marat.person.writes("2-44")
    assert f"{marat.say('reply-refused')} 20.09 12:00 2-44" in marat.last()
    marat.person.sees_nothing_of("⏳ " + PROSECUTOR)
    desk.without_hours()
    await until(desk, 29, 12)
    marat.person.sees_nothing_of(REMINDED[language])
    assert [one.what.reply for one in await papers(desk)] == ["refused"]
    assert len(await values(desk, "intervention")) == 2  # nothing was overwritten
    assert await desk.waits_until("owed") is None


@pytest.mark.slow
async def test_what_came_before_it_was_due_reminds_nobody(desk: Desk) -> None:
    marat = await complaining(desk)
    await marat.presses("button-answered", "reply-granted", "intervention-moment-now")
    await marat.person.writes("/skip")
    assert await desk.waits_until("answer") is None
    await until(desk, 25, 12)
    marat.person.sees_nothing_of("the answer should have come")


@pytest.mark.slow
async def test_it_is_said_once_and_again_by_nothing(desk: Desk) -> None:
    marat = await complaining(desk)
    await until(desk, 29, 12)
    assert marat.person.count("the answer should have come") == 1
    desk.without_hours()
    await desk.later(hours=24 * 31)
    assert marat.person.count("the answer should have come") == 1
    assert await desk.waits_until("owed") is not None


@pytest.mark.slow
async def test_that_no_answer_came_is_written_down_and_it_stays_owed(desk: Desk) -> None:
    marat, olga = await complaining(desk), await desk.coordinator()
    await until(desk, 22, 18, 30)
    marat.person.sees("513-742", f"⏳ {PROSECUTOR}: answer due 20.09 12:00, 2 days over")
    await marat.presses("button-no-answer")
    assert "no answer 22.09 18:30 · answer due 20.09 12:00, 2 days over" in marat.person.sees("no answer")
    await olga.writes("/owed")
    olga.sees("1 (1 case)", "513-742", "2 days over")


@pytest.mark.slow
async def test_when_nobody_has_the_case_coordinators_hear_what_and_when_and_no_word_that_was_typed(
    desk: Desk,
) -> None:
    marat, olga = await complaining(desk), await desk.coordinator()
    await marat.person.presses("Give back")
    await until(desk, 20, 12)
    olga.sees("513-742: complaint about the detention, answer due 20.09 12:00", "nobody who has the case")
    olga.sees_nothing_of(PROSECUTOR)
    for one in (marat.person, desk.administrator):
        one.sees_nothing_of("should have come", "answer due 20.09")


@pytest.mark.slow
async def test_of_a_closed_case_coordinators_hear_and_write_down_what_came(desk: Desk) -> None:
    marat, olga = await complaining(desk), await desk.coordinator()
    case = await desk.case()
    await marat.person.presses_data(f"closed:{case.id}:released")
    await until(desk, 20, 12)
    olga.sees("513-742 (closed): complaint about the detention, answer due 20.09 12:00")
    await olga.opens(case)
    await olga.presses("✉️ Sent", f"1. {PROSECUTOR}", "Answered", "refused", "Today")
    await olga.writes("/skip")
    olga.sees(PROSECUTOR, "refused 20.09", "Olga")
    assert [one.what.reply for one in await papers(desk)] == ["refused"]


async def test_of_what_was_a_false_alarm_nobody_is_reminded(desk: Desk) -> None:
    marat, olga = await complaining(desk), await desk.coordinator()
    await marat.person.presses_data(f"closed:{(await desk.case()).id}:false_alarm")
    await until(desk, 20, 13)
    olga.sees_nothing_of("answer due")
    await olga.writes("/owed")
    olga.sees("Nothing is owed")


async def owing(desk: Desk, count: int) -> Person:
    """A coordinator, and a case of which so many answers are owed, each a day longer than the one before."""
    marat, olga = await has(desk), await desk.coordinator()
    case, member = await desk.case(), await desk.membership(marat.person)
    async with desk.writing() as tx:
        for day in range(count):
            what = Intervention(
                0, "motion", PROSECUTOR, datetime(2018, 8, 1 + day, 6, tzinfo=UTC), Precision.MINUTE
            )
            assert await intervention_claims.record_sent(tx, desk.service, case, member, what)
    return olga


async def test_what_is_owed_is_one_list_with_pages_the_longest_first_without_a_typed_word(desk: Desk) -> None:
    olga = await owing(desk, 13)
    await olga.writes("/owed")
    shown = olga.sees("Owed longer than the law allows: 13 (1 case)")
    lines = [line for line in shown.splitlines() if line.startswith("•")]
    assert len(lines) == 12
    assert "513-742 · Almaty · motion: answer due 04.08 12:00, 44 days over" in lines[0]
    assert PROSECUTOR not in shown
    assert "Dana" not in shown
    await olga.presses("▶")
    assert "answer due 16.08 12:00" in olga.sees("Owed longer")
    (number,) = [one.number for one in await papers(desk)][:1]
    case = await desk.case()
    await olga.opens(case)
    await olga.presses_data(f"reply:{number}:withdrawn")
    olga.sees("Owed longer than the law allows: 12 (1 case)")  # the same message follows
    async with desk.reading() as tx:
        assert await timeline.find_flaw(tx, case) is None


async def test_the_list_is_for_coordinators(desk: Desk) -> None:
    await owing(desk, 1)
    marat = await desk.lawyer("Saule")
    await marat.writes("/owed")
    marat.sees_nothing_of("Owed longer")


@pytest.mark.slow
async def test_what_was_sent_goes_along_when_its_case_becomes_part_of_another(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await two(desk)
    first = await desk.case(0)
    async with desk.writing() as tx:
        what = Intervention(0, "motion", PROSECUTOR, desk.now, Precision.MINUTE)
        await intervention_claims.record_sent(tx, desk.service, first, await desk.membership(olga), what)
    held = await accepts(desk, marat, 1)
    await olga.presses(SAME)
    await until(desk, 20, 12, 30)
    marat.sees(f"{held.code}: the answer should have come", PROSECUTOR)
    await marat.presses("No answer")
    marat.sees(held.code, "no answer 20.09")
    await olga.writes("/owed")
    olga.sees("Owed longer than the law allows: 1 (1 case)", held.code)


@pytest.mark.slow
async def test_when_whoever_has_it_cannot_be_reached_coordinators_hear_of_it(desk: Desk) -> None:
    marat, olga = await complaining(desk), await desk.coordinator()
    await desk.blocks(marat.person)
    await until(desk, 20, 12)
    olga.sees("513-742: complaint about the detention", "nobody who has the case can be reached")


@pytest.mark.slow
async def test_what_was_said_to_whoever_has_lost_the_case_is_taken_back(desk: Desk) -> None:
    marat = await complaining(desk)
    await until(desk, 20, 12)
    await marat.person.presses("Give back")
    marat.person.sees_nothing_of(PROSECUTOR)


async def test_of_a_case_that_is_opened_again_what_is_owed_is_on_the_list(desk: Desk) -> None:
    marat, olga = await complaining(desk), await desk.coordinator()
    case = await desk.case()
    await marat.person.presses_data(f"closed:{case.id}:false_alarm")
    await until(desk, 20, 13)
    await olga.presses_data(f"reopen:{case.id}")
    await olga.writes("/owed")
    olga.sees("Owed longer than the law allows: 1 (1 case)")


async def test_a_term_is_unverified_until_its_row_is_signed(desk: Desk) -> None:
    marat, olga = await complaining(desk), await desk.coordinator()
    term = "answer due 20.09 12:00, if this term holds"
    marat.person.sees("513-742", f"⏳ {PROSECUTOR}: {term} (unverified)")
    await olga.presses_data("lawrow:complaint-reply")
    olga.sees("Starts each time this is sent: complaint about the detention", "with its answer")
    await olga.presses("☑️ I have checked it")
    await marat.person.presses_data(f"intervention:{(await papers(desk))[0].number}")
    assert term in marat.last()
    assert "unverified" not in marat.last()


@pytest.mark.slow
async def test_whoever_coordinates_no_more_keeps_no_list(desk: Desk) -> None:
    _, olga = await complaining(desk), await desk.coordinator()
    await until(desk, 20, 12)
    await olga.writes("/owed")
    olga.sees("513-742", "complaint about the detention")
    await desk.suspends(olga)
    olga.sees_nothing_of("513-742", "complaint about the detention")
