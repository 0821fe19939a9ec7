"""How names are compared, read once at the start: ``bot/words/matching.toml``."""

import tomllib
from functools import cache
from pathlib import Path

from bot.core.matching.rules import NameRules, name_rules

_FILE = Path(__file__).parents[1] / "words" / "matching.toml"


@cache
def load_name_rules() -> NameRules:
    """The tables by which names are compared."""
    return name_rules(tomllib.loads(_FILE.read_text(encoding="utf-8")))
