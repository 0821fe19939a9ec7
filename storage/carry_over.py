"""Between the revisions 0006 and 0007: what cases held in one sealed value each becomes claims.

It needs the sealing key, so no revision can do it. Cases are carried over in portions, each a transaction that also notes
how far it came: whatever breaks it off, the next `dabyl migrate` goes on behind the last portion. What was carried over
stays where it was until 0007 drops it.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.carried_claims import New, Old, Row, carried
from storage.engine import begin_now, commit
from storage.errors import KeyNeeded
from storage.ids import Ids
from storage.schema.columns import Id, UtcTime
from storage.sealing import Keyring, context

REVISION = "0006"  # after which it is done
PORTION = 300  # cases a transaction
Progress = Callable[[int, int], object]  # how many are done, of how many

_KEPT = sa.MetaData()


def _table(name: str, /, **columns: Any) -> sa.Table:
    return sa.Table(name, _KEPT, *(sa.Column(column, kind) for column, kind in columns.items()))


CASES = _table(
    "cases",
    id=Id,
    opened_at=UtcTime,
    situation=sa.Text,
    facts=sa.LargeBinary,
    alerting=sa.Boolean,
    ongoing=sa.Text,
    verification=sa.Text,
    closed_at=UtcTime,
    outcome=sa.Text,
)
REPORTS = _table("reports", id=Id, case_id=Id, opened_at=UtcTime)
DIALOGUES = _table("dialogues", id=Id, subject_id=Id, form=sa.Text, answers=sa.LargeBinary)
DETAINEES = _table("detainees", id=Id, case_id=Id, name=sa.LargeBinary, noted_at=UtcTime)
LINES = _table("timeline", id=Id, case_id=Id, at=UtcTime, actor_id=Id, kind=sa.Text, details=sa.LargeBinary)
MATTER = ("coded", "closed", "still_held", "says_over", "says_false", "lawyers_wanted", "no_first_action")
ALERTS = _table("alerts", id=Id, case_id=Id, member_id=Id, lapsed_at=UtcTime)
MARK = _table("carried_over", up_to=Id)

LINKS = _table(
    "links",
    id=Id,
    report_id=Id,
    case_id=Id,
    by=Id,
    at=UtcTime,
    rule=sa.Text,
    score=sa.Float,
    ended_at=UtcTime,
)
PERSONS = _table("persons", id=Id, case_id=Id, report_id=Id, created_at=UtcTime)
CLAIMS = _table(
    "claims",
    id=Id,
    case_id=Id,
    report_id=Id,
    kind=sa.Text,
    value=sa.LargeBinary,
    source_kind=sa.Text,
    source_id=Id,
    noted_at=UtcTime,
    certainty=sa.Text,
    person_id=Id,
    at=UtcTime,
    precision=sa.Text,
    until=UtcTime,
    entry_id=Id,
    withdrawn_at=UtcTime,
)


async def require_key(connection: AsyncConnection, keyring: Keyring | None) -> None:
    """Raise KeyNeeded or WrongKey, before anything is changed, if there are cases that this key does not open."""
    count = (await connection.execute(select(func.count()).select_from(CASES))).scalar_one()
    if not count:
        return
    if keyring is None:
        raise KeyNeeded(
            f"The database holds {count} cases, whose sealed facts move to tables of their own: that needs the key with "
            "which the bot runs. Set DABYL_KEY, or DABYL_KEY_FILE to the path of its file, and run `dabyl migrate` again. "
            "Nothing was changed."
        )
    newest = (
        await connection.execute(select(CASES.c.id, CASES.c.facts).order_by(CASES.c.id.desc()).limit(1))
    ).one()
    _opened(keyring, CASES, "facts", dict(newest._mapping))


async def carry_over(connection: AsyncConnection, keyring: Keyring, progress: Progress) -> None:
    """Carry over all cases that are not yet. Begins and commits a transaction for each portion."""
    ids = Ids()
    await begin_now(connection)
    ids.not_below(await _highest(connection))
    after = (await connection.execute(select(MARK.c.up_to))).scalar_one()
    count = select(func.count()).select_from(CASES)
    total = (await connection.execute(count)).scalar_one()
    done = (await connection.execute(count.where(CASES.c.id <= after))).scalar_one()
    await commit(connection)
    while done < total:
        progress(done, total)
        await begin_now(connection)
        done += await _portion(connection, keyring, ids)
        await commit(connection)
    progress(total, total)


async def _highest(connection: AsyncConnection) -> int:
    """The newest id of the tables that get new rows."""
    newest = [
        (await connection.execute(select(func.max(t.c.id)))).scalar()
        for t in (CLAIMS, LINKS, PERSONS, DETAINEES)
    ]
    return max(id or 0 for id in newest)


async def _portion(connection: AsyncConnection, keyring: Keyring, ids: Ids) -> int:
    """Carry over the next cases; how many."""
    after = select(MARK.c.up_to).scalar_subquery()
    statement = select(CASES).where(CASES.c.id > after).order_by(CASES.c.id).limit(PORTION)
    cases = [dict(case) for case in (await connection.execute(statement)).mappings()]
    keys = [case["id"] for case in cases]
    reports = await _grouped(connection, REPORTS, "case_id", keys)
    reporting = [report["id"] for found in reports.values() for report in found]
    dialogues = await _grouped(connection, DIALOGUES, "subject_id", reporting, DIALOGUES.c.form == "report")
    named = await _grouped(connection, DETAINEES, "case_id", keys)
    lines = await _grouped(connection, LINES, "case_id", keys, LINES.c.kind.in_(MATTER))
    new = New()
    lapsed: dict[tuple[int, int], datetime] = {}
    for case in cases:
        of_case = [_read_line(keyring, line) for line in lines[case["id"]]]
        lapsed |= {
            (case["id"], line["details"]["member"]): line["at"]
            for line in of_case
            if line["kind"] == "no_first_action"
        }
        first = reports[case["id"]][:1]
        given = [dialogue for report in first for dialogue in dialogues[report["id"]][-1:]]
        rows = carried(
            Old(
                case,
                reports[case["id"]],
                _json(_opened(keyring, CASES, "facts", case)).get("answers", {}),
                _json(_opened(keyring, DIALOGUES, "answers", given[0])) if given else {},
                [_read_person(keyring, person) for person in named[case["id"]]],
                of_case,
            ),
            partial(ids.next, case["opened_at"]),
        )
        new.claims += rows.claims
        new.persons += rows.persons
        new.links += rows.links
    for table, added in (
        (LINKS, new.links),
        (PERSONS, new.persons),
        (CLAIMS, _sealed(keyring, new.claims)),
    ):
        if added:
            await connection.execute(table.insert(), added)
    await _note_lapsed(connection, lapsed)
    await connection.execute(MARK.update().values(up_to=keys[-1]))
    return len(cases)


async def _grouped(
    connection: AsyncConnection, table: sa.Table, column: str, keys: Sequence[int], *where: Any
) -> defaultdict[int, list[Row]]:
    """The rows of these keys, each key's by id. Sorted here: told to, SQLite walks the table instead of an index."""
    found = await connection.execute(select(table).where(table.c[column].in_(keys), *where))
    groups: defaultdict[int, list[Row]] = defaultdict(list)
    for row in sorted(map(dict, found.mappings()), key=lambda row: row["id"]):
        groups[row[column]].append(row)
    return groups


async def _note_lapsed(connection: AsyncConnection, lapsed: dict[tuple[int, int], datetime]) -> None:
    """When members last accepted a case and then did nothing, by case and member; kept at the offer."""
    alerts = await _grouped(connection, ALERTS, "case_id", [case for case, _ in lapsed])
    offers = {
        (alert["case_id"], alert["member_id"]): alert["id"] for found in alerts.values() for alert in found
    }
    noted = [{"_id": offers[of], "_at": at} for of, at in lapsed.items() if of in offers]
    if noted:
        kept = ALERTS.update().where(ALERTS.c.id == bindparam("_id")).values(lapsed_at=bindparam("_at"))
        await connection.execute(kept, noted)


def _read_line(keyring: Keyring, line: Row) -> Row:
    return {**line, "details": _json(_opened(keyring, LINES, "details", line))}


def _read_person(keyring: Keyring, person: Row) -> Row:
    name = _opened(keyring, DETAINEES, "name", person)
    return {**person, "name": name.decode("utf-8", "surrogatepass")}


def _sealed(keyring: Keyring, claims: list[Row]) -> list[Row]:
    for claim in claims:
        value = json.dumps(claim["value"], ensure_ascii=False, separators=(",", ":"))
        claim["value"] = keyring.seal(
            value.encode("utf-8", "surrogatepass"), context("claims", "value", claim["id"])
        )
    return claims


def _opened(keyring: Keyring, table: sa.Table, column: str, row: Row) -> bytes:
    return keyring.unseal(row[column], context(table.name, column, row["id"]))


def _json(raw: bytes) -> Any:
    return json.loads(raw)
