"""Whether words that are to be published name somebody, in whatever alphabet and grammatical case. Pure."""

from collections.abc import Iterable

from bot.core.folding import words
from bot.core.matching.rules import NameRules

LEAST = 4  # letters of a word that tell who it is
ENDING = 2  # letters at its end that a grammatical case may change


def mentions(text: str, names: Iterable[str], rules: NameRules) -> bool:
    """By any word of a name that is not a given name, which others have too; by any where it has no other."""
    said = {rules.fold(word) for word in words(text)}
    return any(word.startswith(stem) for name in names for stem in _stems(name, rules) for word in said)


def _stems(name: str, rules: NameRules) -> set[str]:
    folded = [one for word in words(name) if len(one := rules.fold(word)) >= LEAST]
    own = [one for one in folded if rules.sound(one) not in rules.given] or folded
    return {one[: max(LEAST, len(one) - ENDING)] for one in own}
