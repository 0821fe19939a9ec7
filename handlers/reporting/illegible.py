"""Something came from a person that could not be decrypted: they are asked to write it again, and told where to ring.

A phone often sends such a message a second time by itself; then it is answered as any other, and the question does no harm.
"""

from datetime import timedelta

from core.model import LANGUAGES
from core.presentation import Presentation
from handlers.people import readers
from handlers.turn import Turn

AGAIN = timedelta(minutes=10)  # in so long they are asked once


async def on_illegible(turn: Turn) -> None:
    """In the language in which they are known; in all of them if nobody knows it yet."""
    number = int(turn.now.timestamp() // AGAIN.total_seconds())
    key = f"illegible:{turn.address.id}:{number}"
    if await turn.tx.outgoing.by(key=key):
        return
    if await _is_known(turn):
        text = turn.say("illegible")
    else:
        text = "\n\n".join(turn.service.words.say(language, "illegible") for language in LANGUAGES)
    turn.show(Presentation(turn.with_hotline(text)), key=key)


async def _is_known(turn: Turn) -> bool:
    """Whether they chose a language, stand on the roster, or have told us something before."""
    if readers.is_language_said(turn.address, [turn.member] if turn.member is not None else []):
        return True
    return bool(await turn.tx.reports.by(address_id=turn.address.id))
