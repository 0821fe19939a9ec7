"""A member says that a paper was sent: then it is an intervention, with its own term to be answered."""

from msgspec.structs import replace

from bot.core.model import Case
from bot.core.values import Intervention, Moment, Value
from handlers.cards import tracking
from handlers.interventions import writing
from handlers.papers import offices
from handlers.papers.drafts import Prepared
from handlers.turn import Turn


async def write(turn: Turn, ready: Prepared, when: Value | None, reference: str) -> None:
    """To whom it is addressed, when, under which number; said once."""
    paper, member = ready.paper, turn.active
    if not isinstance(when, Moment) or member is None or paper.sent_id is not None:
        return
    addressee = offices.called(turn.service, paper.language, paper.office) if paper.office else ""
    what = Intervention(
        0,
        ready.kind.sent_as,
        addressee,
        when.at or turn.now,
        when.precision,
        office=paper.office,
        reference=reference,
        paper=paper.id,
    )
    number = await writing.sent(turn.tx, turn.service, ready.case, member, what, person=paper.person_id)
    turn.tx.papers.put(replace(paper, sent_id=number))
    await noted(turn, ready.case)


async def noted(turn: Turn, case: Case) -> None:
    """Whoever sees the case sees it."""
    await tracking.touch_case(turn.tx, case.id)
