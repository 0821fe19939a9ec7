"""What is true of a stored case: its claims, and those of what feeds it, loaded and described; and where it is."""

from collections.abc import Collection, Sequence
from datetime import datetime

from msgspec.structs import replace

from core.casework.case_view import WHEREABOUTS_KINDS, CaseView, view_case, where_held
from core.casework.claims import NO_TIME, Claim
from core.casework.linking import CaseFeed, case_feed, claims_of_case
from core.model import LANGUAGES, Case
from core.places.place_kinds import Point
from core.places.spots import Spot, make_spot
from core.values import Place
from handlers.service import Service
from storage.transaction import Transaction

# Kinds of claims: the station where somebody is, before where it happened.
PLACE_KINDS = (*WHEREABOUTS_KINDS, "where", "place")
LOOKED_AT = 30  # cases of a list; with more in few rows a page would not fit one message


async def view_of(tx: Transaction, case: Case) -> CaseView:
    """What is true now."""
    return view_from(await claims_of(tx, case))


async def claims_of(tx: Transaction, case: Case) -> list[Claim]:
    """What its sources say, also what they have taken back."""
    reports = {report.id for report in await tx.reports.by(case_id=case.id)}
    return await _claims(tx, case, await fed_by(tx, case, reports, NO_TIME))


async def views_of(tx: Transaction, cases: Sequence[Case], kinds: Sequence[str]) -> dict[int, CaseView]:
    """What is true of each, by its id, in these kinds alone: a few statements, however many cases there are."""
    await tx.reports.prefetch("case_id", [case.id for case in cases])
    told = {case.id: [report.id for report in await tx.reports.by(case_id=case.id)] for case in cases}
    several = [report for reports in told.values() if len(reports) > 1 for report in reports]
    await tx.links.prefetch("report_id", several)
    linked_from = {link.case_id for report in several for link in await tx.links.by(report_id=report)}
    await tx.links.prefetch("case_id", sorted(linked_from))
    of = {case.id: await fed_by(tx, case, told[case.id], NO_TIME) for case in cases}
    reports = sorted({report for feed in of.values() for report in feed.reports})
    ids = sorted({*of, *(stub for feed in of.values() for stub in feed.stubs)})
    await tx.prefetch(
        *(tx.claims.want("report_id", reports, kind=kind) for kind in kinds),
        *(tx.claims.want("case_id", ids, kind=kind) for kind in kinds),
    )
    found = {}
    for id, feed in of.items():
        claims = [claim for kind in kinds for claim in await tx.claims.by(case_id=id, kind=kind)]
        for kind in kinds:
            for report in sorted(feed.reports):
                claims += await tx.claims.by(report_id=report, kind=kind)
            for stub in sorted(feed.stubs):
                claims += await tx.claims.by(case_id=stub, kind=kind)
        found[id] = view_from(claims_of_case(claims, id, feed))
    return found


def view_from(claims: list[Claim]) -> CaseView:
    """What is true now by these claims."""
    # Not as of this moment: a clock that was ahead and was put back has left claims in the future.
    return view_case(claims, NO_TIME)


async def fed_by(tx: Transaction, case: Case, reports: Collection[int], moment: datetime) -> CaseFeed:
    """What fed the case at a moment. Most cases have one report, of which nothing more is read."""
    if len(reports) <= 1:
        return CaseFeed(frozenset(reports))
    await tx.links.prefetch("report_id", reports)
    links = {link.id: link for report in sorted(reports) for link in await tx.links.by(report_id=report)}
    cases = sorted({case.id, *(link.case_id for link in links.values())})
    await tx.links.prefetch("case_id", cases)
    links |= {link.id: link for id in cases for link in await tx.links.by(case_id=id)}
    return case_feed(links.values(), case.id, moment)


async def _claims(tx: Transaction, case: Case, of: CaseFeed) -> list[Claim]:
    claims = await tx.claims.by(case_id=case.id)
    for report in sorted(of.reports):
        claims += await tx.claims.by(report_id=report)
    for stub in sorted(of.stubs):
        claims += await tx.claims.by(case_id=stub)
    return claims_of_case(claims, case.id, of)


async def load_spots(
    tx: Transaction, service: Service, cases: Sequence[Case], *, limit: int = LOOKED_AT
) -> dict[int, Spot]:
    """Where each of them is held, or where it happened, by what their sources say: a few statements, however many they are.
    What is said to be over, or false, stands alone.
    """
    placed = [case for case in cases if case.city or case.region]
    looked_at = [case for case in placed if not case.says_over and not case.says_false][:limit]
    views = await views_of(tx, looked_at, PLACE_KINDS)
    return {case.id: _spot_of_case(service, case, views[case.id]) for case in looked_at}


def _spot_of_case(service: Service, case: Case, view: CaseView) -> Spot:
    held, place = where_held(view), view.value("place")
    if held is not None:
        return held_spot(service, held.city or held.region or case.city or case.region or "", held.text)
    place = place if isinstance(place, Place) else Place()
    point = None
    if place.latitude is not None and place.longitude is not None:
        point = place.latitude, place.longitude
    said = view.value("where")
    return spot_of(service, case.city or case.region or "", said if isinstance(said, str) else "", point)


def spot_of(service: Service, town: str, said: str, point: Point | None = None) -> Spot:
    """The place of these words there; the names of the town tell nothing."""
    known, name = service.gazetteer.knows, service.gazetteer.name
    names = [name(town, language) for language in LANGUAGES] if known(town) else []
    station = service.gazetteer.stations.only(said, (town,), bare=False)
    return make_spot(town, said, names, point, station)


def held_spot(service: Service, town: str, said: str) -> Spot:
    """The place in which somebody is held by these words: the name of a district alone is its station."""
    station = service.gazetteer.stations.only(said, (town,))
    return replace(spot_of(service, town, said), station=station)
