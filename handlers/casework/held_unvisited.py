"""Every fourth case that one lawyer holds and has not set out for is told to coordinators: somebody who takes them all may
mean well, or to keep others away.
"""

from datetime import timedelta

from core.casework.ownership import has_case
from core.model import Case, Member
from core.presentation import Presentation
from core.timeline import VISITS
from core.traffic import Lane, Timer
from core.vocabulary import Role
from handlers.alerting import tasks
from handlers.cards import sounds
from handlers.casework import disclosure
from handlers.outbox import sending
from handlers.people.membership import held_cases, home_address
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

MANY = 4
RANG, QUIET = "unvisited", timedelta(hours=1)
ONCE = timedelta(days=1)  # of so many of one lawyer, who may give one back and take another


async def tell_if_many(tx: Transaction, service: Service, member: Member) -> None:
    """The member has just taken one more: coordinators hear of the fourth, the eighth, …, once a day each; of several
    lawyers within the hour it sounds once.
    """
    if member.role is not Role.LAWYER:
        return
    waiting = [case for case in await held_cases(tx, member) if not await _is_visited(tx, case, member)]
    told = f"{RANG}:{member.id}:{len(waiting)}"
    if not waiting or len(waiting) % MANY or await tx.timers.get(told) is not None:
        return
    tx.timers.put(Timer(told, "forget", tx.now + ONCE, member.id))
    codes = ", ".join(case.code for case in waiting)
    silent = await tx.timers.get(RANG) is not None
    if not silent:
        tx.timers.put(Timer(RANG, "forget", tx.now + QUIET, member.id))
    for colleague in await tasks.coordinators(tx):
        there = await home_address(tx, colleague)
        text = service.words.say(
            await language_of(tx, service, there),
            "holds-unvisited",
            name=member.name,
            count=len(waiting),
            codes=codes,
        )
        beside = silent or await sounds.has_just_sounded(tx, there)  # who looks at that finds this too
        shown = Presentation(text, protect=True, silent=beside)
        sending.send_message(tx, service, there, shown, Lane.NEWS, key=disclosure.new_key(tx, None))


async def _is_visited(tx: Transaction, case: Case, member: Member) -> bool:
    """Whether they have said anything of their way to it, or of a call."""
    lines = await tx.timeline.by(case_id=case.id)
    return not has_case(case, member.id) or any(
        line.kind in VISITS and line.actor_id == member.id for line in lines
    )
