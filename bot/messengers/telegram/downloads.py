"""A file that somebody sent to the bot: where Telegram has it, and then its bytes."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from urllib.parse import quote

from telegram.error import TelegramError

from bot.messengers.errors import NoFile, RetryLater
from bot.messengers.telegram.requests import Requests
from bot.messengers.telegram.translation import translate, translated


async def pieces(requests: Requests, methods: str, place: str, file_id: str) -> AsyncGenerator[bytes, None]:
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
