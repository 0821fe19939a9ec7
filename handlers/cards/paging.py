"""Lists of cases: who told them, one line for one source's many, and pages that change one message."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from bot.core.casework.listing import PAGE, page_of, stops
from bot.core.model import Case
from bot.core.presentation import Button, Rows
from bot.core.traffic import Card
from storage.told_by import told_by
from storage.transaction import Transaction

T = TypeVar("T")


class Sources(Struct, frozen=True):
    """``of``: case id → address of who told it first. ``newcomers``: addresses that have opened one report only."""

    of: Mapping[int, int]
    newcomers: Collection[int]


async def sources(tx: Transaction, cases: Sequence[Case]) -> Sources:
    """Who told these cases."""
    told = await told_by(tx, [case.id for case in cases])
    return Sources(
        {case_id: address for case_id, (address, _) in told.items()},
        {address for address, opened in told.values() if opened == 1},
    )


def on_page(lines: Sequence[T], card: Card) -> list[T]:
    """Those on the page to which the reader turned."""
    page, _ = page_of(card.page, len(lines))
    return list(lines[page * PAGE : (page + 1) * PAGE])


def turning(lines: int, card: Card) -> Rows:
    """◀ and ▶, which go round, and the pages that one tap reaches; nothing while one page is enough."""
    page, pages = page_of(card.page, lines)
    if pages == 1:
        return ()
    there = (
        Button("◀", f"page:{card.id}:{(page - 1) % pages}"),
        Button(f"{page + 1}/{pages}", f"page:{card.id}:{page}"),
        Button("▶", f"page:{card.id}:{(page + 1) % pages}"),
    )
    far = tuple(Button(f"{stop + 1}", f"page:{card.id}:{stop}") for stop in stops(pages) if stop != page)
    return (there, far) if pages > IN_REACH else (there,)


IN_REACH = 3  # pages of which ◀ and ▶ reach every one with one tap
