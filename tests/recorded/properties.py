"""What holds at the end of every conversation, whatever was said in it (docs/conversations.md).

kept        words that somebody wrote stand where a role can read them, as they were written
answered    every message has an answer that is a message, within ten seconds; one for a burst; none in a silent chat
one home    nothing that was said stands in two reports
forwarded   what was forwarded claims nothing
asked       what was only asked claims nothing
timers      no word of a citizen ends a timer of a case that is still open, or of a check-in, without a confirmation
prompts     what a message answers ends no other question that was open
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
from msgspec import Struct

from core.resources.word_files import load_heard
from core.understanding.lawyer_words import offer_said
from storage.transaction import Transaction

SOON = timedelta(seconds=10)  # an answer comes within these
BURST = timedelta(seconds=20)  # messages of one person with less between them are answered once
READ_BY_SOMEBODY = (
    "entries", "claims", "timeline", "dialogues", "lookups", "checkins", "door_lists", "practices", "station_calls",
    "members", "stints", "notices",
)  # fmt: skip


class Message(Struct, frozen=True):
    """One message of a chat, of the person's (``ours`` False) or of the bot's."""

    at: datetime
    ours: bool
    text: str


def unanswered(messages: Sequence[Message], soon: timedelta = SOON) -> list[str]:
    """What somebody wrote and got no new message for, oldest first."""
    found = []
    theirs = [message for message in messages if not message.ours]
    answers = [message.at for message in messages if message.ours]
    for number, message in enumerate(theirs):
        after = theirs[number + 1] if number + 1 < len(theirs) else None
        if after is not None and after.at - message.at < BURST:
            continue  # the burst goes on
        if not any(message.at <= at <= message.at + soon for at in answers):
            found.append(message.text)
    return found


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        yield from texts_of(msgspec.structs.asdict(value))
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_of(part)
    elif isinstance(value, Iterable) and not isinstance(value, bytes):
        for part in value:
            yield from texts_of(part)


async def lost(tx: Transaction, written: Sequence[str]) -> list[str]:
    """What was written and stands nowhere as it was written. Commands, and words that are a press, are no words."""
    kept = [
        text
        for table in READ_BY_SOMEBODY
        for row in await getattr(tx, table).select()
        for text in texts_of(row)
    ]
    return [text for text in written if _is_words(text) and not _is_kept(text, kept)]


def _is_kept(text: str, kept: Sequence[str]) -> bool:
    """Whole, or as a list: each of its lines and parts by itself, behind a heading."""
    if any(text.strip() in place for place in kept):
        return True
    parts = [part.strip() for part in re.split(r"[\n,]", text.partition(":")[2] or text) if part.strip()]
    return len(parts) > 1 and all(any(part in place for place in kept) for part in parts)


def _is_words(text: str) -> bool:
    if offer_said(text, load_heard()) is not None:
        return False
    return not text.startswith(("/", "(")) and len(re.findall(r"[^\W\d_]+", text)) > 1


async def told_twice(tx: Transaction) -> list[str]:
    """Words of one message that stand in two reports."""
    homes: dict[tuple[str, datetime], set[int]] = {}
    for entry in await tx.entries.select():
        text = str(entry.payload.get("text", ""))
        if text and "forwarded" not in entry.payload:
            homes.setdefault((text, entry.at), set()).add(entry.report_id)
    return [text for (text, _), reports in homes.items() if len(reports) > 1]


async def silent_chats(tx: Transaction) -> set[str]:
    """Chats in which nothing is said, or not everything is answered, or to which nothing comes."""
    return {
        address.chat
        for address in await tx.addresses.select()
        if address.silenced_at or address.muted_until or address.unreachable_since
    }


async def claimed(tx: Transaction) -> tuple[list[str], list[str]]:
    """Words from which a claim was made although they were forwarded; and although they only asked."""
    entries = {entry.id: entry for entry in await tx.entries.select()}
    forwarded, asked = [], []
    for claim in await tx.claims.select():
        entry = entries.get(claim.entry_id or 0)
        if entry is None or claim.source_kind not in ("report", "reporter"):
            continue
        text = str(entry.payload.get("text", "")).strip()
        if "forwarded" in entry.payload:
            forwarded.append(text)
        elif is_only_a_question(text):
            asked.append(text)
    return forwarded, asked


def is_only_a_question(text: str) -> bool:
    """One sentence with a question mark behind it, and no other."""
    return text.endswith("?") and not any(sign in text.rstrip("?") for sign in ".!?\n;,")
