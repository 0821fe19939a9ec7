"""The digest in words: what the channel reads, and which lines of a corrected digest have changed. Pure.

Its numbers have the same shape every day, with zeros, so that two days can be compared and a missing line never means that
nothing happened; a table of new detentions stands where there are any.

No names of detainees, no places finer than a region, and never one number for named and unnamed persons together. It is one
message: when it would be too long, tables show fewer rows and add up the others; then the last of them are left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from msgspec import Struct

from core.digest.count import shown_days
from core.digest.figures import HOURS, DigestFigures
from core.digest.tally import OTHERS, UNKNOWN, Tally
from core.fluent_words import Words
from core.presentation import utf16_length

MORE = ": "  # a line says what it is of before it, and the numbers behind it


class ChangedLine(Struct, frozen=True):
    """A changed line. ``was`` is empty if the line is new, ``now`` if it is gone."""

    was: str
    now: str


def changed_lines(was: str, now: str) -> list[ChangedLine]:
    """The lines that differ, in the order of the new text; then those that are gone."""
    before, after = dict(_titled_lines(was)), dict(_titled_lines(now))
    found = [ChangedLine(before.get(key, ""), line) for key, line in after.items() if before.get(key) != line]
    return found + [ChangedLine(line, "") for key, line in before.items() if key not in after]


def _titled_lines(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Each line by its table's title and by what it is of."""
    title = ""
    for line in text.splitlines():
        is_row = line.startswith("·")
        title = title if is_row else line.partition(MORE)[0]
        if line.strip():
            yield (title, line.partition(MORE)[0] if is_row else ""), line.strip("· ")


class DigestReader(Struct, frozen=True):
    """Who reads: the words, the language, the zone whose clock is shown, and the names of places in that language."""

    words: Words
    language: str
    zone: ZoneInfo
    place: Callable[[str], str]  # the name of a region or city

    def say(self, key: str, **values: str | int) -> str:
        """A text of the digest."""
        return self.words.say(self.language, f"digest-{key}", **values)

    def day(self, day: date) -> str:
        """A date with its year."""
        month = self.say("month", month=day.month)
        return self.say("date", day=str(day.day), month=month, year=str(day.year))

    def short_day(self, key: str) -> str:
        """A day without its year, in numbers."""
        return f"{date.fromisoformat(key):%d.%m}"

    def event_day(self, key: str) -> str:
        """A day, month or year of :class:`core.digest.figures.DigestFigures`."""
        if len(key) == len("2018-09-18"):
            return self.day(date.fromisoformat(key))
        year, _, month = key.partition("-")
        if not month:
            return year
        return self.say("month-of", month=self.say("month-alone", month=int(month)), year=year)

    def moment(self, at: datetime) -> str:
        """A date and the time of day in the zone."""
        local = at.astimezone(self.zone)
        return self.say("moment", date=self.day(local.date()), time=f"{local:%H:%M}")

    def short_moment(self, at: datetime) -> str:
        """A day without its year and the time of day in the zone."""
        return f"{at.astimezone(self.zone):%d.%m %H:%M}"

    def offset(self, at: datetime) -> str:
        """What the zone's clock is ahead of UTC at this moment: ``UTC+6``, ``UTC+5:30``."""
        minutes = round((at.astimezone(self.zone).utcoffset() or timedelta()) / timedelta(minutes=1))
        hours, rest = divmod(abs(minutes), 60)
        return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")

    def tally(self, tally: Tally) -> str:
        """Detentions, and the persons in them."""
        return self.say(
            "tally", detentions=tally.detentions, named=tally.identified, unnamed=tally.unidentified
        )

    def cell(self, tally: Tally) -> str:
        """The same in a table, whose title says what is counted."""
        return self.say(
            "cell", detentions=tally.detentions, named=tally.identified, unnamed=tally.unidentified
        )

    def situation(self, key: str) -> str:
        """A situation in the words of staff."""
        return self.words.say(self.language, f"situation-{key}")

    def lasting(self, seconds: int) -> str:
        """A duration in words."""
        minutes = seconds // 60
        if minutes < 60:
            return self.say("minutes", minutes=minutes)
        return self.say("hours-minutes", hours=minutes // 60, minutes=minutes % 60)


CORE, ALL = 4, 7  # tables: those that are in the picture too, with the corrections; and the others
# What is tried: so many tables, and so many rows of each.
SHAPES = (
    *((ALL, rows) for rows in (30, 12, 6)),
    *((tables, 6) for tables in (6, 5)),
    *((CORE, rows) for rows in (30, 12, 6, 3, 2)),
    *((CORE - 1, rows) for rows in (6, 4, 3, 2)),  # the thirty days are in the picture
)


def digest_text(
    figures: DigestFigures,
    reader: DigestReader,
    day: date,
    *,
    room: int,
    weekly: bool = False,
    remarks: Sequence[str] = (),
) -> str:
    """Plain text, one piece of at most ``room`` UTF-16 code units.

    ``weekly``: of the seven days that end with this one. ``remarks``: lines below the title (repeated, late, corrected).
    """
    head = [*_title(figures, reader, day, weekly, remarks), *count_lines(figures, reader)]
    for tables, most in SHAPES:
        lines = [*head, *islice(_tables(figures, reader, most), tables)]
        if utf16_length("\n".join(lines)) <= room:
            break
    while utf16_length("\n".join(lines)) > room:
        lines.pop()
    return "\n".join(lines)


def _title(
    figures: DigestFigures, reader: DigestReader, day: date, weekly: bool, remarks: Sequence[str]
) -> list[str]:
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


def count_lines(figures: DigestFigures, reader: DigestReader) -> list[str]:
    """The numbers, each day the same ones."""
    say = reader.say
    unknown = figures.happened.get(UNKNOWN, Tally())
    rest = figures.new.detentions - figures.confirmed
    hidden = figures.unclear and not figures.new.detentions  # behind a row of noughts nobody would see them
    return [
        *([say("nothing")] if figures.eventless else []),
        *([say("picture-unclear", count=figures.unclear)] if hidden else []),
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
        say("overrun", surely=figures.overrun, perhaps=figures.overrun_perhaps, hearings=figures.hearings),
        say("incomplete", unfinished=figures.unfinished, placeless=figures.without_place),
        say(
            "apart",
            prosecutions=figures.prosecutions,
            observations=figures.observations,
            summonses=figures.summonses,
            unclear=figures.unclear,
        ),
    ]


def _tables(figures: DigestFigures, reader: DigestReader, most: int) -> Iterator[str]:
    """What earlier digests did not know; then the new detentions, by what matters most; at last the thirty days."""
    yield _corrections(figures, reader, most) if figures.corrections else reader.say("no-corrections")
    if regions := named_rows(reader, figures.regions, reader.place):
        yield _table(reader, "by-region", regions, most)
    if figures.new.detentions:
        yield reader.say("by-hour", hours=hours_line(figures, reader))
    if any(tally.detentions for tally in figures.days.values()):
        yield days_line(figures, reader)
    for title, rows in (
        ("by-event", _days(reader, figures.happened)),
        ("by-report", _days(reader, figures.reported)),
        ("by-situation", named_rows(reader, figures.situations, reader.situation)),
    ):
        if rows:
            yield _table(reader, title, rows, most)


def hours_line(figures: DigestFigures, reader: DigestReader) -> str:
    """Each part of the day that has any, and how many detentions have none."""
    parts = [f"{hours_span(n)}: {count}" for n, count in enumerate(figures.hours) if count]
    return ", ".join([*parts, reader.say("hour-unknown", count=figures.hour_unknown)])


def hours_span(part: int) -> str:
    """The hours of a part of the day: 9–12."""
    return f"{part * HOURS}–{(part + 1) * HOURS}"


def days_line(figures: DigestFigures, reader: DigestReader) -> str:
    """Each of the thirty days, the latest last."""
    days = shown_days(figures.covers_to.astimezone(reader.zone).date())
    said = " ".join(str(figures.days.get(day, Tally()).detentions) for day in days)
    return reader.say("by-day", first=reader.short_day(days[0]), last=reader.short_day(days[-1]), days=said)


def _corrections(figures: DigestFigures, reader: DigestReader, most: int) -> str:
    latest = figures.corrections[::-1]
    lines = ["", reader.say("corrections")]
    for correction in latest[:most]:
        was, now = reader.cell(correction.was), reader.cell(correction.now)
        lines.append(
            reader.say("correction", date=reader.short_day(correction.day.isoformat()), was=was, now=now)
        )
    lines += [reader.say("more-days", count=len(latest) - most)] if latest[most:] else []
    return "\n".join(lines)


def _table(reader: DigestReader, title: str, rows: Sequence[tuple[str, Tally]], most: int) -> str:
    shown = list(rows[:most])
    if rows[most:]:
        shown.append((reader.say("others"), sum((tally for _, tally in rows[most:]), Tally())))
    lines = [reader.say("row", name=name, cell=reader.cell(tally)) for name, tally in shown]
    return "\n".join(["", reader.say(title), *lines])


def _days(reader: DigestReader, tallies: Mapping[str, Tally]) -> list[tuple[str, Tally]]:
    """Latest first; what is not known comes last."""
    known = sorted((key for key in tallies if key != UNKNOWN), reverse=True)
    rows = [(reader.event_day(key), tallies[key]) for key in known]
    return rows + ([(reader.say("day-unknown"), tallies[UNKNOWN])] if UNKNOWN in tallies else [])


def named_rows(
    reader: DigestReader, tallies: Mapping[str, Tally], name: Callable[[str], str]
) -> list[tuple[str, Tally]]:
    """Most detentions first; at the end what has no name of its own."""
    last = {OTHERS: reader.say("other-regions"), UNKNOWN: reader.say("region-unknown")}
    keys = sorted(tallies, key=lambda key: (key in last, -tallies[key].detentions, key))
    return [(last[key] if key in last else name(key), tallies[key]) for key in keys]
