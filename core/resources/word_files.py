"""How people name events, read once at the start: ``core/words/events.toml``.

What people say: ``core/words/<language>/heard.toml``, of courts ``court.toml``, members of their work
``members.toml``, reporters unasked ``unasked.toml``, who writes with another's phone ``other_hand.toml``, of who is kept
``left.toml``, of cruelty ``harm.toml``, of sentences ``sentences.toml``, read and compiled once at the start.

By which words something is stated, asked, denied …: ``core/words/<language>/cues.toml``. What speaks against a fact:
``evidence.toml`` beside it.

The words that codes are made of, read once at the start: ``core/words/<language>/receipt_words.toml``.

All texts: ``core/words/<language>/*.ftl``.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import structs

from core.casework.same_event import EventWords, read_event_words
from core.fluent_words import Words
from core.intake.cue_rows import read_cues
from core.intake.cues import Cues, read_clauses
from core.model import LANGUAGES
from core.receipt_codes import known_words
from core.resources.file_cache import cached
from core.understanding.evidence import EvidenceReader
from core.understanding.evidence_words import EvidenceWords
from core.understanding.heard import Heard
from core.understanding.kinds import compiled
from core.understanding.rows import HeardMistake, Table, file_table

_EVENTS_FILE = Path(__file__).parents[1] / "words" / "events.toml"


@cache
def load_event_words() -> EventWords:
    """The beginnings of words that name an event."""
    return read_event_words(tomllib.loads(_EVENTS_FILE.read_text(encoding="utf-8")))


WORDS = Path(__file__).parents[1] / "words"
OF_THEIR_OWN = {
    "court": "court.toml",
    "members": "members.toml",
    "unasked": "unasked.toml",
    "left": "left.toml",
    "harm": "harm.toml",
    "sentences": "sentences.toml",
    "asked": "asked.toml",
    "other_hand": "other_hand.toml",
}  # tables that stand in a file


@cache
def load_heard(words: Path = WORDS) -> Heard:
    """The vocabulary of all languages. Raises HeardMistake."""

    def read() -> Heard:
        return compiled(Heard, [heard_table(words, language) for language in LANGUAGES])

    return cached("heard", read) if words == WORDS else read()


def heard_table(words: Path, language: str) -> Table:
    """One language's vocabulary: ``heard.toml``, and in it the tables of a file of their own. It may lack any of them."""
    whole, folder = read_table(words, language), words / language
    found = {
        name: read_table(words, language, file)
        for name, file in OF_THEIR_OWN.items()
        if (folder / file).exists()
    }
    return structs.replace(whole, data={**whole.data, **found})


@cache
def load_cues(words: Path = WORDS) -> Cues:
    """The cues of all languages. Raises HeardMistake."""
    return read_cues([read_table(words, language, "cues.toml") for language in LANGUAGES])


@cache
def load_evidence() -> EvidenceReader:
    """What facts are held against: words of all languages, and how clauses are read. Raises HeardMistake."""
    tables = [read_table(WORDS, language, "evidence.toml") for language in LANGUAGES]
    cues = load_cues()
    return EvidenceReader(
        compiled(EvidenceWords, tables), lambda shown, line: read_clauses(shown, cues, line)
    )


def read_table(words: Path, language: str, name: str = "heard.toml") -> Table:
    """One language's file. Raises HeardMistake where it is no TOML."""
    path = words / language / name
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise HeardMistake(f"{path}: {error}") from None
    return file_table(language, str(path), data)


_FOLDER = Path(__file__).parents[1] / "words"


@cache
def load_receipt_words() -> Mapping[str, Sequence[str]]:
    """Language → words. Case codes for staff use those of the organisation's language."""
    return {language: _receipt_words(language) for language in LANGUAGES}


@cache
def load_code_words() -> frozenset[str]:
    """The same words as :func:`core.receipt_codes.normalise_code` compares them."""
    return known_words(load_receipt_words().values())


def _receipt_words(language: str) -> Sequence[str]:
    text = (_FOLDER / language / "receipt_words.toml").read_text(encoding="utf-8")
    return tuple(str(word) for word in tomllib.loads(text)["words"])


@cache
def load_words() -> Words:
    """All words of all languages: ``core/words/<language>/*.ftl``, each file a part of one whole."""
    return Words({language: _fluent_text(_FOLDER / language) for language in LANGUAGES})


def _fluent_text(folder: Path) -> str:
    paths = sorted(folder.glob("*.ftl"))
    if not paths:
        raise FileNotFoundError(f"{folder}: there are no words (*.ftl)")
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)
