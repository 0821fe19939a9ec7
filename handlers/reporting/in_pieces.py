"""Who is in a hurry writes a word a message, "police", "my brother", "astana": until it is a case they are read as one."""

from datetime import timedelta

from bot.core.conversation.labels import control
from bot.core.incoming import Incoming, Kind
from bot.core.model import Report
from handlers.forms.told import read, told
from handlers.turn import Turn

SHORT = 3  # words of a piece
MOST = 8  # pieces
TOGETHER = timedelta(minutes=5)


async def together(turn: Turn, report: Report) -> str:
    """The words with those just before them. If only all of them tell that something happens, that is what was told."""
    said = turn.incoming.text
    if report.case_id is not None or not _is_piece(said, turn) or not _is_own(turn.incoming):
        return said
    before = [
        text
        for entry in await turn.tx.entries.by(report_id=report.id)
        if turn.now - entry.at <= TOGETHER and "forwarded" not in entry.payload
        if _is_piece(text := str(entry.payload.get("text", "")), turn)
    ]
    whole = " ".join([*before[-MOST:], said])
    if before and not (told(turn).happening or told(turn).summons):
        heard = read(turn.service, whole, turn.now, turn.language)
        if heard.happening or heard.summons:
            turn.told = turn.incoming, heard
    return whole


def _is_own(incoming: Incoming) -> bool:
    return incoming.kind is Kind.MESSAGE and incoming.forwarded is None and incoming.file is None


def _is_piece(text: str, turn: Turn) -> bool:
    return 0 < len(text.split()) <= SHORT and control(text, turn.service.words) is None
