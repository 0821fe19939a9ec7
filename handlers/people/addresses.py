"""Who is who: an address is a messenger and a chat; it exists from the first time anything is said to or by it.

It also says how a reporter may be written to though they have not just written.
"""

from datetime import datetime

from msgspec.structs import replace

from core.casework import answering
from core.casework.answering import Way, told_by
from core.casework.case_view import view_case
from core.casework.claims import NO_TIME, SourceKind
from core.casework.consents import consent_answer, consent_answers
from core.incoming import Incoming
from core.model import LANGUAGES, Address, Case, Report
from core.vocabulary import ConsentUse
from handlers.people.warnings import is_warned_of
from handlers.service import Service
from storage.transaction import Transaction

TELEGRAM = "telegram"
TELEPHONE = "telephone"  # of somebody who rang: no chat, nothing is ever sent there


async def of_chat(tx: Transaction, chat: str, *, messenger: str = TELEGRAM, private: bool = True) -> Address:
    """The address of a chat; made if it is new."""
    lookup = tx.lookup(messenger, chat)
    found = await tx.addresses.by(lookup=lookup)
    if found:
        return found[0]
    return tx.addresses.add(Address(tx.new_id(), lookup, messenger, chat, private, tx.now))


async def of_sender(tx: Transaction, service: Service, incoming: Incoming) -> Address:
    """The address of the actor (never of the chat), with the language of their app until they choose one. One that is of
    another chat, or of a chat that cannot be read any more, stays as it is.
    """
    address = await of_chat(tx, incoming.sender, messenger=incoming.messenger)
    if address.chat != incoming.sender:
        return address
    if address.language is None:
        address = tx.addresses.put(replace(address, language=app_language(incoming, service)))
    if address.unreachable_since is not None:  # they write: they are back
        address = tx.addresses.put(replace(address, unreachable_since=None))
    return address


def is_chat(address: Address) -> bool:
    """Whether anything can be written there at all; who told something on the telephone is rung."""
    return address.messenger != TELEPHONE


def is_open(address: Address, now: datetime) -> bool:
    """Whether what is sent there now would arrive: the person has not blocked us, no other phone answers, nobody else reads
    there perhaps, and the messenger takes it.
    """
    known = address.unreachable_since is None and address.untrusted_since is None
    return (
        known
        and address.doubted_at is None
        and (address.limited_until is None or now >= address.limited_until)
    )


def telegram_id(address: Address) -> int:
    """The number by which a roster file names the person of this chat; 0 for a chat of another messenger."""
    return int(address.chat) if address.messenger == TELEGRAM else 0


def is_muted(address: Address, now: datetime) -> bool:
    """Whether a coordinator has muted this chat, and the mute is not over."""
    return address.muted_until is not None and now < address.muted_until


def app_language(incoming: Incoming, service: Service) -> str:
    """The language of the person's app if we speak it, else the organisation's."""
    return _spoken_by_app(incoming) or service.language


def is_unknown_language(address: Address, incoming: Incoming, service: Service) -> bool:
    """Whether the language of this chat is but the organisation's: the person's app tells none that we speak."""
    return address.language in (None, service.language) and not _spoken_by_app(incoming)


def _spoken_by_app(incoming: Incoming) -> str | None:
    app = (incoming.language or "").split("-")[0].casefold()
    return app if app in LANGUAGES else None


def choose_language(tx: Transaction, address: Address, language: str) -> Address:
    """The person chose; nothing guessed will change it."""
    return tx.addresses.put(replace(address, language=language, language_chosen=True))


async def way_to(tx: Transaction, report: Report) -> Way:
    """By what they tell of themselves and answered last. Nothing leaves where somebody else may be reading, or nobody is:
    the chat is hidden, muted or gone. Somebody who reported by telephone has no chat.
    """
    address = await tx.addresses.get(report.address_id)
    if address is None or not is_chat(address):
        return Way.NOTHING
    unheard = address.unreachable_since is not None or address.untrusted_since is not None
    unheard = unheard or address.doubted_at is not None or await is_warned_of(tx, report)
    is_silent = address.silenced_at is not None or unheard or is_muted(address, tx.now)
    claims = await tx.claims.by(report_id=report.id)
    said = consent_answers(view_case(claims, NO_TIME), ConsentUse.WRITE)
    own = [consent_answer(fact) for fact in said if fact.source == (SourceKind.REPORT, report.id)]
    return answering.way(own[-1] if own else "", told_by(claims), is_silent=is_silent)


async def may_be_answered(tx: Transaction, report: Report) -> bool:
    """Whether a person of ours may answer in that chat: with a sound or without one."""
    return await way_to(tx, report) is not Way.NOTHING


async def is_in_other_hands(tx: Transaction, case: Case) -> bool:
    """Whether somebody else may be writing in a chat that tells of the case."""
    chats = [await tx.addresses.get(report.address_id) for report in await tx.reports.by(case_id=case.id)]
    marks = [(chat.silenced_at, chat.doubted_at, chat.untrusted_since) for chat in chats if chat is not None]
    return any(mark is not None for each in marks for mark in each)
