"""The guided report with python-telegram-bot alone: ``Application``, ``ConversationHandler``, ``PicklePersistence``.

As its documentation has it (the example persistentconversationbot): updates one after the other, which a
ConversationHandler needs; persistence with its own defaults, so the file is written every 60 seconds and when it stops.
``BENCH_SAVE_SECONDS`` is its ``update_interval``. Run by benchmarks.contestants, which sets the environment.
"""

import os
import random
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any
from warnings import filterwarnings

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.warnings import PTBUserWarning

from benchmarks import guided
from benchmarks.guided import QUESTIONS, Question
from benchmarks.peers.desk import desk
from benchmarks.peers.ptb_desk import PtbDesk

Context = ContextTypes.DEFAULT_TYPE
Callback = Callable[[Update, Context], Coroutine[Any, Any, int]]
filterwarnings("ignore", message=r".*CallbackQueryHandler", category=PTBUserWarning)  # as its examples do
LAWYERS = [int(number) for number in os.environ["BENCH_LAWYERS"].split()]
STAFF = desk()
DESK = PtbDesk(STAFF) if STAFF is not None else None


def keyboard(question: Question) -> InlineKeyboardMarkup:
    """Its options, two in a row."""
    buttons = [InlineKeyboardButton(one, callback_data=f"{question.name}:{one}") for one in question.options]
    return InlineKeyboardMarkup([buttons[n : n + 2] for n in range(0, len(buttons), 2)])


async def ask(update: Update, context: Context, number: int) -> int:
    """Ask this question, or end with thanks. The state of the conversation is the number of the question."""
    assert update.effective_chat is not None
    if number == len(QUESTIONS):
        await update.effective_chat.send_message(guided.THANKS)
        return ConversationHandler.END
    question = QUESTIONS[number]
    answers = context.user_data or {}
    text = guided.review(answers) if question.name == "review" else question.text
    await update.effective_chat.send_message(text, reply_markup=keyboard(question))
    return number


async def start(update: Update, context: Context) -> int:
    """/start: a new report."""
    assert context.user_data is not None
    context.user_data.clear()
    return await ask(update, context, 0)


async def open_case(update: Update, context: Context) -> None:
    """The alert to a lawyer, and the receipt."""
    assert context.user_data is not None
    assert update.effective_chat is not None
    person = update.effective_chat.id
    if DESK is not None:
        await DESK.open_case(context, person, context.user_data)
        await update.effective_chat.send_message(guided.RECEIPT.format(code=person))
        return
    buttons = [
        [InlineKeyboardButton(word, callback_data=f"{word}:{person}") for word in ("accept", "decline")]
    ]
    await context.bot.send_message(
        random.choice(LAWYERS),
        guided.ALERT.format(place=context.user_data["place"]),
        reply_markup=InlineKeyboardMarkup(buttons),
    )
    await update.effective_chat.send_message(guided.RECEIPT.format(code=person))


async def proceed(update: Update, context: Context, number: int, answer: str) -> int:
    """Keep the answer and ask what comes next."""
    assert context.user_data is not None
    context.user_data[QUESTIONS[number].name] = answer
    if QUESTIONS[number].name == guided.OPENING:
        await open_case(update, context)
    return await ask(update, context, number + 1)


def pressed(number: int) -> Callback:
    """A button of this question."""

    async def on_pressed(update: Update, context: Context) -> int:
        query = update.callback_query
        assert query is not None
        assert query.data is not None
        await query.answer()
        return await proceed(update, context, number, query.data.partition(":")[2])

    return on_pressed


def written(number: int) -> Callback:
    """Words in answer to this question."""

    async def on_written(update: Update, context: Context) -> int:
        assert update.message is not None
        return await proceed(update, context, number, update.message.text or "")

    return on_written


def main() -> None:
    """Run until SIGTERM."""
    persistence = PicklePersistence(
        filepath=Path(os.environ["BENCH_FOLDER"], "ptb.pickle"),
        update_interval=float(os.environ["BENCH_SAVE_SECONDS"]),
    )
    builder: Any = (  # each step has a type of its own
        Application.builder()
        .token(os.environ["BENCH_TOKEN"])
        .base_url(os.environ["BENCH_API_URL"] + "/bot")
        .persistence(persistence)
    )
    if DESK is not None:
        builder = builder.rate_limiter(AIORateLimiter(max_retries=5)).post_init(DESK.started)
    application = builder.build()
    if DESK is not None:
        DESK.attach(application)
    states: dict[object, list[Any]] = {
        number: [
            CallbackQueryHandler(pressed(number), pattern=f"^{question.name}:"),
            MessageHandler(filters.TEXT & ~filters.COMMAND, written(number)),
        ]
        for number, question in enumerate(QUESTIONS)
    }
    begin: CommandHandler[Any, Any] = CommandHandler("start", start)
    application.add_handler(
        ConversationHandler([begin], states, fallbacks=[begin], name="report", persistent=True)
    )
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main()
