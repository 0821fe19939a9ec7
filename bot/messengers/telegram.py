"""Telegram through python-telegram-bot's typed client. Only the client: its Updater confirms updates before they are safe.

Every exception of PTB or httpx becomes one of ours here, and only here (``translate``; a test walks PTB's error tree).
"""

import json
import warnings
from collections.abc import Awaitable, Sequence
from typing import Any

import httpx
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest
from telegram.warnings import PTBUserWarning

from bot.core.incoming import File
from bot.core.presentation import Presentation, Request
from bot.messengers.errors import (
    AccessLost,
    Gone,
    MessengerError,
    Moved,
    Rejected,
    RetryLater,
    Unchanged,
    Unreachable,
)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 50
SEND_SECONDS = 15

# What the text of a 400 means. Bot API error texts are stable and have no codes of their own.
BAD_REQUESTS: tuple[tuple[str, type[MessengerError]], ...] = (
    ("message is not modified", Unchanged),
    ("message to edit not found", Gone),
    ("message can't be edited", Gone),
    ("message to delete not found", Gone),
    ("message can't be deleted", Gone),
    ("message_id_invalid", Gone),
    ("query is too old", Gone),
    ("chat not found", Unreachable),
    ("user not found", Unreachable),
    ("peer_id_invalid", Unreachable),
    ("user is deactivated", Unreachable),
    ("bot was blocked", Unreachable),
    ("not enough rights to send", Unreachable),
)
# The request never left the machine: repeating it cannot make a second message.
_SURELY_NOT_SENT = (httpx.PoolTimeout, httpx.ConnectTimeout, httpx.ConnectError)


def translate(error: TelegramError) -> MessengerError:
    """PTB's exception as one of ours."""
    match error:
        case RetryAfter():
            return RetryLater(
                "429: too many requests", seconds=_seconds(error.retry_after), chat_only=True, sent=False
            )
        case ChatMigrated():
            return Moved(str(error.new_chat_id))
        case Forbidden():
            return Unreachable("403: blocked, deactivated or kicked")
        case BadRequest():
            text = str(error).casefold()
            for part, meaning in BAD_REQUESTS:
                if part in text:
                    return meaning(part)
            return Rejected(f"400: {error}")
        case InvalidToken() | EndPointNotFound():
            return AccessLost("401 or 404: the token is not accepted", seconds=30, sent=False)
        case Conflict():
            return AccessLost(
                "409: another program polls with this token, or a webhook is set", seconds=10, sent=False
            )
        case TimedOut() | NetworkError():
            surely = isinstance(error.__cause__, _SURELY_NOT_SENT)
            return RetryLater(f"network: {type(error).__name__}", sent=False if surely else None)
        case _:
            return RetryLater(f"unexpected answer: {type(error).__name__}")


def _seconds(value: Any) -> float:
    return float(value.total_seconds()) if hasattr(value, "total_seconds") else float(value)


class Telegram:
    """One bot at one Bot API server. Nothing here remembers anything."""

    def __init__(self, token: str, api_url: str) -> None:
        # PTB's RetryAfter warns about a change that a later version makes; we read both forms.
        warnings.filterwarnings("ignore", message=r"Deprecated since version v?22\.2", category=Warning)
        pool = {
            "limits": httpx.Limits(max_connections=32, max_keepalive_connections=32, keepalive_expiry=300)
        }
        self._bot = Bot(
            token,
            base_url=f"{api_url.rstrip('/')}/bot",
            base_file_url=f"{api_url.rstrip('/')}/file/bot",
            request=HTTPXRequest(
                read_timeout=SEND_SECONDS,
                write_timeout=SEND_SECONDS,
                connect_timeout=5,
                pool_timeout=5,
                httpx_kwargs=pool,
            ),
            get_updates_request=HTTPXRequest(connection_pool_size=1, connect_timeout=5, pool_timeout=5),
        )

    async def close(self) -> None:
        """Close the connections."""
        for request in self._bot._request:
            await request.shutdown()

    async def fetch(self, offset: int | None, timeout: int = POLL_SECONDS) -> list[tuple[int, bytes]]:
        """Raw updates with their ids, oldest first; asking with an offset confirms all before it."""
        arguments = {"timeout": timeout, "limit": 100, "allowed_updates": ALLOWED_UPDATES}
        if offset is not None:
            arguments["offset"] = offset
        with warnings.catch_warnings():
            # "Please use Bot.get_updates": that would parse, and one bad update would block all others.
            warnings.filterwarnings("ignore", message="Please use 'Bot.getUpdates'", category=PTBUserWarning)
            updates = await _translated(
                self._bot.do_api_request("getUpdates", api_kwargs=arguments, read_timeout=timeout + 10)
            )
        return [(int(update["update_id"]), json.dumps(update).encode()) for update in updates]

    async def prepare(self, commands: Sequence[tuple[str, str, str]]) -> None:
        """Remove a webhook (it would keep all updates) and set the command menus: (language, name, meaning)."""
        await _translated(self._bot.delete_webhook())
        for language in sorted({language for language, _, _ in commands}):
            menu = [(name, meaning) for of, name, meaning in commands if of == language]
            await _translated(self._bot.set_my_commands(menu, language_code=language or None))

    async def send(self, chat: str, shown: Presentation) -> int:
        """Send one message; its id."""
        if shown.file is not None:
            return await self._send_file(chat, shown.file, shown)
        message = await _translated(
            self._bot.send_message(
                _chat(chat),
                shown.text,
                reply_markup=_markup(shown),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                protect_content=shown.protect or None,
                disable_notification=shown.silent or None,
            )
        )
        return int(message.message_id)

    async def _send_file(self, chat: str, file: File, shown: Presentation) -> int:
        send = getattr(self._bot, f"send_{file.kind.value}")
        caption = {"caption": shown.text} if shown.text else {}
        message = await _translated(
            send(_chat(chat), file.file_id, protect_content=shown.protect or None, **caption)
        )
        return int(message.message_id)

    async def edit(self, chat: str, message_id: int, shown: Presentation) -> None:
        """Change the text and buttons of a message of ours."""
        markup = _markup(shown)
        await _translated(
            self._bot.edit_message_text(
                shown.text,
                _chat(chat),
                message_id,
                reply_markup=markup if isinstance(markup, InlineKeyboardMarkup) else None,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        )

    async def delete(self, chat: str, message_ids: Sequence[int]) -> None:
        """Delete up to 100 messages, ours or the person's, none older than 48 hours."""
        await _translated(self._bot.delete_messages(_chat(chat), message_ids))

    async def answer(self, tap_id: str) -> None:
        """Stop the waiting sign on a pressed button."""
        await _translated(self._bot.answer_callback_query(tap_id))

    async def leave(self, chat: str) -> None:
        """Leave a group or channel."""
        await _translated(self._bot.leave_chat(_chat(chat)))

    async def name(self) -> str:
        """The bot's username; proves that the token works."""
        me = await _translated(self._bot.get_me())
        return str(me.username)

    async def may_post(self, chat: str) -> bool:
        """Whether the bot may post there (an administrator of a channel, or a member of a group)."""
        me = await _translated(self._bot.get_me())
        member = await _translated(self._bot.get_chat_member(_chat(chat), me.id))
        if member.status == "administrator":
            return getattr(member, "can_post_messages", None) is not False
        return member.status in ("member", "creator")

    async def reaches(self, chat: str) -> bool:
        """Whether a message to this person would arrive: they have pressed start and not blocked the bot."""
        try:
            await _translated(self._bot.send_chat_action(_chat(chat), "typing"))
        except Unreachable:
            return False
        return True


def _chat(chat: str) -> int | str:
    return int(chat) if chat.lstrip("-").isdigit() else chat


def _markup(
    shown: Presentation,
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    if shown.rows:
        return InlineKeyboardMarkup(
            [
                [
                    InlineKeyboardButton(
                        b.label, url=b.url or None, callback_data=b.data or None, style=b.style.value or None
                    )
                    for b in row
                ]
                for row in shown.rows
            ]
        )
    if shown.request is Request.REMOVE:
        return ReplyKeyboardRemove()
    if shown.request is not None:
        button = KeyboardButton(
            shown.request_label,
            request_location=shown.request is Request.LOCATION or None,
            request_contact=shown.request is Request.CONTACT or None,
        )
        return ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)
    return None


async def _translated(call: Awaitable[Any]) -> Any:
    try:
        return await call
    except TelegramError as error:
        raise translate(error) from None
