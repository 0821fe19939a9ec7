"""Whoever writes for the first time, where a messenger keeps strangers apart: they are accepted, once, before anything is
said to them. What is said to whoever reports disappears after a day on both sides, until they choose otherwise themselves.
"""

from datetime import timedelta

from bot.core.model import Address
from handlers.outbox import sending
from handlers.service import Service
from storage.transaction import Transaction

VANISHES = timedelta(days=1)


def meet(tx: Transaction, service: Service, address: Address) -> None:
    """Nobody has written from this address before."""
    if service.abilities[address.messenger].requests:
        sending.accept(tx, address.id)
        sending.vanish(tx, address.id, VANISHES)


def stay(tx: Transaction, service: Service, address: Address) -> None:
    """Somebody on the roster reads there now: a case that they hold does not disappear before their eyes."""
    abilities = service.abilities.get(address.messenger)
    if abilities is not None and abilities.requests:
        sending.vanish(tx, address.id, timedelta())
