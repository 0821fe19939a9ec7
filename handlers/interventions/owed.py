"""``/owed``: what bodies owe longer than the law allows, over all cases, for coordinators: no names, no typed words."""

from collections.abc import Collection

from bot.core.casework.interventions import Sent, overdue
from bot.core.model import Case
from bot.core.presentation import Button, Presentation, in_rows
from bot.core.traffic import Card, Lane
from bot.core.vocabulary import UNTRUE
from handlers.cards import case_lines, intervention_lines, tracking
from handlers.cards.case_card import stub
from handlers.cards.case_view import views_of
from handlers.cards.paging import on_page, turning
from handlers.cards.signatures import unverified
from handlers.interventions.waiting import OWED, awaited, case_of
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


async def on_asked(turn: Turn, argument: str) -> None:
    """One message, which follows what is owed."""
    await tracking.renew(turn.tx, OWED, 0, turn.address.id, Lane.REPLY)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A line a paper, the longest over first; the buttons open the cases, with a reason."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    every = await _every(tx)
    if not every:
        return Presentation(service.words.say(language, "owed-none"))
    shown, unsigned = on_page(every, card), await unverified(tx, service.law)
    head = service.words.say(
        language, "owed-head", count=len(every), cases=len({case.id for case, _ in every})
    )
    lines = [head, "", *(_line(tx, service, language, case, one, unsigned) for case, one in shown)]
    opens = in_rows(Button(case.code, f"open:{case.id}") for case in {c.id: c for c, _ in shown}.values())
    return Presentation("\n".join(lines), (*opens, *turning(len(every), card)), protect=True)


async def _every(tx: Transaction) -> list[tuple[Case, Sent]]:
    numbers = await awaited(tx)
    await tx.claims.prefetch("id", numbers)
    known = [await case_of(tx, number) for number in numbers]
    cases = {case.id: case for case in known if case is not None and case.outcome not in UNTRUE}
    views = await views_of(tx, list(cases.values()), ("intervention",))
    found = [(cases[id], one) for id, view in views.items() for one in overdue(view, tx.now)]
    return sorted(found, key=lambda row: (-row[1].over(tx.now), row[1].number))


def _line(
    tx: Transaction, service: Service, language: str, case: Case, one: Sent, unsigned: Collection[str]
) -> str:
    sort = intervention_lines.sort_words(service, language, one.what.sort)
    place = case_lines.place_name(service, language, case)
    owed = intervention_lines.owed_words(service, language, case, one, tx.now, unsigned)
    return f"• {case.code} · {place} · {sort}: {owed}"
