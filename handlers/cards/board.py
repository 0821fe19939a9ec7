"""The coordinators' board: one message that follows what is true, of which they choose what it shows.

Without a choice: open cases, those without a lawyer first, the urgent before the others, then the oldest. Administrators,
who see no names, read only that a case has a lawyer, and open and choose nothing.
"""

from collections import Counter
from collections.abc import Sequence

from bot.core.casework.listing import Listed, listed
from bot.core.casework.sieve import ALL, Asks, Chosen, Which, read
from bot.core.casework.triage import Triage
from bot.core.model import Case
from bot.core.presentation import Button, Presentation, Rows
from bot.core.traffic import Card
from bot.core.vocabulary import STILL
from handlers.cards.board_lines import Group, by_need, drawn
from handlers.cards.board_sieve import IN_ORDER, SIEVES, Asked
from handlers.cards.case_card import stub
from handlers.cards.paging import sources
from handlers.people.readers import is_administrator, is_coordinator, language_of
from handlers.people.shortage import triage
from handlers.service import Service
from storage.transaction import Transaction

IN_A_ROW = 3  # choices


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """As it is now."""
    language = await language_of(tx, service, card.address_id)
    coordinator = await is_coordinator(tx, card.address_id)
    if not coordinator and not await is_administrator(tx, service, card.address_id):
        return stub(service, language, "members-only")
    chosen = read(card.chosen) if coordinator else Chosen()
    await tx.cases.prefetch("state", STILL)
    found = [case for state in STILL for case in await tx.cases.by(state=state)]
    asked = Asked(tx, service, language, card.address_id, {case.id: case for case in found})
    if chosen.asks is Asks.WHICH:
        return await _which(asked, card, chosen)
    if chosen.asks is Asks.WHERE:
        return await _where(asked, card, chosen)
    return await _listed(asked, card, chosen, opens=coordinator)


async def _listed(asked: Asked, card: Card, chosen: Chosen, *, opens: bool) -> Presentation:
    tx, service, language = asked.tx, asked.service, asked.language
    notes = await SIEVES[chosen.which](asked) if chosen.which in SIEVES else dict.fromkeys(asked.still, "")
    found = [case for case in await _cases(asked, list(notes)) if chosen.region in ("", case.region)]
    needs = by_need(found) if chosen.which is Which.OPEN else {"": found}
    order = await triage(tx, service, by_need(found)["board-free"])
    told = await sources(tx, found)
    groups = [
        Group(
            service.words.say(language, key, count=len(of)) if key else "",
            [Listed((case,)) for case in of]
            if chosen.which in IN_ORDER
            else listed(of, told.of, told.newcomers, order.key),
            notes,
        )
        for key, of in needs.items()
    ]
    head = _head(asked, chosen, found)
    more = _choices(asked, card, chosen) if opens else ()
    return await drawn(
        tx, service, language, card, head, groups, opens=opens, more=more, triage=order if opens else Triage()
    )


async def _cases(asked: Asked, ids: Sequence[int]) -> list[Case]:
    """In this order; closed ones too."""
    await asked.tx.cases.prefetch("id", [id for id in ids if id not in asked.still])
    found = [asked.still.get(id) or await asked.tx.cases.get(id) for id in ids]
    return [case for case in found if case is not None]


def _head(asked: Asked, chosen: Chosen, found: Sequence[Case]) -> str:
    say, language = asked.service.words.say, asked.language
    if chosen.which is Which.OPEN:
        free, taken, records = (len(group) for group in by_need(found).values())
        head = say(language, "board-head", free=free, taken=taken, records=records)
    else:
        head = say(language, f"board-only-{chosen.which}", count=len(found))
    return f"{head} · {_place(asked, chosen.region)}" if chosen.region else head


def _place(asked: Asked, region: str) -> str:
    gazetteer = asked.service.gazetteer
    if not region:
        return asked.service.words.say(asked.language, "sieve-everywhere")
    return gazetteer.name(region, asked.language) if gazetteer.knows(region) else region


def _choices(asked: Asked, card: Card, chosen: Chosen) -> Rows:
    """One row: what is shown, and of which region; a tap offers the others."""
    which = asked.service.words.say(asked.language, f"sieve-{chosen.which}")
    return (
        (
            Button(f"▾ {which}", f"sift:{card.id}:ask-{Asks.WHICH}"),
            Button(f"▾ {_place(asked, chosen.region)}", f"sift:{card.id}:ask-{Asks.WHERE}"),
        ),
    )


async def _which(asked: Asked, card: Card, chosen: Chosen) -> Presentation:
    """What can be shown, each with how many there are of the chosen region."""
    say, buttons = asked.service.words.say, []
    for which in Which:
        ids = await SIEVES[which](asked) if which in SIEVES else dict.fromkeys(asked.still, "")
        count = sum(chosen.region in ("", case.region) for case in await _cases(asked, list(ids)))
        label = f"{say(asked.language, f'sieve-{which}')} {count}"
        buttons.append(Button(label, f"sift:{card.id}:{which}"))
    return _menu(asked, "sieve-which", buttons)


async def _where(asked: Asked, card: Card, chosen: Chosen) -> Presentation:
    """The regions in which something is open, and the one that is chosen."""
    count = Counter(case.region for case in asked.still.values() if case.region is not None)
    regions = sorted({*count, chosen.region} - {""}, key=lambda region: _place(asked, region))
    buttons = [Button(f"{_place(asked, '')} {len(asked.still)}", f"sift:{card.id}:in-{ALL}")]
    buttons += [Button(f"{_place(asked, r)} {count[r]}", f"sift:{card.id}:in-{r}") for r in regions]
    return _menu(asked, "sieve-where", buttons)


def _menu(asked: Asked, key: str, buttons: Sequence[Button]) -> Presentation:
    rows = tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))
    return Presentation(asked.service.words.say(asked.language, key), rows, protect=True)
