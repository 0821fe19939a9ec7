"""What stands around the cases of a letter: rights by the day of the facts, findings, offices by the day of the letter.

An office whose holder is not known for the day is not printed; a treaty argument is printed, and whoever signs is told.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from msgspec import Struct

from bot.core.cited.offices import Addressee, Why
from bot.core.incidents import Pattern
from bot.core.papers.choices import Choices
from bot.core.papers.letter import Around, Row
from bot.core.papers.telling import Told
from bot.resources.cited import load_articles, load_demands, load_findings, load_offices
from handlers.letters.draft import KIND
from handlers.service import Service

SHORT = 6  # hexadecimal digits


class Option(Struct, frozen=True):
    """A row that can be chosen, and the rows of data that its text is made of. ``refused``: why not."""

    id: str
    text: str
    origins: tuple[str, ...] = ()
    refused: Why | None = None

    @property
    def short(self) -> str:
        """For a button, in which little has room."""
        return short(self.id)


def short(id: str) -> str:
    """The same id always gives the same."""
    return sha256(id.encode()).hexdigest()[:SHORT]


def options(service: Service, of: str, day: date, days: Sequence[date], language: str) -> list[Option]:
    """All rows from which a letter of this day, about facts of these days, chooses."""
    country = service.jurisdiction
    if of == "languages":
        kind = service.papers.kinds.get(KIND)
        known = kind.languages if kind is not None else ()
        return [Option(one, service.words.say(language, f"letter-in-{one}")) for one in known]
    if of == "offices":
        return [_office(service, id, day, language) for id in _offices(service)]
    if of == "rights":
        every = (_right(service, id, days or (day,), day, language) for id in load_articles(country).rights)
        return [one for one in every if one.origins]
    if of == "demands":
        return [Option(one.id, one.text[language], (f"demand:{one.id}",)) for one in load_demands(country)]
    return [
        Option(one.id, one.text[language], (f"finding:{one.id}",)) for one in load_findings(country).by(day)
    ]


def around(
    service: Service,
    choices: Choices,
    told: Iterable[Told],
    day: date,
    city: str,
    pattern: Pattern | None,
    language: str,
) -> Around:
    """In the letter's language."""
    days = days_of(told)

    def chosen(of: str) -> list[Row]:
        known = {one.id: one for one in options(service, of, day, days, language)}
        wanted = [known[id] for id in getattr(choices, of) if id in known]
        return [Row(one.text, one.origins) for one in wanted if not one.refused]

    return Around(
        organisation=service.organisation,
        date=service.words.say(language, "letter-day", day=str(day.day), month=day.month, year=str(day.year)),
        city=service.gazetteer.name(city, language) if service.gazetteer.knows(city) else "",
        pattern=pattern,
        rights=chosen("rights"),
        findings=chosen("findings"),
        offices=chosen("offices"),
        demands=chosen("demands"),
    )


def days_of(told: Iterable[Told]) -> list[date]:
    """The days of the facts, each once."""
    return sorted({one.on for one in told if one.on is not None})


def cautions(service: Service, choices: Choices, days: Sequence[date], day: date, language: str) -> list[str]:
    """What a lawyer should look at before this is signed."""
    found: dict[str, None] = {}
    for right in choices.rights:
        for on in days or (day,):
            for one in load_articles(service.jurisdiction).for_right(right, on, written=day):
                found |= {one.caution[language]: None} if one.caution else {}
    return list(found)


def _right(service: Service, right: str, days: Sequence[date], day: date, language: str) -> Option:
    """Its articles by the law of the days of the facts, and by that of the letter's day where it is another."""
    articles = load_articles(service.jurisdiction)
    then = {one.text[language]: one for on in days for one in articles.for_right(right, on, written=day)}
    now = {
        one.text[language]: one for one in articles.for_right(right, day) if one.text[language] not in then
    }
    text = ", ".join(then or now)
    if then and now:
        text = service.words.say(language, "letter-now", then=text, now=", ".join(now))
    cited = (*then.values(), *now.values())
    origins = tuple(f"law:{one.id}({one.part})" if one.part else f"law:{one.id}" for one in cited)
    return Option(right, f"{articles.rights[right][language]}: {text}", origins)


def _offices(service: Service) -> tuple[str, ...]:
    kind = service.papers.kinds.get(KIND)
    known = {office.id for office in load_offices(service.jurisdiction)}
    return tuple(id for id in (kind.to if kind is not None else ()) if id in known)


def _office(service: Service, id: str, day: date, language: str) -> Option:
    found = load_offices(service.jurisdiction).of(id, day)
    if isinstance(found, Addressee):
        return Option(id, found.line(language), (f"office:{id}",))
    return Option(id, found.office.names[language], refused=found.why)
