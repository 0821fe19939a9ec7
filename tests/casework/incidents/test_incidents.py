"""Cases that belong together: proposed to coordinators or put together by hand, and never by themselves."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.records.incidents import Incident, IncidentPhase, IncidentStanding
from storage.transaction import Transaction
from tests.casework.story_desk import Desk, Person

HELD = "police took a man in Almaty"
IN_ASTANA = "Астана, возле здания, где идёт встреча с депутатами, полиция задержала людей"
IN_ALMATY = "Алматы, возле гостиницы, где депутаты Европарламента встречались с людьми, задержали женщину"
IN_KAZAKH = "Алматыда депутаттармен кездесуге келген үш адамды полиция ұстап әкетті"
AWAITED = 1  # minutes until a case has been compared


async def incident(desk: Desk, number: int = -1) -> Incident:
    """The newest incident, or the first, second …"""
    async with desk.reading() as tx:
        return (await tx.incidents.select())[number]


async def incidents_of(tx: Transaction, case_id: int) -> list[Incident]:
    """The incidents to which a case belongs, as coordinators said."""
    links = await tx.incident_links.by(case_id=case_id)
    found = [
        await tx.incidents.get(link.incident_id) for link in links if link.standing is IncidentStanding.IN
    ]
    return [incident for incident in found if incident is not None]


async def inside(desk: Desk, number: int = -1) -> list[str]:
    """The codes of the cases that are in it."""
    async with desk.reading() as tx:
        found = (await tx.incidents.select())[number]
        return [
            case.code
            for case in await tx.cases.select()
            if found.id in [one.id for one in await incidents_of(tx, case.id)]
        ]


async def visit(desk: Desk) -> Person:
    """A coordinator who is asked whether two cases of one event are one incident."""
    olga = await desk.coordinator()
    await desk.reports(IN_ASTANA, name="Colleague", language="ru")
    await desk.later(hours=20)
    await desk.reports(IN_ALMATY, name="Passer-by", language="ru")
    olga.rang()
    await desk.later(minutes=AWAITED)
    return olga


async def of_one_spot(desk: Desk, many: int, where: str = "Abay street 10") -> None:
    """So many people report, and say where."""
    for number in range(many):
        rita = await desk.reports(HELD, name=f"Rita {where} {number}")
        await rita.writes(where)
    await desk.later(minutes=AWAITED)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "asks"), [("en", "same event"), ("ru", "одно событие"), ("kk", "бір іс-шара")]
)
async def test_cases_whose_words_name_one_event_are_proposed_across_cities_without_a_sound(
    desk: Desk, language: str, asks: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    await desk.reports(IN_ASTANA, name="Colleague", language="ru")
    await desk.later(hours=20)
    await desk.reports(IN_KAZAKH, name="Passer-by", language="kk")
    olga.rang()
    await desk.later(minutes=AWAITED)
    olga.sees("🧩", asks, (await desk.case(0)).code, (await desk.case(1)).code)
    assert olga.rang() == 0
    olga.sees_nothing_of("гостиниц", "здания")


@pytest.mark.slow
async def test_one_tap_makes_them_an_incident_and_one_tap_takes_it_back(desk: Desk) -> None:
    olga = await visit(desk)
    codes = [(await desk.case(number)).code for number in (0, 1)]
    assert await inside(desk) == []
    await olga.presses("One incident")
    assert await inside(desk) == codes
    assert [line for line in await desk.history(0) if line[0] == "in_incident"]
    await olga.presses("Undo")
    assert await inside(desk) == []
    assert (await incident(desk)).phase is IncidentPhase.PROPOSED
    olga.sees("One incident?", "[✅ One incident]")
    assert [line for line in await desk.history(0) if line[0] == "out_of_incident"]


@pytest.mark.slow
async def test_what_was_refused_is_never_proposed_again(desk: Desk) -> None:
    olga = await visit(desk)
    await olga.presses("No")
    olga.sees("no incident", "[Undo]")
    await desk.reports(IN_ALMATY, name="Another", language="ru")
    await desk.later(minutes=AWAITED)
    assert olga.count("One incident?") == 0
    async with desk.reading() as tx:
        assert len(await tx.incidents.select()) == 1
    await olga.presses("Undo")
    olga.sees("One incident?", (await desk.case(0)).code)


@pytest.mark.slow
async def test_words_of_another_meeting_weeks_before_or_of_none_propose_nothing(desk: Desk) -> None:
    await desk.coordinator()
    await desk.reports(IN_ASTANA, name="Colleague", language="ru")
    await desk.later(hours=24 * 4)
    await desk.reports(IN_ALMATY, name="Passer-by", language="ru")
    await desk.reports("Астана, задержали двух человек у вокзала", name="Third", language="ru")
    await desk.later(minutes=AWAITED)
    async with desk.reading() as tx:
        assert await tx.incidents.select() == []


@pytest.mark.slow
async def test_three_cases_of_one_address_are_proposed_and_the_next_joins_the_same_card(desk: Desk) -> None:
    olga = await desk.coordinator()
    await of_one_spot(desk, 2)
    assert olga.count("One incident?") == 0  # two people often tell of one detention
    await of_one_spot(desk, 1, "on Abay street 10")
    olga.sees("One incident?", "3 cases of one station or address")
    await of_one_spot(desk, 1, "Abay street 10")
    olga.sees("One incident?", "4 cases of one station or address")
    assert olga.count("One incident?") == 1
    await of_one_spot(desk, 1, "Satpaev 22")
    olga.sees("4 cases of one station or address")


async def test_three_reports_of_one_chat_are_no_incident(desk: Desk) -> None:
    await desk.coordinator()
    rita = desk.person()
    for number in range(3):
        await rita.writes(f"{HELD}, Abay street 10, it is case {number}")
    await desk.later(minutes=AWAITED)
    async with desk.reading() as tx:
        assert await tx.incidents.select() == []


@pytest.mark.slow
async def test_what_may_belong_to_an_incident_that_goes_on_is_added_or_not_by_one_tap(desk: Desk) -> None:
    olga = await desk.coordinator()
    await of_one_spot(desk, 3)
    await olga.presses("One incident")
    assert len(await inside(desk)) == 3
    await of_one_spot(desk, 2)
    board = olga.sees("May belong to it too: 2.", "[➕ Add 2] [Not these]")
    codes = [(await desk.case(number)).code for number in (-2, -1)]
    assert f"[{codes[0]}] [{codes[1]}]" in board
    olga.sees("May belong to it too: 2.", *[f"• 🟠 {code} · Almaty" for code in codes])
    assert len(await inside(desk)) == 3
    await olga.presses("➕ Add 2")
    olga.sees_nothing_of("May belong to it too")
    assert len(await inside(desk)) == 5
    await olga.presses("Undo")
    assert len(await inside(desk)) == 3
    await olga.presses("Not these")
    olga.sees_nothing_of("May belong to it too")
    await (desk.person("Vera")).writes(HELD, "Abay street 10")
    await desk.later(minutes=AWAITED)
    olga.sees("May belong to it too: 1.")  # the refused are not among them


@pytest.mark.slow
async def test_two_coordinators_who_press_at_once_do_it_once(desk: Desk) -> None:
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    await of_one_spot(desk, 3)
    number = (await incident(desk)).id
    await desk.receive(olga.tap(f"incident:{number}:confirm"), vera.tap(f"incident:{number}:refuse"))
    assert (await incident(desk)).phase is IncidentPhase.OPEN
    await desk.receive(vera.tap(f"incident:{number}:confirm"), olga.tap(f"incident:{number}:add"))
    assert len(await inside(desk)) == 3
    assert len([line for line in await desk.history(0) if line[0] == "in_incident"]) == 1


@pytest.mark.parametrize(
    ("language", "case_button", "added"),
    [
        ("en", "➕ Case", "is in “Night at the square” now"),
        ("ru", "➕ Дело", "теперь относится"),
        ("kk", "➕ Іс", "енді «Night"),
    ],
)
async def test_an_incident_is_made_by_hand_and_a_case_put_into_it_by_its_code(
    desk: Desk, language: str, case_button: str, added: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    await desk.reports(HELD)
    code = (await desk.case()).code
    await olga.writes("/incident Night at the square")
    olga.sees("🧩 Night at the square")
    await olga.presses(case_button)
    await olga.writes(code)
    olga.sees(added)
    assert await inside(desk) == [code]
    olga.sees("🧩 Night at the square", code)
    await olga.writes("/incident night at the SQUARE")
    async with desk.reading() as tx:
        assert len(await tx.incidents.select()) == 1  # the same one is shown


@pytest.mark.slow
async def test_a_case_may_be_in_several_and_is_put_in_and_taken_out_from_its_card(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    case = await desk.case()
    for name in ("Visit of deputies", "Night at the square"):
        await olga.writes(f"/incident {name}")
    await olga.opens(case)
    for name in ("Visit of deputies", "Night at the square"):
        await olga.presses("Incidents", f"➕ {name}")
    async with desk.reading() as tx:
        assert [one.name for one in await incidents_of(tx, case.id)] == [
            "Visit of deputies",
            "Night at the square",
        ]
    await olga.presses("Incidents", "➖ Visit of deputies")
    olga.sees(f"{case.code} is not in “Visit of deputies” any more", "[Undo]")
    async with desk.reading() as tx:
        assert [one.name for one in await incidents_of(tx, case.id)] == ["Night at the square"]
    await olga.presses("Undo")
    async with desk.reading() as tx:
        assert len(await incidents_of(tx, case.id)) == 2
    await olga.writes("/incidents")
    olga.sees("Incidents that go on: 2", "Visit of deputies · cases: 1 · Almaty")


async def test_a_record_of_another_year_wants_a_second_yes(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await desk.reports(HELD, name="Vera")
    old, new = await desk.case(0), await desk.case(1)
    async with desk.writing() as tx:
        tx.cases.put(replace(old, opened_at=old.opened_at - timedelta(days=400), happened_on=None))
    await olga.writes("/incident Visit")
    await olga.presses("➕ Case")
    await olga.writes(new.code)
    await olga.presses("➕ Case")
    await olga.writes(old.code)
    olga.sees(f"{old.code} is of 2017, the incident of 2018. Add it all the same?")
    assert await inside(desk) == [new.code]
    await olga.presses("Yes, add it")
    assert await inside(desk) == [old.code, new.code]


async def test_it_is_renamed_ended_and_goes_on_again_and_a_wrong_code_changes_nothing(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.writes("/incident Visit")
    await olga.presses("Rename")
    await olga.writes("Visit of deputies")
    assert (await incident(desk)).name == "Visit of deputies"
    await olga.presses("➕ Case")
    await olga.writes("nothing of ours 99")
    olga.sees("no case")
    await olga.presses("➖ Case")
    await olga.writes((await desk.case()).code)
    olga.sees("is not in “Visit of deputies”")
    await olga.presses("It is over")
    olga.sees("Visit of deputies (over)")
    number, case = (await incident(desk)).id, (await desk.case()).id
    await olga.presses_data(f"enlist:{case}:{number}")
    olga.sees("“Visit of deputies” does not go on: nothing was added.")
    assert await inside(desk) == []
    await olga.presses("It goes on")
    await olga.presses_data(f"enlist:{case}:{number}")
    assert len(await inside(desk)) == 1


async def test_nobody_but_coordinators_learns_of_incidents(desk: Desk) -> None:
    marat = await desk.lawyer()
    olga = await desk.coordinator()
    await of_one_spot(desk, 3)
    olga.sees("One incident?")
    marat.sees_nothing_of("incident")
    await marat.presses_data(f"incident:{(await incident(desk)).id}:confirm")
    await marat.writes("/incident Mine")
    assert (await incident(desk)).phase is IncidentPhase.PROPOSED
    async with desk.reading() as tx:
        assert len(await tx.incidents.select()) == 1
