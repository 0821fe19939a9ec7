"""What a press is about in this room: a proceeding, a hearing, what may be opened. None: nothing of ours is named."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from core.casework.case_view import CaseView
from core.casework.proceedings import (
    TrackedHearing,
    TrackedProceeding,
    tracked_hearing,
    tracked_proceeding,
)
from core.model import Case, Member
from core.resources.law_files import Charge, charge_of
from handlers import arguments
from handlers.arguments import OnCase
from handlers.cards.case_loading import view_of
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

Tracked = TypeVar("Tracked")
Found = TypeVar("Found")


class OnProceeding(OnCase, frozen=True):
    """A proceeding of the case, too, and what is known of the case."""

    course: TrackedProceeding
    view: CaseView


class OnCharge(OnProceeding, frozen=True):
    """An article for it, too."""

    charge: Charge


class OnHearing(OnCase, frozen=True):
    """A hearing of the case, too, and what is known of the case."""

    sitting: TrackedHearing
    view: CaseView


class NewProceeding(OnCase, frozen=True):
    """Against whom proceedings are opened: a person, all (None, ``chosen``), or not chosen yet."""

    person: int | None
    chosen: bool


async def numbered(
    turn: Turn,
    argument: str,
    made: Callable[[Member, Case, str, Tracked, CaseView], Found],
    case_of: Callable[[Transaction, int], Awaitable[Case | None]],
    tracked: Callable[[CaseView, int], Tracked | None],
) -> Found | None:
    """``number`` or ``number:word``: what of a case has that number, with the case and what is known of it."""
    number, _, word = argument.partition(":")
    case = await case_of(turn.tx, id_in(number) or 0)
    if turn.member is None or case is None:
        return None
    view = await view_of(turn.tx, case)
    found = tracked(view, int(number))
    return made(turn.member, case, word, found, view) if found is not None else None


async def numbered_proceeding(turn: Turn, argument: str) -> OnProceeding | None:
    """``number`` or ``number:word``: the proceeding of that number."""
    return await numbered(turn, argument, OnProceeding, case_of_claim, tracked_proceeding)


async def proceeding_and_article(turn: Turn, argument: str) -> OnCharge | None:
    """``number:article``: the proceeding, and an article of the country's."""
    number, _, article = argument.partition(":")
    found, named = await numbered_proceeding(turn, number), charge_of(article, *turn.service.sheets)
    if found is None or named is None:
        return None
    return OnCharge(found.member, found.case, "", found.course, found.view, named)


async def numbered_hearing(turn: Turn, argument: str) -> OnHearing | None:
    """``number`` or ``number:word``: the hearing of that number."""
    return await numbered(turn, argument, OnHearing, case_of_claim, tracked_hearing)


async def new_proceeding(turn: Turn, argument: str) -> NewProceeding | None:
    """``case``, ``case:sort`` or ``case:sort:person``; the person is one of the case, or 0: all."""
    beginning, _, person = argument.rpartition(":") if argument.count(":") > 1 else (argument, "", "")
    found = await arguments.case(turn, beginning)
    if found is None:
        return None
    named = id_in(person)
    if person not in ("", "0"):
        view = await view_of(turn.tx, found.case)
        if named not in [person.id for person in view.persons]:
            return None
    return NewProceeding(found.member, found.case, found.word, named, chosen=bool(person))


async def case_of_claim(tx: Transaction, number: int) -> Case | None:
    """The case of the claim that opened something; of what a report claims, the case that it feeds now."""
    claim = await tx.claims.get(number)
    if claim is None:
        return None
    report = await tx.reports.get(claim.report_id) if claim.report_id is not None else None
    case_id = report.case_id if report is not None else claim.case_id
    return await tx.cases.get(case_id) if case_id is not None else None
