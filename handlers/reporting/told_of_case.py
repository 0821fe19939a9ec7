"""What a reporter's words tell of a case that is open: for the worse, for the better, and what else becomes of people."""

from collections.abc import Sequence
from datetime import datetime

from core.casework.proceedings import is_near, tracked_hearings
from core.casework.turns import (
    ANOTHER,
    DRIVEN,
    IN_THEIR_HANDS,
    KEPT,
    NEWS,
    NOT_TAKEN,
    TAKEN,
    TOLD,
    asked_out_key,
)
from core.conversation.forms import EXPLICIT, WHEREVER
from core.intake.answered import OPTION, OPTIONS, SMALLEST, SPOT, is_all_taken
from core.intake.court_told import CourtTold, court_told
from core.intake.cues import Whose, read_clauses
from core.intake.custody import read_custody
from core.intake.own_lawyer import own_lawyer
from core.intake.stated import stated_words
from core.intake.subject import frees_only_others
from core.intake.unasked import told_unasked
from core.model import Case, Report
from core.records.check_ins import WELL_CARD
from core.timeline import TimelineKind
from core.understanding import tells_spot, understand_ongoing, understand_situation
from core.understanding.language import heard_sentence
from core.understanding.later import (
    READ,
    GoodNews,
    facts_stated,
    facts_told,
    good_news,
    is_another_taken,
    leaves_somebody,
)
from core.understanding.phrases import mentions
from core.understanding.plain import readable
from core.understanding.questions import without_questions
from core.values import Moment
from core.vocabulary import MYSELF
from handlers.cards.case_loading import view_of
from handlers.forms import dialogues
from handlers.forms.report_form import FORM
from handlers.reporting import subject_of_words
from handlers.service import Service
from storage.transaction import Transaction

ASKED_NEWS = frozenset({"court", "moved", "lawyer", "released"})  # what a question about it does not tell
LAWYER, ILL, COURT, MOVED, RELEASED = "lawyer", "ill", "court", "moved", "released"  # facts


def only_asked(service: Service, text: str, told: Sequence[str]) -> frozenset[str]:
    """The facts that a message with a question in it states nowhere: a rumour that is asked about."""
    said = text[:READ]
    if not without_questions(said, service.heard)[1]:
        return frozenset()
    stated = facts_told(stated_words(said, service.heard, service.cues), service.heard)
    return frozenset(told) & {*facts_told(said, service.heard)} - {*stated}


async def facts_of(tx: Transaction, service: Service, report: Report, case: Case, text: str) -> list[str]:
    """What the words tell of this case, the worse and the better."""
    said = text[:READ]
    stated, _ = without_questions(said, service.heard)
    only_asked = ASKED_NEWS if not stated else frozenset[str]()  # "when is the court?" tells nothing
    told = [fact for fact in facts_told(said, service.heard) if fact not in only_asked]
    told = [fact for fact in told if fact != GoodNews.ALL]
    court = _court(service, said, report, tx.now)
    if court.hearing is not None or (_hearing_time(court) is not None and await _is_heard_later(tx, case)):
        told = [*(fact for fact in told if fact not in (COURT, MOVED)), COURT]  # it is the hearing that moved
    if COURT in told and court.ruling is not None and not court.ruling.alone:
        told.remove(COURT)  # a question of its own rings for it (handlers.proceedings.reported)
    if ILL in told and _is_of_writer(service, case, said):
        told.remove(ILL)
    if LAWYER in told and own_lawyer(said, service.heard, service.cues) is None:
        told.remove(LAWYER)
    is_left = leaves_somebody(said, service.heard)
    if said and case.situation in NOT_TAKEN and _is_in_their_hands(service, case, said):
        told.insert(0, TAKEN)
    elif said and not is_left and is_another_taken(said, case.situation, service.heard):
        told.insert(0, ANOTHER)
    out_told = await tx.timers.get(asked_out_key(report.id)) is not None
    if is_left or (out_told and understand_ongoing(said, service.heard) == "yes"):
        told.insert(0, KEPT)
    good = good_news(said, service.heard, beside=case.situation != MYSELF)
    if {RELEASED, good} & {*told, GoodNews.ALL, GoodNews.SOME} and _court(
        service, said, report, tx.now
    ).release:
        told, good = [fact for fact in told if fact != RELEASED], None
    if frees_only_others(said, case, service.heard):
        good = None
    if good is not None and not await subject_of_words.is_somebody_else_home(tx, service, report, text):
        told.insert(0, good)
    return [*told, *await _unasked(tx, service, report, said, told)]


async def _unasked(
    tx: Transaction, service: Service, report: Report, said: str, told: Sequence[str]
) -> tuple[str, ...]:
    """What is told besides; not that something is, where these words only answer what was asked, or where a question of its
    own rings for it. Who was waited for, by a check-in, and is asked whether they are well, tells no news of others.
    """
    found = told_unasked(said, service.heard, service.cues)
    if NEWS in found and (told or await _only_answers(tx, report, said, service)):
        found = tuple(fact for fact in found if fact != NEWS)
    if not set(TOLD) & {*found}:
        return found
    if _court(service, said, report, tx.now).ruling is not None or await is_heard_otherwise(tx, report):
        return tuple(fact for fact in found if fact not in TOLD)
    return found


async def is_heard_otherwise(tx: Transaction, report: Report) -> bool:
    """Whether these words have opened a closed case again, which rings; or whether it is of a check-in that was missed, and
    the writer is asked back whether they are well, or has just said so.
    """
    lines = await tx.timeline.by(case_id=report.case_id) if report.case_id is not None else ()
    now = {line.kind for line in lines if line.at == tx.now}
    if TimelineKind.REOPENED in now:
        return True
    checkins = await tx.checkins.by(address_id=report.address_id)
    missed = [checkin.id for checkin in checkins if checkin.report_id == report.id]
    questions = [await tx.cards.by(subject=WELL_CARD, subject_id=number) for number in missed]
    return any(questions) or (bool(missed) and TimelineKind.SAYS_OVER in now)


async def _only_answers(tx: Transaction, report: Report, said: str, service: Service) -> bool:
    """Whether these words gave the form of their report an answer, and say nothing besides."""
    for dialogue in (await tx.dialogues.by(form=FORM.name, subject_id=report.id))[-1:]:
        answers = dialogues.state_of(dialogue).answers
        given = {name: a for name, a in answers.items() if a.at == tx.now and a.value is not None}
        values = [answer.value for answer in given.values() if answer.value is not None]
        worded = " ".join(word for word in said.split() if _is_word(word, service))
        if values and (not worded or is_all_taken(worded, values, SMALLEST)):
            return True
        typed = [name for name, answer in given.items() if answer.source in EXPLICIT]
        kinds = [question.kind for name in typed if (question := FORM.question(name)) is not None]
        words = len(said.split())
        if any(kind in WHEREVER for kind in kinds):
            return words <= SPOT and tells_spot(said, service.heard)
        return words <= OPTION and any(kind in OPTIONS for kind in kinds)
    return False


def _is_word(word: str, service: Service) -> bool:
    """Whether it may tell something that is no number."""
    return any(map(str.isalpha, word)) and word.casefold() not in service.heard.unasked.calm


def _is_of_writer(service: Service, case: Case, text: str) -> bool:
    """Whether only the writer is ill, who is not held: what they feel is no turn of the case."""
    told = [c for c in read_clauses(text, service.cues) if ILL in facts_told(c.text, service.heard)]
    held = case.situation == MYSELF or understand_situation(text, service.heard) == MYSELF
    return not held and bool(told) and all(clause.whose is Whose.REPORTER for clause in told)


def _is_in_their_hands(service: Service, case: Case, text: str) -> bool:
    """Whether these words say that somebody is taken, or in a station."""
    if understand_situation(text, service.heard) in IN_THEIR_HANDS:
        return True
    near = (case.city,) if case.city else ()
    custody = read_custody(text, service.gazetteer, service.heard, service.cues, near=near)
    return custody is not None and custody.told is not None


def stated_facts(service: Service, report: Report, text: str, now: datetime) -> tuple[str, ...]:
    """What is stated, by which lawyers are asked again: not a hearing that is days away, and no appeal."""
    said = text[:READ]
    facts = (TAKEN, KEPT, DRIVEN, *facts_stated(said, service.heard))
    when = _hearing_time(_court(service, said, report, now))
    if when is not None and when.at is not None:
        is_soon = is_near(when.at, when.precision, service.zone, now)
        return (*(fact for fact in facts if fact not in (COURT, MOVED)), *((COURT,) if is_soon else ()))
    is_of_court = mentions(service.heard.later.court, heard_sentence(readable(said), service.heard))
    return facts if is_of_court else tuple(fact for fact in facts if fact != COURT)


async def _is_heard_later(tx: Transaction, case: Case) -> bool:
    """Whether a hearing of it is ahead, which may be moved."""
    sittings = tracked_hearings(await view_of(tx, case), told=True)
    return any(sitting.stands and not sitting.has_passed(tx.now) for sitting in sittings)


def _hearing_time(told: CourtTold) -> Moment | None:
    """When a hearing is to be, or to which time one was moved."""
    if told.hearing is not None:
        return told.hearing.when
    return told.time if told.corrects else None


def _court(service: Service, text: str, report: Report, now: datetime) -> CourtTold:
    return court_told(text, service.heard, service.cues, now, service.zone, report.language)
