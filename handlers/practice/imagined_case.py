"""The case that a practice would be: out of its answers, in memory; and whom it would reach."""

from collections.abc import Sequence

from msgspec.structs import replace

from core.alerting.candidates import Circumstances
from core.alerting.escalation import decide_search
from core.alerting.geography import GazetteerGeography
from core.casework.case_columns import case_columns
from core.casework.case_view import view_case
from core.casework.claim_kinds import QUIET
from core.casework.claims import NO_TIME, Claim, SourceKind
from core.conversation.forms import Answers, applying_answers
from core.model import Case, Member
from core.records.check_ins import Practice
from core.vocabulary import CaseState, OfferState, RecordKind, Role
from handlers.cards import case_lines
from handlers.casework import report_claims
from handlers.forms.dialogues import state_of
from handlers.forms.report_form import PRACTICE
from handlers.people import on_call
from handlers.people.readers import language_of, unreachable_ids
from handlers.service import Service
from storage.transaction import Transaction


async def practice_answers(tx: Transaction, practice: Practice) -> Answers:
    """What was answered in it so far."""
    found = await tx.dialogues.by(form=PRACTICE.name, subject_id=practice.id)
    return applying_answers(PRACTICE, state_of(found[-1]).answers) if found else {}


async def imagine_case(tx: Transaction, service: Service, practice: Practice) -> Case:
    """As a true report with these answers would have opened it. It is stored nowhere."""
    answers = await practice_answers(tx, practice)
    at = practice.asked_at or tx.now
    situation = str(answers["situation"].value) if "situation" in answers else "other"
    claims = [
        Claim(
            number,
            None,
            practice.id,
            claim.kind,
            claim.value,
            SourceKind.REPORT,
            practice.id,
            at,
            claim.certainty,
            number if claim.name is not None else None,
            claim.at,
            claim.precision,
        )
        for number, claim in enumerate(report_claims.sayings(answers), 1)
    ]
    language = await language_of(tx, service, practice.address_id)
    case = Case(
        practice.id,
        "",
        RecordKind.DEPRIVATION,
        CaseState.OPEN,
        opened_at=at,
        situation=situation,
        language=language,
    )
    columns = case_columns(view_case(claims, NO_TIME), service.gazetteer, service.zone)
    return replace(case, **{**columns, "alerting": case.situation not in QUIET and "place" in answers})


async def members_reached(
    tx: Transaction, service: Service, case: Case, practice: Practice
) -> tuple[int, list[Member]]:
    """How many a true case would ask first; and whom the practice may ask: of all who agreed, chosen by the same rules.

    A member who is asked about a true case at this moment is left alone.
    """
    members = [m for m in await tx.members.by(suspended_at=None) if m.address_id != practice.address_id]
    away = await unreachable_ids(tx, members)
    planned = on_call.schedule_of(service, members, away)
    members, _ = on_call.with_duty_at(planned, members, tx.now, case.region)
    busy = await tx.alerts.tally("member_id", state=OfferState.OFFERED)
    agreed = [member for member in members if member.drills and not busy[member.id]]
    return (
        len(_first_asked(service, case, members, away, tx)),
        _first_asked(service, case, agreed, away, tx),
    )


def _first_asked(
    service: Service, case: Case, members: Sequence[Member], away: set[int], tx: Transaction
) -> list[Member]:
    """Lawyers by the first step that has any; coordinators, where a place is not known or nobody would be woken."""
    zone, ground = case_lines.zone_of(service, case), GazetteerGeography(service.gazetteer)
    decision = decide_search(case, [], members, service.policy, tx.now, zone, ground, Circumstances(away))
    asked = set(decision.ask)
    if not case.alerting or case.region is None:
        asked |= {m.id for m in members if m.role is Role.COORDINATOR and m.id not in away}
    return [member for member in members if member.id in asked]
