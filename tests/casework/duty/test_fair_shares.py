"""How nights and alerts are shared out: counted from what was, told to coordinators in one line."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.duty.schedule import DutyShare, count_nights, most_and_least
from core.model import LANGUAGES
from core.rota import Stint, StintState
from handlers.daily import digest_figures
from handlers.daily.edition import coordinators_part
from tests.casework.duty.test_evening_before import begins
from tests.casework.story_desk import Desk

ALMATY = ZoneInfo("Asia/Almaty")
SINCE, UNTIL = datetime(2018, 9, 1, tzinfo=ALMATY), datetime(2018, 9, 30, tzinfo=ALMATY)


def stint(
    first: tuple[int, int], last: tuple[int, int], state: StintState = StintState.CONFIRMED, taken_by: int = 0
) -> Stint:
    """From a day and hour to another."""
    starts, ends = (datetime(2018, 9, day, hour, tzinfo=ALMATY) for day, hour in (first, last))
    return Stint(1, 7, starts, ends, state, starts, taken_by=taken_by or None)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (stint((3, 22), (4, 6)), {7: 1}),
        (stint((3, 9), (3, 18)), {}),
        (stint((3, 18), (4, 0)), {}),
        (stint((3, 6), (4, 0)), {}),
        (stint((3, 5), (3, 9)), {7: 1}),
        (stint((3, 22), (6, 6)), {7: 3}),
        (stint((3, 22), (4, 6), StintState.ASKED), {7: 1}),
        (stint((3, 22), (4, 6), StintState.OFFERED), {}),
        (stint((3, 22), (4, 6), StintState.TAKEN, taken_by=8), {8: 1}),
    ],
)
def test_a_night_is_whoever_had_it(one: Stint, expected: dict[int, int]) -> None:
    assert count_nights([one, one], ALMATY, SINCE, UNTIL) == expected


def test_what_is_yet_to_come_and_what_was_before_is_not_counted() -> None:
    one = stint((3, 22), (4, 6))
    assert count_nights([one], ALMATY, SINCE, one.starts) == {}
    assert count_nights([one], ALMATY, one.ends, UNTIL) == {}


def test_of_many_those_with_most_and_least_are_told() -> None:
    everybody = [DutyShare(str(n), n, 0) for n in range(9)]
    most, least = most_and_least(everybody, 4)
    assert [[one.nights for one in part] for part in (most, least)] == [[8, 7], [1, 0]]
    assert most_and_least(everybody[:4], 4)[1] == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_coordinators_read_it_in_one_line_and_nobody_else(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    desk.now = datetime(2018, 9, 20, 6, 0, tzinfo=UTC)
    await begins(desk)
    await marat.writes("/duty daily 22-6")
    await saule.writes("/duty daily 9-18")
    await desk.later(hours=50)
    await desk.reports("police took a man in Almaty")  # by day: Saule is asked
    await desk.later(hours=24)
    people = "Marat 2/0, Saule 0/1"
    olga.sees(desk.service.words.say(language, "digest-shares", people=people))
    for person in (marat, saule):
        person.sees_nothing_of(people)


async def test_where_nobody_had_anything_there_is_no_line(desk: Desk) -> None:
    await desk.coordinator()
    await desk.lawyer("Marat")
    async with desk.reading() as tx:
        counted = await digest_figures.count(tx, desk.service, None, tx.now)
        text = await coordinators_part(tx, desk.service, counted, tx.now.date(), "en")
    assert "In 30 days" not in text
