"""Where somebody of a case is held, as far as it is told: the one answer for boards, bundles of offers and lists. Pure.

found   on a list from a station's door
taken   where they were brought, by whoever says so: reporters, a lawyer on the way, a station on the telephone
held    where they were since, one place after the other

What members say goes before what reporters do; of each the last counts.
"""

from datetime import datetime

from bot.core.casework.claims import SourceKind
from bot.core.casework.describe import CaseView
from bot.core.casework.rules import Fact
from bot.core.values import Place

KINDS = ("found", "taken", "held")


def where_held(view: CaseView) -> Place | None:
    """The place, or the words for it; None where nobody has said anything."""
    said = [fact for (kind, _), facts in view.said.items() if kind in KINDS for fact in facts]
    if not said:
        return None
    value = max(said, key=_weight).value
    return value if isinstance(value, Place) else Place(text=str(value))


def _weight(fact: Fact) -> tuple[bool, datetime, bool, int]:
    """With one press a list says that somebody is *found*, which names the city, and in words where they were *taken*."""
    claim, by_member = fact.claim, fact.claim.source_kind is not SourceKind.REPORT
    return by_member, fact.time or claim.noted_at, claim.kind == "found", claim.id
