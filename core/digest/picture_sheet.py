"""What the digest's picture shows: words and numbers in one reader's language. core.drawing draws it and knows nothing of
digests. Until it is drawn, a sheet waits in the outbox as JSON data.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct, convert, to_builtins

from core.digest.channel_text import DigestReader, hours_span, named_rows
from core.digest.count import shown_days
from core.digest.figures import DigestFigures
from core.digest.tally import Tally

REGIONS = 6  # rows; the last of more is all the others
EVERY = 5  # so many days have one written below


class ChartBar(Struct, frozen=True):
    """One number: its name, how much, and what is written beside it (empty: nothing)."""

    name: str
    amount: int
    written: str


class ChartPanel(Struct, frozen=True):
    """Bars under a title."""

    title: str
    bars: tuple[ChartBar, ...]
    today: bool = False  # it is the last one


class DigestSheet(Struct, frozen=True):
    """The whole picture: rows are bars that lie, columns bars that stand."""

    title: str
    covers: str
    large: str
    below: tuple[str, ...]
    rows: ChartPanel
    columns: tuple[ChartPanel, ...]
    foot: str


def make_sheet(
    figures: DigestFigures, reader: DigestReader, day: date, *, weekly: bool = False
) -> DigestSheet:
    """The same numbers as in the text."""
    say, new = reader.say, figures.new
    first, last = reader.short_moment(figures.covers_from), reader.short_moment(figures.covers_to)
    return DigestSheet(
        say("title-week" if weekly else "title", date=reader.day(day)),
        f"{first} – {last} ({reader.offset(figures.covers_to)})",
        say("picture-new", count=new.detentions),
        (
            say("picture-people", named=new.identified, unnamed=new.unidentified),
            say("confirmed", confirmed=figures.confirmed, rest=new.detentions - figures.confirmed),
            *([say("picture-unclear", count=figures.unclear)] if figures.unclear else []),
        ),
        ChartPanel(say("by-region"), _regions(figures, reader)),
        (
            ChartPanel(say("picture-hours"), _hours(figures, reader)),
            ChartPanel(say("picture-days"), _days(figures, reader), today=True),
        ),
        say("picture-foot"),
    )


def _regions(figures: DigestFigures, reader: DigestReader) -> tuple[ChartBar, ...]:
    rows = named_rows(reader, figures.regions, reader.place)
    if not rows:
        return (_row(reader, reader.say("everywhere"), Tally()),)
    if len(rows) > REGIONS:
        rest = sum((tally for _, tally in rows[REGIONS - 1 :]), Tally())
        rows = [*rows[: REGIONS - 1], (reader.say("others"), rest)]
    return tuple(_row(reader, name, tally) for name, tally in rows)


def _row(reader: DigestReader, name: str, tally: Tally) -> ChartBar:
    return ChartBar(name, tally.detentions, reader.cell(tally))


def _hours(figures: DigestFigures, reader: DigestReader) -> tuple[ChartBar, ...]:
    known = [ChartBar(hours_span(n), count, str(count)) for n, count in enumerate(figures.hours)]
    unknown = figures.hour_unknown
    return (*known, ChartBar(reader.say("picture-unknown"), unknown, str(unknown)))


def _days(figures: DigestFigures, reader: DigestReader) -> tuple[ChartBar, ...]:
    bars = []
    days = shown_days(figures.covers_to.astimezone(reader.zone).date())
    for ago, key in zip(range(len(days) - 1, -1, -1), days, strict=True):
        count = figures.days.get(key, Tally()).detentions
        bars.append(
            ChartBar("" if ago % EVERY else reader.short_day(key), count, str(count) if count else "")
        )
    return tuple(bars)


def sheet_to_data(sheet: DigestSheet) -> Mapping[str, Any]:
    """The sheet as JSON data."""
    data: Mapping[str, Any] = to_builtins(sheet)
    return data


def sheet_from_data(data: Mapping[str, Any]) -> DigestSheet:
    """The sheet that :func:`to_data` wrote."""
    return convert(data, DigestSheet)
