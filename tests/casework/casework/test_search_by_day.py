"""``/case`` with a day: alone, with a name, with a station; and a search that costs no more after years."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from core.vocabulary import CaseState
from tests.casework.story_desk import Desk, Person

YESTERDAY = {"en": "yesterday", "ru": "вчера", "kk": "кеше"}
FOUND = {"en": "Found: 1", "ru": "Найдено: 1", "kk": "Табылды: 1"}


async def told(desk: Desk) -> list[str]:
    """Four cases on three days; the codes."""
    codes = []
    for words in (
        "police took Aigerim Oidan in Almaty, they hold her in the Saryarka station",
        "police took Timur Made-Up in Almaty",
    ):
        await desk.reports(words, name=words)
        codes.append((await desk.case()).code)
    for words in ("police took Aigerim Made-Up in Almaty", "yesterday police took Sara Made-Up in Almaty"):
        await desk.later(hours=24)
        await desk.reports(words, name=words)
        codes.append((await desk.case()).code)
    return codes


async def finds(person: Person, words: str, *codes: str) -> None:
    """Exactly these."""
    await person.writes(f"/case {words}")
    shown = person.screen.texts()[-1]
    assert sorted(code for code in codes if code in shown) == sorted(codes), shown
    assert f"Found: {len(codes)}\n" in shown, shown


@pytest.mark.slow
async def test_a_day_alone_finds_what_happened_or_was_told_on_it(desk: Desk) -> None:
    olga = await desk.coordinator()
    first, second, third, fourth = await told(desk)  # the last happened on the day of the third
    for words in ("17.09", "17.09.2018", "17 сентября", "on 17.09"):
        await finds(olga, words, first, second)
    await finds(olga, "yesterday", third, fourth)
    await finds(olga, "today", fourth)
    await olga.writes("/case 10.09")
    olga.sees("Nothing found")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_a_day_and_a_name_or_a_station_find_what_is_both(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    await desk.reports("police took Aigerim Oidan in Almaty, they hold her in the Saryarka station")
    first = await desk.case()
    await desk.later(hours=24)
    await desk.reports("police took Айгерим Ойдан in Almaty", name="Sara")
    day = YESTERDAY[language]
    for words in (f"Айгерим {day}", f"{day} Saryarka", "Aigerim Oidan 17.09", "17.09 Ойдан"):
        await olga.writes(f"/case {words}")
        shown = olga.screen.texts()[-1]
        assert FOUND[language] in shown
        assert f"[{first.code}]" in shown


@pytest.mark.slow
async def test_a_closed_case_is_found_by_its_day_and_by_a_station_lately(desk: Desk) -> None:
    olga = await desk.coordinator()
    first, *_ = await told(desk)
    await olga.presses_data(f"closed:{(await desk.case(0)).id}:other")
    await finds(olga, "17.09 Aigerim", first)
    await finds(olga, "Saryarka", first)


@pytest.mark.slow
async def test_lawyers_find_of_a_day_what_is_theirs(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports("police took Aigerim Made-Up in Almaty")
    case = await desk.case()
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    await desk.reports("police took Timur Made-Up in Almaty", name="Sara")
    await finds(marat, "17.09", case.code)
    await saule.writes("/case 17.09")
    saule.sees("Nothing found")


async def test_a_day_that_nobody_was_taken_on_may_be_a_word_like_any_other(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("police took Timur Made-Up in Almaty, at house 5.10 on the old street")
    await finds(olga, "5.10 street", (await desk.case()).code)


class Work:
    """What SQLite does for the writer: steps of its machine, ten by ten."""

    def __init__(self) -> None:
        self.steps = 0

    def count(self) -> int:
        """Called by SQLite after ten; 0: go on."""
        self.steps += 1
        return 0


async def years(desk: Desk, first: int, count: int) -> None:
    """So many cases more, closed long ago, each with its report and somebody's name."""
    case, report = await desk.case(), await desk.report()
    async with desk.writing() as tx:
        (block, *_) = await tx.name_blocks.by(case_id=case.id)
        for number in range(first, first + count):
            at = case.opened_at - timedelta(days=400 + number)
            then: dict[str, Any] = {
                "opened_at": at,
                "closed_at": at,
                "happened_on": at.date(),
                "outcome": "other",
            }
            code, state = f"made up {number}", CaseState.CLOSED
            tx.cases.add(replace(case, id=number, code=code, state=state, **then))
            tx.reports.add(replace(report, id=number, case_id=number, receipt_lookup=None))
            hashed = tx.name_hash(f"somebody else {number}")
            tx.name_blocks.add(replace(block, id=tx.new_id(), case_id=number, hash=hashed))


@pytest.mark.slow
async def test_a_search_costs_no_more_after_years(desk: Desk) -> None:
    """Counted in steps of SQLite's machine: a table that is walked, or rows that are read in vain, would show."""
    olga, work = await desk.coordinator(), Work()
    await told(desk)
    async with desk.writing() as tx:
        raw: Any = await tx.session.connection.get_raw_connection()
        raw.driver_connection._conn.set_progress_handler(work.count, 10)

    async def spent(words: str) -> int:
        tries = []
        for _ in range(2):  # what is written beside it differs a little
            work.steps = 0
            await olga.writes(f"/case {words}")
            tries.append(work.steps)
        return min(tries)

    sought = ("Aigerim Oidan", "Saryarka", "17.09", "Aigerim 17.09")
    await years(desk, 1, 120)
    before = {words: await spent(words) for words in sought}
    await years(desk, 1001, 400)
    after = {words: await spent(words) for words in sought}
    assert all(after[words] <= before[words] * 1.1 + 60 for words in sought), (before, after)
