"""What a reporter tells of an open case unasked, by words of what becomes of people. Pure.

    driven     somebody is put into a car
    children   a child is left without those who are held
    exposed    a warning of somebody who may ask, or who is not who they say
    contact    a sign of life: they rang, wrote, were seen
    silence    still no sign of them
    news       anything else that is stated of them

Bad news acts on suspicion: the first three count however they are said; the others only where they are stated, and of
somebody else than the writer.
"""

from core.casework.turns import CHILDREN, CONTACT, DRIVEN, EXPOSED, NEWS, SILENCE
from core.intake.cues import Cues, Status, Whose, read_clauses
from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.language import heard_sentence
from core.understanding.later import READ
from core.understanding.phrases import mentions
from core.understanding.situations import understand_situation
from core.understanding.wishes import forbidden_by

FEW = 4  # words of a clause that tells nothing else: "she is there"


def told_unasked(text: str, heard: Heard, cues: Cues) -> tuple[str, ...]:
    """Which of them the words tell; *news* only beside none of the others."""
    words, clauses = heard.unasked, read_clauses(text[:READ], cues)
    whole = heard_sentence(text[:READ], heard)
    of_others = [clause for clause in clauses if clause.whose is not Whose.REPORTER]
    stated = [heard_sentence(c.text, heard) for c in of_others if c.rings in (Status.STATED, Status.QUOTED)]
    denied = [heard_sentence(c.text, heard) for c in of_others if c.rings is Status.DENIED]
    told = {
        DRIVEN: mentions(words.driven, whole),
        CHILDREN: mentions(words.orphaned, whole),
        EXPOSED: _warns(text, whole, heard)
        and not forbidden_by(whole, heard),  # of a name: it asks for consent
        CONTACT: any(mentions(words.contact, said) for said in stated),
        SILENCE: any(mentions(words.silence, said) for said in (*stated, *denied)),
    }
    found = tuple(fact for fact, is_told in told.items() if is_told)
    is_news = any(_is_of_somebody(said, heard) for said in stated)
    return found or ((NEWS,) if is_news and not mentions(heard.turns.long_known, whole) else ())


def _warns(text: str, whole: str, heard: Heard) -> bool:
    """Whether they warn of somebody. Where somebody works is no warning beside words of who was taken."""
    words = heard.unasked
    if mentions(words.hush, whole) or mentions(words.stranger, whole):
        return not mentions(heard.turns.not_held, whole)
    return mentions(words.theirs, whole) and understand_situation(text[:READ], heard) is None


def _is_of_somebody(said: str, heard: Heard) -> bool:
    """Whether a clause speaks of them, as him or her, and not of their family."""
    words = said.split()
    is_of_family = any(spoken(word) in heard.people.kin for word in words)
    return len(words) >= FEW and mentions(heard.later.same, said) and not is_of_family
