"""A lawyer's list: offers, the urgent first, those of one place bundled; own cases; what is still free. One live message in
place of many.
"""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from core.alerting.offer_bundles import Bundle, bundle_cases, pack_offers
from core.casework.case_list import SEVERAL, CaseListLine, Triage, by_urgency, list_cases
from core.casework.ownership import asked_still_key, second_is_sought
from core.casework.sieves import is_untaken
from core.model import Case, Member, Offer
from core.presentation import Button, ButtonRows, Presentation, Style
from core.traffic import Card
from core.vocabulary import OfferState
from handlers.cards import case_lines
from handlers.cards.case_labels import CaseLabels, load_labels
from handlers.cards.case_lists import (
    case_line,
    lines_on_page,
    listed_line,
    load_sources,
    order_line,
    page_buttons,
)
from handlers.cards.case_loading import load_spots
from handlers.cards.stub import stub
from handlers.people.membership import held_cases
from handlers.people.on_call import load_triage
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

Offers = Mapping[int, tuple[Offer, Case]]  # by the case
Drawn = tuple[list[str], list[tuple[Button, ...]]]  # lines and rows of buttons
LOOKED_INTO = 60  # offers whose time has passed, the newest
OWN, OFFERED, FREE = "list-own", "list-offers", "list-still-free"


class OfferList(Struct, frozen=True):
    """What the list of one lawyer has. ``asked``: ids of own cases that are perhaps not theirs any more; ``bundles``: by the
    first case; ``free``: offers that ran out of what can be taken all the same.
    """

    service: Service
    language: str
    member: Member
    own: Sequence[Case]
    asked: Collection[int]
    labels: CaseLabels
    offers: Offers
    bundles: Mapping[int, Bundle]
    heard: Sequence[CaseListLine]
    free: Offers
    triage: Triage

    def say(self, key: str, **values: str | int) -> str:
        return self.service.words.say(self.language, key, **values)

    @property
    def lines(self) -> list[tuple[str, CaseListLine]]:
        """Those who wait come first."""
        own = sorted(self.own, key=lambda case: (case.id not in self.asked, case.opened_at))
        free = sorted((case for _, case in self.free.values()), key=by_urgency)
        return [
            *((OFFERED, line) for line in self.heard),
            *((OWN, CaseListLine((case,))) for case in own),
            *((FREE, CaseListLine((case,))) for case in free),
        ]

    def head(self, key: str) -> list[str]:
        counts = {OWN: len(self.own), OFFERED: len(self.offers), FREE: len(self.free)}
        orders = {
            OFFERED: order_line(self.service, self.language, "urgent", len(self.heard)),
            OWN: order_line(self.service, self.language, "longest", len(self.own)),
            FREE: order_line(self.service, self.language, "urgent", min(len(self.free), SEVERAL)),
        }
        return ["", *filter(None, (self.say(key, count=counts[key]), orders.get(key)))]

    def draw(self, key: str, line: CaseListLine) -> Drawn:
        if key == OWN:
            return self._own(line.first)
        return self._free(line.first) if key == FREE else self._offered(line)

    def _own(self, case: Case) -> Drawn:
        row: tuple[Button, ...] = (Button(self.labels.button(case), f"open:{case.id}"),)
        step, still = self.labels.label(case).step, ""
        if case.id in self.asked:
            still = self.say("list-still")
            mine = Button(
                self.say("button-mine-one", code=self.labels.button(case)), f"mine:{case.id}", Style.SUCCESS
            )
            row = (mine, *row)
        state = " · ".join(filter(None, (step, still)))
        return [case_line(self.service, self.language, case, state, self.labels)], [row]

    def _free(self, case: Case) -> Drawn:
        take = Button(self.say("button-take-free", code=case.code), f"accept:{self.free[case.id][0].id}")
        second = self.say("list-second") if second_is_sought(case) else ""
        return [case_line(self.service, self.language, case, second, self.labels)], [(take,)]

    def _offered(self, line: CaseListLine) -> Drawn:
        service, language = self.service, self.language
        if len(line.cases) > 1:
            label = self.say("button-chat", count=len(line.cases))
            more = Button(label, f"more:{self.offers[line.first.id][0].id}")
            return ["", listed_line(service, language, line)], [(more,)]
        bundle = self.bundles[line.first.id]
        if len(bundle) > 1:
            texts = lines_of_bundle(service, language, bundle, self.offers, self.member)
            return ["", *texts], [*bundle_buttons(service, language, bundle, self.offers)]
        offer, case = self.offers[line.first.id]
        texts = ["", *offer_lines(service, language, offer, case, self.member)]
        texts += [self.say("triage-first")] * bool(self.triage.why(case))
        return texts, [offer_buttons(service, language, offer, case)]


async def offer_list_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The list, a page at a time."""
    member = await tx.members.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    if member is None or member.suspended_at is not None:
        return stub(service, language, "suspended")
    listed = await _load(tx, service, language, member, card.address_id)
    texts: list[str] = [] if listed.offers or listed.free else [listed.say(OFFERED, count=0)]
    rows: list[tuple[Button, ...]] = []
    under, lines = "", listed.lines
    for key, line in lines_on_page(lines, card):
        if key != under:
            texts += listed.head(key)
            under = key
        drawn, buttons = listed.draw(key, line)
        texts += drawn
        rows += buttons
    if len(listed.own) > 1:
        rows.append((Button(listed.say("button-ticks"), "ticks:0"),))
    if len(listed.asked) > 1:
        every = listed.say("button-mine-all", count=len(listed.asked))
        rows.insert(0, (Button(every, "allmine:now", Style.SUCCESS),))
    return Presentation("\n".join(texts).strip(), (*rows, *page_buttons(len(lines), card)), protect=True)


async def _load(
    tx: Transaction, service: Service, language: str, member: Member, address_id: int
) -> OfferList:
    own, found = await held_cases(tx, member), await open_offers_of(tx, member)
    told = await load_sources(tx, [case for _, case in found.values()])
    triage = await load_triage(tx, service, [case for _, case in found.values()])
    offered = list_cases([case for _, case in found.values()], told.of, told.newcomers, triage.key)
    single = [line.first for line in offered if len(line.cases) == 1]
    together = bundle_cases(single, await load_spots(tx, service, single) if len(single) > 1 else {})
    bundles = {row[0].id: row for row in together}
    theirs = {*found, *(case.id for case in own)}
    free = {id: hit for id, hit in (await _still_free(tx, member)).items() if id not in theirs}
    await tx.timers.prefetch("key", [asked_still_key(case.id) for case in own])
    asked = [case.id for case in own if await tx.timers.get(asked_still_key(case.id)) is not None]
    labels = await load_labels(tx, service, language, own, address_id)
    heard = [line for line in offered if len(line.cases) > 1 or line.first.id in bundles]
    return OfferList(service, language, member, own, asked, labels, found, bundles, heard, free, triage)


async def open_offers_of(tx: Transaction, member: Member) -> dict[int, tuple[Offer, Case]]:
    """The member's open offers, by the case."""
    return await _with_cases(tx, await tx.alerts.by(member_id=member.id, state=OfferState.OFFERED))


async def _still_free(tx: Transaction, member: Member) -> dict[int, tuple[Offer, Case]]:
    """What was offered to the member, who let the time pass, and what can be taken all the same, by the case."""
    passed = await tx.alerts.newest(LOOKED_INTO, member_id=member.id, state=OfferState.EXPIRED)
    found = await _with_cases(tx, passed)
    return {id: hit for id, hit in found.items() if is_untaken(hit[1]) or second_is_sought(hit[1])}


async def _with_cases(tx: Transaction, open_offers: Sequence[Offer]) -> dict[int, tuple[Offer, Case]]:
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


def lines_of_bundle(
    service: Service, language: str, bundle: Bundle, offers: Offers, member: Member
) -> list[str]:
    """The head, a line for each, and that help by phone is enough, once."""
    say, first = service.words.say, bundle[0]
    place = case_lines.place_name(service, language, first)
    texts = [say(language, "bundle-head", count=len(bundle), place=place)]
    for case in bundle:
        text = say(
            language,
            "bundle-line",
            number=offers[case.id][0].number,
            code=case.code,
            priority=case.priority,
            situation=case_lines.situation_words(service, language, case),
            who=case_lines.count_words(service, language, case),
            spoken=say(language, f"spoken-{case.language}"),
        )
        texts.append(text)
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
