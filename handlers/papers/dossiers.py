"""The dossier of a stored case: all that it needs is loaded here, in few statements."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from bot.core.casework.describe import CaseView
from bot.core.cited.articles import Citation
from bot.core.declining.parts import Case as Grammatical
from bot.core.declining.parts import Sex
from bot.core.model import Case, Member
from bot.core.papers.allowing import barred
from bot.core.papers.building import dossier
from bot.core.papers.dossier import Dossier
from bot.core.papers.kind import Group, PaperKind
from bot.core.papers.matter import CASES, Addressed, House, Matter
from bot.core.papers.tongue import Tongue
from bot.core.vocabulary import Record
from bot.resources.charges import charge_of
from bot.resources.cited import load_articles
from bot.resources.declension import declined, sex_shown
from bot.resources.jurisdictions import citizenship
from handlers.cards import case_lines, stub_lines
from handlers.cards.case_view import view_of
from handlers.service import Service
from storage.transaction import Transaction


async def dossier_of(
    tx: Transaction,
    service: Service,
    case: Case,
    person: int | None,
    kind: PaperKind,
    language: str,
    member: Member,
    to: Addressed | None = None,
) -> Dossier:
    """``person``: None for all of the case. ``member``: who makes it. Of a stub: that of the case which its reports feed."""
    return dossier(await matter_of(tx, service, case, person, kind, language, member, to))


async def matter_of(
    tx: Transaction,
    service: Service,
    case: Case,
    person: int | None,
    kind: PaperKind,
    language: str,
    member: Member,
    to: Addressed | None = None,
) -> Matter:
    """What it is built of."""
    case = await _whole(tx, case)
    view = await view_of(tx, case)
    lawyer = await tx.members.get(case.owner_id or 0)
    hidden = frozenset(one.id for one in view.persons if barred(view, kind, one.id) is not None)
    matter = Matter(
        case=case,
        view=view,
        person=person,
        tongue=Tongue(service.words, language, case_lines.zone_of(service, case), service.zone),
        gazetteer=service.gazetteer,
        now=tx.now,
        house=House(service.organisation, service.address, service.mail, service.hotline),
        signer=member,
        lawyer=lawyer,
        to=to,
        law=service.law,
        marks=await tx.clock_marks.by(case_id=case.id),
        charges=_charges(service, view, language),
        decline=_decline(language),
        citizens=citizenship(service.jurisdiction),
        hidden=hidden,
        attributes=kind.group is Group.UN,
    )
    cited, rights = _law(service, kind, language, matter)
    return replace(matter, cited=cited, rights=rights)


async def _whole(tx: Transaction, case: Case) -> Case:
    """A stub tells nothing any more: what its reports said stands in the case that they feed."""
    if case.record is not Record.STUB:
        return case
    return await stub_lines.into(tx, case) or case


def _law(
    service: Service, kind: PaperKind, language: str, matter: Matter
) -> tuple[dict[str, str], dict[str, str]]:
    """What it cites, by the day of the fact, and the articles of each right; nothing of what was not in force then."""
    articles, on = load_articles(service.jurisdiction), matter.happened
    written = matter.now.astimezone(matter.zone).date()
    cited = {id: articles.cite(id, on, written=written) for id in kind.articles}
    un = kind.group is Group.UN
    rights = {right: articles.for_right(right, on, written=written, un=un) for right in articles.rights}
    return (
        {id: one.text[language] if isinstance(one, Citation) else "" for id, one in cited.items()},
        {right: "; ".join(one.text[language] for one in every) for right, every in rights.items()},
    )


def _decline(language: str) -> Callable[[str, str], Mapping[str, str]]:
    """The other cases of a name; only where they are sure."""

    def cases(name: str, sex: str) -> Mapping[str, str]:
        known = Sex(sex) if sex else sex_shown(name)
        forms = {case: declined(name, Grammatical(case), language, known) for case in CASES}
        told = {case: form for case, form in forms.items() if form is not None}
        return told | ({"sex": known.value} if known is not None else {})

    return cases


def _charges(service: Service, view: CaseView, language: str) -> dict[str, str]:
    """How the articles of its proceedings are called."""
    said = (fact.value for (kind, _), facts in view.said.items() if kind == "proceeding" for fact in facts)
    articles = {str(getattr(value, "article", "")) for value in said} - {""}
    charges = {article: charge_of(service.jurisdiction, article) for article in sorted(articles)}
    return {article: charge.text[language] for article, charge in charges.items() if charge is not None}
