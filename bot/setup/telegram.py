"""Whether a token is one: Telegram is asked who it is."""

from bot.config.secrets import is_token
from bot.messengers.errors import AccessLost, MessengerError
from bot.messengers.telegram.client import Telegram


class Unusable(Exception):
    """Why the token cannot be used, in a sentence without it. ``ours``: the token is to blame, and not the network."""

    def __init__(self, text: str, *, ours: bool) -> None:
        super().__init__(text)
        self.ours = ours


async def name_of(token: str, api_url: str) -> str:
    """The bot's username. Raises Unusable."""
    if not is_token(token):
        raise Unusable(
            "That is no token: expected digits, a colon and the rest, as BotFather wrote it.", ours=True
        )
    telegram = None
    try:
        telegram = Telegram(token, api_url)
        return await telegram.username()
    except AccessLost:
        raise Unusable(
            f"{api_url} does not know this token. Copy it from BotFather again.", ours=True
        ) from None
    except MessengerError as error:
        text = f"{api_url} cannot be reached ({error}). Look at the network, then start dabyl init again."
        raise Unusable(text, ours=False) from None
    finally:
        if telegram is not None:
            await telegram.close()
