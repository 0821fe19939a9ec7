"""What one reader of the digest gets: the words, and the picture if one can be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.digest.reader import Reader
from bot.core.digest.text import digest_text
from handlers.daily import counting
from handlers.service import Service
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Edition:
    """One post. Beside a picture the text fits into its caption, else into one message."""

    text: str
    picture: bytes | None  # PNG


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

    ``remarks``: lines below its title (that it is repeated, late, corrected).
    """
    counted, _ = await counting.as_of(tx, service, day)
    text = digest_text(counted, reader(service, language), day, room=service.everywhere.text, remarks=remarks)
    return Edition(text, None)


def reader(service: Service, language: str) -> Reader:
    """Who reads it."""
    return Reader(
        service.words,
        language,
        service.zone,
        lambda place: service.gazetteer.name(place, language) if service.gazetteer.knows(place) else place,
    )
