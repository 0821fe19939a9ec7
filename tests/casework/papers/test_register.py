"""The register: each paper that is made gets the next number of its year, and no number is ever given twice."""

from datetime import UTC, datetime

import pytest

from core.model import LANGUAGES
from core.records.papers import Paper
from handlers.papers import outgoing_numbers, paper_making
from storage.database import Database
from storage.sealing import Keyring
from tests.casework.papers.test_papers_made import has_case, made, stored
from tests.casework.story_desk import Desk

NUMBERED = "# Demand\nNo. {{ paper.number }}, {{ organisation.name }}\n"


async def numbers(desk: Desk) -> list[str]:
    """All that were given, in their order."""
    async with desk.reading() as tx:
        return [given.text for given in await tx.outgoing_numbers.select()]


async def test_papers_are_numbered_as_they_are_made_and_print_their_number(desk: Desk) -> None:
    marat = await has_case(desk)
    first, second = await made(desk, marat, NUMBERED), await made(desk, marat, NUMBERED)
    assert [first.number, second.number] == await numbers(desk) == ["1/2018", "2/2018"]
    marat.sees("No. 1/2018, Test Bureau")
    assert "the register of outgoing papers" in marat.sees("Where each sentence comes from")


async def test_who_gets_it_again_gets_it_under_its_number(desk: Desk) -> None:
    marat = await has_case(desk)
    paper = await made(desk, marat, NUMBERED)
    async with desk.writing() as tx:
        await paper_making.hand_out(tx, desk.service, await stored(desk, paper.id))
    assert await numbers(desk) == ["1/2018"]
    assert (await stored(desk, paper.id)).number == "1/2018"


async def test_a_new_year_begins_with_one(desk: Desk) -> None:
    marat = await has_case(desk)
    await made(desk, marat)
    eve = datetime(2018, 12, 31, 19, 30, tzinfo=UTC)  # it is 2019 in Almaty
    async with desk.writing() as tx:
        hours = (eve - tx.now).total_seconds() / 3600
    await desk.later(hours=hours)
    await made(desk, marat)
    assert await numbers(desk) == ["1/2018", "1/2019"]


class ProcessEnds(Exception):
    """In the middle of a transaction."""


async def begin_and_end(desk: Desk, paper: Paper) -> None:
    async with desk.writing() as tx:
        assert await outgoing_numbers.give_number(tx, desk.service, paper) == "2/2018"
        await tx.flush()
        raise ProcessEnds


async def test_what_is_broken_off_takes_no_number_and_the_next_is_given_once(
    desk: Desk, keyring: Keyring
) -> None:
    marat = await has_case(desk)
    paper = await made(desk, marat)
    with pytest.raises(ProcessEnds):
        await begin_and_end(desk, paper)
    assert await numbers(desk) == ["1/2018"]
    url = str(desk.database.engine.url)
    await desk.database.close()
    desk.database = await Database.open(url, keyring)
    assert (await made(desk, marat)).number == "2/2018"
    assert await numbers(desk) == ["1/2018", "2/2018"]


async def test_a_forgotten_paper_keeps_its_line_and_its_number_is_never_given_again(desk: Desk) -> None:
    marat = await has_case(desk)
    paper = await made(desk, marat)
    async with desk.writing() as tx:
        tx.papers.remove(paper.id)
    assert (await made(desk, marat)).number == "2/2018"
    assert await numbers(desk) == ["1/2018", "2/2018"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_coordinators_read_it_and_nobody_else_does(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    olga = await desk.coordinator(languages=(language,))
    await olga.writes("/owed")
    await olga.presses(say(language, "button-register"))
    olga.sees(say(language, "register-none"))
    marat = await has_case(desk)
    await made(desk, marat)
    await olga.presses_data("register:")
    shown = olga.sees(say(language, "register-head"))
    assert "1/2018" in shown
    assert "Marat" in shown
    assert "Dana" not in shown
    await marat.presses_data("register:")
    marat.sees_nothing_of(say("en", "register-head"))


async def test_older_numbers_are_one_tap_away(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await has_case(desk)
    paper = await made(desk, marat)
    async with desk.writing() as tx:
        for _ in range(outgoing_numbers.SHOWN):
            await outgoing_numbers.give_number(tx, desk.service, paper)
    await olga.presses_data("register:")
    assert "\n1/2018" not in olga.sees("26/2018")
    await olga.presses("Earlier ones")
    olga.sees("1/2018 ·")
