"""Somebody has looked, or rung: how sure the case is, how far a source is to be trusted, and what its reporter said.

One screen for the case and one for each source, in one message that changes in place. Each press is a claim at once; the
newest counts. A case of which nobody has said anything is marked as not verified wherever it is shown.
"""

from core.casework.claim_kinds import (
    GRADES,
    JOKE,
    JOKES,
    KINDS,
    RANG_BACK,
    RELIABILITY,
    RING_BACK_ANSWERS,
    VERIFICATIONS,
)
from core.casework.claims import Claim
from core.model import Case, Report
from core.presentation import Button, Presentation, in_button_rows
from core.timeline import TimelineKind
from handlers.arguments import OnCase
from handlers.cards import case_lines, live_cards
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure, facts, found_people
from handlers.casework.source_lines import relation_of, reliability_marks
from handlers.turn import Turn, id_in
from storage import timeline

SAID = {RELIABILITY: tuple(GRADES), RANG_BACK: RING_BACK_ANSWERS, JOKE: JOKES}  # of a source
WORDS = ("", *(f"{kind}-{value}" for kind, values in SAID.items() for value in values))
LINES = {RELIABILITY: TimelineKind.ASSESSED, RANG_BACK: TimelineKind.RANG_BACK, JOKE: TimelineKind.JOKE}
SHOWN = 6  # sources that have a button


class CaseSource(OnCase, frozen=True):
    """A report of the case, too; ``word``: what is said of it, as ``kind-value``, or empty."""

    report: Report


async def source_and_word(turn: Turn, argument: str) -> CaseSource | None:
    """``number`` or ``number:kind-value``: the report of that number, and the case that it feeds."""
    number, _, word = argument.partition(":")
    report = await turn.tx.reports.get(id_in(number) or 0)
    case = await turn.tx.cases.get(report.case_id or 0) if report is not None else None
    if turn.member is None or report is None or case is None:
        return None
    return CaseSource(turn.member, case, word, report)


async def on_case(turn: Turn, found: OnCase) -> None:
    """*Verify*: the screen of the case; or how sure it is, in the words of list 41."""
    case = found.case
    if not found.word:
        disclosure.show(turn, case, await _of_case(turn, case))
        return
    if found.word != case.verification:
        claim = facts.member_claim(turn.tx, case, found.member, "verification", found.word)
        case = await facts.record(turn.tx, turn.service, case, claim)
        await timeline.append(
            turn.tx, case.id, found.member.id, TimelineKind.VERIFIED, {"verification": found.word}
        )
        await live_cards.touch_case(turn.tx, case.id)
    disclosure.show_in_place(turn, case, await _of_case(turn, case))


async def on_source(turn: Turn, found: CaseSource) -> None:
    """The screen of a source; or what somebody says of it. Each call counts, also one like the last."""
    case, (kind, _, value) = found.case, found.word.partition("-")
    view = await view_of(turn.tx, case)
    if value and (kind == RANG_BACK or view.of_source(found.report.id, kind) != value):
        before = await found_people.may_hear(turn.tx, found.report)
        case = await facts.record(turn.tx, turn.service, case, _note_claim(turn, found, kind, value))
        details = {KINDS[kind].words: value, "of": found.report.id}
        await timeline.append(turn.tx, case.id, found.member.id, LINES[kind], details)
        await live_cards.touch_case(turn.tx, case.id)
        if not before:  # what was kept from them until somebody had verified them
            await found_people.tell_reporters(turn.tx, turn.service, case, [found.report])
    disclosure.show_in_place(turn, case, await _of_source(turn, case, found.report))


def _note_claim(turn: Turn, found: CaseSource, kind: str, value: str) -> Claim:
    return facts.source_claim(turn.tx, found.case, found.report, found.member, kind, value)


async def _of_case(turn: Turn, case: Case) -> Presentation:
    view, reports = await view_of(turn.tx, case), await turn.tx.reports.by(case_id=case.id)
    now = turn.say(f"verification-{case.verification}")
    lines = [turn.say("verify-head", code=case.code, verification=now), ""]
    for number, report in enumerate(reports, 1):
        said = reliability_marks(turn.service, turn.language, case, view, report)
        lines.append(await _source_line(turn, case, number, report, said))
    buttons = [
        Button(
            _mark_chosen(turn.say(f"verification-{verification}"), verification == case.verification),
            f"verify:{case.id}:{verification}",
        )
        for verification in VERIFICATIONS
    ]
    sources = [
        Button(turn.say("button-source", number=number), f"source:{report.id}")
        for number, report in enumerate(reports[:SHOWN], 1)
    ]
    return Presentation("\n".join(lines), (*in_button_rows(buttons), *in_button_rows(sources)), protect=True)


async def _of_source(turn: Turn, case: Case, report: Report) -> Presentation:
    view, reports = await view_of(turn.tx, case), await turn.tx.reports.by(case_id=case.id)
    number = [report.id for report in reports].index(report.id) + 1
    said = reliability_marks(turn.service, turn.language, case, view, report)
    text = [turn.say("verify-source", code=case.code), await _source_line(turn, case, number, report, said)]
    rows: list[tuple[Button, ...]] = []
    for kind, values in SAID.items():
        now = view.of_source(report.id, kind)
        shown = [value for value in values if kind != JOKE or value != (now or "no")]
        buttons = [
            Button(
                _mark_chosen(turn.say(KINDS[kind].option_key(value)), kind == RELIABILITY and value == now),
                f"source:{report.id}:{kind}-{value}",
            )
            for value in shown
        ]
        rows += in_button_rows(buttons)
    rows.append((Button(turn.say("button-verify-back"), f"verify:{case.id}:{case.verification}"),))
    return Presentation("\n".join(text), tuple(rows), protect=True)


async def _source_line(turn: Turn, case: Case, number: int, report: Report, said: list[str]) -> str:
    zone = case_lines.zone_of(turn.service, case)
    time = case_lines.local_time(report.opened_at or report.created_at, zone, turn.service.zone)
    who = await relation_of(turn.tx, turn.service, turn.language, report)
    line = turn.say("verify-line", number=number, who=who, time=time)
    return f"{line}: {' · '.join(said)}" if said else line


def _mark_chosen(label: str, now: bool) -> str:
    return f"✓ {label}" if now else label
