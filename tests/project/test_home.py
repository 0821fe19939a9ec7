"""Who is on the roster is written to where they are reached now, which need not be their first address."""

import re

from tests.project.tree import ROOT

WRITES = re.compile(
    r"\b(?:sending\.\w+|live_cards\.(?:renew|show)|language_of|_say|place)\("
    r"[^()]*\b(?:member|reader|coordinator|owner|maker|colleague|checkin|invitation)\.address_id"
)
# The welcome is for the chat from which somebody joins; an applicant, and who has told where they are, have that one alone.
MEANT = {
    "handlers/casework/roster.py",
    "handlers/joining/approval.py",
    "handlers/joining/invitations.py",
    "handlers/checkin/running_checkin.py",
}


def test_anyone_on_the_roster_is_written_to_where_they_are_reached() -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "handlers").rglob("*.py")
        if WRITES.search(path.read_text())
    }
    assert found == MEANT
