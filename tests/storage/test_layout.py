"""What can be sealed comes back as it was; what cannot is refused before the first row of it is written."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import pytest
from msgspec import Struct, defstruct
from sqlalchemy import Column, Integer, MetaData, Table

from storage.layout import Layout
from storage.schema.columns import sealed
from storage.sealing import Keyring


class Colour(StrEnum):
    """Of a lamp."""

    GREEN = "green"


def layout_of(hint: Any) -> Layout[Any]:
    """A table with one sealed column, whose field is of this type."""

    lamp = defstruct("Lamp", [("id", int), ("secret", hint)], frozen=True)
    return Layout(lamp, Table("lamps", MetaData(), Column("id", Integer, primary_key=True), sealed("secret")))


SEALABLE: list[tuple[Any, list[Any]]] = [
    (str, ["", "Қарлығаш", "null", "half of a pair: \ud83d"]),
    (str | None, [None, "", "null", "half of a pair: \ud83d"]),
    (bytes, [b"", b"\x00\xff"]),
    (int, [0, -(2**70)]),
    (bool | None, [True, False, None]),
    (float, [0.1]),
    (tuple[str, ...], [(), ("kk", "Дана")]),
    (tuple[int, str] | None, [(1, "a"), None]),
    (list[int], [[], [1]]),
    (dict[str, Any], [{}, {"names": ["Дана"], "at": None}]),
    (dict[str, list[int]] | None, [{"a": [1]}, None]),
]


@pytest.mark.parametrize(
    ("hint", "value"), [(hint, value) for hint, values in SEALABLE for value in values], ids=repr
)
def test_what_is_sealed_comes_back_as_it_was(hint: Any, value: Any, keyring: Keyring) -> None:
    lay = layout_of(hint)
    row = lay._make(1, value)
    written = lay.seal(lay.plain(row), keyring)
    assert isinstance(written["secret"], bytes)
    plain = lay.unseal(tuple(written.values()), keyring)
    assert plain == lay.plain(row)
    again = lay.row(plain)
    assert (again, type(again.secret)) == (row, type(value))


@pytest.mark.parametrize(
    "hint",
    [
        datetime,
        datetime | None,
        bytes | None,
        Colour,
        Any,
        object,
        set[str],
        tuple[datetime, ...],
        tuple[tuple[str, ...], ...],
        dict[int, str],
        dict[str, tuple[str, ...]],
        list[bytes],
    ],
    ids=repr,
)
def test_what_cannot_be_sealed_is_refused_with_its_table_and_field(hint: Any) -> None:
    with pytest.raises(TypeError, match=r"^lamps\.secret is sealed, and .* cannot be"):
        layout_of(hint)


def test_a_field_that_is_not_sealed_may_be_a_moment(keyring: Keyring) -> None:
    class Lamp(Struct, frozen=True):
        id: int
        at: datetime | None

    lay = Layout(
        Lamp, Table("lamps", MetaData(), Column("id", Integer, primary_key=True), Column("at", Integer))
    )
    assert lay.plain(Lamp(1, None)) == (1, None)
