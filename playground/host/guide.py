"""The first minute: the reader of the page reports, takes and closes one detention; each step says what to press.

A page has one language, and in each language there is somebody who reports and a lawyer. What was pressed is read from the
updates, and what can be pressed from the phones, so a reader who goes another way still gets the right next step.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from playground.host.playhouse import House, in_all
from playground.world import Message

Json = dict[str, Any]
# Language of the page → who works there, a member of the scenario, and the city that reaches them.
PAIRS = {"en": ("ruslan", "almaty"), "ru": ("saule", "astana"), "kk": ("alma", "almaty")}
CITY = "<city>"
QUESTION = "report/"


class Step(Struct, frozen=True):
    """Who presses a button that carries ``begins`` … ``ends``; any button with that beginning takes the step."""

    key: str
    who: str
    begins: str
    ends: str = ""


STEPS = (
    Step("begin", "citizen", ""),
    Step("situation", "citizen", "report/situation:", "other"),
    Step("place", "citizen", "report/place:", CITY),
    Step("accept", "lawyer", "accept:"),
    Step("first", "lawyer", "first:", "contacted"),
    Step("closing", "lawyer", "closing:", "released"),
    Step("closed", "lawyer", "closed:"),
)


class Seen(Struct, frozen=True):
    """Since the guide began: whether the reporter has written, what was pressed, and what could be, by role."""

    wrote: bool
    pressed: dict[str, list[str]]
    shown: dict[str, list[str]]  # newest first


def next_step(seen: Seen, city: str) -> tuple[Step | None, str]:
    """The step to take now and the button to press; "" while it is not there yet. None: all has been done."""
    if not seen.wrote:
        return STEPS[0], ""
    done = max((at for at, step in enumerate(STEPS) if _is_taken(step, seen)), default=-1)
    left = STEPS[done + 1 :]
    for step in left:
        if data := _button(step, seen, city):
            return step, data
    return (left[0], "") if left else (None, "")


def _is_taken(step: Step, seen: Seen) -> bool:
    if not step.begins:
        return seen.wrote
    return any(data.startswith(step.begins) and ":!" not in data for data in seen.pressed[step.who])


def _button(step: Step, seen: Seen, city: str) -> str:
    ends = step.ends.replace(CITY, city)
    fits = (data for data in seen.shown[step.who] if step.begins and data.startswith(step.begins))
    return next((data for data in fits if data.endswith(ends)), "")


class Guide:
    """Of one house; it begins with it."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._since = (0, 0)
        self.begin()

    def begin(self) -> None:
        server = self._house.server
        numbers = [number for chat in server.world.chats.values() if chat.private for number in chat.messages]
        updates = server.updates_log.after()
        self._since = max(numbers, default=0), updates[-1]["sequence"] if updates else 0

    def hints(self) -> Json:
        """By the language of a page: whose phone, what to press there or what to write, and what that is, in words.

        When all is done it is the reporter's phone, where nothing is left to press.
        """
        return {language: self._hint(language) for language in PAIRS}

    def _hint(self, language: str) -> Json:
        cast = self._house.cast
        citizen = next(citizen for citizen in cast.citizens if citizen.about["language_code"] == language)
        key, city = PAIRS[language]
        lawyer = cast.members[key]
        phones = {"citizen": citizen, "lawyer": lawyer}
        step, press = next_step(self._seen(citizen.id, lawyer.id), city)
        if step is None:
            return {
                "step": len(STEPS),
                "of": len(STEPS),
                "text": in_all("guide-done"),
                "chat_id": citizen.chat_id,
            }
        phone, key, types = phones[step.who], step.key, ""
        if step.key == "begin":
            chat = self._house.server.world.chats.get(citizen.id)
            key, press, types = ("begin", "start", "") if chat is None else ("again", "", "/report")
        elif not press:
            key = "waits"
        return {
            "step": STEPS.index(step),
            "of": len(STEPS),
            "text": in_all(f"guide-{key}", who=phone.name, presses=len(STEPS)),
            "chat_id": phone.chat_id,
            "press": press,
            "types": types,
        }

    def _seen(self, citizen: int, lawyer: int) -> Seen:
        """From the first thing that the reporter does: what the lawyer did before was somebody else's case."""
        people = {"citizen": citizen, "lawyer": lawyer}
        lines = [
            line
            for line in self._house.server.updates_log.after(self._since[1])
            if isinstance(line["update"], dict)
        ]
        first = next((line for line in lines if _sender(line["update"]) == citizen), None)
        if first is None:
            return Seen(wrote=False, pressed={}, shown={})
        taps = [
            line["update"]["callback_query"]
            for line in lines
            if "callback_query" in line["update"] and line["sequence"] >= first["sequence"]
        ]
        after = first["update"].get("message", {}).get("message_id", self._since[0])
        written = max((_number(line["update"], citizen) for line in lines), default=0)
        return Seen(
            wrote=True,
            pressed={
                who: [tap["data"] for tap in taps if tap["from"]["id"] == id] for who, id in people.items()
            },
            shown={who: list(_buttons(self._messages(id, after), written)) for who, id in people.items()},
        )

    def _messages(self, chat_id: int, after: int) -> list[Message]:
        chat = self._house.server.world.chats.get(chat_id)
        all_of_them = chat.messages if chat else {}
        return [all_of_them[number] for number in sorted(all_of_them, reverse=True) if number > after]


def _sender(update: Json) -> int | None:
    body = update.get("message") or update.get("callback_query") or {}
    sender: int | None = body.get("from", {}).get("id")
    return sender


def _number(update: Json, citizen: int) -> int:
    """Of the message that they wrote; else 0."""
    return int(update.get("message", {}).get("message_id", 0)) if _sender(update) == citizen else 0


def _buttons(messages: Sequence[Message], written: int) -> Iterable[str]:
    """The newest first. A question from before they wrote was answered so, unless it is the last one that is there."""
    shown = [(message.id, data) for message in messages for data in _data(message)]
    last = max((number for number, data in shown if data.startswith(QUESTION)), default=0)
    for number, data in shown:
        if number > written or number == last or not data.startswith(QUESTION):
            yield data


def _data(message: Message) -> list[str]:
    """What its buttons carry."""
    rows = () if message.deleted else message.shown.get("reply_markup", {}).get("inline_keyboard", ())
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]
