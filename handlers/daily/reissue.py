"""A digest is posted once more with what is known now: a new message that says what it corrects, never a silent edit.

It covers the same hours. What reads otherwise is shown to the coordinator before, and to readers below the title.
"""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from bot.core.digest.changes import Change, changes
from bot.core.digest.figures_data import to_data
from bot.core.model import Digest
from bot.core.presentation import Button, Presentation, Style
from handlers.daily import channels, counting, posting
from handlers.daily.edition import edition, reader
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

SHOWN = 6  # lines that read otherwise
YES = "yes"


async def asked(turn: Turn, argument: str) -> tuple[Digest, str] | None:
    """``number`` of the day, or ``number:yes``: a digest that was posted."""
    number, _, word = argument.partition(":")
    ordinal = id_in(number)
    if ordinal is None or ordinal > date.max.toordinal() or word not in ("", YES):
        return None
    digest = await turn.tx.digests.get(date.fromordinal(ordinal))
    return (digest, word) if digest is not None else None


async def on_asked(turn: Turn, found: tuple[Digest, str]) -> None:
    """*Correct*: what would read otherwise; then *Post the correction*. Where nothing does, nothing is posted."""
    (digest, word), tx, service = found, turn.tx, turn.service
    where = await channels.of(tx, service)
    languages = {turn.language, *where}
    corrected = await _counted_again(tx, service, digest)
    was = await _texts(tx, service, digest, languages)
    now = await _texts(tx, service, corrected, languages)
    changed = {language: changes(was[language], now[language]) for language in languages}
    day = reader(service, turn.language).day(digest.day)
    if not where or not changed[turn.language]:
        tx.digests.put(digest)
        turn.reply("reissue-same" if where else "reissue-nowhere", date=day)
    elif word != YES:
        tx.digests.put(digest)
        lines = [turn.say("reissue-ask", date=day), *_lines(service, turn.language, changed[turn.language])]
        button = Button(
            turn.say("button-reissue-yes"), f"reissue:{digest.day.toordinal()}:{YES}", Style.SUCCESS
        )
        turn.show(Presentation("\n".join(lines), ((button,),), protect=True))
    else:
        before = await posting.of(tx, digest.day)
        number = max((one.number for one in before), default=0) + 1
        posted_at = max((one.made_at for one in before), default=digest.covers_to)

        def remarks(language: str) -> list[str]:
            at = reader(service, language).moment(posted_at)
            said = service.words.say(language, "reissue-corrected", time=at)
            return [said, *_lines(service, language, changed[language])]

        await posting.post(tx, service, digest.day, remarks, number=number)
        turn.reply_in_place("reissue-done", date=day)


async def _counted_again(tx: Transaction, service: Service, digest: Digest) -> Digest:
    """The same hours, as they are known now."""
    last = await counting.newest(tx, before=digest.day)
    return replace(digest, figures=to_data(await counting.count(tx, service, last, digest.covers_to)))


async def _texts(tx: Transaction, service: Service, digest: Digest, languages: set[str]) -> dict[str, str]:
    """How it reads; from now on its figures are these, until they are put back."""
    tx.digests.put(digest)
    return {one: (await edition(tx, service, digest.day, one)).whole for one in languages}


def _lines(service: Service, language: str, changed: Sequence[Change]) -> list[str]:
    def say(key: str, **values: str | int) -> str:
        return service.words.say(language, f"reissue-{key}", **values)

    lines = [say("line", now=one.now or say("nothing"), was=one.was or say("nothing")) for one in changed]
    more = [say("more", count=len(lines) - SHOWN)] if lines[SHOWN:] else []
    return [*lines[:SHOWN], *more]
