"""The facts of a case, one line a kind that somebody claimed, in the order of the table of kinds.

A new kind shows itself, by what its value is; SPECIAL has those that look otherwise, or are told also when nobody has said
anything. The label is ``case-<kind>`` in ``core/words``.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from core.casework.answering import WriterSituation, at_scene, is_at_risk
from core.casework.case_view import CaseView, is_perhaps
from core.casework.claim_kinds import KINDS, Certainty, ClaimKind, ClaimSubject
from core.casework.claims import Fact
from core.folding import inert_line
from core.model import Case
from core.presentation import utf16_length
from core.understanding.quoting import sentence_behind
from core.values import Consent, Contact, CountKind, Moment, People, Place, Precision, Value
from core.vocabulary import PHONE, RecordKind
from handlers.service import Service

QUOTED = 120  # UTF-16 units of a sentence
_QUOTE = re.compile("«[^«»]*»")
NAMES_SHOWN = 800  # UTF-16 units, so that a case fits one message however much was typed
FACT_SHOWN = 300


class CaseReading(Struct, frozen=True):
    """A case that somebody reads, in their language and the place's zone.

    ``taken``: whose phone may be in other hands (see card_lines.whose_phone_is_taken). ``words``: what was typed, by entry,
    for those who may read it: values that were read from it are shown beside its sentence. ``brief``: only those that may be
    so; all words stand below.
    """

    service: Service
    language: str
    case: Case
    view: CaseView
    zone: ZoneInfo
    taken: str = ""
    words: Mapping[int, str] = field(default_factory=dict)
    brief: bool = False

    @property
    def call_own(self) -> bool:
        """Whether the reporter's own number may be rung; else it is not shown, so that nobody does it by a slip."""
        return self.taken != "own"

    def say(self, key: str, **values: str) -> str:
        """Words in the reader's language."""
        return self.service.words.say(self.language, key, **values)


def fact_lines(reading: CaseReading) -> list[str]:
    """Everything that is known; what was not said is left out, what is very long is cut."""
    kinds = [*(KINDS[name] for name in ONLY_PERHAPS), *(kind for kind in KINDS.values() if kind.on_card)]
    lines = quote_once(line for kind in kinds if (line := fact_line(reading, kind)))
    if reading.view.not_understood:
        lines.append(reading.say("case-not-understood", kinds=_unknown_kinds(reading.view)))
    return lines


def fact_line(reading: CaseReading, kind: ClaimKind) -> str:
    """What is known of one kind, with its label; empty if nothing is."""
    draw = SPECIAL.get(kind.name, _value_words)
    text = shorten(inert_line(draw(reading, kind)), NAMES_SHOWN if kind.name == "name" else FACT_SHOWN)
    return reading.say(f"case-{kind.name.replace('_', '-')}", value=text) if text else ""


def _value_words(reading: CaseReading, kind: ClaimKind) -> str:
    """What is true, and what others say beside it, and what may be so too."""
    fact = reading.view.fact(kind.name)
    said = [_fact_words(reading, kind, fact)] if fact is not None else []
    said += _guess_words(reading, kind)
    if kind.about is ClaimSubject.EITHER:
        said += [
            f"{person_name(reading.language, reading.service, reading.view, person.id)}: {_fact_words(reading, kind, about)}"
            for person in reading.view.persons
            if (about := person.facts.get(kind.name)) is not None
        ]
    return "; ".join(said)


def _fact_words(reading: CaseReading, kind: ClaimKind, fact: Fact) -> str:
    said = [
        _with_doubt(reading, source, fact_text(reading, kind, source.value))
        for source in (fact, *_contradicting(fact))
    ]
    return " · ".join(dict.fromkeys(text for text in said if text))


def _guess_words(reading: CaseReading, kind: ClaimKind) -> list[str]:
    """What may be so: of each source what it said last."""
    guesses = reading.view.guesses.get(kind.name, ())
    said = [_with_doubt(reading, guess, fact_text(reading, kind, guess.value)) for guess in guesses]
    return [text for text in dict.fromkeys(said) if text]


def person_name(language: str, service: Service, view: CaseView, person: int) -> str:
    """Who a person of the case is: the newest name; else the number among those without one."""
    found = next((known for known in view.persons if known.id == person), None)
    if found is not None and found.names:
        return capitalised_name(found.names[-1])
    nameless = [other.id for other in view.persons if not other.names]
    number = nameless.index(person) + 1 if person in nameless else len(nameless) + 1
    return service.words.say(language, "person-nameless", number=number)


def _with_doubt(reading: CaseReading, fact: Fact, text: str) -> str:
    """What was read from words stands beside its sentence; what is no fact by that is marked so."""
    if not text:
        return ""
    sentence = _quoted(reading, fact)
    text = reading.say("guessed", value=text) if is_perhaps(fact) else text
    return f"{text} {sentence}" if sentence else text


def _quoted(reading: CaseReading, fact: Fact) -> str:
    """The sentence that a value was read from, for those who may read words; nothing of what was chosen or answered."""
    claim = fact.claim
    said = reading.words.get(claim.entry_id or 0, "")
    if not said or claim.certainty is Certainty.SAID or (reading.brief and not is_perhaps(fact)):
        return ""
    sentence = sentence_behind(claim.kind, fact.value, said, reading.service.heard)
    return f"«{shorten(inert_line(sentence), QUOTED)}»"


def quote_once(lines: Iterable[str]) -> list[str]:
    """A sentence from which several values were read is quoted beside the first."""
    seen: set[str] = set()

    def quote(match: re.Match[str]) -> str:
        again = match.group() in seen
        seen.add(match.group())
        return "«…»" if again else match.group()

    return [_QUOTE.sub(quote, line) for line in lines]


def _contradicting(fact: Fact) -> tuple[Fact, ...]:
    return () if isinstance(fact.value, tuple) else fact.others  # a union has all of them in it


def fact_text(reading: CaseReading, kind: ClaimKind, value: Value) -> str:
    """One value in words; empty where it stands elsewhere."""
    match value:
        case Moment():
            return when_words(reading, value)
        case Contact() if value.phone and value.own is not False and not reading.call_own:
            return reading.say("contact-own", end=value.phone[-2:])
        case Consent():
            return _option_words(reading, kind, value.answer)
        case People():
            return _people_words(reading, value)
        case Contact():
            return " ".join(part for part in (value.phone, value.name) if part) or value.words
        case tuple():
            options = [option for option in value if option != PHONE]  # that one is said in the head
            return ", ".join(_option_words(reading, kind, option) for option in options)
        case str() if kind.holds.is_option:
            return _option_words(reading, kind, value)
        case str():
            return value
        case _:
            return ""


def _people_words(reading: CaseReading, people: People) -> str:
    """The names that may be meant, and how many there may be."""
    if people.count is None:
        return ", ".join(people.names)
    key = f"count-{CountKind(people.kind).value.replace('_', '-')}"
    count = reading.service.words.say(reading.language, key, count=people.count)
    return ", ".join((*people.names, count))


def _option_words(reading: CaseReading, kind: ClaimKind, option: str) -> str:
    """An option in words; one of a newer version as it is stored."""
    key = kind.option_key(option)
    return reading.say(key) if reading.service.words.has(reading.language, key) else option


def when_words(reading: CaseReading, when: Moment) -> str:
    """A moment at its own precision, in the place's zone; the person's words when it was not understood."""
    if when.at is None or when.precision is Precision.UNKNOWN:
        return when.words
    here = when.at.astimezone(reading.zone)
    clock = {
        Precision.MINUTE: f"{here:%d.%m.%Y %H:%M}",
        Precision.HOUR: f"{here:%d.%m.%Y %H:%M}",
        Precision.PART: f"{here:%d.%m.%Y} {reading.say(f'part-{here.hour // 6}')}",
        Precision.DAY: f"{here:%d.%m.%Y}",
        Precision.MONTH: f"{here:%m.%Y}",
        Precision.YEAR: f"{here:%Y}",
    }[when.precision]
    if when.precision is Precision.DAY:  # a day is not "about" a day: only the hour is not known
        return reading.say("day-time", time=clock)
    if when.precision in (Precision.MINUTE, Precision.HOUR):
        clock += zone_mark(when.at, reading.zone, reading.service.zone)
    return clock if when.exact else reading.say("about-time", time=clock)


def zone_mark(moment: datetime, zone: ZoneInfo, home: ZoneInfo) -> str:
    """`` UTC+5`` behind a time of another clock than that of ``home``; else nothing."""
    ahead = moment.astimezone(zone).utcoffset() or timedelta()
    if ahead == moment.astimezone(home).utcoffset():
        return ""
    hours, rest = divmod(abs(ahead) // timedelta(minutes=1), 60)
    return f" UTC{'-' if ahead < timedelta() else '+'}{hours}" + (f":{rest:02}" if rest else "")


def shorten(text: str, limit: int) -> str:
    """At most so many UTF-16 units; what was cut shows as an ellipsis, and where there is no room at all only that."""
    if utf16_length(text) <= limit:
        return text
    while text and utf16_length(text) >= limit:
        text = text[: -max(1, (utf16_length(text) - limit) // 2)]
    return text + "…"


def capitalised_name(name: str) -> str:
    """A name that was typed in small letters, with its capitals."""
    return " ".join(part.capitalize() for part in name.split()) if name.islower() else name


def _spellings(names: Iterable[str]) -> str:
    return " / ".join(dict.fromkeys(map(capitalised_name, names)))


def _names_words(reading: CaseReading, kind: ClaimKind) -> str:
    """The names, each person's spellings together; how many there are stands above."""
    names = [
        " ".join(filter(None, (_spellings(person.names), _quoted(reading, person.facts["name"]))))
        for person in reading.view.persons
        if person.names
    ]
    withheld = [reading.say("who-withheld")] if reading.view.people.withheld else []
    return "; ".join([*names, *withheld])


def _place_words(reading: CaseReading, kind: ClaimKind) -> str:
    parts = [_value_words(reading, kind)]
    place = reading.view.value("place")
    if isinstance(place, Place):
        parts.append("" if place.city else place.text)  # a city stands above, by its name in the gazetteer
        if place.latitude is not None and place.longitude is not None:
            parts.append(f"{place.latitude:.5f}, {place.longitude:.5f}")
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _ongoing_words(reading: CaseReading, kind: ClaimKind) -> str:
    if reading.case.ongoing == UNSAID:
        return ""
    text, fact = _option_words(reading, kind, reading.case.ongoing), reading.view.fact(kind.name)
    return (
        _with_doubt(reading, fact, text) if fact is not None and fact.value == reading.case.ongoing else text
    )


def _perhaps_happened(reading: CaseReading, kind: ClaimKind) -> str:
    """What happened, as it was read from words, beside its sentence; what was said stands in the head."""
    fact = reading.view.fact(kind.name)
    confirmed = reading.case.record is RecordKind.DEPRIVATION
    if fact is None or confirmed or reading.brief or not is_perhaps(fact) or not _quoted(reading, fact):
        return ""
    return _with_doubt(reading, fact, fact_text(reading, kind, fact.value))


def _perhaps_counted(reading: CaseReading, kind: ClaimKind) -> str:
    """How many there may be, beside those who stand in the head."""
    return "; ".join(_guess_words(reading, kind)) if reading.words else ""


def _may_write(reading: CaseReading, kind: ClaimKind) -> str:
    """Where the phone may be in other hands nobody writes, even if it was allowed before."""
    if reading.taken in ("own", "doubt"):
        return reading.say("consent-not-now")
    return _value_words(reading, kind) or reading.say(
        "consent-quietly" if is_at_risk(_told_in(reading.view)) else "consent-unanswered"
    )


def _told_in(view: CaseView) -> WriterSituation:
    """Where the reporter is, as the case says now."""
    link, situation = view.fact("link"), view.fact("situation")
    told, maybe = [view.fact("urgent")], view.guesses.get("urgent", ())
    is_told = situation is not None and situation.claim.certainty is not Certainty.GUESSED
    return WriterSituation(
        frozenset({str(situation.value)}) if situation is not None and is_told else frozenset(),
        str(link.value) if link is not None else None,
        link is not None and link.claim.certainty is Certainty.SAID,
        at_scene(*_flags(told), guessed=_flags(maybe)),
        any(PHONE in flags for flags in _flags(told)),
    )


def _flags(facts: Iterable[Fact | None]) -> list[tuple[object, ...]]:
    return [fact.value for fact in facts if fact is not None and isinstance(fact.value, tuple)]


def _unknown_kinds(view: CaseView) -> str:
    return ", ".join(sorted({claim.kind for claim in view.not_understood}))


UNSAID = "unknown"  # whether it goes on
ONLY_PERHAPS = ("situation", "count")  # what is known of these stands in the head
SPECIAL: Mapping[str, Callable[[CaseReading, ClaimKind], str]] = {
    "name": _names_words,
    "where": _place_words,
    "situation": _perhaps_happened,
    "count": _perhaps_counted,
    "ongoing": _ongoing_words,  # also no when a member has closed the case so
    "consent": _may_write,
}
