"""Cases that may be one incident are looked for when a case says something new, and put to coordinators: never by itself.

joined      it is near to cases of an incident that goes on: it is proposed for that one, where its board stands
proposed    coordinators read a card without a sound
mass        they hear it, once an incident, whatever was said of fewer cases before
"""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.core.casework.same_event import (
    EVENT_WITHIN,
    NEAR_WITHIN,
    Compared,
    is_counted,
    may_be_asked,
    together,
)
from bot.core.incidents import Incident, IncidentLink, Phase, Rule, Standing
from bot.core.model import Case
from bot.core.traffic import Lane, Timer
from handlers.incidents import membership
from handlers.incidents.comparing import compared
from handlers.service import Service
from storage.schema import cases
from storage.transaction import Transaction

LOOKED_AT = 150  # cases that are compared: the newest
GOES_ON = (Phase.PROPOSED, Phase.OPEN)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """A case was opened, or says something else of where, when or at which event."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or not may_be_asked(case):
        return
    (one,) = await compared(tx, service, [case])
    if not one.is_told_of and await _is_in_a_mass(tx, case):
        return
    found = await _together(tx, service, one)
    if found is not None:
        rule, others = found
        await _put(tx, service, rule, case, [each.case for each in others])


async def _together(tx: Transaction, service: Service, one: Compared) -> tuple[Rule, list[Compared]] | None:
    """What it belongs with. Of the others it is read where exactly they were only if no stronger rule has told."""
    stored = await _others(tx, service, one)
    others = await compared(tx, service, stored, spots=False, events=one.is_told_of)
    found = together(one, others, service.events, service.mass)
    if one.spot is None or not is_counted(one.case) or (found is not None and found[0] is not Rule.DISTRICT):
        return found
    others = await compared(tx, service, stored, events=one.is_told_of)
    return together(one, others, service.events, service.mass)


async def _is_in_a_mass(tx: Transaction, case: Case) -> bool:
    """Whether it is put to coordinators already for the mass detention of its city: nothing says more than that."""
    _, known = await _known(tx, [case])
    return any(one.mass_at is not None and one.phase in GOES_ON and one.city == case.city for one in known)


async def _others(tx: Transaction, service: Service, one: Compared) -> list[Case]:
    """What it is compared with: of its city, what is near in time; everywhere, if its words name an event."""
    near = cases.c.opened_at >= tx.now - max(NEAR_WITHIN, service.mass.within)
    here = [near, cases.c.city == one.case.city] if one.case.city is not None else None
    found: dict[int, Case] = {}
    for where in (here, [cases.c.opened_at >= tx.now - EVENT_WITHIN] if one.is_told_of else None):
        if where is not None and (one.is_told_of or is_counted(one.case)):
            newest = await tx.cases.select(*where, order_by=cases.c.id.desc(), limit=LOOKED_AT)
            found |= {case.id: case for case in newest}
    return [case for case in found.values() if case.id != one.case.id and may_be_asked(case)]


async def _put(tx: Transaction, service: Service, rule: Rule, case: Case, others: Sequence[Case]) -> None:
    group = [case, *others]
    links, known = await _known(tx, group)
    going_on = [incident for incident in known if incident.phase in GOES_ON]
    if going_on:
        await _join(tx, going_on[-1], links, rule, group)
    elif not any(_settles(incident, rule) for incident in known):
        city = None if rule is Rule.EVENT else case.city
        incident = tx.incidents.add(Incident(tx.new_id(), "", rule, tx.now, 0, city))
        await membership.propose(tx, incident, group, rule)
        await _tell(tx, incident, rule)


async def _known(tx: Transaction, group: Sequence[Case]) -> tuple[list[IncidentLink], list[Incident]]:
    """The incidents for which these cases are, or were proposed."""
    await tx.incident_links.prefetch("case_id", [case.id for case in group])
    links = [link for case in group for link in await tx.incident_links.by(case_id=case.id)]
    numbers = sorted({link.incident_id for link in links if link.standing is not Standing.OUT})
    await tx.incidents.prefetch("id", numbers)
    found = [await tx.incidents.get(number) for number in numbers]
    return links, [incident for incident in found if incident is not None]


async def _join(
    tx: Transaction, incident: Incident, links: Sequence[IncidentLink], rule: Rule, group: Sequence[Case]
) -> None:
    """It grows. Of a mass detention all are meant; else the case itself and those that were never put to anybody."""
    elsewhere = {link.case_id for link in links if link.incident_id != incident.id}
    meant = group if rule is Rule.MASS else [one for one in group if one.id not in elsewhere]
    grew = await membership.propose(tx, incident, meant, rule)
    if rule is Rule.MASS and incident.mass_at is None:
        await _tell(tx, incident, rule)
    elif grew:
        await membership.grew(tx, incident)


def _settles(incident: Incident, rule: Rule) -> bool:
    """Whether a no, or the end of it, answers this too: what became a mass detention is told all the same."""
    return rule is not Rule.MASS or incident.mass_at is not None


async def _tell(tx: Transaction, incident: Incident, rule: Rule) -> None:
    if rule is Rule.MASS:
        within_it = incident.rule in (Rule.SPOT, Rule.DISTRICT)
        rule = Rule.MASS if within_it else incident.rule
        incident = tx.incidents.put(replace(incident, rule=rule, mass_at=tx.now))
        await membership.show_all(tx, incident, Lane.ALERT)
    else:
        await membership.show_all(tx, incident, Lane.REMINDER)
    await membership.changed(tx, incident)
