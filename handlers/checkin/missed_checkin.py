"""A check-in that was missed: unverified, and first of all a matter for the coordinators.

It becomes a case; coordinators are asked about it, with a number to ring, until one of them opens it. Lawyers are asked at
the time of each (handlers.checkin.lawyers), unless it is said to be over, was closed, or a coordinator says that they are
ringing. However many check-ins are missed together, none of them is left out. If the person reports that it has happened,
that case gets what the check-in told, and nobody waits for them any more.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.casework.transitions import ringing_key
from core.conversation.forms import Answer, Answers, AnswerSource
from core.forgetting.retention_terms import DEFAULTS
from core.model import Case, Entry, Report
from core.records.check_ins import WELL_CARD, CheckIn
from core.traffic import Timer
from core.values import CountKind, Moment, People, Place, Precision, value_to_data
from core.vocabulary import MYSELF, PHONE, SOS, CaseState, CheckInState, ReportState, TaskKind
from handlers.alerting import tasks
from handlers.alerting.timer_keys import check_in_key
from handlers.cards import live_cards, missed_card
from handlers.casework import case_opening, facts, lifecycle, report_claims
from handlers.casework.report_claims import Saying
from handlers.checkin import lawyers
from handlers.forms import entries
from handlers.forms.dialogues import state_of
from handlers.reporting import asides, on_behalf
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

AGAIN = timedelta(minutes=10)  # coordinators are asked again until one of them has opened it
KEPT = DEFAULTS.checkins  # in which "I am fine" is still understood


async def mark_missed(tx: Transaction, service: Service, checkin: CheckIn, *, cries: bool = False) -> None:
    """Nobody wrote: coordinators are asked. That chat hears nothing: who holds the phone is not known. ``cries``: they wrote
    that they are not well.
    """
    address = await tx.addresses.get(checkin.address_id)
    if address is None:
        return
    told = await answers_of_checkin(tx, checkin)
    about = told["about"].value if "about" in told else None
    answers = _as_report_answers(tx, told)
    urgent = [PHONE] * (address.silenced_at is not None) + [SOS] * cries
    if urgent:
        answers["urgent"] = Answer(tuple(urgent), AnswerSource.IMPLIED, tx.now)
    report, case = await case_of(tx, checkin)
    if report is None or case is None:
        draft = report if report is not None and report.state is ReportState.DRAFT else None
        typed = await asides.become_draft(on_behalf.turn_of(tx, service, address)) if draft is None else None
        said = await tx.entries.by(report_id=typed.id) if typed is not None else []
        known = any(about == entry.payload.get("text") for entry in said)
        words = about if isinstance(about, str) and not known else ""
        draft = draft or typed
        report, case = await on_behalf.open_case(
            tx, service, address, answers, words, TaskKind.CHECK_IN, draft=draft
        )
    else:  # a coordinator has made a case of what was written meanwhile
        await tasks.ask_coordinators(tx, service, case, TaskKind.CHECK_IN)
    until = value_to_data(Moment(checkin.due, Precision.MINUTE, exact=True))
    case = await facts.record(
        tx, service, case, report_claims.make_claim(tx, report, Saying("checkin", until))
    )
    checkin = tx.checkins.put(replace(checkin, state=CheckInState.MISSED, report_id=report.id))
    if await lawyers.names_police_in(tx, service, checkin):
        await tasks.ask_apart(tx, case, TaskKind.CHECK_IN)
    if await tx.cards.by(subject=WELL_CARD, subject_id=checkin.id):
        await says_well(tx, service, report, case, "unconfirmed")
    dialogue = await tx.dialogues.get(checkin.dialogue_id)
    if dialogue is not None:  # the report has it now
        tx.dialogues.put(replace(dialogue, answers={}))
    if cries:
        await lifecycle.ask_lawyers(tx, service, case)
    due = await lawyers.due(tx, service, checkin, case)
    tx.timers.put(
        Timer(
            check_in_key(checkin.id),
            "check-in",
            min(tx.now + AGAIN, due) if due > tx.now else tx.now + AGAIN,
            checkin.id,
        )
    )


async def miss_crying(tx: Transaction, service: Service, checkin: CheckIn) -> None:
    """They write that they are not well: coordinators and lawyers hear at once."""
    await mark_missed(tx, service, checkin, cries=True)


async def cry(tx: Transaction, service: Service, checkin: CheckIn) -> None:
    """The same, after it was missed: it is urgent now, and the one who has it hears of it."""
    report, case = await case_of(tx, checkin)
    if report is None or case is None or case.state is CaseState.CLOSED:
        return
    urgent = report_claims.make_claim(tx, report, Saying("urgent", value_to_data((SOS,))))
    case = await facts.record(tx, service, case, urgent)
    if case.says_over:
        case = await case_opening.mark_not_over(tx, service, case, report)
    if case.state is CaseState.OPEN:
        await lifecycle.ask_lawyers(tx, service, case)
    else:
        await lifecycle.tell_owner(tx, case)
    await live_cards.touch_case(tx, case.id)


async def ask_again(tx: Transaction, service: Service, checkin: CheckIn) -> None:
    """Coordinators are asked again until one has opened it; at its own time lawyers are. A coordinator who rings says so,
    and both wait.

    After two days nothing is kept of it beside the case.
    """
    _, case = await case_of(tx, checkin)
    await missed_card.touch(tx)
    if case is None or case.state is not CaseState.OPEN or case.alerting or case.says_over:
        tx.timers.put(Timer(check_in_key(checkin.id), "check-in", checkin.due + KEPT, checkin.id))
        return
    ringing = await tx.timers.get(ringing_key(case.id))
    if ringing is not None and ringing.due_at > tx.now:
        tx.timers.put(Timer(check_in_key(checkin.id), "check-in", ringing.due_at, checkin.id))
        return
    due = await lawyers.due(tx, service, checkin, case)
    if case.region is not None and tx.now >= due:
        await lifecycle.ask_lawyers(tx, service, case)
    elif not await tx.cards.by(subject="case", subject_id=case.id):
        await tasks.ask_coordinators(tx, service, case, TaskKind.CHECK_IN, again=True)
    wait = min(AGAIN, due - tx.now) if due > tx.now else AGAIN
    tx.timers.put(Timer(check_in_key(checkin.id), "check-in", tx.now + wait, checkin.id))


async def hear(turn: Turn, checkin: CheckIn) -> bool:
    """They write, and it may be that they are well: it stands with the case, and ends nothing. True: that they are well was
    confirmed before.
    """
    report, case = await case_of(turn.tx, checkin)
    if report is None or case is None:
        return False
    await entries.keep(turn, report.id)
    if not case.says_over:
        await says_well(turn.tx, turn.service, report, case, "unconfirmed")
    await live_cards.touch_case(turn.tx, case.id)
    return case.says_over


async def note_sign_of_life(tx: Transaction, service: Service, checkin: CheckIn) -> None:
    """They say twice that they are well: nothing ends by that, a coordinator calls back."""
    report, case = await case_of(tx, checkin)
    if report is not None and case is not None and case.state is not CaseState.CLOSED:
        case = await says_well(tx, service, report, case, "confirmed")
        await case_opening.mark_over(tx, service, case, report)
    await missed_card.touch(tx)


async def says_well(tx: Transaction, service: Service, report: Report, case: Case, how: str) -> Case:
    """What stands on the cards of it."""
    return await facts.record(
        tx, service, case, report_claims.make_claim(tx, report, Saying("says_well", how))
    )


async def is_closed(tx: Transaction, checkin: CheckIn) -> bool:
    """Whether its case was closed: what comes then is no answer to it."""
    _, case = await case_of(tx, checkin)
    return case is not None and case.state is CaseState.CLOSED


async def case_of(tx: Transaction, checkin: CheckIn) -> tuple[Report | None, Case | None]:
    """What was written since it was set, or what it became; and the case."""
    report = await tx.reports.get(checkin.report_id) if checkin.report_id is not None else None
    case = await tx.cases.get(report.case_id) if report is not None and report.case_id is not None else None
    return report, case


async def answers_of_checkin(tx: Transaction, checkin: CheckIn) -> Answers:
    """What the check-in told: place, about, contact."""
    dialogue = await tx.dialogues.get(checkin.dialogue_id)
    return state_of(dialogue).answers if dialogue is not None else {}


def _as_report_answers(tx: Transaction, told: Answers) -> dict[str, Answer]:
    """What the check-in told, as a report says it: somebody cannot be found, and it is the writer."""
    place, contact = told.get("place"), told.get("contact")
    answers = {
        "situation": Answer("missing", AnswerSource.IMPLIED, tx.now),
        "place": Answer(Place(unknown=True), AnswerSource.IMPLIED, tx.now),
        "who": Answer(People(count=1, kind=CountKind.EXACT), AnswerSource.WORDS, tx.now),
        "link": Answer("self", AnswerSource.IMPLIED, tx.now),
    }
    if place is not None and isinstance(place.value, Place):
        answers["place"] = place
    if contact is not None and contact.value is not None:
        answers["contact"] = contact
    return answers


async def join_case(tx: Transaction, service: Service, checkin: CheckIn) -> bool:
    """Whether a case of the same person was opened since: it hears where they went, and what about."""
    found = await _case_opened_since(tx, checkin)
    if found is None:
        return False
    report, case = found
    answers = await answers_of_checkin(tx, checkin)
    place = answers["place"].value if "place" in answers else None
    about = answers["about"].value if "about" in answers else None
    said = [words for words in (about, place.text if isinstance(place, Place) else "") if words]
    if said:
        tx.entries.add(Entry(tx.new_id(), report.id, tx.now, "words", {"text": " · ".join(map(str, said))}))
    draft = await tx.reports.get(checkin.report_id) if checkin.report_id is not None else None
    if draft is not None and draft.state is ReportState.DRAFT:  # what was written while they were waited for
        for entry in await tx.entries.by(report_id=draft.id):
            tx.entries.put(replace(entry, report_id=report.id))
    until = value_to_data(Moment(checkin.due, Precision.MINUTE, exact=True))
    await facts.record(tx, service, case, report_claims.make_claim(tx, report, Saying("checkin", until)))
    return True


async def _case_opened_since(tx: Transaction, checkin: CheckIn) -> tuple[Report, Case] | None:
    """The newest case that this chat opened about itself since the check-in was set."""
    for report in reversed(await tx.reports.by(address_id=checkin.address_id)):
        if report.case_id is None or report.opened_at is None or report.opened_at < checkin.created_at:
            continue
        case = await tx.cases.get(report.case_id)
        if case is not None and case.situation == MYSELF and case.state is not CaseState.CLOSED:
            return report, case
    return None
