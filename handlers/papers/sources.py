"""Where each sentence of a paper comes from, for whoever signs it: who says it, since when we know. Not in the paper."""

from datetime import datetime

from bot.core.casework.claims import Claim, SourceKind
from bot.core.papers.dossier import Leaf, from_data
from bot.core.papers.drafting import found
from bot.core.papers.made import Paper
from bot.documents.filling import Document
from handlers.cards import case_lines
from handlers.cards.fact_lines import cut
from handlers.cards.relation import relation
from handlers.papers import making
from handlers.service import Service
from storage.transaction import Transaction

SENTENCE = 90  # UTF-16 units of one that are repeated


async def listed(tx: Transaction, service: Service, language: str, paper: Paper, made: Document) -> str:
    """A sentence and its sources, in the order of the paper; what stands in its template is not listed."""
    dossier = from_data(paper.facts["dossier"])
    lines = [service.words.say(language, "paper-sources")]
    for sentence in made.sentences:
        told = []
        for path in sentence.paths:
            leaf = found(dossier, path)
            if isinstance(leaf, Leaf) and leaf.text:
                who = await said_by(tx, service, language, leaf)
                mark = "" if leaf.verified else service.words.say(language, "paper-unverified-mark")
                told.append(f"{making.field(service, language, path)}: {who}{mark}")
        if told:
            lines.append(f"\n«{cut(sentence.text, SENTENCE)}»\n" + "\n".join(f"← {one}" for one in told))
    return "\n".join(lines)


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
    key = f"paper-origin-{sort}"
    return service.words.say(language, key if service.words.has(language, key) else "paper-origin-other")


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
