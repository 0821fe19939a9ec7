"""The dossier of a stored case: all that it needs is loaded here, in few statements."""

from collections.abc import Callable, Collection, Mapping

from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.cited.articles import Citation
from core.declining.name_parts import GrammaticalCase as Grammatical
from core.declining.name_parts import Sex
from core.model import Case, Member
from core.papers.building import build_dossier
from core.papers.dossier import Dossier
from core.papers.drafting import naming_bar
from core.papers.formats import PaperFormats
from core.papers.inputs import CASES, PaperAddressee, PaperInputs
from core.papers.paper_kinds import PaperGroup, PaperKind
from core.resources.jurisdictions import citizenship_words
from core.resources.law_files import charge_of, load_articles
from core.resources.name_files import declined_name, sex_shown
from core.vocabulary import RecordKind
from handlers.cards import case_lines, merged_case
from handlers.cards.case_loading import view_of
from handlers.service import Service
from storage.transaction import Transaction


async def load_dossier(
    tx: Transaction,
    service: Service,
    case: Case,
    person: int | None,
    kind: PaperKind,
    language: str,
    member: Member,
    to: PaperAddressee | None = None,
    ticked: Collection[str] = (),
) -> Dossier:
    """``person``: None for all of the case. ``member``: who makes it. For a stub it is the dossier of the case that its
    reports feed.
    """
    return build_dossier(await load_inputs(tx, service, case, person, kind, language, member, to, ticked))


async def load_inputs(
    tx: Transaction,
    service: Service,
    case: Case,
    person: int | None,
    kind: PaperKind,
    language: str,
    member: Member,
    to: PaperAddressee | None = None,
    ticked: Collection[str] = (),
) -> PaperInputs:
    """What it is built of."""
    case = await _whole_case(tx, case)
    view = await view_of(tx, case)
    lawyer = await tx.members.get(case.owner_id or 0)
    hidden = frozenset(person.id for person in view.persons if naming_bar(view, kind, person.id) is not None)
    matter = PaperInputs(
        case=case,
        view=view,
        person=person,
        tongue=PaperFormats(service.words, language, case_lines.zone_of(service, case), service.zone),
        gazetteer=service.gazetteer,
        now=tx.now,
        house=service.heads[language],
        signer=member,
        lawyer=lawyer,
        to=to,
        law=service.law,
        marks=await tx.clock_marks.by(case_id=case.id),
        charges=_charge_names(service, view, language),
        decline=declined_names(language),
        citizens=citizenship_words(service.jurisdiction),
        hidden=hidden,
        ticked=frozenset(ticked),
        stations=service.stations,
    )
    cited, rights = _law_cited(service, kind, language, matter)
    return replace(matter, cited=cited, rights=rights)


async def _whole_case(tx: Transaction, case: Case) -> Case:
    """A stub tells nothing any more: what its reports said stands in the case that they feed."""
    if case.record is not RecordKind.STUB:
        return case
    return await merged_case.merged_into(tx, case) or case


def _law_cited(
    service: Service, kind: PaperKind, language: str, matter: PaperInputs
) -> tuple[dict[str, str], dict[str, str]]:
    """What it cites, by the day of the fact, and the articles of each right; nothing of what was not in force then."""
    articles, on = load_articles(*service.sheets), matter.happened
    written = matter.now.astimezone(matter.zone).date()
    cited = {id: articles.cite(id, on, written=written) for id in kind.articles}
    un = kind.group is PaperGroup.UN
    rights = {right: articles.for_right(right, on, written=written, un=un) for right in articles.rights}
    return (
        {
            id: citation.text[language] if isinstance(citation, Citation) else ""
            for id, citation in cited.items()
        },
        {right: "; ".join(article.text[language] for article in every) for right, every in rights.items()},
    )


def declined_names(language: str) -> Callable[[str, str], Mapping[str, str]]:
    """The other cases of a name; only where they are sure."""

    def cases(name: str, sex: str) -> Mapping[str, str]:
        known = Sex(sex) if sex else sex_shown(name)
        forms = {case: declined_name(name, Grammatical(case), language, known) for case in CASES}
        told = {case: form for case, form in forms.items() if form is not None}
        return told | ({"sex": known.value} if known is not None else {})

    return cases


def _charge_names(service: Service, view: CaseView, language: str) -> dict[str, str]:
    """How the articles of its proceedings are called."""
    said = (fact.value for (kind, _), facts in view.said.items() if kind == "proceeding" for fact in facts)
    articles = {str(getattr(value, "article", "")) for value in said} - {""}
    charges = {article: charge_of(article, *service.sheets) for article in sorted(articles)}
    return {article: charge.text[language] for article, charge in charges.items() if charge is not None}
