"""Chats that their person wants hidden when nothing of them is open any more: some hours after the last case is closed."""

from datetime import timedelta

from core.model import Report
from core.traffic import Timer
from core.vocabulary import AfterClosing, GuestStanding
from storage.transaction import Transaction

AFTER = timedelta(hours=6)  # in which the news of it can be read


def schedule(tx: Transaction, address_id: int) -> None:
    """Hide it after these hours; handlers.hiding.hiding_settings does, and looks then whether it still should."""
    tx.timers.put(Timer(f"wish:{address_id}", "wish", tx.now + AFTER, address_id))


async def schedule_for_report(tx: Transaction, report: Report) -> None:
    """Its case is closed: the chat that has it, and those that had it before."""
    earlier = [
        guest.address_id
        for guest in await tx.guests.by(report_id=report.id)
        if guest.standing is GuestStanding.EARLIER
    ]
    for address_id in (report.address_id, *earlier):
        address = await tx.addresses.get(address_id)
        if address is not None and address.after_closing is AfterClosing.HIDES:
            schedule(tx, address_id)
