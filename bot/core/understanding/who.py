"""The answer to "who": names and counts as the person typed them. Names are never interpreted, split or corrected.

Pieces are separated by commas, new lines and "and". A piece that only counts ("и ещё двое") adds to the names.
"""

import re

from bot.core.understanding.clock_facts import Day, Line
from bot.core.understanding.clock_group import groups
from bot.core.understanding.counts import KIN, MOST, PEOPLE, POSSESSIVE, understand_people
from bot.core.understanding.numbers import COLLECTIVE, number_at, skip_ending
from bot.core.understanding.phones import without_phones
from bot.core.understanding.phrases import compile_phrases, mentions
from bot.core.understanding.plain import Token, plain, plain_words, readable, sentence, tokens
from bot.core.understanding.situations import situation_of
from bot.core.values import CountKind, People

MOST_NAMES = 200  # kept as names; those beyond are counted
LONGEST_NAME = 100  # characters
MOST_NAME_WORDS = 6  # a longer piece is a sentence, not a name

LONGEST_INITIAL = 3  # characters with the full stop that belongs to them: "Б.", "Ах."

_SEPARATOR = re.compile(r"[,;\n]|(?<=\s)(?:и|да|және|мен|пен|бен|and|&)(?=\s)", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:\d{1,3}[.)]|[-–—•*])\s+")
_OPEN_END = re.compile(r"[\s,]+(?:т\.\s?б|тб|и др|и т\.\s?д|etc)\.?\s*$", re.IGNORECASE)
_CLAUSE = re.compile(  # "ещё двое, которые были с ней" are two: a clause about somebody is nobody's name
    r",?\s+(?:котор(?:ый|ая|ое|ые|ого|ой|ую|ых)|who|whom)\s.*?(?=[,;\n]|\s(?:и|да|және|мен|and|&)\s|$)",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"^\s*(?:среди них|среди которых|в том числе|among them|including|incl\.|оның ішінде|олардың ішінде|арасында)\s*:?\s*",
    re.IGNORECASE,
)
_WITHHELD = compile_phrases(
    """
    не хочу|буду|могу|хотим|стану ~ назыв*|назвать|говорить|сказать|указывать
    без имен|имени
    анонимно
    атын|аттарын|есімін|атымды|есімдерін ~ айтқым|айтпай*|айта|атағым
    айтқым келмейді
    атамай*
    don't|dont|won't|cannot|can't|not ~ name|say|tell
    no names
    rather not
    anonymous
    """
)
_UNKNOWN = compile_phrases(
    """
    не знаю|знаем|известно|помню
    don't|dont know
    do not know
    неизвестно
    білмеймін|білмейміз|білмим
    белгісіз
    no idea
    unknown
    """
)
_OTHERS = plain_words("другие другим остальные др басқалар басқалары басқа тб others other etc")
_FILLERS = plain_words(
    "и еще её с ней ним ними нами со мной других другие остальных человек человека людей чел неизвестных "
    "неизвестные незнакомых всего их нас было около примерно не менее минимум более больше как свыше порядка "
    "тағы басқа адам кісі адамдар олар болды барлығы шамамен кем дегенде кемінде жуық астам шақты "
    "және белгісіз "
    "the and of us them in total all others other more people persons unnamed unknown about around at "
    "least than with "
    "they are there were approximately over him her me another plus ещё"
)
_AT_LEAST = plain_words("менее минимум более больше свыше кемінде дегенде астам least over than")
_ABOUT = plain_words("около примерно порядка жуық шақты шамамен about around approximately")
_SELF = plain_words("я мен me i меня мені myself сам сама өзім")


def understand_who_answer(text: str) -> People | None:
    """The people that an answer to "who" names or counts; None where it does neither (signs only, a phone number).

    Names are as typed, without control characters. ``count`` is all of them together.
    """
    shown = readable(text).strip()
    said = sentence(shown)
    counted = understand_people(shown)
    if mentions(_WITHHELD, said):
        return (
            People(count=counted.count, kind=counted.kind, withheld=True)
            if counted
            else People(withheld=True)
        )
    if mentions(_UNKNOWN, said):
        return counted or People()
    listed, rest = _OPEN_END.subn("", _CLAUSE.sub("", without_phones(shown)))
    pieces = [p for p in (_piece(raw) for raw in _SEPARATOR.split(listed)) if p]
    if any(len(p.split()) > MOST_NAME_WORDS for p in pieces):
        return counted
    return _gathered(pieces, others=rest > 0) or counted


def _piece(raw: str) -> str:
    piece = _AMONG.sub("", _BULLET.sub("", raw)).strip(" \t:–—")[:LONGEST_NAME].strip()
    return piece[:-1] if piece.endswith(".") and len(piece.split()[-1]) > LONGEST_INITIAL else piece


def _gathered(pieces: list[str], others: bool) -> People | None:
    names: list[str] = []
    unnamed, kind = 0, CountKind.EXACT
    for piece in pieces:
        part = _count_of(piece, alone=len(pieces) == 1)
        if part is not None:
            unnamed += part.count or 0
            kind = part.kind if kind is not CountKind.SEVERAL and part.kind is not CountKind.EXACT else kind
        elif _is_others(piece):
            others = True
        elif any(c.isalpha() for c in piece) and not _tells_something_else(piece):
            names.append(piece)
    names = list(dict.fromkeys(names))
    total = len(names) + unnamed + others
    if kind is CountKind.SEVERAL:
        return People(tuple(names[:MOST_NAMES]), None, kind)
    if not total:
        return None
    return People(tuple(names[:MOST_NAMES]), total, CountKind.AT_LEAST if others else kind)


def _tells_something_else(piece: str) -> bool:
    """Whether the piece says when, or what happened in small letters, rather than who."""
    line = Line(tokens(piece), kazakh=False)
    if any(g.clock or g.ago or g.now or isinstance(g.day, Day) for g in groups(line)):
        return True
    small = len(piece.split()) > 1 and not any(w[0].isupper() for w in piece.split()[1:])
    return small and situation_of(sentence(piece)) in ("me", "other", "over", "blocked")


def _is_others(piece: str) -> bool:
    words = plain(piece).replace(".", "").split()
    return bool(words) and words[-1] in _OTHERS and all(w in _OTHERS or w in _FILLERS for w in words)


def _count_of(piece: str, alone: bool) -> People | None:
    """What a piece counts if it does nothing else: "5", "ещё двое", "екі адам", "me", "мой брат".

    ``alone``: it is the whole answer; only then may the number stand behind the word ("человек 20"), for "Person 2"
    in a list is a name.
    """
    line = tokens(piece)
    words = [t.text for t in line if t.kind in ("word", "number")]
    if words and all(w in _SELF or w in KIN or w in POSSESSIVE for w in words):
        return None if words[-1] in POSSESSIVE - _SELF else People(count=1, kind=CountKind.EXACT)
    if words and words[0] in _SELF and piece == piece.lower():  # "меня вместе"
        return People(count=1, kind=CountKind.EXACT)
    counted = understand_people(piece)
    if counted is not None and counted.kind is CountKind.SEVERAL:
        return counted
    value, i = None, 0
    rest: list[str] = []
    while i < len(line):
        number = number_at(line, i, kazakh=True) if value is None else None
        if value is None and (number or line[i].text in COLLECTIVE):
            if _is_label(line, i) or (not alone and any(w.startswith(PEOPLE) for w in rest)):
                return None
            value = number[0] if number else COLLECTIVE[line[i].text]
            i = skip_ending(line, number[1] if number else i + 1)[1]
        else:
            rest += [line[i].text] if line[i].kind in ("word", "number") else []
            i += 1
    if value is None or not 0 < value <= MOST or not all(w in _FILLERS or w.startswith(PEOPLE) for w in rest):
        return None
    return People(count=value, kind=_kind_of(rest, counted))


def _is_label(line: tuple[Token, ...], i: int) -> bool:
    """Whether the number at ``i`` is glued to the word before it: "Имя1"."""
    return i > 0 and line[i - 1].kind == "word" and line[i - 1].end == line[i].start


def _kind_of(rest: list[str], counted: People | None) -> CountKind:
    for kind, words in ((CountKind.AT_LEAST, _AT_LEAST), (CountKind.ABOUT, _ABOUT)):
        if not words.isdisjoint(rest):
            return kind
    return counted.kind if counted else CountKind.EXACT
