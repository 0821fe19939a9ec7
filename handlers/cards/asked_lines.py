"""Why somebody was asked, in a reader's language, out of what the line of the timeline keeps."""

from collections.abc import Mapping
from typing import Any

from bot.core.model import Happening
from handlers.service import Service


def asked(service: Service, language: str, details: Mapping[str, Any]) -> str:
    """As whom, and what spoke for and against them. Lines of an earlier version tell no more than that."""
    say, ask = service.words.say, details.get("ask")
    if ask is None:
        return say(language, "line-offered")
    sort = say(language, f"asked-as-{str(ask).replace('_', '-')}")
    return say(language, "line-offered-why", **{"as": sort, "why": why(service, language, details)})


def elsewhere(service: Service, language: str, line: Happening) -> str:
    """Which messenger has not brought it, and through which one they are asked as well."""
    came_from, to = (str(line.details[one]).capitalize() for one in ("from", "to"))
    key = f"line-{line.kind.replace('_', '-')}"
    return service.words.say(language, key, **{"from": came_from, "to": to or "none"})


def why(service: Service, language: str, details: Mapping[str, Any]) -> str:
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
