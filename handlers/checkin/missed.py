"""A check-in that was missed: unverified, and first of all the coordinators'.

It becomes a case of which they are asked, with a number to ring. Lawyers are asked when a coordinator says so, or when
nobody has looked for half an hour. Where many at one place are silent at one time the network is more likely gone than all
of them: that is told once, and no lawyer is asked by itself.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.conversation.forms import Answer, Answers, Source
from bot.core.forgetting.terms import DEFAULTS
from bot.core.in_a_chat import CheckIn
from bot.core.traffic import Timer
from bot.core.values import CountKind, Moment, People, Place, Precision, to_data
from bot.core.vocabulary import PHONE, AskKind, CaseState, CheckInState
from handlers.alerting import asks
from handlers.alerting.keys import check_in_key
from handlers.casework import facts, lifecycle, opening, sayings
from handlers.casework.sayings import Saying
from handlers.forms.dialogues import state_of
from handlers.reporting import on_behalf
from handlers.service import Service
from storage.transaction import Transaction

AGAIN = timedelta(minutes=10)  # coordinators are asked anew until one of them has opened it
UNSEEN = timedelta(minutes=30)  # after which lawyers are asked
TOGETHER = timedelta(minutes=15)  # between the times of check-ins that are silent together
KEPT = DEFAULTS.checkins  # in which "I am fine" is still understood
MANY = 5  # chats in one region: rather the network than all of them


async def miss(tx: Transaction, service: Service, one: CheckIn) -> None:
    """Nobody wrote: coordinators are asked. That chat hears nothing: who holds the phone is not known."""
    address = await tx.addresses.get(one.address_id)
    if address is None:
        return
    told = await told_by(tx, one)
    about = told["about"].value if "about" in told else None
    together = await _silent_together(tx, one)
    jammed = _are_many(one, together)
    answers = _answers(tx, told)
    if address.silenced_at is not None:
        answers["urgent"] = Answer((PHONE,), Source.IMPLIED, tx.now)
    words = about if isinstance(about, str) else ""
    report, case = await on_behalf.open_case(tx, service, address, answers, words, AskKind.CHECK_IN)
    until = to_data(Moment(one.due, Precision.MINUTE, exact=True))
    await facts.note(tx, service, case, sayings.claim_of(tx, report, Saying("checkin", until)))
    tx.checkins.put(replace(one, state=CheckInState.MISSED, report_id=report.id))
    dialogue = await tx.dialogues.get(one.dialogue_id)
    if dialogue is not None:  # the report has it now
        tx.dialogues.put(replace(dialogue, answers={}))
    if jammed:
        await _tell_of_many(tx, service, together[0])
    tx.timers.put(Timer(check_in_key(one.id), "check-in", tx.now + AGAIN, one.id))


async def on_waited(tx: Transaction, service: Service, one: CheckIn) -> None:
    """Until a coordinator has opened it they are asked again; then, where it is no failure of the network, lawyers are.

    After two days nothing is kept of it beside the case.
    """
    if await _is_looked_at(tx, one):
        tx.timers.put(Timer(check_in_key(one.id), "check-in", one.due + KEPT, one.id))
        return
    report = await tx.reports.get(one.report_id or 0)
    case = await tx.cases.get(report.case_id or 0) if report is not None else None
    if case is None:
        return
    jammed = _are_many(one, await _silent_together(tx, one))
    if not jammed and case.region is not None and tx.now >= one.due + UNSEEN:
        await lifecycle.lawyers_wanted(tx, service, case)
    elif not jammed:
        await asks.put(tx, service, case, AskKind.CHECK_IN, again=True)
    tx.timers.put(Timer(check_in_key(one.id), "check-in", tx.now + AGAIN, one.id))


async def _is_looked_at(tx: Transaction, one: CheckIn) -> bool:
    """Whether nothing has to be asked of it any more: lawyers are, a coordinator has opened it, or it is said to be over."""
    report = await tx.reports.get(one.report_id or 0)
    case = await tx.cases.get(report.case_id or 0) if report is not None else None
    if case is None or case.state is not CaseState.OPEN or case.alerting or case.says_over:
        return True
    return bool(await tx.cards.by(subject="case", subject_id=case.id))


async def answered(tx: Transaction, service: Service, one: CheckIn) -> None:
    """They write that they are fine, or somebody does: nothing ends by that, a coordinator calls back."""
    report = await tx.reports.get(one.report_id or 0)
    case = await tx.cases.get(report.case_id or 0) if report is not None else None
    if report is not None and case is not None and case.state is not CaseState.CLOSED:
        await opening.says_over(tx, service, case, report)


async def told_by(tx: Transaction, one: CheckIn) -> Answers:
    """What the check-in told: place, about, contact."""
    dialogue = await tx.dialogues.get(one.dialogue_id)
    return state_of(dialogue).answers if dialogue is not None else {}


def _answers(tx: Transaction, told: Answers) -> dict[str, Answer]:
    """What the check-in told, as a report says it: somebody cannot be found, and it is the writer."""
    place, contact = told.get("place"), told.get("contact")
    answers = {
        "situation": Answer("missing", Source.IMPLIED, tx.now),
        "place": Answer(Place(unknown=True), Source.IMPLIED, tx.now),
        "who": Answer(People(count=1, kind=CountKind.EXACT), Source.WORDS, tx.now),
        "link": Answer("self", Source.IMPLIED, tx.now),
    }
    if place is not None and isinstance(place.value, Place):
        answers["place"] = place
    if contact is not None and contact.value is not None:
        answers["contact"] = contact
    return answers


async def _silent_together(tx: Transaction, one: CheckIn) -> list[CheckIn]:
    """Others of this region that were missed about this time, oldest first."""
    if one.region is None:
        return []
    found = await tx.checkins.by(region=one.region, state=CheckInState.MISSED)
    return [other for other in found if other.id != one.id and abs(other.due - one.due) <= TOGETHER]


def _are_many(one: CheckIn, together: list[CheckIn]) -> bool:
    """Whether so many people are silent at once; several check-ins of one chat are one person's."""
    return len({one.address_id, *(other.address_id for other in together)}) >= MANY


async def _tell_of_many(tx: Transaction, service: Service, first: CheckIn) -> None:
    """One question about all of them, on the first one's case."""
    report = await tx.reports.get(first.report_id or 0)
    case = await tx.cases.get(report.case_id or 0) if report is not None else None
    if case is not None:
        await asks.put_once(tx, service, case, AskKind.SILENT)
