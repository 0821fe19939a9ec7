"""The roster as a file in an administrator's chat: sent, shown what it would change or what is wrong with it, and done with
one tap; or handed out.

A file is read in memory and never written to a disk; its message is deleted. Between the preview and the tap its people wait
in a sealed row, an hour at most; what has changed since is not overwritten unseen. One screen shows as much as it holds, and
counts the rest.
"""

from datetime import timedelta
from functools import cache
from typing import Any

from msgspec.structs import replace

from core.fluent_words import Words
from core.folding import inert_line
from core.forgetting.retention_terms import DEFAULTS
from core.incoming import FileKind
from core.presentation import Button, Presentation, Style
from core.records.invitations import RosterFile
from core.roster.csv_file import city_reader, format_roster, name_to_import, parse_roster
from core.roster.person_row import (
    BadRoster,
    RosterChanges,
    RosterMistake,
    RosterRow,
    roster_changes,
    shorten_value,
)
from core.roster.spreadsheet import LARGEST_FILE, table_text
from core.sent_files import FileState, NotFetchedReason, SentFile
from core.traffic import Lane, Outgoing, Timer
from core.vocabulary import Role
from handlers.casework import roster
from handlers.forms.form_behaviour import OpenForm
from handlers.outbox import sending
from handlers.people import placeholders
from handlers.people.membership import addresses_of
from handlers.people.readers import is_administrator, language_of, unreachable_ids
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.sealed_files import new_key
from storage.transaction import Transaction

LINES = 12  # people or mistakes that are listed
LONGEST = 60  # characters of a name


def changes_view(service: Service, language: str, found: RosterChanges, number: int) -> Presentation:
    """Added, changed and how, unchanged; and one tap that does it. ``number``: that of the file."""
    say = service.words.say
    counts = {"added": len(found.added), "changed": len(found.changed), "unchanged": found.unchanged}
    lines = [say(language, "roster-preview", **counts, missing=found.missing)]
    people = [
        *(f"➕ {_short_name(row.name)} · {say(language, f'members-{row.role}')}" for row in found.added),
        *(
            f"✏️ {_short_name(row.name)}: {', '.join(say(language, f'roster-column-{column}') for column in columns)}"
            for row, columns in found.changed
        ),
    ]
    lines += [*people[:LINES], *_rest_line(service, language, len(people))]
    if not found.coordinators:
        lines.append(say(language, "roster-no-coordinator"))
    if not people:
        return Presentation("\n".join([*lines, say(language, "roster-nothing")]), protect=True)
    rows = (
        (Button(say(language, "button-roster-do"), f"import:{number}", Style.SUCCESS),),
        (Button(say(language, "button-roster-leave"), f"noimport:{number}"),),
    )
    return Presentation("\n".join(lines), rows, protect=True)


def mistakes_view(service: Service, language: str, bad: BadRoster) -> Presentation:
    """All of them as far as they fit; nothing was changed."""
    say = service.words.say
    lines = [say(language, "roster-bad", count=len(bad.mistakes))]
    lines += [f"• {mistake_line(service.words, language, mistake)}" for mistake in bad.mistakes[:LINES]]
    lines += _rest_line(service, language, len(bad.mistakes))
    return Presentation("\n".join(lines), protect=True)


def mistake_line(words: Words, language: str, mistake: RosterMistake) -> str:
    """Where, what stands there, and what was expected; in a chat and on a terminal."""
    say = words.say
    column = say(language, f"roster-column-{mistake.column}") if mistake.column else ""
    value = inert_line(shorten_value(mistake.value)) if mistake.value else ""
    where = say(language, "roster-line", line=mistake.line)
    said = " · ".join(part for part in (where, column, value) if part)
    return f"{said}: {say(language, f'roster-wrong-{mistake.key}')}"


def _rest_line(service: Service, language: str, count: int) -> list[str]:
    return [service.words.say(language, "roster-more", count=count - LINES)] if count > LINES else []


def _short_name(name: str) -> str:
    name = inert_line(name)
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


READS = "roster"  # what a file is for
PEOPLE = 1000  # of one file: they are written in one transaction
WANTED = timedelta(minutes=10)  # after /roster
WAITS = DEFAULTS.rosters  # for the tap
STAYS = timedelta(hours=1)  # so long an exported file stays in the chat
KEY = "roster-file:"

ReadRoster = tuple[RosterRow, ...] | BadRoster


async def on_roster_asked(turn: Turn, argument: str) -> None:
    """``/roster``: how many there are; the next document is an import."""
    members = await placeholders.remembered_members(turn.tx)
    active = [member for member in members if member.suspended_at is None]
    counts: dict[str, Any] = {role.value: sum(member.role is role for member in active) for role in Role}
    counts |= {"away": len(await unreachable_ids(turn.tx, active)), "suspended": len(members) - len(active)}
    turn.tx.timers.put(Timer(_wanted_key(turn), "forget", turn.now + WANTED, turn.address.id))
    export = Button(turn.say("button-roster-export"), "export:now")
    turn.reply("roster-how", ((export,),), **counts)


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """A roster file. Another member's is taken from the chat and not read."""
    said, file = turn.incoming, turn.incoming.file
    if file is None:
        return
    if not turn.is_administrator:
        if said.message_id is not None:
            sending.delete_messages(turn.tx, turn.address.id, [said.message_id])
            turn.reply("roster-not-yours")
    elif file.kind is not FileKind.DOCUMENT:
        turn.reply("roster-type")
    elif file.size is not None and file.size > LARGEST_FILE:
        turn.reply("roster-big", megabytes=LARGEST_FILE // 2**20)
    else:
        about = {"id": file.file_id, "for": READS, "message": said.message_id}
        number, at = turn.tx.new_id(), turn.received_at
        sent = SentFile(number, turn.address.id, file.kind, FileState.WANTED, at, about, new_key(), file.size)
        turn.tx.files.add(sent)
        turn.reply("roster-reading")


async def is_awaited(turn: Turn) -> bool:
    """Whether the administrator has just asked for it."""
    waited = await turn.tx.timers.get(_wanted_key(turn))
    return waited is not None and waited.due_at > turn.now


def read_roster(service: Service, data: bytes) -> ReadRoster:
    """What the file says, or what is wrong with it. For a thread: it may take a second."""
    try:
        rows = parse_roster(table_text(data), cache(city_reader(service.gazetteer)), service.phone_region)
    except BadRoster as bad:
        return bad
    many = RosterMistake(PEOPLE + 2, "", str(len(rows)), f"expected {PEOPLE} people at most", "many")
    return BadRoster([many]) if len(rows) > PEOPLE else rows


async def on_roster_read(tx: Transaction, service: Service, file: SentFile, found: ReadRoster) -> None:
    """The file is read: its message goes, and its sender sees what it would change."""
    _forget_file(tx, file)
    if not await is_administrator(tx, service, file.address_id):
        return
    language = await language_of(tx, service, file.address_id)
    if isinstance(found, BadRoster):
        shown = mistakes_view(service, language, found)
    else:
        for earlier in await tx.roster_files.by(address_id=file.address_id):
            tx.roster_files.remove(earlier.id)
        text = format_roster(found, lambda city: city)
        kept = RosterFile(tx.new_id(), file.address_id, tx.now, text, b"")
        shown = await _preview(tx, service, kept, found, language)
        tx.timers.put(Timer(f"import:{kept.id}", "import-left", tx.now + WAITS, kept.id))
    sending.send_message(tx, service, file.address_id, shown, Lane.REPLY)


async def on_file_left(tx: Transaction, service: Service, file: SentFile, why: NotFetchedReason) -> None:
    """It cannot be fetched: too big, or the messenger does not have it."""
    _forget_file(tx, file)
    language = await language_of(tx, service, file.address_id)
    key = "roster-gone" if why is NotFetchedReason.GONE else "roster-big"
    text = service.words.say(language, key, megabytes=LARGEST_FILE // 2**20)
    sending.send_message(tx, service, file.address_id, Presentation(text), Lane.REPLY)


async def own_file(turn: Turn, argument: str) -> RosterFile | None:
    """The file of that number that the actor sent, while it waits."""
    found = await turn.tx.roster_files.get(id_in(argument) or 0)
    return found if found is not None and found.address_id == turn.address.id else None


async def on_confirmed(turn: Turn, kept: RosterFile) -> None:
    """*Do it*, if it still does what was shown; else it is shown again."""
    tx, service = turn.tx, turn.service
    rows = parse_roster(kept.text, city_reader(service.gazetteer), service.phone_region)
    if _roster_hash(tx, await planned_changes(tx, rows)) != kept.shown:
        turn.reply_in_place("roster-stale")
        turn.show(await _preview(tx, service, kept, rows, turn.language))
        return
    tx.roster_files.remove(kept.id)
    added, _ = await roster.save_rows(tx, service, rows)
    turn.reply_in_place("roster-done", added=added, people=len(rows))


async def on_declined(turn: Turn, kept: RosterFile) -> None:
    """*Leave it as it is*."""
    turn.tx.roster_files.remove(kept.id)
    turn.reply_in_place("roster-left")


async def on_unconfirmed(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has said yes for an hour."""
    if await tx.roster_files.get(timer.subject_id) is not None:
        tx.roster_files.remove(timer.subject_id)


async def on_export(turn: Turn, argument: str) -> None:
    """The roster as a spreadsheet opens it. Suspended members are left out: a file that names them would end the
    suspension.
    """
    named = cache(lambda city: name_to_import(turn.service.gazetteer, city))
    members = await turn.tx.members.by(suspended_at=None)
    rows = [await roster.row_of(turn.tx, member) for member in members]
    text = format_roster([row for row in rows if row.telegram_id], named)
    content = text.encode("utf-8-sig")  # by the mark a spreadsheet knows that it is UTF-8
    day = turn.now.astimezone(turn.service.zone).date().isoformat()
    caption, key = turn.say("roster-exported"), f"{KEY}{turn.tx.new_id()}"
    sending.send_document(turn.tx, turn.address.id, caption, content, f"roster-{day}.csv", key)


async def on_file_sent(tx: Transaction, service: Service, row: Outgoing) -> None:
    """An exported file is in the chat: we forget what is in it, and take it from there in an hour."""
    tx.outgoing.put(replace(row, payload={}))
    tx.timers.put(Timer(f"export:{row.id}", "export-over", tx.now + STAYS, row.id))


async def on_file_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """The hour is over."""
    row = await tx.outgoing.get(timer.subject_id)
    if row is not None and row.message_id is not None:
        sent_at = row.sent_at or row.created_at
        sending.take_message_away(tx, row.address_id, row.message_id, sent_at, FileKind.DOCUMENT, Lane.REPLY)
        tx.outgoing.remove(row.id)


async def _preview(
    tx: Transaction, service: Service, kept: RosterFile, rows: tuple[RosterRow, ...], language: str
) -> Presentation:
    found = await planned_changes(tx, rows)
    tx.roster_files.put(replace(kept, shown=_roster_hash(tx, found)))
    return changes_view(service, language, found, kept.id)


async def planned_changes(tx: Transaction, rows: tuple[RosterRow, ...]) -> RosterChanges:
    """What an import would do to the roster as it is now."""
    members = await placeholders.remembered_members(tx)
    await tx.addresses.prefetch("id", [id for member in members for id in addresses_of(member)])
    every = [(await roster.row_of(tx, member), member.suspended_at is not None) for member in members]
    known = {row.telegram_id: row for row, _ in every if row.telegram_id}
    suspended = {row.telegram_id for row, over in every if over}
    others = [row for row, over in every if not row.telegram_id and not over]
    return roster_changes(rows, known, suspended, others)


def _roster_hash(tx: Transaction, found: RosterChanges) -> bytes:
    return tx.keyed_hash("import", repr(found))


def _forget_file(tx: Transaction, file: SentFile) -> None:
    tx.files.remove(file.id)
    message_id = file.about.get("message")
    if message_id is not None:
        sending.delete_messages(tx, file.address_id, [message_id])


def _wanted_key(turn: Turn) -> str:
    return f"roster-wanted:{turn.address.id}"
