"""docs/run/retention.md, row by row: what is old of each table is counted by dabyl purge --dry-run and removed by it;
what is young stays. The bot never ran: nothing here goes by its timers.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import asdict, replace
from sqlalchemy import Table, select

from core.forgetting.remains import GONE
from core.model import Dialogue, Entry
from core.papers.letter import LetterChoices, choices_to_text
from core.records.door_lists import ListState
from core.records.papers import PaperState
from core.traffic import Choice, Message, Timer
from core.vocabulary import CaseState, DialogueState, ReportState
from handlers.routes import TIMERS
from storage import inbox
from storage.database import Database
from storage.purge.finished_rows import Left
from storage.schema import metadata
from storage.schema.columns import Id
from storage.sealing import Keyring
from tests.cli.command import KEY_VALUE, dabyl
from tests.storage.samples import LATER, NOW, SAMPLES, WORDS

TOLD = Path(__file__).parents[2] / "docs" / "run" / "retention.md"
YOUNGER = 1_000  # what an id of a young row is more than that of the same old one
NOTHING_LEADS, FORM, DRAFT, BEGUN, NOTE, UNMADE, LETTER, NOTED, TYPED, TOLD_OF = range(
    500, 510
)  # ids of more rows


def old_rows() -> list[tuple[str, Any]]:
    """A row of every table, of 2018 and over, and what is over in another way; as an attribute of a transaction names it."""
    of_none: dict[str, Any] = {"case_id": None, "told_to": None, "receipt_lookup": None}
    changed: dict[str, dict[str, Any]] = {
        "cases": {"state": CaseState.CLOSED, "forgotten": (), "forgotten_at": None},
        "dialogues": {"state": DialogueState.FINISHED},
        "door_lists": {"state": ListState.WRITTEN},
        "timeline": {"emptied": None},
        "outgoing": {"state": "sent", "key": None, "lease": None},
    }
    rows = [(name, replace(row, **changed.get(name, {}))) for name, row in SAMPLES.items()]
    form, report, paper = SAMPLES["dialogues"], SAMPLES["reports"], SAMPLES["papers"]
    nobodys = replace(SAMPLES["addresses"], id=NOTHING_LEADS, lookup=b"nothing leads there")
    left: list[tuple[str, int, Left]] = [
        ("report", DRAFT, Left.WORDS),
        ("note", NOTE, Left.NOTE),
        ("paper", UNMADE, Left.PAPER),
        ("letter", LETTER, Left.LETTER),
    ]
    ended = Dialogue(FORM, 1, "search", 0, DialogueState.FINISHED, NOW, LATER, {"who": {"value": WORDS}})
    unmade = replace(paper, id=UNMADE, state=PaperState.DRAFT, case_id=None, incident_id=None)
    return [
        *rows,
        ("addresses", replace(nobodys, silenced_at=None, muted_until=None)),
        ("addresses", replace(nobodys, id=TOLD_OF, lookup=b"told of another bot", silenced_at=None)),
        ("notices", replace(SAMPLES["notices"], id=TOLD_OF, address_id=TOLD_OF)),
        ("dialogues", ended),
        ("dialogues", replace(form, id=NOTE, state=DialogueState.FINISHED, updated_at=LATER)),
        ("reports", replace(report, id=DRAFT, state=ReportState.DRAFT, **of_none)),
        ("entries", Entry(DRAFT, DRAFT, NOW, "words", {"text": WORDS})),
        ("reports", replace(report, id=BEGUN, state=ReportState.EXPIRED, **of_none)),
        ("draft_lines", replace(SAMPLES["draft_lines"], id=BEGUN, report_id=BEGUN)),
        ("papers", unmade),
        ("papers", replace(unmade, id=LETTER, answers={"letter": choices_to_text(LetterChoices())})),
        ("messages", Message(NOTED, 1, 78, NOW, outgoing=False)),
        ("cards", replace(SAMPLES["cards"], id=BEGUN, subject="draft", subject_id=BEGUN, case_id=0)),
        ("choices", Choice(TYPED, 1, "12", "accept:9", b"label", NOW)),
        *(("timers", Timer(f"{name}:{id}", kind.value, LATER, id)) for name, id, kind in left),
    ]


def table_of(name: str) -> Table:
    """Where a transaction keeps what it calls so."""
    return metadata.tables["outbox" if name == "outgoing" else name]


def key_of(name: str, row: Any) -> tuple[str, Any]:
    """Its table and key."""
    table = table_of(name)
    return table.name, getattr(row, next(iter(table.primary_key.columns)).name)


def younger(name: str, row: Any, by: timedelta) -> Any:
    """The same so much later, with other ids and other keys."""
    table, changed = table_of(name), dict[str, Any]()
    for field, value in asdict(row).items():
        is_key = table.c[field].primary_key or field in ("lookup", "receipt_lookup", "code", "template")
        if isinstance(value, datetime | date):
            changed[field] = value + by
        elif table.c[field].type is Id and value is not None:
            changed[field] = value + YOUNGER
        elif is_key and isinstance(value, bytes):
            changed[field] = value + b" of now"
        elif is_key and isinstance(value, str):
            changed[field] = f"{value} of now"
    if table.name == "previews":
        changed["id"] = (NOW + by).date().toordinal()
    if table.name in ("export_permits", "outgoing_numbers"):
        changed["number"] = row.number + 1
    return replace(row, **changed)


@asynccontextmanager
async def opened(storage_url: str) -> AsyncIterator[Database]:
    """For as long as it is needed."""
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    try:
        yield database
    finally:
        await database.close()


async def planted(storage_url: str) -> None:
    """Everything, old and young; and what came then and comes now, one update handled and one that nobody could handle."""
    now = datetime.now(UTC)
    by = now - NOW - timedelta(minutes=1)
    async with opened(storage_url) as database:
        async with database.write(NOW) as tx:
            for name, row in old_rows():
                getattr(tx, name).add(row)
                getattr(tx, name).add(younger(name, row, by))
        for at, number in ((NOW, 1), (now, 3)):
            async with database.write(at) as tx:
                await inbox.store(tx, "telegram", [(number, WORDS.encode()), (number + 1, b"{}")])
                done, parked = await inbox.next_open(tx, 2)
                await inbox.mark_done(tx, [done.id])
                await inbox.park(tx, parked.id, "ValueError")


async def held(storage_url: str) -> dict[str, dict[Any, Any]]:
    """All rows that the database holds, opened, by table and key."""
    found: dict[str, dict[Any, Any]] = {}
    async with opened(storage_url) as database, database.read(NOW) as tx:
        for name in SAMPLES:
            rows = await getattr(tx, name).select()
            found[table_of(name).name] = {key_of(name, row)[1]: row for row in rows}
        came = await tx.execute(select(metadata.tables["inbox"]))
        found["inbox"] = {row.update_id: tuple(row) for row in came}
    return found


def gone(row: Any) -> bool:
    """Nothing is left of it."""
    return row is None


def without(*names: str) -> Callable[[Any], bool]:
    """The row is there, and has nothing in these fields."""
    return lambda row: row is not None and not any(getattr(row, name) for name in names)


def of_nobody(row: Any) -> bool:
    """A report that leads to no chat and by no code."""
    return row.address_id != SAMPLES["addresses"].id and row.receipt_lookup is row.consent is None


HELP, OF_CASE = ("cases", "help"), ("cases", "words")
# What of the table goes: as what --dry-run counts it, and what becomes of which row.
GOES: dict[str, dict[tuple[str, str], dict[Any, Callable[[Any], bool]]]] = {
    "cases": {
        ("cases", "papers"): {3: lambda row: "papers" in row.forgotten},
        ("cases", "files"): {3: lambda row: "files" in row.forgotten},
        HELP: {3: without("owner_id", "second_id")},
        OF_CASE: {3: without("district")},
    },
    "reports": {
        HELP: {4: of_nobody},
        ("reports", "words of reports that were only begun"): {DRAFT: gone},
        ("reports", "reports that were only begun"): {BEGUN: gone},
    },
    "draft_lines": {("reports", "reports that were only begun"): {BEGUN: gone}},
    "guests": {HELP: {17: gone}},
    "checkins": {("checkins", "check-ins that were missed"): {16: gone}},
    "entries": {
        ("entries", "words"): {5: gone},
        ("reports", "words of reports that were only begun"): {DRAFT: gone},
    },
    "files": {("files", "files"): {18: gone}},
    "claims": {("claims", "words"): {15: lambda row: row.value == GONE}},
    "incidents": {OF_CASE: {32: without("name")}},
    "alerts": {("alerts", "help"): {8: lambda row: row.member_id != SAMPLES["members"].id}},
    "timeline": {("timeline", "words"): {11: without("details", "actor_id")}},
    "clock_marks": {OF_CASE: {20: without("known")}},
    "dialogues": {
        ("dialogues", "forms that have ended"): {FORM: gone},
        ("dialogues", "words that no case has"): {NOTE: gone},
    },
    "name_blocks": {OF_CASE: {18: gone}},
    "pairs": {OF_CASE: {18: gone}},
    "papers": {
        ("papers", "papers"): {37: gone},
        ("papers", "papers that nobody made"): {UNMADE: gone},
        ("papers", "letters that nobody goes on with"): {LETTER: gone},
    },
    "paper_templates": {("papers", "papers"): {"a hash": gone}},
    "holds": {OF_CASE: {34: without("reason")}},
    "rounds": {OF_CASE: {21: without("case_id")}},
    "cards": {HELP: {9: gone}, ("reports", "reports that were only begun"): {BEGUN: gone}},
    "outbox": {("outbox", "texts that have left"): {10: gone}},
    "inbox": {("inbox", "updates"): {1: gone}, ("inbox", "updates that nobody could handle"): {2: gone}},
    "messages": {("messages", "notes of messages"): {NOTED: gone}},
    "choices": {("choices", "choices that could be typed"): {36: gone, TYPED: gone}},
    "practices": {("practices", "practices that are over"): {17: gone}},
    "lookups": {("lookups", "questions that are settled"): {19: gone}},
    "roster_files": {("roster_files", "rosters that nobody said yes to"): {21: gone}},
    "door_lists": {("door_lists", "lists from a door"): {22: gone}},
    "invitations": {("invitations", "invitations that are settled"): {20: gone}},
    "bindings": {("bindings", "words that add an address"): {37: gone}},
    "members": {("members", "members that were"): {2: without("name", "phone")}},
    "signatures": {("members", "members that were"): {21: without("name")}},
    "addresses": {("addresses", "chats of nobody"): {NOTHING_LEADS: gone}},
    "export_permits": {("export_permits", "reasons"): {33: without("reason")}},
    "previews": {("previews", "remarks on digests"): {736954: gone}},
    "notices": {("notices", "notices of another bot"): {35: gone, TOLD_OF: gone}},
    "stints": {("stints", "times of duty"): {18: gone}},
}
STAY = frozenset(
    ("persons", "links", "incident_links", "station_calls", "digests", "postings", "drills", "drill_offers", "timers",
     "boots", "alarms", "told_channels", "secrets", "sealing_keys", "emergency_steps", "evidence", "day_lines",
     "outgoing_numbers")
)  # fmt: skip


def test_every_table_has_a_row_in_the_document_and_a_story_here() -> None:
    text = TOLD.read_text("utf-8").partition("## Every table")[2].partition("\n## ")[0]
    first = " ".join(line.split("|")[1] for line in text.splitlines() if line.startswith("| "))
    told = set(re.findall(r"[a-z_]+", re.sub(r"\(.*?\)", "", first))) & metadata.tables.keys()
    assert told == metadata.tables.keys() == GOES.keys() | STAY


def test_what_goes_by_a_timer_of_the_bot_goes_by_one_that_there_is() -> None:
    assert {kind.value for kind in Left} <= TIMERS.keys()


def test_what_is_old_is_counted_and_removed_and_what_is_young_stays(config: Path, storage_url: str) -> None:
    asyncio.run(planted(storage_url))
    before = asyncio.run(held(storage_url))
    counted = json.loads(dabyl("purge", "--dry-run", "--json", config=config).out)["due"]
    due = {(row["table"], row["reason"]) for row in counted if row["rows"]}
    assert due == {reason for rules in GOES.values() for reason in rules}
    assert asyncio.run(held(storage_url)) == before
    assert dabyl("purge", config=config).code == 0
    after = asyncio.run(held(storage_url))
    wrong = [
        (table, key, after[table].get(key))
        for table, rules in GOES.items()
        for rows in rules.values()
        for key, is_left in rows.items()
        if not is_left(after[table].get(key))
    ]
    assert wrong == []
    old = {("inbox", 1), ("inbox", 2), *(key_of(name, row) for name, row in old_rows())}
    for table, rows in before.items():
        young = {key: row for key, row in rows.items() if (table, key) not in old}
        assert {key: after[table].get(key) for key in young} == young, table
    assert dabyl("purge", "--dry-run", config=config).out == "Nothing is over its term.\n"
