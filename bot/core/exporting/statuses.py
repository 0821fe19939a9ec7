"""What somebody was when: a history. Legal status, the moments by which the law's hours run, proceedings, hearings, counsel.

Each line is what one source says; sources that contradict each other have a line each.
"""

from bot.core.casework.kinds import STEPS
from bot.core.casework.rules import Fact
from bot.core.exporting.codes import code_of
from bot.core.exporting.shape import Row
from bot.core.exporting.told import Told, person_id
from bot.core.values import Consent, Hearing, Moment, Proceeding

MOMENTS = ("started", "delivered", "protocol", "transferred", "released_at", "appointment", *STEPS)
COUNSEL = ("admitted", "refused")  # of visits: what the station did, not what we did
SEEN = (
    "protocol_seen", "delivery_certificate", "release_certificate", "medical_examination", "phone_notice",
)  # fmt: skip
WHOLE = ("status", "proceeding", "hearing", "visit")  # histories: every line is a line
KINDS = frozenset((*MOMENTS, *WHOLE, *SEEN, "met_privately", "undertaking", "result"))


def statuses(told: Told) -> list[Row]:
    """All lines, by the time of which they are true, and where that is not known of when we learnt them."""
    found = []
    for (kind, whom), facts in told.view.said.items():
        if kind not in KINDS:
            continue
        said = facts if kind in WHOLE else {(f.source, f.claim.proceeding_id): f for f in facts}.values()
        found += [(fact.time or fact.claim.noted_at, fact.claim.id, kind, whom, fact) for fact in said]
    found.sort(key=lambda one: one[:2])
    return [row for _, _, kind, whom, fact in found if (row := _line(told, kind, whom, fact)) is not None]


def _line(told: Told, kind: str, whom: int | None, fact: Fact) -> Row | None:
    value = fact.value
    name, said, detail, column = kind, "", "", ""
    if isinstance(value, Moment):
        said, detail = "", value.words
    elif isinstance(value, Proceeding):
        said, detail = value.sort, " ".join(part for part in (value.article, value.part, value.state) if part)
    elif isinstance(value, Hearing):
        said = "off" if value.off else value.outcome
        parts = (value.court, value.judge, value.subject, value.measure)
        detail = " · ".join(part for part in parts if part)
    elif isinstance(value, str | Consent):
        said = value if isinstance(value, str) else value.answer
    if kind == "visit":
        if said not in COUNSEL:
            return None
        name, column = "counsel", "counsel"
    elif kind == "met_privately":
        name, column = "counsel", "counsel"
        said = "met_privately" if said == "yes" else "not_private"
    elif kind == "status":
        column = "status"
    code = code_of(column, said)
    at, precision = _when(told, fact)
    return (
        told.code,
        person_id(whom),
        name,
        said,
        code.list or None,
        code.digits,
        told.typed(detail),
        at,
        precision,
        told.time(fact.claim.until),
        *told.tail(fact),
    )


def _when(told: Told, fact: Fact) -> tuple[str, str]:
    value = fact.value
    if isinstance(value, Hearing):
        return told.time(value.at), str(value.precision)
    return told.when(fact)
