"""Overviews: the coordinators' board, and the lawyer's list of own cases and offers. Coarse: no names, no words.

What is many has pages; one source's many cases are one line, which opens a card of their own (``chat``).
"""

from collections.abc import Sequence

from bot.core.alerting.bundles import bundles
from bot.core.casework.listing import SEVERAL, Listed, listed
from bot.core.model import Alert, Case, Member
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card
from bot.core.vocabulary import AlertState, CaseState
from handlers.cards import bundle_rows, case_lines, visit_lines
from handlers.cards.case_buttons import Rows
from handlers.cards.case_card import state_words, stub
from handlers.cards.paging import on_page, sources, turning
from handlers.people.held import held_by
from handlers.people.readers import is_administrator, is_coordinator, language_of
from handlers.service import Service
from storage.schema import cases
from storage.transaction import Transaction


async def board(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Open cases, those without a lawyer first, the urgent before the others, then the oldest.

    Administrators, who see no names, read only that a case has a lawyer, and open nothing.
    """
    coordinator = await is_coordinator(tx, card.address_id)
    if not coordinator and not await is_administrator(tx, service, card.address_id):
        return stub(service, await language_of(tx, service, card.address_id), "members-only")
    language = await language_of(tx, service, card.address_id)
    # Said so and not as "not closed", for which no index serves.
    found = await tx.cases.select(cases.c.state.in_(("open", "accepted")))
    groups = _by_need(found)
    free, taken, records = (len(group) for group in groups.values())
    head = service.words.say(language, "board-head", free=free, taken=taken, records=records)
    told = await sources(tx, found)
    lines = [
        (key, len(group), line)
        for key, group in groups.items()
        for line in listed(group, told.of, told.newcomers)
    ]
    return await _drawn(tx, service, language, card, head, lines, opens=coordinator)


def _by_need(found: Sequence[Case]) -> dict[str, list[Case]]:
    return {
        "board-free": [c for c in found if c.state is CaseState.OPEN and c.alerting],
        "board-taken": [c for c in found if c.state is CaseState.ACCEPTED],
        "board-records": [c for c in found if c.state is CaseState.OPEN and not c.alerting],
    }


async def _drawn(
    tx: Transaction,
    service: Service,
    language: str,
    card: Card,
    head: str,
    lines: Sequence[tuple[str, int, Listed]],
    *,
    opens: bool,
    more: Rows = (),
) -> Presentation:
    """A board: its head, one page of lines below their headings, and what can be opened."""
    texts, buttons, under = [head], [], ""
    page = on_page(lines, card)
    if opens:
        await visit_lines.prefetch(tx, [one.first for _, _, one in page])
    for key, count, one in page:
        if key != under:
            texts += ["", service.words.say(language, key, count=count)]
            under = key
        taken = opens and len(one.cases) == 1 and one.first.state is CaseState.ACCEPTED
        state = await state_words(tx, service, language, one.first) if taken else ""
        texts.append(line_of(service, language, one, state))
        buttons.append(button_of(service, language, one))
    rows: Rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)) if opens else ()
    return Presentation("\n".join(texts), (*rows, *turning(len(lines), card), *more), protect=True)


def line_of(service: Service, language: str, one: Listed, state: str = "") -> str:
    """A line of a list: one case, or several of one source."""
    text = line(service, language, one.first, state)
    if len(one.cases) == 1:
        return text
    return service.words.say(language, "board-chat", count=len(one.cases), line=text)


def button_of(service: Service, language: str, one: Listed) -> Button:
    """What the line opens."""
    if len(one.cases) == 1:
        return Button(one.first.code, f"open:{one.first.id}")
    label = service.words.say(language, "button-chat", count=len(one.cases))
    return Button(label, f"chat:{one.first.id}")


def line(service: Service, language: str, case: Case, state: str = "") -> str:
    """One case in one line; ``state`` is added where it is not clear from the place of the line."""
    text = service.words.say(
        language,
        "board-line",
        code=case.code,
        priority=case.priority,
        place=case_lines.place_name(service, language, case),
        situation=case_lines.situation_words(service, language, case),
        time=case_lines.local(case.opened_at, case_lines.zone_of(service, case), service.zone),
    )
    return f"{text} · {state}" if state else text


async def offers(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """One live list instead of more messages, for a lawyer with many open offers; below them the lawyer's own cases."""
    member = await tx.members.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    if member is None or member.suspended_at is not None:
        return stub(service, language, "suspended")
    own = await held_by(tx, member)
    found = await _offered(tx, member)
    told = await sources(tx, [case for _, case in found.values()])
    free = listed([case for _, case in found.values()], told.of, told.newcomers)
    single = [one.first for one in free if len(one.cases) == 1]
    together = bundles(single, await bundle_rows.spots(tx, service, single))
    of_place = {row[0].id: row for row in together}
    heads = {
        "list-own": service.words.say(language, "list-own", count=len(own)),
        "list-offers": service.words.say(language, "list-offers", count=len(found)),
    }
    mine = [("list-own", Listed((case,))) for case in own]
    heard = [one for one in free if len(one.cases) > 1 or one.first.id in of_place]
    lines = [*(("list-offers", one) for one in heard), *mine]  # whoever waits comes first
    texts: list[str] = [] if found else [heads["list-offers"]]
    rows: list[tuple[Button, ...]] = []
    under = ""
    for key, one in on_page(lines, card):
        if key != under:
            texts += ["", heads[key]]
            under = key
        if key == "list-own":
            texts.append(line(service, language, one.first))
            rows.append((Button(one.first.code, f"open:{one.first.id}"),))
        elif len(one.cases) > 1:
            texts += ["", line_of(service, language, one)]
            label = service.words.say(language, "button-chat", count=len(one.cases))
            rows.append((Button(label, f"more:{found[one.first.id][0].id}"),))
        elif len(bundle := of_place[one.first.id]) > 1:
            texts += ["", *bundle_rows.lines(service, language, bundle, found, member)]
            rows += bundle_rows.rows(service, language, bundle, found)
        else:
            offer, case = found[one.first.id]
            texts += ["", *_offer_lines(service, language, offer, case, member)]
            rows.append(_offer_buttons(service, language, offer, case))
    return Presentation("\n".join(texts).strip(), (*rows, *turning(len(lines), card)), protect=True)


async def _offered(tx: Transaction, member: Member) -> dict[int, tuple[Alert, Case]]:
    """The member's open offers, by the case."""
    open_offers = await tx.alerts.by(member_id=member.id, state=AlertState.OFFERED)
    await tx.cases.prefetch("id", [offer.case_id for offer in open_offers])
    found = [(offer, await tx.cases.get(offer.case_id)) for offer in open_offers]
    return {case.id: (offer, case) for offer, case in found if case is not None}


def _offer_lines(service: Service, language: str, offer: Alert, case: Case, member: Member) -> list[str]:
    service = case_lines.for_reader(service, case, member)
    return [f"{offer.number}. {case.code}", *case_lines.offered(service, language, case, member)]


def _offer_buttons(service: Service, language: str, offer: Alert, case: Case) -> tuple[Button, ...]:
    say, number = service.words.say, offer.number
    place = case_lines.place_name(service, language, case)
    accept = say(language, "button-accept-one", number=number, place=place)
    decline = say(language, "button-decline-one", number=number)
    return (Button(accept, f"accept:{offer.id}", Style.SUCCESS), Button(decline, f"decline:{offer.id}"))


async def chat(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """All that is open of one chat: for coordinators its cases, for whoever was asked the offers of these."""
    language = await language_of(tx, service, card.address_id)
    members = await tx.members.by(address_id=card.address_id, suspended_at=None)
    if not members:
        return stub(service, language, "members-only")
    told = [r for r in await tx.reports.by(address_id=card.subject_id) if r.case_id is not None]
    await tx.cases.prefetch("id", [report.case_id for report in told])
    found = [case for r in told if r.case_id is not None and (case := await tx.cases.get(r.case_id))]
    if await is_coordinator(tx, card.address_id):
        still = [case for case in found if case.state is not CaseState.CLOSED]
        groups = _by_need(still)
        lines = [
            (key, len(group), Listed((case,))) for key, group in groups.items() for case in reversed(group)
        ]
        head = service.words.say(language, "chat-head", count=len(still))
        if len(still) > SEVERAL:
            head += " " + service.words.say(language, "chat-many")
        free = [*groups["board-free"], *groups["board-records"]]
        label = service.words.say(language, "button-close-all", count=len(free))
        more: Rows = ((Button(label, f"all:{free[0].id}"),),) if free else ()
        return await _drawn(tx, service, language, card, head, lines, opens=True, more=more)
    offered = await _offered(tx, members[0])
    open_offers = [offered[case.id] for case in reversed(found) if case.id in offered]
    texts = [service.words.say(language, "chat-head", count=len(open_offers))]
    rows: list[tuple[Button, ...]] = []
    for offer, case in on_page(open_offers, card):
        texts += ["", *_offer_lines(service, language, offer, case, members[0])]
        rows.append(_offer_buttons(service, language, offer, case))
    return Presentation("\n".join(texts), (*rows, *turning(len(open_offers), card)), protect=True)
