"""Who a bot is, and what it can do about its own sessions: for the command line, and to keep a second bot ready.

Nothing here can make a stolen token useless: only BotFather's /revoke does that.

The Bot API's webhook is here too: Telegram posts each update to an address of ours, again and again until we answer with
200.
"""

import json

from telegram import Bot

from bot.messengers.errors import AccessLost, MessengerError, Rejected, Unreadable
from bot.messengers.messenger import Delivery
from bot.messengers.telegram.error_translation import translated
from bot.messengers.telegram.requests import Requests

PATIENCE = 15.0  # seconds


async def what_is_wrong(token: str, name: str, api_url: str) -> str:
    """With a bot that is to be there under this name; empty: nothing."""
    session = Session(token, api_url)
    try:
        found = await session.name()
    except AccessLost:
        return f"Telegram does not accept the token of @{name}; ask BotFather for it"
    except MessengerError as error:
        return f"the bot @{name} could not be asked about ({error})"
    finally:
        await session.close()
    return "" if found.casefold() == name.casefold() else f"the token is that of @{found}, not of @{name}"


class Session:
    """One bot, by its token, at one Bot API server."""

    def __init__(self, token: str, api_url: str) -> None:
        self._requests = Requests(api_url, 2, PATIENCE)
        self._bot = Bot(
            token,
            f"{api_url.rstrip('/')}/bot",
            request=self._requests,
            get_updates_request=self._requests,
        )

    async def close(self) -> None:
        await self._requests.shutdown()

    async def name(self) -> str:
        """Its username. Raises MessengerError; AccessLost where the token is dead."""
        return str((await translated(self._bot.get_me())).username)

    async def end_webhook(self) -> str:
        """Remove the webhook, by which anyone who has the token may have led all updates to their machine; its address,
        if any.
        """
        url = (await translated(self._bot.get_webhook_info())).url
        await translated(self._bot.delete_webhook())
        return url

    async def log_out(self) -> bool:
        """Nobody can use the token at Telegram's own server for ten minutes, we neither. False: it does not let us."""
        try:
            return bool(await translated(self._bot.log_out()))
        except Rejected:
            return False


ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
AT_ONCE = 40  # deliveries; those of one chat come one after the other


class WebhookSetting:
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
        """Once, because while a webhook is set Telegram gives no updates to a bot that polls. Waiting updates are kept."""
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
