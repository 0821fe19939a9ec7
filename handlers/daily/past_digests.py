"""``/digest``: the next one as it is now, and the last ones: where each was posted, and what can be corrected.

A digest is posted once more with what is known now, for the same hours: a new message that says what it corrects, never a
silent edit. What has changed is shown to the coordinator before, and to readers below the title.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from core.digest.channel_text import ChangedLine, changed_lines
from core.digest.figures import figures_to_data
from core.model import Digest
from core.presentation import Button, Presentation, Style
from core.traffic import Lane
from handlers.cards import case_lines, live_cards
from handlers.daily import digest_figures, posting, previews
from handlers.daily.digest import KEY
from handlers.daily.edition import digest_reader, make_edition
from handlers.daily.previews import PreviewStage
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.schema import digests
from storage.transaction import Transaction

DIGESTS_SHOWN = 5  # digests


async def on_digests_asked(turn: Turn, argument: str) -> None:
    """The last ones in one message; below it the next as a card, which can be held."""
    tx, service = turn.tx, turn.service
    last = await tx.digests.select(order_by=digests.c.day.desc(), limit=DIGESTS_SHOWN)
    lines = [turn.say("editions-head" if last else "editions-none")]
    rows = []
    posted = await posting.digest_channels(tx, service)
    for digest in last:
        said = digest_reader(service, turn.language).day(digest.day)
        lines.append(turn.say("editions-line", date=said, where=await _posted_where(turn, digest)))
        if posted:
            rows.append((Button(turn.say("button-reissue", date=said), f"reissue:{digest.day.toordinal()}"),))
    turn.show(Presentation("\n".join(lines), tuple(rows), protect=True))
    if posted and (day := await _next_day(tx, service)) is not None:
        await live_cards.renew(tx, previews.CARD, day.toordinal(), turn.address.id, Lane.REPLY)


async def _posted_where(turn: Turn, digest: Digest) -> str:
    """Each channel by its language: when it had it, how often corrected, or that it did not arrive."""
    said: dict[str, str] = {}
    for channel_posting in await posting.postings_of(turn.tx, digest.day):
        if channel_posting.posted_at is None:
            said[channel_posting.language] = turn.say("editions-missing", language=channel_posting.language)
        else:
            zone = turn.service.zone
            time = case_lines.local_time(channel_posting.posted_at, zone, zone)
            said[channel_posting.language] = turn.say(
                "editions-posted",
                language=channel_posting.language,
                time=time,
                corrected=channel_posting.number - 1,
            )
    return ", ".join(said.values()) or turn.say("editions-coordinators")


async def _next_day(tx: Transaction, service: Service) -> date | None:
    """Today's while it is held, else the one that is planned."""
    today = tx.now.astimezone(service.zone).date()
    for day in (today, today - timedelta(days=1)):
        if await previews.stage_of(tx, service, await previews.load_preview(tx, day)) is PreviewStage.HELD:
            return day
    planned = await tx.timers.by(kind="digest", parked=False)
    return date.fromisoformat(planned[0].key.removeprefix(KEY)) if planned else None


CHANGES_SHOWN = 6  # lines that read otherwise
YES = "yes"


async def posted_digest(turn: Turn, argument: str) -> tuple[Digest, str] | None:
    """``number`` of the day, or ``number:yes``: a digest that was posted."""
    number, _, word = argument.partition(":")
    ordinal = id_in(number)
    if ordinal is None or ordinal > date.max.toordinal() or word not in ("", YES):
        return None
    digest = await turn.tx.digests.get(date.fromordinal(ordinal))
    return (digest, word) if digest is not None else None


async def on_correction_asked(turn: Turn, found: tuple[Digest, str]) -> None:
    """*Correct*: what would read otherwise; then *Post the correction*. Where nothing does, nothing is posted."""
    (digest, word), tx, service = found, turn.tx, turn.service
    where = await posting.digest_channels(tx, service)
    languages = {turn.language, *where}
    corrected = await _count_again(tx, service, digest)
    was = await _texts(tx, service, digest, languages)
    now = await _texts(tx, service, corrected, languages)
    changed = {language: changed_lines(was[language], now[language]) for language in languages}
    day = digest_reader(service, turn.language).day(digest.day)
    if not where or not changed[turn.language]:
        tx.digests.put(digest)
        turn.reply("reissue-same" if where else "reissue-nowhere", date=day)
    elif word != YES:
        tx.digests.put(digest)
        lines = [
            turn.say("reissue-ask", date=day),
            *_change_lines(service, turn.language, changed[turn.language]),
        ]
        button = Button(
            turn.say("button-reissue-yes"), f"reissue:{digest.day.toordinal()}:{YES}", Style.SUCCESS
        )
        turn.show(Presentation("\n".join(lines), ((button,),), protect=True))
    else:
        before = await posting.postings_of(tx, digest.day)
        number = max((earlier.number for earlier in before), default=0) + 1
        posted_at = max((earlier.made_at for earlier in before), default=digest.covers_to)

        def remarks(language: str) -> list[str]:
            at = digest_reader(service, language).moment(posted_at)
            said = service.words.say(language, "reissue-corrected", time=at)
            return [said, *_change_lines(service, language, changed[language])]

        await posting.post_digest(tx, service, digest.day, remarks, number=number)
        turn.reply_in_place("reissue-done", date=day)


async def _count_again(tx: Transaction, service: Service, digest: Digest) -> Digest:
    """The same hours, as they are known now."""
    last = await digest_figures.newest_digest(tx, before=digest.day)
    return replace(
        digest, figures=figures_to_data(await digest_figures.count(tx, service, last, digest.covers_to))
    )


async def _texts(tx: Transaction, service: Service, digest: Digest, languages: set[str]) -> dict[str, str]:
    """How it reads; from now on its figures are these, until they are put back."""
    tx.digests.put(digest)
    return {language: (await make_edition(tx, service, digest.day, language)).whole for language in languages}


def _change_lines(service: Service, language: str, changed: Sequence[ChangedLine]) -> list[str]:
    def say(key: str, **values: str | int) -> str:
        return service.words.say(language, f"reissue-{key}", **values)

    lines = [
        say("line", now=change.now or say("nothing"), was=change.was or say("nothing")) for change in changed
    ]
    more = [say("more", count=len(lines) - CHANGES_SHOWN)] if lines[CHANGES_SHOWN:] else []
    return [*lines[:CHANGES_SHOWN], *more]
