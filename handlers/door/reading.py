"""One line of a list in words: its name, and who it is about as far as its reader may know.

A lawyer sees the names that they typed and whether these are known to us; of cases only those that they have themselves.
"""

from bot.core.brought import DoorList, Line, Meant
from bot.core.casework.holding import has
from bot.core.folding import inert
from bot.core.model import Case, Member
from bot.core.presentation import Button, Style
from bot.core.understanding.name_list_remarks import Remark
from bot.core.vocabulary import Role
from handlers.door import lists
from handlers.service import Service
from storage.transaction import Transaction

SIGNS = {Meant.KNOWN: "✓", Meant.WHICH: "?", Meant.NEW: "+", Meant.AGAIN: "=", Meant.NOBODY: "–"}
NAME, TYPED = 60, 200  # characters


class Reading:
    """A list that a member reads, in their language."""

    def __init__(
        self, tx: Transaction, service: Service, one: DoorList, reader: Member, language: str
    ) -> None:
        self.tx, self.service, self.one = tx, service, one
        self.reader, self.language = reader, language
        self.lines = lists.lines_of(one)

    def say(self, key: str, **said: str | int) -> str:
        """Words in the reader's language."""
        return self.service.words.say(self.language, key, **said)

    async def shown(self, number: int | None) -> Case | None:
        """The case, if its code may be shown to this reader: to a coordinator, and to whoever has it."""
        case = await self.tx.cases.get(number) if number is not None else None
        own = case is not None and has(case, self.reader.id)
        return case if own or self.reader.role is Role.COORDINATOR else None

    def button(self, key: str, word: str, style: Style = Style.PLAIN, **said: str | int) -> Button:
        """One of the list's own."""
        return Button(self.say(key, **said), f"door:{self.one.id}:{word}", style)


async def line_words(reading: Reading, number: int, line: Line) -> str:
    """With its number, its sign, and that it was denied."""
    name = cut(line.name, NAME) if line.name else f"«{cut(line.typed, NAME)}»"
    parts = [name if line.born is None else f"{name}, {line.born}"]
    if line.meant is not Meant.NEW or line.official:
        parts.append(await meaning(reading, line))
    if line.denied and line.meant is not Meant.NOBODY:
        parts.append(reading.say("door-denied"))
    sign = "☑" if line.written else SIGNS[line.meant]
    return f"{number + 1}. {sign} {' · '.join(filter(None, parts))}"


async def meaning(reading: Reading, line: Line) -> str:
    """Who it is about; why it is nobody."""
    if line.official and line.meant is Meant.NOBODY:
        return reading.say("door-official")
    if line.says == Remark.OUT and not line.chosen:
        return reading.say("door-let-go")
    if line.meant is Meant.NOBODY:
        return reading.say("door-left-out") if line.name else reading.say("door-nameless")
    case = await reading.shown(line.case)
    if line.meant is Meant.WHICH:
        return reading.say("door-which")
    if line.case is None:
        return reading.say("door-twice" if line.meant is Meant.AGAIN else "door-new")
    known = case.code if case is not None else reading.say("door-known")
    return f"{known} · {reading.say('door-again')}" if line.meant is Meant.AGAIN else known


def cut(words: str, most: int) -> str:
    """In one line, no longer than this."""
    words = inert(words)
    return words if len(words) <= most else f"{words[: most - 1]}…"
