"""What a reporter tells of court becomes claims of the report, with the words that it came from: a hearing that is to come,
a ruling, that there is no lawyer.

A hearing reminds at once. If it moved, or its court or hour is told a moment later, it is the same hearing. Of a ruling
nothing follows until a member confirms it. Where nobody is held, lawyers are asked if the hearing is within a day, or if
there is no lawyer.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.casework.claim_kinds import Certainty
from core.casework.claims import Claim, SourceKind
from core.casework.proceedings import (
    TrackedHearing,
    hearing_meant,
    is_agreed,
    is_near,
    tracked_hearings,
    tracked_proceedings,
)
from core.intake.court_told import CourtTold, HearingTold, RulingTold, court_told, put_right, with_added
from core.model import Case, Entry, Report
from core.values import Hearing, Precision, value_to_data
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.casework import facts
from handlers.casework.report_claims import TOLD_OF_COURT, Saying, make_claim
from handlers.service import Service
from storage.transaction import Transaction

FOREIGN = frozenset({"forwarded", "standing"})  # marks words of somebody else
TRIAL = "trial"  # the situation in which nobody is held
SOON = timedelta(hours=1)  # so long a court or an hour alone belongs to the hearing that was told before


class EntryTold(Struct, frozen=True):
    """What one message tells, and when it was written."""

    entry: int
    at: datetime
    told: CourtTold


def told_in_entry(service: Service, entry: Entry, language: str, zone: ZoneInfo) -> EntryTold | None:
    """None: nothing, or the words are somebody else's."""
    text = str(entry.payload.get("text", ""))
    if not text or not FOREIGN.isdisjoint(entry.payload):
        return None
    told = court_told(text, service.heard, service.cues, entry.at, zone, language)
    return None if told.is_nothing else EntryTold(entry.id, entry.at, told)


async def told_in_report(
    tx: Transaction, service: Service, report: Report, zone: ZoneInfo
) -> list[EntryTold]:
    """What all messages of a report tell, before its case is opened; what was corrected counts as it is now."""
    entries = await tx.entries.by(report_id=report.id)
    corrected = {entry.corrects for entry in entries}
    found = (
        told_in_entry(service, entry, report.language, zone)
        for entry in sorted(entries, key=lambda entry: entry.id)
        if entry.id not in corrected
    )
    return [told for told in found if told is not None]


def calls_lawyers(told: Sequence[EntryTold], situation: str, zone: ZoneInfo, now: datetime) -> bool:
    """Whether lawyers are asked for a case that these messages open, though nobody is held."""
    return situation == TRIAL and any(is_pressing(each.told, zone, now) for each in told)


def is_pressing(told: CourtTold, zone: ZoneInfo, now: datetime) -> bool:
    """Whether a hearing is within a day, or there is no lawyer for the court."""
    when = told.hearing.when if told.hearing is not None else None
    near = when is not None and when.at is not None and is_near(when.at, when.precision, zone, now)
    return near or told.no_lawyer


def is_called(view: CaseView, situation: str, zone: ZoneInfo, now: datetime) -> bool:
    """The same of a case that is there."""
    if situation != TRIAL:
        return False
    ahead = [sitting.hearing for sitting in tracked_hearings(view, told=True) if sitting.stands]
    return bool(view.history("no_lawyer")) or any(
        is_near(hearing.at, hearing.precision, zone, now) for hearing in ahead
    )


async def record(
    tx: Transaction, service: Service, case: Case, report: Report, told: Sequence[EntryTold]
) -> tuple[Claim, ...]:
    """The claims that are new, one message after the other."""
    new: list[Claim] = []
    for each in told:
        found = await _claims_of(tx, service, case, report, each)
        if found:
            case = await facts.record(tx, service, case, *found)
            new += found
    return tuple(new)


async def withdraw_of_entry(tx: Transaction, report: Report, entry: int) -> None:
    """A message was corrected: what it told of court does not hold any more."""
    for claim in await tx.claims.by(report_id=report.id):
        if claim.entry_id == entry and claim.kind in TOLD_OF_COURT and not claim.withdrawn_at:
            tx.claims.put(replace(claim, withdrawn_at=tx.now))


async def _claims_of(
    tx: Transaction, service: Service, case: Case, report: Report, each: EntryTold
) -> list[Claim]:
    view = await view_of(tx, case)
    found: list[Claim] = []
    if each.told.hearing is not None:
        found += _hearing_claim(tx, view, report, each, each.told.hearing)
    elif each.told.court or each.told.time is not None:
        found += _added_to_hearing(tx, service, case, view, report, each)
    ruling = each.told.ruling
    if ruling is not None and (not ruling.alone or heard_last(view, each.at) is not None):
        found += _ruling_claim(tx, service, case, view, report, each, ruling)
    if each.told.no_lawyer and not view.history("no_lawyer"):
        found.append(make_claim(tx, report, Saying("no_lawyer", "yes", Certainty.UNDERSTOOD, each.entry)))
    return found


def _hearing_claim(
    tx: Transaction, view: CaseView, report: Report, each: EntryTold, told: HearingTold
) -> list[Claim]:
    at = told.when.at
    if at is None:
        return []
    hearing = Hearing(0, at, told.when.precision, told.court)
    held = hearing_meant(view, hearing, each.at, moved=told.moved, another=told.another, report=report.id)
    known = _version_of(held, report) if held is not None else None
    if known is not None:
        is_coarser = told.when.precision is Precision.DAY and is_agreed(known, hearing)
        kept = known if is_coarser else hearing
        hearing = replace(known, at=kept.at, precision=kept.precision, court=told.court or known.court)
        if hearing == known:
            return []
    return [
        _claim(
            tx, view, report, each, hearing, held, Certainty.GUESSED if told.perhaps else Certainty.UNDERSTOOD
        )
    ]


def _version_of(held: TrackedHearing, report: Report) -> Hearing | None:
    """A hearing as this report told of it last: what others told of it is no claim of this report."""
    said = [fact.value for fact in held.said if fact.claim.source == (SourceKind.REPORT, report.id)]
    return next((value for value in reversed(said) if isinstance(value, Hearing)), None)


def _added_to_hearing(
    tx: Transaction, service: Service, case: Case, view: CaseView, report: Report, each: EntryTold
) -> list[Claim]:
    """A court or an hour alone, a moment after a hearing was told of by the same report; or the day to which the only one
    ahead was moved.
    """
    standing = [sitting for sitting in tracked_hearings(view, told=True) if sitting.stands]
    own = [
        sitting
        for sitting in standing
        if any(
            fact.claim.source == (SourceKind.REPORT, report.id) and each.at - fact.claim.noted_at <= SOON
            for fact in sitting.said
        )
    ]
    ahead = [sitting for sitting in standing if not sitting.has_passed(each.at)]
    if not own and each.told.corrects and len(ahead) == 1:
        own = ahead
    if not own:
        return []
    held = max(own, key=lambda sitting: max(fact.claim.id for fact in sitting.said))
    known = _version_of(held, report) or held.hearing
    zone = case_lines.zone_of(service, case)
    hearing = put_right(known, each.told, zone) if each.told.corrects else with_added(known, each.told)
    if hearing == known:
        return []
    return [_claim(tx, view, report, each, hearing, held, Certainty.UNDERSTOOD)]


def _claim(
    tx: Transaction,
    view: CaseView,
    report: Report,
    each: EntryTold,
    hearing: Hearing,
    held: TrackedHearing | None,
    certainty: Certainty,
) -> Claim:
    saying = Saying("hearing", "", certainty, each.entry, hearing.at, hearing.precision)
    claim = make_claim(tx, report, saying, held.person if held is not None else None)
    hearing = replace(hearing, number=held.hearing.number if held is not None else claim.id)
    if held is not None:
        proceeding = held.proceeding
    else:
        there = [course for course in tracked_proceedings(view) if course.is_open and course.person is None]
        proceeding = there[-1].number if there else claim.id
    return replace(claim, value=value_to_data(hearing), proceeding_id=proceeding)


def _ruling_claim(
    tx: Transaction,
    service: Service,
    case: Case,
    view: CaseView,
    report: Report,
    each: EntryTold,
    ruling: RulingTold,
) -> list[Claim]:
    """True of the hearing that was the last before; else of the day on which it was told."""
    known = [fact.value for fact in view.history("ruling_told") if fact.claim.report_id == report.id]
    value = ruled(service, case, view, ruling, each.at)
    if any(isinstance(k, Hearing) and (k.outcome, k.days) == (value.outcome, value.days) for k in known):
        return []
    certainty = Certainty.GUESSED if ruling.hearsay else Certainty.UNDERSTOOD
    saying = Saying("ruling_told", value_to_data(value), certainty, each.entry, value.at, value.precision)
    return [make_claim(tx, report, saying)]


def ruled(service: Service, case: Case, view: CaseView, ruling: RulingTold, at: datetime) -> Hearing:
    """The last hearing that has been, with what came of it; if none is known, that of the day on which it is told."""
    held = heard_last(view, at)
    if held is not None:
        hearing = held.hearing
    else:
        day = at.astimezone(case_lines.zone_of(service, case))
        midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
        hearing = Hearing(0, midnight.astimezone(UTC), Precision.DAY)
    came = {"outcome": ruling.outcome.value, "measure": ruling.words, "days": ruling.days}
    return replace(hearing, **came, until=ruling.until)


LATELY = timedelta(days=3)  # after a hearing what came of it is told


def heard_last(view: CaseView, at: datetime) -> TrackedHearing | None:
    """The last hearing that has been lately, and of which nobody has said what came."""
    been = [
        sitting
        for sitting in tracked_hearings(view, told=True)
        if sitting.stands and sitting.has_passed(at) and at - sitting.hearing.at <= LATELY
    ]
    return max(been, key=lambda sitting: sitting.hearing.at, default=None)
