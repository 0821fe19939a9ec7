"""A sentence goes out with the digest as it was typed; whom it names must have permitted it."""

import pytest

from core.model import LANGUAGES
from handlers.cards.case_loading import view_of
from tests.casework.daily.channels import (
    DAY,
    KAZAKH,
    RUSSIAN,
    channel,
    coordinator,
    evening,
    posts,
    say,
    texts,
)
from tests.casework.proceedings.test_promise_not_to_disclose import family_allows, promised
from tests.casework.story_desk import Desk, Person

pytestmark = pytest.mark.slow

PRESS = "button-preview-note"
TYPED = {
    "en": "Dana Made-Up has been free since noon.",
    "ru": "Дану Выдуманову отпустили в полдень.",
    "kk": "Дана Выдуманова түсте босатылды.",
}
NAMED = {
    "en": "police took my sister Dana Made-Up in Almaty",
    "ru": "полиция задержала мою сестру Дану Выдуманову в Алматы",
    "kk": "Алматыда полиция ұстады: Дана Выдуманова",
}


async def notes(desk: Desk, language: str, text: str) -> Person:
    """Half an hour before its time a coordinator adds a sentence."""
    olga = await coordinator(desk, language)
    await posts(desk)
    await evening(desk, hours=7.5)
    await olga.presses(say(desk, language, PRESS))
    await olga.writes(text)
    return olga


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_sentence_goes_out_in_every_channel_as_it_was_typed(desk: Desk, language: str) -> None:
    olga = await notes(desk, language, "Tomorrow's trial is open:\nmade-up street 1")
    olga.sees(say(desk, language, "remark-kept"))
    await desk.later(hours=0.5)
    for chat in (KAZAKH, RUSSIAN):
        below = texts(desk, chat)[0].splitlines()[1]
        assert below == "Tomorrow's trial is open: ⏎ made-up street 1"  # no line looks like one of ours


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whom_it_names_without_permission_is_told_and_it_stays_here(desk: Desk, language: str) -> None:
    await desk.reports(NAMED[language], language=language)
    olga = await notes(desk, language, TYPED[language])
    code = (await desk.case()).code
    olga.sees(say(desk, language, "remark-doubt", codes=code))
    olga.sees(say(desk, language, "preview-note-doubt", code=code, agreed="no"))
    await desk.later(hours=0.5)
    assert TYPED[language] not in channel(desk).text()


async def test_it_goes_out_if_a_coordinator_says_so_all_the_same(desk: Desk) -> None:
    await desk.reports(NAMED["ru"], language="ru")
    olga = await notes(desk, "en", TYPED["ru"])
    await olga.presses("Post the sentence all the same")
    assert not olga.screen.has(f"remark:{DAY}:keep")
    await desk.later(hours=0.5)
    assert TYPED["ru"] in texts(desk)[0]


async def test_a_name_that_the_family_lets_be_published_is_no_question(desk: Desk) -> None:
    await desk.reports(NAMED["en"])
    await family_allows(desk)
    olga = await notes(desk, "en", TYPED["en"])
    olga.sees("It goes out with the digest.")
    await desk.later(hours=0.5)
    assert TYPED["en"] in texts(desk)[0]


async def test_a_promise_not_to_disclose_beats_everything(desk: Desk) -> None:
    _, olga = await promised(desk)
    await family_allows(desk)
    case = await desk.case()
    await posts(desk)
    await evening(desk, hours=7.5)
    async with desk.reading() as tx:
        (person,) = (await view_of(tx, case)).persons
    await olga.presses("Add a sentence")
    await olga.writes(f"We are looking for {person.names[0]}.")
    olga.sees("a promise not to disclose was taken", case.code)
    await olga.presses_data(f"remark:{DAY}:keep")  # of another time
    await desk.later(hours=0.5)
    assert "looking for" not in texts(desk)[0]


async def test_a_name_that_is_withdrawn_before_its_time_stays_here(desk: Desk) -> None:
    rita = await desk.reports(NAMED["en"])
    await family_allows(desk)
    await notes(desk, "en", TYPED["en"])
    await rita.presses_data(f"consent:{(await desk.report()).id}:publication-no")
    await desk.later(hours=0.5)
    assert TYPED["en"] not in texts(desk)[0]


async def test_one_word_alone_and_strangers_are_no_doubt(desk: Desk) -> None:
    await desk.reports(NAMED["en"])
    olga = await notes(desk, "en", "Dana from the press office and Timur Nobody speak tomorrow.")
    olga.sees("It goes out with the digest.")


async def test_a_sentence_can_be_taken_back_written_anew_and_must_be_short(desk: Desk) -> None:
    olga = await notes(desk, "en", "x" * 301)
    olga.sees("Too long: 300 characters at most")
    await olga.presses("Add a sentence")
    await olga.writes("One.")
    await olga.presses("Add a sentence")
    await olga.writes("Another.")
    olga.sees("With it: “Another.” (Olga)")
    await olga.presses("No sentence")
    await desk.later(hours=0.5)
    assert "Another." not in texts(desk)[0]


async def test_what_was_agreed_to_is_that_sentence_and_no_later_one(desk: Desk) -> None:
    await desk.reports(NAMED["ru"], language="ru")
    olga = await notes(desk, "en", TYPED["ru"])
    await olga.presses("Post the sentence all the same", "Add a sentence")
    await olga.writes("Дану Выдуманову ищет вся семья.")
    await desk.later(hours=0.5)
    assert "Выдуманову" not in texts(desk)[0]
