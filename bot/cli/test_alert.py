"""``dabyl test-alert``: an example of an alert, marked so, really sent to a member by the running bot, and what came."""

import asyncio
from dataclasses import dataclass
from typing import Annotated

import typer

from bot.building import build_service
from bot.cli.session import DEFAULT, Config, database_of, fail, finish, now, settings_of
from bot.cli.whom import meant
from bot.config.settings import KEY, Settings
from handlers.duty import example
from storage.transaction import Transaction

LOOKS = 0.5  # seconds between two looks
LEAVES = 30  # seconds in which a running bot has sent it


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom, and the key of the message."""

    name: str
    address_id: int
    key: str


@dataclass(frozen=True, slots=True)
class Came:
    """What came of it so far: seconds from the order to each step, and why it was not sent."""

    sent: float | None = None
    answered: float | None = None
    failed: str = ""


def command(
    who: Annotated[
        str, typer.Argument(metavar="MEMBER", help="The name or the id, as dabyl roster list shows.")
    ],
    config: Config = DEFAULT,
    wait: Annotated[int, typer.Option(min=0, help="Seconds to wait for the tap.", metavar="SECONDS")] = 120,
) -> None:
    """Send a member an example of an alert, with its sound, and wait until a button is pressed.

    The running bot sends it. It says that it is an example; nothing of it is a case, and nobody else hears of it.
    """
    settings = settings_of(config, required=(KEY,))
    finish(_test(settings, who, wait))


async def _test(settings: Settings, who: str, wait: int) -> None:
    asked = await ask(settings, who)
    came, shown = Came(), False
    for _ in range(int((LEAVES + wait) / LOOKS)):
        came = await look(settings, asked)
        if came.failed or came.answered is not None:
            break
        if came.sent is not None and not shown:
            typer.echo(
                f"Sent to {asked.name} after {came.sent:.1f} s. Who has read it the messenger does not tell."
            )
            shown = True
        await asyncio.sleep(LOOKS)
    if came.failed:
        fail(f"It was not sent to {asked.name}: {came.failed}. dabyl check says who can be reached.")
    if came.sent is None:
        fail(f"It has not left in {LEAVES + wait} s: does the bot run? It leaves as soon as it does.")
    if came.answered is None:
        fail(f"{asked.name} has pressed nothing: ring them, and ask whether it made a sound.")
    typer.echo(f"{asked.name} answered {came.answered - came.sent:.0f} s after it was sent.")


async def ask(settings: Settings, who: str) -> Asked:
    """Put it where the running bot sends from. Ends where nobody, or several, are called so."""
    async with database_of(settings) as database, database.write(now()) as tx:
        _, member = await meant(tx, who, await tx.members.by(suspended_at=None))
        asked = Asked(member.name, member.address_id, f"test-alert:{tx.new_id()}")
        await example.show(tx, build_service(settings), member.address_id, member.cities, asked.key)
    return asked


async def look(settings: Settings, asked: Asked) -> Came:
    """What came of it until now."""
    async with database_of(settings) as database, database.read(now()) as tx:
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
    return Came(sent, None if answered is None else (answered - row.created_at).total_seconds())
