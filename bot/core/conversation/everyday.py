"""Everyday words: what somebody wants who reports nothing, and what follows from it. The answers are ``everyday-<intent>``.

words       the longest text of which it can be all: what is longer tells something, and is read as a report
leads       who has reported nothing is asked the first question under the answer
at_stand    how the report stands is told
reaches     coordinators are asked
elsewhere   where a place is named it tells what happens there: "это полиция бьёт людей в Астане" asks nothing of us
in_words    so many words of it are no answer where any words are asked for; of more words only a question is none
"""

from collections.abc import Mapping

from msgspec import Struct

from bot.core.conversation.forms import Kind, Question
from bot.core.understanding import Understood
from bot.core.understanding.heard import INTENTS

SMALL, LONG, MOST = 4, 12, 40
TELLING = 3  # words from which a text that nobody understands may tell something


class Everyday(Struct, frozen=True):
    """One row: see above."""

    intent: str
    words: int = LONG
    leads: bool = True
    at_stand: bool = False
    reaches: bool = False
    in_words: int = 0
    elsewhere: bool = False


_ROWS = (
    Everyday("hello", SMALL, in_words=SMALL),
    Everyday("thanks", SMALL, leads=False, in_words=SMALL),
    Everyday("who", in_words=SMALL),
    Everyday("free"),
    Everyday("safe", in_words=LONG, elsewhere=True),
    Everyday("police", elsewhere=True),
    Everyday("robot"),
    Everyday("person", reaches=True),
    Everyday("advice"),
    Everyday("fear", words=MOST, leads=False, reaches=True),
    Everyday("wrong", leads=False),
    Everyday("status", leads=False, at_stand=True, in_words=SMALL),
    Everyday("code", SMALL, leads=False, at_stand=True, in_words=SMALL),
    Everyday("howlong", leads=False, at_stand=True, in_words=SMALL),
    Everyday("nobody", leads=False, at_stand=True, reaches=True, in_words=SMALL),
    Everyday("delete", leads=False, reaches=True),
    Everyday("where", leads=False, reaches=True),
    Everyday("spam", words=MOST),
)
EVERYDAY: Mapping[str, Everyday] = {row.intent: row for row in _ROWS}
assert set(EVERYDAY) <= set(INTENTS)


def wanted(understood: Understood, text: str, question: Question | None = None) -> Everyday | None:
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
        named = question.kind is Kind.PEOPLE and not asks and any(word[0].isupper() for word in words[1:])
        answers = question.kind is Kind.WORDS and not (is_short or asks)
        if named or answers or row.intent == "spam":  # "Рахмет Сериков" is a name
            return None
    return row


def is_unclear(understood: Understood, text: str) -> bool:
    """Whether the text may tell something, and nobody knows what."""
    known = understood.situation or understood.summons or understood.happening or wanted(understood, text)
    return not (known or understood.denied) and len(text.split()) >= TELLING
