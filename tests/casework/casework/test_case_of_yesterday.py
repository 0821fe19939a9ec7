"""A lawyer whose case lapsed, or who gave it back, writes about it: the words are not lost."""

import pytest

from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
NOTE = {
    "en": "the investigator is called Made-Up, room 14",
    "ru": "следователя зовут Выдуманов, кабинет 14",
    "kk": "тергеушінің аты-жөні Ойдан Шығаров, 14-бөлме",
}


async def lapsed(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    """Marat took it and did nothing for too long; Olga coordinates."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(minutes=31)
    assert (await desk.case()).state == "open"
    marat.rang(), olga.rang()
    return marat, olga


async def notes_of(desk: Desk, number: int = -1) -> list[str]:
    async with desk.reading() as tx:
        return [str(fact.value) for fact in (await view_of(tx, await desk.case(number))).history("note")]


@pytest.mark.parametrize("language", NOTE)
async def test_words_go_into_the_case_that_lapsed_and_coordinators_hear_and_it_can_be_taken_again(
    desk: Desk, language: str
) -> None:
    marat, olga = await lapsed(desk, language)
    say, code = desk.service.words.say, (await desk.case()).code
    await marat.writes(NOTE[language])
    marat.sees(say(language, "jotted-past-done", code=code))
    assert await notes_of(desk) == [NOTE[language]]
    olga.sees(say(language, "ask-past-owner"))
    olga.sees_nothing_of("14")
    assert olga.rang() == 1
    await marat.presses(say(language, "button-still-mine").lstrip("✅ "))
    assert (await desk.case()).owner_id == (await desk.membership(marat)).id


@pytest.mark.parametrize("language", NOTE)
async def test_not_this_takes_the_words_out_of_the_case_again(desk: Desk, language: str) -> None:
    marat, olga = await lapsed(desk, language)
    say, code = desk.service.words.say, (await desk.case()).code
    await marat.writes(NOTE[language])
    await marat.presses(say(language, "button-not-this"))
    marat.sees(say(language, "jotted-past-not", code=code))
    assert await notes_of(desk) == []
    olga.sees_nothing_of(say(language, "ask-past-owner"))


@pytest.mark.parametrize(
    ("language", "text"), [("en", "they beat her"), ("ru", "её бьют"), ("kk", "оны ұрып жатыр")]
)
async def test_violence_rings_coordinators_also_after_the_case_was_taken_away(
    desk: Desk, language: str, text: str
) -> None:
    marat, olga = await lapsed(desk, language)
    await marat.writes(text)
    assert await notes_of(desk) == [text]
    olga.sees(desk.service.words.say(language, "ask-harmed"))


async def test_an_answer_to_the_card_of_a_lapsed_case_is_of_that_case_though_they_have_another(
    desk: Desk,
) -> None:
    marat, olga = await lapsed(desk)
    card = max(n for n, shown in marat.screen.messages.items() if "513-742 was yours" in shown.text)
    await desk.reports("police took Tim Made-Up in Almaty", name="Tina")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    olga.rang()
    await marat.writes(NOTE["en"], answers=card)
    marat.sees("513-742", "noted there.", "[Not this]")
    assert await notes_of(desk, 0) == [NOTE["en"]]
    assert olga.rang() == 1
    olga.sees(desk.service.words.say("en", "ask-past-owner"))
    await marat.writes("room 15, ask for the head")
    marat.sees("544-646: noted.")
    assert (await notes_of(desk, 0), await notes_of(desk, 1)) == (
        [NOTE["en"]],
        ["room 15, ask for the head"],
    )
    await marat.presses("It is still mine")
    assert (await desk.case(0)).owner_id == (await desk.membership(marat)).id


async def test_who_gave_it_back_adds_to_it_while_a_colleague_has_it(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Give back")
    await saule.presses("I'll take it")
    await marat.writes(NOTE["en"])
    saule.sees("Case 513-742", NOTE["en"])
    marat.sees_nothing_of("Dana", "It is still mine")


async def test_after_a_day_it_is_a_note_as_of_any_case_that_they_were_asked_about(desk: Desk) -> None:
    marat, _ = await lapsed(desk)
    await desk.later(hours=25)
    await marat.writes(NOTE["en"])
    marat.sees("513-742: noted there.", "[Not this]")


async def test_somebody_else_cannot_take_the_note_out(desk: Desk) -> None:
    marat, _ = await lapsed(desk)
    saule = await desk.lawyer("Saule")
    await marat.writes(NOTE["en"])
    _, button = marat.screen.button("Not this")
    await saule.presses_data(button.data)
    assert await notes_of(desk) == [NOTE["en"]]


@pytest.mark.parametrize(
    ("language", "text", "step"),
    [
        ("en", "on my way, sorry", "on_my_way"),
        ("ru", "приехал, не пускают", "refused"),
        ("kk", "есік алдындамын", "at_station"),
    ],
)
async def test_a_step_in_words_makes_a_lapsed_case_theirs_again_as_its_button_does(
    desk: Desk, language: str, text: str, step: str
) -> None:
    marat, _ = await lapsed(desk, language)
    await marat.writes(text)
    case = await desk.case()
    assert (case.state, case.owner_id) == ("accepted", (await desk.membership(marat)).id)
    assert case.first_action_at is not None
    async with desk.reading() as tx:
        assert [str(fact.value) for fact in (await view_of(tx, case)).history("visit")] == [step]


async def test_a_case_that_a_colleague_has_taken_since_stays_theirs(desk: Desk) -> None:
    marat, _ = await lapsed(desk)
    saule = await desk.lawyer("Saule")
    await desk.later(minutes=15)
    await saule.presses("I'll take it")
    await marat.writes("on my way")
    assert (await desk.case()).owner_id == (await desk.membership(saule)).id
    marat.sees("513-742 was yours last: noted there.")
