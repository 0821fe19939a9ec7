"""What sources say of a case: the rows, and which of them belong to a case at a moment.

    claim   one fact that one source gives, about a case or one of its persons. Only ever appended: a correction is a new
            claim of the same source; what a source takes back is marked as withdrawn.
    source  a report (its reporter), a member, a paper, or the bot, which derives.
    link    a report feeds a case, since when and until when. What a report says hangs on the report: a link that moves
            takes it along, and one that is undone leaves nothing behind.

Moments named ``noted_at``, ``withdrawn_at``, ``at`` of a link and ``ended_at`` are of our *knowledge*: when we learnt it.

What several sources say becomes one fact: a function a rule. Pure, and the order of what is given does not matter.

Each gets what the sources say now, oldest first and never empty (of each source its newest, in TIMED all), and gives the
fact with what the others say beside it, the surest first; None where nobody who may say so has said anything.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from core.casework.claim_kinds import Certainty, ClaimRule
from core.values import Consent, Hearing, Moment, Precision, Value


class SourceKind(StrEnum):
    """Who says it."""

    REPORT = "report"
    MEMBER = "member"
    PAPER = "paper"  # what stands in it; the id is that of the member who read it
    BOT = "bot"


Json = str | list[Any] | dict[str, Any]  # what core.values makes of a value
ClaimSource = tuple[SourceKind, int]  # and the id of the report, member or paper; 0 for the bot


class Claim(Struct, frozen=True):
    """One fact that one source gives. ``value`` is JSON (core.values); ``kind``: a row of core.casework.claim_kinds.

    Exactly one of ``case_id`` and ``report_id`` is set: the latter for what a report says.
    """

    id: int
    case_id: int | None
    report_id: int | None
    kind: str
    value: Json  # sealed
    source_kind: SourceKind
    source_id: int
    noted_at: datetime
    certainty: Certainty = Certainty.SAID
    person_id: int | None = None  # one of the persons
    at: datetime | None = None  # what it is true of; None: of the time when it was said
    precision: Precision = Precision.UNKNOWN  # of ``at``
    until: datetime | None = None
    entry_id: int | None = None  # the words from which it was understood
    withdrawn_at: datetime | None = None
    proceeding_id: int | None = None  # the claim that opened the proceeding to which it belongs

    @property
    def source(self) -> ClaimSource:
        """Who says it."""
        return self.source_kind, self.source_id

    def known(self, as_of: datetime) -> bool:
        """Whether we knew it at that moment, and its source still said so."""
        return self.noted_at <= as_of and (self.withdrawn_at is None or self.withdrawn_at > as_of)


class ReportLink(Struct, frozen=True):
    """A report feeds a case. ``reports.case_id`` follows the one link that has not ended.

    ``persons``: who of the report is whom of the case, by their numbers, the first as text.
    """

    id: int
    report_id: int
    case_id: int
    by: int  # the member who said so; 0 for the bot
    at: datetime
    rule: str  # why: opened; name, hand (core.casework.linking); undone
    score: float | None = None  # how alike the two looked, 0 to 1
    ended_at: datetime | None = None
    persons: dict[str, int] = field(default_factory=dict)

    def lives(self, as_of: datetime) -> bool:
        """Whether it held at that moment."""
        return self.at <= as_of and (self.ended_at is None or self.ended_at > as_of)


def linked_reports(links: Iterable[ReportLink], case_id: int, as_of: datetime) -> set[int]:
    """The reports that fed a case at a moment."""
    return {link.report_id for link in links if link.case_id == case_id and link.lives(as_of)}


NO_TIME = datetime.max.replace(tzinfo=UTC)
NO = "no"


class Fact(Struct, frozen=True):
    """A value, the claim that gives it, and what other sources say beside it, the surest first."""

    value: Value
    claim: Claim
    others: tuple["Fact", ...] = ()

    @property
    def source(self) -> ClaimSource:
        """Who says it."""
        return self.claim.source

    @property
    def time(self) -> datetime | None:
        """What it is true of, or the moment that it is."""
        return self.value.at if isinstance(self.value, Moment | Hearing) else self.claim.at


Reliability = Mapping[
    ClaimSource, int
]  # of sources that were assessed (mt 42), higher is better; the others have 0
Facts = Sequence[Fact]

_SOURCES = (SourceKind.BOT, SourceKind.REPORT, SourceKind.MEMBER, SourceKind.PAPER)


def reconcile(rule: ClaimRule, facts: Facts, reliability: Reliability) -> Fact | None:
    """One fact of what all sources say."""
    chosen = _RULES[rule](facts, reliability)
    if chosen is None or len(facts) == 1:
        return chosen
    beside = [fact for fact in facts if fact.claim is not chosen.claim]
    beside.sort(key=lambda fact: _sureness(fact, reliability), reverse=True)
    return replace(chosen, others=tuple(beside))


def learning_order(fact: Fact) -> tuple[datetime, int]:
    """When we learnt it, and of two at one time which came first."""
    return fact.claim.noted_at, fact.claim.id


def _sureness(fact: Fact, reliability: Reliability) -> tuple[int, int, int, datetime, int]:
    claim = fact.claim
    rank = _SOURCES.index(claim.source_kind), claim.certainty.rank
    return (reliability.get(claim.source, 0), *rank, *learning_order(fact))


def _newest(facts: Facts, reliability: Reliability) -> Fact | None:
    return facts[-1]


def _surest(facts: Facts, reliability: Reliability) -> Fact | None:
    return max(facts, key=lambda fact: _sureness(fact, reliability))


def _earliest(facts: Facts, reliability: Reliability) -> Fact | None:
    """The first moment that anybody names counts, until a paper names one."""
    papers = [fact for fact in facts if fact.claim.source_kind is SourceKind.PAPER]
    return min(papers or facts, key=lambda fact: (fact.time or NO_TIME, *learning_order(fact)))


def _union(facts: Facts, reliability: Reliability) -> Fact | None:
    """All that anybody names, in the order in which it was said."""
    named: dict[str, None] = {}
    for fact in facts:
        named |= dict.fromkeys(fact.value if isinstance(fact.value, tuple) else (str(fact.value),))
    return replace(facts[-1], value=tuple(named))


def _strictest(facts: Facts, reliability: Reliability) -> Fact | None:
    """A member's decision settles what was said before it; a later "no" of anybody counts again."""
    decided = [fact for fact in facts if fact.claim.source_kind is SourceKind.MEMBER][-1:]
    refused = [
        fact
        for fact in facts
        if _refuses(fact) and (not decided or learning_order(fact) > learning_order(decided[0]))
    ]
    return (refused or decided or facts)[-1]


def _refuses(fact: Fact) -> bool:
    return (fact.value.answer if isinstance(fact.value, Consent) else fact.value) == NO


def _timed(facts: Facts, reliability: Reliability) -> Fact | None:
    """The last line of the history."""
    return max(facts, key=lambda fact: (fact.time or fact.claim.noted_at, *learning_order(fact)))


def _member(facts: Facts, reliability: Reliability) -> Fact | None:
    said = [fact for fact in facts if fact.claim.source_kind is SourceKind.MEMBER]
    return said[-1] if said else None


_RULES: dict[ClaimRule, Callable[[Facts, Reliability], Fact | None]] = {
    ClaimRule.NEWEST: _newest,
    ClaimRule.SUREST: _surest,
    ClaimRule.EARLIEST: _earliest,
    ClaimRule.UNION: _union,
    ClaimRule.STRICTEST: _strictest,
    ClaimRule.TIMED: _timed,
    ClaimRule.MEMBER: _member,
}
