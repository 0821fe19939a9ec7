"""What members ask of their own work is answered from how their cases stand, rings nobody, and is not for the reporter."""

import pytest

from tests.casework.story_desk import Desk
from tests.casework.visits.test_asked_is_no_step import working

DEADLINE = {
    "en": "by when must I mark the first step?",
    "ru": "до какого времени мне надо отметить?",
    "kk": "қай уақытқа дейін белгілеуім керек?",
}
HEARING = {
    "en": ("hearing tomorrow 10:00, Medeu court", "when is the hearing tomorrow?"),
    "ru": ("суд завтра в 10:00, Медеуский суд", "во сколько завтра суд?"),
    "kk": ("сот ертең 10:00-де, Медеу соты", "ертең сот нешеде?"),
}


@pytest.mark.parametrize("cases", [1, 2])
@pytest.mark.parametrize("language", DEADLINE)
async def test_by_when_a_step_is_due_is_said_of_each_case(desk: Desk, language: str, cases: int) -> None:
    marat, olga = await working(desk, language, cases)
    await marat.writes(DEADLINE[language])
    due = desk.service.words.say(language, "case-first-action", time="17.09 12:30")
    for number in range(cases):
        shown = marat.sees(f"{(await desk.case(number)).code}: {due}")
    assert desk.service.words.say(language, "button-relay") not in shown
    assert olga.rang() == 0


@pytest.mark.parametrize("language", HEARING)
async def test_when_the_hearing_is_is_said_as_it_is_known(desk: Desk, language: str) -> None:
    marat, _ = await working(desk, language, 1)
    told, asked = HEARING[language]
    await marat.writes(told, asked)
    marat.sees(f"{(await desk.case()).code}: 18.09 10:00")


async def test_what_a_coordinator_asks_of_their_work_does_not_ring_the_lawyer(desk: Desk) -> None:
    marat, olga = await working(desk, "en", 1)
    await olga.opens(await desk.case())
    marat.rang()
    await olga.writes("how do I close it when everybody is out?")
    assert marat.rang() == 0
    await olga.writes("the mother will bring his passport")
    assert marat.rang() == 1
