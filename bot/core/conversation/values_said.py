"""How a known value is said in a few words. Names are never echoed, only counted; of a phone, the last two digits."""

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time

from bot.core.conversation.context import Setting, zone_of
from bot.core.conversation.forms import IN_WORDS, Answers, Form, Kind, Question
from bot.core.conversation.labels import choices_said
from bot.core.folding import inert
from bot.core.texts import Texts
from bot.core.values import (
    Call,
    Consent,
    Contact,
    CountKind,
    Hearing,
    Intervention,
    Moment,
    People,
    Place,
    Precision,
    Proceeding,
    Value,
)

PARTS = ((6, "night"), (12, "morning"), (18, "afternoon"), (24, "evening"))  # each until that hour
SHOWN_DIGITS = 2


def say_value(
    form: Form, question: Question, value: Value | None, answers: Answers, *, language: str, setting: Setting
) -> str:
    """The value of an answer for a reader of that language; None is a skipped one."""
    words = setting.words
    match value:
        case None:
            return words.say(language, "value-skipped")
        case Place():
            return say_place(value, language, setting)
        case People():
            return say_people(value, language, setting)
        case Moment():
            return say_moment(value, language, setting, zone_of(answers, setting))
        case Contact():
            return _say_contact(value, language, setting)
        case (
            Proceeding() | Hearing() | Call() | Intervention() | Texts()
        ):  # claims hold these, no answer does
            return words.say(language, "value-words")
        case Consent():  # the same
            return words.say(language, f"{form.key}-{question.name}-{value.answer}")
        case tuple() if question.kind is Kind.FILE:
            return words.say(language, "value-files", files=len(value))
        case tuple():
            said = choices_said(form, answers)
            labels = [words.say(language, f"{form.key}-{question.name}-{o}", **said) for o in value]
            return ", ".join(labels) or words.say(language, "value-none")
        case str() if question.kind is Kind.COURT:
            return inert(value)
        case str() if question.kind in IN_WORDS:
            return words.say(language, "value-words")
        case str():
            said = choices_said(form, answers)
            return words.say(language, f"{form.key}-{question.name}-{value}", **said)


def say_place(place: Place, language: str, setting: Setting) -> str:
    """City and district from the gazetteer, or the region; never the person's own words."""
    if place.unknown:
        return setting.words.say(language, "value-place-unknown")
    names = [
        setting.gazetteer.name(id, language) for id in (place.city or place.region, place.district) if id
    ]
    if not names:
        return setting.words.say(language, "value-place-outside")
    said = ", ".join(names)
    return said if place.latitude is None else setting.words.say(language, "value-place-point", place=said)


def say_people(people: People, language: str, setting: Setting) -> str:
    """How many; of names only their number."""
    words = setting.words
    parts = []
    if people.names:
        parts.append(words.say(language, "value-names", names=len(people.names)))
    if people.count is not None and people.count != len(people.names):
        parts.append(words.say(language, "value-count", kind=people.kind.value, count=people.count))
    elif people.kind is CountKind.SEVERAL:
        parts.append(words.say(language, "value-several"))
    if people.withheld:
        parts.append(words.say(language, "value-withheld"))
    return ", ".join(parts) or words.say(language, "value-unknown")


def say_moment(moment: Moment, language: str, setting: Setting, zone: ZoneInfo) -> str:
    """As finely as it is known, in the place's zone."""
    words = setting.words
    if moment.at is None:
        return words.say(language, "value-words" if moment.words else "value-unknown")
    local = moment.at.astimezone(zone)
    day, time = _day(local, language), format_time(local, "HH:mm", locale=_locale(language))
    match moment.precision:
        case Precision.MINUTE:
            return words.say(language, "value-moment-minute", day=day, time=time)
        case Precision.HOUR:
            return words.say(language, "value-moment-hour", day=day, time=time)
        case Precision.PART:
            part = next(name for until, name in PARTS if local.hour < until)
            return words.say(language, "value-moment-part", day=day, part=part)
        case Precision.MONTH:
            return str(format_date(local, "LLLL y", locale=_locale(language)))
        case _:
            return day


def _day(local: datetime, language: str) -> str:
    return str(format_date(local, "d MMMM y", locale=_locale(language)))


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


def _say_contact(contact: Contact, language: str, setting: Setting) -> str:
    if contact.phone:
        return setting.words.say(language, "value-contact", last=contact.phone[-SHOWN_DIGITS:])
    return setting.words.say(language, "value-words" if contact.words else "value-none")
