"""A messenger takes nothing more from us for an address: it wants a proof that we are no machine, or simply to wait.

Administrators hear of it by another way, with the riddle's token. Offers that nobody has seen there go on at once, and
nobody is asked there until it is over: with the first message that arrives, when the riddle is solved, or by its time. So
it is on Telegram too, where somebody is to wait for minutes.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.model import Address
from handlers.alerting import delivery
from handlers.outbox import administrators
from handlers.people.membership import members_at, open_addresses
from handlers.service import Service
from storage.schema import addresses
from storage.transaction import Transaction

UNSOLVED = timedelta(days=1)  # so long a riddle that nobody solves keeps new people out
PLAIN = timedelta(minutes=10)
HOUR = "%Y-%m-%d %H"


async def on_limited(
    tx: Transaction, service: Service, address: Address, token: str, wait: timedelta = timedelta()
) -> None:
    """It said so about this address just now, and for how long."""
    if token:
        await administrators.tell(tx, service, "operator-riddle", once=f"riddle:{token}", token=token)
    else:
        once = f"limited:{address.messenger}:{tx.now:{HOUR}}"
        called = address.messenger.capitalize()
        await administrators.tell(tx, service, "operator-limited", once=once, messenger=called)
    until = tx.now + max(wait, UNSOLVED if token else PLAIN)
    if address.limited_until is None or tx.now >= address.limited_until:
        tx.addresses.put(replace(address, limited_until=until))
        await move_offers(tx, service, address)


async def move_offers(tx: Transaction, service: Service, address: Address) -> None:
    """The members who would have been asked there do not know of it: they are asked at their other address; those who have
    none are passed over for the next.
    """
    for member in await members_at(tx, address.id):
        if await open_addresses(tx, member):
            await delivery.close_address(tx, service, member)
            return
    for card in await tx.cards.by(address_id=address.id):
        if card.message_id is None:
            await delivery.on_unshown(tx, service, card)


async def on_served(tx: Transaction, service: Service, address: Address) -> None:
    """A message has arrived there."""
    if address.limited_until is None:
        return
    lasted = tx.now < address.limited_until
    tx.addresses.put(replace(address, limited_until=None))
    if lasted and not await _limited_addresses(tx, address.messenger):
        await _tell_that_it_is_over(tx, service, address.messenger)


async def on_solved(tx: Transaction, service: Service, messenger: str) -> None:
    """Somebody has proved that they are no machine: it holds for everybody there."""
    for address in await _limited_addresses(tx, messenger):
        tx.addresses.put(replace(address, limited_until=None))
    await _tell_that_it_is_over(tx, service, messenger)


async def _limited_addresses(tx: Transaction, messenger: str) -> list[Address]:
    lasts = addresses.c.limited_until > tx.now
    return list(await tx.addresses.select(lasts, addresses.c.messenger == messenger))


async def _tell_that_it_is_over(tx: Transaction, service: Service, messenger: str) -> None:
    await administrators.tell(tx, service, "operator-limited-mended", messenger=messenger.capitalize())
