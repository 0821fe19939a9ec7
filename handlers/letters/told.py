"""What a letter tells of its cases, out of the records as they are now, in one of its languages."""

from collections.abc import Iterable
from datetime import date

from bot.core.casework.columns import zone_of
from bot.core.cited.articles import Citation
from bot.core.papers.sentence import Idiom
from bot.core.papers.telling import Told, told
from bot.resources.charges import charge_of
from bot.resources.cited import load_articles
from handlers.cards.case_view import view_of
from handlers.letters.draft import KIND, is_true
from handlers.service import Service
from storage.transaction import Transaction


async def told_of(tx: Transaction, service: Service, cases: Iterable[int], language: str) -> list[Told]:
    """Each of these cases; those that turned out to be false alarms are left out."""
    idiom, kind, found = idiom_of(service, language), service.papers.kinds.get(KIND), []
    for id in cases:
        case = await tx.cases.get(id)
        if case is not None and kind is not None and is_true(case):
            zone = zone_of(service.gazetteer, service.zone, case.district, case.city, case.region)
            found.append(told(case, await view_of(tx, case), kind, idiom, zone))
    return found


def idiom_of(service: Service, language: str) -> Idiom:
    """Words, places and articles as this language has them."""

    def say(key: str, **values: str | int) -> str:
        return service.words.say(language, key, **values)

    def city(place: str) -> str:
        return service.gazetteer.name(place, language) if service.gazetteer.knows(place) else ""

    def cite(article: str, on: date) -> str:
        return _cited(service, language, article, on)

    return Idiom(language, say, city, cite)


def _cited(service: Service, language: str, article: str, on: date) -> str:
    """As the law of that day is cited; else as it was chosen or typed."""
    try:
        cited = load_articles(service.jurisdiction).cite(article, on)
    except KeyError:
        cited = None
    if isinstance(cited, Citation):
        return cited.text[language]
    charge = charge_of(service.jurisdiction, article)
    return charge.text[language] if charge is not None else article
