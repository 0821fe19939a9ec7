"""What a roster file would change, before it does."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import fields

from bot.core.roster.row import RosterRow
from bot.core.vocabulary import Role

COMPARED = tuple(field.name for field in fields(RosterRow) if field.name != "telegram_id")
SUSPENSION = "suspension"  # stands for a column: that it ends


class Changes(Struct, frozen=True):
    """``changed``: people of the file, and which columns of theirs. ``missing``: how many it does not name; they stay.

    ``coordinators``: how many there are afterwards.
    """

    added: tuple[RosterRow, ...]
    changed: tuple[tuple[RosterRow, tuple[str, ...]], ...]
    unchanged: int
    missing: int
    coordinators: int


def changes(
    rows: Sequence[RosterRow],
    known: Mapping[int, RosterRow],
    suspended: Collection[int],
    others: Sequence[RosterRow] = (),
) -> Changes:
    """``known``: who is on the roster by their number, also the ``suspended`` ones. ``others`` have no number: they stay."""
    added = tuple(row for row in rows if row.telegram_id not in known)
    differing = [
        (row, _differing(row, known[row.telegram_id], row.telegram_id in suspended))
        for row in rows
        if row.telegram_id in known
    ]
    named = {row.telegram_id for row in rows}
    unnamed = [row for number, row in known.items() if number not in named and number not in suspended]
    staying = [*unnamed, *others]
    coordinators = sum(row.role is Role.COORDINATOR for row in (*rows, *staying))
    changed = tuple((row, columns) for row, columns in differing if columns)
    return Changes(added, changed, len(differing) - len(changed), len(staying), coordinators)


def _differing(row: RosterRow, known: RosterRow, suspended: bool) -> tuple[str, ...]:
    columns = tuple(name for name in COMPARED if _differs(getattr(row, name), getattr(known, name)))
    return (*columns, SUSPENSION) if suspended else columns


def _differs(said: object, known: object) -> bool:
    return said is not None and said != known  # None: the file does not say
