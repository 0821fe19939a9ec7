"""Bad news that a lawyer types: they are kept out, or somebody is hurt. Coordinators hear of it at once, on suspicion; the
lawyer reads what was made of it, takes it back with one press, and begins the complaint with another.
"""

from core.casework.visits import VisitStep, last_visit_step
from core.model import Case, Member
from core.papers.paper_kinds import Occasion
from core.presentation import Button, ButtonRows
from core.timeline import TimelineKind
from core.vocabulary import TaskKind
from handlers.alerting import tasks
from handlers.arguments import OnCase
from handlers.cards import live_cards, visit_way
from handlers.cards.paper_names import paper_buttons
from handlers.casework import facts
from handlers.turn import Turn
from handlers.visits import visit_steps
from storage import timeline

UNDONE = {"": TaskKind.HARMED, "comes": TaskKind.CANNOT_COME, "denies": TaskKind.DENIED}
COMES, DENIES = "comes", "denies"


def refusal_buttons(turn: Turn, case: Case) -> ButtonRows:
    """*Let in* comes next; *Undo*; *Complaint*."""
    (admitted, *_) = visit_way.next_buttons(
        turn.service, turn.language, case, (VisitStep(TimelineKind.REFUSED, turn.now),)
    )[0]
    undo = Button(turn.say("button-unsaid"), f"unsaid:{case.id}:{TimelineKind.REFUSED}")
    return ((admitted,), (undo,), *paper_buttons(turn.service, turn.language, case, Occasion.REFUSED))


def harm_buttons(turn: Turn, case: Case) -> ButtonRows:
    """*Not violence*; *Complaint*; what was seen of it."""
    calm = Button(turn.say("button-not-harmed"), f"unhurt:{case.id}")
    seen = Button(turn.say("saw-harm"), f"saw:{case.id}:0:harm")
    return ((calm, seen), *paper_buttons(turn.service, turn.language, case, Occasion.HARMED))


def denial_buttons(turn: Turn, case: Case) -> ButtonRows:
    """*Not denied*; what is made when holding somebody is denied."""
    no = Button(turn.say("button-not-denied"), f"unhurt:{case.id}:{DENIES}")
    return ((no,), *paper_buttons(turn.service, turn.language, case, Occasion.DENIED))


async def ask_about_harm(turn: Turn, case: Case) -> None:
    """With a sound, each time that it is told."""
    await tasks.ask_coordinators(turn.tx, turn.service, case, TaskKind.HARMED, again=True)


async def on_not_harmed(turn: Turn, found: OnCase) -> None:
    """*Not violence*, *Not denied*, or *Undo* of that they cannot come: nobody is asked to ring; the words stay."""
    await tasks.settle(turn.tx, turn.service, found.case, UNDONE[found.word])
    turn.reply_in_place("visit-not-harmed", code=found.case.code)


async def on_undone(turn: Turn, found: OnCase) -> None:
    """*Undo*: the last step of this member is not so. Who has said another since presses what is true."""
    tx, case, act = turn.tx, found.case, TimelineKind(found.word)
    way = await visit_way.load_steps(tx, case, found.member.id)
    if last_visit_step(way) is not act:
        turn.reply_in_place("visit-not-undone", code=case.code)
        return
    await _withdraw_step(turn, case, found.member, act)
    if act is TimelineKind.ADMITTED:
        visit_steps.end_waiting(tx, case, found.member)
    elif act is TimelineKind.REFUSED and not await visit_way.who_to_ring(tx, case, TaskKind.REFUSED):
        await tasks.settle(tx, turn.service, case, TaskKind.REFUSED)
    await timeline.append(tx, case.id, found.member.id, TimelineKind.VISIT_VOID, {})
    await live_cards.touch_case(tx, case.id)
    left = await visit_way.load_steps(tx, case, found.member.id)
    rows = visit_way.next_buttons(turn.service, turn.language, case, left)
    turn.reply_in_place("visit-undone", rows, code=case.code)


async def _withdraw_step(turn: Turn, case: Case, member: Member, act: TimelineKind) -> None:
    mine = [
        claim
        for claim in await turn.tx.claims.by(case_id=case.id, kind=visit_way.KIND)
        if facts.is_said_by(claim, member) and claim.withdrawn_at is None and claim.value == act.value
    ]
    last = max(mine, key=lambda claim: (claim.noted_at, claim.id))
    await facts.withdraw(turn.tx, turn.service, case, last)
