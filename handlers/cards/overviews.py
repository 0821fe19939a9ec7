"""Overviews: the coordinators' board, and the lawyer's list of own cases and offers. Coarse: no names, no words."""

from bot.core.model import Case
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card
from bot.core.vocabulary import AlertState, CaseState
from handlers.cards import case_lines
from handlers.cards.case_card import Rows, state_words, stub
from handlers.people.readers import is_administrator, is_coordinator, language_of
from handlers.service import Service
from storage.schema import cases
from storage.transaction import Transaction

LISTED = 12  # cases listed on a board or list; the rest is counted
URGENT_FIRST = ("urgent", "unknown", "normal")


async def board(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Open cases, those without a lawyer first, the urgent before the others, then the oldest.

    Administrators, who see no names, read only that a case has a lawyer, and open nothing.
    """
    coordinator = await is_coordinator(tx, card.address_id)
    if not coordinator and not await is_administrator(tx, service, card.address_id):
        return stub(service, await language_of(tx, service, card.address_id), "members-only")
    language = await language_of(tx, service, card.address_id)
    say = service.words.say
    # Said so and not as "not closed", for which no index serves.
    found = await tx.cases.select(cases.c.state.in_(("open", "accepted")))
    found.sort(key=lambda case: URGENT_FIRST.index(case.priority))
    free = [c for c in found if c.state is CaseState.OPEN and c.alerting]
    taken = [c for c in found if c.state is CaseState.ACCEPTED]
    records = [c for c in found if c.state is CaseState.OPEN and not c.alerting]
    lines = [say(language, "board-head", free=len(free), taken=len(taken), records=len(records))]
    buttons: list[Button] = []
    for key, group in (("board-free", free), ("board-taken", taken), ("board-records", records)):
        if group:
            lines += ["", say(language, key, count=len(group))]
        for case in group[:LISTED]:
            owner = await state_words(tx, service, language, case) if coordinator and group is taken else ""
            lines.append(line(service, language, case, owner))
            buttons.append(Button(case.code, f"open:{case.id}"))
        if len(group) > LISTED:
            lines.append(say(language, "board-more", count=len(group) - LISTED))
    rows: Rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)) if coordinator else ()
    return Presentation("\n".join(lines), rows, protect=True)


def line(service: Service, language: str, case: Case, state: str = "") -> str:
    """One case in one line; ``state`` is added where it is not clear from the place of the line."""
    text = service.words.say(
        language,
        "board-line",
        code=case.code,
        priority=case.priority,
        place=case_lines.place_name(service, language, case),
        situation=service.words.say(language, f"situation-{case.situation}"),
        time=case_lines.local(case.opened_at, case_lines.zone_of(service, case)),
    )
    return f"{text} · {state}" if state else text


async def offers(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """One live list instead of more messages, for a lawyer with many open offers; also the lawyer's own cases."""
    member = await tx.members.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    if member is None or member.suspended_at is not None:
        return stub(service, language, "suspended")
    say = service.words.say
    lines: list[str] = []
    rows: list[tuple[Button, ...]] = []
    own = await tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED)
    if own:
        lines += [say(language, "list-own", count=len(own)), *(line(service, language, c) for c in own), ""]
        rows += [(Button(case.code, f"open:{case.id}"),) for case in own[:LISTED]]
    open_offers = await tx.alerts.by(member_id=member.id, state=AlertState.OFFERED)
    await tx.cases.prefetch("id", [offer.case_id for offer in open_offers])
    found = [(offer, case) for offer in open_offers if (case := await tx.cases.get(offer.case_id))]
    found.sort(key=lambda pair: URGENT_FIRST.index(pair[1].priority))
    lines.append(say(language, "list-offers", count=len(found)))
    for number, (offer, case) in enumerate(found[:LISTED], 1):
        place = case_lines.place_name(service, language, case)
        lines += ["", f"{number}.", *case_lines.coarse(service, language, case)]
        rows.append(
            (
                Button(
                    say(language, "button-accept-one", number=number, place=place),
                    f"accept:{offer.id}",
                    Style.SUCCESS,
                ),
                Button(say(language, "button-decline-one", number=number), f"decline:{offer.id}"),
            )
        )
    if len(found) > LISTED:
        lines += ["", say(language, "board-more", count=len(found) - LISTED)]
    return Presentation("\n".join(lines), tuple(rows), protect=True)
