"""Why somebody was asked, in a reader's language, out of what the line of the timeline keeps.

Whether an offer has reached the phone, as its messenger tells; of one that does not tell, nothing is said.
"""

from collections.abc import Mapping
from typing import Any

from core.model import Case, Offer, TimelineEntry
from handlers.cards import case_lines
from handlers.service import Service


def why_offered(service: Service, language: str, details: Mapping[str, Any]) -> str:
    """As whom, and what spoke for and against them. Lines of an earlier version tell no more than that."""
    say, ask = service.words.say, details.get("ask")
    if ask is None:
        return say(language, "line-offered")
    sort = say(language, f"asked-as-{str(ask).replace('_', '-')}")
    return say(
        language, "line-offered-why", **{"as": sort, "why": reasons_for_asking(service, language, details)}
    )


def asked_elsewhere(service: Service, language: str, line: TimelineEntry) -> str:
    """Which messenger has not brought it, and through which one they are asked as well."""
    came_from, to = (str(line.details[one]).capitalize() for one in ("from", "to"))
    key = f"line-{line.kind.replace('_', '-')}"
    return service.words.say(language, key, **{"from": came_from, "to": to or "none"})


def reasons_for_asking(service: Service, language: str, details: Mapping[str, Any]) -> str:
    """What speaks for and against somebody, in one line. ``details``: those of a line that says so."""
    say, given = service.words.say, details["why"]
    told = [say(language, f"asked-near-{given['near']}")]
    if km := given.get("km"):
        told.append(say(language, "asked-km", km=km))
    told.append(say(language, "asked-speaks" if given["speaks"] else "asked-speaks-not"))
    if knows := given.get("knows"):
        what = ", ".join(say(language, f"knows-{one}") for one in knows)
        told.append(say(language, "asked-knows", what=what))
    if load := given.get("load"):
        told.append(say(language, "asked-load", count=load))
    if given.get("again"):
        told.append(say(language, "asked-again"))
    if plan := details.get("plan"):
        told.append(say(language, "asked-plan", plan=plan))
    return "; ".join(told)


def delivery_words(service: Service, language: str, case: Case, alert: Offer) -> list[str]:
    """When it was delivered, and when read; or that it is not, where others were asked because of it."""
    zone = case_lines.zone_of(service, case)
    known = {"delivered": alert.delivered_at, "read": alert.read_at}
    found = [
        service.words.say(language, f"receipt-{what}", time=f"{at.astimezone(zone):%H:%M}")
        for what, at in known.items()
        if at is not None
    ]
    return [service.words.say(language, "receipt-none")] if alert.is_unheard else found
