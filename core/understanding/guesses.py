"""What a message tells, parted into facts and guesses by :mod:`evidence`. A guess is marked, never dropped."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from core.understanding.count_groups import groups_of
from core.understanding.count_line import CountLine, Unit, What
from core.understanding.counts import MessageFacts, people_counted, units_of
from core.understanding.evidence import Evidence, Ground, listed_names
from core.understanding.flags import ADULT, ages_told
from core.understanding.name_facts import NameFound, Who
from core.understanding.owned_times import Owner
from core.understanding.shares import is_among, of_whole
from core.understanding.takers import are_they
from core.values import CountKind, Moment, People
from core.vocabulary import PHONE

MINOR, ELDERLY = "minor", "elderly"
_NO_FLAGS: frozenset[str] = frozenset()
_ONE = People((), 1, CountKind.EXACT)  # somebody, of whom the report is: that needs no proof


class Guesses(Struct, frozen=True):
    """What may be so, of which the words give no proof: see :class:`understood.Understood`, whose fields these are."""

    people: People | None = None
    moment: Moment | None = None
    flags: frozenset[str] = frozenset()


class Parted(Struct, frozen=True):
    """The facts of a message, and its guesses. ``of_writer``: the flags, of both, that the writer has."""

    people: People | None
    moment: Moment | None
    flags: frozenset[str]
    guesses: Guesses
    of_writer: frozenset[str] = _NO_FLAGS


def part_message(
    evidence: Evidence,
    named: Sequence[NameFound],
    told: MessageFacts | None,
    moment: Moment | None,
    flags: frozenset[str],
    *,
    own_phone: bool,
    past: bool,
    now: datetime,
    zone: ZoneInfo,
) -> Parted:
    """``told``: what is known of those to whom it happened, None where nobody is told of; ``past``: of another year."""
    people, maybe_people = part_people(named, told, evidence) if told is not None else (None, None)
    sure, maybe = part_flags(flags, evidence, own_phone=own_phone) if not past else (_NO_FLAGS, flags)
    is_sure = moment is not None and evidence.of_moment(moment, now, zone)
    none = moment is None or is_sure or evidence.owner_of(moment, now) is Owner.OTHER
    guesses = Guesses(maybe_people, None if none else moment, maybe)
    return Parted(people, moment if is_sure else None, sure, guesses, flags_of_writer(flags, evidence))


def part_people(
    named: Sequence[NameFound], told: MessageFacts, evidence: Evidence
) -> tuple[People | None, People | None]:
    """Who it happened to: those for whom there is evidence; and all who may be meant, where that is more or otherwise."""
    line = evidence.said
    held = [name for name in named if name.who is Who.HELD]
    listed = listed_names(held, evidence.shown, line.heard)
    proven = [name for name in held if evidence.of_name(name, listed=name.start in listed)]
    units = [*units_of(line, named)]
    they = [unit for unit in units if are_they(line, evidence.words, unit, units)]
    grounds = {unit: Ground.OF_OTHERS if unit in they else evidence.of_count(unit) for unit in units}
    among = {unit for unit in grounds if is_among(evidence, unit)}
    beside = among | of_whole(evidence, [*grounds])
    meant = [
        unit for unit, ground in grounds.items() if ground is not Ground.OF_OTHERS and unit not in beside
    ]
    together = {
        unit
        for group in groups_of(line, meant)
        if any(grounds[unit] is Ground.PROVEN for unit in group.units)
        and not evidence.is_beside(group.units[0])
        for unit in group.units
    }
    sure = [
        unit
        for unit in meant
        if (unit in together and unit.what is not What.NAME) or _is_of(line, unit, proven)
    ]
    every = people_counted(line, meant, named, told)
    facts = people_counted(line, sure, proven, told)
    if among:
        every, facts = _one_of_several(every or People()), facts and _one_of_several(facts)
    doubtful = evidence.some_are_free and not told.over
    if every is None or (every == facts and not doubtful):
        return facts, None
    if facts is None:
        return (every, None) if every == _ONE else (None, every)
    names = tuple(name for name in facts.names if name in every.names)
    if (facts.count, facts.kind) == (every.count, every.kind) and not doubtful:
        return replace(facts, names=names), every
    return (replace(facts, names=names, count=None, kind=CountKind.UNKNOWN) if names else None), every


def _one_of_several(people: People) -> People:
    """Those of whom somebody is only one: how many they are is not said by it."""
    if people.count is not None and people.count > max(1, len(people.names)):
        return people
    return replace(people, count=None, kind=CountKind.SEVERAL)


def _is_of(line: CountLine, unit: Unit, names: Sequence[NameFound]) -> bool:
    start = line.tokens[unit.start].start
    return unit.what is What.NAME and any(name.start == start for name in names)


def part_flags(
    flags: frozenset[str], evidence: Evidence, *, own_phone: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """Those that are stated of who is held, and the others."""
    heard = evidence.said.heard
    stated = {flag for flag in flags - {PHONE} if evidence.of_flag(heard.flags[flag], of_child=flag == MINOR)}
    for age, start, end in ages_told(evidence.line, heard):
        if evidence.is_of_held(start, end):
            stated |= flags & {MINOR if age < ADULT else ELDERLY}
    if own_phone or (PHONE in flags and evidence.is_own(heard.flags[PHONE])):
        stated |= flags & {PHONE}
    return frozenset(stated), flags - stated


def flags_of_writer(flags: frozenset[str], evidence: Evidence) -> frozenset[str]:
    """Those that are said of the writer alone."""
    heard, found = evidence.said.heard, set[str]()
    ages = ages_told(evidence.line, heard) if flags & {MINOR, ELDERLY} else []
    for flag in flags - {PHONE}:
        of_age = [(a, b) for age, a, b in ages if flag == (MINOR if age < ADULT else ELDERLY)]
        if evidence.is_of_writer([*evidence.phrases([heard.flags[flag]]), *of_age]):
            found.add(flag)
    return frozenset(found)
