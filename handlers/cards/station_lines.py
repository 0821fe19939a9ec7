"""A call to a station in the timeline of a case: which station, by which number, and what it said."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.folding import inert
from handlers.cards import case_lines
from handlers.service import Service


def told(service: Service, language: str, zone: ZoneInfo, details: Mapping[str, Any]) -> str:
    """In a reader's language, as it was written down."""
    again = str(details.get("again", ""))
    later = case_lines.local(datetime.fromisoformat(again), zone, service.zone) if again else ""
    return service.words.say(
        language,
        f"rung-{details['said']}",
        station=inert(str(details["station"])),
        phones=", ".join(map(str, details.get("phones", ()))),
        again=later,
    )
