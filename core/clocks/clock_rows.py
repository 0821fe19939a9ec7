"""The rows of a country's legal clocks, read from its sheets. The code knows no country: rows are data, and each says
whether a lawyer has checked it.

All mistakes in the sheets are reported at once, each with its file and row.
"""

import json
import re
from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from core.casework.claim_kinds import KINDS, SITUATIONS, ValueKind
from core.casework.interventions import InterventionKind
from core.model import LANGUAGES

FIRST_SAID = "first_said"  # in ``else_from``: when we were first told anything of the case
ANSWERED = "complaint_answered"  # a complaint was answered, refused, not registered, or somebody said that no answer came
TO_COURT = "court_complaint_filed"  # a complaint went to the court
OF_PAPERS = frozenset({ANSWERED, TO_COURT})  # moments that are told by what was sent and answered


class ClockRegime(StrEnum):
    """What sort of detention it is: the options of the claim ``regime``."""

    ADMINISTRATIVE = "administrative"  # an offence without arrest
    ARRESTABLE = "arrestable"  # administrative arrest is possible
    BORDER = "border"  # border, migration, customs, protected object
    CRIMINAL = "criminal"
    CRIMINAL_GRAVE = "criminal_grave"  # one of the cases with the longest term


class AtEnd(StrEnum):
    """What it means that the time is over."""

    OVERRUN = "overrun"  # somebody is held longer than the law allows: evidence
    ASK = "ask"  # by now it must have happened; whether it did, nobody tells us by itself
    TERM = "term"  # our own: what was not filed by then is late


class RowSureness(StrEnum):
    """How surely a row is known, until a lawyer has checked it."""

    A = "A"  # wording of the code, read in a copy of it
    B = "B"  # an official body, or its press
    C = "C"  # secondary, unofficial, or a draft
    UNKNOWN = "?"


class ClockLength(Struct, frozen=True):
    """How long, for which regimes (empty: any) and ages (``minor``: None is any). ``doubtful``: nobody knows if it holds."""

    count: int
    unit: str  # hours, days, months
    regimes: frozenset[ClockRegime] = frozenset()
    minor: bool | None = None
    doubtful: bool = False

    @property
    def text(self) -> str:
        """``48h``, ``10d``, ``2m``: as marks of it are kept."""
        return f"{self.count}{self.unit[0]}"

    def after(self, start: datetime, zone: ZoneInfo) -> datetime:
        """When it is over. Hours and days are spans of time; months end on the same day of the calendar in the zone."""
        if self.unit != "months":
            return start + timedelta(**{self.unit: self.count})
        here = start.astimezone(zone)
        year, month = divmod(here.year * 12 + here.month - 1 + self.count, 12)
        day = min(here.day, monthrange(year, month + 1)[1])
        return here.replace(year=year, month=month + 1, day=day).astimezone(start.tzinfo)


class ClockRow(Struct, frozen=True):
    """One clock. ``text`` is the whole row as it stands in the file: what a lawyer signs."""

    id: str
    names: Mapping[str, str]  # by language
    starts: tuple[str, ...]
    else_from: tuple[str, ...]
    stops: frozenset[str]
    at_end: AtEnd
    situations: frozenset[str]
    regimes: frozenset[ClockRegime]
    lengths: tuple[ClockLength, ...]
    extended_by: str
    articles: Mapping[str, tuple[str, ...]]  # as they are cited, by language
    article_ids: tuple[str, ...]
    sure: RowSureness
    source: str
    valid_from: date | None
    valid_to: date | None
    note: Mapping[str, str]  # by language
    text: str
    answers: frozenset[str] = frozenset()  # sorts of papers to which a body has to answer by it
    serves: tuple[
        str, ...
    ] = ()  # from which moments the days of an arrest may be counted, that a court has given

    def holds(self, day: date) -> bool:
        """Whether it is the law of that day, as far as that is known."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


Law = tuple[ClockRow, ...]


CLOCKS, ARTICLES = "clocks.toml", "articles.toml"
UNITS = ("hours", "days", "months")
FIELDS = {
    "id": str, **dict.fromkeys(LANGUAGES, str), "starts": list, "else_from": list, "stops": list, "at_end": str,
    "situations": list, "regimes": list, "lengths": list, "extended_by": str, "articles": list, "sure": str,
    "source": str, "valid_from": str, "valid_to": str, "note": dict,
}  # fmt: skip
ANSWERS, SERVES = "answers", "serves"  # the fields that most rows do not have
_CITED = re.compile(r"(?P<article>.+?)(?P<part>\(\d+\))?")
_MOMENTS = frozenset(name for name, kind in KINDS.items() if kind.holds is ValueKind.MOMENT)
_ALLOWED: Mapping[str, Collection[str]] = {
    "starts": _MOMENTS | OF_PAPERS,
    "else_from": _MOMENTS | {FIRST_SAID},
    "stops": _MOMENTS | OF_PAPERS,
    "situations": SITUATIONS,
    "regimes": tuple(ClockRegime),
}


class LawError(ValueError):
    """The sheets of the law have mistakes; the message names all of them, each with its file and row."""


def read_law(clocks: Mapping[str, Any], articles: Mapping[str, Any], where: str) -> Law:
    """The rows of both sheets as they were parsed; ``where``: the folder, as it is shown. Raises LawError."""
    known = {row["id"]: row for row in articles.get("article", ())}
    acts = articles.get("acts", {})
    mistakes, rows, seen = [], [], set()
    for number, data in enumerate(clocks.get("clock", ()), start=1):
        name = f"{where}/{CLOCKS}, row {number} ({data.get('id', 'without id')})"
        wrong = list(_mistakes(data, known, acts))
        if data.get("id") in seen:
            wrong.append("another row has this id")
        seen.add(data.get("id"))
        mistakes += [f"{name}: {what}" for what in wrong]
        if not wrong:
            rows.append(_clock_row(data, known, acts))
    if mistakes:
        raise LawError("The law of the country cannot be read:\n" + "\n".join(mistakes))
    return tuple(rows)


def _mistakes(data: Mapping[str, Any], known: Mapping[str, Any], acts: Mapping[str, Any]) -> Iterator[str]:
    for field, kind in FIELDS.items():
        if field not in data:
            yield f"{field} is missing"
        elif not isinstance(data[field], kind):
            yield f"{field} is {data[field]!r}: it must be a {kind.__name__}"
    for field in data.keys() - FIELDS.keys() - {ANSWERS, SERVES}:
        yield f"{field} is no field of a clock"
    for field in (ANSWERS, SERVES):
        if not isinstance(data.get(field, []), list):
            yield f"{field} is {data[field]!r}: it must be a list"
            return
    for sort in data.get(ANSWERS, []):
        if sort not in tuple(InterventionKind):
            yield f"{ANSWERS} has {sort!r}: use {', '.join(InterventionKind)}"
    for moment in data.get(SERVES, []):
        if moment not in _MOMENTS:
            yield f"{SERVES} has {moment!r}: use {', '.join(sorted(_MOMENTS))}"
    if any(not isinstance(data.get(field), kind) for field, kind in FIELDS.items()):
        return
    for field in ("id", *LANGUAGES, "source"):
        if not data[field].strip():
            yield f"{field} is empty"
    for field, allowed in _ALLOWED.items():
        for value in data[field]:
            if value not in allowed:
                yield f"{field} has {value!r}: use {', '.join(sorted(allowed))}"
    for field, words in (("at_end", AtEnd), ("sure", RowSureness)):
        if data[field] not in tuple(words):
            yield f"{field} is {data[field]!r}: use {', '.join(words)}"
    for cited in data["articles"]:
        article = _CITED.fullmatch(str(cited))
        if article is None or article["article"] not in known:
            yield f"articles has {cited!r}, which {ARTICLES} does not know"
        elif _act(known[article["article"]]) not in acts:
            yield f"articles has {cited!r}, whose act has no name in [acts] of {ARTICLES}"
    for length in data["lengths"]:
        yield from _mistakes_of_length(length)
    for field in ("valid_from", "valid_to"):
        if not _is_day(data[field]):
            yield f"{field} is {data[field]!r}: write a day as 2026-06-30, or nothing"
    if set(data["note"]) != set(LANGUAGES):
        yield f"note is needed in {', '.join(LANGUAGES)}"


def _mistakes_of_length(length: Any) -> Iterator[str]:
    units = [unit for unit in UNITS if isinstance(length, dict) and unit in length]
    if len(units) != 1 or type(length[units[0]]) is not int or length[units[0]] <= 0:
        yield f"lengths has {length!r}: one of {', '.join(UNITS)}, a whole number above 0"
        return
    for field in length.keys() - {*UNITS, "regimes", "minor", "doubtful"}:
        yield f"lengths has {field!r}, which is no field of a length"
    for regime in length.get("regimes", ()):
        if regime not in tuple(ClockRegime):
            yield f"lengths has the regime {regime!r}: use {', '.join(ClockRegime)}"
    for field in ("minor", "doubtful"):
        if not isinstance(length.get(field, True), bool):
            yield f"lengths has {field} = {length[field]!r}: true or false"


def _is_day(text: str) -> bool:
    try:
        _day(text)
    except ValueError:
        return False
    return True


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _clock_row(data: Mapping[str, Any], known: Mapping[str, Any], acts: Mapping[str, Any]) -> ClockRow:
    regimes = frozenset(map(ClockRegime, data["regimes"]))
    lengths = []
    for length in data["lengths"]:
        (unit,) = (unit for unit in UNITS if unit in length)
        narrower = frozenset(map(ClockRegime, length.get("regimes", ())))
        doubtful = length.get("doubtful", False)
        lengths.append(ClockLength(length[unit], unit, narrower or regimes, length.get("minor"), doubtful))
    cited = [match for text in data["articles"] if (match := _CITED.fullmatch(text))]
    return ClockRow(
        id=data["id"],
        names={language: data[language] for language in LANGUAGES},
        starts=tuple(data["starts"]),
        else_from=tuple(data["else_from"]),
        stops=frozenset(data["stops"]),
        at_end=AtEnd(data["at_end"]),
        situations=frozenset(data["situations"]),
        regimes=regimes,
        lengths=tuple(lengths),
        extended_by=data["extended_by"],
        articles={
            language: tuple(
                _cited(known[citation["article"]], citation["part"] or "", acts, language)
                for citation in cited
            )
            for language in LANGUAGES
        },
        article_ids=tuple(citation["article"] for citation in cited),
        sure=RowSureness(data["sure"]),
        source=data["source"],
        valid_from=_day(data["valid_from"]),
        valid_to=_day(data["valid_to"]),
        note=dict(data["note"]),
        text=json.dumps(data, ensure_ascii=False, sort_keys=True),
        answers=frozenset(data.get(ANSWERS, [])),
        serves=tuple(data.get(SERVES, [])),
    )


def _act(article: Mapping[str, Any]) -> str:
    return str(article["id"]).removesuffix(f"-{article['number']}")


def _cited(article: Mapping[str, Any], part: str, acts: Mapping[str, Any], language: str) -> str:
    return f"{acts[_act(article)][language]} {article['number']}{part}"
