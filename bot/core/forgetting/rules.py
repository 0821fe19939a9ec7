"""What becomes of every table and every sealed column when a case is forgotten: docs/retention.md says it in words, and a
test goes through the tables. A column without a rule is one that nobody has thought of.

    EMPTIED   nothing of it is left of a forgotten case: the row is gone, or says nothing any more
    LEFT      of a forgotten case only what bot.core.forgetting.left leaves
    BY_AGE    its rows go by their age, whatever case they are of
    OVER      it goes as soon as what it is for is over
    STAYS     it is of no person of a case
"""

from enum import StrEnum


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
