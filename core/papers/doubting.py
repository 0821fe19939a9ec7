"""Why somebody may not be held too long after all, though a clock of the law is over. Pure.

What is doubtful stands in no paper unless somebody ticks it, and then with the reasons, in the paper's language.

start   counted from when we were told, or from another moment than the law names; nobody who is believed has said since
        when; it is only roughly known; those who are believed say different times
sort    nobody who is believed has said which sort of detention it is, or they say different ones
term    the age is not known, or only said by somebody who is not believed; the law is not clear
end     somebody reports that it has ended; of a paper or a hearing nobody has said whether it came
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from core.casework.claims import Fact, SourceKind
from core.clocks.clock_rows import FIRST_SAID, ClockRegime, ClockRow
from core.clocks.computation import ClockDoubt, LegalClock, legal_clocks
from core.clocks.subjects import MINOR, fine_moment, latest_moment
from core.papers import statements
from core.papers.inputs import PaperInputs
from core.records.holds import ClockMark
from core.values import Precision

NAMED = ("started", "delivered", "protocol")  # moments whose times have words of their own

UNKNOWN = {
    ClockDoubt.START: "paper-doubt-read",
    ClockDoubt.REGIME: "paper-doubt-regime-unknown",
    ClockDoubt.AGE: "paper-doubt-age-unknown",
    ClockDoubt.LAW: "paper-doubt-law",
}


class Seen(Struct, frozen=True):
    """An overrun that was frozen. ``began``: from when it is counted; ``facts``: what says so, and which sort and age."""

    mark: ClockMark
    row: ClockRow
    began: datetime | None
    facts: tuple[Fact, ...]
    start: tuple[str, ...]
    sort: tuple[str, ...]
    term: tuple[str, ...]
    end: tuple[str, ...]

    @property
    def why(self) -> tuple[str, ...]:
        """All reasons; none: it is sure."""
        return self.start + self.sort + self.term + self.end


class _Start(Struct, frozen=True):
    at: datetime | None
    kind: str
    known: bool
    facts: tuple[Fact, ...]
    doubts: frozenset[ClockDoubt]


def seen(matter: PaperInputs, mark: ClockMark, row: ClockRow) -> Seen:
    """What speaks against it now: of what was not known when it was frozen somebody may have told more since."""
    start, sorts, young = _start(matter, mark), _sorts(matter), _young(matter, row, mark)
    return Seen(
        mark,
        row,
        start.at,
        (*start.facts, *(sorts if _regimes(row, mark) else ()), *young),
        tuple(_of_start(matter, row, start)),
        tuple(_of_sort(matter, row, mark, sorts)),
        tuple(_of_term(matter, row, mark, start.doubts, young)),
        tuple(_of_end(matter, row, mark)),
    )


def doubted(matter: PaperInputs, text: str, why: Sequence[str]) -> str:
    """With the reasons for which it may not be so."""
    return matter.say("paper-doubted", what=text, why="; ".join(why)) if why else text


def unknown(matter: PaperInputs, doubts: Collection[ClockDoubt]) -> list[str]:
    """What a clock does not know, as reasons."""
    return [matter.say(UNKNOWN[doubt]) for doubt in sorted(doubts)]


def time_of(matter: PaperInputs, kind: str) -> str:
    """How the time of a moment is called in such a reason."""
    return matter.say(f"paper-doubt-time-{kind if kind in NAMED else 'other'}")


def is_of_holding(row: ClockRow) -> bool:
    """Whether nobody may be held longer, and not only a paper or a hearing is late: then a charge or an order of a court
    ends it too.
    """
    return (
        "started" in row.starts
        and bool(row.stops - {"released_at", "in_court"})
        and "released_at" in row.stops
    )


def _start(matter: PaperInputs, mark: ClockMark) -> _Start:
    clocks = legal_clocks(matter.law, matter.view, matter.zone)
    live = next((clock for clock in clocks if clock.due is not None and clock.key == mark.key), None)
    return _of_clock(matter, live) if live is not None else _of_mark(matter, mark)


def _of_clock(matter: PaperInputs, clock: LegalClock) -> _Start:
    start = clock.start
    said = matter.said(start.kind) if start.kind != FIRST_SAID else ()
    facts = tuple(fact for fact in said if start.at in (fine_moment(fact), latest_moment(fact)))
    return _Start(start.at, start.kind, start.known, facts, clock.doubts)


def _of_mark(matter: PaperInputs, mark: ClockMark) -> _Start:
    """As it was frozen, where the claims do not show the clock any more."""
    known = mark.known
    claim = known.get("claim", 0)
    facts = [fact for facts in matter.view.said.values() for fact in facts if fact.claim.id == claim]
    at = datetime.fromisoformat(known["start"]) if known.get("start") else None
    doubts = frozenset(ClockDoubt(doubt) for doubt in known.get("doubts", ()))
    return _Start(at, known.get("start_kind", ""), known.get("start_known", False), tuple(facts), doubts)


def _of_start(matter: PaperInputs, row: ClockRow, start: _Start) -> Iterator[str]:
    say, time = matter.say, time_of(matter, row.starts[0] if row.starts else "")
    if start.kind == FIRST_SAID and start.at is not None:
        yield say("paper-doubt-told", when=matter.tongue.minute(start.at), time=time)
        return
    if not start.known:
        yield say("paper-doubt-counted", start=time_of(matter, start.kind), time=time)
    time = time_of(matter, start.kind)
    if not _is_said(matter, start.facts) or ClockDoubt.START in start.doubts:
        by = statements.according_to(matter, start.facts)
        yield say("paper-doubt-start-by", time=time, by=by) if by else say("paper-doubt-start", time=time)
        return
    if _is_rough(matter, start.facts):
        finest = statements.moment_of_fact(
            statements.group_moments(statements.preferred_facts(matter, start.facts))[0][0]
        )
        yield say("paper-doubt-rough", time=time, when=matter.tongue.moment(finest))
    if len(statements.group_moments(statements.preferred_facts(matter, matter.said(start.kind)))) > 1:
        yield say("paper-doubt-differ", time=time)


def _of_sort(matter: PaperInputs, row: ClockRow, mark: ClockMark, sorts: Sequence[Fact]) -> Iterator[str]:
    wanted = _regimes(row, mark)
    if not wanted:
        return
    if not sorts:
        yield matter.say("paper-doubt-regime-unknown")
    elif any(fact.value not in wanted for fact in sorts):
        yield matter.say("paper-doubt-regime-differ")
    elif not _is_said(matter, sorts):
        yield matter.say("paper-doubt-regime")


def _of_term(
    matter: PaperInputs, row: ClockRow, mark: ClockMark, doubts: frozenset[ClockDoubt], young: Sequence[Fact]
) -> Iterator[str]:
    if _is_of_minors(row, mark):
        if ClockDoubt.AGE in doubts or not young:
            yield matter.say("paper-doubt-age-unknown")
        elif not _is_said(matter, young):
            yield matter.say("paper-doubt-age")
    if ClockDoubt.LAW in doubts:
        yield matter.say("paper-doubt-law")


def _of_end(matter: PaperInputs, row: ClockRow, mark: ClockMark) -> Iterator[str]:
    if not mark.goes_on:
        return
    if not is_of_holding(row):
        yield matter.say("paper-doubt-undone")
        return
    told = [fact for kind in sorted(row.stops) for fact in matter.said(kind)]
    reported = any(fact.claim.source_kind is SourceKind.REPORT for fact in told)
    if reported or matter.case.ongoing == "no" or matter.case.says_over:
        yield matter.say("paper-doubt-over")


def _sorts(matter: PaperInputs) -> Sequence[Fact]:
    """What those say of the sort of detention who are believed most."""
    return statements.preferred_facts(
        matter, [fact for fact in matter.said("regime") if fact.value != statements.UNKNOWN]
    )


def _regimes(row: ClockRow, mark: ClockMark) -> frozenset[ClockRegime]:
    """For which sorts this term is; none: for any."""
    of_length = [length.regimes or row.regimes for length in row.lengths if length.text == mark.length]
    return frozenset().union(*of_length) if of_length else row.regimes


def _is_of_minors(row: ClockRow, mark: ClockMark) -> bool:
    of_age = [length.minor for length in row.lengths if length.text == mark.length]
    return bool(of_age) and all(of_age)


def _young(matter: PaperInputs, row: ClockRow, mark: ClockMark) -> Sequence[Fact]:
    """What says that they are a minor, where it is the term of minors alone."""
    if not _is_of_minors(row, mark):
        return ()
    flags = [fact for who in {matter.who, None} for fact in matter.each("urgent", who)]
    flagged = [fact for fact in flags if isinstance(fact.value, tuple) and MINOR in fact.value]
    return [*matter.own("born_on"), *matter.own("born"), *flagged]


def _is_said(matter: PaperInputs, facts: Sequence[Fact]) -> bool:
    return any(statements.is_verified(matter.view, fact) for fact in facts)


def _is_rough(matter: PaperInputs, facts: Sequence[Fact]) -> bool:
    """Whether nobody who is believed knows it to the minute."""
    told = [statements.moment_of_fact(fact) for fact in statements.preferred_facts(matter, facts)]
    return not any(moment.precision is Precision.MINUTE and moment.exact for moment in told)
