"""What a reporter tells of an open case unasked, by words of what becomes of people. Pure.

    driven     somebody is put into a car
    children   a child is left without those who are held
    exposed    a warning of somebody who may ask, or who is not who they say
    contact    a sign of life: they rang, wrote, were seen
    silence    still no sign of them
    news       anything else, unless it surely tells nothing

Bad news acts on suspicion: the first three count however they are said; the others only where they are stated, and of
somebody else than the writer.
"""

from core.casework.turns import CHILDREN, CONTACT, DRIVEN, EXPOSED, GRAVE, NEWS, SILENCE, TOLD, WORSE
from core.conversation.everyday import EVERYDAY
from core.intake.cues import Cues, Status, Whose, read_clauses
from core.intake.stated import stated_words
from core.understanding.explained import is_only_asked
from core.understanding.happenings import understand_intent
from core.understanding.heard import Heard
from core.understanding.kinds import Words
from core.understanding.language import heard_sentence
from core.understanding.later import READ, facts_told
from core.understanding.phrases import mentions, says
from core.understanding.plain import readable
from core.understanding.questions import asks, topic_of, topics_of
from core.understanding.situations import understand_situation
from core.understanding.spoken_languages import language_wanted
from core.understanding.wishes import changes_mind, empties_at_closing, forbidden_by

FEW = 5  # words of a clause about the chat itself, or by which a name is forbidden
OF_CHAT = frozenset({"wrong", "delete"})  # what is wanted of it


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
        EXPOSED: warns(text, heard) or (asks_of_claimant(text, heard) and not forbidden_by(whole, heard)),
        CONTACT: any(mentions(words.contact, said) for said in stated),
        SILENCE: any(mentions(words.silence, said) for said in (*stated, *denied)),
    }
    found = tuple(fact for fact, is_told in told.items() if is_told)
    if _is_calm(text, heard, cues):
        return tuple(fact for fact in found if fact not in TOLD)
    return found or (NEWS,)


def told_worse(text: str, heard: Heard, cues: Cues) -> tuple[str, ...]:
    """What the words tell of that is bad, no matter of what: in an open case it would ring."""
    told = (*facts_told(text, heard), *told_unasked(text, heard, cues))
    return tuple(fact for fact in told if fact in (*WORSE, *GRAVE, SILENCE))


def asks_of_claimant(text: str, heard: Heard) -> bool:
    """Whether it is asked who somebody is who says that they are a relative, a lawyer, a friend: it may be an impostor."""
    whole = heard_sentence(text[:READ], heard)
    return mentions(heard.unasked.claimant, whole) and asks(whole, heard)


def warns(text: str, heard: Heard) -> bool:
    """Whether they warn of somebody, and do not only ask who it is. Where somebody works is no warning beside words of who
    was taken, and to forbid a name is consent.
    """
    words, whole = heard.unasked, heard_sentence(text[:READ], heard)
    if forbidden_by(whole, heard):
        return False
    if mentions(words.hush, whole) or mentions(words.stranger, whole):
        return not mentions(heard.turns.not_held, whole)
    return mentions(words.theirs, whole) and understand_situation(text[:READ], heard) is None


def _is_calm(text: str, heard: Heard, cues: Cues) -> bool:
    """Whether it surely tells nothing: each clause of it thanks, apologizes, greets, assents, waits, asks what is answered
    and no more, or is of the chat itself, or a bare command. What nobody knows tells something, also in a question.
    """
    if text.startswith("/") and len(text.split()) == 1:
        return True
    whole, words, topic = heard_sentence(readable(text[:READ]), heard), heard.unasked, asked_of(text, heard)
    stated = stated_words(text[:READ], heard, cues) if topic in EVERYDAY else text[:READ]
    if mentions(words.farewell, whole):
        return False
    if is_polite(whole, heard):
        return True
    if stated != text[:READ] and asks_and_tells(text, heard):
        return False
    is_thanked = mentions(heard.intents["thanks"], whole) or mentions(words.polite, whole)
    calm = words.calm | words.courtesy if is_thanked else words.calm
    return all(says_nothing(clause.text, heard, calm) for clause in read_clauses(stated, cues))


def is_polite(said: str, heard: Heard) -> bool:
    """Whether they only ask our pardon, or leave to write, or say that they will: with words that tell nothing besides."""
    words = heard.unasked
    if not mentions(words.polite, said) or mentions(words.farewell, said):
        return False
    known = words.calm | words.courtesy
    return all(word in known or not word.isalnum() or word.isdecimal() for word in said.split())


def asks_and_tells(text: str, heard: Heard) -> bool:
    """Whether a question has words that its topics do not explain: they tell something, or ask what no topic answers."""
    said = heard_sentence(readable(text[:READ]), heard)
    return not is_only_asked(said, (asked_of(text, heard), *topics_of(said, heard)), heard)


def asked_of(text: str, heard: Heard) -> str:
    """What is asked, by the name of its row among everyday words; empty where nothing is that we know."""
    return understand_intent(text, heard) or topic_of(heard_sentence(readable(text), heard), heard) or ""


def says_nothing(clause: str, heard: Heard, calm: Words) -> bool:
    """Whether a clause has no other words than these, or is of the chat itself."""
    said = heard_sentence(readable(clause), heard)
    words = [word for word in said.split() if word.isalnum()]
    if all(word in calm or word.isdecimal() for word in words):  # "he is 30"
        return True
    is_of_chat = (
        asked_of(clause, heard) in OF_CHAT or language_wanted(clause, heard) or changes_mind(said, heard)
    )
    is_wish = says(heard.consents.quiet, said, heard.denial) or empties_at_closing(clause, heard)
    return len(words) <= FEW and bool(is_of_chat or is_wish or forbidden_by(said, heard))
