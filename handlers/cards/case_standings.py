"""What the sieves ask of open cases (core.casework.sieves), loaded in a few statements, however many cases there are."""

from collections.abc import Collection, Sequence

from msgspec import Struct

from core.casework.case_view import WHEREABOUTS_KINDS, where_held
from core.casework.sieves import OF_ROW, CaseStanding, Sieve, how_surely_over, is_unanswered, sieves_of
from core.casework.visits import last_visit_step
from core.model import Case
from core.timeline import TimelineKind
from core.traffic import Card
from core.vocabulary import STILL
from handlers.cards import task_card, visit_way
from handlers.cards.case_loading import views_of
from storage.schema import cards
from storage.transaction import Transaction

ASK = "ask-"  # how the subjects of tasks begin
_OF_VISIT = frozenset({Sieve.ON_THE_WAY, Sieve.AT_THE_DOOR, Sieve.INSIDE, Sieve.REFUSED})
_OVER = frozenset({Sieve.SURELY_OVER, Sieve.PERHAPS_OVER})


class AskedTask(Struct, frozen=True):
    """What a coordinator was asked about a case, and has not settled."""

    card: Card
    case: Case
    kind: str


async def open_cases(tx: Transaction) -> list[Case]:
    """All that are not closed."""
    await tx.cases.prefetch("state", STILL)
    return [case for state in STILL for case in await tx.cases.by(state=state)]


async def load_standings(
    tx: Transaction,
    found: Sequence[Case],
    of: Collection[Sieve] = frozenset(Sieve),
    reader: Sequence[int] = (),
) -> dict[int, CaseStanding]:
    """Of each of these cases, by its id, what these sieves ask. ``reader``: the addresses of who looks."""
    ids, of = [case.id for case in found], set(of) - OF_ROW
    if of & _OF_VISIT:
        await visit_way.prefetch_steps(tx, found)
    if of & _OVER:
        await tx.clock_marks.prefetch("case_id", ids)
    views = await views_of(tx, found, WHEREABOUTS_KINDS) if Sieve.NO_STATION in of else {}
    asked = {task.case.id for task in await open_tasks(tx, reader)} if Sieve.FOR_ME in of else set()
    return {
        case.id: CaseStanding(
            case,
            await _last_steps(tx, case) if of & _OF_VISIT else (),
            how_surely_over(await tx.clock_marks.by(case_id=case.id)) if of & _OVER else None,
            case.id in views and where_held(views[case.id]) is not None,
            case.id in asked or (Sieve.FOR_ME in of and is_unanswered(case)),
        )
        for case in found
    }


async def sift(
    tx: Transaction, found: Sequence[Case], of: Collection[Sieve], reader: Sequence[int] = ()
) -> dict[int, frozenset[Sieve]]:
    """Those of these cases that lie in one of these sieves, by the id, and in which."""
    standings = await load_standings(tx, found, of, reader)
    lies = {id: sieves_of(standing) & frozenset(of) for id, standing in standings.items()}
    return {id: sieves for id, sieves in lies.items() if sieves}


async def _last_steps(tx: Transaction, case: Case) -> tuple[TimelineKind | None, ...]:
    holders = [holder for holder in (case.owner_id, case.second_id) if holder is not None]
    return tuple([last_visit_step(await visit_way.load_steps(tx, case, holder)) for holder in holders])


async def open_tasks(tx: Transaction, addresses: Sequence[int]) -> list[AskedTask]:
    """What the coordinator at these addresses is asked. What nobody has answered is asked of all of them, on one card."""
    shown = await tx.cards.select(cards.c.address_id.in_(addresses), cards.c.subject.startswith(ASK))
    await tx.cases.prefetch("id", {card.case_id for card in shown if card.case_id})
    found = []
    for card in shown:
        case, kind = await tx.cases.get(card.case_id or 0), card.subject.removeprefix(ASK)
        if case is not None and not await _is_settled(tx, case, kind):
            found.append(AskedTask(card, case, kind))
    return found


async def _is_settled(tx: Transaction, case: Case, kind: str) -> bool:
    if task_card.is_settled(case, kind):
        return True
    return kind in visit_way.RINGS_ABOUT and not await visit_way.who_to_ring(tx, case, kind)
