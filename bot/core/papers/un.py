"""What keeps a paper for the United Nations from being made, and what whoever makes it must know. Pure.

blocks   it would be refused there, or choose nothing: the reason, and what to do instead
notes    it can be made; what is doubtful about it, or is not in it

Both are keys of words, of a dossier in which what nobody ticked is left out already (``dossier.allowed``).

A category of arbitrary detention is a tick; it is argued from what stands in ``SUPPORTS``. One that has nothing of it is
printed as missing, and said here.
"""

from collections.abc import Iterator, Mapping

from bot.core.papers.dossier import Dossier
from bot.core.papers.drafting import GROUNDS, found, is_known
from bot.core.papers.kind import Group, PaperKind

SUPPORTS: Mapping[str, tuple[str, ...]] = {
    "category_1": (
        "overrun.due", "grounds.protocol_late", "grounds.protocol_unseen", "grounds.decision_refused",
        "grounds.no_delivery_certificate",
    ),
    "category_2": ("case.event", "case.link", "un.role"),
    "category_3": (
        "grounds.counsel_refused", "grounds.no_private_talk", "grounds.rights_unexplained", "grounds.copies_refused",
        "un.statement",
    ),
    "category_4": ("un.migrant",),
    "category_5": ("person.traits",),
}  # fmt: skip
MANDATE = "grounds.mandate_"
COMPLAINT = "complaint.number"  # who asks for it needs a complaint at home
FIRST = {"un-block-complaint": "whereabouts_complaint"}  # what is made first then
WGEID, CED = "un_wgeid", "un_ced"  # one case goes to one of them


def blocks(kind: PaperKind, dossier: Dossier) -> list[str]:
    """Why it is not made; nothing: it may be."""
    return [*_blocks(kind, dossier)] if kind.group is Group.UN else []


def notes(kind: PaperKind, dossier: Dossier) -> list[str]:
    """What is to be said before it is made."""
    return [*_notes(kind, dossier)] if kind.group is Group.UN else []


def empty_categories(dossier: Dossier) -> list[str]:
    """Ticked, and without a fact."""
    return [
        name
        for name, paths in SUPPORTS.items()
        if is_known(dossier, f"{GROUNDS}{name}") and not any(is_known(dossier, path) for path in paths)
    ]


def _blocks(kind: PaperKind, dossier: Dossier) -> Iterator[str]:
    if not is_known(dossier, "person.is_named"):
        yield "un-block-unnamed"
    if COMPLAINT in kind.required:
        if not is_known(dossier, "complaint.date"):
            yield "un-block-complaint"
        elif not is_known(dossier, COMPLAINT) and not is_known(dossier, "un.is_refused"):
            yield "un-block-number"
    mandates = [path for path in kind.wanted if path.startswith(MANDATE)]
    if mandates and not any(is_known(dossier, path) for path in mandates):
        yield "un-block-mandate"


def _notes(kind: PaperKind, dossier: Dossier) -> Iterator[str]:
    if kind.id == WGEID:
        if is_known(dossier, "un.is_older"):
            yield "un-note-older"
        elif not is_known(dossier, "un.is_recent"):
            yield "un-note-undated"
        if is_known(dossier, "un.is_sent_ced"):
            yield "un-note-sent-ced"
    if kind.id == CED and is_known(dossier, "un.is_sent_wgeid"):
        yield "un-note-sent-wgeid"
    if f"{GROUNDS}category_1" in kind.wanted:
        ticked = [name for name in SUPPORTS if is_known(dossier, f"{GROUNDS}{name}")]
        empty = empty_categories(dossier)
        yield from [] if ticked else ["un-note-no-category"]
        yield from (f"un-note-{name.replace('_', '-')}" for name in empty)
    if found(dossier, "un.name") is not None and not is_known(dossier, "un.name"):
        yield "un-note-not-latin"
    yield "un-note-mail" if is_known(dossier, "to.mail") else "un-note-no-mail"
    yield "un-note-translate"
