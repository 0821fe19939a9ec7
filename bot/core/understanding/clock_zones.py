"""A zone that is named beside an hour is no place: "в 7 утра по Москве" says nothing of where."""

from bot.core.understanding.clock_facts import Line
from bot.core.understanding.heard import Heard
from bot.core.understanding.plain import loosened, tokens


def without_zones(text: str, heard: Heard) -> str:
    """The text with such names blanked, at the same length."""
    pieces = tokens(text)
    if heard.clock.zone_words.isdisjoint(loosened(piece.text) for piece in pieces):
        return text
    line = Line(pieces, heard, kazakh=False)
    for i in range(1, len(line.words)):
        if (zone := line.phrase(line.said.zones, i)) and _is_beside_hour(line, i, zone[1]):
            start, end = line.tokens[i].start, line.tokens[zone[1] - 1].end
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_beside_hour(line: Line, i: int, end: int) -> bool:
    hour = line.kind(i - 1) in ("number", "time", "dotted") or line.word(i - 1) in line.said.hour_words
    hour |= line.word(end) in line.said.oclock
    return hour or any(len(part) == 1 and part[0] == line.word(i - 1) for part in line.said.hour_parts)
