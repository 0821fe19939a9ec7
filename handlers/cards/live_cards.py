"""Cards: show what is wanted now. Creating, touching, renewing and ringing them; drawing is in the views.

The card on which somebody pressed shows at once what became of it: they look at it, and lists and boards can wait.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from core.casework.case_list import SEVERAL
from core.presentation import Presentation
from core.traffic import Card, Lane, Timer
from core.vocabulary import STILL
from handlers.cards import sounds
from handlers.outbox import sending
from handlers.turn import Turn
from storage.transaction import Transaction

MASS_FOLLOWS, BOARD_FOLLOWS = timedelta(seconds=30), timedelta(seconds=10)
MANY = 100  # cases on a board
MISSED = "missed"  # the subject of the one card of missed check-ins
ROUND = "round"  # the subject of cards of calls to stations
TICKS = "ticks"  # of lists in which several cases are ticked
LISTS = (ROUND, TICKS, MISSED, "board", "chat", "unclaimed", "incident", "owed", "same-case", "clocks")


async def show(
    tx: Transaction,
    subject: str,
    subject_id: int,
    address_id: int,
    lane: Lane,
    *,
    case_id: int = 0,
    sound: bool = True,
) -> Card:
    """The card of this subject at this address: made if new, else touched. ``sound``: if the lane has one."""
    found = await tx.cards.by(subject=subject, subject_id=subject_id, address_id=address_id)
    if found:
        return touch(tx, found[0])
    card = Card(tx.new_id(), subject, subject_id, address_id, lane, tx.now, case_id=case_id)
    return tx.cards.add(await _rung(tx, card, sound=sound))


async def _rung(tx: Transaction, card: Card, *, sound: bool) -> Card:
    """``sound``: unless the phone has made so many (sounds.py): then it is heard later."""
    if not sound:
        return replace(card, rang_at=None)
    if not card.lane.wakes or card.lane is Lane.REPLY:
        return card
    free = await sounds.next_sound(tx, card)
    if free > tx.now:
        await ring_later(tx, card, free)
        return replace(card, rang_at=None)
    await sounds.take_sound(tx, card)
    return replace(card, rang_at=tx.now)


async def renew(
    tx: Transaction,
    subject: str,
    subject_id: int,
    address_id: int,
    lane: Lane,
    *,
    case_id: int = 0,
    sound: bool = True,
) -> Card:
    """As :func:`show`, but as a new message at the end of the chat, so that the phone makes a sound again."""
    found = await tx.cards.by(subject=subject, subject_id=subject_id, address_id=address_id)
    if not found:
        return await show(tx, subject, subject_id, address_id, lane, case_id=case_id, sound=sound)
    card = found[0]
    if card.message_id is not None:
        sending.take_message_away(tx, address_id, card.message_id, card.created_at, lane=Lane.EDIT)
    card = replace(
        card,
        wanted=card.wanted + 1,
        message_id=None,
        content=None,
        lane=lane,
        not_before=_told_to_wait(card),
        failed=None,
        page=0,
        chosen="",
    )
    return tx.cards.put(await _rung(tx, card, sound=sound))


def move_to_end(tx: Transaction, card: Card) -> Card:
    """The same card at the end of the chat, without a sound, for a reader who cannot see that it changes further up."""
    if card.message_id is None:
        return card  # it comes there anyhow
    sending.take_message_away(tx, card.address_id, card.message_id, card.created_at, lane=Lane.EDIT)
    here = replace(card, message_id=None, content=None, lane=Lane.EDIT, not_before=_told_to_wait(card))
    return touch(tx, here)


async def ring(
    tx: Transaction, subject: str, subject_id: int, address_id: int, *, quiet: timedelta, later: bool
) -> Card:
    """As :func:`renew`, unless it made a sound within ``quiet``: then it changes where it stands, as fast as an alert.

    ``later``: it makes its sound when that time is over, if there is still a reason (the timer ``bell``).
    """
    found = await tx.cards.by(subject=subject, subject_id=subject_id, address_id=address_id)
    rang_at = found[0].rang_at if found else None
    if found and (free := await sounds.next_sound(tx, found[0])) > tx.now:
        await ring_later(tx, found[0], free)
        return touch(tx, replace(found[0], lane=Lane.ALERT))
    if rang_at is None or not timedelta() <= tx.now - rang_at < quiet:  # or the clock was put back
        return await renew(tx, subject, subject_id, address_id, Lane.ALERT)
    if later:
        await ring_later(tx, found[0], rang_at + quiet)
    return touch(tx, replace(found[0], lane=Lane.ALERT))


async def ring_by_steps(
    tx: Transaction, subject: str, address_id: int, *, count: int, quiet: timedelta, later: bool
) -> None:
    """As :func:`ring`, of the one card of a growing number: only when it is past a step, or was quiet for long."""
    found = await tx.cards.by(subject=subject, subject_id=0, address_id=address_id)
    if found and not await sounds.has_passed_step(tx, found[0], count):
        if later:
            await ring_later(tx, found[0], await sounds.quiet_until(tx, found[0]))
        touch(tx, replace(found[0], lane=Lane.ALERT))
        return
    card = await ring(tx, subject, 0, address_id, quiet=quiet, later=later)
    if card.rang_at == tx.now:
        sounds.note_heard(tx, card, count)


async def ring_later(tx: Transaction, card: Card, due: datetime) -> None:
    """It makes a sound then, if there is still a reason; not later than was said before."""
    key = f"bell:{card.id}"
    before = await tx.timers.get(key)
    if before is None or before.due_at > due:
        tx.timers.put(Timer(key, "bell", due, card.id))


def drop(tx: Transaction, card: Card, stub: Presentation) -> None:
    """No card any more; its message, if there is one, shows a last word."""
    if card.message_id is not None:
        sending.edit_message(tx, card.address_id, card.message_id, stub, despite_silence=True)
    tx.cards.remove(card.id)


def touch(tx: Transaction, card: Card) -> Card:
    """Something it shows may have changed; one that could not be drawn or shown has another chance. One that waits shows
    what is true when it is sent, however often it was touched.
    """
    return tx.cards.put(card if card.waits else replace(card, wanted=card.wanted + 1, failed=None))


def touch_at_once(tx: Transaction, card: Card) -> Card:
    """The same, for somebody who waits for it: before all that is only kept up to date, and also where it was to follow
    later; not where the messenger has told us to wait.
    """
    return touch(tx, replace(card, lane=min(card.lane, Lane.REPLY), not_before=_told_to_wait(card)))


def next_at_once(tx: Transaction, card: Card) -> Card:
    """Of a card that is on its way: what it has to show besides, once that is recorded."""
    return tx.cards.put(replace(card, lane=min(card.lane, Lane.REPLY)))


def _told_to_wait(card: Card) -> datetime | None:
    """Until when, by the messenger. What was only to follow later comes at once to anyone who asks for it."""
    return card.not_before if card.attempts else None


async def touch_case(tx: Transaction, case_id: int) -> None:
    """Every card that shows this case, the boards, and the lists of those who were asked, its owner among them."""
    for card in await tx.cards.by(case_id=case_id):
        touch(tx, card)
    asked = {alert.member_id for alert in await tx.alerts.by(case_id=case_id)}
    await tx.cards.prefetch("subject_id", asked, subject="list")
    for member_id in sorted(asked):
        for card in await tx.cards.by(subject="list", subject_id=member_id):
            touch(tx, card)
    for report in await tx.reports.by(case_id=case_id):
        if len(await tx.reports.by(address_id=report.address_id)) >= SEVERAL:
            for card in await tx.cards.by(subject="chat", subject_id=report.address_id):
                touch(tx, card)
    case = await tx.cases.get(case_id)
    if case is not None and case.unclaimed_at is not None:
        for card in await tx.cards.by(subject="unclaimed", subject_id=0):
            touch(tx, card)
    if case is not None and case.situation == "missing":
        for card in await tx.cards.by(subject=MISSED, subject_id=0):
            touch(tx, card)
    await touch_incidents(tx, case_id)
    await touch_boards(tx)


async def touch_rounds(tx: Transaction, address_id: int | None = None) -> None:
    """Rounds of calls and lists with ticks, or every list in one chat: they name people of each case that their reader may
    see.
    """
    where = {"address_id": address_id} if address_id is not None else {}
    for subject in LISTS if where else (ROUND, TICKS):
        for card in await tx.cards.by(subject=subject, **where):
            touch(tx, card)


async def touch_incidents(tx: Transaction, case_id: int) -> None:
    """The boards of the incidents to which this case belongs, or may belong; no others."""
    links = await tx.incident_links.by(case_id=case_id)
    for incident_id in dict.fromkeys(link.incident_id for link in links if link.ended_at is None):
        await touch_incident(tx, incident_id)


async def touch_incident(tx: Transaction, incident_id: int) -> None:
    """Its boards, where they stand. Those of a mass detention a little later, once for all that happens meanwhile: they show
    hundreds of cases, of which something is said each second.
    """
    incident = await tx.incidents.get(incident_id)
    after = MASS_FOLLOWS if incident is not None and incident.mass_at is not None else None
    for card in await tx.cards.by(subject="incident", subject_id=incident_id):
        _follow(tx, replace(card, lane=Lane.EDIT) if card.message_id is not None else card, after)


async def touch_boards(tx: Transaction) -> None:
    """The coordinators' boards. Of very many cases a little later too."""
    boards = await tx.cards.by(subject="board")
    after = BOARD_FOLLOWS if boards and await _are_many(tx) else None
    for card in boards:
        _follow(tx, card, after)


async def _are_many(tx: Transaction) -> bool:
    counted = [(await tx.cases.tally("state", state=state))[state] for state in STILL]
    return sum(counted) >= MANY


def _follow(tx: Transaction, card: Card, after: timedelta | None) -> None:
    """Where it stands it waits so long, for what else happens meanwhile."""
    if after is None or card.waits or card.message_id is None:
        touch(tx, card)
    else:
        touch(tx, replace(card, not_before=tx.now + after))


async def show_pressed(turn: Turn) -> None:
    """A copy that nobody tracks (its sending was repeated) is overwritten; the newer one follows the truth."""
    message_id = turn.incoming.message_id
    if turn.active is None or message_id is None or turn.address.silenced_at is not None:
        return
    cards = await turn.tx.cards.by(address_id=turn.address.id, message_id=message_id)
    for card in cards:
        if card.waits:
            touch_at_once(turn.tx, card)
        elif card.lease is not None:
            next_at_once(turn.tx, card)
    if not cards and not await turn.tx.messages.by(address_id=turn.address.id, message_id=message_id):
        sending.edit_message(turn.tx, turn.address.id, message_id, Presentation(turn.say("copy-outdated")))
