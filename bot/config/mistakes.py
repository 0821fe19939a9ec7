"""Mistakes in the configuration: all of them at once, each with the key, the value, what is expected, and which key was
probably meant. Pydantic's errors are turned into sentences that an operator can act on.

A secret is never shown, not even one that was written in the wrong place.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from msgspec import Struct
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.config.speech import spoken

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
_PASSWORD = re.compile(r"(?<=:)[^:@/\s]+(?=@)")  # in a URL: user:password@host
_SECRET_KEY = re.compile(r"token|key|secret|passw", re.IGNORECASE)
SECRET = "DABYL_"  # how the names of secrets begin, which come from the environment
_LONGEST = 60  # characters of a wrong value that are shown


class Mistake(Struct, frozen=True):
    """One mistake. ``key`` is dotted; ``value`` is ready to be shown, or empty when nothing was given."""

    key: str
    value: str
    expected: str

    def __str__(self) -> str:
        if not self.value:
            return f"{self.key}: {self.expected}"
        return spoken("wrong-value", key=self.key, value=self.value, expected=self.expected)


class BadConfiguration(ValueError):
    """The configuration cannot be used. ``mistakes`` holds every one; the message lists them, one a line: those of the
    file, and those of the secrets, which are not in it.
    """

    def __init__(self, source: str, mistakes: Sequence[Mistake]) -> None:
        self.source = source
        self.mistakes = tuple(mistakes)
        secrets = [mistake for mistake in mistakes if mistake.key.startswith(SECRET)]
        in_file = [mistake for mistake in mistakes if mistake not in secrets]
        lines = _listed("wrong-in-file", source, in_file)
        lines += _listed("wrong-in-secrets", source, secrets)
        super().__init__("\n".join(lines))


def _listed(where: str, source: str, mistakes: Sequence[Mistake]) -> list[str]:
    lines = [spoken(where, count=len(mistakes), source=source), *(f"  {mistake}" for mistake in mistakes)]
    return lines if mistakes else []


def as_operator_may_see(value: Any, key: str = "") -> str:
    """The value as an operator may see it: what is or may be a secret is left out, long ones are cut."""
    if _SECRET_KEY.search(key):
        return "(not shown)"
    text = repr(value) if isinstance(value, str | bool | int | float) else f"{_kind(value)}"
    text = _PASSWORD.sub("***", _TOKEN.sub("(a token, not shown)", text))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def nearest(word: str, known: Iterable[str], least: float = 70) -> str | None:
    """The known word that was probably meant, or None."""
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=least)
    return found[0] if found else None


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list" if value else "an empty list"
    return str(value)


# Pydantic's error type → what is expected. The words have the error's own numbers in them.
EXPECTED = {
    "missing": "expected-missing",
    "string_type": "expected-text",
    "int_type": "expected-whole-unquoted",
    "int_from_float": "expected-whole",
    "float_type": "expected-number-unquoted",
    "tuple_type": "expected-list",
    "model_type": "expected-table",
    "model_attributes_type": "expected-table",
    "greater_than": "expected-more",
    "greater_than_equal": "expected-at-least",
    "less_than_equal": "expected-at-most",
    "finite_number": "expected-number",
    "literal_error": "expected-among",
    "enum": "expected-among",
    "too_short": "expected-count",
}


def mistakes_of(error: ValidationError, model: type[BaseModel]) -> list[Mistake]:
    """One mistake for each error. An error type that the table lacks is told in pydantic's words."""
    errors = error.errors(include_url=False)
    inside = {error["loc"][:n] for error in errors for n in range(len(error["loc"]))}
    # A list whose items are wrong counts as too short for pydantic as well: the items say it better.
    return [
        _mistake(error, model)
        for error in errors
        if error["type"] != "too_short" or error["loc"] not in inside
    ]


def sections_of(model: type[BaseModel], prefix: str = "") -> dict[str, type[BaseModel]]:
    """The model behind every dotted table name; a list of tables carries the list's name."""
    found = {prefix: model} if prefix else {}
    for name, field in model.model_fields.items():
        inner = _table(field.annotation)
        if inner is not None:
            found |= sections_of(inner, f"{prefix}.{name}" if prefix else name)
    return found


def keys_of(model: type[BaseModel]) -> list[str]:
    """The dotted names of all settings."""
    return [
        f"{section}.{name}"
        for section, table in sections_of(model).items()
        for name, field in table.model_fields.items()
        if _table(field.annotation) is None
    ]


def _mistake(error: ErrorDetails, model: type[BaseModel]) -> Mistake:
    key, bare = _named(error["loc"])
    if error["type"] == "extra_forbidden":
        no_such = spoken("expected-no-setting", meant=_meant(bare, model))
        return Mistake(key, as_operator_may_see(error["input"], bare), no_such)
    given = error["type"] != "missing" and error["input"] is not None  # TOML has no None: it is a default
    value = as_operator_may_see(error["input"], bare) if given else ""
    return Mistake(key, value, _expected(error))


def _expected(error: ErrorDetails) -> str:
    """In words; what our own validators raise says it already, in the same language."""
    told = error.get("ctx", {})
    if error["type"] == "value_error":
        return str(told["error"])
    if error["type"] not in EXPECTED:
        return error["msg"]
    numbers = {name: f"{given:g}" if isinstance(given, float) else given for name, given in told.items()}
    return spoken(EXPECTED[error["type"]], **numbers)


def _named(loc: tuple[int | str, ...]) -> tuple[str, str]:
    """The key as people count (``escalation.steps no. 2 ask``), and without the numbers (``escalation.steps.ask``)."""
    words = [part if isinstance(part, str) else f" no. {part + 1} " for part in loc]
    key = ".".join(words).replace(". no", " no").replace(" .", " ").strip()
    return key, ".".join(part for part in loc if isinstance(part, str))


def _meant(bare: str, model: type[BaseModel]) -> str:
    """Which setting was probably meant, or which there are."""
    known = keys_of(model)
    section, _, name = bare.rpartition(".")
    if name in ("token", "telegram_token", "key"):
        return spoken("expected-secret-elsewhere")
    if not section:
        known += sorted({key.split(".")[0] for key in known})
    elsewhere = [key for key in known if key.rpartition(".")[2] == name]
    siblings = [key for key in known if key.rpartition(".")[0] == section]
    meant = elsewhere[0] if len(elsewhere) == 1 else nearest(bare, siblings) or nearest(bare, known)
    if meant:
        return spoken("expected-did-you-mean", meant=meant)
    there = sorted(
        {key[len(section) :].lstrip(".").split(".")[0] for key in known if key.startswith(section)}
    )
    return spoken("expected-there-are", known=", ".join(there))


def _table(annotation: Any) -> type[BaseModel] | None:
    """The model behind a section, or behind a list of tables; None for a plain setting."""
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    return None
