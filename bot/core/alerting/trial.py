"""A search in which nobody answers: who would be asked, and after how long. Nothing is sent or written."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from msgspec import Struct
from msgspec.structs import replace

from bot.core.alerting.escalation import decide
from bot.core.alerting.ground import Ground
from bot.core.alerting.policy import Policy
from bot.core.alerting.whom import Circumstances
from bot.core.model import Alert, Case, Member
from bot.core.vocabulary import AlertState

MOST = 50  # looks; a policy with more rounds than that is shown so far


class Asked(Struct, frozen=True):
    """A round: how long after the report, which step, and who is asked, best first."""

    after: timedelta
    step: int
    members: tuple[int, ...]


def play(
    case: Case,
    members: Sequence[Member],
    policy: Policy,
    zone: tzinfo,
    ground: Ground,
    about: Circumstances,
) -> list[Asked]:
    """The rounds from the report (``case.opened_at``) to the last step, which is the first that repeats."""
    now: datetime = case.opened_at
    alerts: dict[int, Alert] = {}
    rounds: list[Asked] = []
    for _ in range(MOST):
        decision = decide(case, list(alerts.values()), members, policy, now, zone, ground, about)
        for number, alert in alerts.items():
            if number in decision.expire:
                alerts[number] = replace(alert, state=AlertState.EXPIRED)
        case = replace(case, step=decision.step, round=decision.round, loops=decision.loops)
        for number in decision.ask:
            alerts[number] = Alert(number, case.id, number, case.step, case.round, AlertState.OFFERED, now)
        rounds.append(Asked(now - case.opened_at, decision.step, decision.ask))
        if decision.found_nobody or decision.next_look is None:
            break
        now = decision.next_look
    return rounds
