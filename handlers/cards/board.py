"""The coordinators' board: one message that follows what is true, of which they choose what it shows.

Without a choice: open cases, those without a lawyer first, the urgent before the others, then the oldest. Administrators,
who see no names, read only that a case has a lawyer, and open and choose nothing.

The choices of a coordinators' board, each a row: how the cases are found, in statements that do not grow with the years.

What is not closed is read by its state, what was closed by its moment, everything else by these cases.

All that is open of one chat: for coordinators its cases, for a lawyer who was asked the offers of these.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from functools import partial

from msgspec import Struct

from core.casework.case_list import (
    ALL_REGIONS,
    SEVERAL,
    SIEVES_OF,
    CaseFilter,
    CaseListLine,
    FilterMenu,
    ListChoice,
    Triage,
    list_cases,
    read_list_choice,
)
from core.casework.ownership import has_case
from core.casework.proceedings import next_hearing
from core.casework.sieves import Sieve, by_need, holds_somebody
from core.model import Case, Member
from core.presentation import Button, ButtonRows, Presentation, in_button_rows
from core.traffic import Card
from core.values import Hearing
from core.vocabulary import CaseState
from handlers.cards import case_lines
from handlers.cards.case_lists import (
    CaseGroup,
    draw_groups,
    lines_on_page,
    load_sources,
    order_line,
    page_buttons,
)
from handlers.cards.case_loading import view_from
from handlers.cards.case_standings import open_cases, sift
from handlers.cards.offer_list import offer_buttons, offer_lines, open_offers_of
from handlers.cards.station_board import cases_at, station_groups
from handlers.cards.stub import stub
from handlers.people.membership import active_members_at
from handlers.people.on_call import load_triage
from handlers.people.readers import is_administrator, is_coordinator, language_of
from handlers.service import Service
from storage.schema import cards, cases
from storage.transaction import Transaction

SOON = timedelta(hours=48)  # until a hearing
LATELY = timedelta(days=7)  # since it was closed
MOST = 100  # of those
NEED_HEADS = {Sieve.UNTAKEN: "board-free", Sieve.TAKEN: "board-taken", Sieve.RECORD: "board-records"}


class BoardReader(Struct, frozen=True):
    """Who asks, and all cases that are not closed."""

    tx: Transaction
    service: Service
    language: str
    address_id: int
    still: Mapping[int, Case]


FoundCases = dict[int, str]  # the case, and what its line says besides


async def _sieved(asked: BoardReader, of: Sequence[Sieve]) -> FoundCases:
    """Where several sieves are shown together, each line says in which its case lies."""
    found = await sift(asked.tx, list(asked.still.values()), of, (asked.address_id,))
    say = asked.service.words.say
    return {
        id: say(asked.language, f"sieve-{sieve}") if len(of) > 1 else ""
        for id, sieves in found.items()
        for sieve in sieves
    }


async def _held(asked: BoardReader) -> FoundCases:
    return _without_words(case.id for case in asked.still.values() if holds_somebody(case))


async def _hearings(asked: BoardReader) -> FoundCases:
    tx, found = asked.tx, []
    kinds = ("proceeding", "hearing")
    await tx.prefetch(*(tx.claims.want("case_id", asked.still, kind=kind) for kind in kinds))
    for case in asked.still.values():
        said = [claim for kind in kinds for claim in await tx.claims.by(case_id=case.id, kind=kind)]
        sitting = next_hearing(view_from(said), tx.now) if said else None
        if sitting is not None and sitting.hearing.at <= tx.now + SOON:
            found.append((sitting.hearing.at, case, sitting.hearing))
    found.sort(key=lambda hit: (hit[0], hit[1].id))
    return {case.id: _hearing_time(asked, case, hearing) for _, case, hearing in found}


def _hearing_time(asked: BoardReader, case: Case, hearing: Hearing) -> str:
    time = case_lines.hearing_time(asked.service, case, hearing)
    return asked.service.words.say(asked.language, "sieve-hearing", time=time)


async def _hidden(asked: BoardReader) -> FoundCases:
    tx = asked.tx
    await tx.reports.prefetch("case_id", asked.still)
    told = [report for id in asked.still for report in await tx.reports.by(case_id=id)]
    await tx.addresses.prefetch("id", {report.address_id for report in told})
    chats = {report.address_id: await tx.addresses.get(report.address_id) for report in told}
    hidden = {id for id, chat in chats.items() if chat is not None and (chat.silenced_at or chat.doubted_at)}
    return _without_words(r.case_id for r in told if r.address_id in hidden and r.case_id is not None)


async def _closed(asked: BoardReader) -> FoundCases:
    since = cases.c.closed_at > asked.tx.now - LATELY
    found = await asked.tx.cases.select(since, order_by=cases.c.closed_at.desc(), limit=MOST)
    return _without_words(case.id for case in found if case.state is CaseState.CLOSED)


async def _mine(asked: BoardReader) -> FoundCases:
    """What the reader has, and what they opened and still see."""
    tx, at = asked.tx, cards.c.address_id == asked.address_id
    opened = {card.subject_id for card in await tx.cards.select(at, cards.c.subject == "case")}
    members = await active_members_at(tx, asked.address_id)
    own = {case.id for case in asked.still.values() if any(has_case(case, member.id) for member in members)}
    return _without_words(id for id in asked.still if id in own | opened)


def _without_words(found: Iterable[int]) -> FoundCases:
    return dict.fromkeys(found, "")


FILTERS: dict[CaseFilter, Callable[[BoardReader], Awaitable[FoundCases]]] = {
    **{which: partial(_sieved, of=of) for which, of in SIEVES_OF.items()},
    CaseFilter.STATIONS: _held,
    CaseFilter.HEARINGS: _hearings,
    CaseFilter.HIDDEN: _hidden,
    CaseFilter.CLOSED: _closed,
    CaseFilter.MINE: _mine,
}
IN_ORDER = (CaseFilter.HEARINGS, CaseFilter.CLOSED)  # as they were found: by their time
ORDERS = {CaseFilter.HEARINGS: "soonest", CaseFilter.CLOSED: "newest", CaseFilter.STATIONS: "fullest"}


IN_A_ROW = 3  # choices
MOST_STATIONS = 24  # that have a button: the fullest


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """As it is now."""
    language = await language_of(tx, service, card.address_id)
    coordinator = await is_coordinator(tx, card.address_id)
    if not coordinator and not await is_administrator(tx, service, card.address_id):
        return stub(service, language, "members-only")
    chosen = read_list_choice(card.chosen) if coordinator else ListChoice()
    still = {case.id: case for case in await open_cases(tx)}
    asked = BoardReader(tx, service, language, card.address_id, still)
    if chosen.asks is FilterMenu.WHICH:
        return await _filter_menu(asked, card, chosen)
    if chosen.asks is FilterMenu.WHERE:
        return await _region_menu(asked, card, chosen)
    return await _list_view(asked, card, chosen, opens=coordinator)


async def _list_view(asked: BoardReader, card: Card, chosen: ListChoice, *, opens: bool) -> Presentation:
    tx, service, language = asked.tx, asked.service, asked.language
    notes = await FILTERS[chosen.which](asked) if chosen.which in FILTERS else dict.fromkeys(asked.still, "")
    found = [case for case in await _cases(asked, list(notes)) if chosen.region in ("", case.region)]
    at = await tx.cases.get(chosen.station) if chosen.station else None
    if at is not None:
        found = await cases_at(tx, service, found, at)
    needs = by_need(found)
    order = await load_triage(tx, service, needs[Sieve.UNTAKEN])
    shown = _with_heads(needs) if chosen.which is CaseFilter.OPEN else {"": found}
    told = await load_sources(tx, found)
    groups = [
        CaseGroup(
            service.words.say(language, key, count=len(of)) if key else "",
            [CaseListLine((case,)) for case in of]
            if chosen.which in IN_ORDER
            else list_cases(of, told.of, told.newcomers, order.key),
            notes,
        )
        for key, of in shown.items()
    ]
    if chosen.which is CaseFilter.STATIONS:
        groups = await station_groups(tx, service, language, found)
    head = _head_line(asked, chosen, notes, found)
    more = _station_buttons(card, groups) + _choice_buttons(asked, card, chosen) if opens else ()
    return await draw_groups(
        tx, service, language, card, head, groups, opens=opens, more=more, triage=order if opens else Triage()
    )


async def _cases(asked: BoardReader, ids: Sequence[int]) -> list[Case]:
    """In this order; closed ones too."""
    await asked.tx.cases.prefetch("id", [id for id in ids if id not in asked.still])
    found = [asked.still.get(id) or await asked.tx.cases.get(id) for id in ids]
    return [case for case in found if case is not None]


def _with_heads(needs: Mapping[Sieve, list[Case]]) -> dict[str, list[Case]]:
    return {NEED_HEADS[need]: found for need, found in needs.items()}


def _head_line(asked: BoardReader, chosen: ListChoice, notes: FoundCases, found: Sequence[Case]) -> str:
    say, language = asked.service.words.say, asked.language
    if chosen.which is CaseFilter.OPEN:
        free, taken, records = (len(group) for group in by_need(found).values())
        head = say(language, "board-head", free=free, taken=taken, records=records)
    elif chosen.which is CaseFilter.OVERDUE:
        perhaps = say(language, f"sieve-{Sieve.PERHAPS_OVER}")
        count = sum(notes[case.id] == perhaps for case in found)
        head = say(language, "board-only-overdue", surely=len(found) - count, perhaps=count)
    else:
        head = say(language, f"board-only-{chosen.which}", count=len(found))
    head = f"{head} · {_region_name(asked, chosen.region)}" if chosen.region else head
    order = order_line(asked.service, language, ORDERS.get(chosen.which, "urgent"), len(found))
    return "\n".join(filter(None, (head, order)))


def _region_name(asked: BoardReader, region: str) -> str:
    gazetteer = asked.service.gazetteer
    if not region:
        return asked.service.words.say(asked.language, "sieve-everywhere")
    return gazetteer.name(region, asked.language) if gazetteer.knows(region) else region


def _station_buttons(card: Card, groups: Sequence[CaseGroup]) -> ButtonRows:
    """Each shows the cases of one station alone, on every page."""
    labelled = [group for group in groups if group.label][:MOST_STATIONS]
    if len(labelled) == 1:
        return ()
    return in_button_rows(
        Button(group.label, f"sift:{card.id}:at-{group.lines[0].first.id}") for group in labelled
    )


def _choice_buttons(asked: BoardReader, card: Card, chosen: ListChoice) -> ButtonRows:
    """What is shown, and of which region; a tap offers the others. Below: by station, or back to all."""
    say = asked.service.words.say
    which = say(asked.language, f"sieve-{chosen.which}")
    of_all = chosen.which is CaseFilter.STATIONS and not chosen.station
    other = CaseFilter.OPEN if of_all else CaseFilter.STATIONS
    ticks = (Button(say(asked.language, "button-ticks"), f"ticks:{chosen.station}"),) if asked.still else ()
    return (
        (
            Button(f"▾ {which}", f"sift:{card.id}:ask-{FilterMenu.WHICH}"),
            Button(f"▾ {_region_name(asked, chosen.region)}", f"sift:{card.id}:ask-{FilterMenu.WHERE}"),
            *ticks,
        ),
        *(((Button(say(asked.language, f"button-by-{other}"), f"sift:{card.id}:{other}"),),)),
    )


async def _filter_menu(asked: BoardReader, card: Card, chosen: ListChoice) -> Presentation:
    """What can be shown, each with how many there are of the chosen region."""
    say, buttons = asked.service.words.say, []
    for which in CaseFilter:
        ids = await FILTERS[which](asked) if which in FILTERS else dict.fromkeys(asked.still, "")
        count = sum(chosen.region in ("", case.region) for case in await _cases(asked, list(ids)))
        label = f"{say(asked.language, f'sieve-{which}')} {count}"
        buttons.append(Button(label, f"sift:{card.id}:{which}"))
    return _menu(asked, "sieve-which", buttons)


async def _region_menu(asked: BoardReader, card: Card, chosen: ListChoice) -> Presentation:
    """The regions in which something is open, and the one that is chosen."""
    count = Counter(case.region for case in asked.still.values() if case.region is not None)
    regions = sorted({*count, chosen.region} - {""}, key=lambda region: _region_name(asked, region))
    buttons = [Button(f"{_region_name(asked, '')} {len(asked.still)}", f"sift:{card.id}:in-{ALL_REGIONS}")]
    buttons += [Button(f"{_region_name(asked, r)} {count[r]}", f"sift:{card.id}:in-{r}") for r in regions]
    return _menu(asked, "sieve-where", buttons)


def _menu(asked: BoardReader, key: str, buttons: Sequence[Button]) -> Presentation:
    rows = tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))
    return Presentation(asked.service.words.say(asked.language, key), rows, protect=True)


async def chat_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The card's subject is the chat's address."""
    language = await language_of(tx, service, card.address_id)
    members = await active_members_at(tx, card.address_id)
    if not members:
        return stub(service, language, "members-only")
    told = [r for r in await tx.reports.by(address_id=card.subject_id) if r.case_id is not None]
    ids = dict.fromkeys(report.case_id for report in told if report.case_id is not None)
    await tx.cases.prefetch("id", list(ids))
    found = [case for id in ids if (case := await tx.cases.get(id)) is not None]
    if await is_coordinator(tx, card.address_id):
        brought = await active_members_at(tx, card.subject_id)
        return await _chat_cases(tx, service, language, card, found, brought[0] if brought else None)
    return await _chat_offers(tx, service, language, card, found, members[0])


async def _chat_cases(
    tx: Transaction, service: Service, language: str, card: Card, found: Sequence[Case], by: Member | None
) -> Presentation:
    """``by``: the member whose chat it is, who has brought them; what is nobody's is a flood only of others."""
    still = [case for case in found if case.state is not CaseState.CLOSED]
    needs, say = by_need(still), service.words.say
    groups = [
        CaseGroup(say(language, key, count=len(cases)), [CaseListLine((case,)) for case in reversed(cases)])
        for key, cases in _with_heads(needs).items()
    ]
    head = say(language, "chat-head", count=len(still))
    if by is not None and still:
        head = say(language, "chat-of-member", count=len(still), name=by.name)
        return await draw_groups(tx, service, language, card, head, groups, opens=True)
    if len(still) > SEVERAL:
        head += " " + say(language, "chat-many")
    free = [*needs[Sieve.UNTAKEN], *needs[Sieve.RECORD]]
    label = say(language, "button-close-all", count=len(free))
    more: ButtonRows = ((Button(label, f"all:{free[0].id}"),),) if free else ()
    return await draw_groups(tx, service, language, card, head, groups, opens=True, more=more)


async def _chat_offers(
    tx: Transaction, service: Service, language: str, card: Card, found: Sequence[Case], member: Member
) -> Presentation:
    theirs = await open_offers_of(tx, member)
    open_offers = [theirs[case.id] for case in reversed(found) if case.id in theirs]
    texts = [service.words.say(language, "chat-head", count=len(open_offers))]
    rows: list[tuple[Button, ...]] = []
    page = lines_on_page(open_offers, card)
    for offer, case in page:
        texts += ["", *offer_lines(service, language, offer, case, member)]
        rows.append(offer_buttons(service, language, offer, case))
    return Presentation("\n".join(texts), (*rows, *page_buttons(len(open_offers), card)), protect=True)
