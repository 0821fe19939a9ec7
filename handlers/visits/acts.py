"""What an owner says of their way, by a button or in words: each a claim with its time, and what follows from it.

the first of any      ends the wait for a first action (lifecycle)
not let in            coordinators are asked at once to ring
let in                after three hours it is asked whether they are out (inside)
out                   nothing is asked any more
"""

from collections.abc import Sequence
from datetime import datetime

from bot.core.casework.visits import Step
from bot.core.model import Case, Member
from bot.core.presentation import Presentation
from bot.core.timeline import Line
from bot.core.values import Moment, Precision
from bot.core.vocabulary import AskKind, CaseState
from handlers.alerting import asks
from handlers.cards import visit_lines
from handlers.cards.case_view import view_of
from handlers.casework import facts, lifecycle
from handlers.pressed import OnCase
from handlers.service import Service
from handlers.turn import Turn
from handlers.visits import inside, panel
from storage.transaction import Transaction

TOLD = (Line.REFUSED, Line.ADMITTED)  # what follows from them; the card shows the others


async def on_act(turn: Turn, found: OnCase) -> None:
    """*Contacted*, *On my way*, *At the door* … Too late for a first one, and nobody else has it: it is theirs again."""
    case, act = found.case, Line(found.word)
    if case.state is CaseState.OPEN:
        await lifecycle.taken(turn.tx, turn.service, case, found.member, at=turn.address.id)
        case = await turn.tx.cases.get(case.id) or case
    step = await said(turn.tx, turn.service, case, found.member, act)
    if act in TOLD:
        time = visit_lines.time_words(turn.service, case, step.at)
        turn.reply(f"visit-told-{act}", code=case.code, time=time)
    elif act is Line.OUT:
        panel.opened(turn, case, await view_of(turn.tx, case))


async def said(
    tx: Transaction, service: Service, case: Case, member: Member, act: Line, at: datetime | None = None
) -> Step:
    """The owner says it now; ``at``: when it was so."""
    step = Step(act, at or tx.now)
    case = await lifecycle.acted(tx, service, case, member, act)
    if case.owner_id == member.id:
        await asks.settle(tx, service, case, AskKind.CANNOT_COME)
    moment = Moment(step.at, Precision.MINUTE, exact=True)
    await facts.note(tx, service, case, facts.by_member(tx, case, member, "visit", act.value, when=moment))
    if act is Line.REFUSED and await visit_lines.to_ring(tx, case, AskKind.REFUSED):
        await asks.put(tx, service, case, AskKind.REFUSED, again=True)
    elif act is Line.ADMITTED:
        inside.began(tx, case, member, step)
    elif act is Line.OUT:
        inside.ended(tx, case, member)
    return step


def answer(turn: Turn, case: Case, text: str, way: Sequence[Step]) -> None:
    """What was understood of typed words, and below it what can come next."""
    turn.show(Presentation(text, visit_lines.next_row(turn.service, turn.language, case, way)))
