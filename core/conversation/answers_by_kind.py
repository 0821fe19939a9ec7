"""How an answer is read, kind by kind. Each reader gives the value, a problem with it, or None: no answer at all.

``proposed`` is what free understanding found for the question; ``more`` says whether it found anything else. A question
takes only what fits it; nothing becomes a name, a place, a time or a contact because one was asked for. What does not fit
stays words.
"""

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from core import folding
from core.conversation.context import Context
from core.conversation.events import Problem
from core.conversation.forms import AnswerKind, Question
from core.understanding import (
    AheadProblem,
    ContactProblem,
    MomentProblem,
    check_moment,
    guess_language,
    tells_relation,
    tells_spot,
    understand_ahead,
    understand_appointment,
    understand_contact,
    understand_who_answer,
)
from core.understanding.clock_words import with_dates
from core.understanding.count_line import count_line
from core.understanding.language import heard_tokens
from core.understanding.owned_times import Owner, owner_of
from core.understanding.plain import readable
from core.values import Contact, Moment, People, Place, Value

FAR = timedelta(days=180)  # ahead: nobody means that
NOW = timedelta(minutes=2)
A_TIME = 5  # words at most that are a time and nothing else
A_NAME = 4  # words at most that may be the misspelt name of a place
_QUOTED = "quoted"
OFFERED = 4  # places to ask back with

ReadAnswer = Value | Problem | None
AnswerReader = Callable[[str, Question, Context, Value | None, bool], ReadAnswer]


def _proposed(
    text: str, question: Question, context: Context, proposed: Value | None, more: bool
) -> ReadAnswer:
    return proposed


def _words(text: str, question: Question, context: Context, proposed: Value | None, more: bool) -> ReadAnswer:
    return text


def _spot(text: str, question: Question, context: Context, proposed: Value | None, more: bool) -> ReadAnswer:
    """An address or what is near; nothing that asks or is one of the everyday words."""
    return text if not more and tells_spot(text, context.setting.heard) else None


def _people(
    text: str, question: Question, context: Context, proposed: Value | None, more: bool
) -> ReadAnswer:
    happened_to = context.state.answers.get("situation")
    writer = happened_to is not None and happened_to.value == "me"
    answer = understand_who_answer(text, context.setting.heard, context.setting.names, writer=writer)
    if more and answer is not None and not answer.names and not answer.withheld:
        return None  # a count that a sentence tells by the way is proposed; who it is stays asked
    return proposed if proposed is not None and answer in (None, People()) else answer


def _place(text: str, question: Question, context: Context, proposed: Value | None, more: bool) -> ReadAnswer:
    gazetteer = context.setting.gazetteer
    found = gazetteer.answer(text)
    if found is not None and found.exact:
        return Place(found.city, found.district, found.region)
    if proposed is not None:
        return proposed
    if gazetteer.outside(text, asked=True) is not None:  # "Paris" is no misspelt Arys
        return Place(text=text, outside=True)
    if more or (found is None and len(folding.folded_words(text)) > A_NAME):
        return None
    offers = tuple(gazetteer.close(text, OFFERED))
    return Problem("problem-place-close", offers=offers) if offers else None


def _moment(
    text: str, question: Question, context: Context, proposed: Value | None, more: bool
) -> ReadAnswer:
    heard = context.setting.heard
    language = guess_language(text, heard) or context.language
    checked = check_moment(text, heard, context.now, context.zone, language)
    words = checked.moment.words or text
    if _is_of_others(text, replace(checked.moment, words=words), context, language):
        return None
    if checked.problem is not None and len(text.split()) <= A_TIME:
        return Problem(MOMENT_PROBLEMS[checked.problem])
    if checked.moment.at is None:
        return proposed
    told = checked.moment
    return Moment(words=told.words) if _is_hearsay(text, told.words, context) else told


def _is_of_others(text: str, told: Moment, context: Context, language: str) -> bool:
    """Whether the time is of something else than of being taken: "he rang at two", "he is fine now"."""
    shown, evidence = readable(text), context.setting.evidence
    start = shown.find(told.words)
    is_now = told.at is not None and abs(context.now - told.at) < NOW
    line = count_line(shown, context.setting.heard, language)
    end = start + len(told.words)
    return start >= 0 and owner_of(line, evidence.words, start, end, is_now=is_now) is Owner.OTHER


def _is_hearsay(text: str, words: str, context: Context) -> bool:
    """Whether these of the words are what others say: "they say it was at night" answers, and starts no clock."""
    shown, heard = readable(text), context.setting.heard
    start = shown.find(words)
    end = start + len(words)
    clauses = context.setting.evidence.clauses(
        shown, heard_tokens(shown, heard, guess_language(shown, heard))
    )
    there = (clause for clause in clauses if clause.start < end and start < clause.end)
    return start >= 0 and any(clause.status_at(start, end) == _QUOTED for clause in there)


def _until(text: str, question: Question, context: Context, proposed: Value | None, more: bool) -> ReadAnswer:
    heard = context.setting.heard
    language = guess_language(text, heard) or context.language
    found = understand_ahead(text, heard, context.now, context.zone, language)
    if not isinstance(found, AheadProblem):
        return found
    return Problem(AHEAD_PROBLEMS[found]) if len(text.split()) <= A_TIME else None


def _appointment(
    text: str, question: Question, context: Context, proposed: Value | None, more: bool
) -> ReadAnswer:
    """A day, or an hour of it, that is ahead; what has passed is a slip, unless the words tell something else."""
    heard = context.setting.heard
    language = guess_language(text, heard) or context.language
    found = understand_appointment(text, heard, context.now, context.zone, language)
    if found is not None or more or len(text.split()) > A_TIME:
        return found or proposed
    checked = check_moment(text, heard, context.now, context.zone, language)
    if checked.problem is MomentProblem.IMPOSSIBLE:
        return Problem(MOMENT_PROBLEMS[checked.problem])
    passed = checked.moment.at is not None or checked.problem is MomentProblem.LONG_AGO
    return Problem("problem-appointment-passed") if passed else proposed


def _read_time(
    text: str, question: Question, context: Context, proposed: Value | None, more: bool
) -> ReadAnswer:
    """A time, ahead or past. A date without a year is the one that is ahead, unless that is far and it has just been."""
    heard = context.setting.heard
    language = guess_language(text, heard) or context.language
    text = with_dates(text, heard, context.now, context.zone, language)
    ahead = understand_appointment(text, heard, context.now, context.zone, language, hearing=True)
    checked = check_moment(text, heard, context.now, context.zone, language, hearing=True)
    past = checked.moment if checked.problem is None and checked.moment.at is not None else None
    if ahead is not None and ahead.at is not None:
        return past if past is not None and ahead.at > context.now + FAR else ahead
    if past is None and checked.problem is not None and len(text.split()) <= A_TIME:
        return Problem(MOMENT_PROBLEMS[checked.problem])
    return past or proposed


def _contact(
    text: str, question: Question, context: Context, proposed: Value | None, more: bool
) -> ReadAnswer:
    read = understand_contact(text, context.setting.heard, context.setting.region)
    if isinstance(read, ContactProblem):
        return Problem("problem-phone")
    if read.phone:
        return read
    return proposed or (
        Contact(words=text) if not more and tells_relation(text, context.setting.heard) else None
    )


MOMENT_PROBLEMS = {
    MomentProblem.FUTURE: "problem-moment-future",
    MomentProblem.IMPOSSIBLE: "problem-moment-impossible",
    MomentProblem.LONG_AGO: "problem-moment-old",
}

AHEAD_PROBLEMS = {
    AheadProblem.PASSED: "problem-ahead-passed",
    AheadProblem.FAR: "problem-ahead-far",
    AheadProblem.DAY: "problem-ahead-day",
    AheadProblem.IMPOSSIBLE: "problem-ahead-impossible",
}

READERS: dict[AnswerKind, AnswerReader] = {
    AnswerKind.CHOICE: _proposed,
    AnswerKind.CHOICES: _proposed,
    AnswerKind.CONSENT: _proposed,
    AnswerKind.FILE: _proposed,
    AnswerKind.WORDS: _words,
    AnswerKind.SPOT: _spot,
    AnswerKind.STATION: _spot,
    AnswerKind.COURT: _words,
    AnswerKind.PEOPLE: _people,
    AnswerKind.PLACE: _place,
    AnswerKind.MOMENT: _moment,
    AnswerKind.UNTIL: _until,
    AnswerKind.APPOINTMENT: _appointment,
    AnswerKind.WHEN: _read_time,
    AnswerKind.CONTACT: _contact,
}
