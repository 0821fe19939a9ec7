"""What goes as soon as its purpose is over, whether the bot ran then or not. The timers of a running bot mostly come before,
and use the same functions.

A member who has left the roster is forgotten a year later, and so are reasons that coordinators once typed; but a member who
worked on a case that is on legal hold is named as long as that. It stays known that there was a member: what they were asked
and how fast they answered still counts.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from msgspec.structs import replace
from sqlalchemy import not_

from core.model import Dialogue, Report
from core.records.check_ins import Practice
from core.records.lookups import LookUp
from core.records.papers import Paper
from core.rota import Stint
from core.traffic import Timer
from core.vocabulary import Role
from handlers.casework import notes
from handlers.checkin import running_checkin as checkins
from handlers.duty import duty_reminders
from handlers.forgetting import help_and_evidence, traces
from handlers.joining import invitations
from handlers.lookup import waiting_lookups
from handlers.papers import paper_drafts
from handlers.people import placeholders
from handlers.practice import practice_run as practices
from handlers.reporting import drafts
from handlers.service import Service
from storage.purge import aged_rows, due_cases, finished_rows
from storage.purge.aged_rows import AgeRule
from storage.purge.finished_rows import Left
from storage.schema import export_permits, members, signatures, timers
from storage.transaction import Transaction

PORTION = 20  # members, and permits, in one transaction


async def forget_members(tx: Transaction, service: Service) -> int:
    """Some of those whose membership ended long ago; how many."""
    home, nobodys = await placeholders.former_chat(tx), await placeholders.chat(tx)
    ended = members.c.suspended_at < tx.now - service.retention.members
    here = members.c.address_id.not_in((home.id, nobodys.id))
    free = not_(due_cases.members_of_held(tx.now))
    found = await tx.members.select(ended, here, free, order_by=members.c.id, limit=PORTION)
    if found:
        tx.forget()
    for member in found:
        for signature in await tx.signatures.select(signatures.c.member_id == member.id):
            tx.signatures.put(replace(signature, name=""))
        await traces.take_all_cards_away(tx, member.address_id)
        tx.members.put(
            replace(
                member,
                address_id=home.id,
                other_id=None,
                role=Role.LAWYER,
                name="",
                phone="",
                languages=(),
                cities=(),
                specialities=(),
                calling=None,
                duty=None,
            )
        )
    return len(found)


async def forget_export_reasons(tx: Transaction, service: Service) -> int:
    """Why coordinators wanted full exports, long ago. Who allowed what to whom, and when, stays."""
    old = export_permits.c.asked_at < tx.now - service.retention.reasons
    found = [permit for permit in await tx.export_permits.select(old) if permit.reason]
    if found:
        tx.forget()
    for permit in found[:PORTION]:
        tx.export_permits.put(replace(permit, reason=""))
    return len(found[:PORTION])


AT_ONCE = 50  # rows of each rule in one transaction
Does = Callable[[Transaction, Service, Any], Awaitable[None]]
OnLeft = Callable[[Transaction, Service, Timer], Awaitable[None]]


def _as_if_due(kind: Left, on_left: OnLeft) -> Does:
    """As if its timer came due now."""

    async def does(tx: Transaction, service: Service, row: Report | Dialogue | Paper) -> None:
        for timer in await tx.timers.select(timers.c.kind == kind.value, timers.c.subject_id == row.id):
            tx.timers.remove(timer.key)
            await on_left(tx, service, timer)

    return does


async def _forget_practice(tx: Transaction, service: Service, practice: Practice) -> None:
    await practices.end(tx, service, practice, tell=False)


async def _forget_lookup(tx: Transaction, service: Service, lookup: LookUp) -> None:
    await waiting_lookups.forget_lookup(tx, lookup)


async def _forget_stint(tx: Transaction, service: Service, stint: Stint) -> None:
    await duty_reminders.forget_stint(tx, stint)


DOES: Mapping[AgeRule, Does] = {
    finished_rows.INVITATIONS: invitations.forget_invitation,
    finished_rows.LOOKUPS: _forget_lookup,
    finished_rows.PRACTICES: _forget_practice,
    finished_rows.CHECKINS: checkins.end,
    finished_rows.STINTS: _forget_stint,
    finished_rows.WORDS: _as_if_due(Left.WORDS, drafts.on_wipe_due),
    finished_rows.NOTES: _as_if_due(Left.NOTE, notes.on_forgotten),
    finished_rows.PAPERS: _as_if_due(Left.PAPER, paper_drafts.on_draft_left),
    finished_rows.LETTERS: _as_if_due(Left.LETTER, help_and_evidence.on_letter_left),
}


async def forget_over(tx: Transaction, service: Service) -> int:
    """Some of each; how many."""
    forgotten = 0
    for rule in finished_rows.RULES:
        rows = getattr(tx, rule.table.name)
        for number in await aged_rows.find_aged(tx, rule, service.retention, set(), AT_ONCE):
            row = await rows.get(number)
            if row is not None:
                tx.forget()
                await DOES[rule](tx, service, row)
                forgotten += 1
    return forgotten
