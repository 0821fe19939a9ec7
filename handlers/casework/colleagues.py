"""Colleagues to whom a case can be given, for coordinators to choose from: they read the roster."""

from bot.core.casework.holding import is_conflict
from bot.core.model import Case, Member
from bot.core.presentation import Presentation, Rows
from bot.core.vocabulary import Role
from handlers.casework import handed_out
from handlers.people import on_duty
from handlers.people.readers import unreachable
from handlers.turn import Turn
from storage.transaction import Transaction

SHOWN = 8  # to choose from


def offer_names(turn: Turn, key: str, case: Case, rows: Rows) -> None:
    """Names of the roster to choose from: they go from the chat of whoever is a coordinator no more."""
    shown = Presentation(turn.say(key, code=case.code), rows, protect=True)
    turn.show(shown, key=handed_out.new_key(turn.tx, None))


async def choosable(turn: Turn, case: Case) -> list[Member]:
    """Who can be asked, those on duty and of this region first."""
    everybody = await turn.tx.members.by(suspended_at=None)
    gone = await unreachable(turn.tx, everybody)
    planned = on_duty.schedule_of(turn.service, everybody, gone)
    members, _ = on_duty.as_of(
        planned, [m for m in everybody if m.id != case.owner_id], turn.now, case.region
    )
    region_of = turn.service.gazetteer.region_of
    known = turn.service.gazetteer.knows

    def rank(member: Member) -> tuple[bool, bool, str]:
        here = any(known(city) and region_of(city) == case.region for city in member.cities)
        return not member.on_duty, not here, member.name

    fit = [m for m in members if m.id not in gone and m.role is not Role.ADMINISTRATOR]
    fit = [m for m in fit if not await has_conflict(turn.tx, case, m)]
    return sorted(fit, key=rank)[:SHOWN]


async def has_conflict(tx: Transaction, case: Case, member: Member) -> bool:
    """Whether the member said that this case is not for them at all."""
    return any(a.member_id == member.id and is_conflict(a) for a in await tx.alerts.by(case_id=case.id))
