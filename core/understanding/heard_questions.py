"""The vocabulary of what people ask: the signs of a question, the groups of words that make its topic (question_topics), and
what is said of the three languages.
"""

from collections.abc import Mapping
from typing import Annotated

from core.understanding.kinds import Endings, Phrases, PhrasesBy, VocabularySection, Words
from core.understanding.phrase_table import PhraseTable

QUESTION_GROUPS = (
    "who", "when", "howlong", "where", "comes", "lawyer", "anybody", "anyone", "wait", "says", "news", "next",
    "court", "release", "hold", "taken", "may", "person", "well", "reads", "sees", "written", "write", "safe",
    "harm", "price", "fine", "publish", "erase", "work", "you", "acts", "duty", "deeds", "officers", "summons",
    "sign", "parcel", "visit", "contact", "wants_contact", "callme", "callthem", "canyou", "hotline", "ownlawyer",
    "kind_of_lawyer", "outsiders", "informs", "others", "name", "mynumber", "correct", "another", "papers",
    "getting", "complain", "staying", "attending", "interpreter", "charge", "outcome", "late", "code", "code_use",
    "can_do", "needs", "cancel", "hours", "spoken", "received", "real", "identity",
)  # fmt: skip


class Questions(VocabularySection):
    """The signs of a question, and the groups of words by which its topic is heard."""

    asks: Phrases
    opens: Words
    leads: Words
    ends: Words
    signs: Phrases
    tells: Phrases
    joins: Words  # before which a question ends and the next begins
    glued: Endings  # of Kazakh words with the particle of a question written on to them
    unknown: Phrases
    pointing: Words  # behind which a clause only says who is meant: "the one, who …"
    groups: Annotated[Mapping[str, PhraseTable], PhrasesBy(QUESTION_GROUPS)]


class SpokenLanguages(VocabularySection):
    """What is said of the three languages: which is named, that it is not understood, that it is wished."""

    kk: Phrases
    ru: Phrases
    en: Phrases
    not_understood: Phrases
    wished: Phrases
