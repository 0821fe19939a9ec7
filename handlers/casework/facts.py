"""Whenever somebody claims something of a case, the columns by which it is found follow, in the same transaction."""

from msgspec.structs import replace

from bot.core.casework.claims import Certainty, Claim, SourceKind
from bot.core.casework.columns import columns_of
from bot.core.casework.kinds import ALARM
from bot.core.model import Case, Member, Person, Report
from bot.core.values import Moment, Value, to_data
from handlers.alerting import signs
from handlers.cards.case_view import claims_of, view_from
from handlers.casework import name_index, same_event
from handlers.clocks import following
from handlers.service import Service
from storage.transaction import Transaction


async def note(tx: Transaction, service: Service, case: Case, *claims: Claim) -> Case:
    """Add these claims, and bring the columns up to date with all that were added. Cards are the caller's.

    Everything else of the case stays as the transaction has it: whoever calls may have read it before somebody changed it.
    What the owner says is a sign of them.
    """
    case = await _now(tx, case)
    for claim in claims:
        tx.claims.add(claim)
    if any(
        claim.source in ((SourceKind.MEMBER, case.owner_id), (SourceKind.PAPER, case.owner_id))
        for claim in claims
    ):
        await signs.heard(tx, service, case)
    said = await claims_of(tx, case)
    view = view_from(said)
    before, case = case, tx.cases.put(replace(case, **columns_of(view, service.gazetteer, service.zone)))
    same_event.follow(tx, before, case, said)
    await name_index.follow(tx, service, case, view)
    following.follow(tx, service, case, said, view)
    return case


async def _now(tx: Transaction, case: Case) -> Case:
    found = await tx.cases.get(case.id)
    assert found is not None  # nothing is claimed of a case that is not stored
    return found


def by_member(
    tx: Transaction,
    case: Case,
    member: Member,
    kind: str,
    value: Value,
    *,
    person: int | None = None,
    when: Moment | None = None,
) -> Claim:
    """What a member says of a case, or of a ``person`` in it. ``when``: since when it is so; a moment is true of itself."""
    claim = _of_case(tx, case, SourceKind.MEMBER, member.id, kind, value, Certainty.SAID)
    true_of = value if isinstance(value, Moment) else when or Moment()
    return replace(claim, person_id=person, at=true_of.at, precision=true_of.precision)


def of_source(tx: Transaction, case: Case, report: Report, member: Member, kind: str, value: Value) -> Claim:
    """What a member says of a report; it hangs on the report, and goes along with it."""
    return replace(by_member(tx, case, member, kind, value), case_id=None, report_id=report.id)


def alarm(tx: Transaction, case: Case, by: Member | None = None) -> Claim:
    """Lawyers are wanted: from the bot, because of what was reported, or from a member."""
    if by is not None:
        return by_member(tx, case, by, ALARM, "yes")
    return _of_case(tx, case, SourceKind.BOT, 0, ALARM, "yes", Certainty.GUESSED)


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
    return Claim(tx.new_id(), case.id, None, kind, to_data(value), source, source_id, tx.now, certainty)


def unnamed(tx: Transaction, case: Case) -> Person:
    """Somebody of the case of whom a member speaks and whose name nobody has said."""
    return Person(tx.new_id(), case.id, None, tx.now)
