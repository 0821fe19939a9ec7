"""What several sources say becomes one fact: a function a rule. Pure, and the order of what is given does not matter.

Each gets what the sources say now, oldest first and never empty (of each source its newest, in TIMED all), and gives the
fact with what the others say beside it, the surest first; None where nobody who may say so has said anything.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from bot.core.casework.claims import Certainty, Claim, Source, SourceKind
from bot.core.casework.kinds import Rule
from bot.core.values import Consent, Hearing, Moment, Value

NEVER = datetime.max.replace(tzinfo=UTC)
NO = "no"


class Fact(Struct, frozen=True):
    """A value, the claim that gives it, and what other sources say beside it, the surest first."""

    value: Value
    claim: Claim
    others: tuple["Fact", ...] = ()

    @property
    def source(self) -> Source:
        """Who says it."""
        return self.claim.source

    @property
    def time(self) -> datetime | None:
        """What it is true of, or the moment that it is."""
        return self.value.at if isinstance(self.value, Moment | Hearing) else self.claim.at


Reliability = Mapping[
    Source, int
]  # of sources that were assessed (mt 42), higher is better; the others have 0
Facts = Sequence[Fact]

_SOURCES = (SourceKind.BOT, SourceKind.REPORT, SourceKind.MEMBER, SourceKind.PAPER)
_CERTAINTIES = (Certainty.GUESSED, Certainty.UNDERSTOOD, Certainty.SAID)


def reconcile(rule: Rule, facts: Facts, reliability: Reliability) -> Fact | None:
    """One fact of what all sources say."""
    chosen = _RULES[rule](facts, reliability)
    if chosen is None or len(facts) == 1:
        return chosen
    beside = [fact for fact in facts if fact.claim is not chosen.claim]
    beside.sort(key=lambda fact: _sureness(fact, reliability), reverse=True)
    return replace(chosen, others=tuple(beside))


def order(fact: Fact) -> tuple[datetime, int]:
    """When we learnt it, and of two at one time which came first."""
    return fact.claim.noted_at, fact.claim.id


def _sureness(fact: Fact, reliability: Reliability) -> tuple[int, int, int, datetime, int]:
    claim = fact.claim
    rank = _SOURCES.index(claim.source_kind), _CERTAINTIES.index(claim.certainty)
    return (reliability.get(claim.source, 0), *rank, *order(fact))


def _newest(facts: Facts, reliability: Reliability) -> Fact | None:
    return facts[-1]


def _surest(facts: Facts, reliability: Reliability) -> Fact | None:
    return max(facts, key=lambda fact: _sureness(fact, reliability))


def _earliest(facts: Facts, reliability: Reliability) -> Fact | None:
    """The first moment that anybody names counts, until a paper names one."""
    papers = [fact for fact in facts if fact.claim.source_kind is SourceKind.PAPER]
    return min(papers or facts, key=lambda fact: (fact.time or NEVER, *order(fact)))


def _union(facts: Facts, reliability: Reliability) -> Fact | None:
    """All that anybody names, in the order in which it was said."""
    named: dict[str, None] = {}
    for fact in facts:
        named |= dict.fromkeys(fact.value if isinstance(fact.value, tuple) else (str(fact.value),))
    return replace(facts[-1], value=tuple(named))


def _strictest(facts: Facts, reliability: Reliability) -> Fact | None:
    """A member's decision settles what was said before it; a later "no" of anybody counts again."""
    decided = [fact for fact in facts if fact.claim.source_kind is SourceKind.MEMBER][-1:]
    refused = [fact for fact in facts if _refuses(fact) and (not decided or order(fact) > order(decided[0]))]
    return (refused or decided or facts)[-1]


def _refuses(fact: Fact) -> bool:
    return (fact.value.answer if isinstance(fact.value, Consent) else fact.value) == NO


def _timed(facts: Facts, reliability: Reliability) -> Fact | None:
    """The last line of the history."""
    return max(facts, key=lambda fact: (fact.time or fact.claim.noted_at, *order(fact)))


def _member(facts: Facts, reliability: Reliability) -> Fact | None:
    said = [fact for fact in facts if fact.claim.source_kind is SourceKind.MEMBER]
    return said[-1] if said else None


_RULES: dict[Rule, Callable[[Facts, Reliability], Fact | None]] = {
    Rule.NEWEST: _newest,
    Rule.SUREST: _surest,
    Rule.EARLIEST: _earliest,
    Rule.UNION: _union,
    Rule.STRICTEST: _strictest,
    Rule.TIMED: _timed,
    Rule.MEMBER: _member,
}
