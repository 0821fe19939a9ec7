"""The lookup key: by it equal chats, receipts and updates are found without being opened.

It is made once, at the first opening of a database, and kept there, sealed. It is never rotated (every hash would change);
when the sealing keys are rotated it is sealed anew.
"""

import os

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import begin_writing, commit, rollback
from storage.insert_once import insert_once
from storage.schema import secrets
from storage.sealing import KEY_BYTES, Keyring, context

NAME = "lookup"
CONTEXT = context("secrets", "secret", NAME)


async def lookup_key(connection: AsyncConnection, keyring: Keyring) -> bytes:
    """The key, made if there is none yet. Raises WrongKey when the keyring cannot open it."""
    found = select(secrets.c.secret).where(secrets.c.name == NAME)
    sealed = (await connection.execute(found)).scalar()
    if sealed is None:
        await rollback(connection)
        await begin_writing(connection)
        new = {"name": NAME, "secret": keyring.seal(os.urandom(KEY_BYTES), CONTEXT)}
        await connection.execute(insert_once(connection.dialect.name, secrets, "name"), [new])
        sealed = (await connection.execute(found)).scalar_one()
        await commit(connection)
    return keyring.unseal(sealed, CONTEXT)
