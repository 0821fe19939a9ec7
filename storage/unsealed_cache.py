"""Rows that were opened before, by their records exactly as the database gave them.

To show a case the whole roster is read, to draw a board all cases, and opening rows takes longer than reading them. A record
in which no byte has changed is the same row (each sealing has its own nonce), so the database stays the only truth.
storage.layout says which rows are kept: nothing that a person said, and nothing that could be changed in place.

One damaged row on the roster would keep all other members from being asked. So it is read as a row that gives no power, like
a row that somebody changed by hand.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from storage.errors import Damaged
from storage.layout import Layout, Plain
from storage.sealing import Keyring

T = TypeVar("T")
MOST = 5_000  # records of a table that are kept; then all of them are forgotten
Read = Callable[[Sequence[Any]], Sequence[Any]]


class Opened:
    """Opens records with the keys of one database. ``distrusted``: tables and keys of rows that are damaged or that somebody
    changed by hand.
    """

    def __init__(self, keyring: Keyring, lookup_key: bytes) -> None:
        self._keyring = keyring
        self._key = lookup_key
        self.distrusted: set[tuple[str, Any]] = set()
        self._kept: defaultdict[Layout[Any], dict[Any, tuple[Plain, Any]]] = defaultdict(dict)

    def open(self, layout: Layout[T], record: Sequence[Any], read: Read) -> tuple[Plain, T]:
        """The plain values and the row of a record. ``read`` gives its values as the column types say."""
        if not layout.kept:
            plain = layout.unseal(read(record), self._keyring)
            return plain, layout.row(plain)
        kept = self._kept[layout]
        found = kept.get(record)
        if found is None:
            plain, opened = self._unsealed(layout, read(record))
            whole = opened and plain == self.vouched(layout, plain)
            found = plain, layout.shown(plain, whole=whole)
            row = layout.table.name, plain[layout.key_at]
            if not whole:
                self.distrusted.add(row)
                return found
            self.distrusted.discard(row)
            if len(kept) >= MOST:
                kept.clear()
            kept[record] = found
        return found

    def _unsealed(self, layout: Layout[T], values: Sequence[Any]) -> tuple[Plain, bool]:
        """The plain values, and whether all of them open."""
        try:
            return layout.unseal(values, self._keyring), True
        except Damaged:
            return layout.unseal(values, self._keyring, damaged=True), False

    def forget(self) -> None:
        """Nothing of what was opened stays in memory."""
        self._kept.clear()

    def vouched(self, layout: Layout[T], plain: Plain) -> Plain:
        """The plain values as they are written: with the hash of a table that has one."""
        return layout.vouch(plain, self._key)
