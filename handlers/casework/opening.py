"""A report becomes a case, and the case follows the report.

Only a member withdraws or closes: the phone may be in other hands. What a reporter says later makes a case more urgent
or moves it (and lawyers are asked anew), or marks it "reporter says over"; everything else updates the cards silently.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.model import Case, Detainee, Report
from bot.core.receipt_codes import make_code
from bot.core.traffic import Lane
from bot.core.values import Moment, Place, Value, to_data
from bot.core.vocabulary import AlertState, CaseState, Line, Record, ReportState
from handlers.alerting import asks
from handlers.cards import case_lines, tracking
from handlers.casework import lifecycle
from handlers.forms.report import QUIET, RECORDS, people, priority
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

MANY = 3  # cases that one address opens within the hour; more are kept, and a coordinator is asked before lawyers are
WITHIN = timedelta(hours=1)


async def open_case(
    turn: Turn, report: Report, values: dict[str, Value], *, ask_lawyers: bool = True
) -> Case:
    """Enough is known: the case is open, and lawyers are asked in the same transaction."""
    tx, service = turn.tx, turn.service
    code = await _code(tx, service)
    situation = str(values["situation"])
    case = Case(
        tx.new_id(),
        code,
        record=RECORDS.get(situation, Record.DEPRIVATION),
        state=CaseState.OPEN,
        opened_at=tx.now,
        situation=situation,
        language=report.language,
        alerting=ask_lawyers and situation not in QUIET,
    )
    case = tx.cases.add(_described(service, case, values))
    for of_a_case in (tx.reports, tx.detainees, tx.alerts, tx.cards, tx.timeline):
        of_a_case.starts_empty(case_id=case.id)
    many = await _opens_many(tx, report)
    tx.reports.put(
        replace(
            report,
            case_id=case.id,
            state=ReportState.OPEN,
            opened_at=tx.now,
            opened_by_update_at=turn.received_at,
        )
    )
    await _name_detainees(tx, case, values)
    await lifecycle.opened(tx, service, case, one_of_many=many)
    return case


async def follow(tx: Transaction, service: Service, case: Case, values: dict[str, Value]) -> Case:
    """The report has more to say."""
    new = _described(service, case, values)
    situation = str(values.get("situation", case.situation))
    over = _over(values) and not _over(
        case_lines.values(case)
    )  # once called back, only a new word marks it again
    if not case.alerting and situation not in QUIET:
        new = replace(new, alerting=True, situation=situation, record=Record.DEPRIVATION)
    elif case.alerting and situation in QUIET:
        new = replace(new, situation=case.situation)  # only a member withdraws: a coordinator calls back
    else:
        new = replace(new, situation=situation, record=RECORDS.get(situation, Record.DEPRIVATION))
    if case.alerting and over and not case.says_over:
        new = replace(new, says_over=True)
    if new == case:
        return case
    new = tx.cases.put(new)
    await _name_detainees(tx, new, values)
    await tracking.touch_case(tx, case.id)
    if new.state is CaseState.CLOSED:
        return new
    if new.says_over and not case.says_over:
        await says_over(tx, service, new)
    more_urgent = new.priority == "urgent" and case.priority != "urgent"
    if new.state is CaseState.ACCEPTED:
        await _tell_owner(tx, service, new, more_urgent=more_urgent, moved=new.region != case.region)
    if not new.alerting or new.state is not CaseState.OPEN:
        return new
    if not case.alerting:
        await lifecycle.lawyers_wanted(tx, service, new)
    elif more_urgent or new.region != case.region:
        await lifecycle.changed_so_much(tx, service, new)
    return new


async def _tell_owner(
    tx: Transaction, service: Service, case: Case, *, more_urgent: bool, moved: bool
) -> None:
    """Whoever has the case hears of what may change everything; of another region, coordinators do too."""
    if more_urgent or moved:
        for alert in await tx.alerts.by(case_id=case.id, state=AlertState.ACCEPTED):
            for card in await tx.cards.by(subject="alert", subject_id=alert.id):
                await tracking.renew(tx, "alert", alert.id, card.address_id, Lane.ALERT, case_id=case.id)
    if moved:
        await asks.put(tx, service, case, "moved", again=True)


def _over(values: Mapping[str, Value]) -> bool:
    return values.get("ongoing") == "no" or values.get("situation") == "over"


async def says_over(tx: Transaction, service: Service, case: Case) -> None:
    """A reporter says that it is over: marked on the cards, and a coordinator is asked."""
    tx.cases.put(replace(case, says_over=True))
    await timeline.append(tx, case.id, 0, Line.SAYS_OVER, {})
    await tracking.touch_case(tx, case.id)
    await asks.put(tx, service, case, "over", again=True)


async def says_false(tx: Transaction, service: Service, case: Case) -> None:
    """A reporter says that it was a false alarm: nothing is deleted, a coordinator is asked."""
    tx.cases.put(replace(case, says_false=True))
    await timeline.append(tx, case.id, 0, Line.SAYS_FALSE, {})
    await tracking.touch_case(tx, case.id)
    await asks.put(tx, service, case, "false", again=True)


def _described(service: Service, case: Case, values: dict[str, Value]) -> Case:
    """The case with the columns and sealed facts that the report's values give."""
    place = values.get("place")
    place = place if isinstance(place, Place) else Place()
    region = place.region or (_region_of(service, place.city) if place.city else None)
    case = replace(case, region=region, city=place.city, district=place.district)
    who = people(values)
    when = values.get("when")
    when = when if isinstance(when, Moment) else Moment()
    local = when.at.astimezone(case_lines.zone_of(service, case)).date() if when.at else None
    held = case.record is Record.DEPRIVATION
    facts: dict[str, Any] = {"answers": {name: to_data(value) for name, value in values.items()}}
    return replace(
        case,
        facts=facts,
        started_at=when.at,
        started_precision=when.precision,
        happened_on=local,
        ongoing=_ongoing(case, values),
        count_kind=who.kind,
        identified=who.identified,
        unidentified_min=who.unidentified_min if held else 0,
        priority=priority(values),
    )


def _region_of(service: Service, city: str) -> str | None:
    return service.gazetteer.region_of(city) if service.gazetteer.knows(city) else None


def _ongoing(case: Case, values: dict[str, Value]) -> str:
    """While lawyers are asked, "released" from the reporter's chat is a claim (``says_over``), not yet a fact."""
    said = str(values.get("ongoing", "unknown"))
    return case.ongoing if case.alerting and said == "no" else said


async def _name_detainees(tx: Transaction, case: Case, values: dict[str, Value]) -> None:
    noted = {d.name: d for d in await tx.detainees.by(case_id=case.id)}
    names = people(values).names if case.record is Record.DEPRIVATION else ()
    for name in names:
        if name not in noted:
            tx.detainees.add(Detainee(tx.new_id(), case.id, name, tx.now))
    for name, detainee in noted.items():
        if name not in names:
            tx.detainees.remove(detainee.id)


async def _opens_many(tx: Transaction, report: Report) -> bool:
    """Limits slow, they never swallow: see MANY."""
    others = [r for r in await tx.reports.by(address_id=report.address_id) if r.opened_at is not None]
    return sum(1 for r in others if r.opened_at is not None and tx.now - r.opened_at < WITHIN) >= MANY


async def _code(tx: Transaction, service: Service) -> str:
    """A case code that is free: words of everyday English, not sequential, telling nothing of how many there are."""
    while True:
        code = make_code(service.receipt_words["en"], service.pick)
        if not await tx.cases.by(code=code):  # a count would flush the rows of the whole batch
            return code
