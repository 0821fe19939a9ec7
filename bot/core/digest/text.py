"""The day's digest in words: what the channel reads, and what only coordinators read.

No names of detainees, no places finer than a region, and never one number for named and unnamed persons together. When
nothing happened the digest says so: a silence could mean that the bot is down. It is one message: when it would be too
long, tables show fewer rows and add up the others.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from bot.core.digest.figures import UNKNOWN, Figures, Tally
from bot.core.digest.reader import Reader
from bot.core.model import LANGUAGES, Member
from bot.core.presentation import units

__all__ = ["Reader", "coordinators_text", "digest_text"]

ROWS = (30, 12, 6, 3)  # of each table: as many as fit


def digest_text(
    figures: Figures,
    reader: Reader,
    day: date,
    *,
    room: int,
    remarks: Sequence[str] = (),
) -> str:
    """The post for the channel: plain text, one piece of at most ``room`` UTF-16 code units.

    ``remarks``: lines below the title (that it is repeated, late, corrected).
    """
    head = "\n".join(_head(figures, reader, day, remarks))
    text = head
    for most in ROWS:
        text = "\n".join([head, *_tables(figures, reader, most)])
        if units(text) <= room:
            break
    return text


def coordinators_text(
    figures: Figures,
    reader: Reader,
    day: date,
    *,
    on_duty: Sequence[Member],
    unreachable: Sequence[Member],
    tonight: Sequence[tuple[str, int, int]] = (),
) -> str:
    """What coordinators read beside the digest: cases without a lawyer, response times, who is there tonight.

    It holds names of members and may be longer than one message. ``tonight``: regions, how many lawyers are on duty in each,
    and how many have confirmed it; empty where nobody has shifts.
    """
    say, private = reader.say, figures.private
    lines = [say("private-title", date=reader.day(day)), ""]
    for key, codes in (("found-nobody", private.found_nobody), ("without", private.without)):
        lines.append(say(key, count=len(codes), codes=", ".join(codes)))
    middle, worst = private.median_seconds, private.worst_seconds
    if middle is None or worst is None:
        lines.append(say("no-answers"))
    else:
        count = len(private.answer_seconds)
        lines.append(say("answers", count=count, median=reader.lasting(middle), worst=reader.lasting(worst)))
    offers = {state: private.offers.get(state, 0) for state in ("declined", "expired")}
    offers["accepted"] = figures.accepted  # as the channel reads it
    total = sum(private.offers.values())
    lines.append(say("offers", total=total, gone=private.offers.get("unreachable", 0), **offers))
    lines += ["", say("on-duty", count=len(on_duty))]
    if tonight:
        places = [
            say("tonight-place", place=reader.place(region), count=count, confirmed=confirmed)
            for region, count, confirmed in tonight
        ]
        lines.append(say("tonight", places=", ".join(places)))
    lines += [
        _on_duty(reader, member) for member in sorted(on_duty, key=lambda m: (m.role, m.cities, m.name))
    ]
    spoken = {one for member in on_duty for one in member.languages}
    lines += [say("nobody-speaks", language=one) for one in LANGUAGES if on_duty and one not in spoken]
    if unreachable:
        names = ", ".join(sorted(member.name for member in unreachable))
        lines += ["", say("unreachable", count=len(unreachable), names=names)]
    return "\n".join(lines)


def _head(figures: Figures, reader: Reader, day: date, remarks: Sequence[str]) -> list[str]:
    """What it covers, and the numbers of the day."""
    say = reader.say
    hours = round((figures.covers_to - figures.covers_from) / timedelta(hours=1))
    first, last = reader.moment(figures.covers_from), reader.moment(figures.covers_to)
    lines = [say("title", date=reader.day(day)), *remarks]
    lines += [say("covers", first=first, last=last, hours=hours)]
    lines += [say("as-of", at=last, offset=reader.offset(figures.covers_to)), say("not-compared"), ""]
    new = figures.new.detentions > 0
    lines += [say("nothing")] if figures.eventless else []
    lines += [say("new", tally=reader.tally(figures.new)) if new else say("none-new")]
    lines += [
        say("open", tally=reader.tally(figures.still_open))
        if figures.still_open.detentions
        else say("none-open")
    ]
    lines += [
        say(key, count=count)
        for key, count in (
            ("accepted", figures.accepted),
            ("released", figures.released),
            ("false-alarms", figures.false_alarms),
            ("closed-otherwise", figures.closed_otherwise),
            ("prosecutions", figures.prosecutions),
            ("observations", figures.observations),
        )
    ]
    rare = (
        ("summonses", figures.summonses),
        ("unclear", figures.unclear),
        ("without-place", figures.without_place),
    )
    return lines + [say(key, count=count) for key, count in rare if count]


def _tables(figures: Figures, reader: Reader, most: int) -> list[str]:
    """The same new detentions by day, region and situation; then what earlier digests did not know."""
    tables = (
        ("by-event", _days(reader, figures.happened)),
        ("by-report", _days(reader, figures.reported)),
        ("by-region", _named(reader, figures.regions, reader.place)),
        ("by-situation", _named(reader, figures.situations, reader.situation)),
    )
    lines = [line for title, rows in tables for line in _table(reader, title, rows, most)]
    latest = figures.corrections[::-1]
    if latest:
        lines += ["", reader.say("corrections")]
    for one in latest[:most]:
        was, now = reader.cell(one.was), reader.cell(one.now)
        lines.append(reader.say("correction", date=reader.day(one.day), was=was, now=now))
    return lines + ([reader.say("more-days", count=len(latest) - most)] if latest[most:] else [])


def _on_duty(reader: Reader, member: Member) -> str:
    places = ", ".join(reader.place(city) for city in member.cities) or reader.say("everywhere")
    languages = ", ".join(member.languages)
    return reader.say("member", name=member.name, role=member.role, places=places, languages=languages)


def _table(reader: Reader, title: str, rows: Sequence[tuple[str, Tally]], most: int) -> list[str]:
    if not rows:
        return []
    shown = list(rows[:most])
    if rows[most:]:
        shown.append((reader.say("others"), sum((tally for _, tally in rows[most:]), Tally())))
    return [
        "",
        reader.say(title),
        *(reader.say("row", name=name, cell=reader.cell(tally)) for name, tally in shown),
    ]


def _days(reader: Reader, tallies: Mapping[str, Tally]) -> list[tuple[str, Tally]]:
    """Latest first; what is not known comes last."""
    known = sorted((key for key in tallies if key != UNKNOWN), reverse=True)
    rows = [(reader.day_or_month(key), tallies[key]) for key in known]
    return rows + ([(reader.say("day-unknown"), tallies[UNKNOWN])] if UNKNOWN in tallies else [])


def _named(
    reader: Reader, tallies: Mapping[str, Tally], name: Callable[[str], str]
) -> list[tuple[str, Tally]]:
    """Most detentions first."""
    keys = sorted(tallies, key=lambda key: (-tallies[key].detentions, key))
    return [(name(key) if key != UNKNOWN else reader.say("region-unknown"), tallies[key]) for key in keys]
