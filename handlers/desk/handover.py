"""``/handover``: at the end of a shift a coordinator's open questions go to the next one, with a sentence, in one card.

Until it is accepted nothing moves, and one tap takes it back. Then what coordinators were asked stands on the other's screen
alone of the two, and copies that the first had opened are closed; what they have taken stays theirs, and is handed over
case by case.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.conversation.forms import Answer, Form, Kind, Question, Source, answers_to_data
from bot.core.conversation.step import Outcome, Step
from bot.core.duty.schedule import Schedule
from bot.core.model import Dialogue, Member
from bot.core.presentation import Button, Presentation, in_rows
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import Role
from handlers.cards import tracking
from handlers.cards.case_card import stub
from handlers.casework import opened_copies
from handlers.desk import open_questions
from handlers.desk.handover_card import ACCEPTED, CARD, HANDED, SETTLED, UNDONE, both, handed, lines, settled
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.people import on_duty
from handlers.people.membership import addresses_of, home
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

WAITS = timedelta(minutes=30)  # until the first hears that the next has not accepted
CHOICES = 6

FORM = Form(
    CARD, (Question("note", Kind.WORDS, ("nothing",), required=True),), lambda values: "note" in values
)


async def on_asked(turn: Turn, argument: str) -> None:
    """What is open, and to whom it can go: who is on duty first, then who comes on duty next."""
    if turn.coordinator is None:
        turn.reply("members-only")
        return
    found = await open_questions.of(turn.tx, turn.coordinator)
    if found.is_empty:
        turn.reply("handover-nothing")
        return
    listed, _ = lines(turn.service, turn.language, found)
    planned = await on_duty.schedule(turn.tx, turn.service)
    others = _next(planned, turn, turn.coordinator)
    ask = turn.say("handover-whom" if others else "handover-nobody")
    rows = in_rows(Button(member.name, f"handover:{member.id}") for member in others)
    turn.show(Presentation("\n".join([turn.say("handover-open"), *listed, "", ask]), rows, protect=True))


def _next(planned: Schedule, turn: Turn, giver: Member) -> list[Member]:
    coordinators = [
        m
        for m in planned.members
        if m.role is Role.COORDINATOR and m.id != giver.id and m.id not in planned.away
    ]
    there = {member.id for member, _ in planned.on_duty(turn.now)}

    def rank(member: Member) -> tuple[bool, float, str]:
        ahead = planned.until(member, turn.now) if member.id not in there else turn.now
        return member.id not in there, ahead.timestamp() if ahead else float("inf"), member.name

    return sorted(coordinators, key=rank)[:CHOICES]


async def colleague(turn: Turn, argument: str) -> Member | None:
    """Another coordinator."""
    found = await turn.tx.members.get(id_in(argument) or 0)
    if found is None or found.role is not Role.COORDINATOR or found.suspended_at is not None:
        return None
    return None if turn.member is not None and found.id == turn.member.id else found


async def on_chosen(turn: Turn, found: Member) -> None:
    """To whom is known: is there anything to say?"""
    dialogue = await dialogues.begin(turn, HANDOVER, found.id)
    await dialogues.ask(turn, HANDOVER, dialogue)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # no report: the dialogue keeps the sentence


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """The next one reads it at once."""
    giver, taker = await both(turn.tx, dialogue)
    if outcome is Outcome.CANCELLED or giver is None or taker is None:
        turn.tx.dialogues.remove(dialogue.id)
        turn.reply("handover-not")
        return
    await tracking.renew(turn.tx, CARD, dialogue.id, turn.address.id, Lane.REPLY)
    await tracking.renew(turn.tx, CARD, dialogue.id, await home(turn.tx, taker), Lane.ALERT)
    turn.tx.timers.put(Timer(_key(dialogue), CARD, turn.now + WAITS, dialogue.id))


def _key(dialogue: Dialogue) -> str:
    return f"{CARD}:{dialogue.id}"


async def given(turn: Turn, argument: str) -> Dialogue | None:
    """A handing over by the actor that waits."""
    found = await _waiting(turn, argument)
    return found if found is not None and found.address_id == turn.address.id else None


async def offered(turn: Turn, argument: str) -> Dialogue | None:
    """A handing over to the actor that waits."""
    found = await _waiting(turn, argument)
    return found if found is not None and turn.member and found.subject_id == turn.member.id else None


async def _waiting(turn: Turn, argument: str) -> Dialogue | None:
    found = await turn.tx.dialogues.get(id_in(argument) or 0)
    known = found is not None and found.form == FORM.name and "note" in state_of(found).answers
    return found if found is not None and known and not settled(found) else None


async def on_undone(turn: Turn, found: Dialogue) -> None:
    """*Take it back*: nothing has moved."""
    await _settle(turn, found, UNDONE)


async def on_accepted(turn: Turn, found: Dialogue) -> None:
    """*I have it*: what was asked goes from one screen to the other."""
    giver, taker = await both(turn.tx, found)
    if giver is None or taker is None:
        turn.reply("handover-gone")
        return
    language = await language_of(turn.tx, turn.service, await home(turn.tx, giver))
    moved = await open_questions.of(turn.tx, giver)
    for card in moved.asks:
        tracking.drop(turn.tx, card, stub(turn.service, language, "handover-moved", name=taker.name))
        await tracking.show(
            turn.tx,
            card.subject,
            card.subject_id,
            await home(turn.tx, taker),
            Lane.REPLY,
            case_id=card.case_id,
            sound=False,
        )
    for case in moved.under["opened"]:
        for one in addresses_of(giver):
            await opened_copies.shut(turn.tx, turn.service, case, one)
    await _settle(turn, found, ACCEPTED, handed(moved))


async def _settle(turn: Turn, found: Dialogue, how: str, cases: str = "") -> None:
    answers = {**state_of(found).answers, SETTLED: Answer(how, Source.TAP, turn.now)}
    answers |= {HANDED: Answer(cases, Source.TAP, turn.now)} if cases else {}
    turn.tx.dialogues.put(replace(found, answers=answers_to_data(answers)))
    turn.tx.timers.remove(_key(found))
    for card in await turn.tx.cards.by(subject=CARD, subject_id=found.id):
        tracking.touch(turn.tx, card)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The next one has said nothing: who handed over hears it, and still has it."""
    found = await tx.dialogues.get(timer.subject_id)
    if found is not None and not settled(found):
        await tracking.renew(tx, CARD, found.id, found.address_id, Lane.ALERT)


HANDOVER = Follow(FORM, "unhurried-left", Happenings.STRANGERS, _keep, _on_changed, _on_ended, reviewed=False)
