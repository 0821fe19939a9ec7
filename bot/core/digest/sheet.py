"""What the digest's picture shows: words and numbers in one reader's language. bot.drawing draws it, and knows no digest."""

from datetime import date

from msgspec import Struct

from bot.core.digest.corrections import thirty
from bot.core.digest.figures import Figures
from bot.core.digest.reader import Reader
from bot.core.digest.tally import Tally
from bot.core.digest.text import named, span

REGIONS = 6  # rows; the last of more is all the others
EVERY = 5  # so many days have one written below


class Bar(Struct, frozen=True):
    """One number: its name, how much, and what is written beside it (empty: nothing)."""

    name: str
    amount: int
    written: str


class Panel(Struct, frozen=True):
    """Bars under a title."""

    title: str
    bars: tuple[Bar, ...]
    today: bool = False  # it is the last one


class Sheet(Struct, frozen=True):
    """The whole picture: rows are bars that lie, columns bars that stand."""

    title: str
    covers: str
    large: str
    below: tuple[str, ...]
    rows: Panel
    columns: tuple[Panel, ...]
    foot: str


def sheet(figures: Figures, reader: Reader, day: date, *, weekly: bool = False) -> Sheet:
    """The same numbers as in the text."""
    say, new = reader.say, figures.new
    first, last = reader.short_moment(figures.covers_from), reader.short_moment(figures.covers_to)
    return Sheet(
        say("title-week" if weekly else "title", date=reader.day(day)),
        f"{first} – {last} ({reader.offset(figures.covers_to)})",
        say("picture-new", count=new.detentions),
        (
            say("picture-people", named=new.identified, unnamed=new.unidentified),
            say("confirmed", confirmed=figures.confirmed, rest=new.detentions - figures.confirmed),
        ),
        Panel(say("by-region"), _regions(figures, reader)),
        (
            Panel(say("picture-hours"), _hours(figures, reader)),
            Panel(say("picture-days"), _days(figures, reader), today=True),
        ),
        say("picture-foot"),
    )


def _regions(figures: Figures, reader: Reader) -> tuple[Bar, ...]:
    rows = named(reader, figures.regions, reader.place)
    if not rows:
        return (_row(reader, reader.say("everywhere"), Tally()),)
    if len(rows) > REGIONS:
        rest = sum((tally for _, tally in rows[REGIONS - 1 :]), Tally())
        rows = [*rows[: REGIONS - 1], (reader.say("others"), rest)]
    return tuple(_row(reader, name, tally) for name, tally in rows)


def _row(reader: Reader, name: str, tally: Tally) -> Bar:
    return Bar(name, tally.detentions, reader.cell(tally))


def _hours(figures: Figures, reader: Reader) -> tuple[Bar, ...]:
    known = [Bar(span(n), count, str(count)) for n, count in enumerate(figures.hours)]
    unknown = figures.hour_unknown
    return (*known, Bar(reader.say("picture-unknown"), unknown, str(unknown)))


def _days(figures: Figures, reader: Reader) -> tuple[Bar, ...]:
    bars = []
    days = thirty(figures.covers_to.astimezone(reader.zone).date())
    for ago, key in zip(range(len(days) - 1, -1, -1), days, strict=True):
        count = figures.days.get(key, Tally()).detentions
        bars.append(Bar("" if ago % EVERY else reader.short_day(key), count, str(count) if count else ""))
    return tuple(bars)
