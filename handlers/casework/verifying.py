"""Somebody has looked, or rung: how sure the case is, how far a source is to be trusted, and what its reporter said.

One screen of the case and one of each source, in one message that changes in place. What is pressed is a claim at once; the
last word counts. A case of which nobody has said anything is marked as not verified wherever it is shown.
"""

from bot.core.casework.claims import Claim
from bot.core.casework.kinds import KINDS
from bot.core.casework.verifying import ANSWERS, GRADES, JOKE, JOKES, RANG_BACK, RELIABILITY, VERIFICATIONS
from bot.core.model import Case, Report
from bot.core.presentation import Button, Presentation, in_rows
from bot.core.timeline import Line
from handlers.cards import case_lines, tracking
from handlers.cards.case_view import view_of
from handlers.cards.relation import relation
from handlers.cards.verifying_lines import marks
from handlers.casework import facts, handed_out
from handlers.pressed import OnCase
from handlers.turn import Turn, id_in
from storage import timeline

SAID = {RELIABILITY: tuple(GRADES), RANG_BACK: ANSWERS, JOKE: JOKES}  # of a source
WORDS = ("", *(f"{kind}-{value}" for kind, values in SAID.items() for value in values))
LINES = {RELIABILITY: Line.ASSESSED, RANG_BACK: Line.RANG_BACK, JOKE: Line.JOKE}
SHOWN = 6  # sources that have a button


class OnSource(OnCase, frozen=True):
    """A report of the case, too; ``word``: what is said of it, as ``kind-value``, or empty."""

    report: Report


async def source(turn: Turn, argument: str) -> OnSource | None:
    """``number`` or ``number:kind-value``: the report of that number, and the case that it feeds."""
    number, _, word = argument.partition(":")
    report = await turn.tx.reports.get(id_in(number) or 0)
    case = await turn.tx.cases.get(report.case_id or 0) if report is not None else None
    if turn.member is None or report is None or case is None:
        return None
    return OnSource(turn.member, case, word, report)


async def on_case(turn: Turn, found: OnCase) -> None:
    """*Verify*: the screen of the case; or how sure it is, in the words of list 41."""
    case = found.case
    if not found.word:
        handed_out.show(turn, case, await _of_case(turn, case))
        return
    if found.word != case.verification:
        claim = facts.by_member(turn.tx, case, found.member, "verification", found.word)
        case = await facts.note(turn.tx, turn.service, case, claim)
        await timeline.append(turn.tx, case.id, found.member.id, Line.VERIFIED, {"verification": found.word})
        await tracking.touch_case(turn.tx, case.id)
    handed_out.show_in_place(turn, case, await _of_case(turn, case))


async def on_source(turn: Turn, found: OnSource) -> None:
    """The screen of a source; or what somebody says of it. Each call counts, also one like the last."""
    case, (kind, _, value) = found.case, found.word.partition("-")
    view = await view_of(turn.tx, case)
    if value and (kind == RANG_BACK or view.of_source(found.report.id, kind) != value):
        case = await facts.note(turn.tx, turn.service, case, _claim(turn, found, kind, value))
        details = {KINDS[kind].words: value, "of": found.report.id}
        await timeline.append(turn.tx, case.id, found.member.id, LINES[kind], details)
        await tracking.touch_case(turn.tx, case.id)
    handed_out.show_in_place(turn, case, await _of_source(turn, case, found.report))


def _claim(turn: Turn, found: OnSource, kind: str, value: str) -> Claim:
    return facts.of_source(turn.tx, found.case, found.report, found.member, kind, value)


async def _of_case(turn: Turn, case: Case) -> Presentation:
    view, reports = await view_of(turn.tx, case), await turn.tx.reports.by(case_id=case.id)
    now = turn.say(f"verification-{case.verification}")
    lines = [turn.say("verify-head", code=case.code, verification=now), ""]
    for number, report in enumerate(reports, 1):
        said = marks(turn.service, turn.language, case, view, report)
        lines.append(await _line(turn, case, number, report, said))
    buttons = [
        Button(_chosen(turn.say(f"verification-{one}"), one == case.verification), f"verify:{case.id}:{one}")
        for one in VERIFICATIONS
    ]
    sources = [
        Button(turn.say("button-source", number=number), f"source:{report.id}")
        for number, report in enumerate(reports[:SHOWN], 1)
    ]
    return Presentation("\n".join(lines), (*in_rows(buttons), *in_rows(sources)), protect=True)


async def _of_source(turn: Turn, case: Case, report: Report) -> Presentation:
    view, reports = await view_of(turn.tx, case), await turn.tx.reports.by(case_id=case.id)
    number = [one.id for one in reports].index(report.id) + 1
    said = marks(turn.service, turn.language, case, view, report)
    text = [turn.say("verify-source", code=case.code), await _line(turn, case, number, report, said)]
    rows: list[tuple[Button, ...]] = []
    for kind, values in SAID.items():
        now = view.of_source(report.id, kind)
        shown = [value for value in values if kind != JOKE or value != (now or "no")]
        buttons = [
            Button(
                _chosen(turn.say(KINDS[kind].option_key(value)), kind == RELIABILITY and value == now),
                f"source:{report.id}:{kind}-{value}",
            )
            for value in shown
        ]
        rows += in_rows(buttons)
    rows.append((Button(turn.say("button-verify-back"), f"verify:{case.id}:{case.verification}"),))
    return Presentation("\n".join(text), tuple(rows), protect=True)


async def _line(turn: Turn, case: Case, number: int, report: Report, said: list[str]) -> str:
    zone = case_lines.zone_of(turn.service, case)
    time = case_lines.local(report.opened_at or report.created_at, zone, turn.service.zone)
    who = await relation(turn.tx, turn.service, turn.language, report)
    line = turn.say("verify-line", number=number, who=who, time=time)
    return f"{line}: {' · '.join(said)}" if said else line


def _chosen(label: str, now: bool) -> str:
    return f"✓ {label}" if now else label
