"""Every call that the bot makes, and everything that our server says, against the Bot API's own schema: bot_api.json.

The server and the bot are ours, so they could be wrong together; the schema is not (tools/bot_api_schema.py). A call may
come as a form, where numbers and truths are text; inside of what is JSON each type must be what it is called.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from playground.bot_api.parameters import Upload

SCHEMA: dict[str, Any] = json.loads(Path(__file__).with_name("bot_api.json").read_text("utf-8"))
VERSION: str = SCHEMA["version"]
ATTACHED = "attach://"
SIZE = re.compile(r"(values )?(\d+)-(\d+)(?: (\w+))?")
ARRAY = "Array of "
UPDATE = "Update"


class _Reading(Struct, frozen=True):
    """How a value is read: numbers and truths may be text at the top of a form; lengths may not count."""

    in_form: bool = False
    sizes: bool = True


def check(method: str, params: dict[str, Any], *, sizes: bool = True) -> None:
    """For the ``on_call`` hook. Raises AssertionError for a method, parameter, field, type or length that the Bot API does
    not have, and for one that it demands and that is missing. ``sizes``: whether lengths count.
    """
    known = SCHEMA["methods"].get(method)
    if known is None:
        raise AssertionError(f"{method}: no such method")
    attached = {name for value in params.values() for name in _attachments(value)}
    missing = [f"{ATTACHED}{name}: no such part" for name in attached - params.keys()]
    given = {name: value for name, value in params.items() if name not in attached}
    _complain([*missing, *_object(given, known["parameters"], method, _Reading(in_form=True, sizes=sizes))])


def check_said(method: str, what: Any) -> None:
    """For the ``on_said`` hook: what a method answers, or an update that is queued. Raises AssertionError likewise."""
    kind = UPDATE if method == UPDATE.casefold() else SCHEMA["methods"][method]["returns"]
    _complain(list(_value(what, kind, method, _Reading())))


def _complain(problems: list[str]) -> None:
    if problems:
        raise AssertionError(f"not in the Bot API {VERSION}: " + "; ".join(problems))


def _attachments(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.startswith(ATTACHED):
        yield value.removeprefix(ATTACHED)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _attachments(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _attachments(inner)


def _object(given: Any, fields: dict[str, str], path: str, reading: _Reading) -> Iterator[str]:
    if not isinstance(given, dict):
        yield f"{path}: expected an object"
        return
    yield from (f"{path}.{name}: unknown" for name in given if name not in fields)
    for name, described in fields.items():
        kind, required, only, size = _parsed(described)
        place = f"{path}.{name}"
        if name not in given:
            if required:
                yield f"{place}: missing"
            continue
        problems = list(_value(given[name], kind, place, reading))
        if not problems and only is not None and given[name] != only:
            problems = [f"{place}: expected {only!r}"]
        if not problems and size is not None and reading.sizes:
            problems = list(_size(given[name], size, place))
        yield from problems


@cache
def _parsed(described: str) -> tuple[str, bool, str | None, str | None]:
    """Its type, whether it must be there, the one value that it may have, its size."""
    kind, *more = described.split(", ")
    only = next((part.removeprefix("is ") for part in more if part.startswith("is ")), None)
    return kind, "required" in more, only, next((part for part in more if SIZE.fullmatch(part)), None)


def _size(value: Any, size: str, path: str) -> Iterator[str]:
    found = SIZE.fullmatch(size)
    assert found is not None
    if found[1]:
        number = int(value)
    elif found[4] == "bytes":
        number = len(str(value).encode())
    else:
        number = len(value)
    if not int(found[2]) <= number <= int(found[3]):
        yield f"{path}: {number}, expected {size}"


def _value(value: Any, kind: str, path: str, reading: _Reading) -> list[str]:
    """The problems with a value of this type; of several types, those with the one that fits best."""
    found = [_of_one_kind(value, one, path, reading) for one in _kinds(kind)]
    return min(found, key=lambda problems: (len(problems), problems[:1] == [f"{path}: expected an object"]))


def _of_one_kind(value: Any, kind: str, path: str, reading: _Reading) -> list[str]:
    inside = replace(reading, in_form=False)
    if kind in PLAIN:
        fits = PLAIN[kind](value) or (reading.in_form and isinstance(value, str) and _is_said(value, kind))
        return [] if fits else [f"{path}: expected {kind}"]
    if kind.startswith(ARRAY):
        if not isinstance(value, list):
            return [f"{path}: expected an array"]
        inner = kind.removeprefix(ARRAY)
        inner = inner[1:-1] if inner.startswith("(") else inner
        return [
            problem for n, item in enumerate(value) for problem in _value(item, inner, f"{path}[{n}]", inside)
        ]
    fields = SCHEMA["types"][kind]
    if isinstance(fields, str):  # one of several
        return _value(value, fields, path, inside)
    return list(_object(value, fields, path, inside))


def _is_said(value: str, kind: str) -> bool:
    """Whether the text is one of this type, as a form carries it."""
    if kind == "Boolean":
        return value.casefold() in ("true", "false")
    if kind == "Integer":
        return re.fullmatch(r"-?\d+", value) is not None
    return kind == "Float" and re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?|nan", value.casefold()) is not None


PLAIN = {
    "String": lambda value: isinstance(value, str),
    "Boolean": lambda value: isinstance(value, bool),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Float": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "InputFile": lambda value: isinstance(value, Upload) or str(value).startswith(ATTACHED),
}


@cache
def _kinds(kind: str) -> tuple[str, ...]:
    """What stands between "or", parentheses left whole."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(kind):
        depth += (sign == "(") - (sign == ")")
        if not depth and kind.startswith(" or ", place):
            parts.append(kind[start:place])
            start = place + len(" or ")
    return (*parts, kind[start:])
