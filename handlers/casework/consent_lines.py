"""What was said of the name's use: what follows from it, who said it, and when. For those who see the case whole."""

from collections.abc import Iterable

from core.casework.case_view import CaseView
from core.casework.claims import Fact, SourceKind
from core.casework.consents import (
    consent_answer,
    consent_answers,
    is_bound,
    is_entitled,
    is_permitted,
    undertakings,
)
from core.model import Case
from core.values import Consent
from core.vocabulary import OF_NAMES, ConsentUse
from handlers.cards import case_lines
from handlers.cards.card_lines import CardReading
from handlers.service import Service
from storage.transaction import Transaction


async def consent_lines(reading: CardReading) -> list[str]:
    """Of the names' use, and of a promise not to disclose."""
    of_case = (reading.tx, reading.service, reading.language, reading.case, reading.view)
    return [*await name_lines(*of_case), *await undertaking_lines(*of_case)]


async def name_lines(
    tx: Transaction,
    service: Service,
    language: str,
    case: Case,
    view: CaseView,
    uses: Iterable[ConsentUse] = (),
) -> list[str]:
    """One a use of which anything was said; of those in ``uses`` also that nothing was."""
    told = []
    for use in OF_NAMES:
        said = [
            await _answer_words(tx, service, language, case, view, fact)
            for fact in consent_answers(view, use)
        ]
        if said or use in uses:
            text = " · ".join(said) or service.words.say(language, "consent-not-asked")
            told.append(service.words.say(language, f"case-{use}", may=_permitted(view, use), value=text))
    return told


async def undertaking_lines(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView
) -> list[str]:
    """That somebody had to promise not to disclose, who says so, and what follows; nothing where nobody says it."""
    said, zone = [], case_lines.zone_of(service, case)
    for fact in undertakings(view):
        member = await tx.members.get(fact.claim.source_id) if fact.source[0] is SourceKind.MEMBER else None
        name = member.name if member is not None else service.words.say(language, "consent-reporter")
        said.append(f"{name}, {case_lines.local_time(fact.claim.noted_at, zone, service.zone)}")
    if not said:
        return []
    may = "blocked" if is_bound(view) else "free"
    return [service.words.say(language, "case-undertaking", may=may, value=" · ".join(said))]


def _permitted(view: CaseView, use: ConsentUse) -> str:
    """Whether the names may be used so: all, some or none of them."""
    named = [person.id for person in view.persons if person.names]
    may = [is_permitted(view, use, id) for id in named]
    return "all" if may and all(may) else "some" if any(may) else "none"


async def _answer_words(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView, fact: Fact
) -> str:
    say = service.words.say
    kind, id = fact.source
    consent = fact.value if isinstance(fact.value, Consent) else Consent("")
    if kind is SourceKind.MEMBER:
        member = await tx.members.get(id)
        who = member.name if member is not None else "—"
    else:
        links = view.fact("link")
        own = [] if links is None else [f for f in (links, *links.others) if f.source == fact.source]
        who = say(language, f"report-link-{own[0].value}" if own else "consent-reporter")
    return say(
        language,
        "consent-said",
        who=who,
        answer=say(language, f"consent-{consent_answer(fact)}"),
        time=case_lines.local_time(fact.claim.noted_at, case_lines.zone_of(service, case), service.zone),
        wording=consent.wording,
        told="telephone" if consent.by_telephone else "chat",
        counts="yes" if kind is SourceKind.MEMBER or is_entitled(view, fact.source) else "no",
    )
