"""A digest goes to its channels, one for each language: those of the configuration or, if it names none, the one chosen in a
chat. Each has its own row, and one that is gone does not stop the others.

If the outcome of a sending is unknown it cannot be looked up (a bot cannot read a channel's history), so it is repeated once
and marked so.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from core.model import Address
from core.presentation import Presentation
from core.records.invitations import ToldChannel
from core.records.postings import DigestPosting
from core.traffic import Lane, Outgoing
from handlers.daily.edition import make_edition
from handlers.outbox import administrators, sending
from handlers.people import addresses
from handlers.service import Service
from storage.schema import postings
from storage.transaction import Transaction


async def digest_channels(tx: Transaction, service: Service) -> Mapping[str, str]:
    """Language → channel."""
    if service.channels:
        return service.channels
    channel = await chosen_channel(tx)
    return {service.language: channel.chat} if channel is not None else {}


async def chats_of_ours(tx: Transaction, service: Service) -> set[str]:
    """Channels and groups in which the bot stays."""
    return {*(await digest_channels(tx, service)).values(), *service.partners}


async def chosen_channel(tx: Transaction) -> ToldChannel | None:
    """The channel that an administrator chose with a tap; a row that was changed by hand says nothing."""
    found = [channel for channel in await tx.told_channels.select() if channel.chosen_at is not None]
    return max(found, key=lambda channel: channel.id, default=None)


KEY = "posting:"  # of the outbox row, before the number of the posting

Remarks = Callable[[str], Sequence[str]]  # lines below the title, by language


async def post_digest(
    tx: Transaction, service: Service, day: date, remarks: Remarks, *, number: int = 1, weekly: bool = False
) -> None:
    """Write it to every channel. A correction answers what it corrects."""
    for language, chat in (await digest_channels(tx, service)).items():
        address = await addresses.of_chat(tx, chat, messenger=service.home, private=False)
        said, repeated = remarks(language), service.words.say(language, "digest-repeated")
        first = await make_edition(tx, service, day, language, weekly=weekly, remarks=said)
        again = await make_edition(tx, service, day, language, weekly=weekly, remarks=[repeated, *said])
        before = [
            posting for posting in await postings_of(tx, day, language) if posting.address_id == address.id
        ]
        answers = before[-1].message_id if number > 1 and before else None
        posting = DigestPosting(tx.new_id(), day, language, number, weekly, address.id, tx.now)
        tx.postings.add(posting)
        key, lane = f"{KEY}{posting.id}", Lane.DIGEST
        if first.picture is not None and again.picture is not None:
            text, sheet = first.text, first.picture
            sending.send_picture(
                tx, address.id, text, sheet, lane, key, if_repeated=again.text, answers=answers
            )
        else:
            shown = Presentation(first.whole, answers=answers)
            sending.send_message(tx, service, address.id, shown, lane, key=key, if_repeated=again.whole)


async def postings_of(tx: Transaction, day: date, language: str | None = None) -> list[DigestPosting]:
    """Where the digest of a day was posted, its corrections behind it; the week's edition apart."""
    equals = {"language": language} if language is not None else {}
    return sorted(await tx.postings.by(day=day, weekly=False, **equals), key=lambda posting: posting.number)


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


async def on_channel_gone(tx: Transaction, service: Service, address: Address, language: str) -> None:
    """A channel cannot be reached: administrators hear it once, until it has had a digest again. The next is tried there."""
    had = await tx.postings.select(
        postings.c.address_id == address.id,
        postings.c.posted_at.is_not(None),
        order_by=postings.c.id.desc(),
        limit=1,
    )
    once = f"channel:{address.id}:{had[0].id if had else 0}"
    await administrators.tell(tx, service, "operator-channel", once=once, language=language)
