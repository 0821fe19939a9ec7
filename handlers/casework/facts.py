"""When something is claimed of a case, the columns by which it is found follow in the same transaction.

When what changes is the place, the time, the event, or how many people it is about, a timer later looks for cases that
belong with it: no alert waits for that, and what is answered in one go is looked at once.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from core.casework.case_columns import case_columns
from core.casework.case_view import WHEREABOUTS_KINDS
from core.casework.claim_kinds import ALARM, Certainty
from core.casework.claims import Claim, SourceKind
from core.casework.ownership import SECOND
from core.casework.same_event import may_be_asked, people_of
from core.model import Case, Member, Person, Report
from core.traffic import Timer
from core.values import Moment, Value, value_to_data
from handlers.alerting import owner_activity
from handlers.cards.case_loading import claims_of, view_from
from handlers.casework import court_timers, name_index
from handlers.clocks import recompute
from handlers.service import Service
from storage.transaction import Transaction

SAME_EVENT = "same-event"
SOON = timedelta(seconds=20)
# Claims by which cases are compared.
TELLING_KINDS = frozenset({*WHEREABOUTS_KINDS, "where", "event", "place", "started", "situation"})


def look_for_same_event(tx: Transaction, before: Case, case: Case, said: Sequence[Claim]) -> None:
    """The case was opened, or something was claimed of it. ``said``: all that is."""
    opened = case.opened_at == tx.now
    moved = (before.city, before.district, before.started_at) != (case.city, case.district, case.started_at)
    grew = people_of(case) > people_of(before)
    if may_be_asked(case) and (
        opened
        or moved
        or grew
        or any(claim.noted_at == tx.now and claim.kind in TELLING_KINDS for claim in said)
    ):
        look_soon(tx, case.id)


def look_soon(tx: Transaction, case_id: int) -> None:
    """Again, because something else of it may tell."""
    tx.timers.put(Timer(f"{SAME_EVENT}:case-{case_id}", SAME_EVENT, tx.now + SOON, case_id))


async def record(tx: Transaction, service: Service, case: Case, *claims: Claim) -> Case:
    """Add these claims, and bring the columns up to date with all that were added. Cards are the caller's.

    Everything else of the case stays as the transaction has it: the caller may have read it before somebody changed it.
    What the owner says shows that they are active.
    """
    case = await _stored_case(tx, case)
    for claim in claims:
        tx.claims.add(claim)
    if any(
        claim.source in ((SourceKind.MEMBER, case.owner_id), (SourceKind.PAPER, case.owner_id))
        for claim in claims
    ):
        await owner_activity.note_sign(tx, service, case)
    said = await claims_of(tx, case)
    view = view_from(said)
    before, case = case, tx.cases.put(replace(case, **case_columns(view, service.gazetteer, service.zone)))
    look_for_same_event(tx, before, case, said)
    await name_index.update(tx, service, case, view)
    recompute.follow_claims(tx, service, case, said, view)
    court_timers.follow_court(tx, service, case, said, view)
    return case


async def _stored_case(tx: Transaction, case: Case) -> Case:
    found = await tx.cases.get(case.id)
    assert found is not None  # nothing is claimed of a case that is not stored
    return found


def member_claim(
    tx: Transaction,
    case: Case,
    member: Member,
    kind: str,
    value: Value,
    *,
    person: int | None = None,
    when: Moment | None = None,
) -> Claim:
    """What a member says of a case, or of a ``person`` in it. ``when``: since when it is true; a moment is true of
    itself.
    """
    claim = _of_case(tx, case, SourceKind.MEMBER, member.id, kind, value, Certainty.SAID)
    true_of = value if isinstance(value, Moment) else when or Moment()
    return replace(claim, person_id=person, at=true_of.at, precision=true_of.precision)


def source_claim(
    tx: Transaction, case: Case, report: Report, member: Member, kind: str, value: Value
) -> Claim:
    """What a member says of a report; it hangs on the report, and goes along with it."""
    return replace(member_claim(tx, case, member, kind, value), case_id=None, report_id=report.id)


def alarm_claim(tx: Transaction, case: Case, by: Member | None = None) -> Claim:
    """Lawyers are wanted: from the bot, because of what was reported, or from a member."""
    if by is not None:
        return member_claim(tx, case, by, ALARM, "yes")
    return _of_case(tx, case, SourceKind.BOT, 0, ALARM, "yes", Certainty.GUESSED)


def urgent_claim(tx: Transaction, case: Case, flags: tuple[str, ...]) -> Claim:
    """What has hurry, from the bot, as a guess: by words of somebody whose words are no fact."""
    return _of_case(tx, case, SourceKind.BOT, 0, "urgent", flags, Certainty.GUESSED)


def is_said_by(claim: Claim, member: Member) -> bool:
    """Whether this member is its source."""
    return claim.source == (SourceKind.MEMBER, member.id)


async def withdraw(tx: Transaction, service: Service, case: Case, claim: Claim) -> Case:
    """It does not hold any more, and the case follows."""
    tx.claims.put(replace(claim, withdrawn_at=tx.now))
    return await record(tx, service, case)


def second_claim(tx: Transaction, case: Case) -> Claim:
    """Another lawyer is wanted, from the bot: who has the case is not where it turned out to be."""
    return _of_case(tx, case, SourceKind.BOT, 0, SECOND, "yes", Certainty.GUESSED)


async def take_back(tx: Transaction, case: Case, kind: str) -> None:
    """What members said of a case does not hold any more; :func:`note` then brings the case up to date."""
    for claim in await tx.claims.by(case_id=case.id):
        if claim.kind == kind and claim.withdrawn_at is None:
            tx.claims.put(replace(claim, withdrawn_at=tx.now))


def _of_case(
    tx: Transaction,
    case: Case,
    source: SourceKind,
    source_id: int,
    kind: str,
    value: Value,
    certainty: Certainty,
) -> Claim:
    return Claim(tx.new_id(), case.id, None, kind, value_to_data(value), source, source_id, tx.now, certainty)


def unnamed_person(tx: Transaction, case: Case) -> Person:
    """Somebody of the case of whom a member speaks and whose name nobody has said."""
    return Person(tx.new_id(), case.id, None, tx.now)
