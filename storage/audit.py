"""What the audit has to look at, read in one statement: everything in the database that must not last.

Each part finds rows of one kind, ``MANY`` at most, through an index: with a million stored reports the look costs what is
under way, not what is stored. ``core.watch.audit`` judges. It is also looked for members' rows that were changed by hand.
"""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    bindparam,
    cast,
    exists,
    func,
    literal,
    not_,
    null,
    select,
    union_all,
)

from core.model import Member
from core.traffic import Lane
from core.vocabulary import CaseState
from core.watch.audit import MANY, Sight, Sights
from storage.schema import (
    boots,
    card_failed,
    card_waits,
    cards,
    cases,
    digests,
    file_wanted,
    files,
    inbox,
    message_leased,
    message_waits,
    outbox,
    postings,
    timer_parked,
    timer_waits,
    timers,
)
from storage.schema.columns import UtcTime
from storage.sieves import SOUGHT
from storage.transaction import Transaction

PLANNED = timedelta(hours=48)  # a digest timer later than this is as good as none
URGENT = (Lane.HIDE, Lane.ALERT)
DIGEST = "digest:"  # how the keys of digests' timers begin


async def read_sights(tx: Transaction) -> Sights:
    """The sights of the database at this moment."""
    found: dict[str, list[Sight]] = defaultdict(list)
    for row in (await tx.execute(PARTS, {"now": tx.now, "horizon": tx.now + PLANNED})).all():
        found[row.kind].append(Sight(row.name, row.since, row.mark))
    for sights in found.values():
        sights.sort(key=lambda sight: (sight.since or tx.now, sight.name))
    return found


def _parts() -> list[Select[str, str, datetime, str]]:
    message = literal("message ") + cast(outbox.c.id, Text)
    card = literal("card ") + cast(cards.c.id, Text)
    update = literal("update ") + cast(inbox.c.id, Text)
    file = literal("file ") + cast(files.c.id, Text)
    timer, due = timers.c.key, timers.c.due_at
    attempt = message + "/" + cast(outbox.c.attempts, Text)
    version = card + "/" + cast(cards.c.attempts, Text) + "/" + cast(cards.c.wanted, Text)
    code = cases.c.code
    channel = cast(postings.c.day, Text) + literal(" ") + postings.c.language
    leased = cards.c.lease.is_not(None)
    alert = cards.c.lane == Lane.ALERT
    code_of_card = select(code).where(cases.c.id == cards.c.case_id).scalar_subquery()
    return [
        _part("adrift", code, *_lost(CaseState.OPEN, "escalation"), since=cases.c.opened_at),
        _part("unminded", code, *_lost(CaseState.ACCEPTED, "first-action"), since=cases.c.accepted_at),
        _part("unhandled", update, inbox.c.state == "open", since=inbox.c.received_at, order=inbox.c.id),
        _part(
            "parked",
            update,
            inbox.c.state == "parked",
            since=inbox.c.received_at,
            order=inbox.c.id.desc(),
        ),
        _part("parked", timer, timer_parked, since=due, order=due.desc()),
        *(part for lane in URGENT for part in _unsent(lane)),
        _part("unsent", card, card_waits, alert, order=cards.c.id),
        _part("unsent", card, leased, alert),
        _part("unshown", func.coalesce(code_of_card, card), card_failed, alert, order=cards.c.id.desc()),
        _part("leased", message, message_leased, mark=attempt),
        _part("leased", card, leased, mark=version),
        _part("overdue", timer, timer_waits, due <= bindparam("now"), since=due, order=due),
        _part("unkept", file, file_wanted, since=files.c.received_at),
        _part("digest", channel, *_unposted(), since=postings.c.made_at),
        _part("digest", func.substr(timer, len(DIGEST) + 1), timer_parked, *_uncovered(), since=due),
        _part("unplanned", literal("digest"), not_(_planned())),
        _part("unwritten", literal("alive"), _newest(boots.c.id), since=boots.c.alive_at),
    ]


def _unsent(lane: Lane) -> tuple[Select[str, str, datetime, str], ...]:
    """Messages of a lane; each lane by itself, for of two at once SQLite reads the whole table in the order of ids."""
    message, here, since = (
        literal("message ") + cast(outbox.c.id, Text),
        outbox.c.lane == lane,
        outbox.c.created_at,
    )
    return (
        _part("unsent", message, message_waits, here, since=since, order=outbox.c.id),
        _part("unsent", message, message_leased, here, since=since),
    )


def _part(
    kind: str,
    name: ColumnElement[str],
    *where: ColumnElement[bool],
    since: ColumnElement[datetime] | None = None,
    mark: ColumnElement[str] | None = None,
    order: ColumnElement[Any] | None = None,
) -> Select[str, str, datetime, str]:
    """Rows as (kind, name, since, mark)."""
    columns = (
        literal(kind).label("kind"),
        name.label("name"),
        (since if since is not None else cast(null(), UtcTime)).label("since"),
        (mark if mark is not None else literal("")).label("mark"),
    )
    return select(*columns).where(*where).order_by(order).limit(MANY)


def _lost(state: CaseState, kind: str) -> tuple[ColumnElement[bool], ...]:
    """Cases that somebody must be reminded of, without a timer of this kind, in the future or due, that is not parked.

    Asked without an order: for the sake of one, PostgreSQL would walk through all cases that were ever stored.
    """
    unacted = and_(cases.c.state == CaseState.ACCEPTED.value, cases.c.first_action_at.is_(None))
    timer = exists().where(timers.c.kind == kind, timers.c.subject_id == cases.c.id, timer_waits)
    return SOUGHT if state is CaseState.OPEN else unacted, not_(timer)


def _unposted() -> tuple[ColumnElement[bool], ...]:
    """Of what was written for channels with the newest digest or after it: it did not arrive."""
    newest = select(digests.c.covers_to).where(_newest(digests.c.day)).scalar_subquery()
    return postings.c.made_at >= newest, postings.c.posted_at.is_(None)


def _uncovered() -> tuple[ColumnElement[bool], ...]:
    """A digest's timer whose time no later digest has covered."""
    covered = exists().where(digests.c.covers_to >= timers.c.due_at)
    return timers.c.kind == "digest", not_(covered)


def _planned() -> ColumnElement[bool]:
    return exists().where(timers.c.kind == "digest", timer_waits, timers.c.due_at <= bindparam("horizon"))


def _newest(key: ColumnElement[Any]) -> ColumnElement[bool]:
    return key == select(func.max(key)).scalar_subquery()


PARTS = union_all(*(select(part.subquery()) for part in _parts()))  # making it takes longer than running it


async def changed_by_hand(tx: Transaction) -> list[int]:
    """The members whose row, or the chat to which it leads, nobody wrote who had the key; by their ids."""
    found = await tx.members.select()
    await tx.addresses.prefetch("id", [id for member in found for id in _addresses(member)])
    changed = []
    for member in found:
        led = [await tx.addresses.get(id) for id in _addresses(member)]
        leads = [
            address is not None and address.lookup == tx.lookup(address.messenger, address.chat)
            for address in led
        ]
        if not all(leads) or tx.is_distrusted("members", member.id):
            changed.append(member.id)
    return changed


def _addresses(member: Member) -> list[int]:
    return [id for id in (member.address_id, member.other_id) if id is not None]
