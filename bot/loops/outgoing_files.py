"""How a file is sent to those who may have it: by the messenger's own id, from our sealed copy, or made at that moment.

Sending by id is fast and shows the file as it was; but an id works only for one bot of one messenger, as long as the
messenger keeps the file, and it carries the name that the sender gave. So a file with a name, one that came by another
messenger, and one whose id is no longer valid are sent from our copy.

A paper is made when it is sent, from what is sealed in its row: in a thread, outside any transaction.
"""

import asyncio
import io
import logging
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from bot.messengers.errors import MessengerError, NoFile, NotTaken, Rejected, TooBig
from bot.messengers.messenger import Messenger
from core import sent_files
from core.digest import picture_sheet
from core.digest.picture_sheet import DigestSheet
from core.documents.filling import BadTemplate, FilledDocument
from core.incoming import FileKind
from core.presentation import Presentation
from core.records.papers import Paper
from core.traffic import Outgoing
from handlers.outbox import sending
from handlers.papers.paper_making import make_again
from handlers.service import Service
from storage.errors import Damaged
from storage.folder import Folder
from storage.transaction import Transaction

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileCopy:
    """A file in our folder, and what it is called where it is handed out. ``known``: it came by the messenger by which it
    leaves, which may still have it.
    """

    folder: Folder = field(repr=False)
    number: int
    key: bytes = field(repr=False)
    name: str
    known: bool


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that we made, and what it is called."""

    content: bytes = field(repr=False)
    name: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that is drawn as it leaves."""

    sheet: DigestSheet
    font: bytes = field(repr=False)


async def copy_of(tx: Transaction, service: Service, row: Outgoing) -> FileCopy | MadeFile | Drawing | None:
    """What a row hands out, if it is kept, made, or to be drawn. An empty file cannot be sent."""
    if "sheet" in row.payload:
        return Drawing(picture_sheet.sheet_from_data(row.payload["sheet"]), service.font)
    if "content" in row.payload:
        return MadeFile(b64decode(row.payload["content"]), row.payload["name"])
    number = row.payload.get("kept")
    file = await tx.files.get(number) if number is not None else None
    if file is None or not sent_files.is_ours(file) or tx.folder is None:
        return None
    name = sent_files.file_name(file.kind, file.about.get("mime"), row.payload["number"])
    known = await sending.same_messenger(tx, file.address_id, row.address_id)
    return FileCopy(tx.folder, file.id, file.key, name, known)


async def hand_out(
    messenger: Messenger,
    chat: str,
    shown: Presentation,
    copy: FileCopy | MadeFile | Drawing | None,
    times: int,
    if_refused: str = "",
) -> int:
    """Send it; the id of the message. Raises NoFile where neither the messenger nor the folder has it.

    ``if_refused``: what is said in its place where it is not taken there as anything.
    """
    assert shown.file is not None
    try:
        if isinstance(copy, Drawing):
            return await _drawn_and_sent(messenger, chat, shown, copy, times)
        if isinstance(copy, MadeFile):
            return await messenger.send_copy(chat, shown, copy.content, copy.name, times)
        if copy is None:
            return await messenger.send(chat, shown, times)
        return await _kept_and_sent(messenger, chat, shown, copy, times)
    except NotTaken:
        if not if_refused:
            raise
    return await messenger.send(chat, _words_of(shown, if_refused), times)


async def _kept_and_sent(
    messenger: Messenger, chat: str, shown: Presentation, copy: FileCopy, times: int
) -> int:
    """By the messenger's id while that will do; else our copy."""
    assert shown.file is not None
    refused: MessengerError | None = None
    if copy.known and shown.file.kind in sent_files.BARE:
        try:
            return await messenger.send(chat, shown, times)
        except (NoFile, NotTaken) as error:
            refused = error
    try:
        content = await asyncio.to_thread(copy.folder.read, copy.number, copy.key)
    except (OSError, Damaged) as error:
        log.error("file %d cannot be read: %s", copy.number, type(error).__name__)  # dabyl check names it
        if not copy.known:
            raise NoFile("our copy cannot be read, and it came by another messenger") from None
        if refused is not None:
            raise refused from None
        return await messenger.send(chat, shown, times)
    if isinstance(refused, NotTaken):
        return await messenger.send_copy(chat, _as_document(shown), content, copy.name, times)
    return await _sent(messenger, chat, shown, content, copy.name, times)


async def _sent(
    messenger: Messenger, chat: str, shown: Presentation, content: bytes, name: str, times: int
) -> int:
    """What is not taken as what it is goes as a document: HEIC or a picture too large for a photo, a voice to somebody who
    forbids them.
    """
    try:
        return await messenger.send_copy(chat, shown, content, name, times)
    except (NotTaken, Rejected, TooBig):
        if shown.file is None or shown.file.kind is FileKind.DOCUMENT:
            raise
    return await messenger.send_copy(chat, _as_document(shown), content, name, times)


def _as_document(shown: Presentation) -> Presentation:
    assert shown.file is not None
    return replace(shown, file=replace(shown.file, kind=FileKind.DOCUMENT))


def _words_of(shown: Presentation, *more: str) -> Presentation:
    """The words below a file, without it."""
    return replace(shown, file=None, text="\n".join(part for part in (shown.text, *more) if part))


async def _drawn_and_sent(
    messenger: Messenger, chat: str, shown: Presentation, drawing: Drawing, times: int
) -> int:
    """The words alone where it cannot be drawn, or is not taken: what they say is the same."""
    try:
        content = await asyncio.to_thread(_picture, drawing)
    except (OSError, ValueError, ImportError) as error:
        log.error("a picture cannot be drawn: %s", type(error).__name__)
        return await messenger.send(chat, _words_of(shown), times)
    return await _picture_or_words(messenger, chat, shown, content, "digest.png", times)


async def _picture_or_words(
    messenger: Messenger, chat: str, shown: Presentation, content: bytes, name: str, times: int
) -> int:
    """A picture says nothing that its words do not say."""
    try:
        return await messenger.send_copy(chat, shown, content, name, times)
    except (NotTaken, Rejected, TooBig) as error:
        log.warning("a picture is not taken, its words go alone: %s", error)
    return await messenger.send(chat, _words_of(shown), times)


def _picture(drawing: Drawing) -> bytes:
    from core.drawing.picture import draw_digest

    return draw_digest(drawing.sheet, drawing.font)


async def send_invitation(
    messenger: Messenger, chat: str, shown: Presentation, payload: Mapping[str, str], times: int
) -> int:
    """Send what leads to the bot, a picture of it, and the code: in the link, or below it; the id of the message."""
    code, door = payload["code"], payload.get("door")
    link = door or await messenger.start_link(code)
    picture = await asyncio.to_thread(_drawn, link)
    below = f"{link}\n{code}" if door else link
    shown = replace(shown, text=f"{shown.text}\n\n{below}")
    return await _picture_or_words(messenger, chat, shown, picture, "invitation.png", times)


def _drawn(link: str) -> bytes:
    """A QR code that a phone reads from another one's screen, as PNG."""
    import segno

    out = io.BytesIO()
    segno.make_qr(link, error="m").save(out, kind="png", scale=10, border=4)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class UnmadePaper:
    """All that it takes. ``name``: of the file; ``if_broken``: what is said where the template cannot be filled."""

    paper: Paper = field(repr=False)
    template: bytes = field(repr=False)
    name: str
    if_broken: str


async def unmade_paper(tx: Transaction, row: Outgoing) -> UnmadePaper | None:
    """What a row of the outbox hands out."""
    paper = await tx.papers.get(row.payload["paper"])
    kept = await tx.paper_templates.get(paper.template) if paper is not None else None
    if paper is None or kept is None:
        return None
    return UnmadePaper(paper, kept.content, row.payload["called"], row.payload["if_broken"])


async def make_paper(unmade: UnmadePaper) -> FilledDocument | None:
    """The document; None where its template cannot be filled. The log has the number of the row, not what was said."""
    try:
        return await asyncio.to_thread(make_again, unmade.paper, unmade.template)
    except BadTemplate:
        log.error(
            "paper %d (%s, %s) cannot be made", unmade.paper.id, unmade.paper.kind, unmade.paper.language
        )
        return None
