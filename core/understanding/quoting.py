"""Which sentence of what was typed a value was read from, so that a person can see it beside the value."""

import re
from collections.abc import Callable
from typing import Any

from core.understanding.count_line import What, count_line
from core.understanding.counts import units_of
from core.understanding.flags import flags_of
from core.understanding.heard import Heard
from core.understanding.language import guess_language, heard_sentence, heard_tokens
from core.understanding.phrases import mentions
from core.understanding.plain import readable
from core.values import Moment, People

_BETWEEN = re.compile(r"(?<=[.!?…])\s+|\n+")
BEATEN = "beaten"  # of which it only follows that somebody is held


def sentence_behind(kind: str, value: object, text: str, heard: Heard) -> str:
    """The first sentence that tells the value; all of a text in which none does by itself."""
    sentences = [sentence.strip() for sentence in _BETWEEN.split(text) if sentence.strip()]
    if len(sentences) < 2:
        return text.strip()
    tells = _teller(kind, value, heard)
    return next((sentence for sentence in sentences if tells(sentence)), text.strip())


def _teller(kind: str, value: Any, heard: Heard) -> Callable[[str], bool]:
    match value:
        case Moment():
            return lambda sentence: bool(value.words) and value.words in sentence
        case People():
            return lambda sentence: (
                any(name in sentence for name in value.names) or _has_number(sentence, heard)
            )
        case tuple() if kind == "name":
            return lambda sentence: any(str(name) in sentence for name in value)
        case tuple():
            return lambda sentence: bool(
                flags_of(heard_tokens(readable(sentence), heard), heard) & {*map(str, value)}
            )
        case str() if kind == "situation":
            tables = [
                heard.situations[name] for name in (value, BEATEN, "home", "weak") if name in heard.situations
            ]
            return lambda sentence: any(
                mentions(table, heard_sentence(readable(sentence), heard)) for table in tables
            )
        case str():
            return lambda sentence: value in sentence
        case _:
            return lambda sentence: False


def _has_number(sentence: str, heard: Heard) -> bool:
    shown = readable(sentence)
    units = units_of(count_line(shown, heard, guess_language(shown, heard)), ())
    return any(unit.value > 1 or unit.what is What.MANY for unit in units)
