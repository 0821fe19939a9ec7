"""How names are compared, read once at the start: ``bot/words/matching.toml``."""

import tomllib
from functools import cache
from pathlib import Path

from bot.core.matching.rules import NameRules, name_rules
from bot.resources.cached import cached
from bot.resources.names import read_names

_FILE = Path(__file__).parents[1] / "words" / "matching.toml"
_GIVEN = ("kazakh_men", "kazakh_women", "russian_men", "russian_women")


@cache
def load_name_rules() -> NameRules:
    """The tables by which names are compared."""
    return cached("matching", _read)


def _read() -> NameRules:
    names = read_names()["given"]
    given = [name for table in _GIVEN for name in names[table].split()]
    return name_rules(tomllib.loads(_FILE.read_text(encoding="utf-8")), given)
