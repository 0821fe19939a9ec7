"""What is typed of proceedings is written down as it is answered: whoever presses something else has lost nothing."""

import pytest

from core.values import Hearing
from tests.casework.proceedings.test_hearings import TOMORROW, until
from tests.casework.proceedings.test_proceedings import Lawyer, has, values
from tests.casework.story_desk import Desk

COURT = {
    "en": (
        "a hearing on 19.09 at 10:00 in Made-Up district court, room 305",
        "Made-Up district court, room 305",
    ),
    "ru": ("19.09 в 10:00, Ойдановский районный суд", "Ойдановский районный суд"),
    "kk": ("19.09 10:00, Ойдан аудандық соты", "Ойдан аудандық соты"),
}


async def asked_when(desk: Desk, language: str = "en") -> Lawyer:
    """A lawyer who is asked when the hearing is."""
    desk.without_clocks()
    marat = await has(desk, language)
    await marat.opens()
    await marat.presses("button-new-hearing")
    return marat


async def hearings(desk: Desk) -> list[tuple[str, str, str]]:
    """The day and hour in Almaty, the court, the judge."""
    found = [one for one in await values(desk, "hearing") if isinstance(one, Hearing)]
    zone = desk.service.zone
    return [(f"{one.at.astimezone(zone):%d.%m %H:%M}", one.court, one.judge) for one in found]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_a_hearing_is_kept_and_reminds_when_another_button_is_pressed_before_the_court(
    desk: Desk, language: str
) -> None:
    marat = await asked_when(desk, language)
    await marat.person.writes("19.09 10:00")
    await marat.person.presses_data(f"saw:{(await desk.case()).id}:0:open")
    await marat.person.writes("/cases")
    assert await hearings(desk) == [("19.09 10:00", "", "")]
    await until(desk, 18, 19)
    assert marat.person.count(TOMORROW[language], "19.09 10:00") == 1


async def test_it_is_kept_when_another_form_begins(desk: Desk) -> None:
    marat = await asked_when(desk)
    await marat.person.writes("19.09 10:00")
    await marat.person.presses_data(f"hand:{(await desk.case()).id}")
    await desk.later(hours=2)
    assert await hearings(desk) == [("19.09 10:00", "", "")]
    assert await desk.waits_until("hearing") is not None


async def test_the_court_and_the_judge_amend_it_when_they_come(desk: Desk) -> None:
    marat = await asked_when(desk)
    await marat.person.writes("19.09 10:00", "Made-Up court")
    assert await hearings(desk) == [("19.09 10:00", "Made-Up court", "")]
    await marat.person.writes("Judge Made-Up", "/skip")
    assert await hearings(desk) == [("19.09 10:00", "Made-Up court", "Judge Made-Up")]
    assert "📅 19.09 10:00 · Made-Up court · Judge Made-Up" in marat.last()
    assert "Before:" not in marat.last()
    lines = [line for line in await desk.history() if line[0] == "proceeding"]
    assert [details["step"] for _, _, details in lines] == ["proceeding", "hearing"]
    await until(desk, 18, 19)
    assert marat.person.count(TOMORROW["en"]) == 1


async def test_another_time_for_the_same_question_moves_it(desk: Desk) -> None:
    marat = await asked_when(desk)
    await marat.person.writes("19.09 10:00", "/back", "20.09 15:00")
    assert await hearings(desk) == [("20.09 15:00", "", "")]
    await until(desk, 18, 20)
    marat.person.sees_nothing_of(TOMORROW["en"])
    await until(desk, 19, 19)
    assert marat.person.count(TOMORROW["en"], "20.09 15:00") == 1


async def test_cancel_takes_it_back_with_its_reminder(desk: Desk) -> None:
    marat = await asked_when(desk)
    await marat.person.writes("19.09 10:00", "Made-Up court", "/cancel")
    assert marat.last() == "Taken back: nothing of it is written down."
    assert await hearings(desk) == []
    assert await desk.waits_until("hearing") is None
    assert (await desk.history())[-1] == ("proceeding_void", "Marat", {"step": "hearing"})
    marat.person.sees_nothing_of("📅 19.09 10:00")


async def test_what_a_colleague_changed_meanwhile_stands_beside_the_court(desk: Desk) -> None:
    marat, olga = await asked_when(desk), await desk.coordinator()
    await marat.person.writes("19.09 10:00")
    (hearing,) = await values(desk, "hearing")
    await olga.opens(await desk.case())
    await olga.presses_data(f"sat:{hearing.number}:move")
    await olga.writes("20.09 15:00")
    await marat.person.writes("Made-Up court")
    assert (await hearings(desk))[-1] == ("20.09 15:00", "Made-Up court", "")
    await marat.person.writes("/cancel")
    assert (await hearings(desk))[-1][:2] == ("20.09 15:00", "")


@pytest.mark.parametrize("language", COURT)
async def test_a_court_in_the_same_message_is_taken_shown_and_not_asked_for(
    desk: Desk, language: str
) -> None:
    marat = await asked_when(desk, language)
    text, court = COURT[language]
    await marat.person.writes(text)
    assert await hearings(desk) == [("19.09 10:00", court, "")]
    assert court in marat.last()
    assert marat.say("proceeding-judge") in marat.last()


@pytest.mark.parametrize("text", ["court on 19.09 at 10:00", "суд 19.09 в 10:00", "сот отырысы 19.09 10:00"])
async def test_that_it_is_in_a_court_says_not_in_which(desk: Desk, text: str) -> None:
    marat = await asked_when(desk)
    await marat.person.writes(text)
    assert await hearings(desk) == [("19.09 10:00", "", "")]
    assert "Which court" in marat.last()


async def test_an_article_is_kept_without_its_part_and_cancel_brings_back_the_one_before(desk: Desk) -> None:
    marat = await has(desk)
    await marat.opens("criminal")
    await marat.presses("button-article", "button-article-typed")
    await marat.person.writes("274 CC", "/skip")
    await marat.presses("button-article", "button-article-typed")
    await marat.person.writes("272 CC")
    await marat.person.writes("/cases")
    marat.person.sees("criminal · 272 CC")
    await marat.person.presses_data(f"proceedings:{(await desk.case()).id}")
    await marat.person.presses("1. criminal")
    await marat.presses("button-article", "button-article-typed")
    await marat.person.writes("405 CC", "/cancel")
    found = await values(desk, "proceeding")
    assert [(one.article, one.part) for one in found] == [("", ""), ("274 CC", ""), ("272 CC", "")]


async def test_nothing_is_written_into_a_case_that_was_closed_or_lost_meanwhile(desk: Desk) -> None:
    marat, olga = await asked_when(desk), await desk.coordinator()
    await olga.presses_data(f"closed:{(await desk.case()).id}:other")
    await olga.writes("the family told us how it ended")
    await marat.person.writes("19.09 10:00")
    assert await hearings(desk) == []
