"""A coordinator says where it is: lawyers there are asked at once."""

from bot.core.timeline import Line
from bot.core.values import Place
from bot.core.vocabulary import AskKind
from handlers.alerting import asks
from handlers.casework import facts, lifecycle
from handlers.pressed import OnPlace
from handlers.turn import Turn
from storage import timeline


async def on_placed(turn: Turn, found: OnPlace) -> None:
    """A place on the ask: one that the words may mean, or a larger city."""
    gazetteer = turn.service.gazetteer
    city = found.place if found.place in gazetteer.cities else None
    where = Place(region=gazetteer.region_of(found.place), city=city)
    claim = facts.by_member(turn.tx, found.case, found.member, "place", where)
    case = await facts.note(turn.tx, turn.service, found.case, claim)
    await timeline.append(turn.tx, case.id, found.member.id, Line.PLACED, {"place": found.place})
    await asks.settle(turn.tx, turn.service, case, AskKind.ELSEWHERE)
    await lifecycle.lawyers_wanted(turn.tx, turn.service, case, by=found.member)
