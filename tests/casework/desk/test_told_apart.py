"""Who may see a name reads it in lists and on buttons, with station, step and age; everybody else reads the code."""

import re

import pytest

from core.model import LANGUAGES
from handlers.casework import opened_cases
from tests.casework.desk.test_board import board, buttons
from tests.casework.incidents.test_incident_board import puts_in
from tests.casework.story_desk import Desk, Person

MEDEU = {"en": "Medeu District", "ru": "Медеуский район", "kk": "Медеу ауданы"}
AGE = {"en": "(5 h)", "ru": "(5 ч)", "kk": "(5 сағ)"}


def labels(person: Person, action: str) -> list[str]:
    """Of such buttons of the newest message that has any."""
    shown = next(s for s in reversed(person.screen.messages.values()) if f"'{action}" in str(s.rows))
    return [b.label for row in shown.rows for b in row if b.data.startswith(action)]


async def two_cases(desk: Desk, language: str) -> tuple[Person, Person]:
    """A lawyer with two cases, at the door in the first, and a coordinator who has opened the second alone."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    for name in ("Dana Made-Up", "Erlan Invented"):
        await desk.reports(
            f"police took {name} in Almaty to the Medeu police station", name=f"Rita of {name}"
        )
        await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case())).id}")
    for number, step in ((0, "at_station"), (1, "contacted")):
        await marat.presses_data(f"first:{(await desk.case(number)).id}:{step}")
    await olga.opens(await desk.case(1))
    await desk.later(hours=5)
    return marat, olga


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lawyer_reads_name_station_step_and_age_of_own_cases(desk: Desk, language: str) -> None:
    marat, _ = await two_cases(desk, language)
    say, (dana, erlan) = desk.service.words.say, [await desk.case(0), await desk.case(1)]
    at_door = say(language, "done-at-station")
    for command in ("/cases", "/case"):
        await marat.writes(command)
        shown = marat.sees(dana.code, erlan.code, "[Erlan Invented]", "[Dana Made-Up]")
        line = [line for line in shown.splitlines() if dana.code in line and "[" not in line][-1]
        for part in ("Dana Made-Up", MEDEU[language], at_door, AGE[language]):
            assert part in line, command


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_several_cases_a_lawyer_chooses_by_who_where_how_far_and_since_when(
    desk: Desk, language: str
) -> None:
    marat, _ = await two_cases(desk, language)
    await marat.writes("🌂 7")
    dana, erlan = await desk.case(0), await desk.case(1)
    shown = marat.sees("[Dana Made-Up]", "[Erlan Invented]", f"Dana Made-Up · {dana.code}")
    (line,) = (line for line in shown.splitlines() if erlan.code in line)
    for part in (
        "Erlan Invented",
        MEDEU[language],
        desk.service.words.say(language, "done-contacted"),
        AGE[language],
    ):
        assert part in line


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_coordinator_reads_the_name_of_what_they_opened_and_of_everything_else_the_code(
    desk: Desk, language: str
) -> None:
    _, olga = await two_cases(desk, language)
    dana, erlan = await desk.case(0), await desk.case(1)
    await olga.writes("/cases")
    assert {b.label for b in buttons(olga) if b.data.startswith("open:")} == {dana.code, "Erlan Invented"}
    assert "Dana" not in board(olga)
    assert f"Erlan Invented · {erlan.code}" in board(olga)
    await olga.writes("/case Dana")
    found = olga.sees(f"[{dana.code}]")
    assert "Dana" not in found  # a search tells nobody's name to who has not said why
    assert MEDEU[language] in found


async def test_names_in_an_answer_are_gone_after_a_day_and_in_a_list_when_the_case_is_given_back(
    desk: Desk,
) -> None:
    marat, _ = await two_cases(desk, "en")
    await marat.writes("/case", "/cases")
    await marat.presses_data(f"back:{(await desk.case(0)).id}")
    shown = [text for text in marat.screen.texts() if "Your cases (1)" in text]
    assert shown
    assert "Dana" not in shown[-1]
    await marat.writes("/case")
    marat.sees("Your open cases: 1", "Erlan Invented")
    await desk.later(hours=25)
    assert not any("Your open cases: 1" in text for text in marat.screen.texts())


async def test_a_code_is_the_same_in_every_language_and_is_understood_however_it_is_typed(desk: Desk) -> None:
    aigul = await desk.lawyer("Aigul", languages=("kk",))
    await desk.reports("police took Dana Made-Up in Almaty")
    case = await desk.case()
    assert re.fullmatch(r"[1-9]\d\d-[1-9]\d\d", case.code)
    aigul.sees(case.code)
    await aigul.presses_data(f"accept:{(await desk.offer_to('Aigul', case)).id}")
    first, second = case.code.split("-")
    for typed in (
        case.code,
        f"{first}{second}",
        f"{first} {second}",
        f"№ {first}–{second}",
        f"/case {first}{second}",
    ):
        aigul.screen.messages.clear()
        await aigul.writes(typed)
        aigul.sees(case.code, "Dana Made-Up")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lawyer_chooses_the_door_by_who_is_held_there_and_how_far_the_visit_is(
    desk: Desk, language: str
) -> None:
    marat, _ = await two_cases(desk, language)
    await marat.writes("/list")
    doors = labels(marat, "doorat:")
    say = desk.service.words.say
    assert [label.split(" · ")[0] for label in doors] == ["Dana Made-Up", "Erlan Invented"]
    for label, step in zip(doors, ("done-at-station", "done-contacted"), strict=True):
        assert MEDEU[language] in label
        assert say(language, step) in label
    assert all(re.search(r"\d{3}-\d{3}", label) is None for label in doors)
    await desk.later(hours=25)
    assert not any("doorat:" in str(s.rows) for s in marat.screen.messages.values())  # names in an answer go


@pytest.mark.parametrize("language", LANGUAGES)
async def test_legal_holds_and_the_board_of_an_incident_name_what_their_reader_has_open(
    desk: Desk, language: str
) -> None:
    _, olga = await two_cases(desk, language)
    dana, erlan = await desk.case(0), await desk.case(1)
    await olga.opens(dana)
    for case in (dana, erlan):
        await olga.presses_data(f"preserve:{case.id}")
        await olga.writes("A court asks for it.")
    await olga.writes("/incident Night at the square")
    await puts_in(desk, olga, 0)
    await puts_in(desk, olga, 1)
    vera = await desk.coordinator("Vera", languages=(language,))
    for reader, names in ((olga, {"Dana Made-Up", "Erlan Invented"}), (vera, {dana.code, erlan.code})):
        await reader.writes("/holds")
        assert set(labels(reader, "open:")) == names
        await reader.writes("/incidents")
        await reader.presses("Night at the square")
        assert set(labels(reader, "open:")) == names


async def test_names_on_the_board_of_an_incident_go_with_the_copy_of_the_case(desk: Desk) -> None:
    _, olga = await two_cases(desk, "en")
    await olga.writes("/incident Night at the square")
    await puts_in(desk, olga, 1)
    olga.sees("🧩 Night at the square", "Erlan Invented")
    async with desk.writing() as tx:
        case = await desk.case(1)
        await opened_cases.shrink_copy(tx, desk.service, case, (await desk.address(olga)).id)
    olga.sees_nothing_of("Erlan Invented")
