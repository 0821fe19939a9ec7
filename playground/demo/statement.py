"""The facts of the statement of September 2018 beside the letter that the scenario makes: each with the words that say
it, and what stands in the letter besides.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

from pydantic import model_validator

from core.model import LANGUAGES
from playground.demo.scenario import ScenarioTable

FILE = files("core.jurisdictions.kz") / "statement_2018.toml"
_TITLE = re.compile("^(?:Ашық хат|Открытое письмо|Open letter)$", re.MULTILINE)


class Pieces(ScenarioTable):
    """Words of the letter, by language."""

    kk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def of(self, language: str) -> tuple[str, ...]:
        """In one language."""
        found: tuple[str, ...] = getattr(self, language)
        return found


class StatedFact(Pieces):
    """One thing that the statement says: what, of whom, who asserts it, how surely, at which place of the text."""

    number: int
    what: str
    of_whom: str
    by: str
    sure: str
    at: str
    left_out: str = ""

    @property
    def name(self) -> str:
        """As it is called in a list of what is wrong."""
        return f"fact {self.number}"

    @model_validator(mode="after")
    def _said_or_left_out(self) -> "StatedFact":
        said = [bool(self.of(language)) for language in LANGUAGES]
        if said != [not self.left_out] * len(LANGUAGES):
            raise ValueError(f"fact {self.number} has words in every language, or says why it is left out")
        return self


class FramePiece(Pieces):
    """What the letter says besides, and why it may."""

    why: str

    @property
    def name(self) -> str:
        """As it is called in a list of what is wrong."""
        return self.why


class Statement(ScenarioTable):
    """The whole file."""

    fact: tuple[StatedFact, ...]
    frame: tuple[FramePiece, ...]


def load_statement() -> Statement:
    """The list of the project."""
    return Statement.model_validate(tomllib.loads(FILE.read_text("utf-8")))


def differences(statement: Statement, letters: Mapping[str, str]) -> Iterator[str]:
    """What a letter lacks of the statement, and what it says besides. ``letters``: language → text.

    What stands before the title is the organisation's letterhead, and says nothing of the statement.
    """
    for language, whole in letters.items():
        title = _TITLE.search(whole)
        text = whole[title.start() :] if title else whole
        told = [False] * len(text)
        rows: tuple[StatedFact | FramePiece, ...] = (*statement.fact, *statement.frame)
        for row in rows:
            for piece in row.of(language):
                at = text.find(piece)
                if at < 0:
                    yield f"{language} lacks {row.name}: {piece}"
                while at >= 0:
                    told[at : at + len(piece)] = [True] * len(piece)
                    at = text.find(piece, at + 1)
        besides = "".join(" " if said else letter for said, letter in zip(told, text, strict=True))
        for words in besides.split("  "):
            if any(map(str.isalpha, words)):
                yield f"{language} says besides: {' '.join(words.split())}"


def facts_beside(statement: Statement, letters: Mapping[str, str]) -> str:
    """The list to be read beside the statement: each fact, and below it what the letter says in each language."""
    parts = []
    for fact in statement.fact:
        lines = [
            f"{fact.number}. {fact.what}",
            f"   of: {fact.of_whom} · says: {fact.by} · {fact.sure} · {fact.at}",
        ]
        lines += [
            f"   {language}: {' … '.join(fact.of(language))}" for language in LANGUAGES if not fact.left_out
        ]
        parts.append(
            "\n".join([*lines, *([f"   not in the letter: {fact.left_out}"] if fact.left_out else [])])
        )
    wrong = list(differences(statement, letters))
    parts.append(
        "\n".join(wrong) if wrong else "Each is in the letter in each language, and nothing besides."
    )
    return "\n\n".join(parts) + "\n"
