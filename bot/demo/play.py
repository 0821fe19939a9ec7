"""The play, scene by scene; then what came out, and whether it is what the scenario expects."""

from zoneinfo import ZoneInfo

from rich.console import Console

from bot.demo.acting import SHORT, Reporter, Staff
from bot.demo.checking import Difference, differences
from bot.demo.closing import close
from bot.demo.finding import find, report_of
from bot.demo.processes import PlayFailed
from bot.demo.quiet import advance, quiet
from bot.demo.scenario import Moment, Scenario
from bot.demo.stage import Stage, stage
from bot.demo.telling import LINES, Telling
from bot.playground.phone import Phone

REASON = "to code the act"  # what a coordinator says when opening a case
OFFERS = {"accepts": "accept:{alert}", "declines": "decline:{alert}"}


async def play(scenario: Scenario, out: Console) -> list[Difference]:
    """Play it and show it; what came out otherwise than expected. Raises PlayFailed when it cannot be played."""
    telling = Telling(out, ZoneInfo(scenario.zone))
    telling.title(
        f"Dabyl plays {scenario.title}",
        (
            f"Facts and names of the six rows: {scenario.source}.",
            "Reporters, lawyers, minutes and how cases are closed are made up.",
        ),
    )
    async with stage(scenario) as made:
        await Play(scenario, made, telling).all()
        found = await find(made, scenario)
    missed = differences(scenario, found)
    close(out, scenario, found, missed)
    return missed


class Play:
    """One run. The roster's phones are there from the beginning, a reporter's when they report."""

    def __init__(self, scenario: Scenario, made: Stage, telling: Telling) -> None:
        self._scenario = scenario
        self._stage = made
        self._telling = telling
        self._phones: dict[str, Phone] = {}

    async def all(self) -> None:
        """From the roster's first press to the last digest."""
        self._telling.scene(self._scenario.start, "The roster is imported; each of them presses start once.")
        for key, member in self._scenario.members.items():
            world = self._stage.world
            self._phones[key] = await world.person(member.name, language=member.languages[0], id=member.id)
            await self._phones[key].starts()
        await quiet(self._stage)
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

    async def _moment(self, moment: Moment) -> None:
        await advance(self._stage, moment.at)
        self._telling.scene(moment.at, moment.says or "The same for the next.")
        if moment.does == "reports":
            self._telling.published(f"row {moment.row}", self._scenario.rows[moment.row].published)
        await self._others()
        if moment.does == "reports":
            await self._reports(moment)
        elif moment.by:
            await self._works(moment)
        await quiet(self._stage)
        await self._others(brief=moment.by if moment.does == "codes" else "")

    async def _reports(self, moment: Moment) -> None:
        row = self._scenario.rows[moment.row]
        who = row.reporter
        phone = await self._stage.world.person(who.name, language=who.app, id=who.id)
        self._phones[f"row {moment.row}"] = phone
        await Reporter(self._stage, self._telling, phone, row, self._others).reports()

    async def _works(self, moment: Moment) -> None:
        staff = Staff(self._stage, self._telling, self._phones[moment.by])
        case, alert = await self._ids(moment)
        if moment.does in OFFERS:
            await staff.taps(OFFERS[moment.does].format(alert=alert))
            if moment.how:
                await staff.taps(f"why:{alert}:{moment.how}")
        elif moment.does == "acts":
            await staff.taps(f"first:{case}:{moment.how}")
        elif moment.does == "closes":
            await staff.taps(f"closing:{case}:{moment.how}")
            await staff.taps(f"closed:{case}:{moment.how}")
        elif moment.does == "codes":
            if not await staff.shows(f"open:{case}"):
                await staff.writes("/cases")
            await staff.taps(f"open:{case}")
            await staff.writes(REASON)
            await staff.taps(f"coding:{case}")
            await staff.taps(f"coded:{case}:{moment.how}")

    async def _ids(self, moment: Moment) -> tuple[int, int]:
        """The ids that the buttons of this member's cards carry."""
        row, member = self._scenario.rows[moment.row], self._scenario.members[moment.by]
        async with self._stage.database.read(await self._stage.world.now()) as tx:
            report = await report_of(tx, row)
            if report is None or report.case_id is None:
                raise PlayFailed(f"row {moment.row} has no case that {member.name} could work on")
            for alert in await tx.alerts.by(case_id=report.case_id):
                own = await tx.members.get(alert.member_id)
                if own is not None and own.name == member.name:
                    return report.case_id, alert.id
            return report.case_id, 0

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
