"""The vocabulary: all that people say, of all languages together, as the modules beside this one read it.

Built from ``core/words/<language>/heard.toml`` (and ``court.toml``), where each table is explained for people who add a
word. The names there are the fields here. A language may lack a table; a table that is not a field here is a mistake.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from core.understanding.heard_clock import ClockWords
from core.understanding.heard_court import CourtWords
from core.understanding.heard_people import Counting, Who
from core.understanding.heard_questions import Questions, SpokenLanguages
from core.understanding.kinds import (
    Beginnings,
    BeginningsByLanguage,
    CutOff,
    Endings,
    EndingsByLanguage,
    KnownWords,
    LettersByLanguage,
    Numbers,
    NumbersByLanguage,
    Phrases,
    PhrasesBy,
    SpellingsByLanguage,
    VocabularySection,
    Wholes,
    Words,
    WordsByLanguage,
    by_first_letter,
)
from core.understanding.name_book import name_sound
from core.understanding.phrase_table import PhraseTable
from core.understanding.phrases import Denial


class ToldWords(VocabularySection):
    """What else is told of what happened."""

    ongoing: Phrases
    driven: Phrases
    kept: Phrases
    free: Phrases
    intruders: Phrases
    before: Phrases
    me_too: Phrases
    in_a_cell: Phrases
    lost: Phrases
    nothing: Phrases
    late: Phrases
    delayed: Phrases
    asked: Phrases
    whether: Phrases
    if_ours: Phrases
    begins_question: Phrases
    surely_question: Phrases
    news: Phrases
    ours: Phrases
    long_ago: Phrases
    held_before: Phrases
    behind: Phrases
    forwarded: Phrases
    joke: Phrases
    untrue: Phrases
    charged: Phrases
    watching: Phrases
    bystander: Phrases
    station: Phrases
    authorities: Phrases
    corrected: Phrases
    resides: Phrases
    recounted: Phrases
    by_now: Phrases
    spelt: Phrases
    postponed: Phrases
    cries: Phrases
    cries_alone: Phrases
    real: Phrases
    spots: Phrases
    talk: Words
    tells: Endings
    promise: Phrases
    quoted: Phrases
    empties: Phrases
    at_closing: Phrases
    waits: Phrases
    alone_over: Wholes
    home: Words


class Consents(VocabularySection):
    """What takes back a permission."""

    no_publication: Phrases
    no_names: Phrases
    no_writing: Phrases
    changed_mind: Phrases


class Later(VocabularySection):
    """What is told of somebody of whom we know already."""

    same: Phrases
    another: Phrases
    men: Phrases
    women: Phrases
    moved: Phrases
    court: Phrases
    ill: Phrases
    refused: Phrases
    withheld: Phrases
    threatened: Phrases
    out: Phrases
    well: Phrases
    own_lawyer: Phrases
    no_lawyer: Phrases
    hearsay: Phrases
    again: Phrases


class Turns(VocabularySection):
    """How an open case turns: what is told of those who are held, and of the writer's own phone and lawyer."""

    kept_back: Phrases
    not_held: Phrases
    screams: Phrases
    signing: Phrases
    alive: Phrases
    whether_alive: Phrases
    leaving: Phrases
    shouted: Phrases
    declines: Phrases
    pleads: Phrases
    lawyer_of_ours: Phrases
    ourselves: Phrases


class Visits(VocabularySection):
    """What a lawyer says of a visit; the words that say nothing beside it; what stands before and behind where to; and of
    whom it may be told instead.
    """

    contacted: Phrases
    on_my_way: Phrases
    at_station: Phrases
    admitted: Phrases
    refused: Phrases
    denied: Phrases
    out: Phrases
    cannot: Phrases
    fillers: Words
    towards: Words
    whither: EndingsByLanguage
    others: Beginnings


class KeptOut(VocabularySection):
    """By what else a lawyer is kept out than by "not let in", each kind by itself; and of whom it is told only because they
    do it.
    """

    passing: Phrases
    waiting: Phrases
    nobody_there: Phrases
    no_lawyers: Phrases
    later: Phrases
    closed: Phrases
    no_meeting: Phrases
    papers: Phrases
    sent_away: Phrases
    officials: Beginnings


class Courts(VocabularySection):
    """How courts are called, what may stand beside their names and says nothing of them, and words for a room."""

    words: Phrases
    alone: Endings
    names: Phrases
    beside: Words
    rooms: Beginnings


class Offers(VocabularySection):
    """What a lawyer answers to an offer, how a case is given back, and a second lawyer wanted."""

    take: Wholes
    no: Wholes
    decline: Wholes
    back: Wholes
    second: Wholes
    hurried: Words
    easily: Words


class Names(VocabularySection):
    """What is called by its name, alone: the three languages, the choice of one, the menu."""

    kk: Wholes
    ru: Wholes
    en: Wholes
    language: Wholes
    menu: Wholes


class Lists(VocabularySection):
    """What a member calls what a command shows; by the commands' names."""

    cases: Wholes
    incidents: Wholes
    members: Wholes
    owed: Wholes
    holds: Wholes
    duty: Wholes
    digest: Wholes
    help: Wholes


SITUATIONS = (
    "over", "missing", "home", "me", "other", "beaten", "summons", "blocked", "weak", "trial",
    "saw",
)  # fmt: skip
INTENTS = (
    "spam", "person", "robot", "free", "safe", "police", "who", "delete", "wrong", "nobody", "howlong", "status", "where",
    "advice", "fear", "code", "thanks", "hello", "other",
)  # fmt: skip
LINKS = ("lawyer", "colleague", "relative", "witness", "other")
FLAGS = (
    "minor", "injured", "medicine", "pregnant", "elderly", "alone", "phone", "raid", "journalist", "defender",
)  # fmt: skip

SHORTEST_SOUND = 2  # letters; a number word must be longer to be known by its sound ("on" is much else)

PhrasesById = Mapping[str, PhraseTable]


class Ages(VocabularySection):
    """The words beside a number that make it an age, or keep it from being one."""

    years: Beginnings
    short: Words
    of_old: Words
    old: Words
    before: Words
    whose: Words
    then: Words
    only: Words
    not_ages: Words


class OwnPhone(VocabularySection):
    """The writer's own phone is being taken; and what makes it somebody else's words, or another time.

    ``already``: it was taken, and that is over; not behind ``becoming``: "is being seized".
    """

    taken: Phrases
    cut: Annotated[PhraseTable, CutOff(("taken",))]
    already: Beginnings
    becoming: Words
    elsewhere: Phrases
    hide: Wholes
    alone_taken: Wholes


class NumberWords(VocabularySection):
    """Number words by language, those of people together, and the endings that digits take."""

    cardinal: NumbersByLanguage
    together: Numbers
    in_kazakh: Words
    after_digits: Words
    locative: Words

    @cached_property
    def sure(self) -> Mapping[str, int]:
        """All of them, without those that are another word in another language."""
        words = {word: value for table in self.cardinal.values() for word, value in table.items()}
        return {word: value for word, value in words.items() if word not in self.in_kazakh}

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset().union(*self.cardinal.values(), self.together)

    @cached_property
    def by_sound(self) -> Mapping[str, str]:
        """How number words sound → the word, for those who type them in Latin letters."""
        words = (*(word for table in self.cardinal.values() for word in table), *self.together)
        return {name_sound(word): word for word in words if not word.isascii() and len(word) > SHORTEST_SOUND}


class Seeking(VocabularySection):
    """Asking where a person is, and the words for a person who was not named."""

    asks: Phrases
    says: Phrases
    worse: Phrases
    whom: Words


class LanguageSigns(VocabularySection):
    """What tells the language of a text, by language."""

    letters: LettersByLanguage
    words: WordsByLanguage
    endings: EndingsByLanguage
    latin: SpellingsByLanguage
    latin_words: SpellingsByLanguage
    mended: Words
    unmended: Words

    @cached_property
    def mended_by_letter(self) -> Mapping[str, tuple[str, ...]]:
        """Those of ``mended``, by their first letter."""
        return by_first_letter(self.mended)

    @cached_property
    def latin_letters(self) -> Mapping[str, re.Pattern[str]]:
        """The letters of ``latin`` by language, ``shch`` before ``sh``."""
        return {
            language: re.compile("|".join(sorted(letters, key=len, reverse=True)) or "(?!)")
            for language, letters in self.latin.items()
        }


class Contacts(VocabularySection):
    """The words beside a phone number that say whose it is."""

    own: Words


class Sentences(VocabularySection):
    """What makes a text more than the name of a place: ``core/words/<language>/sentences.toml``, explained there."""

    predicates: WordsByLanguage
    verbs: EndingsByLanguage
    nouns: BeginningsByLanguage
    locates: BeginningsByLanguage
    to_us: Phrases
    of_me: Phrases
    also: Phrases
    back: Phrases


_OF_NO_LANGUAGE = frozenset(  # tables in which names of cities and languages stand, ends of words, and SOS
    ("language", "numbers", "names", "clock.zones", "told.cries", "told.cries_alone")
)


class Heard(VocabularySection):
    """The whole vocabulary, read once at the start."""

    denial: Denial
    situations: Annotated[PhrasesById, PhrasesBy(SITUATIONS)]
    told: ToldWords
    later: Later
    turns: Turns
    consents: Consents
    visits: Visits
    kept_out: KeptOut
    courts: Courts
    court: CourtWords  # of a file of its own
    offers: Offers
    names: Names
    lists: Lists
    intents: Annotated[PhrasesById, PhrasesBy(INTENTS)]
    links: Annotated[PhrasesById, PhrasesBy(LINKS)]
    flags: Annotated[PhrasesById, PhrasesBy(FLAGS)]
    phone_cut: Annotated[PhraseTable, CutOff(("flags", "phone"))]
    own_phone: OwnPhone
    ages: Ages
    people: Counting
    who: Who
    numbers: NumberWords
    clock: ClockWords
    language: LanguageSigns
    known_words: Annotated[
        Mapping[str, frozenset[str]],
        KnownWords(("language", "words"), _OF_NO_LANGUAGE),
    ]
    contact: Contacts
    seeking: Seeking
    questions: Questions
    spoken: SpokenLanguages
    sentences: Sentences
