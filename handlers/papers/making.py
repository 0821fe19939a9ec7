"""A paper is made: its facts and its template are sealed into its row, and it leaves for the chat of whoever asked for it.

What is made of them is made as it leaves (bot.loops.paper_made). It can be made again from the row, and is the same.
"""

import hashlib
from collections.abc import Callable

from msgspec.structs import replace

from bot.core.folding import clean
from bot.core.incoming import File, FileKind
from bot.core.model import Case, Member
from bot.core.papers.dossier import Dossier, allowed, fingerprint, from_data, leaves, to_data
from bot.core.papers.kind import PaperKind
from bot.core.papers.made import Paper, PaperState, PaperTemplate
from bot.core.presentation import Presentation
from bot.documents.filling import BadTemplate, Document, filled
from bot.documents.traces import typed
from handlers.cards.paper_lines import name_of
from handlers.casework import handed_out
from handlers.outbox import operator, sending
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction


def field(service: Service, language: str, path: str) -> str:
    """What a path of the dossier is called; of what has no name of its own, the group: an article, a right."""
    names = [name for name in path.replace("_", "-").split(".") if not name.isdecimal()]
    keys = (f"paper-field-{'-'.join(names)}", f"paper-field-{names[0]}")
    key = next((one for one in keys if service.words.has(language, one)), "paper-field-other")
    return service.words.say(language, key)


def not_known(service: Service, language: str) -> Callable[[str], str]:
    """What stands in a paper in place of what nobody knows."""
    return lambda path: service.words.say(language, "paper-not-known", what=field(service, language, path))


def hashed(content: bytes) -> str:
    """By which a template and a file are known."""
    return hashlib.sha256(content).hexdigest()


def sealed(service: Service, paper: Paper, kind: PaperKind, dossier: Dossier, template: bytes) -> Paper:
    """The row with all that it takes to make it, as it is now: what is not verified only where it is ticked."""
    facts = allowed(dossier, paper.ticked)
    label = not_known(service, paper.language)
    unknown = {path: label(path) for path, leaf in leaves(facts) if not typed(clean(leaf.text)).split()}
    return replace(
        paper,
        version=kind.version,
        template=hashed(template),
        facts={"dossier": to_data(facts), "unknown": unknown},
        facts_hash=fingerprint(facts),
    )


async def template_of(tx: Transaction, service: Service, paper: Paper) -> bytes | None:
    """The template of a paper. None: the organisation's own is wrong, and administrators are told, of a file once a day."""
    try:
        return service.papers.template(paper.kind, paper.language)
    except BadTemplate:
        await tell_broken(tx, service, paper)
        return None


async def tell_broken(tx: Transaction, service: Service, paper: Paper) -> None:
    """To administrators: which template, and no word of a case."""
    once = f"paper-broken:{paper.kind}:{paper.language}:{tx.now:%Y-%m-%d}"
    about = {"paper": paper.kind, "language": paper.language}
    await operator.tell(tx, service, "operator-paper-broken", once=once, **about)


async def make(
    tx: Transaction, service: Service, paper: Paper, kind: PaperKind, dossier: Dossier, template: bytes
) -> Paper:
    """Seal it and hand it out."""
    paper = sealed(service, paper, kind, dossier, template)
    await keep(tx, paper.template, template)
    return await hand_out(tx, service, paper)


async def keep(tx: Transaction, hash: str, template: bytes) -> None:
    """The template, once."""
    if await tx.paper_templates.get(hash) is None:
        tx.paper_templates.add(PaperTemplate(hash, tx.now, template))


async def hand_out(tx: Transaction, service: Service, paper: Paper) -> Paper:
    """Into the chat of whoever asked for it, as a document; its text and its sources follow when it has left."""
    case = await tx.cases.get(paper.case_id) if paper.case_id is not None else None
    code = case.code if case is not None else ""
    language = await language_of(tx, service, paper.address_id)
    name, say = name_of(service, language, paper.kind), service.words.say
    shown = Presentation(
        say(language, "paper-file", name=name, code=code or "—"),
        protect=True,
        file=File(FileKind.DOCUMENT, ""),
    )
    sending.paper(
        tx,
        paper.address_id,
        shown,
        paper.id,
        f"{paper.kind}-{code or paper.id}-{paper.language}.docx",
        handed_out.new_key(tx, case, fades=True),
        if_broken=say(language, "paper-broken", name=name),
    )
    state = PaperState.LEAVING if paper.made_at is None else paper.state
    return tx.papers.put(replace(paper, state=state, made_at=paper.made_at or tx.now))


def made_again(paper: Paper, template: bytes) -> Document:
    """The document of a row that was made: the same bytes each time. Raises BadTemplate."""
    unknown = paper.facts["unknown"]
    return filled(template, from_data(paper.facts["dossier"]), lambda path: unknown[path])


async def may_have(tx: Transaction, paper: Paper) -> bool:
    """Whether it may be handed out at this moment."""
    if paper.case_id is None:  # a letter is a coordinator's
        return await is_coordinator(tx, paper.address_id)
    case = await tx.cases.get(paper.case_id)
    return case is not None and await handed_out.may_see(tx, case, paper.address_id)


def remembered(service: Service, language: str, kind: PaperKind) -> list[str]:
    """Which parts of its form nobody has compared with the form yet; nothing, if somebody has."""
    if not kind.from_memory:
        return []
    return [service.words.say(language, "papers-from-memory"), *(f"– {part}" for part in kind.from_memory)]


def is_own(paper: Paper, member: Member, case: Case) -> bool:
    """Whether the page of a paper is this member's; what is made belongs to the case."""
    done = paper.state in (PaperState.MADE, PaperState.LEAVING, PaperState.BROKEN)
    return paper.case_id == case.id and (done or paper.member_id == member.id)
