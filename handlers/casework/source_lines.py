"""Who tells of a case, where several do: each source with its time, and what it says otherwise than what counts.

On the card of a case: that somebody writes with a code of it, not proved; coordinators can say that it is them.

How a source is called on cards: who they are to the person, never by a name.

How sure the sources of a case are, as members have said it: for those who see the case whole.
"""

from core.casework.case_view import CaseView
from core.casework.claim_kinds import JOKE, KINDS, RANG_BACK, RELIABILITY, ClaimRule
from core.casework.claims import Fact
from core.folding import inert_line
from core.model import Case, Report
from core.values import People, Place
from core.vocabulary import Role
from handlers.cards import case_lines
from handlers.cards.card_lines import CardReading
from handlers.cards.case_buttons import SOURCES_SHOWN, unproved_guests
from handlers.cards.fact_lines import CaseReading, fact_text, shorten
from handlers.people.warnings import is_warned_of
from handlers.service import Service
from storage.transaction import Transaction


async def guest_lines(reading: CardReading) -> list[str]:
    """Since when somebody writes with a code of the case; nothing if nobody does."""
    found = await unproved_guests(reading.tx, reading.case)
    if not found:
        return []
    since = case_lines.local_time(found[-1].since, reading.zone, reading.service.zone)
    return [reading.say("case-by-code", time=since)]


async def relation_of(tx: Transaction, service: Service, language: str, report: Report) -> str:
    """Who the reporter is to the person; a reporter, where they have not said it."""
    said = [c for c in await tx.claims.by(report_id=report.id) if c.kind == "link" and c.withdrawn_at is None]
    if not said:
        return service.words.say(language, "source-reporter")
    return service.words.say(language, KINDS["link"].option_key(str(said[-1].value)))


SAID = 100  # characters of what a source says otherwise
SINGLE = (ClaimRule.SUREST, ClaimRule.NEWEST, ClaimRule.EARLIEST)  # of several values one counts


async def relations(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """Who the reporters are to the person; one who has not said it is a reporter."""
    return [
        await relation_of(tx, service, language, report) for report in await tx.reports.by(case_id=case.id)
    ]


async def each_source(card: CardReading) -> list[str]:
    """Nothing, where there is one source only."""
    tx, service, language, case = card.tx, card.service, card.language, card.case
    reports = await tx.reports.by(case_id=case.id)
    if len(reports) < 2:
        return []
    reading = CaseReading(service, language, case, card.view, card.zone, taken=card.taken)
    told = [service.words.say(language, "sources-head", count=len(reports))]
    for number, report in enumerate(reports[:SOURCES_SHOWN], 1):
        time = case_lines.local_time(report.opened_at or report.created_at, reading.zone, service.zone)
        who = await relation_of(tx, service, language, report)
        line = service.words.say(language, "sources-line", number=number, who=who, time=time)
        if await is_warned_of(tx, report):
            line = f"{line} · {service.words.say(language, 'source-warned')}"
        otherwise = "; ".join(_differing_words(reading, report))
        told.append(f"{line}: {shorten(otherwise, SAID)}" if otherwise else line)
    return told


def _differing_words(reading: CaseReading, report: Report) -> list[str]:
    """What it says that does not count, because another is surer, newer, or earlier."""
    found = []
    for kind, fact in reading.view.facts.items():
        row = KINDS[kind]
        if row.rule not in SINGLE or kind == "link":
            continue
        theirs = [other for other in fact.others if other.claim.report_id == report.id]
        if (
            kind == "ongoing"
        ):  # those who say "over" and those who say "still held" both count, and both are read
            said = reading.view.said.get((kind, None), ())
            theirs = [other for other in said if other.claim.report_id == report.id][-1:]
        found += [_fact_words(reading, kind, other) for other in theirs]
        found = [text for text in found if text != _fact_words(reading, kind, fact)]
    return [text for text in dict.fromkeys(found) if text]


def _fact_words(reading: CaseReading, kind: str, fact: Fact) -> str:
    if isinstance(fact.value, People):
        return reading.say("source-count", count=str(fact.value.count)) if fact.value.count else ""
    if isinstance(fact.value, Place):
        place, known = fact.value.city or fact.value.region, reading.service.gazetteer.knows
        return reading.service.gazetteer.name(place, reading.language) if place and known(place) else ""
    text = inert_line(fact_text(reading, KINDS[kind], fact.value))
    label = f"case-{kind.replace('_', '-')}"
    return reading.say(label, value=text) if text and KINDS[kind].on_card else text


LOOKED_AT = 20  # earlier reports of one chat, the newest


async def reliability_lines(reading: CardReading) -> list[str]:
    """Of each source of which somebody has said something; for coordinators also what was said of its chat before."""
    tx, service, language = reading.tx, reading.service, reading.language
    case, view, reader = reading.case, reading.view, reading.reader
    found = []
    for number, report in enumerate(await tx.reports.by(case_id=case.id), 1):
        said = reliability_marks(service, language, case, view, report)
        if reader.role is Role.COORDINATOR and (jokes := await _jokes_before(tx, report)):
            said.append(service.words.say(language, "source-joked-before", count=jokes))
        if said:
            who = await relation_of(tx, service, language, report)
            line = service.words.say(language, "source-said", number=number, who=who)
            found.append(f"{line}: {' · '.join(said)}")
    return found


def reliability_marks(
    service: Service, language: str, case: Case, view: CaseView, report: Report
) -> list[str]:
    """How far the report is trusted, whether it may be a joke, and what came of ringing, the newest call alone."""
    say, found = service.words.say, []
    if grade := view.of_source(report.id, RELIABILITY):
        found.append(say(language, KINDS[RELIABILITY].option_key(grade)))
    if view.of_source(report.id, JOKE) == "yes":
        found.append(say(language, "joke-yes"))
    for call in view.history(RANG_BACK, report.id)[-1:]:
        time = case_lines.local_time(call.claim.noted_at, case_lines.zone_of(service, case), service.zone)
        answer = say(language, KINDS[RANG_BACK].option_key(str(call.value)))
        found.append(f"{time} {answer}")
    return found


async def _jokes_before(tx: Transaction, report: Report) -> int:
    """How many other reports of the chat were taken for a joke."""
    others = [other for other in await tx.reports.by(address_id=report.address_id) if other.id != report.id]
    count = 0
    for other in others[-LOOKED_AT:]:
        said = [c for c in await tx.claims.by(report_id=other.id) if c.kind == JOKE]
        count += bool(said) and max(said, key=lambda c: c.id).value == "yes"
    return count
