"""What one reader of the digest gets: the words, the picture if one can be drawn, and what only coordinators read beside
it.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from msgspec import Struct

from core.digest.channel_text import DigestReader, count_lines, digest_text
from core.digest.coordinators_text import coordinators_text
from core.digest.figures import DigestFigures
from core.digest.picture_sheet import DigestSheet, make_sheet
from handlers.cards.case_lines import drill_line
from handlers.daily import digest_figures
from handlers.duty import coverage
from handlers.people import on_call
from handlers.people.readers import unreachable_ids
from handlers.service import Service
from storage.schema import drills
from storage.transaction import Transaction


class Edition(Struct, frozen=True):
    """One post. Beside a picture the text fits into its caption; ``whole`` is what a message of words alone says."""

    text: str
    picture: DigestSheet | None  # drawn when it leaves
    whole: str


async def make_edition(
    tx: Transaction,
    service: Service,
    day: date,
    language: str,
    *,
    weekly: bool = False,
    remarks: Sequence[str] = (),
) -> Edition:
    """The digest of a day, as it was counted, or as it would be now; ``weekly``: for the seven days that end with it.

    ``remarks``: lines below its title (that it is repeated, late, corrected). If they leave no room for the numbers in a
    caption, there is no picture.
    """
    counted = await (digest_figures.of_week if weekly else digest_figures.of_day)(tx, service, day)
    reads = digest_reader(service, language)
    says = partial(digest_text, counted, reads, day, weekly=weekly, remarks=remarks)
    whole, caption = says(room=service.everywhere.text), says(room=service.everywhere.caption)
    if not service.font or not all(line in caption for line in count_lines(counted, reads)):
        return Edition(whole, None, whole)
    return Edition(caption, make_sheet(counted, reads, day, weekly=weekly), whole)


def digest_reader(service: Service, language: str) -> DigestReader:
    """Who reads it."""
    return DigestReader(
        service.words,
        language,
        service.zone,
        lambda place: service.gazetteer.name(place, language) if service.gazetteer.knows(place) else place,
    )


async def coordinators_part(
    tx: Transaction, service: Service, counted: DigestFigures, day: date, language: str
) -> str:
    """Unmet need, response times, who is on duty tonight, who cannot be reached, who bore how much."""
    members = await tx.members.by(suspended_at=None)
    away = await unreachable_ids(tx, members)
    last = await tx.drills.select(drills.c.ended_at.is_not(None), order_by=drills.c.id.desc(), limit=1)
    planned = on_call.schedule_of(service, members, away)
    there = coverage.on_duty_tonight(planned, tx.now)
    text = coordinators_text(
        counted,
        digest_reader(service, language),
        day,
        on_duty=there,
        unreachable=[m for m in members if m.id in away],
        tonight=await coverage.tonight_by_region(tx, planned, there),
    )
    said = [
        service.words.say(language, "digest-drill", drill=drill_line(service, language, drill))
        for drill in last
    ]
    shares = await coverage.duty_shares(tx, service, members)
    if shares:
        said.append(coverage.shares_line(service, language, shares))
    return "\n".join([text, *said])
