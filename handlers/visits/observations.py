"""What a lawyer saw becomes claims, about one person of the case or all. On its screens (observation_panel) a press is a
claim at once; what is typed is asked for, held for an hour, and forgotten when it is answered. Nobody has to answer.

Words that cannot be an answer are read as what else they are.
"""

from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.casework.claims import SourceKind
from core.casework.ownership import second_is_sought
from core.casework.visits import (
    AGO,
    ANSWERED_KINDS,
    CLOCKED,
    MENU,
    OPEN_QUESTIONS,
    RELEASED,
    SINCE,
    WHO,
    YES,
    VisitQuestion,
    fits_button,
    impossible_moments,
)
from core.conversation.forms import Answer, AnswerSource, answers_from_data, answers_to_data
from core.folding import clean_text, inert_line
from core.intake.stages.answer import WORDS
from core.model import Case, Dialogue, Member
from core.traffic import Timer
from core.understanding import MomentProblem, check_moment
from core.values import Moment, Place, Precision, Value
from core.vocabulary import DialogueState, TaskKind
from handlers.alerting import second_lawyer, tasks
from handlers.arguments import NEW_PERSON, OnPerson
from handlers.cards import case_lines, live_cards, visit_way
from handlers.cards.case_loading import view_of
from handlers.cards.fact_lines import CaseReading
from handlers.casework import disclosure, facts, notes
from handlers.forms.form_behaviour import OpenForm
from handlers.service import Service
from handlers.turn import Turn, id_in
from handlers.visits import observation_panel, observed_words, visit_lines
from storage.transaction import Transaction

FORM = "visit"  # of a dialogue that only remembers what was asked
WAITS = timedelta(hours=1)


class TypedQuestion(Struct, frozen=True):
    """About which case, about whom (as buttons carry it), and what."""

    case: Case
    who: str
    what: str


async def ask_typed(turn: Turn, case: Case, who: str, what: str) -> None:
    """This is asked now, and nothing else."""
    await forget_question(turn)
    number, now = turn.tx.new_id(), turn.now
    answers = answers_to_data(
        {"who": Answer(who, AnswerSource.TAP, now), "what": Answer(what, AnswerSource.TAP, now)}
    )
    turn.tx.timers.put(Timer(f"note:{number}", "note", now + WAITS, number))
    turn.tx.dialogues.add(
        Dialogue(number, turn.address.id, FORM, case.id, DialogueState.FINISHED, now, now, answers)
    )


async def waiting_question(turn: Turn) -> TypedQuestion | None:
    """What was asked and is not answered, of a case that its reader still sees."""
    for held in await turn.tx.dialogues.by(address_id=turn.address.id, form=FORM):
        case = await turn.tx.cases.get(held.subject_id)
        if case is not None and await disclosure.may_see(turn.tx, case, turn.address.id):
            said = answers_from_data(held.answers)
            return TypedQuestion(case, str(said["who"].value), str(said["what"].value))
    return None


async def asked_numbers(turn: Turn) -> frozenset[int]:
    """The numbers of the questions now asked; a question that is asked again has another."""
    return frozenset(held.id for held in await turn.tx.dialogues.by(address_id=turn.address.id, form=FORM))


async def forget_question(turn: Turn) -> None:
    """Nothing is asked any more."""
    for held in await turn.tx.dialogues.by(address_id=turn.address.id, form=FORM):
        turn.tx.dialogues.remove(held.id)
        turn.tx.timers.remove(f"note:{held.id}")


async def record_claim(
    tx: Transaction,
    service: Service,
    case: Case,
    member: Member,
    person: int | None,
    kind: str,
    value: Value,
    when: Moment | None = None,
) -> Case:
    """The member says it; what is written in the protocol is said by the paper, and the member has read it."""
    claim = facts.member_claim(tx, case, member, kind, value, person=person, when=when)
    if kind == "protocol":
        claim = replace(claim, source_kind=SourceKind.PAPER)
    sought = second_is_sought(case)
    case = await facts.record(tx, service, case, claim)
    if second_is_sought(case) and not sought:  # ill-treatment was seen
        await second_lawyer.seek(tx, service, case)
    await live_cards.touch_case(tx, case.id)
    return case


def minutes_ago(tx: Transaction, minutes: int) -> Moment:
    """So long before now; "now" is exact."""
    return Moment(tx.now - timedelta(minutes=minutes), Precision.MINUTE, exact=minutes == 0)


async def record_status(
    tx: Transaction, service: Service, case: Case, member: Member, person: int | None, value: str
) -> None:
    """It is true now; since when is asked next."""
    now = minutes_ago(tx, 0)
    case = await record_claim(tx, service, case, member, person, "status", value, now)
    if value in RELEASED:
        await record_claim(tx, service, case, member, person, "released_at", replace(now, exact=False))


async def record_time(
    tx: Transaction,
    service: Service,
    case: Case,
    member: Member,
    person: int | None,
    what: str,
    moment: Moment,
) -> None:
    """The time of what was asked."""
    if what == VisitQuestion.PROTOCOL:
        case = await record_claim(tx, service, case, member, person, "protocol_seen", YES)
    if what == SINCE:
        await _redate_status(tx, service, case, member, person, moment)
    else:
        case = await record_claim(tx, service, case, member, person, CLOCKED[VisitQuestion(what)], moment)
    if what == VisitQuestion.MOVED:
        await tasks.ask_coordinators(tx, service, case, TaskKind.TRANSFERRED, again=True)


async def record_move(
    tx: Transaction, service: Service, case: Case, member: Member, person: int | None, words: str
) -> None:
    """Where they were taken. All of them elsewhere: then the case is there, and coordinators are asked again."""
    case = await record_claim(tx, service, case, member, person, "taken", words)
    there = service.gazetteer.find(clean_text(words))
    if there is not None and person is None and (there.city or there.region) != (case.city or case.region):
        place = Place(there.city, there.district, there.region, words)
        moved = await record_claim(tx, service, case, member, None, "place", place)
        await tasks.ask_coordinators(
            tx, service, moved, TaskKind.TRANSFERRED, again=moved.region != case.region
        )
    else:
        await tasks.ask_coordinators(tx, service, case, TaskKind.TRANSFERRED)


async def _redate_status(
    tx: Transaction, service: Service, case: Case, member: Member, person: int | None, moment: Moment
) -> None:
    """The status that the member said last has been true since then."""
    mine = [
        claim
        for claim in await tx.claims.by(case_id=case.id, kind="status")
        if claim.source == (SourceKind.MEMBER, member.id)
        and claim.person_id == person
        and claim.withdrawn_at is None
    ]
    if not mine:
        return
    last = max(mine, key=lambda claim: (claim.noted_at, claim.id))
    tx.claims.put(replace(last, withdrawn_at=tx.now))
    case = await record_claim(tx, service, case, member, person, "status", str(last.value), moment)
    if last.value in RELEASED:
        await record_claim(tx, service, case, member, person, "released_at", moment)


TIMES = (*CLOCKED, SINCE)  # questions that are answered by a time


async def on_panel_pressed(turn: Turn, found: OnPerson) -> None:
    """A screen, a question, or an answer."""
    view = await view_of(turn.tx, found.case)
    question, _, answer = found.what.partition("-")
    gone = found.who == NEW_PERSON and NEW_PERSON not in observation_panel.person_choices(found.case, view)
    if gone or not fits_button(found.what):
        turn.reply("button-unknown")
    elif found.what == OPEN_QUESTIONS:
        observation_panel.open_panel(turn, found.case, view)
    elif found.what == WHO:
        observation_panel.change_screen(
            turn, found.case, observation_panel.whom_screen(turn, found.case, view)
        )
    elif found.what == MENU:
        observation_panel.change_screen(
            turn, found.case, observation_panel.menu_screen(turn, found.case, view, found.who)
        )
    elif not answer:
        if question in TIMES:
            await ask_typed(turn, found.case, found.who, question)
        observation_panel.change_screen(
            turn, found.case, observation_panel.question_screen(turn, found.case, found.who, question)
        )
    else:
        await _take_answer(turn, found, question, answer)


async def _take_answer(turn: Turn, found: OnPerson, question: str, answer: str) -> None:
    tx, service, case, member = turn.tx, turn.service, found.case, found.member
    person = await _person_meant(turn, case, found.who)
    who = str(person or 0)
    await forget_question(turn)
    if question == VisitQuestion.STATUS:
        await record_status(tx, service, case, member, person, answer)
    elif answer in AGO:
        await record_time(tx, service, case, member, person, question, minutes_ago(tx, int(answer)))
    else:
        await record_claim(tx, service, case, member, person, ANSWERED_KINDS[VisitQuestion(question)], answer)
    noted = turn.say("saw-noted")
    if question == VisitQuestion.STATUS:
        await ask_typed(turn, case, who, SINCE)
        observation_panel.change_screen(
            turn, case, observation_panel.question_screen(turn, case, who, SINCE, noted)
        )
    elif question == VisitQuestion.MOVED:
        await ask_typed(turn, case, who, VisitQuestion.MOVED)
        text = f"{noted} {turn.say('saw-moved-words')}"
        observation_panel.change_screen(turn, case, (text, (observation_panel.back_button(turn, case, who),)))
    elif (question, answer) == (VisitQuestion.HARM, YES):
        await ask_typed(turn, case, who, VisitQuestion.HARM)
        text = f"{noted} {turn.say('saw-harm-words')}"
        observation_panel.change_screen(turn, case, (text, (observation_panel.back_button(turn, case, who),)))
    else:
        view = await view_of(tx, case)
        head = [noted, *_doubts(turn, case, view, person)]
        observation_panel.change_screen(
            turn, case, observation_panel.menu_screen(turn, case, view, who, head)
        )


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """Typed words that answer what was asked."""
    words, waits = (turn.incoming.typed or turn.incoming.text).strip(), await waiting_question(turn)
    if turn.active is None or waits is None:
        return
    zone = case_lines.zone_of(turn.service, waits.case)
    checked = check_moment(words, turn.service.heard, turn.now, zone, turn.language)
    person = await _person_meant(turn, waits.case, waits.who)
    await forget_question(turn)
    kept = await _keep_typed(turn, turn.active, waits, person, words, checked.moment, checked.problem)
    view = await view_of(turn.tx, waits.case)
    doubted = _doubts(turn, waits.case, view, person)
    observation_panel.open_panel(turn, waits.case, view, str(person or 0), (kept, *doubted))
    if waits.what in WORDS:
        observed_words.show_back(turn, waits.case, waits.what, words)


async def _keep_typed(
    turn: Turn,
    member: Member,
    waits: TypedQuestion,
    person: int | None,
    words: str,
    moment: Moment,
    problem: MomentProblem | None,
) -> str:
    """Claim what was typed; the sentence that says so."""
    tx, service, case = turn.tx, turn.service, waits.case
    kept = turn.say("saw-kept", code=case.code)
    if waits.what == VisitQuestion.HARM:
        await record_claim(tx, service, case, member, person, "treatment", words)
    elif waits.what == VisitQuestion.MOVED:
        await record_move(tx, service, case, member, person, words)
    elif waits.what == SINCE and problem is not None:
        await notes.note_words(turn, case, member, words)
        now = visit_way.time_words(service, case, tx.now)
        return turn.say("visit-time-ahead", code=case.code, said=inert_line(words), time=now)
    elif moment.at is None or (
        waits.what == VisitQuestion.STARTED and problem is not None
    ):  # no clock from what is to come
        await notes.note_words(turn, case, member, words)
        return turn.say("saw-unread", code=case.code)
    else:
        await record_time(tx, service, case, member, person, waits.what, moment)
    return kept


async def _person_meant(turn: Turn, case: Case, who: str) -> int | None:
    """About whom it is said: somebody new becomes a person now."""
    if who == NEW_PERSON:
        return turn.tx.persons.add(facts.unnamed_person(turn.tx, case)).id
    return id_in(who)


def _doubts(turn: Turn, case: Case, view: CaseView, person: int | None) -> list[str]:
    reading = CaseReading(turn.service, turn.language, case, view, case_lines.zone_of(turn.service, case))
    return [
        visit_lines.doubt_line(reading, moment)
        for moment in impossible_moments(view)
        if moment.person == person
    ]
