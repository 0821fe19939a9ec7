"""The cards by which clocks are heard. ``clock``: of one case, for its owner. ``clocks``: of all in which one is over
and nobody has answered, for a coordinator: without names, each with its code.

They are drawn from what is true, so one of a closed case, or of a clock that a correction has moved, says nothing of it.
"""

from core.clocks.clock_rows import AtEnd
from core.clocks.computation import LegalClock
from core.papers.paper_kinds import Occasion
from core.presentation import Button, ButtonRows, Presentation, Style
from core.records.holds import ClockMark
from core.traffic import Card
from core.vocabulary import CaseState
from handlers.alerting.unanswered import unanswered_clocks
from handlers.cards import case_lines
from handlers.cards.case_labels import load_labels
from handlers.cards.case_loading import view_of
from handlers.cards.paper_names import paper_buttons
from handlers.cards.stub import stub
from handlers.clocks.clock_lines import ClockReading, join_blocks, load_clocks, reason_line, state_line
from handlers.people.membership import addresses_of
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

OWN = "clock"
OF_ONE_CASE, CASES = 3, 5  # shown at once


async def owner_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """For the owner of the case: what is over or soon will be, and why."""
    case = await tx.cases.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    owner = await tx.members.get(case.owner_id) if case is not None and case.owner_id is not None else None
    if (
        case is None
        or owner is None
        or card.address_id not in addresses_of(owner)
        or owner.suspended_at is not None
    ):
        return stub(service, language, "case-not-yours")
    if case.state is CaseState.CLOSED:
        return stub(service, language, "clock-closed", code=case.code)
    found = await load_clocks(tx, service, language, case, await view_of(tx, case))
    marks = {mark.key: mark for mark in await tx.clock_marks.by(case_id=case.id) if mark.void_at is None}
    heard = [clock for clock in found.all if clock.due and clock.key in marks]
    if not heard:
        return stub(service, language, "clock-none", code=case.code)
    unanswered = any(marks[c.key].goes_on and marks[c.key].answered_at is None for c in heard)
    head = found.say("clock-head", code=case.code, place=case_lines.place_name(service, language, case))
    seen = (Button(found.say("button-clock-seen"), f"clockseen:{case.id}", Style.PRIMARY),)
    opens = (Button(found.say("button-open"), f"open:{case.id}"),)
    heard.sort(key=lambda clock: (clock.stop is None, clock.due))  # what goes on, the newest last
    more = [found.say("clock-more", count=len(heard) - OF_ONE_CASE)] if len(heard) > OF_ONE_CASE else []
    text = join_blocks(
        [
            head,
            *_clock_blocks(found, heard[-OF_ONE_CASE:]),
            *more,
            *_answered_lines(found, [marks[c.key] for c in heard]),
        ]
    )
    rows: ButtonRows = (seen, opens) if unanswered else (opens,)
    if any(_is_overrun(clock, marks[clock.key]) for clock in heard):
        rows = (*paper_buttons(service, language, case, Occasion.OVERRUN), *rows)
    return Presentation(text, rows, protect=True)


async def coordinator_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """For a coordinator."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    of_case = await unanswered_clocks(tx)
    if not of_case:
        return stub(service, language, "clocks-none")
    blocks = [service.words.say(language, "clocks-head", count=len(of_case))]
    rows: list[tuple[Button, ...]] = []
    shown = list(of_case.values())[:CASES]
    labels = await load_labels(tx, service, language, [case for case, _ in shown], card.address_id)
    for case, marks in shown:
        found = await load_clocks(tx, service, language, case, await view_of(tx, case))
        heard = [clock for clock in found.all if clock.due and clock.key in {mark.key for mark in marks}]
        key = "clocks-case" if case.state is CaseState.OPEN else "clocks-case-taken"
        place = case_lines.place_name(service, language, case)
        blocks.append(
            "\n".join(
                [found.say(key, code=labels.title(case), place=place), *_clock_blocks(found, heard[-1:])]
            )
        )
        opens = Button(found.say("button-clock-open", code=labels.button(case)), f"open:{case.id}")
        rows.append((opens, Button(found.say("button-clock-seen"), f"clockseen:{case.id}")))
        if any(_is_overrun(clock, mark) for clock in heard for mark in marks if mark.key == clock.key):
            rows += paper_buttons(service, language, case, Occasion.OVERRUN)
    if len(of_case) > CASES:
        blocks.append(service.words.say(language, "clocks-more", count=len(of_case) - CASES))
    return Presentation(join_blocks(blocks), tuple(rows), protect=True)


def _is_overrun(clock: LegalClock, mark: ClockMark) -> bool:
    return clock.row.at_end is AtEnd.OVERRUN and mark.goes_on


def _answered_lines(all: ClockReading, marks: list[ClockMark]) -> list[str]:
    """When it was answered last."""
    answers = [mark.answered_at for mark in marks if mark.goes_on and mark.answered_at is not None]
    return [all.say("clock-seen", time=all.time(max(answers)))] if answers else []


def _clock_blocks(all: ClockReading, heard: list[LegalClock]) -> list[str]:
    return [f"{state_line(all, clock)}\n{reason_line(all, clock, named=False)}" for clock in heard]
