"""``/case``: one's own without anything behind it; by code, name and place; and whom it shows what."""

import pytest

from core.vocabulary import Role
from tests.casework.story_desk import Desk, Person

OWN = {"en": "Your open cases: 2.", "ru": "Ваши открытые дела: 2.", "kk": "Ашық істеріңіз: 2."}
NOTHING = {
    "en": "Nothing found among the cases",
    "ru": "Среди дел, которые вам видны, ничего",
    "kk": "Сізге көрінетін істердің арасынан ештеңе",
}


async def two(desk: Desk, language: str = "en") -> tuple[Person, Person, str, str]:
    """Marat has one case, of Aigerim; Saule has the other, of Timur."""
    marat, saule = await desk.lawyer("Marat", languages=(language,)), await desk.lawyer("Saule")
    codes = []
    for words, who in (
        ("police took Айгерим Ойдан in Almaty, they hold her in the Saryarka station", marat),
        ("police took Timur Made-Up in Almaty near the old theatre", saule),
    ):
        await desk.reports(words)
        case = await desk.case()
        codes.append(case.code)
        await who.presses_data(f"accept:{(await desk.offer_to(who.name, case)).id}")
        await who.presses_data(f"first:{case.id}:contacted")
    return marat, saule, codes[0], codes[1]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_alone_it_lists_ones_own_open_cases(desk: Desk, language: str) -> None:
    marat, _, first, _ = await two(desk, language)
    await desk.later(minutes=1)
    await desk.reports("police took Sara Made-Up in Almaty")
    case = await desk.case()
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    await marat.writes("/case")
    shown = marat.screen.texts()[-1]
    assert OWN[language] in shown
    assert shown.index(case.code) < shown.index(first)  # the newest first
    assert "[Sara Made-Up] [Айгерим Ойдан]" in shown  # they are the reader's own
    await marat.writes("/case Пенелопа")
    assert NOTHING[language] in marat.screen.texts()[-1]


async def test_whoever_has_none_is_told_how_to_find_one(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes("/case")
    assert olga.screen.texts()[-1].startswith("You have no open case.")


@pytest.mark.parametrize(
    "words", ["Айгерим", "Aigerim", "aigerim oidan", "ойдан айгерім", "Saryarka", "сары", "saryarka station"]
)
async def test_a_lawyer_finds_an_own_case_by_name_in_any_script_and_by_station(
    desk: Desk, words: str
) -> None:
    marat, saule, first, second = await two(desk)
    await marat.writes(f"/case {words}")
    if words == "сары":  # it is written in another script there
        marat.sees("Nothing found")
        return
    assert first in marat.screen.texts()[-1]
    assert second not in marat.screen.texts()[-1]
    await saule.writes(f"/case {words}")
    assert "Nothing found" in saule.screen.texts()[-1]


async def test_a_lawyers_search_says_nothing_of_other_peoples_cases(desk: Desk) -> None:
    marat, _, _, _ = await two(desk)
    await marat.writes("/case Timur Made-Up")
    told = marat.screen.texts()[-1]
    await marat.writes("/case Nobody Made-Here")
    assert marat.screen.texts()[-1] == told


async def test_what_is_found_opens_with_a_button(desk: Desk) -> None:
    marat, _, first, _ = await two(desk)
    await marat.writes("/case Aigerim")
    await marat.presses("Айгерим Ойдан")
    assert "Case " + first in marat.screen.texts()[-1]


@pytest.mark.slow
async def test_a_coordinator_finds_names_in_all_cases_and_opens_them_with_a_reason(desk: Desk) -> None:
    _, _, first, second = await two(desk)
    olga = await desk.coordinator()
    await olga.presses_data(f"closed:{(await desk.case(0)).id}:other")
    for words, code in (
        ("Aigerim Oidan", first),
        ("timur made-up", second),
        ("near the old theatre", second),
    ):
        await olga.writes(f"/case {words}")
        shown = olga.screen.texts()[-1]
        assert f"Found: 1\n• 🟠 {code}" in shown
        assert "Aigerim" not in shown
        assert "Timur" not in shown
    await olga.presses(second)
    olga.sees("Why do you need to see this case?")
    olga.sees_nothing_of("Timur", "theatre")
    await olga.writes("the family has called")
    olga.sees("Case " + second, "Timur Made-Up")


@pytest.mark.slow
async def test_many_hits_are_a_short_list(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(14):
        await desk.reports(f"police took Timur Made-Up in Almaty at gate {number}", name=f"Rita {number}")
        await desk.later(hours=1)
    await olga.writes("/case Almaty")
    shown = olga.screen.texts()[-1]
    assert "Found: 14" in shown
    assert "… and 2 more." in shown
    assert shown.count("•") == 12


async def test_an_administrator_finds_nothing_and_a_stranger_is_told_whom_it_is_for(desk: Desk) -> None:
    await two(desk)
    rita = desk.person()
    await rita.writes("/case Aigerim Oidan")
    rita.sees("This is for members of the roster.")
    await desk.administrator.writes("/case Aigerim Oidan")
    desk.administrator.sees_nothing_of("Found", "Aigerim")


async def test_who_was_a_lawyer_and_is_an_administrator_now_reads_no_cases(desk: Desk) -> None:
    marat, _, first, _ = await two(desk)
    await desk.member("Marat", Role.ADMINISTRATOR, person=marat)
    for words in ("Aigerim Oidan", first, ""):
        await marat.writes(f"/case {words}".strip())
        assert marat.screen.texts()[-1].startswith("This case is not shown to you")


async def test_a_code_works_as_ever(desk: Desk) -> None:
    marat, saule, first, _ = await two(desk)
    await marat.writes(f"/case {first.upper()}")
    assert "Case " + first in marat.screen.texts()[-1]
    await saule.writes(f"/case {first}")
    assert "This case is not shown to you" in saule.screen.texts()[-1]


@pytest.mark.parametrize(
    ("told", "asked"),
    [("Дану", "Дана"), ("Юлию", "Yuliya"), ("Алию", "Алия"), ("Анну", "anna")],
)
async def test_a_short_name_is_found_in_whatever_case_it_was_told(desk: Desk, told: str, asked: str) -> None:
    olga = await desk.coordinator()
    await desk.reports(f"задержали {told} Выдуманную в Алматы", language="ru")
    await desk.reports("задержали Дину Выдуманную в Алматы", language="ru")
    await olga.writes(f"/case {asked}")
    olga.sees("Found: 1", (await desk.case(0)).code)


async def test_words_behind_the_command_of_the_lists_are_looked_for_and_a_strangers_are_still_a_report(
    desk: Desk,
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = desk.person("Rita", "ru")
    await rita.writes("/cases задержали Дану Выдуманную в Алматы")
    case = await desk.case()
    await olga.writes("/cases Дана")
    olga.sees("Found: 1", case.code)
    await marat.writes(f"/cases {case.code}")
    marat.sees_nothing_of("Выдуманн")


@pytest.mark.slow
@pytest.mark.parametrize(
    "number", ["+77015553355", "8 701 555 33 55", "8(701)555-33-55", "87015553355", "7 701 5553355"]
)
async def test_nobody_learns_a_number_by_trying_its_digits(desk: Desk, number: str) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports(f"police took Dana Made-Up in Almaty at Made-Up street 7125, ring {number}")
    await marat.presses("I'll take it")
    for somebody in (olga, marat):
        for digits in (number, "7701", "8701", "701", "555", "5553355", "701 555", "3355"):
            await somebody.writes(f"/case {digits}")
            assert (await desk.case()).code not in list(somebody.screen.messages.values())[-1].text, digits
        await somebody.writes("/case 7125")
        somebody.sees("Found: 1", (await desk.case()).code)
