"""Where each sentence of a paper comes from, for the person who signs it: who says it, since when we know. Not in the paper.

After a paper has left, its text and these sources follow; or the news that its template is broken.
"""

from datetime import datetime

from msgspec.structs import replace

from core.casework.claims import Claim, SourceKind
from core.cited.articles import Citation
from core.documents.filling import FilledDocument
from core.documents.sources import SourceHeadings, fact_origins, make_source_sheet
from core.papers.dossier import Leaf
from core.presentation import Presentation
from core.records.papers import Paper, PaperState
from core.resources.law_files import load_articles
from handlers.cards import case_lines
from handlers.cards.paper_names import kind_of
from handlers.casework import disclosure
from handlers.casework.source_lines import relation_of
from handlers.outbox import sending
from handlers.papers import addressees, paper_making
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction


async def list_sources(
    tx: Transaction, service: Service, language: str, paper: Paper, made: FilledDocument
) -> str:
    """Declined names, then each sentence that says something, and its sources, in the order of the paper."""
    dossier = made.dossier
    says = {
        origin: await _origin_words(tx, service, language, origin)
        for origin in fact_origins(made.sentences, dossier)
    }
    heads = SourceHeadings(
        *(
            service.words.say(language, key)
            for key in (
                "paper-sources",
                "paper-declined",
                "paper-unverified-mark",
                "paper-fixed",
                "paper-unsaid",
            )
        )
    )
    kind = kind_of(service, paper.kind)
    memory = paper_making.uncompared_parts(service, language, kind) if kind is not None else []
    said = make_source_sheet(
        made.sentences, dossier, heads, lambda path: paper_making.field_name(service, language, path), says
    ).text
    return "\n\n".join(["\n".join(memory), said] if memory else [said])


async def said_by(tx: Transaction, service: Service, language: str, leaf: Leaf) -> str:
    """Who says what is written there."""
    told = [await _origin_words(tx, service, language, origin) for origin in leaf.origins]
    return "; ".join(dict.fromkeys(told)) or service.words.say(language, "paper-origin-other")


async def _origin_words(tx: Transaction, service: Service, language: str, origin: str) -> str:
    sort, _, number = origin.partition(":")
    claim = await tx.claims.get(int(number)) if sort == "claim" and number.isdecimal() else None
    if claim is not None:
        who = await _claim_words(tx, service, language, claim)
        return f"{who}, {_local_time(service, claim.noted_at)}"
    if sort == "law" and (article := _article(tx, service, number)) is not None:
        key = "paper-origin-article-checked" if article.reviewed_by else "paper-origin-article"
        return service.words.say(language, key, article=article.short.get(language, article.id))
    key = f"paper-origin-{sort}"
    return service.words.say(language, key if service.words.has(language, key) else "paper-origin-other")


def _article(tx: Transaction, service: Service, cited: str) -> Citation | None:
    """The article of this id, as it is today; other rows of the law have ids too."""
    try:
        found = load_articles(*service.sheets).cite(cited, addressees.organisation_day(tx, service))
    except KeyError:
        return None
    return found if isinstance(found, Citation) else None


async def _claim_words(tx: Transaction, service: Service, language: str, claim: Claim) -> str:
    report = await tx.reports.get(claim.report_id) if claim.report_id is not None else None
    if claim.source_kind is SourceKind.REPORT and report is not None:
        return await relation_of(tx, service, language, report)
    member = await tx.members.get(claim.source_id) if claim.source_kind is not SourceKind.BOT else None
    if member is None:
        return service.words.say(language, "paper-origin-bot")
    if claim.source_kind is SourceKind.PAPER:
        return service.words.say(language, "paper-origin-paper", name=member.name)
    return member.name


def _local_time(service: Service, moment: datetime) -> str:
    return case_lines.local_time(moment, service.zone, service.zone)


async def on_paper_left(tx: Transaction, service: Service, paper: Paper, made: FilledDocument | None) -> None:
    """The document could not be made if ``made`` is empty. A member who may not have it any more gets nothing that
    follows.
    """
    if made is None:
        tx.papers.put(replace(paper, state=PaperState.BROKEN))
        await paper_making.tell_template_broken(tx, service, paper)
        return
    paper = tx.papers.put(
        replace(paper, state=PaperState.MADE, file_hash=paper_making.content_hash(made.content))
    )
    if not await paper_making.may_be_handed_out(tx, paper):
        return
    case = await tx.cases.get(paper.case_id) if paper.case_id is not None else None
    language = await language_of(tx, service, paper.address_id)
    for text in (made.text, await list_sources(tx, service, language, paper, made)):
        shown = Presentation(text, protect=True, silent=True)
        key = disclosure.new_key(tx, case, fades=True)
        sending.send_message(tx, service, paper.address_id, shown, key=key)
