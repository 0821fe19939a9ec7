"""The keys of keyed hashes: made once, at the first opening of a database, and kept there, sealed.

lookup   by it equal chats, receipts and updates are found without being opened. It is never rotated (every hash would
         change); when the sealing keys are rotated it is sealed anew.
names    by it people whose names may be one are found (handlers.casework.name_index). It is made anew with each rotation,
         and what it made is made again at the next start.
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
    """The key, made if there is none yet. Raises WrongKey when the keyring cannot open it."""
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
    """Another key in its place. Whoever has the database open goes on with the one before."""
    await tx.execute(update(secrets).where(secrets.c.name == name).values(secret=_new(tx.keyring, name)))


def _new(keyring: Keyring, name: str) -> bytes:
    return keyring.seal(os.urandom(KEY_BYTES), context_of(name))
