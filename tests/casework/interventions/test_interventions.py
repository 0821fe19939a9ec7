"""What was sent to bodies, by when they have to answer, and who hears that they have not."""

from datetime import UTC, datetime
from typing import Any

import pytest

from core.casework.interventions import TrackedIntervention, tracked_interventions
from core.values import Intervention, Precision
from handlers.cards.case_loading import view_of
from handlers.interventions import intervention_claims
from handlers.interventions.intervention_actions import SAID
from tests.casework.proceedings.test_hearings import until
from tests.casework.proceedings.test_proceedings import HELD, Lawyer, has, values
from tests.casework.story_desk import Desk

PROSECUTOR = "Prosecutor of Made-Up"


async def writes(
    marat: Lawyer,
    sort: str = "complaint",
    *,
    to: str = PROSECUTOR,
    by: str = "us",
    when: str = "17.09 12:00",
    number: str = "№ 12/3",
) -> None:
    """From the card: something was sent."""
    await marat.person.presses_data(f"interventions:{(await marat.desk.case()).id}")
    await marat.presses("button-new-intervention", f"sent-{sort}")
    await marat.person.writes(to)
    await marat.presses(f"intervention-by-{by}")
    await marat.person.writes(when, number)


async def papers(desk: Desk) -> list[TrackedIntervention]:
    case = await desk.case()
    async with desk.reading() as tx:
        return tracked_interventions(await view_of(tx, case))


async def complaining(desk: Desk, language: str = "en", **more: Any) -> Lawyer:
    """A lawyer who has a case, and complained on 17.09 at noon: three days."""
    marat = await has(desk, language)
    await writes(marat, **more)
    marat.person.rang()
    marat.person.lanes()
    return marat


WORDS = {
    "en": (
        "complaint about the detention · " + PROSECUTOR + " · 17.09 12:00 · № 12/3",
        "answer due 20.09 12:00",
    ),
    "ru": (
        "жалоба на задержание · " + PROSECUTOR + " · 17.09 12:00 · № 12/3",
        "ответить должны до 20.09 12:00",
    ),
    "kk": (
        "ұстауға шағым · " + PROSECUTOR + " · 17.09 12:00 · № 12/3",
        "20.09 12:00-ге дейін жауап беруі керек",
    ),
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_what_was_sent_is_written_down_with_its_own_term_and_the_card_says_who_owes(
    desk: Desk, language: str
) -> None:
    marat = await complaining(desk, language)
    line, due = WORDS[language]
    assert line in marat.last()
    assert due in marat.last()
    assert "105" in marat.last()  # by which article
    assert f"17.09 12:00 {marat.say('written-sent')} · Marat" in marat.last()  # who wrote it down
    marat.person.sees("513-742", "⏳ " + PROSECUTOR, due)
    (one,) = await papers(desk)
    assert (one.what.sort, one.what.by, one.what.reference) == ("complaint", "us", "№ 12/3")
    assert one.what.due_at == datetime(2018, 9, 20, 6, tzinfo=UTC)
    assert (one.what.term, one.what.doubtful) == (
        "complaint-reply",
        True,
    )  # whether it is criminal nobody has said


@pytest.mark.slow
async def test_each_of_several_has_its_own_term_and_what_no_law_limits_has_none(desk: Desk) -> None:
    marat = await complaining(desk)
    await writes(marat, "motion", to="Investigator of Made-Up", when="16.09")
    await writes(marat, "letter", to="Akim of Made-Up")
    assert "no term is counted" in marat.last()
    marat.person.sees(
        "513-742", "⏳ Investigator of Made-Up: answer due 19.09, if this term holds", PROSECUTOR
    )
    await writes(marat, "judge-complaint", to="Court of Made-Up")
    marat.person.sees("513-742", "⏳ Investigator", "and 2 more answers are owed, 0 of them over")
    await until(desk, 20, 8, 59)
    marat.person.sees_nothing_of("the answer should have come")  # over at midnight; said in the morning
    await until(desk, 20, 9)
    marat.person.sees("the answer should have come", "Investigator of Made-Up")
    await until(desk, 20, 12)
    for whom in (PROSECUTOR, "Court of Made-Up"):
        marat.person.sees("the answer should have come", whom)


@pytest.mark.slow
async def test_the_steps_of_the_family_count_and_say_whose_they_are(desk: Desk) -> None:
    marat = await has(desk)
    await writes(marat, by="family", when="15.09", number="/skip")
    assert f"{PROSECUTOR} · 15.09 · by the family" in marat.last()
    assert [one.what.by for one in await papers(desk)] == ["family"]


@pytest.mark.slow
async def test_refused_to_register_is_evidence_and_not_owed(desk: Desk) -> None:
    marat = await complaining(desk)
    await marat.presses("button-unregistered")
    assert "they refused to register it" in marat.last()
    assert "105, part 1-1" in marat.last()
    assert await desk.waits_until("answer") is None
    await marat.presses("button-registered")
    assert await desk.waits_until("answer") == datetime(2018, 9, 20, 6, tzinfo=UTC)


@pytest.mark.slow
async def test_what_is_withdrawn_is_kept_and_owes_nothing(desk: Desk) -> None:
    marat = await complaining(desk)
    await marat.presses("button-withdrawn")
    assert "withdrawn" in marat.last()
    assert await desk.waits_until("answer") is None
    assert [one.what.withdrawn for one in await papers(desk)] == [True]
    await marat.presses("button-not-withdrawn")
    assert await desk.waits_until("answer") is not None


@pytest.mark.slow
async def test_another_date_moves_the_term_and_another_number_does_not(desk: Desk) -> None:
    marat = await complaining(desk)
    await marat.presses("button-sent-date")
    await marat.person.writes("17.09 11:00")
    assert await desk.waits_until("answer") == datetime(2018, 9, 20, 5, tzinfo=UTC)
    await marat.presses("button-reference")
    await marat.person.writes("№ 13")
    assert "№ 13" in marat.last()
    assert await desk.waits_until("answer") == datetime(2018, 9, 20, 5, tzinfo=UTC)


async def test_what_the_body_itself_said_goes_before_the_law(desk: Desk) -> None:
    marat = await complaining(desk)
    await marat.presses("button-due")
    await marat.person.writes("28.09")
    assert "answer due 28.09" in marat.last()
    assert "what they said themselves" in marat.last()
    assert await desk.waits_until("answer") == datetime(2018, 9, 29, 3, tzinfo=UTC)  # the next morning
    await marat.presses("button-sent-date")
    await marat.person.writes("16.09")
    assert "answer due 28.09" in marat.last()


async def test_of_several_persons_it_is_asked_about_whom(desk: Desk) -> None:
    marat = await has(desk, words=HELD)
    await marat.person.presses_data(f"interventions:{(await desk.case()).id}")
    await marat.presses("button-new-intervention", "sent-motion")
    await marat.person.presses("Dana Made-Up")
    await marat.person.writes(PROSECUTOR)
    await marat.presses("intervention-by-us", "intervention-moment-today")
    await marat.person.writes("/skip")
    assert "Dana Made-Up" in marat.last()
    assert [one.person is not None for one in await papers(desk)] == [True]


@pytest.mark.slow
async def test_an_appeal_is_the_step_that_stops_the_clock_of_our_own(desk: Desk) -> None:
    marat = await has(desk)
    await writes(marat, "appeal")
    (filed,) = await values(desk, "appeal_filed")
    assert filed.at == datetime(2018, 9, 17, 6, tzinfo=UTC)
    await writes(marat, "complaint")
    assert not await values(desk, "complaint_filed")  # it has a term of its own, and no second clock


@pytest.mark.slow
async def test_what_lacks_only_a_number_is_written_down_when_it_is_left(desk: Desk) -> None:
    marat = await has(desk)
    await marat.person.presses_data(f"send:{(await desk.case()).id}:motion")
    await marat.person.writes(PROSECUTOR)
    await marat.presses("intervention-by-us", "intervention-moment-now")
    await desk.later(minutes=31)
    assert [one.what.addressee for one in await papers(desk)] == [PROSECUTOR]
    await marat.person.presses_data(f"send:{(await desk.case()).id}:motion")
    await marat.person.writes("Nobody")
    await desk.later(minutes=31)
    assert len(await papers(desk)) == 1


@pytest.mark.slow
async def test_whoever_has_lost_the_case_meanwhile_writes_nothing_into_it(desk: Desk) -> None:
    marat = await has(desk)
    case = await desk.case()
    await marat.person.presses_data(f"send:{case.id}:motion")
    await marat.person.writes(PROSECUTOR)
    await marat.presses("intervention-by-us", "intervention-moment-now")
    await marat.person.presses_data(f"back:{case.id}")
    await marat.person.writes("№ 1")
    assert [paper.what.reference for paper in await papers(desk)] == [""]
    await marat.person.presses_data(f"interventions:{case.id}")
    marat.person.sees_nothing_of(PROSECUTOR)


async def test_the_history_says_who_wrote_it_down(desk: Desk) -> None:
    marat = await complaining(desk)
    await marat.presses("button-no-answer")
    lines = [(kind, who, details) for kind, who, details in await desk.history() if kind == "intervention"]
    assert lines == [
        ("intervention", "Marat", {"written": "sent"}),
        ("intervention", "Marat", {"written": "unanswered"}),
    ]
    for language in ("en", "ru", "kk"):
        for details in (line[2] for line in lines):
            assert desk.service.words.has(language, f"written-{details['written']}")


async def test_whatever_a_button_says_has_its_words_in_the_history(desk: Desk) -> None:
    for line in (*SAID, intervention_claims.SENT, "answered", "unanswered", "corrected"):
        assert desk.service.words.has("kk", f"written-{line}")


async def test_the_card_has_a_button_for_it_where_something_is_sent_or_in_proceedings(desk: Desk) -> None:
    marat = await has(desk)
    button = marat.say("button-interventions")
    marat.person.sees_nothing_of(button)
    await marat.presses("button-proceedings", "button-interventions")  # it is reached all the same
    await marat.presses("button-new-intervention", "sent-letter")
    await marat.person.writes(PROSECUTOR)
    await marat.presses("intervention-by-us", "intervention-moment-now")
    await marat.person.writes("/skip")
    marat.person.sees("513-742", "[⚖️ Proceedings] " + f"[{button}]")


@pytest.mark.slow
async def test_many_have_pages(desk: Desk) -> None:
    marat = await has(desk)
    case, member = await desk.case(), await desk.membership(marat.person)
    async with desk.writing() as tx:
        for day in range(1, 9):
            at = datetime(2018, 9, day, 6, tzinfo=UTC)
            what = Intervention(0, "letter", f"Office {day}", at, Precision.DAY)
            await intervention_claims.record_sent(tx, desk.service, case, member, what)
    await marat.person.presses_data(f"interventions:{case.id}")
    assert "8. letter · Office 8 · 08.09" in marat.last()
    assert "Office 2 " not in marat.last()
    await marat.presses("button-earlier")
    assert "2. letter · Office 2 · 02.09" in marat.last()
