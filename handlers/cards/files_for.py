"""Which files of a case its readers may get: who has it all of them; a coordinator what was spoken, as all words."""

from collections.abc import Iterable

from bot.core.casework.holding import has
from bot.core.conversation.shared import SPOKEN
from bot.core.model import Case, Entry, Member


def files_for(reader: Member, case: Case, entries: Iterable[Entry]) -> list[Entry]:
    """Those of the entries whose file may be sent to this reader."""
    files = [entry for entry in entries if entry.payload.get("file")]
    if has(case, reader.id):
        return files
    return [entry for entry in files if entry.payload["file"]["kind"] in SPOKEN]
