"""A message cut into clauses: at ends of sentences, new lines, commas, dashes, conjunctions, around quotations and links.

Every token lies in exactly one piece. No piece reaches over the end of a sentence, so what one sentence has changes
nothing in another; only quotation marks that are opened in one and closed in another join them.
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from msgspec import Struct

from core.intake.spotting import Spotter
from core.understanding.plain import Sentence, Token

_ENDS = frozenset(".!?;…\n")
_COMMAS = frozenset(",:()[]")
_OPENED = {"«": "»", "“": "”", "„": "“”"}
_EITHER = frozenset("\"'")
_MARKS = frozenset(",.?")
_NAME = 2  # words in quotation marks, at most, that are how something is called, and nobody's speech
_LINK = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.@-])[\w-]+(?:\.[\w-]+){0,4}\.(?:com|kz|ru|org|net|me|be|news|info|tv|io|live)\b(?:/\S*)?",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?…)»”\"'"
_SAYING = ("word", "number", "time", "date", "dotted")


class Piece(Struct, frozen=True):
    """One clause: tokens ``first`` to before ``behind``; of which sentence; how it is set off."""

    first: int
    behind: int
    sentence: int
    quoted: bool = False
    repeated: bool = False  # a line behind ">": what an earlier message said
    link: bool = False


class Line(Struct, frozen=True):
    """The words of a message with commas and ends as phrases meet them, and of each the token that it comes from."""

    said: Sentence
    words: tuple[str, ...]
    tokens: tuple[int, ...]


class Cuts(Struct, frozen=True):
    """Phrases before which a clause begins, and behind which one ends unless it goes on with a word of ``stays``; words
    that a full stop only shortens.
    """

    before: Spotter
    behind: Spotter
    stays: frozenset[str]
    kept: Spotter  # phrases in which nothing is cut
    shortened: frozenset[str]


def line_of(tokens: Sequence[Token], text: str, cuts: Cuts) -> Line:
    """What phrases are looked for in. Of links nothing: their words are an address."""
    words: list[str] = []
    at: list[int] = []
    linked = _linked_tokens(linked_ranges(text, tokens))
    for i in range(len(tokens)):
        found = () if i in linked else _as_words(text, tokens, i, cuts)
        words += found
        at += [i] * len(found)
    return Line(Sentence(f" {' '.join(words)} "), tuple(words), tuple(at))


def _as_words(text: str, tokens: Sequence[Token], i: int, cuts: Cuts) -> tuple[str, ...]:
    token = tokens[i]
    if token.kind == "line" or token.text in _ENDS:
        if token.text == "?":
            return ("?", ".")
        return () if _shortens(tokens, i, cuts) else (".",)
    if token.text in _COMMAS or _is_dash(text, token):
        return (",",)
    return (token.text,) if token.kind != "mark" else ()


def _shortens(tokens: Sequence[Token], i: int, cuts: Cuts) -> bool:
    before = tokens[i - 1] if i else None
    return (
        tokens[i].text == "."
        and before is not None
        and before.end == tokens[i].start
        and before.text in cuts.shortened
    )


def _is_dash(text: str, token: Token) -> bool:
    return (
        token.text == "-"
        and text[max(0, token.start - 1) : token.start].strip() == ""
        and text[token.end : token.end + 1].strip() == ""
    )


def cut_clauses(text: str, tokens: Sequence[Token], line: Line, cuts: Cuts) -> tuple[Piece, ...]:
    """The pieces from left to right. ``text`` is readable and ``tokens`` are its own."""
    if not tokens:
        return ()
    links = linked_ranges(text, tokens)
    linked = _linked_tokens(links)
    ends, commas = _marked_beginnings(text, tokens, linked, cuts)
    quotes = _quotes(text, tokens, ends, linked)
    begins = {0, *ends, *commas, *_clause_beginnings(line, cuts)}
    for first, behind in (*links, *(quote[:2] for quote in quotes)):
        begins |= {first, behind}
    starts = sorted(begin for begin in begins if begin < len(tokens))
    ranges = _with_words(tokens, [*pairwise(starts), (starts[-1], len(tokens))])
    return tuple(_pieces(ranges, ends, quotes, links))


def _clause_beginnings(line: Line, cuts: Cuts) -> Iterator[int]:
    """The tokens with which a clause begins without any mark."""
    kept = {at for _, first, behind in cuts.kept.spot(line.said) for at in range(first, behind)}
    for _, at, _ in cuts.before.spot(line.said):
        if at not in kept:
            yield line.tokens[at]
    for _, _, at in cuts.behind.spot(line.said):
        if at < len(line.words) and line.words[at] not in cuts.stays | _MARKS:
            yield line.tokens[at]


def _marked_beginnings(
    text: str, tokens: Sequence[Token], linked: Set[int], cuts: Cuts
) -> tuple[list[int], list[int]]:
    """The tokens that begin a sentence, and those that begin a clause behind a comma."""
    ends, commas = [], []
    for i, token in enumerate(tokens):
        if token.kind not in ("mark", "line") or i in linked:
            continue
        if token.kind == "line" or token.text in _ENDS:
            if not _shortens(tokens, i, cuts):
                ends.append(i + 1)
        elif token.text in _COMMAS or _is_dash(text, token):
            commas.append(i + 1)
    return ends, commas


def linked_ranges(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The addresses of pages, as tokens."""
    found, at = [], 0
    for match in _LINK.finditer(text):
        end = match.start() + len(match.group().rstrip(_TRAILING))
        while at < len(tokens) and tokens[at].start < match.start():
            at += 1
        first = at
        while at < len(tokens) and tokens[at].start < end:
            at += 1
        if at > first:
            found.append((first, at))
    return found


def _linked_tokens(links: Sequence[tuple[int, int]]) -> Set[int]:
    return {i for first, behind in links for i in range(first, behind)}


def _quotes(
    text: str, tokens: Sequence[Token], ends: Sequence[int], linked: Set[int]
) -> list[tuple[int, int, bool]]:
    """What is quoted, as tokens: between marks, or a whole line behind ``>`` (True).

    Marks that are not closed quote to the end of their sentence.
    """
    found: list[tuple[int, int, bool]] = []
    opened: tuple[int, str] | None = None
    ending, free = {*ends, len(tokens)}, 0

    def leave(opening: int, behind: int) -> None:
        behind = next((i for i in range(opening + 1, behind) if i in ending), behind)
        if _is_speech(tokens, opening, behind):
            found.append((opening, behind, False))

    for i, token in enumerate(tokens):
        if opened is not None and i in ending and tokens[opened[0]].text in _EITHER:
            leave(opened[0], i)
            opened = None
        if token.kind != "mark" or i in linked or i < free:
            continue
        if token.text == ">" and opened is None and (i == 0 or tokens[i - 1].kind == "line"):
            free = next((k for k in range(i, len(tokens)) if tokens[k].kind == "line"), len(tokens))
            found.append((i, free, True))
        elif opened is not None and _closes(text, token, opened[1]):
            behind = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].text in _ENDS)
            if _is_speech(tokens, opened[0], i):
                found.append((opened[0], behind, False))
            opened, free = None, behind
        elif (closing := _opens(text, token)) and (opened is None or token.text in _OPENED):
            if opened is not None:
                leave(opened[0], i)
            opened = i, closing
    if opened is not None:
        leave(opened[0], len(tokens))
    return found


def _opens(text: str, token: Token) -> str:
    """The marks that close what this one opens; "" if it opens nothing."""
    if token.text in _OPENED:
        return _OPENED[token.text]
    before, behind = text[max(0, token.start - 1) : token.start], text[token.end : token.end + 1]
    free = not before.strip() or before in "(:,-"
    return token.text if token.text in _EITHER and free and behind.strip() else ""


def _closes(text: str, token: Token, closing: str) -> bool:
    if token.text not in closing:
        return False
    return token.text not in _EITHER or not text[token.end : token.end + 1].isalnum()


def _is_speech(tokens: Sequence[Token], opening: int, closing: int) -> bool:
    """Whether it is what somebody says: not «Астана», which is how a café is called."""
    inside = tokens[opening + 1 : closing]
    words = sum(token.kind in _SAYING for token in inside)
    told = opening > 0 and tokens[opening - 1].text == ":"
    return words > _NAME or (words > 0 and (told or any(token.text in _ENDS for token in inside)))


def _with_words(tokens: Sequence[Token], ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Marks that stand alone belong to the clause before them; at the beginning to the one behind."""
    found: list[tuple[int, int]] = []
    waiting: int | None = None
    for first, behind in ranges:
        if any(token.kind in _SAYING for token in tokens[first:behind]):
            found.append((first if waiting is None else waiting, behind))
            waiting = None
        elif found:
            found[-1] = found[-1][0], behind
        elif waiting is None:
            waiting = first
    return found or [(0, len(tokens))]


def _pieces(
    ranges: Sequence[tuple[int, int]],
    ends: Sequence[int],
    quotes: Sequence[tuple[int, int, bool]],
    links: Sequence[tuple[int, int]],
) -> Iterator[Piece]:
    """Ends, quotes and links are walked along, since all of them are in order."""
    sentence = quote = link = 0
    for first, behind in ranges:
        while sentence < len(ends) and ends[sentence] <= first:
            sentence += 1
        while quote < len(quotes) and quotes[quote][1] <= first:
            quote += 1
        while link < len(links) and links[link][1] <= first:
            link += 1
        within = quotes[quote] if quote < len(quotes) and quotes[quote][0] < behind else None
        is_link = link < len(links) and links[link][0] < behind
        yield Piece(first, behind, sentence, within is not None, within is not None and within[2], is_link)
