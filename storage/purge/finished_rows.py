"""Rows that go as soon as what they are for is over, with what hangs on them in other tables and in chats: they are found
and counted here, and forgotten one by one by handlers.forgetting.expired_records. A running bot's timers mostly come before.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Table, and_, exists, or_

from core.forgetting.retention_terms import RetentionTerms
from storage.purge.aged_rows import AgeRule, Condition
from storage.schema import (
    checkins,
    dialogues,
    invitations,
    lookups,
    papers,
    practices,
    reports,
    stints,
    timers,
)


class Left(StrEnum):
    """Kinds of timers that come due when nobody needs a thing any more."""

    WORDS = "wipe"  # of a draft that a coordinator has read, or nobody for long
    NOTE = "note"  # words of a member that no case has
    PAPER = "unmade-paper"
    LETTER = "missive-forgotten"


def _is_left(table: Table, kind: Left, *among: Condition) -> Callable[[RetentionTerms, datetime], Condition]:
    """Rows of which such a timer was due, whether the bot runs or not."""

    def condition(terms: RetentionTerms, now: datetime) -> Condition:
        its_own = timers.c.kind == kind.value, timers.c.subject_id == table.c.id
        return and_(exists().where(*its_own, timers.c.due_at <= now), *among)

    return condition


def _settled(terms: RetentionTerms, now: datetime) -> Condition:
    """An invitation that is settled, or whose time was over when nothing ran that could settle it."""
    left = now - terms.joining - terms.asking
    return or_(
        invitations.c.settled_at <= now - terms.joining,
        and_(invitations.c.settled_at.is_(None), invitations.c.expires_at <= left),
    )


INVITATIONS = AgeRule("invitations that are settled", invitations, _settled)
LOOKUPS = AgeRule(
    "questions that are settled", lookups, lambda terms, now: lookups.c.settled_at <= now - terms.lookups
)
PRACTICES = AgeRule(
    "practices that are over", practices, lambda terms, now: practices.c.began_at <= now - terms.practices
)
CHECKINS = AgeRule(
    "check-ins that were missed",
    checkins,
    lambda terms, now: and_(checkins.c.state == "missed", checkins.c.due <= now - terms.checkins),
)
STINTS = AgeRule("times of duty", stints, lambda terms, now: stints.c.ends < now - terms.stints)
WORDS = AgeRule(
    "words of reports that were only begun",
    reports,
    _is_left(reports, Left.WORDS, reports.c.state.in_(("draft", "expired"))),
)
NOTES = AgeRule("words that no case has", dialogues, _is_left(dialogues, Left.NOTE))
PAPERS = AgeRule("papers that nobody made", papers, _is_left(papers, Left.PAPER, papers.c.state == "draft"))
LETTERS = AgeRule(
    "letters that nobody goes on with", papers, _is_left(papers, Left.LETTER, papers.c.state == "draft")
)
RULES = (INVITATIONS, LOOKUPS, PRACTICES, CHECKINS, STINTS, WORDS, NOTES, PAPERS, LETTERS)
