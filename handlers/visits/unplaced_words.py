"""Words of a member with several cases of which nobody knows to which they belong, and words that went to the wrong one.

It is asked once, and one answer files all that was written since. What is not answered within ten minutes is a note of the
newest case, and goes to another one by a press; coordinators have the words where something follows from them.
"""

from msgspec.structs import replace

from core.model import Case, Dialogue, Member
from core.presentation import Button, Presentation
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.understanding.lawyer_words import harm_told
from core.vocabulary import TaskKind
from handlers.alerting import tasks
from handlers.arguments import OnWords
from handlers.cards import live_cards, visit_way
from handlers.cards.case_labels import load_labels
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure, facts, lifecycle, meant_cases, notes
from handlers.casework.court_timers import promised_key
from handlers.casework.meant_cases import SHOWN
from handlers.forms import held_words
from handlers.forms.held_words import words_in
from handlers.outbox import sending
from handlers.people.membership import active_members_at, held_cases
from handlers.people.readers import language_of
from handlers.reporting import lawyer_without_case
from handlers.service import Service
from handlers.turn import Turn
from handlers.visits import typed_words, visit_steps
from storage import timeline
from storage.transaction import Transaction


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Unless they have said it."""
    first = await tx.dialogues.get(timer.subject_id)
    if first is None or first.subject_id or notes.stands_in(first) or not words_in(first):
        return
    waiting = [
        held
        for held in await held_words.words_waiting(tx, first.address_id)
        if held.id != first.id and words_in(held) and not notes.stands_in(held)
    ]
    words = "\n".join(words_in(held) for held in (first, *waiting))
    for held in waiting:
        held_words.forget_words(tx, held)
    for member in await active_members_at(tx, first.address_id):
        cases = await held_cases(tx, member)
        if not cases:
            return
        newest = max(cases, key=lambda case: (case.accepted_at or case.opened_at, case.id))
        claim = await notes.keep_note(tx, service, newest, member, words)
        tx.dialogues.put(replace(first, subject_id=claim.id, answers=held_words.with_words(first, words)))
        language = await language_of(tx, service, first.address_id)
        text = service.words.say(language, "jotted-placed", code=newest.code)
        others = [case for case in cases if case.id != newest.id][-SHOWN:]
        labels = await load_labels(tx, service, language, others, first.address_id)
        rows = tuple((Button(labels.button_alone(case), f"visit:{case.id}:{first.id}"),) for case in others)
        shown, key = Presentation(text, rows, protect=True), disclosure.new_key(tx, newest, fades=True)
        sending.send_message(tx, service, first.address_id, shown, Lane.REMINDER, key=key)
        if typed_words.tells_at(tx, service, newest, words).is_more_than_step:
            await lawyer_without_case.send_words(tx, service, member, cases, words, lawyer_without_case.WHICH)


async def on_case_chosen(turn: Turn, found: OnWords) -> None:
    """Which of several cases the words are about, and all that was written since: what was made of them elsewhere is taken
    back.
    """
    for held in {each.id: each for each in (found.held, *await _waiting(turn))}.values():
        await _file(turn, found.case, found.member, held)


async def on_note_placed(turn: Turn, found: OnWords) -> None:
    """The same of words that are only a note, which can be put elsewhere by another press."""
    others = [held for held in await _waiting(turn) if held.id != found.held.id]
    turn.tx.timers.remove(f"{held_words.UNPLACED}:{found.held.id}")
    await notes.on_noted(turn, found)
    for held in others:
        await _file(turn, found.case, found.member, held)


async def on_not_meant(turn: Turn, found: OnWords) -> None:
    """*Not this case*: nothing of it was said there; it is asked which."""
    case, held = found.case, found.held
    await _unsay(turn, case, found.member, held)
    turn.reply_in_place("unmeant", code=case.code)
    act = "note" if held.subject_id else "visit"
    held = turn.tx.dialogues.put(replace(held, subject_id=0, answers=notes.without_place(held)))
    held_words.wait_for_case(turn, held)
    there = [other for other in await notes.cases_open_to(turn, found.member) if other.id != case.id]
    await meant_cases.ask_which_case(
        turn,
        turn.say("visit-which"),
        there,
        lambda case, label: Button(label, f"{act}:{case.id}:{held.id}"),
        ((Button(turn.say("button-report"), f"report:{held.id}"),),),
    )


async def _waiting(turn: Turn) -> list[Dialogue]:
    return await held_words.words_waiting(turn.tx, turn.address.id)


async def _file(turn: Turn, case: Case, member: Member, held: Dialogue) -> None:
    words, stands_in = words_in(held), await turn.tx.cases.get(notes.stands_in(held))
    held_words.forget_words(turn.tx, held)
    if stands_in is not None and stands_in.id == case.id:
        return
    if stands_in is not None:
        await _unsay(turn, stands_in, member, held)
    await notes.take_back(turn, held)
    if not await typed_words.take_step(turn, case, member, words, held.started_at):
        await notes.note_words(turn, case, member, words)
        turn.reply("jotted-done", code=case.code)


async def _unsay(turn: Turn, case: Case, member: Member, held: Dialogue) -> None:
    """What was made of the words in this case does not hold: no step, no hearing, no note, and nobody rings for it."""
    tx, service, said_at = turn.tx, turn.service, held.started_at
    said = [
        claim
        for claim in await tx.claims.by(case_id=case.id)
        if facts.is_said_by(claim, member) and claim.noted_at == said_at and claim.id > held.id
    ]
    for claim in said:
        tx.claims.put(replace(claim, withdrawn_at=claim.withdrawn_at or turn.now))
    case = await facts.record(tx, service, case)
    if case.first_action_at == said_at:
        case = lifecycle.wait_for_action(tx, service, case)
    if any(claim.value == TimelineKind.ADMITTED.value for claim in said):
        visit_steps.end_waiting(tx, case, member)
    tx.timers.remove(promised_key(case.id))
    told = typed_words.tells_at(tx, service, case, words_in(held))
    if told.is_refused and not await visit_way.who_to_ring(tx, case, TaskKind.REFUSED):
        await tasks.settle(tx, service, case, TaskKind.REFUSED)
    noted = (await view_of(tx, case)).history("note")
    if told.is_harmed and not any(harm_told(str(note.value), service.heard) for note in noted):
        await tasks.settle(tx, service, case, TaskKind.HARMED)
    if told.is_unable:
        await tasks.settle(tx, service, case, TaskKind.CANNOT_COME)
    await timeline.append(tx, case.id, member.id, TimelineKind.VISIT_VOID, {})
    await live_cards.touch_case(tx, case.id)
