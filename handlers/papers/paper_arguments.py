"""What a press is about in this room: the papers of a case, a new one, one of them. None: nothing of ours is named."""

from core.casework.case_view import CaseView, PersonView
from core.papers.paper_kinds import PaperKind
from core.records.papers import Paper, PaperState
from handlers import arguments
from handlers.arguments import OnCase
from handlers.cards.case_loading import view_of
from handlers.cards.paper_names import kind_of
from handlers.papers import paper_making
from handlers.turn import Turn, id_in

ALL = "all"
WHOLE = 0  # in the place of a person's number: all of the case
PLACES = 3  # digits of such a number


class PaperListing(OnCase, frozen=True):
    """``whom``: the number of a person in the case from 1, or WHOLE; None: not chosen yet. ``as_new``: shown as a new
    message.
    """

    view: CaseView
    whom: int | None
    page: int
    as_new: bool


class NewPaper(OnCase, frozen=True):
    """A sort of paper, and for whom."""

    kind: PaperKind
    whom: int
    person: int | None


class OnPaper(OnCase, frozen=True):
    """One of the papers of a case, and what is done with it; empty: it is shown."""

    paper: Paper
    act: str


async def paper_listing(turn: Turn, argument: str) -> PaperListing | None:
    """``case``; from within ``case:all``, ``case:whom`` or ``case:whom:page``."""
    number, *more = argument.split(":")
    found, given = await arguments.case(turn, number), [part for part in more if part != ALL]
    places = [int(place) for place in given if place.isdecimal() and len(place) <= PLACES]
    if found is None or len(places) != len(given) or len(more) > 2:
        return None
    return await listing_of_case(turn, found, *places, as_new=not more)


async def listing_by_code(turn: Turn, argument: str) -> PaperListing | None:
    """``/paper`` and a code."""
    found = await arguments.case_by_code(turn, argument)
    return await listing_of_case(turn, found, as_new=True) if found is not None else None


async def listing_of_case(
    turn: Turn, found: OnCase, whom: int | None = None, page: int = 0, *, as_new: bool
) -> PaperListing | None:
    """The papers of a case, or those of its person if there is only one."""
    view = await view_of(turn.tx, found.case)
    if whom is None and len(view.persons) <= 1:
        whom = len(view.persons)
    if whom is not None and whom > len(view.persons):
        return None
    return PaperListing(found.member, found.case, "", view, whom, page, as_new)


async def new_paper(turn: Turn, argument: str) -> NewPaper | None:
    """``case:kind:whom``: which paper is to be made, about whom in which case."""
    number, _, rest = argument.partition(":")
    id, _, place = rest.partition(":")
    found, kind = await arguments.case(turn, number), kind_of(turn.service, id)
    if found is None or kind is None or not place.isdecimal() or len(place) > PLACES:
        return None
    view = await view_of(turn.tx, found.case)
    if int(place) > len(view.persons):
        return None
    person = numbered_person(view, int(place))
    return NewPaper(found.member, found.case, "", kind, int(place), person.id if person is not None else None)


async def pressed_paper(turn: Turn, argument: str) -> OnPaper | None:
    """``number`` or ``number:act``: a paper of a case; a draft is only its writer's."""
    found = await _on_paper(turn, argument)
    return found if found is not None and paper_making.is_own(found.paper, found.member, found.case) else None


async def asked_paper(turn: Turn, argument: str) -> OnPaper | None:
    """``number:yes`` or ``number:no``: a paper about which another coordinator is asked. Somebody who joined again in the
    asker's chat does not count as another.
    """
    found = await _on_paper(turn, argument)
    if found is None or found.act not in ("yes", "no") or found.paper.state is not PaperState.ASKED:
        return None
    own = found.paper.member_id == found.member.id or found.paper.address_id == turn.address.id
    return None if own else found


async def _on_paper(turn: Turn, argument: str) -> OnPaper | None:
    number, _, act = argument.partition(":")
    found = await turn.tx.papers.get(id_in(number) or 0)
    case = await turn.tx.cases.get(found.case_id or 0) if found is not None else None
    if turn.member is None or found is None or case is None:
        return None
    return OnPaper(turn.member, case, "", found, act)


def numbered_person(view: CaseView, whom: int) -> PersonView | None:
    """The person of this number."""
    return view.persons[whom - 1] if whom else None
