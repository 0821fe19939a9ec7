"""Who hears that reports were linked to another case, or came back: whoever has the case, their reporters, coordinators.

The owner hears what the new source adds, and no word of it; a reporter only where it is another state than they know.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bot.core.casework.describe import CaseView
from bot.core.casework.linking import is_stub
from bot.core.model import Case, Report
from bot.core.presentation import Presentation
from bot.core.traffic import Lane
from bot.core.understanding.later import facts_told
from bot.core.values import Contact, Moment, People, Place, Value
from bot.core.vocabulary import PHONE, AlertState, Asked, AskKind, CaseState, ReportState
from handlers.alerting import asks, second
from handlers.cards import tracking
from handlers.cards.case_view import view_of
from handlers.casework import closed_chats, consents, handed_out, lifecycle, unhurried
from handlers.forms import dialogues
from handlers.outbox import news, sending
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.reporting import found_at, live_card
from handlers.service import Service
from storage.transaction import Transaction

NEWS = {CaseState.ACCEPTED: "news-accepted", CaseState.CLOSED: "news-closed", CaseState.OPEN: "news-lost"}
SAID_BY_FLAG = {"ill": "medicine", "beaten": "injured"}  # the same, told as a fact and as what is urgent
TOLD = (
    "name",
    "started",
    "place",
    "where",
    "taken",
    "contact",
    "count",
)  # kinds of which it is said that they are new
READ = 20  # messages of a report


class Known(Struct, frozen=True):
    """A case before something was linked to it, or parted from it."""

    case: Case
    view: CaseView


async def known(tx: Transaction, case: Case) -> Known:
    """How it is now."""
    return Known(case, await view_of(tx, case))


async def linked(
    tx: Transaction, service: Service, was: Case, into: Case, moved: Sequence[Report], before: Known
) -> None:
    """``was``: the case that the reports fed; ``into``: the one that they feed, as it is with them."""
    for report in moved:
        await _follow(tx, service, was, into, report)
        if found_at.anybody(before.view) and (said := await found_at.said(tx, service, into)):
            await news.tell_one(tx, service, into, report, "stands-found", Asked.LAWYERS, **said)
    await _tell_owner(tx, service, into, moved, before)
    await _look(tx, service, into, before.case)
    left = await tx.cases.get(was.id)
    theirs = was.state is CaseState.ACCEPTED and was.owner_id not in (into.owner_id, into.second_id)
    if theirs and left is not None and is_stub(left):
        await asks.put(tx, service, into, AskKind.TWO_OWNERS, again=True)
    await tracking.touch_case(tx, into.id)


async def parted(
    tx: Transaction, service: Service, case: Case, left: Case, moved: Sequence[Report], before: Known
) -> None:
    """``case``: what the reports feed again; ``left``: the case from which they came back, as it is without them."""
    for report in moved:
        await _follow(tx, service, left, case, report)
        if found_at.anybody(before.view) and not await found_at.said(tx, service, case):
            await news.tell_one(tx, service, case, report, "news-found-other", Asked.LAWYERS)
    await asks.settle(tx, service, left, AskKind.TWO_OWNERS)
    for address_id in await _holders(tx, left):
        language = await language_of(tx, service, address_id)
        text = service.words.say(language, "linking-parted", code=left.code, other=case.code)
        await _write(tx, service, left, address_id, text, sound=True)
    await _look(tx, service, left, before.case)
    await tracking.touch_case(tx, left.id)


async def _follow(tx: Transaction, service: Service, was: Case, case: Case, report: Report) -> None:
    """The report's state, its card and its news are those of its case."""
    closed = case.state is CaseState.CLOSED
    report = tx.reports.put(replace(report, state=ReportState.CLOSED if closed else ReportState.OPEN))
    await live_card.follow(tx, report.id, case.id)
    if closed and was.state is not CaseState.CLOSED:
        await dialogues.end_all(tx, report.id)
        await closed_chats.closed(tx, report)
    elif not closed and was.state is CaseState.CLOSED:
        unhurried.wait(tx, service, case, report.id)
        await consents.wait(tx, report.id)
    if case.state is not was.state:
        key = "news-reopened" if was.state is CaseState.CLOSED and not case.owner_id else NEWS[case.state]
        await news.tell_one(tx, service, case, report, key, await asks.who_is_asked(tx, case))


async def _look(tx: Transaction, service: Service, case: Case, before: Case) -> None:
    """What the case says now may want lawyers, more of them, or others."""
    moved = case.region != before.region and case.region is not None
    if case.state is CaseState.ACCEPTED:
        if moved:
            await asks.put(tx, service, case, AskKind.MOVED, again=True)
        await second.follow(tx, service, before, case)
    elif case.state is CaseState.OPEN and case.alerting:
        if not before.alerting:
            await lifecycle.lawyers_wanted(tx, service, case)
        elif moved or (case.priority == "urgent" and before.priority != "urgent"):
            await lifecycle.changed_so_much(tx, service, case)


async def _tell_owner(
    tx: Transaction, service: Service, case: Case, moved: Sequence[Report], before: Known
) -> None:
    holders = await _holders(tx, case)
    if not holders:
        return
    view = await view_of(tx, case)
    said = [
        str(entry.payload.get("text", ""))
        for report in moved
        for entry in await tx.entries.newest(READ, report_id=report.id)
    ]
    for address_id in holders:
        language = await language_of(tx, service, address_id)
        facts = ", ".join(dict.fromkeys(_adds(service, language, view, before.view, said)))
        text = service.words.say(language, "linking-adds", code=case.code, facts=facts or "none")
        await _write(tx, service, case, address_id, text, sound=bool(facts))


def _adds(
    service: Service, language: str, view: CaseView, before: CaseView, said: Sequence[str]
) -> Iterator[str]:
    """What the case says with the new source that it did not say before: which facts, never the words."""
    new = [flag for flag in _flags(view) if flag not in _flags(before) and flag != PHONE]
    for flag in new:
        yield service.words.say(language, f"report-urgent-{flag}")
    for fact in dict.fromkeys(fact for text in said for fact in facts_told(text, service.heard)):
        if SAID_BY_FLAG.get(fact) not in _flags(view):
            yield service.words.say(language, f"fact-{fact}")
    names = {name for person in before.persons for name in person.names}
    for kind in TOLD:
        if kind == "name":
            fresh = any(name not in names for person in view.persons for name in person.names)
        else:
            fresh = _told(view.value(kind)) not in (None, _told(before.value(kind)))
        if fresh:
            yield service.words.say(language, f"linking-new-{kind}")


def _told(value: Value | None) -> object:
    """What of a value is a fact; not by which words it was said."""
    match value:
        case Place():
            return value.region, value.city, value.district, value.latitude
        case Contact():
            return value.phone or value.words
        case Moment():
            return value.at or value.words
        case People():
            return value.count
        case _:
            return value


def _flags(view: CaseView) -> tuple[str, ...]:
    flags = view.value("urgent")
    return tuple(map(str, flags)) if isinstance(flags, tuple) else ()


async def _holders(tx: Transaction, case: Case) -> list[int]:
    """The addresses of whoever has the case."""
    if case.state is not CaseState.ACCEPTED:
        return []
    accepted = await tx.alerts.by(case_id=case.id, state=AlertState.ACCEPTED)
    found = [await tx.members.get(alert.member_id) for alert in accepted]
    return [await home(tx, member) for member in found if member is not None]


async def _write(
    tx: Transaction, service: Service, case: Case, address_id: int, text: str, *, sound: bool
) -> None:
    shown = Presentation(text, protect=True, silent=not sound)
    sending.message(tx, service, address_id, shown, Lane.ALERT, key=handed_out.new_key(tx, case))
