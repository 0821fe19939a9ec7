"""What a member types of a case that they have: how far their visit is, bad news of it, court, and who is free."""

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from core.intake.court_told import CourtTold
from core.intake.cues import Cues
from core.intake.stated import stated_words
from core.timeline import TimelineKind
from core.understanding.arrivals import step_said
from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.later import facts_told
from core.understanding.lawyer_words import VisitSaid, cannot_come, harm_told, is_lost, stand_in_wanted
from core.understanding.member_news import is_disowned, many_held, release_told
from core.understanding.phrases import mentions
from core.understanding.plain import readable

MOVED = "moved"


class MemberTold(Struct, frozen=True):
    """``is_disowned``: stations deny having them; ``is_moved``: to some place; ``many``: how many are told of as held, if
    they are many.
    """

    step: VisitSaid | None
    is_unable: bool
    is_harmed: bool
    is_freed: bool
    court: CourtTold
    is_disowned: bool = False
    is_moved: bool = False
    many: int = 0

    @property
    def is_anything(self) -> bool:
        return self.step is not None or self.is_more_than_step or bool(self.many)

    @property
    def is_more_than_step(self) -> bool:
        more = self.is_unable or self.is_harmed or self.is_freed or self.is_disowned or self.is_moved
        return more or self.court.is_fact

    @property
    def is_refused(self) -> bool:
        return self.step is not None and self.step.act is TimelineKind.REFUSED

    @property
    def is_grave(self) -> bool:
        """Whether coordinators hear of it at once."""
        return self.is_refused or self.is_unable or self.is_harmed or self.is_disowned


def member_told(
    words: str,
    heard: Heard,
    cues: Cues,
    court: CourtTold,
    now: datetime,
    zone: ZoneInfo,
    language: str | None,
) -> MemberTold:
    """``court``: what they tell of it, by the clock of ``zone``. What is asked tells nothing, but who asks for somebody in
    their place does not come.
    """
    stated = stated_words(words, heard, cues, language)
    court = court if stated.strip() else CourtTold()
    step = step_said(stated, heard, now, zone, language)
    if stated != words and mentions(heard.members.of_law, heard_sentence(readable(stated), heard, language)):
        step = None  # "do they have the right not to let me in"
    if step is not None and stated != words:
        step = replace(step, more=True)
    is_refused = step is not None and step.act is TimelineKind.REFUSED
    disowned = not is_refused and is_disowned(stated, heard, language)
    return MemberTold(
        step,
        stand_in_wanted(words, heard, language) or cannot_come(stated, heard, language),
        harm_told(stated, heard) or (is_lost(words, heard) and not disowned),
        court.release is None and release_told(stated, heard),
        court,
        disowned,
        MOVED in facts_told(stated, heard),
        many_held(stated, heard),
    )
