"""``/calls``: the round of a case, by its code or its button; of a region, by any word for it; alone it asks which."""

from msgspec import Struct

from bot.core.presentation import Button, in_rows
from bot.core.timeline import Line
from bot.core.traffic import Lane
from bot.core.vocabulary import CaseState
from handlers.calls import rounds
from handlers.cards import case_lines, station_lines, tracking
from handlers.casework import handed_out, open_with_reason
from handlers.people.on_duty import regions
from handlers.pressed import OnCase, case_by_code
from handlers.turn import Turn

OFFERED = 12  # regions


class Region(Struct, frozen=True):
    """A region of the gazetteer; empty: none was named."""

    id: str


async def sought(turn: Turn, argument: str) -> OnCase | Region | None:
    """A case by its code, or a region by a name of it or of a place in it."""
    words, known = argument.strip(), turn.service.gazetteer
    if not words:
        return Region("")
    if (case := await case_by_code(turn, words)) is not None:
        return case
    place = words if known.knows(words) else None
    match = known.answer(words) if place is None else None
    place = place or (match.city or match.region if match is not None else None)
    return Region(known.region_of(place)) if place is not None else None


async def region(turn: Turn, argument: str) -> Region | None:
    """The region of that id."""
    return Region(argument) if argument in turn.service.gazetteer.regions else None


async def on_asked(turn: Turn, found: OnCase | Region) -> None:
    """``/calls``, with or without something behind it."""
    if isinstance(found, OnCase):
        await on_case(turn, found)
    elif found.id:
        await on_region(turn, found)
    else:
        await _offer(turn)


async def on_case(turn: Turn, found: OnCase) -> None:
    """*Call round* of a case: who has not opened it says why first."""
    case, member = found.case, found.member
    if case.state is CaseState.CLOSED:
        turn.reply("case-is-closed")
    elif not await handed_out.may_see(turn.tx, case, turn.address.id):
        await open_with_reason.ask_reason(turn, case)
    elif (one := await rounds.of_case(turn.tx, case, member)) is None:
        turn.reply("round-no-region", code=case.code)
    else:
        await rounds.touch(turn.tx, one.region)
        await _show(turn, one.id, case.id)


async def on_region(turn: Turn, found: Region) -> None:
    """The round of a region."""
    if turn.coordinator is not None and found.id:
        one = await rounds.of_region(turn.tx, found.id, turn.coordinator)
        await _show(turn, one.id, 0)


async def _show(turn: Turn, round_id: int, case_id: int) -> None:
    await tracking.renew(turn.tx, rounds.SUBJECT, round_id, turn.address.id, Lane.REPLY, case_id=case_id)


async def _offer(turn: Turn) -> None:
    """Regions in which there are stations to ring, the coordinator's own first."""
    known, own = turn.service.gazetteer, sorted(regions(turn.service, turn.active)) if turn.active else []
    ids = dict.fromkeys([*own, *(station.region for station in turn.service.stations)])
    buttons = [Button(known.name(id, turn.language), f"roundof:{id}") for id in list(ids)[:OFFERED]]
    turn.reply("round-where", in_rows(buttons))


async def on_evidence(turn: Turn, found: OnCase) -> None:
    """*Evidence*: every call that was made for the case, as a text."""
    zone = case_lines.zone_of(turn.service, found.case)
    lines = [turn.say("round-evidence", code=found.case.code)]
    for line in await turn.tx.timeline.by(case_id=found.case.id):
        if line.kind is Line.STATION_RUNG:
            member = await turn.tx.members.get(line.actor_id)
            said = station_lines.told(turn.service, turn.language, zone, line.details)
            time = case_lines.local(line.at, zone, turn.service.zone)
            lines.append(f"{time} {said} · {member.name if member is not None else '—'}")
    handed_out.words(turn.tx, turn.service, found.case, turn.address.id, "\n".join(lines))
