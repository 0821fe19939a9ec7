"""The coordinators' one card of cases that may be about the same people: the new one beside the known one, what agrees and
what differs; and what they say of two cases: the same, not the same, undo. ``/link`` asks about two by their codes, a button
on a case about it and one of those near.

Coarse, as before any case is opened: codes, places and times, who reported; a name of what its reader has open alone.
"""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from core.casework.linking import is_stub, stub_and_target
from core.casework.ownership import has_case
from core.matching.likeness import PERHAPS, SURE, Comparison
from core.model import Case, Member
from core.presentation import Button, Presentation, Style
from core.records.lookups import Pair, PairAnswer
from core.traffic import Card, Lane
from core.vocabulary import STILL, CaseState
from handlers.alerting import tasks
from handlers.arguments import find_case_by_code
from handlers.cards import live_cards, merged_case
from handlers.cards.case_card import state_words
from handlers.cards.case_labels import CaseLabels, load_labels
from handlers.cards.case_lists import case_line
from handlers.cards.stub import stub
from handlers.casework import case_pairs, one_event, told_twice
from handlers.casework.meant_cases import ask_which_case
from handlers.casework.source_lines import relations
from handlers.linking import case_links
from handlers.outbox import sending
from handlers.people.membership import home_address, is_quiet_hour
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

SAME, OVER, APART = "same", "over", "apart"
_CODES = re.compile(r"\s*(\d{3}\D?\d{3})\D*?[\s,;]+\D*?(\d{3}\D?\d{3})\s*")


class OnPair(Struct, frozen=True):
    """Two cases, the newer first, what is said of them, and who says so."""

    member: Member
    pair: Pair
    new: Case
    known: Case
    word: str


class TwoCases(Struct, frozen=True):
    """What stood behind ``/link`` or a button: two cases, or one, or none that could be found."""

    cases: tuple[Case, ...]


class OnLink(Struct, frozen=True):
    """A link that may be undone."""

    member: Member
    id: int


async def pressed_pair(turn: Turn, argument: str) -> OnPair | None:
    """The pair of ``number:word``, and both of its cases, for coordinators and who has either."""
    number, _, word = argument.partition(":")
    found = await turn.tx.pairs.get(id_in(number) or 0)
    new = await turn.tx.cases.get(found.case_id) if found is not None else None
    known = await turn.tx.cases.get(found.other_id) if found is not None else None
    member = turn.active
    if member is None or found is None or new is None or known is None or word not in (SAME, OVER, APART):
        return None
    has_it = any(has_case(case, member.id) and case.state is CaseState.ACCEPTED for case in (new, known))
    return OnPair(member, found, new, known, word) if has_it or turn.coordinator is not None else None


async def pressed_link(turn: Turn, argument: str) -> OnLink | None:
    """The number of a link, for coordinators and who has begun it."""
    found, member = await turn.tx.links.get(id_in(argument) or 0), turn.active
    if found is None or member is None or (turn.coordinator is None and found.by != member.id):
        return None
    return OnLink(member, found.id)


async def one_or_two_cases(turn: Turn, argument: str) -> TwoCases | None:
    """``number`` or ``number:number``: these cases."""
    found = [await turn.tx.cases.get(id_in(number) or 0) for number in argument.split(":")]
    cases = tuple(case for case in found if case is not None and case.forgotten_at is None)
    return TwoCases(cases) if len(cases) == len(found) <= len(("one", "other")) else None


async def two_codes(turn: Turn, argument: str) -> TwoCases:
    """Two codes, however they are typed."""
    found = _CODES.fullmatch(argument)
    named = [await find_case_by_code(turn.tx, code) for code in found.groups()] if found else []
    return TwoCases(tuple(case for case in named if case is not None and case.forgotten_at is None))


async def on_pair_answered(turn: Turn, found: OnPair) -> None:
    """*Same*, *same, and over*, *not the same*: what was answered already, or has gone elsewhere, is not done twice."""
    tx, service = turn.tx, turn.service
    stub = next((case for case in (found.new, found.known) if is_stub(case)), None)
    if found.pair.answer is not None or stub is not None:
        await case_pairs.touch_cards(tx)
        if stub is not None:
            turn.reply(
                "link-gone", code=stub.code, see=await merged_case.see_line(tx, service, turn.language, stub)
            )
        else:
            turn.reply("link-answered")
        return
    answer = PairAnswer.DIFFERENT if found.word == APART else PairAnswer.SAME
    _write_answer(turn, found.pair, found.member, answer)
    if answer is PairAnswer.SAME:
        goes, stays = stub_and_target(found.new, found.known)
        if found.word == OVER and stays.closed_at is None and goes.closed_at is not None:
            goes, stays = stays, goes
        score, rule = found.pair.score, found.pair.rule
        stays = await case_links.link_cases(tx, service, goes, stays, found.member, rule=rule, score=score)
        undo = await merged_case.link_to_undo(tx, goes)
        rows = (
            (Button(stays.code, f"open:{stays.id}"),),
            (Button(turn.say("button-unlink-all", code=goes.code), f"unlink:{undo}"),),
        )
        turn.reply("link-done", rows, code=goes.code, other=stays.code)
        if turn.coordinator is None:
            await _tell_coordinators(tx, service, found.member, goes, stays, undo)
    else:
        await told_twice.ask_others(tx, service, found.new)
        for case in (found.new, found.known):
            await live_cards.touch_case(tx, case.id)
    await case_pairs.touch_cards(tx)


async def _tell_coordinators(
    tx: Transaction, service: Service, by: Member, goes: Case, stays: Case, link_id: int | None
) -> None:
    """Who has a case has said that another is part of it: coordinators can undo that."""
    for member in await tasks.coordinators(tx):
        there = await home_address(tx, member)
        language = await language_of(tx, service, there)
        text = service.words.say(language, "link-said-by", name=by.name, code=goes.code, other=stays.code)
        rows = (
            (Button(stays.code, f"open:{stays.id}"),),
            (Button(service.words.say(language, "button-unlink-all", code=goes.code), f"unlink:{link_id}"),),
        )
        shown = Presentation(text, rows, protect=True, silent=True)
        sending.send_message(tx, service, there, shown, Lane.NEWS)


def _write_answer(turn: Turn, pair: Pair, member: Member, answer: PairAnswer) -> None:
    turn.tx.pairs.put(replace(pair, answer=answer, answered_at=turn.now, answered_by=member.id))


async def on_undone(turn: Turn, found: OnLink) -> None:
    """*Undo*: both are what they were; what was learnt since stays with its report."""
    link = await turn.tx.links.get(found.id)
    into = await turn.tx.cases.get(link.case_id) if link is not None else None
    case = await case_links.unlink_cases(turn.tx, turn.service, found.id, found.member)
    if case is None or into is None:
        turn.reply("link-not-undone")
        return
    for pair in await case_pairs.pairs_of_case(turn.tx, case):
        if into.id in (pair.case_id, pair.other_id):
            _write_answer(turn, pair, found.member, PairAnswer.DIFFERENT)
    await case_pairs.touch_cards(turn.tx)
    turn.reply_in_place("link-undone", code=case.code, other=into.code)


async def on_link_asked(turn: Turn, found: TwoCases) -> None:
    """``/link CODE CODE``: the card asks, as for what was found by names."""
    cases = [await _case_with_reports(turn, case) for case in found.cases]
    if len(cases) != len(("one", "other")):
        turn.reply("link-how")
    elif cases[0].id == cases[1].id:
        turn.reply("link-one-case", code=cases[0].code)
    else:
        await case_pairs.add_by_hand(turn.tx, cases[0], cases[1])
        await case_pairs.touch_cards(turn.tx)
        await live_cards.renew(turn.tx, case_pairs.CARD, 0, turn.address.id, Lane.REPLY)


async def on_link_pressed(turn: Turn, found: TwoCases) -> None:
    """*The same case?* on a case: with which; then the card asks. Those of its city come before those of its region."""
    if len(found.cases) > 1:
        await on_link_asked(turn, found)
        return
    (case,) = found.cases
    await turn.tx.cases.prefetch("state", STILL)
    still = [other for state in STILL for other in await turn.tx.cases.by(state=state) if other.id != case.id]
    near = [other for other in still if other.region == case.region]
    near.sort(key=lambda other: (other.city == case.city, other.opened_at))
    if not near:
        turn.reply("link-no-other", code=case.code)
        return
    asked = turn.say("link-which", code=case.code)
    await ask_which_case(turn, asked, near, lambda other, label: Button(label, f"link:{case.id}:{other.id}"))


async def _case_with_reports(turn: Turn, case: Case) -> Case:
    """The case, or if it is a stub, the case that has its reports."""
    if not is_stub(case):
        return case
    return await merged_case.merged_into(turn.tx, case) or case


SHOWN = 3  # pairs


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The likeliest first; the next come up when these are answered."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    found = await case_pairs.waiting_pairs(tx)
    if not found:
        return stub(service, language, "alike-none")
    say = service.words.say
    lines, rows = [say(language, "alike-head", count=len(found))], list[tuple[Button, ...]]()
    cases = [case for _, new, known in found[:SHOWN] for case in (new, known)]
    labels = await load_labels(tx, service, language, cases, card.address_id)
    for number, (pair, new, known) in enumerate(found[:SHOWN], 1):
        compared = await case_pairs.compare_pair(tx, service, new, known)
        told = [await _case_line(tx, service, language, case, labels) for case in (new, known)]
        lines += ["", say(language, "alike-new", number=number, line=told[0])]
        lines.append(say(language, "alike-known", line=told[1]))
        by_name = compared is not None and compared.score >= PERHAPS
        if not by_name and await one_event.cases_of_one_event(tx, service, new, [known]):
            lines.append(say(language, "alike-event"))
        else:
            lines.append("".join(_fact_words(service, language, compared)))
        rows += _pair_buttons(service, language, number, pair, new, known)
        rows.append(tuple(Button(labels.button(case), f"open:{case.id}") for case in (new, known)))
    if len(found) > SHOWN:
        lines += ["", say(language, "alike-more", count=len(found) - SHOWN)]
    silent = await is_quiet_hour(tx, service, card.address_id)
    return Presentation("\n".join(lines), tuple(rows), protect=True, silent=silent)


async def _case_line(tx: Transaction, service: Service, language: str, case: Case, labels: CaseLabels) -> str:
    told = ", ".join(await relations(tx, service, language, case))
    state = await state_words(tx, service, language, case)
    return f"{case_line(service, language, case, state, labels)} · {told}"


def _fact_words(service: Service, language: str, compared: Comparison | None) -> Iterator[str]:
    if compared is None:
        yield service.words.say(language, "alike-not-compared")
        return
    score = compared.score
    likeness = "same" if score >= SURE else "maybe" if score >= PERHAPS else "none"
    yield service.words.say(language, "alike-name", likeness=likeness)
    for fact, agrees in compared.facts.items():
        yield service.words.say(language, f"lookup-fact-{fact}-{'agrees' if agrees else 'differs'}")


def _pair_buttons(
    service: Service, language: str, number: int, pair: Pair, new: Case, known: Case
) -> Iterator[tuple[Button, ...]]:
    say = service.words.say
    one_over = (new.state is CaseState.CLOSED) != (known.state is CaseState.CLOSED)
    same = "button-same-case-held" if one_over else "button-same-case"
    first = [Button(say(language, same, number=number), f"linked:{pair.id}:same", Style.SUCCESS)]
    if one_over:
        first.append(Button(say(language, "button-same-case-over", number=number), f"linked:{pair.id}:over"))
    first.append(Button(say(language, "button-same-case-not", number=number), f"linked:{pair.id}:apart"))
    yield tuple(first)
