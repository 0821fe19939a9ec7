"""What belongs together, read from the database: incidents and their rows, proceedings beside each other.

What came out: read from the database as it is, from what phones and the channel show, and from the wire's log.
"""

import json
from collections.abc import Mapping, Set
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from core.casework.case_view import CaseView
from core.casework.proceedings import tracked_proceedings
from core.digest.tally import COARSE
from core.model import Case, Report
from core.records.incidents import IncidentRule, IncidentStanding
from core.values import Precision
from core.vocabulary import OfferState, RecordKind
from handlers.cards.case_loading import view_of
from handlers.people.addresses import TELEGRAM
from playground.demo.scenario import IncidentExpected, Persons, Scenario, ScenarioRow
from playground.demo.stage import Stage
from storage.schema import inbox
from storage.transaction import Transaction


async def report_of(tx: Transaction, row: ScenarioRow) -> Report | None:
    """The report of a row's reporter."""
    found = await tx.addresses.by(lookup=tx.lookup(TELEGRAM, str(row.reporter.id)))
    reports = await tx.reports.by(address_id=found[0].id) if found else []
    return reports[0] if reports else None


async def incidents(tx: Transaction, scenario: Scenario) -> dict[str, IncidentExpected]:
    """Each incident by its key, by its name if the scenario does not know it: its rows, where, and what it shows."""
    numbers: dict[int, str] = {}
    for number, row in scenario.rows.items():
        report = await report_of(tx, row)
        if report is not None and report.case_id is not None:
            numbers[report.case_id] = number
    keys = {incident.name: key for key, incident in scenario.incidents.items()}
    found = {}
    for incident in await tx.incidents.select():
        links = await tx.incident_links.by(incident_id=incident.id)
        inside = [link for link in links if link.standing is IncidentStanding.IN]
        cases = [await tx.cases.get(link.case_id) for link in inside]
        found[keys.get(incident.name, incident.name or "unnamed")] = IncidentExpected(
            rows=tuple(sorted(numbers[link.case_id] for link in inside)),
            cities=tuple(sorted({case.city for case in cases if case is not None and case.city})),
            pattern=incident.pattern or "",
            proposed=tuple(
                sorted(numbers[link.case_id] for link in links if link.rule is not IncidentRule.HAND)
            ),
        )
    return found


def patterns(found: Mapping[str, IncidentExpected]) -> tuple[str, ...]:
    """What several incidents show together: which rows, in which cities."""
    told = []
    for pattern in sorted({incident.pattern for incident in found.values() if incident.pattern}):
        of = [incident for incident in found.values() if incident.pattern == pattern]
        rows = ", ".join(sorted({row for incident in of for row in incident.rows}))
        cities = ", ".join(sorted({city for incident in of for city in incident.cities}))
        told.append(f"{pattern}: rows {rows} in {cities}")
    return tuple(told)


def parallel(view: CaseView) -> tuple[str, ...]:
    """The proceedings of a case, each with its article, its state and what came of its hearings."""
    return tuple(
        sorted(
            ", ".join(
                part
                for part in (
                    course.proceeding.sort,
                    course.proceeding.article,
                    course.proceeding.state,
                    *(sitting.hearing.outcome for sitting in course.sittings),
                )
                if part
            )
            for course in tracked_proceedings(view)
        )
    )


RECORDS = ("deprivation", "prosecution", "observation")


class RowFound(Struct, frozen=True):
    """What the bot holds about one row, in the words of the scenario's ``expected``; seconds are real ones."""

    facts: Mapping[str, Any]
    seconds: float | None  # from the opening update's arrival to that of the first offer, at the server


class Found(Struct, frozen=True):
    """Everything that is compared."""

    rows: Mapping[str, RowFound]
    totals: Mapping[str, Any]
    happened: Mapping[str, Persons]
    digests: Mapping[str, str]
    incidents: Mapping[str, IncidentExpected]


async def find(stage: Stage, scenario: Scenario) -> Found:
    """Look at the wire, the database and the phones: what became of each row of the scenario."""
    calls, updates = await stage.world.calls(), await stage.world.updates()
    async with stage.database.read(await stage.world.now()) as tx:
        rows = {
            number: await _row(tx, scenario, row, Wire(calls, updates, row.reporter.id))
            for number, row in scenario.rows.items()
        }
        known = await tx.cases.select()
        together = await incidents(tx, scenario)
        posted = [digest.day.isoformat() for digest in await tx.digests.select() if digest.posted_at]
    held = [case for case in known if case.record is RecordKind.DEPRIVATION]
    texts = [message.text for message in await stage.channel.shown() if message.from_bot]
    days: dict[str, list[Case]] = {}
    for case in held:
        days.setdefault(_day(case), []).append(case)
    return Found(
        rows=rows,
        totals={
            "records": len(known),
            **{f"{kind}s": sum(case.record == kind for case in known) for kind in RECORDS},
            **_persons(held).model_dump(),
            "patterns": patterns(together),
            "alerts": tuple(number for number, row in rows.items() if row.facts["asked"]),
        },
        happened={day: _persons(cases) for day, cases in sorted(days.items())},
        digests=dict(zip(posted, texts, strict=False))
        | {f"post {n}": t for n, t in enumerate(texts[len(posted) :], 1)},
        incidents=together,
    )


class Wire:
    """The server's log, as far as one reporter's case is concerned."""

    def __init__(self, calls: list[dict[str, Any]], updates: list[dict[str, Any]], reporter: int) -> None:
        self._calls = calls
        self._own = [line for line in updates if _sender(line["update"]) == reporter]

    def opening(self, ids: Set[int]) -> dict[str, Any]:
        """The update that opened the case: the reporter's last of those with these ids. Raises LookupError."""
        return [line for line in self._own if line["update"]["update_id"] in ids][-1]

    def taps(self, opening: dict[str, Any]) -> int:
        """How often the reporter pressed a button until then."""
        return sum(
            "callback_query" in line["update"]
            for line in self._own
            if line["sequence"] <= opening["sequence"]
        )

    def offers(self, alerts: Mapping[int, int]) -> dict[int, datetime]:
        """When the first offer arrived on the phone of each member (by chat id). ``alerts``: alert id → chat id."""
        arrived: dict[int, datetime] = {}
        for call in self._calls:
            for alert, chat in alerts.items():
                if _offers(call, alert) and int(call["params"]["chat_id"]) == chat:
                    arrived.setdefault(chat, datetime.fromisoformat(call["at"]))
        return arrived

    def named(self, names: tuple[str, ...], chats: frozenset[int], until: datetime | None) -> bool:
        """Whether one of these chats was sent one of the names before that moment, or at all."""
        return any(
            name in call["params"]["text"]
            for call in self._calls
            if "text" in call["params"] and int(call["params"].get("chat_id", 0)) in chats
            if until is None or datetime.fromisoformat(call["at"]) < until
            for name in names
        )


async def _row(tx: Transaction, scenario: Scenario, row: ScenarioRow, wire: Wire) -> RowFound:
    report = await report_of(tx, row)
    case = await tx.cases.get(report.case_id) if report is not None and report.case_id else None
    if report is None or case is None:
        return RowFound({"record": "nothing", "asked": ()}, None)
    keys = {member.id: key for key, member in scenario.members.items()}
    chats = {}
    for alert in await tx.alerts.by(case_id=case.id):
        member = await tx.members.get(alert.member_id)
        address = await tx.addresses.get(member.address_id) if member is not None else None
        if address is not None:
            chats[alert.id] = int(address.chat)
    owners = await tx.alerts.by(case_id=case.id, state=OfferState.ACCEPTED)
    offered = wire.offers(chats)
    opening = wire.opening(await opening_ids(tx, report))
    first = min(offered.values(), default=None)
    view = await view_of(tx, case)
    flags, act = view.value("urgent"), view.fact("act")
    coder = await tx.members.get(act.claim.source_id) if act is not None else None
    names = tuple(sorted(view.people.names)) if case.record is RecordKind.DEPRIVATION else ()
    lawyers = frozenset(member.id for member in scenario.members.values() if member.role == "lawyer")
    facts: dict[str, Any] = {
        "record": case.record,
        "situation": case.situation,
        "city": case.city,
        "identified": case.identified,
        "unidentified": case.unidentified_min,
        "names": names,
        "happened": _day(case),
        "precision": case.started_precision.value,
        "started": case.started_at if case.started_precision is Precision.MINUTE else None,
        "ongoing": case.ongoing,
        "flags": tuple(sorted(flags)) if isinstance(flags, tuple) else (),
        "act": case.act or "",
        "coded_by": coder.role.value if coder is not None else "",
        "asked": tuple(sorted(keys[chat] for chat in offered)),
        "accepted_by": next((keys[chats[alert.id]] for alert in owners), ""),
        "state": case.state,
        "outcome": case.outcome or "",
        "found_nobody": case.found_nobody_at is not None,
        "taps": wire.taps(opening),
        "proceedings": parallel(view),
        "named_early": wire.named(names, lawyers, case.accepted_at),
    }
    waited = None if first is None else (first - datetime.fromisoformat(opening["at"])).total_seconds()
    return RowFound(facts, waited)


async def opening_ids(tx: Transaction, report: Report) -> Set[int]:
    """The updates that the bot received together with the one that opened the case.

    By their ids and not by the hour: the bot's clock follows the server's, and may be behind when somebody acts at once.
    """
    received = inbox.c.received_at == report.opened_by_update_at
    return set((await tx.execute(select(inbox.c.update_id).where(received))).scalars())


def _day(case: Case) -> str:
    """The day of the event, the month or the year where no day is known, or empty."""
    if case.happened_on is None or case.started_precision is Precision.UNKNOWN:
        return ""
    return case.happened_on.isoformat()[: COARSE.get(case.started_precision)]


def _persons(cases: list[Case]) -> Persons:
    return Persons(
        identified=sum(case.identified for case in cases),
        unidentified=sum(case.unidentified_min for case in cases),
    )


def _sender(update: dict[str, Any]) -> int:
    return next(
        (int(body["from"]["id"]) for body in update.values() if isinstance(body, dict) and "from" in body), 0
    )


def _offers(call: dict[str, Any], alert: int) -> bool:
    sent = call["method"] == "sendMessage" and call["status"] == 200
    return sent and f'"accept:{alert}"' in json.dumps(call["answer"].get("reply_markup"))
