"""Rows that are deleted because of their age alone, no matter which case they belong to: one rule for each table.

Each rule has one condition, by which rows past their term are found, counted and deleted.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Table, and_, exists, func, not_, or_, select
from sqlalchemy.sql.elements import ColumnElement

from core.forgetting.retention_terms import RetentionTerms
from core.traffic import HANDED_OUT
from storage.schema import (
    addresses,
    bindings,
    cards,
    checkins,
    choices,
    claims,
    dialogues,
    door_lists,
    draft_lines,
    entries,
    guests,
    inbox,
    invitations,
    links,
    lookups,
    members,
    messages,
    metadata,
    notices,
    outbox,
    paper_templates,
    papers,
    persons,
    previews,
    reports,
    roster_files,
)
from storage.transaction import Transaction

AT_ONCE = 1_000  # rows of a table in one statement
Condition = ColumnElement[bool]


class AgeRule(Struct, frozen=True):
    """Rows of a table that go, by what they are called in counts; ``first``: tables whose rows of these go before."""

    name: str
    table: Table
    condition: Callable[[RetentionTerms, datetime], Condition]
    first: Sequence[Table] = ()


async def find_aged(
    tx: Transaction, rule: AgeRule, terms: RetentionTerms, keep: set[bytes], most: int = AT_ONCE
) -> list[Any]:
    """Keys of some of them. ``keep``: lookups of chats that stay."""
    key = next(iter(rule.table.primary_key.columns))
    ids = select(key).where(_condition(rule, terms, tx.now, keep)).limit(most)
    return list((await tx.execute(ids)).scalars())


async def delete_aged(
    tx: Transaction, rules: Sequence[AgeRule], terms: RetentionTerms, keep: set[bytes]
) -> int:
    """Some rows of each rule; how many. Past the maps: nothing may be pending."""
    deleted = 0
    for rule in rules:
        found = await find_aged(tx, rule, terms, keep)
        if not found:
            continue
        tx.forget()
        for table in rule.first:
            (column,) = [
                foreign_key.parent
                for foreign_key in table.foreign_keys
                if foreign_key.column.table is rule.table
            ]
            await tx.execute(table.delete().where(column.in_(found)))
        key = next(iter(rule.table.primary_key.columns))
        await tx.execute(rule.table.delete().where(key.in_(found)))
        deleted += len(found)
    return deleted


async def count_aged(
    tx: Transaction, rules: Sequence[AgeRule], terms: RetentionTerms, keep: set[bytes]
) -> Mapping[tuple[str, str], int]:
    """By table and rule, how many rows would go now; what only their going frees is not among them."""
    found = {}
    for rule in rules:
        number = select(func.count()).select_from(rule.table).where(_condition(rule, terms, tx.now, keep))
        found[rule.table.name, rule.name] = int((await tx.execute(number)).scalar_one())
    return found


def _condition(rule: AgeRule, terms: RetentionTerms, now: datetime, keep: set[bytes]) -> Condition:
    condition = rule.condition(terms, now)
    return and_(condition, addresses.c.lookup.not_in(sorted(keep))) if rule.table is addresses else condition


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


def _begun_reports(terms: RetentionTerms, now: datetime) -> Condition:
    """A report of which a case was never made and nothing is left but that somebody began it."""
    return and_(
        reports.c.state == "expired",
        reports.c.created_at < now - terms.begun,
        reports.c.case_id.is_(None),
        _unreferenced(reports, (entries, guests, checkins, lookups, links)),
    )


def _of_gone(terms: RetentionTerms, now: datetime) -> Condition:
    """What coordinators had of a report that was only begun: its number would tell when."""
    of_draft = or_(cards.c.subject == "draft", cards.c.subject.startswith("draft-", autoescape=True))
    return and_(of_draft, not_(exists().where(reports.c.id == cards.c.subject_id)))


def _ended(terms: RetentionTerms, now: datetime) -> Condition:
    """A form that has ended; what was answered in it stands elsewhere. Of a report that is open, it is still read."""
    alive = exists().where(reports.c.id == dialogues.c.subject_id, reports.c.state.in_(("draft", "open")))
    return and_(
        dialogues.c.state != "open",
        dialogues.c.updated_at < now - terms.dialogues,
        not_(alive),
        _unreferenced(dialogues, (checkins, lookups, invitations)),
    )


def _departed_messages(terms: RetentionTerms, now: datetime) -> Condition:
    """A message that has left, or never will."""
    handed_out = outbox.c.key.startswith(HANDED_OUT, autoescape=True)
    over = or_(
        outbox.c.state.in_(("failed", "dropped")),
        and_(outbox.c.state == "sent", or_(outbox.c.key.is_(None), not_(handed_out))),
    )
    return and_(over, outbox.c.created_at < now - terms.outbox)


def _noted(terms: RetentionTerms, now: datetime) -> Condition:
    """That a message is in a chat, and where. One that gave an entry stays: an edit of it still finds what it corrects.
    So do ours in a reporter's chat, because they can still be emptied; in a member's, where they are many, cards are known.
    """
    of_members = or_(
        messages.c.address_id.in_(select(members.c.address_id)),
        messages.c.address_id.in_(select(members.c.other_id).where(members.c.other_id.is_not(None))),
    )
    of_reporters = messages.c.address_id.in_(
        select(reports.c.address_id).where(reports.c.case_id.is_not(None))
    )
    return and_(
        messages.c.at < now - terms.messages,
        messages.c.entry_id.is_(None),
        or_(not_(messages.c.outgoing), of_members, not_(of_reporters)),
    )


def _typed(terms: RetentionTerms, now: datetime) -> Condition:
    """What could be typed in the place of a button; of a card as long as the card has it."""
    shown = choices.c.card_id.in_(select(cards.c.id))
    before = now - terms.choices
    gone = or_(choices.c.turn == 0, not_(shown), choices.c.gone_at < before)
    return and_(gone, choices.c.given_at < before)


def _to_nobody(terms: RetentionTerms, now: datetime) -> Condition:
    """That somebody was told of another bot: until the chat is of no report and of no member any more."""
    of_member = or_(members.c.address_id == notices.c.address_id, members.c.other_id == notices.c.address_id)
    return and_(
        notices.c.told_at < now - terms.begun,
        not_(exists().where(reports.c.address_id == notices.c.address_id)),
        not_(exists().where(of_member)),
    )


def _of_nobody(terms: RetentionTerms, now: datetime) -> Condition:
    """A private chat to which nothing leads any more. One that was hidden keeps its silence as long as a case its words."""
    return and_(
        addresses.c.private,
        addresses.c.created_at < now - terms.begun,
        or_(addresses.c.silenced_at.is_(None), addresses.c.silenced_at < now - terms.others),
        or_(addresses.c.muted_until.is_(None), addresses.c.muted_until < now),
        _unreferenced(addresses, [table for table in metadata.sorted_tables if table is not choices]),
        not_(exists().where(members.c.other_id == addresses.c.id)),  # which no foreign key says
    )


RULES = (
    AgeRule(
        "updates",
        inbox,
        lambda terms, now: and_(inbox.c.state == "done", inbox.c.received_at < now - terms.inbox),
    ),
    AgeRule(
        "updates that nobody could handle",
        inbox,
        lambda terms, now: and_(inbox.c.state == "parked", inbox.c.received_at < now - terms.parked),
    ),
    AgeRule("texts that have left", outbox, _departed_messages),
    AgeRule("notes of messages", messages, _noted),
    AgeRule("choices that could be typed", choices, _typed),
    AgeRule("reports that were only begun", reports, _begun_reports, first=(claims, persons, draft_lines)),
    AgeRule("cards of reports that are gone", cards, _of_gone),
    AgeRule("forms that have ended", dialogues, _ended),
    AgeRule(
        "rosters that nobody said yes to",
        roster_files,
        lambda terms, now: roster_files.c.created_at <= now - terms.rosters,
    ),
    AgeRule("words that add an address", bindings, lambda terms, now: bindings.c.expires_at <= now),
    AgeRule(
        "lists from a door",
        door_lists,
        lambda terms, now: and_(
            door_lists.c.state.in_(("written", "undone", "dropped")),
            door_lists.c.updated_at < now - terms.lists,
        ),
    ),
    AgeRule(
        "remarks on digests",
        previews,
        lambda terms, now: previews.c.id < (now - terms.reasons).date().toordinal(),
    ),
    AgeRule(
        "templates of no paper",
        paper_templates,
        lambda terms, now: and_(
            paper_templates.c.since < now - terms.lists,
            not_(exists().where(papers.c.template == paper_templates.c.hash)),
        ),
    ),
    AgeRule("notices of another bot", notices, _to_nobody),
    AgeRule("chats of nobody", addresses, _of_nobody, first=(choices,)),
)
