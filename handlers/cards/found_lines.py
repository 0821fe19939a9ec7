"""Where somebody of a case was found by a list from a door, or asked for and denied: for whoever sees it whole."""

from bot.core.casework.claims import SourceKind
from bot.core.casework.describe import CaseView
from bot.core.casework.rules import Fact
from bot.core.casework.visits import people_of
from bot.core.folding import inert
from bot.core.model import Case
from bot.core.values import Place
from handlers.cards import case_lines
from handlers.cards.fact_lines import cut
from handlers.cards.seen_lines import who_words
from handlers.service import Service
from storage.transaction import Transaction

KINDS = ("found", "denied")
SHOWN = 5  # lines, the newest
PLACE_SHOWN = 100  # UTF-16 units


async def lines(tx: Transaction, service: Service, language: str, case: Case, view: CaseView) -> list[str]:
    """Each with its place, its time and who brought it, oldest first."""
    facts = [
        (fact, who) for kind in KINDS for who in people_of(view, kind) for fact in view.history(kind, who)
    ]
    facts.sort(key=lambda pair: (pair[0].time or pair[0].claim.noted_at, pair[0].claim.id))
    return [await _line(tx, service, language, case, view, *pair) for pair in facts[-SHOWN:]]


async def _line(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView, fact: Fact, who: int | None
) -> str:
    kind, number = fact.source
    member = await tx.members.get(number) if kind is SourceKind.MEMBER else None
    at = case_lines.local(fact.time or fact.claim.noted_at, case_lines.zone_of(service, case), service.zone)
    return service.words.say(
        language,
        f"case-{fact.claim.kind}",
        who=who_words(service, language, case, view, who),
        place=cut(inert(fact.value.text if isinstance(fact.value, Place) else ""), PLACE_SHOWN),
        time=at,
        name=member.name if member is not None else "—",
    )
