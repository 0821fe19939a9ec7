"""A practice that runs: its beginning, who is asked in it, its end. At the end nothing of it stays.

It ends by its button, by the review, by anything that begins something real, and after half an hour by itself.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.forgetting.retention_terms import DEFAULTS
from core.presentation import Presentation
from core.records.check_ins import Practice
from core.traffic import Lane, Timer
from handlers.cards import live_cards
from handlers.forms import dialogues
from handlers.forms.report_form import PRACTICE
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.practice import imagined_case, practice_offers
from handlers.practice.practice_offers import mark_as_practice
from handlers.service import Service
from storage.transaction import Transaction

CARD = "practice"  # of the person who practises
LASTS = DEFAULTS.practices
PLAYS = timedelta(seconds=20)  # after which the bot accepts, where nobody is asked
ENDS, PLACELESS, PLAYED = (
    "practice",
    "practice-no-place",
    "practice-played",
)  # how the keys of its timers begin


async def current_practice(tx: Transaction, address_id: int) -> Practice | None:
    """The one that runs in this chat."""
    found = await tx.practices.by(address_id=address_id)
    return found[-1] if found else None


def begin(tx: Transaction, address_id: int) -> Practice:
    """A new one, and its end."""
    practice = tx.practices.add(Practice(tx.new_id(), address_id, tx.now))
    _set_timer(tx, practice, ENDS, LASTS)
    return practice


def wait_for_place(tx: Transaction, practice: Practice, wait: timedelta) -> None:
    """Without a place, coordinators would be asked after this."""
    _set_timer(tx, practice, PLACELESS, wait)


async def ask_members(tx: Transaction, service: Service, practice: Practice) -> Practice:
    """It is enough: members who agreed to be drilled are asked; if nobody did, the bot plays that side."""
    case = await imagined_case.imagine_case(tx, service, replace(practice, asked_at=tx.now))
    reached, members = await imagined_case.members_reached(tx, service, case, practice)
    practice = tx.practices.put(replace(practice, asked_at=tx.now, reached=reached, asked=len(members)))
    tx.timers.remove(f"{PLACELESS}:{practice.id}")
    for member in members:
        await practice_offers.show_offer(tx, service, practice, case, member)
    if not members:
        _set_timer(tx, practice, PLAYED, PLAYS)
    return practice


async def accept_offer(tx: Transaction, practice: Practice, member_id: int | None) -> None:
    """Somebody takes it; None: the bot, which plays."""
    tx.practices.put(replace(practice, accepted_at=tx.now, accepted_by=member_id))
    for subject in (CARD, practice_offers.CARD):
        for card in await tx.cards.by(subject=subject, subject_id=practice.id):
            live_cards.touch(tx, card)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It has lasted long enough; or nobody said where; or the bot plays the lawyer who accepts. Otherwise its dialogue was
    left.
    """
    kind = timer.key.partition(":")[0]
    practice = await tx.practices.get(timer.subject_id)
    if practice is None:
        return
    if kind == ENDS:
        await end(tx, service, practice, tell=True)
    elif kind == PLACELESS and practice.asked_at is None:
        practice = await ask_members(tx, service, practice)
        await _say(tx, service, practice, "practice-no-place")
    elif kind == PLAYED and practice.accepted_at is None:
        await accept_offer(tx, practice, None)


async def end(tx: Transaction, service: Service, practice: Practice, *, tell: bool) -> None:
    """Everything of it goes; ``tell``: what would have happened, and how long it took, is said once more."""
    await practice_offers.end_offers(tx, service, practice)
    for card in await tx.cards.by(subject=CARD, subject_id=practice.id):
        if card.message_id is not None:
            sending.take_message_away(tx, card.address_id, card.message_id, card.created_at, lane=Lane.REPLY)
        tx.cards.remove(card.id)
    for dialogue in await tx.dialogues.by(form=PRACTICE.name, subject_id=practice.id):
        tx.timers.remove(dialogues.timer_key(dialogue))
        tx.dialogues.remove(dialogue.id)
    for kind in (ENDS, PLACELESS, PLAYED):
        tx.timers.remove(f"{kind}:{practice.id}")
    tx.practices.remove(practice.id)
    if tell:
        await _sum_up(tx, service, practice)


async def _sum_up(tx: Transaction, service: Service, practice: Practice) -> None:
    if practice.asked_at is None:
        await _say(tx, service, practice, "practice-over-before")
        return
    after = practice.accepted_at - practice.asked_at if practice.accepted_at is not None else timedelta()
    who = "nobody" if practice.accepted_at is None else "bot" if practice.accepted_by is None else "member"
    await _say(
        tx,
        service,
        practice,
        "practice-over",
        seconds=round((practice.asked_at - practice.began_at).total_seconds()),
        reached=practice.reached,
        asked=practice.asked,
        after=round(after.total_seconds()),
        who=who,
    )


async def _say(tx: Transaction, service: Service, practice: Practice, key: str, **args: str | int) -> None:
    language = await language_of(tx, service, practice.address_id)
    shown = mark_as_practice(service, language, Presentation(service.words.say(language, key, **args)))
    sending.send_message(tx, service, practice.address_id, shown)


def _set_timer(tx: Transaction, practice: Practice, kind: str, wait: timedelta) -> None:
    tx.timers.put(Timer(f"{kind}:{practice.id}", "practice", tx.now + wait, practice.id))
