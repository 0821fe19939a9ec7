"""The Bot API's webhook: Telegram posts each update to an address of ours, and again until it is answered with 200."""

import json

from telegram import Bot

from bot.messengers.delivering import Delivery
from bot.messengers.errors import Unreadable
from bot.messengers.telegram.translation import translated

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
AT_ONCE = 40  # deliveries; those of one chat come one after the other


class Webhook:
    """That of one bot. None is set, as far as it knows, after :meth:`take_away`."""

    header = "X-Telegram-Bot-Api-Secret-Token"

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._may_be_set = True  # by an earlier run

    async def set(self, url: str, secret: str) -> None:
        """Have updates brought there, the same kinds as by polling. What waits is brought too."""
        self._may_be_set = True
        await translated(
            self._bot.set_webhook(
                url, secret_token=secret, allowed_updates=ALLOWED_UPDATES, max_connections=AT_ONCE
            )
        )

    async def take_away(self) -> None:
        """Once: beside it Telegram gives no updates to whoever polls. What waits goes on waiting."""
        if self._may_be_set:
            await translated(self._bot.delete_webhook())
            self._may_be_set = False

    async def look(self) -> Delivery:
        """What Telegram says of its deliveries."""
        info = await translated(self._bot.get_webhook_info())
        return Delivery(
            info.url, info.pending_update_count, info.last_error_message or "", info.last_error_date
        )

    def read(self, body: bytes) -> tuple[int, bytes]:
        """The id of an update that was brought, and it as polling would have given it. Raises Unreadable."""
        try:
            update = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise Unreadable(type(error).__name__) from None
        if not isinstance(update, dict):
            raise Unreadable(type(update).__name__)
        number = update.get("update_id")
        if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 2**63:
            number = 0  # kept all the same, and told apart by its fingerprint
        return number, json.dumps(update).encode()
