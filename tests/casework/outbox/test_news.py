"""What a reporter hears by itself: little, only what changed, and where nobody else may be reading."""

import pytest

from core.model import LANGUAGES
from storage.schema import outbox
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
STEPS = ["button-accept", "button-on-my-way", "button-at-station"]


async def reporter(desk: Desk, language: str = "en") -> Person:
    """Somebody who wants to hear it."""
    rita = await desk.reports(HELD[language], language=language)
    await rita.allows_news()
    rita.rang()
    return rita


async def works(desk: Desk, marat: Person, language: str = "en") -> None:
    """A lawyer takes it, goes there, arrives, and brings somebody home."""
    say = desk.service.words.say
    for step in STEPS:
        await marat.presses(say(language, step).lstrip("✅🚗🚪 "))
        await desk.later(minutes=10)
    await marat.presses(say(language, "button-released"), say(language, "outcome-released"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lawyer_is_found_is_there_and_brings_somebody_home(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await reporter(desk, language)
    await works(desk, marat, language)
    say = desk.service.words.say
    how = say(language, "outcome-released")
    closed = say(language, "news-closed", how=how, outcome="released")
    keys = ("news-accepted", "news-on-my-way", "news-at-station")
    for text in (*(say(language, key) for key in keys), closed):
        assert rita.count(text) == 1
    assert rita.rang() == 4
    rita.sees_nothing_of("Marat")


async def test_at_the_station_is_told_once_and_stands_on_the_card(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await reporter(desk)
    await marat.presses("I'll take it", "At the door")
    case = await desk.case()
    await marat.presses_data(f"first:{case.id}:at_station")
    assert rita.count("The lawyer is at the station.") == 2  # the news and the card
    assert rita.rang() == 2
    marat.sees("🚪 at the door")
    assert ("at_station", "Marat", {}) in await desk.history()


async def test_another_lawyer_at_the_station_is_news_again(desk: Desk) -> None:
    marat, vera = await desk.lawyer("Marat"), await desk.lawyer("Vera")
    rita = await reporter(desk)
    await marat.presses("I'll take it", "At the door", "Give back")
    await vera.presses("I'll take it", "At the door")
    assert rita.rang() == 5  # taken, there, lost, taken, there


@pytest.mark.parametrize("how", ["hidden", "muted", "no"])
async def test_nobody_is_written_to_who_does_not_want_it_or_may_not_be_reading(desk: Desk, how: str) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(HELD["en"])
    await rita.allows_news("no" if how == "no" else "yes")
    if how == "hidden":
        await rita.writes("/hide")
    if how == "muted":
        await olga.opens(await desk.case())
        await olga.presses("Mute the reporter for 24 h")
    rita.rang()
    rita.lanes()
    await works(desk, marat)
    assert rita.rang() == 0
    assert "news" not in rita.lanes()


async def test_still_looking_makes_no_sound(desk: Desk) -> None:
    await desk.coordinator()
    await desk.lawyer()
    rita = await reporter(desk)
    await desk.later(hours=1)
    assert rita.count("We are still looking for a lawyer.") == 1
    assert rita.rang() == 0


async def test_closing_says_how(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await reporter(desk)
    await marat.presses("I'll take it", "Close…", "Fine")
    rita.sees("Your report is closed: Fine.")
    rita.sees_nothing_of("nobody is held any more")


async def test_news_of_one_report_stand_for_each_other_while_they_wait(desk: Desk) -> None:
    marat, _ = await desk.lawyer(), await reporter(desk)
    await marat.presses("I'll take it")
    report = await desk.report()
    async with desk.reading() as tx:
        told = await tx.outgoing.select(order_by=outbox.c.id)
    topics = [row.topic for row in told if "A lawyer has taken your report." in str(row.payload)]
    assert topics == [f"news:{report.id}"]
