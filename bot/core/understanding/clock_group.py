"""Facts that belong together. What they mean is :mod:`clock_resolve`; the rules stand in :mod:`clock_words`."""

from collections.abc import Iterator

from msgspec import Struct

from bot.core.understanding.clock_facts import Ago, Before, Clock, Date, Day, Fact, Line, Now, Part, Weekday
from bot.core.understanding.clock_hours import READERS

PART_STARTS = {"night": 0, "morning": 6, "afternoon": 12, "evening": 18}
_NEAR = 3  # tokens between facts that still explain each other
DayFact = Day | Weekday | Date | Before


class Group(Struct):
    """What was said of one moment, and between which tokens."""

    start: int
    end: int
    day: DayFact | None = None
    clock: Clock | None = None
    part: Part | None = None
    ago: Ago | None = None
    now: Now | None = None
    about: bool = False

    def takes(self, fact: Fact, start: int) -> bool:
        """Put the fact in if it does not contradict; whether it did."""
        if self.now is not None:
            return False
        near = start - self.end <= _NEAR
        match fact:
            case Clock():
                fits = self.clock is None and self.ago is None and _within(fact, self.part)
                self.clock = fact if fits else self.clock
            case Part():
                fits = (
                    self.part is None
                    and self.ago is None
                    and (self.clock is None or (near and not self.clock.part))
                )
                self.part = fact if fits else self.part
            case Ago():
                fits = not (self.clock or self.part or self.ago) and self.day in (None, Day(0))
                self.ago = fact if fits else self.ago
            case Now():
                fits = False
            case _:
                fits = self._takes_day(fact, near)
        return fits

    def _takes_day(self, fact: DayFact, near: bool) -> bool:
        """A date beside a weekday or "yesterday" says the same day more surely."""
        if self.day is None:
            self.day = fact
            return self.ago is None and self.now is None
        if near and isinstance(self.day, Day | Weekday) and isinstance(fact, Date) and fact.day:
            self.day = fact
            return True
        return near and isinstance(self.day, Date | Day) and isinstance(fact, Weekday)


def _is_of_hearing(line: Line, i: int) -> bool:
    return any(line.word(k).startswith(line.said.hearings) for k in range(i - 4, i))


def _within(clock: Clock, part: Part | None) -> bool:
    if part is None or clock.hour < 13 or clock.part:
        return True
    start = PART_STARTS[part.name]
    return (part.name == "night" and clock.hour >= 21) or start - 2 <= clock.hour <= start + 8


def groups(line: Line) -> Iterator[Group]:
    """The groups of a line, left to right."""
    group: Group | None = None
    i = 0
    while i < len(line.words):
        readers = READERS if line.may_tell(i) else ()
        found = next((f for reader in readers if (f := reader(line, i))), None)
        if found is None:
            i += 1
            continue
        facts, end = found
        for fact in facts:
            if isinstance(fact, Clock) and not line.hearing and _is_of_hearing(line, i):
                continue
            if group is None or not group.takes(fact, i):
                if group is not None:
                    yield group
                group = Group(i, end)
                group.takes(fact, i)
                group.now = fact if isinstance(fact, Now) else None
            group.end = end
            group.about |= any(line.word(k) in line.said.about for k in (*range(i - 2, i + 2), end, end + 1))
        i = max(end, i + 1)
    if group is not None:
        yield group
