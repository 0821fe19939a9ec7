"""The staff's half with aiogram: a case is data of a context of its own, which the storage keeps; waits are tasks; who is
told to wait waits and sends again, as its documentation has it for ``TelegramRetryAfter``.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot, Dispatcher, F, Router
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks import guided
from benchmarks.peers.desk import NEWS, NOBODY, NOTED, TAKEN, YOURS, Desk

Case = dict[str, Any]


async def patiently(call: Callable[[], Awaitable[Any]]) -> Any:
    """The call, again after the pause that Telegram asks for."""
    while True:
        try:
            return await call()
        except TelegramRetryAfter as error:
            await asyncio.sleep(error.retry_after)


class AiogramDesk:
    """Asks lawyers, hears them, posts the digest."""

    def __init__(self, desk: Desk, bot: Bot, dispatcher: Dispatcher) -> None:
        self._desk = desk
        self._bot = bot
        self._dispatcher = dispatcher
        self._tasks: set[asyncio.Task[None]] = set()
        self._counting = asyncio.Lock()
        self._writing = asyncio.Lock()

    def router(self) -> Router:
        """Its handlers."""
        router = Router()
        router.callback_query(F.data.startswith("accept:"))(self._on_accepted)
        router.callback_query(F.data.startswith("decline:"))(self._on_declined)
        return router

    async def started(self) -> None:
        """The digest has its time also after a start."""
        self._begin(self._digest())

    async def open_case(self, person: int, place: str) -> None:
        """A new case, and the first who are asked."""
        case = {"person": person, "place": place, "asked": {}, "declined": [], "owner": None}
        async with self._counting:
            totals = self._of(self._bot.id)
            places = (await totals.get_data()).get("places", {})
            await totals.update_data(places={**places, place: places.get(place, 0) + 1})
        await self._ask(case)

    def _begin(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _of(self, person: int) -> FSMContext:
        return self._dispatcher.fsm.get_context(self._bot, person, person)

    def _case_of(self, person: int) -> FSMContext:
        """Beside the reporter's own, whose answers are written at the same time."""
        return self._of(-person)

    async def _ask(self, case: Case) -> None:
        chosen = self._desk.next_lawyers(case["place"], [int(one) for one in case["asked"]])
        words = ("accept", "decline")
        rows = [[InlineKeyboardButton(text=word, callback_data=f"{word}:{case['person']}") for word in words]]
        keyboard = InlineKeyboardMarkup(inline_keyboard=rows)
        text = guided.ALERT.format(place=case["place"])
        for lawyer in chosen:
            shown: Message = await patiently(
                lambda to=lawyer: self._bot.send_message(to, text, reply_markup=keyboard)  # type: ignore[misc]
            )
            case["asked"][str(lawyer)] = shown.message_id
        await self._case_of(case["person"]).set_data(case)
        if chosen:
            self._begin(self._silent(case["person"], len(case["asked"])))
            return
        for one in self._desk.coordinators:
            await patiently(
                lambda to=one: self._bot.send_message(to, NOBODY.format(**case))  # type: ignore[misc]
            )

    async def _silent(self, person: int, asked: int) -> None:
        await asyncio.sleep(self._desk.wait)
        case = await self._case_of(person).get_data()
        if case["owner"] is None and len(case["asked"]) == asked:
            await self._ask(case)

    async def _on_accepted(self, query: CallbackQuery) -> None:
        await query.answer()
        person = int((query.data or "").partition(":")[2])
        async with self._writing:
            case = await self._case_of(person).get_data()
            free = bool(case) and case["owner"] is None
            if free:
                case["owner"] = query.from_user.id
                await self._case_of(person).set_data(case)
        if not free:
            await self._edit(query.from_user.id, query.message, TAKEN)
            return
        answers = await self._of(person).get_data()
        await self._edit(query.from_user.id, query.message, YOURS.format(answers=guided.review(answers)))
        await patiently(lambda: self._bot.send_message(person, NEWS))
        for lawyer, number in case["asked"].items():
            if int(lawyer) != case["owner"] and int(lawyer) not in case["declined"]:
                await patiently(
                    lambda to=lawyer, of=number: self._bot.edit_message_text(  # type: ignore[misc]
                        TAKEN, chat_id=int(to), message_id=of
                    )
                )

    async def _edit(self, chat: int, message: Any, text: str) -> None:
        await patiently(
            lambda: self._bot.edit_message_text(text, chat_id=chat, message_id=message.message_id)
        )

    async def _on_declined(self, query: CallbackQuery) -> None:
        await query.answer()
        await self._edit(query.from_user.id, query.message, NOTED)
        async with self._writing:
            case = await self._case_of(int((query.data or "").partition(":")[2])).get_data()
            if not case or case["owner"] is not None:
                return
            case["declined"].append(query.from_user.id)
            await self._case_of(case["person"]).set_data(case)
        if len(case["declined"]) == len(case["asked"]):
            await self._ask(case)

    async def _digest(self) -> None:
        await asyncio.sleep(self._desk.digest_at - asyncio.get_running_loop().time())
        totals = self._of(self._bot.id)
        data = await totals.get_data()
        if data.get("posted"):
            return
        text = self._desk.digest(data.get("places", {}))
        try:
            await patiently(lambda: self._bot.send_message(self._desk.channel, text))
        except TelegramAPIError:
            await asyncio.sleep(1)
            self._begin(self._digest())
        else:
            await totals.update_data(posted=True)
