"""Which court a hearing is in, where that is said beside its time: "19.09 в 10:00, Ойдановский районный суд, зал 3"."""

from core.understanding.clock_facts import Line
from core.understanding.clock_resolve import groups
from core.understanding.clock_words import line_of
from core.understanding.heard import Heard
from core.understanding.language import guess_language
from core.understanding.plain import Token, readable, sentence_of

ALONE = 2  # words that may stand for a court without its word
LONGEST = 200  # characters: what is longer is no name
_MARKS = frozenset(",.!;:()\n")


def court_named(text: str, heard: Heard, language: str | None = None) -> str:
    """The court, and its room, as they were typed; empty where none is named. That it is in court names none."""
    shown = readable(text).strip()
    line = line_of(shown, heard, guess_language(shown, heard) or language, hearing=True)
    timed = {n for group in groups(line) for n in range(group.start, group.end)}
    pieces = _pieces(line, timed)
    for number, piece in enumerate(pieces):
        if heard.courts.names.search(sentence_of(tuple(piece))) is None:
            continue
        named = [token for token in piece if token.text not in heard.courts.beside]
        behind = pieces[number + 1] if number + 1 < len(pieces) else []
        room = behind if any(token.text.startswith(heard.courts.rooms) for token in behind) else []
        court = shown[named[0].start : (room or named)[-1].end]
        return court if len(court) <= LONGEST else ""
    return _with_capital(shown, pieces, heard)


def _with_capital(shown: str, pieces: list[list[Token]], heard: Heard) -> str:
    """ "Bostandyk court"; "суд завтра, Бостандыкский"."""
    of_court = [heard.courts.words.search(sentence_of(tuple(piece))) is not None for piece in pieces]
    for piece in (piece for piece, is_court in zip(pieces, of_court, strict=True) if is_court):
        at = next(n for n, token in enumerate(piece) if heard.courts.words.search(f" {token.text} "))
        near = [n for n in (at - 1, at + 1) if 0 <= n < len(piece)]
        proper = [n for n in near if _is_proper(shown, piece[n], heard)]
        if proper:
            named = sorted((at, proper[0]))
            return shown[piece[named[0]].start : piece[named[1]].end]
    named_alone = (
        piece
        for piece in pieces
        if any(of_court)
        and len(piece) <= ALONE
        and piece[0].text.endswith(heard.courts.alone)
        and _is_proper(shown, piece[0], heard)
    )
    return next((shown[piece[0].start : piece[-1].end] for piece in named_alone), "")


def _is_proper(shown: str, token: Token, heard: Heard) -> bool:
    """A word with a capital that does not merely begin the message."""
    begins = not shown[: token.start].strip()
    return (
        token.kind == "word"
        and shown[token.start].isupper()
        and not begins
        and token.text not in heard.courts.beside
    )


def _pieces(line: Line, timed: set[int]) -> list[list[Token]]:
    """The words between marks and times; the full stop of "каб. 14" is not a mark."""
    pieces: list[list[Token]] = [[]]
    for n, token in enumerate(line.tokens):
        if n in timed or (token.text in _MARKS and not (token.text == "." and line.kind(n + 1) == "number")):
            pieces.append([])
        elif token.text != ".":
            pieces[-1].append(token)
    return [piece for piece in pieces if piece]
