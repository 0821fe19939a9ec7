"""Which article says what on a day: a fact is argued from the law of its day, and a treaty with what later law says."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from core.cited.checks import (
    ROW,
    SURE,
    SheetMistakes,
    check_day,
    check_languages,
    check_maybe_text,
    check_one_of,
    check_text,
    check_truth,
    field_mistakes,
    gap_mistakes,
    parse_day,
    read_rows,
)
from core.model import LANGUAGES

_CITED = re.compile(r"(?P<article>.+?)(?:\((?P<part>[\d-]+)\))?")
_ARTICLE = {
    **ROW,
    "act": check_text,
    "number": check_maybe_text,
    "about": check_maybe_text,
    "valid_from": check_day,
    "valid_to": check_day,
    "rights": lambda value: None if isinstance(value, dict) else "must be rights and their parts",
    "un": check_truth,
}
_ACT = {
    **dict.fromkeys(LANGUAGES, check_text),
    "whole": check_languages,
    "part": check_languages,
    "treaty": check_truth,
}
_TREATIES = {
    "prevail_until": check_day,
    "caution": check_languages,
    "source": check_text,
    "sure": check_one_of(SURE),
}


class Citation(Struct, frozen=True):
    """An article as it is cited on a day. ``caution``: why a lawyer must look at an argument from it, by language."""

    id: str
    part: str
    short: Mapping[str, str]  # УПК 131(4)
    text: Mapping[str, str]  # часть 4 статьи 131 Уголовно-процессуального кодекса
    caution: Mapping[str, str] | None
    sure: str
    source: str
    reviewed_by: str


class NotInForce(Struct, frozen=True):
    """An article that is known not to have been the law on a day."""

    id: str
    on: date
    first: date | None
    last: date | None


class Articles:
    """All articles of a country, and the names of the rights."""

    def __init__(self, sheet: Mapping[str, Any]) -> None:
        self._rows: dict[str, Any] = {row["id"]: row for row in sheet.get("article", ())}
        self._acts, self._treaties = sheet.get("acts", {}), sheet.get("treaties", {})
        self.rights: Mapping[str, Mapping[str, str]] = sheet.get("rights", {})

    def for_right(
        self, right: str, on: date, *, written: date | None = None, un: bool = False
    ) -> tuple[Citation, ...]:
        """What protects this right on the day of the fact, in the order of [acts]; none where no row names it for that day.

        ``written``: the day of the paper, if it is another. ``un``: also what only papers to the UN name.
        Raises KeyError for a right without a name.
        """
        self.rights[right]
        rows = (row for row in self._rows.values() if right in row["rights"] and (un or not row["un"]))
        held = sorted(
            (row for row in rows if _holds(row, on)), key=lambda row: [*self._acts].index(_act_mistakes(row))
        )
        return tuple(self._citation(row, row["rights"][right], written or on) for row in held)

    def cite(self, cited: str, on: date, *, written: date | None = None) -> Citation | NotInForce:
        """The article, as in ``cpc-131(4)``, on the day of the fact. Raises KeyError where no row has this id."""
        match = _CITED.fullmatch(cited)
        if match is None:
            raise KeyError(cited)
        row = self._rows[match["article"]]
        if not _holds(row, on):
            return NotInForce(row["id"], on, parse_day(row["valid_from"]), parse_day(row["valid_to"]))
        return self._citation(row, match["part"] or "", written or on)

    def _citation(self, row: Mapping[str, Any], part: str, written: date) -> Citation:
        act = self._acts[_act_mistakes(row)]
        prevailed = parse_day(self._treaties["prevail_until"]) if act["treaty"] else None
        gaps = {"article": row["number"], **({"part": part} if part else {})}
        whole: Mapping[str, str] = act["part" if part else "whole"]
        return Citation(
            id=row["id"],
            part=part,
            short={
                language: f"{act[language]} {row['number']}{part and f'({part})'}".strip()
                for language in whole
            },
            text={language: line.format_map(gaps) for language, line in whole.items()},
            caution=self._treaties["caution"] if prevailed and written > prevailed else None,
            sure=row["sure"],
            source=row["source"],
            reviewed_by=row["reviewed_by"],
        )


def read_articles(sheet: Mapping[str, Any], where: str) -> Articles:
    """The articles of a sheet. Raises SheetMistakes."""
    mistakes = [f"{where}, {what}" for what in _wrong_tables(sheet)]
    acts, rights = sheet.get("acts", {}), sheet.get("rights", {})
    for name, row in read_rows(sheet, "article", _ARTICLE, where, mistakes):
        act = acts.get(_act_mistakes(row))
        if act is None:
            mistakes.append(f"{name}: its act has no name in [acts]")
        for right, part in row["rights"].items():
            if right not in rights:
                mistakes.append(f"{name}: rights has {right}: use {', '.join(rights)}")
            if not isinstance(part, str) or not re.fullmatch(r"[\d-]*", part):
                mistakes.append(f"{name}: rights has {right} = {part!r}: the number of the part, or nothing")
        if row["valid_from"] and row["valid_to"] and row["valid_to"] < row["valid_from"]:
            mistakes.append(f"{name}: it ends before it begins")
    if mistakes:
        raise SheetMistakes(mistakes)
    return Articles(sheet)


def _wrong_tables(sheet: Mapping[str, Any]) -> Iterator[str]:
    for id, act in sheet.get("acts", {}).items():
        wrong = list(field_mistakes(act, _ACT))
        numbered = any(
            row.get("number") for row in sheet.get("article", ()) if row.get("id", "").startswith(id)
        )
        if not wrong:
            wrong += [
                f"whole, {what}" for what in gap_mistakes(act["whole"], ["article"] if numbered else [])
            ]
            wrong += [
                f"part, {what}" for what in gap_mistakes(act["part"], ["article", "part"] if numbered else [])
            ]
        yield from (f"acts, {id}: {what}" for what in wrong)
    for id, names in sheet.get("rights", {}).items():
        if check_languages(names):
            yield f"rights, {id}: it {check_languages(names)}"
    if "treaties" in sheet or any(act.get("treaty") for act in sheet.get("acts", {}).values()):
        yield from (f"treaties: {what}" for what in field_mistakes(sheet.get("treaties", {}), _TREATIES))


def _act_mistakes(row: Mapping[str, Any]) -> str:
    return str(row["id"]).removesuffix(f"-{row['number']}")


def _holds(row: Mapping[str, Any], on: date) -> bool:
    first, last = parse_day(row["valid_from"]), parse_day(row["valid_to"])
    return (first is None or first <= on) and (last is None or on <= last)
