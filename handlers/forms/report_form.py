"""The detention report: what is asked first (stage A), in which situation, and what follows from what; and what is asked
later (stage B), where it is decided at the beginning which questions are skipped.

Everything may be skipped except what a lawyer cannot be asked without: the situation and a city (where "I do not know where"
counts as one). The words are in ``core/words/*/report.ftl`` under ``report-<question>[-<option>]``.
"""

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from core.casework import follow_up_questions
from core.casework.answering import WriterSituation, at_scene, is_at_risk
from core.casework.claim_kinds import QUIET, SITUATIONS
from core.casework.turns import CHILDREN
from core.conversation import forms
from core.conversation.forms import (
    Answer,
    AnswerKind,
    Answers,
    AnswerSource,
    Form,
    Question,
    Values,
    is_guess,
)
from core.values import Moment, Place, Value
from core.vocabulary import OF_NAMES, SOS, TURNED_WORSE

HAPPENING = frozenset(SITUATIONS) - QUIET  # somebody is in trouble, no matter what else was said
URGENT = (
    "minor",
    "injured",
    "medicine",
    "pregnant",
    "elderly",
    "alone",
    "phone",
    "raid",
    "journalist",
    "defender",
    CHILDREN,
    SOS,
    TURNED_WORSE,
)
HIDE = "hide:now"  # an action, not an answer: this chat gets nothing more

IMPLIED: dict[str, dict[str, Value]] = {
    "me": {"link": "self", "ongoing": "yes"},
    "missing": {"ongoing": "yes"},
    "over": {"ongoing": "no"},
}


def _unless(*situations: str) -> Callable[[Values], bool]:
    """Asked in every situation but these; also while the situation is not known."""
    return lambda values: values.get("situation") not in situations


def _where_is_open(values: Values) -> bool:
    """A shared location needs no description, but a description once given stays."""
    place = values.get("place")
    has_point = isinstance(place, Place) and place.latitude is not None
    return values.get("situation") != "trial" and ("where" in values or not has_point)


def _is_nowhere_yet(answers: Answers) -> bool:
    """Who is told to be in a station needs no further place to be found."""
    return answers.get("taken") is None


def _may_be_taken(answers: Answers) -> bool:
    """Nobody asks where people were taken who are only kept from leaving, or missing; if it is told, it is known."""
    situation = answers.get("situation")
    return situation is None or situation.value not in ("blocked", "missing")


def _only(*situations: str) -> Callable[[Values], bool]:
    return lambda values: values.get("situation") in situations


def _begins(before: Value, said: Value) -> bool:
    """What was quiet is happening to somebody now: "they took him in the court room"."""
    return before in QUIET and said in HAPPENING


def _enough(values: Values) -> bool:
    place = values.get("place")
    return "situation" in values and isinstance(place, Place) and place.is_city


def _implied(answers: Answers) -> Values:
    guessed = {name: answer.value for name, answer in answers.items() if is_guess(answer) and answer.value}
    situation = answers.get("situation")
    if situation is None or situation.value is None:
        return guessed
    # What a person assumed who opened a case of a draft stays.
    assumed = {"situation": situation.value} if situation.source is AnswerSource.IMPLIED else {}
    accused = answers.get("accused")
    named = (
        {"who": accused.value}
        if accused is not None and accused.value is not None and situation.value != "trial"
        else {}
    )
    return {
        **guessed,
        **assumed,
        **named,
        **IMPLIED.get(str(situation.value), {}),
    }  # somebody who is tried and then held stays named


def _may_news_harm(answers: Answers) -> bool:
    """Whether somebody is asked if news may come: elsewhere it comes by itself until they say no."""
    return is_at_risk(told_in(answers))


def _is_told(name: str, answers: Answers) -> bool:
    answer = answers.get(name)
    return answer is not None and answer.value is not None and answer.source is not AnswerSource.IMPLIED


def may_be_urgent(answers: Answers) -> bool:
    """Whether anything may be urgent, even if it was only guessed: an alarm needs no proof."""
    told = (answers.get("urgent"), answers.get(forms.name_of_guess("urgent")))
    return any(answer is not None and answer.value for answer in told)


def is_end_in_words(answers: Answers) -> bool:
    """Whether words alone say that it is over: of whom, and what goes on still, a person reads. Not of what is long ago."""
    told = answers.get("situation")
    if told is None or told.value != "over" or told.source is AnswerSource.TAP:
        return False
    times = [answers[name].value for name in ("when", forms.name_of_guess("when")) if name in answers]
    began = [time.at for time in times if isinstance(time, Moment) and time.at is not None]
    return not began or told.at - max(began) <= LONG_AGO


def may_concern_somebody(answers: Answers) -> bool:
    """Whether words alone tell of what takes nobody, and somebody may be in need all the same: of a release, and of who is
    watched, a person reads it. Not of what a witness only saw, and nobody was in.
    """
    told, link = answers.get("situation"), answers.get("link")
    if told is None or told.value != "saw" or told.source is AnswerSource.TAP:
        return is_end_in_words(answers)
    named = any(name in answers for of in ("who", "urgent") for name in (of, forms.name_of_guess(of)))
    return named or link is None or link.value != "witness"


def told_in(answers: Answers) -> WriterSituation:
    """Where the writer is, as far as the answers tell."""
    values = {name: answer.value for name, answer in answers.items() if answer.value is not None}
    link = values.get("link")
    told, maybe = answers.get("urgent"), answers.get(forms.name_of_guess("urgent"))
    return WriterSituation(
        frozenset({str(values["situation"])}) if _is_told("situation", answers) else frozenset(),
        str(link) if link is not None else None,
        _is_told("link", answers) and answers["link"].source is not AnswerSource.WORDS,
        at_scene(*_flags(told), guessed=_flags(maybe)),
    )


def _flags(answer: Answer | None) -> list[tuple[object, ...]]:
    return [answer.value] if answer is not None and isinstance(answer.value, tuple) else []


LONG_AGO = timedelta(days=60)
COUNTS = ("one", "two", "three", "several", "unknown", "withheld")
TIMES = ("now", "hour", "morning", "today", "yesterday", "unknown")
LINKS = ("self", "witness", "relative", "colleague", "lawyer", "other")

FORM = Form(
    name="report",
    enough=_enough,
    implied=_implied,
    actions=((HIDE, "report-hide"),),
    listens=True,
    of_reporters=True,
    leaving=Question("cancel", AnswerKind.CHOICE, ("false", "over", "stay")),
    questions=(
        Question(
            "situation", AnswerKind.CHOICE, SITUATIONS, part="situation", required=True, evolves=_begins
        ),
        Question("place", AnswerKind.PLACE, ("unknown",), part="place", required=True),
        Question(
            "appointment",
            AnswerKind.APPOINTMENT,
            ("unknown",),
            _only("summons"),
            part="appointment",
            evolves=forms.always,
        ),
        Question("who", AnswerKind.PEOPLE, COUNTS, _unless("trial"), part="people"),
        Question(
            "accused", AnswerKind.PEOPLE, ("nobody", "unknown", "withheld"), _only("trial"), part="people"
        ),
        Question("where", AnswerKind.SPOT, applies=_where_is_open, asked=_is_nowhere_yet),
        Question("proceedings", AnswerKind.WORDS, applies=_only("trial", "summons")),
        Question("watched", AnswerKind.WORDS, applies=_only("saw")),
        Question("when", AnswerKind.MOMENT, TIMES, _unless("trial", "summons"), part="moment"),
        Question(
            "ongoing",
            AnswerKind.CHOICE,
            ("yes", "no", "unknown"),
            _unless("trial", "saw", "summons"),
            part="ongoing",
            evolves=forms.always,
        ),
        Question(
            "taken",
            AnswerKind.STATION,
            applies=_unless("trial", "saw", "summons"),
            evolves=forms.always,
            asked=_may_be_taken,
        ),
        Question("contact", AnswerKind.CONTACT, ("no",), part="contact"),
        Question(
            "urgent",
            AnswerKind.CHOICES,
            URGENT,
            _unless(*QUIET),
            part="flags",
            unoffered=frozenset({CHILDREN, SOS, TURNED_WORSE}),
        ),
        Question("link", AnswerKind.CHOICE, LINKS, part="link"),
        Question("files", AnswerKind.FILE),
        Question("consent", AnswerKind.CONSENT, ("yes", "no"), asked=_may_news_harm),
    ),
)

# The same questions in the same words, for a member who writes down what a caller says (handlers.calls): first
# what lawyers are asked with, the caller's number and link, and at the end what may be done with the name.
_FIRST = ("situation", "place", "appointment", "who", "accused", "contact", "link", "when", "urgent")
_IN_A_CHAT = ("files", "consent")
_BY_NAME = {question.name: question for question in FORM.questions}
CALL = replace(
    FORM,
    name="call",
    words=FORM.name,
    actions=(),
    leaving=None,
    listens=False,
    of_reporters=False,
    questions=(
        *(_BY_NAME[name] for name in _FIRST),
        *(question for question in FORM.questions if question.name not in (*_FIRST, *_IN_A_CHAT)),
        *(Question(use, AnswerKind.CONSENT, ("yes", "no")) for use in OF_NAMES),
    ),
)

# The same questions in the same words: somebody tries it out, and nothing real happens (handlers.practice).
PRACTICE = replace(FORM, name="practice", words=FORM.name, actions=())


DECISIONS = ("shown", "refused", "unasked", "unknown")
PERPETRATORS = ("police", "special", "guard", "security", "officials", "private", "plain", "unknown")
PROPERTY = ("things", "phone", "unlock", "sign")
ACKNOWLEDGED = ("contact", "shut", "concealed", "denied", "unknown")
TRAITS = (
    "defender",
    "journalist",
    "union",
    "party",
    "religious",
    "relative",
    "demonstrator",
    "bystander",
    "disability",
    "migrant",
)

_LATER_QUESTIONS = {
    "delivered": Question("delivered", AnswerKind.MOMENT, ("unknown",)),
    "protocol": Question("protocol", AnswerKind.MOMENT, ("unknown",)),
    "decision": Question("decision", AnswerKind.CHOICE, DECISIONS),
    "perpetrators": Question("perpetrators", AnswerKind.CHOICES, PERPETRATORS),
    "property": Question("property", AnswerKind.CHOICES, PROPERTY),
    "acknowledged": Question("acknowledged", AnswerKind.CHOICE, ACKNOWLEDGED),
    "traits": Question("traits", AnswerKind.CHOICES, TRAITS),
}

LATER_FORM = Form(
    "later",
    tuple(
        _LATER_QUESTIONS.get(name, Question(name, AnswerKind.WORDS)) for name in follow_up_questions.QUESTIONS
    ),
    bool,
    of_reporters=True,
)
