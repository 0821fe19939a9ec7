"""Why somebody was asked, in a reader's language, out of what the line of the timeline keeps."""

from collections.abc import Mapping
from typing import Any

from handlers.service import Service


def asked(service: Service, language: str, details: Mapping[str, Any]) -> str:
    """As whom, and what spoke for and against them. Lines of an earlier version tell no more than that."""
    say, ask = service.words.say, details.get("ask")
    if ask is None:
        return say(language, "line-offered")
    sort = say(language, f"asked-as-{str(ask).replace('_', '-')}")
    return say(language, "line-offered-why", **{"as": sort, "why": _why(service, language, details)})


def _why(service: Service, language: str, details: Mapping[str, Any]) -> str:
    say, why = service.words.say, details["why"]
    told = [say(language, f"asked-near-{why['near']}")]
    if km := why.get("km"):
        told.append(say(language, "asked-km", km=km))
    told.append(say(language, "asked-speaks" if why["speaks"] else "asked-speaks-not"))
    if knows := why.get("knows"):
        what = ", ".join(say(language, f"knows-{one}") for one in knows)
        told.append(say(language, "asked-knows", what=what))
    if load := why.get("load"):
        told.append(say(language, "asked-load", count=load))
    if why.get("again"):
        told.append(say(language, "asked-again"))
    if plan := details.get("plan"):
        told.append(say(language, "asked-plan", plan=plan))
    return "; ".join(told)
