"""One person of the roster file: what each cell may hold, and what is reported if it holds something else. Also what a file
would change, before it does.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence

import phonenumbers
from msgspec import Struct
from msgspec.structs import fields

from core.model import LANGUAGES
from core.qualification import Qualification, Speciality
from core.vocabulary import Role

ROLES = tuple(Role)
ROLE_WORDS = {
    "юрист": Role.LAWYER,
    "адвокат": Role.LAWYER,
    "заңгер": Role.LAWYER,
    "координатор": Role.COORDINATOR,
    "үйлестіруші": Role.COORDINATOR,
    "администратор": Role.ADMINISTRATOR,
    "әкімші": Role.ADMINISTRATOR,
} | {role.value: role for role in Role}
CALLINGS = tuple(Qualification)
SPECIALITIES = tuple(Speciality)
YES = frozenset({"yes", "y", "true", "1", "да", "истина", "иә", "ия", "ақиқат"})
NO = frozenset({"no", "n", "false", "0", "нет", "ложь", "жоқ", "жок", "жалған", ""})

_LONGEST = 40  # characters of a wrong value that are shown


class RosterRow(Struct, frozen=True):
    """One person. ``cities`` are gazetteer ids; ``phone`` is E.164, or empty; ``telegram_id``: 0 without Telegram.

    ``specialities`` and ``calling``: None if the file does not say; then what is known of the person stays.
    """

    telegram_id: int
    role: Role
    name: str
    languages: tuple[str, ...]
    cities: tuple[str, ...]
    on_duty: bool
    phone: str
    escalation: bool
    specialities: tuple[Speciality, ...] | None = None
    calling: Qualification | None = None


class RosterMistake(Struct, frozen=True):
    """``line`` counts from 1, the header included. ``column`` is empty when the whole line is meant.

    ``key``: how what was expected is called where it is said in words of a language (``roster-wrong-<key>``).
    """

    line: int
    column: str
    value: str
    expected: str
    key: str

    def __str__(self) -> str:
        where = f"line {self.line}" + (f", {self.column}" if self.column else "")
        return f"{where}{f' is {shorten_value(self.value)}' if self.value else ''}: {self.expected}"


class BadRoster(ValueError):
    """The file cannot be used. ``mistakes`` holds every one; the message lists them, one a line."""

    def __init__(self, mistakes: Sequence[RosterMistake]) -> None:
        self.mistakes = tuple(mistakes)
        count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        super().__init__("\n".join([f"{count} in the roster:", *(f"  {mistake}" for mistake in mistakes)]))


class RosterLineReader:
    """Reads one line's cells and notes what is wrong with them."""

    def __init__(self, number: int, cells: dict[str, str], mistakes: list[RosterMistake]) -> None:
        self._number = number
        self._cells = cells
        self._mistakes = mistakes

    def wrong(self, column: str, expected: str, value: str | None = None, key: str = "") -> None:
        """Note a mistake; the value is the cell unless another is given, the key that of its column."""
        shown = self._cells[column] if value is None else value
        self._mistakes.append(RosterMistake(self._number, column, shown, expected, key or column))

    def row(self, city_id: Callable[[str], str | None], country: str) -> RosterRow:
        """The person; where a cell is wrong its field has no meaning and the mistake is noted."""
        role, escalation = self._role(), self._yes("escalation")
        return RosterRow(
            telegram_id=self._id(),
            role=role,
            name=self._name(),
            languages=self._languages(),
            cities=self._cities(city_id, needed=role is Role.LAWYER),
            on_duty=self._yes("on_duty"),
            phone=self._phone(country, needed=escalation),
            escalation=escalation,
            specialities=self._specialities(),
            calling=self._calling(),
        )

    def _id(self) -> int:
        cell = self._cells["telegram_id"]
        if re.fullmatch(r"[1-9][0-9]{0,15}", cell):
            return int(cell)
        self.wrong("telegram_id", "expected the number that /id tells, digits only")
        return 0

    def _role(self) -> Role:
        role = ROLE_WORDS.get(self._cells["role"].casefold())
        if role is None:
            self.wrong("role", f"expected {', '.join(ROLES[:-1])} or {ROLES[-1]}")
        return role or Role.LAWYER

    def _name(self) -> str:
        name = self._cells["name"]
        # A ; in a name would begin a new cell, and perhaps a formula, in a spreadsheet that separates by it.
        if not name or not name.isprintable() or ";" in name or len(name) > 100:
            self.wrong("name", "expected a name of at most 100 characters on one line, without ;")
        return name

    def _languages(self) -> tuple[str, ...]:
        found = self._words("languages")
        for word in [w for w in found if w not in LANGUAGES] or ([] if found else [""]):
            self.wrong("languages", f"expected some of {' '.join(LANGUAGES)}, with spaces between", word)
        return found

    def _specialities(self) -> tuple[Speciality, ...] | None:
        if "specialities" not in self._cells:
            return None
        found = self._words("specialities")
        known = tuple(Speciality(word) for word in found if word in SPECIALITIES)
        for word in [w for w in found if w not in SPECIALITIES]:
            self.wrong(
                "specialities", f"expected some of {' '.join(SPECIALITIES)}, with spaces between", word
            )
        return known

    def _calling(self) -> Qualification | None:
        cell = self._cells.get("calling", "").casefold()
        if cell and cell not in CALLINGS:
            self.wrong("calling", f"expected {' or '.join(CALLINGS)}, or nothing")
        return Qualification(cell) if cell in CALLINGS else None

    def _words(self, column: str) -> tuple[str, ...]:
        found = [word.casefold() for word in re.split(r"[\s;,]+", self._cells[column]) if word]
        return tuple(dict.fromkeys(found))

    def _cities(self, city_id: Callable[[str], str | None], needed: bool) -> tuple[str, ...]:
        names = [name.strip() for name in re.split(r"[;,|]", self._cells["cities"]) if name.strip()]
        if needed and not names:
            self.wrong("cities", "expected at least one, or this lawyer is never asked", key="cities-none")
        found = {name: city_id(name) for name in names}
        for name in [name for name, city in found.items() if city is None]:
            self.wrong(
                "cities", "expected places of the country, with ; between; this one is not known", name
            )
        return tuple(dict.fromkeys(city for city in found.values() if city is not None))

    def _yes(self, column: str) -> bool:
        cell = self._cells[column].casefold()
        if cell not in YES | NO:
            self.wrong(column, "expected yes or no")
        return cell in YES

    def _phone(self, country: str, needed: bool) -> str:
        cell = self._cells["phone"]
        if not cell:
            if needed:
                self.wrong(
                    "phone", "expected, because people on the escalation list are rung", key="phone-none"
                )
            return ""
        try:
            number = phonenumbers.parse(cell, country)
        except phonenumbers.NumberParseException:
            number = None
        if number is None or not phonenumbers.is_valid_number(number):
            self.wrong("phone", "expected a phone number with the country's code, such as +7 700 000 00 01")
            return ""
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def shorten_value(value: str) -> str:
    """A wrong value as it may be shown: on one line, and not too long."""
    text = repr(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


COMPARED = tuple(field.name for field in fields(RosterRow) if field.name != "telegram_id")
SUSPENSION = "suspension"  # stands for a column: that it ends


class RosterChanges(Struct, frozen=True):
    """``changed``: people of the file, and which columns of theirs. ``missing``: how many it does not name; they stay.

    ``coordinators``: how many there are afterwards.
    """

    added: tuple[RosterRow, ...]
    changed: tuple[tuple[RosterRow, tuple[str, ...]], ...]
    unchanged: int
    missing: int
    coordinators: int


def roster_changes(
    rows: Sequence[RosterRow],
    known: Mapping[int, RosterRow],
    suspended: Collection[int],
    others: Sequence[RosterRow] = (),
) -> RosterChanges:
    """``known``: who is on the roster by their number, also the ``suspended`` ones. ``others`` have no number: they stay."""
    added = tuple(row for row in rows if row.telegram_id not in known)
    differing = [
        (row, _differing(row, known[row.telegram_id], row.telegram_id in suspended))
        for row in rows
        if row.telegram_id in known
    ]
    named = {row.telegram_id for row in rows}
    unnamed = [row for number, row in known.items() if number not in named and number not in suspended]
    staying = [*unnamed, *others]
    coordinators = sum(row.role is Role.COORDINATOR for row in (*rows, *staying))
    changed = tuple((row, columns) for row, columns in differing if columns)
    return RosterChanges(added, changed, len(differing) - len(changed), len(staying), coordinators)


def _differing(row: RosterRow, known: RosterRow, suspended: bool) -> tuple[str, ...]:
    columns = tuple(name for name in COMPARED if _is_different(getattr(row, name), getattr(known, name)))
    return (*columns, SUSPENSION) if suspended else columns


def _is_different(said: object, known: object) -> bool:
    return said is not None and said != known  # None: the file does not say
