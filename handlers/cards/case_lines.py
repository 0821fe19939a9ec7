"""Lines about a case, in a reader's language. What stands here is all that may be shown; who may see it is decided by
the views.

    coarse   before accept, and for everybody who has not opened the case: nothing that identifies anybody
    full     for the one who accepted, and coordinators who opened it with a reason

What several cards say alike: when a hearing is, where it may be, that somebody is well. A drill in one line: where and when,
and how long it took to the first answer.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date
from msgspec.structs import replace

from core.alerting.geography import PHONE_KM, GazetteerGeography, km_from_case
from core.casework import case_columns
from core.casework.claim_kinds import HELD, KINDS
from core.conversation.typed_shortcuts import typed_control
from core.folding import clean_text, inert_line
from core.model import Case, Entry, Member
from core.places.station_labels import station_label
from core.presentation import utf16_length
from core.records.drills import Drill, case_of_drill
from core.values import CountKind, Hearing, Precision
from core.vocabulary import RecordKind, outcome_key
from handlers.cards.case_loading import view_of
from handlers.cards.fact_lines import CaseReading, fact_line, fact_lines, shorten, zone_mark
from handlers.service import Service
from storage.transaction import Transaction

# UTF-16 units, so that a case fits one message however much was typed; all of it is behind a button.
WORDS_SHOWN = 1500  # of the reporter's words in the case view
WORDS_BRIEFLY = 500  # of them, until *More…* is pressed
WORDS_LEAST = 600  # in any case: the last messages are always there, so that no misreading can hide
LAST_MESSAGES = 3
HEAD = 1200  # left for the head of the case view, with its clocks; the rest is for facts and words
NEAREST = 3  # places that one message may mean
LAST, READ = 5, 1000  # messages, and characters of each, in which a place is looked for


def state_lines(service: Service, language: str, case: Case) -> list[str]:
    """The same for who has the case or has opened it: what and who in one line, where and when in the next."""
    head, place, *more = coarse_lines(service, language, case)
    people = _people_lines(service, language, case) if case.count_kind is not CountKind.UNKNOWN else []
    reported = more[len(_people_lines(service, language, case))]
    return [
        " · ".join([head, *people]),
        f"{place} · {reported}",
        *more[len(_people_lines(service, language, case)) + 1 :],
    ]


def coarse_lines(service: Service, language: str, case: Case) -> list[str]:
    """Situation, city and district, how many, priority, language, when reported, unverified. Nothing else: no station, no
    age and no injury, by which somebody may be known.
    """
    say = service.words.say
    lines = [
        say(
            language,
            "offer-head",
            priority=case.priority,
            situation=situation_words(service, language, case),
        ),
        say(language, "offer-place", place=place_name(service, language, case)),
        *_people_lines(service, language, case),
        say(
            language,
            "offer-reported",
            spoken=say(language, f"spoken-{case.language}"),
            time=local_time(case.opened_at, zone_of(service, case), service.zone),
            verification=say(language, f"verification-{case.verification}"),
        ),
    ]
    if case.says_over:
        lines.append(say(language, "offer-says-over"))
    if case.says_false:
        lines.append(say(language, "offer-says-false"))
    return lines


def lines_for_asked(service: Service, language: str, case: Case, member: Member) -> list[str]:
    """The same for somebody who is asked."""
    return coarse_lines(service, language, case) + phone_help_lines(service, language, case, member)


def _people_lines(service: Service, language: str, case: Case) -> list[str]:
    """Nothing of a record in which nobody is held and nobody is named."""
    if case.record not in HELD and not case.identified + case.unidentified_min:
        return []
    return [service.words.say(language, "offer-who", count=count_words(service, language, case))]


def phone_help_lines(service: Service, language: str, case: Case, member: Member) -> list[str]:
    """To a lawyer who is far, or serves other regions, that help by phone is enough."""
    ground = GazetteerGeography(service.gazetteer)
    if case.elsewhere and ground.region_of(case.elsewhere) in {
        ground.region_of(city) for city in member.cities
    }:
        return []
    distance = km_from_case(case, member, ground)
    if distance is not None and distance >= PHONE_KM:
        return [service.words.say(language, "offer-by-phone-km", km=round(distance, -1))]
    served = {ground.region_of(city) for city in member.cities} - {None}
    elsewhere = case.region is not None and served and case.region not in served
    return [service.words.say(language, "offer-by-phone")] if elsewhere else []


def situation_words(service: Service, language: str, case: Case) -> str:
    """What happened; marked where that is only guessed."""
    said = service.words.say(language, f"situation-{case.situation}")
    return service.words.say(language, "guessed", value=said) if case.record is RecordKind.UNCLEAR else said


def place_name(service: Service, language: str, case: Case) -> str:
    """City and district, or the region, from the gazetteer; or "place unknown"."""
    known, name = (
        service.gazetteer.knows,
        service.gazetteer.name,
    )  # an earlier version may have had other places
    names = [name(i, language) if known(i) else i for i in (case.city or case.region, case.district) if i]
    here = ", ".join(names) if names else service.words.say(language, "place-unknown")
    other = case.elsewhere if case.elsewhere and known(case.elsewhere) else None
    if other is None or service.gazetteer.region_of(other) == case.region:
        return here
    return service.words.say(language, "place-or-elsewhere", place=here, other=name(other, language))


def held_label(service: Service, language: str, text: str, town: str) -> str:
    """The station that these words name, as it is called for people; empty if they do not tell which."""
    return station_label(service.words, service.gazetteer, service.stations, language, text, town)


def zone_of(service: Service, case: Case) -> ZoneInfo:
    """The place's own zone, or the organisation's."""
    return case_columns.zone_of(service.gazetteer, service.zone, case.district, case.city, case.region)


def for_reader(service: Service, case: Case, reader: Member) -> Service:
    """The same, marking times where the place has another clock than the reader: that of the first city they serve."""
    known = [city for city in reader.cities if service.gazetteer.knows(city)]
    if not known or case.region is None:
        return service
    theirs = case_columns.zone_of(service.gazetteer, service.zone, known[0])
    same = not zone_mark(case.opened_at, zone_of(service, case), theirs)
    return service if same else replace(service, zone=theirs)


def local_time(moment: datetime, zone: ZoneInfo, home: ZoneInfo) -> str:
    """Hour and minute, with the date, in a zone, which is marked where its clock is not that of ``home``."""
    return f"{moment.astimezone(zone):%d.%m} {hour_words(moment, zone, home)}"


def hour_words(moment: datetime, zone: ZoneInfo, home: ZoneInfo) -> str:
    """Hour and minute without the date, in a zone, which is marked where its clock is not that of ``home``."""
    return f"{moment.astimezone(zone):%H:%M}{zone_mark(moment, zone, home)}"


def day_words(moment: datetime, zone: ZoneInfo, language: str) -> str:
    """Day and month, as the language writes them."""
    return str(format_date(moment.astimezone(zone), "d MMMM", locale=language))


def count_words(service: Service, language: str, case: Case) -> str:
    """How many persons, as surely as it was said; identified and unidentified apart."""
    total = case.identified + case.unidentified_min
    kind = case.count_kind
    if kind is CountKind.UNKNOWN:
        if not case.identified:
            return service.words.say(language, "count-unknown")
        kind = CountKind.AT_LEAST
    return service.words.say(language, f"count-{kind.value.replace('_', '-')}", count=total)


def elapsed_time(service: Service, language: str, case: Case, at: datetime) -> str:
    """How long after the report ``at`` is, in hours and minutes; nothing within the first minute."""
    minutes = int((at - case.opened_at).total_seconds() // 60)
    if minutes < 1:
        return ""
    return service.words.say(language, "offer-elapsed", hours=minutes // 60, minutes=minutes % 60)


def outcome_words(service: Service, language: str, case: Case) -> str:
    """How a closed case ended."""
    return service.words.say(language, outcome_key(case.outcome or "other"))


def whole_lines(
    reading: CaseReading,
    entries: list[Entry],
    *,
    notes: Sequence[str] = (),
    cut: bool = False,
    most: int = WORDS_SHOWN,
) -> list[str]:
    """Everything that is known, members' notes, and below the reporters' words. ``cut``: more was said before these;
    ``most``: of their words.
    """
    service = reading.service
    lines = [*fact_lines(reading), *notes]
    free = service.everywhere.text - HEAD - utf16_length("\n".join(lines))
    room = min(most, max(free, min(WORDS_LEAST, service.everywhere.text // 6)))
    return lines + words_lines(
        service, reading.language, entries, reading.zone, room, shortened=cut, numbers=reading.call_own
    )


def words_lines(
    service: Service,
    language: str,
    entries: list[Entry],
    zone: ZoneInfo,
    limit: int | None = None,
    *,
    shortened: bool = False,
    numbers: bool = True,
) -> list[str]:
    """The reporter's exact words with their times, newest last; beyond ``limit`` units cut from the front. ``numbers``: of a
    shared contact too; else only how they end.

    Where there is a limit, "skip", "yes" and the like take no place: what they answered stands among the facts.
    """
    lines = [
        f"{local_time(e.at, zone, service.zone)} {said}{_entry_marks(service, language, e, zone)}"
        for e in entries
        if (said := _entry_words(e, numbers=numbers))
        and not (limit is not None and _answers_only(service, e))
    ]
    if not lines:
        return []
    if limit is not None and sum(map(utf16_length, lines)) > limit:
        lines, shortened = _newest_lines(lines, limit), True
    head = service.words.say(language, "case-words-cut" if shortened else "case-words")
    return ["", head, *lines]


def _newest_lines(lines: list[str], limit: int) -> list[str]:
    """As many as have room; the last messages in any case, of which the longest are cut."""
    lengths = [utf16_length(line) for line in lines]
    while len(lengths) > LAST_MESSAGES and sum(lengths) > limit:
        lengths.pop(0)
    lines = lines[-len(lengths) :]
    if sum(lengths) <= limit:
        return lines
    limit -= len(lines) - 1  # between them
    shortest_first = sorted(range(len(lines)), key=lambda number: lengths[number])
    for done, number in enumerate(shortest_first):  # what the short ones leave goes to the longer
        lines[number] = shorten(lines[number], limit // (len(lines) - done))
        limit -= utf16_length(lines[number])
    return lines


def _entry_words(entry: Entry, *, numbers: bool) -> str:
    """What one message said in words, in a shared place or in a shared contact."""
    text = entry.payload.get("text", "")
    bare = text.startswith("/") and "read" not in entry.payload  # a command and no words behind it
    parts = [f"«{inert_line(text)}»"] if text and not bare else []
    if "location" in entry.payload:
        parts.append("📍 {:.5f}, {:.5f}".format(*entry.payload["location"]))
    if "contact" in entry.payload:
        contact = entry.payload["contact"]
        phone = contact.get("phone") or ""
        shown = phone if numbers or not phone else f"…{phone[-2:]}"
        shared = " ".join(part for part in ("📞", shown, contact.get("name")) if part)
        parts.append(inert_line(shared))
    return " ".join(parts)


def _answers_only(service: Service, entry: Entry) -> bool:
    return typed_control(clean_text(entry.payload.get("text", "")), service.words) is not None


def _entry_marks(service: Service, language: str, entry: Entry, zone: ZoneInfo) -> str:
    marks = []
    if "forwarded" in entry.payload:
        written = local_time(datetime.fromisoformat(entry.payload["forwarded"]), zone, service.zone)
        marks.append(service.words.say(language, "words-forwarded", time=written))
    if "standing" in entry.payload:
        marks.append(service.words.say(language, f"words-{entry.payload['standing']}"))
    if entry.corrects is not None:
        marks.append(service.words.say(language, "words-corrects"))
    return "".join(f" ({mark})" for mark in marks)


def drill_line(service: Service, language: str, drill: Drill) -> str:
    """Where and when it was, and how long it took to the first answer."""
    say, case = service.words.say, case_of_drill(drill)
    place = place_name(service, language, case)
    when = local_time(drill.began_at, zone_of(service, case), service.zone)
    if drill.first_answer_at is None:
        return say(language, "drill-head-nobody", place=place, time=when, asked=drill.asked)
    after = minutes_and_seconds(drill.first_answer_at - drill.began_at)
    return say(language, "drill-head", place=place, time=when, asked=drill.asked, after=after)


def minutes_and_seconds(span: timedelta) -> str:
    """Minutes and seconds: 0:41."""
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"


def date_words(service: Service, moment: datetime) -> str:
    """A day with its year, where it is about years."""
    return f"{moment.astimezone(service.zone):%d.%m.%Y}"


def hearing_time(service: Service, case: Case, hearing: Hearing) -> str:
    """In the place's zone; the day alone where the hour is not known."""
    zone = zone_of(service, case)
    if hearing.precision is Precision.DAY:
        return f"{hearing.at.astimezone(zone):%d.%m}"
    return local_time(hearing.at, zone, service.zone)


async def well_lines(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """What somebody who missed a check-in has written since, that they are well, confirmed or not: no word of theirs. For
    coordinators, and for lawyers before they accept.
    """
    if case.situation != "missing":
        return []
    zone = zone_of(service, case)
    said = fact_line(CaseReading(service, language, case, await view_of(tx, case), zone), KINDS["says_well"])
    return [said] if said else []


def likeliest_places(service: Service, said: Sequence[str]) -> list[str]:
    """Where it may be, by what was said: what was named last, then what is near to the words, then the larger cities."""
    gazetteer = service.gazetteer
    found = [gazetteer.find(text[:READ]) for text in said[: -LAST - 1 : -1]]
    named = [match.city or match.region for match in found if match is not None]
    near = [place for text in said for place in gazetteer.close(text, NEAREST)]
    cities = [city.id for city in gazetteer.buttons()]
    return [id for id in dict.fromkeys((*named, *near, *cities)) if id is not None and gazetteer.knows(id)]
