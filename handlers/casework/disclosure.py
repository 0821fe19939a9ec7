"""What is handed out beside the card of a case: all words, and files. Taken back when its reader may not see them any more.

The outbox remembers each by a key that names the case: where it is, not what it says. A text is emptied and a photo replaced
however old it is; a voice and a pin cannot be, so they go while they still can be deleted, and are asked for again.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from core.incoming import FileKind
from core.model import Case
from core.presentation import Presentation
from core.traffic import HANDED_OUT, Outgoing, Timer
from handlers.cards import live_cards
from handlers.outbox import sending
from handlers.people.readers import is_coordinator, who_may_see
from handlers.service import Service
from handlers.turn import Turn
from storage.schema import outbox
from storage.transaction import Transaction

KEY = HANDED_OUT
SPARE = timedelta(hours=2)  # before what cannot be replaced cannot be deleted any more
FADING, STAYS = (
    "fades",
    timedelta(days=1),
)  # what is made for a person to sign is not needed in the chat any longer


def new_key(tx: Transaction, case: Case | None, *, fades: bool = False) -> str:
    """The key of one more; without a case it is for coordinators. ``fades``: it stays for a day."""
    beginning = f"{KEY}{case.id if case is not None else 0}"
    return ":".join([beginning, *([FADING] if fades else []), str(tx.new_id())])


def of_draft(report_id: int) -> str:
    """How the keys begin of words that were handed out though no case was made of them."""
    return f"{KEY}0:words:{report_id}:"


def draft_words(tx: Transaction, service: Service, report_id: int, address_id: int, text: str) -> None:
    """All words of a draft, to a coordinator who has read them."""
    key = f"{of_draft(report_id)}{tx.new_id()}"
    sending.send_message(tx, service, address_id, Presentation(text, protect=True), key=key)


async def take_back_draft(tx: Transaction, report_id: int) -> None:
    """The words are erased, or a case has them."""
    for row in await tx.outgoing.select(outbox.c.key.startswith(of_draft(report_id), autoescape=True)):
        take_away(tx, row)


def send_words(tx: Transaction, service: Service, case: Case, address_id: int, text: str) -> None:
    """Hand out words, protected from forwarding."""
    sending.send_message(tx, service, address_id, Presentation(text, protect=True), key=new_key(tx, case))


def send_pin(
    tx: Transaction, service: Service, case: Case, address_id: int, place: tuple[float, float]
) -> None:
    """Hand out a place on the messenger's own map: as little as words may it stay."""
    shown = Presentation("", protect=True, place=place)
    sending.send_message(tx, service, address_id, shown, key=new_key(tx, case))


def show(turn: Turn, case: Case, shown: Presentation) -> None:
    """A screen of a case in a new message."""
    shown = turn.with_foot(shown)
    sending.send_message(turn.tx, turn.service, turn.address.id, shown, key=new_key(turn.tx, case))


def show_several(turn: Turn, named: Sequence[Case], shown: Presentation) -> None:
    """A screen that names people of these cases: with the first of them, or after a day, it goes from the chat."""
    turn.show(shown, key=new_key(turn.tx, named[0], fades=True) if named else None)


def show_in_place(turn: Turn, case: Case, shown: Presentation) -> None:
    """In the message whose button was pressed; where nothing is, in a new one."""
    turn.show_in_place(shown, key=new_key(turn.tx, case))


async def may_see(tx: Transaction, case: Case, address_id: int) -> bool:
    """Whether somebody sees the case whole: who has it now, first or second, and a coordinator to whom it was opened."""
    return case.id in await who_may_see(tx, [case], address_id)


async def disclosed_rows(
    tx: Transaction, *, case_id: int | None = None, address_id: int | None = None
) -> Sequence[Outgoing]:
    """All that was handed out of a case, or to a person, and not taken back yet."""
    where = [outbox.c.address_id == address_id] if address_id is not None else []
    prefix = KEY if case_id is None else f"{KEY}{case_id}:"
    return await tx.outgoing.select(outbox.c.key.startswith(prefix), *where)


async def take_back(tx: Transaction, *, case_id: int | None = None, address_id: int | None = None) -> None:
    """The views of a case, or of a person, have shrunk: so does what was handed out beside them, and whom to ask for in the
    rounds of calls.
    """
    for row in await disclosed_rows(tx, case_id=case_id, address_id=address_id):
        if not await _still_seen(tx, row):
            take_away(tx, row)
    await live_cards.touch_rounds(tx, address_id)


async def on_arrived(tx: Transaction, service: Service, row: Outgoing) -> None:
    """One is in the chat. It may have been taken back on its way; else where it is stays known, and nothing it says."""
    file, pinned = file_of(row), "place" in row.payload
    row = tx.outgoing.put(replace(row, payload={"file": file.value} if file is not None else {}))
    assert row.key is not None  # that it was handed out
    if not await _still_seen(tx, row):
        take_away(tx, row)
    elif row.key.split(":")[2] == FADING:
        tx.timers.put(Timer(f"fade:{row.id}", "fade", tx.now + STAYS, row.id))
    elif file is not None or pinned:
        await _fade_in_time(tx, service, row, file)


async def _fade_in_time(tx: Transaction, service: Service, row: Outgoing, file: FileKind | None) -> None:
    """What cannot be replaced goes while it still can be deleted."""
    address = await tx.addresses.get(row.address_id)
    assert address is not None  # a foreign key
    abilities = service.abilities[address.messenger]
    if file not in abilities.replaceable:
        tx.timers.put(Timer(f"fade:{row.id}", "fade", tx.now + abilities.deletable - SPARE, row.id))


async def on_fading(tx: Transaction, service: Service, timer: Timer) -> None:
    """A voice or a pin, while it can still be deleted."""
    row = await tx.outgoing.get(timer.subject_id)
    if row is not None:
        take_away(tx, row)


def take_away(tx: Transaction, row: Outgoing) -> None:
    """Take one back: what still waits is not sent, what is on its way is looked at when it arrives."""
    if row.state in ("waiting", "leased"):
        sending.withdraw(tx, row)
    elif row.message_id is not None:
        sending.take_message_away(
            tx, row.address_id, row.message_id, row.sent_at or row.created_at, file_of(row)
        )
        tx.outgoing.remove(row.id)


def file_of(row: Outgoing) -> FileKind | None:
    """The kind of file that a row hands out; None for words."""
    given = row.payload.get("file")
    return FileKind(given[0] if isinstance(given, list) else given) if given else None


async def _still_seen(tx: Transaction, row: Outgoing) -> bool:
    assert row.key is not None  # by which it was found
    number = int(row.key.split(":")[1])
    if not number:
        return await is_coordinator(tx, row.address_id)
    case = await tx.cases.get(number)
    return case is not None and await may_see(tx, case, row.address_id)
