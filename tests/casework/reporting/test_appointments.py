"""When somebody who is summoned has to come: kept as a claim, shown, asked for, and put right by later words."""

from datetime import UTC, datetime

import pytest

from core.model import LANGUAGES
from core.values import Moment, Precision
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk

CALLED = {
    "en": "I am summoned to the police in Almaty on 20 September at 10:00",
    "ru": "меня вызывают на допрос в Алматы 20 сентября в 10:00",
    "kk": "мені 20 қыркүйекте сағат 10:00-де Алматыда тергеуге шақырды",
}
NO_DAY = {
    "en": "I am summoned to the police in Almaty",
    "ru": "меня вызывают на допрос в Алматы",
    "kk": "мені Алматыда тергеуге шақырды",
}
ANSWER = {"en": "on 20 September at 10:00", "ru": "20 сентября в 10:00", "kk": "20 қыркүйек сағат 10:00"}
MOVED = {"en": "they moved it to Friday", "ru": "перенесли на пятницу", "kk": "жұмаға ауыстырды"}
AT_TEN = datetime(2018, 9, 20, 4, 0, tzinfo=UTC)
FRIDAY = datetime(2018, 9, 20, 18, 0, tzinfo=UTC)  # its midnight in Almaty
SHOWN = "20.09.2018 10:00"


async def known(desk: Desk) -> tuple[datetime | None, str, str]:
    """The appointment of the newest case: when, how finely, how surely."""
    case = await desk.case()
    async with desk.reading() as tx:
        fact = (await view_of(tx, case)).fact("appointment")
    assert fact is not None
    assert isinstance(fact.value, Moment)
    assert fact.claim.at == fact.value.at
    return fact.value.at, fact.value.precision.value, fact.claim.certainty.value


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_kept_and_stands_on_both_cards(desk: Desk, language: str) -> None:
    olga, marat = await desk.coordinator(languages=(language,)), await desk.lawyer()
    rita = await desk.reports(CALLED[language], language=language)
    assert await known(desk) == (AT_TEN, Precision.MINUTE, "understood")
    line = desk.service.words.say(language, "case-appointment", value=SHOWN)
    assert olga.count(line) == 1  # on what is asked, before it is opened
    await olga.opens(await desk.case())
    assert olga.count(line) == 2
    rita.sees(desk.service.words.say(language, "report-appointment-short"), "10:00")
    rita.sees_nothing_of(desk.service.words.say(language, "report-appointment"))
    assert marat.rang() == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_summons_without_one_is_asked_for_it(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    rita = await desk.reports(NO_DAY[language], language=language)
    asked = desk.service.words.say(language, "report-appointment")
    olga.sees(desk.service.words.say(language, "ask-summons-no-day"))
    rita.sees(asked)
    await rita.writes(ANSWER[language])
    assert await known(desk) == (AT_TEN, Precision.MINUTE, "said")
    olga.sees(SHOWN)
    rita.sees_nothing_of(asked)


async def test_who_does_not_know_it_is_not_asked_again(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(NO_DAY["en"])
    await rita.presses("I do not know")
    rita.sees_nothing_of(desk.service.words.say("en", "report-appointment"))
    olga.sees(desk.service.words.say("en", "ask-summons-no-day"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hours", [0, 30])
async def test_later_words_put_it_right(desk: Desk, language: str, hours: int) -> None:
    olga = await desk.coordinator(languages=(language,))
    rita = await desk.reports(CALLED[language], language=language)
    await desk.later(hours=hours)
    await rita.writes(MOVED[language])
    assert (await known(desk))[:2] == (FRIDAY, Precision.DAY)
    olga.sees("21.09.2018")
    olga.sees_nothing_of(SHOWN)


@pytest.mark.parametrize("answer", ["вчера в 10:00", "12.05.2018", "31 сентября"])
async def test_what_is_past_or_cannot_be_is_no_appointment_and_no_year_is_invented(
    desk: Desk, answer: str
) -> None:
    olga = await desk.coordinator(languages=("ru",))
    rita = await desk.reports(NO_DAY["ru"], language="ru")
    await rita.writes(answer)
    olga.sees(desk.service.words.say("ru", "ask-summons-no-day"))
    again = ("report-appointment", "report-appointment-again")
    assert any(rita.count(desk.service.words.say("ru", key)) for key in again)


async def test_a_day_by_the_way_is_no_other_appointment(desk: Desk) -> None:
    await desk.coordinator()
    rita = await desk.reports(CALLED["ru"], language="ru")
    await rita.writes("завтра позвоню адвокату")
    assert (await known(desk))[0] == AT_TEN


async def test_who_is_kept_there_has_no_appointment_any_more(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(CALLED["ru"], language="ru")
    await rita.writes("его там задержали, не выпускают")
    assert marat.rang() == 1
    await marat.presses("I'll take it")
    marat.sees_nothing_of(SHOWN)
