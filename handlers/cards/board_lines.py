"""How the boards of coordinators are drawn: a head, one page of lines below their headings, and what can be opened."""

from collections.abc import Sequence

from msgspec import Struct, field

from bot.core.casework.listing import Listed
from bot.core.casework.triage import Triage
from bot.core.model import Case
from bot.core.presentation import Presentation, Rows, in_rows
from bot.core.traffic import Card
from bot.core.vocabulary import CaseState
from handlers.cards import visit_lines
from handlers.cards.case_card import state_words
from handlers.cards.overviews import button_of, line_of
from handlers.cards.paging import on_page, turning
from handlers.service import Service
from storage.transaction import Transaction


class Group(Struct, frozen=True):
    """Lines below one heading, which may be empty, and what else a line says of its case, by the id."""

    heading: str
    lines: Sequence[Listed]
    notes: dict[int, str] = field(default_factory=dict)


def by_need(found: Sequence[Case]) -> dict[str, list[Case]]:
    """Those that need a lawyer, those that have one, and records."""
    return {
        "board-free": [c for c in found if c.state is CaseState.OPEN and c.alerting],
        "board-taken": [c for c in found if c.state is CaseState.ACCEPTED],
        "board-records": [c for c in found if c.state is CaseState.OPEN and not c.alerting],
    }


async def drawn(
    tx: Transaction,
    service: Service,
    language: str,
    card: Card,
    head: str,
    groups: Sequence[Group],
    *,
    opens: bool,
    more: Rows = (),
    triage: Triage = Triage(),
) -> Presentation:
    """``opens``: the reader may open what stands there, and reads who has it."""
    texts, buttons = [head], []
    under: str | None = None
    lines = [(group, one) for group in groups for one in group.lines]
    page = on_page(lines, card)
    if opens:
        await visit_lines.prefetch(tx, [one.first for _, one in page])
    for group, one in page:
        if group.heading != under:
            texts += ["", *filter(None, [group.heading])]
            under = group.heading
        state = group.notes.get(one.first.id, "")
        if opens and len(one.cases) == 1 and one.first.state is not CaseState.OPEN:
            has = await state_words(tx, service, language, one.first)
            state = f"{has} · {state}" if state else has
        texts.append(line_of(service, language, one, state, triage))
        buttons.append(button_of(service, language, one))
    rows: Rows = in_rows(buttons) if opens else ()
    return Presentation("\n".join(texts), (*rows, *turning(len(lines), card), *more), protect=True)
