"""What the stories about a webhook share: where it is, what is posted there, and a proxy before it."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
from pydantic import SecretStr

from bot.loops.webhook import WebhookLoop, address_of
from bot.messengers.telegram.account import WebhookSetting as OfTelegram
from playground.updates import FIRST_ID
from storage.schema import inbox
from tests.cli.conftest import closed_port
from tests.world.world import World

PORT = closed_port()
URL = f"http://127.0.0.1:{PORT}"
SECRET = "a-made-up-secret-of-forty-letters-and-more"
ADDRESS = address_of(URL, SecretStr(SECRET))
POLLED = {"DABYL_WEBHOOK_SECRET": SECRET}
CONFIG = f'[webhook]\nurl = "{URL}"\nlisten = "127.0.0.1:{PORT}"\n'
HEADER = OfTelegram.header
BODY = b'{"update_id": 5, "message": {"message_id": "five"}}'


def hook(world: World) -> WebhookLoop:
    """The loop of this world."""
    (one,) = world.app.inbox.polls
    assert isinstance(one, WebhookLoop)
    return one


async def posts(
    content: Any = BODY,
    *,
    to: str = ADDRESS,
    method: str = "POST",
    secret: str | None = SECRET,
    **headers: str,
) -> int:
    """Somebody asks the webhook; the status of the answer."""
    shown = {HEADER: secret} if secret is not None else {}
    given = {"Content-Type": "application/json", **shown, **headers}
    async with httpx.AsyncClient(trust_env=False, timeout=10) as client:
        return (await client.request(method, to, content=content, headers=given)).status_code


async def stored(world: World) -> list[int]:
    """The ids of all updates that were kept, as they came, but for the administrator's start."""
    async with world.app.database.read(world.clock.now()) as tx:
        rows = await tx.execute(inbox.select().order_by(inbox.c.id))
        return [row.update_id for row in rows if row.update_id != FIRST_ID]


def listens(world: World) -> Callable[[], Awaitable[bool]]:
    """Whether Telegram knows where to deliver."""

    async def look() -> bool:
        webhook = world.server.receiving.webhook
        return webhook is not None and webhook.url == ADDRESS

    return look
