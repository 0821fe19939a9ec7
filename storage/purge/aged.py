"""Rows that go by their age alone, whatever case they were of: a rule a table. Counted and deleted by one condition."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Table, and_, exists, func, not_, or_, select
from sqlalchemy.sql.elements import ColumnElement

from bot.core.forgetting.terms import Terms
from storage.schema import (
    addresses,
    checkins,
    choices,
    claims,
    dialogues,
    door_lists,
    entries,
    guests,
    inbox,
    invitations,
    links,
    lookups,
    members,
    metadata,
    outbox,
    paper_templates,
    papers,
    persons,
    previews,
    reports,
)
from storage.transaction import Transaction

AT_ONCE = 1_000  # rows of a table in one statement
HANDED_OUT = "extra:"  # how keys of what was handed out begin: it stays until it is taken back
Condition = ColumnElement[bool]


class Aged(Struct, frozen=True):
    """Rows of a table that go, by what they are called in counts; ``first``: tables whose rows of these go before."""

    name: str
    table: Table
    condition: Callable[[Terms, datetime], Condition]
    first: Sequence[Table] = ()


def _unreferenced(table: Table, among: Sequence[Table]) -> Condition:
    """Rows to which none of these tables leads."""
    return and_(
        *(
            not_(exists().where(key.parent == table.c.id))
            for other in among
            for key in other.foreign_keys
            if key.column.table is table
        )
    )


def _begun(terms: Terms, now: datetime) -> Condition:
    """A report of which a case was never made and nothing is left but that somebody began it."""
    return and_(
        reports.c.state == "expired",
        reports.c.created_at < now - terms.drafts,
        reports.c.case_id.is_(None),
        _unreferenced(reports, (entries, guests, checkins, lookups, links)),
    )


def _ended(terms: Terms, now: datetime) -> Condition:
    """A form that has ended; what was answered in it stands elsewhere. Of a report that is open, it is still read."""
    alive = exists().where(reports.c.id == dialogues.c.subject_id, reports.c.state.in_(("draft", "open")))
    return and_(
        dialogues.c.state != "open",
        dialogues.c.updated_at < now - terms.dialogues,
        not_(alive),
        _unreferenced(dialogues, (checkins, lookups, invitations)),
    )


def _left(terms: Terms, now: datetime) -> Condition:
    """A message that has left, or never will."""
    handed_out = outbox.c.key.startswith(HANDED_OUT, autoescape=True)
    over = or_(
        outbox.c.state.in_(("failed", "dropped")),
        and_(outbox.c.state == "sent", or_(outbox.c.key.is_(None), not_(handed_out))),
    )
    return and_(over, outbox.c.created_at < now - terms.outbox)


def _of_nobody(terms: Terms, now: datetime) -> Condition:
    """A private chat to which nothing leads any more. One that was hidden keeps its silence as long as a case its words."""
    return and_(
        addresses.c.private,
        addresses.c.created_at < now - terms.drafts,
        or_(addresses.c.silenced_at.is_(None), addresses.c.silenced_at < now - terms.others),
        or_(addresses.c.muted_until.is_(None), addresses.c.muted_until < now),
        _unreferenced(addresses, [table for table in metadata.sorted_tables if table is not choices]),
        not_(exists().where(members.c.other_id == addresses.c.id)),  # which no foreign key says
    )


RULES = (
    Aged(
        "updates",
        inbox,
        lambda terms, now: and_(inbox.c.state == "done", inbox.c.received_at < now - terms.inbox),
    ),
    Aged(
        "updates that nobody could handle",
        inbox,
        lambda terms, now: and_(inbox.c.state == "parked", inbox.c.received_at < now - terms.parked),
    ),
    Aged("texts that have left", outbox, _left),
    Aged("reports that were only begun", reports, _begun, first=(claims, persons)),
    Aged("forms that have ended", dialogues, _ended),
    Aged(
        "lists from a door",
        door_lists,
        lambda terms, now: and_(
            door_lists.c.state.in_(("written", "undone", "dropped")),
            door_lists.c.updated_at < now - terms.lists,
        ),
    ),
    Aged(
        "remarks on digests",
        previews,
        lambda terms, now: previews.c.id < (now - terms.reasons).date().toordinal(),
    ),
    Aged(
        "templates of no paper",
        paper_templates,
        lambda terms, now: and_(
            paper_templates.c.since < now - terms.lists,
            not_(exists().where(papers.c.template == paper_templates.c.hash)),
        ),
    ),
    Aged("chats of nobody", addresses, _of_nobody, first=(choices,)),
)


async def delete(tx: Transaction, terms: Terms, keep: set[bytes]) -> int:
    """Some rows of each rule; how many. ``keep``: lookups of chats that stay. Past the maps: nothing may be pending."""
    deleted = 0
    for rule in RULES:
        key = next(iter(rule.table.primary_key.columns))
        ids = select(key).where(_condition(rule, terms, tx.now, keep)).limit(AT_ONCE)
        found = list((await tx.execute(ids)).scalars())
        if not found:
            continue
        tx.forget()
        for table in rule.first:
            (column,) = [one.parent for one in table.foreign_keys if one.column.table is rule.table]
            await tx.execute(table.delete().where(column.in_(found)))
        await tx.execute(rule.table.delete().where(key.in_(found)))
        deleted += len(found)
    return deleted


async def count(tx: Transaction, terms: Terms, keep: set[bytes]) -> Mapping[tuple[str, str], int]:
    """By table and rule, how many rows would go now; what only their going frees is not among them."""
    found = {}
    for rule in RULES:
        number = select(func.count()).select_from(rule.table).where(_condition(rule, terms, tx.now, keep))
        found[rule.table.name, rule.name] = int((await tx.execute(number)).scalar_one())
    return found


def _condition(rule: Aged, terms: Terms, now: datetime, keep: set[bytes]) -> Condition:
    condition = rule.condition(terms, now)
    return and_(condition, addresses.c.lookup.not_in(sorted(keep))) if rule.table is addresses else condition
