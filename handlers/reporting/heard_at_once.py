"""What a reporter writes in an open case makes a sound for who has it, else for coordinators: once a minute of one case at
most. What comes within that minute is heard when it is over; what is new and grave does not wait for it.
"""

from collections.abc import Mapping
from datetime import timedelta

from core.casework.turns import NEWS, HeardBy, question_key
from core.model import Case, Report
from core.presentation import Button, ButtonRows, Presentation, Style
from core.traffic import Lane, Timer
from core.vocabulary import CaseState, OfferState, TaskKind
from handlers.alerting import tasks
from handlers.casework import disclosure
from handlers.outbox import sending
from handlers.people.addresses import may_be_answered
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

KIND = "told"  # of the timer that is there while further words wait
TOGETHER = timedelta(minutes=1)
ASKED_BY_WORDS = frozenset(f"ask-{kind}" for kind in (TaskKind.UNANSWERED, TaskKind.PERSON, TaskKind.WHERE))


async def ring_of_words(
    tx: Transaction, service: Service, case: Case, fact: str = NEWS, *, by_code: bool = False
) -> None:
    """Something is told of this case: now, or when the minute is over."""
    if case.state is CaseState.CLOSED:
        return
    waits = await tx.timers.get(_key(case))
    if waits is not None and waits.due_at == tx.now + TOGETHER:
        return  # it rang for these words already
    if waits is not None and waits.due_at < tx.now + TOGETHER:  # else the clock was put back
        tx.timers.put(Timer(waits.key, KIND, waits.due_at, case.id, attempts=1))
        return
    note_heard(tx, case)
    if case.state is CaseState.ACCEPTED:
        await sound_facts(tx, service, case, HeardBy((fact,)), by_code=by_code)
    elif not await is_read_already(tx, case):
        await tasks.ask_coordinators(tx, service, case, TaskKind.TOLD, again=True)


async def is_read_already(tx: Transaction, case: Case) -> bool:
    """Whether the same words have just asked coordinators something, with a sound: one is enough."""
    there = await tx.cards.by(subject=f"ask-{TaskKind.ELSEWHERE}", subject_id=case.id)
    on_its_way = any(card.message_id is None and card.failed is None and card.wakes for card in there)
    asked = [card for card in await tx.cards.by(case_id=case.id) if card.subject in ASKED_BY_WORDS]
    return on_its_way or any(card.rang_at == tx.now for card in asked)


def note_heard(tx: Transaction, case: Case) -> None:
    """It made a sound: what is merely told next waits for the end of this minute."""
    tx.timers.put(Timer(_key(case), KIND, tx.now + TOGETHER, case.id))


async def on_minute_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """What came meanwhile is heard."""
    case = await tx.cases.get(timer.subject_id)
    if timer.attempts and case is not None:
        await ring_of_words(tx, service, case)


def _key(case: Case) -> str:
    return f"told:{case.id}:{case.owner_id or 0}"


async def sound_facts(
    tx: Transaction,
    service: Service,
    case: Case,
    heard: HeardBy,
    *,
    by_code: bool = False,
    answering: Report | None = None,
    asked: frozenset[str] = frozenset(),
) -> None:
    """For who has the case. ``answering``: the report whose question the same words ask, so that there is one sound;
    ``asked``: what is asked about.
    """
    told = {fact: fact in asked for fact in heard.owner}
    for alert in await tx.alerts.by(case_id=case.id, state=OfferState.ACCEPTED):
        for card in await tx.cards.by(subject="alert", subject_id=alert.id):
            if card.message_id is not None:  # else the card itself comes as a new message
                await _sound_at(tx, service, case, card.address_id, told, by_code, answering)


async def _sound_at(
    tx: Transaction,
    service: Service,
    case: Case,
    address_id: int,
    told: Mapping[str, bool],
    by_code: bool,
    answering: Report | None,
) -> None:
    language = await language_of(tx, service, address_id)
    words = {service.words.say(language, f"fact-{fact}"): is_asked for fact, is_asked in told.items()}
    named = ", ".join(
        service.words.say(language, "fact-asked", fact=said) if is_asked else said
        for said, is_asked in words.items()
    )
    if by_code:
        named = f"{named} ({service.words.say(language, 'words-by-code')})"
    text = service.words.say(language, "fact-new", code=case.code, facts=named)
    rows: ButtonRows = ()
    if answering is not None:
        for sent in await tx.outgoing.newest(1, address_id=address_id):
            if sent.topic == question_key(case.id):
                sending.withdraw(tx, sent)
        label = service.words.say(language, "button-words-answer")
        if await may_be_answered(tx, answering):
            rows = ((Button(label, f"respond:{answering.id}", Style.PRIMARY),),)
    sending.send_message(
        tx,
        service,
        address_id,
        Presentation(text, rows, protect=True),
        Lane.ALERT,
        key=disclosure.new_key(tx, case),
    )
