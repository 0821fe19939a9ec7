"""Cases that may be one incident are looked for when a case says something new, and put to coordinators; nothing joins by
itself.

joined      it is near to cases of an incident that goes on: it is proposed for that one, on its board
proposed    coordinators read a card without a sound
mass        coordinators hear it, once an incident, regardless of what was said of fewer cases before

A case is compared by where exactly it is, which event its words name, and who told it.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from core.casework.same_event import (
    EVENT_WITHIN,
    NEAR_WITHIN,
    ComparedCase,
    cases_of_same_event,
    event_answer_words,
    event_words_in,
    is_counted,
    may_be_asked,
)
from core.model import Case, Report
from core.records.incidents import Incident, IncidentLink, IncidentPhase, IncidentRule, IncidentStanding
from core.traffic import Lane, Timer
from handlers.cards.case_loading import load_spots
from handlers.incidents import incident_cases
from handlers.service import Service
from storage.schema import cases
from storage.transaction import Transaction

READ, OF_EACH = 6, 600  # messages of a report that are read for an event, and characters of each
KINDS = ("event", "where", "taken", "proceedings")  # kinds of claims in whose words an event is named


async def compare_cases(
    tx: Transaction, service: Service, cases: Sequence[Case], *, spots: bool = True, events: bool = True
) -> list[ComparedCase]:
    """These cases, each with what its sources say. A few statements, however many they are. Without ``spots`` or ``events``
    these are not read, and the cases are not compared by them.
    """
    placed = await load_spots(tx, service, cases, limit=len(cases)) if spots else {}
    await tx.reports.prefetch("case_id", [case.id for case in cases])
    told = {case.id: await tx.reports.by(case_id=case.id) for case in cases}
    words = await _words_told(tx, told) if events else {}
    found = []
    for case in cases:
        texts, event = words.get(case.id, ([], frozenset()))
        named = frozenset(name for text in texts for name in event_words_in(text, service.events))
        chats = frozenset(report.address_id for report in told[case.id])
        found.append(ComparedCase(case, placed.get(case.id), named, event, chats))
    return found


async def _words_told(
    tx: Transaction, told: Mapping[int, Sequence[Report]]
) -> dict[int, tuple[list[str], frozenset[str]]]:
    """For each case, by its id: the texts in which an event may be named, and the words of an answer that names one."""
    ids = [report.id for several in told.values() for report in several]
    await tx.prefetch(
        tx.entries.want("report_id", ids),
        *(tx.claims.want("report_id", ids, kind=kind) for kind in KINDS),
    )
    found = {}
    for id, reports in told.items():
        texts: list[str] = []
        events: frozenset[str] = frozenset()
        for report in reports:
            entries = await tx.entries.by(report_id=report.id)
            texts += [str(entry.payload.get("text", ""))[:OF_EACH] for entry in entries[:READ]]
            for kind in KINDS:
                said = [claim.value for claim in await tx.claims.by(report_id=report.id, kind=kind)]
                texts += [value for value in said if isinstance(value, str)]
                if kind == "event":
                    events |= frozenset(
                        word for value in said if isinstance(value, str) for word in event_answer_words(value)
                    )
        found[id] = texts, events
    return found


LOOKED_AT = 150  # cases that are compared: the newest
GOES_ON = (IncidentPhase.PROPOSED, IncidentPhase.OPEN)


async def on_case_changed(tx: Transaction, service: Service, timer: Timer) -> None:
    """A case was opened, or says something else of where, when or at which event."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or not may_be_asked(case):
        return
    (compared,) = await compare_cases(tx, service, [case])
    if not compared.is_told_of and await _is_in_mass_detention(tx, case):
        return
    found = await _find_together(tx, service, compared)
    if found is not None:
        rule, others = found
        await _propose(tx, service, rule, case, [each.case for each in others])


async def _find_together(
    tx: Transaction, service: Service, compared: ComparedCase
) -> tuple[IncidentRule, list[ComparedCase]] | None:
    """What it belongs with. Where exactly the others were is read only if no stronger rule has decided."""
    stored = await _cases_to_compare(tx, service, compared)
    others = await compare_cases(tx, service, stored, spots=False, events=compared.is_told_of)
    found = cases_of_same_event(compared, others, service.events, service.mass)
    if (
        compared.spot is None
        or not is_counted(compared.case)
        or (found is not None and found[0] is not IncidentRule.DISTRICT)
    ):
        return found
    others = await compare_cases(tx, service, stored, events=compared.is_told_of)
    return cases_of_same_event(compared, others, service.events, service.mass)


async def _is_in_mass_detention(tx: Transaction, case: Case) -> bool:
    """Whether it is put to coordinators already for the mass detention of its city: nothing says more than that."""
    _, known = await _known_incidents(tx, [case])
    return any(
        incident.mass_at is not None and incident.phase in GOES_ON and incident.city == case.city
        for incident in known
    )


async def _cases_to_compare(tx: Transaction, service: Service, compared: ComparedCase) -> list[Case]:
    """What it is compared with: cases of its city that are near in time; those of everywhere, if its words name an event."""
    near = cases.c.opened_at >= tx.now - max(NEAR_WITHIN, service.mass.within)
    here = [near, cases.c.city == compared.case.city] if compared.case.city is not None else None
    found: dict[int, Case] = {}
    for where in (here, [cases.c.opened_at >= tx.now - EVENT_WITHIN] if compared.is_told_of else None):
        if where is not None and (compared.is_told_of or is_counted(compared.case)):
            newest = await tx.cases.select(*where, order_by=cases.c.id.desc(), limit=LOOKED_AT)
            found |= {case.id: case for case in newest}
    return [case for case in found.values() if case.id != compared.case.id and may_be_asked(case)]


async def _propose(
    tx: Transaction, service: Service, rule: IncidentRule, case: Case, others: Sequence[Case]
) -> None:
    group = [case, *others]
    links, known = await _known_incidents(tx, group)
    going_on = [
        incident
        for incident in known
        if incident.phase in GOES_ON
        and (rule is not IncidentRule.MASS or await _may_be_mass_detention(tx, incident, case))
    ]
    if going_on:
        await _join_incident(tx, going_on[-1], links, rule, group)
    elif not any(_is_settled(incident, rule) for incident in known):
        city = None if rule is IncidentRule.EVENT else case.city
        incident = tx.incidents.add(Incident(tx.new_id(), "", rule, tx.now, 0, city))
        await incident_cases.propose(tx, incident, group, rule)
        await _tell_coordinators(tx, incident, rule)


async def _may_be_mass_detention(tx: Transaction, incident: Incident, case: Case) -> bool:
    """Whether the mass detention of a city may be this incident: an event of several cities is another thing."""
    if incident.rule is not IncidentRule.EVENT:
        return incident.city == case.city
    links = await tx.incident_links.by(incident_id=incident.id)
    held = [await tx.cases.get(link.case_id) for link in links if link.standing is not IncidentStanding.OUT]
    return {found.city for found in held if found is not None} <= {case.city}


async def _known_incidents(
    tx: Transaction, group: Sequence[Case]
) -> tuple[list[IncidentLink], list[Incident]]:
    """The incidents for which these cases are, or were proposed."""
    await tx.incident_links.prefetch("case_id", [case.id for case in group])
    links = [link for case in group for link in await tx.incident_links.by(case_id=case.id)]
    numbers = sorted({link.incident_id for link in links if link.standing is not IncidentStanding.OUT})
    await tx.incidents.prefetch("id", numbers)
    found = [await tx.incidents.get(number) for number in numbers]
    return links, [incident for incident in found if incident is not None]


async def _join_incident(
    tx: Transaction,
    incident: Incident,
    links: Sequence[IncidentLink],
    rule: IncidentRule,
    group: Sequence[Case],
) -> None:
    """It grows: by all of them in a mass detention, else by the case itself and those that were never put to anybody."""
    elsewhere = {link.case_id for link in links if link.incident_id != incident.id}
    meant = group if rule is IncidentRule.MASS else [case for case in group if case.id not in elsewhere]
    grew = await incident_cases.propose(tx, incident, meant, rule)
    if rule is IncidentRule.MASS and incident.mass_at is None:
        await _tell_coordinators(tx, incident, rule)
    elif grew:
        await incident_cases.touch_boards_later(tx, incident)


def _is_settled(incident: Incident, rule: IncidentRule) -> bool:
    """Whether a no, or the end of it, answers this too: what became a mass detention is told all the same."""
    return rule is not IncidentRule.MASS or incident.mass_at is not None


async def _tell_coordinators(tx: Transaction, incident: Incident, rule: IncidentRule) -> None:
    if rule is IncidentRule.MASS:
        within_it = incident.rule in (IncidentRule.SPOT, IncidentRule.DISTRICT)
        rule = IncidentRule.MASS if within_it else incident.rule
        incident = tx.incidents.put(replace(incident, rule=rule, mass_at=tx.now))
        await incident_cases.show_boards(tx, incident, Lane.ALERT)
    else:
        await incident_cases.show_boards(tx, incident, Lane.REMINDER)
    await incident_cases.touch_boards(tx, incident)
