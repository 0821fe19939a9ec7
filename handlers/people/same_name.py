"""Whether a typed name is that of somebody on the roster: all of its words, in any order, in Cyrillic or Latin letters."""

from bot.core.matching.rules import NameRules
from bot.core.matching.tokens import tokens


def is_name_of(typed: str, name: str, rules: NameRules) -> bool:
    """Whether both are one name."""
    said, known = (sorted(token.folded for token in tokens(one, rules)) for one in (typed, name))
    return bool(said) and said == known
