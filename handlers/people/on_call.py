"""Who is on duty, out of the roster as it is (core.duty decides); it costs what reading the roster costs.

If more cases wait for a lawyer than lawyers are on duty, it also says in which order they are shown and asked about.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from msgspec.structs import replace

from core.casework.case_list import Triage, short_regions, triage_grounds
from core.duty.schedule import ON_DUTY, DutyReason, DutySchedule
from core.model import Case, Member
from core.vocabulary import CaseState, Role
from handlers.people.readers import unreachable_ids
from handlers.service import Service
from storage.transaction import Transaction


async def schedule(tx: Transaction, service: Service) -> DutySchedule:
    """Everybody who is not suspended."""
    members = await tx.members.by(suspended_at=None)
    return schedule_of(service, members, await unreachable_ids(tx, members))


def schedule_of(service: Service, members: Sequence[Member], away: Collection[int]) -> DutySchedule:
    """These members; ``away``: the ids of those who cannot be reached."""
    return DutySchedule(members, service.zone, away=away, regions=lambda member: regions_of(service, member))


def regions_of(service: Service, member: Member) -> frozenset[str]:
    """Where a member works; empty for everywhere."""
    gazetteer = service.gazetteer
    return frozenset(gazetteer.region_of(city) for city in member.cities if gazetteer.knows(city))


def with_duty_at(
    planned: DutySchedule, members: Sequence[Member], at: datetime, region: str | None
) -> tuple[list[Member], dict[int, DutyReason]]:
    """The members with ``on_duty`` as it is at this moment, for a case of this region; and why those are who are.

    A member who works elsewhere is asked as a neighbour: for them it counts whether they are on duty at all.
    """
    because = {
        member.id: planned.said(member, at, _region_that_matters(planned, member, region))
        for member in members
    }
    now = [
        member
        if member.on_duty == (is_on := because[member.id] in ON_DUTY)
        else replace(member, on_duty=is_on)
        for member in members
    ]
    return now, {id: why for id, why in because.items() if why in ON_DUTY}


def _region_that_matters(planned: DutySchedule, member: Member, region: str | None) -> str | None:
    """The region, where it matters for whether this member is on duty."""
    limited = member.duty is not None and any(shift.region is not None for shift in member.duty.shifts)
    return region if limited and region is not None and planned.serves(member, region) else None


async def load_triage(tx: Transaction, service: Service, among: Sequence[Case]) -> Triage:
    """For these cases. Nothing is read where it would change nothing; those that wait are counted, and not read."""
    if len(among) < 2 or not any(triage_grounds(case) for case in among):
        return Triage()
    waiting = await tx.cases.tally("region", state=CaseState.OPEN, alerting=True)
    planned = await schedule(tx, service)
    lawyers = {
        region: sum(member.role is Role.LAWYER for member, _ in planned.on_duty(tx.now, region))
        for region in {case.region for case in among}
    }
    return Triage(short_regions(waiting, lawyers))
