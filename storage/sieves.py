"""The sieves that the database counts by itself, where rows are not read: ``core.casework.sieves`` says what each is."""

from sqlalchemy import and_, case, exists, literal, or_

from core.casework.claim_kinds import HELD
from core.casework.sieves import Sieve
from core.records.holds import HowSurely
from core.vocabulary import CaseState
from storage.schema import cases, clock_marks

SOUGHT = and_(cases.c.state == CaseState.OPEN.value, cases.c.alerting.is_(True))
_holds = and_(cases.c.record.in_([record.value for record in HELD]), cases.c.ongoing != "no")
NEED = case(  # of open cases
    (cases.c.state == CaseState.ACCEPTED.value, literal(Sieve.TAKEN.value)),
    (or_(cases.c.alerting.is_(True), _holds), literal(Sieve.UNTAKEN.value)),
    else_=literal(Sieve.RECORD.value),
)
GOES_ON = and_(
    clock_marks.c.passed_at.is_not(None), clock_marks.c.ended_at.is_(None), clock_marks.c.void_at.is_(None)
)
_surely = exists().where(
    clock_marks.c.case_id == cases.c.id, clock_marks.c.over == HowSurely.SURELY.value, GOES_ON
)
_over = exists().where(clock_marks.c.case_id == cases.c.id, clock_marks.c.over.is_not(None), GOES_ON)
OVER = case(  # of cases with a mark
    (_surely, literal(Sieve.SURELY_OVER.value)), (_over, literal(Sieve.PERHAPS_OVER.value)), else_=literal("")
)
