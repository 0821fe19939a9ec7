"""A paper is made: its facts and its template are sealed into its row, and it leaves for the chat of the member who asked
for it.

The document is made as it leaves (bot.loops.outgoing_files). It can be made again from the row, and is the same.
"""

import hashlib
from collections.abc import Callable

from msgspec.structs import replace

from core.documents.filling import BadTemplate, FilledDocument, fill_template, typed_without_marks
from core.documents.sources import unsourced_paths
from core.folding import clean_text
from core.incoming import File, FileKind
from core.model import Case, Member
from core.papers.dossier import (
    Dossier,
    Leaf,
    dossier_from_data,
    dossier_to_data,
    each_leaf,
    fingerprint,
    without_unticked,
)
from core.papers.drafting import with_leaf
from core.papers.paper_kinds import PaperGroup, PaperKind
from core.papers.parties import organisation_group
from core.presentation import Presentation
from core.records.papers import Paper, PaperState, PaperTemplate
from handlers.cards.paper_names import paper_name
from handlers.casework import disclosure
from handlers.outbox import administrators, sending
from handlers.papers import outgoing_numbers
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


UNKNOWN_LIST = "un.unknown"
UNSUPPORTED = "un.category_"  # what lacks there is an argument, and no answer to a field
NOTHING = "—"  # in a field whose question stands in the list


def content_hash(content: bytes) -> str:
    """By which a template and a file are known."""
    return hashlib.sha256(content).hexdigest()


def seal(service: Service, paper: Paper, kind: PaperKind, dossier: Dossier, template: bytes) -> Paper:
    """The row with all that it takes to make it, as it is now: what is not verified only where it is ticked."""
    house = organisation_group(service.heads[paper.language])
    facts = without_unticked({**dossier, "organisation": house}, paper.ticked)
    label = unknown_words(service, paper.language)
    unknown = {
        path: label(path)
        for path, leaf in each_leaf(facts)
        if not typed_without_marks(clean_text(leaf.text)).split()
    }
    gathered = (
        {path: field_name(service, paper.language, path) for path in unknown}
        if kind.group is PaperGroup.UN
        else {}
    )
    return replace(
        paper,
        version=kind.version,
        template=content_hash(template),
        facts={"dossier": dossier_to_data(facts), "unknown": unknown, "gathered": gathered},
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
        say(language, "paper-file", name=name, code=code or say(language, f"language-{paper.language}")),
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
    if paper.made_at is not None:
        return tx.papers.put(paper)
    number = paper.number or await outgoing_numbers.give_number(tx, service, paper)
    return tx.papers.put(replace(paper, state=PaperState.LEAVING, made_at=tx.now, number=number))


def make_again(paper: Paper, template: bytes) -> FilledDocument:
    """The document of a row that was made: the same bytes each time. Raises BadTemplate, also if a source is missing."""
    made = _filled(paper, template)
    if unsourced := unsourced_paths(made.sentences, made.dossier):
        raise BadTemplate(f"nobody has said {', '.join(unsourced)}")
    return made


def _filled(paper: Paper, template: bytes) -> FilledDocument:
    """Where the template has a list of what is not known (``un.unknown``), all that it would say so of stands there once."""
    dossier, unknown = dossier_from_data(paper.facts["dossier"]), paper.facts["unknown"]
    if paper.number:
        dossier = with_leaf(dossier, "paper.number", Leaf(paper.number, ("register",)))
    names = paper.facts.get("gathered", {})
    listed = with_leaf(dossier, UNKNOWN_LIST, Leaf(NOTHING, ("record",))) if names else dossier
    made = fill_template(template, listed, lambda path: unknown[path])
    printed = {path: None for sentence in made.sentences for path in sentence.paths}
    if UNKNOWN_LIST not in printed:
        return made if listed is dossier else fill_template(template, dossier, lambda path: unknown[path])
    empty = {path for path, leaf in each_leaf(dossier) if not leaf.text and path != UNKNOWN_LIST}
    blank = {path: names[path] for path in printed if path in empty and not path.startswith(UNSUPPORTED)}
    text = "; ".join(dict.fromkeys(blank.values()))
    listed = with_leaf(dossier, UNKNOWN_LIST, Leaf(text, ("record",) if text else ()))
    return fill_template(template, listed, lambda path: NOTHING if path in blank else unknown[path])


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
