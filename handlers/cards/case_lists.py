"""Lists of cases: who told them, one line for one source's many, and pages that change one message.

Lines of lists, and the lawyer's list of own cases and offers, those of one place bundled. Coarse: no names, no words.

What is many has pages; one source's many cases are one line, which opens a card of their own (chat_card).

How the boards of coordinators are drawn: a head, one page of lines below their headings, and what can be opened.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field

from core.alerting.offer_bundles import Bundle, bundle_cases, pack_offers
from core.casework.case_list import PAGE, CaseListLine, Triage, list_cases, page_shown, page_stops
from core.casework.claim_kinds import UNVERIFIED
from core.model import Case, Member, Offer
from core.presentation import Button, ButtonRows, Presentation, Style, in_button_rows
from core.traffic import Card
from core.vocabulary import CaseState, OfferState
from handlers.cards import case_lines, visit_way
from handlers.cards.case_card import state_words
from handlers.cards.case_loading import load_spots
from handlers.cards.stub import stub
from handlers.people import membership
from handlers.people.membership import held_cases
from handlers.people.on_call import load_triage
from handlers.people.readers import language_of
from handlers.service import Service
from storage.bulk_reading import first_reporters
from storage.row_map import Wanted
from storage.transaction import Transaction

T = TypeVar("T")
Offers = Mapping[int, tuple[Offer, Case]]  # by the case


class CaseSources(Struct, frozen=True):
    """``of``: case id → address of who told it first. ``newcomers``: addresses that have opened one report only."""

    of: Mapping[int, int]
    newcomers: Collection[int]


async def load_sources(tx: Transaction, cases: Sequence[Case]) -> CaseSources:
    """Who told these cases."""
    told = await first_reporters(tx, [case.id for case in cases])
    return CaseSources(
        {case_id: address for case_id, (address, _) in told.items()},
        {address for address, opened in told.values() if opened == 1},
    )


def lines_on_page(lines: Sequence[T], card: Card) -> list[T]:
    """Those on the page to which the reader turned."""
    page, _ = page_shown(card.page, len(lines))
    return list(lines[page * PAGE : (page + 1) * PAGE])


def page_buttons(lines: int, card: Card) -> ButtonRows:
    """◀ and ▶, which go round, and the pages that one tap reaches; nothing while one page is enough."""
    page, pages = page_shown(card.page, lines)
    if pages == 1:
        return ()
    there = (
        Button("◀", f"page:{card.id}:{(page - 1) % pages}"),
        Button(f"{page + 1}/{pages}", f"page:{card.id}:{page}"),
        Button("▶", f"page:{card.id}:{(page + 1) % pages}"),
    )
    far = tuple(Button(f"{stop + 1}", f"page:{card.id}:{stop}") for stop in page_stops(pages) if stop != page)
    return (there, far) if pages > IN_REACH else (there,)


IN_REACH = 3  # pages of which ◀ and ▶ reach every one with one tap


MARK = "❔"  # nobody has confirmed it


def listed_line(
    service: Service, language: str, line: CaseListLine, state: str = "", triage: Triage = Triage()
) -> str:
    """A line of a list: one case, or several of one source."""
    text = case_line(service, language, line.first, state)
    if above := why_above(service, language, line.first, triage):
        text += f" · {above}"
    if len(line.cases) == 1:
        return text
    return service.words.say(language, "board-chat", count=len(line.cases), line=text)


def listed_button(service: Service, language: str, line: CaseListLine) -> Button:
    """What the line opens."""
    if len(line.cases) == 1:
        return Button(line.first.code, f"open:{line.first.id}")
    label = service.words.say(language, "button-chat", count=len(line.cases))
    return Button(label, f"chat:{line.first.id}")


def case_line(service: Service, language: str, case: Case, state: str = "") -> str:
    """One case in one line; ``state`` is added where it is not clear from the place of the line."""
    text = service.words.say(
        language,
        "board-line",
        code=case.code,
        priority=case.priority,
        place=case_lines.place_name(service, language, case),
        situation=case_lines.situation_words(service, language, case),
        time=case_lines.local_time(case.opened_at, case_lines.zone_of(service, case), service.zone),
    )
    if case.verification in UNVERIFIED:
        text = f"{text} {MARK}"
    return f"{text} · {state}" if state else text


def why_above(service: Service, language: str, case: Case, triage: Triage) -> str:
    """For coordinators: why it stands above others while lawyers are short; empty if it does not."""
    why = [service.words.say(language, f"triage-{ground.replace('_', '-')}") for ground in triage.why(case)]
    return service.words.say(language, "triage-above", why=", ".join(why)) if why else ""


def wanted_for_lists(tx: Transaction, cards: Sequence[Card]) -> tuple[Wanted, ...]:
    """What those of these cards that are lawyers' lists are drawn from."""
    lists = [card.subject_id for card in cards if card.subject == "list"]
    alerts = tx.alerts.want("member_id", lists, state=OfferState.OFFERED)
    return tx.members.want("id", lists), alerts, *membership.wanted_held(tx, lists)


async def offer_list_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """One live list instead of more messages, for a lawyer with many open offers; below them the lawyer's own cases."""
    member = await tx.members.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    if member is None or member.suspended_at is not None:
        return stub(service, language, "suspended")
    own = await held_cases(tx, member)
    found = await open_offers_of(tx, member)
    told = await load_sources(tx, [case for _, case in found.values()])
    order = await load_triage(tx, service, [case for _, case in found.values()])
    free = list_cases([case for _, case in found.values()], told.of, told.newcomers, order.key)
    single = [line.first for line in free if len(line.cases) == 1]
    together = bundle_cases(single, await load_spots(tx, service, single) if len(single) > 1 else {})
    of_place = {row[0].id: row for row in together}
    heads = {
        "list-own": service.words.say(language, "list-own", count=len(own)),
        "list-offers": service.words.say(language, "list-offers", count=len(found)),
    }
    mine = [("list-own", CaseListLine((case,))) for case in own]
    heard = [line for line in free if len(line.cases) > 1 or line.first.id in of_place]
    lines = [*(("list-offers", line) for line in heard), *mine]  # those who wait come first
    texts: list[str] = [] if found else [heads["list-offers"]]
    rows: list[tuple[Button, ...]] = []
    under = ""
    for key, line in lines_on_page(lines, card):
        if key != under:
            texts += ["", heads[key]]
            under = key
        if key == "list-own":
            texts.append(case_line(service, language, line.first))
            rows.append((Button(line.first.code, f"open:{line.first.id}"),))
        elif len(line.cases) > 1:
            texts += ["", listed_line(service, language, line)]
            label = service.words.say(language, "button-chat", count=len(line.cases))
            rows.append((Button(label, f"more:{found[line.first.id][0].id}"),))
        elif len(bundle := of_place[line.first.id]) > 1:
            texts += ["", *lines_of_bundle(service, language, bundle, found, member)]
            rows += bundle_buttons(service, language, bundle, found)
        else:
            offer, case = found[line.first.id]
            texts += ["", *offer_lines(service, language, offer, case, member)]
            texts += [service.words.say(language, "triage-first")] * bool(order.why(case))
            rows.append(offer_buttons(service, language, offer, case))
    return Presentation("\n".join(texts).strip(), (*rows, *page_buttons(len(lines), card)), protect=True)


async def open_offers_of(tx: Transaction, member: Member) -> dict[int, tuple[Offer, Case]]:
    """The member's open offers, by the case."""
    open_offers = await tx.alerts.by(member_id=member.id, state=OfferState.OFFERED)
    ids = [offer.case_id for offer in open_offers]
    await tx.prefetch(tx.cases.want("id", ids), tx.reports.want("case_id", ids))  # and who told them
    found = [(offer, await tx.cases.get(offer.case_id)) for offer in open_offers]
    return {case.id: (offer, case) for offer, case in found if case is not None}


def offer_lines(service: Service, language: str, offer: Offer, case: Case, member: Member) -> list[str]:
    """Its number and code, and what may be known before it is taken."""
    service = case_lines.for_reader(service, case, member)
    return [f"{offer.number}. {case.code}", *case_lines.lines_for_asked(service, language, case, member)]


def offer_buttons(service: Service, language: str, offer: Offer, case: Case) -> tuple[Button, ...]:
    """By which it is taken or declined in a list."""
    say, number = service.words.say, offer.number
    place = case_lines.place_name(service, language, case)
    accept = say(language, "button-accept-one", number=number, place=place)
    decline = say(language, "button-decline-one", number=number)
    return (Button(accept, f"accept:{offer.id}", Style.SUCCESS), Button(decline, f"decline:{offer.id}"))


class CaseGroup(Struct, frozen=True):
    """Lines below one heading, which may be empty, and what else a line says of its case, by the id."""

    heading: str
    lines: Sequence[CaseListLine]
    notes: dict[int, str] = field(default_factory=dict)


def group_by_need(found: Sequence[Case]) -> dict[str, list[Case]]:
    """Those that need a lawyer, those that have one, and records."""
    return {
        "board-free": [c for c in found if c.state is CaseState.OPEN and c.alerting],
        "board-taken": [c for c in found if c.state is CaseState.ACCEPTED],
        "board-records": [c for c in found if c.state is CaseState.OPEN and not c.alerting],
    }


async def draw_groups(
    tx: Transaction,
    service: Service,
    language: str,
    card: Card,
    head: str,
    groups: Sequence[CaseGroup],
    *,
    opens: bool,
    more: ButtonRows = (),
    triage: Triage = Triage(),
) -> Presentation:
    """``opens``: the reader may open what stands there, and reads who has it."""
    texts, buttons = [head], []
    under: str | None = None
    lines = [(group, line) for group in groups for line in group.lines]
    page = lines_on_page(lines, card)
    if opens:
        await visit_way.prefetch_steps(tx, [line.first for _, line in page])
    for group, line in page:
        if group.heading != under:
            texts += ["", *filter(None, [group.heading])]
            under = group.heading
        state = group.notes.get(line.first.id, "")
        if opens and len(line.cases) == 1 and line.first.state is not CaseState.OPEN:
            has = await state_words(tx, service, language, line.first)
            state = f"{has} · {state}" if state else has
        texts.append(listed_line(service, language, line, state, triage))
        buttons.append(listed_button(service, language, line))
    rows: ButtonRows = in_button_rows(buttons) if opens else ()
    return Presentation("\n".join(texts), (*rows, *page_buttons(len(lines), card), *more), protect=True)


def lines_of_bundle(
    service: Service, language: str, bundle: Bundle, offers: Offers, member: Member
) -> list[str]:
    """The head, a line for each, and that help by phone is enough, once."""
    say, first = service.words.say, bundle[0]
    place = case_lines.place_name(service, language, first)
    texts = [say(language, "bundle-head", count=len(bundle), place=place)]
    for case in bundle:
        texts.append(
            say(
                language,
                "bundle-line",
                number=offers[case.id][0].number,
                code=case.code,
                priority=case.priority,
                situation=case_lines.situation_words(service, language, case),
                who=case_lines.count_words(service, language, case),
                spoken=say(language, f"spoken-{case.language}"),
            )
        )
    return texts + case_lines.phone_help_lines(service, language, first, member)


def bundle_buttons(service: Service, language: str, bundle: Bundle, offers: Offers) -> ButtonRows:
    """All of them, none of them, or one by its number."""
    say = service.words.say
    named = pack_offers([offers[case.id][0].id for case in bundle])
    every = Button(say(language, "button-bundle", count=len(bundle)), f"bundle:{named}", Style.SUCCESS)
    none = Button(say(language, "button-bundle-none"), f"unable:{named}")
    singly = [
        Button(say(language, "button-accept-number", number=offer.number), f"accept:{offer.id}")
        for offer, _ in (offers[case.id] for case in bundle)
    ]
    return ((every, none), tuple(singly))
