"""What people say: ``bot/words/<language>/heard.toml``, read and compiled once at the start."""

import tomllib
from functools import cache
from pathlib import Path

from bot.core.model import LANGUAGES
from bot.core.understanding.heard import Heard
from bot.core.understanding.kinds import compiled
from bot.core.understanding.rows import HeardMistake, Table, file_table
from bot.resources.cached import cached

WORDS = Path(__file__).parents[1] / "words"


@cache
def load_heard(words: Path = WORDS) -> Heard:
    """The vocabulary of all languages. Raises HeardMistake."""

    def read() -> Heard:
        return compiled(Heard, [read_table(words, language) for language in LANGUAGES])

    return cached("heard", read) if words == WORDS else read()


def read_table(words: Path, language: str) -> Table:
    """One language's file. Raises HeardMistake where it is no TOML."""
    path = words / language / "heard.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise HeardMistake(f"{path}: {error}") from None
    return file_table(language, str(path), data)
