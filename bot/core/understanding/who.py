"""The answer to "who": names and counts as the person typed them. Names are never interpreted, split or corrected.

Pieces are separated by commas, new lines and "and". A piece that only counts ("и ещё двое") adds to the names.
"""

import re

from bot.core.understanding.clock_facts import Day, Line
from bot.core.understanding.clock_group import groups
from bot.core.understanding.counts import MOST, understand_people
from bot.core.understanding.heard import Heard
from bot.core.understanding.numbers import number_at, skip_ending
from bot.core.understanding.phones import without_phones
from bot.core.understanding.phrases import mentions
from bot.core.understanding.plain import Token, plain, readable, sentence, tokens
from bot.core.understanding.situations import situation_of
from bot.core.values import CountKind, People

MOST_NAMES = 200  # kept as names; those beyond are counted
LONGEST_NAME = 100  # characters
MOST_NAME_WORDS = 6  # a longer piece is a sentence, not a name

LONGEST_INITIAL = 3  # characters with the full stop that belongs to them: "Б.", "Ах."

_BULLET = re.compile(r"^\s*(?:\d{1,3}[.)]|[-–—•*])\s+")


def understand_who_answer(text: str, heard: Heard) -> People | None:
    """The people that an answer to "who" names or counts; None where it does neither (signs only, a phone number).

    Names are as typed, without control characters. ``count`` is all of them together.
    """
    shown = readable(text).strip()
    said = sentence(shown)
    counted = understand_people(shown, heard)
    if mentions(heard.who.withheld, said):
        return (
            People(count=counted.count, kind=counted.kind, withheld=True)
            if counted
            else People(withheld=True)
        )
    if mentions(heard.who.unknown, said):
        return counted or People()
    listed, rest = heard.who.and_so_on.subn("", heard.who.which.sub("", without_phones(shown)))
    pieces = [p for p in (_piece(raw, heard) for raw in heard.who.between.split(listed)) if p]
    if any(len(p.split()) > MOST_NAME_WORDS for p in pieces):
        return counted
    return _gathered(pieces, heard, others=rest > 0) or counted


def _piece(raw: str, heard: Heard) -> str:
    piece = heard.who.among.sub("", _BULLET.sub("", raw)).strip(" \t:–—")[:LONGEST_NAME].strip()
    return piece[:-1] if piece.endswith(".") and len(piece.split()[-1]) > LONGEST_INITIAL else piece


def _gathered(pieces: list[str], heard: Heard, others: bool) -> People | None:
    names: list[str] = []
    unnamed, kind = 0, CountKind.EXACT
    for piece in pieces:
        part = _count_of(piece, heard, alone=len(pieces) == 1)
        if part is not None:
            unnamed += part.count or 0
            kind = part.kind if kind is not CountKind.SEVERAL and part.kind is not CountKind.EXACT else kind
        elif _is_others(piece, heard):
            others = True
        elif any(c.isalpha() for c in piece) and not _tells_something_else(piece, heard):
            names.append(piece)
    names = list(dict.fromkeys(names))
    total = len(names) + unnamed + others
    if kind is CountKind.SEVERAL:
        return People(tuple(names[:MOST_NAMES]), None, kind)
    if not total:
        return None
    return People(tuple(names[:MOST_NAMES]), total, CountKind.AT_LEAST if others else kind)


def _tells_something_else(piece: str, heard: Heard) -> bool:
    """Whether the piece says when, or what happened in small letters, rather than who."""
    line = Line(tokens(piece), heard, kazakh=False)
    if any(g.clock or g.ago or g.now or isinstance(g.day, Day) for g in groups(line)):
        return True
    small = len(piece.split()) > 1 and not any(w[0].isupper() for w in piece.split()[1:])
    return small and situation_of(sentence(piece), heard) in ("me", "other", "over", "blocked")


def _is_others(piece: str, heard: Heard) -> bool:
    said, words = heard.who, plain(piece).replace(".", "").split()
    return (
        bool(words) and words[-1] in said.others and all(w in said.others or w in said.fillers for w in words)
    )


def _count_of(piece: str, heard: Heard, alone: bool) -> People | None:
    """What a piece counts if it does nothing else: "5", "ещё двое", "екі адам", "me", "мой брат".

    ``alone``: it is the whole answer; only then may the number stand behind the word ("человек 20"), for "Person 2"
    in a list is a name.
    """
    line, together, said = tokens(piece), heard.numbers.together, heard.people
    words = [t.text for t in line if t.kind in ("word", "number")]
    if words and all(w in heard.who.me or w in said.kin or w in said.possessive for w in words):
        named = words[-1] in heard.who.me or words[-1] in said.kin
        return People(count=1, kind=CountKind.EXACT) if named else None
    if words and words[0] in heard.who.me and piece == piece.lower():  # "меня вместе"
        return People(count=1, kind=CountKind.EXACT)
    counted = understand_people(piece, heard)
    if counted is not None and counted.kind is CountKind.SEVERAL:
        return counted
    value, i = None, 0
    rest: list[str] = []
    while i < len(line):
        number = number_at(line, i, heard.numbers, kazakh=True) if value is None else None
        if value is None and (number or line[i].text in together):
            if _is_label(line, i) or (not alone and any(w.startswith(said.persons) for w in rest)):
                return None
            value = number[0] if number else together[line[i].text]
            i = skip_ending(line, number[1] if number else i + 1, heard.numbers)[1]
        else:
            rest += [line[i].text] if line[i].kind in ("word", "number") else []
            i += 1
    if value is None or not 0 < value <= MOST:
        return None
    if not all(w in heard.who.fillers or w.startswith(said.persons) for w in rest):
        return None
    return People(count=value, kind=_kind_of(rest, heard, counted))


def _is_label(line: tuple[Token, ...], i: int) -> bool:
    """Whether the number at ``i`` is glued to the word before it: "Имя1"."""
    return i > 0 and line[i - 1].kind == "word" and line[i - 1].end == line[i].start


def _kind_of(rest: list[str], heard: Heard, counted: People | None) -> CountKind:
    for kind, words in ((CountKind.AT_LEAST, heard.who.at_least), (CountKind.ABOUT, heard.who.about)):
        if not words.isdisjoint(rest):
            return kind
    return counted.kind if counted else CountKind.EXACT
