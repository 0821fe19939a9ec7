"""Rows that go by their age alone, whatever case they were of: a rule a table."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Table, and_, exists, not_, or_, select

from bot.core.forgetting.terms import Terms
from bot.core.traffic import HANDED_OUT
from storage.purge.aged import Aged, Condition
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
        reports.c.created_at < now - terms.begun,
        reports.c.case_id.is_(None),
        _unreferenced(reports, (entries, guests, checkins, lookups, links)),
    )


def _of_gone(terms: Terms, now: datetime) -> Condition:
    """What coordinators had of a report that was only begun: its number would tell when."""
    of_draft = or_(cards.c.subject == "draft", cards.c.subject.startswith("draft-", autoescape=True))
    return and_(of_draft, not_(exists().where(reports.c.id == cards.c.subject_id)))


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


def _noted(terms: Terms, now: datetime) -> Condition:
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


def _typed(terms: Terms, now: datetime) -> Condition:
    """What could be typed in the place of a button; of a card as long as the card has it."""
    shown = choices.c.card_id.in_(select(cards.c.id))
    before = now - terms.choices
    gone = or_(choices.c.turn == 0, not_(shown), choices.c.gone_at < before)
    return and_(gone, choices.c.given_at < before)


def _to_nobody(terms: Terms, now: datetime) -> Condition:
    """That somebody was told of another bot: until the chat is of no report and of no member any more."""
    of_member = or_(members.c.address_id == notices.c.address_id, members.c.other_id == notices.c.address_id)
    return and_(
        notices.c.told_at < now - terms.begun,
        not_(exists().where(reports.c.address_id == notices.c.address_id)),
        not_(exists().where(of_member)),
    )


def _of_nobody(terms: Terms, now: datetime) -> Condition:
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
    Aged("notes of messages", messages, _noted),
    Aged("choices that could be typed", choices, _typed),
    Aged("reports that were only begun", reports, _begun, first=(claims, persons, draft_lines)),
    Aged("cards of reports that are gone", cards, _of_gone),
    Aged("forms that have ended", dialogues, _ended),
    Aged(
        "rosters that nobody said yes to",
        roster_files,
        lambda terms, now: roster_files.c.created_at <= now - terms.rosters,
    ),
    Aged("words that add an address", bindings, lambda terms, now: bindings.c.expires_at <= now),
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
    Aged("notices of another bot", notices, _to_nobody),
    Aged("chats of nobody", addresses, _of_nobody, first=(choices,)),
)
