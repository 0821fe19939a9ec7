"""What a row must hold, field by field. All mistakes of a sheet are told at once, each with its file and row."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from string import Formatter
from typing import Any

from core.model import LANGUAGES

SURE = ("A", "B", "C", "M", "?")  # read, official, secondary, from memory of a form, not found
Check = Callable[[Any], str | None]  # what is wrong with a value; None: nothing
Fields = Mapping[str, Check]


class SheetMistakes(ValueError):
    """A sheet cannot be used; the message lists every mistake, one a line."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(mistakes))


def check_text(value: Any) -> str | None:
    """Words on one line."""
    good = isinstance(value, str) and value.strip() and value.isprintable()
    return None if good else "must be one line of text"


def check_maybe_text(value: Any) -> str | None:
    """Words on one line, or nothing."""
    return None if value == "" else check_text(value)


def check_languages(value: Any) -> str | None:
    """One line of text in each language."""
    good = (
        isinstance(value, dict) and set(value) == set(LANGUAGES) and not any(map(check_text, value.values()))
    )
    return None if good else f"must be one line of text in each of {', '.join(LANGUAGES)}"


def check_truth(value: Any) -> str | None:
    """True or false."""
    return None if isinstance(value, bool) else "must be true or false"


def check_day(value: Any) -> str | None:
    """A day as it is written, or nothing."""
    try:
        parse_day(value)
    except (TypeError, ValueError):
        return "must be a day as 2026-06-30, or nothing"
    return None


def parse_day(value: str) -> date | None:
    """The day of a field that was checked."""
    return date.fromisoformat(value) if value != "" else None


def check_one_of(words: Iterable[str]) -> Check:
    """One of these words."""
    known = tuple(words)
    return lambda value: None if value in known else f"must be one of {', '.join(known)}"


def check_words(known: Iterable[str] | None = None) -> Check:
    """A list of words; ``known``: of these."""
    allowed = None if known is None else tuple(known)

    def check(value: Any) -> str | None:
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            return "must be a list of words"
        strange = [entry for entry in value if allowed is not None and entry not in allowed]
        return f"has {', '.join(strange)}: use {', '.join(allowed or ())}" if strange else None

    return check


SOURCED: Fields = {"source": check_text, "reviewed_by": check_maybe_text, "reviewed_on": check_day}
ROW: Fields = {"id": check_text, "sure": check_one_of(SURE), **SOURCED}


def read_rows(
    sheet: Mapping[str, Any], kind: str, fields: Fields, where: str, mistakes: list[str]
) -> list[tuple[str, Any]]:
    """The rows whose fields are in order, as (name of the row, row); of the others the mistakes are noted."""
    found, seen = [], set()
    for number, row in enumerate(sheet.get(kind, ()), start=1):
        name = f"{where}, {kind} {number} ({row.get('id', 'without id')})"
        wrong = list(field_mistakes(row, fields))
        if row.get("id") in seen:
            wrong.append("another row has this id")
        seen.add(row.get("id"))
        mistakes += [f"{name}: {what}" for what in wrong]
        if not wrong:
            found.append((name, row))
    return found


def field_mistakes(row: Any, fields: Fields) -> Iterator[str]:
    """What is wrong with the fields of one row."""
    if not isinstance(row, dict):
        yield "it must be a table"
        return
    for field, check in fields.items():
        if field not in row:
            yield f"{field} is missing"
        elif (wrong := check(row[field])) is not None:
            yield f"{field} is {row[field]!r}: it {wrong}"
    for field in row.keys() - fields.keys():
        yield f"{field} is no field of it"
    if bool(row.get("reviewed_by")) != bool(row.get("reviewed_on")):
        yield "reviewed_by and reviewed_on belong together"


def gap_mistakes(lines: Mapping[str, str], needed: Iterable[str]) -> Iterator[str]:
    """Whether each language leaves exactly the gaps that are filled in, such as {region}."""
    wanted = set(needed)
    for language, line in lines.items():
        try:
            gaps = {name for _, name, _, _ in Formatter().parse(line) if name is not None}
        except ValueError:
            yield f"{language}: braces must be in pairs"
            continue
        if gaps != wanted:
            shown = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
            yield f"{language}: the gaps to fill in must be {shown}"
