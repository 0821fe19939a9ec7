"""``/digest``: the next one as it stands, and the last ones: where each was posted, and what can be corrected."""

from datetime import date, timedelta

from bot.core.model import Digest
from bot.core.presentation import Button, Presentation
from bot.core.traffic import Lane
from handlers.cards import case_lines, tracking
from handlers.daily import channels, posting, previews
from handlers.daily.digest import KEY
from handlers.daily.edition import reader
from handlers.daily.previews import Stage
from handlers.service import Service
from handlers.turn import Turn
from storage.schema import digests
from storage.transaction import Transaction

SHOWN = 5  # digests


async def on_asked(turn: Turn, argument: str) -> None:
    """The last ones in one message; below it the next as a card, which can be held."""
    tx, service = turn.tx, turn.service
    last = await tx.digests.select(order_by=digests.c.day.desc(), limit=SHOWN)
    lines = [turn.say("editions-head" if last else "editions-none")]
    rows = []
    posted = await channels.of(tx, service)
    for digest in last:
        said = reader(service, turn.language).day(digest.day)
        lines.append(turn.say("editions-line", date=said, where=await _where(turn, digest)))
        if posted:
            rows.append((Button(turn.say("button-reissue", date=said), f"reissue:{digest.day.toordinal()}"),))
    turn.show(Presentation("\n".join(lines), tuple(rows), protect=True))
    if posted and (day := await _next(tx, service)) is not None:
        await tracking.renew(tx, previews.CARD, day.toordinal(), turn.address.id, Lane.REPLY)


async def _where(turn: Turn, digest: Digest) -> str:
    """Each channel by its language: when it had it, how often corrected, or that it did not arrive."""
    said: dict[str, str] = {}
    for one in await posting.of(turn.tx, digest.day):
        if one.posted_at is None:
            said[one.language] = turn.say("editions-missing", language=one.language)
        else:
            zone = turn.service.zone
            time = case_lines.local(one.posted_at, zone, zone)
            said[one.language] = turn.say(
                "editions-posted", language=one.language, time=time, corrected=one.number - 1
            )
    return ", ".join(said.values()) or turn.say("editions-coordinators")


async def _next(tx: Transaction, service: Service) -> date | None:
    """Today's while it is held, else the one that is planned."""
    today = tx.now.astimezone(service.zone).date()
    for day in (today, today - timedelta(days=1)):
        if await previews.stage(tx, service, await previews.of(tx, day)) is Stage.HELD:
            return day
    planned = await tx.timers.by(kind="digest", parked=False)
    return date.fromisoformat(planned[0].key.removeprefix(KEY)) if planned else None
