"""What follows a paper that has left: its text, what each sentence is made of; or that its template is broken."""

from msgspec.structs import replace

from bot.core.papers.made import Paper, PaperState
from bot.core.presentation import Presentation
from bot.documents.filling import Document
from handlers.casework import handed_out
from handlers.outbox import sending
from handlers.papers import making, sources
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction


async def on_left(tx: Transaction, service: Service, paper: Paper, made: Document | None) -> None:
    """``made`` is None: it could not be made. Who may not have it any more gets nothing that follows."""
    if made is None:
        tx.papers.put(replace(paper, state=PaperState.BROKEN))
        await making.tell_broken(tx, service, paper)
        return
    paper = tx.papers.put(replace(paper, state=PaperState.MADE, file_hash=making.hashed(made.content)))
    if not await making.may_have(tx, paper):
        return
    case = await tx.cases.get(paper.case_id) if paper.case_id is not None else None
    language = await language_of(tx, service, paper.address_id)
    for text in (made.text, await sources.listed(tx, service, language, paper, made)):
        shown = Presentation(text, protect=True, silent=True)
        key = handed_out.new_key(tx, case, fades=True)
        sending.message(tx, service, paper.address_id, shown, key=key)
