"""Which cases are in which incident: said by a coordinator, or proposed. Whatever changes is seen on its board."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from bot.core.casework.linking import is_stub
from bot.core.incidents import Incident, IncidentLink, Rule, Standing, standing_of
from bot.core.model import Case, Member
from bot.core.timeline import Line
from bot.core.traffic import Lane
from handlers.alerting import asks
from handlers.cards import stub_lines, tracking
from handlers.incidents import titles
from handlers.people.membership import home
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

CARD = "incident"
LIST = "incidents"


async def links_of(tx: Transaction, incident: Incident, standing: Standing) -> list[IncidentLink]:
    """The links of an incident that stand so, oldest first."""
    return [link for link in await tx.incident_links.by(incident_id=incident.id) if link.standing is standing]


async def cases_of(tx: Transaction, links: Iterable[IncidentLink]) -> list[Case]:
    """Their cases, in their order; in place of a stub the case that it is part of now, once."""
    wanted = list(dict.fromkeys(link.case_id for link in links))
    await tx.cases.prefetch("id", wanted)
    known = [case for id in wanted if (case := await tx.cases.get(id)) is not None]
    found = [await stub_lines.into(tx, case) if is_stub(case) else case for case in known]
    return list({case.id: case for case in found if case is not None and not is_stub(case)}.values())


async def propose(tx: Transaction, incident: Incident, cases: Sequence[Case], rule: Rule) -> bool:
    """Those of which nothing was said yet may belong to it. Whether there were any."""
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
    if standing is Standing.IN:
        return None
    if standing is Standing.PROPOSED:
        (link,) = [one for one in links if one.case_id == case.id and one.standing is standing]
        link = tx.incident_links.put(replace(link, by=by.id, at=tx.now))
    else:
        link = tx.incident_links.add(
            IncidentLink(tx.new_id(), incident.id, case.id, by.id, tx.now, Rule.HAND)
        )
    await _tell(tx, service, incident, case.id, by.id, Line.IN_INCIDENT)
    return link


async def confirm(tx: Transaction, service: Service, incident: Incident, by: Member) -> list[IncidentLink]:
    """All that are proposed belong to it."""
    proposed = await links_of(tx, incident, Standing.PROPOSED)
    for link in proposed:
        tx.incident_links.put(replace(link, by=by.id, at=tx.now))
        await _tell(tx, service, incident, link.case_id, by.id, Line.IN_INCIDENT)
    return proposed


async def refuse(tx: Transaction, incident: Incident, by: Member) -> list[IncidentLink]:
    """None of those that are proposed belongs to it, and none is proposed for it again."""
    proposed = await links_of(tx, incident, Standing.PROPOSED)
    for link in proposed:
        tx.incident_links.put(replace(link, ended_at=tx.now, ended_by=by.id))
    return proposed


async def take_out(
    tx: Transaction, service: Service, incident: Incident, link: IncidentLink, by: Member
) -> None:
    """It does not belong to it."""
    tx.incident_links.put(replace(link, ended_at=tx.now, ended_by=by.id))
    await _tell(tx, service, incident, link.case_id, by.id, Line.OUT_OF_INCIDENT)


async def undo(tx: Transaction, service: Service, incident: Incident, link: IncidentLink, by: Member) -> int:
    """What was said of it, and of all others with the same press, was not said; of how many."""
    said = link.at, link.by, link.ended_at, link.ended_by
    together = [
        one
        for one in await tx.incident_links.by(incident_id=incident.id)
        if (one.at, one.by, one.ended_at, one.ended_by) == said
    ]
    for one in together:
        if one.standing is not Standing.IN:
            new = replace(one, ended_at=None, ended_by=None)
        elif one.rule is Rule.HAND:
            new = replace(one, ended_at=tx.now, ended_by=by.id)
        else:
            new = replace(one, by=0, at=tx.now)
        tx.incident_links.put(new)
        if (one.standing is Standing.IN) != (new.standing is Standing.IN):
            line = Line.IN_INCIDENT if new.standing is Standing.IN else Line.OUT_OF_INCIDENT
            await _tell(tx, service, incident, one.case_id, by.id, line)
    return len(together)


async def changed(tx: Transaction, incident: Incident) -> None:
    """Somebody did something with it: its board, also one that was to follow later, and the lists of incidents show it."""
    for card in await tx.cards.by(subject=CARD, subject_id=incident.id):
        at_once = None if not card.attempts else card.not_before
        here = replace(card, lane=Lane.EDIT, not_before=at_once) if card.message_id is not None else card
        tracking.touch(tx, here)
    await _on_lists(tx)


async def grew(tx: Transaction, incident: Incident) -> None:
    """More cases were proposed for it."""
    await tracking.touch_incident(tx, incident.id)
    await _on_lists(tx)


async def _on_lists(tx: Transaction) -> None:
    for card in await tx.cards.by(subject=LIST):
        tracking.touch(tx, card)


async def show_all(tx: Transaction, incident: Incident, lane: Lane) -> None:
    """Every coordinator has its board. In the lane of alerts it comes anew, with a sound; else where it stands, without."""
    for member in await asks.coordinators(tx):
        there = await home(tx, member)
        if lane is Lane.ALERT:
            await tracking.renew(tx, CARD, incident.id, there, lane)
        else:
            await tracking.show(tx, CARD, incident.id, there, lane, sound=False)


async def _tell(
    tx: Transaction, service: Service, incident: Incident, case_id: int, by: int, line: Line
) -> None:
    title = titles.title(service, service.language, incident)
    await timeline.append(tx, case_id, by, line, {"reason": title})
