"""Somebody asks to be written to without a sound: that holds for all that is sent to this chat from then on."""

from core.incoming import IncomingKind
from core.presentation import Presentation
from core.understanding.language import heard_sentence
from core.understanding.phrases import says
from core.understanding.plain import readable
from handlers.turn import Turn

READ = 1000  # characters


async def on_heard(turn: Turn) -> None:
    """After everything else was done with the words; what they brought about makes no sound either."""
    incoming, heard = turn.incoming, turn.service.heard
    if turn.active is not None or turn.address.quiet_at is not None or incoming.forwarded is not None:
        return
    said = heard_sentence(readable(incoming.text)[:READ], heard)
    if incoming.kind is IncomingKind.MESSAGE and says(heard.consents.quiet, said, heard.denial):
        turn.update_address(quiet_at=turn.now)
        turn.show(Presentation(turn.say("quiet-noted"), silent=True), topic="quiet")
