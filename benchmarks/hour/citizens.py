"""The citizens on their phones: each says in twelve messages what benchmarks.hour.story gave them, as the bot asks."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks.guided import BY_NAME, OPENING
from benchmarks.hour.screens import Buttons, Screens, Shown
from benchmarks.hour.story import ACTS, Reporter
from playground.control.telegram import act
from playground.server import Server
from playground.world import Person

FIRST = 1_000_001  # id of the first; the others follow
ANSWERED = (0.5, 1.5)  # of their pace
MORE, EDIT = "!more", "!edit"


@dataclass(slots=True, eq=False)
class Citizen:
    """One of them. ``asked``: the question on the screen; ``told``: it was asked enough, and the screen says that a person
    reads whatever is written; ``acts``: when each was done, what was asked then, and whether it surely answers that.
    """

    story: Reporter
    person: Person
    asked: str = ""
    told: bool = False
    message_id: int = 0
    buttons: Buttons = field(default_factory=list)
    acts: list[tuple[float, str, bool]] = field(default_factory=list)
    waits: bool = False  # the last act is not answered
    taken: set[str] = field(default_factory=set)  # whose answer was followed by another question
    said_more: int = 0


class Citizens:
    """All of them. ``form``: what stands before a question's name on its buttons, as ``report/``."""

    def __init__(
        self, server: Server, stories: Sequence[Reporter], start: float, form: str, seed: int
    ) -> None:
        self._world = server.world
        self._start = start
        self._form = form
        self._chance = Random(seed)
        self.screens: Screens | None = None
        self.everybody = {
            FIRST + one.number: Citizen(
                one,
                server.world.add_person(
                    id=FIRST + one.number, first_name="Made-up", language_code=one.language
                ),
            )
            for one in stories
        }
        self.left = len(self.everybody)  # who have not said all

    def begin(self) -> None:
        """Each begins at their time."""
        loop = asyncio.get_running_loop()
        for one in self.everybody.values():
            loop.call_at(self._start + one.story.begins, self._act, one)

    def shown(self, shown: Shown) -> None:
        """One of them reads a message."""
        one = self.everybody[shown.chat]
        name, told = self._question(shown.buttons)
        if name:
            _, answered, surely = one.acts[-1]
            if one.waits and surely and answered != name:
                one.taken.add(answered)
            one.asked, one.told, one.message_id, one.buttons = name, told, shown.message_id, shown.buttons
        elif shown.message_id == one.message_id:
            one.asked, one.told, one.buttons = "", False, shown.buttons
        if one.waits and (shown.new or name):
            one.waits = False
            self._go_on(one)

    def _go_on(self, one: Citizen) -> None:
        if len(one.acts) < ACTS:
            pause = one.story.pace * self._chance.uniform(*ANSWERED)
            asyncio.get_running_loop().call_later(pause, self._act, one)
        else:
            self.left -= 1

    def _question(self, buttons: Buttons) -> tuple[str, bool]:
        """What is asked, and whether it is only there to be asked again."""
        for button in buttons:
            data = button.get("callback_data", "")
            name, _, option = data.removeprefix(self._form).partition(":")
            if data.startswith(self._form) and name in BY_NAME:
                return str(name), option == EDIT
        return "", False

    def _act(self, one: Citizen) -> None:
        kind, body, surely = self._next(one)
        one.acts.append((asyncio.get_running_loop().time(), one.asked, surely))
        one.waits = not one.told
        assert self.screens is not None  # set before anybody begins
        self.screens.heard(one.person.id)
        act(self._world, one.person, kind, body)
        if not one.waits:
            self._go_on(one)

    def _next(self, one: Citizen) -> tuple[str, dict[str, Any], bool]:
        """What they do now, and whether it answers the question on the screen and nothing else."""
        story = one.story
        if not one.acts:
            return "start", {}, False
        if story.writes and len(one.acts) == 1:
            return "write", {"text": story.opening}, bool(one.asked)
        option, words = story.answers.get("" if one.told else one.asked, ("", ""))
        button = self._button(one, option) if option else None
        others = self._button(one, MORE) if option else None  # the rest of the cities are behind it
        if words:
            return "write", {"text": words}, True
        if button is not None and not story.writes:
            return "tap", {"message_id": one.message_id, "data": button["callback_data"]}, True
        if button is not None:  # a label in words may mean something else as well
            return "write", {"text": button["text"]}, False
        if others is not None and not story.writes:
            return "tap", {"message_id": one.message_id, "data": others["callback_data"]}, False
        if one.asked == OPENING:  # whoever was asked for their city and finds it on no button writes it
            return "write", {"text": story.called}, True
        one.said_more += 1
        return "write", {"text": story.more[one.said_more % len(story.more)]}, False

    def _button(self, one: Citizen, option: str) -> dict[str, Any] | None:
        end = f"{self._form}{one.asked}:{option}"
        return next((b for b in one.buttons if b.get("callback_data") == end), None)
