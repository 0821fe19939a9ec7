"""The screens of what a lawyer saw (panel): a press is a claim at once; what is typed is asked, and need not be answered.

What cannot be an answer is read as what else it is.
"""

from bot.core.casework.describe import CaseView
from bot.core.casework.seen import AGO, CLOCKED, KINDS, MENU, OPEN, SINCE, WHO, YES, Seen, is_carried
from bot.core.casework.visits import doubts
from bot.core.folding import inert
from bot.core.incoming import Kind
from bot.core.model import Case, Member
from bot.core.understanding import MomentProblem, check_moment
from bot.core.understanding.visit_words import visit_said
from bot.core.values import Moment
from handlers.cards import case_lines, seen_lines, visit_lines
from handlers.cards.case_view import view_of
from handlers.cards.fact_lines import Reading
from handlers.casework import facts, notes
from handlers.pressed import NEW, OnPerson
from handlers.turn import Turn, id_in
from handlers.visits import asked, claimed, panel

TIMES = (*CLOCKED, SINCE)  # questions that are answered by a time
WORDS = (Seen.HARM, Seen.MOVED)  # by any words
SHORT = 6  # words of what may be a time


async def on_saw(turn: Turn, found: OnPerson) -> None:
    """A screen, a question, or an answer."""
    view = await view_of(turn.tx, found.case)
    question, _, answer = found.what.partition("-")
    gone = found.who == NEW and NEW not in panel.persons(found.case, view)
    if gone or not is_carried(found.what):
        turn.reply("button-unknown")
    elif found.what == OPEN:
        panel.opened(turn, found.case, view)
    elif found.what == WHO:
        panel.change(turn, found.case, panel.whom(turn, found.case, view))
    elif found.what == MENU:
        panel.change(turn, found.case, panel.menu(turn, found.case, view, found.who))
    elif not answer:
        if question in TIMES:
            await asked.put(turn, found.case, found.who, question)
        panel.change(turn, found.case, panel.question(turn, found.case, found.who, question))
    else:
        await _answered(turn, found, question, answer)


async def _answered(turn: Turn, found: OnPerson, question: str, answer: str) -> None:
    tx, service, case, member = turn.tx, turn.service, found.case, found.member
    person = await _person(turn, case, found.who)
    who = str(person or 0)
    await asked.forget(turn)
    if question == Seen.STATUS:
        await claimed.status(tx, service, case, member, person, answer)
    elif answer in AGO:
        await claimed.at_time(tx, service, case, member, person, question, claimed.ago(tx, int(answer)))
    else:
        await claimed.note(tx, service, case, member, person, KINDS[Seen(question)], answer)
    noted = turn.say("saw-noted")
    if question == Seen.STATUS:
        await asked.put(turn, case, who, SINCE)
        panel.change(turn, case, panel.question(turn, case, who, SINCE, noted))
    elif question == Seen.MOVED:
        await asked.put(turn, case, who, Seen.MOVED)
        text = f"{noted} {turn.say('saw-moved-words')}"
        panel.change(turn, case, (text, (panel.back(turn, case, who),)))
    elif (question, answer) == (Seen.HARM, YES):
        await asked.put(turn, case, who, Seen.HARM)
        text = f"{noted} {turn.say('saw-harm-words')}"
        panel.change(turn, case, (text, (panel.back(turn, case, who),)))
    else:
        view = await view_of(tx, case)
        head = [noted, *_doubts(turn, case, view, person)]
        panel.change(turn, case, panel.menu(turn, case, view, who, head))


async def on_said(turn: Turn) -> bool:
    """Typed words, when something was asked. False: nothing was, or they are no answer."""
    incoming = turn.incoming
    if turn.active is None or incoming.kind is not Kind.MESSAGE or incoming.forwarded or incoming.file:
        return False
    words = (incoming.typed or incoming.text).strip()
    waits = await asked.waiting(turn) if words else None
    if waits is None or visit_said(words, turn.service.heard, turn.language) is not None:
        return False
    zone = case_lines.zone_of(turn.service, waits.case)
    checked = check_moment(words, turn.service.heard, turn.now, zone, turn.language)
    is_time = checked.moment.at is not None or checked.problem is not None
    if waits.what not in WORDS and (not is_time or len(words.split()) > SHORT):
        return False
    person = await _person(turn, waits.case, waits.who)
    await asked.forget(turn)
    kept = await _kept(turn, turn.active, waits, person, words, checked.moment, checked.problem)
    view = await view_of(turn.tx, waits.case)
    doubted = _doubts(turn, waits.case, view, person)
    panel.opened(turn, waits.case, view, str(person or 0), (kept, *doubted))
    return True


async def _kept(
    turn: Turn,
    member: Member,
    waits: asked.Asked,
    person: int | None,
    words: str,
    moment: Moment,
    problem: MomentProblem | None,
) -> str:
    """Claim what was typed; the sentence that says so."""
    tx, service, case = turn.tx, turn.service, waits.case
    kept = turn.say("saw-kept", code=case.code)
    if waits.what == Seen.HARM:
        await claimed.note(tx, service, case, member, person, "treatment", words)
    elif waits.what == Seen.MOVED:
        await claimed.moved_to(tx, service, case, member, person, words)
    elif waits.what == SINCE and problem is not None:
        await notes.note_words(turn, case, member, words)
        now = visit_lines.time_words(service, case, tx.now)
        return turn.say("visit-time-ahead", code=case.code, said=inert(words), time=now)
    elif moment.at is None or (
        waits.what == Seen.STARTED and problem is not None
    ):  # no clock from what is to come
        await notes.note_words(turn, case, member, words)
        return turn.say("saw-unread", code=case.code)
    else:
        await claimed.at_time(tx, service, case, member, person, waits.what, moment)
    return kept


async def _person(turn: Turn, case: Case, who: str) -> int | None:
    """Of whom it is said: somebody new becomes a person now."""
    if who == NEW:
        return turn.tx.persons.add(facts.unnamed(turn.tx, case)).id
    return id_in(who)


def _doubts(turn: Turn, case: Case, view: CaseView, person: int | None) -> list[str]:
    reading = Reading(turn.service, turn.language, case, view, case_lines.zone_of(turn.service, case))
    return [seen_lines.doubt(reading, one) for one in doubts(view) if one.person == person]
