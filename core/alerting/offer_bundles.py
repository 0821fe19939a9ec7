"""Offers of one station or one address: one row of a list, which is taken with one press.

A press names the offers that its row shows, so nobody takes what they have not read; and no more than AT_ONCE, because each
wants its first action in time. More of the same place are the next row.
"""

import binascii
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence

from core.model import Case
from core.places.spots import Spot

AT_ONCE = 5  # as many as a button can name, too
Bundle = tuple[Case, ...]


def bundle_cases(cases: Sequence[Case], spots: Mapping[int, Spot]) -> list[Bundle]:
    """The cases in their order, those of one place together where the first stands. ``spots``: by the case."""
    found: list[list[Case]] = []
    for case in cases:
        spot = spots.get(case.id)
        row = next((row for row in found if spot is not None and _belongs_to_row(row, spot, spots)), None)
        if row is None:
            found.append([case])
        else:
            row.append(case)
    return [tuple(row) for row in found]


def _belongs_to_row(row: list[Case], spot: Spot, spots: Mapping[int, Spot]) -> bool:
    first = spots.get(row[0].id)
    return len(row) < AT_ONCE and first is not None and first.is_same(spot)


def pack_offers(offers: Sequence[int]) -> str:
    """The ids of so many offers at most, as a button carries them."""
    return urlsafe_b64encode(struct.pack(f">{len(offers)}q", *offers)).decode().rstrip("=")


def unpack_offers(text: str) -> tuple[int, ...]:
    """The ids; none for what no button of ours ever carried."""
    try:
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        offers: tuple[int, ...] = struct.unpack(f">{len(raw) // 8}q", raw)
    except (binascii.Error, ValueError, struct.error):
        return ()
    ours = 0 < len(offers) <= AT_ONCE and min(offers) > 0 and pack_offers(offers) == text
    return offers if ours and len(set(offers)) == len(offers) else ()
