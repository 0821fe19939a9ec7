"""Questions that wait for a call back: coordinators have one card of each account that asks, however often it asks.

It comes when the person has answered, two minutes after the question at the latest; then ever more rarely, and by day, until
somebody has called back or made a report of it. Some days after that nothing of it is kept.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from core.alerting.quiet_hours import next_daytime
from core.forgetting.retention_terms import DEFAULTS
from core.model import Member
from core.presentation import Presentation
from core.records.lookups import LookUp
from core.traffic import Timer
from core.vocabulary import LookUpState
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.forms import dialogues
from handlers.outbox import administrators
from handlers.people.membership import home_address
from handlers.people.readers import language_of, unreachable_ids
from handlers.service import Service
from storage.transaction import Transaction

SUBJECT = "look-up"
ASKING = timedelta(minutes=2)  # in which the person may still answer
AGAIN = tuple(
    timedelta(hours=hours) for hours in (0.5, 1, 2, 4, 12)
)  # after the question; the last one stays
QUIET = AGAIN[0]  # in which more questions of one account make no sound
KEPT = DEFAULTS.lookups  # after it is settled; so long the names of one account are counted


def timer_key(address_id: int) -> str:
    """By which coordinators hear of the questions of one account."""
    return f"look-up:{address_id}"


async def of_account(tx: Transaction, address_id: int) -> list[LookUp]:
    """Those of one account that wait, oldest first."""
    return [
        lookup for lookup in await tx.lookups.by(address_id=address_id) if lookup.state is LookUpState.WAITING
    ]


async def count_names(tx: Transaction, address_id: int) -> int:
    """How many people one account has asked for in these days, settled or not."""
    found = await tx.lookups.by(address_id=address_id)
    return sum(max(1, len(lookup.names)) for lookup in found if tx.now - lookup.created_at < KEPT)


def schedule(tx: Transaction, address_id: int, *, at_once: bool = False) -> None:
    """A coordinator will hear of it: when there is nothing left to ask (``at_once``), or after a while."""
    tx.timers.put(Timer(timer_key(address_id), SUBJECT, tx.now if at_once else tx.now + ASKING, address_id))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Coordinators hear of it, for the first time or again."""
    found = await of_account(tx, timer.subject_id)
    if not found:
        return
    members = await tasks.coordinators(tx)
    if len(await unreachable_ids(tx, members)) == len(members):
        once = f"no-coordinator:look-up:{tx.now:%Y-%m-%d}"
        await administrators.tell(tx, service, "operator-no-coordinators-lookup", once=once)
    for member in members:
        await _ring(tx, timer.subject_id, await home_address(tx, member))
    next_at = next_daytime(_next_ringing(tx.now, found[-1].created_at), service.zone)
    tx.timers.put(Timer(timer.key, SUBJECT, next_at, timer.subject_id))


async def _ring(tx: Transaction, address_id: int, reader: int) -> None:
    known = await tx.cards.by(subject=SUBJECT, subject_id=address_id, address_id=reader)
    rang_at = known[0].rang_at if known else None
    if known and rang_at is not None and timedelta() <= tx.now - rang_at < QUIET:
        live_cards.touch(tx, known[0])
        return
    lane = await tasks.lane_for(tx, SUBJECT, reader)
    await live_cards.renew(tx, SUBJECT, address_id, reader, lane)


def _next_ringing(now: datetime, since: datetime) -> datetime:
    return next((since + pause for pause in AGAIN if since + pause > now), now + AGAIN[-1])


async def touch_cards(tx: Transaction, address_id: int) -> None:
    """The cards of these questions show something else."""
    for card in await tx.cards.by(subject=SUBJECT, subject_id=address_id):
        live_cards.touch(tx, card)


async def forget_lookup(tx: Transaction, lookup: LookUp) -> None:
    """Nothing of it is kept."""
    tx.lookups.remove(lookup.id)
    tx.timers.remove(_wiped_key(lookup))
    await live_cards.touch_rounds(tx)
    dialogue = await tx.dialogues.get(lookup.dialogue_id)
    if dialogue is not None:
        tx.timers.remove(dialogues.timer_key(dialogue))
        tx.dialogues.remove(dialogue.id)


async def settle_lookup(
    tx: Transaction,
    service: Service,
    lookup: LookUp,
    state: LookUpState,
    *,
    by: Member | None = None,
    report_id: int | None = None,
) -> None:
    """Nobody has to call back any more. When it was the last of its account, the card says so."""
    settled_by = by.id if by is not None else None
    tx.lookups.put(
        replace(lookup, state=state, settled_at=tx.now, settled_by=settled_by, report_id=report_id)
    )
    tx.timers.put(Timer(_wiped_key(lookup), "look-up-wiped", tx.now + KEPT, lookup.id))
    left = await of_account(tx, lookup.address_id)
    for card in await tx.cards.by(subject=SUBJECT, subject_id=lookup.address_id):
        if left:
            live_cards.touch(tx, card)
        else:
            language = await language_of(tx, service, card.address_id)
            name = by.name if by is not None else ""
            said = service.words.say(language, f"lookup-{state}", name=name)
            live_cards.drop(tx, card, Presentation(said))
    if not left:
        tx.timers.remove(timer_key(lookup.address_id))
    await live_cards.touch_rounds(tx)


async def on_wipe_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It has been settled for some days."""
    lookup = await tx.lookups.get(timer.subject_id)
    if lookup is not None:
        await forget_lookup(tx, lookup)


def _wiped_key(lookup: LookUp) -> str:
    return f"look-up-wiped:{lookup.id}"
