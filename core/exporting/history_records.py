"""The histories in a case as records: where people were held, what status they had, and what was sent to bodies.

A stay is a place where somebody was held, from when until when, as each source says it; if two sources say the same, both
stay.

``seen`` is where it happened; ``taken`` where they were brought; ``held`` where they were since; ``found`` where a list from
a station's door has them; ``denied`` where that was denied. A stay ends when the next begins, or with the release.

The history of a person has their legal status, the moments from which the law's hours run, proceedings, hearings and
counsel. Each line is what one source says; sources that contradict each other have a line each.

Each paper that was sent to a body, with its answer, is one record as it is now; its history is in the claims.
"""

from collections.abc import Iterator

from core.casework import interventions as sent
from core.casework.case_view import CaseView
from core.casework.claim_kinds import STEPS
from core.casework.claims import Fact
from core.casework.interventions import TrackedIntervention
from core.exporting.codes import code_of, digits_of
from core.exporting.exported_case import ExportedCase, person_id
from core.exporting.table_columns import Cell, Row
from core.values import Consent, Hearing, Moment, Place, Proceeding

# How a stay is called, by what it is said; and which moments begin and end it: the first that is known.
PLACE_KINDS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "place": ("seen", ("started",), ("delivered", "transferred", "released_at")),
    "taken": ("taken", ("delivered",), ("transferred", "released_at")),
    "held": ("held", ("transferred", "delivered"), ("released_at",)),
    "found": ("found", (), ("released_at",)),
    "denied": ("denied", (), ()),
}


def place_rows(told: ExportedCase) -> list[Row]:
    """All of them, in the order in which we learnt them."""
    found = [
        (fact.claim.noted_at, fact.claim.id, kind, whom, fact)
        for (kind, whom), facts in told.view.said.items()
        if kind in PLACE_KINDS
        for fact in _counted(told.view, kind, whom, facts)
    ]
    found.sort(key=lambda row: row[:2])
    return [_stay_row(told, kind, whom, fact) for _, _, kind, whom, fact in found]


def place_ids(told: ExportedCase, place: Place | None) -> tuple[str, str, str]:
    """Region, city and district by their ids. A district may name somebody, and stands in a full export alone."""
    if place is None:
        return "", "", ""
    city = place.city or ""
    known = city and told.gazetteer.knows(city)
    region = place.region or (told.gazetteer.region_of(city) if known else "")
    return region, city, (place.district or "") if told.may_tell else ""


def _counted(view: CaseView, kind: str, whom: int | None, facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """What each source says now; of what happened again and again, everything."""
    if kind in ("found", "denied", "taken", "held"):
        yield from facts
        return
    now = view.fact(kind) if whom is None else view.of(whom, kind)
    if now is not None:
        yield from (now, *now.others)


def _stay_row(told: ExportedCase, kind: str, whom: int | None, fact: Fact) -> Row:
    how, begins, ends = PLACE_KINDS[kind]
    value = fact.value
    place = value if isinstance(value, Place) else Place(text=str(value))
    came = fact if not begins else _first_fact(told, begins, whom)
    left = _first_fact(told, ends, whom)
    exact: tuple[Cell, Cell, Cell] = ("", None, None)
    if told.may_tell:
        exact = told.typed(place.text), place.latitude, place.longitude
    return (
        told.code,
        person_id(whom),
        how,
        *place_ids(told, place),
        "",
        *exact,
        *told.when(came),
        told.source(came),
        *told.when(left),
        told.source(left),
        *told.tail(fact),
    )


def _first_fact(told: ExportedCase, kinds: tuple[str, ...], whom: int | None) -> Fact | None:
    of = (told.view.of(whom, kind) for kind in kinds)
    return next((fact for fact in of if fact is not None), None)


MOMENTS = ("started", "delivered", "protocol", "transferred", "released_at", "appointment", *STEPS)
COUNSEL = ("admitted", "refused")  # of visits: what the station did, not what we did
SEEN = (
    "protocol_seen", "delivery_certificate", "release_certificate", "medical_examination", "phone_notice",
)  # fmt: skip
WHOLE = ("status", "proceeding", "hearing", "visit")  # histories: every line is a line
STATUS_KINDS = frozenset((*MOMENTS, *WHOLE, *SEEN, "met_privately", "undertaking", "result"))


def status_rows(told: ExportedCase) -> list[Row]:
    """All lines, by the time of which they are true, and where that is not known of when we learnt them."""
    found = []
    for (kind, whom), facts in told.view.said.items():
        if kind not in STATUS_KINDS:
            continue
        said = facts if kind in WHOLE else {(f.source, f.claim.proceeding_id): f for f in facts}.values()
        found += [(fact.time or fact.claim.noted_at, fact.claim.id, kind, whom, fact) for fact in said]
    found.sort(key=lambda row: row[:2])
    return [
        row for _, _, kind, whom, fact in found if (row := _status_row(told, kind, whom, fact)) is not None
    ]


def _status_row(told: ExportedCase, kind: str, whom: int | None, fact: Fact) -> Row | None:
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
    at, precision = _time_and_precision(told, fact)
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


def _time_and_precision(told: ExportedCase, fact: Fact) -> tuple[str, str]:
    value = fact.value
    if isinstance(value, Hearing):
        return told.time(value.at, value.precision), str(value.precision)
    return told.when(fact)


KIND = "intervention"  # the field of the codebook in which its kinds stand


def intervention_rows(told: ExportedCase) -> list[Row]:
    """The first one sent first; the withdrawn too."""
    return [_intervention_row(told, intervention) for intervention in sent.tracked_interventions(told.view)]


def _intervention_row(told: ExportedCase, intervention: TrackedIntervention) -> Row:
    what = intervention.what
    return (
        told.code,
        person_id(intervention.person),
        f"S{intervention.number:x}",
        told.time(what.at, what.precision),
        str(what.precision),
        told.typed(what.addressee),
        what.sort,
        digits_of(KIND, what.sort),
        what.by,
        told.typed(what.reference),
        told.time(what.due_at),
        what.reply,
        digits_of("response", what.reply),
        told.time(what.replied_at, what.reply_precision),
        str(what.reply_precision) if what.replied_at else "",
        told.typed(what.reply_reference),
        "yes" if what.unregistered else "no",
        "yes" if what.withdrawn else "no",
        *told.tail(intervention.said[-1]),
    )
