"""Whether a member types of what is done to themselves or theirs, and nothing of it is understood as a step. Pure.

"They suspended my licence", "a grey car has followed me since the court": somebody else must hear it, whether or not the bot
knows the words. What happens to those who are held has ways of its own.
"""

from core.intake.cues import Clause, Cues, read_clauses
from core.intake.member_told import MemberTold
from core.intake.stated import stated_words
from core.intake.unasked import says_nothing
from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.later import READ
from core.understanding.phrases import mentions
from core.understanding.plain import readable
from core.understanding.questions import asks


def tells_of_writer(text: str, told: MemberTold, heard: Heard, cues: Cues) -> bool:
    """``told``: what is understood of it. What is only asked tells nothing."""
    if told.is_anything:
        return False
    shown = readable(text)[:READ]
    stated = stated_words(shown, heard, cues)
    said = heard_sentence(shown, heard)
    is_one = stated == shown or mentions(heard.members.of_law, said)
    if is_one and asks(said, heard):  # without a mark, or of the law
        return False
    return any(_is_of_writer(clause, heard) for clause in read_clauses(stated, cues))


def _is_of_writer(clause: Clause, heard: Heard) -> bool:
    words = heard.members
    if says_nothing(clause.text, heard, heard.unasked.calm | heard.unasked.courtesy | words.calm):
        return False
    return mentions(words.to_writer, heard_sentence(readable(clause.text), heard))
