"""The letter that a coordinator works at: a draft among their papers, with all that was chosen for it."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from bot.core.incidents import Incident, Standing
from bot.core.model import Case, Member
from bot.core.papers.choices import Choices, from_text, to_text
from bot.core.papers.made import Paper, PaperState
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import UNTRUE
from handlers.cards import tracking
from handlers.incidents import membership
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
    choices: Choices
    word: str


async def one(turn: Turn, argument: str) -> OnLetter | None:
    """``number:word``: the actor's own draft of that number."""
    number, _, word = argument.partition(":")
    paper = await turn.tx.papers.get(id_in(number) or 0)
    if turn.member is None or paper is None or not is_draft(paper) or paper.member_id != turn.member.id:
        return None
    return OnLetter(turn.member, paper, choices_of(paper), word)


def is_draft(paper: Paper) -> bool:
    """Whether it is a letter that somebody still works at."""
    return paper.kind == KIND and paper.state is PaperState.DRAFT and CHOICES in paper.answers


def choices_of(paper: Paper) -> Choices:
    """What was chosen so far."""
    return from_text(paper.answers[CHOICES])


async def save(tx: Transaction, paper: Paper, choices: Choices) -> None:
    """What was chosen now; its page follows. A week after the last time it is forgotten."""
    tx.papers.put(replace(paper, answers={CHOICES: to_text(choices)}))
    tx.timers.put(Timer(f"missive:{paper.id}", "missive-forgotten", tx.now + STAYS, paper.id))
    for card in await tx.cards.by(subject=CARD, subject_id=paper.id):
        tracking.touch(tx, replace(card, lane=Lane.REPLY))


async def begin(turn: Turn, member: Member, incident: Incident | None, cases: Sequence[Case]) -> None:
    """A letter about an incident, or about these cases; the draft of this incident goes on where it was."""
    tx, own = turn.tx, await turn.tx.papers.by(member_id=member.id)
    drafts = [one for one in own if incident is not None and one.incident_id == incident.id and is_draft(one)]
    paper = drafts[-1] if drafts else _new(turn, member, incident, await _first(turn, incident, cases))
    if not drafts:
        await save(tx, paper, choices_of(paper))
    await tracking.renew(tx, CARD, paper.id, turn.address.id, Lane.REPLY)


def _new(turn: Turn, member: Member, incident: Incident | None, choices: Choices) -> Paper:
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
            answers={CHOICES: to_text(choices)},
        )
    )


async def _first(turn: Turn, incident: Incident | None, cases: Sequence[Case]) -> Choices:
    """All cases of the incident, and as earlier ones those of others that show the same; nobody is addressed yet."""
    tx, kind = turn.tx, turn.service.papers.kinds.get(KIND)
    languages = kind.languages if kind is not None else (turn.language,)
    if incident is None:
        return Choices(tuple(case.id for case in cases if is_true(case)), languages=languages, hedged=False)
    inside = await _inside(tx, incident)
    earlier: dict[int, Case] = {}
    same = [
        one for one in await tx.incidents.select() if incident.pattern and one.pattern == incident.pattern
    ]
    for other in same:
        earlier |= await _inside(tx, other) if other.id != incident.id else {}
    return Choices(
        tuple(inside),
        tuple(id for id in earlier if id not in inside),
        languages=languages,
        hedged=incident.pattern is not None,
    )


async def _inside(tx: Transaction, incident: Incident) -> dict[int, Case]:
    links = await membership.links_of(tx, incident, Standing.IN)
    return {case.id: case for case in await membership.cases_of(tx, links) if is_true(case)}


def is_true(case: Case) -> bool:
    """Whether a letter may tell of it: false alarms are never told."""
    return case.outcome not in UNTRUE
