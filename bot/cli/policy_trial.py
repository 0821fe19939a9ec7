"""What ``dabyl policy try`` tells: made-up cases, played against the roster."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.alerting.ground import OfGazetteer
from bot.core.alerting.policy import Ask
from bot.core.alerting.trial import Asked, play
from bot.core.alerting.whom import Circumstances
from bot.core.callings import Speciality
from bot.core.model import LANGUAGES, Case, Member
from bot.core.vocabulary import CaseState, Record
from handlers.people.readers import unreachable
from handlers.service import Service
from storage.transaction import Transaction

ENGLISH = "en"
WEDNESDAY, SATURDAY = (2, 14), (5, 3)  # weekday, hour: an ordinary afternoon, and the emptiest time of a week
LAWYERS = (Ask.REGION, Ask.NEIGHBOURS)
Row = tuple[str, ...]


async def about_trial(
    tx: Transaction, service: Service, regions: Sequence[str], moment: datetime | None
) -> tuple[list[Row], list[str]]:
    """A row for each region and time, and a sentence for each where somebody is missing. ``moment``: by the clock there."""
    members = await tx.members.by(suspended_at=None)
    trial = Trial(service, members, Circumstances(await unreachable(tx, members)))
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
        self._ground = OfGazetteer(service.gazetteer)

    def zone(self, region: str) -> ZoneInfo:
        """Of its centre."""
        return ZoneInfo(self._service.gazetteer.zone_of(region) or str(self._service.zone))

    def told(self, region: str, at: datetime) -> str:
        """The rounds, of a case in the service's language about which nothing more is said."""
        rounds = self._play(region, at, self._service.language)
        return "\n".join(self._round(one) for one in rounds if one.members) or "nobody"

    def missing(self, region: str, at: datetime) -> Iterator[str]:
        """What somebody who reports there and then would miss."""
        asked = [one for one in self._play(region, at, self._service.language) if one.members]
        if not asked:
            yield "nobody would be asked"
            return
        step = self._service.policy.step(asked[0].step)
        if step is not None and step.ask not in LAWYERS:
            yield f"no lawyer is asked first, but {step.ask}"
            return
        speak = {lang: self._first(region, at, lang) for lang in LANGUAGES}
        silent = [lang for lang, first in speak.items() if not any(lang in one.languages for one in first)]
        if silent:
            yield f"of the first nobody speaks {', '.join(silent)}"
        known = {knows: self._first(region, at, self._service.language, knows) for knows in Speciality}
        unknown = [k.value for k, first in known.items() if not any(k in one.specialities for one in first)]
        if unknown:
            yield f"of the first nobody knows about {', '.join(unknown)}"

    def _first(self, region: str, at: datetime, language: str, *wanted: str) -> list[Member]:
        rounds = self._play(region, at, language, *wanted)
        first = next((one.members for one in rounds if one.members), ())
        return [self._members[number] for number in first]

    def _play(self, region: str, at: datetime, language: str, *wanted: str) -> list[Asked]:
        centre = self._service.gazetteer.regions[region].centre
        case = Case(
            0,
            "",
            Record.DEPRIVATION,
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
        return play(case, [*self._members.values()], self._service.policy, zone, self._ground, self._about)

    def _round(self, one: Asked) -> str:
        step = self._service.policy.step(one.step)
        names = ", ".join(self._members[number].name for number in one.members)
        minutes = one.after.total_seconds() / 60
        when = f"after {minutes:g} min" if minutes else "at once"
        return f"{when}: {names} ({step.ask if step is not None else ''})"


def _next(now: datetime, zone: ZoneInfo, weekday: int, hour: int) -> datetime:
    """The next such time by the clock there."""
    here = now.astimezone(zone)
    day = here.date() + timedelta(days=(weekday - here.weekday()) % 7 or 7)
    return datetime.combine(day, time(hour), zone)
