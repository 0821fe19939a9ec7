"""Whatever happens to one case leaves another as it was, with its people: nothing is looked for by less than its number."""

from typing import Any

import pytest

from core.model import Case
from tests.casework.story_desk import Desk, Person

pytestmark = pytest.mark.slow

HELD = "police took Dana Made-Up in Almaty"


async def stands(desk: Desk, case: Case, vera: Person, zhan: Person) -> list[Any]:
    """All that is stored of a case, and what its reporter and its lawyer see of it."""
    async with desk.reading() as tx:
        reports = await tx.reports.by(case_id=case.id)
        chats = [await tx.addresses.get(report.address_id) for report in reports]
        timers = [timer for timer in await tx.timers.select() if f"case-{case.id}" in timer.key]
        asked = [card for card in await tx.cards.by(case_id=case.id) if card.subject.startswith("ask-")]
        of_case = [await table.by(case_id=case.id) for table in (tx.alerts, tx.timeline)]
        rows = [await tx.cases.get(case.id), reports, chats, *of_case]
    waits = sorted((timer.key, timer.due_at) for timer in timers)
    seen = [(card.subject, card.message_id) for card in asked]
    return [
        *rows,
        waits,
        seen,
        vera.screen.texts(),
        zhan.sees(f"Case {case.code}"),
        zhan.sees("«police took"),
    ]


async def test_what_happens_to_one_case_changes_nothing_of_another(desk: Desk) -> None:
    desk.without_clocks()
    zhan, olga = await desk.lawyer("Zhan"), await desk.coordinator()
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    vera = await desk.reports(HELD, name="Vera")
    other = await desk.case()
    await zhan.presses_data(f"accept:{(await desk.offers())['Zhan'].id}")
    await zhan.presses_data(f"first:{other.id}:contacted")
    await vera.writes("nobody came or called")
    await zhan.presses("All words")
    await desk.lawyer("Zhan", person=zhan, on_duty=False)
    await desk.later(minutes=1)
    before = await stands(desk, other, vera, zhan)

    rita = await desk.reports("soldiers took Zoya Fictional in Almaty", name="Rita")
    await rita.allows_news()
    case = await desk.case()
    offers = {name: alert.id for name, alert in (await desk.offers()).items()}
    await marat.presses_data(f"decline:{offers['Marat']}")
    await marat.presses_data(f"accept:{offers['Marat']}")
    await desk.later(minutes=21)  # a reminder
    await marat.presses_data(f"first:{case.id}:at_station")
    await marat.presses_data(f"second:{case.id}:yes")
    await saule.presses_data(f"accept:{offers['Saule']}")
    await saule.presses_data(f"back:{case.id}")
    await marat.presses_data(f"second:{case.id}:no")
    for _ in range(2):
        await marat.presses_data(f"hand:{case.id}")
        await marat.writes("Saule", "I am ill")
        await desk.later(minutes=11)
    await marat.presses_data(f"hand:{case.id}")
    await marat.writes("Saule", "I am ill")
    await saule.presses_data(f"accept:{offers['Saule']}")
    await desk.later(minutes=31)  # and no first action
    await marat.presses_data(f"accept:{offers['Marat']}")
    await olga.opens(case)
    for data in ("mute", "unmute", "back"):
        await olga.presses_data(f"{data}:{case.id}")
    await saule.presses_data(f"accept:{offers['Saule']}")
    await desk.blocks(saule)
    await olga.presses_data(f"closed:{case.id}:fine")
    await olga.presses_data(f"reopen:{case.id}")
    await rita.tells_all_out("it is over, she was released")
    await desk.suspends(marat)
    assert await stands(desk, other, vera, zhan) == before
    assert {
        "declined", "at_station", "joined", "second_left", "not_handed", "handed_over", "no_first_action", "taken_away",
        "muted", "unmuted", "closed", "reopened", "says_over",
    } <= {kind for kind, _, _ in await desk.history()}  # fmt: skip


async def test_each_answer_says_when_it_was_given(desk: Desk) -> None:
    marat, saule, timur = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.lawyer("Timur")
    await desk.reports("police took Dana Made-Up in Almaty, she is 15 years old")
    number = (await desk.case()).id
    offers = {name: alert.id for name, alert in (await desk.offers()).items()}

    async def says(who: Person, state: str) -> None:
        offer = (await desk.offers())[who.name]
        assert (offer.state, offer.answered_at) == (state, desk.now)
        await desk.later(minutes=1)

    async def asks() -> None:
        await marat.presses_data(f"hand:{number}")
        await marat.writes("Timur", "I am ill")
        assert (await desk.offers())["Timur"].answered_at is None

    await desk.later(minutes=1)
    for who, press, state in (
        (timur, "decline", "declined"), (marat, "accept", "accepted"), (saule, "accept", "accepted"),
    ):  # fmt: skip
        await who.presses_data(f"{press}:{offers[who.name]}")
        await says(who, state)
    await saule.presses_data(f"back:{number}")
    await says(saule, "declined")
    await asks()
    await desk.later(minutes=1)
    await marat.presses_data(f"hand:{number}:keep")
    await says(timur, "withdrawn")
    await asks()
    await desk.later(minutes=10)
    await says(timur, "expired")
    await asks()
    await desk.later(minutes=1)
    await timur.presses_data(f"accept:{offers['Timur']}")
    assert (await desk.offers())["Marat"].answered_at == desk.now
    await says(timur, "accepted")
