"""The letter as it would be made now: its tree, what it lacks, and what whoever signs should know."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from bot.core.model import Member
from bot.core.papers.choices import Choices
from bot.core.papers.dossier import Dossier
from bot.core.papers.drafting import lacking
from bot.core.papers.letter import letter, silent
from bot.core.papers.made import Paper
from bot.core.papers.mentions import mentions
from bot.core.papers.telling import Told
from handlers.letters.around import around
from handlers.letters.draft import KIND
from handlers.letters.told import idiom_of, told_of
from handlers.papers import offices
from handlers.service import Service
from storage.transaction import Transaction


class Built(Struct, frozen=True):
    """In one language. ``lacking``: paths without which it is not whole; ``betrays``: its title names somebody who may not
    be named, and is left out; ``day``: on which it is made, ``date`` in words.
    """

    told: list[Told]
    earlier: list[Told]
    dossier: Dossier
    lacking: list[str]
    betrays: bool
    day: date
    date: str


async def built(
    tx: Transaction, service: Service, member: Member, paper: Paper, choices: Choices, language: str
) -> Built:
    """``member`` makes it, in the first city of theirs."""
    told = await told_of(tx, service, choices.cases, language)
    earlier = await told_of(tx, service, choices.earlier, language)
    hidden = [name for one in (*told, *earlier) for name in one.hidden]
    told, earlier = (silent(some, hidden, service.name_rules) for some in (told, earlier))
    betrays = mentions(choices.occasion.get(language, ""), hidden, service.name_rules)
    if betrays:
        choices = replace(choices, occasion={**choices.occasion, language: ""})
    incident = await tx.incidents.get(paper.incident_id) if paper.incident_id is not None else None
    pattern = incident.pattern if incident is not None else None
    city = member.cities[0] if member.cities else ""
    day = offices.today(tx, service)
    beside = around(service, choices, told, day, city, pattern, language)
    dossier = letter(told, earlier, choices, beside, language, idiom_of(service, language).say)
    kind = service.papers.kinds.get(KIND)
    needed = kind.required if kind is not None else ()
    return Built(told, earlier, dossier, lacking(dossier, needed), betrays, day, beside.date)
