"""The staff's half with python-telegram-bot: cases in ``bot_data``, which its persistence keeps; waits as tasks of the
application; its own rate limiter, with retries, as its wiki has it under "Avoiding flood limits".
"""

import asyncio
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import TelegramError
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from benchmarks import guided
from benchmarks.peers.desk import NEWS, NOBODY, NOTED, TAKEN, YOURS, Desk

Context = ContextTypes.DEFAULT_TYPE
App = Application[Any, Any, Any, Any, Any, Any]
Case = dict[str, Any]


class PtbDesk:
    """Asks lawyers, hears them, posts the digest."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def attach(self, app: App) -> None:
        """Its handlers."""
        app.add_handler(CallbackQueryHandler(self._on_accepted, pattern=r"^accept:"))
        app.add_handler(CallbackQueryHandler(self._on_declined, pattern=r"^decline:"))

    async def started(self, app: App) -> None:
        """The digest has its time also after a start."""
        app.create_task(self._digest(app))

    async def open_case(self, context: Context, person: int, answers: dict[str, str]) -> None:
        """A new case, and the first who are asked."""
        case = {"person": person, "place": answers["place"], "asked": {}, "declined": [], "owner": None}
        context.bot_data.setdefault("cases", {})[person] = case
        await self._ask(context.application, case)

    async def _ask(self, app: App, case: Case) -> None:
        chosen = self._desk.next_lawyers(case["place"], list(case["asked"]))
        words = ("accept", "decline")
        buttons = [[InlineKeyboardButton(word, callback_data=f"{word}:{case['person']}") for word in words]]
        for lawyer in chosen:
            text = guided.ALERT.format(place=case["place"])
            shown = await app.bot.send_message(lawyer, text, reply_markup=InlineKeyboardMarkup(buttons))
            case["asked"][lawyer] = shown.message_id
        if chosen:
            app.create_task(self._silent(app, case))
        else:
            text = NOBODY.format(**case)
            for one in self._desk.coordinators:
                await app.bot.send_message(one, text)

    async def _silent(self, app: App, case: Case) -> None:
        asked = len(case["asked"])
        await asyncio.sleep(self._desk.wait)
        if case["owner"] is None and len(case["asked"]) == asked:
            await self._ask(app, case)

    async def _on_accepted(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query is not None
        assert query.data is not None
        await query.answer()
        case = context.bot_data.get("cases", {}).get(int(query.data.partition(":")[2]))
        if case is None or case["owner"] is not None:
            await query.edit_message_text(TAKEN)
            return
        case["owner"] = query.from_user.id
        answers = context.application.user_data.get(case["person"], {})
        await query.edit_message_text(YOURS.format(answers=guided.review(answers)))
        await context.bot.send_message(case["person"], NEWS)
        for lawyer, message in case["asked"].items():
            if lawyer != case["owner"] and lawyer not in case["declined"]:
                await context.bot.edit_message_text(TAKEN, lawyer, message)

    async def _on_declined(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query is not None
        assert query.data is not None
        await query.answer()
        await query.edit_message_text(NOTED)
        case = context.bot_data.get("cases", {}).get(int(query.data.partition(":")[2]))
        if case is not None and case["owner"] is None:
            case["declined"].append(query.from_user.id)
            if len(case["declined"]) == len(case["asked"]):
                await self._ask(context.application, case)

    async def _digest(self, app: App) -> None:
        await asyncio.sleep(self._desk.digest_at - asyncio.get_running_loop().time())
        if app.bot_data.get("posted"):
            return
        places: dict[str, int] = {}
        for case in app.bot_data.get("cases", {}).values():
            places[case["place"]] = places.get(case["place"], 0) + 1
        try:
            await app.bot.send_message(self._desk.channel, self._desk.digest(places))
        except TelegramError:
            await asyncio.sleep(1)
            app.create_task(self._digest(app))
        else:
            app.bot_data["posted"] = True
