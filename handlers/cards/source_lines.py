"""Who tells of a case, where several do: each source with its time, and what it says otherwise than what counts."""

from bot.core.casework.describe import CaseView
from bot.core.casework.kinds import KINDS, Rule
from bot.core.casework.linking import together
from bot.core.casework.rules import Fact
from bot.core.folding import inert
from bot.core.model import Case, Report
from bot.core.presentation import Button, Rows, in_rows
from bot.core.values import People, Place
from handlers.cards import case_lines
from handlers.cards.fact_lines import Reading, cut, fact_text
from handlers.cards.relation import relation
from handlers.service import Service
from storage.transaction import Transaction

SHOWN, SAID = 8, 100  # sources; characters of what one says otherwise
SINGLE = (Rule.SUREST, Rule.NEWEST, Rule.EARLIEST)  # of several values one counts


async def relations(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """Who the reporters are to the person; one who has not said it is a reporter."""
    return [await relation(tx, service, language, one) for one in await tx.reports.by(case_id=case.id)]


async def lines(tx: Transaction, service: Service, language: str, case: Case, view: CaseView) -> list[str]:
    """Nothing, where there is one source only."""
    reports = await tx.reports.by(case_id=case.id)
    if len(reports) < 2:
        return []
    reading = Reading(service, language, case, view, case_lines.zone_of(service, case))
    told = [service.words.say(language, "sources-head", count=len(reports))]
    for number, report in enumerate(reports[:SHOWN], 1):
        time = case_lines.local(report.opened_at or report.created_at, reading.zone, service.zone)
        who = await relation(tx, service, language, report)
        line = service.words.say(language, "sources-line", number=number, who=who, time=time)
        otherwise = "; ".join(_otherwise(reading, report))
        told.append(f"{line}: {cut(otherwise, SAID)}" if otherwise else line)
    return told


async def rows(tx: Transaction, service: Service, language: str, case: Case) -> Rows:
    """For coordinators: what was linked can come back."""
    reports = (await tx.reports.by(case_id=case.id))[:SHOWN]
    links = [link for report in reports for link in await tx.links.by(report_id=report.id)]
    alive = {link.report_id: link for link in links if link.ended_at is None}
    buttons, seen = [], set[int]()
    for number, report in enumerate(reports, 1):
        act = together(links, alive[report.id]) if report.id in alive else []
        if act and act[0].id not in seen:
            seen.add(act[0].id)
            label = service.words.say(language, "button-unlink", number=number)
            buttons.append(Button(label, f"unlink:{act[0].id}"))
    return in_rows(buttons)


def _otherwise(reading: Reading, report: Report) -> list[str]:
    """What it says that does not count, because another is surer, newer, or earlier."""
    found = []
    for kind, fact in reading.view.facts.items():
        row = KINDS[kind]
        if row.rule not in SINGLE or kind == "link":
            continue
        theirs = [other for other in fact.others if other.claim.report_id == report.id]
        if (
            kind == "ongoing"
        ):  # whoever says "over" and whoever says "still held" both count, and both are read
            said = reading.view.said.get((kind, None), ())
            theirs = [one for one in said if one.claim.report_id == report.id][-1:]
        found += [_words(reading, kind, other) for other in theirs]
        found = [text for text in found if text != _words(reading, kind, fact)]
    return [text for text in dict.fromkeys(found) if text]


def _words(reading: Reading, kind: str, fact: Fact) -> str:
    if isinstance(fact.value, People):
        return reading.say("source-count", count=str(fact.value.count)) if fact.value.count else ""
    if isinstance(fact.value, Place):
        place, known = fact.value.city or fact.value.region, reading.service.gazetteer.knows
        return reading.service.gazetteer.name(place, reading.language) if place and known(place) else ""
    text = inert(fact_text(reading, KINDS[kind], fact.value))
    label = f"case-{kind.replace('_', '-')}"
    return reading.say(label, value=text) if text and KINDS[kind].on_card else text
