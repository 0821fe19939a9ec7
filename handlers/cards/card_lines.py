"""What is said on the card of a case that somebody sees whole: each room brings its lines, as rows of handlers.card_views.

What they are drawn from is loaded once, with what decides more than a line: whose phone may be in other hands.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from core.casework.case_view import CaseView
from core.casework.ownership import has_case
from core.model import Address, Case, Entry, Member
from core.vocabulary import PHONE, AfterClosing, CaseState
from handlers.cards.case_lines import zone_of
from handlers.cards.case_loading import view_of
from handlers.cards.fact_lines import CaseReading
from handlers.cards.words_and_files import recent_entries
from handlers.service import Service
from storage.transaction import Transaction


class CardPart(StrEnum):
    """Where lines stand. Between HEAD and SOURCES is what everybody may know of the case; before NOTES are its facts, below
    them the reporters' words.
    """

    HEAD = "head"
    SOURCES = "sources"
    NOTES = "notes"


class CardReading(CaseReading, frozen=True, kw_only=True):
    """A case that one member sees whole.

    ``kinds``: how many entries of each kind there are in all, of which ``entries`` are the newest. ``moved``: when reports
    went to another phone.
    """

    tx: Transaction
    reader: Member
    entries: list[Entry]
    kinds: Mapping[str, int]
    moved: Sequence[datetime]

    @property
    def has_case(self) -> bool:
        """Whether the reader has it, as its owner or as the second lawyer."""
        return self.case.state is CaseState.ACCEPTED and has_case(self.case, self.reader.id)


CardLines = Callable[[CardReading], Awaitable[Sequence[str]]]
LineTable = Mapping[CardPart, Sequence[CardLines]]


async def load_reading(
    tx: Transaction, service: Service, language: str, case: Case, reader: Member, *, brief: bool = False
) -> CardReading:
    """What the card is drawn from. Where the reporter's own phone is taken, nobody is to ring it."""
    entries, kinds = await recent_entries(tx, case)
    view = await view_of(tx, case)
    moved = await moved_at(tx, case) if kinds["moved"] else []
    taken = await whose_phone_is_taken(tx, case, view, moved=bool(moved))
    return CardReading(
        service,
        language,
        case,
        view,
        zone_of(service, case),
        words={entry.id: text for entry in entries if (text := entry.payload.get("text"))},
        tx=tx,
        reader=reader,
        entries=entries,
        kinds=kinds,
        taken=taken,
        moved=moved,
        brief=brief,
    )


async def lines_of_part(lines: LineTable, part: CardPart, reading: CardReading) -> list[str]:
    """What the rooms say there, in the order of the table."""
    return [line for rows in lines[part] for line in await rows(reading)]


async def moved_at(tx: Transaction, case: Case) -> list[datetime]:
    """When reports of the case went to another phone."""
    reports = await tx.reports.by(case_id=case.id)
    found = [await tx.entries.by(report_id=report.id, kind="moved") for report in reports]
    return sorted(entry.at for entries in found for entry in entries)


async def whose_phone_is_taken(tx: Transaction, case: Case, view: CaseView, *, moved: bool) -> str:
    """Whose phone may be in other hands: the reporter's own; perhaps theirs (doubt); somebody's; nobody's (empty)."""
    flags = view.value("urgent")
    flagged = isinstance(flags, tuple) and PHONE in flags
    held = case.situation == "me" or view.value("link") == "self" or moved
    chats = await hidden_chats(tx, case)
    hidden = [chat for chat in chats if chat.silenced_at is not None]
    if any(chat.after_closing is not AfterClosing.HIDDEN for chat in hidden) or (flagged and held):
        return "own"
    if len(hidden) < len(chats):
        return "doubt"
    perhaps = (fact.value for fact in view.guesses.get("urgent", ()))
    flagged = flagged or any(isinstance(flags, tuple) and PHONE in flags for flags in perhaps)
    return "some" if flagged else ""


async def hidden_chats(tx: Transaction, case: Case) -> list[Address]:
    """The chats of reporters of the case that read nothing of it until somebody answers there again: hidden, or in doubt."""
    chats = dict.fromkeys(report.address_id for report in await tx.reports.by(case_id=case.id))
    found = [await tx.addresses.get(chat) for chat in chats]
    return [
        address
        for address in found
        if address is not None and (address.silenced_at is not None or address.doubted_at is not None)
    ]
