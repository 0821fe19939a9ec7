"""How many come to those who are known already: "и ещё двоих", "two more were taken", "его друга тоже", "тағы екеуін"."""

from collections.abc import Sequence

from bot.core.understanding.count_facts import Unit, What
from bot.core.understanding.count_line import CountLine, count_line
from bot.core.understanding.counts import units_of
from bot.core.understanding.heard import Heard
from bot.core.understanding.language import guess_language
from bot.core.understanding.phones import without_phones
from bot.core.understanding.plain import readable

LONGEST = 300  # characters in which it is looked for
_PERSONS = (What.NUMBER, What.KIN, What.ONE)
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
    joined = joined and not (happened or units[0].weak) and units[0].what in _PERSONS
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
    idle = said.possessive | said.one | said.being
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
    """Whether somebody is counted there beside others, whoever they are: "подъехали ещё двое"."""
    line = _line(text, heard, language)
    return any(unit.more or _is_too(line, unit) or _is_joined(line) for unit in units_of(line, ()))


def _line(text: str, heard: Heard, language: str | None) -> CountLine:
    shown = readable(text[:LONGEST])
    return count_line(without_phones(shown), heard, guess_language(shown, heard) or language)


def _says_nothing(line: CountLine, i: int) -> bool:
    said, who = line.heard.people, line.heard.who
    besides = said.and_with | said.more | said.besides | said.too | said.being | said.just
    one = line.number(i)  # "девушку одну"
    nothing = line.within(i, besides) or line.text(i) in who.him | who.fillers
    return nothing or line.kind(i) in ("mark", "line") or (one is not None and one[0] == 1)
