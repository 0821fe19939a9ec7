"""Pydantic's errors as mistakes that an operator can act on: what is expected, and which key was probably meant."""

from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.config.mistakes import Mistake, nearest, shown

# Pydantic's error type → what is expected. {…} are the error's own numbers.
EXPECTED = {
    "missing": "expected, and missing",
    "string_type": 'expected text in quotes ""',
    "int_type": "expected a whole number, without quotes",
    "int_from_float": "expected a whole number",
    "float_type": "expected a number, without quotes",
    "tuple_type": "expected a list [ ]",
    "model_type": "expected a table of settings",
    "model_attributes_type": "expected a table of settings",
    "greater_than": "expected more than {gt:g}",
    "greater_than_equal": "expected {ge:g} or more",
    "less_than_equal": "expected {le:g} or less",
    "finite_number": "expected a number",
    "literal_error": "expected {expected}",
    "enum": "expected {expected}",
    "too_short": "expected at least {min_length}",
    "value_error": "{error}",
}


def mistakes_of(error: ValidationError, model: type[BaseModel]) -> list[Mistake]:
    """One mistake for each error. An error type that the table lacks is told in pydantic's words."""
    errors = error.errors(include_url=False)
    inside = {one["loc"][:n] for one in errors for n in range(len(one["loc"]))}
    # A list whose items are wrong counts as too short for pydantic as well: the items say it better.
    return [_mistake(one, model) for one in errors if one["type"] != "too_short" or one["loc"] not in inside]


def sections(model: type[BaseModel], prefix: str = "") -> dict[str, type[BaseModel]]:
    """The model behind every dotted table name; a list of tables carries the list's name."""
    found = {prefix: model} if prefix else {}
    for name, field in model.model_fields.items():
        inner = _table(field.annotation)
        if inner is not None:
            found |= sections(inner, f"{prefix}.{name}" if prefix else name)
    return found


def keys(model: type[BaseModel]) -> list[str]:
    """Every setting's dotted name."""
    return [
        f"{section}.{name}"
        for section, table in sections(model).items()
        for name, field in table.model_fields.items()
        if _table(field.annotation) is None
    ]


def _mistake(error: ErrorDetails, model: type[BaseModel]) -> Mistake:
    key, bare = _named(error["loc"])
    if error["type"] == "extra_forbidden":
        return Mistake(key, shown(error["input"], bare), f"no such setting; {_meant(bare, model)}")
    template = EXPECTED.get(error["type"], error["msg"])
    given = error["type"] != "missing" and error["input"] is not None  # TOML has no None: it is a default
    value = shown(error["input"], bare) if given else ""
    return Mistake(key, value, template.format(**error.get("ctx", {})))


def _named(loc: tuple[int | str, ...]) -> tuple[str, str]:
    """The key as people count (``escalation.steps no. 2 ask``), and without the numbers (``escalation.steps.ask``)."""
    words = [part if isinstance(part, str) else f" no. {part + 1} " for part in loc]
    key = ".".join(words).replace(". no", " no").replace(" .", " ").strip()
    return key, ".".join(part for part in loc if isinstance(part, str))


def _meant(bare: str, model: type[BaseModel]) -> str:
    """Which setting was probably meant, or which there are."""
    known = keys(model)
    section, _, name = bare.rpartition(".")
    if name in ("token", "telegram_token", "key"):
        return "secrets are set as DABYL_TELEGRAM_TOKEN and DABYL_KEY, never in this file"
    if not section:
        known += sorted({key.split(".")[0] for key in known})
    elsewhere = [key for key in known if key.rpartition(".")[2] == name]
    siblings = [key for key in known if key.rpartition(".")[0] == section]
    meant = elsewhere[0] if len(elsewhere) == 1 else nearest(bare, siblings) or nearest(bare, known)
    if meant:
        return f"did you mean {meant}?"
    there = sorted(
        {key[len(section) :].lstrip(".").split(".")[0] for key in known if key.startswith(section)}
    )
    return f"there are {', '.join(there)}"


def _table(annotation: Any) -> type[BaseModel] | None:
    """The model behind a section, or behind a list of tables; None for a plain setting."""
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    return None
