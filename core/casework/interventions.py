"""What was sent to bodies in a case, and what they answered, out of its claims: what is owed, by whom and since when. Pure.

Every line has the number of the first line of the same paper. What was said last counts, no matter who said it; all is kept.

owed       no answer has come, also if somebody wrote down that none came. Not what was withdrawn, nor what the body refused
           to register: that is evidence by itself
overdue    owed, and the time that the law gives for it is over
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from core.casework.case_view import CaseView
from core.casework.claims import Claim, Fact, learning_order
from core.values import Intervention


class InterventionKind(StrEnum):
    """What was sent."""

    COMPLAINT = "complaint"  # about the detention: to a prosecutor, to the head of the body
    RELEASE = "release"  # a demand for release
    JUDGE = "judge_complaint"  # to the investigating judge
    TORTURE = "torture_complaint"
    APPEAL = "appeal"  # against an administrative ruling
    ARREST_APPEAL = "arrest_appeal"  # against an administrative arrest
    REMAND_APPEAL = "remand_appeal"
    MOTION = "motion"
    COPIES = "copies"  # a request for copies and certificates
    LETTER = "letter"
    WGAD = "wgad"  # Working Group on Arbitrary Detention, the regular procedure
    CED = "ced_urgent"  # Committee on Enforced Disappearances, urgent action
    UN_URGENT = "un_urgent"
    UN = "un_communication"
    OTHER = "other"


class InterventionAuthor(StrEnum):
    """Whose step it is; who wrote it down is the source of the claim."""

    US = "us"
    FAMILY = "family"
    COUNSEL = "counsel"  # a lawyer who is not ours
    PERSON = "person"  # whom the case is about


class InterventionReply(StrEnum):
    """What came of it (mt 27)."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    EMPTY = "empty"  # an answer without substance
    NONE = "none"  # somebody says that none has come


REPLIES = (
    InterventionReply.GRANTED,
    InterventionReply.PARTLY,
    InterventionReply.REFUSED,
    InterventionReply.EMPTY,
)
# What an intervention is besides: the step that stops a clock of our own.
STEP_OF = dict.fromkeys(
    (InterventionKind.APPEAL, InterventionKind.ARREST_APPEAL, InterventionKind.REMAND_APPEAL), "appeal_filed"
)


class TrackedIntervention(Struct, frozen=True):
    """An intervention as it is now, the person (None: all of the case), and all that was said of it, oldest first."""

    what: Intervention
    person: int | None
    said: tuple[Fact, ...]

    @property
    def number(self) -> int:
        """The claim that said it first."""
        return self.what.number

    @property
    def is_owed(self) -> bool:
        """Whether an answer is still owed."""
        intervention = self.what
        return (
            intervention.reply in ("", InterventionReply.NONE)
            and not intervention.unregistered
            and not intervention.withdrawn
        )

    def is_overdue(self, now: datetime) -> bool:
        """Whether it is owed longer than the law allows."""
        return self.is_owed and self.what.due_at is not None and self.what.due_at <= now

    def over(self, now: datetime) -> timedelta:
        """For how long it is owed without right."""
        due = self.what.due_at
        return now - due if due is not None and self.is_overdue(now) else timedelta()


def tracked_interventions(view: CaseView) -> list[TrackedIntervention]:
    """All of a case, the one sent first first; the withdrawn too."""
    lines: dict[int, list[tuple[Fact, int | None]]] = {}
    for (kind, person), facts in view.said.items():
        for fact in facts if kind == "intervention" else ():
            if isinstance(fact.value, Intervention):
                lines.setdefault(fact.value.number, []).append((fact, person))
    found = [_tracked(sorted(said, key=lambda line: learning_order(line[0]))) for said in lines.values()]
    return sorted(found, key=lambda intervention: (intervention.what.at, intervention.number))


def tracked_intervention(view: CaseView, number: int) -> TrackedIntervention | None:
    """The one of this number."""
    return next(
        (intervention for intervention in tracked_interventions(view) if intervention.number == number), None
    )


def owed_answers(view: CaseView) -> list[TrackedIntervention]:
    """What has to be answered by a time that is known, the earliest due first."""
    found = [
        (intervention.what.due_at, intervention.number, intervention)
        for intervention in tracked_interventions(view)
        if intervention.is_owed
    ]
    return [
        intervention
        for due, _, intervention in sorted((row for row in found if row[0] is not None), key=_due_order)
    ]


def overdue_answers(view: CaseView, now: datetime) -> list[TrackedIntervention]:
    """What bodies owe longer than the law allows, the longest first."""
    return [intervention for intervention in owed_answers(view) if intervention.is_overdue(now)]


def intervention_lines(intervention: TrackedIntervention) -> list[tuple[str, Claim]]:
    """Each line of one paper, oldest first: what it says that the one before did not, as the timeline calls it."""
    found, before = [], None
    for fact in intervention.said:
        now = fact.value
        assert isinstance(now, Intervention)
        found.append(("sent" if before is None else _changed(before, now), fact.claim))
        before = now
    return found


def _changed(before: Intervention, now: Intervention) -> str:
    if now.withdrawn != before.withdrawn:
        return "withdrawn" if now.withdrawn else "again"
    if (now.reply, now.replied_at) != (before.reply, before.replied_at):
        return "unanswered" if now.reply == InterventionReply.NONE else "answered"
    if now.unregistered != before.unregistered:
        return "unregistered" if now.unregistered else "registered"
    return "corrected"


def _tracked(said: Sequence[tuple[Fact, int | None]]) -> TrackedIntervention:
    newest, person = said[-1]
    assert isinstance(newest.value, Intervention)
    return TrackedIntervention(newest.value, person, tuple(fact for fact, _ in said))


def _due_order(row: tuple[datetime | None, int, TrackedIntervention]) -> tuple[datetime, int]:
    assert row[0] is not None
    return row[0], row[1]
