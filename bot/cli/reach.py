"""The part of ``dabyl check`` that asks Telegram: the token, the channel, and whether everybody can be reached."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TypeVar

from bot.cli.deliveries import look_at_deliveries
from bot.cli.report import Report
from bot.cli.session import now
from bot.config.settings import TOKEN, WEBHOOK, Settings
from bot.loops.webhook import address_of
from bot.messengers.errors import AccessLost, MessengerError, Rejected, RetryLater, Unreachable
from bot.messengers.proxy import variable_for
from bot.messengers.telegram.client import Telegram

T = TypeVar("T")

LONGEST_WAIT = 60  # seconds that Telegram may ask to wait between two questions


async def look_at_telegram(
    settings: Settings,
    report: Report,
    people: Mapping[str, str],
    channels: Mapping[str, str],
    hidden: Collection[str] = (),
) -> None:
    """Ask about everything, unless the bot itself is refused. ``people``: chat → who that is, as it is shown.

    ``hidden``: the chats of those to whom nothing is sent, so that they cannot be reached, whatever Telegram says.
    """
    assert settings.token is not None  # the caller has it
    try:
        telegram = Telegram(settings.token.get_secret_value(), settings.telegram.api_url)
    except Rejected as error:  # a proxy that cannot be used
        report.wrong(f"{error}.")
        return
    try:
        if await _look_at_token(telegram, settings, report):
            await _look_at_webhook(telegram, settings, report)
            for channel in channels.values():
                await _look_at_channel(telegram, channel, report)
            await _look_at_people(telegram, people, hidden, report)
    finally:
        await telegram.close()


async def _look_at_token(telegram: Telegram, settings: Settings, report: Report) -> bool:
    try:
        name = await _patiently(telegram.username)
    except AccessLost:
        report.wrong(
            f"{settings.telegram.api_url} does not accept the token in {TOKEN}; ask BotFather for it."
        )
        return False
    except MessengerError as error:
        api_url = settings.telegram.api_url
        places = ", ".join(filter(None, ("the network", variable_for(api_url), "telegram.api_url")))
        report.wrong(f"{api_url} cannot be reached ({error}); look at {places}.")
        return False
    report.ok(f"Telegram knows the bot as @{name}.")
    return True


async def _look_at_webhook(telegram: Telegram, settings: Settings, report: Report) -> None:
    secret, url = settings.webhook_secret, settings.webhook.url
    if url and secret is None:
        report.wrong(
            f"{WEBHOOK} is not set, and webhook.url is: dabyl run would not start. openssl rand -hex 32 makes one."
        )
        return
    address = address_of(url, secret) if url and secret is not None else ""
    try:
        state = await _patiently(telegram.webhook.look)
    except MessengerError as error:
        report.wrong(f"The webhook could not be asked about: {error}")
    else:
        look_at_deliveries(state, address, now(), report)


async def _look_at_channel(telegram: Telegram, channel: str, report: Report) -> None:
    try:
        allowed = await _patiently(lambda: telegram.may_post(channel))
    except (Unreachable, Rejected):
        report.wrong(
            f"The channel {channel} does not exist, or the bot is not in it: correct telegram.channel or "
            "digest.channels, or make the bot an administrator of the channel."
        )
    except MessengerError as error:
        report.wrong(f"The channel {channel} could not be asked about: {error}")
    else:
        if allowed:
            report.ok(f"The bot may post in the channel {channel}.")
        else:
            report.wrong(
                f"The bot may not post in the channel {channel}: make it an administrator who may post messages."
            )


async def _look_at_people(
    telegram: Telegram, people: Mapping[str, str], hidden: Collection[str], report: Report
) -> None:
    reached = 0
    for chat, who in people.items():
        if chat in hidden:
            continue
        try:
            if await _patiently(lambda chat=chat: telegram.reaches(chat)):  # type: ignore[misc]
                reached += 1
            else:
                report.wrong(f"{who} cannot be reached: they must press start in their chat with the bot.")
        except MessengerError as error:
            report.wrong(f"{who} could not be asked about: {error}")
    if people:
        report.ok(f"{reached} of {len(people)} people can be reached.")


async def _patiently(ask: Callable[[], Awaitable[T]]) -> T:
    """Ask; if Telegram wants us to wait a little, wait and ask once more."""
    try:
        return await ask()
    except RetryLater as error:
        if not error.seconds or error.seconds > LONGEST_WAIT or isinstance(error, AccessLost):
            raise
        await asyncio.sleep(error.seconds)
        return await ask()
