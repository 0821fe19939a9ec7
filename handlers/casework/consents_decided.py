"""A coordinator sees what was said of the name's use, has the family asked, and decides where they differ."""

from bot.core.casework.claims import SourceKind
from bot.core.casework.consents import (
    BLOCKED,
    FREE,
    UNDERTAKING,
    UNDERTAKING_DECIDED,
    YES,
    is_allowed_by_family,
    is_entitled,
    undertakings,
)
from bot.core.casework.describe import CaseView
from bot.core.casework.rules import NO
from bot.core.model import Case
from bot.core.presentation import Button, Presentation, Rows
from bot.core.timeline import Line
from bot.core.values import Consent
from bot.core.vocabulary import OF_NAMES, AskKind, Use
from handlers.alerting import asks
from handlers.cards import consent_lines, tracking
from handlers.cards.case_view import view_of
from handlers.casework import consents, facts, handed_out
from handlers.outbox import sending
from handlers.pressed import OnCase
from handlers.turn import Turn
from storage import timeline

ASK = "ask"
DECISIONS = {f"{use}-{answer}": (use, answer) for use in OF_NAMES for answer in (YES, NO)}
OF_UNDERTAKING = {f"{UNDERTAKING}-{answer}": answer for answer in (FREE, BLOCKED)}
ACTS = ("", ASK, *DECISIONS, *OF_UNDERTAKING)


async def on_consents(turn: Turn, found: OnCase) -> None:
    """*Consents*: what was said, by whom, when; then what is pressed below it."""
    if found.word == ASK:
        await _ask(turn, found)
    elif found.word in OF_UNDERTAKING:
        await _decide_undertaking(turn, found, OF_UNDERTAKING[found.word])
    elif found.word:
        await _decide(turn, found, *DECISIONS[found.word])
    else:
        shown = await _shown(turn, found.case)
        key = handed_out.new_key(turn.tx, found.case)
        sending.message(turn.tx, turn.service, turn.address.id, shown, key=key)


async def _decide(turn: Turn, found: OnCase, use: Use, answer: str) -> None:
    tx, case = turn.tx, found.case
    decided = facts.by_member(tx, case, found.member, use, Consent(answer))
    await facts.note(tx, turn.service, case, decided)
    details = {"use": use.value, "answer": answer}
    await timeline.append(tx, case.id, found.member.id, Line.CONSENT_DECIDED, details)
    await asks.settle(tx, turn.service, case, AskKind.CONSENT)
    await tracking.touch_case(tx, case.id)
    await _show_in_place(turn, case)


async def _decide_undertaking(turn: Turn, found: OnCase, answer: str) -> None:
    """Whether names may be used though somebody promised not to disclose."""
    tx, case = turn.tx, found.case
    decided = facts.by_member(tx, case, found.member, UNDERTAKING_DECIDED, answer)
    await facts.note(tx, turn.service, case, decided)
    details = {"use": UNDERTAKING, "answer": answer}
    await timeline.append(tx, case.id, found.member.id, Line.CONSENT_DECIDED, details)
    await asks.settle(tx, turn.service, case, AskKind.UNDERTAKING)
    await tracking.touch_case(tx, case.id)
    await _show_in_place(turn, case)


async def _ask(turn: Turn, found: OnCase) -> None:
    tx, case = turn.tx, found.case
    view = await view_of(tx, case)
    reports = await tx.reports.by(case_id=case.id)
    asked = [report for report in reports if await consents.ask(tx, turn.service, report, view)]
    if asked:
        await timeline.append(tx, case.id, found.member.id, Line.CONSENT_ASKED, {})
    turn.reply_in_place("consents-asked" if asked else "consents-nobody", code=case.code)


async def _show_in_place(turn: Turn, case: Case) -> None:
    shown = await _shown(turn, case)
    turn.show_in_place(shown, key=handed_out.new_key(turn.tx, case))


async def _shown(turn: Turn, case: Case) -> Presentation:
    view = await view_of(turn.tx, case)
    lines = await consent_lines.lines(turn.tx, turn.service, turn.language, case, view, OF_NAMES)
    lines += await consent_lines.undertaking(turn.tx, turn.service, turn.language, case, view)
    text = "\n".join([turn.say("consents-head", code=case.code), "", *lines])
    return Presentation(text, await _rows(turn, case, view), protect=True)


async def _rows(turn: Turn, case: Case, view: CaseView) -> Rows:
    """A "yes" is there to be decided only where the family has given one."""
    rows = []
    for use in OF_NAMES:
        choices = (YES, NO) if is_allowed_by_family(view, use) else (NO,)
        rows.append(
            tuple(
                Button(turn.say(f"consents-{use}-{answer}"), f"consents:{case.id}:{use}-{answer}")
                for answer in choices
            )
        )
    if undertakings(view):
        rows.append(
            tuple(
                Button(turn.say(f"consents-{UNDERTAKING}-{answer}"), f"consents:{case.id}:{word}")
                for word, answer in OF_UNDERTAKING.items()
            )
        )
    reports = await turn.tx.reports.by(case_id=case.id)
    if any(
        consents.unanswered(view, report) and is_entitled(view, (SourceKind.REPORT, report.id))
        for report in reports
    ):
        rows.append((Button(turn.say("consents-ask"), f"consents:{case.id}:{ASK}"),))
    return tuple(rows)
