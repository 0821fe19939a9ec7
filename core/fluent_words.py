"""What people read, in their language: Project Fluent messages, found by key.

The rule: a word that is missing, doubled or malformed is a mistake of the program and raises. A reader of one
language is never shown another.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import TextElement
from fluent.syntax import ast

from core.kazakh_endings import kazakh_from, kazakh_to

_ENTRY = re.compile(r"^([A-Za-z][\w-]*) *=", re.MULTILINE)
_STRAY = re.compile(r"^(?!$|[#\s}]|[A-Za-z][\w-]* *=).*", re.MULTILINE)  # belongs to no message
_KEPT = 4096  # texts with numbers alone, which cards say again and again; nothing that anybody said is kept
_FUNCTIONS: dict[str, Any] = {
    "KAZAKH_TO": kazakh_to,
    "KAZAKH_FROM": kazakh_from,
}  # before дейін; before бері, бастап, кейін
_INSIDE = re.compile(r"\{\s*([A-Za-z][\w-]*)\s*\}")  # another message, said within this one


class Words:
    """The words of every language. Plural rules are CLDR's; numbers are written as the language writes them.

    A message is read when it is first said: reading all takes half a second, and a start needs few of them.
    """

    def __init__(self, resources: Mapping[str, str]) -> None:
        """``resources``: language → Fluent text. Raises ValueError for what belongs to no message, or an id twice."""
        self._bundles: dict[str, FluentBundle] = {}
        self._unread: dict[str, dict[str, str]] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._plain: dict[
            tuple[str, str], str
        ] = {}  # texts into which no value goes, as they were said before
        self._counted = lru_cache(_KEPT, typed=True)(self._format)
        for language, text in resources.items():
            self._unread[language] = entries = _entries(language, text)
            self._keys[language] = frozenset(entries)
            # Isolation marks would put invisible characters around every value; nothing here mixes directions.
            self._bundles[language] = FluentBundle([language], functions=_FUNCTIONS, use_isolating=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages, in the order in which they were given."""
        return tuple(self._bundles)

    def keys(self, language: str) -> frozenset[str]:
        """All ids of a language."""
        return self._keys[language]

    def has(self, language: str, key: str) -> bool:
        """Whether the language has a message with this id."""
        return key in self._keys[language]

    def say(self, language: str, key: str, /, **values: str | int) -> str:
        """The text. KeyError names language and key when it is missing; ValueError when a value it needs is."""
        if (plain := self._plain.get((language, key))) is not None:
            return plain
        numbers = all(isinstance(value, int) for value in values.values())
        return (self._counted if numbers else self._format)(language, key, **values)

    def _format(self, language: str, key: str, /, **values: str | int) -> str:
        pattern = self._pattern(language, key) if key in self._keys.get(language, ()) else None
        if pattern is None:
            raise KeyError(f"no words for {key!r} in {language!r}")
        text, errors = self._bundles[language].format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{language}: {key}: {errors[0]}")
        if not values or isinstance(pattern, TextElement):
            self._plain[language, key] = str(text)
        return str(text)

    def read_all(self) -> None:
        """Raises ValueError where a message is not Fluent."""
        for language, keys in self._keys.items():
            for key in keys:
                self._read(language, key)

    def _pattern(self, language: str, key: str) -> Any:
        self._read(language, key)
        return self._bundles[language].get_message(key).value

    def _read(self, language: str, key: str) -> None:
        """This message, and those within it. Raises ValueError if it is not Fluent."""
        text = self._unread[language].pop(key, None)
        if text is None:
            return
        resource = FluentResource(text)
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise ValueError(f"{language}: not Fluent: {(entry.content or '').strip()[:80]!r}")
        self._bundles[language].add_resource(resource)
        for inside in _INSIDE.findall(text):
            self._read(language, inside)


def _entries(language: str, text: str) -> dict[str, str]:
    """Id → the message as it is written."""
    if stray := _STRAY.search(text):
        raise ValueError(f"{language}: not Fluent: {stray[0][:80]!r}")
    entries: dict[str, str] = {}
    starts = [*_ENTRY.finditer(text)]
    for start, end in zip(starts, [*(match.start() for match in starts[1:]), len(text)], strict=True):
        if start[1] in entries:
            raise ValueError(f"{language}: {start[1]!r} is there twice")
        entries[start[1]] = text[start.start() : end]
    return entries
