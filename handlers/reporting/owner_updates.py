"""What a reporter says later reaches the member who has the case: on the card at once and without a sound, no matter what is
open; with a sound when it tells a fact that matters to a lawyer. The sound says which fact, and no word of the reporter.
"""

from collections.abc import Sequence
from datetime import timedelta

from core.incoming import IncomingKind
from core.model import Case, Report
from core.presentation import Presentation
from core.traffic import Lane, Timer
from core.understanding.later import facts_told, has_lawyer
from core.vocabulary import CaseState, OfferState, TaskKind
from handlers.alerting import pause
from handlers.cards import live_cards
from handlers.casework import disclosure, relay
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.reporting import subject_of_words
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

GUEST = "standing"  # marks what was said by somebody who is not known to be the reporter
ENDS = frozenset({"released", "lawyer"})  # what lets a lawyer stop
AGAIN = timedelta(minutes=10)  # the same fact makes no second sound before


async def on_heard(turn: Turn) -> None:
    """After everything else: the owner hears of words that were about a case. What is forwarded tells nothing of today."""
    entry = await turn.tx.entries.get(turn.entry_id) if turn.entry_id is not None else None
    report = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    if entry is not None and report is not None and turn.incoming.kind is not IncomingKind.TAP:
        if (
            GUEST in entry.payload
        ):  # of a chat that has only the code: nothing ends by it, and no answer is awaited of it
            await _sound_facts(turn.tx, turn.service, report, turn.incoming.text, by_code=True)
            return
        text = "" if turn.incoming.forwarded else turn.incoming.text
        await tell_owner(turn.tx, turn.service, report, text)
        await _stop_for_own_lawyer(turn, report, text)


async def _stop_for_own_lawyer(turn: Turn, report: Report, text: str) -> None:
    """While lawyers are asked: nobody else is, until a coordinator can have called back. Said once."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None or case.state is not CaseState.OPEN or not case.alerting or case.says_over:
        return
    if not has_lawyer(text, turn.service.heard):
        return
    asked = await turn.tx.cards.by(subject=f"ask-{TaskKind.OWN_LAWYER}", subject_id=case.id)
    if not asked:
        await pause.begin_for_own_lawyer(turn.tx, turn.service, case)
        turn.reply("report-own-lawyer")


async def show_on_cards(tx: Transaction, report: Report) -> None:
    """What is said in this report stands on its cards."""
    for card in await tx.cards.by(case_id=report.case_id) if report.case_id is not None else ():
        live_cards.touch(tx, card)


async def tell_owner(tx: Transaction, service: Service, report: Report, text: str) -> None:
    """These words were put into this report."""
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None:
        return
    await relay.tell_answered(tx, service, report, case)
    await _sound_facts(tx, service, report, text)


async def _sound_facts(
    tx: Transaction, service: Service, report: Report, text: str, *, by_code: bool = False
) -> None:
    await show_on_cards(tx, report)
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None or case.state is not CaseState.ACCEPTED:
        return
    told = [fact for fact in facts_told(text, service.heard) if not (by_code and fact in ENDS)]
    if "released" in told and await subject_of_words.is_somebody_else_home(tx, service, report, text):
        told.remove("released")
    new = [fact for fact in told if await _is_new(tx, case, fact)]
    for alert in await tx.alerts.by(case_id=case.id, state=OfferState.ACCEPTED) if new else ():
        for card in await tx.cards.by(subject="alert", subject_id=alert.id):
            if card.message_id is not None:  # else the card itself comes as a new message
                await _sound_at(tx, service, case, card.address_id, new, by_code)


async def _is_new(tx: Transaction, case: Case, fact: str) -> bool:
    key = f"fact:{case.id}:{fact}"
    told = await tx.timers.get(key)
    tx.timers.put(Timer(key, "forget", tx.now + AGAIN, case.id))
    return told is None


async def _sound_at(
    tx: Transaction, service: Service, case: Case, address_id: int, facts: Sequence[str], by_code: bool
) -> None:
    language = await language_of(tx, service, address_id)
    named = ", ".join(service.words.say(language, f"fact-{fact}") for fact in facts)
    if by_code:
        named = f"{named} ({service.words.say(language, 'words-by-code')})"
    text = service.words.say(language, "fact-new", code=case.code, facts=named)
    sending.send_message(
        tx,
        service,
        address_id,
        Presentation(text, protect=True),
        Lane.ALERT,
        key=disclosure.new_key(tx, case),
    )
