"""What a member asks of their work, answered from how it stands: their cases and hearings, who is on duty, what nobody has.

A coordinator reads of all cases, a lawyer of their own.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from core.alerting.policy import AskedGroup
from core.casework.proceedings import tracked_hearings
from core.casework.sieves import is_untaken
from core.casework.transitions import first_action_key
from core.model import Case, Member
from core.resources.law_files import load_articles
from core.vocabulary import Role
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.cards.case_standings import open_cases
from handlers.casework import meant_cases
from handlers.duty import wording
from handlers.forms.message_reading import message_of
from handlers.people import on_call
from handlers.people.membership import held_cases
from handlers.turn import Turn

AHEAD = timedelta(hours=12)  # who is on duty in this time is asked about at once
SHOWN = 12  # lines
COUNSEL = "counsel"  # a right, of [rights] in articles.toml


async def answer(turn: Turn, member: Member, topic: str) -> str:
    """What is said of this topic, with what the member may know of it."""
    told = ANSWERS.get(topic)
    return await told(turn, member) if told is not None else turn.say(f"member-{topic}")


async def _deadlines(turn: Turn, member: Member) -> str:
    lines = [
        f"{case.code}: {await _deadline(turn, case, member)}" for case in await held_cases(turn.tx, member)
    ]
    return "\n".join((*lines, turn.say("member-deadline")))


async def _own_cases(turn: Turn, member: Member) -> str:
    """Each with what is due next in it."""
    lines = []
    for case in await held_cases(turn.tx, member):
        hearing = await _next_hearing(turn, case)
        due = [await _deadline(turn, case, member), *([hearing] if hearing else [])]
        lines.append(f"{case.code}: {' · '.join(due)}")
    return "\n".join((*lines, turn.say("member-cases")))


async def _hearings(turn: Turn, member: Member) -> str:
    """Those to come; the cases without one are not listed."""
    said = [(case, await _next_hearing(turn, case)) for case in await held_cases(turn.tx, member)]
    lines = [f"{case.code}: {hearing}" for case, hearing in said if hearing]
    return "\n".join(lines) or turn.say("member-no-hearing")


async def _deadline(turn: Turn, case: Case, member: Member) -> str:
    timer = await turn.tx.timers.get(first_action_key(case.id)) if case.owner_id == member.id else None
    if timer is None:
        return turn.say("member-no-step-due")
    zone = case_lines.zone_of(turn.service, case)
    time = case_lines.local_time(timer.due_at, zone, turn.service.zone)
    return turn.say("case-first-action", time=time)


async def _next_hearing(turn: Turn, case: Case) -> str:
    """The day, the hour and the court; empty if none is known."""
    sittings = tracked_hearings(await view_of(turn.tx, case), told=True)
    ahead = [s.hearing for s in sittings if s.stands and s.hearing.at is not None and s.hearing.at > turn.now]
    if not ahead:
        return ""
    hearing = min(ahead, key=lambda known: known.at)
    parts = (case_lines.hearing_time(turn.service, case, hearing), hearing.court)
    return " · ".join(part for part in parts if part)


async def _on_duty(turn: Turn, member: Member) -> str:
    """Who of the lawyers is on duty now or in the coming hours, in the place that is named or everywhere."""
    service, place = turn.service, message_of(turn).place
    planned = await on_call.schedule(turn.tx, service)
    lines = []
    for lawyer in planned.members:
        if lawyer.role is not Role.LAWYER or (place is not None and not planned.serves(lawyer, place.region)):
            continue
        times = planned.times(lawyer, turn.now, turn.now + AHEAD)
        spans = ", ".join(wording.span_words(service, turn.language, time) for time in times)
        where = wording.member_places(service, turn.language, lawyer)
        lines += [f"· {lawyer.name} ({where}): {spans}"] if spans else []
    name = wording.region_name(service, turn.language, place.region) if place is not None else "none"
    more = [turn.say("duty-gaps-more", count=len(lines) - SHOWN)] if lines[SHOWN:] else []
    return "\n".join((turn.say("member-oncall", count=len(lines), place=name), *lines[:SHOWN], *more))


async def _where_nobody(turn: Turn, member: Member) -> str:
    """After how many minutes whom the plan of the place reaches, if nobody is on duty there."""
    after: dict[AskedGroup, int] = {}
    minutes, place = 0, message_of(turn).place
    region = place.region if place is not None else None
    for step in turn.service.policy.begun(region, turn.now.astimezone(turn.service.zone)).steps:
        if step.ask is not AskedGroup.REGION:
            after.setdefault(step.ask, minutes)
            minutes += int(step.wait.total_seconds() // 60) * step.times
    coordinators, listed = (after.get(g, 0) for g in (AskedGroup.COORDINATORS, AskedGroup.ESCALATION_LIST))
    return turn.say("member-nobody", coordinators=coordinators, listed=listed)


async def _untaken(turn: Turn, member: Member) -> str:
    found = Counter(case.city or case.region for case in await open_cases(turn.tx) if is_untaken(case))
    names = {place: wording.region_name(turn.service, turn.language, place) for place in found if place}
    lines = [
        f"· {names.get(place or '', turn.say('member-no-place'))}: {count}"
        for place, count in found.most_common(SHOWN)
    ]
    return "\n".join((turn.say("member-untaken", count=found.total()), *lines))


async def _unasked(turn: Turn, member: Member) -> str:
    """Of the case that is meant, else of those about which nobody was asked, why that is."""
    cases = await open_cases(turn.tx)
    named = [case for case in cases if await meant_cases.answers_case(turn, case)]
    silent = [case for case in cases if not await turn.tx.alerts.by(case_id=case.id)]
    shown = named or silent[-meant_cases.SHOWN :]
    lines = [f"{case.code}: {await _why_unasked(turn, case)}" for case in shown]
    return "\n".join((turn.say("member-unasked"), *lines))


async def _why_unasked(turn: Turn, case: Case) -> str:
    asked = len(await turn.tx.alerts.by(case_id=case.id))
    if asked or case.alerting:
        return turn.say("member-were-asked", count=asked)
    return turn.say("member-unplaced" if case.region is None else "state-record")


async def _article(turn: Turn, member: Member) -> str:
    """What protects the right to a lawyer today, and whether a lawyer has checked it."""
    today = turn.now.astimezone(turn.service.zone).date()
    cited = load_articles(turn.service.jurisdiction).for_right(COUNSEL, today)
    names = "; ".join(article.short[turn.language] for article in cited)
    is_checked = bool(cited) and all(article.reviewed_by for article in cited)
    return turn.say("member-article", articles=names or "none", checked="yes" if is_checked else "no")


ANSWERS: Mapping[str, Callable[[Turn, Member], Awaitable[str]]] = {
    "deadline": _deadlines,
    "cases": _own_cases,
    "hearing": _hearings,
    "oncall": _on_duty,
    "nobody": _where_nobody,
    "untaken": _untaken,
    "unasked": _unasked,
    "article": _article,
}
