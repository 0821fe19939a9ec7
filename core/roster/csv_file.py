"""The roster as a file: CSV with one person on each line, as a spreadsheet writes it (core.roster.spreadsheet gives its
text). All mistakes are reported at once.

| column | what it holds |
|---|---|
| telegram_id | the number that /id tells a person |
| role | lawyer, coordinator or administrator; also in Russian or Kazakh |
| name | as colleagues know them |
| languages | kk, ru, en, with spaces between |
| cities | with ; between, in any usual spelling; a lawyer needs at least one |
| on_duty | yes or no, да or нет, иә or жоқ |
| phone | with the country's code; who is on the escalation list needs one |
| escalation | yes or no: on the escalation list |
| specialities | may be missing: administrative, criminal, minors, torture, migration, journalists, with spaces between |
| calling | may be missing: advocate or consultant |

The caller knows what cities are called and gives a callable from words to a gazetteer id, and one back: any usual name is
accepted, and the name that is written can be read again.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable

from core.places.gazetteer import Gazetteer
from core.roster.person_row import BadRoster, RosterLineReader, RosterMistake, RosterRow

NEEDED = ("telegram_id", "role", "name", "languages", "cities", "on_duty", "phone", "escalation")
COLUMNS = (*NEEDED, "specialities", "calling")

_DELIMITERS = (",", ";", "\t")
# A spreadsheet takes a cell that begins so for a formula; an apostrophe before it makes it text.
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")


def parse_roster(text: str, city_id: Callable[[str], str | None], country: str) -> tuple[RosterRow, ...]:
    """The people of the file. Raises BadRoster with every mistake.

    ``city_id`` gives the id of a place as typed, or None. ``country`` (two letters, as KZ) is for phones without code.
    """
    header, lines = _table(text)
    mistakes: list[RosterMistake] = []
    rows: list[RosterRow] = []
    seen: dict[str, int] = {}
    for number, cells in lines:
        if len(cells) != len(header):
            mistakes.append(
                RosterMistake(number, "", "", f"expected {len(header)} cells, found {len(cells)}", "cells")
            )
            continue
        reader = RosterLineReader(number, dict(zip(header, cells, strict=True)), mistakes)
        row = reader.row(city_id, country)
        if str(row.telegram_id) in seen:
            first = seen[str(row.telegram_id)]
            reader.wrong("telegram_id", f"expected each person once; line {first} has the same", key="twice")
        elif row.telegram_id:
            seen[str(row.telegram_id)] = number
        rows.append(row)
    if not lines and not mistakes:
        mistakes.append(RosterMistake(2, "", "", "expected at least one person", "nobody"))
    if mistakes:
        raise BadRoster(sorted(mistakes, key=lambda mistake: mistake.line))
    return tuple(rows)


def format_roster(rows: Iterable[RosterRow], city_name: Callable[[str], str]) -> str:
    """The same file again; :func:`parse` reads it back. No cell can be taken for a formula.

    If nobody's specialities are known, there is no column: an empty cell would say that a member has no specialities.
    """
    rows, out = list(rows), io.StringIO()
    told = not rows or any(row.specialities is not None for row in rows)
    left_out = set() if told else {COLUMNS.index("specialities")}
    writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    writer.writerow([column for n, column in enumerate(COLUMNS) if n not in left_out])
    for row in rows:
        cells = (
            str(row.telegram_id),
            row.role,
            row.name,
            " ".join(row.languages),
            ";".join(city_name(city) for city in row.cities),
            "yes" if row.on_duty else "no",
            row.phone,
            "yes" if row.escalation else "no",
            " ".join(row.specialities or ()),
            row.calling or "",
        )
        kept = [cell for n, cell in enumerate(cells) if n not in left_out]
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in kept])
    return out.getvalue()


def _table(text: str) -> tuple[tuple[str, ...], list[tuple[int, list[str]]]]:
    """The header's columns, the numbered lines of cells. Raises BadRoster if the form is wrong."""
    text = text.removeprefix("\ufeff")
    skipped = 1 if text[:4].casefold() == "sep=" else 0  # a spreadsheet's hint, not part of the table
    first = text.split("\n", skipped + 1)[skipped] if text.count("\n") >= skipped else ""
    delimiter = max(_DELIMITERS, key=first.count)
    body = text.split("\n", skipped)[-1] if skipped else text
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, list[str]]] = []
    start = skipped + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append((start, [_plain_cell(cell) for cell in cells]))
            start = skipped + reader.line_num + 1
    except csv.Error as error:
        raise BadRoster([RosterMistake(start, "", "", f"expected CSV: {error}", "file")]) from None
    header = tuple(cell.casefold() for cell in lines[0][1]) if lines else ()
    if len(set(header)) != len(header) or not set(NEEDED) <= set(header) <= set(COLUMNS):
        expected = f"expected the header {','.join(COLUMNS)}"
        raise BadRoster([RosterMistake(1, "", ",".join(header), expected, "header")])
    return header, lines[1:]


def _plain_cell(cell: str) -> str:
    """The cell on one line without needless blanks, and without the apostrophe that kept it from being a formula."""
    cell = " ".join(cell.split())
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def city_reader(gazetteer: Gazetteer) -> Callable[[str], str | None]:
    """What a place in the file means: a city, or a whole region, by any usual name or by its id in the gazetteer."""

    def place(typed: str) -> str | None:
        known = typed.casefold()
        if known in gazetteer.cities or known in gazetteer.regions:
            return known
        match = gazetteer.answer(typed)
        return (match.city or match.region) if match is not None else None

    return place


def name_to_import(gazetteer: Gazetteer, place: str) -> str:
    """A name that import finds again; of an ambiguous one the id."""
    name = name_to_read(gazetteer, place)
    return name if city_reader(gazetteer)(name) == place else place


def name_to_read(gazetteer: Gazetteer, place: str, language: str = "en") -> str:
    """A name for people; the id of a place that the gazetteer no longer has."""
    known = place in gazetteer.cities or place in gazetteer.regions
    return gazetteer.name(place, language) if known else place
