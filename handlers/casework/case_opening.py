"""A report becomes a case, and the case follows the report.

Only a member withdraws or closes a case: the reporter's phone may be in other hands. What a reporter says later makes a case
more urgent or moves it (and lawyers are asked again), or marks it "reporter says over"; everything else updates the cards
silently.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from core.casework.case_columns import zone_of
from core.casework.claim_kinds import QUIET, Certainty
from core.casework.claims import Claim, ReportLink
from core.casework.ownership import second_is_sought
from core.conversation.forms import Answers
from core.model import Case, Offer, Report
from core.presentation import Presentation
from core.receipt_codes import make_case_code
from core.timeline import TimelineKind
from core.traffic import Lane
from core.values import Place
from core.vocabulary import CaseState, OfferState, RecordKind, ReportState, TaskKind
from handlers.alerting import escalation, pause, second_lawyer, tasks
from handlers.cards import case_lines, draft_card, live_cards
from handlers.cards.case_loading import view_of
from handlers.casework import (
    disclosure,
    facts,
    later_questions,
    lifecycle,
    report_claims,
    told_in_court,
)
from handlers.casework.report_claims import Saying
from handlers.forms.report_form import may_concern_somebody
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage import draft_lines, timeline
from storage.transaction import Transaction

MANY = 3  # cases that one address opens within the hour; more are kept, and a coordinator is asked before lawyers are
WITHIN = timedelta(hours=1)
OF_A_RECORD = {"summons": TaskKind.SUMMONS}  # what coordinators are asked about what wakes nobody


async def open_case(
    turn: Turn, report: Report, answers: Answers, *, ask: TaskKind | None = None, one_of_many: bool = False
) -> Case:
    """Enough is known: the case is open, and lawyers are asked in the same transaction.

    ``ask``: what coordinators are asked instead, where a person has to look before lawyers are; ``one_of_many``: others are
    opened with it, so that they look first in any case.
    """
    tx, service = turn.tx, turn.service
    code = await _free_code(tx, service.pick)
    situation = str(answers["situation"].value)
    case = Case(
        tx.new_id(),
        code,
        RecordKind.DEPRIVATION,
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
    tx.links.add(ReportLink(tx.new_id(), report.id, case.id, 0, tx.now, "opened"))
    await report_claims.record_answers(tx, report, answers)
    zone = _zone_told(service, answers)
    told = await told_in_court.told_in_report(tx, service, report, zone)
    is_called = told_in_court.calls_lawyers(told, situation, zone, tx.now)
    wanted = ask is None and (situation not in QUIET or is_called)
    case = await facts.record(tx, service, case, *([facts.alarm_claim(tx, case)] if wanted else []))
    await told_in_court.record(tx, service, case, report, told)
    later_questions.schedule(tx, service, case, report.id)
    is_unclear = may_concern_somebody(answers)
    kind = TaskKind.UNCLEAR if is_unclear else OF_A_RECORD.get(situation, TaskKind.RECORD)
    await lifecycle.begin(tx, service, case, one_of_many=many, ask=ask or kind)
    if await draft_lines.all_lines(tx, report.id):
        await _read_before(tx, report, case)
    return case


def _zone_told(service: Service, answers: Answers) -> ZoneInfo:
    place = answers["place"].value if "place" in answers else None
    there = (place.district, place.city, place.region) if isinstance(place, Place) else ()
    return zone_of(service.gazetteer, service.zone, *there)


async def _read_before(tx: Transaction, report: Report, case: Case) -> None:
    """Coordinators were shown the words before: the history tells who read them, and nobody is rung about them any more."""
    await draft_lines.move(tx, report.id, case.id)
    await disclosure.take_back_draft(tx, report.id)
    await draft_card.touch(tx, report.id)


async def follow_report(
    tx: Transaction, service: Service, case: Case, report: Report, answers: Answers
) -> Case:
    """The report has more to say."""
    before = report_claims.newest_claims(await tx.claims.by(report_id=report.id))
    await report_claims.record_answers(tx, report, answers)
    after = report_claims.newest_claims(await tx.claims.by(report_id=report.id))
    situation = str(answers["situation"].value) if "situation" in answers else case.situation
    is_wanted = situation not in QUIET or await _is_called_to_court(tx, service, case, situation)
    wanted = not case.alerting and is_wanted and "place" in answers
    # Once called back, only a new word marks it again.
    over = case.alerting and not case.says_over and _tells_over(after) and not _tells_over(before)
    new = await facts.record(tx, service, case, *([facts.alarm_claim(tx, case)] if wanted else []))
    await live_cards.touch_case(tx, case.id)
    if new.state is CaseState.CLOSED:
        return new
    if over:
        return await mark_over(tx, service, new, report)
    if new.says_over and _goes_on(after) and not _goes_on(before):
        new = await mark_not_over(tx, service, new, report)
    more_urgent = new.priority == "urgent" and case.priority != "urgent"
    await second_lawyer.seek_if_wanted(tx, service, case, new)
    moved = new.region != case.region
    if new.state is CaseState.ACCEPTED:
        await _tell_owner(tx, service, new, more_urgent=more_urgent, moved=moved)
        if moved and new.region is not None:
            await _ask_there(tx, service, new)
    if not new.alerting or new.state is not CaseState.OPEN:
        return new
    if wanted:
        await lifecycle.ask_lawyers(tx, service, new)
    elif more_urgent or moved:
        asked = [offer for offer in await tx.alerts.by(case_id=case.id) if offer.state is OfferState.OFFERED]
        await lifecycle.search_again(tx, service, new)
        if moved and case.region is not None:
            await _tell_asked(tx, service, new, asked)
    return new


async def _is_called_to_court(tx: Transaction, service: Service, case: Case, situation: str) -> bool:
    if case.alerting or situation != told_in_court.TRIAL:
        return False
    zone = case_lines.zone_of(service, case)
    return told_in_court.is_called(await view_of(tx, case), situation, zone, tx.now)


async def _ask_there(tx: Transaction, service: Service, case: Case) -> None:
    """Somebody has the case, and it is in another region: lawyers there are asked at once, for the second place."""
    case = await facts.record(tx, service, case, facts.second_claim(tx, case))
    if second_is_sought(case):
        await lifecycle.search_again(tx, service, case)


async def _tell_asked(tx: Transaction, service: Service, case: Case, asked: Sequence[Offer]) -> None:
    """Those who were asked for the region that was wrong, and are not asked now, hear why."""
    for offer in asked:
        now = await tx.alerts.get(offer.id)
        member = await tx.members.get(offer.member_id)
        others = await tx.alerts.by(case_id=case.id)
        again = any(o.member_id == offer.member_id and o.state is OfferState.OFFERED for o in others)
        if now is None or member is None or again:
            continue
        there = await home_address(tx, member)
        language = await language_of(tx, service, there)
        place = service.gazetteer.name(case.city or case.region or "", language)
        text = service.words.say(language, "offer-elsewhere", place=place)
        sending.send_message(tx, service, there, Presentation(text, protect=True), Lane.NEWS)


async def _tell_owner(
    tx: Transaction, service: Service, case: Case, *, more_urgent: bool, moved: bool
) -> None:
    """The member who has the case hears of what may change everything; if the region changed, coordinators do too."""
    if more_urgent or moved:
        for alert in await tx.alerts.by(case_id=case.id, state=OfferState.ACCEPTED):
            for card in await tx.cards.by(subject="alert", subject_id=alert.id):
                await live_cards.renew(tx, "alert", alert.id, card.address_id, Lane.ALERT, case_id=case.id)
    if moved:
        await tasks.ask_coordinators(tx, service, case, TaskKind.MOVED, again=True)


def _tells_over(said: Mapping[tuple[str, int | None], Claim]) -> bool:
    """Pressed, or given as an answer: free words are asked about (handlers.reporting.said_to_be_out)."""
    ends = {"ongoing": "no", "situation": "over"}
    claims = (said.get((kind, None)) for kind in ends)
    return any(
        claim is not None and claim.value == ends[claim.kind] and claim.certainty is Certainty.SAID
        for claim in claims
    )


def _goes_on(said: Mapping[tuple[str, int | None], Claim]) -> bool:
    ongoing = said.get(("ongoing", None))
    return ongoing is not None and ongoing.value == "yes"


async def mark_over(tx: Transaction, service: Service, case: Case, report: Report) -> Case:
    """A reporter says that it is over: marked on the cards, and a coordinator is asked."""
    case = await _mark(tx, service, case, report, "says_over", TimelineKind.SAYS_OVER)
    await pause.begin(tx, service, case)
    return case


async def mark_not_over(tx: Transaction, service: Service, case: Case, report: Report) -> Case:
    """The reporter says the opposite: coordinators and who has the case hear of it; the search goes on at once."""
    case = await _mark(tx, service, case, report, "says_over", TimelineKind.SAYS_NOT_OVER, "no")
    if case.state is CaseState.ACCEPTED:
        await _tell_owner(tx, service, case, more_urgent=True, moved=False)
    await tasks.ask_coordinators(tx, service, case, TaskKind.GOES_ON, again=True)
    await escalation.go_on(tx, service, case)
    return case


async def mark_false(tx: Transaction, service: Service, case: Case, report: Report) -> Case:
    """A reporter says that it was a false alarm: nothing is deleted, a coordinator is asked."""
    case = await _mark(tx, service, case, report, "says_false", TimelineKind.SAYS_FALSE)
    await tasks.ask_coordinators(tx, service, case, TaskKind.FALSE, again=True)
    return case


async def _mark(
    tx: Transaction,
    service: Service,
    case: Case,
    report: Report,
    kind: str,
    line: TimelineKind,
    value: str = "yes",
) -> Case:
    case = await facts.record(tx, service, case, report_claims.make_claim(tx, report, Saying(kind, value)))
    await timeline.append(tx, case.id, 0, line, {})
    await live_cards.touch_case(tx, case.id)
    return case


async def _opens_many(tx: Transaction, report: Report) -> bool:
    """Limits slow, they never swallow: see MANY."""
    others = [r for r in await tx.reports.by(address_id=report.address_id) if r.opened_at is not None]
    return sum(1 for r in others if r.opened_at is not None and tx.now - r.opened_at < WITHIN) >= MANY


async def _free_code(tx: Transaction, pick: Callable[[int], int]) -> str:
    """One that is free. It does not tell how many cases there are."""
    while True:
        code = make_case_code(pick)
        if not await tx.cases.by(code=code):  # a count would flush the rows of the whole batch
            return code
