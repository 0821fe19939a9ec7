"""``paper.toml``: what a paper is. Each mistake in it is told with the file and the field, all at once."""

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

from bot.core.cited.checking import SURE
from bot.core.model import LANGUAGES
from bot.core.papers.catalogue import Open, Plain, Rows, name_of, shape_of
from bot.core.papers.kind import About, Group, Occasion, PaperKind
from bot.core.vocabulary import Use

Check = Callable[[Any], str]  # what is wrong with a value; empty: nothing


class BadPapers(ValueError):
    """What is wrong with the papers of a country, all of it."""

    def __init__(self, mistakes: Collection[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


class Country(Struct, frozen=True):
    """What else a country has, by ids: papers name it."""

    offices: frozenset[str]
    articles: frozenset[str]  # without their parts
    rights: frozenset[str]


def kind_of(id: str, sheet: Mapping[str, Any], country: Country) -> PaperKind:
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
        group=Group(sheet["group"]),
        about=About(sheet["about"]),
        languages=tuple(sheet["languages"]),
        version=sheet["version"],
        required=tuple(sheet["required"]),
        wanted=tuple(sheet["wanted"]),
        to=tuple(sheet["to"]),
        occasions=frozenset(map(Occasion, sheet["occasions"])),
        sent_as=sheet["sent_as"],
        use=Use(sheet["use"]) if sheet["use"] else None,
        two_people=sheet["two_people"],
        from_memory=tuple(sheet["from_memory"]),
        articles=tuple(sheet["articles"]),
        sure=sheet["sure"],
    )


def names_of(kind: PaperKind, country: Country) -> dict[Open, Collection[str]]:
    """The names of the open groups that templates of a paper may use."""
    answers = [
        path.removeprefix("answers.")
        for path in (*kind.required, *kind.wanted)
        if path.startswith("answers.")
    ]
    return {Open.LAW: [*map(name_of, kind.articles)], Open.RIGHTS: country.rights, Open.ANSWERS: answers}


def _checks(country: Country) -> dict[str, Check]:
    return {
        **dict.fromkeys((*LANGUAGES, "source"), _words),
        "group": _one_of(Group),
        "about": _one_of(About),
        "languages": lambda value: _some_of(LANGUAGES)(value) or ("" if value else "must name a language"),
        "version": lambda value: "" if type(value) is int and value > 0 else "must be a number, 1 or more",
        "required": _each(_path),
        "wanted": _each(_path),
        "to": _some_of(country.offices) if country.offices else _each(_words),
        "occasions": _some_of(Occasion),
        "sent_as": lambda value: "" if isinstance(value, str) else "must be words in quotes",
        "use": lambda value: "" if value == "" else _one_of(Use)(value),
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
    if shape is Plain.YES_NO:
        return f"{value!r} is yes or no: nothing that can be missing"
    return "" if isinstance(shape, Plain | Rows) else f"{value!r} is nothing that a dossier can hold"


def _uncited(sheet: Mapping[str, Any]) -> list[str]:
    cited = {f"law.{name_of(article)}" for article in sheet["articles"]}
    return [
        path
        for path in (*sheet["required"], *sheet["wanted"])
        if path.startswith("law.") and path not in cited
    ]
