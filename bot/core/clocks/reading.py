"""The country's clocks out of their sheets; whatever is wrong in them is told at once, each with its file and row."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from bot.core.casework.interventions import Sort
from bot.core.casework.kinds import KINDS, SITUATIONS, Holds
from bot.core.clocks.rows import FIRST_SAID, AtEnd, Law, Length, Regime, Row, Sure
from bot.core.model import LANGUAGES

CLOCKS, ARTICLES = "clocks.toml", "articles.toml"
UNITS = ("hours", "days", "months")
FIELDS = {
    "id": str, **dict.fromkeys(LANGUAGES, str), "starts": list, "else_from": list, "stops": list, "at_end": str,
    "situations": list, "regimes": list, "lengths": list, "extended_by": str, "articles": list, "sure": str,
    "source": str, "valid_from": str, "valid_to": str, "note": dict,
}  # fmt: skip
ANSWERS = "answers"  # the one field that most rows do not have
_CITED = re.compile(r"(?P<article>.+?)(?P<part>\(\d+\))?")
_MOMENTS = frozenset(name for name, kind in KINDS.items() if kind.holds is Holds.MOMENT)
_ALLOWED: Mapping[str, Collection[str]] = {
    "starts": _MOMENTS,
    "else_from": _MOMENTS | {FIRST_SAID},
    "stops": _MOMENTS,
    "situations": SITUATIONS,
    "regimes": tuple(Regime),
}


class LawError(ValueError):
    """The sheets of the law have mistakes; the message names all of them, each with its file and row."""


def law_of(clocks: Mapping[str, Any], articles: Mapping[str, Any], where: str) -> Law:
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
            rows.append(_row(data, known, acts))
    if mistakes:
        raise LawError("The law of the country cannot be read:\n" + "\n".join(mistakes))
    return tuple(rows)


def _mistakes(data: Mapping[str, Any], known: Mapping[str, Any], acts: Mapping[str, Any]) -> Iterator[str]:
    for field, kind in FIELDS.items():
        if field not in data:
            yield f"{field} is missing"
        elif not isinstance(data[field], kind):
            yield f"{field} is {data[field]!r}: it must be a {kind.__name__}"
    for field in data.keys() - FIELDS.keys() - {ANSWERS}:
        yield f"{field} is no field of a clock"
    if not isinstance(data.get(ANSWERS, []), list):
        yield f"{ANSWERS} is {data[ANSWERS]!r}: it must be a list"
        return
    for sort in data.get(ANSWERS, []):
        if sort not in tuple(Sort):
            yield f"{ANSWERS} has {sort!r}: use {', '.join(Sort)}"
    if any(not isinstance(data.get(field), kind) for field, kind in FIELDS.items()):
        return
    for field in ("id", *LANGUAGES, "source"):
        if not data[field].strip():
            yield f"{field} is empty"
    for field, allowed in _ALLOWED.items():
        for value in data[field]:
            if value not in allowed:
                yield f"{field} has {value!r}: use {', '.join(sorted(allowed))}"
    for field, words in (("at_end", AtEnd), ("sure", Sure)):
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
        if regime not in tuple(Regime):
            yield f"lengths has the regime {regime!r}: use {', '.join(Regime)}"
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


def _row(data: Mapping[str, Any], known: Mapping[str, Any], acts: Mapping[str, Any]) -> Row:
    regimes = frozenset(map(Regime, data["regimes"]))
    lengths = []
    for length in data["lengths"]:
        (unit,) = (unit for unit in UNITS if unit in length)
        narrower = frozenset(map(Regime, length.get("regimes", ())))
        doubtful = length.get("doubtful", False)
        lengths.append(Length(length[unit], unit, narrower or regimes, length.get("minor"), doubtful))
    cited = [match for text in data["articles"] if (match := _CITED.fullmatch(text))]
    return Row(
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
            language: tuple(_cited(known[one["article"]], one["part"] or "", acts, language) for one in cited)
            for language in LANGUAGES
        },
        article_ids=tuple(one["article"] for one in cited),
        sure=Sure(data["sure"]),
        source=data["source"],
        valid_from=_day(data["valid_from"]),
        valid_to=_day(data["valid_to"]),
        note=dict(data["note"]),
        text=json.dumps(data, ensure_ascii=False, sort_keys=True),
        answers=frozenset(data.get(ANSWERS, [])),
    )


def _act(article: Mapping[str, Any]) -> str:
    return str(article["id"]).removesuffix(f"-{article['number']}")


def _cited(article: Mapping[str, Any], part: str, acts: Mapping[str, Any], language: str) -> str:
    return f"{acts[_act(article)][language]} {article['number']}{part}"
