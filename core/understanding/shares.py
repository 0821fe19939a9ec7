"""Some of those who are told of: "two of three", «нас пятеро, двоих увели», «үшеуінен екеуі», "among them a journalist"."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from core.understanding.count_line import CountLine, Unit, What, numbers_told
from core.understanding.count_numbers import is_all_of_us
from core.understanding.evidence import Evidence, NearAct
from core.understanding.evidence_words import EvidenceWords
from core.understanding.takers import PERSONS, clause_of
from core.values import CountKind, People

_REACH = 3  # tokens between a number and the word for what was done
_APART = 6  # tokens between the two numbers of a share
_AMONG = 3  # words between somebody and that they are only one of several
_NOUN_REACH = 2  # words behind a number in which its noun stands
_SENTENCE_ENDS = frozenset(".!?;\n…")

Numeral = tuple[int, int, int]  # where it begins, where it ends, what it is


class Share(Struct, frozen=True):
    """``part`` of ``whole``."""

    part: Numeral
    whole: Numeral


def shares_told(line: CountLine, words: EvidenceWords) -> list[Share]:
    """All of them, in order."""
    numbers = numbers_told(line)
    return [
        Share(part, whole)
        for whole in numbers
        if _is_parted(line, whole, words) and (part := _part_of(line, whole, numbers)) is not None
    ]


def _is_parted(line: CountLine, number: Numeral, words: EvidenceWords) -> bool:
    """Whether others are said to be some of these: "of the three", «из троих», «үшеуінен», «бес адамның»."""
    start, end, _ = number
    said, k = line.heard.people, start - 1
    if line.starts(end, said.things):
        return False
    while line.within(k, said.possessive | said.being):
        k -= 1
    if line.within(k, words.out_of):
        return True
    nouns = [k for k in range(end, end + _NOUN_REACH) if line.starts(k, said.persons)]
    counted = [end - 1, *nouns[:1]]
    return line.kazakh and any(line.texts[k].endswith(words.parting) for k in counted)


def _part_of(line: CountLine, whole: Numeral, numbers: list[Numeral]) -> Numeral | None:
    """The nearest smaller number of the same sentence."""
    near = [
        (max(whole[0] - number[1], number[0] - whole[1]), number)
        for number in numbers
        if number[2] < whole[2]
    ]
    for apart, number in sorted(near):
        between = range(min(whole[1], number[1]), max(whole[0], number[0]))
        if apart <= _APART and not any(line.text(i) in _SENTENCE_ENDS for i in between):
            return number
    return None


def left_behind(line: CountLine, words: EvidenceWords) -> People | None:
    """How many are held still; None unless fewer were let go than had been taken before."""
    held, freed = next(_held_shares(line, words), None) or _held_after_release(line)
    return People((), held, CountKind.EXACT, freed=freed) if held > 0 else None


def _held_shares(line: CountLine, words: EvidenceWords) -> Iterator[tuple[int, int]]:
    """How many are held, and how many let go, by each share of which that is said."""
    for share in shares_told(line, words):
        first, last = sorted((share.part, share.whole))
        end = last[1]
        while not line.ends(end):
            end += 1
        for i in range(first[1], end):
            if line.starts(i, line.heard.people.released):
                part, rest = share.part[2], share.whole[2] - share.part[2]
                yield (part, rest) if line.denied(i) else (rest, part)
                break


def _held_after_release(line: CountLine) -> tuple[int, int]:
    counts, said = numbers_told(line), line.heard.people
    freed = [(i, n) for i, end, n in counts if _is_beside(line, i, end, said.released)]
    if not freed:
        return 0, 0
    at, free = freed[0]
    taken = [
        n
        for i, end, n in counts
        if i < at and (_is_beside(line, i, end, said.taken) or is_all_of_us(line, i))
    ]
    return max(taken, default=0) - free, free


def _is_beside(line: CountLine, i: int, end: int, done: tuple[str, ...]) -> bool:
    for near in (range(end, end + _REACH), range(i - 1, i - 1 - _REACH, -1)):
        for k in near:
            if line.ends(k) or line.number(k):
                break
            if line.starts(k, done):
                return not line.denied(k)
    return False


def is_among(evidence: Evidence, unit: Unit) -> bool:
    """Whether somebody is only one of those who are held: "среди них журналист", "ішінде журналист бар"."""
    line = evidence.said
    near = (*range(unit.start - _AMONG, unit.start), *range(unit.end, unit.end + _AMONG))
    return unit.what in PERSONS and any(
        line.within(i, evidence.words.among)
        and not any(map(line.ends, range(min(i, unit.end), max(i, unit.start))))
        for i in near
    )


def of_whole(evidence: Evidence, units: Sequence[Unit]) -> frozenset[Unit]:
    """Those that count all of whom only some are held: "two *of three* were taken", «*нас пятеро*, двоих увели»."""
    wholes = {share.whole[0] for share in shares_told(evidence.said, evidence.words)}
    parts = [unit for unit in units if unit.what is What.NUMBER and _is_led_away(evidence, unit)]
    for unit in units:
        smaller = any(part.value < unit.value and part.start > unit.end for part in parts)
        if unit.whole and smaller and not _is_led_away(evidence, unit):
            wholes |= {unit.start, *(us.start for us in units if us.what is What.US and us.end <= unit.start)}
    return frozenset(unit for unit in units if unit.start in wholes)


def _is_led_away(evidence: Evidence, unit: Unit) -> bool:
    """Whether it is told in their clause that they are taken, and not only that they are beaten."""
    low, high = clause_of(evidence.said, unit)
    line = evidence.said.tokens
    beaten = evidence.phrases([evidence.said.heard.situations["beaten"]])
    hurt = any(line[low].start <= start < line[high - 1].end for start, _ in beaten)
    return not hurt and evidence.is_done(NearAct.TAKEN, low, high)


def somebody_kept(evidence: Evidence, units: Sequence[Unit]) -> bool:
    """Where some are said to be out: whether others are told of as not out, "all but Dana", "the third is still there"."""
    line = evidence.said
    words = evidence.words.last | line.heard.people.plurals
    others = [Unit(i, i + 1, 1, What.ONE) for i in range(len(line.tokens)) if line.within(i, words)]
    people = [unit for unit in units if unit.what in (*PERSONS, What.NUMBER) and unit.what is not What.ME]
    return any(_is_kept(evidence, unit) for unit in (*people, *others))


def _is_kept(evidence: Evidence, unit: Unit) -> bool:
    line, (low, high) = evidence.said, clause_of(evidence.said, unit)
    if any(line.within(i, evidence.words.but_for) for i in range(max(low, unit.start - _AMONG), unit.start)):
        return True
    if evidence.is_done(NearAct.FREED, low, high) or not line.heard.told.home.isdisjoint(
        line.texts[low:high]
    ):
        return False
    kept = [i for i in range(low, high) if line.within(i, line.heard.people.kept)]
    stations = evidence.phrases([line.heard.told.station])
    start, end = line.tokens[low].start, line.tokens[high - 1].end
    at_station = any(start <= at < end for at, _ in stations)
    return bool(kept) and (len(kept) > 1 or kept[0] == high - 1 or at_station)
