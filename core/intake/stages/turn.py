"""What is told unasked of an open case: a permission taken back, how a member's visit goes, what became of somebody."""

from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any

from msgspec import Struct

from core.conversation.events import Said
from core.conversation.forms import IN_WORDS, AnswerKind
from core.conversation.input import understand_input
from core.intake.court_told import put_right, with_added
from core.intake.message import ReadMessage
from core.intake.stages.answer import answers_observation
from core.intake.standing import AskingForm, HeldCase, KnownReport, Standing
from core.intake.subject import (
    answer_to_which,
    may_be_held,
    report_meant,
    report_named,
    told_good_news,
)
from core.timeline import TimelineKind
from core.understanding import name_list
from core.understanding.language import heard_sentence
from core.understanding.later import GoodNews
from core.understanding.name_list import has_names
from core.understanding.plain import readable
from core.understanding.questions import member_topic_of
from core.values import Hearing
from core.vocabulary import ConsentUse, Role

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


WORDS_TO_SOMEBODY = (
    "call",
    "answering",
    "parting",
    "practice",
)  # forms in which a member writes what others say or read
REPORT, OPENING = "report", "opening"
LEFT = timedelta(
    minutes=30
)  # since the last answer of a form: what is written now may well be about something else


def visit_told(message: ReadMessage, standing: Standing) -> bool:
    """What a button says, "not let in 15:20", that they cannot come, that somebody is beaten or free, when a hearing is, or
    what a court has decided: from a member who has a case, or whose last one lapsed; of court and of a release also from a
    coordinator to whom it is open; also while a form asks something that
    these words do not answer. "Out" from somebody who was never there is only a note.
    """
    cases = _cases_told_of(message, standing)
    if not cases or answers_observation(message, standing) or _is_answer(message, standing):
        return False
    is_theirs = not any(held.is_open_only for held in cases)
    return (is_theirs and len(cases) != 1) or any(_counts(message, standing.now, held) for held in cases)


def bad_news_told(message: ReadMessage, standing: Standing) -> bool:
    """In the answer to a question for free words that the writer is kept out, or cannot come: both hear it."""
    cases = _cases_told_of(message, standing)
    if not cases or standing.asking is None or standing.asking.name in (REPORT, OPENING, *WORDS_TO_SOMEBODY):
        return False
    if cases[0].is_open_only:
        return False
    told = message.told_by_member(standing.now, cases[0].zone)
    return told.is_refused or told.is_unable


def _cases_told_of(message: ReadMessage, standing: Standing) -> tuple[HeldCase, ...]:
    """Those that the member has, where the words may be about a visit; a list that they bring has its own words."""
    if standing.member is None or not message.is_typed or not tells_of_visit(message, standing.now):
        return ()
    names = standing.door_list is not None and has_names(name_list.read(message.whole, message.setting.names))
    return () if names else standing.held


def _is_answer(message: ReadMessage, standing: Standing) -> bool:
    """Whether the open form may be meant as well: in a report what is told of people, else words for words."""
    asking = standing.asking
    if asking is None:
        return False
    if asking.name in WORDS_TO_SOMEBODY:
        return True
    told = message.told_by_member(standing.now, standing.held[0].zone)
    if asking.name == REPORT:
        case = standing.form_report.case if standing.form_report is not None else None
        is_theirs = case is not None and any(held.case.id == case.id for held in standing.held)
        is_left = standing.now - asking.dialogue.updated_at >= LEFT
        return not (is_theirs or is_left or told.step is not None or told.is_unable)
    if not told.is_grave and told.step is None and _answers_question(message, standing, asking):
        return True
    is_free = asking.question is not None and asking.question.kind in IN_WORDS
    return is_free and (told.is_more_than_step or (told.step is not None and told.step.more))


def _answers_question(message: ReadMessage, standing: Standing, asking: AskingForm) -> bool:
    """Whether it is what the form asks now: when a hearing is, that somebody is out."""
    when = message.said_at(standing.now)
    event = understand_input(
        message.incoming, asking.form, asking.state, message.setting, now=when, language=message.language
    )
    asked = asking.question
    return asked is not None and isinstance(event, Said) and asked.name in event.values


def tells_of_visit(message: ReadMessage, now: datetime) -> bool:
    """Whether the words may be about a visit at all."""
    return message.told_by_member(now, message.setting.zone).is_anything


def _counts(message: ReadMessage, now: datetime, held: HeldCase) -> bool:
    told = message.told_by_member(now, held.zone)
    if held.is_open_only:
        return told.court.is_fact or told.is_freed
    is_step = told.step is not None and (told.step.act is not TimelineKind.OUT or held.was_inside)
    is_many = told.many > held.case.identified + held.case.unidentified_min
    return is_step or told.is_more_than_step or is_many


def is_report(form: str) -> bool:
    """Whether this form is a report's."""
    return form == REPORT


def is_of_newer_case(message: ReadMessage, standing: Standing) -> bool:
    """Words of a member whose report asked long before they took the case they work on: only an answer is for the form."""
    asking = standing.asking
    if asking is None or not standing.has_newer_case or not message.is_words or message.control is not None:
        return False
    is_free = asking.question is None or asking.question.kind in IN_WORDS
    return message.commanded is None and (is_free or not _answers_question(message, standing, asking))


def puts_name_right(message: ReadMessage, standing: Standing) -> Any:
    """Whom of their cases a member's words rename."""
    return standing.renamed


IN_THEIR_PLACE = frozenset(
    {"handover", "second", "decline"}
)  # questions of the work by which somebody else is wanted


def wants_person(message: ReadMessage, standing: Standing) -> bool:
    """A lawyer without a case asks for somebody in their place, or tells of somebody who is taken: nothing else rings."""
    asking = standing.asking
    is_told_there = asking is not None and asking.name in WORDS_TO_SOMEBODY
    heard = message.setting.heard
    topic = member_topic_of(heard_sentence(readable(message.text), heard), Role.LAWYER, heard)
    is_unable = message.told_by_member(standing.now, message.setting.zone).is_unable
    is_heard = topic is None or topic in IN_THEIR_PLACE or is_unable
    return standing.is_without_case and message.commanded is None and not is_told_there and is_heard


def adds_to_hearing(message: ReadMessage, standing: Standing) -> Hearing | None:
    """A court or an hour alone, a moment after the member wrote of a hearing: that hearing with it, if it was not known; or
    what was written of it, put right.
    """
    written = standing.written
    if written is None or not message.is_typed:
        return None
    told = message.tells_of_court(standing.now, written.zone)
    if told.corrects:
        hearing = put_right(written.hearing, told, written.zone)
    else:
        hearing = with_added(written.hearing, told)
    return None if told.is_fact or hearing == written.hearing else hearing


NAMING = frozenset({AnswerKind.PEOPLE, AnswerKind.CONTACT})  # questions whose answers name people
ENDS = "ongoing"  # the question to which a release is an answer


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
    if any(known.id == standing.coded for known in others):
        return ToldInForm(AboutAnother.JOINS, standing.coded or 0)
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
