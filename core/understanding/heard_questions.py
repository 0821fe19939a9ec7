"""The vocabulary of what people ask: the signs of a question, the groups of words that make its topic (question_topics), and
what is said of the three languages. Words of rarer topics stand in ``core/words/<language>/asked.toml``, and are explained
there.
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

ASKED_GROUPS = (
    "device", "seizing", "unlocking", "minor", "pregnant", "foreign", "dismissal", "job", "kids", "care",
    "things", "giving_back", "army", "raid", "rally", "going", "self", "walking_out", "body", "doctor",
    "filming", "witness", "support", "number", "changed", "lost", "what_for", "our_questions", "files",
    "sending", "abroad", "moving", "prison", "trust", "appointed", "change", "penalty", "how_big", "paying",
    "calling_us", "prayer", "declining", "asked_else", "asking", "family", "closing", "pressing", "out",
    "handing", "to_other", "fees", "reaching", "address", "second", "templates", "duty_words", "own_name",
    "seen", "undoing", "my_cases", "mine", "known", "arrived", "coordinator", "deadline",
    "bringing", "erasing", "acquaintance", "where_you", "am_i", "problem", "id_card", "government",
    "in_how_long", "informed", "awake", "this_one", "saying", "what_now", "learning", "needing", "mistaken",
    "reported_by", "quitting", "phone_call", "medicine", "accepting", "worse", "many_others", "figures",
    "our_own", "in_league", "banned", "called_in", "protocol", "accusing", "not_needed", "use_of", "take_back", "able",
    "address_word", "bound", "tell_me", "keeping", "once", "blank", "field", "ask_leave", "fines", "planning", "from_lawyer",
    "conviction", "run_by", "makers", "other_places", "stage", "owner", "days_left",
    "serving", "automatic", "was_closed",
    "letting", "norm", "day", "empty", "joining", "untaken", "claiming", "checking", "whose",
    "our_lawyers", "existing", "uploading", "tapped", "showing", "village", "area", "naming", "counting", "confiding",
)  # fmt: skip


class AskedWords(VocabularySection):
    """What stands in ``asked.toml``."""

    signs: Phrases
    ends: Words  # of a question without its mark
    how: Words  # before an infinitive they ask how something is done
    infinitives: Endings
    mine: Endings  # of a Kazakh verb by which somebody asks what they are to do: "қай батырманы басам"
    hanging: Endings  # of a Kazakh verb that hangs on another: "көрсетпей"
    about: Annotated[Mapping[str, PhraseTable], PhrasesBy(ASKED_GROUPS)]


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
