"""Who the lines of a list are about: compared with open cases of that place and these days.

one that is surely the same     known
several, or only perhaps        a person chooses
nobody                          new: a case is opened
said at this door today         nothing is new (said_before)
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec.structs import replace

from bot.core.brought import DoorList, Line, Meant
from bot.core.matching.blocks import Known
from bot.core.matching.evidence import Likeness
from bot.core.matching.tokens import tokens
from bot.core.understanding.name_list_remarks import Remark
from bot.core.vocabulary import CaseState
from handlers.casework import likely
from handlers.door.lists import zone_at
from handlers.door.said_before import Who, Words, by_lists, is_said, words_of
from handlers.service import Service
from storage.transaction import Transaction

BEFORE = 3  # days before, on which somebody may have been taken
CHOICE = 5  # of whom a person chooses


async def match(
    tx: Transaction, service: Service, one: DoorList, lines: Sequence[Line], since: int = 0
) -> list[Line]:
    """All lines of the list, those that nobody has chosen and that are not written yet looked at anew: from ``since`` on."""
    await likely.prefetch(tx, [_sought(service, one, line) for line in lines[since:] if _is_open(line)])
    before = await by_lists(tx, service, one)
    seen: set[Words] = set()
    found: list[Line] = []
    for number, line in enumerate(lines):
        meant = line
        if number >= since and _is_open(line):
            twice = words_of(line) in seen
            meant = (
                replace(line, meant=Meant.AGAIN) if twice else await _meant(tx, service, one, line, before)
            )
        if meant.name and meant.meant is not Meant.NOBODY:
            seen.add(words_of(line))
        found.append(meant)
    return _each_once(found)


def _is_open(line: Line) -> bool:
    left_out = line.official or line.says == Remark.OUT
    return bool(line.name) and not (line.written or line.chosen or left_out)


def _sought(service: Service, one: DoorList, line: Line) -> Known:
    day = one.at.astimezone(zone_at(service, one)).date()
    days = tuple(day - timedelta(days=n) for n in range(BEFORE + 1))
    return Known(tokens(line.name, service.name_rules), one.place, days, (), line.born)


async def _meant(
    tx: Transaction, service: Service, one: DoorList, line: Line, before: Mapping[Words, Line]
) -> Line:
    known = before.get(words_of(line))
    case = await tx.cases.get(known.case) if known is not None and known.case is not None else None
    if known is not None and case is not None and case.state is not CaseState.CLOSED:
        return await _of(tx, service, one, line, (case.id, known.person))
    found = [
        candidate
        for candidate in await likely.like(tx, service, _sought(service, one, line))
        if candidate.case.state is not CaseState.CLOSED
    ]
    found.sort(key=lambda candidate: -candidate.compared.score)
    sure = [candidate for candidate in found if candidate.compared.likeness is Likeness.SAME]
    if len(sure) == 1:
        return await _of(tx, service, one, line, (sure[0].case.id, sure[0].person))
    among = tuple((candidate.case.id, candidate.person) for candidate in found[:CHOICE])
    return replace(line, meant=Meant.WHICH if among else Meant.NEW, case=None, person=None, among=among)


async def _of(tx: Transaction, service: Service, one: DoorList, line: Line, who: Who) -> Line:
    again = await is_said(tx, service, one, who, denied=line.denied)
    meant = Meant.AGAIN if again else Meant.KNOWN
    return replace(line, meant=meant, case=who[0], person=who[1], among=(who,))


def _each_once(lines: Sequence[Line]) -> list[Line]:
    """Of two lines about one person a person chooses the second: two names are rather two people."""
    taken: set[Who] = set()
    return [_unless_taken(line, taken) for line in lines]


def _unless_taken(line: Line, taken: set[Who]) -> Line:
    if line.meant not in (Meant.KNOWN, Meant.AGAIN) or line.case is None:
        return line
    who = (line.case, line.person)
    if who in taken and not (line.written or line.chosen):
        return replace(line, meant=Meant.WHICH, case=None, person=None, among=(who,))
    taken.add(who)
    return line
