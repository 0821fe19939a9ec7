"""The tables: one a class of bot.core (model, traffic, casework.claims), one column a field, in the same order.

Sealed columns hold ciphertext (storage.sealing). Foreign keys are checked at the commit, so that one transaction may write
its rows in any order. Whatever changes here needs a migration; a test compares the two.
"""

from storage.schema.calls import rounds, station_calls
from storage.schema.claims import claims, links
from storage.schema.columns import metadata
from storage.schema.door import door_lists
from storage.schema.drills import drill_offers, drills
from storage.schema.emergency import emergency_steps, notices, sealing_keys
from storage.schema.files import file_unwanted, file_wanted, files
from storage.schema.finding import lookups, name_blocks, pairs
from storage.schema.holds import holds
from storage.schema.incidents import incident_links, incidents
from storage.schema.joining import invitations, roster_files
from storage.schema.knowledge import (
    alerts,
    cases,
    checkins,
    dialogues,
    digests,
    draft_lines,
    entries,
    guests,
    persons,
    practices,
    reports,
    stints,
    timeline,
)
from storage.schema.law import clock_marks, signatures
from storage.schema.papers import paper_templates, papers
from storage.schema.people import addresses, bindings, members
from storage.schema.permits import export_permits
from storage.schema.posting import postings, previews
from storage.schema.setting_up import told_channels
from storage.schema.traffic import (
    alarms,
    boots,
    card_failed,
    card_waits,
    cards,
    choices,
    inbox,
    message_leased,
    message_waits,
    messages,
    outbox,
    secrets,
    timer_parked,
    timer_waits,
    timers,
)

__all__ = [
    "addresses",
    "alarms",
    "alerts",
    "bindings",
    "boots",
    "card_failed",
    "card_waits",
    "cards",
    "cases",
    "checkins",
    "choices",
    "claims",
    "clock_marks",
    "dialogues",
    "digests",
    "door_lists",
    "draft_lines",
    "drill_offers",
    "drills",
    "emergency_steps",
    "entries",
    "export_permits",
    "file_unwanted",
    "file_wanted",
    "files",
    "guests",
    "holds",
    "inbox",
    "incident_links",
    "incidents",
    "invitations",
    "links",
    "lookups",
    "members",
    "message_leased",
    "message_waits",
    "messages",
    "metadata",
    "name_blocks",
    "notices",
    "outbox",
    "pairs",
    "paper_templates",
    "papers",
    "persons",
    "postings",
    "practices",
    "previews",
    "reports",
    "roster_files",
    "rounds",
    "sealing_keys",
    "secrets",
    "signatures",
    "station_calls",
    "stints",
    "timeline",
    "timer_parked",
    "timer_waits",
    "timers",
    "told_channels",
]
