"""Connections from the pool, and how they go back to it, also while somebody is being cancelled."""

import asyncio
import logging
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.driver_errors import translated
from storage.engine import rollback
from storage.errors import StorageError
from storage.shielding import finish_shielded

log = logging.getLogger(__name__)


class Guard(Protocol):
    """Lets a session of the writer in, or raises a StorageError."""

    async def take(self, connection: AsyncConnection) -> None:
        """Before it writes for the first time."""


async def given_back(connection: AsyncConnection, *, failing: bool = False) -> None:
    """Roll back what is not committed, and give the connection to the pool.

    ``failing``: an error is under way already, perhaps a cancellation, in whose place no other may come.
    """
    try:
        with translated():
            await finish_shielded(_closed(connection))
    except StorageError as error:
        if not failing:
            raise
        log.warning("a connection was dropped: %s", error)


async def _closed(connection: AsyncConnection) -> None:
    try:
        await rollback(connection)
    finally:
        await connection.close()


async def connected(engine: AsyncEngine) -> AsyncConnection:
    """A connection from the pool. If the caller is cancelled while it is being made, it is given back."""
    made: list[AsyncConnection] = []

    async def connect() -> None:
        made.append(await engine.connect())

    try:
        await finish_shielded(connect())
    except asyncio.CancelledError:
        for connection in made:
            await finish_shielded(connection.close())
        raise
    return made[0]


async def ended(connection: AsyncConnection) -> None:
    """The session ends, and what it holds: in the pool it would hold it on."""
    await finish_shielded(connection.invalidate())
    await given_back(connection, failing=True)
