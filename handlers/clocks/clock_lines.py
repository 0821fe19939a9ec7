"""Clocks in words, in a reader's language: how long is left or over, by which article, from when, and what is not known.

On the card of a case: the surest overrun and how many more there are, the nearest end, and what contradicts itself. Of a
case without any end: since when it goes on. Until *More…* is pressed one line of the most pressing, with its reasons once it
is over, or a court may have ended it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from core.casework.arrest_terms import may_have_ruled
from core.casework.case_view import CaseView
from core.clocks.clock_rows import ClockLength, ClockRow
from core.clocks.computation import ClockDoubt, LegalClock, legal_clocks
from core.folding import inert_line
from core.model import Case
from core.records.holds import Signature
from handlers.cards import case_lines
from handlers.cards.card_lines import CardReading
from handlers.cards.fact_lines import shorten
from handlers.clocks.law_signatures import checked_by, load_signatures
from handlers.service import Service
from storage.transaction import Transaction

LONG = timedelta(days=3)  # from so long on, days are named
MINUTE = timedelta(minutes=1)
NAME_SHOWN = 60
RULED = frozenset({"ruling", "remand", "in_court"})  # moments by which a court ends the hours of the police


class ClockReading(Struct, frozen=True):
    """The clocks of one case, for one reader."""

    tx: Transaction
    service: Service
    language: str
    zone: ZoneInfo
    view: CaseView
    all: tuple[LegalClock, ...]
    signatures: Mapping[str, Signature]

    def say(self, key: str, **values: str | int) -> str:
        """Words in the reader's language."""
        return self.service.words.say(self.language, key, **values)

    def time(self, moment: datetime) -> str:
        """Day, hour and minute at the place, with its zone when it is not the organisation's."""
        return case_lines.local_time(moment, self.zone, self.service.zone)

    def span(self, span: timedelta) -> str:
        """Hours and minutes, or days and hours."""
        minutes = span // timedelta(minutes=1)
        days = minutes // 1440 if span >= LONG else 0
        hours, rest = divmod(minutes - days * 1440, 60)
        return self.say("clock-span", days=days, hours=hours, minutes=rest)


async def load_clocks(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView
) -> ClockReading:
    """All clocks of a case. Who has checked their rows is asked once a batch, and only if there are any."""
    zone = case_lines.zone_of(service, case)
    found = legal_clocks(service.law, view, zone, tx.now)
    return ClockReading(tx, service, language, zone, view, found, await load_signatures(tx) if found else {})


async def clock_lines(reading: CardReading) -> list[str]:
    """What the card of a case says of its clocks."""
    all = await load_clocks(reading.tx, reading.service, reading.language, reading.case, reading.view)
    now = reading.tx.now
    overruns = [clock for clock in all.all if clock.is_over(now)]
    ahead = [c for c in all.all if c.stop is None and c.due is not None and c.due > now]
    # the surest last, of these the longest term; before all what holds only if it is a minor, which nobody has said
    overruns.sort(key=lambda clock: (ClockDoubt.AGE not in clock.doubts, not clock.doubts))
    shown = [*overruns[-1:], *ahead[:1]]
    shown = shown[:1] if reading.brief else shown
    if not any(clock.due for clock in all.all):
        shown = [c for c in all.all if c.stop is None and not c.doubts][:1]
    said = [
        state_line(all, clock)
        if reading.brief and not clock.is_over(now) and not may_have_ruled(reading.view, now)
        else f"{state_line(all, clock)}\n{reason_line(all, clock, named=True)}"
        for clock in shown
    ]
    if len(overruns) > 1:
        said.insert(1, all.say("clock-more", count=len(overruns) - 1))
    odd = next((clock for clock in all.all if clock.backwards is not None and clock.stop is None), None)
    return [*said, backwards_line(all, odd)] if odd is not None else said


def state_line(all: ClockReading, clock: LegalClock) -> str:
    """How it stands: left, over, to be asked; what it is, and by which article."""
    now, values = all.tx.now, {"what": clock_name(all, clock.row, clock.length)}
    if clock.due is None:
        passed = (clock.stop.at if clock.stop else now) - clock.start.at
        return all.say("clock-counts", time=all.time(clock.start.at), span=all.span(passed), **values)
    values["time"] = all.time(clock.due)
    if clock.is_over(now):
        key = "clock-was-over" if clock.stop is not None else "clock-over"
        if clock.over(now) < MINUTE:  # nothing is overrun by no minutes
            key = "clock-just-over"
        return all.say(f"{key}-perhaps" if clock.doubts else key, span=all.span(clock.over(now)), **values)
    if clock.stop is not None:
        return all.say("clock-stopped", **values)
    if clock.due <= now:
        return all.say(f"clock-{clock.row.at_end}", **values)
    return all.say("clock-left", span=all.span(clock.due - now), **values)


def clock_name(all: ClockReading, row: ClockRow, length: ClockLength | None) -> str:
    """Its name, length and article; and that nobody has checked the row, if so."""
    parts = [row.names[all.language], length_words(all, length) if length else ""]
    parts += row.articles[all.language]
    text = ", ".join(part for part in parts if part)
    unverified = checked_by(all.tx, row, all.signatures) is None
    return all.say("clock-unverified", what=text) if unverified else text


def length_words(all: ClockReading, length: ClockLength) -> str:
    """How long the law lets it run: so many hours, or days."""
    return all.say(f"clock-{length.unit}", count=length.count)


def reason_line(all: ClockReading, clock: LegalClock, *, named: bool) -> str:
    """From when it is counted, by which claim, and why it may not hold. ``named``: the person, too, whose clock it is."""
    start = all.say(f"clock-from-{clock.start.kind.replace('_', '-')}")
    parts = [all.say("clock-from", time=all.time(clock.start.at), start=start)]
    if not clock.start.known:
        wanted = ", ".join(all.say(f"clock-from-{kind.replace('_', '-')}") for kind in clock.row.starts)
        parts.append(all.say("clock-start-unknown", what=wanted))
    parts += [all.say(f"clock-doubt-{doubt}") for doubt in sorted(clock.doubts)]
    in_court = not RULED.isdisjoint(clock.row.stops)
    if clock.stop is None and in_court and may_have_ruled(all.view, all.tx.now):
        parts.append(all.say("clock-may-have-ended"))
    if clock.person is not None:
        parts.insert(0, _person(all, clock.person) if named else all.say("clock-one-person"))
    return " · ".join(parts)


def _person(all: ClockReading, id: int) -> str:
    names = [person.names[-1] for person in all.view.persons if person.id == id and person.names]
    return shorten(inert_line(names[0]), NAME_SHOWN) if names else all.say("clock-one-person")


def backwards_line(all: ClockReading, clock: LegalClock) -> str:
    """What stops it lies before what starts it."""
    assert clock.backwards is not None
    kinds = (clock.backwards.kind, clock.start.kind)
    stop, start = (all.say(f"clock-from-{kind.replace('_', '-')}") for kind in kinds)
    times = {"before": all.time(clock.backwards.at), "after": all.time(clock.start.at)}
    return all.say("clock-backwards", stop=stop, start=start, **times)


def join_blocks(lines: Sequence[str]) -> str:
    """A text of blocks."""
    return "\n\n".join(line for line in lines if line)
