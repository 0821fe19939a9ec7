"""Where each sentence of a paper comes from, for whoever signs it: who says it, since when we know. Not in the paper."""

from datetime import datetime

from bot.core.casework.claims import Claim, SourceKind
from bot.core.cited.articles import Citation
from bot.core.papers.dossier import Leaf, from_data
from bot.core.papers.made import Paper
from bot.documents.filling import Document
from bot.documents.sources import Heads, origins, side
from bot.resources.cited import load_articles
from handlers.cards import case_lines
from handlers.cards.paper_lines import kind_of
from handlers.cards.relation import relation
from handlers.papers import making, offices
from handlers.service import Service
from storage.transaction import Transaction


async def listed(tx: Transaction, service: Service, language: str, paper: Paper, made: Document) -> str:
    """Declined names, then each sentence that says something, and its sources, in the order of the paper."""
    dossier = from_data(paper.facts["dossier"])
    says = {one: await _origin(tx, service, language, one) for one in origins(made.sentences, dossier)}
    heads = Heads(
        *(
            service.words.say(language, key)
            for key in ("paper-sources", "paper-declined", "paper-unverified-mark", "paper-origin-other")
        )
    )
    kind = kind_of(service, paper.kind)
    memory = making.remembered(service, language, kind) if kind is not None else []
    said = side(made.sentences, dossier, heads, lambda path: making.field(service, language, path), says).text
    return "\n\n".join(["\n".join(memory), said] if memory else [said])


async def said_by(tx: Transaction, service: Service, language: str, leaf: Leaf) -> str:
    """Who says what stands there."""
    told = [await _origin(tx, service, language, origin) for origin in leaf.origins]
    return "; ".join(dict.fromkeys(told)) or service.words.say(language, "paper-origin-other")


async def _origin(tx: Transaction, service: Service, language: str, origin: str) -> str:
    sort, _, number = origin.partition(":")
    claim = await tx.claims.get(int(number)) if sort == "claim" and number.isdecimal() else None
    if claim is not None:
        who = await _source(tx, service, language, claim)
        return f"{who}, {_time(service, claim.noted_at)}"
    if sort == "law" and (article := _article(tx, service, number)) is not None:
        key = "paper-origin-article-checked" if article.reviewed_by else "paper-origin-article"
        return service.words.say(language, key, article=article.short.get(language, article.id))
    key = f"paper-origin-{sort}"
    return service.words.say(language, key if service.words.has(language, key) else "paper-origin-other")


def _article(tx: Transaction, service: Service, cited: str) -> Citation | None:
    """The article of this id, as it is today; other rows of the law have ids too."""
    try:
        found = load_articles(service.jurisdiction).cite(cited, offices.today(tx, service))
    except KeyError:
        return None
    return found if isinstance(found, Citation) else None


async def _source(tx: Transaction, service: Service, language: str, claim: Claim) -> str:
    report = await tx.reports.get(claim.report_id) if claim.report_id is not None else None
    if claim.source_kind is SourceKind.REPORT and report is not None:
        return await relation(tx, service, language, report)
    member = await tx.members.get(claim.source_id) if claim.source_kind is not SourceKind.BOT else None
    if member is None:
        return service.words.say(language, "paper-origin-bot")
    if claim.source_kind is SourceKind.PAPER:
        return service.words.say(language, "paper-origin-paper", name=member.name)
    return member.name


def _time(service: Service, moment: datetime) -> str:
    return case_lines.local(moment, service.zone, service.zone)
