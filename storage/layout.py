"""How one class lies in its table: row ↔ plain values ↔ sealed values.

*Plain* values are a tuple in the order of the fields, in the form in which they can be compared and written: dicts and
tuples as JSON, enums by value, sealed fields as bytes still in the clear. Two rows are equal for the database when their
plain tuples are, so even a dict that somebody changed in place is noticed when its row is put.

Sealed can be text, bytes, and what JSON has, with None where the field may be empty; anything else is refused at the start.

Rows that give power carry a keyed hash of what they say: written with the row, compared whenever it is loaded.

To change such a row without the key gains nothing: it is read as a row that gives no power, and it is reported. What is not
noticed: an earlier row of the same member that was put back whole, and a row that was deleted.
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace
from sqlalchemy import Table

from core import model, sent_files, traffic, unread
from core.casework import claims
from core.exporting import scope
from core.records import (
    check_ins,
    door_lists,
    drills,
    emergency_steps,
    holds,
    incidents,
    invitations,
    lookups,
    papers,
    postings,
    station_calls,
)
from core.records.invitations import InvitationState
from core.rota import Stint
from storage import schema
from storage.codecs import Codec, plain_codec, sealed_codec
from storage.errors import Damaged
from storage.schema.columns import bound_to
from storage.sealing import Keyring, context

T = TypeVar("T")
SEAL = "seal"  # the column


class Vouched(Struct, Generic[T], frozen=True):
    """``names``: the columns that the hash covers. ``powerless``: the row as it is read where the hash does not fit.

    ``later``: columns that came when there were hashes; they are covered where they say anything.
    """

    names: tuple[str, ...]
    powerless: Callable[[T], T]
    later: tuple[str, ...] = ()


def seal_of(key: bytes, table: str, values: Sequence[Any]) -> bytes:
    """The keyed hash of these plain values."""
    text = json.dumps([table, *map(_written, values)], separators=(",", ":"))
    return hmac.digest(key, b"vouched\0" + text.encode(), hashlib.sha256)


def _written(value: Any) -> Any:
    """The same from every database, and however it was given."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return int(value) if isinstance(value, bool) else value


Plain = tuple[Any, ...]


class Layout(Generic[T]):
    """``cls`` in ``table``. ``kept``: its opened rows are kept (storage.unsealed_cache); nothing in them ever changes.

    ``vouched``: its rows carry a hash of what they say (storage.layout). ``closed``: as what a row without one is read
    when a value of it is damaged.
    """

    def __init__(
        self,
        cls: type[T],
        table: Table,
        *,
        kept: bool = False,
        vouched: Vouched[T] | None = None,
        closed: Callable[[T], T] | None = None,
    ) -> None:
        self.table = table
        self.kept = kept
        self.vouched = vouched
        self._powerless = closed if vouched is None else vouched.powerless
        hints = {field.name: field.type for field in fields(cls)}  # type: ignore[arg-type]
        self.names = list(hints)
        self.key: str = next(iter(table.primary_key.columns)).name
        self.key_at = self.names.index(self.key)
        self.sealed_at = [i for i, n in enumerate(self.names) if "sealed" in table.c[n].info]
        self._make: Callable[..., T] = cls
        self._get: Callable[[T], Plain] = attrgetter(*self.names)
        self._bound_at = self.names.index(bound_to(table))
        codecs = {
            i: sealed_codec(f"{table.name}.{n}", hints[n]) if i in self.sealed_at else plain_codec(hints[n])
            for i, n in enumerate(self.names)
        }
        self._codecs: dict[int, Codec] = {i: codec for i, codec in codecs.items() if codec}
        self._to_fields = [(i, to_field) for i, (_, to_field) in self._codecs.items()]

    def plain(self, row: T) -> Plain:
        """The row's plain values."""
        values = list(self._get(row))
        for i, (to_plain, _) in self._codecs.items():
            if values[i] is not None or i in self.sealed_at:
                values[i] = to_plain(values[i])
        return tuple(values)

    def row(self, plain: Plain) -> T:
        """The row of plain values."""
        values = list(plain)
        for i, to_field in self._to_fields:
            if values[i] is not None:
                values[i] = to_field(values[i])
        return self._make(*values)

    def vouch(self, plain: Plain, key: bytes) -> Plain:
        """The plain values with the hash that belongs to them; as they are, in a table without."""
        if self.vouched is None:
            return plain
        values = dict(zip(self.names, plain, strict=True))
        covered = [values[name] for name in self.vouched.names]
        covered += [values[name] for name in self.vouched.later if values[name] is not None]
        values[SEAL] = seal_of(key, self.table.name, covered)
        return tuple(values.values())

    def shown(self, plain: Plain, *, whole: bool) -> T:
        """The row of plain values, without its hash; where that does not fit, as one that gives no power."""
        if self.vouched is not None:
            at = self.names.index(SEAL)
            plain = (*plain[:at], None, *plain[at + 1 :])
        row = self.row(plain)
        return row if whole or self._powerless is None else self._powerless(row)

    def value(self, name: str, value: Any) -> Any:
        """One field's value as its column takes it. ValueError for a sealed column: nothing can be found by it."""
        at = self.names.index(name)
        if at in self.sealed_at:
            raise ValueError(f"{self.table.name}.{name} is sealed: it cannot be looked up")
        return self._codecs[at][0](value) if at in self._codecs and value is not None else value

    def seal(self, plain: Plain, keyring: Keyring, columns: Iterable[int] | None = None) -> dict[str, Any]:
        """Column → value to write, of all fields or of those at ``columns``."""
        names = self.names
        values = {names[i]: plain[i] for i in (range(len(names)) if columns is None else columns)}
        for i in self.sealed_at:
            if names[i] in values:
                values[names[i]] = keyring.seal(plain[i], self._context(i, plain))
        return values

    def unseal(self, record: Sequence[Any], keyring: Keyring, *, damaged: bool = False) -> Plain:
        """The plain values of a record, whose columns are in the order of the table. ``damaged``: what of its texts does not
        open is empty.
        """
        values = list(record)
        for i in self.sealed_at:
            try:
                values[i] = keyring.unseal(values[i], self._context(i, record))
            except Damaged:
                if not damaged:
                    raise
                values[i] = b""
        return tuple(values)

    def _context(self, at: int, values: Sequence[Any]) -> str:
        return context(self.table.name, self.names[at], values[self._bound_at])


def _names(columns: str) -> tuple[str, ...]:
    return tuple(columns.split())


# Parents before children.
ADDRESSES = Layout(
    model.Address,
    schema.addresses,
    kept=True,
    closed=lambda address: replace(address, unreachable_since=address.created_at),
)
MEMBERS = Layout(
    model.Member,
    schema.members,
    kept=True,
    vouched=Vouched(
        _names("id address_id role name languages cities on_duty phone escalation created_at suspended_at"),
        lambda member: replace(member, suspended_at=member.created_at),
        later=("duty", "other_id"),
    ),
)
BINDINGS = Layout(
    invitations.Binding,
    schema.bindings,
    kept=True,
    vouched=Vouched(
        _names("id lookup member_id made_at expires_at"),
        lambda binding: replace(binding, expires_at=binding.made_at),
        later=("address_id",),
    ),
)
CASES = Layout(model.Case, schema.cases, kept=True)
REPORTS = Layout(model.Report, schema.reports, kept=True)
GUESTS = Layout(model.Guest, schema.guests)
FILES = Layout(sent_files.SentFile, schema.files)
ENTRIES = Layout(model.Entry, schema.entries)
DIALOGUES = Layout(model.Dialogue, schema.dialogues)
CHECKINS = Layout(check_ins.CheckIn, schema.checkins)
PRACTICES = Layout(check_ins.Practice, schema.practices)
STINTS = Layout(Stint, schema.stints)
PERSONS = Layout(model.Person, schema.persons)
LINKS = Layout(claims.ReportLink, schema.links)
CLAIMS = Layout(claims.Claim, schema.claims)
INCIDENTS = Layout(incidents.Incident, schema.incidents)
INCIDENT_LINKS = Layout(incidents.IncidentLink, schema.incident_links)
NAME_BLOCKS = Layout(lookups.NameBlock, schema.name_blocks)
PAIRS = Layout(lookups.Pair, schema.pairs)
LOOKUPS = Layout(lookups.LookUp, schema.lookups)
DRILLS = Layout(drills.Drill, schema.drills)
DRILL_OFFERS = Layout(drills.DrillOffer, schema.drill_offers)
INVITATIONS = Layout(
    invitations.Invitation,
    schema.invitations,
    kept=True,
    vouched=Vouched(
        _names(
            "id lookup state made_by created_at expires_at note former_id address_id dialogue_id asked_at"
        ),
        lambda invitation: replace(invitation, state=InvitationState.WITHDRAWN),
    ),
)
ROSTER_FILES = Layout(invitations.RosterFile, schema.roster_files)
DOOR_LISTS = Layout(door_lists.DoorList, schema.door_lists)
ROUNDS = Layout(station_calls.CallRound, schema.rounds)
STATION_CALLS = Layout(station_calls.StationCall, schema.station_calls)
CLOCK_MARKS = Layout(holds.ClockMark, schema.clock_marks)
SIGNATURES = Layout(holds.Signature, schema.signatures)
PAPER_TEMPLATES = Layout(papers.PaperTemplate, schema.paper_templates)
PAPERS = Layout(papers.Paper, schema.papers)
OUTGOING_NUMBERS = Layout(papers.OutgoingNumber, schema.outgoing_numbers)
HOLDS = Layout(holds.Hold, schema.holds)
ALERTS = Layout(model.Offer, schema.alerts)
CARDS = Layout(traffic.Card, schema.cards)
OUTGOING = Layout(traffic.Outgoing, schema.outbox)
TIMERS = Layout(traffic.Timer, schema.timers)
DRAFT_LINES = Layout(unread.DraftLine, schema.draft_lines)
EVIDENCE = Layout(model.EvidenceLine, schema.evidence)
DAY_LINES = Layout(model.DayLine, schema.day_lines)
TIMELINE = Layout(model.TimelineEntry, schema.timeline)
MESSAGES = Layout(traffic.Message, schema.messages)
CHOICES = Layout(traffic.Choice, schema.choices)
DIGESTS = Layout(model.Digest, schema.digests)
PREVIEWS = Layout(postings.DigestPreview, schema.previews)
POSTINGS = Layout(postings.DigestPosting, schema.postings)
EXPORT_PERMITS = Layout(scope.ExportPermit, schema.export_permits)
TOLD_CHANNELS = Layout(
    invitations.ToldChannel,
    schema.told_channels,
    kept=True,
    vouched=Vouched(
        _names("id chat title told_at chosen_at"), lambda channel: replace(channel, chosen_at=None)
    ),
)
ALARMS = Layout(traffic.Alarm, schema.alarms)
EMERGENCY_STEPS = Layout(emergency_steps.EmergencyStep, schema.emergency_steps)
NOTICES = Layout(emergency_steps.Notice, schema.notices)
SEALING_KEYS = Layout(emergency_steps.SealingKey, schema.sealing_keys)
BOOTS = Layout(traffic.Run, schema.boots)
INBOX = Layout(traffic.InboxUpdate, schema.inbox)
# Of what is written of these there are lines (storage.evidence), in which they have these numbers.
COVERED: tuple[Layout[Any], ...] = (
    CASES, REPORTS, CLAIMS, LINKS, ENTRIES, INCIDENTS, INCIDENT_LINKS, FILES, PAPERS
)  # fmt: skip
