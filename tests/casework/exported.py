"""An export of a desk, made as ``dabyl export`` makes it, and what stands in its files."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import datetime
from typing import Any

from bot.cli.export_packet import packet_files, read_packet
from bot.exports.export import FORMATS, ExportOrganisation, read_records, write_archive
from bot.exports.streams import open_spools
from core.exporting.scope import ExportScope
from core.exporting.table_columns import TABLES
from core.model import Case
from core.vocabulary import ConsentUse
from tests.casework.story_desk import Desk

Record = dict[str, Any]


class Export:
    """One archive."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.sha256 = hashlib.sha256(raw).hexdigest()
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}

    @property
    def text(self) -> str:
        """All of it, the archives within too, as one text: to look for what must not be there."""
        return "\n".join(_text(name, data) for name, data in self.files.items())

    def records(self, table: str) -> list[Record]:
        """The records of a table, out of its JSON lines."""
        head, *lines = self.files[f"json/{table}.jsonl"].decode().splitlines()
        assert json.loads(head)["table"] == table
        return [json.loads(line) for line in lines]

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a CSV file."""
        return [*csv.DictReader(io.StringIO(self.files[name].decode("utf-8-sig"), newline=""))]


async def exported(
    desk: Desk,
    *formats: str,
    as_of: datetime | None = None,
    since: datetime | None = None,
    opened: tuple[datetime | None, datetime | None] = (None, None),
    purpose: ConsentUse | None = None,
    language: str = "",
    case: Case | None = None,
) -> Export:
    """An export as of now, without names, unless said otherwise. ``case``: this one as a packet."""
    service = desk.service
    known = ExportOrganisation(
        service.words, service.gazetteer, service.zone, language or service.language, service.jurisdiction
    )
    with open_spools(TABLES) as kept:
        async with desk.reading() as tx:
            scope = ExportScope(
                as_of or desk.now, since, *opened, purpose, case.id if case is not None else None
            )
            material = await read_records(tx, scope, known, kept, desk.database.noted_lines())
            packet = (
                await read_packet(tx, case, scope, service.zone, service.words) if case is not None else None
            )
        flaws = [*material.flaws, *(packet.flaws if packet is not None else ())]
        assert flaws == [], flaws
        more = packet_files(packet, may_tell=material.may_tell) if packet is not None else ()
        return Export(b"".join(write_archive(material, formats or [*FORMATS], more)))


def _text(name: str, data: bytes) -> str:
    if name.endswith((".zip", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(_text(inner, archive.read(inner)) for inner in archive.namelist())
    return data.decode("utf-8", "replace")
