"""What coordinators do on the board of an incident: one press, and one to take it back. A case is put in by hand, or taken
out.

What is typed is the incident's name, or the code of a case for it: one form, and ``what`` says which. ``what`` is kept among
the answers before anything is asked; it is no question.
"""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from core.casework.same_event import is_of_another_year, year_of_case
from core.conversation.forms import (
    Answer,
    AnswerKind,
    AnswerSource,
    Form,
    Question,
    Values,
    answers_to_data,
)
from core.conversation.step import StepOutcome
from core.model import Case, Dialogue, Member
from core.presentation import Button, ButtonRows, Style
from core.records.incidents import (
    Incident,
    IncidentLink,
    IncidentPattern,
    IncidentPhase,
    IncidentRule,
    IncidentStanding,
)
from core.traffic import Lane
from core.vocabulary import CaseState
from handlers import arguments
from handlers.arguments import OnCase, find_case_by_code
from handlers.cards import live_cards
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords, change_nothing, keep_nothing
from handlers.incidents import incident_cases
from handlers.incidents.incident_cases import incident_title
from handlers.turn import Turn, id_in

SURE = "sure"
CODES = 12  # in one message
WORDS = (
    "show", "confirm", "unconfirm", "refuse", "unrefuse", "add", "none", "case", "out", "name", "pattern", "end",
    "ended", "reopen",
)  # fmt: skip


class OnIncident(Struct, frozen=True):
    """``member`` is the actor; ``word`` says what is wanted."""

    member: Member
    incident: Incident
    word: str


class OnIncidentLink(OnIncident, frozen=True):
    """What was said of one of its cases, and perhaps of others with the same press."""

    link: IncidentLink


class OnCaseAndIncident(OnCase, frozen=True):
    """A case, and an incident."""

    incident: Incident


async def pressed_incident(turn: Turn, argument: str) -> OnIncident | None:
    """``number:word``: the incident of that number."""
    number, _, word = argument.partition(":")
    found = await turn.tx.incidents.get(id_in(number) or 0)
    if turn.member is None or found is None or word not in WORDS:
        return None
    return OnIncident(turn.member, found, word)


async def pressed_link(turn: Turn, argument: str) -> OnIncidentLink | None:
    """``number:standing``: the link of that number, as it stood when the button was made."""
    number, _, word = argument.partition(":")
    link = await turn.tx.incident_links.get(id_in(number) or 0)
    found = await turn.tx.incidents.get(link.incident_id) if link is not None else None
    if turn.member is None or link is None or found is None:
        return None
    return OnIncidentLink(turn.member, found, word, link)


async def case_and_incident(turn: Turn, argument: str) -> OnCaseAndIncident | None:
    """``case:incident`` or ``case:incident:sure``."""
    number, _, rest = argument.partition(":")
    of, _, word = rest.partition(":")
    found, incident = await arguments.case(turn, number), await turn.tx.incidents.get(id_in(of) or 0)
    if found is None or incident is None or word not in ("", SURE):
        return None
    return OnCaseAndIncident(found.member, found.case, word, incident)


async def typed_name(turn: Turn, argument: str) -> str:
    """How a new incident is to be called; or nothing."""
    return " ".join(argument.split())


async def undo_buttons(turn: Turn, link: IncidentLink) -> ButtonRows:
    """The button that takes back what was said of this link, and of others with the same press."""
    now = await turn.tx.incident_links.get(link.id) or link
    return ((Button(turn.say("button-incident-undo"), f"undone:{now.id}:{now.standing}"),),)


async def add_case(turn: Turn, incident: Incident, case: Case, by: Member, *, sure: bool) -> None:
    """A case is added by hand; one of another year only when it is said twice."""
    if incident.phase is not IncidentPhase.OPEN:
        turn.reply("incident-not-open", name=incident_title(turn.service, turn.language, incident))
        return
    links = await incident_cases.links_of(turn.tx, incident, IncidentStanding.IN)
    others = [other for other in await incident_cases.cases_of(turn.tx, links) if other.id != case.id]
    if not sure and is_of_another_year(case, others):
        yes = Button(turn.say("button-incident-all-the-same"), f"enlist:{case.id}:{incident.id}:{SURE}")
        years = ", ".join(map(str, sorted({year_of_case(other) for other in others})))
        turn.reply("incident-year", ((yes,),), code=case.code, year=str(year_of_case(case)), years=years)
        return
    link = await incident_cases.add(turn.tx, turn.service, incident, case, by)
    name = incident_title(turn.service, turn.language, incident)
    if link is None:
        turn.reply("incident-in-already", code=case.code, name=name)
        return
    turn.reply("incident-case-added", await undo_buttons(turn, link), code=case.code, name=name)
    await incident_cases.touch_boards(turn.tx, incident)


async def take_case_out(turn: Turn, incident: Incident, link: IncidentLink, by: Member) -> None:
    """A case does not belong to it after all."""
    case = await turn.tx.cases.get(link.case_id)
    await incident_cases.take_out(turn.tx, turn.service, incident, link, by)
    name = incident_title(turn.service, turn.language, incident)
    undo = await undo_buttons(turn, link)
    turn.reply("incident-case-out", undo, code=case.code if case is not None else "", name=name)
    await incident_cases.touch_boards(turn.tx, incident)


WHAT, NAME, CASE, OUT = "what", "name", "case", "out"
BEFORE = "before"  # the name that it had when another was asked for
ASKS = (NAME, CASE, OUT)


def _when_asked(*wanted: str) -> Callable[[Values], bool]:
    return lambda values: values.get(WHAT) in wanted


FORM = Form(
    "incident",
    (
        Question("name", AnswerKind.WORDS, applies=_when_asked(NAME), required=True),
        Question("code", AnswerKind.WORDS, applies=_when_asked(CASE, OUT), required=True),
    ),
    lambda values: False,  # somebody who cancels has changed nothing
)


async def ask_for(turn: Turn, incident: Incident, what: str) -> None:
    """Ask for the name, or for a code."""
    begun = await dialogues.begin(turn, INCIDENT_FORM, incident.id)
    said = {WHAT: what, BEFORE: incident.name}
    known = {name: Answer(value, AnswerSource.TAP, turn.now) for name, value in said.items()}
    begun = dialogues.save(turn, INCIDENT_FORM, replace(begun, answers=answers_to_data(known)))
    await dialogues.ask_question(turn, INCIDENT_FORM, begun)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """It was typed, or cancelled. Somebody who is no longer a coordinator changes nothing."""
    said = {name: str(answer.value) for name, answer in state_of(dialogue).answers.items()}
    turn.tx.dialogues.remove(dialogue.id)
    incident, member = await turn.tx.incidents.get(dialogue.subject_id), turn.coordinator
    if outcome is StepOutcome.CANCELLED or incident is None or member is None:
        turn.reply("incident-cancelled")
    elif said[WHAT] == NAME:
        await _rename_incident(turn, incident, said["name"])
    else:
        await _take_typed_case(turn, incident, member, said["code"], out=said[WHAT] == OUT)


async def _rename_incident(turn: Turn, incident: Incident, name: str) -> None:
    incident = turn.tx.incidents.put(replace(incident, name=" ".join(name.split())))
    turn.reply("incident-named", name=incident_title(turn.service, turn.language, incident))
    await incident_cases.touch_boards(turn.tx, incident)


async def _take_typed_case(turn: Turn, incident: Incident, member: Member, code: str, *, out: bool) -> None:
    case = await find_case_by_code(turn.tx, code)
    if case is None:
        turn.reply("case-unknown", code=code[:40] or "—")
        return
    if not out:
        await add_case(turn, incident, case, member, sure=False)
        return
    links = await incident_cases.links_of(turn.tx, incident, IncidentStanding.IN)
    link = next((link for link in links if link.case_id == case.id), None)
    if link is None:
        turn.reply(
            "incident-not-in", code=case.code, name=incident_title(turn.service, turn.language, incident)
        )
        return
    await take_case_out(turn, incident, link, member)


async def _take_back_name(turn: Turn, taken: TakenWords) -> TakenWords | None:
    """It has the name that it had."""
    incident = await turn.tx.incidents.get(taken.subject)
    if incident is None or turn.coordinator is None:
        return None
    incident = turn.tx.incidents.put(replace(incident, name=str(taken.answers[BEFORE].value)))
    await incident_cases.touch_boards(turn.tx, incident)
    return taken


INCIDENT_FORM = FormBehaviour(
    FORM,
    "together-left",
    Interrupts.STRANGERS,
    keep_nothing,
    change_nothing,
    _on_ended,
    reviewed=False,
    takes_back={"name": _take_back_name},
)


async def on_act(turn: Turn, found: OnIncident) -> None:
    """Any button of the board. What was done already stays, and the board shows it."""
    incident, by = found.incident, found.member
    wanted = STATES.get(found.word)
    if wanted is not None and incident.phase is not wanted:
        await incident_cases.touch_boards(turn.tx, incident)
    elif found.word == "show":
        await live_cards.renew(turn.tx, incident_cases.CARD, incident.id, turn.address.id, Lane.REPLY)
    elif found.word in ASKS:
        await ask_for(turn, incident, found.word)
    elif found.word == "add":
        await _say_done(
            turn, await incident_cases.confirm(turn.tx, turn.service, incident, by), "incident-added"
        )
    elif found.word == "none":
        await _say_done(turn, await incident_cases.refuse(turn.tx, incident, by), "incident-not-added")
    elif found.word == "end" and (still := await _still_open(turn, incident)):
        await _ask_about_open(turn, incident, still)
    elif found.word in ("confirm", "unconfirm"):
        await _confirm_incident(turn, incident, by, again=found.word == "unconfirm")
    else:
        turn.tx.incidents.put(_changed_incident(turn, incident, by, found.word))
    await incident_cases.touch_boards(turn.tx, incident)


STATES = {  # in which phase something can be done
    "confirm": IncidentPhase.PROPOSED,
    "refuse": IncidentPhase.PROPOSED,
    "unrefuse": IncidentPhase.REFUSED,
    "unconfirm": IncidentPhase.OPEN,
    "add": IncidentPhase.OPEN,
    "none": IncidentPhase.OPEN,
    "end": IncidentPhase.OPEN,
    "ended": IncidentPhase.OPEN,
    "reopen": IncidentPhase.ENDED,
}


async def _still_open(turn: Turn, incident: Incident) -> list[Case]:
    links = await incident_cases.links_of(turn.tx, incident, IncidentStanding.IN)
    return [
        case for case in await incident_cases.cases_of(turn.tx, links) if case.state is not CaseState.CLOSED
    ]


async def _ask_about_open(turn: Turn, incident: Incident, still: list[Case]) -> None:
    """It is over? What is not is said first."""
    free = sum(case.state is CaseState.OPEN for case in still)
    ended = Button(turn.say("button-incident-ended"), f"incident:{incident.id}:ended", Style.DANGER)
    ticks = Button(turn.say("button-ticks"), f"ticks:{incident.id}", Style.PRIMARY)
    no = Button(turn.say("button-no"), f"incident:{incident.id}:show")
    codes = ", ".join([*(case.code for case in still[:CODES]), *(["…"] if len(still) > CODES else [])])
    turn.reply(
        "incident-still-open",
        ((ticks,), (ended, no)),
        codes=codes,
        count=len(still),
        free=free,
        taken=len(still) - free,
    )


def _changed_incident(turn: Turn, incident: Incident, by: Member, word: str) -> Incident:
    if word in ("refuse", "end", "ended"):
        return replace(incident, ended_at=turn.now, ended_by=by.id)
    if word in ("unrefuse", "reopen"):
        return replace(incident, ended_at=None, ended_by=None)
    return replace(
        incident, pattern=None if incident.pattern is not None else IncidentPattern.KEPT_FROM_MEETING
    )


async def _confirm_incident(turn: Turn, incident: Incident, by: Member, *, again: bool) -> None:
    """It is one incident; or it was not said."""
    if again:
        turn.tx.incidents.put(replace(incident, confirmed_at=None, confirmed_by=None))
        inside = await incident_cases.links_of(turn.tx, incident, IncidentStanding.IN)
        said = [
            link for link in inside if link.at == incident.confirmed_at and link.rule is not IncidentRule.HAND
        ]
        if said:
            await incident_cases.undo(turn.tx, turn.service, incident, said[0], by)
        turn.reply_in_place("incident-undone")
        return
    incident = turn.tx.incidents.put(replace(incident, confirmed_at=turn.now, confirmed_by=by.id))
    links = await incident_cases.confirm(turn.tx, turn.service, incident, by)
    undo = Button(turn.say("button-incident-undo"), f"incident:{incident.id}:unconfirm")
    rename = Button(turn.say("button-incident-name"), f"incident:{incident.id}:name")
    turn.reply("incident-confirmed", ((rename, undo),), count=len(links))
    await incident_cases.show_boards(turn.tx, incident, Lane.EDIT)


async def _say_done(turn: Turn, links: list[IncidentLink], key: str) -> None:
    if links:
        turn.reply(key, await undo_buttons(turn, links[0]), count=len(links))


async def on_undone(turn: Turn, found: OnIncidentLink) -> None:
    """*Undo*: what was said with one press was not said."""
    if found.link.standing != found.word:
        turn.reply("incident-undone-already")
        return
    await incident_cases.undo(turn.tx, turn.service, found.incident, found.link, found.member)
    await incident_cases.touch_boards(turn.tx, found.incident)
    turn.reply_in_place("incident-undone")
