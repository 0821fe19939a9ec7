"""The answer to "who": what looks like a name, and counts. Names are as typed, never interpreted, split or corrected.

What is neither (a plea, a time, a district, "are you human?") is no answer; the words are kept by others. Pieces are
separated by commas, new lines and "and". A piece that only counts ("и ещё двое") adds to the names.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from core.understanding.count_line import CountLine, count_line
from core.understanding.count_numbers import MOST
from core.understanding.counts import understand_people
from core.understanding.heard import Heard
from core.understanding.language import guess_language
from core.understanding.name_book import NameBook
from core.understanding.name_facts import NameFound, Who, distinct
from core.understanding.names import find_names
from core.understanding.numbers import skip_ending
from core.understanding.phones import without_phones
from core.understanding.phrases import mentions
from core.understanding.plain import plain, readable, sentence
from core.understanding.slips import is_denied_there
from core.values import CountKind, People

MOST_NAMES = 200  # kept as names; those beyond are counted
LONGEST_NAME = 100  # characters
FEW_WORDS = 2

_BULLET = re.compile(r"^\s*(?:\d{1,3}[.)]|[-–—•*])\s+")


def understand_who_answer(text: str, heard: Heard, names: NameBook, *, writer: bool = False) -> People | None:
    """The people that an answer to "who" names or counts; None where it does neither.

    ``count`` is all of them together. ``writer``: it happened to who writes, so "my name is" names one of them.
    """
    shown = readable(text).strip()
    said = sentence(shown)
    found = find_names(shown, names, asked=True)
    found = tuple(name for name in found if not is_denied_there(shown, name.start, name.end, heard))
    if writer:
        found = tuple(replace(name, who=Who.HELD) if name.who is Who.REPORTER else name for name in found)
    counted = _counted(shown, heard, found)
    if mentions(heard.who.withheld, said) and not (counted and counted.names):
        return (
            People(count=counted.count, kind=counted.kind, withheld=True)
            if counted
            else People(withheld=True)
        )
    if mentions(heard.who.unknown, said) and heard.who.elsewhere.isdisjoint(said.split()):
        return counted or People()
    return counted


def _counted(shown: str, heard: Heard, found: Sequence[NameFound]) -> People | None:
    named = tuple(name[:LONGEST_NAME] for name in distinct(found))
    told = understand_people(shown, heard, names=found)
    listed = _listed(shown, heard, found, named, single=told is not None and told.count == 1)
    if told is None or (listed is not None and (listed.count is None or listed.count >= (told.count or 0))):
        return listed
    return People(named[:MOST_NAMES], told.count, told.kind)


def _listed(
    shown: str, heard: Heard, found: Sequence[NameFound], named: tuple[str, ...], *, single: bool
) -> People | None:
    """The names, and what the pieces without a name count. ``single``: read as a sentence it tells of one person."""
    unnamed, kind, kin = 0, CountKind.EXACT, 0
    text = _blanked(without_phones(shown), found)
    kept, rest = heard.who.and_so_on.subn("", heard.who.which.sub("", text))
    others = rest > 0
    raw = [piece for piece in heard.who.between.split(kept) if piece.strip()]
    ahead = 0
    for i, piece in enumerate(raw):
        part = _count_of(_piece(piece, heard), heard, alone=len(raw) == 1 and not found)
        if part is not None and i and _is_bare(_piece(piece, heard), heard):
            return People(named[:MOST_NAMES], len(named), CountKind.EXACT) if named else None
        if part is not None and part.kind is CountKind.SEVERAL:
            return People(named[:MOST_NAMES], None, CountKind.SEVERAL)
        if part is not None:
            unnamed += part.count or 0
            kin += _is_kin(_piece(piece, heard), heard)
            ahead = unnamed if i == 0 and _is_number(_piece(piece, heard), heard) else ahead
            kind = part.kind if part.kind is not CountKind.EXACT else kind
        elif _is_others(piece, heard):
            others = True
    if named and ahead == len(named) + unnamed - ahead and not others:
        unnamed -= ahead  # "двое, Асхат и Ерлан": they are the two
    if single and kin == unnamed == len(named) == 1:
        unnamed = 0  # "брат, Иван Петров": who he is, and his name
    total = len(named) + unnamed + others
    if not total:
        return None
    return People(named[:MOST_NAMES], total, CountKind.AT_LEAST if others else kind)


def _blanked(text: str, found: Sequence[NameFound]) -> str:
    """The text with a mark instead of each name, at the same length, so that what stands beside it is no bare count."""
    for name in found:
        text = text[: name.start] + "*" * (name.end - name.start) + text[name.end :]
    return text


def _piece(raw: str, heard: Heard) -> str:
    return heard.who.among.sub("", _BULLET.sub("", raw)).strip(" \t:–—.")[:LONGEST_NAME].strip()


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
    if "*" in piece:
        return None
    line = count_line(piece, heard, guess_language(piece, heard))
    if _is_one(line, piece == piece.lower()):
        return People(count=1, kind=CountKind.EXACT)
    counted = understand_people(piece, heard)
    if counted is not None and counted.kind is CountKind.SEVERAL:
        return counted
    return _number_of(line, counted, alone)


def _is_number(piece: str, heard: Heard) -> bool:
    """Whether it counts by a number: not "me", nor "мой брат"."""
    return not _is_one(count_line(piece, heard, guess_language(piece, heard)), piece == piece.lower())


def _is_bare(piece: str, heard: Heard) -> bool:
    """Whether it is a number and no word: behind another piece it is an age, a fever, a house: "39 и 2"."""
    line = count_line(piece, heard, guess_language(piece, heard))
    number = line.number(0)
    return number is not None and number[1] == len(line.tokens) and line.text(0) not in heard.numbers.together


def _is_kin(piece: str, heard: Heard) -> bool:
    """Whether it names one person by what they are, and not the writer."""
    line = count_line(piece, heard, guess_language(piece, heard))
    me = heard.who.me
    return _is_one(line, piece == piece.lower()) and not any(token.text in me for token in line.tokens)


def _is_one(line: CountLine, small: bool) -> bool:
    """Whether a piece names one person by what they are, and perhaps how old: "я", "мой брат", "мужчина лет 40"."""
    said, me, ages = line.heard.people, line.heard.who.me, line.heard.ages
    words = [i for i, t in enumerate(line.tokens) if t.kind in ("word", "number")]
    persons = [
        i for i in words if line.text(i) in me or line.within(i, said.kin) or line.within(i, said.one_person)
    ]
    if small and 0 < len(words) <= FEW_WORDS and line.text(words[0]) in me:  # "меня вместе"
        return True
    beside = [i for i in words if i not in persons]
    return len(persons) in (1, 2) and all(
        line.within(i, said.possessive)
        or (
            len(words) > 1
            and (line.kind(i) == "number" or line.starts(i, ages.years) or line.text(i) in ages.before)
        )
        for i in beside
    )


def _number_of(line: CountLine, counted: People | None, alone: bool) -> People | None:
    heard, said = line.heard, line.heard.people
    together = heard.numbers.together
    value, i = None, 0
    rest: list[int] = []
    while i < len(line.tokens):
        number = line.number(i) if value is None else None
        if value is None and (number or line.text(i) in together):
            if _is_label(line, i) or (not alone and any(line.starts(k, said.persons) for k in rest)):
                return None
            value = number[0] if number else together[line.text(i)]
            i = skip_ending(line.tokens, number[1] if number else i + 1, heard.numbers)[1]
        else:
            rest += [i] if line.kind(i) in ("word", "number") else []
            i += 1
    if value is None or not 0 < value <= MOST or any(line.measures(k) for k in rest):
        return None
    if not all(line.text(k) in heard.who.fillers or line.starts(k, said.persons) for k in rest):
        return None
    return People(count=value, kind=_kind_of(line, rest, counted))


def _is_label(line: CountLine, i: int) -> bool:
    """Whether the number at ``i`` is glued to the word before it: "Имя1"."""
    return line.kind(i - 1) == "word" and line.tokens[i - 1].end == line.tokens[i].start


def _kind_of(line: CountLine, rest: list[int], counted: People | None) -> CountKind:
    said, words = line.heard.who, {line.text(k) for k in rest}
    for kind, known in ((CountKind.AT_LEAST, said.at_least), (CountKind.ABOUT, said.about)):
        if not known.isdisjoint(words):
            return kind
    return counted.kind if counted else CountKind.EXACT
