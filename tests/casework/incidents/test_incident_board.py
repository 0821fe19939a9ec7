"""The board of an incident follows its cases and makes no sound; a mass detention is one alert."""

import pytest
from msgspec.structs import replace

from core.casework.same_event import ComparedCase, MassThreshold
from core.model import Case
from core.records.incidents import IncidentPhase
from core.values import Place, Value
from handlers.cards import live_cards
from handlers.casework import facts
from handlers.incidents import detection, incident_cases
from handlers.service import Service
from storage.transaction import Transaction
from tests.casework.linking.test_same_case import SAME, two
from tests.casework.scenes import densest
from tests.casework.story_desk import Desk, Person

HELD = "police took a man in Almaty"
SOON = 1  # minutes


async def board(desk: Desk, many: int, language: str = "en") -> Person:
    """A coordinator with the board of an incident of so many cases."""
    olga = await desk.coordinator(languages=(language,))
    await olga.writes("/incident Night at the square")
    for number in range(many):
        await desk.reports(HELD, name=f"Rita {number}")
        await puts_in(desk, olga)
    return olga


async def puts_in(desk: Desk, olga: Person, number: int = -1) -> None:
    """The newest case belongs to it."""
    async with desk.reading() as tx:
        (incident,) = await tx.incidents.select()
    await olga.presses_data(f"enlist:{(await desk.case(number)).id}:{incident.id}")


@pytest.mark.slow
async def test_the_board_follows_who_has_a_lawyer_and_who_is_out_and_never_makes_a_sound(desk: Desk) -> None:
    marat, vera = await desk.lawyer(), await desk.coordinator("Vera")
    await board(desk, 3)
    vera.sees("🧩 Night at the square", "Without a lawyer: 3 · identified 0, others at least 3")
    vera.rang()
    offer = await desk.offer_to("Marat", await desk.case(0))
    await marat.presses_data(f"accept:{offer.id}")
    vera.sees("🧩 Night", "Without a lawyer: 2", "With a lawyer: 1 · identified 0, others at least 1")
    await marat.presses_data(f"closed:{(await desk.case(0)).id}:released")
    vera.sees("🧩 Night", "Without a lawyer: 2", "Out: 1 · identified 0, others at least 1")
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case(1))).id}")
    await marat.presses_data(f"closed:{(await desk.case(1)).id}:false_alarm")
    vera.sees(
        "🧩 Night", "False alarms, not counted: 1", "People: 0 identified, others at least 2 · cases: 2"
    )
    assert (vera.rang(), vera.count("🧩 Night")) == (0, 1)


async def test_identified_and_others_are_never_one_number_and_names_are_not_on_the_board(desk: Desk) -> None:
    olga = await board(desk, 1)
    await desk.reports("police took Dana Made-Up and two others in Almaty", name="Vera")
    await puts_in(desk, olga)
    olga.sees("People: 1 identified, others at least 3 · cases: 2")
    olga.sees_nothing_of("Dana")


@pytest.mark.parametrize(
    ("language", "where", "unknown"),
    [
        ("en", "📍 Almaty, police station, Auezov District · one place: 2", "· where they are held: 1"),
        ("ru", "📍 Алматы, отдел полиции, Ауэзовский район · одно место: 2", "· где удерживают: 1"),
        ("kk", "📍 Алматы, полиция бөлімі, Әуезов ауданы · бір орын: 2", "· қайда ұсталып отыр: 1"),
    ],
)
async def test_it_says_how_many_are_in_which_station_by_code_and_what_is_not_known(
    desk: Desk, language: str, where: str, unknown: str
) -> None:
    olga = await board(desk, 3, language)
    async with desk.writing() as tx:
        member = (await tx.members.select())[0]
        for number, words in enumerate(("РОВД Ауэзовского района", "Ауэзовское РУВД")):
            case = await desk.case(number)
            await facts.record(tx, desk.service, case, facts.member_claim(tx, case, member, "held", words))
            await live_cards.touch_case(tx, case.id)
    seen = olga.sees(where, unknown)
    (line,) = [one for one in seen.splitlines() if where in one]
    assert (await desk.case(0)).code in line
    assert (await desk.case(2)).code not in line
    assert "РУВД" not in seen


async def says(desk: Desk, number: int, kind: str, value: Value) -> None:
    """A member says so of a case."""
    async with desk.writing() as tx:
        member, case = (await tx.members.select())[0], await desk.case(number)
        await facts.record(tx, desk.service, case, facts.member_claim(tx, case, member, kind, value))
        await live_cards.touch_case(tx, case.id)


@pytest.mark.slow
async def test_whoever_was_taken_to_a_station_or_found_on_its_list_is_there_until_a_member_says_else(
    desk: Desk,
) -> None:
    olga = await board(desk, 2)
    olga.sees("· where they are held: 2")
    await says(desk, 0, "taken", "Auezov ROVD")
    await says(desk, 1, "taken", "Medeu police station")
    await says(desk, 1, "found", Place("almaty", "almaty-auezov", "almaty", "Auezov ROVD"))
    olga.sees("📍 Almaty, police station, Auezov District · one place: 2")
    await desk.later(minutes=5)
    await says(desk, 1, "taken", "Medeu police station")
    olga.sees("Auezov District · one place: 1", "Medeu District · one place: 1")


async def test_a_change_of_another_case_does_not_touch_the_board(desk: Desk) -> None:
    olga = await board(desk, 1)
    await desk.reports(HELD, name="Vera")
    async with desk.reading() as tx:
        before = [card.wanted for card in await tx.cards.by(subject="incident")]
    marat = await desk.lawyer()
    await marat.writes("/cases")
    await olga.presses_data(f"ask:{(await desk.case()).id}")
    async with desk.reading() as tx:
        assert [card.wanted for card in await tx.cards.by(subject="incident")] == before


@pytest.mark.slow
async def test_many_cases_have_pages_and_the_numbers_are_of_all(desk: Desk) -> None:
    olga = await board(desk, 15)
    olga.sees("Without a lawyer: 15", "1/2")
    first = olga.sees("🧩 Night").count("•")
    message = next(n for n, shown in olga.screen.messages.items() if "🧩 Night" in shown.text)
    (turn,) = [
        button.data for row in olga.screen.messages[message].rows for button in row if button.label == "▶"
    ]
    await olga.presses_data(turn, message)
    assert (first, olga.sees("🧩 Night", "2/2").count("•")) == (12, 3)


@pytest.mark.slow
async def test_a_mass_detention_is_one_alert_with_a_sound_and_what_follows_stands_on_it(desk: Desk) -> None:
    desk.service = replace(desk.service, mass=MassThreshold(4))
    olga = await desk.coordinator()
    for number in range(3):
        await desk.reports(HELD, name=f"Rita {number}")
    await desk.later(minutes=SOON)
    assert olga.count("Mass detention") == 0
    olga.rang()
    await desk.reports(HELD, name="Vera")
    await desk.later(seconds=25)
    olga.sees(
        "One incident? Mass detention, Almaty",
        "at least 4 detained people of this city",
        "4 cases of one city",
    )
    assert olga.rang() == 1
    for number in range(4):
        await desk.reports(HELD, name=f"Nina {number}")
    await desk.later(minutes=SOON)
    olga.sees("8 cases of one city")
    assert (olga.rang(), olga.count("Mass detention")) == (0, 1)
    await olga.presses("One incident")
    olga.sees("🔴 Mass detention", "Without a lawyer: 8")


async def test_one_chat_however_much_it_reports_makes_no_mass_detention(desk: Desk) -> None:
    desk.service = replace(desk.service, mass=MassThreshold(4))
    olga, rita = await desk.coordinator(), desk.person()
    for number in range(6):
        await rita.presses_data("report/situation:other")
        await rita.presses_data("report/place:almaty")
        await rita.writes("/cancel" if number % 2 else "/skip")
    await desk.later(minutes=SOON)
    assert olga.count("Mass detention") == 0


async def test_a_no_to_fewer_does_not_silence_a_mass_detention_and_a_no_to_that_is_final(desk: Desk) -> None:
    desk.service = replace(desk.service, mass=MassThreshold(5))
    olga = await desk.coordinator()
    for number in range(3):
        rita = await desk.reports(HELD, name=f"Rita {number}")
        await rita.writes("Abay street 10")
    await desk.later(minutes=SOON)
    await olga.presses("No")
    for number in range(3):
        await desk.reports(HELD, name=f"Nina {number}")
    await desk.later(minutes=SOON)
    olga.sees("One incident? Mass detention")
    await olga.presses("No")
    await desk.reports(HELD, name="Vera")
    await desk.later(minutes=SOON)
    async with desk.reading() as tx:
        assert [one.phase for one in await tx.incidents.select()] == [IncidentPhase.REFUSED] * 2


@pytest.mark.slow
async def test_forty_reports_in_ten_minutes_are_at_most_25_messages_to_a_coordinator(desk: Desk) -> None:
    for name in ("Marat", "Saule"):
        await desk.lawyer(name)
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera", on_duty=True)
    for number in range(40):
        unknown = number % 10 == 9  # one in ten does not say where
        await desk.reports("police took a man" if unknown else HELD, name=f"Rita {number}")
        await desk.later(minutes=0.25)
    for who in (olga, vera):
        assert who.screen.came <= 25, who.screen.text()
        assert densest(who.screen.sounds) <= 12
        assert who.count("One incident? Mass detention, Almaty") == 1


@pytest.mark.slow
async def test_lawyers_read_cases_of_one_station_as_one_row_when_it_is_told_where_they_are_held(
    desk: Desk,
) -> None:
    marat = await desk.lawyer()
    olga = await board(desk, 4)
    member = await desk.membership(olga)
    async with desk.writing() as tx:
        for number, words in enumerate(("РОВД Ауэзовского района", "Ауэзовское РУВД", "Ауэзовский РОВД")):
            case = await desk.case(number)
            await facts.record(tx, desk.service, case, facts.member_claim(tx, case, member, "held", words))
            await live_cards.touch_case(tx, case.id)
    marat.sees("📌 3 offers of one place", "[✅ Take all (3)]")


@pytest.mark.parametrize("both", [True, False])
async def test_one_arrest_of_two_sources_stands_on_the_board_once_as_long_as_they_are_linked(
    desk: Desk, both: bool
) -> None:
    olga = await desk.coordinator()
    await two(desk)
    await olga.writes("/incident Night at the square")
    known, stub = await desk.case(0), await desk.case(1)
    await puts_in(desk, olga)
    if both:
        await puts_in(desk, olga, 0)
    before = olga.sees("🧩 Night")
    await olga.presses(SAME)
    olga.sees("🧩 Night", "People: 1 identified, others at least 0 · cases: 1", known.code)
    assert stub.code not in olga.sees("🧩 Night")
    assert "Nobody is held" not in olga.sees("🧩 Night")
    await olga.writes("/incidents")
    olga.sees("Night at the square · cases: 1")
    await olga.presses(f"Undo: {stub.code}")
    assert olga.sees("🧩 Night") == before


@pytest.mark.slow
async def test_of_a_mass_detention_each_case_is_compared_once_and_the_board_follows_in_half_a_minute(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.service = replace(desk.service, mass=MassThreshold(4))
    olga = await desk.coordinator()
    for number in range(4):
        await desk.reports(HELD, name=f"Rita {number}")
    await desk.later(minutes=SOON)
    olga.sees("One incident? Mass detention, Almaty")
    looked: list[int] = []
    others = detection._cases_to_compare

    async def noted(tx: Transaction, service: Service, one: ComparedCase) -> list[Case]:
        looked.append(one.case.id)
        return await others(tx, service, one)

    monkeypatch.setattr(detection, "_cases_to_compare", noted)
    await desk.reports(HELD, name="Vera")
    await desk.later(minutes=SOON)
    case = await desk.case()
    await says(desk, -1, "where", "Made-Up street 7")
    await desk.later(minutes=SOON)
    assert looked == [case.id]
    async with desk.database.write(desk.now) as tx:
        (before,) = await tx.cards.by(subject="incident")
        for _ in range(3):
            await live_cards.touch_case(tx, case.id)
        (card,) = await tx.cards.by(subject="incident")
        assert (card.wanted, card.not_before) == (before.wanted + 1, desk.now + live_cards.MASS_FOLLOWS)
        incident = await tx.incidents.get(card.subject_id)
        assert incident is not None
        await incident_cases.touch_boards(tx, incident)  # somebody pressed something
        (card,) = await tx.cards.by(subject="incident")
        assert card.not_before is None
