"""The letter that a coordinator works at: a draft among their papers, with all that was chosen for it.

It begins with ``/letter``, or with *Letter* on the board of an incident.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from core.model import Case, Member
from core.papers.letter import LetterChoices, choices_from_text, choices_to_text
from core.presentation import Button
from core.records.incidents import Incident, IncidentPhase, IncidentStanding
from core.records.papers import Paper, PaperState
from core.traffic import Lane, Timer
from core.vocabulary import UNTRUE
from handlers.arguments import find_case_by_code
from handlers.cards import live_cards
from handlers.incidents import incident_cases
from handlers.incidents.incident_cases import incident_title
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

KIND = "open_letter"
CARD = "letter"
STAYS = timedelta(days=7)  # a draft that nobody touches
CHOICES = "letter"  # under which the choices stand among the answers of the draft


class OnLetter(Struct, frozen=True):
    """``member`` is the actor, ``paper`` their draft; ``word`` says what is wanted."""

    member: Member
    paper: Paper
    choices: LetterChoices
    word: str


async def own_draft(turn: Turn, argument: str) -> OnLetter | None:
    """``number:word``: the actor's own draft of that number."""
    number, _, word = argument.partition(":")
    paper = await turn.tx.papers.get(id_in(number) or 0)
    if turn.member is None or paper is None or not is_draft(paper) or paper.member_id != turn.member.id:
        return None
    return OnLetter(turn.member, paper, letter_choices(paper), word)


def is_draft(paper: Paper) -> bool:
    """Whether it is a letter that somebody still works at."""
    return paper.kind == KIND and paper.state is PaperState.DRAFT and CHOICES in paper.answers


def letter_choices(paper: Paper) -> LetterChoices:
    """What was chosen so far."""
    return choices_from_text(paper.answers[CHOICES])


async def save_choices(tx: Transaction, paper: Paper, choices: LetterChoices) -> None:
    """What was chosen now; its page follows. A week after the last time it is forgotten."""
    tx.papers.put(replace(paper, answers={CHOICES: choices_to_text(choices)}))
    tx.timers.put(Timer(f"missive:{paper.id}", "missive-forgotten", tx.now + STAYS, paper.id))
    for card in await tx.cards.by(subject=CARD, subject_id=paper.id):
        live_cards.touch(tx, replace(card, lane=Lane.REPLY))


async def begin_letter(turn: Turn, member: Member, incident: Incident | None, cases: Sequence[Case]) -> None:
    """A letter about an incident, or about these cases; the draft of this incident goes on where it was."""
    tx, own = turn.tx, await turn.tx.papers.by(member_id=member.id)
    drafts = [
        paper
        for paper in own
        if incident is not None and paper.incident_id == incident.id and is_draft(paper)
    ]
    paper = (
        drafts[-1]
        if drafts
        else _new_draft(turn, member, incident, await _first_choices(turn, incident, cases))
    )
    if not drafts:
        await save_choices(tx, paper, letter_choices(paper))
    await live_cards.renew(tx, CARD, paper.id, turn.address.id, Lane.REPLY)


def _new_draft(turn: Turn, member: Member, incident: Incident | None, choices: LetterChoices) -> Paper:
    return turn.tx.papers.add(
        Paper(
            turn.tx.new_id(),
            KIND,
            choices.languages[0],
            PaperState.DRAFT,
            member.id,
            turn.address.id,
            turn.now,
            incident_id=incident.id if incident is not None else None,
            answers={CHOICES: choices_to_text(choices)},
        )
    )


async def _first_choices(turn: Turn, incident: Incident | None, cases: Sequence[Case]) -> LetterChoices:
    """All cases of the incident, and as earlier ones those of others that show the same; nobody is addressed yet."""
    tx, kind = turn.tx, turn.service.papers.kinds.get(KIND)
    languages = kind.languages if kind is not None else (turn.language,)
    if incident is None:
        return LetterChoices(tuple(case.id for case in cases if may_be_told(case)), languages=languages)
    inside = await _cases_inside(tx, incident)
    earlier: dict[int, Case] = {}
    same = [
        other
        for other in await tx.incidents.select()
        if incident.pattern and other.pattern == incident.pattern
    ]
    for other in same:
        earlier |= await _cases_inside(tx, other) if other.id != incident.id else {}
    return LetterChoices(
        tuple(inside),
        tuple(id for id in earlier if id not in inside),
        languages=languages,
    )


async def _cases_inside(tx: Transaction, incident: Incident) -> dict[int, Case]:
    links = await incident_cases.links_of(tx, incident, IncidentStanding.IN)
    return {case.id: case for case in await incident_cases.cases_of(tx, links) if may_be_told(case)}


def may_be_told(case: Case) -> bool:
    """Whether a letter may tell of it: false alarms are never told."""
    return case.outcome not in UNTRUE


SHOWN = 12  # incidents to choose from, the newest
LABEL = 40


class LetterIncident(Struct, frozen=True):
    """``member`` is the actor."""

    member: Member
    incident: Incident


class TypedCases(Struct, frozen=True):
    """The cases whose codes were typed, in that order; ``unknown``: what is no code of a case."""

    cases: tuple[Case, ...]
    unknown: str = ""


async def letter_incident(turn: Turn, argument: str) -> LetterIncident | None:
    """The incident of this number, if it is one."""
    found = await turn.tx.incidents.get(id_in(argument) or 0)
    if turn.member is None or found is None or found.phase not in (IncidentPhase.OPEN, IncidentPhase.ENDED):
        return None
    return LetterIncident(turn.member, found)


async def typed_codes(turn: Turn, argument: str) -> TypedCases:
    """Codes of cases, one after the other with commas or line breaks between; or nothing."""
    cases: dict[int, Case] = {}
    for code in argument.replace("\n", ",").split(","):
        case = await find_case_by_code(turn.tx, code) if code.strip() else None
        if code.strip() and case is None:
            return TypedCases(tuple(cases.values()), code.strip())
        if case is not None:
            cases[case.id] = case
    return TypedCases(tuple(cases.values()))


async def on_letter_asked(turn: Turn, asked: TypedCases) -> None:
    """Alone it lists incidents; with codes it begins a letter about these cases."""
    member = turn.coordinator
    if asked.unknown:
        turn.reply("case-unknown", code=asked.unknown[:LABEL])
    elif asked.cases and member is not None:
        await begin_letter(turn, member, None, asked.cases)
    else:
        every = [
            incident
            for incident in await turn.tx.incidents.select()
            if incident.phase in (IncidentPhase.OPEN, IncidentPhase.ENDED)
        ]
        rows = tuple(
            (Button(incident_title(turn.service, turn.language, incident)[:LABEL], f"letters:{incident.id}"),)
            for incident in sorted(every, key=lambda incident: -incident.id)[:SHOWN]
        )
        turn.reply("letter-which", rows)


async def on_begun_from_incident(turn: Turn, found: LetterIncident) -> None:
    """*Letter* on the board of an incident."""
    await begin_letter(turn, found.member, found.incident, ())
