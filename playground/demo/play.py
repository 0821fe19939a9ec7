"""The play, scene by scene; then what came out, and whether it is what the scenario expects.

What each moment of a scenario has somebody do. A moment that broke off, because the bot had ended, goes on when asked.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console

from core.resources.word_files import load_words
from playground.demo import paper_folder
from playground.demo.coordination import CONNECTS, LETTERS
from playground.demo.findings import find, report_of
from playground.demo.outcome import Difference, differences, show_closing_table
from playground.demo.people import SHORT, Hindered, Reporter, Staff
from playground.demo.scenario import Moment, Scenario
from playground.demo.settling import advance, leap, settle
from playground.demo.stage import Stage, open_stage
from playground.demo.terminal import LINES, Telling
from playground.phone import Phone

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
        await settle(self._stage)
        async for _ in self._acts:
            await settle(self._stage)

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
            data = button.format(case=case, alert=alert, how=moment.how)
            is_asked_who = button.startswith("closed:") and await staff.shows(f"allout:{case}")
            await staff.taps(f"allout:{case}" if is_asked_who else data)
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


BRIEF = ("codes", "letters")  # little is told of these acts: the people who do them see the whole case


async def play(scenario: Scenario, out: Console, folder: Path | None = None) -> list[Difference]:
    """Play it and show it; what came out otherwise than expected. Raises PlayFailed when it cannot be played.

    ``folder``: where the papers go; then it is also played how they are made.
    """
    telling = Telling(out, ZoneInfo(scenario.zone))
    telling.title(
        f"Dabyl plays {scenario.title}",
        (
            f"Facts and names of the six rows: {scenario.source}.",
            "Reporters, lawyers, minutes and how cases are closed are made up.",
        ),
    )
    async with open_stage(scenario, lambda key: telling.doing(load_words().say("en", key))) as made:
        acts = Play(scenario, made, telling)
        await acts.all()
        found, files = await find(made, scenario), []
        if folder is not None:
            await acts.afterwards()
            files = await paper_folder.write_papers(scenario, made, folder)
    missed = differences(scenario, found)
    show_closing_table(out, scenario, found, missed, files)
    return missed


class Play:
    """One run, told on the terminal. The roster's phones are there from the beginning, a reporter's when they report."""

    def __init__(self, scenario: Scenario, made: Stage, telling: Telling) -> None:
        self._scenario = scenario
        self._stage = made
        self._telling = telling
        self._phones: dict[str, Phone] = {}
        self._players = Players(scenario, made, telling, self._phones, self._others)

    async def all(self) -> None:
        """From the roster's first press to the last digest."""
        self._telling.scene(self._scenario.start, "The roster is imported; each of them presses start once.")
        for key, member in self._scenario.members.items():
            world = self._stage.world
            self._phones[key] = await world.person(member.name, language=member.languages[0], id=member.id)
            await self._phones[key].starts()
        await settle(self._stage)
        for key, member in self._scenario.members.items():
            duty = "on duty" if member.on_duty else "not on duty"
            cities = ", ".join(member.cities)
            last = ", escalation list" if member.escalation else ""
            self._telling.act(
                member.name, f"({member.role}, {cities}, {' '.join(member.languages)}, {duty}{last})"
            )
            self._telling.news(self._phones[key].chat_id, await self._phones[key].shown())
        for moment in self._scenario.moments:
            await self._moment(moment)

    async def afterwards(self) -> None:
        """Acts after the reports, which papers need."""
        for moment in self._scenario.afterwards:
            await leap(self._stage, moment.at)
            await self._moment(moment)

    async def _moment(self, moment: Moment) -> None:
        await advance(self._stage, moment.at)
        self._telling.scene(moment.at, moment.says or "The same for the next.")
        if moment.does == "reports":
            self._telling.published(f"row {moment.row}", self._scenario.rows[moment.row].published)
        await self._others()
        await self._players.play(moment)
        await self._others(brief=moment.by if moment.does in BRIEF else "")

    async def _others(self, brief: str = "") -> None:
        """What is new on all phones, and in the channel; ``brief``: whose is told in short."""
        for key, phone in self._phones.items():
            if news := self._telling.news(phone.chat_id, await phone.shown()):
                self._telling.phone(self._who(key), news, SHORT if key == brief else LINES)
        for post in self._telling.news(self._stage.channel.chat_id, await self._stage.channel.shown()):
            self._telling.whole("The channel shows", post.message)

    def _who(self, key: str) -> str:
        member = self._scenario.members.get(key)
        if member is None:
            return self._phones[key].name
        return f"{member.name} ({member.role})"
