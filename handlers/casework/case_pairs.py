"""Which cases may be about the same people: found a little after a case learnt something, and asked of coordinators.

A name alone proves nothing: it is asked where the place agrees and the day, or the phone, or the year of birth; of cases of
one city opened near each other also what may be one event (handlers.casework.one_event). Closed cases are looked at for
LATELY. What was said to be different is not asked again, also not of what was linked to either since.
"""

from collections.abc import Iterable
from datetime import timedelta

from msgspec.structs import replace

from core.casework.linking import BY_HAND, BY_NAME, is_stub
from core.matching.likeness import ComparedFact, Comparison, Likeness, compare_people
from core.model import Case
from core.records.lookups import Pair, PairAnswer
from core.traffic import Lane, Timer
from core.vocabulary import CaseState
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.cards.case_loading import fed_by, view_of
from handlers.casework import name_index, one_event
from handlers.casework.name_index import NEW, find_likely_cases
from handlers.people.membership import home_address
from handlers.service import Service
from storage.schema import cases, pairs
from storage.transaction import Transaction

CARD = "same-case"
LATELY = timedelta(days=14)
PEOPLE, ASKED = 10, 5  # people of a case that are looked for; cases that are asked about
QUIET = timedelta(minutes=10)  # between two sounds while some wait
READ = 100  # pairs that wait
NEAR_BY = 40  # cases of a town that are compared
NEAR = Comparison(Likeness.MAYBE, 0.0, {ComparedFact.PLACE: True, ComparedFact.DAY: True})
ENOUGH = (ComparedFact.DAY, ComparedFact.PHONE, ComparedFact.YEAR)


async def on_comparison_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The case has learnt a name, a day, a phone …"""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is CaseState.CLOSED:
        return
    found = await _find_likely(tx, service, case)
    known = {_other_id(pair, case): pair for pair in await pairs_of_case(tx, case)}
    for other, pair in known.items():
        if pair.answer is None and pair.rule == BY_NAME and other not in found:
            tx.pairs.remove(pair.id)
    new = False
    for id, compared in found.items():
        if id not in known and not await _are_different(tx, case, id):
            newer, older = max(case.id, id), min(case.id, id)
            tx.pairs.add(Pair(tx.new_id(), newer, older, BY_NAME, tx.now, compared.score))
            new = True
            await live_cards.touch_case(tx, id)
    if new:
        await live_cards.touch_case(tx, case.id)
        await ring_coordinators(tx)
    await touch_cards(tx)


async def add_by_hand(tx: Transaction, case: Case, other: Case) -> Pair:
    """A coordinator names both; also what was said to be different."""
    for pair in await pairs_of_case(tx, case):
        if _other_id(pair, case) == other.id:
            return tx.pairs.put(replace(pair, rule=BY_HAND, answer=None, answered_at=None, answered_by=None))
    pair = Pair(tx.new_id(), max(case.id, other.id), min(case.id, other.id), BY_HAND, tx.now)
    return tx.pairs.add(pair)


async def pairs_of_case(tx: Transaction, case: Case) -> list[Pair]:
    """All of a case."""
    return [*await tx.pairs.by(case_id=case.id), *await tx.pairs.by(other_id=case.id)]


async def waiting_pairs(tx: Transaction) -> list[tuple[Pair, Case, Case]]:
    """Those without an answer, with the newer case and the older: what was asked by hand, then what somebody has, then
    the likeliest.
    """
    found = await tx.pairs.select(pairs.c.answer.is_(None), order_by=pairs.c.found_at.desc(), limit=READ)
    await tx.cases.prefetch("id", [id for pair in found for id in (pair.case_id, pair.other_id)])
    both = [(pair, await tx.cases.get(pair.case_id), await tx.cases.get(pair.other_id)) for pair in found]
    alive = [
        (pair, new, known)
        for pair, new, known in both
        if new is not None and known is not None and not is_stub(new) and not is_stub(known)
        if not (_was_nothing(new) and _was_nothing(known))
    ]
    return sorted(alive, key=_order)


def _was_nothing(case: Case) -> bool:
    return case.state is CaseState.CLOSED and case.outcome == "false_alarm"


def _order(row: tuple[Pair, Case, Case]) -> tuple[bool, bool, float, int]:
    pair, *both = row
    held = any(case.state is CaseState.ACCEPTED for case in both)
    return pair.rule != BY_HAND, not held, -(pair.score or 0), pair.id


async def compare_pair(tx: Transaction, service: Service, case: Case, other: Case) -> Comparison | None:
    """How well the likeliest of their people fit; None where nothing can be compared."""
    ours = list(name_index.known_of(service, case, await view_of(tx, case)))[:PEOPLE]
    theirs = list(name_index.known_of(service, other, await view_of(tx, other)))[:PEOPLE]
    compared = [compare_people(here, there) for _, here in ours for _, there in theirs]
    return max(compared, key=lambda c: (c.likeness is not Likeness.NONE, c.score), default=None)


async def ring_coordinators(tx: Transaction) -> None:
    """All that wait are one card, which makes a sound when the first comes, and then every QUIET."""
    alone = len(await waiting_pairs(tx)) == 1
    for member in await tasks.coordinators(tx):
        there = await home_address(tx, member)
        found = await tx.cards.by(subject=CARD, subject_id=0, address_id=there)
        rang = found[0].rang_at if found else None
        if alone or rang is None or not timedelta() <= tx.now - rang < QUIET:
            await live_cards.renew(tx, CARD, 0, there, Lane.NEWS)


async def touch_paired(tx: Transaction, case: Case) -> None:
    """Somebody has it now, whom offers of what may be the same ask."""
    for pair in await pairs_of_case(tx, case):
        if pair.answer is None:
            await live_cards.touch_case(tx, _other_id(pair, case))


async def touch_cards(tx: Transaction) -> None:
    """What the cards show may have changed."""
    for card in await tx.cards.by(subject=CARD, subject_id=0):
        live_cards.touch(tx, card)


async def _find_likely(tx: Transaction, service: Service, case: Case) -> dict[int, Comparison]:
    """The likeliest cases about any of its people, by their number."""
    best: dict[int, Comparison] = {}
    for _, sought in list(name_index.known_of(service, case, await view_of(tx, case)))[:PEOPLE]:
        for candidate in await find_likely_cases(tx, service, sought):
            other, compared = candidate.case, candidate.compared
            if other.id != case.id and _is_asked(tx, other, compared):
                known = best.get(other.id)
                best[other.id] = compared if known is None or known.score < compared.score else known
    for other in await _of_one_event(tx, service, case):
        best.setdefault(other.id, NEAR)
    likeliest = sorted(best, key=lambda id: (best[id].score, id), reverse=True)[:ASKED]
    return {id: best[id] for id in likeliest}


async def _of_one_event(tx: Transaction, service: Service, case: Case) -> list[Case]:
    """Those of the same town that were opened near it, and may tell of one event with it."""
    if case.city is None:
        return []
    near = cases.c.opened_at.between(case.opened_at - NEW, case.opened_at + NEW)
    here = cases.c.city == case.city
    others = await tx.cases.select(here, near, order_by=cases.c.id.desc(), limit=NEAR_BY)
    return await one_event.cases_of_one_event(tx, service, case, others)


def _is_asked(tx: Transaction, other: Case, compared: Comparison) -> bool:
    if is_stub(other) or not any(compared.facts.get(fact) for fact in ENOUGH):
        return False
    return other.closed_at is None or tx.now - other.closed_at < LATELY


async def _are_different(tx: Transaction, case: Case, other_id: int) -> bool:
    """Whether somebody has said so of them, or of what was linked to either."""
    other = await tx.cases.get(other_id)
    if other is None:
        return True
    ours, theirs = await _with_stubs(tx, case), await _with_stubs(tx, other)
    said = [
        pair
        for id in sorted(ours)
        for pair in await _pairs_of_id(tx, id)
        if pair.answer is PairAnswer.DIFFERENT
    ]
    return any({pair.case_id, pair.other_id} <= ours | theirs and _crosses(pair, ours) for pair in said)


def _crosses(pair: Pair, ours: Iterable[int]) -> bool:
    return (pair.case_id in ours) != (pair.other_id in ours)


async def _with_stubs(tx: Transaction, case: Case) -> set[int]:
    reports = [report.id for report in await tx.reports.by(case_id=case.id)]
    return {case.id} | (await fed_by(tx, case, reports, tx.now)).stubs


async def _pairs_of_id(tx: Transaction, id: int) -> list[Pair]:
    return [*await tx.pairs.by(case_id=id), *await tx.pairs.by(other_id=id)]


def _other_id(pair: Pair, case: Case) -> int:
    return pair.other_id if pair.case_id == case.id else pair.case_id
