"""No bot at all: it makes the calls of the guided report without thinking. What it reaches is the ceiling of the local
Bot API server and of the phones on it, beside which the other figures are read.

It remembers nothing but the number of updates of each person. Run by benchmarks.contestants, which sets the environment.
"""

import asyncio
import os
from collections import Counter
from typing import Any

import aiohttp

from benchmarks.guided import OPENING, QUESTIONS

URL = f"{os.environ['BENCH_API_URL']}/bot{os.environ['BENCH_TOKEN']}/"
LAWYERS = os.environ["BENCH_LAWYERS"].split()
seen: Counter[int] = Counter()


def calls(update: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The calls that answer one update."""
    query = update.get("callback_query")
    person = (query or update["message"])["from"]["id"]
    number, found = seen[person], []
    seen[person] += 1
    if query:
        found.append(("answerCallbackQuery", {"callback_query_id": query["id"]}))
    if number and QUESTIONS[number - 1].name == OPENING:
        buttons = [[{"text": "accept", "callback_data": f"accept:{person}"}]]
        alert = {"chat_id": LAWYERS[person % len(LAWYERS)], "text": "alert"}
        found.append(("sendMessage", {**alert, "reply_markup": {"inline_keyboard": buttons}}))
        found.append(("sendMessage", {"chat_id": person, "text": "receipt"}))
    if number < len(QUESTIONS):
        question = QUESTIONS[number]
        rows = [[{"text": one, "callback_data": f"{question.name}:{one}"}] for one in question.options]
        asked = {"chat_id": person, "text": question.text, "reply_markup": {"inline_keyboard": rows}}
        found.append(("sendMessage", asked))
    else:
        found.append(("sendMessage", {"chat_id": person, "text": "thanks"}))
    return found


async def main() -> None:
    """Poll and answer until killed; each update in a task of its own."""
    async with aiohttp.ClientSession() as http, asyncio.TaskGroup() as tasks:

        async def call(method: str, params: dict[str, Any]) -> Any:
            async with http.post(URL + method, json=params) as answer:
                return (await answer.json()).get("result")

        async def answer(update: dict[str, Any]) -> None:
            for method, params in calls(update):
                await call(method, params)

        offset = 0
        while True:
            for update in await call("getUpdates", {"timeout": 30, "offset": offset}):
                tasks.create_task(answer(update))
                offset = update["update_id"] + 1


if __name__ == "__main__":
    asyncio.run(main())
