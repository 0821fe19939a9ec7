"""What a press is about in this room: a proceeding, a hearing, what may be opened. None: nothing of ours is named."""

from bot.core.casework.describe import CaseView
from bot.core.casework.proceedings import Course, Sitting, course, sitting
from bot.core.model import Case
from bot.resources.charges import Charge, charge_of
from handlers import pressed
from handlers.cards.case_view import view_of
from handlers.pressed import OnCase
from handlers.turn import Turn, id_in
from storage.transaction import Transaction


class OnCourse(OnCase, frozen=True):
    """A proceeding of the case, too, and what is known of the case."""

    course: Course
    view: CaseView


class OnCharge(OnCourse, frozen=True):
    """An article for it, too."""

    charge: Charge


class OnSitting(OnCase, frozen=True):
    """A hearing of the case, too, and what is known of the case."""

    sitting: Sitting
    view: CaseView


class Opening(OnCase, frozen=True):
    """Against whom proceedings are opened: a person, all (None, ``chosen``), or not chosen yet."""

    person: int | None
    chosen: bool


async def one(turn: Turn, argument: str) -> OnCourse | None:
    """``number`` or ``number:word``: the proceeding of that number."""
    number, _, word = argument.partition(":")
    found = await case_of(turn.tx, id_in(number) or 0)
    if turn.member is None or found is None:
        return None
    view = await view_of(turn.tx, found)
    named = course(view, int(number))
    return OnCourse(turn.member, found, word, named, view) if named is not None else None


async def charge(turn: Turn, argument: str) -> OnCharge | None:
    """``number:article``: the proceeding, and an article of the country's."""
    number, _, article = argument.partition(":")
    found, named = await one(turn, number), charge_of(turn.service.jurisdiction, article)
    if found is None or named is None:
        return None
    return OnCharge(found.member, found.case, "", found.course, found.view, named)


async def hearing(turn: Turn, argument: str) -> OnSitting | None:
    """``number`` or ``number:word``: the hearing of that number."""
    number, _, word = argument.partition(":")
    found = await case_of(turn.tx, id_in(number) or 0)
    if turn.member is None or found is None:
        return None
    view = await view_of(turn.tx, found)
    named = sitting(view, int(number))
    return OnSitting(turn.member, found, word, named, view) if named is not None else None


async def opening(turn: Turn, argument: str) -> Opening | None:
    """``case``, ``case:sort`` or ``case:sort:person``; the person is one of the case, or 0: all."""
    beginning, _, person = argument.rpartition(":") if argument.count(":") > 1 else (argument, "", "")
    found = await pressed.case(turn, beginning)
    if found is None:
        return None
    named = id_in(person)
    if person not in ("", "0"):
        view = await view_of(turn.tx, found.case)
        if named not in [one.id for one in view.persons]:
            return None
    return Opening(found.member, found.case, found.word, named, chosen=bool(person))


async def case_of(tx: Transaction, number: int) -> Case | None:
    """The case of the claim that opened something."""
    claim = await tx.claims.get(number)
    return await tx.cases.get(claim.case_id) if claim is not None and claim.case_id is not None else None
