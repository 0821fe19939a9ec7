"""The letter as it would be made now: its tree, what it lacks, and what the person who signs should know.

It tells of its cases out of the records as they are now, in one language; around them are rights by the day of the facts,
findings, and offices by the day of the letter. An office whose holder is not known for the day is not printed; a treaty
argument is printed, and the person who signs is told.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from msgspec import Struct

from core.casework.case_columns import zone_of
from core.cited.articles import Citation
from core.cited.offices import Addressee, NotAddressableReason
from core.model import Member
from core.papers.dossier import Dossier
from core.papers.drafting import lacking_paths
from core.papers.letter import (
    ANSWER,
    OWN,
    LetterChoices,
    LetterFrame,
    LetterRow,
    build_letter,
    silence_hidden,
    silence_typed,
)
from core.papers.letter_cases import LetterCase, LetterLanguage, tell_case
from core.records.papers import Paper
from core.resources.law_files import charge_of, load_articles, load_demands, load_findings, load_offices
from handlers.cards.case_loading import view_of
from handlers.letters.letter_draft import KIND, may_be_told
from handlers.papers import addressees
from handlers.service import Service
from storage.transaction import Transaction

SHORT = 6  # hexadecimal digits
PRINTED = {
    "offices": "addressees",
    "rights": "violated",
    "demands": "demands",
}  # where rows that were typed stand


class LetterOption(Struct, frozen=True):
    """A row that can be chosen, and the rows of data that its text is made of. ``refused``: why not; ``age``: so many days
    ago somebody has looked, where that is long.
    """

    id: str
    text: str
    origins: tuple[str, ...] = ()
    refused: NotAddressableReason | None = None
    age: int = 0

    @property
    def short(self) -> str:
        """For a button, in which little has room."""
        return short_id(self.id)


def short_id(id: str) -> str:
    """The same id always gives the same."""
    return sha256(id.encode()).hexdigest()[:SHORT]


def letter_options(
    service: Service, choices: LetterChoices, of: str, day: date, days: Sequence[date], language: str
) -> list[LetterOption]:
    """All rows from which a letter of this day, about facts of these days, chooses; those that were typed come last."""
    rows = enumerate(choices.typed.get(of, ()))
    own = [
        LetterOption(f"{OWN}{number}", row.get(language, ""), ANSWER)
        for number, row in rows
        if any(row.values())
    ]
    return [*_country_options(service, of, day, days, language), *own]


def _country_options(
    service: Service, of: str, day: date, days: Sequence[date], language: str
) -> list[LetterOption]:
    if of == "languages":
        kind = service.papers.kinds.get(KIND)
        known = kind.languages if kind is not None else ()
        return [
            LetterOption(known_id, service.words.say(language, f"letter-in-{known_id}")) for known_id in known
        ]
    if of == "offices":
        return [
            option for id in _all_offices(service) for option in _office_options(service, id, day, language)
        ]
    if of == "rights":
        every = (
            _right_option(service, id, days or (day,), day, language)
            for id in load_articles(*service.sheets).rights
        )
        return [row for row in every if row.origins]
    if of == "demands":
        return [
            LetterOption(demand.id, demand.text[language], (f"demand:{demand.id}",))
            for demand in load_demands(*service.sheets)
        ]
    return [
        LetterOption(finding.id, finding.text[language], (f"finding:{finding.id}",))
        for finding in load_findings(*service.sheets).by(day)
    ]


def letter_frame(
    service: Service,
    choices: LetterChoices,
    told: Iterable[LetterCase],
    day: date,
    city: str,
    language: str,
) -> LetterFrame:
    """In the letter's language."""
    days = days_of_facts(told)

    def chosen(of: str) -> list[LetterRow]:
        known = {option.id: option for option in letter_options(service, choices, of, day, days, language)}
        wanted = [known[id] for id in getattr(choices, of) if id in known]
        return [
            LetterRow(option.text, option.origins) for option in wanted if option.text and not option.refused
        ]

    return LetterFrame(
        organisation=service.heads[language].name,
        date=service.words.say(language, "letter-day", day=str(day.day), month=day.month, year=str(day.year)),
        city=service.gazetteer.name(city, language) if service.gazetteer.knows(city) else "",
        rights=chosen("rights"),
        findings=chosen("findings"),
        offices=chosen("offices"),
        demands=chosen("demands"),
    )


def days_of_facts(told: Iterable[LetterCase]) -> list[date]:
    """The days of the facts, each once."""
    return sorted({told_case.on for told_case in told if told_case.on is not None})


def letter_cautions(
    service: Service, choices: LetterChoices, days: Sequence[date], day: date, language: str
) -> list[str]:
    """What a lawyer should look at before this is signed."""
    found: dict[str, None] = {}
    for right in choices.rights:
        for on in days or (day,):
            for article in load_articles(*service.sheets).for_right(right, on, written=day):
                found |= {article.caution[language]: None} if article.caution else {}
    return list(found)


def _right_option(
    service: Service, right: str, days: Sequence[date], day: date, language: str
) -> LetterOption:
    """Its articles by the law of the days of the facts, and by that of the letter's day where it is another."""
    articles = load_articles(*service.sheets)
    then = {
        article.text[language]: article
        for on in days
        for article in articles.for_right(right, on, written=day)
    }
    now = {
        article.text[language]: article
        for article in articles.for_right(right, day)
        if article.text[language] not in then
    }
    text = ", ".join(then or now)
    if then and now:
        text = service.words.say(language, "letter-now", then=text, now=", ".join(now))
    cited = (*then.values(), *now.values())
    origins = tuple(
        f"law:{provision.id}({provision.part})" if provision.part else f"law:{provision.id}"
        for provision in cited
    )
    return LetterOption(right, f"{articles.rights[right][language]}: {text}", origins)


def _all_offices(service: Service) -> tuple[str, ...]:
    kind = service.papers.kinds.get(KIND)
    known = {office.id for office in load_offices(*service.sheets)}
    return tuple(id for id in (kind.to if kind is not None else ()) if id in known)


def _office_options(service: Service, id: str, day: date, language: str) -> list[LetterOption]:
    """With its holder if that is known for the day, else without a name. If somebody looked long ago who holds it, both are
    offered, and it is said how long ago: choosing the name says that it is still so.
    """
    found = load_offices(*service.sheets).of(id, day)
    origins = (f"office:{id}",)
    if isinstance(found, Addressee):
        return [LetterOption(id, found.line(language), origins)]
    if found.why is NotAddressableReason.GONE:
        return [LetterOption(id, found.office.names[language], refused=found.why)]
    unnamed = LetterOption(id, found.office.unnamed[language], origins)
    if found.last is None:
        return [unnamed]
    last = Addressee(found.office, found.last)
    return [
        unnamed,
        LetterOption(f"{id}-named", last.line(language), origins, age=(day - found.last.last).days),
    ]


async def letter_cases(
    tx: Transaction, service: Service, cases: Iterable[int], language: str
) -> list[LetterCase]:
    """Each of these cases; those that turned out to be false alarms are left out."""
    idiom, kind, found = letter_language(service, language), service.papers.kinds.get(KIND), []
    for id in cases:
        case = await tx.cases.get(id)
        if case is not None and kind is not None and may_be_told(case):
            zone = zone_of(service.gazetteer, service.zone, case.district, case.city, case.region)
            found.append(tell_case(case, await view_of(tx, case), kind, idiom, zone))
    return found


def letter_language(service: Service, language: str) -> LetterLanguage:
    """Words, places and articles as this language has them."""

    def say(key: str, **values: str | int) -> str:
        return service.words.say(language, key, **values)

    def city(place: str) -> str:
        return service.gazetteer.name(place, language) if service.gazetteer.knows(place) else ""

    def cite(article: str, on: date) -> str:
        return _cited_article(service, language, article, on)

    return LetterLanguage(language, say, city, cite)


def _cited_article(service: Service, language: str, article: str, on: date) -> str:
    """As the law of that day is cited; else as it was chosen or typed."""
    try:
        cited = load_articles(*service.sheets).cite(article, on)
    except KeyError:
        cited = None
    if isinstance(cited, Citation):
        return cited.text[language]
    charge = charge_of(article, *service.sheets)
    return charge.text[language] if charge is not None else article


class BuiltLetter(Struct, frozen=True):
    """In one language. ``lacking``: paths without which it is not whole; ``betrays``: what was typed names somebody who may
    not be named, and is left out; ``day``: on which it is made, ``date`` in words.
    """

    told: list[LetterCase]
    earlier: list[LetterCase]
    dossier: Dossier
    lacking: list[str]
    betrays: bool
    day: date
    date: str


async def prepare_letter(
    tx: Transaction, service: Service, member: Member, paper: Paper, choices: LetterChoices, language: str
) -> BuiltLetter:
    """``member`` makes it, in the first city of theirs."""
    told = await letter_cases(tx, service, choices.cases, language)
    earlier = await letter_cases(tx, service, choices.earlier, language)
    hidden = [name for told_case in (*told, *earlier) for name in told_case.hidden]
    told, earlier = (silence_hidden(some, hidden, service.name_rules) for some in (told, earlier))
    choices, betrays = silence_typed(choices, hidden, service.name_rules, language)
    city = member.cities[0] if member.cities else ""
    day = addressees.organisation_day(tx, service)
    beside = letter_frame(service, choices, told, day, city, language)
    dossier = build_letter(told, earlier, choices, beside, language)
    kind = service.papers.kinds.get(KIND)
    lacking = lacking_paths(dossier, kind.required if kind is not None else ())
    lacking += [
        path
        for of, path in PRINTED.items()
        if path not in lacking and _is_untranslated(choices, of, language)
    ]
    return BuiltLetter(told, earlier, dossier, lacking, betrays, day, beside.date)


def _is_untranslated(choices: LetterChoices, of: str, language: str) -> bool:
    """Whether a row that was typed and chosen has no words in this language."""
    rows = enumerate(choices.typed.get(of, ()))
    return any(f"{OWN}{number}" in getattr(choices, of) and not row.get(language) for number, row in rows)
