"""The part of ``dabyl check`` that asks Telegram: the token, the channel, whether everybody can be reached, and whether its
deliveries reach our webhook.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime, timedelta
from typing import TypeVar

from bot.cli.output import Report
from bot.cli.session import utc_now
from bot.config.settings import TOKEN, WEBHOOK, Settings
from bot.loops.webhook import address_of
from bot.messengers.errors import AccessLost, MessengerError, Rejected, RetryLater, Unreachable
from bot.messengers.messenger import Delivery
from bot.messengers.proxy import variable_for
from bot.messengers.telegram.client import Telegram

LATELY = timedelta(minutes=10)

# What Telegram's sentence has in it → what that means here. It writes "Wrong response from the webhook: 401 Unauthorized".
MEANINGS = (
    (
        "401",
        "a proxy before the bot strips the header X-Telegram-Bot-Api-Secret-Token: let it pass on all headers",
    ),
    ("403", "the secret that arrives is not DABYL_WEBHOOK_SECRET: restart the bot, which sets it anew"),
    (
        "404",
        "the proxy does not pass on the end of the path: let it send all below webhook.url to webhook.listen",
    ),
    (
        "405",
        "the proxy changes the request, or redirects it: webhook.url must lead straight to webhook.listen",
    ),
    ("413", "the proxy takes no bodies of this size: allow a megabyte"),
    ("415", "the proxy changes the header Content-Type"),
    ("502", "the proxy does not reach webhook.listen: does the bot run, and is it the same port?"),
    ("503", "the bot could not store what came: look into its log"),
    ("504", "the proxy does not reach webhook.listen in time"),
    ("30", "the address redirects: webhook.url must lead straight to webhook.listen"),
    ("SSL", "the certificate of webhook.url is not accepted: it must be whole (the chain) and for this name"),
    (
        "certificate",
        "the certificate of webhook.url is not accepted: it must be whole (the chain) and for this name",
    ),
    ("resolve", "the name in webhook.url is not known"),
    ("onnection", "nothing answers at webhook.url: is the port open? Telegram takes 443, 80, 88 and 8443"),
)


def look_at_deliveries(state: Delivery, address: str, now: datetime, report: Report) -> None:
    """``address``: where deliveries should go; empty where the bot polls."""
    if not address:
        if state.url:
            report.note(
                "Telegram delivers to a webhook; a start takes it away, because webhook.url is empty."
            )
        return
    if state.url != address:
        where = "to another address" if state.url else "nowhere"
        report.note(f"Telegram delivers {where}: the bot sets its own when it starts.")
        return
    fresh = state.failed_at is not None and now - state.failed_at < LATELY
    if state.error and (state.pending or fresh):
        means = next((what for part, what in MEANINGS if part in state.error), "see the log of the proxy")
        report.wrong(f"{state.pending} updates wait at Telegram. It says: {state.error}: {means}.")
    else:
        report.ok(f"Telegram delivers to webhook.url; {state.pending} updates wait there.")


T = TypeVar("T")

LONGEST_WAIT = 60  # seconds that Telegram may ask to wait between two questions


async def look_at_telegram(
    settings: Settings,
    report: Report,
    people: Mapping[str, str],
    channels: Mapping[str, str],
    hidden: Collection[str] = (),
) -> None:
    """Ask about everything, unless Telegram refuses the bot itself. ``people``: chat → the name to show for it.

    ``hidden``: the chats to which we send nothing; they count as out of reach even if Telegram could reach them.
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
        look_at_deliveries(state, address, utc_now(), report)


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
