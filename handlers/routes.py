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
from handlers import (
    adopting,
    alerting,
    ask_views,
    belonging,
    case_timers,
    closing,
    commands,
    coordinators,
    digests,
    drafts,
    hiding,
    housekeeping,
    lawyers,
    openings,
    overviews,
    parting,
    receipts,
    reports,
    views,
)
from handlers.asks import KINDS
from handlers.dialogues import Follow
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

COMMANDS: dict[str, Callable[[Turn], Awaitable[None]]] = {
    "start": reports.on_start,
    "report": reports.on_report_asked,
    "sos": reports.on_sos,
    "hide": hiding.on_hide_asked,
    "language": commands.on_language_asked,
    "help": commands.on_help,
    "id": commands.on_id,
    "case": commands.on_case,
    "cases": commands.on_cases,
}

BUTTONS: dict[str, Callable[[Turn, str], Awaitable[None]]] = {
    # the reporter's
    "hide": hiding.on_hide_asked,
    "language": commands.on_language_chosen,
    "continue": reports.on_continued,
    "drop": drafts.on_dropped,
    "which": belonging.on_which,
    "new": parting.on_new,
    # the lawyer's
    "accept": lawyers.on_accepted,
    "decline": lawyers.on_declined,
    "why": lawyers.on_reason_given,
    "back": lawyers.on_given_back,
    "first": lawyers.on_first_action,
    "closing": closing.on_closing,
    "closed": closing.on_closed,
    "keep": closing.on_kept,
    # the coordinator's, and of whoever holds the case
    "open": coordinators.on_open_asked,
    "take": coordinators.on_took,
    "rung": coordinators.on_rung,
    "ask": coordinators.on_lawyers_wanted,
    "coding": coordinators.on_coding,
    "coded": coordinators.on_coded,
    "still": coordinators.on_still_held,
    "words": coordinators.on_words_asked,
    "files": coordinators.on_files_asked,
    "mute": coordinators.on_muting,
    "unmute": coordinators.on_unmuted,
    "adopt": adopting.on_adopted,
}

FORMS: dict[str, Follow] = {
    "report": reports.REPORT,
    "opening": openings.OPENING,
}

TIMERS: dict[str, Callable[[Transaction, Service, Timer], Awaitable[None]]] = {
    "escalation": alerting.on_escalation_due,
    "first-action": case_timers.on_first_action_due,
    "draft": drafts.on_draft_due,
    "wipe": drafts.on_wipe_due,
    "which": belonging.on_which_due,
    "forget": receipts.on_tries_forgotten,
    "digest": digests.on_digest_due,
    "housekeeping": housekeeping.on_housekeeping_due,
}

CARDS: dict[str, Callable[[Transaction, Service, Card], Awaitable[Presentation | None]]] = {
    "alert": views.alert,
    "case": views.opened,
    "board": overviews.board,
    "list": overviews.offers,
    "draft": drafts.view,
    **{f"ask-{kind}": ask_views.ask for kind in KINDS},
}


PARKED: dict[str, Callable[[Transaction, Service, Timer], Awaitable[None]]] = {
    "escalation": case_timers.on_parked,
    "first-action": case_timers.on_parked,
    "digest": lambda tx, service, timer: digests.schedule(tx, service),
    "housekeeping": lambda tx, service, timer: housekeeping.schedule(tx, service),
}


async def on_timer_parked(tx: Transaction, service: Service, timer: Timer) -> None:
    """A timer was given up: what is for every day goes on the next day, and a person looks after its case."""
    if timer.kind in PARKED:
        await PARKED[timer.kind](tx, service, timer)


async def on_timer(tx: Transaction, service: Service, timer: Timer) -> None:
    """A timer has come due: it is gone, unless its handler sets it again."""
    tx.timers.remove(timer.key)
    await TIMERS[timer.kind](tx, service, timer)
