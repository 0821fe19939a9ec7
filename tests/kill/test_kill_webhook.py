"""kill -9 with a webhook, also between the commit and the 200: Telegram repeats, and everything is kept once."""

import asyncio
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.clock.clock import RealClock
from playground.client import Playground
from playground.limits import Limits
from playground.serve import serve
from storage.database import Database
from storage.migrate import migrate
from storage.schema import inbox
from storage.sealing import Keyring, new_key
from tests.faults.scale import SCALE, SEED
from tests.kill.test_kill import CONFIG, IN_FLIGHT, PATIENCE, bot_in, ends
from tests.stories.webhook import CONFIG as BY_WEBHOOK
from tests.stories.webhook import POLLED

pytestmark = pytest.mark.slow

PEOPLE, SAID = 10, 4
KILLS = 30 if SCALE.long else 3


async def test_kills_at_any_moment_of_a_delivery_lose_nothing_and_keep_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in POLLED.items():
        monkeypatch.setenv(name, value)
    key, chance, sent = new_key(), random.Random(SEED), Counter[str]()

    def count(method: str, _: dict[str, Any]) -> None:
        sent[method] += 1

    async with (
        serve(RealClock(), limits=Limits.off(), on_call=count) as server,
        Playground(server.url) as playground,
    ):
        text = CONFIG.format(api_url=server.url, folder=tmp_path, in_flight=IN_FLIGHT)
        (tmp_path / "config.toml").write_text(text + BY_WEBHOOK)
        await migrate(f"sqlite:///{tmp_path}/dabyl.db")
        bot, ready = await bot_in(tmp_path, key)
        people = [await playground.person(f"Person {number}", language="ru") for number in range(PEOPLE)]
        said = [f"слово {number}" for number in range(PEOPLE * SAID)]
        await bot.start()
        try:
            for number, text in enumerate(said):
                await people[number % PEOPLE].writes(text)
            for kill in range(KILLS):
                while sent["setWebhook"] <= kill:  # noqa: ASYNC110 - another process sets it
                    await asyncio.sleep(0.01)
                await asyncio.sleep(chance.uniform(0, 0.15))
                await bot.kill()
                await bot.start()
            async with asyncio.timeout(PATIENCE):
                while server.pending:  # noqa: ASYNC110 - it is another process
                    await asyncio.sleep(0.05)
        finally:
            await bot.kill()
            await ends(ready)
        database = await Database.open(f"sqlite:///{tmp_path}/dabyl.db", Keyring.parse(key))
        try:
            async with database.read(RealClock().now()) as tx:
                kept = Counter((await tx.execute(inbox.select())).scalars("update_id").all())
        finally:
            await database.close()
    assert len(kept) == len(said)
    assert set(kept.values()) == {1}
