"""What a reporter says later reaches anyone who can act on it, no matter what is open; who hears what: core.casework.turns.

The member who has the case sees it on the card at once and without a sound; with a sound when it tells a fact that matters
to a lawyer. If nobody has it, what is worse has lawyers asked again, as urgent. Coordinators hear of violence, refusals and
threats. The sound says which fact, and no word of the reporter; the reporter reads to whom it was passed on.
"""

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from core.casework.proceedings import is_near
from core.casework.turns import (
    ALIVE,
    ANOTHER,
    BURST,
    ENDS,
    GRAVE,
    IN_THEIR_HANDS,
    KEPT,
    MONEY,
    NOT_TAKEN,
    TAKEN,
    WORSE,
    HeardBy,
    asked_out_key,
    heard_by,
    question_key,
)
from core.conversation.forms import Answer, AnswerSource, answers_to_data, applying_answers, values_of
from core.incoming import IncomingKind
from core.intake.belonging import Belonging
from core.intake.court_told import CourtTold, court_told
from core.intake.cues import Whose, read_clauses
from core.intake.custody import read_custody
from core.intake.own_lawyer import own_lawyer
from core.model import Case, Report
from core.presentation import Button, ButtonRows, Presentation, Style
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.understanding import understand_ongoing, understand_situation
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
from core.vocabulary import MYSELF, PHONE, TURNED_WORSE, CaseState, OfferState, TaskKind, WhoIsAsked
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.casework import case_opening, disclosure, lifecycle, relay
from handlers.forms import dialogues
from handlers.forms.report_form import FORM
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.reporting import another_case, lawyer_of_their_own, said_to_be_out, subject_of_words
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

GUEST = "standing"  # marks what was said by somebody who is not known to be the reporter
ASKED_NEWS = frozenset({"court", "moved", "lawyer", "released"})  # what a question about it does not tell
LAWYER, ILL, COURT, RELEASED = "lawyer", "ill", "court", "released"  # facts


async def on_heard(turn: Turn) -> None:
    """After everything else: the owner hears of words that were about a case. What is forwarded tells nothing of today."""
    entry = await turn.tx.entries.get(turn.entry_id) if turn.entry_id is not None else None
    report = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    if entry is not None and report is not None and turn.incoming.kind is not IncomingKind.TAP:
        if (
            GUEST in entry.payload
        ):  # of a chat that has only the code: nothing ends by it, and no answer is awaited of it
            await _pass_on(turn.tx, turn.service, report, turn.incoming.text, by_code=True)
            return
        text = "" if turn.incoming.forwarded else turn.incoming.text
        opens = report.case_id is not None and entry.id < report.case_id
        await tell_owner(turn.tx, turn.service, report, text, opens=opens)
        await lawyer_of_their_own.ask_if_told(turn, report, text)
        if opens:
            return
        if await _is_in_its_form(turn, report) and (passed := await passed_on(turn, report)):
            turn.show(Presentation(passed), topic="problem")
        await said_to_be_out.ask_if_told(turn, report)


async def _is_in_its_form(turn: Turn, report: Report) -> bool:
    """Whether the form of this report is open: outside it is said where the words are joined to it. Words that may be of
    another case are asked about instead.
    """
    dialogue = await dialogues.active(turn)
    if dialogue is None or dialogue.form != FORM.name or dialogue.subject_id != report.id:
        return False
    return await another_case.compare_with_report(turn, report) is not Belonging.DOUBTFUL


async def show_on_cards(tx: Transaction, report: Report) -> None:
    """What is said in this report stands on its cards."""
    for card in await tx.cards.by(case_id=report.case_id) if report.case_id is not None else ():
        live_cards.touch(tx, card)


async def tell_owner(
    tx: Transaction, service: Service, report: Report, text: str, *, opens: bool = False
) -> None:
    """These words were put into this report. ``opens``: its case was opened by them, and those who are asked read so."""
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None:
        return
    await relay.tell_answered(tx, service, report, case)
    if opens:
        await show_on_cards(tx, report)
    else:
        await _pass_on(tx, service, report, text)


async def passed_on(turn: Turn, report: Report) -> str:
    """To whom the actor's words go at once, in words; empty where they tell nothing worse of an open case."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None or turn.incoming.forwarded is not None or await _is_just_asked(turn.tx, case):
        return ""
    told = [
        fact
        for fact in await _facts_of(turn.tx, turn.service, report, case, turn.incoming.text)
        if fact in (*WORSE, *GRAVE)
    ]
    heard = heard_by(case, told, _stated(turn.service, report, turn.incoming.text, turn.now))
    asked = await tasks.who_is_asked(turn.tx, case)
    again = heard.asks_again and asked is WhoIsAsked.LAWYERS
    to = "lawyer" if heard.owner else "lawyers" if again else "nobody"
    coordinators = asked is not WhoIsAsked.NOBODY and (bool(heard.tasks) or (heard.asks_again and not again))
    if to == "nobody" and not coordinators:
        return ""
    passed = turn.say("report-passed-on", to=to, coordinators="yes" if coordinators else "no")
    return f"{passed}\n{turn.say('report-money')}" if MONEY in told else passed


async def _pass_on(
    tx: Transaction, service: Service, report: Report, text: str, *, by_code: bool = False
) -> None:
    await show_on_cards(tx, report)
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None or case.state is CaseState.CLOSED:
        return
    told = [
        fact for fact in await _facts_of(tx, service, report, case, text) if not (by_code and fact in ENDS)
    ]
    new = [fact for fact in told if await _is_new(tx, case, fact)]
    is_asked = await _is_just_asked(tx, case)
    if is_asked and new == [ALIVE] and case.state is not CaseState.ACCEPTED:
        return  # coordinators have been asked to answer it
    heard = heard_by(case, new, _stated(service, report, text, tx.now))
    for kind in heard.tasks:
        await tasks.ask_coordinators(tx, service, case, kind, again=True)
    if heard.owner:
        answering = report if is_asked else None
        await _sound_facts(tx, service, case, heard, by_code=by_code, answering=answering)
    if heard.asks_again:
        await _ask_lawyers_again(tx, service, case, report)


async def _facts_of(tx: Transaction, service: Service, report: Report, case: Case, text: str) -> list[str]:
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
    return told


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


async def _is_just_asked(tx: Transaction, case: Case) -> bool:
    """Whether these words were passed on as a question already."""
    asked = await tx.timers.get(question_key(case.id))
    return asked is not None and asked.due_at == tx.now + BURST


def _stated(service: Service, report: Report, text: str, now: datetime) -> tuple[str, ...]:
    """What is stated, by which lawyers are asked again: not a hearing that is days away, and no appeal."""
    said = text[:READ]
    facts = (TAKEN, KEPT, *facts_stated(said, service.heard))
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


async def ring_of_guest(turn: Turn, case: Case) -> bool:
    """Whether somebody with the code tells something grave: who has the case hears it at once. Good news rings nobody so."""
    text, heard = turn.incoming.text, turn.service.heard
    if turn.incoming.forwarded is not None or turn.incoming.kind is not IncomingKind.MESSAGE:
        return False
    told = [fact for fact in facts_told(text[:READ], heard) if fact in (*WORSE, *GRAVE)]
    if not told and understand_situation(text, heard) in IN_THEIR_HANDS:
        told = [TAKEN]
    new = [fact for fact in told if await _is_new(turn.tx, case, fact)]
    if not new or case.state is CaseState.CLOSED:
        return False
    await _sound_facts(turn.tx, turn.service, case, HeardBy(tuple(new)), by_code=True)
    return True


async def ring_of_phone(tx: Transaction, service: Service, case: Case) -> None:
    """The reporter's phone is being taken, or perhaps theirs: the owner and all coordinators hear it, once a burst."""
    if case.state is CaseState.CLOSED or not await _is_new(tx, case, PHONE):
        return
    await _sound_facts(tx, service, case, HeardBy((PHONE,)), by_code=False)
    await tasks.ask_coordinators(tx, service, case, TaskKind.PHONE_TAKEN, again=True)


async def _is_new(tx: Transaction, case: Case, fact: str) -> bool:
    key = f"fact:{case.id}:{case.owner_id or 0}:{fact}"
    if await tx.timers.get(key) is not None:
        return False
    tx.timers.put(Timer(key, "forget", tx.now + BURST, case.id))
    return True


async def _ask_lawyers_again(tx: Transaction, service: Service, case: Case, report: Report) -> None:
    """As urgent, from the first step; unless the same words have brought that about already."""
    for dialogue in (await tx.dialogues.by(form=FORM.name, subject_id=report.id))[-1:]:
        answers = dialogues.state_of(dialogue).answers
        question = FORM.question("urgent")
        if question is not None and question.applies(values_of(answers)):
            before = answers[question.name].value if question.name in answers else ()
            flags = (*(before if isinstance(before, tuple) else ()), TURNED_WORSE)
            chosen = tuple(option for option in question.options if option in flags)
            answers = {**answers, question.name: Answer(chosen, AnswerSource.WORDS, tx.now)}
            tx.dialogues.put(replace(dialogue, answers=answers_to_data(answers)))
            case = await case_opening.follow_report(
                tx, service, case, report, applying_answers(FORM, answers)
            )
    lines = await tx.timeline.by(case_id=case.id)
    if not any(line.kind is TimelineKind.ASKED_ANEW and line.at == tx.now for line in lines):
        await lifecycle.search_again(tx, service, case)


async def _sound_facts(
    tx: Transaction,
    service: Service,
    case: Case,
    heard: HeardBy,
    *,
    by_code: bool,
    answering: Report | None = None,
) -> None:
    """``answering``: the report whose question the same words ask; one sound says both."""
    for alert in await tx.alerts.by(case_id=case.id, state=OfferState.ACCEPTED):
        for card in await tx.cards.by(subject="alert", subject_id=alert.id):
            if card.message_id is not None:  # else the card itself comes as a new message
                await _sound_at(tx, service, case, card.address_id, heard.owner, by_code, answering)


async def _sound_at(
    tx: Transaction,
    service: Service,
    case: Case,
    address_id: int,
    facts: Sequence[str],
    by_code: bool,
    answering: Report | None,
) -> None:
    language = await language_of(tx, service, address_id)
    named = ", ".join(service.words.say(language, f"fact-{fact}") for fact in facts)
    if by_code:
        named = f"{named} ({service.words.say(language, 'words-by-code')})"
    text = service.words.say(language, "fact-new", code=case.code, facts=named)
    rows: ButtonRows = ()
    if answering is not None:
        for sent in await tx.outgoing.newest(1, address_id=address_id):
            if sent.topic == question_key(case.id):
                sending.withdraw(tx, sent)
        label = service.words.say(language, "button-words-answer")
        rows = ((Button(label, f"respond:{answering.id}", Style.PRIMARY),),)
    sending.send_message(
        tx,
        service,
        address_id,
        Presentation(text, rows, protect=True),
        Lane.ALERT,
        key=disclosure.new_key(tx, case),
    )
