"""A member's phone is in other hands, and somebody has told us by other ways: the chat is emptied and gets nothing more, and
what the member may do, holds and has begun ends at once. Coordinators learn which cases they have to ring about.
"""

from msgspec.structs import replace

from core.exporting.scope import PermitStage
from core.model import Case, Member
from core.presentation import Presentation
from core.records.emergency_steps import EmergencyKind, EmergencyStep
from core.traffic import Lane
from core.vocabulary import DialogueState, ReportState
from handlers.alerting import tasks
from handlers.casework import roster
from handlers.exporting import export_permits
from handlers.forms import dialogues
from handlers.hiding import chat_clearing
from handlers.outbox import sending
from handlers.people.membership import addresses_of, held_cases, home_address
from handlers.people.readers import language_of
from handlers.reporting import drafts
from handlers.service import Service
from storage.transaction import Transaction


async def shut_out_member(tx: Transaction, service: Service, member: Member) -> list[Case]:
    """All of that; the cases that they held."""
    held = list(await held_cases(tx, member))
    await roster.end_membership(tx, service, member)
    await _end_permits(tx, member)
    for id in addresses_of(member):  # both may be on that phone
        await _silence_chat(tx, service, id)
    tx.emergency_steps.add(EmergencyStep(tx.new_id(), EmergencyKind.PHONE, tx.now, tx.now))
    codes = ", ".join(sorted(case.code for case in held)) or "—"
    for reader in await tasks.coordinators(tx):
        there = await home_address(tx, reader)
        language = await language_of(tx, service, there)
        text = service.words.say(language, "member-phone", name=member.name, held=len(held), codes=codes)
        sending.send_message(tx, service, there, Presentation(text, protect=True), Lane.ALERT)
    return held


async def _silence_chat(tx: Transaction, service: Service, address_id: int) -> None:
    await _wipe_forms(tx, service, address_id)
    address = await tx.addresses.get(address_id)
    assert address is not None  # a foreign key, or written by us
    tx.addresses.put(replace(address, silenced_at=address.silenced_at or tx.now))
    await chat_clearing.clear(tx, service, address)
    for card in await tx.cards.by(address_id=address.id):
        tx.cards.remove(card.id)


async def _end_permits(tx: Transaction, member: Member) -> None:
    """Nobody exports by what they asked for or allowed."""
    for permit in await tx.export_permits.select():
        if member.id in (permit.asked_by, permit.settled_by) and permit.stage(tx.now) in (
            PermitStage.ASKED,
            PermitStage.ALLOWED,
        ):
            await export_permits.settle_permit(tx, permit, member, allowed=False)


async def _wipe_forms(tx: Transaction, service: Service, address_id: int) -> None:
    """What they had begun is not asked on. A report of their own stays: it may be true, and coordinators look at it."""
    for dialogue in await tx.dialogues.by(address_id=address_id, state=DialogueState.OPEN):
        tx.timers.remove(dialogues.timer_key(dialogue))
        kept = dialogue.answers if await tx.reports.get(dialogue.subject_id) is not None else {}
        tx.dialogues.put(
            replace(dialogue, state=DialogueState.FINISHED, revisiting=None, answers=kept, updated_at=tx.now)
        )
    for report in await tx.reports.by(address_id=address_id, state=ReportState.DRAFT):
        await drafts.show_to_coordinators(tx, service, report)
