"""What is typed of an incident: its name, or the code of a case for it. One form; ``what`` says which.

``what`` stands among the answers before anything is asked; it is no question.
"""

from collections.abc import Callable

from msgspec.structs import replace

from bot.core.conversation.forms import Answer, Form, Kind, Question, Source, Values, answers_to_data
from bot.core.conversation.step import Outcome, Step
from bot.core.incidents import Incident, Standing
from bot.core.model import Dialogue, Member
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.incidents import adding, membership
from handlers.incidents.titles import title
from handlers.pressed import case_of_code
from handlers.turn import Turn

WHAT, NAME, CASE, OUT = "what", "name", "case", "out"
ASKS = (NAME, CASE, OUT)


def _at(*wanted: str) -> Callable[[Values], bool]:
    return lambda values: values.get(WHAT) in wanted


FORM = Form(
    "incident",
    (
        Question("name", Kind.WORDS, applies=_at(NAME), required=True),
        Question("code", Kind.WORDS, applies=_at(CASE, OUT), required=True),
    ),
    lambda values: False,  # whoever cancels has changed nothing
)


async def begin(turn: Turn, incident: Incident, what: str) -> None:
    """Ask for the name, or for a code."""
    begun = await dialogues.begin(turn, TYPED, incident.id)
    known = {WHAT: Answer(what, Source.TAP, turn.now)}
    begun = dialogues.save(turn, TYPED, replace(begun, answers=answers_to_data(known)))
    await dialogues.ask(turn, TYPED, begun)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # it is no report's; what comes of it are rows of the incident


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """It was typed, or cancelled. Whoever is no coordinator any more changes nothing."""
    said = {name: str(answer.value) for name, answer in state_of(dialogue).answers.items()}
    turn.tx.dialogues.remove(dialogue.id)
    incident, member = await turn.tx.incidents.get(dialogue.subject_id), turn.coordinator
    if outcome is Outcome.CANCELLED or incident is None or member is None:
        turn.reply("incident-cancelled")
    elif said[WHAT] == NAME:
        await _rename(turn, incident, said["name"])
    else:
        await _case(turn, incident, member, said["code"], out=said[WHAT] == OUT)


async def _rename(turn: Turn, incident: Incident, name: str) -> None:
    incident = turn.tx.incidents.put(replace(incident, name=" ".join(name.split())))
    turn.reply("incident-named", name=title(turn.service, turn.language, incident))
    await membership.changed(turn.tx, incident)


async def _case(turn: Turn, incident: Incident, member: Member, code: str, *, out: bool) -> None:
    case = await case_of_code(turn.tx, turn.service, code)
    if case is None:
        turn.reply("case-unknown", code=code[:40] or "—")
        return
    if not out:
        await adding.add(turn, incident, case, member, sure=False)
        return
    links = await membership.links_of(turn.tx, incident, Standing.IN)
    link = next((one for one in links if one.case_id == case.id), None)
    if link is None:
        turn.reply("incident-not-in", code=case.code, name=title(turn.service, turn.language, incident))
        return
    await adding.take_out(turn, incident, link, member)


TYPED = Follow(FORM, "together-left", Happenings.STRANGERS, _keep, _on_changed, _on_ended, reviewed=False)
