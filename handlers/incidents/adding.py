"""A case is put into an incident by hand, or taken out of it; one press takes that back."""

from bot.core.casework.same_event import is_of_another_year, year_of
from bot.core.incidents import Incident, IncidentLink, Phase, Standing
from bot.core.model import Case, Member
from bot.core.presentation import Button, Rows
from handlers.incidents import membership
from handlers.incidents.about import SURE
from handlers.incidents.titles import title
from handlers.turn import Turn


async def undoing(turn: Turn, link: IncidentLink) -> Rows:
    """The button that takes back what was said of this link, and of others with the same press."""
    now = await turn.tx.incident_links.get(link.id) or link
    return ((Button(turn.say("button-incident-undo"), f"undone:{now.id}:{now.standing}"),),)


async def add(turn: Turn, incident: Incident, case: Case, by: Member, *, sure: bool) -> None:
    """A case is added by hand; one of another year only when it is said twice."""
    if incident.phase is not Phase.OPEN:
        turn.reply("incident-not-open", name=title(turn.service, turn.language, incident))
        return
    links = await membership.links_of(turn.tx, incident, Standing.IN)
    others = [one for one in await membership.cases_of(turn.tx, links) if one.id != case.id]
    if not sure and is_of_another_year(case, others):
        yes = Button(turn.say("button-incident-all-the-same"), f"enlist:{case.id}:{incident.id}:{SURE}")
        years = ", ".join(map(str, sorted({year_of(other) for other in others})))
        turn.reply("incident-year", ((yes,),), code=case.code, year=str(year_of(case)), years=years)
        return
    link = await membership.add(turn.tx, turn.service, incident, case, by)
    name = title(turn.service, turn.language, incident)
    if link is None:
        turn.reply("incident-in-already", code=case.code, name=name)
        return
    turn.reply("incident-case-added", await undoing(turn, link), code=case.code, name=name)
    await membership.changed(turn.tx, incident)


async def take_out(turn: Turn, incident: Incident, link: IncidentLink, by: Member) -> None:
    """A case does not belong to it after all."""
    case = await turn.tx.cases.get(link.case_id)
    await membership.take_out(turn.tx, turn.service, incident, link, by)
    name = title(turn.service, turn.language, incident)
    undo = await undoing(turn, link)
    turn.reply("incident-case-out", undo, code=case.code if case is not None else "", name=name)
    await membership.changed(turn.tx, incident)
