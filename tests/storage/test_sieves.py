"""What the database counts by itself is what the pure sieves say of every case."""

from itertools import product

from msgspec.structs import replace
from sqlalchemy import func, select

from core.casework.sieves import BY_NEED, CaseStanding, Sieve, how_surely_over, is_sought, need_of, sieves_of
from core.model import Case
from core.records.holds import ClockMark, HowSurely
from core.timeline import TimelineKind
from core.vocabulary import STILL, CaseState, RecordKind
from storage import sieves
from storage.database import Database
from storage.schema import cases
from tests.storage.samples import NOW, SAMPLES

MARKS = [(over, ends) for over in (None, *HowSurely) for ends in (False, True)]


def every_case() -> list[Case]:
    """One of each sort."""
    sorts = product(CaseState, RecordKind, (True, False), ("yes", "no", "unknown"))
    return [
        replace(
            SAMPLES["cases"], id=number, code=f"code {number}", state=state, record=record, alerting=alerting,
            ongoing=ongoing, owner_id=None, second_id=None,
        )
        for number, (state, record, alerting, ongoing) in enumerate(sorts, 1)
    ]  # fmt: skip


def marks_of(case: Case) -> list[ClockMark]:
    """None, one, or two: what a case has depends on its number alone."""
    chosen = [MARKS[case.id % len(MARKS)], MARKS[case.id // len(MARKS) % len(MARKS)]]
    return [
        replace(
            SAMPLES["clock_marks"], id=case.id * 2 + at, case_id=case.id, person_id=None, answered_by=None, over=over,
            passed_at=NOW, ended_at=NOW if ends else None, void_at=None,
        )
        for at, (over, ends) in enumerate(chosen)
    ]  # fmt: skip


async def test_the_database_and_the_pure_sieves_count_the_same(database: Database) -> None:
    sorts = every_case()
    async with database.write(NOW) as tx:
        for case in sorts:
            tx.cases.add(case)
            for mark in marks_of(case):
                tx.clock_marks.add(mark)
    still = [case for case in sorts if case.state in STILL]
    async with database.read(NOW) as tx:
        rows = (
            await tx.execute(
                select(cases.c.id, sieves.NEED.label("need"), sieves.OVER.label("over")).where(
                    cases.c.state.in_([state.value for state in STILL])
                )
            )
        ).all()
        sought = (await tx.execute(select(func.count()).select_from(cases).where(sieves.SOUGHT))).scalar_one()
    counted = {row.id: (row.need, row.over) for row in rows}
    standings = {case.id: CaseStanding(case, over=how_surely_over(marks_of(case))) for case in still}
    pure = {
        id: (need_of(standing.case), next(iter(over), ""))
        for id, standing in standings.items()
        for over in [sieves_of(standing) & {Sieve.SURELY_OVER, Sieve.PERHAPS_OVER}]
    }
    assert counted == pure
    assert {need for need, _ in pure.values()} == set(BY_NEED)
    assert {over for _, over in pure.values()} == {"", Sieve.SURELY_OVER, Sieve.PERHAPS_OVER}
    assert sought == sum(is_sought(case) for case in sorts)


def test_an_open_case_lies_in_one_of_three_and_a_closed_one_in_none() -> None:
    for case in every_case():
        found = sieves_of(CaseStanding(case, (TimelineKind.REFUSED,), HowSurely.SURELY, False, True))
        assert len(found & set(BY_NEED)) == (case.state is not CaseState.CLOSED)
        assert bool(found) == (case.state is not CaseState.CLOSED)
        assert (Sieve.REFUSED in found) == (case.state is CaseState.ACCEPTED)
