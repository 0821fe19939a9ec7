"""To how many people it happened: "двоих", "3 women, 2 men", "маму с ребёнком", "Ерлан и его брат", "нас четверо".

If some were let go and others held, those who are held count. Of separate numbers the greatest counts, because people say
the same thing again ("задержали троих. Все трое в отделе"). Words may also add people to those who are known: "и ещё двоих",
"two more were taken", "его друга тоже", "тағы екеуін".
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from core.understanding.count_groups import FEW, Group, groups_of
from core.understanding.count_line import CountLine, Unit, What, count_line
from core.understanding.count_numbers import unit_at
from core.understanding.heard import Heard
from core.understanding.language import guess_language
from core.understanding.name_facts import NameFound, Who, distinct, persons
from core.understanding.phones import without_phones
from core.understanding.plain import readable
from core.understanding.takers import PERSONS, take_others
from core.values import CountKind, People

_RELEASED_REACH = 4  # tokens between somebody and the word that lets them go
_KEPT_REACH = 3


class MessageFacts(Struct, frozen=True):
    """What is known of the message. ``single``: one person who is named by what they are ("брата") counts too.

    ``happened``: something happened to somebody, even only to "его". ``me``: to the writer. ``over``: all were let go.
    ``called``: it is a summons. ``blocked``: somebody is not let out.
    """

    single: bool = False
    happened: bool = False
    me: bool = False
    called: bool = False
    blocked: bool = False
    over: bool = False


def understand_people(text: str, heard: Heard, names: Sequence[NameFound] = ()) -> People | None:
    """The people of a text. None where nobody is counted or named. ``names``: those found in the same text."""
    shown = readable(text)
    return people_of(shown, heard, guess_language(shown, heard), names, MessageFacts())


def people_of(
    shown: str, heard: Heard, language: str | None, names: Sequence[NameFound], told: MessageFacts
) -> People | None:
    """The same for a readable text of which the language is known, as far as it tells it."""
    line = count_line(without_phones(shown), heard, language)
    return people_counted(line, list(units_of(line, names)), names, told)


def people_counted(
    line: CountLine, units: list[Unit], names: Sequence[NameFound], told: MessageFacts
) -> People | None:
    """The people of these units of a line."""
    kept = _held(line, units, told)
    groups = groups_of(line, kept)
    starts = {line.tokens[unit.start].start for unit in kept if unit.what is What.NAME}
    held = distinct([name for name in names if name.start in starts])
    counted = _best(line, groups, told, bool(held))
    if counted is None and not held and told.happened:
        counted = _somebody(line, units, told)
    if counted is None:
        return People(held, len(held), CountKind.EXACT) if held else None
    if counted.count is None:
        return People(held, None, CountKind.SEVERAL)
    return People(held, max(counted.count, len(held)), counted.kind)


def units_of(line: CountLine, names: Sequence[NameFound]) -> Iterator[Unit]:
    """What is said of people in the line, in order."""
    said_before = [person < i for i, person in enumerate(persons(names))]
    spans = [(n.start, n.end, n.who) for n in names]
    i, at = 0, 0
    while i < len(line.tokens):
        token = line.tokens[i]
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at < len(spans) and spans[at][0] <= token.start:
            end = i
            while end < len(line.tokens) and line.tokens[end].start < spans[at][1]:
                end += 1
            if spans[at][2] is Who.HELD:
                yield Unit(i, end, 0 if said_before[at] else 1, What.NAME)
            i = end
            continue
        unit = unit_at(line, i)
        if unit is None:
            i += 1
            continue
        yield unit
        i = unit.end


def _held(line: CountLine, units: list[Unit], told: MessageFacts) -> list[Unit]:
    """Without those who were let go, and without those who take: "двое увели брата"."""
    released = {unit for unit in (_released(line, units, i) for i in _releases(line)) if unit}
    kept = [u for u in units if u not in released]
    if released and (left := [u for u in kept if _is_kept(line, u)]):
        return left
    if not told.over:
        units = kept or units
    return [u for u in units if not take_others(line, u, units)]


def _releases(line: CountLine) -> Iterator[int]:
    for i in range(len(line.tokens)):
        if line.starts(i, line.heard.people.released) and not line.denied(i):
            yield i


def _released(line: CountLine, units: list[Unit], at: int) -> Unit | None:
    """Who was let go by the word at ``at``: who stands before it, else behind it."""
    before = [u for u in units if u.end <= at and at - u.end <= _RELEASED_REACH]
    if before and not any(line.ends(k) or _is_done(line, k) for k in range(before[-1].end, at)):
        return before[-1]
    behind = [u for u in units if at < u.start <= at + _RELEASED_REACH]
    if behind and not any(line.ends(k) or _is_done(line, k) for k in range(at + 1, behind[0].start)):
        return behind[0]
    return None


def _is_done(line: CountLine, i: int) -> bool:
    said = line.heard.people
    return line.starts(i, said.taken) or line.starts(i, said.released)


def _is_kept(line: CountLine, unit: Unit) -> bool:
    for k in range(unit.end, unit.end + _KEPT_REACH):
        if line.ends(k):
            return False
        if line.within(k, line.heard.people.kept):
            return True
    return line.within(unit.start - 1, line.heard.people.kept)


def _is_taken(line: CountLine, group: Group) -> bool:
    """Whether a word for being taken stands beside somebody of whom the message tells nothing that we know."""
    return any(
        u.what in (What.KIN, What.ONE, What.ME) and not (u.weak or u.acts) and _is_done_near(line, u)
        for u in group.units
    )


def _is_done_near(line: CountLine, unit: Unit) -> bool:
    said = line.heard.people
    return line.done_near(unit.start, 4, 4, said.taken + said.released)


def _best(line: CountLine, groups: list[Group], told: MessageFacts, named: bool) -> Group | None:
    """The group that tells how many, those beside whom it happened left out."""
    strong = [
        g for g in groups if not g.weak or (g.count or 0) > 1 or (not told.happened and _is_taken(line, g))
    ]
    numbers: list[Group] = []
    for group in strong:
        if group.count is None or (group.single and not (told.single or _is_taken(line, group))):
            continue
        if group.units[0].more:
            before = max((g.count or 0 for g in numbers), default=1)
            numbers.append(Group(group.units, before + group.count, group.kind))
        else:
            numbers.append(group)
    most = max(numbers, key=lambda g: g.count or 0, default=None)
    severals = groups if told.over else strong
    several = next((g for g in severals if g.count is None and _may_be(g, told)), None)
    if several is None or named or most is None:
        return most if several is None or named else several
    plural = all(u.subject or u.what is What.US for u in several.units)
    return most if (most.count or 0) > FEW or (most.single and plural) else several


def _may_be(group: Group, told: MessageFacts) -> bool:
    """Whether "us" alone, without a number, is said of those to whom it happened."""
    return any(u.what is What.MANY for u in group.units) or (told.happened and not group.weak)


def _somebody(line: CountLine, units: list[Unit], told: MessageFacts) -> Group | None:
    """One person to whom it happened and of whom little is said: "меня", "его", "у брата"."""
    him = line.heard.who.him if line.kazakh else line.heard.who.him - line.heard.who.they
    pointed = any(token.text in him for token in line.tokens)
    if told.me or pointed or any(_may_be_meant(unit, told) for unit in units):
        return Group((), 1, CountKind.EXACT)
    return None


def _may_be_meant(unit: Unit, told: MessageFacts) -> bool:
    if unit.what is not What.ME:
        return unit.what in PERSONS
    mine = told.called or told.over or told.blocked  # else "me" is who asks for help
    return unit.weak or (mine and (told.over or not unit.acts))


LONGEST = 300  # characters in which it is looked for
_COUNTED_PERSONS = (What.NUMBER, What.KIN, What.ONE)
_NEAR = 3  # words between somebody and "too"


def more_told(
    text: str, heard: Heard, language: str | None = None, *, happened: bool, names: Sequence[str] = ()
) -> int:
    """Their number. 0 where anybody else is counted, or where the words say something else than that they are more, and
    nothing that ``happened`` to them. ``names``: those in the text who are not known yet.
    """
    for name in names:
        text = text.replace(name, " ")
    line = _line(text, heard, language)
    units = [unit for unit in units_of(line, ()) if unit.value]
    if names and not units:
        places = range(len(line.tokens))
        too = any(line.within(i, heard.people.too | heard.people.more) for i in places) or _is_joined(line)
        return len(names) if too and all(_says_nothing(line, i) for i in places) else 0
    if len(units) != 1:
        return 0
    joined = _is_joined(line) or (bool(names) and _is_too(line, units[0]))
    joined = joined and not (happened or units[0].weak) and units[0].what in _COUNTED_PERSONS
    if not (units[0].more or joined or (happened and _is_too(line, units[0]))):
        return 0
    beside = (i for i in range(len(line.tokens)) if not units[0].start <= i < units[0].end)
    return units[0].value if happened or all(_says_nothing(line, i) for i in beside) else 0


def next_told(text: str, heard: Heard, language: str | None = None) -> int | None:
    """Which one is said to be taken now, where nothing else is said: "теперь и второго" is the second."""
    line = _line(text, heard, language)
    said = heard.people
    ranks = [(i, rank) for i in range(len(line.tokens)) if (rank := line.valued(i, said.ordinals))]
    if len(ranks) != 1:
        return None
    [(at, rank)] = ranks
    others = [i for i in range(len(line.tokens)) if i != at]
    beside = said.just | said.and_with | said.more | said.too
    idle = said.possessive | said.one_person | said.being
    only = all(
        line.within(i, beside | idle)
        or line.starts(i, said.taken)
        or line.ends(i)
        or line.number(i) == (1, i + 1)
        for i in others
    )  # "the second one"
    return rank if only and any(line.within(i, beside) for i in others) else None


def _is_too(line: CountLine, unit: Unit) -> bool:
    """Whether one person is said to be taken as well, right beside such a word."""
    person = unit.what in (What.KIN, What.ONE) and not unit.weak
    near = (*range(unit.start - _NEAR, unit.start), *range(unit.end, unit.end + _NEAR))
    return person and any(line.within(i, line.heard.people.too) for i in near)


def _is_joined(line: CountLine) -> bool:
    """Whether the words only go on with what was told: "и его жену", "and her husband", "қасындағы қызды да"."""
    said = line.heard.people
    opens = line.within(0, said.and_with) and not line.within(
        0, said.too | said.me
    )  # "мен" is "I", "да" is "yes"
    return opens or (line.kazakh and any(line.within(i, said.besides) for i in range(len(line.tokens))))


def counts_more(text: str, heard: Heard, language: str | None = None) -> bool:
    """Whether people are counted in addition to others, of any kind: "подъехали ещё двое"."""
    line = _line(text, heard, language)
    return any(unit.more or _is_too(line, unit) or _is_joined(line) for unit in units_of(line, ()))


def _line(text: str, heard: Heard, language: str | None) -> CountLine:
    shown = readable(text[:LONGEST])
    return count_line(without_phones(shown), heard, guess_language(shown, heard) or language)


def _says_nothing(line: CountLine, i: int) -> bool:
    said, who = line.heard.people, line.heard.who
    besides = said.and_with | said.more | said.besides | said.too | said.being | said.just
    number = line.number(i)  # "девушку одну"
    nothing = line.within(i, besides) or line.text(i) in who.him | who.fillers
    return nothing or line.kind(i) in ("mark", "line") or (number is not None and number[0] == 1)
