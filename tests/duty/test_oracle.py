"""Who is on duty, against an oracle that looks minute by minute, in weeks in which clocks are put forward and back."""

from itertools import pairwise
from random import Random

import pytest

from tests.duty.chance import REGIONS, case
from tests.duty.oracle import is_on

pytestmark = pytest.mark.slow

CASES = 10_000
WALKED = 150  # of which every quarter of an hour is looked at


def test_ten_thousand_schedules_and_moments() -> None:
    chance, seen = Random(2018), set()
    for _ in range(CASES):
        made = case(chance)
        minute = chance.randrange(1440, (made.window.days - 1) * 1440)
        region = chance.choice((None, *REGIONS))
        answer = made.schedule.on_duty(made.window.at(minute), region)
        seen |= {why for _, why in answer}
        expected = [
            one.id
            for one in made.members
            if is_on(made.window, one, made.members, made.away, minute, region, made.works[one.id])
        ]
        assert [member.id for member, _ in answer] == expected, (made, minute, region)
    assert {why.value for why in seen} == {"added", "replaces", "on", "shift", "standing"}


def test_gaps_and_when_somebody_s_duty_changes_are_what_a_walk_through_the_time_finds() -> None:
    chance = Random(25)
    for _ in range(WALKED):
        made = case(chance)
        schedule, region = made.schedule, chance.choice((None, *REGIONS))
        language = chance.choice((None, "kk"))
        first, last = 1440, 1440 + 1500
        start, end = made.window.at(first), made.window.at(last)
        answers = [
            {
                one.id
                for one in made.members
                if (language is None or language in one.languages)
                and is_on(made.window, one, made.members, made.away, minute, region, made.works[one.id])
            }
            for minute in range(first, last)
        ]
        found = schedule.gaps(start, end, region, language)
        empty = {
            n for since, until in found for n in range(made.window.minute(since), made.window.minute(until))
        }
        assert empty == {first + n for n, answer in enumerate(answers) if not answer}
        assert all(a[1] < b[0] for a, b in pairwise(found))
        for one in made.members:
            walked = [
                is_on(made.window, one, made.members, made.away, minute, None, made.works[one.id])
                for minute in range(first, last)
            ]
            differs = next((n for n, on in enumerate(walked) if on is not walked[0]), None)
            if differs is not None:
                assert schedule.until(one, start) == made.window.at(first + differs)
