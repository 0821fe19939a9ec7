"""What we did about a case, in a reader's language: its timeline, each line with its time, who did it, and why."""

from datetime import datetime
from zoneinfo import ZoneInfo

from core.casework.ownership import has_case
from core.folding import inert_line
from core.model import Case, TimelineEntry
from core.presentation import Presentation
from core.timeline import TimelineKind
from core.traffic import Card
from core.vocabulary import CaseState
from handlers.cards import case_lines, clock_lines, legal_hold, offer_lines, ownership_lines, station_lines
from handlers.cards.case_card import stub
from handlers.cards.case_lists import lines_on_page, page_buttons
from handlers.cards.fact_lines import shorten
from handlers.cards.paper_names import paper_name
from handlers.people.membership import active_members_at
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

CARD = "history"
NEWEST = 999  # the page that a card begins with: the last there is
LONGEST = 240  # units of one line's words, so that a page fits a message

SPOKEN = {
    TimelineKind.REASON: "reason",
    TimelineKind.CLOSED: "outcome",
    TimelineKind.CODED: "act",
    TimelineKind.VERIFIED: "verification",
    TimelineKind.ASSESSED: "reliability",
    TimelineKind.RANG_BACK: "rang",
    TimelineKind.JOKE: "joke",
    TimelineKind.SILENCE: "returns",
    TimelineKind.SECOND_WANTED: "answer",
    TimelineKind.PROCEEDING: "step",
    TimelineKind.PROCEEDING_VOID: "step",
    TimelineKind.INTERVENTION: "written",
    TimelineKind.FORGOTTEN: "forgotten",
}  # details that have words of their own
PAPERS = (
    TimelineKind.PAPER_MADE,
    TimelineKind.PAPER_ASKED,
    TimelineKind.PAPER_AGREED,
    TimelineKind.PAPER_REFUSED,
)  # whose details say which
LINKS = (
    TimelineKind.LINKED_AWAY,
    TimelineKind.UNLINKED,
    TimelineKind.LINKED,
    TimelineKind.PARTED,
)  # whose details name the other case


async def history_lines(
    tx: Transaction, service: Service, language: str, case: Case, longest: int | None = None
) -> list[str]:
    """The head and every line, oldest first; where the chain is broken, a mark, and at the end that it is. Names members."""
    broken = await timeline.first_broken_line(tx, case)
    told = [service.words.say(language, "history-head", code=case.code)]
    if case.forgotten_at is not None:
        told.append(forgotten_line(service, language, case))
    for line, text in await timeline_lines(tx, service, language, case, longest):
        mark = "⚠️ " if broken is not None and line is broken.line else ""
        told.append(mark + text)
    if broken is not None:
        told.append(service.words.say(language, "history-broken"))
    return told


async def timeline_lines(
    tx: Transaction, service: Service, language: str, case: Case, longest: int | None = None
) -> list[tuple[TimelineEntry, str]]:
    """Each line with its text, oldest first."""
    alerts = {(one.member_id, one.offered_at): one for one in await tx.alerts.by(case_id=case.id)}
    found = []
    for line in await tx.timeline.by(case_id=case.id):
        alert = (
            alerts.get((line.details.get("member", 0), line.at))
            if line.kind is TimelineKind.OFFERED
            else None
        )
        reached = offer_lines.delivery_words(service, language, case, alert) if alert is not None else []
        names = [*await _member_names(tx, line), *reached]
        found.append((line, _entry_line(service, language, case, line, names, longest)))
    return found


def forgotten_line(service: Service, language: str, case: Case) -> str:
    """Names and words of the case are forgotten, since when."""
    assert case.forgotten_at is not None
    return service.words.say(
        language, "case-forgotten", code=case.code, day=legal_hold.date_words(service, case.forgotten_at)
    )


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A card that follows what is done, for a coordinator who has the case open before them; the newest page stays so."""
    case = await tx.cases.get(card.subject_id)
    language = await language_of(tx, service, card.address_id)
    if case is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    if not await _has_open(tx, case, card.address_id):
        return stub(service, language, "history-shut", code=case.code)
    head, *told = await history_lines(tx, service, language, case, LONGEST)
    shown = "\n".join([head, *lines_on_page(told, card)])
    return Presentation(shown, page_buttons(len(told), card), protect=True)


async def _has_open(tx: Transaction, case: Case, address_id: int) -> bool:
    if await tx.cards.by(subject="case", subject_id=case.id, address_id=address_id):
        return True
    members = await active_members_at(tx, address_id)
    return case.state is CaseState.ACCEPTED and any(has_case(case, member.id) for member in members)


def _entry_line(
    service: Service,
    language: str,
    case: Case,
    line: TimelineEntry,
    names: list[str],
    longest: int | None = None,
) -> str:
    """When, what and why, and who."""
    zone = case_lines.zone_of(service, case)
    if line.emptied is not None:
        return f"{case_lines.local_time(line.at, zone, service.zone)} {service.words.say(language, 'line-emptied')}"
    what = _entry_words(service, language, zone, line)
    if "duty" in line.details:  # why whoever was asked is on duty
        because = str(line.details["duty"]).replace("_", "-")
        what = f"{what} ({service.words.say(language, f'duty-why-{because}')})"
    text = f"{case_lines.local_time(line.at, zone, service.zone)} {what if longest is None else shorten(what, longest)}"
    return " · ".join([text, *names])


def _entry_words(service: Service, language: str, zone: ZoneInfo, line: TimelineEntry) -> str:
    if line.kind is TimelineKind.OFFERED:
        return offer_lines.why_offered(service, language, line.details)
    if line.kind in (TimelineKind.UNDELIVERED, TimelineKind.ASKED_ELSEWHERE):
        return offer_lines.asked_elsewhere(service, language, line)
    key = f"line-{line.kind.replace('_', '-')}"
    return service.words.say(language, key, why=_reason_words(service, language, zone, line))


def _reason_words(service: Service, language: str, zone: ZoneInfo, line: TimelineEntry) -> str:
    if line.kind is TimelineKind.HANDING:
        return ownership_lines.why_handed_over(service, language, line)
    if line.kind in (TimelineKind.READ_BEFORE, TimelineKind.ANSWERED_BEFORE):
        return case_lines.local_time(datetime.fromisoformat(line.details["at"]), zone, service.zone)
    if line.kind is TimelineKind.PLACED:
        return service.gazetteer.name(str(line.details["place"]), language)
    if line.kind in PAPERS:
        return paper_name(service, language, str(line.details["paper"]))
    if line.kind is TimelineKind.HOLD_ENDS:
        return legal_hold.date_words(service, datetime.fromisoformat(line.details["until"]))
    if line.kind in LINKS:
        return str(line.details["code"])
    if line.kind is TimelineKind.STATION_RUNG:
        return station_lines.call_words(service, language, zone, line.details)
    detail = SPOKEN.get(line.kind, "reason")
    if line.kind is TimelineKind.CONSENT_DECIDED:
        use, answer = line.details["use"], line.details["answer"]
        return service.words.say(language, f"consents-{use}-{answer}")
    if line.kind in clock_lines.OVERRUNS_TOLD:
        return clock_lines.overrun_words(service, language, zone, line.details)
    given = str(line.details.get(detail, ""))
    if line.kind in SPOKEN:
        return service.words.say(language, f"{detail}-{given.replace('_', '-')}")
    return inert_line(given)


async def _member_names(tx: Transaction, line: TimelineEntry) -> list[str]:
    found = [
        await tx.members.get(id) for id in dict.fromkeys((line.actor_id, line.details.get("member"))) if id
    ]
    return [member.name for member in found if member is not None]
