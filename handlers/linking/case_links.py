"""Reports are linked to another case, and come back: one tap each way, exactly undone, and never by itself.

The member who has the case, their reporters and coordinators hear of it. The owner hears what the new source adds, and no
word of it; a reporter hears only if the state differs from the one they know.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from core.casework import linking
from core.casework.case_view import CaseView
from core.casework.claims import ReportLink
from core.casework.linking import UNDONE, is_stub
from core.matching.likeness import Spelt, pair_people
from core.model import Case, Member, Report
from core.presentation import Presentation
from core.timeline import TimelineKind
from core.traffic import Lane
from core.understanding.later import facts_told
from core.values import Contact, Moment, People, Place, Value
from core.vocabulary import PHONE, CaseState, OfferState, ReportState, TaskKind, WhoIsAsked
from handlers.alerting import second_lawyer, tasks
from handlers.cards import live_cards
from handlers.cards.case_loading import view_of
from handlers.casework import (
    disclosure,
    facts,
    found_people,
    hiding_after_closing,
    later_questions,
    lifecycle,
    merged_away,
    name_consents,
    name_index,
)
from handlers.clocks import recompute
from handlers.forms import dialogues
from handlers.outbox import news, sending
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.reporting import reporter_card
from handlers.service import Service
from storage import timeline
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
)  # kinds that are announced as new
READ = 20  # messages of a report


class CaseBefore(Struct, frozen=True):
    """A case before something was linked to it, or parted from it."""

    case: Case
    view: CaseView


async def case_before(tx: Transaction, case: Case) -> CaseBefore:
    """How it is now."""
    return CaseBefore(case, await view_of(tx, case))


async def tell_linked(
    tx: Transaction, service: Service, was: Case, into: Case, moved: Sequence[Report], before: CaseBefore
) -> None:
    """``was``: the case that the reports fed; ``into``: the one that they feed, as it is with them."""
    for report in moved:
        await _follow_report(tx, service, was, into, report)
    if found_people.is_anybody_found(before.view):
        await found_people.tell_reporters(tx, service, into, moved)
    await _tell_owner(tx, service, into, moved, before)
    await _look_for_lawyers(tx, service, into, before.case)
    left = await tx.cases.get(was.id)
    theirs = was.state is CaseState.ACCEPTED and was.owner_id not in (into.owner_id, into.second_id)
    if theirs and left is not None and is_stub(left):
        await tasks.ask_coordinators(tx, service, into, TaskKind.TWO_OWNERS, again=True)
    await live_cards.touch_case(tx, into.id)


async def tell_parted(
    tx: Transaction, service: Service, case: Case, left: Case, moved: Sequence[Report], before: CaseBefore
) -> None:
    """``case``: what the reports feed again; ``left``: the case from which they came back, as it is without them."""
    for report in moved:
        await _follow_report(tx, service, left, case, report)
        if found_people.is_anybody_found(before.view) and not await found_people.found_places(
            tx, service, case
        ):
            await news.tell_one(tx, service, case, report, "news-found-other", WhoIsAsked.LAWYERS)
    await tasks.settle(tx, service, left, TaskKind.TWO_OWNERS)
    for address_id in await _holders(tx, left):
        language = await language_of(tx, service, address_id)
        text = service.words.say(language, "linking-parted", code=left.code, other=case.code)
        await _send(tx, service, left, address_id, text, sound=True)
    await _look_for_lawyers(tx, service, left, before.case)
    await live_cards.touch_case(tx, left.id)


async def _follow_report(tx: Transaction, service: Service, was: Case, case: Case, report: Report) -> None:
    """The report's state, its card and its news are those of its case."""
    closed = case.state is CaseState.CLOSED
    report = tx.reports.put(replace(report, state=ReportState.CLOSED if closed else ReportState.OPEN))
    await reporter_card.follow_case(tx, report.id, case.id)
    if closed and was.state is not CaseState.CLOSED:
        await dialogues.end_all(tx, report.id)
        await hiding_after_closing.schedule_for_report(tx, report)
    elif not closed and was.state is CaseState.CLOSED:
        later_questions.schedule(tx, service, case, report.id)
        await name_consents.ask_later(tx, report.id)
    if case.state is not was.state:
        key = "news-reopened" if was.state is CaseState.CLOSED and not case.owner_id else NEWS[case.state]
        await news.tell_one(tx, service, case, report, key, await tasks.who_is_asked(tx, case))


async def _look_for_lawyers(tx: Transaction, service: Service, case: Case, before: Case) -> None:
    """What the case says now may want lawyers, more of them, or others."""
    moved = case.region != before.region and case.region is not None
    if case.state is CaseState.ACCEPTED:
        if moved:
            await tasks.ask_coordinators(tx, service, case, TaskKind.MOVED, again=True)
        await second_lawyer.seek_if_wanted(tx, service, before, case)
    elif case.state is CaseState.OPEN and case.alerting:
        if not before.alerting:
            await lifecycle.ask_lawyers(tx, service, case)
        elif moved or (case.priority == "urgent" and before.priority != "urgent"):
            await lifecycle.search_again(tx, service, case)


async def _tell_owner(
    tx: Transaction, service: Service, case: Case, moved: Sequence[Report], before: CaseBefore
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
        facts = ", ".join(dict.fromkeys(_added_facts(service, language, view, before.view, said)))
        text = service.words.say(language, "linking-adds", code=case.code, facts=facts or "none")
        await _send(tx, service, case, address_id, text, sound=bool(facts))


def _added_facts(
    service: Service, language: str, view: CaseView, before: CaseView, said: Sequence[str]
) -> Iterator[str]:
    """What the case says with the new source that it did not say before: which facts, never the words."""
    new = [flag for flag in _flags_of(view) if flag not in _flags_of(before) and flag != PHONE]
    for flag in new:
        yield service.words.say(language, f"report-urgent-{flag}")
    for fact in dict.fromkeys(fact for text in said for fact in facts_told(text, service.heard)):
        if SAID_BY_FLAG.get(fact) not in _flags_of(view):
            yield service.words.say(language, f"fact-{fact}")
    names = {name for person in before.persons for name in person.names}
    for kind in TOLD:
        if kind == "name":
            fresh = any(name not in names for person in view.persons for name in person.names)
        else:
            fresh = _fact_part(view.value(kind)) not in (None, _fact_part(before.value(kind)))
        if fresh:
            yield service.words.say(language, f"linking-new-{kind}")


def _fact_part(value: Value | None) -> object:
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


def _flags_of(view: CaseView) -> tuple[str, ...]:
    flags = view.value("urgent")
    return tuple(map(str, flags)) if isinstance(flags, tuple) else ()


async def _holders(tx: Transaction, case: Case) -> list[int]:
    """The addresses of the members who have the case."""
    if case.state is not CaseState.ACCEPTED:
        return []
    accepted = await tx.alerts.by(case_id=case.id, state=OfferState.ACCEPTED)
    found = [await tx.members.get(alert.member_id) for alert in accepted]
    return [await home_address(tx, member) for member in found if member is not None]


async def _send(
    tx: Transaction, service: Service, case: Case, address_id: int, text: str, *, sound: bool
) -> None:
    shown = Presentation(text, protect=True, silent=not sound)
    sending.send_message(tx, service, address_id, shown, Lane.ALERT, key=disclosure.new_key(tx, case))


async def link_cases(
    tx: Transaction,
    service: Service,
    case: Case,
    into: Case,
    by: Member,
    *,
    rule: str,
    score: float | None = None,
) -> Case:
    """All reports of a case feed another from now on; it is left as a stub."""
    reports = await tx.reports.by(case_id=case.id)
    assert case.id != into.id
    assert not is_stub(into)
    before = await case_before(tx, into)
    was = case = await _current(tx, case)
    same = pair_people(await _people_of(tx, service, case), await _people_of(tx, service, into))
    for report in reports:
        (old,) = [link for link in await tx.links.by(report_id=report.id) if link.ended_at is None]
        said = {
            claim.person_id
            for claim in await tx.claims.by(report_id=report.id)
            if claim.person_id is not None
        }
        tx.links.put(replace(old, ended_at=tx.now))
        persons = linking.matched_persons(old, same, said)
        tx.links.add(ReportLink(tx.new_id(), report.id, into.id, by.id, tx.now, rule, score, persons=persons))
        tx.reports.put(replace(report, case_id=into.id))
    case, into = await facts.record(tx, service, case), await facts.record(tx, service, into)
    details = {"case": case.id, "code": case.code, "rule": rule, "score": score}
    await timeline.append(tx, into.id, by.id, TimelineKind.LINKED, details)
    await merged_away.merge_away(tx, service, case, into, by, rule=rule, score=score)
    moved = [found for report in reports if (found := await tx.reports.get(report.id)) is not None]
    await tell_linked(tx, service, was, into, moved, before)
    recompute.look_now(tx, into)
    name_index.look_for_the_same(tx, into)
    return await _current(tx, into)


async def unlink_cases(tx: Transaction, service: Service, link_id: int, by: Member) -> Case | None:
    """What was linked together with this feeds the case again that it fed before; None if nothing is to be undone."""
    link = await tx.links.get(link_id)
    into = await tx.cases.get(link.case_id) if link is not None else None
    links = await _links_of(tx, into) if into is not None else []
    ends = linking.links_of_tap(links, link) if link is not None else []
    came = {end.report_id: linking.link_before(links, end) for end in ends}
    case = await tx.cases.get(next((old.case_id for old in came.values() if old is not None), 0))
    if case is None or into is None or into.forgotten_at is not None:
        return None
    stub, before = is_stub(case), await case_before(tx, into)
    for end in ends:
        old, report = came[end.report_id], await tx.reports.get(end.report_id)
        assert old is not None
        assert report is not None
        tx.links.put(replace(end, ended_at=tx.now))
        again = ReportLink(
            tx.new_id(), report.id, case.id, by.id, tx.now, UNDONE, old.score, persons=old.persons
        )
        tx.links.add(again)
        tx.reports.put(replace(report, case_id=case.id))
    case, into = await facts.record(tx, service, case), await facts.record(tx, service, into)
    details = {"case": case.id, "code": case.code}
    await timeline.append(tx, into.id, by.id, TimelineKind.PARTED, details)
    if stub:
        await merged_away.restore(tx, service, case, into, by)
    else:
        await timeline.append(tx, case.id, by.id, TimelineKind.LINKED, {"case": into.id, "code": into.code})
    moved = [found for end in ends if (found := await tx.reports.get(end.report_id)) is not None]
    await tell_parted(tx, service, await _current(tx, case), into, moved, before)
    return await _current(tx, case)


async def _people_of(tx: Transaction, service: Service, case: Case) -> list[Spelt]:
    view = await view_of(tx, case)
    known = name_index.known_of(service, case, view)
    return [(person, fit) for person, fit in known if person is not None]


async def _links_of(tx: Transaction, case: Case) -> list[ReportLink]:
    """All of the reports that feed it."""
    return [
        link
        for report in await tx.reports.by(case_id=case.id)
        for link in await tx.links.by(report_id=report.id)
    ]


async def _current(tx: Transaction, case: Case) -> Case:
    found = await tx.cases.get(case.id)
    assert found is not None
    return found
