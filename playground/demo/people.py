"""What people do with their phones. They see only their screens: which question is asked is read from the buttons shown.

A person who does more than one thing is a generator: it yields whenever the bot has something to do, and continues when the
bot has done it. So a play can break off while the bot is down, and continue where it was.
"""

from collections.abc import AsyncIterator, Awaitable, Callable

from playground.bubbles import Button, ChatMessage
from playground.demo.more import open_more
from playground.demo.processes import PlayFailed
from playground.demo.scenario import ScenarioRow, ScriptedAnswer
from playground.demo.settling import pause
from playground.demo.stage import Stage
from playground.demo.terminal import LINES, News, Telling
from playground.phone import NotShown, Phone

READS = 4.0  # seconds between two acts of one person; a chat may get one message a second
MOST = 40  # answers to one report: a play that asks more goes in circles
FORM = "report"
SHORT = 3  # lines of a message that are enough


class Hindered(PlayFailed):
    """Somebody cannot do what the play says, because of what others have done."""


class Reporter:
    """Somebody who reports a row: presses or types, question by question."""

    def __init__(
        self,
        stage: Stage,
        telling: Telling,
        phone: Phone,
        row: ScenarioRow,
        meanwhile: Callable[[], Awaitable[None]],
    ) -> None:
        self._stage = stage
        self._telling = telling
        self._phone = phone
        self._row = row
        self._meanwhile = meanwhile  # tells what others see; called when the case is open
        self._name = f"{row.reporter.name} ({row.reporter.app})"

    async def reports(self) -> AsyncIterator[None]:
        """From the first word to the last."""
        if self._row.opens:
            await self._phone.writes(self._row.opens)
            self._telling.act(self._name, f"writes «{self._row.opens}»")
        else:
            await self._phone.starts()
            self._telling.act(self._name, "presses start")
        async for _ in self._goes_on():
            yield
        if self._row.adds:
            await pause(self._stage, READS)
            await self._phone.writes(self._row.adds)
            self._telling.act(self._name, f"adds «{self._row.adds}»")
            yield
            for change in await self._news():
                self._telling.message(change, SHORT)

    async def _goes_on(self) -> AsyncIterator[None]:
        """Answer until nothing is asked. After the case is open a question and its answer take one line."""
        opened, told = bool(self._row.opens), False
        for _ in range(MOST):
            yield
            news = await self._news()
            question = next(
                (change.message for change in reversed(news) if question_asked(change.message)), None
            )
            for change in news:
                if change.before is None and (change.message is not question or not opened):
                    self._telling.message(change, SHORT if question_asked(change.message) else LINES)
            if opened and not told:
                told = True
                await self._meanwhile()
                self._telling.act(self._name, "goes on")
            if question is None:
                return
            name = question_asked(question)
            answer = self._row.answers.get(name, self._skipping())
            done: list[str] = []
            for value in answer.taps:
                data, others = f"{FORM}/{name}:{value}", f"{FORM}/{name}:!more"
                if not await _shows(self._phone, data) and await _shows(self._phone, others):
                    done.append(f"[{await _tap(self._phone, others)}]")
                if done:
                    yield
                await pause(self._stage, READS)
                done.append(f"[{await _tap(self._phone, data)}]")
            if answer.types:
                await pause(self._stage, READS)
                await self._phone.writes(answer.types)
                done.append(f"«{answer.types}»")
            if opened or answer.types:
                self._telling.asked(_question(question), " ".join(done))
            else:
                self._telling.act(self._name, f"taps {' '.join(done)}")
            opened = opened or name == "place"
        raise Hindered(f"{self._name} is asked and asked: {await self._phone.transcript()}")

    def _skipping(self) -> ScriptedAnswer:
        return ScriptedAnswer(types=self._row.skip) if self._row.skip else ScriptedAnswer(taps=("!skip",))

    async def _news(self) -> list[News]:
        return self._telling.news(self._phone.chat_id, await self._phone.shown())


class Staff:
    """A member of the roster at work on one case."""

    def __init__(self, stage: Stage, telling: Telling, phone: Phone) -> None:
        self._stage = stage
        self._telling = telling
        self._phone = phone

    async def taps(self, data: str) -> None:
        """Press a button that is on the screen, or behind *More…*. Raises NotShown if it is not."""
        await pause(self._stage, READS)
        shown = await self.shows(data)
        if not shown and (more := await open_more(self._stage, self._phone, lambda: self.shows(data), data)):
            self._telling.act(self._phone.name, f"taps [{more}]")
        label = await _tap(self._phone, data)
        self._telling.act(self._phone.name, f"taps [{label}]")

    async def finds(self, data: str) -> bool:
        """Press the newest such button; the data of a button may be longer. False if no such button is there yet."""
        for message in reversed(await self._phone.shown()):
            for button in _all_buttons(message):
                if button.data == data or (data.endswith("make.") and button.data.startswith(data)):
                    await self._phone.taps_data(message.id, button.data)
                    self._telling.act(self._phone.name, f"taps [{button.label}]")
                    return True
        return False

    async def writes(self, text: str) -> None:
        await pause(self._stage, READS)
        await self._phone.writes(text)
        self._telling.act(self._phone.name, f"writes «{text}»")

    async def shows(self, data: str) -> bool:
        """Whether a button is on the screen."""
        return await _shows(self._phone, data)


def question_asked(message: ChatMessage) -> str:
    """The question of the report that a message asks; empty if it asks none."""
    first = next((b.data for b in _all_buttons(message) if b.data.startswith(f"{FORM}/")), "")
    return first.partition("/")[2].partition(":")[0]


async def _shows(phone: Phone, data: str) -> bool:
    return any(_label(message, data) for message in await phone.shown())


async def _tap(phone: Phone, data: str) -> str:
    """Press the newest button that has this data; its label. Raises NotShown if no button has it."""
    for message in reversed(await phone.shown()):
        if label := _label(message, data):
            await phone.taps_data(message.id, data)
            return label
    raise NotShown(f"{phone.name}: no button {data!r}\n" + await phone.transcript())


def _question(message: ChatMessage) -> str:
    """The question itself: what was noted before it stands in a paragraph of its own."""
    paragraph = message.text.split("\n\n")[-1]
    return paragraph.splitlines()[0]


def _label(message: ChatMessage, data: str) -> str:
    return next((button.label for button in _all_buttons(message) if button.data == data), "")


def _all_buttons(message: ChatMessage) -> list[Button]:
    return [button for row in message.buttons for button in row]
