"""The guided report with aiogram 3: its FSM, and its states in SQLite by ``aiogram-fsm-sqlitestorage``.

aiogram itself keeps states in memory, Redis or MongoDB. Of the SQLite storages of its ecosystem this one passes aiogram's
own tests of a storage, raises errors instead of logging them, and is as fast as the fastest (docs/develop/decisions.md).
It commits
every state and every answer to the disk; write-ahead logging, which SQLite recommends, makes that several times faster.
Each update is a task of its own, as aiogram does it by itself; ``SimpleEventIsolation`` keeps one person's in order.
Run by benchmarks.contestants, which sets the environment.
"""

import asyncio
import logging
import os
import random
import sqlite3
from pathlib import Path

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_fsm_sqlitestorage import SQLiteStorage

from benchmarks import guided
from benchmarks.guided import QUESTIONS, Question
from benchmarks.peers.aiogram_desk import AiogramDesk, patiently
from benchmarks.peers.desk import desk

LAWYERS = [int(number) for number in os.environ["BENCH_LAWYERS"].split()]
router = Router()


class Report(StatesGroup):
    """One state a question, in the order of the questions."""

    situation = State()
    place = State()
    where = State()
    who = State()
    when = State()
    ongoing = State()
    taken = State()
    contact = State()
    urgent = State()
    link = State()
    files = State()
    review = State()


NUMBERS = {state.state: number for number, state in enumerate(Report.__all_states__)}


def keyboard(question: Question) -> InlineKeyboardMarkup:
    """Its options, two in a row."""
    buttons = [
        InlineKeyboardButton(text=one, callback_data=f"{question.name}:{one}") for one in question.options
    ]
    return InlineKeyboardMarkup(inline_keyboard=[buttons[n : n + 2] for n in range(0, len(buttons), 2)])


async def ask(bot: Bot, state: FSMContext, person: int, number: int) -> None:
    """Ask this question, or end with thanks; the answers stay."""
    if number == len(QUESTIONS):
        await state.set_state(None)
        await patiently(lambda: bot.send_message(person, guided.THANKS))
        return
    question = QUESTIONS[number]
    await state.set_state(Report.__all_states__[number])
    text = guided.review(await state.get_data()) if question.name == "review" else question.text
    await patiently(lambda: bot.send_message(person, text, reply_markup=keyboard(question)))


async def open_case(bot: Bot, person: int, place: str, staff: AiogramDesk | None) -> None:
    """The alert to a lawyer, and the receipt."""
    if staff is not None:
        await staff.open_case(person, place)
        await patiently(lambda: bot.send_message(person, guided.RECEIPT.format(code=person)))
        return
    buttons = [
        [InlineKeyboardButton(text=word, callback_data=f"{word}:{person}") for word in ("accept", "decline")]
    ]
    await bot.send_message(
        random.choice(LAWYERS),
        guided.ALERT.format(place=place),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=buttons),
    )
    await bot.send_message(person, guided.RECEIPT.format(code=person))


async def proceed(
    bot: Bot, state: FSMContext, person: int, number: int, answer: str, staff: AiogramDesk | None
) -> None:
    """Keep the answer and ask what comes next."""
    name = QUESTIONS[number].name
    await state.update_data({name: answer})
    if name == guided.OPENING:
        await open_case(bot, person, answer, staff)
    await ask(bot, state, person, number + 1)


@router.message(CommandStart())
async def on_start(message: Message, state: FSMContext, bot: Bot) -> None:
    """/start: a new report."""
    await state.clear()
    await ask(bot, state, message.chat.id, 0)


@router.callback_query(StateFilter(Report), F.data)
async def on_pressed(
    query: CallbackQuery, state: FSMContext, bot: Bot, raw_state: str, staff: AiogramDesk | None
) -> None:
    """A button; one of an earlier question does nothing."""
    await query.answer()
    name, _, answer = (query.data or "").partition(":")
    number = NUMBERS[raw_state]
    if name == QUESTIONS[number].name:
        await proceed(bot, state, query.from_user.id, number, answer, staff)


@router.message(StateFilter(Report), F.text)
async def on_written(
    message: Message, state: FSMContext, bot: Bot, raw_state: str, staff: AiogramDesk | None
) -> None:
    """Words in answer to a question."""
    await proceed(bot, state, message.chat.id, NUMBERS[raw_state], message.text or "", staff)


async def main() -> None:
    """Run until SIGTERM."""
    logging.getLogger("aiogram").setLevel(logging.WARNING)  # else a line an update: the storage turns them on
    file = Path(os.environ["BENCH_FOLDER"], "aiogram.db")
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = WAL")  # stays in the file
    connection.close()
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["BENCH_API_URL"]))
    bot = Bot(os.environ["BENCH_TOKEN"], session=session)
    dispatcher = Dispatcher(storage=SQLiteStorage(str(file)), events_isolation=SimpleEventIsolation())
    known = desk()
    staff = AiogramDesk(known, bot, dispatcher) if known is not None else None
    if staff is not None:
        dispatcher.include_router(staff.router())
        dispatcher.startup.register(staff.started)
    dispatcher.include_router(router)
    await dispatcher.start_polling(bot, staff=staff)


if __name__ == "__main__":
    asyncio.run(main())
