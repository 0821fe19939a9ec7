"""What sources say of a case: the rows, and which of them belong to a case at a moment.

    claim   one fact that one source gives, about a case or one of its persons. Only ever appended: a correction is a new
            claim of the same source; what a source takes back is marked as withdrawn.
    source  a report (its reporter), a member, a paper, or the bot, which derives.
    link    a report feeds a case, since when and until when. What a report says hangs on the report: a link that moves
            takes it along, and one that is undone leaves nothing behind.

Moments named ``noted_at``, ``withdrawn_at``, ``at`` of a link and ``ended_at`` are of our *knowledge*: when we learnt it.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from bot.core.values import Precision


class SourceKind(StrEnum):
    """Who says it."""

    REPORT = "report"
    MEMBER = "member"
    PAPER = "paper"  # what stands in it; the id is that of the member who read it
    BOT = "bot"


class Certainty(StrEnum):
    """How the claim came out of what was said."""

    SAID = "said"  # tapped, typed in reply, shared
    UNDERSTOOD = "understood"  # from free words
    GUESSED = "guessed"  # it follows from something else


Json = str | list[Any] | dict[str, Any]  # what bot.core.values makes of a value
Source = tuple[SourceKind, int]  # and the id of the report, member or paper; 0 for the bot


class Claim(Struct, frozen=True):
    """One fact that one source gives. ``value`` is JSON (bot.core.values); ``kind`` is a row of bot.core.casework.kinds.

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
    def source(self) -> Source:
        """Who says it."""
        return self.source_kind, self.source_id

    def known(self, as_of: datetime) -> bool:
        """Whether we knew it at that moment, and its source still said so."""
        return self.noted_at <= as_of and (self.withdrawn_at is None or self.withdrawn_at > as_of)


class Link(Struct, frozen=True):
    """A report feeds a case. ``reports.case_id`` follows the one link that has not ended.

    ``persons``: who of the report is whom of the case, by their numbers, the first as text.
    """

    id: int
    report_id: int
    case_id: int
    by: int  # the member who said so; 0 for the bot
    at: datetime
    rule: str  # why: opened; name, hand (bot.core.casework.linking); undone
    score: float | None = None  # how alike the two looked, 0 to 1
    ended_at: datetime | None = None
    persons: dict[str, int] = field(default_factory=dict)

    def lives(self, as_of: datetime) -> bool:
        """Whether it held at that moment."""
        return self.at <= as_of and (self.ended_at is None or self.ended_at > as_of)


def linked(links: Iterable[Link], case_id: int, as_of: datetime) -> set[int]:
    """The reports that fed a case at a moment."""
    return {link.report_id for link in links if link.case_id == case_id and link.lives(as_of)}
