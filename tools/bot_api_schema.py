"""Makes ``tests/world/bot_api.json``: the methods and types of the Bot API, by which every call of the tests is checked.

    python -m tools.bot_api_schema > tests/world/bot_api.json

Telegram publishes its schema as a web page alone. aiogram's models are generated from that page and say which version they
are of; they are an installed development dependency, so nothing is fetched. What is aiogram's own is left out: its defaults,
its names for what Python cannot call so, its times as objects, and what it still knows of earlier versions.

A parameter or field is written as its type and what holds for it: ``"String, required, 1-4096 characters"``,
``"String, required, is chat"``, ``"Array of Integer, 1-100 items"``. What stands after *is* is the one value that it
may have.
"""

import ast
import inspect
import json
import re
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import Enum
from importlib import import_module, metadata
from pathlib import Path
from types import ModuleType, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from typing_extensions import TypeAliasType

PLAIN = {
    int: "Integer",
    str: "String",
    bool: "Boolean",
    float: "Float",
    datetime: "Integer",
    timedelta: "Integer",
}
UPDATE = "Update"  # what no method returns by its name alone
# How many, of what, as descriptions word it.
LIMITS = re.compile(
    r"(?P<least>\d+)-(?P<most>\d+) (?P<of>characters|bytes|items|identifiers)"
    r"|[Vv]alues between (?P<low>\d+)-(?P<high>\d+)"
    r"|[Aa]t most (?P<items>\d+) commands"
)
ITEMS = {"identifiers": "items"}
Fields = dict[str, str]


class Models:
    """aiogram's models, as far as they are the Bot API's."""

    def __init__(self) -> None:
        self._types = import_module("aiogram.types")
        self._default = import_module("aiogram.client.default").Default
        self._input = import_module("aiogram.types.input_file").InputFile
        self._object = import_module("aiogram.types.base").TelegramObject
        self.needed: list[type[Any]] = []  # types that were named so far
        self.unions: dict[
            str, str
        ] = {}  # of types that can be one another's parts, by the name of their common base

    def fields(self, model: type[Any]) -> Fields:
        """Each field by the name that it has in JSON."""
        model.model_rebuild(_types_namespace=vars(self._types))
        described = _descriptions(model)
        return {
            field.alias or name: ", ".join(self._about(field, described.get(name, "")))
            for name, field in model.model_fields.items()
            if not (field.json_schema_extra or {}).get("deprecated")
        }

    def _about(self, field: Any, described: str) -> Iterator[str]:
        value = field.default
        if get_origin(field.annotation) is Literal and not isinstance(value, bool):
            yield "String"
            yield "required"
            yield f"is {value.value if isinstance(value, Enum) else value}"
            return
        yield self.name(field.annotation)
        if field.is_required():
            yield "required"
        yield from _limits(described)

    def name(self, annotation: Any) -> str:
        """The type in the words of the Bot API; types of its own are remembered as needed."""
        return " or ".join(dict.fromkeys(self._names(annotation)))

    def _names(self, annotation: Any) -> Iterator[str]:
        origin = get_origin(annotation)
        if isinstance(annotation, TypeAliasType):
            yield self._union(annotation)
        elif isinstance(annotation, str):  # a union in itself
            yield annotation.removesuffix("Union")
        elif origin is Annotated:
            yield from self._names(get_args(annotation)[0])
        elif origin in (Union, UnionType):
            for part in get_args(annotation):
                if part not in (NoneType, self._default):
                    yield from self._names(part)
        elif origin is list:
            inner = self.name(get_args(annotation)[0])
            yield f"Array of ({inner})" if " or " in inner else f"Array of {inner}"
        elif origin is Literal:
            yield "Boolean" if get_args(annotation) == (True,) else "String"
        elif isinstance(annotation, type) and issubclass(annotation, Enum):
            yield "String"
        elif annotation in PLAIN:
            yield PLAIN[annotation]
        elif annotation is self._input:
            yield "InputFile"
        elif isinstance(annotation, type) and issubclass(annotation, self._object):
            if annotation not in self.needed:
                self.needed.append(annotation)
            yield annotation.__name__
        else:
            raise TypeError(f"the Bot API has no such type: {annotation!r}")

    def _union(self, alias: Any) -> str:
        name = str(alias.__name__).removesuffix("Union")
        if name not in self.unions:
            self.unions[name] = ""  # it may be a part of itself
            self.unions[name] = self.name(alias.__value__)
        return name

    def methods(self) -> Iterator[type[Any]]:
        """In the order of their names."""
        module: ModuleType = import_module("aiogram.methods")
        models = [model for model in vars(module).values() if isinstance(model, type)]
        named = {vars(model).get("__api_method__"): model for model in models}
        yield from (named[name] for name in sorted(name for name in named if isinstance(name, str)))


def _descriptions(model: type[Any]) -> dict[str, str]:
    """What stands below each field, in the model and in what it inherits from."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__[:-1]):
        if not base.__module__.startswith("aiogram"):
            continue
        tree = ast.parse(Path(inspect.getfile(base)).read_text("utf-8"))
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and node.name == base.__name__:
                found.update(_described(node))
    return found


def _described(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(node.body, node.body[1:], strict=False):
        if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
            continue
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            yield field.target.id, str(below.value.value)


def _limits(described: str) -> Iterator[str]:
    """The first that is named, if any."""
    found = LIMITS.search(described)
    if found is None:
        return
    if found["of"]:
        yield f"{found['least']}-{found['most']} {ITEMS.get(found['of'], found['of'])}"
    elif found["low"]:
        yield f"values {found['low']}-{found['high']}"
    else:
        yield f"0-{found['items']} items"


def schema() -> dict[str, Any]:
    """The whole of it, as it is written."""
    aiogram, models = import_module("aiogram"), Models()
    methods = {}
    for model in models.methods():
        returns = models.name(vars(model)["__returning__"])
        methods[vars(model)["__api_method__"]] = {"returns": returns, "parameters": models.fields(model)}
    models.name(getattr(import_module("aiogram.types"), UPDATE))
    types: dict[str, Fields | str] = {}
    for needed in models.needed:  # grows on the way
        types[needed.__name__] = models.fields(needed)
    return {
        "version": aiogram.__api_version__,
        "made_from": f"aiogram {metadata.version('aiogram')}",
        "methods": methods,
        "types": dict(sorted({**types, **models.unions}.items())),
    }


def written(found: dict[str, Any]) -> str:
    """A method or type a line, so that a change can be read."""
    parts = [f"{json.dumps(name)}: {json.dumps(found[name])}" for name in ("version", "made_from")]
    for name in ("methods", "types"):
        lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in found[name].items())
        parts.append(f"{json.dumps(name)}: {{\n{lines}\n}}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    sys.stdout.write(written(schema()))
