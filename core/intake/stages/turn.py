"""What is told unasked of an open case: a permission taken back, how a member's visit goes, what became of somebody."""

from datetime import datetime
from enum import Enum, auto

from msgspec import Struct

from core.conversation.forms import AnswerKind
from core.intake.court_told import with_added
from core.intake.message import ReadMessage
from core.intake.standing import AskingForm, HeldCase, KnownReport, Standing
from core.intake.subject import (
    answer_to_which,
    may_be_held,
    report_meant,
    report_named,
    told_good_news,
)
from core.timeline import TimelineKind
from core.understanding.later import GoodNews
from core.understanding.lawyer_words import cannot_come, harm_told, visit_said
from core.understanding.member_news import release_told
from core.values import Hearing
from core.vocabulary import ConsentUse

THREATENED = "threatened"  # of what later words tell
WORDS = 15  # the longest text that is nothing but a permission taken back


def takes_back(message: ReadMessage, standing: Standing) -> frozenset[ConsentUse]:
    """What the words forbid, if they tell nothing else: then they are no answer to what is asked. Somebody who only has
    changed their mind takes back what they allowed. What a member writes is a note.
    """
    heard = message.read
    taken = heard.forbids or (standing.allowed if heard.changed_mind else frozenset())
    told = heard.happening or heard.situation or message.number_of_words > WORDS
    if not taken or standing.member is not None or not message.is_new or told:
        return frozenset()
    return taken if set(message.facts) <= {THREATENED} else frozenset()


def visit_told(message: ReadMessage, standing: Standing) -> bool:
    """What a button says, "not let in 15:20", that they cannot come, that somebody is beaten or free, when a hearing is, or
    what a court has decided: from a member who has a case, or whose last one lapsed. "Out" from somebody who was never
    there is only a note.
    """
    if standing.member is None or not message.is_typed or not tells_of_visit(message, standing.now):
        return False
    cases = standing.held
    return bool(cases) if len(cases) != 1 else _counts(message, standing.now, cases[0])


def visit_told_in_form(message: ReadMessage, standing: Standing) -> bool:
    """The same and nothing else, in a form that lets it pass."""
    if standing.asking is None or not standing.asking.hears_visits:
        return False
    said = visit_said(message.text, message.setting.heard, message.language)
    return said is not None and not said.more and visit_told(message, standing)


def tells_of_visit(message: ReadMessage, now: datetime) -> bool:
    """Whether the words may be about a visit at all."""
    words, heard, language = message.typed, message.setting.heard, message.language
    return (
        visit_said(words, heard, language) is not None
        or cannot_come(words, heard, language)
        or harm_told(words, heard)
        or release_told(words, heard)
        or message.tells_of_court(now, message.setting.zone).is_fact
    )


def _counts(message: ReadMessage, now: datetime, held: HeldCase) -> bool:
    words, heard, language = message.typed, message.setting.heard, message.language
    said = visit_said(words, heard, language)
    is_step = said is not None and (said.act is not TimelineKind.OUT or held.was_inside)
    return (
        is_step
        or harm_told(words, heard)
        or cannot_come(words, heard, language)
        or release_told(words, heard)
        or message.tells_of_court(now, held.zone).is_fact
    )


def adds_to_hearing(message: ReadMessage, standing: Standing) -> Hearing | None:
    """A court or an hour alone, a moment after the member wrote of a hearing: that hearing with it, if it was not known."""
    written = standing.written
    if written is None or not message.is_typed:
        return None
    told = message.tells_of_court(standing.now, written.zone)
    hearing = with_added(written.hearing, told)
    return None if told.is_fact or hearing == written.hearing else hearing


NAMING = frozenset({AnswerKind.PEOPLE, AnswerKind.CONTACT})  # questions whose answers name people
ENDS = "ongoing"  # the question to which a release is an answer
REPORT = "report"  # the form


class AboutAnother(Enum):
    """What is told in the open form of a report, and is no answer of it."""

    SETTLES = auto()  # it says to which report earlier words belong
    JOINS = auto()  # it is of another report
    WHICH = auto()  # it is of one of several
    OUT = auto()  # people of this report are out


class ToldInForm(Struct, frozen=True):
    """``report``: to which the words go, by its number."""

    about: AboutAnother
    report: int


def told_in_form(message: ReadMessage, standing: Standing) -> ToldInForm | None:
    """What another report is told, and that people are out."""
    asking, here = standing.asking, standing.form_report
    if asking is None or asking.name != REPORT or here is None or not message.is_new:
        return None
    if found := _told_of_another(message, standing, asking, here):
        return found
    askable = here.id in standing.askable and may_be_held(here)
    good = told_good_news(message, here) if askable else None
    return ToldInForm(AboutAnother.OUT, here.id) if good not in (None, GoodNews.WELL) else None


def _told_of_another(
    message: ReadMessage, standing: Standing, asking: AskingForm, here: KnownReport
) -> ToldInForm | None:
    """In the open form of one of several reports: what became of somebody, and what else is told of somebody who is named,
    belongs to that person's report, and an answer to where a member has asked back since. Names that are asked for stay.
    """
    others = [known for known in standing.open_reports if known.id != here.id]
    if not others or not message.is_own or not message.text.strip():
        return None
    if standing.waiting is not None:
        which = answer_to_which(message, standing.waiting, by_number=False)
        if which is not None:
            return ToldInForm(AboutAnother.SETTLES, which.report)
    since = asking.dialogue.updated_at
    asked_back = [k for k in others if k.asked_back is not None and k.asked_back >= since]
    if len(asked_back) == 1 and not message.read.happening:
        return ToldInForm(AboutAnother.JOINS, asked_back[0].id)
    question, is_case, found = asking.question, here.case is not None, None
    if message.facts:
        found = report_meant(message, [*others, here])
    elif is_case and not message.read.happening and (question is None or question.kind not in NAMING):
        found = report_named(message, [*others, here])
    is_answer = question is not None and question.name == ENDS
    if found is None and "released" in message.facts and not is_answer and is_case:
        return ToldInForm(AboutAnother.WHICH, here.id)
    return None if found is None or found.id == here.id else ToldInForm(AboutAnother.JOINS, found.id)
