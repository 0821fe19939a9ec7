"""Where stations have said that the people of a case are, for its reporters: the place and since when, without a name."""

from bot.core.casework.rounds import is_found, people_of
from bot.core.folding import inert
from bot.core.model import Case
from handlers.cards import case_lines
from handlers.cards.case_view import view_of
from handlers.turn import Turn


async def sentence(turn: Turn, case: Case) -> str:
    """Of each place once; empty where nobody was found."""
    view = await view_of(turn.tx, case)
    people = people_of(view)
    zone = case_lines.zone_of(turn.service, case)
    where: dict[str, str] = {}
    for person in people:
        taken = view.of(person, "taken")
        if taken is not None and is_found(view, person):
            at = taken.time or taken.claim.noted_at
            where[inert(str(taken.value))] = case_lines.local(at, zone, turn.service.zone)
    several = int(case.identified + case.unidentified_min > 1)
    told = "; ".join(f"{place}, {time}" for place, time in where.items())
    return turn.say("stands-found", several=several, where=told) if told else ""
