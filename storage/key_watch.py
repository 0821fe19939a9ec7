"""What a rotation asks of a process that runs: that it reads its keys again, and makes the hashes of names anew.

``dabyl keys rotate`` notes the id of the key that is to seal (`sealing_keys`). Whoever runs looks there with each sign of
life, and says in it which key it seals with; nothing is sealed anew before that is the right one.
"""

import asyncio
import logging

from sqlalchemy import select

from storage.database import Database
from storage.schema import sealing_keys, secrets
from storage.secret_keys import NAMES, context_of
from storage.transaction import Transaction

log = logging.getLogger(__name__)


async def wanted(tx: Transaction) -> str | None:
    """The id of the key that is to seal, if any rotation has said so."""
    newest = select(sealing_keys.c.key).order_by(sealing_keys.c.since.desc()).limit(1)
    return (await tx.execute(newest)).scalar()


async def look(database: Database, tx: Transaction) -> bool:
    """Do what a rotation asks, as far as it can be done. Whether the key of names is another one now."""
    keyring, key = database.keyring, await wanted(tx)
    if key is not None and key != keyring.newest.hex():
        why = await asyncio.to_thread(keyring.read_again)
        if not why and key != keyring.newest.hex():
            why = f"it is not the first one there ({', '.join(keyring.ids)})"
        if why:
            log.error("the key %s is wanted: %s", key, why)
        else:
            log.info("the key %s seals from now on", key)
    sealed = (await tx.execute(select(secrets.c.secret).where(secrets.c.name == NAMES))).scalar_one()
    return database.take_names_key(keyring.unseal(sealed, context_of(NAMES)))
