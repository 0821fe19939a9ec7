"""A list as its reader sees it: a page of lines with who each is about, one line by itself, or what became of it.

A lawyer sees the names that they typed, and which of them may be of a case that they have themselves. Of every other name
they read that it is noted: whether we know it, a list does not tell.
"""

from collections import Counter

from core.casework.ownership import has_case
from core.folding import inert_line
from core.model import Case, Member
from core.presentation import Button, ButtonRows, Presentation, Style, in_button_rows
from core.records.door_lists import DoorList, DoorListLine, LineSubject, ListState
from core.traffic import Card
from core.understanding.name_list import Remark
from core.vocabulary import Role
from handlers.cards import case_lists
from handlers.cards.case_lists import lines_on_page, page_buttons
from handlers.cards.stub import stub
from handlers.door import lists
from handlers.people.membership import active_members_at
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

SIGNS = {
    LineSubject.KNOWN: "✓",
    LineSubject.WHICH: "?",
    LineSubject.NEW: "+",
    LineSubject.AGAIN: "=",
    LineSubject.NOBODY: "–",
}
NOTED = "·"  # the sign of all other lines of somebody who is no coordinator
NAME, TYPED = 60, 200  # characters


class ListReading:
    """A list that a member reads, in their language."""

    def __init__(
        self, tx: Transaction, service: Service, door_list: DoorList, reader: Member, language: str
    ) -> None:
        self.tx, self.service, self.door_list = tx, service, door_list
        self.reader, self.language = reader, language
        self.lines = lists.lines_of(door_list)

    def say(self, key: str, **said: str | int) -> str:
        """Words in the reader's language."""
        return self.service.words.say(self.language, key, **said)

    @property
    def sees_all(self) -> bool:
        """Whether the reader is shown what the names match."""
        return self.reader.role is Role.COORDINATOR

    async def shows_match(self, line: DoorListLine) -> bool:
        """Whether the reader may know who the line is about: in a case of their own, or twice in their own list."""
        if self.sees_all or line.meant is LineSubject.NOBODY:
            return True
        if line.meant is LineSubject.AGAIN and line.case is None:
            return True
        numbers = [line.case] if line.case is not None else [case for case, _ in line.among]
        return line.meant is not LineSubject.NEW and any([await self.shown(number) for number in numbers])

    async def shown(self, number: int | None) -> Case | None:
        """The case, if its code may be shown to this reader: a coordinator, or a member who has it."""
        case = await self.tx.cases.get(number) if number is not None else None
        own = case is not None and has_case(case, self.reader.id)
        return case if own or self.sees_all else None

    def button(self, key: str, word: str, style: Style = Style.PLAIN, **said: str | int) -> Button:
        """One of the list's own."""
        return Button(self.say(key, **said), f"door:{self.door_list.id}:{word}", style)


async def line_words(reading: ListReading, number: int, line: DoorListLine) -> str:
    """With its number, its sign, and that it was denied."""
    name = shorten(line.name, NAME) if line.name else f"«{shorten(line.typed, NAME)}»"
    parts = [name if line.born is None else f"{name}, {line.born}"]
    is_shown = await reading.shows_match(line)
    if not is_shown or line.meant is not LineSubject.NEW or line.official:
        parts.append(await meaning(reading, line))
    if line.denied and line.meant is not LineSubject.NOBODY:
        parts.append(reading.say("door-denied"))
    sign = "☑" if line.written else SIGNS[line.meant] if is_shown else NOTED
    return f"{number + 1}. {sign} {' · '.join(filter(None, parts))}"


async def meaning(reading: ListReading, line: DoorListLine) -> str:
    """Who it is about, or why nobody."""
    if line.official and line.meant is LineSubject.NOBODY:
        return reading.say("door-official")
    if line.says == Remark.OUT and not line.chosen:
        return reading.say("door-let-go")
    if line.meant is LineSubject.NOBODY:
        return reading.say("door-left-out") if line.name else reading.say("door-nameless")
    if not await reading.shows_match(line):
        return reading.say("door-noted")
    case = await reading.shown(line.case)
    if line.meant is LineSubject.WHICH:
        return reading.say("door-which")
    if line.case is None:
        return reading.say("door-twice" if line.meant is LineSubject.AGAIN else "door-new")
    known = case.code if case is not None else reading.say("door-known")
    return f"{known} · {reading.say('door-again')}" if line.meant is LineSubject.AGAIN else known


def shorten(words: str, most: int) -> str:
    """In one line, no longer than this."""
    words = inert_line(words)
    return words if len(words) <= most else f"{words[: most - 1]}…"


ACROSS = 6  # buttons side by side


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The whole list for its reader; for the member who brought it, how far it is."""
    language = await language_of(tx, service, card.address_id)
    door_list = await tx.door_lists.get(card.subject_id)
    members = await active_members_at(tx, card.address_id)
    mine = [
        m for m in members if door_list is not None and m.id in (door_list.member_id, door_list.reader_id)
    ]
    if door_list is None or not mine:
        return stub(service, language, "members-only")
    reading = ListReading(tx, service, door_list, mine[0], language)
    if door_list.state is ListState.OPEN and door_list.reader_id == mine[0].id:
        number = door_list.focus
        if number is not None and number < len(reading.lines):
            return await _line_view(reading, number)
        return await _page_view(reading, card)
    return await _progress_view(reading)


def _head_line(reading: ListReading) -> str:
    door_list = reading.door_list
    time = lists.hour_of(reading.service, door_list)
    place = lists.door_words(door_list) or reading.say("place-unknown")
    return reading.say("door-head", place=place, time=time)


async def _page_view(reading: ListReading, card: Card) -> Presentation:
    lines, door_list = reading.lines, reading.door_list
    texts = [_head_line(reading)]
    if door_list.reader_id != door_list.member_id:
        name = await lists.brought_by(reading.tx, reading.service, reading.language, door_list)
        texts.append(reading.say("door-brought", name=name))
    drop = (reading.button("button-door-drop", "drop"),)
    if not lines:
        key = "door-empty-files" if door_list.files else "door-empty"
        return Presentation("\n".join([*texts, reading.say(key)]), (drop,), protect=True)
    counts = Counter(line.meant.value for line in lines if not line.written)
    named = sum(counts.values()) - counts[LineSubject.NOBODY.value]
    if reading.sees_all:
        texts += [
            reading.say("door-counts", **{meant.value: counts[meant.value] for meant in LineSubject}),
            "",
        ]
    else:
        texts += [reading.say("door-counts-noted", count=named), ""]
    shown = lines_on_page(list(enumerate(lines)), card)
    texts += [await line_words(reading, number, line) for number, line in shown]
    numbers = [
        Button(f"{at + 1}", f"door:{door_list.id}:line:{at}") for at, line in shown if not line.written
    ]
    rows: ButtonRows = in_button_rows(numbers, ACROSS)
    placed = bool(lists.door_words(door_list))
    waits = (sum(line.waits for line in lines) if reading.sees_all else named) if placed else 0
    ready = ((reading.button("button-door-write", "write", Style.SUCCESS, count=waits),),) if waits else ()
    if not placed:
        texts += ["", reading.say("door-names-place")]
    elif not waits:
        texts += [
            "",
            reading.say("door-which-left" if counts[LineSubject.WHICH.value] else "door-nothing-new"),
        ]
    denied = all(line.denied for line in lines if line.name)
    flip = (
        reading.button("button-door-here", "here") if denied else reading.button("button-door-deny", "deny")
    )
    return Presentation(
        "\n".join(texts), (*rows, *page_buttons(len(lines), card), *ready, (flip, *drop)), protect=True
    )


async def _line_view(reading: ListReading, number: int) -> Presentation:
    """One line, and what it may be: a person chooses."""
    line, at = reading.lines[number], number
    texts = [
        reading.say("door-line", number=at + 1, words=shorten(line.typed, TYPED)),
        await meaning(reading, line),
    ]
    rows: list[tuple[Button, ...]] = []
    hidden = False
    for index, (case_id, _) in enumerate(line.among):
        case = await reading.shown(case_id)
        if case is None:
            hidden = True
            continue
        texts.append(f"• {case_lists.case_line(reading.service, reading.language, case)}")
        pick = Button(f"✓ {case.code}", f"door:{reading.door_list.id}:pick:{at}:{index}", Style.SUCCESS)
        rows.append((pick, Button(reading.say("button-open"), f"open:{case.id}")))
    if hidden and reading.sees_all and line.meant is LineSubject.WHICH:
        texts.append(reading.say("door-which-coordinator"))
    if line.name:
        flip = "button-door-is-here" if line.denied else "button-door-not-here"
        rows.append(
            (reading.button("button-door-new", f"new:{at}"), reading.button("button-door-none", f"none:{at}"))
        )
        rows.append((reading.button(flip, f"flip:{at}"),))
    else:
        rows.append((reading.button("button-door-name", f"name:{at}"),))
    rows.append((reading.button("button-door-back", "back"),))
    return Presentation("\n".join(filter(None, texts)), tuple(rows), protect=True)


async def _progress_view(reading: ListReading) -> Presentation:
    """What became of it, and the way back."""
    door_list, lines = reading.door_list, reading.lines
    reader = await lists.name_of(reading.tx, door_list.reader_id)
    left = sum(line.meant is LineSubject.WHICH and not line.written for line in lines)
    done = sum(line.written for line in lines)
    said = {
        "found": door_list.found,
        "opened": door_list.opened,
        "denied": door_list.denied,
        "left": left,
        "done": done,
    }
    key = f"door-is-{door_list.state.value}"
    written = door_list.written_at is not None and door_list.state in (ListState.WRITTEN, ListState.WAITS)
    if not reading.sees_all and (written or door_list.state is ListState.WRITING):
        key = "door-is-noted"
    texts = [_head_line(reading), reading.say(key, reader=reader, count=len(lines), **said)]
    unverified = sum(line.unverified for line in lines if line.written)
    texts += [reading.say("round-unverified", count=unverified)] if unverified and reading.sees_all else []
    rows: ButtonRows = ((reading.button("button-door-undo", "undo"),),) if written else ()
    return Presentation("\n".join(texts), rows, protect=True)
