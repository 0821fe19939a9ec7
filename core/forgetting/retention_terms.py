"""How long what is kept, and which part of a closed case is due. An open case is never forgotten.

HELP     that somebody was helped: who took the case, consents, receipt codes, what was sent for them, their chat
PAPERS   papers that were made out of it
FILES    photos, voices, documents that came with it
WORDS    names and words, all of them; statistics stay
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from core.vocabulary import UNTRUE

RELEASED = "released"
MONTH = timedelta(days=30)


class ForgettingStage(StrEnum):
    """A part of a case that goes at one time; in this order."""

    HELP = "help"
    PAPERS = "papers"
    FILES = "files"
    WORDS = "words"


class ForgettingReason(StrEnum):
    """Why a case is forgotten: its term, or a coordinator says so."""

    TERM = "term"
    PERSON = "person"  # the person who was held asks for it
    FAMILY = "family"
    DANGER = "danger"  # it endangers somebody that it is kept


ON_REQUEST = (ForgettingReason.PERSON, ForgettingReason.FAMILY, ForgettingReason.DANGER)


class RetentionTerms(Struct, frozen=True):
    """Of a case: since it was closed. ``inbox``, ``outbox``: handled updates, messages that have left; ``members``: since
    a membership ended; ``joining``: since it was decided who joins; ``drafts``: words of which no case was made, since
    a coordinator has read them; ``unread``: those that nobody has.
    """

    inbox: timedelta = timedelta(days=8)
    outbox: timedelta = timedelta(days=8)
    help: timedelta = timedelta(days=30)
    papers: timedelta = 12 * MONTH
    files: timedelta = 12 * MONTH
    untrue: timedelta = timedelta(days=30)
    released: timedelta = 12 * MONTH
    others: timedelta = 36 * MONTH
    members: timedelta = 12 * MONTH
    joining: timedelta = timedelta(days=30)
    drafts: timedelta = timedelta(hours=24)
    # Not in the configuration: nobody has a reason to keep them longer.
    unread: timedelta = timedelta(days=8)  # as long as the updates that brought them are kept anyway
    begun: timedelta = timedelta(days=30)  # that a report was begun; its words go within hours
    dialogues: timedelta = timedelta(days=30)  # forms that have ended, of nothing that is kept
    lists: timedelta = timedelta(days=30)  # names from a station's door, once they are written down
    messages: timedelta = timedelta(days=30)  # where in a chat what nobody misses is
    choices: timedelta = timedelta(days=30)  # what could be typed in the place of a button
    stints: timedelta = timedelta(days=30)  # times of duty that are over
    lookups: timedelta = timedelta(days=3)  # who asked for whom, once it is settled
    checkins: timedelta = timedelta(days=2)  # that were missed
    practices: timedelta = timedelta(minutes=30)  # since they began
    rosters: timedelta = timedelta(hours=1)  # a file that nobody said yes to
    asking: timedelta = timedelta(
        days=7
    )  # a person who asks to join waits for a coordinator so long, at most
    parked: timedelta = timedelta(days=90)  # updates that nothing could handle
    reasons: timedelta = 12 * MONTH  # what coordinators typed about digests and exports

    def words_of(self, outcome: str | None) -> timedelta:
        """How long a case with this outcome keeps its names and words."""
        if outcome in UNTRUE:
            return self.untrue
        return self.released if outcome == RELEASED else self.others

    def of(self, outcome: str | None) -> Mapping[ForgettingStage, timedelta]:
        """How long each part of it is kept: nothing longer than its words."""
        words = self.words_of(outcome)
        return {
            ForgettingStage.HELP: min(self.help, words),
            ForgettingStage.PAPERS: min(self.papers, words),
            ForgettingStage.FILES: min(self.files, words),
            ForgettingStage.WORDS: words,
        }

    @property
    def soonest(self) -> timedelta:
        """Younger closed cases have nothing that is due."""
        return min(self.help, self.papers, self.files, self.untrue, self.released, self.others)


DEFAULTS = RetentionTerms()


def due_stages(
    terms: RetentionTerms, outcome: str | None, closed_at: datetime, done: Collection[str], now: datetime
) -> tuple[ForgettingStage, ...]:
    """Which parts of a closed case are due and not gone yet."""
    kept = terms.of(outcome)
    return tuple(stage for stage in ForgettingStage if stage not in done and closed_at + kept[stage] <= now)
