"""A lawyer writes on which day somebody is to be free: nobody is asked who is free, and the arrest ends then."""

from datetime import UTC, datetime

import pytest

from core.model import LANGUAGES
from handlers.cards.case_loading import view_of
from handlers.cards.court_lines import term_of
from handlers.casework.court_timers import ARREST
from tests.casework.story_desk import Desk
from tests.casework.visits.test_court_and_freedom_in_words import taken

WITH_DAYS = {
    "en": [
        "15 days, out on the 2nd",
        "15 days, out on 2 october",
        "sentenced to 15 days, comes out 2.10",
        "fifteen days, released on 2 October",
    ],
    "ru": [
        "15 суток, выходит 2-го",
        "дали 15 суток, выйдет 2 октября",
        "15 суток, на свободе будет 2.10",
        "пятнадцать суток, освобождение 2 октября",
    ],
    "kk": [
        "15 тәулік, 2-сінде шығады",
        "15 тәулік берді, 2 қазанда босайды",
        "15 тәулік, 2.10 күні босатылады",
    ],
}
LATER = {
    "en": "released on 3 October at 14:00",
    "ru": "освобождение 3 октября в 14:00",
    "kk": "3 қазанда босатады",
}
FREE = {"en": "she is released", "ru": "её отпустили", "kk": "оны босатты"}


async def ends(desk: Desk) -> datetime | None:
    async with desk.reading() as tx:
        term = term_of(desk.service, await view_of(tx, await desk.case()))
    return term.first.at if term is not None else None


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in WITH_DAYS[of]])
async def test_the_day_of_release_is_set_and_nobody_is_asked_who_is_free(
    desk: Desk, language: str, text: str
) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(text)
    say = desk.service.words.say
    assert await ends(desk) == datetime(2018, 10, 1, 18, tzinfo=UTC)  # midnight in Almaty
    marat.sees("02.10")
    marat.sees_nothing_of(say(language, "button-free-all"))
    assert (await desk.case()).state.value == "accepted"
    assert await desk.waits_until(ARREST) == datetime(2018, 10, 1, 13, tzinfo=UTC)  # the evening before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_day_that_is_told_later_puts_the_end_of_the_arrest_right(desk: Desk, language: str) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(
        {"en": "she got 15 days", "ru": "дали 15 суток ареста", "kk": "15 тәулік қамақ берді"}[language]
    )
    before = await ends(desk)
    await marat.writes(LATER[language])
    assert await ends(desk) not in (None, before)
    marat.sees_nothing_of(desk.service.words.say(language, "button-free-all"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_an_arrest_it_is_noted_and_what_has_happened_is_still_asked(
    desk: Desk, language: str
) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(LATER[language])
    say = desk.service.words.say
    assert await ends(desk) is None
    marat.sees(say(language, "free-day", code=(await desk.case()).code, day="03.10"))
    marat.sees_nothing_of(say(language, "button-free-all"))
    await marat.writes(FREE[language])
    marat.sees(f"[{say(language, 'button-free-all')}]")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_reporter_who_writes_of_a_day_to_come_is_not_asked_who_is_out(
    desk: Desk, language: str
) -> None:
    await desk.lawyer("Marat", languages=(language,))
    told = {
        "en": "police took Dana Made-Up in Almaty",
        "ru": "полиция задержала Дану в Алматы",
        "kk": "Алматыда Дананы полиция ұстады",
    }
    rita = await desk.reports(told[language], language=language)
    await rita.writes(LATER[language])
    rita.sees_nothing_of(desk.service.words.say(language, "out-all"))
    await rita.writes(FREE[language])
    rita.sees(f"[{desk.service.words.say(language, 'out-all')}]")
