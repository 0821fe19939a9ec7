"""What a reporter tells in an open case, unasked, when it gets worse: who hears a sound, and what the reporter reads."""

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.vocabulary import DialogueState
from tests.casework.story_desk import Desk, Person

BLOCKED = {
    "en": "police surrounded us and do not let us out, Almaty",
    "ru": "нас окружили и не выпускают, Алматы",
    "kk": "бізді қоршап алды, шығармай жатыр, Алматы",
}
TAKEN = {
    "en": ["they are putting me into a car", "I am at the Bostandyk police station"],
    "ru": ["меня сажают в машину", "я в Бостандыкском отделе"],
    "kk": ["мені көлікке отырғызып жатыр", "мен Бостандық бөлімшесіндемін"],
}
HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану Придуманову в Алматы",
    "kk": "Алматыда Дана Ойданшығарылғанды полиция ұстады",
}
REFUSED = {
    "en": [
        "they beat her",
        "they won't give her any food",
        "they do not let the lawyer in",
        "no water since morning",
    ],
    "ru": ["её бьют", "ей не дают еду", "адвоката не пускают", "не вызывают врача", "передачу не принимают"],
    "kk": ["оны ұрып жатыр", "тамақ бермей жатыр", "адвокатты кіргізбей жатыр", "дәрігер шақырмай жатыр"],
}
ILL = {"en": "she is in hospital", "ru": "ей стало плохо", "kk": "ол ауруханада жатыр"}


async def taken(desk: Desk, told: str, language: str) -> tuple[Person, Person, Person]:
    """Marat has the case of Rita; Olga coordinates."""
    olga, marat = await desk.coordinator(languages=(language,)), await desk.lawyer(languages=(language,))
    rita = await desk.reports(told, language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(minutes=1)
    for person in (olga, marat, rita):
        person.rang()
    return rita, marat, olga


def passed_on(desk: Desk, language: str, to: str, coordinators: str) -> str:
    return desk.service.words.say(language, "report-passed-on", to=to, coordinators=coordinators)


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in TAKEN[of]])
async def test_after_a_blockade_being_in_other_hands_rings_whoever_has_the_case(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, olga = await taken(desk, BLOCKED[language], language)
    await rita.writes(text)
    assert marat.rang() == 1
    marat.sees("513-742", desk.service.words.say(language, "fact-taken"))
    is_car = text == TAKEN[language][0]
    rita.sees(passed_on(desk, language, "lawyer", "yes" if is_car else "no"))
    assert olga.rang() == int(is_car)  # the owner may be on the way to where they are not any more


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_the_form_it_is_said_in_place_of_added(desk: Desk, language: str) -> None:
    rita, marat, _ = await taken(desk, HELD[language], language)
    async with desk.writing() as tx:
        for dialogue in await tx.dialogues.select():
            tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED))
    await rita.writes(ILL[language])
    assert marat.rang() == 1
    rita.sees(passed_on(desk, language, "lawyer", "no"))
    rita.sees_nothing_of(desk.service.words.say(language, "report-joined"))


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in REFUSED[of]])
async def test_violence_and_what_is_refused_reach_coordinators_with_a_sound(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, olga = await taken(desk, HELD[language], language)
    await rita.writes(text)
    assert olga.rang() == 1
    assert marat.rang() >= 1
    olga.sees(desk.service.words.say(language, "ask-worse"))
    olga.sees_nothing_of(text)
    rita.sees(passed_on(desk, language, "lawyer", "yes"))
    await rita.writes(text)
    assert (marat.rang(), olga.rang()) == (0, 0)  # once in ten minutes
    await desk.later(minutes=11)
    marat.rang(), olga.rang()
    await rita.writes(text)
    assert olga.rang() == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_while_nobody_has_it_lawyers_are_asked_again_as_urgent(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=1)
    marat.rang()
    await rita.writes(ILL[language])
    assert marat.rang() == 1
    assert (await desk.case()).priority == "urgent"
    marat.sees_nothing_of(ILL[language])
    rita.sees(passed_on(desk, language, "lawyers", "no"))
    await rita.writes(ILL[language])
    assert marat.rang() == 0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "бьют, кто едет?"),
        ("en", "they beat her, who is coming?"),
        ("kk", "оны ұрып жатыр, кім келеді?"),
    ],
)
async def test_a_question_beside_it_takes_no_ring_back(desk: Desk, language: str, text: str) -> None:
    rita, marat, olga = await taken(desk, HELD[language], language)
    await rita.writes(text)
    assert (marat.rang() >= 1, olga.rang()) == (True, 1)


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "её перевезли в больницу?"), ("en", "is she in hospital?"), ("kk", "ол ауруханада ма?")],
)
async def test_what_is_only_asked_rings_who_has_it_and_asks_no_lawyer_again(
    desk: Desk, language: str, text: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=1)
    marat.rang()
    await rita.writes(text)
    assert marat.rang() == 0
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    marat.rang()
    await rita.writes(text)
    assert marat.rang() == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "её не бьют"), ("ru", "она не в больнице"), ("en", "she was not moved"), ("kk", "оны ұрған жоқ")],
)
async def test_what_is_denied_is_only_something_new(desk: Desk, language: str, text: str) -> None:
    rita, marat, olga = await taken(desk, HELD[language], language)
    await rita.writes(text)
    assert (marat.rang(), olga.rang()) == (1, 0)


async def test_the_words_that_open_a_case_ask_nobody_twice(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports("police took Dana Made-Up in Almaty, they beat her, she is in hospital")
    assert (marat.rang(), olga.rang()) == (1, 0)
