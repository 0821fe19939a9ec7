"""What words of somebody who is waited for may be: a sign of life, bad news, or a wish."""

import re
from enum import Enum, auto

from core import folding
from core.conversation.everyday import is_unclear
from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.incoming import FileKind
from core.intake.message import ReadMessage
from core.understanding import ahead

# What somebody may want of us instead; the other wishes need a report, and somebody who only has a check-in has none.
WISHES = frozenset({"who", "free", "police", "robot", "person", "advice", "fear", "delete", "where", "code"})
NOTHING_DONE = (None, "over", "saw")  # situations in which nothing is done to anybody now
GRAVE = frozenset({"phone", "injured", "medicine", "raid"})
FINE, LONGER = "checkin-typed-fine", "checkin-typed-longer"  # phrases of ours
_CLAUSES = re.compile(r"[.,;:!\n()–—]+|\s-\s")
_SAYS_YES = (TypedControl.YES, TypedControl.OK)


class Sign(Enum):
    """What is bad news, or wants something, is not among these."""

    GOOD = auto()  # it stands there that they are well, or free
    UNSURE = auto()
    UNREAD = auto()  # nobody knows what they tell


def sign_in(message: ReadMessage) -> Sign | None:
    """What the message may be; None for what goes another way."""
    incoming, heard, text = message.incoming, message.read, message.text
    if not message.is_own or incoming.location is not None or incoming.contact is not None:
        return None
    if incoming.file is not None:
        return Sign.UNSURE if incoming.file.kind is FileKind.STICKER and not text else None
    if is_phrase(message, text, FINE):
        return Sign.GOOD  # "all clear" asks for nothing to be deleted
    if not text.strip() or is_bad_news(message) or heard.intent in WISHES:
        return None
    if ahead.promises(text, message.setting.heard):
        return None  # it sets another time
    asks = text.rstrip(" !").endswith("?")
    if not asks and not heard.denied and (heard.situation == "over" or _says_so(message)):
        return Sign.GOOD
    is_unread = heard.denied or heard.situation == "saw" or is_unclear(heard, text)
    return Sign.UNREAD if is_unread else Sign.UNSURE


def _says_so(message: ReadMessage) -> bool:
    """Whether one of its clauses says nothing but that they are well, or yes."""
    clauses = [clause.strip() for clause in _CLAUSES.split(message.text)]
    return any(
        is_phrase(message, clause, FINE) or typed_control(clause, message.setting.words) in _SAYS_YES
        for clause in clauses
    )


def is_phrase(message: ReadMessage, text: str, key: str) -> bool:
    """Whether the text is one of these phrases of ours, in any language."""
    typed, words = " ".join(folding.folded_words(text)), message.setting.words
    known = (phrase for of in words.languages for phrase in words.say(of, key).split(","))
    return bool(typed) and typed in {" ".join(folding.folded_words(phrase)) for phrase in known}


def is_bad_news(message: ReadMessage) -> bool:
    """Whether something happens to somebody, or may be read so."""
    heard = message.read
    happens = heard.happening or heard.summons or heard.situation not in NOTHING_DONE
    may_happen = heard.alarms & GRAVE or heard.ongoing == "yes" or heard.seeks is not None or heard.foreign
    return bool(happens or may_happen) or not {"released", "lawyer"}.issuperset(message.facts)
