"""What coordinators are asked, kind by kind: whom to ring, which buttons there are, and what wakes nobody."""

from typing import Any

import pytest
from msgspec.structs import replace

from core.presentation import Presentation
from core.vocabulary import NEWS_TASKS, CaseState, TaskKind
from handlers.alerting import tasks
from handlers.cards import task_card
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
OF_A_VISIT = {TaskKind.REFUSED, TaskKind.INSIDE}  # told elsewhere: they name who is there
RING = {*map(TaskKind, task_card.RINGS)} - OF_A_VISIT
OWNED = {TaskKind.OWNER_GONE, TaskKind.MOVED, TaskKind.SILENT_OWNER, TaskKind.HAND_OVER, TaskKind.CANNOT_COME}
PLACELESS = {TaskKind.NO_PLACE, TaskKind.UNCLEAR, TaskKind.VOICE, TaskKind.LANGUAGE}
CALLED_OFF = {"[Released]": {TaskKind.OVER, TaskKind.BETTER}, "[False alarm]": {TaskKind.FALSE}}
KINDS = [kind for kind in TaskKind if kind not in OF_A_VISIT]


async def asked(desk: Desk, olga: Person, kind: TaskKind, **changes: Any) -> Presentation:
    """The card, of the newest case as it would be with these changes."""
    at, case = (await desk.address(olga)).id, replace(await desk.case(), **changes)
    async with desk.reading() as tx:
        return await task_card.task_view(tx, desk.service, "en", case, kind, at)


def buttons(shown: Presentation) -> str:
    return " ".join(f"[{button.label}]" for row in shown.rows for button in row)


async def test_of_a_case_that_somebody_has_its_owner_is_rung(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    for kind in KINDS:
        shown = await asked(desk, olga, kind)
        rung = kind in RING - {TaskKind.FIRST_ACTION}  # of that, whoever let it lapse
        assert (f"To call:\n• Marat: +7701000{marat.chat}" in shown.text) == rung, kind
        assert ("[Offer to others]" in buttons(shown)) == (kind in OWNED), kind
        assert "[Open the case]" in buttons(shown)
        assert shown.protect
        for other in ("Saule", "takes it]", "[✅ I'll take it]", "[Karaganda]"):
            assert other not in shown.text + buttons(shown), kind


@pytest.mark.slow
async def test_of_one_that_nobody_has_whoever_was_asked_is_and_it_can_be_taken(desk: Desk) -> None:
    saule, olga = await desk.lawyer("Saule"), await desk.coordinator()
    zhan = await desk.lawyer("Zhan")
    await desk.reports(HELD)
    await zhan.presses("I can't", "Too far")
    for kind in KINDS:
        shown = await asked(desk, olga, kind)
        rung = kind in RING - OWNED - {TaskKind.FIRST_ACTION}
        assert (f"To call:\n• Saule: +7701000{saule.chat}" in shown.text) == rung, kind
        assert ("[📞 I am calling] [✅ Saule takes it]" in buttons(shown)) == rung, kind
        assert "[Open the case] [✅ I'll take it]" in buttons(shown)
        assert ("[Ask lawyers]" in buttons(shown)) == (kind in (TaskKind.CHECK_IN, TaskKind.OWN_LAWYER)), kind
        for label, ends in CALLED_OFF.items():
            assert (f"{label} [It is not over]" in buttons(shown)) == (kind in ends), kind
        assert ("[Karaganda]" in buttons(shown)) == (kind is TaskKind.ELSEWHERE), kind
        nowhere = await asked(desk, olga, kind, region=None, city=None, district=None)
        placed = kind in PLACELESS | {TaskKind.CHECK_IN, TaskKind.ELSEWHERE}
        assert ("[Karaganda]" in buttons(nowhere)) == placed, kind
        assert ("[Ask lawyers]" in buttons(nowhere)) == (kind is TaskKind.OWN_LAWYER), kind
        for other in ("Zhan", "[Open again]"):
            assert other not in shown.text + buttons(shown), kind
        closed = await asked(desk, olga, kind, state=CaseState.CLOSED)
        assert "[Open the case] [Open again]" in buttons(closed)


@pytest.mark.slow
async def test_at_night_what_can_wait_and_what_is_said_to_be_over_wake_nobody(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    early: dict[str, Any] = {"found_nobody_at": None}
    taken, record = early | {"state": CaseState.ACCEPTED}, early | {"alerting": False}
    for kind in KINDS:
        assert not (await asked(desk, olga, kind, **early)).silent, kind
    await desk.later(hours=10.5)
    for kind in KINDS:
        quiet = kind in NEWS_TASKS
        assert (await asked(desk, olga, kind, **early)).silent == (
            quiet or kind in (TaskKind.OVER, TaskKind.BETTER)
        ), kind
        for changes in (taken, record):
            assert (await asked(desk, olga, kind, **changes)).silent == quiet, kind


async def test_of_a_case_without_a_place_for_which_nobody_was_found_one_ask_sounds(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    for found, silent in ((None, False), (desk.now, True)):
        assert (await asked(desk, olga, TaskKind.REGION, found_nobody_at=found)).silent == silent
    assert not (await asked(desk, olga, TaskKind.NOBODY, found_nobody_at=desk.now)).silent


async def test_where_it_may_be_are_first_what_was_named_last_and_what_is_near_to_the_words(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    await rita.writes("his village is село Карабулак", "they took him to Turkestan region")
    shown = buttons(await asked(desk, olga, TaskKind.ELSEWHERE, region="almaty-city", city="almaty"))
    named, near, other = (shown.index(f"[{name}") for name in ("Turkistan Region]", "Karabulak", "Astana]"))
    assert named < near < other


async def test_who_is_no_coordinator_reads_nothing_of_what_coordinators_are_asked(desk: Desk) -> None:
    marat, _ = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    at, case = (await desk.address(marat)).id, await desk.case()
    async with desk.writing() as tx:
        await tasks.ask_coordinators(tx, desk.service, case, TaskKind.WHERE)
        (card,) = await tx.cards.by(subject="ask-where")
        shown = await task_card.view(tx, desk.service, replace(card, address_id=at))
    assert shown is not None
    assert (shown.text, shown.rows) == (desk.service.words.say("en", "case-not-yours"), ())


async def test_of_whoever_has_it_the_newest_step_is_said_and_no_earlier_one(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted")
    first = (await asked(desk, olga, TaskKind.WHERE)).text.rsplit(" · ", 1)[1]
    await marat.presses("On my way")
    shown = (await asked(desk, olga, TaskKind.WHERE)).text
    assert "Marat" in shown
    assert first not in shown
    assert first != "Marat"
