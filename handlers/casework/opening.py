"""A report becomes a case, and the case follows the report.

Only a member withdraws or closes: the phone may be in other hands. What a reporter says later makes a case more urgent
or moves it (and lawyers are asked anew), or marks it "reporter says over"; everything else updates the cards silently.
"""

from collections.abc import Mapping
from datetime import timedelta

from msgspec.structs import replace

from bot.core.casework.claims import Claim, Link
from bot.core.casework.kinds import QUIET
from bot.core.conversation.forms import Answers
from bot.core.model import Case, Report
from bot.core.receipt_codes import make_code
from bot.core.timeline import Line
from bot.core.traffic import Lane
from bot.core.vocabulary import AlertState, AskKind, CaseState, Record, ReportState
from handlers.alerting import asks, escalation, pause, second
from handlers.cards import draft_card, tracking
from handlers.casework import facts, handed_out, lifecycle, sayings, unhurried
from handlers.casework.sayings import Saying
from handlers.service import Service
from handlers.turn import Turn
from storage import draft_lines, timeline
from storage.transaction import Transaction

MANY = 3  # cases that one address opens within the hour; more are kept, and a coordinator is asked before lawyers are
WITHIN = timedelta(hours=1)
OF_A_RECORD = {"summons": AskKind.SUMMONS}  # what coordinators are asked about what wakes nobody


async def open_case(
    turn: Turn, report: Report, answers: Answers, *, ask: AskKind | None = None, one_of_many: bool = False
) -> Case:
    """Enough is known: the case is open, and lawyers are asked in the same transaction.

    ``ask``: what coordinators are asked instead, where a person has to look before lawyers are; ``one_of_many``: others are
    opened with it, so that they look first in any case.
    """
    tx, service = turn.tx, turn.service
    code = await _code(tx, service)
    situation = str(answers["situation"].value)
    case = Case(
        tx.new_id(),
        code,
        Record.DEPRIVATION,
        CaseState.OPEN,
        opened_at=tx.now,
        situation=situation,
        language=report.language,
    )
    tx.cases.add(case)
    tx.claims.starts_empty(report_id=report.id)  # a draft claims nothing
    many = one_of_many or await _opens_many(tx, report)
    report = tx.reports.put(
        replace(
            report,
            case_id=case.id,
            state=ReportState.OPEN,
            opened_at=tx.now,
            opened_by_update_at=turn.received_at,
        )
    )
    tx.links.add(Link(tx.new_id(), report.id, case.id, 0, tx.now, "opened"))
    await sayings.note(tx, report, answers)
    wanted = ask is None and situation not in QUIET
    case = await facts.note(tx, service, case, *([facts.alarm(tx, case)] if wanted else []))
    unhurried.wait(tx, service, case, report.id)
    await lifecycle.opened(
        tx, service, case, one_of_many=many, ask=ask or OF_A_RECORD.get(situation, AskKind.RECORD)
    )
    if await draft_lines.of(tx, report.id):
        await _read_before(tx, report, case)
    return case


async def _read_before(tx: Transaction, report: Report, case: Case) -> None:
    """Coordinators were shown the words before: the history tells who read them, and nobody is rung about them any more."""
    await draft_lines.move(tx, report.id, case.id)
    await handed_out.take_back_draft(tx, report.id)
    await draft_card.touch(tx, report.id)


async def follow(tx: Transaction, service: Service, case: Case, report: Report, answers: Answers) -> Case:
    """The report has more to say."""
    before = sayings.newest(await tx.claims.by(report_id=report.id))
    await sayings.note(tx, report, answers)
    after = sayings.newest(await tx.claims.by(report_id=report.id))
    situation = str(answers["situation"].value) if "situation" in answers else case.situation
    wanted = not case.alerting and situation not in QUIET and "place" in answers
    # Once called back, only a new word marks it again.
    over = case.alerting and not case.says_over and _over(after) and not _over(before)
    new = await facts.note(tx, service, case, *([facts.alarm(tx, case)] if wanted else []))
    await tracking.touch_case(tx, case.id)
    if new.state is CaseState.CLOSED:
        return new
    if over:
        return await says_over(tx, service, new, report)
    if new.says_over and _goes_on(after) and not _goes_on(before):
        new = await says_not_over(tx, service, new, report)
    more_urgent = new.priority == "urgent" and case.priority != "urgent"
    await second.follow(tx, service, case, new)
    if new.state is CaseState.ACCEPTED:
        await _tell_owner(tx, service, new, more_urgent=more_urgent, moved=new.region != case.region)
    if not new.alerting or new.state is not CaseState.OPEN:
        return new
    if wanted:
        await lifecycle.lawyers_wanted(tx, service, new)
    elif more_urgent or new.region != case.region:
        await lifecycle.changed_so_much(tx, service, new)
    return new


async def _tell_owner(
    tx: Transaction, service: Service, case: Case, *, more_urgent: bool, moved: bool
) -> None:
    """Whoever has the case hears of what may change everything; of another region, coordinators do too."""
    if more_urgent or moved:
        for alert in await tx.alerts.by(case_id=case.id, state=AlertState.ACCEPTED):
            for card in await tx.cards.by(subject="alert", subject_id=alert.id):
                await tracking.renew(tx, "alert", alert.id, card.address_id, Lane.ALERT, case_id=case.id)
    if moved:
        await asks.put(tx, service, case, AskKind.MOVED, again=True)


def _over(said: Mapping[tuple[str, int | None], Claim]) -> bool:
    ongoing, situation = said.get(("ongoing", None)), said.get(("situation", None))
    return (ongoing is not None and ongoing.value == "no") or (
        situation is not None and situation.value == "over"
    )


def _goes_on(said: Mapping[tuple[str, int | None], Claim]) -> bool:
    ongoing = said.get(("ongoing", None))
    return ongoing is not None and ongoing.value == "yes"


async def says_over(tx: Transaction, service: Service, case: Case, report: Report) -> Case:
    """A reporter says that it is over: marked on the cards, and a coordinator is asked."""
    case = await _says(tx, service, case, report, "says_over", Line.SAYS_OVER)
    await pause.begin(tx, service, case)
    return case


async def says_not_over(tx: Transaction, service: Service, case: Case, report: Report) -> Case:
    """The reporter says the opposite: whoever has the case hears of it, else the search goes on at once."""
    case = await _says(tx, service, case, report, "says_over", Line.SAYS_NOT_OVER, "no")
    if case.state is CaseState.ACCEPTED:
        await _tell_owner(tx, service, case, more_urgent=True, moved=False)
    await escalation.go_on(tx, service, case)
    return case


async def says_false(tx: Transaction, service: Service, case: Case, report: Report) -> Case:
    """A reporter says that it was a false alarm: nothing is deleted, a coordinator is asked."""
    case = await _says(tx, service, case, report, "says_false", Line.SAYS_FALSE)
    await asks.put(tx, service, case, AskKind.FALSE, again=True)
    return case


async def _says(
    tx: Transaction, service: Service, case: Case, report: Report, kind: str, line: Line, value: str = "yes"
) -> Case:
    case = await facts.note(tx, service, case, sayings.claim_of(tx, report, Saying(kind, value)))
    await timeline.append(tx, case.id, 0, line, {})
    await tracking.touch_case(tx, case.id)
    return case


async def _opens_many(tx: Transaction, report: Report) -> bool:
    """Limits slow, they never swallow: see MANY."""
    others = [r for r in await tx.reports.by(address_id=report.address_id) if r.opened_at is not None]
    return sum(1 for r in others if r.opened_at is not None and tx.now - r.opened_at < WITHIN) >= MANY


async def _code(tx: Transaction, service: Service) -> str:
    """A case code that is free, in the organisation's language, so that all its members say the same. It tells no number."""
    while True:
        code = make_code(service.receipt_words[service.language], service.pick)
        if not await tx.cases.by(code=code):  # a count would flush the rows of the whole batch
            return code
