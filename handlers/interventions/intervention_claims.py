"""What is written down of papers that were sent: claims with their source and time; nothing is ever overwritten.

By when an answer is due is counted when it is written down, by the law of the day on which it was sent, and again only when
that day is corrected; what the body itself said goes before it. An appeal is also the step that stops the clock by which it
had to be filed.
"""

from typing import Any

from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.casework.claims import Claim
from core.casework.interventions import STEP_OF, InterventionKind, TrackedIntervention
from core.clocks.computation import answer_term
from core.model import Case, Member
from core.timeline import TimelineKind
from core.values import Intervention, Moment, value_to_data
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
) -> int:
    """This was sent, about one person or all (None); its number (``what`` has no number yet)."""
    claim = _new_claim(tx, case, member, what, person)
    what = _with_due_date(service, case, await view_of(tx, case), person, replace(what, number=claim.id))
    claims = [replace(claim, value=value_to_data(what))]
    step = STEP_OF.get(InterventionKind(what.sort))
    if step is not None:
        moment = Moment(what.at, what.precision)
        claims.append(facts.member_claim(tx, case, member, step, moment, person=person))
    await _write_claim(tx, service, case, member, what, SENT, *claims)
    return what.number


async def record_change(
    tx: Transaction,
    service: Service,
    case: Case,
    member: Member,
    found: TrackedIntervention,
    line: str,
    **changes: Any,
) -> None:
    """Something came of it, or is known better; ``line``: what the timeline says of it."""
    what = replace(found.what, **changes)
    as_they_said = what.due_at is not None and not what.term
    moved = (what.at, what.precision) != (found.what.at, found.what.precision)
    if moved and not as_they_said:
        what = _with_due_date(service, case, await view_of(tx, case), found.person, what)
    await _write_claim(
        tx, service, case, member, what, line, _new_claim(tx, case, member, what, found.person)
    )


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
    await timeline.append(tx, case.id, member.id, TimelineKind.INTERVENTION, {"written": line})
    await answers_due.schedule_reminder(tx, service, case, what)
    await live_cards.touch_case(tx, case.id)


def _new_claim(tx: Transaction, case: Case, member: Member, what: Intervention, person: int | None) -> Claim:
    when = Moment(what.at, what.precision)
    return facts.member_claim(tx, case, member, "intervention", what, person=person, when=when)
