"""Units that stand side by side are one group: "брата и сестру", "3 женщины, 2 мужчин", "троих: Асхат, Ерлан и Мадина"."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from itertools import pairwise

from msgspec import Struct

from core.understanding.count_line import CountLine, Unit, What
from core.values import CountKind

_PERSON = (What.KIN, What.ONE)
_MARKS = frozenset((":", "-", "(", ")", "—"))
FEW = 2  # "несколько человек, один журналист": such a number is a part of the several
_MOST_BETWEEN = 8  # tokens between two units of a group


class Join(Enum):
    """What stands between two units."""

    NOTHING = auto()
    COMMA = auto()
    MARK = auto()
    AND = auto()


class Group(Struct, frozen=True):
    """``count``: None if the words only say that there are several."""

    units: tuple[Unit, ...]
    count: int | None
    kind: CountKind

    @property
    def single(self) -> bool:
        """Whether it is one person who is not named."""
        return self.count == 1 and all(u.what not in (What.NUMBER, What.NAME) for u in self.units)

    @property
    def weak(self) -> bool:
        """Whether nothing in it says that it happened to them."""
        return all(u.weak or u.what is What.ME for u in self.units)


def groups_of(line: CountLine, units: Iterable[Unit]) -> list[Group]:
    """The groups, in order."""
    found: list[list[tuple[Join | None, Unit]]] = []
    for unit in units:
        join = _join(line, found[-1][-1][1], unit) if found else None
        if join is None:
            found.append([(None, unit)])
        else:
            found[-1].append((join, unit))
    return [_group(joined) for joined in found]


def _join(line: CountLine, before: Unit, unit: Unit) -> Join | None:
    said, end, start = line.heard.people, before.end, unit.start
    if start - end > _MOST_BETWEEN:
        return None
    join = Join.NOTHING
    for i in range(end, start):
        if line.within(i, said.and_with) or line.within(i, said.more) or line.text(i) == "&":
            join = Join.AND
        elif line.text(i) == "," or (line.kind(i) == "line" and i == start - 1):
            join = Join.COMMA if join is not Join.AND else join
        elif line.text(i) in _MARKS:
            join = Join.MARK if join is not Join.AND else join
        elif not (line.within(i, said.possessive) or _is_age(line, i)):
            return None
    if unit.acts and unit.weak and join is not Join.AND:
        return None
    if What.ME in (before.what, unit.what) and join is not Join.AND:
        return join if join is not Join.NOTHING and _opens(line, before.start) else None
    return join


def _is_age(line: CountLine, i: int) -> bool:
    ages, text = line.heard.ages, line.text(i)
    if text == ".":
        return len(line.text(i - 1)) == 1 and line.kind(i - 1) == "word"
    short = text in ages.short or text in ages.of_old or text in ages.old
    return line.kind(i) == "number" or line.starts(i, ages.years) or short


def _opens(line: CountLine, i: int) -> bool:
    """Whether a list opens with who writes: "нас трое: я, Марат и Ильяс", "взяли меня, Марата"."""
    return line.ends(i - 1) or line.text(i - 1) in _MARKS or line.starts(i - 1, line.heard.people.taken)


def _group(joined: Sequence[tuple[Join | None, Unit]]) -> Group:
    units = tuple(unit for _, unit in joined)
    numbered = any(u.what is What.NUMBER for u in units)
    whole = any(u.whole for u in units) or (numbered and any(u.what is What.US for u in units))
    whole = whole or any(
        u.what is What.NUMBER and join is Join.NOTHING and before.what not in (What.NUMBER, What.MANY)
        for (_, before), (join, u) in pairwise(joined)
    )  # "сын и дочь оба", "Нұрлан Айбек Санжар үшеуі"
    many = any(u.what is What.MANY for u in units)
    several = (many or any(u.what is What.US for u in units)) and not numbered
    if many and numbered and joined[1][0] is not Join.NOTHING and max(u.value for u in units) <= FEW:
        several = True
    base = detail = 0
    listed = False
    for i, (join, unit) in enumerate(joined):
        before = joined[i - 1][1] if i else None
        again = unit.what is What.ME and any(u.what is What.ME for u in units[:i])
        same = before is not None and _is_same(before, unit, join, len(joined))
        value = 0 if again or same else unit.value
        if unit.what is What.NUMBER:
            if before is not None and before.what is What.NUMBER and join in (Join.NOTHING, Join.MARK):
                detail += value
            else:
                base += value
            listed = False
            continue
        if before is not None and before.what in (What.NUMBER, What.MANY):
            listed = join is not Join.AND
        if listed or (whole and numbered):
            detail += value
        else:
            base += value
    if several and any(u.what is What.US for u in units) and base:  # "нас с мужем"
        return Group(units, base + 1, CountKind.EXACT)
    named = sum(u.what is What.NAME for u in units)
    if several and not (named > 1 and units[0].what is What.MANY and detail == named):
        return Group(units, None, CountKind.SEVERAL)
    kinds = [u.kind for u in units if u.kind is not CountKind.EXACT and u.what is What.NUMBER]
    return Group(units, max(base, detail), kinds[0] if kinds else CountKind.EXACT)


def _is_same(before: Unit, unit: Unit, join: Join | None, length: int) -> bool:
    """Whether two units are one person: "брата Ерлана", "Ерлан, мой брат", "соседа инвалида"."""
    if join is Join.AND:
        return False
    if unit.what is What.NAME and before.what in _PERSON:
        return True
    if before.what is What.NAME and unit.what in _PERSON:
        return True
    if join is not Join.NOTHING or before.what not in _PERSON or unit.what not in _PERSON:
        return False
    return What.ONE in (before.what, unit.what) or length == 2
