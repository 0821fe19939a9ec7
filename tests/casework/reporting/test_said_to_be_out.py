"""A reporter writes in an open case that somebody is out, or all is well: nothing ends by it, and they are asked who is."""

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

TWO = {
    "en": "police took Dana Made-Up and Aidos Invented in Almaty",
    "ru": "полиция задержала Дану Придуманову и Айдоса Выдуманова в Алматы",
    "kk": "Алматыда Дана Ойданшығарылғанды және Айдос Жасандыны полиция ұстады",
}
OUT = {
    "en": ["Dana was released", "she is out", "she is home, thank God", "I'm out"],
    "ru": ["Дану отпустили", "она вышла", "уже дома слава богу", "я вышла"],
    "kk": ["Дананы босатты", "ол шықты", "ол үйге келді", "шықтым"],
}
KEPT = {
    "en": "I'm out. They kept Aliya",
    "ru": "меня отпустили, Алию оставили",
    "kk": "мені босатты, Әлияны алып қалды",
}
WELL = {"en": "all is well", "ru": "всё хорошо", "kk": "бәрі жақсы"}
NOT_OUT = [
    ("en", "they have not released her"), ("en", "was she released?"), ("en", "if she is released I will write"),
    ("ru", "её не отпустили"), ("ru", "её уже отпустили?"), ("ru", "если отпустят, напишу"), ("ru", "она ещё не вышла"),
    ("kk", "оны босатқан жоқ"), ("kk", "оны босатты ма?"), ("kk", "әлі шықпады"),
]  # fmt: skip


def say(desk: Desk, language: str, key: str, **said: str | int) -> str:
    return desk.service.words.say(language, key, **said)


def asked(desk: Desk, language: str) -> str:
    return say(desk, language, "out-asked", well="no")


async def told(desk: Desk, language: str) -> tuple[Person, Person, Person]:
    olga, marat = await desk.coordinator(languages=(language,)), await desk.lawyer(languages=(language,))
    rita = await desk.reports(TWO[language], language=language)
    await desk.later(minutes=1)
    for person in (olga, marat, rita):
        person.rang()
    return rita, marat, olga


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in OUT[of]])
async def test_nothing_ends_by_it_and_the_reporter_is_asked_who_is_out(
    desk: Desk, language: str, text: str
) -> None:
    rita, _, olga = await told(desk, language)
    search = await desk.waits_until("escalation")
    await rita.writes(text)
    labels = [say(desk, language, key) for key in ("out-all", "out-some", "out-none")]
    rita.sees(asked(desk, language), *(f"[{label}]" for label in labels))
    assert not (await desk.case()).says_over
    assert (await desk.waits_until("escalation"), await desk.waits_until("pause")) == (search, None)
    assert olga.rang() == 0


@pytest.mark.parametrize(("language", "text"), NOT_OUT)
async def test_what_is_denied_asked_or_supposed_asks_nothing(desk: Desk, language: str, text: str) -> None:
    rita, _, _ = await told(desk, language)
    await rita.writes(text)
    rita.sees_nothing_of(asked(desk, language))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_has_the_case_hears_it_with_a_sound(desk: Desk, language: str) -> None:
    rita, marat, _ = await told(desk, language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    marat.rang()
    await rita.writes(OUT[language][0])
    assert marat.rang() == 1
    marat.sees(say(desk, language, "fact-released"))
    assert (await desk.case()).state == "accepted"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_are_out_has_coordinators_call_back_and_asks_one_thing(desk: Desk, language: str) -> None:
    rita, _, olga = await told(desk, language)
    await rita.writes(OUT[language][0])
    await rita.presses(say(desk, language, "out-all"))
    assert (await desk.case()).says_over
    assert olga.rang() == 1
    olga.sees(say(desk, language, "ask-over"))
    rita.sees(say(desk, language, "out-all-noted").splitlines()[0], f"[{say(desk, language, 'out-well')}]")
    rita.sees_nothing_of(say(desk, language, "card-asked", asked=1))
    await rita.presses(say(desk, language, "out-hurt"))
    assert olga.rang() == 1
    olga.sees(say(desk, language, "ask-worse"))
    rita.sees(say(desk, language, "out-hurt-noted"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_form_asks_nothing_more_once_somebody_is_said_to_be_out(desk: Desk, language: str) -> None:
    rita, _, _ = await told(desk, language)
    left = say(desk, language, "form-left", left=7).split("7")[0].strip()
    rita.sees(left)
    await rita.writes(OUT[language][0])
    rita.sees_nothing_of(left)
    rita.sees_nothing_of(say(desk, language, "card-asked", asked=1))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_not_all_asks_who_is_held_still_and_everything_goes_on(desk: Desk, language: str) -> None:
    rita, marat, _ = await told(desk, language)
    await rita.writes(OUT[language][0])
    search = await desk.waits_until("escalation")
    await rita.presses(say(desk, language, "out-some"))
    rita.sees(say(desk, language, "kept-who"), f"[{say(desk, language, 'kept-who-unknown')}]")
    await rita.writes("Aliya Example")
    rita.sees(say(desk, language, "out-some-noted"))
    rita.sees(say(desk, language, "form-left", left=7).split("7")[0].strip())  # the form goes on where it was
    assert not (await desk.case()).says_over
    assert await desk.waits_until("escalation") == search
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    marat.sees("Aliya Example")


async def test_who_does_not_know_who_is_held_says_so(desk: Desk) -> None:
    rita, _, _ = await told(desk, "en")
    await rita.writes("Dana was released")
    await rita.presses("Not all", "I do not know")
    rita.sees("Everything goes on for those who are held.")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_keeps_everything(desk: Desk, language: str) -> None:
    rita, _, _ = await told(desk, language)
    await rita.writes(OUT[language][0])
    await rita.presses(say(desk, language, "out-none"))
    rita.sees(say(desk, language, "out-none-noted"))
    rita.sees(say(desk, language, "form-left", left=7).split("7")[0].strip())
    assert not (await desk.case()).says_over
    await desk.later(minutes=6)
    assert await desk.waits_until("said-out") is None


@pytest.mark.parametrize(
    ("language", "answer"), [("en", "all"), ("ru", "все вышли"), ("kk", "бәрі"), ("en", "yes")]
)
async def test_it_is_answered_in_words_too(desk: Desk, language: str, answer: str) -> None:
    rita, _, _ = await told(desk, language)
    await rita.writes(OUT[language][0], answer)
    assert (await desk.case()).says_over
    rita.sees(say(desk, language, "out-all-noted").splitlines()[0])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_an_answer_coordinators_are_asked_to_call_back(desk: Desk, language: str) -> None:
    rita, _, olga = await told(desk, language)
    await rita.writes(OUT[language][0])
    await desk.later(minutes=4)
    olga.sees_nothing_of(say(desk, language, "ask-better"))
    await desk.later(minutes=2)
    olga.sees(say(desk, language, "ask-better"), f"[{say(desk, language, 'button-still-held')}]")
    olga.sees_nothing_of(OUT[language][0])
    await rita.presses(say(desk, language, "out-none"))
    olga.sees_nothing_of(say(desk, language, "ask-better"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_who_is_out_while_another_is_kept_ends_nothing(desk: Desk, language: str) -> None:
    rita, _, _ = await told(desk, language)
    await rita.writes(KEPT[language])
    rita.sees(f"[{say(desk, language, 'out-some')}]")
    assert not (await desk.case()).says_over


@pytest.mark.parametrize("language", LANGUAGES)
async def test_that_all_is_well_is_asked_about_too_for_another_hand_may_write_it(
    desk: Desk, language: str
) -> None:
    rita, marat, _ = await told(desk, language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses(say(desk, language, "button-contacted").removeprefix("📞 "))
    await desk.later(hours=13)
    await rita.writes(WELL[language])
    rita.sees(say(desk, language, "out-asked", well="yes"))
    assert not (await desk.case()).says_over


async def test_other_reporters_of_the_case_hear_nothing_of_it(desk: Desk) -> None:
    rita, _, _ = await told(desk, "en")
    sara = await desk.reports("police took Dana Made-Up in Almaty", name="Sara")
    async with desk.writing() as tx:
        first, second = await tx.reports.select()
        tx.reports.put(replace(second, case_id=first.case_id))
    sara.rang()
    await rita.tells_all_out("Dana was released")
    assert sara.rang() == 0
    sara.sees_nothing_of("out")


async def test_a_chat_that_only_has_the_code_is_not_asked(desk: Desk) -> None:
    rita, _, _ = await told(desk, "en")
    code = rita.sees("Your code: ").split("Your code: ")[1].split(".")[0]
    saule = desk.person("Saule")
    await saule.writes(code, "Dana was released")
    saule.sees_nothing_of("Are all of them out?")
    assert not (await desk.case()).says_over


async def test_bad_news_after_it_answers_the_question(desk: Desk) -> None:
    rita, _, _ = await told(desk, "en")
    await rita.writes("Dana was released", "they took her again")
    assert await desk.waits_until("said-out") is None
