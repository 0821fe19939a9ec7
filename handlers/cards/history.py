"""What we did about a case, in a reader's language: its timeline, each line with its time, who did it, and why."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.casework.holding import has
from bot.core.folding import inert
from bot.core.model import Case, Happening
from bot.core.presentation import Presentation
from bot.core.timeline import Line
from bot.core.traffic import Card
from bot.core.vocabulary import CaseState
from handlers.cards import (
    asked_lines,
    case_lines,
    clock_lines,
    delivery_lines,
    hold_lines,
    holding_lines,
    station_lines,
)
from handlers.cards.case_card import stub
from handlers.cards.fact_lines import cut
from handlers.cards.paging import on_page, turning
from handlers.cards.paper_lines import name_of
from handlers.people.membership import active_at
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

CARD = "history"
NEWEST = 999  # the page that a card begins with: the last there is
LONGEST = 240  # units of one line's words, so that a page fits a message

SPOKEN = {
    Line.REASON: "reason",
    Line.CLOSED: "outcome",
    Line.CODED: "act",
    Line.VERIFIED: "verification",
    Line.ASSESSED: "reliability",
    Line.RANG_BACK: "rang",
    Line.JOKE: "joke",
    Line.SILENCE: "returns",
    Line.SECOND_WANTED: "answer",
    Line.PROCEEDING: "step",
    Line.PROCEEDING_VOID: "step",
    Line.INTERVENTION: "written",
    Line.FORGOTTEN: "forgotten",
}  # details that have words of their own
PAPERS = (Line.PAPER_MADE, Line.PAPER_ASKED, Line.PAPER_AGREED, Line.PAPER_REFUSED)  # whose details say which
LINKS = (Line.LINKED_AWAY, Line.UNLINKED, Line.LINKED, Line.PARTED)  # whose details name the other case


async def lines(
    tx: Transaction, service: Service, language: str, case: Case, longest: int | None = None
) -> list[str]:
    """The head and every line, oldest first; where the chain is broken, a mark, and at the end that it is. Names members."""
    broken = await timeline.broken_at(tx, case)
    told = [service.words.say(language, "history-head", code=case.code)]
    if case.forgotten_at is not None:
        told.append(gone(service, language, case))
    for line, text in await entries(tx, service, language, case, longest):
        mark = "⚠️ " if broken is not None and line is broken.line else ""
        told.append(mark + text)
    if broken is not None:
        told.append(service.words.say(language, "history-broken"))
    return told


async def entries(
    tx: Transaction, service: Service, language: str, case: Case, longest: int | None = None
) -> list[tuple[Happening, str]]:
    """Each line with its text, oldest first."""
    alerts = {(one.member_id, one.offered_at): one for one in await tx.alerts.by(case_id=case.id)}
    found = []
    for line in await tx.timeline.by(case_id=case.id):
        alert = alerts.get((line.details.get("member", 0), line.at)) if line.kind is Line.OFFERED else None
        reached = delivery_lines.told(service, language, case, alert) if alert is not None else []
        names = [*await _names(tx, line), *reached]
        found.append((line, _line(service, language, case, line, names, longest)))
    return found


def gone(service: Service, language: str, case: Case) -> str:
    """Names and words of the case are forgotten, since when."""
    assert case.forgotten_at is not None
    return service.words.say(
        language, "case-forgotten", code=case.code, day=hold_lines.day(service, case.forgotten_at)
    )


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A card that follows what is done, for a coordinator who has the case open before them; the newest page stays so."""
    case = await tx.cases.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    if case is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    if not await _has_open(tx, case, card.address_id):
        return stub(service, language, "history-shut", code=case.code)
    head, *told = await lines(tx, service, language, case, LONGEST)
    shown = "\n".join([head, *on_page(told, card)])
    return Presentation(shown, turning(len(told), card), protect=True)


async def _has_open(tx: Transaction, case: Case, address_id: int) -> bool:
    if await tx.cards.by(subject="case", subject_id=case.id, address_id=address_id):
        return True
    members = await active_at(tx, address_id)
    return case.state is CaseState.ACCEPTED and any(has(case, member.id) for member in members)


def _line(
    service: Service, language: str, case: Case, line: Happening, names: list[str], longest: int | None = None
) -> str:
    """When, what and why, and who."""
    zone = case_lines.zone_of(service, case)
    if line.emptied is not None:
        return (
            f"{case_lines.local(line.at, zone, service.zone)} {service.words.say(language, 'line-emptied')}"
        )
    what = _what(service, language, zone, line)
    if "duty" in line.details:  # why whoever was asked is on duty
        because = str(line.details["duty"]).replace("_", "-")
        what = f"{what} ({service.words.say(language, f'duty-why-{because}')})"
    text = (
        f"{case_lines.local(line.at, zone, service.zone)} {what if longest is None else cut(what, longest)}"
    )
    return " · ".join([text, *names])


def _what(service: Service, language: str, zone: ZoneInfo, line: Happening) -> str:
    if line.kind is Line.OFFERED:
        return asked_lines.asked(service, language, line.details)
    if line.kind in (Line.UNDELIVERED, Line.ASKED_ELSEWHERE):
        return asked_lines.elsewhere(service, language, line)
    key = f"line-{line.kind.replace('_', '-')}"
    return service.words.say(language, key, why=_why(service, language, zone, line))


def _why(service: Service, language: str, zone: ZoneInfo, line: Happening) -> str:
    if line.kind is Line.HANDING:
        return holding_lines.why_of(service, language, line)
    if line.kind in (Line.READ_BEFORE, Line.ANSWERED_BEFORE):
        return case_lines.local(datetime.fromisoformat(line.details["at"]), zone, service.zone)
    if line.kind is Line.PLACED:
        return service.gazetteer.name(str(line.details["place"]), language)
    if line.kind in PAPERS:
        return name_of(service, language, str(line.details["paper"]))
    if line.kind is Line.HOLD_ENDS:
        return hold_lines.day(service, datetime.fromisoformat(line.details["until"]))
    if line.kind in LINKS:
        return str(line.details["code"])
    if line.kind is Line.STATION_RUNG:
        return station_lines.told(service, language, zone, line.details)
    detail = SPOKEN.get(line.kind, "reason")
    if line.kind is Line.CONSENT_DECIDED:
        use, answer = line.details["use"], line.details["answer"]
        return service.words.say(language, f"consents-{use}-{answer}")
    if line.kind in clock_lines.OVERRUNS_TOLD:
        return clock_lines.told(service, language, zone, line.details)
    given = str(line.details.get(detail, ""))
    if line.kind in SPOKEN:
        return service.words.say(language, f"{detail}-{given.replace('_', '-')}")
    return inert(given)


async def _names(tx: Transaction, line: Happening) -> list[str]:
    found = [
        await tx.members.get(id) for id in dict.fromkeys((line.actor_id, line.details.get("member"))) if id
    ]
    return [member.name for member in found if member is not None]
