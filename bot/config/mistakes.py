"""Mistakes in the configuration: all of them at once, each with the key, the value and what is expected.

A secret is never shown, not even one that was written where it does not belong.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct
from rapidfuzz import fuzz, process

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
        return f"{self.key}{f' is {self.value}' if self.value else ''}: {self.expected}"


class BadConfiguration(ValueError):
    """The configuration cannot be used. ``mistakes`` holds every one; the message lists them, one a line: those of the
    file, and those of the secrets, which are not in it.
    """

    def __init__(self, source: str, mistakes: Sequence[Mistake]) -> None:
        self.source = source
        self.mistakes = tuple(mistakes)
        secrets = [mistake for mistake in mistakes if mistake.key.startswith(SECRET)]
        in_file = [mistake for mistake in mistakes if mistake not in secrets]
        lines = _listed(f"in {source}", in_file)
        lines += _listed(f"in the secrets, which do not stand in {source}", secrets)
        super().__init__("\n".join(lines))


def _listed(where: str, mistakes: Sequence[Mistake]) -> list[str]:
    count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
    return [f"{count} {where}:", *(f"  {mistake}" for mistake in mistakes)] if mistakes else []


def shown(value: Any, key: str = "") -> str:
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
