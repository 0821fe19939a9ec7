"""Blanks around words are no words; and what breaks our own code is told to coordinators, never with its words."""

from datetime import UTC, datetime

import pytest

from core.incoming import Incoming, IncomingKind
from handlers import routes
from handlers.reporting.unhandled import FEW
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
BLANKS = [" ", "\n", "\u3000", "\u00a0", "\u200b", "\u2800", "\u3164", "\t \n", "\ufeff"]


@pytest.mark.parametrize("blank", BLANKS, ids=[ascii(blank) for blank in BLANKS])
@pytest.mark.parametrize("count", [1501, 4000])
async def test_words_behind_any_number_of_blanks_open_a_case(desk: Desk, blank: str, count: int) -> None:
    marat, rita = await desk.lawyer("Marat"), desk.person()
    await rita.writes(blank * count + HELD)
    assert (await desk.case()).city == "almaty"
    marat.sees("somebody is detained", "Almaty")
    async with desk.reading() as tx:
        (entry,) = [
            one for one in await tx.entries.by(report_id=(await desk.report()).id) if one.kind == "words"
        ]
    assert str(entry.payload["text"]).endswith(HELD)


async def test_words_behind_a_long_gap_between_words_are_read_too(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports("police took a man" + " " * 3000 + "in Almaty")
    marat.sees("somebody is detained", "Almaty")


async def test_nothing_but_blanks_is_answered(desk: Desk) -> None:
    rita = desk.person()
    for text in (" " * 1501, "\u2800" * 4000, "\n" * 4096):
        await rita.writes(text)
        assert rita.rang()
    async with desk.reading() as tx:
        assert await tx.cases.select() == []


async def gives_up(
    desk: Desk, person: Person, kind: IncomingKind = IncomingKind.MESSAGE, text: str = "Saryarka-marker"
) -> None:
    """What the inbox does with a message of theirs after three attempts."""
    incoming = Incoming("telegram", kind, person.chat, person.chat, "private", desk.now, text=text)
    async with desk.writing() as tx:
        await routes.EVENTS.parked(tx, desk.service, incoming, 7, "message", desk.now, "ValueError")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_coordinators_hear_of_what_a_reporter_sent_and_open_the_case(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    olga.rang(), olga.lanes()
    await desk.later(minutes=3)
    olga.rang(), olga.lanes()
    await gives_up(desk, rita)
    say = desk.service.words.say
    assert (olga.rang(), olga.lanes()[-1]) == (1, "alert")
    olga.sees(
        say(language, "ask-unhandled"),
        say(language, "ask-unhandled-at", time="17.09 12:03", spoken=say(language, "spoken-en")),
        f"[{say(language, 'button-open')}]",
    )
    olga.sees_nothing_of("Saryarka-marker")
    rita.sees("Something broke on our side")
    desk.administrator.sees("is parked: ValueError")
    assert (await desk.history())[-1] == ("unhandled", "", {})
    await olga.opens(await desk.case())
    olga.sees_nothing_of("Saryarka-marker")


async def test_of_many_messages_of_one_case_there_is_one_card(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    for _ in range(10):
        await gives_up(desk, rita)
    assert olga.count("could not be handled by the bot") == 1


async def test_of_somebody_without_a_case_one_can_be_made_and_they_are_written_to(desk: Desk) -> None:
    olga, rita = await desk.coordinator(), desk.person(language="ru")
    await gives_up(desk, rita)
    assert olga.lanes() == ["alert"]
    olga.sees("from somebody without an open case", "17.09 12:00", "[Read]")
    await olga.presses("Read", "Make a case")
    await olga.opens_more()
    olga.sees("[Ask the reporter…]")


async def test_a_flood_of_them_is_no_flood_of_cards(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(FEW + 10):
        await gives_up(desk, desk.person(f"Rita {number}"))
    assert olga.count("from somebody without an open case") == FEW
    assert olga.count("More messages from people without an open case") == 1
    await desk.later(hours=2)
    await gives_up(desk, desk.person("Rita later"))
    assert olga.count("from somebody without an open case") == FEW + 1


async def test_what_a_lawyer_sent_is_told_of_the_case_that_they_have(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    olga.rang()
    await gives_up(desk, marat)
    assert olga.rang() == 1
    olga.sees("from somebody of this case")


@pytest.mark.parametrize(
    "kind", [IncomingKind.RECEIPT, IncomingKind.REACTION, IncomingKind.MEMBERSHIP, IncomingKind.OTHER]
)
async def test_what_nobody_has_written_asks_nobody(desk: Desk, kind: IncomingKind) -> None:
    olga = await desk.coordinator()
    await gives_up(desk, desk.person(), kind)
    async with desk.writing() as tx:
        at = datetime(2018, 9, 17, 6, tzinfo=UTC)
        await routes.EVENTS.parked(tx, desk.service, None, 7, "message", at, "Unreadable: KeyError")
    assert olga.rang() == 0
