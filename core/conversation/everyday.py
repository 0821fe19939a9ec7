"""Everyday words: what people want who report nothing, and how we react. The answers are ``everyday-<intent>``.

words       the most words such a text has: a longer text tells something, and is read as a report
leads       a person who has reported nothing is also asked the first question
at_stand    the state of the report is told, if there is one
reaches     coordinators are asked
passes      of a case the question goes on to its owner, else to coordinators, who can answer it
asks        a question: however long, and no name
elsewhere   if a place is named, the text tells what happens there: "это полиция бьёт людей в Астане" asks nothing of us
in_words    up to so many words do not count as an answer to a free question; a longer text counts unless it is a question
"""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from core.conversation.forms import AnswerKind, Question
from core.understanding import Understood
from core.understanding.heard import INTENTS
from core.understanding.question_topics import TOPICS
from core.understanding.questions import ASKED

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
    passes: bool = False
    asks: bool = False


def _question(
    intent: str, *, leads: bool = False, at_stand: bool = True, passes: bool = True
) -> EverydayIntent:
    return EverydayIntent(intent, MOST, leads, at_stand, in_words=MOST, passes=passes, asks=True)


# The state of the case stands below the answer, and the question goes on to a person.
_OF_THE_CASE = ("status", "comes", "howlong", "waiting", "cancel", ASKED)
_WITH_STATE = (
    "hearing",
    "release",
    "condition",
    "stay",
    "whither",
)  # somebody who has reported nothing is answered too
# The answer stands alone, and the question goes on to a person: mostly it is law, or what only the lawyer can see.
_FOR_A_PERSON = (
    "reach", "ownlawyer", "our-lawyer", "which-lawyer", "parcel", "visit", "attend", "interpreter", "complain",
    "callthem", "callme", "charge", "papers", "outcome", "transfer", "phone", "leave", "body", "home", "film",
    "minor", "pregnant", "foreign", "dismissal", "children", "things", "army", "doctor", "prayer", "witness",
    "newnumber", "code", "support", "others", "fine", "fromlawyer", "confide", "daycount",
)  # fmt: skip
# The answer is all.
_ANSWERED = (
    "safe", "reads", "free", "callus", "helps", "name", "number", "tell", "code-use", "correct", "another", "hours",
    "needs", "languages", "covers", "whyask", "stop", "photo", "updates", "protest", "kept", "skip", "code-owner",
    "village",
)  # fmt: skip

_ROWS = (
    EverydayIntent("hello", SMALL, in_words=SMALL),
    EverydayIntent("thanks", SMALL, leads=False, in_words=SMALL),
    EverydayIntent("who", in_words=SMALL),
    EverydayIntent("police", elsewhere=True),
    EverydayIntent("robot", at_stand=True),
    EverydayIntent("person", reaches=True),
    _question("advice", leads=True, at_stand=False),
    _question("law", at_stand=False),  # long enough without a question below it
    EverydayIntent("fear", words=MOST, leads=False, reaches=True),
    EverydayIntent("wrong", leads=False),
    _question("anyone", leads=True, passes=False),
    _question("received", leads=True, passes=False),
    _question("next", leads=True, passes=False),
    _question("publish", leads=True, at_stand=False),
    *(_question(topic) for topic in _OF_THE_CASE),
    *(_question(topic, leads=True) for topic in _WITH_STATE),
    *(_question(topic, leads=True, at_stand=False) for topic in _FOR_A_PERSON),
    *(_question(topic, leads=True, at_stand=False, passes=False) for topic in _ANSWERED),
    EverydayIntent("nobody", leads=False, at_stand=True, reaches=True, in_words=SMALL),
    EverydayIntent("delete", MOST, leads=False, reaches=True, in_words=MOST, asks=True),
    replace(_question("where"), reaches=True),
    EverydayIntent("spam", words=MOST),
)
EVERYDAY: Mapping[str, EverydayIntent] = {row.intent: row for row in _ROWS}
_HEARD = {*INTENTS, ASKED, *(topic for topic, _ in TOPICS)}
assert set(EVERYDAY) <= _HEARD
assert {topic for topic, _ in TOPICS} <= set(EVERYDAY)


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
        named = named and not row.asks
        if named or answers or row.intent == "spam":  # "Рахмет Сериков" is a name
            return None
    return row


def is_unclear(understood: Understood, text: str) -> bool:
    """Whether the text may tell something, and nobody knows what. Long words with a question in them tell more than it."""
    wanted, words = everyday_wanted(understood, text), len(text.split())
    known = understood.situation or understood.summons or understood.happening
    is_wanted = wanted is not None and wanted.intent != ASKED and not (wanted.asks and words > LONG)
    known = known or is_wanted
    return not (known or understood.denied) and words >= TELLING
