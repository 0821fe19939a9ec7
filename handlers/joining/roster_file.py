"""The roster as a file in an administrator's chat: sent, shown what it would change, and done with one tap; or handed out.

A file is read in memory and is on no disk; its message is deleted. Between the preview and the tap the people of it wait
in a sealed row, an hour at most; what has changed since is not overwritten unseen.
"""

from datetime import timedelta
from functools import cache
from typing import Any

from msgspec.structs import replace

from bot.core.forgetting.terms import DEFAULTS
from bot.core.incoming import FileKind, Kind
from bot.core.joining import RosterFile
from bot.core.keeping import FileState, Left, SentFile
from bot.core.presentation import Button, Presentation
from bot.core.roster.changes import Changes, changes
from bot.core.roster.file import format_roster, parse
from bot.core.roster.places import city_reader, name_to_import
from bot.core.roster.row import BadRoster, RosterMistake, RosterRow
from bot.core.roster.sheet import MOST, text_of
from bot.core.traffic import Lane, Outgoing, Timer
from bot.core.vocabulary import Role
from handlers.casework import roster
from handlers.forms.follow import Open
from handlers.joining import preview
from handlers.outbox import sending
from handlers.people import nobody
from handlers.people.membership import addresses_of
from handlers.people.readers import is_administrator, language_of, unreachable
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.sealed_files import new_key
from storage.transaction import Transaction

READS = "roster"  # what a file is for
PEOPLE = 1000  # of one file: they are written in one transaction
WANTED = timedelta(minutes=10)  # after /roster
WAITS = DEFAULTS.rosters  # for the tap
STAYS = timedelta(hours=1)  # so long an exported file stays in the chat
TABLES = (".csv", ".tsv", ".xls", ".xlsx", ".ods")  # how their names end
KEY = "roster-file:"

Read = tuple[RosterRow, ...] | BadRoster


async def on_asked(turn: Turn, argument: str) -> None:
    """``/roster``: how many there are; the next document is an import."""
    members = await nobody.known(turn.tx)
    active = [member for member in members if member.suspended_at is None]
    counts: dict[str, Any] = {role.value: sum(member.role is role for member in active) for role in Role}
    counts |= {"away": len(await unreachable(turn.tx, active)), "suspended": len(members) - len(active)}
    turn.tx.timers.put(Timer(_wanted_key(turn), "forget", turn.now + WANTED, turn.address.id))
    export = Button(turn.say("button-roster-export"), "export:now")
    turn.reply("roster-how", ((export,),), **counts)


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """Whether it is a roster file: of an administrator, with the command under it or before it, or a table by its name,
    which else would lie in a case. Another member's is taken from the chat and not read; anybody else's is none.
    """
    said, file = turn.incoming, turn.incoming.file
    if said.kind is not Kind.MESSAGE or file is None:
        return False
    named = replace(said, text=said.typed or said.text).command == "roster"
    if not turn.is_administrator:
        if named and turn.active is not None and said.message_id is not None:
            sending.delete(turn.tx, turn.address.id, [said.message_id])
            turn.reply("roster-not-yours")
        return named and turn.active is not None
    named = named or file.name.casefold().endswith(TABLES)
    waited = await turn.tx.timers.get(_wanted_key(turn))
    if not named and (waited is None or waited.due_at <= turn.now or file.kind is not FileKind.DOCUMENT):
        return False
    if file.kind is not FileKind.DOCUMENT:
        turn.reply("roster-type")
    elif file.size is not None and file.size > MOST:
        turn.reply("roster-big", megabytes=MOST // 2**20)
    else:
        about = {"id": file.file_id, "for": READS, "message": said.message_id}
        number, at = turn.tx.new_id(), turn.received_at
        sent = SentFile(number, turn.address.id, file.kind, FileState.WANTED, at, about, new_key(), file.size)
        turn.tx.files.add(sent)
        turn.reply("roster-reading")
    return True


def read(service: Service, data: bytes) -> Read:
    """What the file says, or what is wrong with it. For a thread: it may take a second."""
    try:
        rows = parse(text_of(data), cache(city_reader(service.gazetteer)), service.phone_region)
    except BadRoster as bad:
        return bad
    many = RosterMistake(PEOPLE + 2, "", str(len(rows)), f"expected {PEOPLE} people at most", "many")
    return BadRoster([many]) if len(rows) > PEOPLE else rows


async def on_read(tx: Transaction, service: Service, file: SentFile, found: Read) -> None:
    """The file is read: its message goes, and its sender sees what it would change."""
    _forget(tx, file)
    if not await is_administrator(tx, service, file.address_id):
        return
    language = await language_of(tx, service, file.address_id)
    if isinstance(found, BadRoster):
        shown = preview.mistakes(service, language, found)
    else:
        for earlier in await tx.roster_files.by(address_id=file.address_id):
            tx.roster_files.remove(earlier.id)
        text = format_roster(found, lambda city: city)
        kept = RosterFile(tx.new_id(), file.address_id, tx.now, text, b"")
        shown = await _previewed(tx, service, kept, found, language)
        tx.timers.put(Timer(f"import:{kept.id}", "import-left", tx.now + WAITS, kept.id))
    sending.message(tx, service, file.address_id, shown, Lane.REPLY)


async def on_left(tx: Transaction, service: Service, file: SentFile, why: Left) -> None:
    """It cannot be fetched: too big, or the messenger does not have it."""
    _forget(tx, file)
    language = await language_of(tx, service, file.address_id)
    key = "roster-gone" if why is Left.GONE else "roster-big"
    text = service.words.say(language, key, megabytes=MOST // 2**20)
    sending.message(tx, service, file.address_id, Presentation(text), Lane.REPLY)


async def own(turn: Turn, argument: str) -> RosterFile | None:
    """The file of that number that the actor sent, while it waits."""
    found = await turn.tx.roster_files.get(id_in(argument) or 0)
    return found if found is not None and found.address_id == turn.address.id else None


async def on_confirmed(turn: Turn, kept: RosterFile) -> None:
    """*Do it*, if it still does what was shown; else it is shown anew."""
    tx, service = turn.tx, turn.service
    rows = parse(kept.text, city_reader(service.gazetteer), service.phone_region)
    if _hash(tx, await would_change(tx, rows)) != kept.shown:
        turn.reply_in_place("roster-stale")
        turn.show(await _previewed(tx, service, kept, rows, turn.language))
        return
    tx.roster_files.remove(kept.id)
    added, _ = await roster.put(tx, service, rows)
    turn.reply_in_place("roster-done", added=added, people=len(rows))


async def on_declined(turn: Turn, kept: RosterFile) -> None:
    """*Leave it as it is*."""
    turn.tx.roster_files.remove(kept.id)
    turn.reply_in_place("roster-left")


async def on_forgotten(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has said yes for an hour."""
    if await tx.roster_files.get(timer.subject_id) is not None:
        tx.roster_files.remove(timer.subject_id)


async def on_export(turn: Turn, argument: str) -> None:
    """The roster as a spreadsheet opens it. Who is suspended is left out: a file that names them would end it."""
    named = cache(lambda city: name_to_import(turn.service.gazetteer, city))
    members = await turn.tx.members.by(suspended_at=None)
    rows = [await roster.row_of(turn.tx, one) for one in members]
    text = format_roster([row for row in rows if row.telegram_id], named)
    content = text.encode("utf-8-sig")  # by the mark a spreadsheet knows that it is UTF-8
    day = turn.now.astimezone(turn.service.zone).date().isoformat()
    caption, key = turn.say("roster-exported"), f"{KEY}{turn.tx.new_id()}"
    sending.document(turn.tx, turn.address.id, caption, content, f"roster-{day}.csv", key)


async def on_sent(tx: Transaction, service: Service, row: Outgoing) -> None:
    """An exported file is in the chat: we forget what is in it, and take it from there in an hour."""
    tx.outgoing.put(replace(row, payload={}))
    tx.timers.put(Timer(f"export:{row.id}", "export-over", tx.now + STAYS, row.id))


async def on_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """The hour is over."""
    row = await tx.outgoing.get(timer.subject_id)
    if row is not None and row.message_id is not None:
        sent_at = row.sent_at or row.created_at
        sending.take_away(tx, row.address_id, row.message_id, sent_at, FileKind.DOCUMENT, Lane.REPLY)
        tx.outgoing.remove(row.id)


async def _previewed(
    tx: Transaction, service: Service, kept: RosterFile, rows: tuple[RosterRow, ...], language: str
) -> Presentation:
    found = await would_change(tx, rows)
    tx.roster_files.put(replace(kept, shown=_hash(tx, found)))
    return preview.changes(service, language, found, kept.id)


async def would_change(tx: Transaction, rows: tuple[RosterRow, ...]) -> Changes:
    """What an import would do to the roster as it is now."""
    members = await nobody.known(tx)
    await tx.addresses.prefetch("id", [id for member in members for id in addresses_of(member)])
    every = [(await roster.row_of(tx, one), one.suspended_at is not None) for one in members]
    known = {row.telegram_id: row for row, _ in every if row.telegram_id}
    suspended = {row.telegram_id for row, over in every if over}
    others = [row for row, over in every if not row.telegram_id and not over]
    return changes(rows, known, suspended, others)


def _hash(tx: Transaction, found: Changes) -> bytes:
    return tx.keyed_hash("import", repr(found))


def _forget(tx: Transaction, file: SentFile) -> None:
    tx.files.remove(file.id)
    message_id = file.about.get("message")
    if message_id is not None:
        sending.delete(tx, file.address_id, [message_id])


def _wanted_key(turn: Turn) -> str:
    return f"roster-wanted:{turn.address.id}"
