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


async def notes_of(desk: Desk) -> list[str]:
    async with desk.reading() as tx:
        return [str(fact.value) for fact in (await view_of(tx, await desk.case())).history("note")]


@pytest.mark.parametrize("language", NOTE)
async def test_one_tap_puts_it_into_the_case_that_lapsed_and_coordinators_hear(
    desk: Desk, language: str
) -> None:
    marat, olga = await lapsed(desk, language)
    say, code = desk.service.words.say, (await desk.case()).code
    await marat.writes(NOTE[language])
    marat.sees(say(language, "jotted-past", code=code))
    assert await notes_of(desk) == []
    label = say(language, "button-jotted-past", code=code)
    message, button = marat.screen.button(label)
    await marat.presses_data(button.data, message)
    assert await notes_of(desk) == [NOTE[language]]
    olga.sees(say(language, "ask-past-owner"))
    olga.sees_nothing_of("14")
    assert olga.rang() == 1
    await marat.presses_data(button.data, message)
    assert (await notes_of(desk), olga.rang()) == ([NOTE[language]], 0)


async def test_who_gave_it_back_can_add_to_it_while_a_colleague_has_it(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Give back")
    await saule.presses("I'll take it")
    await marat.writes(NOTE["en"])
    await marat.presses("Add it to rabbit napkin 48")
    saule.sees("Case rabbit napkin 48", NOTE["en"])
    marat.sees_nothing_of("Dana")


async def test_after_a_day_it_is_kept_as_before(desk: Desk) -> None:
    marat, _ = await lapsed(desk)
    await desk.later(hours=25)
    await marat.writes(NOTE["en"])
    marat.sees("You have no case now, so this went into none.")


async def test_nobody_adds_to_a_case_that_they_had_before_the_last(desk: Desk) -> None:
    marat, _ = await lapsed(desk)
    await marat.writes(NOTE["en"])
    message, button = marat.screen.button("Add it to rabbit napkin 48")
    await desk.later(hours=25)
    await marat.presses_data(button.data, message)
    assert await notes_of(desk) == []


async def test_it_is_only_for_the_last_of_several_cases(desk: Desk) -> None:
    marat, _ = await lapsed(desk)
    first = (await desk.offers())["Marat"].id
    await desk.reports("police took Tim Made-Up in Almaty", name="Tina")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(minutes=31)
    await marat.writes(NOTE["en"])
    message, button = marat.screen.button("Add it to village scarf 40")
    await marat.presses_data(f"past:{first}:{button.data.rpartition(':')[2]}", message)
    marat.sees("These words are no longer here.")


async def test_somebody_else_cannot_press_it(desk: Desk) -> None:
    marat, _ = await lapsed(desk)
    saule = await desk.lawyer("Saule")
    await marat.writes(NOTE["en"])
    _, button = marat.screen.button("Add it to rabbit napkin 48")
    await saule.presses_data(button.data)
    assert await notes_of(desk) == []


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
    marat.sees("are these words about it?")
