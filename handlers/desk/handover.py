"""``/handover``: at the end of a shift a coordinator's open questions go to the next one, with a sentence, on one card.

The card is coarse and without names: what is open at the desk (desk_state), then of who hands over whom to ring, what to
decide, which cases they opened and which they have. It follows what is open until it is accepted. Until then nothing moves,
and one tap takes it back. Afterwards the questions are on the colleague's screen only, and copies of cases that the giver
had opened are closed; the cases they have taken stay theirs, and are handed over one by one.
"""

from collections.abc import Mapping
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from core.casework.ownership import has_case
from core.conversation.forms import Answer, AnswerKind, AnswerSource, Form, Question, answers_to_data
from core.conversation.step import StepOutcome
from core.duty.schedule import DutySchedule
from core.folding import inert_line
from core.model import Case, Dialogue, Member
from core.presentation import Button, Presentation, Style, in_button_rows
from core.traffic import Card, Lane, Timer
from core.vocabulary import CaseState, Role
from handlers.cards import case_lists, live_cards, task_card, unclaimed_card
from handlers.cards.case_labels import NOBODY, load_labels
from handlers.cards.case_standings import open_tasks
from handlers.cards.stub import stub
from handlers.casework import opened_cases
from handlers.desk.desk_state import DeskState, load_desk
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords, change_nothing, keep_nothing
from handlers.lookup import waiting_lookups
from handlers.people import on_call
from handlers.people.membership import active_members_at, addresses_of, home_address
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.schema import cards
from storage.transaction import Transaction


class OpenQuestions(Struct, frozen=True):
    """Cases below their headings, the cards of what coordinators were asked, and how many people wait to be called back."""

    under: Mapping[str, list[Case]]
    asks: tuple[Card, ...]
    lookups: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hand over."""
        return not self.lookups and not any(self.under.values())


async def open_questions_of(tx: Transaction, member: Member) -> OpenQuestions:
    """All of it now. Nothing is kept of it: what is done meanwhile is not in it any more."""
    here = addresses_of(member)
    shown = await tx.cards.select(cards.c.address_id.in_(here))
    await tx.cases.prefetch("id", {card.case_id for card in shown if card.case_id})
    under: dict[str, dict[int, Case]] = {key: {} for key in ("ring", "decide", "opened", "own")}
    under["ring"] = {case.id: case for case in await unclaimed_card.unclaimed_cases(tx)}
    asked = await open_tasks(tx, here)
    for task in asked:
        under["ring" if task.kind in task_card.RINGS else "decide"][task.case.id] = task.case
    lookups = 0
    for card in shown:
        case = await tx.cases.get(card.case_id) if card.case_id else None
        if card.subject == waiting_lookups.SUBJECT:
            lookups += len(await waiting_lookups.of_account(tx, card.subject_id))
        elif case is None:
            continue
        elif card.subject == "case" and case.state is not CaseState.CLOSED:
            under["opened"][case.id] = case
        elif card.subject == "alert" and case.state is CaseState.ACCEPTED and has_case(case, member.id):
            under["own"][case.id] = case
    return OpenQuestions(
        {key: list(found.values()) for key, found in under.items()},
        tuple(task.card for task in asked),
        lookups,
    )


CARD = "handover"
SHOWN = 8  # cases that go along
LINES, BUTTONS = 5, 5  # below one heading; of cases
SETTLED = "settled"  # the answer that says what became of it
HANDED = "handed"  # the answer that keeps which cases went along
ACCEPTED, UNDONE = "accepted", "undone"


def outcome_of(dialogue: Dialogue) -> str:
    """Accepted, undone, or empty: it waits."""
    found = state_of(dialogue).answers.get(SETTLED)
    return str(found.value) if found is not None else ""


def handed_codes(found: OpenQuestions) -> str:
    """The cases of what is handed over, as the answer keeps them; only as many as the card shows."""
    ids = dict.fromkeys(case.id for cases in found.under.values() for case in cases)
    return " ".join(map(str, list(ids)[:SHOWN]))


async def _handed_cases(tx: Transaction, dialogue: Dialogue) -> list[Case]:
    kept = state_of(dialogue).answers.get(HANDED)
    found = [await tx.cases.get(int(id)) for id in str(kept.value).split()] if kept is not None else []
    return [case for case in found if case is not None]


async def giver_and_receiver(tx: Transaction, dialogue: Dialogue) -> tuple[Member | None, Member | None]:
    """Who hands over, and to whom; None for a member who is no longer a coordinator."""
    found = await active_members_at(tx, dialogue.address_id)
    to = await tx.members.get(dialogue.subject_id)
    return (found[0] if found else None), (to if to is not None and to.suspended_at is None else None)


async def open_lines(
    tx: Transaction, service: Service, language: str, desk: DeskState, found: OpenQuestions
) -> tuple[list[str], tuple[Button, ...]]:
    """What is open below its headings, each case once, and buttons that open it. No names, no matter who reads."""
    say = service.words.say
    told: list[str] = []
    buttons: dict[int, Button] = {}
    told_of: set[int] = set()
    own = {key: [(case, "") for case in cases] for key, cases in found.under.items()}
    for key, every in (*desk.under.items(), *own.items()):
        listed = [(case, note) for case, note in every if case.id not in told_of]
        if listed:
            shown = listed[:LINES]
            labels = await load_labels(tx, service, language, [case for case, _ in shown], NOBODY)
            told += ["", say(language, f"open-{key}", count=len(listed))]
            told += [f"• {case_lists.case_line(service, language, *each, labels)}" for each in shown]
            told += [say(language, "open-more", count=len(listed) - LINES)] if len(listed) > LINES else []
            told_of |= {case.id for case, _ in listed}
            buttons |= {case.id: Button(labels.button(case), f"open:{case.id}") for case, _ in shown}
    counts = {**desk.counts, "lookups": found.lookups}
    numbers = [say(language, f"open-{key}", count=count) for key, count in counts.items() if count]
    told += ["", *numbers] if numbers else []
    every_case = (Button(say(language, "menu-cases"), "do:cases"),) if len(told_of) > BUTTONS else ()
    return told, (*tuple(buttons.values())[:BUTTONS], *every_case)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """For who hands over: to whom, and a button that takes it back; for the other: the words, and *I have it*."""
    language = await language_of(tx, service, card.address_id)
    dialogue = await tx.dialogues.get(card.subject_id)
    giver, taker = await giver_and_receiver(tx, dialogue) if dialogue is not None else (None, None)
    if dialogue is None or giver is None or taker is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "handover-gone")
    say, state = service.words.say, outcome_of(dialogue)
    mine = "yes" if card.address_id in addresses_of(giver) else "no"
    names = {"from": giver.name, "to": taker.name, "mine": mine}
    kept = state == ACCEPTED and mine == "no"  # the words are still needed
    if state and not kept:
        return Presentation(say(language, f"handover-{state}", **names), protect=True)
    told = [say(language, f"handover-{state or 'head'}", **names)]
    note = state_of(dialogue).answers.get("note")
    if isinstance(note, Answer) and note.value != "nothing":
        told.append(f"«{inert_line(str(note.value))}»")
    if kept:
        found = [case for case in await _handed_cases(tx, dialogue) if case.state is not CaseState.CLOSED]
        labels = await load_labels(tx, service, language, found, NOBODY)
        told += [f"• {case_lists.case_line(service, language, case, labels=labels)}" for case in found]
        buttons = [Button(labels.button(case), f"open:{case.id}") for case in found]
        return Presentation("\n".join(told), in_button_rows(buttons), protect=True)
    desk = await load_desk(tx, service, giver.id)
    listed, opens = await open_lines(tx, service, language, desk, await open_questions_of(tx, giver))
    act = (
        Button(say(language, "button-handover-undo"), f"handback:{dialogue.id}")
        if mine == "yes"
        else Button(say(language, "button-handover-take"), f"handtake:{dialogue.id}", Style.SUCCESS)
    )
    return Presentation("\n".join([*told, *listed]), ((act,), *in_button_rows(opens)), protect=True)


WAITS = timedelta(minutes=30)  # until the first hears that the next has not accepted
CHOICES = 6

FORM = Form(
    CARD, (Question("note", AnswerKind.WORDS, ("nothing",), required=True),), lambda values: "note" in values
)


async def on_asked(turn: Turn, argument: str) -> None:
    """What is open, and to whom it can go: who is on duty first, then who comes on duty next."""
    if turn.coordinator is None:
        turn.reply("members-only")
        return
    found = await open_questions_of(turn.tx, turn.coordinator)
    desk = await load_desk(turn.tx, turn.service, turn.coordinator.id)
    if found.is_empty and desk.is_empty:
        turn.reply("handover-nothing")
        return
    listed, _ = await open_lines(turn.tx, turn.service, turn.language, desk, found)
    planned = await on_call.schedule(turn.tx, turn.service)
    others = _next_on_duty(planned, turn, turn.coordinator)
    ask = turn.say("handover-whom" if others else "handover-nobody")
    rows = in_button_rows(Button(member.name, f"handover:{member.id}") for member in others)
    turn.show(Presentation("\n".join([turn.say("handover-open"), *listed, "", ask]), rows, protect=True))


def _next_on_duty(planned: DutySchedule, turn: Turn, giver: Member) -> list[Member]:
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


async def another_coordinator(turn: Turn, argument: str) -> Member | None:
    """The coordinator of this number, if it is not the actor and not suspended."""
    found = await turn.tx.members.get(id_in(argument) or 0)
    if found is None or found.role is not Role.COORDINATOR or found.suspended_at is not None:
        return None
    return None if turn.member is not None and found.id == turn.member.id else found


async def on_colleague_chosen(turn: Turn, found: Member) -> None:
    """The colleague is known; the coordinator is asked whether there is anything to say."""
    dialogue = await dialogues.begin(turn, HANDOVER, found.id)
    await dialogues.ask_question(turn, HANDOVER, dialogue)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """The next one reads it at once."""
    giver, taker = await giver_and_receiver(turn.tx, dialogue)
    if outcome is StepOutcome.CANCELLED or giver is None or taker is None:
        turn.tx.dialogues.remove(dialogue.id)
        turn.reply("handover-not")
        return
    await live_cards.renew(turn.tx, CARD, dialogue.id, turn.address.id, Lane.REPLY)
    await live_cards.renew(turn.tx, CARD, dialogue.id, await home_address(turn.tx, taker), Lane.ALERT)
    turn.tx.timers.put(Timer(_timer_key(dialogue), CARD, turn.now + WAITS, dialogue.id))


def _timer_key(dialogue: Dialogue) -> str:
    return f"{CARD}:{dialogue.id}"


async def given_handover(turn: Turn, argument: str) -> Dialogue | None:
    """A handing over by the actor that waits."""
    found = await _waiting_handover(turn, argument)
    return found if found is not None and found.address_id == turn.address.id else None


async def offered_handover(turn: Turn, argument: str) -> Dialogue | None:
    """A handing over to the actor that waits."""
    found = await _waiting_handover(turn, argument)
    return found if found is not None and turn.member and found.subject_id == turn.member.id else None


async def _waiting_handover(turn: Turn, argument: str) -> Dialogue | None:
    found = await turn.tx.dialogues.get(id_in(argument) or 0)
    known = found is not None and found.form == FORM.name and "note" in state_of(found).answers
    return found if found is not None and known and not outcome_of(found) else None


async def on_undone(turn: Turn, found: Dialogue) -> None:
    """*Take it back*: nothing has moved."""
    await _settle_handover(turn, found, UNDONE)


async def on_accepted(turn: Turn, found: Dialogue) -> None:
    """*I have it*: what was asked goes from one screen to the other."""
    giver, taker = await giver_and_receiver(turn.tx, found)
    if giver is None or taker is None:
        turn.reply("handover-gone")
        return
    language = await language_of(turn.tx, turn.service, await home_address(turn.tx, giver))
    moved = await open_questions_of(turn.tx, giver)
    for card in moved.asks:
        live_cards.drop(turn.tx, card, stub(turn.service, language, "handover-moved", name=taker.name))
        await live_cards.show(
            turn.tx,
            card.subject,
            card.subject_id,
            await home_address(turn.tx, taker),
            Lane.REPLY,
            case_id=card.case_id,
            sound=False,
        )
    for case in moved.under["opened"]:
        for address in addresses_of(giver):
            await opened_cases.shrink_copy(turn.tx, turn.service, case, address)
    await _settle_handover(turn, found, ACCEPTED, handed_codes(moved))


async def _settle_handover(turn: Turn, found: Dialogue, how: str, cases: str = "") -> None:
    answers = {**state_of(found).answers, SETTLED: Answer(how, AnswerSource.TAP, turn.now)}
    answers |= {HANDED: Answer(cases, AnswerSource.TAP, turn.now)} if cases else {}
    turn.tx.dialogues.put(replace(found, answers=answers_to_data(answers)))
    turn.tx.timers.remove(_timer_key(found))
    for card in await turn.tx.cards.by(subject=CARD, subject_id=found.id):
        live_cards.touch(turn.tx, card)


async def on_unaccepted(tx: Transaction, service: Service, timer: Timer) -> None:
    """The colleague has said nothing: the coordinator who handed over hears it, and still has it all."""
    found = await tx.dialogues.get(timer.subject_id)
    if found is not None and not outcome_of(found):
        await live_cards.renew(tx, CARD, found.id, found.address_id, Lane.ALERT)


async def _take_back_note(turn: Turn, taken: TakenWords) -> TakenWords | None:
    """The hand-over is taken back. None: the colleague has accepted it."""
    mine = [
        found
        for found in await turn.tx.dialogues.by(form=FORM.name, subject_id=taken.subject)
        if found.address_id == turn.address.id and not outcome_of(found) and "note" in state_of(found).answers
    ]
    if not mine:
        return None
    await _settle_handover(turn, mine[-1], UNDONE)
    return taken


HANDOVER = FormBehaviour(
    FORM,
    "unhurried-left",
    Interrupts.STRANGERS,
    keep_nothing,
    change_nothing,
    _on_ended,
    reviewed=False,
    takes_back={"note": _take_back_note},
)
