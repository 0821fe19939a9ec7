"""Cases that may be about somebody whom a stranger asks for."""

from datetime import timedelta

from bot.core.looked_for import LookUp
from bot.core.matching.blocks import Known
from bot.core.matching.evidence import Likeness
from bot.core.matching.tokens import born_in, tokens
from bot.core.model import Dialogue
from bot.core.values import Contact, Place
from handlers.casework.likely import Candidate, like
from handlers.forms.dialogues import state_of
from handlers.service import Service
from storage.transaction import Transaction

SHOWN = 3
BEFORE = 3  # days before the question on which somebody may have been taken


async def of(tx: Transaction, service: Service, one: LookUp, dialogue: Dialogue | None) -> list[Candidate]:
    """The likeliest first. A name without a city, a phone or a year of birth finds nobody."""
    best: dict[int, Candidate] = {}
    for sought in _sought(service, one, dialogue):
        for candidate in await like(tx, service, sought):
            known = best.get(candidate.case.id)
            if known is None or known.compared.score < candidate.compared.score:
                best[candidate.case.id] = candidate
    ordered = sorted(best.values(), key=lambda c: (c.compared.likeness is Likeness.MAYBE, -c.compared.score))
    return ordered[:SHOWN]


def _sought(service: Service, one: LookUp, dialogue: Dialogue | None) -> list[Known]:
    told = state_of(dialogue).answers if dialogue is not None else {}
    place = told["place"].value if "place" in told else None
    contact = told["contact"].value if "contact" in told else None
    where = (place.city or place.region) if isinstance(place, Place) else None
    phones = (contact.phone,) if isinstance(contact, Contact) and contact.phone else ()
    asked = one.created_at.astimezone(service.zone).date()
    days = tuple(asked - timedelta(days=n) for n in range(BEFORE + 1))
    names = one.names or ("",)
    return [Known(tokens(name, service.name_rules), where, days, phones, born_in(name)) for name in names]
