"""``dabyl test-alert``: an example of an alert, marked so, really sent to a member by the running bot, and what came."""

import asyncio
import time
from typing import Annotated

import typer
from msgspec import Struct, to_builtins

from bot.building import build_service
from bot.cli.roster import find_member
from bot.cli.session import (
    DEFAULT,
    Config,
    Json,
    beside_json,
    database_of,
    fail,
    finish,
    say_json,
    settings_of,
    utc_now,
)
from bot.config.settings import KEY, Settings
from handlers.duty import example_alert
from handlers.emergency import silence
from handlers.people.membership import home_address
from storage.lock import is_held
from storage.transaction import Transaction

LOOKS = 0.5  # seconds between two looks
LEAVES = 30  # seconds in which a running bot has sent it; only then the wait begins


class Asked(Struct, frozen=True):
    """Whom, and the key of the message."""

    name: str
    address_id: int
    key: str
    tells: bool  # the messenger, when it has reached the phone


class Came(Struct, frozen=True):
    """What came of it so far: seconds from the order to each step, and why it was not sent."""

    sent: float | None = None
    delivered: float | None = None  # as the messenger tells, if it does
    read: float | None = None
    answered: float | None = None
    failed: str = ""


def command(
    who: Annotated[
        str, typer.Argument(metavar="MEMBER", help="The name or the id, as dabyl roster list shows.")
    ],
    config: Config = DEFAULT,
    wait: Annotated[
        int, typer.Option(min=0, help="Seconds to wait for the tap, once it was sent.", metavar="SECONDS")
    ] = 120,
    as_json: Json = False,
) -> None:
    """Send a member an example of an alert, with its sound, and wait until a button is pressed.

    The running bot sends it. It says that it is an example; nothing of it is a case, and nobody else hears of it.
    """
    settings = settings_of(config, required=(KEY,))
    finish(_test(settings, who, wait, as_json=as_json))


async def _test(settings: Settings, who: str, wait: int, *, as_json: bool) -> None:
    asked, say = await send_test_alert(settings, who), beside_json(as_json)
    began, shown, told = time.monotonic(), False, False
    while True:
        came = await look(settings, asked)
        over = is_over(came, time.monotonic() - began, wait)
        if came.sent is not None and not shown:
            silent = "" if asked.tells else " Who has read it the messenger does not tell."
            say(f"Sent to {asked.name} after {came.sent:.1f} s.{silent} Waiting for a button …")
            shown = True
        if came.delivered is not None and not told:
            say(f"It was on the phone {came.delivered:.1f} s after the order.")
            told = True
        if over:
            break
        await asyncio.sleep(LOOKS)
    if as_json:
        say_json({"member": asked.name, **to_builtins(came)})
    if came.read is not None:
        say(f"It was read {came.read:.0f} s after the order.")
    if came.failed:
        fail(f"It was not sent to {asked.name}: {came.failed}. dabyl check says who can be reached.")
    if came.sent is None:
        fail(f"It has not left in {LEAVES} s: does the bot run? It leaves as soon as it does.")
    if came.answered is None:
        if asked.tells and came.delivered is None:
            fail(f"It has not reached the phone of {asked.name}: is it off? Ring them.")
        fail(f"{asked.name} has pressed nothing: ring them, and ask whether it made a sound.")
    say(f"{asked.name} answered {came.answered - came.sent:.0f} s after it was sent.")


def is_over(came: Came, passed: float, wait: int) -> bool:
    """Whether nothing is waited for any more, so many seconds after the order."""
    if came.failed or came.answered is not None:
        return True
    return passed >= (LEAVES if came.sent is None else came.sent + wait)


async def send_test_alert(settings: Settings, who: str) -> Asked:
    """Put it where the running bot sends from. Ends where none runs or there is silence, and where nobody, or several, are
    called so.
    """
    async with database_of(settings) as database, database.write(utc_now()) as tx:
        member = await find_member(tx, who, await tx.members.by(suspended_at=None))
        if not await is_held(
            database
        ):  # else it would ring at the next start, when nobody is on the telephone
            fail("Nothing was sent: no bot runs on this database. Start it; then, once more.")
        step = await silence.current_silence(tx)
        if step is not None:
            since = f"{step.at:%Y-%m-%d %H:%M} UTC"
            fail(f"Nothing was sent: silence since {since}. dabyl emergency resume ends it.")
        there, service = await home_address(tx, member), build_service(settings)
        address = await tx.addresses.get(there)
        tells = address is not None and service.tells_of_delivery(address.messenger)
        asked = Asked(member.name, there, f"test-alert:{tx.new_id()}", tells)
        await example_alert.show_example(tx, service, there, member.cities, asked.key)
    return asked


async def look(settings: Settings, asked: Asked) -> Came:
    """What came of it until now."""
    async with database_of(settings) as database, database.read(utc_now()) as tx:
        return await _came(tx, asked)


async def _came(tx: Transaction, asked: Asked) -> Came:
    rows = await tx.outgoing.by(key=asked.key)
    if not rows or rows[0].state in ("failed", "dropped"):
        return Came(failed=(rows[0].failed if rows else "") or "the chat is hidden or was left")
    (row,) = rows
    if row.sent_at is None:
        return Came()
    sent = (row.sent_at - row.created_at).total_seconds()
    edits = await tx.outgoing.by(address_id=asked.address_id, topic=f"edit:{row.message_id}")
    answered = min((edit.created_at for edit in edits), default=None)
    noted = await tx.messages.by(address_id=asked.address_id, message_id=row.message_id)
    moments = (noted[0].delivered_at, noted[0].read_at) if noted else (None, None)
    delivered, read, answer = (
        None if at is None else (at - row.created_at).total_seconds() for at in (*moments, answered)
    )
    return Came(sent, delivered, read, answer)
