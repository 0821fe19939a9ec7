"""The values that answers hold: places, people, moments, contacts. Each can be kept as JSON and read back.

Field names follow HURIDOCS where it has a word; see docs/develop/architecture.md for the glossary.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import fields


class Texts(Struct, frozen=True):
    """Empty in a language in which nobody has written them."""

    kk: str = ""
    ru: str = ""
    en: str = ""

    def of(self, language: str) -> str:
        """In this language."""
        text: str = getattr(self, language)
        return text


class CountKind(StrEnum):
    """How surely the number of persons is known."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    ABOUT = "about"
    SEVERAL = "several"  # at least two in all
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How finely a moment is known."""

    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"  # of the day: night 0-6, morning 6-12, afternoon 12-18, evening 18-24
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class Place(Struct, frozen=True):
    """Where. ``city``, ``district`` and ``region`` are ids of the gazetteer; ``text`` is the person's own words.

    ``unknown`` means that the person said they do not know. Coordinates are degrees, WGS 84.
    """

    city: str | None = None
    district: str | None = None
    region: str | None = None
    text: str = ""
    latitude: float | None = None
    longitude: float | None = None
    unknown: bool = False
    outside: bool = False  # outside the jurisdiction

    @property
    def is_city(self) -> bool:
        """Whether this is enough to look for a lawyer: a known place, or "I do not know where"."""
        return self.city is not None or self.region is not None or self.unknown or self.outside


class People(Struct, frozen=True):
    """Who, or how many. ``count`` is the number of persons in all as far as said; names count among them.

    ``withheld`` is "I do not want to name". ``freed``: so many more were said to be let go.
    """

    names: tuple[str, ...] = ()
    count: int | None = None
    kind: CountKind = CountKind.UNKNOWN
    withheld: bool = False
    freed: int = 0

    @property
    def identified(self) -> int:
        """Persons with a name."""
        return len(self.names)

    @property
    def unidentified_min(self) -> int:
        """Persons without a name: the least number that the words allow."""
        least = {
            CountKind.EXACT: self.count or 0,
            CountKind.AT_LEAST: self.count or 0,
            CountKind.ABOUT: self.count or 0,
            CountKind.SEVERAL: max(2, self.count or 0),
            CountKind.UNKNOWN: 1,
        }[self.kind]
        return max(0, least - self.identified)


class Moment(Struct, frozen=True):
    """When. ``at`` is UTC and is the start of what ``precision`` covers; ``exact`` is what the person claims."""

    at: datetime | None = None
    precision: Precision = Precision.UNKNOWN
    exact: bool = False
    words: str = ""


class Contact(Struct, frozen=True):
    """Whom can we phone. ``phone`` is E.164, or empty when only words were given."""

    phone: str = ""
    name: str = ""
    own: bool | None = None  # the reporter's own number; None: not said
    words: str = ""


class Consent(Struct, frozen=True):
    """A yes or no. ``wording``: the version of the question that was answered, in which ``language``; 0 if no question was
    answered: said in words, told on the telephone and written down, or decided by a member.
    """

    answer: str
    wording: int = 0
    language: str = ""
    by_telephone: bool = False


class Proceeding(Struct, frozen=True):
    """One line of the history of a proceeding. ``sort`` and ``state``: see core.casework.proceedings; ``article`` and
    ``part`` as they were typed or chosen.
    """

    sort: str
    article: str = ""
    part: str = ""
    state: str = "open"


class Hearing(Struct, frozen=True):
    """One line of the history of a hearing, by its ``number`` (the first claim). ``at``: UTC, the start of what
    ``precision`` covers (a minute, or the day where the hour is not known). ``measure``: days of arrest, the amount of a
    fine, as typed.
    """

    number: int
    at: datetime
    precision: Precision
    court: str = ""
    judge: str = ""
    subject: str = ""  # what is decided
    outcome: str = ""
    measure: str = ""
    off: bool = False  # cancelled
    days: int = 0  # of arrest; 0: not known
    until: datetime | None = None  # the day of release, where it is told


class Call(Struct, frozen=True):
    """A call to a station: its id, how it was called then, what it answered, and when it wants to be rung again."""

    station: str
    name: str
    answer: str
    again_at: datetime | None = None


class Intervention(Struct, frozen=True):
    """One line of the history of what was sent to a body, by its ``number`` (the first claim). ``sort``, ``by``, ``reply``:
    see core.casework.interventions. ``addressee``: as typed, or as its ``office`` was called then. ``due_at``: by when
    it has to answer, as the row ``term`` of the law's clocks says, or they did (empty); None: not known. ``doubtful``: it
    may not hold.
    """

    number: int
    sort: str
    addressee: str
    at: datetime
    precision: Precision = Precision.DAY
    by: str = "us"
    office: str = ""
    station: str = ""
    reference: str = ""
    paper: int = 0  # the row of the paper that was made for it
    due_at: datetime | None = None
    term: str = ""
    doubtful: bool = False
    reply: str = ""
    replied_at: datetime | None = None
    reply_precision: Precision = Precision.UNKNOWN
    reply_reference: str = ""
    unregistered: bool = False  # they refused to register it
    withdrawn: bool = False


Value = (
    str | tuple[str, ...] | Place | People | Moment | Contact | Consent | Proceeding | Hearing | Call | Intervention | Texts
)  # fmt: skip

_CLASSES: dict[str, type[Any]] = {
    c.__name__: c
    for c in (Place, People, Moment, Contact, Consent, Proceeding, Hearing, Call, Intervention, Texts)
}
_FIELDS = {c: [field.name for field in fields(c)] for c in _CLASSES.values()}


def value_to_data(value: Value) -> Any:
    """The value as JSON data."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return list(value)
    kind = type(value)
    data = {name: getattr(value, name) for name in _FIELDS[kind]}
    return {"is": kind.__name__} | {name: _plain(value) for name, value in data.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def value_from_data(data: Any) -> Value:
    """The value that :func:`to_data` wrote. Raises KeyError or TypeError on anything else."""
    if isinstance(data, str):
        return data
    if isinstance(data, list):
        return tuple(str(item) for item in data)
    fields = dict(data)
    cls = _CLASSES[fields.pop("is")]
    if cls is People:
        fields["names"] = tuple(fields["names"])
        fields["kind"] = CountKind(fields["kind"])
    if cls is Moment:
        fields["at"] = datetime.fromisoformat(fields["at"]) if fields["at"] else None
        fields["precision"] = Precision(fields["precision"])
    if cls is Hearing:
        fields["at"] = datetime.fromisoformat(fields["at"])
        fields["precision"] = Precision(fields["precision"])
        until = fields.pop("until", None)
        fields["until"] = datetime.fromisoformat(until) if until else None
    if cls is Call:
        fields["again_at"] = datetime.fromisoformat(fields["again_at"]) if fields["again_at"] else None
    if cls is Intervention:
        fields["at"] = datetime.fromisoformat(fields["at"])
        for name in ("due_at", "replied_at"):
            fields[name] = datetime.fromisoformat(fields[name]) if fields[name] else None
        for name in ("precision", "reply_precision"):
            fields[name] = Precision(fields[name])
    result: Value = cls(**fields)
    return result
