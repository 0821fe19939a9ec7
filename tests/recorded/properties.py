"""What holds at the end of every conversation, whatever was said in it (docs/develop/conversations.md).

kept        words that somebody wrote stand where a role can read them, as they were written, or on the phone they were for
answered    every message has an answer that is a message, within ten seconds; one for a burst; none in a silent chat
one home    nothing that was said stands in two reports
forwarded   what was forwarded claims nothing
asked       what was only asked claims nothing; it may stand as "perhaps" (a guess), which starts and counts nothing
timers      no word of a citizen ends a timer of a case that is still open, or of a check-in, without a confirmation
prompts     what a message answers ends no other question that was open
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
from msgspec import Struct

from core.casework.claim_kinds import Certainty
from core.folding import storable_text
from core.places.gazetteer import Gazetteer
from core.resources.word_files import load_heard
from core.understanding.lawyer_words import offer_said, visit_said
from core.unread import Act
from handlers.reporting.chat_transfer import GUEST
from storage.transaction import Transaction

SOON = timedelta(seconds=10)  # an answer comes within these
BURST = timedelta(seconds=20)  # messages of one person with less between them are answered once
LANGUAGES = ("kk", "ru", "en")
READ_BY_SOMEBODY = (
    "entries", "claims", "timeline", "dialogues", "lookups", "checkins", "door_lists", "practices", "station_calls",
    "members", "stints", "notices", "previews",
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
        since = message.at.replace(microsecond=0)  # Telegram says in whole seconds when something came
        if not any(since <= at <= message.at + soon for at in answers):
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


class Erased(Struct, frozen=True):
    """A draft that was wiped: its person wanted it, or it was kept long enough. The line of the draft says when."""

    chat: str
    since: datetime
    until: datetime

    def covers(self, chat: str, at: datetime) -> bool:
        """Whether what was written there at that time may have been a part of it."""
        return chat == self.chat and self.since - BURST <= at <= self.until


async def erased_drafts(tx: Transaction) -> list[Erased]:
    """Every draft whose words are gone on purpose."""
    reports = {report.id: report for report in await tx.reports.select()}
    addresses = {address.id: address for address in await tx.addresses.select()}
    return [
        Erased(addresses[report.address_id].chat, report.created_at, line.at)
        for line in await tx.draft_lines.select()
        if line.kind is Act.ERASED and (report := reports[line.report_id])
    ]


async def lost(tx: Transaction, written: Sequence[str], places: Gazetteer) -> list[str]:
    """What was written and stands nowhere as it was written. Commands, and words that are a press, are no words."""
    kept = [
        text
        for table in READ_BY_SOMEBODY
        for row in await getattr(tx, table).select()
        for text in texts_of(row)
    ]
    cities = {city for member in await tx.members.select() for city in member.cities}
    kept += [places.name(city, language) for city in cities for language in LANGUAGES if places.knows(city)]
    steps = {str(claim.value) for claim in await tx.claims.by(kind="visit")}
    return [text for text in written if _is_words(text, steps) and not _is_kept(text, kept)]


def _is_kept(text: str, kept: Sequence[str]) -> bool:
    """Whole, or as a list: each of its lines and parts by itself, behind a heading."""
    text = storable_text(text)  # without signs that stand for nothing
    if any(text.strip() in place for place in kept):
        return True
    parts = [part.strip() for part in re.split(r"[\n,]", text.partition(":")[2] or text) if part.strip()]
    return len(parts) > 1 and all(any(part in place for place in kept) for part in parts)


def _is_words(text: str, steps: Container[str]) -> bool:
    """``steps``: those of visits that stand in a case; words that say such a step and nothing else are as its press."""
    heard = load_heard()
    step = visit_said(text, heard)
    if offer_said(text, heard) is not None or (step is not None and not step.more and step.act in steps):
        return False
    return not text.startswith(("/", "(")) and len(re.findall(r"[^\W\d_]+", text)) > 1


async def told_twice(tx: Transaction) -> list[str]:
    """Words of one message that stand in two reports. Several people may say the same at the same moment."""
    chats = {report.id: report.address_id for report in await tx.reports.select()}
    homes: dict[tuple[int, str, datetime], set[int]] = {}
    for entry in await tx.entries.select():
        text = str(entry.payload.get("text", ""))
        writer = entry.payload.get(GUEST, chats[entry.report_id])
        if text and "forwarded" not in entry.payload:
            homes.setdefault((writer, text, entry.at), set()).add(entry.report_id)
    return [text for (_, text, _), reports in homes.items() if len(reports) > 1]


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
        elif is_only_a_question(text) and claim.certainty is not Certainty.GUESSED:
            asked.append(text)
    return forwarded, asked


def is_only_a_question(text: str) -> bool:
    """One sentence with a question mark behind it, and no other."""
    return text.endswith("?") and not any(sign in text.rstrip("?") for sign in ".!?\n;,")
