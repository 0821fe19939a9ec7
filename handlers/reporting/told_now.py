"""What the words of this input tell by themselves, whatever was said before."""

from bot.core.understanding import Understood, understand
from handlers.turn import Turn

READ = 1000  # characters; nobody tells what happened behind them


def told_now(turn: Turn) -> Understood:
    """Nothing where they are passed on from somebody else."""
    service, incoming = turn.service, turn.incoming
    if incoming.forwarded is not None:
        return Understood()
    return understand(
        incoming.text[:READ],
        service.heard,
        service.names,
        now=incoming.sent_at or turn.now,
        zone=service.zone,
        gazetteer=service.gazetteer,
        region=service.phone_region,
        language=turn.language,
    )
