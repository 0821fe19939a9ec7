"""What a member asks about refusals, releases and violence is a question and a note: no step, and nobody is woken."""

import pytest

from core.casework.transitions import first_action_key
from core.timeline import TimelineKind
from tests.casework.story_desk import Desk, Person
from tests.casework.visits.test_words_of_a_member import HELD, steps, take

ASKED = [
    ("en", "how do i write down that i was not let in"),
    ("en", "which article is it when they don't let the lawyer in"),
    ("en", "what do I file when the lawyer is not let in, and to whom?"),
    ("en", "how do I mark that she was released"),
    ("en", "has she been let go, or are they still inside"),
    ("en", "is he beaten or only scared"),
    ("ru", "куда жаловаться когда защитника не пускают"),
    ("ru", "как записать что меня не пустили"),
    ("ru", "не подскажете формулировку, когда не допускают к клиенту"),
    ("ru", "нужно ли отмечать что не пустили"),
    ("ru", "где отметить, что отпустили"),
    ("ru", "его отпустили или еще внутри"),
    ("kk", "адвокатты кіргізбей жатса, қай бапты жазамын"),
    ("kk", "кірмегенімді қайда белгілеймін, кіргізбеді деп жазсам бола ма"),
    ("kk", "жіберілмеген жағдайда қандай тұжырым жазылады"),
    ("kk", "қорғаушыны жібермесе не істеймін"),
    ("kk", "бәрі шықты ма"),
    ("kk", "ұрған ба екен"),
]
STATED = [  # beside a question
    ("en", "they don't let me in, what should I do?"),
    ("en", "when I arrived they did not let me in"),
    ("ru", "не пускают, говорят ждать, а сколько непонятно"),
    ("ru", "куда звонить меня не пускают"),
    ("ru", "спросили кто я и не пустили"),
    ("kk", "кіргізбей жатыр, не істеймін?"),
    ("kk", "қайда хабарласамын мені кіргізбей жатыр"),
]


async def working(desk: Desk, language: str, cases: int) -> tuple[Person, Person]:
    """A lawyer who has so many cases, and a coordinator."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,), cities=())
    for told in (HELD, "police took Askar Invented in Astana")[:cases]:
        await take(desk, marat, told)
    marat.rang(), olga.rang()
    return marat, olga


@pytest.mark.parametrize("cases", [1, 2])
@pytest.mark.parametrize(("language", "text"), ASKED)
async def test_what_a_lawyer_asks_is_no_step_and_wakes_nobody(
    desk: Desk, language: str, text: str, cases: int
) -> None:
    marat, olga = await working(desk, language, cases)
    await marat.writes(text)
    for number in range(cases):
        assert await steps(desk, number) == []
        case = await desk.case(number)
        assert case.first_action_at is None
        async with desk.reading() as tx:
            assert await tx.timers.get(first_action_key(case.id)) is not None
            told = {line.kind for line in await tx.timeline.by(case_id=case.id)}
        assert told.isdisjoint({TimelineKind.REFUSED, TimelineKind.CANNOT_COME})
    assert olga.rang() == 0
    newest = marat.screen.messages[max(marat.screen.messages)]
    acts = {button.data.partition(":")[0] for row in newest.rows for button in row}
    assert acts.isdisjoint({"closing", "allout", "freed", "unfreed", "unhurt", "unsaid"})


@pytest.mark.parametrize(("language", "text"), STATED)
async def test_what_is_stated_beside_a_question_still_rings(desk: Desk, language: str, text: str) -> None:
    marat, olga = await working(desk, language, 1)
    await marat.writes(text)
    assert await steps(desk) == ["refused"]
    assert olga.rang() == 1
