"""What a lawyer answers to an offer in their own words: "take it", "не могу, я в суде", "істі қайтарамын".

A case is taken by words that say this and nothing else, but perhaps "well, ok". It is declined, or given back, by those that
a message begins with, up to the end of the clause: a reason may follow. A question says nothing.
"""

from collections.abc import Container, Sequence
from itertools import groupby, takewhile

from bot.core.understanding.heard import Heard
from bot.core.understanding.plain import readable, tokens

LONGEST = 300  # characters of what is such an answer


def offer_said(text: str, heard: Heard, *, in_form: bool = False) -> str | None:
    """What the words do, named as the button that does it; None if they say nothing of it. A bare "no" is the answer to
    what a form asks, where one is open.
    """
    shown = readable(text).strip()
    if len(shown) > LONGEST or "?" in shown:
        return None
    said = tokens(shown)
    words = " ".join(token.text for token in said if _is_word(token.kind))
    first = " ".join(token.text for token in takewhile(lambda token: _is_word(token.kind), said))
    offers = heard.offers
    if words in offers.take or _without(offers.easily, words.split()) in offers.take:
        return "accept"
    if _asks_second(words.split(), heard):
        return "second"
    if first in offers.decline or (words in offers.no and not in_form):
        return "decline"
    return "back" if first in offers.back else None


def second_wanted(text: str, heard: Heard) -> bool:
    """Whether a clause of what is told says that a second lawyer is needed."""
    clauses = groupby(tokens(readable(text)[:LONGEST]), lambda token: _is_word(token.kind))
    return any(
        is_words and _asks_second([token.text for token in clause], heard) for is_words, clause in clauses
    )


def _asks_second(words: Sequence[str], heard: Heard) -> bool:
    return _without(heard.offers.hurried, words) in heard.offers.second


def _without(fillers: Container[str], words: Sequence[str]) -> str:
    return " ".join(word for word in words if word not in fillers)


def _is_word(kind: str) -> bool:
    return kind not in ("mark", "line")
