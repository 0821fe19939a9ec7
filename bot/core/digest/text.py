"""The digest in words: what the channel reads. The same shape every day, zeros too, so that two days can be compared and a
silence never means that nothing happened.

No names of detainees, no places finer than a region, and never one number for named and unnamed persons together. It is one
message: when it would be too long, tables show fewer rows and add up the others; then the last of them are left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice

from bot.core.digest.corrections import thirty
from bot.core.digest.figures import HOURS, Figures
from bot.core.digest.reader import Reader
from bot.core.digest.regions import OTHERS
from bot.core.digest.tally import UNKNOWN, Tally
from bot.core.presentation import units

__all__ = ["Reader", "digest_text"]

CORE, ALL = 4, 7  # tables: those that are in the picture too, with the corrections; and the others
# What is tried: so many tables, and so many rows of each.
SHAPES = (
    *((ALL, rows) for rows in (30, 12, 6)),
    *((tables, 6) for tables in (6, 5)),
    *((CORE, rows) for rows in (30, 12, 6, 3, 2)),
    *((CORE - 1, rows) for rows in (6, 4, 3, 2)),  # the thirty days are in the picture
)


def digest_text(
    figures: Figures,
    reader: Reader,
    day: date,
    *,
    room: int,
    weekly: bool = False,
    remarks: Sequence[str] = (),
) -> str:
    """Plain text, one piece of at most ``room`` UTF-16 code units.

    ``weekly``: of the seven days that end with this one. ``remarks``: lines below the title (repeated, late, corrected).
    """
    head = [*_title(figures, reader, day, weekly, remarks), *counts(figures, reader)]
    for tables, most in SHAPES:
        lines = [*head, *islice(_tables(figures, reader, most), tables)]
        if units("\n".join(lines)) <= room:
            break
    while units("\n".join(lines)) > room:
        lines.pop()
    return "\n".join(lines)


def _title(figures: Figures, reader: Reader, day: date, weekly: bool, remarks: Sequence[str]) -> list[str]:
    """What it is, and which hours it covers."""
    hours = round((figures.covers_to - figures.covers_from) / timedelta(hours=1))
    first, last = reader.short_moment(figures.covers_from), reader.short_moment(figures.covers_to)
    offset = reader.offset(figures.covers_to)
    return [
        reader.say("title-week" if weekly else "title", date=reader.day(day)),
        *remarks,
        reader.say("covers", first=first, last=last, hours=hours, offset=offset),
        reader.say("not-compared"),
        "",
    ]


def counts(figures: Figures, reader: Reader) -> list[str]:
    """The numbers, each day the same ones."""
    say = reader.say
    unknown = figures.happened.get(UNKNOWN, Tally())
    rest = figures.new.detentions - figures.confirmed
    return [
        *([say("nothing")] if figures.eventless else []),
        say("new", tally=reader.tally(figures.new)),
        say("confirmed", confirmed=figures.confirmed, rest=rest),
        say("earlier", cell=reader.cell(figures.earlier), unknown=reader.cell(unknown)),
        say("open", cell=reader.cell(figures.still_open)),
        say(
            "ended",
            accepted=figures.accepted,
            released=figures.released,
            false=figures.false_alarms,
            others=figures.closed_otherwise,
        ),
        say("overrun", overrun=figures.overrun, hearings=figures.hearings),
        say("incomplete", unfinished=figures.unfinished, placeless=figures.without_place),
        say(
            "apart",
            prosecutions=figures.prosecutions,
            observations=figures.observations,
            summonses=figures.summonses,
            unclear=figures.unclear,
        ),
    ]


def _tables(figures: Figures, reader: Reader, most: int) -> Iterator[str]:
    """What earlier digests did not know; then the new detentions, by what matters most; at last the thirty days."""
    yield _corrections(figures, reader, most) if figures.corrections else reader.say("no-corrections")
    regions = named(reader, figures.regions, reader.place)
    yield _table(reader, "by-region", regions or [(reader.say("everywhere"), Tally())], most)
    yield reader.say("by-hour", hours=hours_line(figures, reader))
    yield days_line(figures, reader)
    for title, rows in (
        ("by-event", _days(reader, figures.happened)),
        ("by-report", _days(reader, figures.reported)),
        ("by-situation", named(reader, figures.situations, reader.situation)),
    ):
        if rows:
            yield _table(reader, title, rows, most)


def hours_line(figures: Figures, reader: Reader) -> str:
    """Each part of the day that has any, and how many detentions have none."""
    parts = [f"{span(n)}: {count}" for n, count in enumerate(figures.hours) if count]
    return ", ".join([*parts, reader.say("hour-unknown", count=figures.hour_unknown)])


def span(part: int) -> str:
    """The hours of a part of the day: 9–12."""
    return f"{part * HOURS}–{(part + 1) * HOURS}"


def days_line(figures: Figures, reader: Reader) -> str:
    """Each of the thirty days, the latest last."""
    days = thirty(figures.covers_to.astimezone(reader.zone).date())
    said = " ".join(str(figures.days.get(day, Tally()).detentions) for day in days)
    return reader.say("by-day", first=reader.short_day(days[0]), last=reader.short_day(days[-1]), days=said)


def _corrections(figures: Figures, reader: Reader, most: int) -> str:
    latest = figures.corrections[::-1]
    lines = ["", reader.say("corrections")]
    for one in latest[:most]:
        was, now = reader.cell(one.was), reader.cell(one.now)
        lines.append(reader.say("correction", date=reader.short_day(one.day.isoformat()), was=was, now=now))
    lines += [reader.say("more-days", count=len(latest) - most)] if latest[most:] else []
    return "\n".join(lines)


def _table(reader: Reader, title: str, rows: Sequence[tuple[str, Tally]], most: int) -> str:
    shown = list(rows[:most])
    if rows[most:]:
        shown.append((reader.say("others"), sum((tally for _, tally in rows[most:]), Tally())))
    lines = [reader.say("row", name=name, cell=reader.cell(tally)) for name, tally in shown]
    return "\n".join(["", reader.say(title), *lines])


def _days(reader: Reader, tallies: Mapping[str, Tally]) -> list[tuple[str, Tally]]:
    """Latest first; what is not known comes last."""
    known = sorted((key for key in tallies if key != UNKNOWN), reverse=True)
    rows = [(reader.day_or_month(key), tallies[key]) for key in known]
    return rows + ([(reader.say("day-unknown"), tallies[UNKNOWN])] if UNKNOWN in tallies else [])


def named(
    reader: Reader, tallies: Mapping[str, Tally], name: Callable[[str], str]
) -> list[tuple[str, Tally]]:
    """Most detentions first; at the end what has no name of its own."""
    last = {OTHERS: reader.say("other-regions"), UNKNOWN: reader.say("region-unknown")}
    keys = sorted(tallies, key=lambda key: (key in last, -tallies[key].detentions, key))
    return [(last[key] if key in last else name(key), tallies[key]) for key in keys]
