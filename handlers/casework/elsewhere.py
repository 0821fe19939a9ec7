"""People of a case may be in another town than the one that is known: lawyers there are asked as well, at once."""

from msgspec.structs import replace

from core.casework.claims import SourceKind
from core.casework.ownership import SECOND, second_is_sought
from core.model import Case
from core.places.place_kinds import PlaceMatch
from core.vocabulary import CaseState, OfferState, TaskKind
from handlers.alerting import escalation, tasks
from handlers.casework import facts
from handlers.service import Service
from storage.transaction import Transaction


async def tell_of(tx: Transaction, service: Service, case: Case, match: PlaceMatch | None) -> None:
    """Coordinators read the words, and lawyers of that town are asked beside the others; where somebody has the case, for
    the second place. What is known of the place stays: a person says which it is.
    """
    await tasks.ask_coordinators(tx, service, case, TaskKind.ELSEWHERE, again=True)
    if match is None or not case.alerting or case.state is CaseState.CLOSED or match.region == case.region:
        return
    case = tx.cases.put(replace(case, elsewhere=match.city or match.region))
    if case.state is CaseState.ACCEPTED:
        case = await facts.record(tx, service, case, facts.second_claim(tx, case))
        if not second_is_sought(case):
            return
    as_there = replace(case, region=match.region, city=match.city, district=match.district)
    await escalation.ask_beside(tx, service, case, as_there)


async def take_back(tx: Transaction, service: Service, case: Case) -> Case:
    """The words were about somebody else, or nobody is there: lawyers of that town are not asked any more, nor for a second
    place that was theirs.
    """
    region = service.gazetteer.region_of(case.elsewhere) if case.elsewhere else None
    for alert in await tx.alerts.by(case_id=case.id, state=OfferState.OFFERED):
        member = await tx.members.get(alert.member_id)
        served = (
            {service.gazetteer.region_of(city) for city in member.cities} if member is not None else set()
        )
        if region in served and case.region not in served:
            tx.alerts.put(replace(alert, state=OfferState.WITHDRAWN, answered_at=tx.now))
    case = tx.cases.put(replace(case, elsewhere=None))
    for claim in await tx.claims.by(case_id=case.id, kind=SECOND):
        if claim.source_kind is SourceKind.BOT and claim.withdrawn_at is None:
            case = await facts.withdraw(tx, service, case, claim)
    return case
