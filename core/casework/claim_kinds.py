"""What can be claimed: one row for each kind. A new fact needs a row here, no matter what writes it, and its words.

    rule       how what several sources say becomes one fact (core.casework.claims). Of one source the newest counts
               everywhere but in TIMED, where each claim is a line of a history.
    about      the whole case, one of its persons, or either: what is said of a person then goes before what is said of all;
               or one of its sources: a report, of which a member says how far it is to be trusted
    quiets     values by which a case would fall silent. Once lawyers are wanted they count from members only: the phone
               may be in other hands. A reporter's stand in ``CaseView.marks``, and the case says what it said before.
    fact_from  how sure a claim has to be to be a fact. What is less sure stands on cards as *perhaps*, and may ring; it
               starts no clock, is counted in no digest and printed in no paper
    beside     what is less sure never stands in place of the fact, but beside it (``CaseView.guesses``)
    on_card    shown among the facts of the whole case; the others stand in its head
    words      the beginning of the keys of its options in ``core/words``; empty: ``report-<name>``

The order is that of the card.

Also here: how sure a case is (mt 41), how far a report is to be trusted (mt 42), and what came of ringing its reporter.
None of these is worked out by the program: somebody looks, rings, and says so. If only one value can be true, a report that
somebody has called trustworthy, or doubtful, counts before others or behind them (``Rule.SUREST``). Sources: HURIDOCS,
Micro-thesauri, lists 41 and 42.
"""

from enum import StrEnum, auto

from msgspec import Struct

from core.values import (
    Call,
    Consent,
    Contact,
    Hearing,
    Intervention,
    Moment,
    People,
    Place,
    Proceeding,
    Texts,
    Value,
    value_from_data,
)
from core.vocabulary import RecordKind


class ValueKind(StrEnum):
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
        return self in (ValueKind.CHOICE, ValueKind.FLAGS)


class ClaimRule(StrEnum):
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


class Certainty(StrEnum):
    """How the claim came out of what was said."""

    SAID = "said"  # tapped, typed in reply, shared
    UNDERSTOOD = "understood"  # from free words
    GUESSED = "guessed"  # it follows from something else, or words may say it without evidence

    @property
    def rank(self) -> int:
        """How sure it is, beside the others."""
        return _CERTAINTIES.index(self)


_CERTAINTIES = (Certainty.GUESSED, Certainty.UNDERSTOOD, Certainty.SAID)


class ClaimSubject(StrEnum):
    """Of whom a kind can be said."""

    CASE = auto()
    PERSON = auto()
    EITHER = auto()  # of one person, or of the whole case and so of everybody in it
    SOURCE = auto()  # of one report; the claim hangs on it, and its source is the member who says it


class ClaimKind(Struct, frozen=True):
    """One row: see above."""

    name: str
    holds: ValueKind
    rule: ClaimRule
    about: ClaimSubject = ClaimSubject.CASE
    quiets: frozenset[str] = frozenset()
    fact_from: Certainty = Certainty.UNDERSTOOD
    beside: bool = False
    on_card: bool = True
    words: str = ""

    def option_key(self, option: str) -> str:
        """The key of an option's words."""
        return f"{self.words or f'report-{self.name}'}-{option.replace('_', '-')}"


SITUATIONS = ("me", "other", "blocked", "missing", "trial", "over", "saw", "summons")
QUIET = frozenset({"trial", "over", "saw", "summons"})  # a record for the coordinators; nobody is woken
# The other situations are deprivations of liberty.
RECORDS = {"trial": RecordKind.PROSECUTION, "saw": RecordKind.OBSERVATION, "summons": RecordKind.SUMMONS}
HELD = frozenset({RecordKind.DEPRIVATION, RecordKind.UNCLEAR})  # somebody is held, or may be
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
    ClaimKind("name", ValueKind.NAME, ClaimRule.UNION, ClaimSubject.PERSON),
    ClaimKind("where", ValueKind.WORDS, ClaimRule.SUREST),
    ClaimKind("contact", ValueKind.CONTACT, ClaimRule.NEWEST),
    ClaimKind("urgent", ValueKind.FLAGS, ClaimRule.UNION, beside=True),
    ClaimKind("appointment", ValueKind.MOMENT, ClaimRule.NEWEST),  # of a summons: when they have to come
    ClaimKind("started", ValueKind.MOMENT, ClaimRule.EARLIEST, ClaimSubject.EITHER, beside=True),
    ClaimKind("checkin", ValueKind.MOMENT, ClaimRule.NEWEST),  # by when the reporter was to write
    ClaimKind(
        "says_well", ValueKind.CHOICE, ClaimRule.NEWEST, words="well"
    ),  # who missed a check-in: unconfirmed, confirmed
    ClaimKind("ongoing", ValueKind.CHOICE, ClaimRule.SUREST, quiets=frozenset({"no"}), words="ongoing"),
    ClaimKind("taken", ValueKind.WORDS, ClaimRule.NEWEST, ClaimSubject.EITHER),
    ClaimKind("proceedings", ValueKind.WORDS, ClaimRule.NEWEST),
    ClaimKind("watched", ValueKind.WORDS, ClaimRule.NEWEST),
    ClaimKind("link", ValueKind.CHOICE, ClaimRule.NEWEST),
    ClaimKind("consent", ValueKind.CONSENT, ClaimRule.STRICTEST, words="consent"),  # to be written to
    # What they permit is said by core.casework.consents alone; handlers.casework.consent_lines draws them.
    ClaimKind("authorities", ValueKind.CONSENT, ClaimRule.STRICTEST, on_card=False, words="consent"),
    ClaimKind("publication", ValueKind.CONSENT, ClaimRule.STRICTEST, on_card=False, words="consent"),
    ClaimKind("act", ValueKind.CHOICE, ClaimRule.MEMBER, words="act"),
    # Asked without hurry (core.casework.follow_up_questions).
    ClaimKind(
        "delivered", ValueKind.MOMENT, ClaimRule.EARLIEST, ClaimSubject.EITHER
    ),  # to the station: it starts a clock
    ClaimKind(
        "protocol", ValueKind.MOMENT, ClaimRule.EARLIEST, ClaimSubject.EITHER
    ),  # the record of the detention
    ClaimKind("transferred", ValueKind.MOMENT, ClaimRule.EARLIEST, ClaimSubject.EITHER),  # to another place
    ClaimKind("released_at", ValueKind.MOMENT, ClaimRule.EARLIEST, ClaimSubject.EITHER),
    ClaimKind("decision", ValueKind.CHOICE, ClaimRule.SUREST, words="later-decision"),
    ClaimKind("stated", ValueKind.WORDS, ClaimRule.NEWEST),
    ClaimKind("treatment", ValueKind.WORDS, ClaimRule.NEWEST, ClaimSubject.EITHER),
    ClaimKind("perpetrators", ValueKind.FLAGS, ClaimRule.UNION, words="later-perpetrators"),  # mt 24
    ClaimKind("marks", ValueKind.WORDS, ClaimRule.NEWEST),
    ClaimKind("held", ValueKind.WORDS, ClaimRule.NEWEST),
    ClaimKind("told", ValueKind.WORDS, ClaimRule.NEWEST),
    ClaimKind("property", ValueKind.FLAGS, ClaimRule.UNION, words="later-property"),  # mt 36
    ClaimKind(
        "acknowledged", ValueKind.CHOICE, ClaimRule.SUREST, ClaimSubject.EITHER, words="later-acknowledged"
    ),  # mt 30
    # Who rang which station, and what it answered (core.casework.call_answers); handlers.calls draws it.
    ClaimKind("call", ValueKind.CALL, ClaimRule.TIMED, ClaimSubject.EITHER, on_card=False),
    ClaimKind("born", ValueKind.WORDS, ClaimRule.NEWEST, ClaimSubject.EITHER),
    ClaimKind("spellings", ValueKind.WORDS, ClaimRule.NEWEST, ClaimSubject.EITHER),
    ClaimKind("traits", ValueKind.FLAGS, ClaimRule.UNION, ClaimSubject.EITHER, words="later-traits"),  # mt 23
    ClaimKind("event", ValueKind.WORDS, ClaimRule.NEWEST),
    # What papers ask besides (core.papers.asked_fields), of members mostly; none of it makes a card longer.
    ClaimKind("sex", ValueKind.CHOICE, ClaimRule.SUREST, ClaimSubject.EITHER, on_card=False, words="sex"),
    ClaimKind(
        "family_status", ValueKind.CHOICE, ClaimRule.SUREST, ClaimSubject.EITHER, on_card=False, words="civil"
    ),
    ClaimKind(
        "witnesses_named",
        ValueKind.CHOICE,
        ClaimRule.STRICTEST,
        ClaimSubject.EITHER,
        on_card=False,
        words="saw",
    ),
    ClaimKind("source_hidden", ValueKind.CHOICE, ClaimRule.STRICTEST, on_card=False, words="saw"),
    ClaimKind("photo", ValueKind.CHOICE, ClaimRule.SUREST, ClaimSubject.EITHER, on_card=False, words="saw"),
    ClaimKind("born_on", ValueKind.MOMENT, ClaimRule.SUREST, ClaimSubject.EITHER, on_card=False),
    *(
        ClaimKind(name, ValueKind.WORDS, ClaimRule.SUREST, ClaimSubject.EITHER, on_card=False)
        for name in OF_PAPERS
    ),
    # What courts and investigators do (core.casework.proceedings); handlers.proceedings.lines draws them.
    ClaimKind("proceeding", ValueKind.PROCEEDING, ClaimRule.TIMED, ClaimSubject.EITHER, on_card=False),
    ClaimKind("hearing", ValueKind.HEARING, ClaimRule.TIMED, ClaimSubject.EITHER, on_card=False),
    # What a reporter tells of a ruling: nothing follows from it until a member confirms it.
    ClaimKind("ruling_told", ValueKind.HEARING, ClaimRule.TIMED, on_card=False),
    ClaimKind("no_lawyer", ValueKind.CHOICE, ClaimRule.NEWEST, on_card=False, words="no-lawyer"),
    *(
        ClaimKind(step, ValueKind.MOMENT, ClaimRule.EARLIEST, ClaimSubject.EITHER, on_card=False)
        for step in STEPS
    ),
    ClaimKind(
        "result", ValueKind.CHOICE, ClaimRule.SUREST, ClaimSubject.EITHER, on_card=False, words="result"
    ),  # of the appeal
    ClaimKind(
        "regime", ValueKind.CHOICE, ClaimRule.SUREST, ClaimSubject.EITHER, on_card=False, words="regime"
    ),  # what sort of detention
    # What was sent to bodies, and their answers (core.casework.interventions); handlers.interventions draws it.
    ClaimKind("intervention", ValueKind.INTERVENTION, ClaimRule.TIMED, ClaimSubject.EITHER, on_card=False),
    # A promise not to disclose: core.casework.consents says what it forbids, and what a coordinator decided.
    ClaimKind("undertaking", ValueKind.CHOICE, ClaimRule.NEWEST, ClaimSubject.EITHER, on_card=False),
    ClaimKind("undertaking_decided", ValueKind.CHOICE, ClaimRule.NEWEST, on_card=False),
    ClaimKind("count", ValueKind.PEOPLE, ClaimRule.SUREST, beside=True, on_card=False),
    ClaimKind("place", ValueKind.PLACE, ClaimRule.SUREST, on_card=False),
    ClaimKind(
        "situation",
        ValueKind.CHOICE,
        ClaimRule.SUREST,
        quiets=QUIET,
        fact_from=Certainty.SAID,
        on_card=False,
        words="situation",
    ),
    ClaimKind("verification", ValueKind.CHOICE, ClaimRule.MEMBER, on_card=False, words="verification"),
    # About a report and the person who tells it; handlers.casework.source_lines draws them.
    ClaimKind(
        "reliability",
        ValueKind.CHOICE,
        ClaimRule.MEMBER,
        ClaimSubject.SOURCE,
        on_card=False,
        words="reliability",
    ),  # mt 42
    ClaimKind("joke", ValueKind.CHOICE, ClaimRule.MEMBER, ClaimSubject.SOURCE, on_card=False, words="joke"),
    ClaimKind(
        "rang_back", ValueKind.CHOICE, ClaimRule.TIMED, ClaimSubject.SOURCE, on_card=False, words="rang"
    ),
    ClaimKind("outcome", ValueKind.CHOICE, ClaimRule.MEMBER, on_card=False, words="outcome"),
    ClaimKind(
        "says_over", ValueKind.CHOICE, ClaimRule.MEMBER, on_card=False
    ),  # yes of a reporter; a member who called back: no
    # A reporter warns of somebody who asks: handlers.people.warnings.
    ClaimKind("warned", ValueKind.CHOICE, ClaimRule.MEMBER, on_card=False, words="warned"),
    ClaimKind("says_false", ValueKind.CHOICE, ClaimRule.MEMBER, on_card=False),
    # What a lawyer says of a visit, and saw there; handlers.visits.visit_lines draws it.
    ClaimKind("visit", ValueKind.CHOICE, ClaimRule.TIMED, on_card=False, words="done"),
    ClaimKind(
        "status", ValueKind.CHOICE, ClaimRule.TIMED, ClaimSubject.EITHER, on_card=False, words="status"
    ),  # mt 25, and finer
    *(
        ClaimKind(name, ValueKind.CHOICE, ClaimRule.SUREST, ClaimSubject.EITHER, on_card=False, words="saw")
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
    # At a station's door (handlers.door), which draws them too.
    ClaimKind(
        "found", ValueKind.PLACE, ClaimRule.TIMED, ClaimSubject.EITHER, on_card=False
    ),  # there, by a list of names
    ClaimKind(
        "denied", ValueKind.PLACE, ClaimRule.TIMED, ClaimSubject.EITHER, on_card=False
    ),  # asked for there: not here
    ClaimKind(
        "note", ValueKind.WORDS, ClaimRule.TIMED, on_card=False
    ),  # of a member; handlers.cards.words_and_files draws them
    # For an open letter (core.papers.letter_cases): a coordinator's own words of the case; how somebody is called.
    ClaimKind("public_line", ValueKind.TEXTS, ClaimRule.NEWEST, on_card=False),
    ClaimKind("public_name", ValueKind.TEXTS, ClaimRule.NEWEST, ClaimSubject.PERSON, on_card=False),
    ClaimKind(
        "second", ValueKind.CHOICE, ClaimRule.NEWEST, on_card=False
    ),  # two lawyers are wanted: yes or no; of a member, or of the bot when a corrected place needs one there
    ClaimKind(ALARM, ValueKind.CHOICE, ClaimRule.EARLIEST, on_card=False),
)
KINDS = {kind.name: kind for kind in _ROWS}

_TYPES: dict[ValueKind, type | tuple[type, ...]] = {
    ValueKind.CHOICE: str,
    ValueKind.FLAGS: tuple,
    ValueKind.WORDS: str,
    ValueKind.NAME: str,
    ValueKind.PLACE: Place,
    ValueKind.PEOPLE: People,
    ValueKind.MOMENT: Moment,
    ValueKind.CONTACT: Contact,
    ValueKind.CONSENT: Consent,
    ValueKind.PROCEEDING: Proceeding,
    ValueKind.HEARING: Hearing,
    ValueKind.CALL: Call,
    ValueKind.INTERVENTION: Intervention,
    ValueKind.TEXTS: Texts,
}


def read_value(kind: ClaimKind, data: object) -> Value | None:
    """The value of a claim; None for what this version does not understand."""
    try:
        value = value_from_data(data)
    except (KeyError, TypeError, ValueError):
        return None
    if kind.holds is ValueKind.CONSENT and isinstance(value, str):
        value = Consent(value)  # of a version that kept no wording
    return value if isinstance(value, _TYPES[kind.holds]) else None


RELIABILITY, JOKE, RANG_BACK = "reliability", "joke", "rang_back"  # kinds of claims about a report
VERIFICATIONS = ("confirmed", "likely", "possible", "unlikely", "unknown")
UNVERIFIED = frozenset({"possible", "unlikely", "unknown"})  # marked wherever the case is shown
GRADES = {"highly": 2, "likely": 1, "unsure": 0, "unknown": 0, "likely_not": -1, "not_at_all": -2}
RING_BACK_ANSWERS = ("confirms", "denies", "no_answer", "wrong_number")
JOKES = ("yes", "no")
