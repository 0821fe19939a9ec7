"""A digest goes to its channels, one a language: each has its row, and one that is gone stops no other.

Whether a sending whose outcome is unknown arrived cannot be looked up (a bot cannot read a channel's history), so it is
repeated once, marked so.
"""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec.structs import replace

from bot.core.model import Address
from bot.core.postings import Posting
from bot.core.presentation import Presentation
from bot.core.traffic import Lane, Outgoing
from handlers.daily import channels
from handlers.daily.edition import edition
from handlers.outbox import operator, sending
from handlers.people import addresses
from handlers.service import Service
from storage.schema import postings
from storage.transaction import Transaction

KEY = "posting:"  # of the outbox row, before the number of the posting

Remarks = Callable[[str], Sequence[str]]  # lines below the title, by language


async def post(
    tx: Transaction, service: Service, day: date, remarks: Remarks, *, number: int = 1, weekly: bool = False
) -> None:
    """Write it to every channel. A correction answers what it corrects."""
    for language, chat in (await channels.of(tx, service)).items():
        address = await addresses.of(tx, chat, messenger=service.home, private=False)
        said, repeated = remarks(language), service.words.say(language, "digest-repeated")
        first = await edition(tx, service, day, language, weekly=weekly, remarks=said)
        again = await edition(tx, service, day, language, weekly=weekly, remarks=[repeated, *said])
        before = [one for one in await of(tx, day, language) if one.address_id == address.id]
        answers = before[-1].message_id if number > 1 and before else None
        posting = Posting(tx.new_id(), day, language, number, weekly, address.id, tx.now)
        tx.postings.add(posting)
        key, lane = f"{KEY}{posting.id}", Lane.DIGEST
        if first.picture is not None and again.picture is not None:
            text, sheet = first.text, first.picture
            sending.picture(tx, address.id, text, sheet, lane, key, if_repeated=again.text, answers=answers)
        else:
            shown = Presentation(first.whole, answers=answers)
            sending.message(tx, service, address.id, shown, lane, key=key, if_repeated=again.whole)


async def of(tx: Transaction, day: date, language: str | None = None) -> list[Posting]:
    """Where the digest of a day was posted, its corrections behind it; the week's edition apart."""
    equals = {"language": language} if language is not None else {}
    return sorted(await tx.postings.by(day=day, weekly=False, **equals), key=lambda one: one.number)


async def on_posted(tx: Transaction, service: Service, row: Outgoing) -> None:
    """A channel has it."""
    assert row.key is not None
    posting = await tx.postings.get(int(row.key.removeprefix(KEY)))
    if posting is None or posting.posted_at is not None:
        return
    tx.postings.put(replace(posting, posted_at=tx.now, message_id=row.message_id))
    digest = await tx.digests.get(posting.day)
    if digest is not None and digest.posted_at is None:
        tx.digests.put(replace(digest, posted_at=tx.now))


async def on_gone(tx: Transaction, service: Service, address: Address, language: str) -> None:
    """A channel cannot be reached: administrators hear it once, until it has had a digest again. The next is tried there."""
    had = await tx.postings.select(
        postings.c.address_id == address.id,
        postings.c.posted_at.is_not(None),
        order_by=postings.c.id.desc(),
        limit=1,
    )
    once = f"channel:{address.id}:{had[0].id if had else 0}"
    await operator.tell(tx, service, "operator-channel", once=once, language=language)
