"""What follows when something of ours fails: the operator learns which and why, never anybody's words."""

from datetime import datetime

from core.incoming import Incoming
from core.model import Address
from core.presentation import Presentation
from core.traffic import Card, Lane
from handlers.outbox import administrators, sending
from handlers.people import addresses
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

HOUR = "%Y-%m-%d %H"


async def on_update_parked(
    tx: Transaction,
    service: Service,
    incoming: Incoming | None,
    row_id: int,
    kind: str,
    at: datetime,
    error: str,
) -> Address | None:
    """An update was given up: the operator learns of it, and the person gets one fixed sentence. Whose it is, if it is
    somebody's who writes to us.
    """
    time = at.astimezone(service.zone).strftime("%Y-%m-%d %H:%M:%S")
    await administrators.tell(
        tx, service, "operator-parked", row=str(row_id), kind=kind, time=time, error=error
    )
    if incoming is None or not incoming.private or not incoming.sender:
        return None
    address = await addresses.of_sender(tx, service, incoming)
    language = await language_of(tx, service, address.id)
    text = service.with_hotline(language, service.words.say(language, "failed"))
    sending.send_message(tx, service, address.id, Presentation(text), Lane.REPLY)
    return address


async def on_undrawable(tx: Transaction, service: Service, card: Card) -> None:
    """A card that cannot be drawn is a defect of ours: say which, never what."""
    await administrators.tell(tx, service, "operator-card", card=str(card.id), subject=card.subject)


async def on_stuck(tx: Transaction, service: Service, why: str) -> None:
    """The messenger fails over one message again and again; it is tried on."""
    await administrators.tell(tx, service, "operator-stuck", error=why)


async def on_given_up(tx: Transaction, service: Service, why: str) -> None:
    """Nothing reaches an address, however often it was tried: it counts as out of reach from now on. Once an hour."""
    await administrators.tell(tx, service, "operator-given-up", once=f"given-up:{tx.now:{HOUR}}", error=why)


async def on_illegible(tx: Transaction, service: Service, error: str) -> None:
    """Something came that could not be decrypted. Once an hour, however many they are."""
    await administrators.tell(
        tx, service, "operator-illegible", once=f"illegible:{tx.now:{HOUR}}", error=error
    )


async def on_rejected(tx: Transaction, service: Service, why: str) -> None:
    """The messenger says that a request of ours is wrong."""
    await administrators.tell(tx, service, "operator-rejected", error=why)
