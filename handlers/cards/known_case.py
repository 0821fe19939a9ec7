"""On an offer: that it is perhaps the same case as one that its reader has, or was asked about. Who has that one answers."""

from msgspec import Struct

from core.casework.linking import is_stub
from core.casework.ownership import has_case
from core.model import Case, Member
from core.presentation import Button, ButtonRows, Style
from core.records.lookups import Pair
from core.vocabulary import CaseState
from handlers.service import Service
from storage.transaction import Transaction


class KnownCase(Struct, frozen=True):
    """The other case, what is asked of both, and whether the reader has it."""

    case: Case
    pair: Pair
    is_held: bool


async def known_case(tx: Transaction, case: Case, member: Member) -> KnownCase | None:
    """The one that the reader has; else one that they were asked about; nothing where somebody has answered."""
    found = []
    for pair in (*await tx.pairs.by(case_id=case.id), *await tx.pairs.by(other_id=case.id)):
        other = await tx.cases.get(pair.case_id if pair.case_id != case.id else pair.other_id)
        if pair.answer is not None or other is None or is_stub(other) or other.state is CaseState.CLOSED:
            continue
        if has_case(other, member.id):
            return KnownCase(other, pair, is_held=True)
        if any(offer.member_id == member.id for offer in await tx.alerts.by(case_id=other.id)):
            found.append(KnownCase(other, pair, is_held=False))
    return found[0] if found else None


def known_case_line(service: Service, language: str, known: KnownCase) -> str:
    """Which one it is; no more of it than its code."""
    held = "yes" if known.is_held else "no"
    return service.words.say(language, "offer-perhaps-same", code=known.case.code, held=held)


def known_case_buttons(service: Service, language: str, known: KnownCase | None) -> ButtonRows:
    """Only who has the known one can tell."""
    if known is None or not known.is_held:
        return ()
    same = Button(
        service.words.say(language, "button-the-same"), f"linked:{known.pair.id}:same", Style.SUCCESS
    )
    return (
        (same, Button(service.words.say(language, "button-is-another"), f"linked:{known.pair.id}:apart")),
    )
