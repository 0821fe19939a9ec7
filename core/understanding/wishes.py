"""What somebody wants of the chat itself: that it is emptied, now or when their case is closed; and words by which a
permission is taken back, no matter what else they tell. Their phrases carry their own "not".
"""

from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.later import calls_for_lawyer
from core.understanding.own_phone import was_taken
from core.understanding.phrases import mentions
from core.understanding.plain import readable
from core.understanding.questions import SKIP, topic_of
from core.vocabulary import OF_NAMES, ConsentUse


def forbidden_by(said: str, heard: Heard) -> frozenset[ConsentUse]:
    """What the sentence forbids."""
    words = heard.consents
    forbidden: set[ConsentUse] = set()
    if mentions(words.no_names, said) and topic_of(said, heard) != SKIP:
        forbidden |= {*OF_NAMES}
    if mentions(words.no_publication, said):
        forbidden.add(ConsentUse.PUBLICATION)
    if mentions(words.no_writing, said) and not _is_impatient(said, heard):
        forbidden.add(ConsentUse.WRITE)
    return frozenset(forbidden)


def _is_impatient(said: str, heard: Heard) -> bool:
    """Whether who writes "stop writing" wants a lawyer instead of words, and not that this phone stays silent."""
    here = not heard.consents.writing_here.isdisjoint(said.split())
    phone = mentions(heard.flags["phone"], said) or was_taken(said, heard)
    return calls_for_lawyer(said, heard) and not here and not phone


def changes_mind(said: str, heard: Heard) -> bool:
    """Whether somebody does not want any more what they wanted, without saying what."""
    return mentions(heard.consents.changed_mind, said)


LONGEST = 12  # words of somebody who says this and nothing else


SHORT = 5  # words of somebody in a hurry


def empties_now(text: str, heard: Heard) -> bool:
    """Whether the text, a short one, says that it is to be emptied, and does not say when."""
    if not 0 < len(text.split()) <= SHORT:
        return False
    said = heard_sentence(readable(text), heard)
    return mentions(heard.told.empties, said) and not mentions(heard.told.at_closing, said)


def empties_at_closing(text: str, heard: Heard) -> bool:
    """Whether that is what the text says, and all of it."""
    if not 0 < len(text.split()) <= LONGEST:
        return False
    said = heard_sentence(readable(text), heard)
    return mentions(heard.told.empties, said) and mentions(heard.told.at_closing, said)
