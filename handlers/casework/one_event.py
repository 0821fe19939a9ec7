"""Whether two cases of one town, opened near each other, may tell of one event, by what their sources say of it.

a name     one may be the other's, in any script, also a first name alone
a place    one station, or one street, square or building by its name
the scene  two words of it (a rally, a square, a bus), or one and as many people

Names that are two people's speak against it, and a man here and a woman there. It is asked of a person, never decided.
"""

from collections.abc import Sequence

from msgspec import Struct

from core.casework.case_view import WHEREABOUTS_KINDS, CaseView, where_held
from core.casework.linking import is_stub
from core.casework.same_event import scene_words_in
from core.matching.likeness import PERHAPS, name_likeness
from core.matching.name_tokens import name_tokens
from core.model import LANGUAGES, Case
from core.places.landmarks import landmarks_in
from core.places.same_words import is_among
from core.places.spots import Spot
from core.understanding.later import speaks_of_other_kin
from core.understanding.name_facts import are_one
from core.values import CountKind, People
from core.vocabulary import CaseState
from handlers.cards.case_loading import held_spot, views_of
from handlers.casework.name_index import NEW
from handlers.service import Service
from storage.transaction import Transaction

READ, OF_EACH = 6, 600  # messages of a report, and characters of each
KINDS = (*WHEREABOUTS_KINDS, "name", "count")
SCENES = 2  # words of the scene that are enough


class ToldEvent(Struct, frozen=True):
    """What the sources of a case tell of the event. ``count``: of people, where it is said."""

    names: tuple[str, ...]
    station: Spot | None
    landmarks: frozenset[str]
    scene: frozenset[str]
    count: int | None
    said: str


async def cases_of_one_event(
    tx: Transaction, service: Service, case: Case, others: Sequence[Case]
) -> list[Case]:
    """Those of the others that may be of one event with the case."""
    near = [other for other in others if _is_near(case, other)]
    if not near:
        return []
    views = await views_of(tx, [case, *near], KINDS)
    told = [report.id for each in (case, *near) for report in await tx.reports.by(case_id=each.id)]
    await tx.entries.prefetch("report_id", told)
    ours = await _told_event(tx, service, case, views[case.id])
    return [
        other
        for other in near
        if _may_be_one(service, ours, await _told_event(tx, service, other, views[other.id]))
    ]


def _is_near(case: Case, other: Case) -> bool:
    if other.id == case.id or is_stub(other) or (case.city or "") != other.city:
        return False
    was_nothing = other.state is CaseState.CLOSED and other.outcome == "false_alarm"
    return not was_nothing and abs(case.opened_at - other.opened_at) <= NEW


async def _told_event(tx: Transaction, service: Service, case: Case, view: CaseView) -> ToldEvent:
    names = tuple(name for person in view.persons for name in person.names)
    held, count, city = where_held(view), view.value("count"), case.city or ""
    station = held_spot(service, city, held.text) if held is not None else None
    texts = [
        str(entry.payload.get("text", ""))[:OF_EACH]
        for report in await tx.reports.by(case_id=case.id)
        for entry in (await tx.entries.by(report_id=report.id))[:READ]
    ]
    besides = (*names, *(service.gazetteer.name(city, language) for language in LANGUAGES))
    return ToldEvent(
        names,
        station if station is not None and station.station is not None else None,
        frozenset().union(*(landmarks_in(text, besides) for text in texts)),
        frozenset().union(*(scene_words_in(text, service.events) for text in texts)),
        count.count if isinstance(count, People) and count.kind is CountKind.EXACT else None,
        " . ".join(texts),
    )


def _may_be_one(service: Service, ours: ToldEvent, theirs: ToldEvent) -> bool:
    if ours.names and theirs.names:
        return any(_is_name_of(service, a, b) for a in ours.names for b in theirs.names)
    if speaks_of_other_kin(ours.said, theirs.said, service.heard):
        return False
    if ours.station is not None and theirs.station is not None:
        return ours.station.is_same(theirs.station)
    if any(is_among(word, theirs.landmarks) for word in ours.landmarks):
        return True
    shared = ours.scene & theirs.scene
    several = ours.count is not None and ours.count == theirs.count and ours.count > 1
    return len(shared) >= SCENES or (bool(shared) and several)


def _is_name_of(service: Service, name: str, other: str) -> bool:
    rules = service.name_rules
    return (
        are_one(name, other) or name_likeness(name_tokens(name, rules), name_tokens(other, rules)) >= PERHAPS
    )
