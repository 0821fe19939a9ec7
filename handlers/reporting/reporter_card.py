"""The reporter's side of a report: one card with what we have, what happens now, and what is asked.

It is drawn again when something changes, and edited in place, so that a burst of messages is answered once. It comes as
a new message, and takes the old one's place, only when something new has to be heard: the code has just been given, or
another question is asked after a silence.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from core.casework.ownership import actions_shown
from core.casework.turns import asked_out_key
from core.conversation.forms import FormState, current_question
from core.conversation.screen import present_card, present_known, present_problem
from core.conversation.step import FormStep, StepOutcome
from core.incoming import IncomingKind
from core.model import Dialogue, Report
from core.presentation import Presentation
from core.timeline import TimelineKind
from core.traffic import Card, Lane
from core.vocabulary import (
    CaseState,
    DialogueState,
    ReportState,
    WhoIsAsked,
    outcome_key,
    reporter_outcome,
)
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.forms import dialogues
from handlers.forms.report_form import FORM
from handlers.outbox import sending
from handlers.people import readers
from handlers.people.membership import members_at
from handlers.reporting import held_asked
from handlers.service import Service
from handlers.turn import Turn
from storage.row_map import Wanted
from storage.transaction import Transaction

SUBJECT = "report"
CALM = timedelta(seconds=5)  # of silence after which another question comes as a new message


async def show(turn: Turn, dialogue: Dialogue, before: FormState, taken: FormStep) -> None:
    """After a step: what was wrong or noted is said, and the card follows."""
    if dialogues.ask_to_share(turn, FORM, taken):
        return
    said = present_problem(FORM, taken, turn.language, dialogues.setting_of(turn))
    if said.text:
        turn.show(said, topic="problem")
    if taken.outcome is StepOutcome.UNCHANGED:
        return
    card = await _card_of(turn.tx, dialogue.subject_id, turn.address.id)
    is_answer = turn.incoming.kind is IncomingKind.MESSAGE
    is_new = (
        is_answer
        or taken.outcome is StepOutcome.ENOUGH
        or _what_is_asked(before) != _what_is_asked(taken.state)
    )
    in_place = turn.incoming.kind is IncomingKind.TAP and taken.outcome is not StepOutcome.ENOUGH
    in_burst = card is not None and turn.now - card.created_at < CALM
    if card is None or (
        is_new and not in_place and (taken.outcome is StepOutcome.ENOUGH or said.text or not in_burst)
    ):
        await renew(turn, dialogue.subject_id)
    else:
        live_cards.touch_at_once(turn.tx, card)


async def renew(turn: Turn, report_id: int) -> None:
    """The card as the last message of the chat: first it comes, then the old one goes, so that nobody waits for that."""
    tx = turn.tx
    report = await tx.reports.get(report_id)
    old = await _card_of(tx, report_id, turn.address.id)
    case_id = (report.case_id if report is not None else None) or 0
    new = Card(tx.new_id(), SUBJECT, report_id, turn.address.id, Lane.REPLY, turn.now, case_id=case_id)
    if old is not None:
        tx.cards.remove(old.id)
        if old.message_id is not None:
            sending.take_message_away(tx, old.address_id, old.message_id, old.created_at, lane=Lane.EDIT)
    tx.cards.add(new)
    turn.is_answered = True


async def touch(tx: Transaction, report_id: int) -> None:
    """Something that the card of this report shows may have changed, or the report has gone to another chat."""
    for card in await tx.cards.by(subject=SUBJECT, subject_id=report_id):
        live_cards.touch(tx, card)


async def follow_case(tx: Transaction, report_id: int, case_id: int) -> None:
    """The report feeds another case from now on."""
    for card in await tx.cards.by(subject=SUBJECT, subject_id=report_id):
        live_cards.touch(tx, replace(card, case_id=case_id))


def wanted_rows(tx: Transaction, cards: Sequence[Card]) -> tuple[Wanted, ...]:
    """What those of these cards that are reporters' are drawn from."""
    own = [card for card in cards if card.subject == SUBJECT]
    reports = [card.subject_id for card in own]
    return (
        tx.reports.want("id", reports),
        tx.dialogues.want("subject_id", reports, form=FORM.name),
        tx.alerts.want("case_id", [card.case_id for card in own if card.case_id]),
    )


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """How it looks now; None where the report is wiped, has gone elsewhere, or nothing is left to show."""
    report = await tx.reports.get(card.subject_id)
    found = await tx.dialogues.by(form=FORM.name, subject_id=card.subject_id)
    address = await tx.addresses.get(card.address_id)
    if report is None or address is None or not found:
        return None
    if report.state is ReportState.EXPIRED or report.address_id != card.address_id:
        return None
    members = await members_at(tx, address.id)
    language = readers.reader_language(service, address, members)
    is_open = found[-1].state is DialogueState.OPEN
    since = card.created_at if is_open else None  # else it is all that stays
    has_changed = since is None or await _has_changed(tx, report, since)
    happens = await _what_happens(tx, service, language, report, address.messenger) if has_changed else ""
    setting = dialogues.setting_for_messenger(service, address.messenger)
    state = dialogues.state_of(found[-1])
    if is_open:
        is_member = any(member.suspended_at is None for member in members)
        asked = await held_asked.held_question(tx, service, language, report, state, hides=not is_member)
        if asked is not None:
            known = present_known(FORM, state, language, setting, happens, since).text
            return replace(asked, text="\n\n".join(filter(None, (known, asked.text))))
        form = replace(FORM, actions=()) if is_member else FORM
        shown = present_card(form, state, language, setting, happens, since)
        is_new = bool(present_known(form, state, language, setting, happens, since).text)
        return (
            shown
            if is_new
            else replace(
                shown,
                text="\n\n".join(filter(None, (service.words.say(language, "report-joined"), shown.text))),
            )
        )
    shown = present_known(FORM, state, language, setting, happens)
    return shown if shown.text else None


async def _has_changed(tx: Transaction, report: Report, since: datetime) -> bool:
    """Whether something has happened to the report since its last card: only that is told."""
    if report.case_id is None:
        return report.created_at >= since
    return any(entry.at >= since for entry in await tx.timeline.by(case_id=report.case_id))


async def _what_happens(
    tx: Transaction, service: Service, language: str, report: Report, messenger: str
) -> str:
    """Who is on it; first of all, who sees what. Nothing for a person who wants no news here: somebody may look into the
    phone.
    """
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None:
        return service.words.say(language, service.who_reads(messenger, "card-draft"))
    if report.consent == "no" or case.says_over or await tx.timers.get(asked_out_key(report.id)):
        return ""
    asked = len(await tx.alerts.by(case_id=case.id)) if case.alerting else 0
    state: str = case.state if case.state is not CaseState.OPEN else "asked" if asked else "kept"
    if state == "kept" and case.alerting and await tasks.who_is_asked(tx, case) is WhoIsAsked.NOBODY:
        state = "nobody"
    if state == CaseState.ACCEPTED and TimelineKind.AT_STATION in actions_shown(
        await tx.timeline.by(case_id=case.id)
    ):
        state = "station"
    how = service.words.say(language, outcome_key(reporter_outcome(case.outcome)))
    return service.words.say(language, f"card-{state}", asked=asked, how=how)


async def _card_of(tx: Transaction, report_id: int, address_id: int) -> Card | None:
    found = await tx.cards.by(subject=SUBJECT, subject_id=report_id)
    return next((card for card in found if card.address_id == address_id), None)


def asks_something(state: FormState) -> bool:
    """Whether a question stands, and not only that anything may be written."""
    return not state.listening and current_question(FORM, state) is not None


def _what_is_asked(state: FormState) -> tuple[str | None, bool, bool]:
    """What is asked, and in which words."""
    question = current_question(FORM, state)
    return question.name if question is not None else None, state.unanswered > 0, state.listening
