"""The table of contents: what happens when. Every behaviour of the service is found from here.

COMMANDS   typed by anybody, in a private chat
BUTTONS    ``action:argument`` on inline buttons; form buttons are ``form/question:value`` and go to FORMS
FORMS      conversations and what follows from their answers
TIMERS     what happens when a timer of this kind comes due
PARKED     what happens when one failed for good
CARDS      how a card of this subject looks now
"""

from collections.abc import Awaitable, Callable

from bot.core.presentation import Presentation
from bot.core.traffic import Card, Timer
from bot.core.vocabulary import AskKind
from handlers import commands
from handlers.alerting import escalation
from handlers.cards import ask_card, case_card, overviews
from handlers.casework import closing, coordinator_buttons, first_action, lawyer_buttons, open_with_reason
from handlers.daily import chains, digest, housekeeping
from handlers.forms.dialogues import Follow
from handlers.reporting import (
    case_from_draft,
    drafts,
    hide,
    receipt_codes,
    reports,
    words_moved,
    words_placed,
)
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

COMMANDS: dict[str, Callable[[Turn], Awaitable[None]]] = {
    "start": reports.on_start,
    "report": reports.on_report_asked,
    "sos": reports.on_sos,
    "hide": hide.on_hide_asked,
    "language": commands.on_language_asked,
    "help": commands.on_help,
    "id": commands.on_id,
    "case": commands.on_case,
    "cases": commands.on_cases,
}

BUTTONS: dict[str, Callable[[Turn, str], Awaitable[None]]] = {
    # the reporter's
    "hide": hide.on_hide_asked,
    "language": commands.on_language_chosen,
    "continue": reports.on_continued,
    "drop": drafts.on_dropped,
    "which": words_placed.on_which,
    "new": words_moved.on_new,
    # the lawyer's
    "accept": lawyer_buttons.on_accepted,
    "decline": lawyer_buttons.on_declined,
    "why": lawyer_buttons.on_reason_given,
    "back": lawyer_buttons.on_given_back,
    "first": lawyer_buttons.on_first_action,
    "closing": closing.on_closing,
    "closed": closing.on_closed,
    "keep": closing.on_kept,
    # the coordinator's, and of whoever holds the case
    "open": coordinator_buttons.on_open_asked,
    "take": coordinator_buttons.on_took,
    "rung": coordinator_buttons.on_rung,
    "ask": coordinator_buttons.on_lawyers_wanted,
    "reopen": coordinator_buttons.on_reopened,
    "coding": coordinator_buttons.on_coding,
    "coded": coordinator_buttons.on_coded,
    "still": coordinator_buttons.on_still_held,
    "words": coordinator_buttons.on_words_asked,
    "history": coordinator_buttons.on_history_asked,
    "files": coordinator_buttons.on_files_asked,
    "mute": coordinator_buttons.on_muting,
    "unmute": coordinator_buttons.on_unmuted,
    "adopt": case_from_draft.on_adopted,
}

FORMS: dict[str, Follow] = {
    "report": reports.REPORT,
    "opening": open_with_reason.OPENING,
}

TIMERS: dict[str, Callable[[Transaction, Service, Timer], Awaitable[None]]] = {
    "escalation": escalation.on_escalation_due,
    "first-action": first_action.on_first_action_due,
    "draft": drafts.on_draft_due,
    "wipe": drafts.on_wipe_due,
    "which": words_placed.on_which_due,
    "forget": receipt_codes.on_tries_forgotten,
    "digest": digest.on_digest_due,
    "housekeeping": housekeeping.on_housekeeping_due,
    "chains": chains.on_chains_due,
}

CARDS: dict[str, Callable[[Transaction, Service, Card], Awaitable[Presentation | None]]] = {
    "alert": case_card.alert,
    "case": case_card.opened,
    "board": overviews.board,
    "list": overviews.offers,
    "draft": drafts.view,
    **{f"ask-{kind}": ask_card.ask for kind in AskKind},
}


PARKED: dict[str, Callable[[Transaction, Service, Timer], Awaitable[None]]] = {
    "escalation": first_action.on_parked,
    "first-action": first_action.on_parked,
    "digest": lambda tx, service, timer: digest.schedule(tx, service),
    "housekeeping": lambda tx, service, timer: housekeeping.schedule(tx, service),
    "chains": lambda tx, service, timer: chains.schedule(tx, service),
}


async def on_timer_parked(tx: Transaction, service: Service, timer: Timer) -> None:
    """A timer was given up: what is for every day goes on the next day, and a person looks after its case."""
    if timer.kind in PARKED:
        await PARKED[timer.kind](tx, service, timer)


async def on_timer(tx: Transaction, service: Service, timer: Timer) -> None:
    """A timer has come due: it is gone, unless its handler sets it again."""
    tx.timers.remove(timer.key)
    await TIMERS[timer.kind](tx, service, timer)
