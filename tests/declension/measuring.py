"""How names are declined, measured on two hundred names whose forms are written by hand (names.txt)."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from core.declining.name_parts import GrammaticalCase, Sex
from core.resources.name_files import declined_name

LIST = Path(__file__).parent / "names.txt"
CASES = (GrammaticalCase.GENITIVE, GrammaticalCase.DATIVE, GrammaticalCase.ACCUSATIVE)
LANGUAGES = ("ru", "kk")
_SEXES = {"m": Sex.MALE, "f": Sex.FEMALE}
Declining = Callable[[str, GrammaticalCase, str, Sex | None], str | None]


class Asked(NamedTuple):
    """A name, of whom it is, and its right forms in one case of one language."""

    name: str
    sex: Sex
    language: str
    case: GrammaticalCase
    right: tuple[str, ...]


def asked() -> Iterator[Asked]:
    """Everything that the list asks."""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, sex, *forms = line.split("|")
            places = [(language, case) for language in LANGUAGES for case in CASES]
            for (language, case), form in zip(places, forms, strict=True):
                if form:
                    yield Asked(name, _SEXES[sex], language, case, tuple(form.split("~")))


def measured(
    declining: Declining, *, sex_said: bool
) -> tuple[Counter[tuple[str, GrammaticalCase, str]], list[tuple[Asked, str]]]:
    """How many are right, none and wrong, by language and case; and the wrong ones."""
    figures: Counter[tuple[str, GrammaticalCase, str]] = Counter()
    wrong = []
    for one in asked():
        found = declining(one.name, one.case, one.language, one.sex if sex_said else None)
        outcome = "none" if found is None else "right" if found in one.right else "wrong"
        figures[one.language, one.case, outcome] += 1
        if found is not None and outcome == "wrong":
            wrong.append((one, found))
    return figures, wrong


def ours(name: str, case: GrammaticalCase, language: str, sex: Sex | None) -> str | None:
    """What the program prints."""
    return declined_name(name, case, language, sex)


def alone(name: str, case: GrammaticalCase, language: str, sex: Sex | None) -> str | None:
    """The libraries by themselves: the last word in Kazakh; in Russian each, in the order in which papers write them."""
    if language == "kk":
        before, _, last = name.rpartition(" ")
        return f"{before} {_libraries()[1].inflect(last, case.value)}".strip()
    library, words = _libraries()[0], name.split()
    asks = [library.lastname, library.firstname, library.middlename]
    if len(words) == 2 and words[1].lower().endswith(
        ("ов", "ев", "ова", "ева", "ин", "ина", "ко", "ий", "ая")
    ):
        asks = [library.firstname, library.lastname]
    told = sex.value if sex is not None else None
    return " ".join(ask(word, CASES.index(case), told) for ask, word in zip(asks, words, strict=False))


@cache
def _libraries() -> tuple[Any, Any]:
    from petrovich.main import Petrovich
    from qazaq_inflector import QazaqNameInflector

    return Petrovich(), QazaqNameInflector()
