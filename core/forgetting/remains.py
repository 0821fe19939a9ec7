"""What stays of a claim when names and words are gone: what an export without names tells, and no more.

So the figures of a month, and such an export, are what they were before. It is kept that there was a name; the name is not.

Every table and every sealed column has a rule for what becomes of it when a case is forgotten.
docs/run/retention.md says it in words, and a test goes through the tables: a column without a rule is one that nobody has
thought of.

    EMPTIED   nothing of it is left of a forgotten case: the row is gone, or says nothing any more
    LEFT      of a forgotten case only what core.forgetting.remains leaves
    BY_AGE    its rows are deleted by their age, no matter which case they belong to
    OVER      it goes as soon as what it is for is over
    STAYS     it is of no person of a case
"""

from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from core.casework.claim_kinds import KINDS, ValueKind, read_value
from core.casework.claims import Claim, Json
from core.exporting.exported_case import READ_KINDS, WITHHELD_KINDS
from core.values import value_to_data

GONE = "-"  # in the place of what is not told: that somebody said something, as in an export without names
# Kinds by which it is known that somebody was helped. They go first.
OF_HELP = frozenset(
    ("consent", "authorities", "publication", "intervention", "public_line", "public_name", "second")
)
# Whose member is forgotten with the help: what they saw stays.
OF_HELPERS = frozenset(("visit", "met_privately"))
_TYPED: dict[str, Any] = {
    "text": "", "words": "", "names": (), "latitude": None, "longitude": None, "district": None, "article": "",
    "part": "", "court": "", "judge": "", "subject": "", "measure": "",
}  # fmt: skip
_NEVER = (
    ValueKind.WORDS,
    ValueKind.NAME,
    ValueKind.CONTACT,
    ValueKind.TEXTS,
    ValueKind.CALL,
    ValueKind.INTERVENTION,
    ValueKind.CONSENT,
)


def remains_of_claim(claim: Claim) -> Json | None:
    """The value that stays; None where the claim goes."""
    kind = KINDS.get(claim.kind)
    if kind is None or kind.name not in READ_KINDS or kind.name in OF_HELP:
        return None
    if kind.name in WITHHELD_KINDS or kind.name == "sex":
        return GONE
    if kind.name == "traits":
        return []
    value = None if kind.holds in _NEVER else read_value(kind, claim.value)
    if value is None:
        return None
    if isinstance(value, Struct):
        typed = {name: empty for name, empty in _TYPED.items() if hasattr(value, name)}
        value = replace(value, **typed)
    left: Json = value_to_data(value)
    return left


class Fate(StrEnum):
    """See above."""

    EMPTIED = "emptied"
    LEFT = "left"
    BY_AGE = "by age"
    OVER = "over"
    STAYS = "stays"


_FATES = {
    Fate.EMPTIED: """
        entries.payload files.about files.key dialogues.answers timeline.details clock_marks.known holds.reason
        papers.answers papers.facts incidents.name
    """,
    Fate.LEFT: "claims.value",
    Fate.BY_AGE: """
        addresses.chat members.name members.phone inbox.raw outbox.payload invitations.note door_lists.where
        door_lists.lines previews.note previews.reason export_permits.reason paper_templates.content
    """,
    Fate.OVER: "lookups.names lookups.words roster_files.text",
    Fate.STAYS: "signatures.name secrets.secret told_channels.chat told_channels.title",
}
SEALED: dict[str, Fate] = {column: fate for fate, columns in _FATES.items() for column in columns.split()}
# Tables that have rows of a forgotten case; all others have none.
SKELETON = frozenset(
    ("cases", "reports", "persons", "links", "claims", "incident_links", "alerts", "timeline", "clock_marks", "holds",
     "dialogues")
)  # fmt: skip
