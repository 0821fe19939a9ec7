"""Who is rung by what a member types and the bot does not understand. Pure.

idle       all of it is calm, only asked, or a step and news that have their own way
chatter    each clause of it is of the work on a case, and none is of what is done to the writer
possible   anything else: the writer may need help, or somebody in their place
"""

from core.intake.cues import Clause, Cues, read_clauses
from core.intake.member_told import MemberTold
from core.intake.stated import stated_words
from core.intake.unasked import says_nothing
from core.intake.weight import Weight
from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.later import READ
from core.understanding.phrases import mentions
from core.understanding.plain import readable
from core.understanding.questions import asks


def weight_of_member(text: str, told: MemberTold, heard: Heard, cues: Cues, *, is_grave: bool) -> Weight:
    """``told``: what is understood of it; ``is_grave``: it is heard as what happens to somebody."""
    shown = readable(text)[:READ]
    stated = stated_words(shown, heard, cues)
    if not stated:
        return Weight.IDLE
    clauses = read_clauses(stated, cues)
    if stated == shown and asks(heard_sentence(shown, heard), heard):  # asked without a mark
        clauses = tuple(clause for clause in clauses if _is_of_writer(clause, heard))
    elif is_grave:
        return Weight.POSSIBLE
    if told.is_anything:
        return Weight.IDLE
    return max((_weight_of(clause, heard) for clause in clauses), default=Weight.IDLE)


def _weight_of(clause: Clause, heard: Heard) -> Weight:
    words = heard.members
    if says_nothing(clause.text, heard, heard.unasked.calm | heard.unasked.courtesy | words.calm):
        return Weight.IDLE
    if _is_of_writer(clause, heard):
        return Weight.POSSIBLE
    said = heard_sentence(readable(clause.text), heard)
    of_work = any(word.startswith((*words.work, *words.family)) for word in said.split())
    return Weight.CHATTER if of_work else Weight.POSSIBLE


def _is_of_writer(clause: Clause, heard: Heard) -> bool:
    return mentions(heard.members.to_writer, heard_sentence(readable(clause.text), heard))
