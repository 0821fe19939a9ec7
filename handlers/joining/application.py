"""What somebody who was invited tells of themselves: kept with the invitation until a coordinator has decided.

What is typed for the name, the cities and the number is read at once; what cannot be used is asked again. Out of the answers
come lines to read, and a line of the roster.
"""

import re
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from core.conversation.forms import (
    Answer,
    AnswerKind,
    Answers,
    Form,
    FormState,
    Question,
    answers_to_data,
    current_question,
)
from core.conversation.screen import present_state
from core.conversation.step import FormStep, StepOutcome
from core.folding import clean_text, inert_line
from core.model import LANGUAGES, Address, Dialogue
from core.presentation import Button, Presentation
from core.qualification import Qualification, Speciality
from core.records.invitations import Invitation, InvitationState
from core.roster.csv_file import city_reader, name_to_read
from core.roster.person_row import RosterRow
from core.traffic import Lane, Timer
from core.values import Contact, Value
from core.vocabulary import DialogueState, Role
from handlers.cards import case_lines
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, keep_nothing
from handlers.joining import invitations
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

NAME, CITIES = 100, 20  # characters of a name; cities of one person
_BETWEEN = re.compile(r"\s*[,;\n/|]\s*|\s+(?:и|және|мен|and)\s+")


class Applicant(Struct, frozen=True):
    """The row that they would be, and whether the number came from their own account."""

    row: RosterRow
    own_number: bool


def read_applicant(service: Service, address: Address, dialogue: Dialogue, language: str) -> Applicant | None:
    """The applicant; None while the answers are not all there. A lawyer: everything else is an administrator's to give.

    ``language``: in which they were asked.
    """
    answers = state_of(dialogue).answers
    if any(name not in answers or answers[name].value is None for name in ("name", "cities", "contact")):
        return None
    contact = answers["contact"].value
    name = roster_name(answers["name"].value)
    cities = known_cities(service, answers["cities"].value)
    if not isinstance(contact, Contact) or not contact.phone or not name or not cities:
        return None
    chosen = {key: answers[key].value for key in ("languages", "specialities", "calling") if key in answers}
    spoken = _split_several(chosen.get("languages")) or (language,)
    row = RosterRow(
        telegram_id=addresses.telegram_id(address),
        role=Role.LAWYER,
        name=name,
        languages=tuple(
            sorted(spoken, key=lambda spoken_language: spoken_language != language)
        ),  # in the first they are written to
        cities=cities,
        on_duty=True,
        phone=contact.phone,
        escalation=False,
        specialities=tuple(
            Speciality(speciality) for speciality in _split_several(chosen.get("specialities"))
        ),
        calling=Qualification(str(chosen["calling"])) if chosen.get("calling") else None,
    )
    return Applicant(row, contact.own is True and not contact.words)  # typed, it has words


def answer_lines(service: Service, language: str, answers: Answers) -> list[str]:
    """What was answered so far, in the reader's language."""
    say, found = service.words.say, []
    for key in ("name", "contact", "calling", "cities", "languages", "specialities"):
        value = answers[key].value if key in answers else None
        if value is not None and (said := _answer_words(service, language, key, value)):
            found.append(f"{say(language, f'joining-{key}-short')}: {said}")
    return found


def _answer_words(service: Service, language: str, key: str, value: Value) -> str:
    match value:
        case Contact():
            return value.phone
        case tuple():
            return ", ".join(service.words.say(language, f"joining-{key}-{chosen}") for chosen in value)
        case str() if key == "name":
            return roster_name(value)
        case str() if key == "cities":
            return ", ".join(
                name_to_read(service.gazetteer, id, language) for id in known_cities(service, value)
            )
        case _:
            return service.words.say(language, f"joining-{key}-{value}")


def roster_name(value: Value | None) -> str:
    """A name as the roster takes it; empty if the words are not a name."""
    name = " ".join(clean_text(str(value)).replace(";", ",").split())
    return inert_line(name) if any(c.isalpha() for c in name) and len(name) <= NAME else ""


def known_cities(service: Service, value: Value | None) -> tuple[str, ...]:
    """Ids of the places that were named and are known."""
    read = city_reader(service.gazetteer)
    found = [read(name) for name in _city_names(value)]
    return tuple(dict.fromkeys(id for id in found if id is not None))[:CITIES]


def unknown_cities(service: Service, value: Value | None) -> list[str]:
    """What was named and is not known."""
    read = city_reader(service.gazetteer)
    return [name for name in _city_names(value) if read(name) is None]


def _city_names(value: Value | None) -> list[str]:
    return [name for name in _BETWEEN.split(clean_text(str(value)).strip()) if name][: CITIES * 2]


def _split_several(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


CLOSE = 3  # places to ask back with
KEPT = "note-kept"

FORM = Form(
    "joining",
    (
        Question("name", AnswerKind.WORDS, required=True),
        Question("cities", AnswerKind.WORDS, required=True),
        Question("languages", AnswerKind.CHOICES, LANGUAGES),
        Question("calling", AnswerKind.CHOICE, tuple(Qualification), required=True),
        Question("specialities", AnswerKind.CHOICES, tuple(Speciality)),
        Question("contact", AnswerKind.CONTACT, required=True),
    ),
    lambda values: False,  # it is enough when it is confirmed
)


async def begin_form(turn: Turn, invitation: Invitation) -> None:
    """The first question; the invitation is this chat's from now on."""
    dialogue = await dialogues.begin(turn, JOINING_FORM, invitation.id)
    await invitations.bind_to_chat(turn.tx, invitation, turn.address.id, dialogue.id)
    hello = turn.say("joining-hello", organisation=turn.service.organisation)
    await dialogues.ask_question(turn, JOINING_FORM, dialogue, hello)


async def continue_form(turn: Turn, invitation: Invitation) -> None:
    """Where it was left; from the beginning, where it was cancelled."""
    dialogue = await turn.tx.dialogues.get(invitation.dialogue_id or 0)
    if dialogue is None:
        await begin_form(turn, invitation)
        return
    other = await dialogues.active(turn)
    if other is not None and other.id != dialogue.id:
        dialogues.set_aside(turn, other)
    _show_question(turn, dialogues.reopen(turn, JOINING_FORM, dialogue))


async def on_form_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """It was left half way: once it is said until when it can be gone on with."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    invitation = await tx.invitations.get(dialogue.subject_id) if dialogue is not None else None
    if dialogue is None or invitation is None or not await invitations.is_valid(tx, invitation):
        return
    if dialogue.state is DialogueState.OPEN:
        tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED, revisiting=None))
    language = await language_of(tx, service, dialogue.address_id)
    time = case_lines.local_time(invitation.expires_at, service.zone, service.zone)
    go_on = Button(service.words.say(language, "button-continue-joining"), f"join:{invitation.id}")
    shown = Presentation(service.words.say(language, "joining-left", time=time), ((go_on,),))
    sending.send_message(tx, service, dialogue.address_id, shown, Lane.REMINDER)


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    """What cannot be used is no answer."""
    known = dict(state_of(dialogue).answers)
    wrong = [name for name in step.answered if _problem_with(turn, name, known[name])]
    if wrong:
        left = {name: answer for name, answer in known.items() if name not in wrong}
        turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(left)))


async def _show_step(turn: Turn, dialogue: Dialogue, before: FormState, taken: FormStep) -> None:
    if taken.outcome in (StepOutcome.SHARING, StepOutcome.TOGGLED, StepOutcome.UNCHANGED):
        dialogues.show_step(turn, JOINING_FORM, taken)
        return
    stored = await turn.tx.dialogues.get(dialogue.id) or dialogue
    answers: Answers = taken.state.answers
    problems = [problem for name in taken.answered if (problem := _problem_with(turn, name, answers[name]))]
    if any(note.key == KEPT for note in taken.notes):  # it answered nothing, and nothing of it is kept here
        problems.append(turn.say("joining-press"))
    elif taken.problem is not None or not taken.answered:
        problems.append(dialogues.noted_words(turn, JOINING_FORM, taken))
    _show_question(turn, stored, "\n".join(filter(None, problems)))


def _show_question(turn: Turn, dialogue: Dialogue, before: str = "") -> None:
    """The question; at the end all of it as coordinators will read it, to be sent or changed."""
    state = state_of(dialogue)
    shown = present_state(FORM, state, turn.language, dialogues.setting_of(turn))
    if current_question(FORM, state) is None:
        lines = answer_lines(turn.service, turn.language, state.answers)
        shown = replace(shown, text="\n".join([turn.say("joining-review"), *lines]))
    turn.show(replace(shown, text=f"{before}\n\n{shown.text}" if before else shown.text))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """Sent, or cancelled: then nothing of it is kept, and the link can be opened here again."""
    invitation = await turn.tx.invitations.get(dialogue.subject_id)
    if invitation is None or not await invitations.is_valid(turn.tx, invitation):
        turn.reply("invitation-gone")
    elif outcome is StepOutcome.FINISHED:
        await invitations.ask_coordinators(turn.tx, turn.service, invitation)
        turn.reply("joining-asked")
    else:
        turn.tx.invitations.put(replace(invitation, state=InvitationState.OPENED, dialogue_id=None))
        turn.tx.dialogues.remove(dialogue.id)
        time = case_lines.local_time(invitation.expires_at, turn.service.zone, turn.service.zone)
        again = Button(turn.say("button-continue-joining"), f"join:{invitation.id}")
        turn.reply("joining-cancelled", ((again,),), time=time)


def _problem_with(turn: Turn, name: str, answer: Answer) -> str:
    check = CHECKS.get(name)
    return check(turn, answer.value) if check is not None and answer.value is not None else ""


def _name_problem(turn: Turn, value: Value) -> str:
    return "" if roster_name(value) else turn.say("joining-name-wrong")


def _cities_problem(turn: Turn, value: Value) -> str:
    unknown = unknown_cities(turn.service, value)
    if not unknown:
        return "" if known_cities(turn.service, value) else turn.say("joining-cities-none")
    gazetteer = turn.service.gazetteer
    close = [gazetteer.name(id, turn.language) for name in unknown for id in gazetteer.close(name, CLOSE)]
    said = inert_line(", ".join(unknown))[:100]
    return turn.say("joining-cities-unknown", said=said, close=", ".join(close[:CLOSE]) or "no")


def _contact_problem(turn: Turn, value: Value) -> str:
    return "" if isinstance(value, Contact) and value.phone else turn.say("joining-contact-wrong")


CHECKS: dict[str, Callable[[Turn, Value], str]] = {
    "name": _name_problem,
    "cities": _cities_problem,
    "contact": _contact_problem,
}

JOINING_FORM = FormBehaviour(
    FORM, "joining-left", Interrupts.EVERYBODYS, keep_nothing, _on_changed, _on_ended, shows=_show_step
)
