"""Alarms: what administrators are told of the findings of an audit. Once when it begins, again while it lasts, once when
it is over; a restart forgets nothing, because a restart is what follows an alarm.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from core.traffic import Alarm
from core.watch.audit import MANY, RULES, AuditFinding, AuditRule


class AlarmChange(Struct, frozen=True):
    """One alarm as it is from now on (None: it is over and forgotten), and what to tell: ``finding`` when it goes off,
    ``over`` when it has ended; neither when it is only noted.
    """

    kind: str
    alarm: Alarm | None
    finding: AuditFinding | None = None

    @property
    def over(self) -> bool:
        """Whether to say that it is over; nobody has words any more for what an earlier version watched."""
        return self.alarm is None and self.kind in RULES


def alarm_changes(
    findings: Sequence[AuditFinding], alarms: Sequence[Alarm], now: datetime
) -> list[AlarmChange]:
    """What follows from this audit for the alarms that went off before. ``now`` is the moment of the audit.

    While polling fails nothing is repeated: it would only wait, and arrive in heaps. What was told by a clock that was ahead
    is taken for long ago.
    """
    standing = {alarm.kind: alarm for alarm in alarms}
    deaf = any(finding.kind == "deaf" for finding in findings)
    found = {finding.kind: finding for finding in findings if RULES[finding.kind].spoken}
    result = [
        change
        for kind, finding in found.items()
        if (change := _alarm_of_finding(finding, standing.get(kind), now, deaf=deaf))
    ]
    gone = (alarm for kind, alarm in standing.items() if kind not in found)
    return result + [change for alarm in gone if (change := _alarm_over(alarm, now))]


def _alarm_of_finding(
    finding: AuditFinding, alarm: Alarm | None, now: datetime, *, deaf: bool
) -> AlarmChange | None:
    if alarm is None:
        began = Alarm(finding.kind, now, finding.count, finding.names)
        return AlarmChange(finding.kind, began, finding)
    back = replace(alarm, quiet_since=None)
    if not deaf and abs(now - alarm.told_at) >= _alarm_pause(RULES[finding.kind], finding, alarm):
        return AlarmChange(
            finding.kind, replace(back, told_at=now, count=finding.count, names=finding.names), finding
        )
    return AlarmChange(finding.kind, back) if back != alarm else None


def _alarm_pause(rule: AuditRule, finding: AuditFinding, alarm: Alarm) -> timedelta:
    grown = finding.count > alarm.count or not set(finding.names) <= set(alarm.names)
    return rule.worse if grown and rule.worse is not None else rule.again


def _alarm_over(alarm: Alarm, now: datetime) -> AlarmChange | None:
    rule = RULES.get(alarm.kind, AuditRule())  # a kind of an earlier version
    if alarm.quiet_since is None:
        return AlarmChange(alarm.kind, replace(alarm, quiet_since=now))
    if abs(now - alarm.quiet_since) >= rule.after + rule.calm:
        return AlarmChange(alarm.kind, None)
    return None


def finding_details(finding: AuditFinding, zone: ZoneInfo) -> dict[str, str]:
    """What the words of a finding may need: how many, which, and since when by the organisation's clock."""
    count = f"{MANY}+" if finding.count >= MANY else str(finding.count)
    names = ", ".join(finding.names) + (", …" if finding.count > len(finding.names) else "")
    return {"count": count, "names": names, "since": f"{finding.since.astimezone(zone):%Y-%m-%d %H:%M}"}
