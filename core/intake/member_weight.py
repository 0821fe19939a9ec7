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


def weight_of_member(text: str, told: MemberTold, heard: Heard, cues: Cues) -> Weight:
    """``told``: what is understood of it."""
    if told.is_anything:
        return Weight.IDLE
    stated = stated_words(readable(text)[:READ], heard, cues)  # what is asked wakes nobody
    clauses = read_clauses(stated, cues)
    return max((_weight_of(clause, heard) for clause in clauses), default=Weight.IDLE)


def _weight_of(clause: Clause, heard: Heard) -> Weight:
    words = heard.members
    if says_nothing(clause.text, heard, heard.unasked.calm | heard.unasked.courtesy | words.calm):
        return Weight.IDLE
    said = heard_sentence(readable(clause.text), heard)
    if mentions(words.to_writer, said):
        return Weight.POSSIBLE
    of_work = any(word.startswith((*words.work, *words.family)) for word in said.split())
    return Weight.CHATTER if of_work else Weight.POSSIBLE
