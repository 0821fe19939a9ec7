"""What people read, in their language: Project Fluent messages, found by key.

The rule: a word that is missing, doubled or malformed is a mistake of the program and raises. A reader of one
language is never shown another.
"""

from collections.abc import Mapping

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import TextElement
from fluent.syntax import ast


class Words:
    """The words of every language. Plural rules are CLDR's; numbers are written as the language writes them."""

    def __init__(self, resources: Mapping[str, str]) -> None:
        """``resources``: language → Fluent text. Raises ValueError on text that Fluent cannot read or an id twice."""
        self._bundles: dict[str, FluentBundle] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._plain: dict[
            tuple[str, str], str
        ] = {}  # texts into which no value goes, as they were said before
        for language, text in resources.items():
            resource = FluentResource(text)
            self._keys[language] = _checked_keys(language, resource.body)
            # Isolation marks would put invisible characters around every value; nothing here mixes directions.
            self._bundles[language] = FluentBundle([language], use_isolating=False)
            self._bundles[language].add_resource(resource)

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
        known = language in self._bundles and key in self._keys[language]
        pattern = self._bundles[language].get_message(key).value if known else None
        if pattern is None:
            raise KeyError(f"no words for {key!r} in {language!r}")
        text, errors = self._bundles[language].format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{language}: {key}: {errors[0]}")
        if not values or isinstance(pattern, TextElement):
            self._plain[language, key] = str(text)
        return str(text)


def _checked_keys(language: str, body: list[ast.EntryType]) -> frozenset[str]:
    keys: set[str] = set()
    for entry in body:
        if isinstance(entry, ast.Junk):
            raise ValueError(f"{language}: not Fluent: {(entry.content or '').strip()[:80]!r}")
        if isinstance(entry, ast.Message):
            if entry.id.name in keys:
                raise ValueError(f"{language}: {entry.id.name!r} is there twice")
            keys.add(entry.id.name)
    return frozenset(keys)
