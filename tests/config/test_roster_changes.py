"""What a roster file would change is told before it does."""

from typing import Any

from core.roster.person_row import SUSPENSION, RosterRow, roster_changes
from core.vocabulary import Role


def row(number: int, **changed: Any) -> RosterRow:
    """Somebody of the file."""
    said = {"name": f"Made-up {number}", "role": Role.LAWYER, "cities": ("almaty",), **changed}
    return RosterRow(number, languages=("ru",), on_duty=True, phone="", escalation=False, **said)


def test_what_a_file_changes_is_told_before_it_does() -> None:
    known = {n: row(n) for n in (1, 2, 3, 4)} | {5: row(5, role=Role.COORDINATOR)}
    rows = (row(1), row(2, name="Else", cities=()), row(3), row(6))
    found = roster_changes(rows, known, suspended={3, 4})
    assert found.added == (rows[3],)
    assert found.changed == ((rows[1], ("name", "cities")), (rows[2], (SUSPENSION,)))
    assert (found.unchanged, found.missing, found.coordinators) == (1, 1, 1)
    assert roster_changes((row(5),), known, ()).coordinators == 0


def test_who_has_no_number_is_on_the_roster_too_and_stays() -> None:
    by_word = [row(0), row(0, role=Role.COORDINATOR), row(0)]
    found = roster_changes((row(1),), {1: row(1), 2: row(2)}, (), by_word)
    assert (found.unchanged, found.missing, found.coordinators) == (1, 4, 1)
