"""The coordinators' one card of all that the bot does not understand: how many messages wait, and a button to read each.
Below them what was read already, by whom, for as long as its words are kept.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from core.casework.case_list import PAGE, page_shown
from core.model import Report
from core.presentation import Button, Presentation, Style, in_button_rows
from core.traffic import Card
from core.unread import SHOWINGS, Act, DraftLine, is_unclear, newest_showing, waits
from core.vocabulary import ReportState
from handlers.cards import draft_card
from handlers.cards.case_lists import lines_on_page, page_buttons
from handlers.cards.stub import stub
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage import draft_lines
from storage.transaction import Transaction

CARD = draft_card.LIST
CHATTER_QUIET = timedelta(minutes=30)  # between sounds of chatter: two an hour


class Unclear(Struct, frozen=True):
    """A draft that the bot does not understand, and what was done with it."""

    report: Report
    lines: Sequence[DraftLine]

    @property
    def waits(self) -> bool:
        """Whether nobody has read it."""
        return waits(self.lines)


async def all_unclear(tx: Transaction) -> list[Unclear]:
    """All whose words are still there: first those that nobody has read, the oldest at the top."""
    ids = [timer.subject_id for timer in await tx.timers.by(kind="wipe")]
    await tx.reports.prefetch("id", ids)
    await tx.draft_lines.prefetch("report_id", ids)
    found = []
    for id in sorted(ids):
        report, lines = await tx.reports.get(id), await draft_lines.all_lines(tx, id)
        if report is not None and report.state is ReportState.DRAFT and is_unclear(lines):
            found.append(Unclear(report, lines))
    return sorted(found, key=_place)


def _place(unclear: Unclear) -> int:
    """What waits first, and of that what is the most likely to be an emergency."""
    shown = newest_showing(unclear.lines)
    return -SHOWINGS.index(shown.kind) if unclear.waits and shown is not None else 1


async def has_come_since(tx: Transaction, moment: datetime) -> bool:
    """Whether something was shown after that moment and waits: of chatter only if it has been quiet long enough."""
    quiet = tx.now - moment < CHATTER_QUIET
    sounding = (Act.UNCLEAR,) if quiet else (Act.UNCLEAR, Act.CHATTER)
    return any(shown.at > moment and shown.kind in sounding for _, shown in await _unread(tx))


async def others_wait(tx: Transaction, report_id: int) -> bool:
    """Whether another one that may be an emergency waits, so that the card has rung for it."""
    return any(id != report_id and shown.kind is Act.UNCLEAR for id, shown in await _unread(tx))


async def _unread(tx: Transaction) -> list[tuple[int, DraftLine]]:
    """Each that waits, with the line by which it was shown."""
    found = [(unclear, newest_showing(unclear.lines)) for unclear in await all_unclear(tx) if unclear.waits]
    return [(unclear.report.id, shown) for unclear, shown in found if shown is not None]


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """One of them as its own card would be; of several a line each."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    found = await all_unclear(tx)
    if not found:
        return stub(service, language, "unread-none")
    say = service.words.say
    texts = [say(language, "unread-head", count=sum(unclear.waits for unclear in found)), ""]
    if len(found) == 1:
        return await draft_card.unread(tx, service, language, found[0].report)
    buttons = []
    page, _ = page_shown(card.page, len(found))
    for number, unclear in enumerate(lines_on_page(found, card), start=page * PAGE + 1):
        when = await draft_card.origin_words(tx, service, language, unclear.report)
        acts = await draft_card.act_lines(tx, service, language, unclear.lines)
        texts.append(" · ".join([f"{number}. {when}", *([] if unclear.waits else acts[-1:])]))
        style = Style.PRIMARY if unclear.waits else Style.PLAIN
        label = say(language, "button-words-read-number", number=number)
        buttons.append(Button(label, f"wordsread:{unclear.report.id}", style))
    rows = (*in_button_rows(buttons), *page_buttons(len(found), card))
    return Presentation("\n".join(texts), rows, protect=True)
