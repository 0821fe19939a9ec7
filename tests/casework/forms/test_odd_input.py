"""What nobody means to write, in the middle of something: it is kept and answered, and the question stands."""

from datetime import UTC, datetime

import pytest

from core.conversation.forms import current_question
from core.incoming import Forwarded
from core.model import LANGUAGES
from core.vocabulary import DialogueState
from handlers.forms.dialogues import state_of
from handlers.forms.report_form import FORM
from tests.casework.interventions.test_interventions import PROSECUTOR, papers
from tests.casework.proceedings.test_proceedings import has
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану Выдуманную в Алматы",
    "kk": "Алматыда Дана Выдуманованы полиция ұстады",
}
BLANKS = (" ", "\n", "\u3164", "\u2800", "\u00a0")
MARKS = "\u0301" * 4096


async def asked(desk: Desk, person: Person) -> str | None:
    """The question of the report's form that stands; None where nothing is asked."""
    address = await desk.address(person)
    async with desk.reading() as tx:
        found = await tx.dialogues.by(address_id=address.id, state=DialogueState.OPEN, form=FORM.name)
    question = current_question(FORM, state_of(found[0])) if found else None
    return question.name if question is not None else None


async def kept(desk: Desk) -> list[str]:
    """All that was written, as it stands in entries."""
    async with desk.reading() as tx:
        return [str(entry.payload.get("text", "")) for entry in await tx.entries.select()]


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_behind_1501_blanks_are_read(desk: Desk, language: str, blank: str) -> None:
    marat = await desk.lawyer()
    await desk.person(language=language).writes(blank * 1501 + HELD[language])
    assert marat.rang() >= 1


@pytest.mark.parametrize("blank", BLANKS)
async def test_blanks_alone_answer_nothing_and_are_answered(desk: Desk, blank: str) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD["en"])
    await desk.later(minutes=1)
    rita.rang()
    await rita.writes(blank * 1501)
    await desk.later(seconds=10)
    assert await asked(desk, rita) == "where"
    assert rita.rang() >= 1


@pytest.mark.parametrize("before", [(), (HELD["en"],)])
async def test_4096_combining_marks_are_kept_and_answered_and_are_no_place(
    desk: Desk, before: tuple[str, ...]
) -> None:
    await desk.lawyer()
    rita = desk.person()
    await rita.writes(*before)
    await desk.later(minutes=1)
    rita.rang()
    await rita.writes(MARKS)
    await desk.later(seconds=10)
    assert rita.rang() >= 1
    assert await asked(desk, rita) in (None, "where", "situation")
    assert "\u0301" not in rita.screen.text()
    assert MARKS in await kept(desk)


async def test_a_wrong_code_with_words_in_a_form_is_an_answer_like_others_and_counts_as_a_try(
    desk: Desk,
) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD["en"])
    first, second, number = rita.sees("Your code: ").split("Your code: ")[1].split(".")[0].split()
    wrong = f"{first} {second} {109 - int(number)}"
    await desk.later(minutes=1)
    await rita.writes(f"{wrong} they beat her")
    async with desk.reading() as tx:
        assert any(timer.key.startswith("tries:") for timer in await tx.timers.select())
    assert any("they beat her" in text for text in await kept(desk))
    assert (await desk.case()).priority == "urgent"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_edit_of_the_message_that_opened_a_case_rings_in_the_other_region(
    desk: Desk, language: str
) -> None:
    other = {"en": "in Astana", "ru": "в Астане", "kk": "Астанада"}
    here = {"en": "in Almaty", "ru": "в Алматы", "kk": "Алматыда"}
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule Invented", cities=("astana",))
    rita = desk.person(language=language)
    await rita.writes(HELD[language], message_id=4000)
    assert (marat.rang() >= 1, saule.rang()) == (True, 0)
    await desk.later(minutes=1)
    await rita.corrects(4000, HELD[language].replace(here[language], other[language]))
    assert saule.rang() >= 1
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 1
    assert HELD[language] in await kept(desk)  # appended to, never overwritten


async def test_an_edit_to_nothing_ends_nothing(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = desk.person()
    await rita.writes(HELD["en"], message_id=4000)
    for text in ("", ".", "sorry"):
        await rita.corrects(4000, text)
    case = await desk.case()
    assert (case.alerting, case.says_over, case.city) == (True, False, "almaty")
    await marat.presses("I'll take it")
    marat.sees("Dana Made-Up")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_forward_inside_a_form_is_kept_with_its_date_and_answers_nothing(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=1)
    written = Forwarded(datetime(2018, 9, 1, 6, tzinfo=UTC))
    await rita.writes("Abay street 10, police took Tim Made-Up in Astana", forwarded=written)
    assert await asked(desk, rita) == "where"
    rita.sees(desk.service.words.say(language, "note-forwarded"))
    async with desk.reading() as tx:
        (case,) = await tx.cases.select()
    assert case.city == "almaty"
    await marat.presses("I'll take it")
    marat.sees("Tim Made-Up", "01.09")


async def test_a_prompt_answered_after_it_ended_is_a_note_and_no_answer(desk: Desk) -> None:
    marat = await has(desk)
    await marat.person.presses_data(f"send:{(await desk.case()).id}:complaint")
    await marat.person.writes(PROSECUTOR)
    await marat.presses("intervention-by-us")
    await marat.person.writes("17.09 12:00", "/skip")
    await marat.person.writes("№ 12/3")
    assert [paper.what.reference for paper in await papers(desk)] == [""]
    marat.person.sees("«№ 12/3»")


async def test_an_answer_of_a_reporter_long_after_the_question_still_reaches_the_case(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD["en"])
    await desk.later(hours=13)
    assert await asked(desk, rita) is None
    await rita.writes("Abay street 10")
    await marat.presses("I'll take it")
    marat.sees("Where: Abay street 10")
