"""What a lawyer saw becomes claims, about one person of the case or all."""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.casework.claims import SourceKind
from bot.core.casework.holding import second_is_sought
from bot.core.casework.seen import CLOCKED, SINCE, YES, Seen
from bot.core.casework.visits import RELEASED
from bot.core.folding import clean
from bot.core.model import Case, Member
from bot.core.values import Moment, Place, Precision, Value
from bot.core.vocabulary import AskKind
from handlers.alerting import asks, second
from handlers.cards import tracking
from handlers.casework import facts
from handlers.service import Service
from storage.transaction import Transaction


async def note(
    tx: Transaction,
    service: Service,
    case: Case,
    member: Member,
    person: int | None,
    kind: str,
    value: Value,
    when: Moment | None = None,
) -> Case:
    """The member says it; of the protocol what stands in it is said by the paper, and the member has read it."""
    claim = facts.by_member(tx, case, member, kind, value, person=person, when=when)
    if kind == "protocol":
        claim = replace(claim, source_kind=SourceKind.PAPER)
    sought = second_is_sought(case)
    case = await facts.note(tx, service, case, claim)
    if second_is_sought(case) and not sought:  # ill-treatment was seen
        await second.seek(tx, service, case)
    await tracking.touch_case(tx, case.id)
    return case


def ago(tx: Transaction, minutes: int) -> Moment:
    """So long before now; "now" is exact."""
    return Moment(tx.now - timedelta(minutes=minutes), Precision.MINUTE, exact=minutes == 0)


async def status(
    tx: Transaction, service: Service, case: Case, member: Member, person: int | None, value: str
) -> None:
    """It is so now; when it became so is asked next."""
    now = ago(tx, 0)
    case = await note(tx, service, case, member, person, "status", value, now)
    if value in RELEASED:
        await note(tx, service, case, member, person, "released_at", replace(now, exact=False))


async def at_time(
    tx: Transaction,
    service: Service,
    case: Case,
    member: Member,
    person: int | None,
    what: str,
    moment: Moment,
) -> None:
    """The time of what was asked."""
    if what == Seen.PROTOCOL:
        case = await note(tx, service, case, member, person, "protocol_seen", YES)
    if what == SINCE:
        await _redate(tx, service, case, member, person, moment)
    else:
        case = await note(tx, service, case, member, person, CLOCKED[Seen(what)], moment)
    if what == Seen.MOVED:
        await asks.put(tx, service, case, AskKind.TRANSFERRED, again=True)


async def moved_to(
    tx: Transaction, service: Service, case: Case, member: Member, person: int | None, words: str
) -> None:
    """Where they were taken. All of them elsewhere: then the case is there, and coordinators are asked anew."""
    case = await note(tx, service, case, member, person, "taken", words)
    there = service.gazetteer.find(clean(words))
    if there is not None and person is None and (there.city or there.region) != (case.city or case.region):
        place = Place(there.city, there.district, there.region, words)
        moved = await note(tx, service, case, member, None, "place", place)
        await asks.put(tx, service, moved, AskKind.TRANSFERRED, again=moved.region != case.region)
    else:
        await asks.put(tx, service, case, AskKind.TRANSFERRED)


async def _redate(
    tx: Transaction, service: Service, case: Case, member: Member, person: int | None, moment: Moment
) -> None:
    """The status that the member said last is so since then."""
    mine = [
        claim
        for claim in await tx.claims.by(case_id=case.id, kind="status")
        if claim.source == (SourceKind.MEMBER, member.id)
        and claim.person_id == person
        and claim.withdrawn_at is None
    ]
    if not mine:
        return
    last = max(mine, key=lambda claim: (claim.noted_at, claim.id))
    tx.claims.put(replace(last, withdrawn_at=tx.now))
    case = await note(tx, service, case, member, person, "status", str(last.value), moment)
    if last.value in RELEASED:
        await note(tx, service, case, member, person, "released_at", moment)
