"""Lines about a case, in a reader's language. What stands here is all that may be shown; who may see it is decided by
the views.

    coarse   before accept, and for everybody who has not opened the case: nothing that identifies anybody
    full     for the one who accepted, and coordinators who opened it with a reason
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.folding import clean
from bot.core.model import Case, Entry
from bot.core.presentation import units
from bot.core.values import Contact, CountKind, Moment, People, Place, Precision, Value, from_data
from bot.core.vocabulary import outcome_key
from handlers.service import Service

# UTF-16 units, so that a case fits one message whatever was typed; all of it is behind a button.
WORDS_SHOWN = 1500  # of the reporter's words in the case view
NAMES_SHOWN = 800
FACT_SHOWN = 300
HEAD = 300  # left for the head of the case view; the rest is for facts and words


def coarse(service: Service, language: str, case: Case) -> list[str]:
    """Situation, city and district, how many, priority, language, when reported, unverified. Nothing else."""
    say = service.words.say
    lines = [
        say(
            language,
            "offer-head",
            priority=case.priority,
            situation=say(language, f"situation-{case.situation}"),
        ),
        say(language, "offer-place", place=place_name(service, language, case)),
        say(language, "offer-who", count=count_words(service, language, case)),
        say(
            language,
            "offer-reported",
            spoken=say(language, f"spoken-{case.language}"),
            time=local(case.opened_at, zone_of(service, case)),
            verification=say(language, f"verification-{case.verification}"),
        ),
    ]
    if case.says_over:
        lines.append(say(language, "offer-says-over"))
    if case.says_false:
        lines.append(say(language, "offer-says-false"))
    return lines


def place_name(service: Service, language: str, case: Case) -> str:
    """City and district, or the region, from the gazetteer; or "place unknown"."""
    known, name = (
        service.gazetteer.knows,
        service.gazetteer.name,
    )  # an earlier version may have had other places
    names = [name(i, language) if known(i) else i for i in (case.city or case.region, case.district) if i]
    return ", ".join(names) if names else service.words.say(language, "place-unknown")


def zone_of(service: Service, case: Case) -> ZoneInfo:
    """The place's own zone, or the organisation's."""
    places = (case.district, case.city, case.region)
    name = service.gazetteer.zone_of(*(i for i in places if i and service.gazetteer.knows(i)))
    return ZoneInfo(name) if name is not None else service.zone


def local(moment: datetime, zone: ZoneInfo) -> str:
    """Hour and minute, with the date, in a zone."""
    return f"{moment.astimezone(zone):%d.%m %H:%M}"


def count_words(service: Service, language: str, case: Case) -> str:
    """How many persons, as surely as it was said; identified and unidentified apart."""
    total = case.identified + case.unidentified_min
    kind = case.count_kind
    if kind is CountKind.UNKNOWN:
        if not case.identified:
            return service.words.say(language, "count-unknown")
        kind = CountKind.AT_LEAST
    return service.words.say(language, f"count-{kind.value.replace('_', '-')}", count=total)


def elapsed(service: Service, language: str, case: Case, at: datetime) -> str:
    """How long after the report ``at`` is, in hours and minutes; nothing within the first minute."""
    minutes = int((at - case.opened_at).total_seconds() // 60)
    if minutes < 1:
        return ""
    return service.words.say(language, "offer-elapsed", hours=minutes // 60, minutes=minutes % 60)


def values(case: Case) -> dict[str, Value]:
    """The facts of the case, by question of the report form."""
    return {name: from_data(data) for name, data in case.facts.get("answers", {}).items()}


def outcome(service: Service, language: str, case: Case) -> str:
    """How a closed case ended."""
    return service.words.say(language, outcome_key(case.outcome or "other"))


def full(service: Service, language: str, case: Case, entries: list[Entry], consent: str | None) -> list[str]:
    """Everything that is known, one fact a line; what was not said is left out, what is very long is cut."""
    say = service.words.say
    zone = zone_of(service, case)
    facts = values(case)
    lines: list[str] = []

    def add(key: str, text: str, limit: int = FACT_SHOWN) -> None:
        if text:
            lines.append(say(language, f"case-{key}", value=_cut(text, limit)))

    add("who", _who(service, language, facts), NAMES_SHOWN)
    add("where", _where(facts))
    add("contact", _contact(facts.get("contact")))
    flags = facts.get("urgent")
    if isinstance(flags, tuple) and flags:
        add("urgent", ", ".join(say(language, f"report-urgent-{flag}") for flag in flags))
    add("when", when_words(service, language, facts.get("when"), zone))
    add("ongoing", say(language, f"ongoing-{case.ongoing}"))
    for name in ("taken", "proceedings", "watched"):
        add(name, _text(facts.get(name)))
    link = facts.get("link")
    if isinstance(link, str):
        add("link", say(language, f"report-link-{link}"))
    add("consent", say(language, f"consent-{consent or 'unanswered'}"))
    add("act", say(language, f"act-{case.act}" if case.act else "act-not-coded"))
    room = min(WORDS_SHOWN, service.everywhere.text - HEAD - units("\n".join(lines)))
    return lines + words_lines(service, language, entries, zone, room)


def words_lines(
    service: Service, language: str, entries: list[Entry], zone: ZoneInfo, limit: int | None = None
) -> list[str]:
    """The reporter's exact words with their times, newest last; beyond ``limit`` units cut from the front."""
    lines = [
        f"{local(e.at, zone)} {said}{_marks(service, language, e, zone)}"
        for e in entries
        if (said := _said(e))
    ]
    if not lines:
        return []
    cut = False
    while limit is not None and len(lines) > 1 and sum(map(units, lines)) > limit:
        lines.pop(0)
        cut = True
    if limit is not None and units(lines[0]) > limit:
        lines[0], cut = _cut(lines[0], limit), True
    head = service.words.say(language, "case-words-cut" if cut else "case-words")
    return ["", head, *lines]


def _said(entry: Entry) -> str:
    """What one message said in words, in a shared place or in a shared contact."""
    text = clean(entry.payload.get("text", ""))  # kept as it came, shown without what turns text around
    parts = [f"«{text}»"] if text and not text.startswith("/") else []  # a command is no words
    if "location" in entry.payload:
        parts.append("📍 {:.5f}, {:.5f}".format(*entry.payload["location"]))
    if "contact" in entry.payload:
        contact = entry.payload["contact"]
        parts.append(" ".join(part for part in ("📞", contact.get("phone"), contact.get("name")) if part))
    return " ".join(parts)


def _marks(service: Service, language: str, entry: Entry, zone: ZoneInfo) -> str:
    marks = []
    if "forwarded" in entry.payload:
        written = local(datetime.fromisoformat(entry.payload["forwarded"]), zone)
        marks.append(service.words.say(language, "words-forwarded", time=written))
    if entry.corrects is not None:
        marks.append(service.words.say(language, "words-corrects"))
    return "".join(f" ({mark})" for mark in marks)


def _cut(text: str, limit: int) -> str:
    """At most so many UTF-16 units; what was cut shows as an ellipsis."""
    if units(text) <= limit:
        return text
    while units(text) >= limit:
        text = text[: -max(1, (units(text) - limit) // 2)]
    return text + "…"


def _where(facts: Mapping[str, Value]) -> str:
    parts = [_text(facts.get("where"))]
    place = facts.get("place")
    if isinstance(place, Place):
        parts.append("" if place.city else place.text)  # a city stands above, by its name in the gazetteer
        if place.latitude is not None and place.longitude is not None:
            parts.append(f"{place.latitude:.5f}, {place.longitude:.5f}")
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _who(service: Service, language: str, facts: Mapping[str, Value]) -> str:
    """The names; how many there are stands above."""
    who = facts.get("who", facts.get("accused"))
    if not isinstance(who, People):
        return ""
    withheld = [service.words.say(language, "who-withheld")] if who.withheld else []
    return "; ".join([*who.names, *withheld])


def when_words(service: Service, language: str, when: Value | None, zone: ZoneInfo) -> str:
    """A moment at its own precision, in the place's zone; the person's words when it was not understood."""
    if not isinstance(when, Moment):
        return ""
    if when.at is None or when.precision is Precision.UNKNOWN:
        return when.words
    here = when.at.astimezone(zone)
    clock = {
        Precision.MINUTE: f"{here:%d.%m.%Y %H:%M}",
        Precision.HOUR: f"{here:%d.%m.%Y %H:%M}",
        Precision.PART: f"{here:%d.%m.%Y} {service.words.say(language, f'part-{here.hour // 6}')}",
        Precision.DAY: f"{here:%d.%m.%Y}",
        Precision.MONTH: f"{here:%m.%Y}",
    }[when.precision]
    if when.precision is Precision.DAY:  # a day is not "about" a day: only the hour is not known
        return service.words.say(language, "day-time", time=clock)
    return clock if when.exact else service.words.say(language, "about-time", time=clock)


def _contact(contact: Value | None) -> str:
    if isinstance(contact, Contact):
        known = " ".join(part for part in (contact.phone, contact.name) if part)
        return known or contact.words
    return _text(contact)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
