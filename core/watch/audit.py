"""The audit: what must not last, and what is found of it. The reading is in storage.audit, the asking in loops.watchman.

A *sight* is something that is normal for a moment and wrong when it lasts: a timer that is due, a message that waits.
``RULES`` says for each kind how long is too long. All that the database or the messenger shows is first put into this
form; so one rule judges everything, and to watch a new thing takes one line here and one sight there.

Time counts only while the bot is watching: after downtime everything is overdue, but it is being worked on, not stuck.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

NAMED = 5  # of these a finding says the names; of the others, how many
MANY = 100  # sights of a kind that are looked at, the oldest; more are said to be as many or more
CALM = timedelta(minutes=5)  # so long nothing is seen, beyond its patience, until it is called over


class AuditRule(Struct, frozen=True):
    """How long a sight of this kind may last, and what follows when it does.

    ``until``: older ones are history, not findings. ``again``: an alarm that lasts is repeated after so long; ``worse``:
    or when more of the kind have joined. ``calm``: how long after its end it is called over. ``spoken``: administrators
    are told; else others have told them, or nobody can. ``stops``: no heartbeat leaves while it is found.
    """

    after: timedelta = timedelta()
    until: timedelta | None = None
    again: timedelta = timedelta(hours=4)
    worse: timedelta | None = None
    calm: timedelta = CALM
    spoken: bool = True
    stops: bool = True


_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)

RULES: dict[str, AuditRule] = {
    # a case that nobody has and that nothing will offer again; names: its code
    "adrift": AuditRule(worse=15 * _MINUTE),
    # a case that was accepted, without a first action and without the timer that asks for it; names: its code
    "unminded": AuditRule(worse=15 * _MINUTE),
    # a member's row that was changed by hand, and gives no power until it is mended; names: its id
    "forged": AuditRule(worse=15 * _MINUTE, again=_DAY, stops=False),
    # an update that is stored and not handled
    "unhandled": AuditRule(after=3 * _MINUTE),
    # an alert or hand-over that has not left
    "unsent": AuditRule(after=3 * _MINUTE),
    # a card that calls somebody and was given up; names: the code of its case
    "unshown": AuditRule(worse=15 * _MINUTE),
    # a message whose sending neither ended nor failed
    "leased": AuditRule(after=5 * _MINUTE),
    # a timer that is due and does not run
    "overdue": AuditRule(after=3 * _MINUTE),
    # Telegram has updates for us, and nothing is fetched; names: how many
    "unfetched": AuditRule(after=2 * _MINUTE),
    # a program of ours between us and a messenger does not answer; names: the messenger
    "daemon": AuditRule(after=2 * _MINUTE),
    # a file that somebody sent and that is not fetched; names: its row
    "unkept": AuditRule(after=60 * _MINUTE, stops=False),
    # too little room on the disk for the files that people send
    "full": AuditRule(stops=False),
    # the newest backup is too old; names: for how many hours there was none
    "backup": AuditRule(after=_MINUTE, again=_DAY, stops=False),
    # so long no backup was tried out, though there are some; names: for how many hours
    "unproven": AuditRule(after=_MINUTE, again=_DAY, stops=False),
    # a digest that did not go out; names: its day
    "digest": AuditRule(after=15 * _MINUTE),
    # no digest is planned for the next two days
    "unplanned": AuditRule(),
    # an update or timer that was given up just now: loops.inbox and loops.timers have told
    "parked": AuditRule(until=60 * _MINUTE, spoken=False),
    # polling does not succeed: loops.inbox has told
    "deaf": AuditRule(after=5 * _MINUTE, spoken=False),
    # the sign of life of this run is not written: nothing that must be written can be told
    "unwritten": AuditRule(after=5 * _MINUTE, spoken=False),
    # our own heartbeat does not arrive; names: why
    "heartbeat": AuditRule(after=10 * _MINUTE, again=_DAY, calm=_DAY, stops=False),
}

# of these a restart is the cure, for what outside is in trouble shows as something else
STANDS_STILL = frozenset({"unhandled", "leased", "overdue", "unwritten"})


class Sight(Struct, frozen=True):
    """Something that must not last. ``name`` is an id, a code or a kind, never a person's name or words.

    ``since`` (UTC): when it began. When the row does not say (None), or says it by a clock that was ahead, it counts from
    when it was first seen.
    ``mark`` tells two sights of the same name apart: a message that is being sent again is another sight.
    """

    name: str
    since: datetime | None = None
    mark: str = ""


class AuditFinding(Struct, frozen=True):
    """What lasts too long. ``names``: of the oldest; ``since`` (UTC): the oldest of them, as far as it was watched."""

    kind: str
    count: int
    names: tuple[str, ...]
    since: datetime


Sights = Mapping[str, Sequence[Sight]]  # by kind, the oldest first
Key = tuple[str, str, str]
FirstSeen = Mapping[Key, datetime]  # when each sight that does not say so itself was first seen


def remember_sights(sights: Sights, seen: FirstSeen, now: datetime) -> dict[Key, datetime]:
    """When each of these was first seen. What is not seen any more is forgotten."""
    untold = (
        (kind, sight) for kind, found in sights.items() for sight in found if _told_since(sight, now) is None
    )
    return {key: seen.get(key, now) for key in (_key(kind, sight) for kind, sight in untold)}


def judge_sights(
    sights: Sights, seen: FirstSeen, watched_since: datetime, now: datetime
) -> tuple[AuditFinding, ...]:
    """What lasts too long, in the order of ``RULES``. Nothing that began before ``watched_since`` is older than that."""
    found = []
    for kind, rule in RULES.items():
        late = []
        for sight in sights.get(kind, ()):
            told, first_seen = _told_since(sight, now), seen.get(_key(kind, sight), now)
            began = told if told is not None else first_seen
            watched = max(began, watched_since)
            if now - watched >= rule.after and (rule.until is None or now - began < rule.until):
                late.append((sight.name, watched))
        if late:
            names = tuple(name for name, _ in late[:NAMED])
            found.append(AuditFinding(kind, len(late), names, min(since for _, since in late)))
    return tuple(found)


def is_loop_stuck(findings: Sequence[AuditFinding], before: Sequence[AuditFinding]) -> bool:
    """Whether a loop of ours stands still: what hung longest at the audit before hangs longest now."""
    stood = {(finding.kind, finding.names[:1]) for finding in before}
    return any(
        finding.kind in STANDS_STILL and (finding.kind, finding.names[:1]) in stood for finding in findings
    )


def is_clean(findings: Sequence[AuditFinding]) -> bool:
    """Whether a heartbeat may leave."""
    return not any(RULES[finding.kind].stops for finding in findings)


def _told_since(sight: Sight, now: datetime) -> datetime | None:
    return sight.since if sight.since is not None and sight.since <= now else None


def _key(kind: str, sight: Sight) -> Key:
    return kind, sight.name if not sight.mark else "", sight.mark
