"""What happens to a case is what stands in the table at the head of core.casework.transitions, which people read."""

from itertools import pairwise

import pytest

from core.casework import transitions
from core.casework.transitions import (
    TRANSITIONS,
    CaseEvent,
    Transition,
    inherited_by_second,
    resumed_stub,
)
from core.timeline import TimelineKind
from core.vocabulary import (
    GAVE_BACK,
    HANDED_OVER,
    TAKEN_AWAY,
    CaseState,
    OfferState,
    ReportState,
    TaskKind,
)

Row = dict[str, str]

OFFERS = {
    (None, None): "stays",
    (OfferState.ACCEPTED, None): "accepted",
    (OfferState.DECLINED, HANDED_OVER): "handed over",
    (OfferState.DECLINED, GAVE_BACK): "gave back",
    (OfferState.DECLINED, TAKEN_AWAY): "taken",
    (OfferState.EXPIRED, None): "expired",
}
REPORTS = {None: "", ReportState.CLOSED: "closed", ReportState.OPEN: "open"}
ASKS = {None: "", TaskKind.FIRST_ACTION: "act"}
OTHERWISE_WRITTEN = {
    CaseEvent.RESUMED: TimelineKind.REOPENED,
    CaseEvent.TAKEN: TimelineKind.ACCEPTED,
    CaseEvent.LAPSED: TimelineKind.NO_FIRST_ACTION,
    CaseEvent.UNOWNED: TimelineKind.OWNER_SUSPENDED,
}
STATES = {
    "OPEN, ACC.": (CaseState.OPEN, CaseState.ACCEPTED),
    "any": tuple(CaseState),
    **{state.name: (state,) for state in CaseState},
}


def table() -> list[Row]:
    """The rows, by the names of their columns."""
    lines = (transitions.__doc__ or "").splitlines()
    first, second, third = [number for number, line in enumerate(lines) if line.startswith("=====")]
    ends = [sum(len(one) + 2 for one in lines[first].split()[:n]) for n in range(13)]
    rows = [
        [line[start:end].strip() for start, end in pairwise(ends)]
        for line in lines[first + 1 : third]
        if not line.startswith("=")
    ]
    assert second == first + 2
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def said(change: Transition, state: CaseState) -> Row:
    """A row in the words of the table."""
    begins = "set" if state is CaseState.OPEN else "again"
    timers = {None: "", False: "end", True: begins}[change.holding]
    assert change.first_action is change.holding
    owner = "passes" if change.passes else "none" if change.frees else "stays"
    set_now = change.owner_offer is OfferState.ACCEPTED
    search = "again" if change.searches else "ends" if change.ends_offers else ""
    second = "ends *" if change.ends_offers else "second"
    return {
        "to": change.to.name,
        "owner": "set" if set_now else owner,
        "their offer": "lapsed" if change.lapses else OFFERS[change.owner_offer, change.owner_reason],
        "others'": "end" if change.ends_offers else "asked end" if change.ends_asked else "",
        "search": second if change.seeks_second else search,
        "timers": timers,
        "files": "all" if change.shrinks else "back" if change.takes_back else "",
        "reports": REPORTS[change.reports],
        "news": change.news.removeprefix("news-"),
        "ask": ASKS[change.ask],
    }


@pytest.mark.parametrize("row", table(), ids=lambda row: row["event"].lower())
def test_what_happens_is_what_is_said(row: Row) -> None:
    event = CaseEvent[row["event"]]
    assert {state for one, state in TRANSITIONS if one is event} == set(STATES[row["from"]])
    told = {name: words.removesuffix(" *") for name, words in row.items() if name not in ("event", "from")}
    told["to"], _, mark = row["to"].partition(" ")
    told["search"] = row["search"]
    for state in STATES[row["from"]]:
        change = TRANSITIONS[event, state]
        assert said(change, state) == told
        assert change.line is OTHERWISE_WRITTEN.get(event, TimelineKind.__members__.get(event.name))
        assert (mark == "+") == (change.frees and (state, change.to) == (CaseState.ACCEPTED, CaseState.OPEN))
        if change.ends_offers and change.to is not state:
            assert change.ends_asked
        if mark == "+":
            _is_the_seconds(change, told)
        if mark == "#":
            _is_again(change, told)


def _is_the_seconds(change: Transition, told: Row) -> None:
    anew = {"to": "ACCEPTED", "owner": "passes", "search": "second", "timers": "again", "news": "", "ask": ""}
    assert said(inherited_by_second(change), CaseState.ACCEPTED) == told | anew


def _is_again(change: Transition, told: Row) -> None:
    assert said(resumed_stub(change, CaseState.OPEN), CaseState.CLOSED) == told
    assert said(resumed_stub(change, CaseState.CLOSED), CaseState.CLOSED) == told | {
        "to": "CLOSED",
        "search": "",
    }
    has = {"to": "ACCEPTED", "search": "second", "timers": "again"}
    assert said(resumed_stub(change, CaseState.ACCEPTED), CaseState.CLOSED) == told | has


def test_every_event_has_a_row() -> None:
    assert {row["event"] for row in table()} == {event.name for event in CaseEvent}
