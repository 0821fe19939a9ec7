"""A member's other address, as it is written down: added, removed, made the first."""

from msgspec.structs import replace

from bot.core.model import Member
from bot.core.vocabulary import DialogueState
from handlers.casework import handed_out
from handlers.forms import dialogues
from handlers.outbox import sending
from storage.transaction import Transaction


def add(tx: Transaction, member: Member, address_id: int) -> Member:
    """They are who they are there, too."""
    return tx.members.put(replace(member, other_id=address_id))


def make_first(tx: Transaction, member: Member) -> Member:
    """They are asked there from now on, and the first is the other one."""
    assert member.other_id is not None
    return tx.members.put(replace(member, address_id=member.other_id, other_id=member.address_id))


async def remove(tx: Transaction, member: Member) -> Member:
    """It is a stranger's chat from now on: what was shown there goes, what waits for it is not said, what was begun ends."""
    if member.other_id is None:
        return member
    gone, member = member.other_id, tx.members.put(replace(member, other_id=None))
    for card in await tx.cards.by(address_id=gone):
        report = await tx.reports.get(card.subject_id)
        if report is None or report.address_id != gone:  # what they told themselves stays theirs
            if card.message_id is not None:
                sending.take_away(tx, gone, card.message_id, card.created_at)
            tx.cards.remove(card.id)
    await handed_out.take_back(tx, address_id=gone)
    await _withdraw(tx, gone)
    for dialogue in await tx.dialogues.by(address_id=gone, state=DialogueState.OPEN):
        if await tx.reports.get(dialogue.subject_id) is None:
            tx.timers.remove(dialogues.timer_key(dialogue))
            ended = replace(dialogue, state=DialogueState.FINISHED, revisiting=None, answers={})
            tx.dialogues.put(ended)
    return member


async def _withdraw(tx: Transaction, address_id: int) -> None:
    """What deletes and hides is done. Who has told something there themselves is answered there as everybody is."""
    if await tx.reports.by(address_id=address_id):
        return
    for row in await tx.outgoing.by(address_id=address_id):
        if row.state in ("waiting", "leased") and not row.payload.get("despite_silence"):
            sending.withdraw(tx, row)
