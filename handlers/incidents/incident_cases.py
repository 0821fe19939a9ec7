"""Which cases are in which incident: said by a coordinator, or proposed. Every change is seen on its board.

An incident is called by the name that a coordinator gave it, else by its place and day.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from core.casework.case_columns import zone_of
from core.casework.linking import is_stub
from core.folding import inert_line
from core.model import Case, Member
from core.records.incidents import Incident, IncidentLink, IncidentRule, IncidentStanding, standing_of
from core.timeline import TimelineKind
from core.traffic import Lane
from handlers.alerting import tasks
from handlers.cards import live_cards, merged_case
from handlers.cards.fact_lines import shorten
from handlers.people.membership import home_address
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

LONGEST = 80  # UTF-16 units of a name


def incident_title(service: Service, language: str, incident: Incident) -> str:
    """Its name as others may be shown it."""
    if incident.name:
        return shorten(inert_line(incident.name), LONGEST)
    known = incident.city is not None and service.gazetteer.knows(incident.city)
    place = service.gazetteer.name(incident.city or "", language) if known else ""
    day = incident.made_at.astimezone(zone_of(service.gazetteer, service.zone, incident.city))
    return service.words.say(
        language, "incident-unnamed", rule=incident.rule, place=place or "none", day=f"{day:%d.%m}"
    )


CARD = "incident"
LIST = "incidents"


async def links_of(tx: Transaction, incident: Incident, standing: IncidentStanding) -> list[IncidentLink]:
    """The links of an incident that stand so, oldest first."""
    return [link for link in await tx.incident_links.by(incident_id=incident.id) if link.standing is standing]


async def cases_of(tx: Transaction, links: Iterable[IncidentLink]) -> list[Case]:
    """Their cases, in their order; in place of a stub the case that it is part of now, once."""
    wanted = list(dict.fromkeys(link.case_id for link in links))
    await tx.cases.prefetch("id", wanted)
    known = [case for id in wanted if (case := await tx.cases.get(id)) is not None]
    found = [await merged_case.merged_into(tx, case) if is_stub(case) else case for case in known]
    return list({case.id: case for case in found if case is not None and not is_stub(case)}.values())


async def propose(tx: Transaction, incident: Incident, cases: Sequence[Case], rule: IncidentRule) -> bool:
    """Cases about which nothing was said yet may belong to it. Whether there were any."""
    links = await tx.incident_links.by(incident_id=incident.id)
    new = [case for case in cases if standing_of(links, case.id) is None]
    for case in new:
        tx.incident_links.add(IncidentLink(tx.new_id(), incident.id, case.id, 0, tx.now, rule))
    return bool(new)


async def add(
    tx: Transaction, service: Service, incident: Incident, case: Case, by: Member
) -> IncidentLink | None:
    """A coordinator says that it belongs to it; None if it does so already."""
    links = await tx.incident_links.by(incident_id=incident.id)
    standing = standing_of(links, case.id)
    if standing is IncidentStanding.IN:
        return None
    if standing is IncidentStanding.PROPOSED:
        (link,) = [link for link in links if link.case_id == case.id and link.standing is standing]
        link = tx.incident_links.put(replace(link, by=by.id, at=tx.now))
    else:
        link = tx.incident_links.add(
            IncidentLink(tx.new_id(), incident.id, case.id, by.id, tx.now, IncidentRule.HAND)
        )
    await _write_line(tx, service, incident, case.id, by.id, TimelineKind.IN_INCIDENT)
    return link


async def confirm(tx: Transaction, service: Service, incident: Incident, by: Member) -> list[IncidentLink]:
    """All that are proposed belong to it."""
    proposed = await links_of(tx, incident, IncidentStanding.PROPOSED)
    for link in proposed:
        tx.incident_links.put(replace(link, by=by.id, at=tx.now))
        await _write_line(tx, service, incident, link.case_id, by.id, TimelineKind.IN_INCIDENT)
    return proposed


async def refuse(tx: Transaction, incident: Incident, by: Member) -> list[IncidentLink]:
    """No proposed case belongs to it, and no such case is proposed for it again."""
    proposed = await links_of(tx, incident, IncidentStanding.PROPOSED)
    for link in proposed:
        tx.incident_links.put(replace(link, ended_at=tx.now, ended_by=by.id))
    return proposed


async def take_out(
    tx: Transaction, service: Service, incident: Incident, link: IncidentLink, by: Member
) -> None:
    """It does not belong to it."""
    tx.incident_links.put(replace(link, ended_at=tx.now, ended_by=by.id))
    await _write_line(tx, service, incident, link.case_id, by.id, TimelineKind.OUT_OF_INCIDENT)


async def undo(tx: Transaction, service: Service, incident: Incident, link: IncidentLink, by: Member) -> int:
    """Undo what was said of it, and of all others with the same press; how many."""
    said = link.at, link.by, link.ended_at, link.ended_by
    together = [
        link
        for link in await tx.incident_links.by(incident_id=incident.id)
        if (link.at, link.by, link.ended_at, link.ended_by) == said
    ]
    for changed in together:
        if changed.standing is not IncidentStanding.IN:
            new = replace(changed, ended_at=None, ended_by=None)
        elif changed.rule is IncidentRule.HAND:
            new = replace(changed, ended_at=tx.now, ended_by=by.id)
        else:
            new = replace(changed, by=0, at=tx.now)
        tx.incident_links.put(new)
        if (changed.standing is IncidentStanding.IN) != (new.standing is IncidentStanding.IN):
            line = (
                TimelineKind.IN_INCIDENT
                if new.standing is IncidentStanding.IN
                else TimelineKind.OUT_OF_INCIDENT
            )
            await _write_line(tx, service, incident, changed.case_id, by.id, line)
    return len(together)


async def touch_boards(tx: Transaction, incident: Incident) -> None:
    """Somebody did something with it: its board, also one that was to follow later, and the lists of incidents show it."""
    for card in await tx.cards.by(subject=CARD, subject_id=incident.id):
        at_once = None if not card.attempts else card.not_before
        here = replace(card, lane=Lane.EDIT, not_before=at_once) if card.message_id is not None else card
        live_cards.touch(tx, here)
    await _touch_lists(tx)


async def touch_boards_later(tx: Transaction, incident: Incident) -> None:
    """More cases were proposed for it."""
    await live_cards.touch_incident(tx, incident.id)
    await _touch_lists(tx)


async def _touch_lists(tx: Transaction) -> None:
    for card in await tx.cards.by(subject=LIST):
        live_cards.touch(tx, card)


async def show_boards(tx: Transaction, incident: Incident, lane: Lane) -> None:
    """Every coordinator has its board. In the lane of alerts it comes again, with a sound; otherwise it changes in place,
    without one.
    """
    for member in await tasks.coordinators(tx):
        there = await home_address(tx, member)
        if lane is Lane.ALERT:
            await live_cards.renew(tx, CARD, incident.id, there, lane)
        else:
            await live_cards.show(tx, CARD, incident.id, there, lane, sound=False)


async def _write_line(
    tx: Transaction, service: Service, incident: Incident, case_id: int, by: int, line: TimelineKind
) -> None:
    title = incident_title(service, service.language, incident)
    await timeline.append(tx, case_id, by, line, {"reason": title})
