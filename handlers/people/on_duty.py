"""Who is on duty, for whoever asks: the roster as it is, given to bot.core.duty. It costs what reading the roster costs."""

from collections.abc import Collection, Sequence
from datetime import datetime

from msgspec.structs import replace

from bot.core.duty.schedule import ON_DUTY, Schedule, Why
from bot.core.model import Member
from handlers.people.readers import unreachable
from handlers.service import Service
from storage.transaction import Transaction


async def schedule(tx: Transaction, service: Service) -> Schedule:
    """Everybody who is not suspended."""
    members = await tx.members.by(suspended_at=None)
    return schedule_of(service, members, await unreachable(tx, members))


def schedule_of(service: Service, members: Sequence[Member], away: Collection[int]) -> Schedule:
    """These members; ``away``: the ids of who cannot be reached."""
    return Schedule(members, service.zone, away=away, regions=lambda member: regions(service, member))


def regions(service: Service, member: Member) -> frozenset[str]:
    """Where a member works; empty for everywhere."""
    gazetteer = service.gazetteer
    return frozenset(gazetteer.region_of(city) for city in member.cities if gazetteer.knows(city))


def as_of(
    planned: Schedule, members: Sequence[Member], at: datetime, region: str | None
) -> tuple[list[Member], dict[int, Why]]:
    """The members with ``on_duty`` as it is at this moment, for a case of this region; and why those are who are.

    Whoever works elsewhere is asked as a neighbour: for them counts whether they are on duty at all.
    """
    because = {member.id: planned.said(member, at, _where(planned, member, region)) for member in members}
    now = [
        member
        if member.on_duty == (is_on := because[member.id] in ON_DUTY)
        else replace(member, on_duty=is_on)
        for member in members
    ]
    return now, {id: why for id, why in because.items() if why in ON_DUTY}


def _where(planned: Schedule, member: Member, region: str | None) -> str | None:
    """The region, where it matters for whether this member is on duty."""
    limited = member.duty is not None and any(shift.region is not None for shift in member.duty.shifts)
    return region if limited and region is not None and planned.serves(member, region) else None
