"""What the outbox asks of us: may this be sent, how does a card look now, and what follows from an outcome."""

import json
from collections.abc import Sequence

from msgspec.structs import replace

from core.documents.filling import FilledDocument
from core.model import Address
from core.presentation import (
    Presentation,
    presentation_from_data,
    presentation_to_data,
    split_text,
    utf16_length,
)
from core.traffic import Card, Lane, Outgoing
from handlers import routes
from handlers.cards import case_lists
from handlers.emergency import silence
from handlers.hiding import chat_clearing
from handlers.papers import paper_making
from handlers.people import addresses, membership
from handlers.reporting import reporter_card
from handlers.service import Service
from storage.transaction import Transaction

# Kinds in which nothing of a case can stand, or whose writers say that it does not. No file, no change of an older message.
IN_SILENCE = frozenset({"message", "delete", "take-away", "menu", "accept", "vanish", "trust"})


async def is_held_back(tx: Transaction, lane: Lane) -> bool:
    """Whether there is silence, and what is in this lane waits for its end."""
    return not silence.leaves_anyway(lane) and await silence.current_silence(tx) is not None


def may_send(address: Address, row: Outgoing) -> bool:
    """A silenced chat gets the bland sentence and deletions, one whose phone is in doubt the same and that question; an
    unreachable one nothing, nor what is no chat, nor one where another phone answers.
    """
    if not addresses.is_chat(address):
        return False
    is_silent = address.silenced_at is not None or address.doubted_at is not None
    if is_silent and not (row.kind in IN_SILENCE and row.payload.get("despite_silence")):
        return False
    if address.untrusted_since is not None:
        return row.kind == "trust"
    return address.unreachable_since is None or row.kind in ("delete", "take-away", "leave")


async def is_wanted(tx: Transaction, row: Outgoing) -> bool:
    """Whether it may still leave: not what was withdrawn on its way, nor a paper that may not be handed out any more."""
    if row.failed is not None:
        return False
    if row.kind != "paper":
        return True
    paper = await tx.papers.get(row.payload["paper"])
    return paper is not None and await paper_making.may_be_handed_out(tx, paper)


async def on_unsent(tx: Transaction, service: Service, address: Address, row: Outgoing) -> None:
    """It may not be sent (any more): if it may have arrived before the chat was hidden, it is looked for."""
    if address.silenced_at is not None and row.payload.get("repeat"):
        await chat_clearing.sweep_late_message(tx, service, address)


def may_show(address: Address) -> bool:
    """Whether cards of this address are drawn at all."""
    hidden = (address.silenced_at, address.doubted_at, address.untrusted_since) != (None, None, None)
    return addresses.is_chat(address) and not hidden and address.unreachable_since is None


def presentation(row: Outgoing) -> Presentation | None:
    """What a plain row shows, marked so where a repetition has its own words; None for acts that show nothing."""
    payload = row.payload
    if payload.get("repeat") and "if_repeated" in payload:
        payload = {**payload, "text": payload["if_repeated"]}
    return presentation_from_data(payload) if "text" in payload else None


async def prefetch(tx: Transaction, cards: Sequence[Card]) -> None:
    """Load in one go what most cards are drawn from."""
    await tx.prefetch(
        tx.alerts.want("id", [card.subject_id for card in cards if card.subject == "alert"]),
        *reporter_card.wanted_rows(tx, cards),
        *case_lists.wanted_for_lists(tx, cards),
        tx.cases.want("id", [card.case_id for card in cards if card.case_id]),
        *membership.wanted_rows(tx, [card.address_id for card in cards]),
    )


async def render(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """How the card looks at this moment, in its reader's language; None: it should not be there.

    A card is one message: what does not fit is cut, and its buttons stay.
    """
    shown = await routes.CARDS[card.subject](tx, service, card)
    address = await tx.addresses.get(card.address_id)
    room = service.abilities[address.messenger].text if address is not None else service.everywhere.text
    if shown is not None and utf16_length(shown.text) > room:
        shown = replace(shown, text=split_text(shown.text, room - 1)[0] + "…")
    return shown


def content_hash(tx: Transaction, shown: Presentation | None) -> bytes:
    """A keyed hash of what a card shows: equal texts and buttons have equal ones."""
    return tx.keyed_hash(
        "card", json.dumps(presentation_to_data(shown), sort_keys=True) if shown is not None else ""
    )


async def on_paper_left(
    tx: Transaction, service: Service, row: Outgoing, made: FilledDocument | None
) -> None:
    """A paper has left, or, where none was made, the words that say so."""
    paper = await tx.papers.get(row.payload["paper"])
    if paper is not None:
        await routes.EVENTS.paper_left(tx, service, paper, made)


async def on_arrived(tx: Transaction, service: Service, card: Card) -> None:
    """A card is in its chat as a new message."""
    address = await tx.addresses.get(card.address_id)
    if address is not None and service.tells_of_delivery(address.messenger):
        await routes.EVENTS.arrived(tx, service, card)


async def on_sent(tx: Transaction, service: Service, row: Outgoing) -> None:
    """A plain message has arrived."""
    for prefix, follows in routes.EVENTS.sent.items():
        if row.key is not None and row.key.startswith(prefix):
            await follows(tx, service, row)
