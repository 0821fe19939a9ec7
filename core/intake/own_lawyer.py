"""What a reporter says of a lawyer of their own. It holds nobody back, unless that lawyer is there: then coordinators call
back first, and the reporter is asked.
"""

from enum import Enum, auto

from core.intake.cues import Cues, Status, Whose, read_clauses
from core.timeline import TimelineKind
from core.understanding.heard import Heard
from core.understanding.later import READ, has_lawyer
from core.understanding.lawyer_words import visit_said
from core.understanding.phrases import mentions, says
from core.understanding.plain import readable, sentence

_OTHERS = frozenset({Whose.BYSTANDER, Whose.OFFICER})
_SAID = frozenset({Status.STATED, Status.DENIED})  # "we need none" is a denial


class OwnLawyer(Enum):
    """How much of it is said."""

    SAID = auto()  # they have one, or want none
    THERE = auto()  # their own is with who is held


def own_lawyer(text: str, heard: Heard, cues: Cues) -> OwnLawyer | None:
    """None also where anybody else says it, it is asked or supposed, or a lawyer is called for."""
    shown = readable(text)[:READ]
    if not has_lawyer(shown, heard) or _is_kept_out(shown, heard):
        return None
    clauses = read_clauses(shown, cues)
    if any(clause.whose in _OTHERS or clause.status is Status.QUOTED for clause in clauses):
        return None
    said = [clause for clause in clauses if clause.claims in _SAID and has_lawyer(clause.text, heard)]
    sure = [clause for clause in said if clause.claims is Status.STATED]
    if any(says(heard.turns.lawyer_there, sentence(clause.text), heard.denial) for clause in sure):
        return OwnLawyer.THERE
    return OwnLawyer.SAID if said else None


def _is_kept_out(shown: str, heard: Heard) -> bool:
    """Whether their lawyer is: that none is needed is also what stations say at the door."""
    wants_none = mentions(heard.later.no_lawyer, sentence(shown))
    told = None if wants_none else visit_said(shown, heard)
    return told is not None and told.act is TimelineKind.REFUSED
