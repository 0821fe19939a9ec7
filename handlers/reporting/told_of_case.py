"""What a reporter's words tell of a case that is open: for the worse, for the better, and what else becomes of people."""

from collections.abc import Sequence
from datetime import datetime

from core.casework.proceedings import is_near
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
from core.conversation.everyday import EVERYDAY
from core.intake.court_told import CourtTold, court_told
from core.intake.cues import Whose, read_clauses
from core.intake.custody import read_custody
from core.intake.own_lawyer import own_lawyer
from core.intake.stated import stated_words
from core.intake.unasked import told_unasked
from core.model import Case, Report
from core.understanding import understand_ongoing, understand_situation
from core.understanding.happenings import understand_intent
from core.understanding.later import (
    READ,
    GoodNews,
    facts_stated,
    facts_told,
    good_news,
    is_another_taken,
)
from core.understanding.phrases import mentions
from core.understanding.plain import readable, sentence
from core.understanding.questions import without_questions
from core.vocabulary import MYSELF
from handlers.forms import dialogues
from handlers.forms.report_form import FORM
from handlers.reporting import subject_of_words
from handlers.service import Service
from storage.transaction import Transaction

ASKED_NEWS = frozenset({"court", "moved", "lawyer", "released"})  # what a question about it does not tell
LAWYER, ILL, COURT, RELEASED = "lawyer", "ill", "court", "released"  # facts
GOES_ON = ("situation", "urgent")  # questions that are answered by telling what happens


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
    if COURT in told:
        ruling = _court(service, said, report, tx.now).ruling
        if ruling is not None and not ruling.alone:
            told.remove(COURT)  # a question of its own rings for it (handlers.proceedings.reported)
    if ILL in told and _is_of_writer(service, case, said):
        told.remove(ILL)
    if LAWYER in told and own_lawyer(said, service.heard, service.cues) is None:
        told.remove(LAWYER)
    if said and case.situation in NOT_TAKEN and _is_in_their_hands(service, case, said):
        told.insert(0, TAKEN)
    elif said and is_another_taken(said, case.situation, service.heard):
        told.insert(0, ANOTHER)
    out_told = await tx.timers.get(asked_out_key(report.id)) is not None
    if out_told and understand_ongoing(said, service.heard) == "yes":
        told.insert(0, KEPT)
    good = good_news(said, service.heard, beside=case.situation != MYSELF)
    if {RELEASED, good} & {*told, GoodNews.ALL, GoodNews.SOME} and _court(
        service, said, report, tx.now
    ).release:
        told, good = [fact for fact in told if fact != RELEASED], None
    if good is not None and not await subject_of_words.is_somebody_else_home(tx, service, report, text):
        told.insert(0, good)
    return [*told, *await _unasked(tx, service, report, said, told)]


async def _unasked(
    tx: Transaction, service: Service, report: Report, said: str, told: Sequence[str]
) -> tuple[str, ...]:
    """What is told of people besides; nothing but that they tell of them, where these words answer what was asked. Who was
    waited for, by a check-in, and writes tells no news of others.
    """
    found = told_unasked(said, service.heard, service.cues)
    if report.id in {checkin.report_id for checkin in await tx.checkins.by(address_id=report.address_id)}:
        found = tuple(fact for fact in found if fact not in TOLD)
    row = EVERYDAY.get(understand_intent(said, service.heard) or "")
    if row is not None and not (row.asks or row.reaches):
        return tuple(fact for fact in found if fact not in TOLD)  # "wrong number", "thank you"
    if _court(service, said, report, tx.now).ruling is not None:
        return tuple(fact for fact in found if fact not in TOLD)  # a question of its own rings for it
    goes_on = understand_ongoing(said, service.heard) == "yes"  # as it was
    is_known = bool(told) or goes_on or await has_just_answered(tx, report)
    return tuple(fact for fact in found if fact != NEWS or not is_known)


async def has_just_answered(tx: Transaction, report: Report) -> bool:
    """Whether these words gave the form of their report an answer, more than that it goes on."""
    for dialogue in (await tx.dialogues.by(form=FORM.name, subject_id=report.id))[-1:]:
        answers = dialogues.state_of(dialogue).answers
        return any(answer.at == tx.now and name not in GOES_ON for name, answer in answers.items())
    return False


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
    if COURT not in facts or _is_court_soon(service, report, said, now):
        return facts
    return tuple(fact for fact in facts if fact != COURT)


def _is_court_soon(service: Service, report: Report, text: str, now: datetime) -> bool:
    hearing = _court(service, text, report, now).hearing
    when = hearing.when if hearing is not None else None
    if when is not None and when.at is not None:
        return is_near(when.at, when.precision, service.zone, now)
    return mentions(service.heard.later.court, sentence(readable(text)))


def _court(service: Service, text: str, report: Report, now: datetime) -> CourtTold:
    return court_told(text, service.heard, service.cues, now, service.zone, report.language)
