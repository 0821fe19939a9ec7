"""A sentence of a letter out of facts: in which language, from which claims, and whether it is sure. Pure."""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct

from bot.core.casework.describe import CaseView
from bot.core.casework.rules import Fact
from bot.core.papers.dossier import Leaf
from bot.core.papers.stating import is_verified


class Idiom(Struct, frozen=True):
    """The letter's language. ``say``: words by their key; ``city``: how a place is called; ``cite``: an article on a day."""

    language: str
    say: Callable[..., str]
    city: Callable[[str], str]
    cite: Callable[[str, date], str]


def sentence(text: str, view: CaseView, facts: Sequence[Fact]) -> Leaf:
    """With the claims that it is made of; none where there are no words."""
    origins = tuple(f"claim:{fact.claim.id}" for fact in facts)
    sure = bool(facts) and all(is_verified(view, fact) for fact in facts)
    return Leaf(text, origins if text else (), sure or not text)
