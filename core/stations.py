"""Stations that can be rung: what one is, and how rows of a file become them. Every mistake is told, with its row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

import phonenumbers
from msgspec import Struct

from core.model import LANGUAGES

COLUMNS = ("name", "place", "phones", "source", "checked")
LONGEST = 80  # characters of a name
SIGNS = 10  # of an id: short enough for a button


class Station(Struct, frozen=True):
    """One station. ``id`` follows from its name and place, so that the rows of a file may move."""

    id: str
    names: Mapping[str, str]  # by language
    region: str
    city: str | None
    phones: tuple[str, ...]  # E.164
    source: str
    checked: date  # when somebody last saw that the numbers are right


class BadStations(ValueError):
    """The file cannot be used; the message lists every mistake, one a line."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(mistakes))


PlaceLookup = Callable[
    [str], tuple[str, str | None] | None
]  # what a place means: its region, and the city if it is one


def read_stations(
    rows: Iterable[tuple[str, Mapping[str, str]]], places: PlaceLookup, country: str
) -> list[Station]:
    """The stations of these rows, each with where it stands. Raises BadStations."""
    found: dict[str, Station] = {}
    mistakes: list[str] = []
    for where, row in rows:
        station = _station(where, row, places, country, mistakes)
        if station is not None and station.id in found:
            mistakes.append(f"{where}: this station is there twice")
        elif station is not None:
            found[station.id] = station
    if mistakes:
        raise BadStations(mistakes)
    return list(found.values())


def _station(
    where: str, row: Mapping[str, str], places: PlaceLookup, country: str, mistakes: list[str]
) -> Station | None:
    before = len(mistakes)
    names = {language: row.get(language, "").strip() or row["name"].strip() for language in LANGUAGES}
    if not all(name and len(name) <= LONGEST and name.isprintable() for name in names.values()):
        mistakes.append(f"{where}, name: expected one line of 1 to {LONGEST} characters")
    place = places(row["place"].strip())
    if place is None:
        mistakes.append(
            f"{where}, place: expected a city or a region of this country, found {row['place']!r}"
        )
    phones = [_phone(phone.strip(), country) for phone in row["phones"].split(";")]
    if None in phones:
        mistakes.append(
            f"{where}, phones: expected numbers such as +7 727 000 00 00, several with ; between them"
        )
    if not row["source"].strip():
        mistakes.append(f"{where}, source: expected where the numbers are from")
    checked = _day(row["checked"].strip())
    if checked is None:
        mistakes.append(f"{where}, checked: expected a day such as 2026-11-27, found {row['checked']!r}")
    if place is None or checked is None or len(mistakes) > before:
        return None
    region, city = place
    mark = sha256("\0".join((*names.values(), city or region)).encode()).hexdigest()[:SIGNS]
    numbers = tuple(dict.fromkeys(phone for phone in phones if phone))
    return Station(mark, names, region, city, numbers, row["source"].strip(), checked)


def _phone(typed: str, country: str) -> str | None:
    try:
        number = phonenumbers.parse(typed, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
