"""What each moment of a scenario has somebody do. A moment that broke off, because the bot had ended, goes on when asked."""

from collections.abc import AsyncIterator, Awaitable, Callable

from bot.demo.acting import Hindered, Reporter, Staff
from bot.demo.connected import report_of
from bot.demo.connecting import CONNECTS
from bot.demo.lettering import LETTERS
from bot.demo.quiet import quiet
from bot.demo.scenario import Moment, Scenario
from bot.demo.stage import Stage
from bot.demo.telling import Telling
from bot.playground.phone import Phone

REASON = "to code the act"  # what a coordinator says when opening a case


class Players:
    """Everybody who acts. ``phones`` has the roster's by their keys; a reporter's joins it when they report."""

    def __init__(
        self,
        scenario: Scenario,
        made: Stage,
        telling: Telling,
        phones: dict[str, Phone],
        meanwhile: Callable[[], Awaitable[None]],
    ) -> None:
        self._scenario = scenario
        self._stage = made
        self._telling = telling
        self._phones = phones
        self._meanwhile = meanwhile
        self._moment: Moment | None = None
        self._acts: AsyncIterator[None]

    async def phone(self, moment: Moment) -> Phone:
        """Whose phone is in the hand at a moment at which somebody acts."""
        if moment.by:
            return self._phones[moment.by]
        key, who = f"row {moment.row}", self._scenario.rows[moment.row].reporter
        if key not in self._phones:
            self._phones[key] = await self._stage.world.person(who.name, language=who.app, id=who.id)
        return self._phones[key]

    async def play(self, moment: Moment) -> None:
        """Everything, until the bot has done what follows.

        Raises PlayFailed when it does not come to that: the same call goes on then. Raises Hindered, NotShown or
        Refused when somebody cannot do their part.
        """
        if self._moment is not moment:
            self._moment, self._acts = moment, self._does(moment)
        await quiet(self._stage)
        async for _ in self._acts:
            await quiet(self._stage)

    async def _does(self, moment: Moment) -> AsyncIterator[None]:
        if moment.does == "waits":
            return
        acts = self._reports(moment) if moment.does == "reports" else self._works(moment)
        async for _ in acts:
            yield

    async def _reports(self, moment: Moment) -> AsyncIterator[None]:
        row, phone = self._scenario.rows[moment.row], await self.phone(moment)
        async for _ in Reporter(self._stage, self._telling, phone, row, self._meanwhile).reports():
            yield

    async def _works(self, moment: Moment) -> AsyncIterator[None]:
        staff = Staff(self._stage, self._telling, await self.phone(moment))
        acts = {**CONNECTS, **LETTERS}.get(moment.does)
        if acts is not None:
            async for _ in acts(self._scenario, self._stage, staff, moment):
                yield
            return
        case, alert = await self._ids(moment)
        if moment.does == "codes":
            if not await staff.shows(f"open:{case}"):
                await staff.writes("/cases")
                yield
            await staff.taps(f"open:{case}")
            yield
            await staff.writes(REASON)
            yield
        for button in BUTTONS[moment.does]:
            await staff.taps(button.format(case=case, alert=alert, how=moment.how))
            yield

    async def _ids(self, moment: Moment) -> tuple[int, int]:
        """The ids that the buttons of this member's cards carry."""
        row, member = self._scenario.rows[moment.row], self._scenario.members[moment.by]
        async with self._stage.database.read(await self._stage.world.now()) as tx:
            report = await report_of(tx, row)
            if report is None or report.case_id is None:
                raise Hindered(f"row {moment.row} has no case that {member.name} could work on")
            for alert in await tx.alerts.by(case_id=report.case_id):
                own = await tx.members.get(alert.member_id)
                if own is not None and own.name == member.name:
                    return report.case_id, alert.id
            return report.case_id, 0


BUTTONS = {
    "accepts": ("accept:{alert}",),
    "declines": ("decline:{alert}", "why:{alert}:{how}"),
    "acts": ("first:{case}:{how}",),
    "closes": ("closing:{case}:{how}", "closed:{case}:{how}"),
    "codes": ("coding:{case}", "coded:{case}:{how}"),
}
