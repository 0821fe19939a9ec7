"""``dabyl policy``: why members were asked about a case, and who would be asked. Nothing is sent or written; names are
shown.

``explain`` shows one case: a row of a table for each member. ``try`` plays made-up cases against the roster.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bot.building import build_service
from bot.cli.session import DEFAULT, Config, Json, database_of, fail, finish, say_json, settings_of, utc_now
from bot.config.settings import KEY, Settings
from core.alerting.candidates import VISIT, CaseRoster, Circumstances, Refusal
from core.alerting.dry_run import AskedRound, AskingExplanation, explain_asking, play_unanswered
from core.alerting.geography import GazetteerGeography
from core.alerting.policy import AskedGroup, SearchCourse
from core.model import LANGUAGES, Case, Member
from core.qualification import Speciality
from core.timeline import TimelineKind
from core.vocabulary import CaseState, OfferState, RecordKind
from handlers.alerting import reachability
from handlers.arguments import find_case_by_code
from handlers.cards import case_lines
from handlers.cards.history import reasons_for_asking
from handlers.people.readers import unreachable_ids
from handlers.service import Service
from storage.database import Database
from storage.transaction import Transaction
from storage.workload import read_workloads

ENGLISH = "en"
REFUSED = {
    Refusal.SUSPENDED: "suspended",
    Refusal.CRYING: "reports to be held themselves",
    Refusal.UNREACHABLE: "cannot be reached: blocked the bot, hid the chat or never started it",
    Refusal.CONFLICT: "declared a conflict about it, or about a case linked to it",
    Refusal.HAD_IT: "has it, or gave it back",
    Refusal.DECLINED: "declined",
    Refusal.ASKED: "asked by this step already",
    Refusal.ROLE: "no step asks such a member",
    Refusal.NOT_LISTED: "not on the escalation list",
    Refusal.FAR: "works elsewhere",
    Refusal.OFF_DUTY: "off duty",
}
ANSWERED = {
    OfferState.OFFERED: "no answer yet",
    OfferState.ACCEPTED: "accepted",
    OfferState.DECLINED: "declined",
    OfferState.EXPIRED: "no answer in time",
    OfferState.WITHDRAWN: "withdrawn: somebody else has it, or it is over",
    OfferState.UNREACHABLE: "could not be reached",
}
Row = tuple[str, ...]


async def about_case(tx: Transaction, service: Service, typed: str) -> tuple[str, list[Row]]:
    """A head and a row a member; nothing if there is no such case."""
    case = await find_case_by_code(tx, typed)
    if case is None:
        return "", []
    members = await tx.members.select()
    alerts = {alert.member_id: alert for alert in await tx.alerts.by(case_id=case.id)}
    about = await reachability.circumstances_of(tx, case, members, await read_workloads(tx))
    ground = GazetteerGeography(service.gazetteer)
    roster = CaseRoster(case, members, [*alerts.values()], service.policy, ground, about)
    course = service.policy.course(case.step)
    told = {
        explanation.member.id: explanation
        for explanation in explain_asking(roster, course, min(case.step, course.last), case.round // VISIT)
    }
    asked = await _asking_history(tx, service, case)
    rows: list[Row] = []
    for member in sorted(members, key=lambda member: (member.id not in asked, member.id not in alerts)):
        what = [*asked.get(member.id, ())]
        alert = alerts.get(member.id)
        answer = ANSWERED[alert.state] if alert is not None else ""
        if what:
            rows.append((member.name, "\n".join([*(when for when, _ in what), answer]), what[-1][1]))
        else:
            rows.append((member.name, *_standing(service, case, course, told[member.id])))
    return _head(service, case, course), rows


async def _asking_history(tx: Transaction, service: Service, case: Case) -> dict[int, list[tuple[str, str]]]:
    """Of each who was asked: when and in which step, and why; as the timeline keeps it."""
    found: dict[int, list[tuple[str, str]]] = {}
    zone = case_lines.zone_of(service, case)
    for line in await tx.timeline.by(case_id=case.id):
        if line.kind is TimelineKind.OFFERED and line.emptied is None:
            when = f"asked {line.at.astimezone(zone):%d.%m %H:%M}, {line.details.get('ask', 'an earlier version')}"
            why = reasons_for_asking(service, ENGLISH, line.details) if "why" in line.details else ""
            found.setdefault(line.details["member"], []).append((when, why))
    return found


def _standing(service: Service, case: Case, course: SearchCourse, told: AskingExplanation) -> tuple[str, str]:
    """Of somebody who was not asked: what would have to happen, or why nothing would help."""
    if told.candidate is None or told.step is None:
        return "not asked", REFUSED[told.refusal] if told.refusal is not None else ""
    if case.state is not CaseState.OPEN:
        return "not asked", "others came first, and the case is not open"
    step = course.steps[told.step - course.first]
    after = f"; after the one before by {told.behind}" if told.behind else ""
    why = reasons_for_asking(service, ENGLISH, {"why": told.candidate.why})
    return f"would be asked: {step.ask}, place {told.place}", f"{why}{after}"


def _head(service: Service, case: Case, course: SearchCourse) -> str:
    wanted = f"; wants {', '.join(case.wanted)}" if case.wanted else ""
    place = case_lines.place_name(service, ENGLISH, case)
    steps = " → ".join(
        f"{s.ask} ({s.at_once} at once, {s.wait.total_seconds() / 60:g} min, {s.times}×)"
        for s in course.steps
    )
    plan = f'the plan "{course.name}"' if course.name else "escalation.steps"
    return (
        f"{case.code}: {case.state}, {place}, urgency {case.priority}, told in {case.language}{wanted}\n"
        f"By {plan}: {steps}\n"
        "Who was asked stands as it was written down then; the others as the roster is now."
    )


WEDNESDAY, SATURDAY = (2, 14), (5, 3)  # weekday, hour: an ordinary afternoon, and the emptiest time of a week
LAWYERS = (AskedGroup.REGION, AskedGroup.NEIGHBOURS)


async def about_trial(
    tx: Transaction, service: Service, regions: Sequence[str], moment: datetime | None
) -> tuple[list[Row], list[str]]:
    """A row for each region and time, and a sentence for each where somebody is missing. ``moment``: by the clock there."""
    members = await tx.members.by(suspended_at=None)
    trial = Trial(service, members, Circumstances(await unreachable_ids(tx, members)))
    rows: list[Row] = []
    gaps: list[str] = []
    for region in regions:
        name, zone = service.gazetteer.name(region, ENGLISH), trial.zone(region)
        local = (
            [moment] if moment is not None else [_next(tx.now, zone, *when) for when in (WEDNESDAY, SATURDAY)]
        )
        for here in local:
            at = here.replace(tzinfo=zone)
            when = f"{at:%a %H:%M}"
            rows.append((name, when, trial.told(region, at)))
            if missing := list(trial.missing(region, at)):
                gaps.append(f"{name}, {when}: {'; '.join(missing)}.")
    return rows, gaps


class Trial:
    """Made-up cases against one roster."""

    def __init__(self, service: Service, members: Sequence[Member], about: Circumstances) -> None:
        self._service = service
        self._members = {member.id: member for member in members}
        self._about = about
        self._ground = GazetteerGeography(service.gazetteer)

    def zone(self, region: str) -> ZoneInfo:
        """The time zone of the region's centre."""
        return ZoneInfo(self._service.gazetteer.zone_of(region) or str(self._service.zone))

    def told(self, region: str, at: datetime) -> str:
        """The rounds, of a case in the service's language about which nothing more is said."""
        rounds = self._play(region, at, self._service.language)
        return (
            "\n".join(self._round(asked_round) for asked_round in rounds if asked_round.members) or "nobody"
        )

    def missing(self, region: str, at: datetime) -> Iterator[str]:
        """What somebody who reports there and then would miss."""
        asked = [
            asked_round
            for asked_round in self._play(region, at, self._service.language)
            if asked_round.members
        ]
        if not asked:
            yield "nobody would be asked"
            return
        step = self._service.policy.step(asked[0].step)
        if step is not None and step.ask not in LAWYERS:
            yield f"no lawyer is asked first, but {step.ask}"
            return
        speak = {lang: self._first(region, at, lang) for lang in LANGUAGES}
        silent = [
            lang for lang, first in speak.items() if not any(lang in member.languages for member in first)
        ]
        if silent:
            yield f"of the first nobody speaks {', '.join(silent)}"
        known = {knows: self._first(region, at, self._service.language, knows) for knows in Speciality}
        unknown = [
            k.value for k, first in known.items() if not any(k in member.specialities for member in first)
        ]
        if unknown:
            yield f"of the first nobody knows about {', '.join(unknown)}"

    def _first(self, region: str, at: datetime, language: str, *wanted: str) -> list[Member]:
        rounds = self._play(region, at, language, *wanted)
        first = next((asked_round.members for asked_round in rounds if asked_round.members), ())
        return [self._members[number] for number in first]

    def _play(self, region: str, at: datetime, language: str, *wanted: str) -> list[AskedRound]:
        centre = self._service.gazetteer.regions[region].centre
        case = Case(
            0,
            "",
            RecordKind.DEPRIVATION,
            CaseState.OPEN,
            opened_at=at,
            situation="other",
            language=language,
            alerting=True,
            region=region,
            city=centre,
            wanted=wanted,
        )
        zone = self.zone(region)
        return play_unanswered(
            case, [*self._members.values()], self._service.policy, zone, self._ground, self._about
        )

    def _round(self, asked_round: AskedRound) -> str:
        step = self._service.policy.step(asked_round.step)
        names = ", ".join(self._members[number].name for number in asked_round.members)
        minutes = asked_round.after.total_seconds() / 60
        when = f"after {minutes:g} min" if minutes else "at once"
        return f"{when}: {names} ({step.ask if step is not None else ''})"


def _next(now: datetime, zone: ZoneInfo, weekday: int, hour: int) -> datetime:
    """The next such time by the clock there."""
    here = now.astimezone(zone)
    day = here.date() + timedelta(days=(weekday - here.weekday()) % 7 or 7)
    return datetime.combine(day, time(hour), zone)


app = typer.Typer(no_args_is_help=True, help="Who is asked about a case, who is not, and why.")

WHY, WHO = ("who", "what", "why"), ("region", "when", "who")


@app.command()
def explain(
    code: Annotated[str, typer.Argument(help="The case's code, in quotes: 'river lamp 42'.")],
    config: Config = DEFAULT,
    as_json: Json = False,
) -> None:
    """Tell who was asked about a case, in which step and why, who would be next, and of the others why not."""
    settings = settings_of(config, required=(KEY,))
    head, rows = finish(_explain(settings, code))
    if not head:
        fail(f"There is no case {code!r}: its code stands on its card, such as 483-170.", code=2)
    if as_json:
        say_json({"case": head, "rows": [dict(zip(WHY, row, strict=True)) for row in rows]})
    else:
        _show(head, WHY, rows)


async def _explain(settings: Settings, code: str) -> tuple[str, list[Row]]:
    async with database_of(settings) as database, database.read(utc_now()) as tx:
        return await about_case(tx, build_service(settings), code)


@app.command(name="try")
def try_(
    config: Config = DEFAULT,
    region: Annotated[str, typer.Option(help="The id of one region; all if left out.")] = "",
    at: Annotated[
        str,
        typer.Option(
            help="A time by the clock there; a Wednesday at 14:00 and a Saturday at 03:00 if left out.",
            metavar="'2018-09-18 03:00'",
        ),
    ] = "",
    as_json: Json = False,
) -> None:
    """Play made-up cases against the roster: who would be asked after how long, and where nobody would be."""
    settings = settings_of(config, required=(KEY,))
    service = build_service(settings)
    if region and region not in service.gazetteer.regions:
        fail(f"There is no region {region!r}; there are {', '.join(service.gazetteer.regions)}.", code=2)
    try:
        moment = datetime.fromisoformat(at).replace(tzinfo=None) if at else None
    except ValueError:
        fail(f"--at is {at!r}: expected a time such as '2018-09-18 03:00'.", code=2)
    rows, gaps = finish(_try(settings, service, region, moment))
    if as_json:
        say_json({"rows": [dict(zip(WHO, row, strict=True)) for row in rows], "gaps": gaps})
        return
    _show("Nobody answers in any of these, so every step comes; nothing was sent or written.", WHO, rows)
    typer.echo("\n".join(gaps) if gaps else "Somebody would be asked in all of them.")


async def _try(
    settings: Settings, service: Service, region: str, moment: datetime | None
) -> tuple[list[Row], list[str]]:
    async with database_of(settings) as database:
        return await _tried(database, service, region, moment)


async def _tried(
    database: Database, service: Service, region: str, moment: datetime | None
) -> tuple[list[Row], list[str]]:
    async with database.read(utc_now()) as tx:
        return await about_trial(tx, service, [region] if region else list(service.gazetteer.regions), moment)


def _show(head: str, columns: Row, rows: list[Row]) -> None:
    table = Table(box=SIMPLE, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*row)
    typer.echo(head)
    Console().print(table)
