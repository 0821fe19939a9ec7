"""What one reader of the digest gets: the words, and the picture if one can be drawn."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from msgspec import Struct

from bot.core.digest.reader import Reader
from bot.core.digest.sheet import Sheet, sheet
from bot.core.digest.text import counts, digest_text
from handlers.daily import counting
from handlers.service import Service
from storage.transaction import Transaction


class Edition(Struct, frozen=True):
    """One post. Beside a picture the text fits into its caption; ``whole`` is what a message of words alone says."""

    text: str
    picture: Sheet | None  # drawn when it leaves
    whole: str


async def edition(
    tx: Transaction,
    service: Service,
    day: date,
    language: str,
    *,
    weekly: bool = False,
    remarks: Sequence[str] = (),
) -> Edition:
    """The digest of a day, as it was counted, or as it would be now; ``weekly``: of the seven days that end with it.

    ``remarks``: lines below its title (that it is repeated, late, corrected). Where they leave a caption no room for the
    numbers, there is no picture.
    """
    counted = await (counting.of_week if weekly else counting.of_day)(tx, service, day)
    reads = reader(service, language)
    says = partial(digest_text, counted, reads, day, weekly=weekly, remarks=remarks)
    whole, caption = says(room=service.everywhere.text), says(room=service.everywhere.caption)
    if not service.font or not all(line in caption for line in counts(counted, reads)):
        return Edition(whole, None, whole)
    return Edition(caption, sheet(counted, reads, day, weekly=weekly), whole)


def reader(service: Service, language: str) -> Reader:
    """Who reads it."""
    return Reader(
        service.words,
        language,
        service.zone,
        lambda place: service.gazetteer.name(place, language) if service.gazetteer.knows(place) else place,
    )
