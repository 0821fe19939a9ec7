"""What we did about a case, in a reader's language: its timeline, each line with its time, who did it, and why.

Why somebody was asked, and whether that has reached their phone, as its messenger tells; of one that does not tell, nothing
is said. What a station answered, and which clock of the law was over.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from core.casework.ownership import has_case
from core.folding import inert_line
from core.model import Case, Offer, TimelineEntry
from core.presentation import Presentation
from core.timeline import TimelineKind
from core.traffic import Card
from core.vocabulary import CaseState
from handlers.cards import case_lines
from handlers.cards.case_card import why_handed_over
from handlers.cards.case_lists import lines_on_page, page_buttons
from handlers.cards.fact_lines import shorten
from handlers.cards.paper_names import paper_name
from handlers.cards.stub import stub
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
OVERRUNS_TOLD = (
    TimelineKind.OVERRUN,
    TimelineKind.OVERRUN_ENDED,
    TimelineKind.OVERRUN_VOID,
)  # lines of the timeline
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
    offers = {(offer.member_id, offer.offered_at): offer for offer in await tx.alerts.by(case_id=case.id)}
    found = []
    for line in await tx.timeline.by(case_id=case.id):
        of_line = (line.details.get("member", 0), line.at)
        offer = offers.get(of_line) if line.kind is TimelineKind.OFFERED else None
        reached = delivery_words(service, language, case, offer) if offer is not None else []
        names = [*await _member_names(tx, line), *reached]
        found.append((line, _entry_line(service, language, case, line, names, longest)))
    return found


def forgotten_line(service: Service, language: str, case: Case) -> str:
    """Names and words of the case are forgotten, since when."""
    assert case.forgotten_at is not None
    return service.words.say(
        language, "case-forgotten", code=case.code, day=case_lines.date_words(service, case.forgotten_at)
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
    if "duty" in line.details:  # why the member who was asked is on duty
        because = str(line.details["duty"]).replace("_", "-")
        what = f"{what} ({service.words.say(language, f'duty-why-{because}')})"
    text = f"{case_lines.local_time(line.at, zone, service.zone)} {what if longest is None else shorten(what, longest)}"
    return " · ".join([text, *names])


def _entry_words(service: Service, language: str, zone: ZoneInfo, line: TimelineEntry) -> str:
    if line.kind is TimelineKind.OFFERED:
        return why_offered(service, language, line.details)
    if line.kind in (TimelineKind.UNDELIVERED, TimelineKind.ASKED_ELSEWHERE):
        return asked_elsewhere(service, language, line)
    key = f"line-{line.kind.replace('_', '-')}"
    return service.words.say(language, key, why=_reason_words(service, language, zone, line))


def _reason_words(service: Service, language: str, zone: ZoneInfo, line: TimelineEntry) -> str:
    if line.kind is TimelineKind.HANDING:
        return why_handed_over(service, language, line)
    if line.kind in (TimelineKind.READ_BEFORE, TimelineKind.ANSWERED_BEFORE):
        return case_lines.local_time(datetime.fromisoformat(line.details["at"]), zone, service.zone)
    if line.kind is TimelineKind.PLACED:
        return service.gazetteer.name(str(line.details["place"]), language)
    if line.kind in PAPERS:
        return paper_name(service, language, str(line.details["paper"]))
    if line.kind is TimelineKind.HOLD_ENDS:
        return case_lines.date_words(service, datetime.fromisoformat(line.details["until"]))
    if line.kind in LINKS:
        return str(line.details["code"])
    if line.kind is TimelineKind.STATION_RUNG:
        return call_words(service, language, zone, line.details)
    detail = SPOKEN.get(line.kind, "reason")
    if line.kind is TimelineKind.CONSENT_DECIDED:
        use, answer = line.details["use"], line.details["answer"]
        return service.words.say(language, f"consents-{use}-{answer}")
    if line.kind in OVERRUNS_TOLD:
        return overrun_words(service, language, zone, line.details)
    given = str(line.details.get(detail, ""))
    if line.kind in SPOKEN:
        spoken = service.words.say(language, f"{detail}-{given.replace('_', '-')}")
        reason = inert_line(str(line.details.get("reason", ""))) if detail != "reason" else ""
        return ": ".join(filter(None, [spoken, reason]))
    return inert_line(given)


async def _member_names(tx: Transaction, line: TimelineEntry) -> list[str]:
    found = [
        await tx.members.get(id) for id in dict.fromkeys((line.actor_id, line.details.get("member"))) if id
    ]
    return [member.name for member in found if member is not None]


def why_offered(service: Service, language: str, details: Mapping[str, Any]) -> str:
    """As whom, and what spoke for and against them. Lines of an earlier version tell no more than that."""
    say, ask = service.words.say, details.get("ask")
    if ask is None:
        return say(language, "line-offered")
    sort = say(language, f"asked-as-{str(ask).replace('_', '-')}")
    return say(
        language, "line-offered-why", **{"as": sort, "why": reasons_for_asking(service, language, details)}
    )


def asked_elsewhere(service: Service, language: str, line: TimelineEntry) -> str:
    """Which messenger has not brought it, and through which one they are asked as well."""
    came_from, to = (str(line.details[end]).capitalize() for end in ("from", "to"))
    key = f"line-{line.kind.replace('_', '-')}"
    return service.words.say(language, key, **{"from": came_from, "to": to or "none"})


def reasons_for_asking(service: Service, language: str, details: Mapping[str, Any]) -> str:
    """What speaks for and against somebody, in one line. ``details``: those of a line that says so."""
    say, given = service.words.say, details["why"]
    told = [say(language, f"asked-near-{given['near']}")]
    if km := given.get("km"):
        told.append(say(language, "asked-km", km=km))
    told.append(say(language, "asked-speaks" if given["speaks"] else "asked-speaks-not"))
    if knows := given.get("knows"):
        what = ", ".join(say(language, f"knows-{subject}") for subject in knows)
        told.append(say(language, "asked-knows", what=what))
    if load := given.get("load"):
        told.append(say(language, "asked-load", count=load))
    if given.get("again"):
        told.append(say(language, "asked-again"))
    if plan := details.get("plan"):
        told.append(say(language, "asked-plan", plan=plan))
    return "; ".join(told)


def delivery_words(service: Service, language: str, case: Case, alert: Offer) -> list[str]:
    """When it was delivered, and when read; or that it is not, where others were asked because of it."""
    zone = case_lines.zone_of(service, case)
    known = {"delivered": alert.delivered_at, "read": alert.read_at}
    found = [
        service.words.say(language, f"receipt-{what}", time=f"{at.astimezone(zone):%H:%M}")
        for what, at in known.items()
        if at is not None
    ]
    return [service.words.say(language, "receipt-none")] if alert.is_unheard else found


def overrun_words(service: Service, language: str, zone: ZoneInfo, details: Mapping[str, Any]) -> str:
    """An overrun as the timeline keeps it: which clock, its article and end, by how much, from when."""
    row = next((row for row in service.law if row.id == details["clock"]), None)
    named = [row.names[language], *row.articles[language]] if row is not None else [str(details["clock"])]
    hours, minutes = divmod(int(details["minutes"]), 60)
    times = {
        name: case_lines.local_time(datetime.fromisoformat(details[name]), zone, service.zone)
        for name in ("due", "start")
    }
    span = service.words.say(language, "clock-span", days=0, hours=hours, minutes=minutes)
    text = service.words.say(language, "clock-told", what=", ".join(named), span=span, **times)
    doubts = [service.words.say(language, f"clock-doubt-{doubt}") for doubt in details["doubts"]]
    return " · ".join([text, *doubts])


def call_words(service: Service, language: str, zone: ZoneInfo, details: Mapping[str, Any]) -> str:
    """In a reader's language, as it was written down."""
    again = str(details.get("again", ""))
    later = case_lines.local_time(datetime.fromisoformat(again), zone, service.zone) if again else ""
    return service.words.say(
        language,
        f"rung-{details['said']}",
        station=inert_line(str(details["station"])),
        phones=", ".join(map(str, details.get("phones", ()))),
        again=later,
    )
