"""The keys of keyed hashes: made once, when a database is first opened, and kept there, sealed.

lookup   finds equal chats, receipts and updates without opening them. It is never rotated (every hash would change); when
         the sealing keys are rotated, it is sealed again.
names    finds people whose names may be the same (handlers.casework.name_index). It is replaced with each rotation, and its
         hashes are made again at the next start.
"""

import os

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import begin_now, commit, rollback
from storage.schema import secrets
from storage.sealing import KEY_BYTES, Keyring, context
from storage.statements import insert_once
from storage.transaction import Transaction

LOOKUP, NAMES = "lookup", "names"


def context_of(name: str) -> str:
    """What the sealed key of this name belongs to."""
    return context("secrets", "secret", name)


async def secret_key(connection: AsyncConnection, keyring: Keyring, name: str) -> bytes:
    """The key, made if it does not exist yet. Raises WrongKey if the keyring cannot open it."""
    found = select(secrets.c.secret).where(secrets.c.name == name)
    sealed = (await connection.execute(found)).scalar()
    if sealed is None:
        await rollback(connection)
        await begin_now(connection)
        new = {"name": name, "secret": _new(keyring, name)}
        await connection.execute(insert_once(connection.dialect.name, secrets, "name"), [new])
        sealed = (await connection.execute(found)).scalar_one()
        await commit(connection)
    return keyring.unseal(sealed, context_of(name))


async def renew(tx: Transaction, name: str) -> None:
    """Put another key in its place. A process that has the database open goes on with the earlier one."""
    await tx.execute(update(secrets).where(secrets.c.name == name).values(secret=_new(tx.keyring, name)))


def _new(keyring: Keyring, name: str) -> bytes:
    return keyring.seal(os.urandom(KEY_BYTES), context_of(name))
