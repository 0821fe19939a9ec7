"""What can be claimed: one row a kind. A new fact is a row here, whatever writes it, and its words.

    rule       how what several sources say becomes one fact (bot.core.casework.rules). Of one source the newest counts
               everywhere but in TIMED, where each claim is a line of a history.
    about      the whole case, one of its persons, or either: what is said of a person then goes before what is said of all;
               or one of its sources: a report, of which a member says how far it is to be trusted
    quiets     values by which a case would fall silent. Once lawyers are wanted they count from members only: the phone
               may be in other hands. A reporter's stand in ``CaseView.marks``, and the case says what it said before.
    on_card    shown among the facts of the whole case; the others stand in its head
    words      the beginning of the keys of its options in ``bot/words``; empty: ``report-<name>``

The order is that of the card.
"""

from enum import StrEnum, auto

from msgspec import Struct

from bot.core.texts import Texts
from bot.core.values import (
    Call,
    Consent,
    Contact,
    Hearing,
    Intervention,
    Moment,
    People,
    Place,
    Proceeding,
    Value,
    from_data,
)
from bot.core.vocabulary import Record


class Holds(StrEnum):
    """What the value of a claim is."""

    CHOICE = auto()  # the id of an option
    FLAGS = auto()  # any of them
    WORDS = auto()
    NAME = auto()
    PLACE = auto()
    PEOPLE = auto()  # how many, never who: names are claims about persons
    MOMENT = auto()
    CONTACT = auto()
    CONSENT = auto()
    PROCEEDING = auto()
    HEARING = auto()
    CALL = auto()
    INTERVENTION = auto()
    TEXTS = auto()

    @property
    def is_option(self) -> bool:
        """Whether its words are found by its ids."""
        return self in (Holds.CHOICE, Holds.FLAGS)


class Rule(StrEnum):
    """How sources are reconciled."""

    NEWEST = auto()
    SUREST = (
        auto()
    )  # the most reliable source (mt 42), a paper, a member, a reporter; the surest wording; the newest
    EARLIEST = auto()  # what starts a clock; a paper beats
    UNION = auto()
    STRICTEST = auto()  # anybody's "no", until a member decides
    TIMED = auto()  # a history
    MEMBER = auto()  # what a member says is the fact; what a reporter says marks and asks


class About(StrEnum):
    """Of whom a kind can be said."""

    CASE = auto()
    PERSON = auto()
    EITHER = auto()  # of one person, or of the whole case and so of everybody in it
    SOURCE = auto()  # of one report; the claim hangs on it, and its source is the member who says it


class Kind(Struct, frozen=True):
    """One row: see above."""

    name: str
    holds: Holds
    rule: Rule
    about: About = About.CASE
    quiets: frozenset[str] = frozenset()
    on_card: bool = True
    words: str = ""

    def option_key(self, option: str) -> str:
        """The key of an option's words."""
        return f"{self.words or f'report-{self.name}'}-{option.replace('_', '-')}"


SITUATIONS = ("me", "other", "blocked", "missing", "trial", "over", "saw", "summons")
QUIET = frozenset({"trial", "over", "saw", "summons"})  # a record for the coordinators; nobody is woken
# The other situations are deprivations of liberty.
RECORDS = {"trial": Record.PROSECUTION, "saw": Record.OBSERVATION, "summons": Record.SUMMONS}
HELD = frozenset({Record.DEPRIVATION, Record.UNCLEAR})  # somebody is held, or may be
# What happens in a proceeding at a moment; some of it starts or stops a clock.
STEPS = (
    "charged", "in_court", "remand", "ruling", "ruling_copy", "appeal_filed", "complaint_filed", "motion_filed",
)  # fmt: skip
# What only papers need to know, in words: of the person, and of the case.
OF_PAPERS = (
    "nationality", "id_document", "occupation", "address", "birthplace", "father", "clothes", "tie", "station",
    "witnesses", "reprisal", "urgency", "other_procedure", "authorisation", "decision_number", "counsel_order",
)  # fmt: skip
ALARM = "alarm"  # since when lawyers are wanted

_ROWS = (
    Kind("name", Holds.NAME, Rule.UNION, About.PERSON),
    Kind("where", Holds.WORDS, Rule.SUREST),
    Kind("contact", Holds.CONTACT, Rule.NEWEST),
    Kind("urgent", Holds.FLAGS, Rule.UNION),
    Kind("appointment", Holds.MOMENT, Rule.NEWEST),  # of a summons: when they have to come
    Kind("started", Holds.MOMENT, Rule.EARLIEST, About.EITHER),
    Kind("checkin", Holds.MOMENT, Rule.NEWEST),  # by when the reporter was to write
    Kind(
        "says_well", Holds.CHOICE, Rule.NEWEST, words="well"
    ),  # who missed a check-in: unconfirmed, confirmed
    Kind("ongoing", Holds.CHOICE, Rule.SUREST, quiets=frozenset({"no"}), words="ongoing"),
    Kind("taken", Holds.WORDS, Rule.NEWEST, About.EITHER),
    Kind("proceedings", Holds.WORDS, Rule.NEWEST),
    Kind("watched", Holds.WORDS, Rule.NEWEST),
    Kind("link", Holds.CHOICE, Rule.NEWEST),
    Kind("consent", Holds.CONSENT, Rule.STRICTEST, words="consent"),  # to be written to
    # What they permit is said by bot.core.casework.consents alone; handlers.cards.consent_lines draws them.
    Kind("authorities", Holds.CONSENT, Rule.STRICTEST, on_card=False, words="consent"),
    Kind("publication", Holds.CONSENT, Rule.STRICTEST, on_card=False, words="consent"),
    Kind("act", Holds.CHOICE, Rule.MEMBER, words="act"),
    # Asked without hurry (bot.core.casework.unhurried).
    Kind("delivered", Holds.MOMENT, Rule.EARLIEST, About.EITHER),  # to the station: it starts a clock
    Kind("protocol", Holds.MOMENT, Rule.EARLIEST, About.EITHER),  # the record of the detention
    Kind("transferred", Holds.MOMENT, Rule.EARLIEST, About.EITHER),  # to another place
    Kind("released_at", Holds.MOMENT, Rule.EARLIEST, About.EITHER),
    Kind("decision", Holds.CHOICE, Rule.SUREST, words="later-decision"),
    Kind("stated", Holds.WORDS, Rule.NEWEST),
    Kind("treatment", Holds.WORDS, Rule.NEWEST, About.EITHER),
    Kind("perpetrators", Holds.FLAGS, Rule.UNION, words="later-perpetrators"),  # mt 24
    Kind("marks", Holds.WORDS, Rule.NEWEST),
    Kind("held", Holds.WORDS, Rule.NEWEST),
    Kind("told", Holds.WORDS, Rule.NEWEST),
    Kind("property", Holds.FLAGS, Rule.UNION, words="later-property"),  # mt 36
    Kind("acknowledged", Holds.CHOICE, Rule.SUREST, About.EITHER, words="later-acknowledged"),  # mt 30
    # Who rang which station, and what it answered (bot.core.casework.rounds); handlers.calls draws it.
    Kind("call", Holds.CALL, Rule.TIMED, About.EITHER, on_card=False),
    Kind("born", Holds.WORDS, Rule.NEWEST, About.EITHER),
    Kind("spellings", Holds.WORDS, Rule.NEWEST, About.EITHER),
    Kind("traits", Holds.FLAGS, Rule.UNION, About.EITHER, words="later-traits"),  # mt 23
    Kind("event", Holds.WORDS, Rule.NEWEST),
    # What papers ask besides (bot.core.papers.fields), of members mostly; none of it makes a card longer.
    Kind("sex", Holds.CHOICE, Rule.SUREST, About.EITHER, on_card=False, words="sex"),
    Kind("family_status", Holds.CHOICE, Rule.SUREST, About.EITHER, on_card=False, words="civil"),
    Kind("witnesses_named", Holds.CHOICE, Rule.STRICTEST, About.EITHER, on_card=False, words="saw"),
    Kind("photo", Holds.CHOICE, Rule.SUREST, About.EITHER, on_card=False, words="saw"),
    Kind("born_on", Holds.MOMENT, Rule.SUREST, About.EITHER, on_card=False),
    *(Kind(name, Holds.WORDS, Rule.SUREST, About.EITHER, on_card=False) for name in OF_PAPERS),
    # What courts and investigators do (bot.core.casework.proceedings); handlers.proceedings.lines draws them.
    Kind("proceeding", Holds.PROCEEDING, Rule.TIMED, About.EITHER, on_card=False),
    Kind("hearing", Holds.HEARING, Rule.TIMED, About.EITHER, on_card=False),
    *(Kind(step, Holds.MOMENT, Rule.EARLIEST, About.EITHER, on_card=False) for step in STEPS),
    Kind("result", Holds.CHOICE, Rule.SUREST, About.EITHER, on_card=False, words="result"),  # of the appeal
    Kind(
        "regime", Holds.CHOICE, Rule.SUREST, About.EITHER, on_card=False, words="regime"
    ),  # what sort of detention
    # What was sent to bodies, and their answers (bot.core.casework.interventions); handlers.interventions draws it.
    Kind("intervention", Holds.INTERVENTION, Rule.TIMED, About.EITHER, on_card=False),
    # A promise not to disclose: bot.core.casework.consents says what it forbids, and what a coordinator decided.
    Kind("undertaking", Holds.CHOICE, Rule.NEWEST, About.EITHER, on_card=False),
    Kind("undertaking_decided", Holds.CHOICE, Rule.NEWEST, on_card=False),
    Kind("count", Holds.PEOPLE, Rule.SUREST, on_card=False),
    Kind("place", Holds.PLACE, Rule.SUREST, on_card=False),
    Kind("situation", Holds.CHOICE, Rule.SUREST, quiets=QUIET, on_card=False, words="situation"),
    Kind("verification", Holds.CHOICE, Rule.MEMBER, on_card=False, words="verification"),
    # Of a report and whoever tells it (bot.core.casework.verifying); handlers.cards.verifying_lines draws them.
    Kind("reliability", Holds.CHOICE, Rule.MEMBER, About.SOURCE, on_card=False, words="reliability"),  # mt 42
    Kind("joke", Holds.CHOICE, Rule.MEMBER, About.SOURCE, on_card=False, words="joke"),
    Kind("rang_back", Holds.CHOICE, Rule.TIMED, About.SOURCE, on_card=False, words="rang"),
    Kind("outcome", Holds.CHOICE, Rule.MEMBER, on_card=False, words="outcome"),
    Kind(
        "says_over", Holds.CHOICE, Rule.MEMBER, on_card=False
    ),  # yes of a reporter; a member who called back: no
    Kind("says_false", Holds.CHOICE, Rule.MEMBER, on_card=False),
    # What a lawyer says of a visit, and saw there; handlers.cards.visit_lines draws it.
    Kind("visit", Holds.CHOICE, Rule.TIMED, on_card=False, words="done"),
    Kind("status", Holds.CHOICE, Rule.TIMED, About.EITHER, on_card=False, words="status"),  # mt 25, and finer
    *(
        Kind(name, Holds.CHOICE, Rule.SUREST, About.EITHER, on_card=False, words="saw")
        for name in (
            "met_privately",
            "ill_treatment",
            "protocol_seen",
            "delivery_certificate",
            "release_certificate",
            "medical_examination",
            "phone_notice",
        )
    ),
    # At a station's door (handlers.door); handlers.cards.found_lines draws them.
    Kind("found", Holds.PLACE, Rule.TIMED, About.EITHER, on_card=False),  # there, by a list of names
    Kind("denied", Holds.PLACE, Rule.TIMED, About.EITHER, on_card=False),  # asked for there: not here
    Kind("note", Holds.WORDS, Rule.TIMED, on_card=False),  # of a member; handlers.cards.note_lines draws them
    # For an open letter (bot.core.papers.telling): a coordinator's own words of the case; how somebody is called.
    Kind("public_line", Holds.TEXTS, Rule.NEWEST, on_card=False),
    Kind("public_name", Holds.TEXTS, Rule.NEWEST, About.PERSON, on_card=False),
    Kind("second", Holds.CHOICE, Rule.MEMBER, on_card=False),  # two lawyers are wanted: yes or no
    Kind(ALARM, Holds.CHOICE, Rule.EARLIEST, on_card=False),
)
KINDS = {kind.name: kind for kind in _ROWS}

_TYPES: dict[Holds, type | tuple[type, ...]] = {
    Holds.CHOICE: str,
    Holds.FLAGS: tuple,
    Holds.WORDS: str,
    Holds.NAME: str,
    Holds.PLACE: Place,
    Holds.PEOPLE: People,
    Holds.MOMENT: Moment,
    Holds.CONTACT: Contact,
    Holds.CONSENT: Consent,
    Holds.PROCEEDING: Proceeding,
    Holds.HEARING: Hearing,
    Holds.CALL: Call,
    Holds.INTERVENTION: Intervention,
    Holds.TEXTS: Texts,
}


def read(kind: Kind, data: object) -> Value | None:
    """The value of a claim; None for what this version does not understand."""
    try:
        value = from_data(data)
    except (KeyError, TypeError, ValueError):
        return None
    if kind.holds is Holds.CONSENT and isinstance(value, str):
        value = Consent(value)  # of a version that kept no wording
    return value if isinstance(value, _TYPES[kind.holds]) else None
