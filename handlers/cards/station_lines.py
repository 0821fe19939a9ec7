"""A call to a station in the timeline of a case: which station, by which number, and what it said.

Where somebody of a case was found by a list from a door, or asked for and denied: for whoever sees it whole.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from core.casework.case_view import CaseView
from core.casework.claims import Fact, SourceKind
from core.casework.visits import people_told_of
from core.folding import inert_line
from core.model import Case
from core.values import Place
from handlers.cards import case_lines
from handlers.cards.fact_lines import shorten
from handlers.cards.visit_lines import who_words
from handlers.service import Service
from storage.transaction import Transaction

KINDS = ("found", "denied")
SHOWN = 5  # lines, the newest
PLACE_SHOWN = 100  # UTF-16 units


async def found_lines(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView
) -> list[str]:
    """Each with its place, its time and who brought it, oldest first."""
    facts = [
        (fact, who)
        for kind in KINDS
        for who in people_told_of(view, kind)
        for fact in view.history(kind, who)
    ]
    facts.sort(key=lambda pair: (pair[0].time or pair[0].claim.noted_at, pair[0].claim.id))
    return [await _found_line(tx, service, language, case, view, *pair) for pair in facts[-SHOWN:]]


async def _found_line(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView, fact: Fact, who: int | None
) -> str:
    kind, number = fact.source
    member = await tx.members.get(number) if kind is SourceKind.MEMBER else None
    at = case_lines.local_time(
        fact.time or fact.claim.noted_at, case_lines.zone_of(service, case), service.zone
    )
    return service.words.say(
        language,
        f"case-{fact.claim.kind}",
        who=who_words(service, language, case, view, who),
        place=shorten(inert_line(fact.value.text if isinstance(fact.value, Place) else ""), PLACE_SHOWN),
        time=at,
        name=member.name if member is not None else "—",
    )


def call_words(service: Service, language: str, zone: ZoneInfo, details: Mapping[str, Any]) -> str:
    """In a reader's language, as it was written down."""
    again = str(details.get("again", ""))
    later = case_lines.local_time(datetime.fromisoformat(again), zone, service.zone) if again else ""
    return service.words.say(
        language,
        f"rung-{details['said']}",
        station=inert_line(str(details["station"])),
        phones=", ".join(map(str, details.get("phones", ()))),
        again=later,
    )
