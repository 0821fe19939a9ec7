"""What coordinators say of two cases: the same, not the same, undo; and ``/link``, which asks about two by their codes."""

import re

from msgspec import Struct
from msgspec.structs import replace

from bot.core.casework.linking import goes_and_stays, is_stub
from bot.core.model import Case, Member
from bot.core.pairs import Answer, Pair
from bot.core.presentation import Button
from bot.core.traffic import Lane
from handlers.cards import stub_lines, tracking
from handlers.linking import links, pairs
from handlers.pressed import case_of_code
from handlers.turn import Turn, id_in

SAME, OVER, APART = "same", "over", "apart"
_CODES = re.compile(r"\s*(\D+\d\s*\d)\D*?[\s,;]+(\D+\d\s*\d)\s*")


class OnPair(Struct, frozen=True):
    """Two cases, the newer first, what is said of them, and who says so."""

    member: Member
    pair: Pair
    new: Case
    known: Case
    word: str


class Named(Struct, frozen=True):
    """What stood behind ``/link``: two cases, or what could not be found."""

    cases: tuple[Case, ...]


class OnLink(Struct, frozen=True):
    """A link that may be undone."""

    member: Member
    id: int


async def pair(turn: Turn, argument: str) -> OnPair | None:
    """``number:word``."""
    number, _, word = argument.partition(":")
    found = await turn.tx.pairs.get(id_in(number) or 0)
    new = await turn.tx.cases.get(found.case_id) if found is not None else None
    known = await turn.tx.cases.get(found.other_id) if found is not None else None
    if (
        turn.member is None
        or found is None
        or new is None
        or known is None
        or word not in (SAME, OVER, APART)
    ):
        return None
    return OnPair(turn.member, found, new, known, word)


async def link(turn: Turn, argument: str) -> OnLink | None:
    """The number of a link."""
    found = await turn.tx.links.get(id_in(argument) or 0)
    return OnLink(turn.member, found.id) if turn.member is not None and found is not None else None


async def two_codes(turn: Turn, argument: str) -> Named:
    """Two codes, however they are typed."""
    found = _CODES.fullmatch(argument)
    named = [await case_of_code(turn.tx, turn.service, code) for code in found.groups()] if found else []
    return Named(tuple(case for case in named if case is not None and case.forgotten_at is None))


async def on_said(turn: Turn, found: OnPair) -> None:
    """*Same*, *same, and over*, *not the same*: what was answered already, or has gone elsewhere, is not done twice."""
    tx, service = turn.tx, turn.service
    stub = next((case for case in (found.new, found.known) if is_stub(case)), None)
    if found.pair.answer is not None or stub is not None:
        await pairs.touch(tx)
        if stub is not None:
            turn.reply(
                "link-gone", code=stub.code, see=await stub_lines.see(tx, service, turn.language, stub)
            )
        else:
            turn.reply("link-answered")
        return
    answer = Answer.DIFFERENT if found.word == APART else Answer.SAME
    _answer(turn, found.pair, found.member, answer)
    if answer is Answer.SAME:
        goes, stays = goes_and_stays(found.new, found.known)
        if found.word == OVER and stays.closed_at is None and goes.closed_at is not None:
            goes, stays = stays, goes
        score, rule = found.pair.score, found.pair.rule
        stays = await links.join(tx, service, goes, stays, found.member, rule=rule, score=score)
        undo = await stub_lines.living(tx, goes)
        rows = (
            (Button(stays.code, f"open:{stays.id}"),),
            (Button(turn.say("button-unlink-all", code=goes.code), f"unlink:{undo}"),),
        )
        turn.reply("link-done", rows, code=goes.code, other=stays.code)
    await pairs.touch(tx)


def _answer(turn: Turn, pair: Pair, member: Member, answer: Answer) -> None:
    turn.tx.pairs.put(replace(pair, answer=answer, answered_at=turn.now, answered_by=member.id))


async def on_undone(turn: Turn, found: OnLink) -> None:
    """*Undo*: both are what they were; what was learnt since stays with its report."""
    link = await turn.tx.links.get(found.id)
    into = await turn.tx.cases.get(link.case_id) if link is not None else None
    case = await links.unlink(turn.tx, turn.service, found.id, found.member)
    if case is None or into is None:
        turn.reply("link-not-undone")
        return
    for pair in await pairs.of(turn.tx, case):
        if into.id in (pair.case_id, pair.other_id):
            _answer(turn, pair, found.member, Answer.DIFFERENT)
    await pairs.touch(turn.tx)
    turn.reply_in_place("link-undone", code=case.code, other=into.code)


async def on_link_asked(turn: Turn, found: Named) -> None:
    """``/link CODE CODE``: the card asks, as for what was found by names."""
    cases = [await _where_it_is(turn, case) for case in found.cases]
    if len(cases) != len(("one", "other")):
        turn.reply("link-how")
    elif cases[0].id == cases[1].id:
        turn.reply("link-one-case", code=cases[0].code)
    else:
        await pairs.by_hand(turn.tx, cases[0], cases[1])
        await pairs.touch(turn.tx)
        await tracking.renew(turn.tx, pairs.CARD, 0, turn.address.id, Lane.REPLY)


async def _where_it_is(turn: Turn, case: Case) -> Case:
    """Of a stub, the case that has its reports."""
    if not is_stub(case):
        return case
    return await stub_lines.into(turn.tx, case) or case
