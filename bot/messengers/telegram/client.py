"""Telegram through python-telegram-bot's client alone, without its Updater, which confirms updates before they are safe."""

import json
from collections.abc import AsyncGenerator, Awaitable, Sequence
from contextlib import aclosing
from typing import Any
from urllib.parse import quote

from telegram import Bot, BotCommandScopeChat, InputFile, InputMediaPhoto
from telegram.error import TelegramError

from bot.messengers.errors import NoFile, RetryLater, Unreachable
from bot.messengers.messenger import TELEGRAM_ABILITIES
from bot.messengers.telegram import parsing
from bot.messengers.telegram.account import ALLOWED_UPDATES, WebhookSetting
from bot.messengers.telegram.error_translation import translate, translated
from bot.messengers.telegram.keyboards import NEUTRAL, inline_keyboard, markup_of, reply_parameters
from bot.messengers.telegram.requests import Requests
from core.incoming import File, FileKind, Incoming
from core.model import LANGUAGES
from core.presentation import Presentation


async def download_pieces(
    requests: Requests, methods: str, place: str, file_id: str
) -> AsyncGenerator[bytes, None]:
    """Its bytes as they come. ``methods`` and ``place``: the addresses of all methods and files, in which the token stands.

    Raises MessengerError.
    """
    about = await translated(requests.ask(f"{methods}/getFile", {"file_id": file_id}))
    found = about if isinstance(about, dict) else {}
    path, size, came = found.get("file_path"), found.get("file_size"), 0
    if not isinstance(path, str):
        raise RetryLater("getFile named no path")
    try:
        async with aclosing(requests.stream(f"{place}/{quote(path)}")) as stream:
            async for piece in stream:
                came += len(piece)
                yield piece
    except TelegramError as error:
        raise translate(error) from None
    if isinstance(size, int) and size != came:
        raise NoFile("a file of another size than was said")


class Unasked:
    """Telegram's half that does nothing."""

    async def accept(self, chat: str) -> None:
        """Nobody has to be accepted."""

    async def vanish(self, chat: str, seconds: int) -> None:
        """A bot cannot choose it."""

    async def trust(self, chat: str) -> None:
        """A bot is shown no keys."""

    async def alive(self) -> bool:
        """Nothing of ours stands between."""
        return True

    async def discard(self, file_id: str) -> None:
        """Nothing of a file lies here."""


POLL_SECONDS = 50
PATIENCE = 15.0  # seconds until a send without an answer is given up: its outcome is unknown
UPLOAD = 4  # times as long as a text a file of ours may take on its way
PLAYED = frozenset({FileKind.VOICE, FileKind.VIDEO, FileKind.VIDEO_NOTE, FileKind.AUDIO})
SPARE = 12  # connections beside the sends: answers to presses, menus, files that are fetched
NO_PREVIEW = {"is_disabled": True}


class Telegram(Unasked):
    """One bot at one Bot API server. Nothing here remembers anything.

    ``in_flight``: how many sends may wait at once, so that each finds a connection. ``patience`` in seconds.
    """

    name = parsing.MESSENGER
    abilities = TELEGRAM_ABILITIES

    def __init__(self, token: str, api_url: str, *, in_flight: int = 16, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._sends = Requests(api_url, in_flight + SPARE, patience)
        self._polls = Requests(api_url, 1, patience)
        self._files = (files := f"{api_url.rstrip('/')}/file/bot") + token  # secret
        self._bot = Bot(
            token,
            f"{api_url.rstrip('/')}/bot",
            base_file_url=files,
            request=self._sends,
            get_updates_request=self._polls,
        )
        self.webhook = WebhookSetting(self._bot)

    async def close(self) -> None:
        for requests in (self._sends, self._polls):
            await requests.shutdown()

    async def fetch(self, offset: int | None, timeout: int = POLL_SECONDS) -> list[tuple[int, bytes]]:
        """Raw updates with their ids, oldest first; asking with an offset confirms all before it.

        One whose id cannot be read has the next number, as Telegram counts, so that it too can be confirmed.
        """
        await self.webhook.take_away()  # that of an earlier run would keep all updates
        arguments: dict[str, Any] = {"timeout": timeout, "limit": 100, "allowed_updates": ALLOWED_UPDATES}
        if offset is not None:
            arguments["offset"] = offset
        # PTB's own would parse them, and one bad update would block all others.
        asking = self._polls.ask(f"{self._bot.base_url}/getUpdates", arguments, timeout + 10)
        updates = await translated(asking)
        if not isinstance(updates, list):
            raise RetryLater(f"getUpdates answered {type(updates).__name__}")
        found, upcoming = list[tuple[int, bytes]](), offset or 0
        for update in updates:
            number = update.get("update_id") if isinstance(update, dict) else None
            if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 2**63:
                number = upcoming
            found.append((number, json.dumps(update).encode()))
            upcoming = number + 1
        return found

    def parse(self, raw: bytes) -> Incoming:
        """What an update means. Raises Unreadable."""
        return parsing.parse(raw)

    def kind_of(self, raw: bytes) -> str:
        """The name of its kind."""
        return parsing.kind_of(raw)

    def tap_id(self, raw: bytes) -> str | None:
        """The id of the press that an update is; else None."""
        return parsing.tap_id(raw)

    async def prepare(self, commands: Sequence[tuple[str, str, str]]) -> None:
        """Set the command menus: (language, name, meaning)."""
        await self._set_menus(commands)

    async def _set_menus(
        self, commands: Sequence[tuple[str, str, str]], scope: BotCommandScopeChat | None = None
    ) -> None:
        """The one for all languages first: from then on the others only say it better."""
        for language in sorted({language for language, _, _ in commands}):
            menu = [(name, meaning) for of, name, meaning in commands if of == language]
            await translated(self._bot.set_my_commands(menu, scope, language_code=language or None))

    async def send(self, chat: str, shown: Presentation, patience: int = 1) -> int:
        """Send one message; its id. ``patience``: how many times as long as usual an answer is waited for."""
        seconds = self._patience * patience
        if shown.file is not None:
            return await self._send_file(chat, shown.file, shown, seconds)
        if shown.place is not None:
            return await self._pin(chat, shown.place, shown, seconds)
        sending = self._tell(
            "sendMessage",
            chat,
            shown,
            seconds,
            reply_markup=markup_of(shown),
            protect_content=shown.protect or None,
            disable_notification=shown.silent or None,
            **reply_parameters(shown),
        )
        return await translated(_message_id(sending))

    async def _tell(self, method: str, chat: str, shown: Presentation, seconds: float, **others: Any) -> Any:
        """Send or edit a text: of all that we ask of Telegram these are the most."""
        arguments = {"chat_id": _chat(chat), "text": shown.text, "link_preview_options": NO_PREVIEW, **others}
        given = {name: value for name, value in arguments.items() if value is not None}
        return await self._sends.ask(f"{self._bot.base_url}/{method}", given, seconds)

    async def _pin(self, chat: str, place: tuple[float, float], shown: Presentation, seconds: float) -> int:
        """A place on Telegram's own map: who opens the message sees it, and no map service is asked by us."""
        message = await translated(
            self._bot.send_location(
                _chat(chat),
                *place,
                protect_content=shown.protect or None,
                disable_notification=shown.silent or None,
                read_timeout=seconds,
            )
        )
        return int(message.message_id)

    async def send_copy(
        self, chat: str, shown: Presentation, content: bytes, name: str, patience: int = 1
    ) -> int:
        """Send these bytes in place of the file that Telegram keeps."""
        assert shown.file is not None
        seconds, copy = self._patience * patience * UPLOAD, InputFile(content, filename=name)
        return await self._send_file(chat, shown.file, shown, seconds, copy, write_timeout=seconds)

    async def _send_file(
        self,
        chat: str,
        file: File,
        shown: Presentation,
        seconds: float,
        copy: InputFile | None = None,
        **more: Any,
    ) -> int:
        """By Telegram's id, or a copy of ours, of which it must be told how long it plays."""
        send = getattr(self._bot, f"send_{file.kind.value}")
        if shown.text:
            more["caption"] = shown.text
        if copy is not None and file.duration is not None and file.kind in PLAYED:
            more["duration"] = file.duration
        message = await translated(
            send(
                _chat(chat),
                copy or file.file_id,
                protect_content=shown.protect or None,
                read_timeout=seconds,
                api_kwargs=reply_parameters(shown),
                **more,
            )
        )
        return int(message.message_id)

    def download(self, file_id: str) -> AsyncGenerator[bytes, None]:
        """The bytes of a file, as many as Telegram said."""
        return download_pieces(self._sends, self._bot.base_url, self._files, file_id)

    async def edit(self, chat: str, message_id: int, shown: Presentation, patience: int = 1) -> None:
        """Change the text and buttons of a message of ours; ``patience`` as in :meth:`send`."""
        seconds, told = (
            self._patience * patience,
            {"message_id": message_id, "reply_markup": inline_keyboard(shown)},
        )
        await translated(self._tell("editMessageText", chat, shown, seconds, **told))

    async def replace(self, chat: str, message_id: int) -> None:
        """A neutral picture in place of a file of ours: photo, video, audio, document. Its caption goes too."""
        picture = InputMediaPhoto(NEUTRAL, filename="picture.png")
        await translated(self._bot.edit_message_media(picture, _chat(chat), message_id))

    async def delete(self, chat: str, message_ids: Sequence[int]) -> None:
        """Delete up to 100 messages, ours or the person's, none older than TELEGRAM.deletable."""
        await translated(self._bot.delete_messages(_chat(chat), message_ids))

    async def answer(self, tap_id: str) -> None:
        """Stop the waiting sign on a pressed button."""
        asking = self._sends.ask(f"{self._bot.base_url}/answerCallbackQuery", {"callback_query_id": tap_id})
        await translated(asking)

    async def offer_menu(self, chat: str, commands: Sequence[tuple[str, str, str]]) -> None:
        """The command menu of one private chat: these, or as everybody has it. Its scope goes before all others.

        An empty list would not do for a chat without a menu: whether apps take it for none, or go on with everybody's, is
        not written anywhere.
        """
        scope = BotCommandScopeChat(_chat(chat))
        await self._set_menus(commands, scope)
        for language in () if commands else ("", *LANGUAGES):
            await translated(self._bot.delete_my_commands(scope, language_code=language or None))

    async def leave(self, chat: str) -> None:
        """Leave a group or channel."""
        await translated(self._bot.leave_chat(_chat(chat)))

    async def username(self) -> str:
        """The bot's username; proves that the token works."""
        me = await translated(self._bot.get_me())
        return str(me.username)

    async def start_link(self, argument: str) -> str:
        """A link that opens the bot and makes the person who follows it say ``/start argument``."""
        return f"https://t.me/{await self.username()}?start={argument}"

    async def may_post(self, chat: str) -> bool:
        """Whether the bot may post there (an administrator of a channel, or a member of a group)."""
        me = await translated(self._bot.get_me())
        kind = (await translated(self._bot.get_chat(_chat(chat)))).type
        member = await translated(self._bot.get_chat_member(_chat(chat), me.id))
        if member.status == "administrator":
            return getattr(member, "can_post_messages", None) is not False
        return kind != "channel" and member.status == "member"

    async def unfetched(self) -> int:
        """How many updates wait at Telegram, those included that are on their way to us at this moment."""
        return (await translated(self._bot.get_webhook_info())).pending_update_count

    async def reaches(self, chat: str) -> bool:
        """Whether a message to this person would arrive: they have pressed start and not blocked the bot."""
        try:
            await translated(self._bot.send_chat_action(_chat(chat), "typing"))
        except Unreachable:
            return False
        return True


def _chat(chat: str) -> int | str:
    return int(chat) if chat.lstrip("-").isdigit() else chat


async def _message_id(sending: Awaitable[Any]) -> int:
    """The id of the message that was sent. KeyError, TypeError or ValueError if the answer has no id."""
    return int((await sending)["message_id"])
