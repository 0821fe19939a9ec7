"""What the buttons on a letter's page do. Facts that are said here are claims of the case like any others."""

from collections.abc import Awaitable, Callable

from msgspec.structs import replace

from bot.core.model import Case
from bot.core.papers.choices import CASES, LISTS, tick, toggled, unticked
from bot.core.papers.telling import DONE_BY
from bot.core.papers.who import SEXES
from bot.core.traffic import Lane
from bot.core.values import Value
from handlers.cards import tracking
from handlers.cards.case_view import view_of
from handlers.casework import facts
from handlers.letters import made, typed
from handlers.letters.around import options
from handlers.letters.draft import CARD, OnLetter, save
from handlers.letters.told import told_of
from handlers.papers import offices
from handlers.turn import Turn, id_in


async def on_act(turn: Turn, found: OnLetter) -> None:
    """Any button of the page; the page shows what is so then."""
    act, _, rest = found.word.partition(".")
    does = ACTS.get(act)
    if does is not None:
        await does(turn, found, rest)


async def _turned(turn: Turn, found: OnLetter, to: str) -> None:
    """The same message shows another pane."""
    for card in await turn.tx.cards.by(subject=CARD, subject_id=found.paper.id, address_id=turn.address.id):
        tracking.touch(turn.tx, replace(card, chosen=to, lane=Lane.REPLY))


async def _pane(turn: Turn, found: OnLetter, rest: str) -> None:
    await _turned(turn, found, rest if rest in LISTS else "")


async def _case(turn: Turn, found: OnLetter, rest: str) -> None:
    if id_in(rest) in _all(found):
        await _turned(turn, found, f"case:{rest}")


async def _by(turn: Turn, found: OnLetter, rest: str) -> None:
    if id_in(rest) in _all(found):
        await _turned(turn, found, f"by:{rest}")


async def _on(turn: Turn, found: OnLetter, rest: str) -> None:
    """Chosen, or not any more; what cannot be chosen today is not."""
    of, _, short = rest.partition(".")
    if of not in LISTS:
        return
    day = offices.today(turn.tx, turn.service)
    told = await told_of(turn.tx, turn.service, found.choices.cases, turn.language)
    days = sorted({one.on for one in told if one.on is not None})
    for one in options(turn.service, of, day, days, turn.language):
        if one.short == short and (not one.refused or one.id in getattr(found.choices, of)):
            await save(turn.tx, found.paper, toggled(found.choices, of, one.id))


async def _hedge(turn: Turn, found: OnLetter, rest: str) -> None:
    await save(turn.tx, found.paper, replace(found.choices, hedged=not found.choices.hedged))


async def _put(turn: Turn, found: OnLetter, rest: str) -> None:
    """Among the cases of the letter, or among the earlier ones that it recalls."""
    number = id_in(rest)
    if number in _all(found) and number is not None:
        moved = found.choices
        for of in CASES:
            moved = toggled(moved, of, number)
        await save(turn.tx, found.paper, moved)


async def _out(turn: Turn, found: OnLetter, rest: str) -> None:
    number = id_in(rest)
    for of in CASES:
        if number is not None and number in getattr(found.choices, of):
            await save(turn.tx, found.paper, toggled(found.choices, of, number))
            await _turned(turn, found, "")


async def _tick(turn: Turn, found: OnLetter, rest: str) -> None:
    """All that is told of a case was checked; or it was not."""
    for one in await told_of(
        turn.tx, turn.service, [id for id in _all(found) if str(id) == rest], turn.language
    ):
        left = {tick(one, part) for part in unticked(one, found.choices.ticks)}
        every = {tick(one, part) for part in one.parts}
        kept = tuple(each for each in found.choices.ticks if each not in every)
        kept = (*found.choices.ticks, *sorted(left)) if left else kept
        await save(turn.tx, found.paper, replace(found.choices, ticks=kept))


async def _did(turn: Turn, found: OnLetter, rest: str) -> None:
    """Who did it, as this member says: what others said stays."""
    number, _, flag = rest.partition(".")
    case = await _of(turn, found, number)
    if case is None or flag not in DONE_BY:
        return
    view = await view_of(turn.tx, case)
    said = view.fact("perpetrators")
    own = [
        one
        for one in ((said, *said.others) if said is not None else ())
        if one.claim.source_id == found.member.id
    ]
    flags = own[0].claim.value if own and isinstance(own[0].claim.value, list) else []
    now = tuple(one for one in DONE_BY if (one in flags) is not (one == flag))
    await _claim(turn, found, case, "perpetrators", now)


async def _sex(turn: Turn, found: OnLetter, rest: str) -> None:
    """Of the one person whom the letter names: languages need it."""
    number, _, sex = rest.partition(".")
    case = await _of(turn, found, number)
    told = await told_of(turn.tx, turn.service, [case.id] if case is not None else [], turn.language)
    if case is not None and sex in SEXES and told and len(told[0].named) == 1:
        await _claim(turn, found, case, "sex", sex, told[0].named[0])


async def _claim(
    turn: Turn, found: OnLetter, case: Case, kind: str, value: Value, person: int | None = None
) -> None:
    claim = facts.by_member(turn.tx, case, found.member, kind, value, person=person)
    await facts.note(turn.tx, turn.service, case, claim)
    await tracking.touch_case(turn.tx, case.id)
    await save(turn.tx, found.paper, found.choices)


async def _of(turn: Turn, found: OnLetter, number: str) -> Case | None:
    id = id_in(number)
    return await turn.tx.cases.get(id) if id is not None and id in _all(found) else None


def _all(found: OnLetter) -> tuple[int, ...]:
    return (*found.choices.cases, *found.choices.earlier)


ACTS: dict[str, Callable[[Turn, OnLetter, str], Awaitable[None]]] = {
    "pane": _pane, "case": _case, "by": _by, "on": _on, "hedge": _hedge, "put": _put, "out": _out, "tick": _tick,
    "did": _did, "sex": _sex, "write": typed.begin, "make": made.on_made,
}  # fmt: skip
