"""A paper is made: its facts and its template are sealed into its row, and it leaves for the chat of the member who asked
for it.

The document is made as it leaves (bot.loops.outgoing_files). It can be made again from the row, and is the same.
"""

import hashlib
from collections.abc import Callable

from msgspec.structs import replace

from core.documents.filling import BadTemplate, FilledDocument, fill_template, typed_without_marks
from core.folding import clean_text
from core.incoming import File, FileKind
from core.model import Case, Member
from core.papers.dossier import (
    Dossier,
    dossier_from_data,
    dossier_to_data,
    each_leaf,
    fingerprint,
    without_unticked,
)
from core.papers.paper_kinds import PaperKind
from core.presentation import Presentation
from core.records.papers import Paper, PaperState, PaperTemplate
from handlers.cards.paper_names import paper_name
from handlers.casework import disclosure
from handlers.outbox import administrators, sending
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction


def field_name(service: Service, language: str, path: str) -> str:
    """What a path of the dossier is called; if it has no name of its own, the group: an article, a right."""
    names = [name for name in path.replace("_", "-").split(".") if not name.isdecimal()]
    keys = (f"paper-field-{'-'.join(names)}", f"paper-field-{names[0]}")
    key = next((key for key in keys if service.words.has(language, key)), "paper-field-other")
    return service.words.say(language, key)


def unknown_words(service: Service, language: str) -> Callable[[str], str]:
    """What stands in a paper in place of what nobody knows."""
    return lambda path: service.words.say(
        language, "paper-not-known", what=field_name(service, language, path)
    )


def content_hash(content: bytes) -> str:
    """By which a template and a file are known."""
    return hashlib.sha256(content).hexdigest()


def seal(service: Service, paper: Paper, kind: PaperKind, dossier: Dossier, template: bytes) -> Paper:
    """The row with all that it takes to make it, as it is now: what is not verified only where it is ticked."""
    facts = without_unticked(dossier, paper.ticked)
    label = unknown_words(service, paper.language)
    unknown = {
        path: label(path)
        for path, leaf in each_leaf(facts)
        if not typed_without_marks(clean_text(leaf.text)).split()
    }
    return replace(
        paper,
        version=kind.version,
        template=content_hash(template),
        facts={"dossier": dossier_to_data(facts), "unknown": unknown},
        facts_hash=fingerprint(facts),
    )


async def load_template(tx: Transaction, service: Service, paper: Paper) -> bytes | None:
    """The template of a paper. None: the organisation's own is wrong, and administrators are told, of a file once a day."""
    try:
        return service.papers.template(paper.kind, paper.language)
    except BadTemplate:
        await tell_template_broken(tx, service, paper)
        return None


async def tell_template_broken(tx: Transaction, service: Service, paper: Paper) -> None:
    """To administrators: which template, and no word of a case."""
    once = f"paper-broken:{paper.kind}:{paper.language}:{tx.now:%Y-%m-%d}"
    about = {"paper": paper.kind, "language": paper.language}
    await administrators.tell(tx, service, "operator-paper-broken", once=once, **about)


async def make(
    tx: Transaction, service: Service, paper: Paper, kind: PaperKind, dossier: Dossier, template: bytes
) -> Paper:
    """Seal it and hand it out."""
    paper = seal(service, paper, kind, dossier, template)
    await keep_template(tx, paper.template, template)
    return await hand_out(tx, service, paper)


async def keep_template(tx: Transaction, hash: str, template: bytes) -> None:
    """The template, once."""
    if await tx.paper_templates.get(hash) is None:
        tx.paper_templates.add(PaperTemplate(hash, tx.now, template))


async def hand_out(tx: Transaction, service: Service, paper: Paper) -> Paper:
    """Into the chat of the member who asked for it, as a document; its text and its sources follow when it has left."""
    case = await tx.cases.get(paper.case_id) if paper.case_id is not None else None
    code = case.code if case is not None else ""
    language = await language_of(tx, service, paper.address_id)
    name, say = paper_name(service, language, paper.kind), service.words.say
    shown = Presentation(
        say(language, "paper-file", name=name, code=code or "—"),
        protect=True,
        file=File(FileKind.DOCUMENT, ""),
    )
    sending.send_paper(
        tx,
        paper.address_id,
        shown,
        paper.id,
        f"{paper.kind}-{code or paper.id}-{paper.language}.docx",
        disclosure.new_key(tx, case, fades=True),
        if_broken=say(language, "paper-broken", name=name),
    )
    state = PaperState.LEAVING if paper.made_at is None else paper.state
    return tx.papers.put(replace(paper, state=state, made_at=paper.made_at or tx.now))


def make_again(paper: Paper, template: bytes) -> FilledDocument:
    """The document of a row that was made: the same bytes each time. Raises BadTemplate."""
    unknown = paper.facts["unknown"]
    return fill_template(template, dossier_from_data(paper.facts["dossier"]), lambda path: unknown[path])


async def may_be_handed_out(tx: Transaction, paper: Paper) -> bool:
    """Whether it may be handed out at this moment."""
    if paper.case_id is None:  # a letter is a coordinator's
        return await is_coordinator(tx, paper.address_id)
    case = await tx.cases.get(paper.case_id)
    return case is not None and await disclosure.may_see(tx, case, paper.address_id)


def uncompared_parts(service: Service, language: str, kind: PaperKind) -> list[str]:
    """Which parts of its form nobody has compared with the form yet; nothing, if somebody has."""
    if not kind.from_memory:
        return []
    return [service.words.say(language, "papers-from-memory"), *(f"– {part}" for part in kind.from_memory)]


def is_own(paper: Paper, member: Member, case: Case) -> bool:
    """Whether the page of a paper is this member's; what is made belongs to the case."""
    done = paper.state in (PaperState.MADE, PaperState.LEAVING, PaperState.BROKEN)
    return paper.case_id == case.id and (done or paper.member_id == member.id)
