"""A question is answered in any state of a case, inside and outside its form; it claims nothing, and goes on to a person."""

from datetime import timedelta

import pytest

from core.incoming import Forwarded
from core.model import LANGUAGES
from handlers.casework import facts
from tests.casework.reporting.test_questions_in_any_state import HELD, STEPS, in_standing
from tests.casework.story_desk import Desk, Person

ASKED = {
    "comes": {"en": "so who is coming now?", "ru": "а кто теперь едет?", "kk": "енді кім келеді"},
    "condition": {"en": "is she ok?", "ru": "как она там, её не бьют", "kk": "оның жағдайы қалай, аман ба"},
    "status": {"en": "what did the lawyer say", "ru": "что с сестрой", "kk": "адвокат не дейді"},
    "anyone": {"en": "is anybody there?", "ru": "есть кто живой", "kk": "біреу бар ма?"},
    "asked": {
        "en": "who feeds her parrot now?",
        "ru": "а попугая её кто накормит?",
        "kk": "оның тотықұсына жем кім береді?",
    },
    "where": {"en": "any idea where they took her", "ru": "куда её увезли", "kk": "оны қайда ұстап отыр"},
}
EVERY = [(language, topic) for topic in ASKED for language in LANGUAGES]
WAITS = timedelta(minutes=10)


def say(desk: Desk, language: str, key: str, **args: str | int) -> str:
    return desk.service.words.say(language, key, **args)


def newest(person: Person) -> str:
    return person.screen.texts()[-1]


def answer_of(desk: Desk, language: str, topic: str) -> str:
    """The first line that is said to it, where a report is open."""
    told = f"everyday-{topic}-told" if topic in ("anyone", "where", "asked") else f"everyday-{topic}"
    return say(desk, language, told, organisation=desk.service.organisation)


def where_exactly(desk: Desk, language: str) -> str:
    """The question that stands once the city is known."""
    return say(desk, language, "report-where", situation="other")


@pytest.mark.parametrize("standing", [standing for standing in STEPS if standing != "before"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_asks_who_comes_reads_how_far_the_case_is(
    desk: Desk, language: str, standing: str
) -> None:
    rita = await in_standing(desk, language, standing, done=False)
    await rita.writes(ASKED["comes"][language])
    said = newest(rita)
    assert answer_of(desk, language, "comes") in said
    state = {
        "reported": say(desk, language, "stands-coordinator", count=1, time="12:05"),
        "on_the_way": say(desk, language, "stands-accepted", stage="on-my-way", time="12:04"),
        "at_the_station": say(desk, language, "stands-accepted", stage="at-station", time="12:06"),
        "closed": say(
            desk, language, "stands-closed", how=say(desk, language, "outcome-released"), time="12:06"
        ),
    }
    assert state.get(standing, say(desk, language, "stands-accepted", stage="none", time="12:02")) in said


@pytest.mark.parametrize(("language", "topic"), EVERY)
async def test_it_is_no_answer_of_the_form_whose_question_stands_below(
    desk: Desk, language: str, topic: str
) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    before = (await desk.case(), await _claims(desk))
    came = rita.screen.came
    await rita.writes(ASKED[topic][language])
    assert rita.screen.came == came + 1
    said = newest(rita)
    assert answer_of(desk, language, topic) in said
    assert where_exactly(desk, language) in said
    assert (await desk.case(), await _claims(desk)) == before


async def _claims(desk: Desk) -> set[tuple[str, object]]:
    async with desk.reading() as tx:
        return {(claim.kind, str(claim.value)) for claim in await tx.claims.select()}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_three_questions_in_a_row_the_form_keeps_its_own_to_itself(
    desk: Desk, language: str
) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    for topic in ("status", "condition"):
        await rita.writes(ASKED[topic][language])
        assert where_exactly(desk, language) in newest(rita)
    await rita.writes(ASKED["comes"][language])
    assert answer_of(desk, language, "comes") in newest(rita)
    assert where_exactly(desk, language) not in newest(rita)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_has_the_case_hears_once_in_ten_minutes_and_answers_by_one_button(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await marat.presses(say(desk, language, "button-accept").lstrip("✅ "))
    marat.rang()
    await rita.writes(ASKED["asked"][language], ASKED["status"][language])
    assert say(desk, language, "asked-passed", to="lawyer", answered=1) in newest(rita)
    assert marat.rang() == 1
    marat.sees(say(desk, language, "asked-owner", code=(await desk.case()).code))
    marat.sees(f"«{ASKED['asked'][language]}»")
    await marat.presses(say(desk, language, "button-words-answer"))
    await marat.writes("zhauap 1")
    rita.sees("zhauap 1")
    rita.sees_nothing_of("Marat")
    desk.now += WAITS
    await desk.later(seconds=1)
    marat.rang()
    await rita.writes(ASKED["asked"][language])
    assert marat.rang() == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_while_nobody_has_it_coordinators_are_asked_and_one_of_them_answers(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(ASKED["asked"][language], ASKED["asked"][language])
    assert say(desk, language, "asked-passed", to="coordinator", answered=1) in newest(rita)
    assert olga.count(say(desk, language, "ask-question")) == 1
    olga.sees_nothing_of(ASKED["asked"][language])
    await olga.presses(say(desk, language, "button-words-answer"))
    await olga.writes("zhauap 2")
    rita.sees("zhauap 2")
    assert olga.count(say(desk, language, "ask-question")) == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_happens_is_taken_and_what_is_asked_beside_it_is_answered(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await marat.presses(say(desk, language, "button-accept").lstrip("✅ "))
    marat.rang()
    beaten = {"en": "she is being beaten! ", "ru": "её бьют! ", "kk": "оны ұрып жатыр! "}
    await rita.writes(beaten[language] + ASKED["comes"][language])
    rita.sees(answer_of(desk, language, "comes"))
    assert ("urgent", "['injured']") in await _claims(desk)
    assert marat.rang() == 2  # the fact, and the question


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "is she being beaten?"), ("ru", "её бьют?"), ("kk", "оны ұрып жатыр ма?")],
)
async def test_what_is_only_asked_is_no_fact(desk: Desk, language: str, text: str) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    before = await _claims(desk)
    await rita.writes(text)
    assert await _claims(desk) == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nobody_learns_of_a_station_what_others_have_told_before_a_member_has_checked_who_asks(
    desk: Desk, language: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    case = await desk.case()
    await marat.presses("I'll take it")
    member = await desk.membership(olga)
    async with desk.writing() as tx:
        for kind, value in (("taken", "Medeu ROVD"), ("acknowledged", "there")):
            await facts.record(tx, desk.service, case, facts.member_claim(tx, case, member, kind, value))
    await rita.writes(ASKED["where"][language])
    assert say(desk, language, "asked-where-unknown") in newest(rita)
    rita.sees_nothing_of("Medeu")
    await olga.opens(case)
    await olga.presses_data(f"source:{(await desk.report()).id}:rang_back-confirms")
    await rita.writes(ASKED["where"][language])
    assert "Medeu ROVD" in newest(rita)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_after_the_end_reaches_coordinators(desk: Desk, language: str) -> None:
    rita = await in_standing(desk, language, "closed", done=False)
    await rita.writes(ASKED["asked"][language])
    assert say(desk, language, "asked-passed", to="coordinator", answered=1) in newest(rita)
    assert answer_of(desk, language, "asked") in newest(rita)


@pytest.mark.parametrize(
    ("language", "told", "asks"),
    [
        ("en", "the hearing is tomorrow at 10:00", "when is the hearing?"),
        ("ru", "завтра в 10 суд", "во сколько суд"),
        ("kk", "ертең сағат 10-да сот болады", "сот қашан"),
    ],
)
async def test_the_hour_of_a_hearing_that_the_writer_has_told_is_told_again(
    desk: Desk, language: str, told: str, asks: str
) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(asks)
    assert say(desk, language, "asked-hearing-unknown") in newest(rita)
    await rita.writes(told)
    await rita.writes(asks)
    told_again = {
        "en": "You wrote that the hearing is on 18 September at 10:00.",
        "ru": "Вы писали, что заседание 18 сентября в 10:00.",
        "kk": "Отырыс уақытын былай деп жаздыңыз: 18 қыркүйек, сағат 10:00.",
    }
    assert told_again[language] in newest(rita)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_that_lawyers_are_not_named_stands_below_how_far_the_case_is(desk: Desk, language: str) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(ASKED["comes"][language])
    state, unnamed = say(desk, language, "stands-asked", count=1), say(desk, language, "everyday-comes")
    assert -1 < newest(rita).find(state) < newest(rita).find(unnamed)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_advice_says_what_to_do_if_it_begins_only_while_nothing_has_begun(
    desk: Desk, language: str
) -> None:
    what_to_do = {
        "en": "what should I say to them?",
        "ru": "что мне говорить им",
        "kk": "маған не істеу керек",
    }
    always, begins = say(desk, language, "everyday-advice-told"), say(desk, language, "everyday-advice")
    vera = desk.person("Vera", language)
    await vera.writes(what_to_do[language])
    assert begins in newest(vera)
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(what_to_do[language])
    assert always in newest(rita)
    assert begins not in newest(rita)


WISHED = [
    ("ru", "kk", "тусинбеймин орысша"),
    ("ru", "kk", "можно на казахском"),
    ("kk", "ru", "пишите по-русски пожалуйста"),
    ("ru", "en", "I do not understand Russian"),
]


@pytest.mark.parametrize(("spoken", "wished", "text"), WISHED)
async def test_the_language_that_is_asked_for_wins_and_stays(
    desk: Desk, spoken: str, wished: str, text: str
) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD[spoken], language=spoken)
    await rita.writes(text)
    assert where_exactly(desk, wished) in newest(rita)
    address = await desk.address(rita)
    assert (address.language, address.language_chosen) == (wished, True)
    await rita.writes(ASKED["comes"][spoken])
    assert answer_of(desk, wished, "comes") in newest(rita)


async def test_the_language_of_what_is_passed_on_is_nobodys(desk: Desk) -> None:
    rita = desk.person(language="ru")
    await rita.writes("/start")
    await rita.writes(
        "Алматыда белсенділерді полиция ұстап әкетті, бәрі аялдамада тұр", forwarded=Forwarded(desk.now)
    )
    await rita.writes("полиция задержала моего брата в Алматы")
    assert (await desk.address(rita)).language == "ru"
    rita.sees("Кого задержали?")
