"""Who may press or type what. A row of routes names one of these; handlers.routing asks, before its function runs.

docs/develop/permissions.md shows all of it as tried: every row, every sort of person, every state of a case.
"""

from collections.abc import Awaitable, Callable, Mapping
from enum import Enum, auto

from core.casework.ownership import has_case, last_lapsed_owner
from core.vocabulary import CaseState, Role
from handlers.arguments import OnCase, OnOffer
from handlers.casework import disclosure
from handlers.turn import Turn

NOTHING = "button-unknown"
NOT_YOURS = "case-not-yours"
STRANGER = "stranger"  # stands for the row's own answer to somebody who is not on the roster


class Actor(Enum):
    """What somebody has to be. A member who is asked about a case is on the roster, not suspended, and no administrator."""

    NOBODY = auto()
    ANYBODY = auto()
    MEMBER = auto()
    STAFF = auto()  # a member, or an administrator whom only the configuration names
    COORDINATOR = auto()
    ADMINISTRATOR = auto()  # on the roster, or in the configuration; to everybody else it does not exist
    ASKED = auto()  # to whom the offer was made
    OWNER = auto()  # who has the case, the first of two
    OWNER_OR_COORDINATOR = auto()  # the same, or had it when it was closed
    HOLDER_OR_COORDINATOR = auto()  # the second lawyer, too
    OWNER_OR_VIEWER = auto()  # the owner, or a coordinator to whom it was opened
    LAST_OWNER = (
        auto()
    )  # who has it, first or second, or lost it last by doing nothing while nobody else has taken it
    KNOWS = auto()  # to whom it was ever offered, or any coordinator: they write, and see nothing of it
    VIEWER = auto()  # who sees it whole: has it now, or is a coordinator to whom it was opened
    VIEWING_COORDINATOR = auto()


# In which states of a case something cannot be done, and how that is answered.
UNLESS_CLOSED: Mapping[CaseState, str] = {CaseState.CLOSED: "case-is-closed"}
WHILE_CLOSED: Mapping[CaseState, str] = {CaseState.OPEN: "case-is-open", CaseState.ACCEPTED: "case-is-open"}
WHILE_OPEN: Mapping[CaseState, str] = {CaseState.ACCEPTED: "accept-too-late", **UNLESS_CLOSED}


def refusal_by_standing(turn: Turn, who: Actor) -> str | None:
    """Why somebody who is not (any more) on the roster may not, regardless of what it is about: a key of the words, or
    None.
    """
    if who is Actor.ADMINISTRATOR:
        return None if turn.is_administrator else NOTHING
    on_roster = turn.active is not None and who is not Actor.NOBODY
    if who is Actor.ANYBODY or on_roster or (who is Actor.STAFF and turn.is_administrator):
        return None
    return "suspended" if turn.member is not None else STRANGER


async def refusal_by_relation(turn: Turn, who: Actor, found: object) -> str | None:
    """Why a member may not do this with what was found: a key of the words, or None."""
    if not isinstance(found, OnCase):
        coordinates = who is not Actor.COORDINATOR or turn.coordinator is not None
        return None if coordinates else NOTHING
    for holds, refusal in CHECKS[who]:
        if found.member.role is Role.ADMINISTRATOR or not await holds(turn, found):
            return refusal
    return None


async def _coordinates(turn: Turn, found: OnCase) -> bool:
    return found.member.role is Role.COORDINATOR


async def _has_case(turn: Turn, found: OnCase) -> bool:
    return found.case.owner_id == found.member.id


async def _has_or_coordinates(turn: Turn, found: OnCase) -> bool:
    return await _has_case(turn, found) or await _coordinates(turn, found)


async def _holds_or_coordinates(turn: Turn, found: OnCase) -> bool:
    return has_case(found.case, found.member.id) or await _coordinates(turn, found)


async def _has_or_views(turn: Turn, found: OnCase) -> bool:
    return await _has_case(turn, found) or (await _coordinates(turn, found) and await _sees_case(turn, found))


async def _has_or_had(turn: Turn, found: OnCase) -> bool:
    if found.case.state is not CaseState.OPEN:
        return has_case(found.case, found.member.id)
    return last_lapsed_owner(await turn.tx.alerts.by(case_id=found.case.id)) == found.member.id


async def _sees_case(turn: Turn, found: OnCase) -> bool:
    return await disclosure.may_see(turn.tx, found.case, turn.address.id)


async def _knows(turn: Turn, found: OnCase) -> bool:
    offers = await turn.tx.alerts.by(case_id=found.case.id)
    return await _coordinates(turn, found) or any(offer.member_id == found.member.id for offer in offers)


async def _was_asked(turn: Turn, found: OnCase) -> bool:
    return isinstance(found, OnOffer) and found.alert.member_id == found.member.id


Check = Callable[[Turn, OnCase], Awaitable[bool]]
CHECKS: dict[Actor, tuple[tuple[Check, str], ...]] = {
    Actor.COORDINATOR: ((_coordinates, NOT_YOURS),),
    Actor.ASKED: ((_was_asked, NOTHING),),  # of other people's offers nobody learns that they exist
    Actor.OWNER: ((_has_case, NOT_YOURS),),
    Actor.OWNER_OR_COORDINATOR: ((_has_or_coordinates, NOT_YOURS),),
    Actor.HOLDER_OR_COORDINATOR: ((_holds_or_coordinates, NOT_YOURS),),
    Actor.OWNER_OR_VIEWER: ((_has_or_views, NOT_YOURS),),
    Actor.LAST_OWNER: ((_has_or_had, NOT_YOURS),),
    Actor.KNOWS: ((_knows, NOT_YOURS),),
    Actor.VIEWER: ((_sees_case, NOT_YOURS),),
    Actor.VIEWING_COORDINATOR: ((_sees_case, NOT_YOURS), (_coordinates, NOT_YOURS)),
}
