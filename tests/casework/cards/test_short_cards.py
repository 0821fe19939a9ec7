"""A card of a case is short: how it stands, what is known, six buttons by what comes next; *More…* has the rest."""

from datetime import UTC, datetime

import pytest

from core.model import LANGUAGES
from core.presentation import Button
from tests.casework.story_desk import Desk, Person

TOLD = {
    "en": "police took my brother Dana Made-Up in Almaty an hour ago, he is in Medeu police station, he is beaten",
    "ru": "полиция забрала моего брата Дану Выдуманного в Алматы час назад, он в Медеуском РУП, его избили",
    "kk": "Алматыда бір сағат бұрын полиция ағам Дана Ойданованы алып кетті, ол Медеу полиция бөлімінде, ұрып жатыр",
}
SIX = 6


def buttons(person: Person) -> list[Button]:
    """Of the newest card of a case."""
    rows = next(s.rows for s in reversed(person.screen.messages.values()) if "whole:" in str(s.rows))
    return [button for row in rows for button in row]


def card(person: Person) -> str:
    return next(s.text for s in reversed(person.screen.messages.values()) if "whole:" in str(s.rows))


async def taken(desk: Desk, language: str) -> Person:
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(TOLD[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    return marat


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_first_card_has_six_buttons_and_its_state_on_top(desk: Desk, language: str) -> None:
    marat = await taken(desk, language)
    say = desk.service.words.say
    state = card(marat).partition("\n\n")[0].splitlines()
    assert len(state) <= 6  # five, and that a second lawyer is looked for
    assert len(card(marat).splitlines()) <= 20
    assert sum("⏳" in line for line in card(marat).splitlines()) == 1
    assert say(language, "clock-from-first-said") not in card(marat)
    assert len(buttons(marat)) <= SIX
    assert [b.label for b in buttons(marat)][-1] == say(language, "button-whole")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_at_each_step_six_buttons_stand_for_what_comes_next(desk: Desk, language: str) -> None:
    marat = await taken(desk, language)
    case = await desk.case()
    for step in ("contacted", "on_my_way", "at_station", "refused", "admitted", "out"):
        await marat.presses_data(f"first:{case.id}:{step}")
        assert len(buttons(marat)) <= SIX, step
        assert any(b.data.startswith("first:") for b in buttons(marat)), step
        assert any(b.data.endswith(":released") for b in buttons(marat)), step


@pytest.mark.parametrize("language", LANGUAGES)
async def test_more_shows_all_of_it_and_less_goes_back(desk: Desk, language: str) -> None:
    marat = await taken(desk, language)
    say, short = desk.service.words.say, card(marat)
    marat.rang()
    await marat.presses(say(language, "button-whole"))
    assert len(buttons(marat)) > 2 * SIX
    assert short != card(marat)
    assert f"«{TOLD[language][:20]}" in card(marat)
    await marat.presses(say(language, "button-brief"))
    assert card(marat) == short
    assert len(buttons(marat)) <= SIX
    assert marat.rang() == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_coordinator_has_six_too_open_taken_and_closed(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat")
    await desk.reports(TOLD[language], language=language)
    case = await desk.case()
    await olga.opens(case)
    assert [b.data.partition(":")[0] for b in buttons(olga)][:3] == ["take", "ask", "assign"]
    assert len(buttons(olga)) <= SIX
    await marat.presses("I'll take it")
    assert len(buttons(olga)) <= SIX
    await marat.presses_data(f"closed:{case.id}:released")
    await olga.opens(case)
    assert len(buttons(olga)) <= SIX
    assert any(b.data.startswith("reopen:") for b in buttons(olga))


def most_buttons(person: Person) -> int:
    """On any one message of the chat; the sheet of what was seen, to be ticked, is apart."""
    shown = [
        s for s in person.screen.messages.values() if "saw:" not in str(s.rows) or "whole:" in str(s.rows)
    ]
    return max((sum(map(len, s.rows)) for s in shown), default=0)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_the_offer_to_the_clock_that_is_over_no_card_has_more_than_six(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    vera = await desk.coordinator("Vera", on_duty=True, languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    others = [
        await desk.lawyer(n, languages=(language,), escalation=n > "C")
        for n in ("Asel", "Bek", "Dina", "Elena")
    ]
    await desk.reports(TOLD[language], language=language)
    case = await desk.case()
    everybody = (olga, vera, marat, *others)

    def is_short(when: str) -> None:
        assert max(map(most_buttons, everybody)) <= SIX, when

    is_short("offered")
    await desk.later(minutes=40)
    is_short("untaken")
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    for step in ("at_station", "refused"):
        await marat.presses_data(f"first:{case.id}:{step}")
        is_short(step)
    await desk.later(hours=5)
    is_short("over time")
    await marat.presses_data(f"first:{case.id}:admitted")
    await desk.later(hours=5)
    is_short("inside")
    await marat.presses_data(f"first:{case.id}:out")
    is_short("after")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_of_many_says_yes_on_the_telephone_can_be_written_down(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    olga = await desk.coordinator(languages=(language,))
    for name in ("Asel", "Bek", "Dina", "Elena", "Farida"):
        await desk.lawyer(name, escalation=True)
    await desk.reports(TOLD[language], language=language)
    await desk.later(minutes=30)
    asked = list(await desk.offers())
    labels = [b.label for s in olga.screen.messages.values() for row in s.rows for b in row]
    on_card = [name for name in asked if say(language, "button-rung", name=name) in labels]
    assert len(on_card) == 2
    last = next(name for name in asked if name not in on_card)
    await olga.presses(say(language, "button-rung-other").removeprefix("✅ "))
    olga.sees(say(language, "rung-who", code=(await desk.case()).code))
    await olga.presses(say(language, "button-rung", name=last).removeprefix("✅ "))
    assert (await desk.offers())[last].state == "accepted"


async def test_nobody_else_turns_a_card_over(desk: Desk) -> None:
    marat, saule = await taken(desk, "en"), await desk.lawyer("Saule")
    await saule.presses_data(f"whole:{(await desk.case()).id}")
    saule.sees_nothing_of("Dana")
    assert len(buttons(marat)) <= SIX


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_morning_brings_one_card_with_the_cases_of_the_night(desk: Desk, language: str) -> None:
    desk.now = datetime(2018, 9, 17, 17, 0, tzinfo=UTC)  # 23:00 in Almaty
    marat = await desk.lawyer("Marat", languages=(language,))
    for number in range(4):
        await desk.reports("police took a man in Almaty", name=f"Rita {number}")
        await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
        await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
        await desk.later(minutes=30)
    await desk.later(hours=6.9)
    marat.rang()
    await desk.later(minutes=20)  # eight in the morning
    assert marat.rang() == 1
    say = desk.service.words.say
    shown = marat.sees(say(language, "list-own", count=4), say(language, "list-still"))
    assert shown.count(say(language, "list-still")) == 4
    await marat.presses_data("allmine:now")
    assert say(language, "list-still") not in marat.screen.text()
