"""Which clocks a case has, found in another way: by full hours counted one after the other, out of the bare claims.

Nothing here is shared with core.clocks, nor with what reconciles sources.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from core.casework.claims import Claim, SourceKind
from core.clocks.clock_rows import ClockLength, ClockRow
from core.values import value_from_data
from tests.decisions.claims import START

RANK = [SourceKind.BOT, SourceKind.REPORT, SourceKind.MEMBER, SourceKind.PAPER]
ZONE = timedelta(hours=6)  # of Almaty in 2018
Found = tuple[str, int | None, str, int, int | None, bool, int, frozenset[str]]


class Said:
    """What everybody says at last: kind → person → the newest claim of each source."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        newest: dict[tuple[str, int | None, tuple[SourceKind, int]], Claim] = {}
        self.first = 10**9
        for one in sorted(claims, key=lambda c: (c.noted_at, c.id)):
            if one.withdrawn_at is None:
                newest[one.kind, one.person_id, (one.source_kind, one.source_id)] = one
                self.first = min(self.first, hour(one.noted_at))
        self.of: dict[str, dict[int | None, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        for (kind, person, _), one in newest.items():
            self.of[kind][person].append(one)

    def about(self, kind: str, person: int | None) -> list[Claim]:
        """Of the person, or if nothing is, of the case."""
        return self.of[kind][person] or self.of[kind][None]

    def surest(self, kind: str, person: int | None) -> object:
        """What the most reliable source says."""
        ranked = sorted(self.about(kind, person), key=lambda c: (RANK.index(c.source_kind), c.noted_at, c.id))
        return value_from_data(ranked[-1].value) if ranked else None

    def newest(self, kind: str, person: int | None) -> object:
        """What was said last."""
        last = sorted(self.of[kind][person], key=lambda c: (c.noted_at, c.id))
        return value_from_data(last[-1].value) if last else None

    def outcome(self) -> Claim | None:
        """How members say that it ended."""
        said = [c for c in self.of["outcome"][None] if c.source_kind is SourceKind.MEMBER]
        return max(said, key=lambda c: (c.noted_at, c.id)) if said else None

    def moments(self, kind: str, person: int | None) -> list[Claim]:
        """All of them, or those on paper."""
        said = self.about(kind, person)
        return [c for c in said if c.source_kind is SourceKind.PAPER] or said


def hour(moment: object) -> int:
    """Full hours since the first moment of all histories."""
    span: timedelta = moment - START  # type: ignore[operator]
    return int(span.total_seconds()) // 3600


def clocks(law: Iterable[ClockRow], claims: list[Claim], now: int) -> set[Found]:
    """(row, person, length, start, stop, backwards, hours over, doubts) of every clock."""
    said = Said(claims)
    outcome = said.outcome()
    if said.first == 10**9 or (outcome is not None and outcome.value == "false_alarm"):
        return set()
    rows = list(law)
    return {
        found
        for person in people(rows, said)
        for row in rows
        for found in of_row(row, said, person, now, outcome)
    }


def people(rows: list[ClockRow], said: Said) -> list[int | None]:
    """Who has clocks of their own, and whether anybody is left."""
    moving = {kind for row in rows for kind in (*row.starts, *row.else_from, *row.stops)}
    moving |= {"regime", "born", "urgent"}
    own = [person for person in (11, 12) if any(said.of[kind][person] for kind in moving)]
    named = {person for person in (11, 12) if said.of["name"][person]}
    left = len(named - set(own)) + max(0, unnamed(said) - len(set(own) - named))
    return [*own, *([None] if left or not own else [])]


def unnamed(said: Said) -> int:
    """How many without a name there are at least."""
    named = sum(1 for person in (11, 12) if said.of["name"][person])
    counted = said.surest("count", None)
    if counted is None or counted.kind == "unknown":  # type: ignore[attr-defined]
        return max(0, 1 - named)
    least = counted.count or 0  # type: ignore[attr-defined]
    if counted.kind == "several":  # type: ignore[attr-defined]
        least = max(2, least)
    return int(max(0, least - named))


def of_row(row: ClockRow, said: Said, person: int | None, now: int, outcome: Claim | None) -> Iterable[Found]:
    if row.situations and said.surest("situation", None) not in row.situations:
        return
    if row.situations and said.surest("ongoing", None) == "no":
        return
    regime = said.surest("regime", person)
    if row.regimes and regime is not None and regime not in row.regimes:
        return
    start = begins(row, said, person)
    if start is None:
        return
    day = (START + ZONE + timedelta(hours=start)).date()
    if (row.valid_from and day < row.valid_from) or (row.valid_to and day > row.valid_to):
        return
    stops = [
        latest(one)
        for kind in row.stops
        for one in said.moments(kind, person)
        if one.source_kind is not SourceKind.REPORT
    ]
    later = [stop for stop in stops if stop >= start]
    stop = min(later) if later else None
    if stop is None and outcome is not None:
        stop = max(start, hour(outcome.noted_at))
    backwards = stop is None and bool(stops)
    if not row.lengths:
        open_ = frozenset({"regime"} if row.regimes and regime is None else ())
        yield row.id, person, "", start, stop, backwards, 0, open_
        return
    minor = young(said, person, day.year)
    best: dict[str, frozenset[str]] = {}
    for length in row.lengths:
        doubts = doubts_of(length, regime, minor)
        if doubts is not None and (length.text not in best or len(doubts) < len(best[length.text])):
            best[length.text] = frozenset(doubts)
    for text, why in best.items():
        over, t = 0, start
        while t < (now if stop is None else stop):  # hour by hour
            t += 1
            over += t - start > int(text[:-1])
        yield row.id, person, text, start, stop, backwards, over if row.at_end == "overrun" else 0, why


def begins(row: ClockRow, said: Said, person: int | None) -> int | None:
    named = [one for kind in row.starts for one in said.moments(kind, person)]
    fine = [at for one in named if (at := finely(one)) is not None]
    if fine:
        return min(fine)
    if not row.else_from:
        return None
    shown = [one for kind in row.else_from if kind != "first_said" for one in said.moments(kind, person)]
    found = [latest(one) for one in (*named, *shown) if value_from_data(one.value).at is not None]  # type: ignore[union-attr]
    return min([*found, *([said.first] if "first_said" in row.else_from else [])], default=None)


def finely(one: Claim) -> int | None:
    value = value_from_data(one.value)
    if value.at is None or value.precision not in ("minute", "hour", "part"):  # type: ignore[union-attr]
        return None
    return hour(value.at)  # type: ignore[union-attr]


def latest(one: Claim) -> int:
    value, noted = value_from_data(one.value), hour(one.noted_at)
    if value.at is None:  # type: ignore[union-attr]
        return noted
    at = hour(value.at)  # type: ignore[union-attr]
    return max(at, min(at + 24, noted)) if value.precision == "day" else at  # type: ignore[union-attr]


def doubts_of(length: ClockLength, regime: object, minor: bool | None) -> set[str] | None:
    if (length.regimes and regime and regime not in length.regimes) or (
        length.minor is not None and minor is not None and minor != length.minor
    ):
        return None
    found = {"regime"} if length.regimes and not regime else set()
    found |= {"age"} if length.minor and minor is None else set()
    return found | ({"law"} if length.doubtful else set())


def young(said: Said, person: int | None, year: int) -> bool | None:
    if person is not None and any("minor" in list(one.value) for one in said.of["urgent"][person]):
        return True
    alone = unnamed(said) + sum(1 for one in (11, 12) if said.of["name"][one]) <= 1
    words = said.newest("born", person) if person is not None else None
    if words is None and alone:
        words = said.newest("born", None)
    born = {"12 May 2003": 2003, "1980": 1980, "2000": 2000}.get(str(words))
    if born is not None and year - born != 18:
        return year - born < 18
    flagged = any("minor" in list(one.value) for one in said.of["urgent"][None])
    return True if alone and flagged else None
