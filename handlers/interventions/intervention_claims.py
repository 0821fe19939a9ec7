"""What is written down of papers that were sent: claims with their source and time; nothing is ever overwritten. What a form
has written so far is withdrawn and said again with each answer that comes: it is one line of the history.

By when an answer is due is counted when it is written down, by the law of the day on which it was sent, and again only when
that day is corrected; what the body itself said goes before it. An appeal is also the step that stops the clock by which it
had to be filed.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.casework.claims import Claim
from core.casework.interventions import (
    STEP_OF,
    InterventionKind,
    TrackedIntervention,
    tracked_intervention,
)
from core.clocks.computation import answer_term
from core.model import Case, Member
from core.timeline import TimelineKind
from core.values import Intervention, Moment, value_from_data, value_to_data
from handlers.cards import case_lines, live_cards
from handlers.cards.case_loading import view_of
from handlers.casework import facts
from handlers.interventions import answers_due
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

SENT = "sent"  # a line of the timeline; the others are names of what has changed


async def record_sent(
    tx: Transaction,
    service: Service,
    case: Case,
    member: Member,
    what: Intervention,
    *,
    person: int | None = None,
    again: bool = False,
) -> list[Claim]:
    """This was sent, about one person or all (None). Its number is that of the first claim, unless ``what`` has one.

    ``again``, here and below: the history has a line of it.
    """
    claim = _new_claim(tx, case, member, what, person)
    what = replace(what, number=what.number or claim.id)
    what = _with_due_date(service, case, await view_of(tx, case), person, what)
    claims = [replace(claim, value=value_to_data(what))]
    step = STEP_OF.get(InterventionKind(what.sort))
    if step is not None:
        moment = Moment(what.at, what.precision)
        claims.append(facts.member_claim(tx, case, member, step, moment, person=person))
    await _write_claim(tx, service, case, member, what, "" if again else SENT, *claims)
    return claims


def number_of(claims: Sequence[Claim]) -> int:
    """The number of the paper of which these were written."""
    what = value_from_data(claims[0].value)
    assert isinstance(what, Intervention)
    return what.number


async def record_change(
    tx: Transaction,
    service: Service,
    case: Case,
    member: Member,
    found: TrackedIntervention,
    line: str,
    **changes: Any,
) -> list[Claim]:
    """Something came of it, or is known better; ``line``: what the timeline says of it, if it does not say so already."""
    what = replace(found.what, **changes)
    as_they_said = what.due_at is not None and not what.term
    moved = (what.at, what.precision) != (found.what.at, found.what.precision)
    if moved and not as_they_said:
        what = _with_due_date(service, case, await view_of(tx, case), found.person, what)
    claim = _new_claim(tx, case, member, what, found.person)
    await _write_claim(tx, service, case, member, what, line, claim)
    return [claim]


async def withdraw(tx: Transaction, written: Iterable[int]) -> list[Claim]:
    """What a form said a moment ago is not said any more; the caller says something else, or takes it back."""
    found = [claim for number in written if (claim := await tx.claims.get(number)) is not None]
    return [
        tx.claims.put(replace(claim, withdrawn_at=tx.now)) for claim in found if claim.withdrawn_at is None
    ]


async def take_back(
    tx: Transaction, service: Service, case: Case, member: Member, claims: Sequence[Claim]
) -> None:
    """Nothing is said instead of what was withdrawn: the case, and what reminds of an answer, are as they were before."""
    case = await facts.record(tx, service, case)
    what = value_from_data(claims[0].value)
    assert isinstance(what, Intervention)
    before = tracked_intervention(await view_of(tx, case), what.number)
    await answers_due.schedule_reminder(
        tx, service, case, before.what if before is not None else replace(what, withdrawn=True)
    )
    await timeline.append(tx, case.id, member.id, TimelineKind.INTERVENTION, {"written": "void"})
    await live_cards.touch_case(tx, case.id)


def _with_due_date(
    service: Service, case: Case, view: CaseView, person: int | None, what: Intervention
) -> Intervention:
    zone = case_lines.zone_of(service, case)
    found = answer_term(service.law, view, person, what.sort, what.at, what.precision, zone)
    if found is None:
        return replace(what, due_at=None, term="", doubtful=False)
    return replace(what, due_at=found.due, term=found.row.id, doubtful=found.doubtful)


async def _write_claim(
    tx: Transaction,
    service: Service,
    case: Case,
    member: Member,
    what: Intervention,
    line: str,
    *claims: Claim,
) -> None:
    await facts.record(tx, service, case, *claims)
    if line:
        await timeline.append(tx, case.id, member.id, TimelineKind.INTERVENTION, {"written": line})
    await answers_due.schedule_reminder(tx, service, case, what)
    await live_cards.touch_case(tx, case.id)


def _new_claim(tx: Transaction, case: Case, member: Member, what: Intervention, person: int | None) -> Claim:
    when = Moment(what.at, what.precision)
    return facts.member_claim(tx, case, member, "intervention", what, person=person, when=when)
