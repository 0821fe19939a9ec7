"""The choices of a coordinators' board, each a row: how the cases are found, in statements that do not grow with the years.

Whatever is not closed is read by its state, what was closed by its moment, everything else by these cases.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import timedelta

from msgspec import Struct

from bot.core.casework.holding import has
from bot.core.casework.proceedings import next_sitting
from bot.core.casework.sieve import Which
from bot.core.casework.verifying import UNVERIFIED
from bot.core.model import Case
from bot.core.values import Hearing
from bot.core.vocabulary import CaseState
from handlers.cards import proceeding_lines
from handlers.cards.board_lines import by_need
from handlers.cards.case_view import view_from
from handlers.people.membership import active_at
from handlers.service import Service
from storage.schema import cards, cases
from storage.transaction import Transaction

SOON = timedelta(hours=48)  # until a hearing
LATELY = timedelta(days=7)  # since it was closed
MOST = 100  # of those


class Asked(Struct, frozen=True):
    """Who asks, and all cases that are not closed."""

    tx: Transaction
    service: Service
    language: str
    address_id: int
    still: Mapping[int, Case]


Found = dict[int, str]  # the case, and what its line says besides


async def _of_state(asked: Asked, key: str) -> Found:
    return _plain(case.id for case in by_need(list(asked.still.values()))[key])


async def _overdue(asked: Asked) -> Found:
    await asked.tx.clock_marks.prefetch("case_id", asked.still)
    marks = [mark for id in asked.still for mark in await asked.tx.clock_marks.by(case_id=id)]
    return _plain(mark.case_id for mark in marks if mark.goes_on and mark.known)


async def _hearings(asked: Asked) -> Found:
    tx, found = asked.tx, []
    kinds = ("proceeding", "hearing")
    await tx.prefetch(*(tx.claims.want("case_id", asked.still, kind=kind) for kind in kinds))
    for case in asked.still.values():
        said = [claim for kind in kinds for claim in await tx.claims.by(case_id=case.id, kind=kind)]
        sitting = next_sitting(view_from(said), tx.now) if said else None
        if sitting is not None and sitting.hearing.at <= tx.now + SOON:
            found.append((sitting.hearing.at, case, sitting.hearing))
    found.sort(key=lambda one: (one[0], one[1].id))
    return {case.id: _at(asked, case, hearing) for _, case, hearing in found}


def _at(asked: Asked, case: Case, hearing: Hearing) -> str:
    time = proceeding_lines.hearing_time(asked.service, case, hearing)
    return asked.service.words.say(asked.language, "sieve-hearing", time=time)


async def _hidden(asked: Asked) -> Found:
    tx = asked.tx
    await tx.reports.prefetch("case_id", asked.still)
    told = [report for id in asked.still for report in await tx.reports.by(case_id=id)]
    await tx.addresses.prefetch("id", {report.address_id for report in told})
    chats = {report.address_id: await tx.addresses.get(report.address_id) for report in told}
    hidden = {id for id, chat in chats.items() if chat is not None and chat.silenced_at is not None}
    return _plain(r.case_id for r in told if r.address_id in hidden and r.case_id is not None)


async def _unverified(asked: Asked) -> Found:
    return _plain(case.id for case in asked.still.values() if case.verification in UNVERIFIED)


async def _closed(asked: Asked) -> Found:
    since = cases.c.closed_at > asked.tx.now - LATELY
    found = await asked.tx.cases.select(since, order_by=cases.c.closed_at.desc(), limit=MOST)
    return _plain(case.id for case in found if case.state is CaseState.CLOSED)


async def _mine(asked: Asked) -> Found:
    """What the reader has, and what they opened and still see."""
    tx, at = asked.tx, cards.c.address_id == asked.address_id
    opened = {card.subject_id for card in await tx.cards.select(at, cards.c.subject == "case")}
    members = await active_at(tx, asked.address_id)
    own = {case.id for case in asked.still.values() if any(has(case, member.id) for member in members)}
    return _plain(id for id in asked.still if id in own | opened)


def _plain(found: Iterable[int]) -> Found:
    return dict.fromkeys(found, "")


SIEVES: dict[Which, Callable[[Asked], Awaitable[Found]]] = {
    Which.FREE: lambda asked: _of_state(asked, "board-free"),
    Which.TAKEN: lambda asked: _of_state(asked, "board-taken"),
    Which.RECORDS: lambda asked: _of_state(asked, "board-records"),
    Which.OVERDUE: _overdue,
    Which.HEARINGS: _hearings,
    Which.HIDDEN: _hidden,
    Which.UNVERIFIED: _unverified,
    Which.CLOSED: _closed,
    Which.MINE: _mine,
}
IN_ORDER = (Which.HEARINGS, Which.CLOSED)  # as they were found: by their time
