"""The part of ``dabyl check`` that asks Telegram: the token, the channel, whether everybody can be reached, and whether its
deliveries reach our webhook.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime, timedelta
from typing import TypeVar

from bot.cli.report import Report
from bot.cli.session import utc_now
from bot.config.settings import TOKEN, WEBHOOK, Settings
from bot.config.speech import network_reason
from bot.loops.webhook import address_of
from bot.messengers.errors import AccessLost, MessengerError, Rejected, RetryLater, Unreachable
from bot.messengers.messenger import Delivery
from bot.messengers.proxy import variable_for
from bot.messengers.telegram.client import Telegram

LATELY = timedelta(minutes=10)

# What Telegram's sentence has in it → what that means here. It writes "Wrong response from the webhook: 401 Unauthorized".
MEANINGS = (
    ("401", "checked-webhook-401"),
    ("403", "checked-webhook-403"),
    ("404", "checked-webhook-404"),
    ("405", "checked-webhook-405"),
    ("413", "checked-webhook-413"),
    ("415", "checked-webhook-415"),
    ("502", "checked-webhook-502"),
    ("503", "checked-webhook-503"),
    ("504", "checked-webhook-504"),
    ("30", "checked-webhook-moved"),
    ("SSL", "checked-webhook-certificate"),
    ("certificate", "checked-webhook-certificate"),
    ("resolve", "checked-webhook-name"),
    ("onnection", "checked-webhook-closed"),
)


def look_at_deliveries(state: Delivery, address: str, now: datetime, report: Report) -> None:
    """``address``: where deliveries should go; empty where the bot polls."""
    if not address:
        if state.url:
            report.note("checked-webhook-leaves")
        return
    if state.url != address:
        report.note("checked-webhook-elsewhere" if state.url else "checked-webhook-nowhere")
        return
    fresh = state.failed_at is not None and now - state.failed_at < LATELY
    if state.error and (state.pending or fresh):
        means = next((what for part, what in MEANINGS if part in state.error), "checked-webhook-unknown")
        report.wrong("checked-webhook-wrong", count=state.pending, error=state.error, means=report.say(means))
    else:
        report.ok("checked-webhook", count=state.pending)


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
        report.found(f"{error}.")
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
        report.wrong("checked-token-refused", url=settings.telegram.api_url, name=TOKEN)
        return False
    except MessengerError as error:
        api_url = settings.telegram.api_url
        places = ", ".join(filter(None, (variable_for(api_url), "telegram.api_url")))
        report.wrong(
            "checked-telegram-away",
            url=api_url,
            why=network_reason(str(error), report.language),
            places=places,
        )
        return False
    report.ok("checked-token", name=name)
    return True


async def _look_at_webhook(telegram: Telegram, settings: Settings, report: Report) -> None:
    secret, url = settings.webhook_secret, settings.webhook.url
    if url and secret is None:
        report.wrong("checked-webhook-no-secret", name=WEBHOOK)
        return
    address = address_of(url, secret) if url and secret is not None else ""
    try:
        state = await _patiently(telegram.webhook.look)
    except MessengerError as error:
        report.wrong("checked-webhook-unasked", why=error)
    else:
        look_at_deliveries(state, address, utc_now(), report)


async def _look_at_channel(telegram: Telegram, channel: str, report: Report) -> None:
    try:
        allowed = await _patiently(lambda: telegram.may_post(channel))
    except (Unreachable, Rejected):
        report.wrong("checked-channel-none", channel=channel)
    except MessengerError as error:
        report.wrong("checked-channel-unasked", channel=channel, why=error)
    else:
        if allowed:
            report.ok("checked-channel", channel=channel)
        else:
            report.wrong("checked-channel-closed", channel=channel)


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
                report.wrong("checked-person-away", who=who)
        except MessengerError as error:
            report.wrong("checked-person-unasked", who=who, why=error)
    if people:
        report.ok("checked-people", reached=str(reached), count=len(people))


async def _patiently(ask: Callable[[], Awaitable[T]]) -> T:
    """Ask; if Telegram wants us to wait a little, wait and ask once more."""
    try:
        return await ask()
    except RetryLater as error:
        if not error.seconds or error.seconds > LONGEST_WAIT or isinstance(error, AccessLost):
            raise
        await asyncio.sleep(error.seconds)
        return await ask()
