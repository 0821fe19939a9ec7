"""The figures of a played hour, out of what the phones saw and what the bot still knows. Pure."""

import math
import re
import statistics
from bisect import bisect_right
from collections import Counter
from datetime import datetime
from typing import Any

from benchmarks.guided import OPENING
from benchmarks.hour.citizens import Citizen, Citizens
from benchmarks.hour.known import Known, groups
from benchmarks.hour.screens import Screens
from benchmarks.hour.story import EACH
from benchmarks.tables import percentile

ALLOWED = 30  # messages a second
ROLES = ("citizen", "lawyer", "coordinator", "channel")
GROUPED = re.compile(r"(?<![\d.])(\d{1,3})[\s,](?=\d{3}\b)")  # thousands: "2 871"
Json = dict[str, Any]


def figures(
    citizens: Citizens,
    screens: Screens,
    known: Known,
    detention: dict[int, int],
    refused: int,
    seconds: float,
) -> Json:
    """All of them as JSON data."""
    everybody = citizens.everybody
    alerts: dict[int, float] = {}
    for number, at in screens.offered.items():
        person = number if known.cases is None else known.cases[number]
        alerts[person] = min(at, alerts.get(person, at))
    openings = {person: _opening(one, known, person) for person, one in everybody.items()}
    opened = {person: at for person, at in openings.items() if at is not None}
    waits = {person: alerts[person] - at for person, at in opened.items() if person in alerts}
    gone = [q for person, one in everybody.items() for q in one.taken - known.answers.get(person, set())]
    linked = {person for pair in known.linked() for person in pair}
    sent = screens.sent
    minutes = max(1, -(-round(seconds) // 60))
    by_minute = [sum(sent[role, minute] for role in ROLES) for minute in range(minutes)]
    return {
        "people": len(everybody),
        "updates": sum(len(one.acts) for one in everybody.values()),
        "unanswered": sum(one.waits for one in everybody.values()),
        "unanswered_asked": Counter(one.acts[-1][1] for one in everybody.values() if one.waits),
        "answers_taken": sum(len(one.taken) for one in everybody.values()),
        "answers_lost": len(gone),
        "lost_by_question": Counter(gone),
        "opened": len(opened),
        "not_alerted": len(opened) - len(waits),
        "not_alerted_at": {
            person: {"opened": at, "asked": known.asked.get(person, [])}
            for person, at in opened.items()
            if person not in waits
        },
        "not_alerted_linked": sum(person in linked for person in opened if person not in waits),
        "alerts_repeated": screens.repeated["lawyer"],
        "repeated": dict(screens.repeated),
        "repeats": screens.repeats[:20],
        "refused": refused,
        "refused_by_role": dict(screens.refused),
        "rejected": dict(screens.rejected),
        "alert_s": {
            "p50": statistics.median(waits.values()) if waits else None,
            "p99": percentile(list(waits.values())) if waits else None,
            "worst": max(waits.values(), default=None),
        },
        "alerts_late": sum(one > 2 for one in waits.values()),
        "sent": {role: sum(sent[role, minute] for minute in range(minutes)) for role in ROLES},
        "edits": dict(screens.edits),
        "sent_a_minute": {role: [sent[role, minute] for minute in range(minutes)] for role in ROLES},
        "share": sum(by_minute) / (ALLOWED * seconds),
        "share_busiest": max(by_minute) / (ALLOWED * 60),
        **_linking(known, detention, opened),
        **_digest(screens, known, everybody, opened),
    }


def _opening(one: Citizen, known: Known, person: int) -> float | None:
    """When the act was done that opened the case: the last before the update that did; of the peers the answer of a city."""
    if known.cases is None:
        return next((at for at, asked, _ in one.acts if asked == OPENING), None)
    at = known.opened.get(person)
    return one.acts[bisect_right([act for act, *_ in one.acts], at) - 1][0] if at is not None else None


def _linking(known: Known, detention: dict[int, int], opened: dict[int, float]) -> Json:
    true = [(a, b) for a, b, *_ in known.pairs if detention[a] == detention[b]]
    return {
        "duplicates": len(opened) - len({detention[person] for person in opened}),
        "pairs_proposed": len(known.pairs),
        "duplicates_proposed": groups(true),
        "pairs_false": len(known.pairs) - len(true),
        "linked": groups(known.linked()),
        "linked_wrongly": sum(detention[a] != detention[b] for a, b in known.linked()),
    }


def _digest(screens: Screens, known: Known, everybody: dict[int, Citizen], opened: dict[int, float]) -> Json:
    """What the channel read, beside what was reported until then: the cases less those that coordinators made one."""
    ends = known.digest["covers_to"] if known.digest is not None else None
    until = datetime.fromisoformat(ends).timestamp() if ends is not None else math.inf
    reported = sum(known.made.get(person, at) < until for person, at in opened.items())
    reported -= groups(known.linked(until))
    posts = [GROUPED.sub(r"\1", post) for post in screens.posts]
    numbers = [int(one) for one in re.findall(r"\d+", posts[0])] if posts else []
    said = known.digest["new"][0] if known.digest is not None else next(iter(numbers), None)
    return {
        "digest_posts": len(screens.posts),
        "digest_says": said,
        "digest_expected": reported,
        "digest_right": len(screens.posts) == 1 and said == reported and said in numbers,
        "digest_numbers": numbers[:20],
        "truly_detained": len(everybody) // EACH,
    }
