"""Who the lines of a list are about: compared with open cases of that place and these days.

one that is surely the same     known
several, or only perhaps        a person chooses
nobody                          new: a case is opened
said at this door today         nothing is new, by another list in the same words or of the same person

Names go onto a list, and its reader sees below them what they mean.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from core.casework.claims import Claim
from core.folding import fold_text
from core.incoming import IncomingKind
from core.matching.likeness import Likeness
from core.matching.name_tokens import name_tokens
from core.matching.search_blocks import KnownPerson
from core.places.spots import Spot
from core.records.door_lists import DoorList, DoorListLine, LineSubject, ListState
from core.timeline import TimelineKind
from core.understanding import name_list
from core.understanding.name_list import Named, Remark, has_names
from core.values import Place, value_from_data
from core.vocabulary import CaseState
from handlers.cards.case_loading import held_spot
from handlers.casework import name_index
from handlers.door import lists
from handlers.door.lists import lines_of, place_of, zone_at
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.schema import door_lists
from storage.transaction import Transaction

COMPARED = TimelineKind.COMPARED
ANSWERS = {False: "found", True: "denied"}  # the kinds of claim

LineWords = tuple[str, int | None]
PersonInCase = tuple[int, int | None]  # a case, and a person in it


def words_of(line: DoorListLine) -> LineWords:
    """By which two lines are taken for one: nobody writes the names of two people in one way at one door."""
    return " ".join(sorted(fold_text(line.name).replace(".", " ").split())), line.born


async def lines_said_today(
    tx: Transaction, service: Service, door_list: DoorList
) -> dict[LineWords, DoorListLine]:
    """The lines of this door's lists of the day. A lone given name proves nothing, but here it is the same."""
    if door_list.place is None:
        return {}
    near = door_lists.c.at.between(door_list.at - timedelta(days=1), door_list.at + timedelta(days=1))
    found = await tx.door_lists.select(
        door_lists.c.place == door_list.place, near, door_lists.c.state != ListState.UNDONE.value
    )
    said: dict[LineWords, DoorListLine] = {}
    for other in sorted(found, key=lambda listed: listed.id):
        today = _local_day(service, door_list, other.at) == _local_day(service, door_list, door_list.at)
        if other.id != door_list.id and today and is_here(service, door_list, place_of(other)):
            said |= {words_of(line): line for line in lines_of(other) if line.written}
    return said


async def is_said_already(
    tx: Transaction, service: Service, door_list: DoorList, who: PersonInCase, *, denied: bool
) -> bool:
    """Whether the last that was said today of this person, anywhere, is the same, and of this door."""
    today: list[tuple[datetime, int, Claim]] = []
    for kind in ANSWERS.values():
        for claim in await tx.claims.by(case_id=who[0], kind=kind):
            stands = claim.withdrawn_at is None and claim.person_id == who[1] and claim.at is not None
            if (
                stands
                and claim.at
                and _local_day(service, door_list, claim.at) == _local_day(service, door_list, door_list.at)
            ):
                today.append((claim.at, claim.id, claim))
    if not today:
        return False
    _, _, last = max(today, key=lambda said: said[:2])
    place = value_from_data(last.value)
    return last.kind == ANSWERS[denied] and isinstance(place, Place) and is_here(service, door_list, place)


def _local_day(service: Service, door_list: DoorList, at: datetime) -> date:
    return at.astimezone(zone_at(service, door_list)).date()


def is_here(service: Service, door_list: DoorList, place: Place) -> bool:
    """Whether this is the place of the list's door, however it is written."""
    here = place_of(door_list)
    same_words = door_list.place == (place.city or place.region) and fold_text(here.text) == fold_text(
        place.text
    )
    return same_words or _spot_of(service, here).is_same(_spot_of(service, place))


def _spot_of(service: Service, place: Place) -> Spot:
    return held_spot(service, place.city or place.region or "", place.text)


BEFORE = 3  # days before, on which somebody may have been taken
CHOICE = 5  # of whom a person chooses


async def match_lines(
    tx: Transaction, service: Service, door_list: DoorList, lines: Sequence[DoorListLine], since: int = 0
) -> list[DoorListLine]:
    """All lines of the list, those that nobody has chosen and that are not written yet looked at again: from ``since``
    on.
    """
    await name_index.prefetch_candidates(
        tx, [_person_sought(service, door_list, line) for line in lines[since:] if _is_open(line)]
    )
    before = await lines_said_today(tx, service, door_list)
    seen: set[LineWords] = set()
    found: list[DoorListLine] = []
    for number, line in enumerate(lines):
        meant = line
        if number >= since and _is_open(line):
            twice = words_of(line) in seen
            meant = (
                replace(line, meant=LineSubject.AGAIN)
                if twice
                else await _find_subject(tx, service, door_list, line, before)
            )
        if meant.name and meant.meant is not LineSubject.NOBODY:
            seen.add(words_of(line))
        found.append(meant)
    return _each_once(found)


def _is_open(line: DoorListLine) -> bool:
    left_out = line.official or line.says == Remark.OUT
    return bool(line.name) and not (line.written or line.chosen or left_out)


def _person_sought(service: Service, door_list: DoorList, line: DoorListLine) -> KnownPerson:
    day = door_list.at.astimezone(zone_at(service, door_list)).date()
    days = tuple(day - timedelta(days=n) for n in range(BEFORE + 1))
    return KnownPerson(name_tokens(line.name, service.name_rules), door_list.place, days, (), line.born)


async def _find_subject(
    tx: Transaction,
    service: Service,
    door_list: DoorList,
    line: DoorListLine,
    before: Mapping[LineWords, DoorListLine],
) -> DoorListLine:
    known = before.get(words_of(line))
    case = await tx.cases.get(known.case) if known is not None and known.case is not None else None
    if known is not None and case is not None and case.state is not CaseState.CLOSED:
        return await _line_about(tx, service, door_list, line, (case.id, known.person))
    found = [
        candidate
        for candidate in await name_index.find_likely_cases(
            tx, service, _person_sought(service, door_list, line)
        )
        if candidate.case.state is not CaseState.CLOSED
    ]
    found.sort(key=lambda candidate: -candidate.compared.score)
    sure = [candidate for candidate in found if candidate.compared.likeness is Likeness.SAME]
    if len(sure) == 1:
        return await _line_about(tx, service, door_list, line, (sure[0].case.id, sure[0].person))
    among = tuple((candidate.case.id, candidate.person) for candidate in found[:CHOICE])
    return replace(
        line, meant=LineSubject.WHICH if among else LineSubject.NEW, case=None, person=None, among=among
    )


async def _line_about(
    tx: Transaction, service: Service, door_list: DoorList, line: DoorListLine, who: PersonInCase
) -> DoorListLine:
    again = await is_said_already(tx, service, door_list, who, denied=line.denied)
    meant = LineSubject.AGAIN if again else LineSubject.KNOWN
    return replace(line, meant=meant, case=who[0], person=who[1], among=(who,))


def _each_once(lines: Sequence[DoorListLine]) -> list[DoorListLine]:
    """If two lines are about one person, somebody chooses for the second: two names are more likely two people."""
    taken: set[PersonInCase] = set()
    return [_unless_taken(line, taken) for line in lines]


def _unless_taken(line: DoorListLine, taken: set[PersonInCase]) -> DoorListLine:
    if line.meant not in (LineSubject.KNOWN, LineSubject.AGAIN) or line.case is None:
        return line
    who = (line.case, line.person)
    if who in taken and not (line.written or line.chosen):
        return replace(line, meant=LineSubject.WHICH, case=None, person=None, among=(who,))
    taken.add(who)
    return line


MOST = 600  # lines of one list


async def add_names(turn: Turn, door_list: DoorList, words: str) -> DoorList:
    """More names; a corrected message takes the place of what it said before."""
    found = name_list.read(words, turn.service.names)
    if not has_names(found):
        turn.reply("door-no-names")
        return door_list
    number = turn.incoming.message_id
    edited = turn.incoming.kind is IncomingKind.EDITED
    kept = [
        line for line in lists.lines_of(door_list) if not edited or line.written or line.message != number
    ]
    silent = [line for line in kept if line.name and not line.says]
    denied = bool(silent) and all(line.denied for line in silent)
    before = len(kept)
    kept += [named_line(row, number, denied=denied) for row in found]
    if len(kept) > MOST:
        turn.reply("door-full", most=MOST)
    return await match_again(turn, door_list, kept[:MOST], 0 if edited else before)


def named_line(row: Named, message: int | None, *, denied: bool) -> DoorListLine:
    """A line as it was read. ``message``: in which it came."""
    denied = denied or row.says is Remark.ABSENT
    line = DoorListLine(
        row.typed, row.name, row.born, row.comment, message, official=row.official, denied=denied
    )
    return replace(line, says=str(row.says or ""))


async def match_again(
    turn: Turn, door_list: DoorList, kept: Sequence[DoorListLine], since: int = 0
) -> DoorList:
    """Who the lines are about, as it is known now; those before ``since`` stay as they were found."""
    found = await match_lines(turn.tx, turn.service, door_list, kept, since)
    await note_compared(turn, door_list, found)
    return await lists.save(turn.tx, door_list, found)


async def note_compared(turn: Turn, door_list: DoorList, lines: Sequence[DoorListLine]) -> None:
    """The history of each case that a name may be of says at once who reads the list, also of one that is put away."""
    reader = turn.active
    if reader is None or reader.id != door_list.reader_id:
        return
    said = {"list": str(door_list.id)}
    for number in dict.fromkeys(case for line in lines for case, _ in line.among):
        before = await turn.tx.timeline.by(case_id=number)
        if not any(
            (line.kind, line.actor_id, line.details) == (COMPARED, reader.id, said) for line in before
        ):
            await timeline.append(turn.tx, number, reader.id, COMPARED, said)


async def show_again(turn: Turn, door_list: DoorList) -> None:
    """Below what was just typed."""
    if door_list.state in (*lists.UNDER_WAY, ListState.WAITS):
        await lists.show(turn.tx, door_list, turn.address.id)
