"""A report is enough: who is asked, who is told, and what later words of the reporter do."""

from datetime import timedelta

from tests.casework.story_desk import START, Desk

HELD = "police took Dana Made-Up in Almaty"


async def test_lawyers_are_asked_and_the_timeline_says_why_and_whom(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await olga.writes("/cases")
    olga.sees("without a lawyer 0")
    olga.rang()
    await desk.reports(HELD)
    assert await desk.history() == [
        ("opened", "", {"situation": "other"}),
        (
            "offered",
            "",
            {"member": "Marat", "step": 0, "ask": "region", "why": {"near": "city", "speaks": True}},
        ),
    ]
    assert marat.rang() == 1
    olga.sees("without a lawyer 1", "513-742")
    assert olga.rang() == 0  # the board alone; nobody need do anything


async def test_a_record_wakes_no_lawyer_and_coordinators_look_at_it(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await olga.writes("/cases")
    olga.rang()
    await desk.reports("a trial began in Almaty")
    assert (marat.rang(), olga.rang()) == (0, 0)
    olga.sees("records 1", "513-742")
    assert olga.sees("A record that wakes nobody: please look at it.").endswith(
        "a record, lawyers are not asked\n[Open the case] [✅ I'll take it]"
    )
    assert await desk.waits_until("escalation") is None
    assert (await desk.case()).alerting is False


async def test_a_record_becomes_an_alarm_by_what_its_reporter_says(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports("a trial began in Almaty")
    await olga.opens(await desk.case())
    olga.sees("a record, lawyers are not asked", "[Ask lawyers]")
    await rita.presses_data("report/situation:other")
    case = await desk.case()
    assert (case.alerting, case.step) == (True, 0)
    assert [line[0] for line in await desk.history()][-2:] == ["lawyers_wanted", "offered"]
    assert ("lawyers_wanted", "", {}) in await desk.history()
    assert marat.rang() == 1
    olga.sees("Case 513-742 · nobody has it yet")
    olga.sees("Settled: 🟠 513-742")
    olga.sees_nothing_of("The place of this case is unknown.")
    assert olga.count("Settled:") == 1


async def test_an_alarm_of_unknown_place_asks_coordinators_where_it_is(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.writes("police took Dana Made-Up")
    await rita.presses_data("report/situation:other")
    await rita.presses_data("report/place:unknown")
    assert (await desk.case()).region is None
    assert olga.sees("The place of this case is unknown.").endswith("[Open the case] [✅ I'll take it]")
    await rita.presses_data("report/place:almaty")
    olga.sees("Settled:", "Almaty")


async def test_a_record_of_unknown_place_asks_it_when_it_becomes_an_alarm(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.presses_data("report/situation:trial")
    await rita.presses_data("report/place:unknown")
    olga.sees_nothing_of("The place of this case is unknown.")
    await rita.presses_data("report/situation:other")
    olga.sees("The place of this case is unknown.")


async def test_a_coordinator_who_has_lawyers_asked_is_not_asked_for_the_place(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.presses_data("report/situation:trial")
    await rita.presses_data("report/place:unknown")
    await olga.opens(await desk.case())
    await olga.presses("Ask lawyers")
    assert ("lawyers_wanted", "Olga", {}) in await desk.history()
    olga.sees_nothing_of("The place of this case is unknown.")


async def test_a_fourth_case_within_an_hour_waits_five_minutes_for_a_coordinator(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    rita = await desk.reports(HELD)
    for city in ("Astana", "Karaganda", "Pavlodar"):
        await rita.writes("/report", f"police took a man in {city}")
    assert await desk.waits_until("escalation") == START + timedelta(minutes=5)
    chat = olga.sees("4 open cases of one chat", "One person has reported very much")
    assert chat.endswith("[Close all that nobody has (4)…]")
    assert [line[0] for line in await desk.history()] == ["opened"]
    assert (
        olga.rang() == 2
    )  # that nobody serves a city: the first time, the second is there to be read; then this
    await desk.later(minutes=5)
    assert [line[0] for line in await desk.history()][:2] == ["opened", "found_nobody"]


async def test_a_record_too_many_wakes_nobody_five_minutes_later(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    for city in ("Astana", "Karaganda"):
        await rita.writes("/report", f"police took a man in {city}")
    await rita.writes("/report", "a trial began in Pavlodar")
    assert (await desk.case()).alerting is False
    async with desk.reading() as tx:
        assert await tx.timers.get(f"escalation:case-{(await desk.case()).id}") is None
    olga.sees("4 open cases of one chat", "One person has reported very much", "Pavlodar")


async def test_more_urgent_begins_the_search_anew(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.lawyer("Saule", cities=("konaev",))
    rita = await desk.reports(HELD)
    await desk.later(minutes=6)
    assert (await desk.case()).step == 1
    marat.rang()
    await rita.writes("she is 15 and injured")
    case = await desk.case()
    assert (case.priority, case.step) == ("urgent", 0)
    assert ("asked_anew", "", {"priority": "urgent", "region": "almaty-city"}) in await desk.history()
    assert marat.rang() == 1
    marat.sees("🔴 URGENT")


async def test_another_region_begins_the_search_anew_there(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    igor = await desk.lawyer("Igor", cities=("astana",))
    rita = await desk.reports(HELD)
    await rita.presses_data("report/place:astana")
    assert ("asked_anew", "", {"priority": "unknown", "region": "astana-city"}) in await desk.history()
    assert igor.rang() == 1
    assert await desk.states() == {"Marat": "expired", "Igor": "offered"}
    marat.sees("📍 Astana", "Nobody has taken it yet. You still can.")


async def test_lawyers_read_in_which_language_it_was_told_and_not_begun(desk: Desk) -> None:
    marat, rita = await desk.lawyer("Marat"), desk.person()
    await rita.writes("/report")
    await rita.presses_data("language:ru")
    await rita.writes("полиция задержала Дану в Алматы")
    marat.sees("🗣 Russian")
