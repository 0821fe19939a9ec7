"""What all formats are written from: the records of each table, the codebook, and the words."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.exports.streams import Spool
from core.exporting import codebook
from core.exporting.scope import ExportScope
from core.exporting.table_columns import NOT_COVERED, SCHEMA, TABLES, Row
from core.exporting.totals import DayTotals, SmallNumbers, Totals
from core.fluent_words import Words
from core.model import DayLine
from core.places.gazetteer import Gazetteer

T = TypeVar("T")
AT_ONCE = 1_000  # rows that are written together
Files = Iterator[tuple[str, Iterator[bytes]]]


class Material(Struct, frozen=True, dict=True):
    """``published``: what the last digest before the moment said of each day."""

    scope: ExportScope
    spools: Mapping[str, Spool]
    small: SmallNumbers
    days: DayTotals
    published: Mapping[str, Totals]
    places: frozenset[str]  # that stand in any record
    words: Words
    language: str
    gazetteer: Gazetteer
    zone: ZoneInfo
    jurisdiction: str
    day_lines: Sequence[DayLine]
    may_tell: bool  # what was typed of a case: of the one, where there is one
    flaws: Sequence[str]  # what is not as the program wrote it, in sentences

    def rows(self, table: str) -> Iterator[Row]:
        """With places as they may be told."""
        for row in self.spools[table]:
            yield self.small.shown(table, row)

    @cached_property
    def book(self) -> list[Row]:
        """The codebook, with the places that are named."""
        known = [place for place in self.places if self.gazetteer.knows(place)]
        named = [place for place in known if self.small.names(self.gazetteer.region_of(place), place)]
        return [*codebook.codebook_rows(self.words.say, self.gazetteer, named)]

    @cached_property
    def incident_titles(self) -> Mapping[str, str]:
        """By which people tell incidents apart: when it began, what it is called or where it was, its id."""
        at = TABLES["incidents"].index
        return {
            str(row[0]): " · ".join(
                [
                    str(row[at("made_at")])[: len("2018-09-17")],
                    str(row[at("name")]).replace("|", "/")
                    or self.place(str(row[at("city")] or row[at("region")] or ""))
                    or self.labels["rule", str(row[at("rule")])],
                    str(row[0]),
                ]
            )
            for row in self.rows("incidents")
        }

    def day_rows(self) -> Iterator[Row]:
        return self.days.rows(self.time(self.scope.as_of) or "", self.published)

    @cached_property
    def labels(self) -> Mapping[tuple[str, str], str]:
        """What values are called in the language of the export."""
        return codebook.value_labels(self.words.say, self.language)

    def say(self, key: str, language: str = "") -> str:
        """Words of the language of the export, or of another."""
        return self.words.say(language or self.language, key)

    def place(self, id: str, language: str = "") -> str:
        """A place's name; an earlier version may have had others."""
        return self.gazetteer.name(id, language or self.language) if self.gazetteer.knows(id) else id

    def time(self, moment: datetime | None) -> str | None:
        """A moment in the organisation's time zone."""
        return None if moment is None else moment.astimezone(self.zone).isoformat(timespec="seconds")

    def about(self) -> dict[str, Any]:
        """What stands before the records: nothing in it tells when the export was made."""
        scope = self.scope
        return {
            "schema": SCHEMA,
            "as_of": self.time(scope.as_of),
            "since": self.time(scope.since),
            "opened_from": self.time(scope.opened_from),
            "opened_before": self.time(scope.opened_before),
            "packet": "no" if scope.case_id is None else "yes",
            "full_for": None if scope.purpose is None else str(scope.purpose),
            "country": self.jurisdiction,
            "flaws": [*self.flaws],
            "not_covered": [*NOT_COVERED],
            "records": {table: self.spools[table].count for table in TABLES},
        }


def as_json(data: Any) -> bytes:
    """JSON that people can read too."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def in_portions(rows: Iterable[T]) -> Iterator[list[T]]:
    """The rows in portions, many at a time."""
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        yield some
