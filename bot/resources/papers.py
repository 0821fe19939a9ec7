"""The papers of a country: ``bot/jurisdictions/<country>/papers/<paper>/``, read when one is first asked for.

paper.toml   what it is (bot.core.papers.kind says what each field means)
<language>.txt   the template, as bot.documents.typeset reads it

An organisation may have a folder of its own: ``<paper>.<language>.docx`` there is used in place of the shipped one. If it is
wrong, none is used.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from msgspec import Struct

from bot.core.papers.catalogue import Open
from bot.core.papers.kind import PaperKind
from bot.documents.filling import BadTemplate
from bot.documents.package import LARGEST_FILE
from bot.documents.typeset import typeset
from bot.resources.paper_sheet import BadPapers, Country, kind_of, names_of

_ROOT = files("bot.jurisdictions")
_SHEET = "paper.toml"


class Papers(Struct, frozen=True, dict=True):
    """The papers of one country. ``own``: the organisation's folder, if it has one."""

    jurisdiction: str
    own: Path | None = None

    @cached_property
    def country(self) -> Country:
        """What papers may name."""
        articles = self._sheet("articles.toml")
        return Country(
            frozenset(row["id"] for row in self._sheet("addressees.toml").get("office", [])),
            frozenset(row["id"] for row in articles.get("article", [])),
            frozenset(articles.get("rights", {})),
        )

    @cached_property
    def kinds(self) -> Mapping[str, PaperKind]:
        """By id, in the order of the folders. Raises BadPapers."""
        found: dict[str, PaperKind] = {}
        wrong: list[str] = []
        for id in self._rooms():
            where = f"bot/jurisdictions/{self.jurisdiction}/papers/{id}/{_SHEET}"
            try:
                found[id] = kind_of(id, self._sheet("papers", id, _SHEET), self.country)
            except tomllib.TOMLDecodeError as error:
                wrong.append(f"{where}: {error}")
            except BadPapers as error:
                wrong += [f"{where}: {one}" for one in error.mistakes]
        if wrong:
            raise BadPapers(wrong)
        return found

    def names(self, id: str) -> Mapping[Open, Collection[str]]:
        """Of the open groups, for the templates of a paper."""
        return names_of(self.kinds[id], self.country)

    def template(self, id: str, language: str) -> bytes:
        """The DOCX template, the organisation's if it has one. Raises BadTemplate if that is wrong."""
        file = self.own_file(id, language)
        if file is None:
            return self.shipped(id, language)
        content = read_template(file)
        if wrong := checked(content, self.names(id)):
            raise BadTemplate(f"{file}: {'; '.join(wrong)}")
        return content

    def shipped(self, id: str, language: str) -> bytes:
        """The template that comes with the program."""
        return _typeset(self.source(id, language), language)

    def source(self, id: str, language: str) -> str:
        """The same in plain text."""
        return (_ROOT / self.jurisdiction / "papers" / id / f"{language}.txt").read_text("utf-8")

    def own_file(self, id: str, language: str) -> Path | None:
        """The organisation's template, if there is one."""
        file = self.own / f"{id}.{language}.docx" if self.own is not None else None
        return file if file is not None and file.exists() else None

    def _rooms(self) -> Iterator[str]:
        folder = _ROOT / self.jurisdiction / "papers"
        rooms = folder.iterdir() if folder.is_dir() else ()
        yield from sorted(room.name for room in rooms if (room / _SHEET).is_file())

    def _sheet(self, *names: str) -> dict[str, Any]:
        file = _ROOT.joinpath(self.jurisdiction, *names)
        return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def checked(content: bytes, names: Mapping[Open, Collection[str]]) -> tuple[str, ...]:
    """What is wrong with a template."""
    return _checked(content, tuple((group, frozenset(some)) for group, some in names.items()))


@lru_cache(64)
def _checked(content: bytes, names: tuple[tuple[Open, frozenset[str]], ...]) -> tuple[str, ...]:
    from bot.documents.checking import mistakes

    return tuple(mistakes(content, dict(names)))


@lru_cache(64)
def _typeset(source: str, language: str) -> bytes:
    return typeset(source, language)


def read_template(file: Path) -> bytes:
    """A file of the organisation's. Raises BadTemplate."""
    try:
        with file.open("rb") as content:
            return content.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadTemplate(f"{file} cannot be read: {error.strerror}") from error
