"""Who a bot is, and what it can do about its own sessions: for the command line, and for whoever keeps a second bot warm.

Nothing here takes a token from whoever has it: that BotFather's /revoke alone does.
"""

from telegram import Bot

from bot.messengers.errors import AccessLost, MessengerError, Rejected
from bot.messengers.telegram.requests import Requests
from bot.messengers.telegram.translation import translated

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
        """Close the connections."""
        await self._requests.shutdown()

    async def name(self) -> str:
        """Its username. Raises MessengerError; AccessLost where the token is dead."""
        return str((await translated(self._bot.get_me())).username)

    async def end_webhook(self) -> str:
        """Whoever has the token may have led all updates to a machine of theirs: that ends. Where they went, if anywhere."""
        url = (await translated(self._bot.get_webhook_info())).url
        await translated(self._bot.delete_webhook())
        return url

    async def log_out(self) -> bool:
        """Nobody can use the token at Telegram's own server for ten minutes, we neither. False: it does not let us."""
        try:
            return bool(await translated(self._bot.log_out()))
        except Rejected:
            return False
