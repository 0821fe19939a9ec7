"""To begin again: the first people and the first evening at the same address, and then the scene that was asked for."""

import asyncio

import httpx
import pytest

from core.model import LANGUAGES
from core.resources.word_files import load_words
from playground.host.playhouse import House
from playground.host.routes import run_playground
from tests.host.conftest import narrated, until

pytestmark = pytest.mark.slow


async def test_playing_again_brings_back_the_first_state_and_plays() -> None:
    houses: list[House] = []
    said: list[str] = []
    running = asyncio.create_task(run_playground(0, 0.0, said.append, houses.append))
    try:
        await until(lambda: len(houses) == 1 or running.done())
        (first,) = houses
        people = set(first.server.world.people)
        await first.stage.world.person("Made-up Aisha")
        async with httpx.AsyncClient(base_url=first.server.control_url, timeout=60) as http:
            assert (await http.get("/backstage/state")).json()["fresh"]
            answer = await http.post("/backstage/anew", json={"play": "practice", "do": "step"})
        assert answer.is_success
        await until(lambda: len(houses) == 2 or running.done())
        second = houses[1]
        assert (second.port, set(second.server.world.people)) == (first.port, people)
        assert second.server.boot != first.server.boot  # by which open pages know that they begin again
        async with httpx.AsyncClient(base_url=second.server.control_url, timeout=60) as http:
            await until(lambda: narrated(second) != [])
            await until(lambda: not second.orders.locked())
            state = (await http.get("/backstage/state")).json()
        assert {scene["id"]: scene["at"] for scene in state["scenes"] if scene["at"]} == {"practice": 1}
        assert not state["fresh"]
        assert len(said) == 10
        assert all(load_words().say(language, key) for language in LANGUAGES for key in said)
    finally:
        running.cancel()
        await asyncio.wait([running])
