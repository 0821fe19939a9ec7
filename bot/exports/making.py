"""One export: cases are read once, their records wait in spools, and the archive is written from these, piece by piece."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.core.digest.figures_data import days_in
from bot.core.exporting.days import Days, Totals
from bot.core.exporting.records import has_changed, incident, records
from bot.core.exporting.scope import Scope
from bot.core.exporting.shape import TABLES
from bot.core.exporting.small import Small
from bot.core.exporting.told import Told
from bot.core.places.gazetteer import Gazetteer
from bot.core.words import Words
from bot.exports import csv_files, json_lines, reading, uwazi, xlsx
from bot.exports.archive import zipped
from bot.exports.material import Files, Material, as_json
from bot.exports.spool import Spool
from storage.schema import digests, incidents
from storage.transaction import Transaction

FORMATS: Mapping[str, Callable[[Material], Files]] = {
    "json": json_lines.files,
    "csv": csv_files.files,
    "uwazi": uwazi.files,
    "days": csv_files.days,
    "xlsx": xlsx.files,
}
SUMS = "SHA256SUMS"
PLACES = ("region", "city", "district")


class Organisation(Struct, frozen=True):
    """What an export knows of it."""

    words: Words
    gazetteer: Gazetteer
    zone: ZoneInfo
    language: str
    jurisdiction: str


async def read(
    tx: Transaction,
    scope: Scope,
    organisation: Organisation,
    spools: Mapping[str, Spool],
    tell: Callable[[int, int], object] = lambda done, total: None,
) -> Material:
    """Every case becomes records, in these spools, one a table. ``tell`` hears how many cases are done of how many."""
    small = Small(organisation.gazetteer.city_regions, all_named=scope.full)
    days, places, done = Days(), set[str](), 0
    total = await reading.count(tx, scope)
    at = {
        table: [columns.index(one) for one in PLACES if one in columns] for table, columns in TABLES.items()
    }
    async for portion in reading.every(tx, scope):
        for loaded in portion:
            told = Told(loaded, scope, tx.now, organisation.gazetteer, organisation.zone)
            if not has_changed(loaded, told):
                continue
            days.count(told)
            for table, rows in records(told).items():
                spools[table].add(rows)
                for row in rows:
                    places.update(str(row[one]) for one in at[table] if row[one])
                if table == "cases":
                    small.count(rows[0])
        done += len(portion)
        tell(done, total)
    for one in await tx.incidents.select(incidents.c.made_at <= scope.as_of):
        row = incident(one, scope, organisation.gazetteer, organisation.zone)
        spools["incidents"].add([row])
        places.update(str(row[place]) for place in at["incidents"] if row[place])
    return Material(
        scope,
        spools,
        small,
        days,
        await _published(tx, scope),
        frozenset(places),
        organisation.words,
        organisation.language,
        organisation.gazetteer,
        organisation.zone,
        organisation.jurisdiction,
    )


def written(material: Material, formats: Sequence[str]) -> Iterator[bytes]:
    """The archive: ``about.json``, the files of the formats, and their hashes."""
    return zipped(_files(material, formats))


def _files(material: Material, formats: Sequence[str]) -> Iterator[tuple[str, Iterable[bytes]]]:
    sums: list[str] = []

    def hashed(name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        digest = hashlib.sha256()
        for piece in pieces:
            digest.update(piece)
            yield piece
        sums.append(f"{digest.hexdigest()}  {name}\n")

    yield "about.json", hashed("about.json", [as_json(material.about())])
    for name in formats:
        for file, pieces in FORMATS[name](material):
            yield file, hashed(file, pieces)
    yield SUMS, (line.encode() for line in sums)


async def _published(tx: Transaction, scope: Scope) -> dict[str, Totals]:
    """What the last digest before the moment said of each day; nothing where only some cases are exported."""
    if scope.since or scope.opened_from or scope.opened_before:
        return {}
    found: dict[str, Totals] = {}
    for digest in await tx.digests.select(digests.c.posted_at <= scope.as_of.astimezone(UTC)):
        for day, tally in (days_in(digest.figures) or {}).items():
            found[day] = tally.detentions, tally.identified, tally.unidentified
    return found
