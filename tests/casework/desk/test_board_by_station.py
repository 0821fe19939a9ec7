"""The board by station: who is where, how far the lawyers are; "who is in Medeu?" is one tap, or is typed and answered."""

from datetime import date

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.stations import Station
from tests.casework.calls.test_call_round import rings
from tests.casework.desk.test_board import board, buttons
from tests.casework.steering import DISTRICTS, MOST_ACTS, NAMES, TWELVE, WHY, Acts, many_in_stations
from tests.casework.story_desk import Desk, Person

TAP = {"en": "📍 By station", "ru": "📍 По отделам", "kk": "📍 Бөлімшелер бойынша"}
MEDEU = {
    "en": "📍 Almaty, police station, Medeu District (2)",
    "ru": "📍 Алматы, отдел полиции, Медеуский район (2)",
    "kk": "📍 Алматы, полиция бөлімі, Медеу ауданы (2)",
}
ASKED = {
    "en": ("Who is in Medeu?", "who's in the medeu police station", "who is at Medeu"),
    "ru": ("Кто в Медеу?", "кто сейчас в медеуском ровд", "кого держат в Медеуском отделе?"),
    "kk": ("Медеуде кім бар?", "Медеу бөлімінде кім", "кім Медеуде"),
}


async def evening(desk: Desk, language: str) -> tuple[Person, Person]:
    """Two in Medeu, a lawyer inside with one; one in Auezov, whose lawyer is not let in; one nobody knows where."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    told = (
        ("Dana Made-Up", "to the Medeu police station", ("at_station", "admitted")),
        ("Erlan Invented", "he is in the police station of Medeu district", ()),
        ("Asel Fictional", "to the police station of Auezov district", ("at_station", "refused")),
        ("Aibek Nobody", "", ()),
    )
    for name, where, steps in told:
        await desk.reports(f"police took {name} in Almaty {where}", name=f"Rita of {name}")
        if steps:
            case = await desk.case()
            await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
            for step in steps:
                await marat.presses_data(f"first:{case.id}:{step}")
    return olga, marat


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_in_a_station_is_one_tap_on_the_board(desk: Desk, language: str) -> None:
    olga, _ = await evening(desk, language)
    say, (dana, erlan, asel, aibek) = desk.service.words.say, [await desk.case(n) for n in range(4)]
    await olga.writes("/cases")
    await olga.presses(TAP[language])
    shown = board(olga)
    assert f"{MEDEU[language]} · {say(language, 'places-inside', count=1)}" in shown
    medeu, _, rest = shown.partition("📍")[2].partition("📍")
    assert dana.code in medeu
    assert erlan.code in medeu
    auezov, _, unknown = rest.partition("📍")
    assert say(language, "places-refused", count=1) in auezov
    assert asel.code in auezov
    assert say(language, "places-unknown", count=1).removeprefix("📍") in unknown
    assert aibek.code in unknown
    assert "Dana" not in shown  # she has not opened it
    await olga.presses_data(next(b.data for b in buttons(olga) if b.data.endswith(":open")))
    assert say(language, "board-head", free=2, taken=2, records=0) in board(olga)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_member_who_asks_who_is_there_is_answered(desk: Desk, language: str) -> None:
    olga, marat = await evening(desk, language)
    dana, erlan = await desk.case(0), await desk.case(1)
    for asked in ASKED[language]:
        olga.screen.messages.clear()
        await olga.writes(asked)
        shown = olga.sees(MEDEU[language], dana.code, erlan.code)
        assert "Auezov" not in shown, asked
        assert "Dana" not in shown
    await marat.writes(ASKED[language][0])  # a lawyer is told of their own, by name
    shown = marat.sees(MEDEU[language].replace("(2)", "(1)"), "Dana Made-Up")
    assert erlan.code not in shown


async def test_a_reporter_who_asks_the_same_is_told_nothing_of_anybody(desk: Desk) -> None:
    await evening(desk, "en")
    stranger = desk.person("Stranger")
    for asked in ASKED["en"]:
        await stranger.writes(asked)
    stranger.sees_nothing_of("Dana", "Erlan", (await desk.case(0)).code, "Almaty, police station")


async def test_nobody_is_there_is_said_too(desk: Desk) -> None:
    olga, _ = await evening(desk, "en")
    await olga.writes("who is in the Bostandyk police station?")
    olga.sees(desk.service.words.say("en", "places-nobody"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_last_call_to_a_station_is_told_with_its_answer(desk: Desk, language: str) -> None:
    names = {
        "en": "Medeu district police station",
        "ru": "РОВД Медеуского района",
        "kk": "Медеу аудандық ІІБ",
    }
    medeu = Station("m", names, "almaty-city", "almaty", ("+77270000001",), "made up", date(2018, 9, 1))
    desk.service = replace(desk.service, stations=(medeu,))
    olga, _ = await evening(desk, language)
    case = await desk.case(1)
    await olga.opens(case)
    await olga.presses_data(f"calls:{case.id}")
    await rings(desk, olga, "m", "denied")
    await olga.writes("/cases")
    await olga.presses(TAP[language])
    called = desk.service.words.say(language, "places-called", time="17.09 12:00", answer="denied")
    (line,) = (line for line in board(olga).splitlines() if names[language] in line and line.startswith("📍"))
    assert line.endswith(called)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_case_is_found_in_two_taps_on_the_board_by_its_station(desk: Desk, language: str) -> None:
    olga = await many_in_stations(desk, language)
    for number in range(len(NAMES)):
        case = await desk.case(number)
        olga.screen.messages.clear()
        await olga.writes("/cases")
        await olga.presses(TAP[language])
        stations = [b.data for b in buttons(olga) if ":at-" in b.data]
        assert len(stations) == len(DISTRICTS)
        first = await desk.case(number % len(DISTRICTS))  # of the same station
        await olga.presses_data(next(data for data in stations if data.endswith(f":at-{first.id}")))
        assert olga.screen.has(f"open:{case.id}"), board(olga)
        assert sum(b.data.startswith("open:") for b in buttons(olga)) == len(NAMES) // len(DISTRICTS)
    await olga.presses(TAP[language])  # back to all of them
    assert "1/2" in board(olga)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_twelve_of_one_station_are_released_in_at_most_six_acts(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    for number in range(TWELVE + 3):
        where = "Auezov" if number < 3 else "Medeu"
        await desk.reports(f"police took a man in Almaty to the {where} police station", name=f"R {number}")
    acts = Acts(desk, olga, language)
    await acts.writes("/cases")
    await acts.presses("button-by-stations")
    await olga.presses_data(next(b.data for b in buttons(olga) if "(12)" in b.label))
    await acts.presses("button-ticks")
    await olga.presses(
        desk.service.words.say(language, "button-ticks-all", count=TWELVE)
    )  # one page: none is turned
    await acts.presses("button-ticks-released", count=TWELVE)
    await acts.writes(WHY[language])
    assert acts.count + 1 <= MOST_ACTS  # and the station
    states = [(await desk.case(number)).state for number in range(TWELVE + 3)]
    assert states == ["open"] * 3 + ["closed"] * TWELVE


async def test_one_is_still_where_another_was_who_is_out(desk: Desk) -> None:
    olga, _ = await evening(desk, "en")
    dana, erlan = await desk.case(0), await desk.case(1)
    await olga.writes("/cases")
    await olga.presses(TAP["en"])
    await olga.presses_data(next(b.data for b in buttons(olga) if b.data.endswith(f":at-{dana.id}")))
    assert [b.data for b in buttons(olga) if b.data.startswith("open:")] == [
        f"open:{dana.id}",
        f"open:{erlan.id}",
    ]
    await olga.presses("☑ Several…", f"☐ {dana.code}", "Released (1)")
    await olga.writes("seen at home")
    await desk.later(seconds=20)
    assert [b.data for b in buttons(olga) if b.data.startswith("open:")] == [f"open:{erlan.id}"]


async def test_where_nobody_has_said_where_they_are_is_a_button_too(desk: Desk) -> None:
    olga, _ = await evening(desk, "en")
    aibek = await desk.case(3)
    await olga.writes("/cases")
    await olga.presses(TAP["en"])
    await olga.presses_data(next(b.data for b in buttons(olga) if b.data.endswith(f":at-{aibek.id}")))
    assert [b.data for b in buttons(olga) if b.data.startswith("open:")] == [f"open:{aibek.id}"]
