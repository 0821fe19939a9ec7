"""The case that a practice would be: out of its answers, in memory; and whom it would reach."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.core.alerting.escalation import decide
from bot.core.alerting.ground import OfGazetteer
from bot.core.alerting.whom import Circumstances
from bot.core.casework.claims import Claim, SourceKind
from bot.core.casework.columns import columns_of
from bot.core.casework.describe import describe
from bot.core.casework.kinds import QUIET
from bot.core.casework.rules import NEVER
from bot.core.conversation.forms import Answers, applying
from bot.core.in_a_chat import Practice
from bot.core.model import Case, Member
from bot.core.vocabulary import AlertState, CaseState, Record, Role
from handlers.cards import case_lines
from handlers.casework import sayings
from handlers.forms.dialogues import state_of
from handlers.forms.report import PRACTICE
from handlers.people import on_duty
from handlers.people.readers import language_of, unreachable
from handlers.service import Service
from storage.transaction import Transaction


async def answers_of(tx: Transaction, practice: Practice) -> Answers:
    """What was answered in it so far."""
    found = await tx.dialogues.by(form=PRACTICE.name, subject_id=practice.id)
    return applying(PRACTICE, state_of(found[-1]).answers) if found else {}


async def case_of(tx: Transaction, service: Service, practice: Practice) -> Case:
    """As a true report with these answers would have opened it. It is stored nowhere."""
    answers = await answers_of(tx, practice)
    at = practice.asked_at or tx.now
    situation = str(answers["situation"].value) if "situation" in answers else "other"
    claims = [
        Claim(
            number,
            None,
            practice.id,
            one.kind,
            one.value,
            SourceKind.REPORT,
            practice.id,
            at,
            one.certainty,
            number if one.name is not None else None,
            one.at,
            one.precision,
        )
        for number, one in enumerate(sayings.sayings(answers), 1)
    ]
    language = await language_of(tx, service, practice.address_id)
    case = Case(
        practice.id,
        "",
        Record.DEPRIVATION,
        CaseState.OPEN,
        opened_at=at,
        situation=situation,
        language=language,
    )
    columns = columns_of(describe(claims, NEVER), service.gazetteer, service.zone)
    return replace(case, **{**columns, "alerting": case.situation not in QUIET and "place" in answers})


async def reached(
    tx: Transaction, service: Service, case: Case, practice: Practice
) -> tuple[int, list[Member]]:
    """How many a true case would ask first; and whom the practice may ask: of all who agreed, chosen by the same rules.

    Whoever is asked about a true case at this moment is left alone.
    """
    members = [m for m in await tx.members.by(suspended_at=None) if m.address_id != practice.address_id]
    away = await unreachable(tx, members)
    planned = on_duty.schedule_of(service, members, away)
    members, _ = on_duty.as_of(planned, members, tx.now, case.region)
    busy = await tx.alerts.tally("member_id", state=AlertState.OFFERED)
    agreed = [member for member in members if member.drills and not busy[member.id]]
    return (
        len(_first_asked(service, case, members, away, tx)),
        _first_asked(service, case, agreed, away, tx),
    )


def _first_asked(
    service: Service, case: Case, members: Sequence[Member], away: set[int], tx: Transaction
) -> list[Member]:
    """Lawyers by the first step that has any; coordinators, where a place is not known or nobody would be woken."""
    zone, ground = case_lines.zone_of(service, case), OfGazetteer(service.gazetteer)
    decision = decide(case, [], members, service.policy, tx.now, zone, ground, Circumstances(away))
    asked = set(decision.ask)
    if not case.alerting or case.region is None:
        asked |= {m.id for m in members if m.role is Role.COORDINATOR and m.id not in away}
    return [member for member in members if member.id in asked]
