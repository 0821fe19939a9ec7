"""How an incident is called: by the name that a coordinator gave it, else by its place and day."""

from bot.core.casework.columns import zone_of
from bot.core.folding import inert
from bot.core.incidents import Incident
from handlers.cards.fact_lines import cut
from handlers.service import Service

LONGEST = 80  # UTF-16 units of a name


def title(service: Service, language: str, incident: Incident) -> str:
    """Its name as others may be shown it."""
    if incident.name:
        return cut(inert(incident.name), LONGEST)
    known = incident.city is not None and service.gazetteer.knows(incident.city)
    place = service.gazetteer.name(incident.city or "", language) if known else ""
    day = incident.made_at.astimezone(zone_of(service.gazetteer, service.zone, incident.city))
    return service.words.say(
        language, "incident-unnamed", rule=incident.rule, place=place or "none", day=f"{day:%d.%m}"
    )
