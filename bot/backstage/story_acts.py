"""What people did with their phones, each as a line of a story."""

import base64
from collections.abc import Callable
from datetime import UTC, datetime

from bot.backstage.record import Done, Json
from bot.backstage.story_code import Call, Code, literal, named
from bot.backstage.story_names import Names
from bot.backstage.story_pieces import codes, is_stable, pieces
from bot.backstage.story_screens import Key, Screens
from bot.playground.bubbles import ChatMessage, fitting, label_of, listed, pressed

SMALL = 60  # bytes of a file that are told; of a larger one only the size
MESSAGES = ("message_id", "reply_to")  # in the data of an act


class Untold(Exception):
    """A story has no words for this; the text says for what."""


class Acts:
    """Tells acts on phones. Raises Untold where it cannot."""

    def __init__(self, screens: Screens, names: Names, called: dict[int, str]) -> None:
        self._screens = screens
        self._names = names
        self._called = called  # the names of people
        self._said: dict[Key, Call] = {}  # own messages
        self._files = 0

    def meant(self, person: int, body: Json) -> set[Key]:
        """The messages that an act is about."""
        chat = int(body.get("from_chat_id") or body.get("chat_id") or person)
        return {(chat, int(body[name])) for name in MESSAGES if body.get(name)}

    def call(self, person: int, act: str, done: Done) -> Call:
        """The line."""
        ways: dict[str, Callable[[int, Json], Call]] = {
            "write": self._write,
            "start": lambda person, body: self._does(person, "starts", *self._given(body, "payload")),
            "tap": self._tap,
            "location": self._location,
            "contact": self._contact,
            "file": self._file,
            "forward": self._forward,
            "edit": self._edit,
            "delete": self._delete,
            "block": lambda person, _: self._does(person, "blocks"),
            "unblock": lambda person, _: self._does(person, "unblocks"),
            "offline": lambda person, _: self._does(person, "goes_offline"),
            "online": lambda person, _: self._does(person, "comes_online"),
        }
        if person in self._names.typed:
            ways = {"write": self._types, "start": self._types}
        if act not in ways or not self._names.knows(person):
            raise Untold(act)
        made = ways[act](person, done.body)
        if act not in ("edit", "delete", "tap") and "message_id" in done.answer:
            chat = int(done.body.get("chat_id") or person)
            self._said[chat, int(done.answer["message_id"])] = made
        return made

    def screen(self, chat: int) -> str:
        """The variable of a chat. Raises Untold if a story does not have it."""
        if not self._names.knows(chat):
            raise Untold(f"something in the chat {chat}")
        return self._names.of(chat)

    def message(self, chat: int, number: int) -> Code:
        """How the story finds a message that is shown. Raises Untold if it is not."""
        if chat in self._names.typed:
            raise Untold("something with a message on a phone with Signal")
        way = self._screens.way_to(chat, number)
        if way is None:
            raise Untold("something with a message that was gone")
        if isinstance(way, int):
            return Code(f"(await {self.screen(chat)}.shown())[{way}]")
        return Code(f"await {self.screen(chat)}.expects({', '.join(map(literal, way))})")

    def _does(self, person: int, does: str, *arguments: object) -> Call:
        return Call(f"{self.screen(person)}.{does}", arguments)

    def _given(self, body: Json, *names: str) -> list[object]:
        return [body[name] for name in names if body.get(name)]

    def _there(self, person: int, body: Json) -> list[object]:
        """In which chat, if not in that with the bot."""
        chat = int(body.get("chat_id") or person)
        return [] if chat == person else [Code(f"chat={self.screen(chat)}")]

    def _id(self, chat: int, number: int) -> Code:
        if (chat, number) in self._said:
            said = self._said[chat, number]
            said.name = said.name or self._names.fresh("said")
            return Code(said.name)
        found = self.message(chat, number).source
        return Code(f"{found}.id" if found.endswith("]") else f"({found}).id")

    def _text(self, typed: str) -> object:
        """What somebody typed; a code in it is read off the screen that shows it."""
        for code in codes(typed) or [typed]:
            read = self._code(code)
            if read is not None:
                before, _, after = typed.partition(code)
                parts = (literal(before) if before else "", read.source, literal(after) if after else "")
                return Code(" + ".join(filter(None, parts)))
        return typed

    def _code(self, code: str) -> Code | None:
        """How a story reads a code, if it is shown anywhere, or ever was."""
        if place := self._screens.code(code):
            chat, number, which = place
            message = self.message(chat, number).source
        elif place := self._screens.gone_code(code):
            chat, at, which = place
            message = f"(await {self.screen(chat)}.messages())[{at}]"
        else:
            return None
        return Code(f"code_in({message}{f', {which}' if which else ''})")

    def _write(self, person: int, body: Json) -> Call:
        chat = int(body.get("chat_id") or person)
        reply = (
            [Code(f"reply_to={self._id(chat, int(body['reply_to'])).source}")] if body.get("reply_to") else []
        )
        return self._does(person, "writes", self._text(body["text"]), *self._there(person, body), *reply)

    def _types(self, person: int, body: Json) -> Call:
        """Where nothing is pressed: what stands before a choice is that choice."""
        text, shown = body.get("text") or body.get("payload") or "/start", self._screens.shown(person)
        label = label_of(shown, text)
        if body.get("reply_to") or codes(text):
            raise Untold("quoting a message, or typing a code, on a phone with Signal")
        if label is not None and is_stable(label) and listed(shown, label) == text:
            return self._does(person, "chooses", label)
        return self._does(person, "writes", text)

    def _tap(self, person: int, body: Json) -> Call:
        chat, number = int(body.get("chat_id") or person), int(body["message_id"])
        message, data, there = self._screens.get(chat, number), body["data"], self._there(person, body)
        buttons = [button for row in message.buttons for button in row] if message is not None else []
        label = next((button.label for button in buttons if button.data == data), None)
        if message is None or message.deleted or label is None:
            return self._does(person, "taps", self._gone(chat, number, data), *there)
        wordings = [*([label] if is_stable(label) else []), *pieces(label), *codes(label)]
        for wanted in wordings:
            said: object = self._code(wanted) if wanted in codes(label) else wanted
            found = pressed(self._screens.shown(chat), wanted)
            if found is not None and (found[0].id, found[1].data) == (number, data):
                return self._does(person, "taps", said, *there)
            if self._presses(message, wanted, data):
                return self._does(person, "taps", said, self.message(chat, number), *there)
        row, place = next(
            (at, row.index(one)) for at, row in enumerate(message.buttons) for one in row if one.data == data
        )
        where = self.message(chat, number).source
        shown = where if where.endswith("]") else f"({where})"
        return self._does(person, "taps", Code(f"{shown}.buttons[{row}][{place}].data"), *there)

    def _gone(self, chat: int, number: int, data: str) -> str:
        """A button that changed as it was pressed: a story still has it. Raises Untold if it was gone long before."""
        label = self._screens.label(chat, number, data)
        message = self._screens.get(chat, number)
        if message is None or (chat, number) not in self._screens.fresh or not label or not is_stable(label):
            raise Untold("pressing a button that was not there any more")
        return label

    def _presses(self, message: ChatMessage, wanted: str, data: str) -> bool:
        button = fitting(message.buttons, wanted)
        return button is not None and button.data == data

    def _location(self, person: int, body: Json) -> Call:
        place = (float(body["latitude"]), float(body["longitude"]))
        return self._does(person, "shares_location", *place, *self._there(person, body))

    def _contact(self, person: int, body: Json) -> Call:
        if self._there(person, body) or body.get("last_name"):
            raise Untold("sharing a contact in this way")
        own, account = body.get("user_id") == person, body.get("user_id")
        same = own and body.get("first_name") == self._called.get(person)
        more = [] if own else [named("own", False)]
        if account and not own:
            more.insert(0, Code(f"user_id={self.screen(account)}.id"))
        called = () if same else (body.get("first_name", ""),)
        return self._does(person, "shares_contact", body.get("phone_number", ""), *called, *more)

    def _file(self, person: int, body: Json) -> Call:
        content = base64.b64decode(body["content"])
        self._files += 1
        shown: object = content
        if len(content) > SMALL:
            shown = Code(f'b"{chr(ord("a") + self._files % 26)}" * {len(content)}')
        caption = self._given(body, "caption")
        if body["kind"] == "photo" and not self._there(person, body):
            return self._does(person, "sends_photo", shown, *caption)
        about = [named(name, body[name]) for name in ("name", "mime", "duration") if body.get(name)]
        about += [
            Code(f"chat_id={self.screen(int(body['chat_id']))}.chat_id") for _ in self._there(person, body)
        ]
        return self._does(person, "sends_file", body["kind"], shown, *caption, *about)

    def _forward(self, person: int, body: Json) -> Call:
        there = self._there(person, body)
        if "message_id" in body:
            source = int(body.get("from_chat_id") or person)
            origin = [] if source == person else [Code(self.screen(source))]
            return self._does(
                person, "forwards_message", self.message(source, int(body["message_id"])), *origin, *there
            )
        if there:
            raise Untold("forwarding words into a group")
        at = datetime.fromtimestamp(int(body["date"]), UTC)
        about = [named("name", body["name"])] if "name" in body else []
        about += [Code(f"user={self.screen(int(body['user']))}.id")] if "user" in body else []
        return self._does(person, "forwards", body["text"], moment(at), *about)

    def _edit(self, person: int, body: Json) -> Call:
        said = self._id(int(body.get("chat_id") or person), int(body["message_id"]))
        return self._does(person, "edits", said, self._text(body["text"]), *self._there(person, body))

    def _delete(self, person: int, body: Json) -> Call:
        said = self._id(int(body.get("chat_id") or person), int(body["message_id"]))
        return self._does(person, "deletes", said, *self._there(person, body))


def moment(at: datetime) -> Code:
    """A time in UTC, to the second."""
    numbers = [at.year, at.month, at.day, at.hour, at.minute, *([at.second] if at.second else [])]
    return Code(f"datetime({', '.join(map(str, numbers))}, tzinfo=UTC)")
