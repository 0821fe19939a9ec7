"""What whoever was invited tells of themselves. It is kept with the invitation until a coordinator has decided.

What is typed for the name, the cities and the number is read at once; what cannot be used is asked again.
"""

from collections.abc import Callable

from msgspec.structs import replace

from bot.core.callings import Calling, Speciality
from bot.core.conversation.forms import Answer, Answers, Form, Kind, Question, State, answers_to_data, current
from bot.core.conversation.screen import present
from bot.core.conversation.step import Outcome, Step
from bot.core.folding import inert
from bot.core.joining import Invitation, InvitationState
from bot.core.model import LANGUAGES, Dialogue
from bot.core.presentation import Button, Presentation
from bot.core.traffic import Lane, Timer
from bot.core.values import Contact, Value
from bot.core.vocabulary import DialogueState
from handlers.cards import case_lines
from handlers.forms import dialogues, settings
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.joining import applicant, invitations
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

CLOSE = 3  # places to ask back with
KEPT = "note-kept"

FORM = Form(
    "joining",
    (
        Question("name", Kind.WORDS, required=True),
        Question("cities", Kind.WORDS, required=True),
        Question("languages", Kind.CHOICES, LANGUAGES),
        Question("calling", Kind.CHOICE, tuple(Calling), required=True),
        Question("specialities", Kind.CHOICES, tuple(Speciality)),
        Question("contact", Kind.CONTACT, required=True),
    ),
    lambda values: False,  # it is enough when it is confirmed
)


async def begin(turn: Turn, one: Invitation) -> None:
    """The first question; the invitation is this chat's from now on."""
    dialogue = await dialogues.begin(turn, FOLLOW, one.id)
    await invitations.bind(turn.tx, one, turn.address.id, dialogue.id)
    hello = turn.say("joining-hello", organisation=turn.service.organisation)
    await dialogues.ask(turn, FOLLOW, dialogue, hello)


async def go_on(turn: Turn, one: Invitation) -> None:
    """Where it was left; from the beginning, where it was cancelled."""
    dialogue = await turn.tx.dialogues.get(one.dialogue_id or 0)
    if dialogue is None:
        await begin(turn, one)
        return
    other = await dialogues.active(turn)
    if other is not None and other.id != dialogue.id:
        dialogues.set_aside(turn, other)
    _show(turn, dialogues.reopen(turn, FOLLOW, dialogue))


async def on_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """It was left half way: once it is said until when it can be gone on with."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    one = await tx.invitations.get(dialogue.subject_id) if dialogue is not None else None
    if dialogue is None or one is None or not await invitations.holds(tx, one):
        return
    if dialogue.state is DialogueState.OPEN:
        tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED, revisiting=None))
    language = await language_of(tx, service, dialogue.address_id)
    time = case_lines.local(one.expires_at, service.zone, service.zone)
    go_on = Button(service.words.say(language, "button-continue-joining"), f"join:{one.id}")
    shown = Presentation(service.words.say(language, "joining-left", time=time), ((go_on,),))
    sending.message(tx, service, dialogue.address_id, shown, Lane.REMINDER)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # the answers are all that is kept


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    """What cannot be used is no answer."""
    known = dict(state_of(dialogue).answers)
    wrong = [name for name in step.answered if _problem(turn, name, known[name])]
    if wrong:
        left = {name: answer for name, answer in known.items() if name not in wrong}
        turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(left)))


async def _shows(turn: Turn, dialogue: Dialogue, before: State, taken: Step) -> None:
    if taken.outcome in (Outcome.SHARING, Outcome.TOGGLED, Outcome.UNCHANGED):
        dialogues.show_step(turn, FOLLOW, taken)
        return
    stored = await turn.tx.dialogues.get(dialogue.id) or dialogue
    answers: Answers = taken.state.answers
    problems = [problem for name in taken.answered if (problem := _problem(turn, name, answers[name]))]
    if any(note.key == KEPT for note in taken.notes):  # it answered nothing, and nothing of it is kept here
        problems.append(turn.say("joining-press"))
    elif taken.problem is not None or not taken.answered:
        problems.append(dialogues.noted(turn, FOLLOW, taken))
    _show(turn, stored, "\n".join(filter(None, problems)))


def _show(turn: Turn, dialogue: Dialogue, before: str = "") -> None:
    """The question; at the end all of it as coordinators will read it, to be sent or changed."""
    state = state_of(dialogue)
    shown = present(FORM, state, turn.language, settings.of(turn))
    if current(FORM, state) is None:
        lines = applicant.lines(turn.service, turn.language, state.answers)
        shown = replace(shown, text="\n".join([turn.say("joining-review"), *lines]))
    turn.show(replace(shown, text=f"{before}\n\n{shown.text}" if before else shown.text))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Sent, or cancelled: then nothing of it is kept, and the link can be opened here again."""
    one = await turn.tx.invitations.get(dialogue.subject_id)
    if one is None or not await invitations.holds(turn.tx, one):
        turn.reply("invitation-gone")
    elif outcome is Outcome.FINISHED:
        await invitations.ask(turn.tx, turn.service, one)
        turn.reply("joining-asked")
    else:
        turn.tx.invitations.put(replace(one, state=InvitationState.OPENED, dialogue_id=None))
        turn.tx.dialogues.remove(dialogue.id)
        time = case_lines.local(one.expires_at, turn.service.zone, turn.service.zone)
        again = Button(turn.say("button-continue-joining"), f"join:{one.id}")
        turn.reply("joining-cancelled", ((again,),), time=time)


def _problem(turn: Turn, name: str, answer: Answer) -> str:
    check = CHECKS.get(name)
    return check(turn, answer.value) if check is not None and answer.value is not None else ""


def _name(turn: Turn, value: Value) -> str:
    return "" if applicant.name_of(value) else turn.say("joining-name-wrong")


def _cities(turn: Turn, value: Value) -> str:
    unknown = applicant.unknown_cities(turn.service, value)
    if not unknown:
        return "" if applicant.cities_of(turn.service, value) else turn.say("joining-cities-none")
    gazetteer = turn.service.gazetteer
    close = [gazetteer.name(id, turn.language) for name in unknown for id in gazetteer.close(name, CLOSE)]
    said = inert(", ".join(unknown))[:100]
    return turn.say("joining-cities-unknown", said=said, close=", ".join(close[:CLOSE]) or "no")


def _contact(turn: Turn, value: Value) -> str:
    return "" if isinstance(value, Contact) and value.phone else turn.say("joining-contact-wrong")


CHECKS: dict[str, Callable[[Turn, Value], str]] = {"name": _name, "cities": _cities, "contact": _contact}

FOLLOW = Follow(FORM, "joining-left", Happenings.EVERYBODYS, _keep, _on_changed, _on_ended, shows=_shows)
