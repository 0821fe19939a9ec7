"""``paper.toml``: what a paper is. Each mistake in it is told with the file and the field, all at once.

The papers of a country: ``core/jurisdictions/<country>/papers/<paper>/``, read when one is first asked for.

paper.toml   what it is (core.papers.paper_kinds says what each field means)
<language>.txt   the template, as core.documents.typeset reads it; what ``letterhead`` has stands above it

An organisation may have a folder of its own: ``<paper>.<language>.docx`` there is used in place of the shipped one. If it is
wrong, none is used.
"""

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from msgspec import Struct

from core.cited.checks import SURE
from core.documents.docx_package import LARGEST_FILE
from core.documents.filling import BadTemplate
from core.documents.typeset import typeset_template
from core.model import LANGUAGES
from core.papers.catalogue import LeafShape, ListShape, OpenGroup, shape_of, template_name
from core.papers.paper_kinds import Occasion, PaperGroup, PaperKind, PaperSubject
from core.resources.jurisdictions import country_sheet
from core.vocabulary import ConsentUse

Check = Callable[[Any], str]  # what is wrong with a value; empty: nothing


class BadPapers(ValueError):
    """What is wrong with the papers of a country, all of it."""

    def __init__(self, mistakes: Collection[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


class CountrySheets(Struct, frozen=True):
    """What else a country has, by ids: papers name it."""

    offices: frozenset[str]
    articles: frozenset[str]  # without their parts
    rights: frozenset[str]


def read_paper_kind(id: str, sheet: Mapping[str, Any], country: CountrySheets) -> PaperKind:
    """Raises BadPapers; mistakes begin with the field."""
    checks = _checks(country)
    wrong = [f"{name}: is missing" for name in checks if name not in sheet]
    wrong += [
        f"{name}: there is no such field; there are {', '.join(checks)}"
        for name in sheet
        if name not in checks
    ]
    wrong += [
        f"{name}: {said}" for name, check in checks.items() if name in sheet and (said := check(sheet[name]))
    ]
    if not wrong:
        wrong += [f"required: {path} needs {path} in articles" for path in _uncited(sheet)]
    if wrong:
        raise BadPapers(wrong)
    return PaperKind(
        id=id,
        names={language: sheet[language] for language in LANGUAGES},
        group=PaperGroup(sheet["group"]),
        about=PaperSubject(sheet["about"]),
        languages=tuple(sheet["languages"]),
        version=sheet["version"],
        required=tuple(sheet["required"]),
        wanted=tuple(sheet["wanted"]),
        to=tuple(sheet["to"]),
        occasions=frozenset(map(Occasion, sheet["occasions"])),
        sent_as=sheet["sent_as"],
        use=ConsentUse(sheet["use"]) if sheet["use"] else None,
        two_people=sheet["two_people"],
        from_memory=tuple(sheet["from_memory"]),
        articles=tuple(sheet["articles"]),
        sure=sheet["sure"],
    )


def open_group_names(kind: PaperKind, country: CountrySheets) -> dict[OpenGroup, Collection[str]]:
    """The names of the open groups that templates of a paper may use."""
    answers = [
        path.removeprefix("answers.")
        for path in (*kind.required, *kind.wanted)
        if path.startswith("answers.")
    ]
    return {
        OpenGroup.LAW: [*map(template_name, kind.articles)],
        OpenGroup.RIGHTS: country.rights,
        OpenGroup.ANSWERS: answers,
    }


def _checks(country: CountrySheets) -> dict[str, Check]:
    return {
        **dict.fromkeys((*LANGUAGES, "source"), _words),
        "group": _one_of(PaperGroup),
        "about": _one_of(PaperSubject),
        "languages": lambda value: _some_of(LANGUAGES)(value) or ("" if value else "must name a language"),
        "version": lambda value: "" if type(value) is int and value > 0 else "must be a number, 1 or more",
        "required": _each(_path),
        "wanted": _each(_path),
        "to": _some_of(country.offices) if country.offices else _each(_words),
        "occasions": _some_of(Occasion),
        "sent_as": lambda value: "" if isinstance(value, str) else "must be words in quotes",
        "use": lambda value: "" if value == "" else _one_of(ConsentUse)(value),
        "two_people": lambda value: "" if isinstance(value, bool) else "must be true or false",
        "from_memory": _each(_words),
        "articles": _each(lambda value: _one_of(country.articles)(str(value).partition("(")[0])),
        "sure": _one_of(SURE),
    }


def _words(value: Any) -> str:
    return "" if isinstance(value, str) and value.strip() else "must be words in quotes"


def _one_of(options: Collection[str] | type[StrEnum]) -> Check:
    known = [str(option) for option in options]
    return lambda value: (
        "" if value in known else f"{value!r} is unknown; use one of {', '.join(sorted(known))}"
    )


def _some_of(options: Collection[str] | type[StrEnum]) -> Check:
    return _each(_one_of(options))


def _each(check: Check) -> Check:
    def wrong(value: Any) -> str:
        if not isinstance(value, list):
            return "must be a list"
        return "; ".join(filter(None, map(check, value)))

    return wrong


def _path(value: Any) -> str:
    shape = shape_of(value) if isinstance(value, str) else None
    if shape is LeafShape.YES_NO:
        return f"{value!r} is yes or no: nothing that can be missing"
    return "" if isinstance(shape, LeafShape | ListShape) else f"{value!r} is nothing that a dossier can hold"


def _uncited(sheet: Mapping[str, Any]) -> list[str]:
    cited = {f"law.{template_name(article)}" for article in sheet["articles"]}
    return [
        path
        for path in (*sheet["required"], *sheet["wanted"])
        if path.startswith("law.") and path not in cited
    ]


_ROOT = files("core.jurisdictions")
_SHEET, _LETTERHEAD = "paper.toml", "letterhead"


class Papers(Struct, frozen=True, dict=True):
    """The papers of one country. ``own``: the organisation's folder, if it has one; ``logo``: its picture, or nothing."""

    jurisdiction: str
    own: Path | None = None
    logo: bytes = b""

    def __repr__(self) -> str:
        """Without the picture."""
        return f"Papers({self.jurisdiction})"

    @cached_property
    def country(self) -> CountrySheets:
        """What papers may name."""
        articles = country_sheet(self.jurisdiction, "articles.toml", self.own)
        offices = country_sheet(self.jurisdiction, "addressees.toml", self.own).get("office", [])
        return CountrySheets(
            frozenset(row["id"] for row in offices),
            frozenset(row["id"] for row in articles.get("article", [])),
            frozenset(articles.get("rights", {})),
        )

    @cached_property
    def kinds(self) -> Mapping[str, PaperKind]:
        """By id, in the order of the folders. Raises BadPapers."""
        found: dict[str, PaperKind] = {}
        wrong: list[str] = []
        for id in self._rooms():
            where = f"core/jurisdictions/{self.jurisdiction}/papers/{id}/{_SHEET}"
            try:
                found[id] = read_paper_kind(id, self._sheet("papers", id, _SHEET), self.country)
            except tomllib.TOMLDecodeError as error:
                wrong.append(f"{where}: {error}")
            except BadPapers as error:
                wrong += [f"{where}: {mistake}" for mistake in error.mistakes]
        if wrong:
            raise BadPapers(wrong)
        return found

    def names(self, id: str) -> Mapping[OpenGroup, Collection[str]]:
        """Of the open groups, for the templates of a paper."""
        return open_group_names(self.kinds[id], self.country)

    def template(self, id: str, language: str) -> bytes:
        """The DOCX template, the organisation's if it has one. Raises BadTemplate if that is wrong."""
        file = self.own_file(id, language)
        if file is None:
            return self.shipped(id, language)
        content = read_template(file)
        if wrong := check_template(content, self.names(id)):
            raise BadTemplate(f"{file}: {'; '.join(wrong)}")
        return content

    def shipped(self, id: str, language: str) -> bytes:
        """The template that comes with the program, under the letterhead of the country."""
        head = _ROOT / self.jurisdiction / "papers" / _LETTERHEAD / f"{language}.txt"
        above = head.read_text("utf-8") if head.is_file() else ""
        return _typeset(f"{above}\n{self.source(id, language)}", language, self.logo)

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


def check_template(content: bytes, names: Mapping[OpenGroup, Collection[str]]) -> tuple[str, ...]:
    """What is wrong with a template."""
    return _checked(content, tuple((group, frozenset(some)) for group, some in names.items()))


@lru_cache(64)
def _checked(content: bytes, names: tuple[tuple[OpenGroup, frozenset[str]], ...]) -> tuple[str, ...]:
    from core.documents.template_checks import template_mistakes

    return tuple(template_mistakes(content, dict(names)))


@lru_cache(64)
def _typeset(source: str, language: str, logo: bytes) -> bytes:
    return typeset_template(source, language, logo)


def read_template(file: Path) -> bytes:
    """A file of the organisation's. Raises BadTemplate."""
    try:
        with file.open("rb") as content:
            return content.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadTemplate(f"{file} cannot be read: {error.strerror}") from error
