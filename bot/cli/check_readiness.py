"""The part of ``dabyl check`` about readiness: would somebody on the roster be asked and hear of it, is the bot silenced,
and is the second bot there?
"""

from collections.abc import Sequence
from contextlib import suppress

from msgspec import Struct

from bot.cli.emergency_steps import what_is_wrong_with_successor
from bot.cli.report import Report
from bot.cli.session import database_of, utc_now
from bot.config.settings import Settings
from core.alerting.policy import AskedGroup
from core.model import Member
from core.vocabulary import Role
from handlers.emergency import silence
from handlers.people.addresses import TELEGRAM
from storage.errors import StorageError


class ReachedPerson(Struct, frozen=True):
    """Somebody whom the bot must be able to write to."""

    role: str
    chat: str
    name: str
    hidden: bool = False  # said that their phone is being taken
    messenger: str = TELEGRAM

    def __str__(self) -> str:
        return " ".join(part for part in (self.role, self.chat, self.name) if part)


def look_at_roster(settings: Settings, report: Report, members: Sequence[Member]) -> None:
    """What would be missing on the day when it is needed."""
    lawyers = [m for m in members if m.role is Role.LAWYER]
    coordinators = [m for m in members if m.role is Role.COORDINATOR]
    listed = any(m.escalation for m in members)
    steps = {step.ask for step in settings.escalation.steps}
    report.ok("checked-roster", lawyers=str(len(lawyers)), coordinators=str(len(coordinators)))
    comes = any(_comes(m) for m in lawyers)
    others = (AskedGroup.ESCALATION_LIST in steps and listed) or (
        AskedGroup.COORDINATORS in steps and bool(coordinators)
    )
    if not lawyers and not (AskedGroup.ESCALATION_LIST in steps and listed):
        report.wrong("checked-roster-no-lawyer")
    elif not comes and not others:
        report.wrong("checked-roster-nobody")
    for missing, what in (
        (lawyers and not comes, "checked-roster-off-duty"),
        (not coordinators, "checked-roster-no-coordinator"),
        (
            AskedGroup.ESCALATION_LIST in steps and not listed,
            "checked-roster-no-list",
        ),
    ):
        if missing:
            report.note(what)


def _comes(member: Member) -> bool:
    """Whether the member is ever on duty: by shifts or, if nobody has shifts, by the mark in the roster."""
    shifts = member.duty.shifts if member.duty is not None else ()
    return bool(shifts) or member.on_duty


async def look_at_emergencies(settings: Settings, report: Report) -> None:
    """What can be looked at with the secrets at hand."""
    if settings.key is not None:
        with suppress(StorageError):  # it was told already that the database does not open
            async with database_of(settings) as database, database.read(utc_now()) as tx:
                step = await silence.current_silence(tx)
            if step is not None:
                since = f"{step.at:%Y-%m-%d %H:%M} UTC"
                report.wrong("checked-silence", since=since)
    if settings.telegram.successor or settings.successor_token is not None:
        if why := await what_is_wrong_with_successor(settings):
            report.found(f"{why[0].upper()}{why[1:]}.")
        else:
            report.ok("checked-second-bot", name=settings.telegram.successor)
