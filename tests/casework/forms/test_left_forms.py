"""A form that is left has lost nothing: what can be written down is, the rest is kept and offered back."""

import pytest

from core.model import LANGUAGES
from core.values import Intervention, value_from_data
from tests.casework.checkin.test_check_in import BY_THREE, MISSED
from tests.casework.interventions.test_interventions import PROSECUTOR, complaining, papers
from tests.casework.proceedings.test_proceedings import Lawyer, has
from tests.casework.story_desk import Desk

NUMBER = "№ 12/3"


async def sends(desk: Desk, marat: Lawyer, *more: str) -> None:
    """A complaint was sent: to whom, by whom, and what is typed then."""
    await marat.person.presses_data(f"send:{(await desk.case()).id}:complaint")
    await marat.person.writes(PROSECUTOR)
    await marat.presses("intervention-by-us")
    await marat.person.writes(*more)


async def written(desk: Desk) -> list[str]:
    """The lines of the history about papers."""
    return [details["written"] for kind, _, details in await desk.history() if kind == "intervention"]


async def test_a_paper_is_written_down_when_its_day_is_told_and_its_number_amends_it(desk: Desk) -> None:
    marat = await has(desk)
    await sends(desk, marat, "17.09 12:00")
    (paper,) = await papers(desk)
    assert (paper.what.addressee, paper.what.reference) == (PROSECUTOR, "")
    assert await desk.waits_until("answer") is not None
    await marat.person.writes(NUMBER)
    (after,) = await papers(desk)
    assert (after.number, after.what.reference) == (paper.number, NUMBER)
    assert await written(desk) == ["sent"]  # one line, however many answers


@pytest.mark.parametrize("how", ["button", "command", "form", "time"])
async def test_a_paper_is_kept_however_its_form_is_left(desk: Desk, how: str) -> None:
    marat = await has(desk)
    case = await desk.case()
    await sends(desk, marat, "17.09 12:00")
    if how == "button":
        await marat.person.presses_data(f"proceedings:{case.id}")
    elif how == "command":
        await marat.person.writes("/mine")
    elif how == "form":
        await marat.person.presses_data(f"send:{case.id}:motion")
    else:
        await desk.later(minutes=31)
    await desk.later(hours=25)
    assert [paper.what.addressee for paper in await papers(desk)] == [PROSECUTOR]


async def test_cancel_takes_a_paper_back_with_its_reminder_and_says_so(desk: Desk) -> None:
    marat = await has(desk)
    await sends(desk, marat, "17.09 12:00", "/cancel")
    assert not await papers(desk)
    assert await desk.waits_until("answer") is None
    assert await written(desk) == ["sent", "void"]
    marat.person.sees(marat.say("proceeding-taken-back"))
    async with desk.reading() as tx:
        told = [value_from_data(claim.value) for claim in await tx.claims.select() if claim.withdrawn_at]
    assert any(isinstance(value, Intervention) for value in told)  # and yet nothing is gone


async def test_cancel_of_an_answer_brings_back_what_was_owed(desk: Desk) -> None:
    marat = await complaining(desk)
    due = await desk.waits_until("answer")
    (paper,) = await papers(desk)
    await marat.person.presses_data(f"reply:{paper.number}:refused")
    await marat.person.writes("17.09 11:59")
    assert await desk.waits_until("answer") is None
    await marat.person.writes("/cancel")
    assert await desk.waits_until("answer") == due
    assert [paper.what.reply for paper in await papers(desk)] == [""]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_could_not_be_written_down_is_offered_back_with_what_is_missing(
    desk: Desk, language: str
) -> None:
    marat = await has(desk, language)
    await sends(desk, marat)
    await marat.person.presses_data(
        f"proceedings:{(await desk.case()).id}"
    )  # and no word is taken for its answer
    await desk.later(minutes=31)
    marat.person.sees(PROSECUTOR, marat.say("intervention-moment-short"), marat.say("draft-continue"))
    assert not await papers(desk)
    await marat.presses("draft-continue")
    await marat.person.writes("17.09 12:00")
    assert [paper.what.addressee for paper in await papers(desk)] == [PROSECUTOR]


async def test_a_day_later_it_is_kept_no_longer_and_its_button_does_nothing(desk: Desk) -> None:
    marat = await has(desk)
    await sends(desk, marat)
    await desk.later(minutes=31)
    message, button = marat.person.screen.button(marat.say("draft-continue"))
    await desk.later(hours=24)
    await marat.person.presses_data(button.data, message)
    async with desk.reading() as tx:
        assert not [dialogue for dialogue in await tx.dialogues.select() if dialogue.form == "intervention"]


async def test_who_has_lost_the_case_is_offered_nothing_back_and_cannot_go_on(desk: Desk) -> None:
    marat, olga = await has(desk), await desk.coordinator()
    case = await desk.case()
    await sends(desk, marat)
    await desk.later(minutes=31)
    _, button = marat.person.screen.button(marat.say("draft-continue"))
    await marat.person.presses_data(f"back:{case.id}")
    await marat.person.presses_data(button.data)
    await marat.person.writes("17.09 12:00")
    assert not await papers(desk)
    marat.person.sees_nothing_of(PROSECUTOR)
    await olga.opens(await desk.case())
    await olga.presses_data(button.data)  # somebody else's form
    olga.sees_nothing_of(PROSECUTOR)


PROMISE = {
    "en": "I go to the akimat in Almaty, if I have not written, they took me",
    "ru": "иду в акимат в Алматы, если не напишу, значит забрали",
    "kk": "Алматыда әкімдікке барамын, жазбасам, алып кетті деген сөз",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_check_in_without_a_time_says_that_nobody_looks_and_goes_on_where_it_was_left(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    aset = desk.person("Aset", language)
    await aset.writes(PROMISE[language])
    await desk.later(minutes=31)
    say = desk.service.words.say
    aset.sees(say(language, "draft-continue"), say(language, "checkin-until-short"))
    assert "акимат" not in aset.screen.texts()[-1]
    await aset.presses(say(language, "draft-continue"))
    await aset.writes(BY_THREE[language], "+77010001122")
    await desk.later(hours=2, minutes=40)
    olga.sees(MISSED)
    await olga.opens(await desk.case())
    olga.sees(PROMISE[language])


async def test_a_check_in_left_for_something_else_leaves_only_its_reminder_in_the_chat(desk: Desk) -> None:
    aset = desk.person("Aset")
    await aset.writes("/checkin", "by 3pm", "Almaty", "a meeting at the theatre", "/status")
    await desk.later(minutes=31)
    aset.sees("15:00")
    aset.sees_nothing_of("Whom", "theatre")
