"""Whose the database is: numbers of messages, and who can be written to, mean something to one bot alone.

It is known by the digits before its token's colon, sealed among the secrets; nobody's is a database on which no bot of a
version that knows this has run.
"""

from sqlalchemy import delete, insert, select

from storage.errors import AnotherBot
from storage.schema import secrets
from storage.sealing import context
from storage.transaction import Transaction

BOT = "bot"
_OF = context("secrets", "secret", BOT)


async def why_not(tx: Transaction, bot: str) -> str:
    """What to do where it is another's than this one's; empty: nothing is wrong."""
    known = await _known(tx)
    if known in ("", bot):
        return ""
    return (
        f"The database is that of the bot {known}, and the token is that of the bot {bot}: it would take other messages for "
        "its own, and reach nobody who has not pressed start. Put back the token of the first; if the other is to write "
        "from now on, name it as telegram.successor and its token as DABYL_SUCCESSOR_TOKEN, then: dabyl emergency succeed"
    )


async def begin(tx: Transaction, bot: str) -> None:
    """This one runs from now on, and nobody else's it may be. Raises AnotherBot."""
    if why := await why_not(tx, bot):
        raise AnotherBot(why)
    if not await _known(tx):
        await become(tx, bot)


async def become(tx: Transaction, bot: str) -> None:
    """It is this one's, whosever it was."""
    await tx.execute(delete(secrets).where(secrets.c.name == BOT))
    sealed = tx.keyring.seal(bot.encode(), _OF)
    await tx.execute(insert(secrets).values(name=BOT, secret=sealed))


async def _known(tx: Transaction) -> str:
    sealed = (await tx.execute(select(secrets.c.secret).where(secrets.c.name == BOT))).scalar()
    return tx.keyring.unseal(sealed, _OF).decode() if sealed is not None else ""
