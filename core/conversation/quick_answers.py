"""What the buttons beside typing mean: "several", "this morning", "I do not know where", a city."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from core.conversation.context import Setting
from core.conversation.forms import AnswerKind, FormState, Question
from core.places.gazetteer import Gazetteer
from core.values import Contact, CountKind, Moment, People, Place, Precision, Value

PEOPLE = {
    "one": People(count=1, kind=CountKind.EXACT),
    "two": People(count=2, kind=CountKind.EXACT),
    "three": People(count=3, kind=CountKind.EXACT),
    "several": People(kind=CountKind.SEVERAL),
    "unknown": People(),
    "withheld": People(withheld=True),
    "nobody": People(count=0, kind=CountKind.EXACT),
}

FEW = 6  # places that are offered first
MORNING = 6  # the hour at which the night ends, see Precision.PART


def _this_minute(local: datetime) -> Moment:
    return Moment(_as_utc(local.replace(second=0, microsecond=0)), Precision.MINUTE)


def _hour(local: datetime) -> Moment:
    return Moment(_as_utc(local.replace(second=0, microsecond=0)) - timedelta(hours=1), Precision.HOUR)


def _morning(local: datetime) -> Moment:
    """Said before the morning has begun, it means the night."""
    hour = MORNING if local.hour >= MORNING else 0
    return Moment(_as_utc(_midnight(local).replace(hour=hour)), Precision.PART)


def _today(local: datetime) -> Moment:
    return Moment(_as_utc(_midnight(local)), Precision.DAY)


def _yesterday(local: datetime) -> Moment:
    return Moment(_as_utc(_midnight(local) - timedelta(days=1)), Precision.DAY)


def _unknown(local: datetime) -> Moment:
    return Moment()


MOMENTS: dict[str, Callable[[datetime], Moment]] = {
    "now": _this_minute,
    "hour": _hour,
    "morning": _morning,
    "today": _today,
    "yesterday": _yesterday,
    "unknown": _unknown,
}


AHEAD = {"h1": 1, "h2": 2, "h3": 3}  # hours


def quick_value(
    question: Question, option: str, gazetteer: Gazetteer, now: datetime, zone: ZoneInfo
) -> Value | None:
    """The value of a button, or None if the question has no such button. ``now`` is UTC."""
    if question.kind is AnswerKind.PLACE and option not in question.options:
        return place_of(option, gazetteer)
    if option not in question.options:
        return None
    match question.kind:
        case AnswerKind.PEOPLE:
            return PEOPLE[option]
        case AnswerKind.MOMENT:
            return MOMENTS[option](now.astimezone(zone))
        case AnswerKind.APPOINTMENT:
            return Moment()
        case AnswerKind.UNTIL:
            return Moment(now + timedelta(hours=AHEAD[option]), Precision.MINUTE)
        case AnswerKind.PLACE:
            return Place(unknown=True)
        case AnswerKind.CONTACT:
            return Contact()
        case _:
            return option


def places_offered(setting: Setting, state: FormState) -> tuple[str, ...]:
    """The cities on the keyboard, in order: a few; all of them when the question is put once more."""
    every = tuple(city.id for city in setting.gazetteer.buttons())
    return every if state.unanswered else every[:FEW]


def place_of(id: str, gazetteer: Gazetteer) -> Place | None:
    """The place with this id: a region, a city or a district."""
    if id in gazetteer.districts:
        city = gazetteer.districts[id].city
        return Place(city=city, district=id, region=gazetteer.region_of(id))
    if id in gazetteer.cities:
        return Place(city=id, region=gazetteer.region_of(id))
    return Place(region=id) if id in gazetteer.regions else None


def _midnight(local: datetime) -> datetime:
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def _as_utc(local: datetime) -> datetime:
    return local.astimezone(UTC)
