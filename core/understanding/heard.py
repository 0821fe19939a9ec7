"""The vocabulary: all that people say, of all languages together, as the modules beside this one read it.

Built from ``core/words/<language>/heard.toml`` (and files beside it), where each table is explained for people who add a
word. The names there are the fields here. A language may lack a table; a table that is not a field here is a mistake.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from core.understanding.heard_clock import ClockWords
from core.understanding.heard_court import CourtWords
from core.understanding.heard_harm import HarmWords
from core.understanding.heard_language import LanguageSigns, Sentences
from core.understanding.heard_left import LeftWords
from core.understanding.heard_members import MemberWords
from core.understanding.heard_other_hand import OtherHandWords
from core.understanding.heard_people import Counting, Who, spoken
from core.understanding.heard_questions import AskedWords, Questions, SpokenLanguages
from core.understanding.heard_unasked import UnaskedWords
from core.understanding.kinds import (
    Beginnings,
    CutOff,
    Endings,
    EndingsByLanguage,
    KnownWords,
    Numbers,
    NumbersByLanguage,
    Phrases,
    PhrasesBy,
    VocabularySection,
    Wholes,
    Words,
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
    writing_here: Words
    quiet: Phrases
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
    money: Phrases
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
    long_known: Phrases
    leaving: Phrases
    shouted: Phrases
    pleads: Phrases
    lawyer_of_ours: Phrases
    lawyer_there: Phrases


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

    ``soon``: a phone is being taken, or is about to be, nobody says whose; ``demanded``: it is demanded in words that are
    repeated, which ``demands`` say; ``own``: it is the writer's, now or before; ``others``: of another phone, or of none.
    ``already``: it was taken, and that is over; not behind ``becoming``: "is being seized".
    """

    taken: Phrases
    cut: Annotated[PhraseTable, CutOff(("taken",))]
    soon: Phrases
    soon_cut: Annotated[PhraseTable, CutOff(("soon",))]
    demanded: Phrases
    demands: Phrases
    own: Phrases
    others: Phrases
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
    roughly: Words

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


class Contacts(VocabularySection):
    """The words beside a phone number that say whose it is."""

    own: Words


_SHORT = 4  # letters: of a shorter word no slip is mended
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
    members: MemberWords  # likewise
    unasked: UnaskedWords  # likewise
    other_hand: OtherHandWords  # likewise
    left: LeftWords  # likewise
    harm: HarmWords  # likewise
    offers: Offers
    names: Names
    lists: Lists
    intents: Annotated[PhrasesById, PhrasesBy(INTENTS)]
    links: Annotated[PhrasesById, PhrasesBy(LINKS)]
    flags: Annotated[PhrasesById, PhrasesBy(FLAGS)]
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
    asked: AskedWords
    spoken: SpokenLanguages
    sentences: Sentences

    @cached_property
    def every_known_word(self) -> frozenset[str]:
        return frozenset().union(*self.known_words.values())

    @cached_property
    def taking(self) -> Mapping[str, tuple[str, ...]]:
        """The words for being taken that are found behind one slip of the finger, by their first letter."""
        taken = (word for word in self.every_known_word if spoken(word).startswith(self.people.taken))
        return by_first_letter(word for word in taken if len(word) > _SHORT)
