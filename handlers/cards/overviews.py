"""Lines of lists, and the lawyer's list of own cases and offers. Coarse: no names, no words.

What is many has pages; one source's many cases are one line, which opens a card of their own (chat_card).
"""

from collections.abc import Sequence

from bot.core.alerting.bundles import bundles
from bot.core.casework.listing import Listed, listed
from bot.core.casework.triage import Triage
from bot.core.casework.verifying import UNVERIFIED
from bot.core.model import Alert, Case, Member
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card
from bot.core.vocabulary import AlertState
from handlers.cards import bundle_rows, case_lines
from handlers.cards.case_card import stub
from handlers.cards.paging import on_page, sources, turning
from handlers.people import held
from handlers.people.held import held_by
from handlers.people.readers import language_of
from handlers.people.shortage import triage
from handlers.service import Service
from storage.row_map import Wanted
from storage.transaction import Transaction

MARK = "❔"  # nobody has confirmed it


def line_of(service: Service, language: str, one: Listed, state: str = "", triage: Triage = Triage()) -> str:
    """A line of a list: one case, or several of one source."""
    text = line(service, language, one.first, state)
    if above := above_because(service, language, one.first, triage):
        text += f" · {above}"
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
    if case.verification in UNVERIFIED:
        text = f"{text} {MARK}"
    return f"{text} · {state}" if state else text


def above_because(service: Service, language: str, case: Case, triage: Triage) -> str:
    """For coordinators: why it stands above others while lawyers are short; empty if it does not."""
    why = [service.words.say(language, f"triage-{ground.replace('_', '-')}") for ground in triage.why(case)]
    return service.words.say(language, "triage-above", why=", ".join(why)) if why else ""


def wanted(tx: Transaction, cards: Sequence[Card]) -> tuple[Wanted, ...]:
    """What those of these cards that are lawyers' lists are drawn from."""
    lists = [card.subject_id for card in cards if card.subject == "list"]
    alerts = tx.alerts.want("member_id", lists, state=AlertState.OFFERED)
    return tx.members.want("id", lists), alerts, *held.wanted(tx, lists)


async def offers(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """One live list instead of more messages, for a lawyer with many open offers; below them the lawyer's own cases."""
    member = await tx.members.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    if member is None or member.suspended_at is not None:
        return stub(service, language, "suspended")
    own = await held_by(tx, member)
    found = await offered(tx, member)
    told = await sources(tx, [case for _, case in found.values()])
    order = await triage(tx, service, [case for _, case in found.values()])
    free = listed([case for _, case in found.values()], told.of, told.newcomers, order.key)
    single = [one.first for one in free if len(one.cases) == 1]
    together = bundles(single, await bundle_rows.spots(tx, service, single) if len(single) > 1 else {})
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
            texts += ["", *offer_lines(service, language, offer, case, member)]
            texts += [service.words.say(language, "triage-first")] * bool(order.why(case))
            rows.append(offer_buttons(service, language, offer, case))
    return Presentation("\n".join(texts).strip(), (*rows, *turning(len(lines), card)), protect=True)


async def offered(tx: Transaction, member: Member) -> dict[int, tuple[Alert, Case]]:
    """The member's open offers, by the case."""
    open_offers = await tx.alerts.by(member_id=member.id, state=AlertState.OFFERED)
    ids = [offer.case_id for offer in open_offers]
    await tx.prefetch(tx.cases.want("id", ids), tx.reports.want("case_id", ids))  # and who told them
    found = [(offer, await tx.cases.get(offer.case_id)) for offer in open_offers]
    return {case.id: (offer, case) for offer, case in found if case is not None}


def offer_lines(service: Service, language: str, offer: Alert, case: Case, member: Member) -> list[str]:
    """Its number and code, and what may be known before it is taken."""
    service = case_lines.for_reader(service, case, member)
    return [f"{offer.number}. {case.code}", *case_lines.offered(service, language, case, member)]


def offer_buttons(service: Service, language: str, offer: Alert, case: Case) -> tuple[Button, ...]:
    """By which it is taken or declined in a list."""
    say, number = service.words.say, offer.number
    place = case_lines.place_name(service, language, case)
    accept = say(language, "button-accept-one", number=number, place=place)
    decline = say(language, "button-decline-one", number=number)
    return (Button(accept, f"accept:{offer.id}", Style.SUCCESS), Button(decline, f"decline:{offer.id}"))
