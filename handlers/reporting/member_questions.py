"""What a member asks about their work is answered from how it stands (member_state), and is no note: one tap makes it one.

What may as well be meant for who told us of the case can be sent on. Any other question is a note of the case.
"""

from core.model import Dialogue, Member
from core.presentation import Button, ButtonRows, Presentation
from core.understanding.lawyer_words import names_family
from core.understanding.question_topics import MAY_BE_TOLD, OF_THE_DESK
from core.understanding.questions import ASKED
from core.vocabulary import Role
from handlers.arguments import OnWords
from handlers.casework import meant_cases, notes
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.held_words import wait_for_case
from handlers.reporting import general_answers, member_state, member_words
from handlers.turn import Turn

COORDINATOR, ON_DUTY = "coordinator", "oncall"  # beside them stand the number to ring, everybody's duty


async def on_said(turn: Turn, opened: OpenForm | None, topic: str) -> None:
    """``topic``: of the table of what members ask, or ``ASKED``."""
    member = turn.active
    if member is None:
        return
    words = turn.incoming.typed or turn.incoming.text
    if topic == ASKED:
        await _on_any_question(turn, member)
    elif (
        member.role is Role.COORDINATOR
        and topic not in OF_THE_DESK
        and names_family(words, turn.service.heard)
    ):
        await member_words.take(turn)  # it is meant for the lawyer, or for them
    else:
        await _answer(turn, member, topic, words)


async def _answer(turn: Turn, member: Member, topic: str, words: str) -> None:
    answer = await member_state.answer(turn, member, topic)
    if topic in MAY_BE_TOLD and not await notes.has_home(turn, member):
        await member_words.take(turn, answer)  # of a case that they do not have somebody else hears it
    else:
        held = notes.hold_words(turn, words)
        rows = await _buttons(turn, member, topic, held)
        text = turn.with_hotline(answer) if topic == COORDINATOR else answer
        turn.show(Presentation(text, rows, protect=topic in OF_THE_DESK))


async def _on_any_question(turn: Turn, member: Member) -> None:
    if member.role is Role.COORDINATOR:
        await member_words.take(turn)
        return
    answer = "\n".join(general_answers.answers_for_all(turn))
    if not answer and await notes.has_home(turn, member):
        answer = turn.say("member-asked")
    await member_words.take(turn, answer)


async def _buttons(turn: Turn, member: Member, topic: str, held: Dialogue) -> ButtonRows:
    cases = await notes.cases_for_notes(turn, member)
    if topic == ON_DUTY:
        return ((Button(turn.say("button-duty-team"), "team:all"),),)
    if not cases:
        return ((Button(turn.say("button-report"), f"report:{held.id}"),),)
    note = (Button(turn.say("button-was-note"), f"noting:{held.id}"),)
    if topic in MAY_BE_TOLD and len(cases) == 1:
        return ((Button(turn.say("button-relay"), f"relay:{cases[0].id}:{held.id}"),), note)
    return (note,)


async def on_note(turn: Turn, held: Dialogue) -> None:
    """*It was a note for the case*."""
    member = turn.active
    cases = await notes.cases_for_notes(turn, member) if member is not None else []
    if member is None or not cases:
        turn.reply_in_place("jotted-gone")
    elif len(cases) == 1:
        await notes.on_noted(turn, OnWords(member, cases[0], "", held))
    else:
        wait_for_case(turn, held)
        await meant_cases.ask_which_case(
            turn,
            turn.say("jotted-which"),
            cases,
            lambda case, label: Button(label, f"note:{case.id}:{held.id}"),
        )
