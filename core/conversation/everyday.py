"""Everyday words: what people want who report nothing, and how we react. The answers are ``everyday-<intent>``.

words       the most words such a text has: a longer text tells something, and is read as a report
leads       a person who has reported nothing is also asked the first question
at_stand    the state of the report is told
reaches     coordinators are asked
elsewhere   if a place is named, the text tells what happens there: "это полиция бьёт людей в Астане" asks nothing of us
in_words    up to so many words do not count as an answer to a free question; a longer text counts unless it is a question
"""

from collections.abc import Mapping

from msgspec import Struct

from core.conversation.forms import AnswerKind, Question
from core.understanding import Understood
from core.understanding.heard import INTENTS

SMALL, LONG, MOST = 4, 12, 40
TELLING = 3  # words from which a text that nobody understands may tell something


class EverydayIntent(Struct, frozen=True):
    """One row: see above."""

    intent: str
    words: int = LONG
    leads: bool = True
    at_stand: bool = False
    reaches: bool = False
    in_words: int = 0
    elsewhere: bool = False


_ROWS = (
    EverydayIntent("hello", SMALL, in_words=SMALL),
    EverydayIntent("thanks", SMALL, leads=False, in_words=SMALL),
    EverydayIntent("who", in_words=SMALL),
    EverydayIntent("free"),
    EverydayIntent("safe", in_words=LONG, elsewhere=True),
    EverydayIntent("police", elsewhere=True),
    EverydayIntent("robot"),
    EverydayIntent("person", reaches=True),
    EverydayIntent("advice"),
    EverydayIntent("fear", words=MOST, leads=False, reaches=True),
    EverydayIntent("wrong", leads=False),
    EverydayIntent("status", leads=False, at_stand=True, in_words=SMALL),
    EverydayIntent("code", SMALL, leads=False, at_stand=True, in_words=SMALL),
    EverydayIntent("howlong", leads=False, at_stand=True, in_words=SMALL),
    EverydayIntent("nobody", leads=False, at_stand=True, reaches=True, in_words=SMALL),
    EverydayIntent("delete", leads=False, reaches=True),
    EverydayIntent("where", leads=False, reaches=True),
    EverydayIntent("spam", words=MOST),
)
EVERYDAY: Mapping[str, EverydayIntent] = {row.intent: row for row in _ROWS}
assert set(EVERYDAY) <= set(INTENTS)


def everyday_wanted(
    understood: Understood, text: str, question: Question | None = None
) -> EverydayIntent | None:
    """What the text wants, if that is all of it. ``question``: the one that stands, which it may answer instead."""
    row = EVERYDAY.get(understood.intent or "")
    words = text.split()
    if row is None or len(words) > row.words or (row.elsewhere and understood.place is not None):
        return None
    if row.intent == "wrong" and understood.moment is not None:
        return None  # "a mistake, it was today at nine" puts a time right
    if question is not None:
        is_short = len(words) <= row.in_words
        asks = text.rstrip().endswith("?")
        named = (
            question.kind is AnswerKind.PEOPLE and not asks and any(word[0].isupper() for word in words[1:])
        )
        answers = question.kind is AnswerKind.WORDS and not (is_short or asks)
        if named or answers or row.intent == "spam":  # "Рахмет Сериков" is a name
            return None
    return row


def is_unclear(understood: Understood, text: str) -> bool:
    """Whether the text may tell something, and nobody knows what."""
    known = (
        understood.situation
        or understood.summons
        or understood.happening
        or everyday_wanted(understood, text)
    )
    return not (known or understood.denied) and len(text.split()) >= TELLING
