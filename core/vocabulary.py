"""The words of casework, each once: what a case can be, be asked, answered, coded and closed with.

Words for people stand in ``core/words``, found by these ids; the codes of HURIDOCS' microthesauri belong to exports.
"""

from enum import StrEnum


class CaseState(StrEnum):
    """What a case is to those who work; ``core.casework.transitions`` says how it changes."""

    OPEN = "open"  # nobody has it
    ACCEPTED = "accepted"
    CLOSED = "closed"


STILL = (CaseState.OPEN, CaseState.ACCEPTED)  # not closed, said so that an index serves


class OfferState(StrEnum):
    """What became of one request to one lawyer."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"  # also given back, with the reason GAVE_BACK
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"  # somebody else has the case, or it is closed
    UNREACHABLE = "unreachable"


class ReportState(StrEnum):
    """What one reporter told us: not enough yet, a case's, or done with."""

    ASIDE = "aside"  # words of somebody who has reported nothing
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    EXPIRED = "expired"  # never became enough


class DialogueState(StrEnum):
    """One person's run through one form."""

    OPEN = "open"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class GuestStanding(StrEnum):
    """Why a chat adds words to a report that is not its own."""

    EARLIER = "earlier"  # it had the report, until the code moved it to another chat
    BY_CODE = "by-code"  # the code was written in it, and nothing more is known of the person who has it
    UNTOLD = "untold"  # the same, while codes were being guessed: it is not told that the code is right
    PROVED = "proved"  # its place was named there too: the person who has it is asked whether the report comes here


class ReopensFrom(StrEnum):
    """From when on a hidden chat is opened again by the code that is written in it."""

    HOURS = "hours"  # six, also where nobody has chosen
    DAY = "day"
    ELSEWHERE = "elsewhere"  # not before its report was brought to another phone


class AfterClosing(StrEnum):
    """What becomes of a chat when nothing of it is open any more; where nothing is said of it, it stays."""

    ASKED = "asked"  # once, and not answered
    HIDES = "hides"
    STAYS = "stays"
    HIDDEN = "hidden"  # it was hidden by this wish: nobody says that its phone is taken


class CheckInState(StrEnum):
    """A check-in that has not ended well: then nothing of it is kept."""

    RUNNING = "running"
    MISSED = "missed"


class LookUpState(StrEnum):
    """Somebody who asks where a person is waits, was called back, or it became a report."""

    WAITING = "waiting"
    CALLED_BACK = "called-back"
    REPORTED = "reported"


class StationAnswer(StrEnum):
    """What a station says when it is asked for somebody."""

    THERE = "there"
    DENIED = "denied"  # they have nobody of that name
    HUNG_UP = "hung-up"
    LATER = "later"  # ring again


class Role(StrEnum):
    """What a member is on the roster."""

    LAWYER = "lawyer"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class RecordKind(StrEnum):
    """What a case is about."""

    DEPRIVATION = "deprivation"  # of liberty
    PROSECUTION = "prosecution"
    OBSERVATION = "observation"
    SUMMONS = "summons"  # called for a talk or an interrogation
    UNCLEAR = (
        "unclear"  # that somebody is held is only guessed: nobody has said it, and no member confirmed it
    )
    STUB = "stub"  # nobody's report feeds it any more: a coordinator has said that they tell of another case


class WhoIsAsked(StrEnum):
    """Who is asked about a case at this moment, as its reporter reads it."""

    LAWYERS = "lawyers"
    COORDINATOR = "coordinator"
    NOBODY = "nobody"  # could be reached; the administrators are told


class ConsentUse(StrEnum):
    """What somebody may allow or forbid; each is a kind of claim."""

    WRITE = "consent"  # to the reporter, unasked
    AUTHORITIES = "authorities"  # the name goes to authorities and to the UN
    PUBLICATION = "publication"  # the name is published


OF_NAMES = (ConsentUse.AUTHORITIES, ConsentUse.PUBLICATION)
FAMILY = frozenset({"self", "relative"})  # links of those who may speak for the person who is held


class TaskKind(StrEnum):
    """What coordinators are asked about a case; handlers.alerting.tasks says when."""

    NOBODY = "nobody"
    FIRST_ACTION = "first-action"
    OWNER_GONE = "owner-gone"
    MOVED = "moved"
    REGION = "region"
    NO_PLACE = "no-place"
    OVER = "over"
    OWN_LAWYER = "own-lawyer"
    FALSE = "false"
    RECORD = "record"
    ELSEWHERE = "elsewhere"
    UNSORTED = "unsorted"
    AFTER_CLOSED = "after-closed"
    UNCLEAR = "unclear"
    VOICE = "voice"
    LANGUAGE = "language"
    SUMMONS = "summons"
    UNANSWERED = "unanswered"
    PERSON = "person"
    DELETE = "delete"
    WHERE = "where"
    QUESTION = "question"
    OTHER_PHONE = "other-phone"
    CHECK_IN = "check-in"
    CONSENT = "consent"
    SILENT_OWNER = "silent-owner"
    HAND_OVER = "hand-over"
    CANNOT_COME = "cannot-come"
    HARMED = "harmed"
    UNHANDLED = "unhandled"
    PAST_OWNER = "past-owner"
    GOES_ON = "goes-on"
    SECOND = "second"
    REFUSED = "refused"
    INSIDE = "inside"
    TRANSFERRED = "transferred"
    UNDERTAKING = "undertaking"
    TWO_OWNERS = "two-owners"
    DENIED = "denied"
    WORSE = "worse"
    THREAT = "threat"
    BETTER = "better"
    PHONE_TAKEN = "phone-taken"
    TOLD = "told"
    WARNED = "warned"


URGENT_TASKS = frozenset({
    TaskKind.NOBODY, TaskKind.FIRST_ACTION, TaskKind.OWNER_GONE, TaskKind.MOVED, TaskKind.REGION,
    TaskKind.NO_PLACE, TaskKind.ELSEWHERE, TaskKind.UNCLEAR, TaskKind.VOICE, TaskKind.LANGUAGE,
    TaskKind.CHECK_IN, TaskKind.REFUSED, TaskKind.INSIDE, TaskKind.TWO_OWNERS,
    TaskKind.CANNOT_COME, TaskKind.HARMED, TaskKind.UNHANDLED, TaskKind.WORSE, TaskKind.THREAT,
    TaskKind.PHONE_TAKEN, TaskKind.TOLD, TaskKind.WARNED, TaskKind.GOES_ON,
})  # fmt: skip

# What is told of an open case: as often as it is told, within a minute (handlers.reporting.heard_at_once).
TOLD_TASKS = frozenset({
    TaskKind.TOLD, TaskKind.WORSE, TaskKind.THREAT, TaskKind.WARNED, TaskKind.PHONE_TAKEN,
})  # fmt: skip

QUIET_TASKS = frozenset({TaskKind.RECORD, TaskKind.SUMMONS, TaskKind.UNSORTED, TaskKind.SECOND})  # can wait
READ_TASKS = frozenset(
    {TaskKind.RECORD, TaskKind.UNSORTED}
)  # ask to be read: done as soon as a coordinator has
# Make no sound in a member's quiet hours: nobody waits for the answer before the morning.
NEWS_TASKS = frozenset(
    {TaskKind.FALSE, TaskKind.AFTER_CLOSED, TaskKind.DELETE, TaskKind.WHERE, TaskKind.CONSENT}
)


# How a case ends. ``released`` is the only one after which nobody is held by what the case is about.
OUTCOMES = (
    "released", "fine", "warning", "arrest", "house_arrest", "remand", "other_counsel", "lost",
    "other", "false_alarm",
)  # fmt: skip
JOKE = "joke"  # an outcome that is chosen by a button of its own, counts nowhere, and is told to no reporter
UNTRUE = ("false_alarm", JOKE)  # outcomes after which nobody was held
REASONS = ("busy", "far", "conflict", "other")  # why a lawyer declines
CONFLICT = "conflict"  # of interest: this case is not for them at all
GAVE_BACK = (
    "gave_back"  # the reason of a member who had accepted; why is added when they tell it: gave_back_far
)
TAKEN_AWAY = "gave_back_coordinator"  # a coordinator offered it to others
HANDED_OVER = "gave_back_handed_over"  # to a colleague whom they had asked


def is_given_back(reason: str | None) -> bool:
    """Whether it is the reason of a member who had the case and gave it back."""
    return reason is not None and reason.startswith(GAVE_BACK)


PHONE = "phone"  # of what may be urgent: a phone is being taken. Marked by its owner it hides the chat
TURNED_WORSE = "worse"  # something urgent: it got worse while nobody had the case
MYSELF = "me"  # the situation of who writes of being held, or cries for help
SOS = "sos"  # something urgent: the writer called for help and had no time for more

# The kinds of act of FIELDS A1 (after HURIDOCS): a member codes them, who knows the words.
ACTS = (
    "arrest", "detention", "kettling", "blockade", "interception", "summons", "search", "abduction",
    "disappearance", "prosecution", "observation",
)  # fmt: skip


def outcome_key(outcome: str) -> str:
    """The key of an outcome's words: ``false_alarm`` is ``outcome-false-alarm``."""
    return f"outcome-{outcome.replace('_', '-')}"


def reporter_outcome(outcome: str | None) -> str:
    """The outcome that a reporter reads: not what we think of them."""
    return "other" if outcome in (None, JOKE) else str(outcome)
