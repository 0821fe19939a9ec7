"""For Uwazi: a ZIP with ``import.csv`` for each template, the thesauri, and a page that says what to create before.

What Uwazi takes: a column ``Title``; several values with ``|`` between them; whole days; relations by the titles of other
entities; the name of a text in another language in a column ``<name>__<language>``; terms of the default language. A
thesaurus has a column a language, and its head is what Uwazi's own list of languages calls it: the name in English.
"""

from collections.abc import Iterator, Sequence

from bot.exports.material import Files, Material
from bot.exports.streams import zip_files
from bot.exports.table_files import csv_cell, csv_table
from core.exporting.table_columns import TABLES, Cell, Row
from core.model import LANGUAGES

LABELS = {"kk": "Kazakh", "ru": "Russian", "en": "English"}  # of another head Uwazi imports no translations
DAY, MONTH = len("2018-09-17"), len("2018-09")
# Template → its properties: name, sort, and the column of the record that it shows.
TEMPLATES: dict[str, tuple[str, tuple[tuple[str, str, str], ...]]] = {
    "cases": ("case", (
        ("Opened", "date", "opened_at"),
        ("Opened at", "text", "opened_at"),
        ("Situation", "select", "situation"),
        ("Act", "select", "act"),
        ("Act HURIDOCS 4", "text", "act_mt4"),
        ("Started", "date", "happened_on"),
        ("Started at", "text", "started_at"),
        ("Precision", "select", "started_precision"),
        ("Place", "place", "city"),
        ("Region", "place", "region"),
        ("Ongoing", "select", "ongoing"),
        ("Outcome", "select", "outcome"),
        ("Identified", "numeric", "identified"),
        ("At least", "numeric", "at_least"),
        ("Urgent", "multiselect", "urgent"),
        ("Incidents", "relationship", "incidents"),
        ("Verification", "select", "verification"),
        ("Verification HURIDOCS 41", "text", "verification_mt41"),
        ("Confidentiality", "select", "confidentiality"),
    )),
    "persons": ("person", (
        ("Case", "relationship", "case"),
        ("Kind", "select", "kind"),
        ("Number at least", "numeric", "at_least"),
        ("Name", "text", "name"),
        ("Other names", "text", "other_names"),
        ("Confidentiality", "select", "confidentiality"),
        ("Reliability", "select", "reliability"),
        ("Noted at", "text", "noted_at"),
    )),
    "events": ("incident", (
        ("Name", "text", "name"),
        ("Rule", "select", "rule"),
        ("Place", "place", "city"),
        ("Cases", "numeric", "cases"),
        ("Made", "date", "made_at"),
        ("Mass detention", "date", "mass_at"),
        ("Ended", "date", "ended_at"),
    )),
}  # fmt: skip
SOURCE = {"events": "incidents"}  # the table of a template, where it is called otherwise
THESAURI = tuple(
    dict.fromkeys(
        column
        for _, properties in TEMPLATES.values()
        for _, sort, column in properties
        if sort in ("select", "multiselect")
    )
)
FIELDS = {"started_precision": "precision"}  # of the codebook


def uwazi_files(material: Material) -> Files:
    """All of it, in a folder of its own."""
    yield "uwazi/READ ME.txt", iter([_page(material).encode()])
    for template, (title, properties) in TEMPLATES.items():
        rows = _rows(material, template, title, properties)
        entry = [("import.csv", csv_table(_head(properties), rows, mark=""))]
        yield f"uwazi/{template}.zip", zip_files(entry)
    for column in THESAURI:
        yield (
            f"uwazi/thesauri/{column}.csv",
            csv_table(
                [LABELS[language] for language in _languages(material)], _terms(material, column), mark=""
            ),
        )


def _languages(material: Material) -> list[str]:
    """The default language stands first."""
    return [material.language, *(language for language in LANGUAGES if language != material.language)]


def _terms(material: Material, column: str) -> Iterator[Row]:
    field = FIELDS.get(column, column)
    at = {language: 5 + LANGUAGES.index(language) for language in LANGUAGES}
    for row in material.book:
        if row[0] == field:
            yield tuple(row[at[language]] for language in _languages(material))


def _head(properties: Sequence[tuple[str, str, str]]) -> list[str]:
    head = ["Title"]
    for name, sort, _ in properties:
        head += [f"{name}__{language}" for language in LANGUAGES] if sort == "place" else [name]
    return head


def _rows(
    material: Material, template: str, title: str, properties: Sequence[tuple[str, str, str]]
) -> Iterator[Row]:
    table = SOURCE.get(template, template)
    columns = TABLES[table]
    at = [(sort, column, columns.index(column)) for _, sort, column in properties]
    labels, named = material.labels, columns.index(title)
    for row in material.rows(table):
        cells: list[Cell] = [material.incident_titles[str(row[named])] if title == "incident" else row[named]]
        for sort, column, place in at:
            cell = row[place]
            if sort == "place":
                cells += [
                    _one_value(material.place(str(cell), language)) if cell else "" for language in LANGUAGES
                ]
            elif sort in ("select", "multiselect"):
                field = FIELDS.get(column, column)
                values = str(cell).split("|") if cell else []
                cells.append("|".join(labels[field, value] for value in values))
            elif sort == "date":  # a month it does not take; the text beside it has that
                cells.append(str(cell)[:DAY] if cell and len(str(cell)) != MONTH else "")
            elif column == "incidents":
                cells.append(
                    "|".join(material.incident_titles[id] for id in str(cell or "").split("|") if id)
                )
            elif sort == "text":
                cells.append(_one_value(csv_cell(str(cell))) if cell else "")
            else:
                cells.append(cell)
        yield tuple(cells)


def _one_value(text: str) -> str:
    """One value: ``|`` would make two of it."""
    return text.replace("|", " / ")


def _page(material: Material) -> str:
    lines = [material.say("exports-uwazi-page"), ""]
    for template, (_, properties) in TEMPLATES.items():
        lines.append(f"{template}.zip")
        lines += [f"  - {name}: {sort.replace('place', 'text')}" for name, sort, _ in properties]
        lines.append("")
    lines.append("thesauri: " + ", ".join(f"{thesaurus}.csv" for thesaurus in THESAURI))
    return "\n".join(lines) + "\n"
