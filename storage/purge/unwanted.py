"""Files whose rows nobody needs: first what lies in the folder, then the rows, in which their keys are."""

import asyncio
from datetime import datetime

from bot.core.keeping import FileState
from storage import files
from storage.database import Database


async def delete(database: Database, now: datetime) -> int:
    """All of them; how many. A running bot may do the same at once. Raises OSError where the folder does not let."""
    deleted = 0
    while True:
        async with database.read(now) as tx:
            unwanted = await files.unwanted(tx)
        if not unwanted:
            return deleted
        if database.folder is not None:
            for file in unwanted:
                await asyncio.to_thread(database.folder.remove, file.id)
        async with database.write(now) as tx:
            tx.forget()
            for file in unwanted:
                current = await tx.files.get(file.id)
                if current is not None and current.state is FileState.UNWANTED:
                    tx.files.remove(file.id)
        deleted += len(unwanted)
