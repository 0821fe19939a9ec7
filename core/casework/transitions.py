"""The life of a case: what may happen in which state, where it leads, and everything that follows from it.

    nobody has it    OPEN       lawyers are asked, unless it is a quiet record
    somebody has it  ACCEPTED   the owner sees it whole, and shows within the first-action time that they are on it;
                                where two lawyers are wanted, others are asked for the second place
    it is over       CLOSED     with an outcome; only a member closes
    it is a stub     CLOSED     a coordinator has said that its reports tell of another case (Record.STUB); its owner and
                                their offer stay as they were, in case it is undone

A row of :data:`TRANSITIONS` is one event in one state. What it does not name, does not change. An event that has no row in
a state cannot happen there: a member who pressed is told what is true. Only ``handlers.casework.lifecycle`` does what rows
say.

=============  ==========  =========  ======  ============  =========  =======  ======  =====  ========  ========  ===
event          from        to         owner   their offer   others'    search   timers  files  reports   news      ask
=============  ==========  =========  ======  ============  =========  =======  ======  =====  ========  ========  ===
TAKEN          OPEN        ACCEPTED   set     accepted      end *      ends *   set                      accepted
JOINED         ACCEPTED    ACCEPTED   stays   stays         end        ends
SECOND_LEFT    ACCEPTED    ACCEPTED   stays   stays                    second           back
HANDED_OVER    ACCEPTED    ACCEPTED   passes  handed over   asked end  second   again   back
GIVEN_BACK     ACCEPTED    OPEN +     none    gave back     asked end  again    end     back             lost
TAKEN_AWAY     ACCEPTED    OPEN +     none    taken         asked end  again    end     back             lost
LAPSED         ACCEPTED    OPEN +     none    lapsed        asked end  again    end     back             lost      act
UNOWNED        ACCEPTED    OPEN +     none    expired       asked end  again    end     back             lost
CLOSED         OPEN, ACC.  CLOSED     stays   stays         end        ends     end     all    closed    closed
REOPENED       CLOSED      OPEN       none    expired                  again                   open      reopened
RESUMED        CLOSED      ACCEPTED   set     accepted                 second   again          open      reopened
LINKED_AWAY    any         CLOSED     stays   stays         end        ends     end     all
UNLINKED       CLOSED      OPEN #     stays   stays                    again
=============  ==========  =========  ======  ============  =========  =======  ======  =====  ========  ========  ===

*  where two are wanted the offers stand for the second place, and the search goes on for it
   (handlers.alerting.second_lawyer).
+  where there is a second lawyer, :func:`inherited_by_second`: the case is ACCEPTED and passes to them with their offer,
   the timers are set again, the second place is looked for, and neither news nor coordinators are needed.
asked end: only a member whom the owner or a coordinator asked to take it over is no longer asked. TAKEN ends that, too.
#  where somebody had it, or it was closed, :func:`resumed_stub`: it is so again, and its owner is waited for again.
timers: of the first action with its reminder; whether it is still theirs; who is asked to take it over.

Besides, each event writes its line into the timeline and has all cards of the case drawn again. Files: words and files that
were handed out are taken back; *all*: so are coordinators' copies of the case.
"""

from enum import StrEnum, auto

from msgspec import Struct
from msgspec.structs import replace

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


class CaseEvent(StrEnum):
    """What happens to a case."""

    TAKEN = auto()  # accepted, by a button or on the phone
    JOINED = auto()  # a second lawyer
    SECOND_LEFT = auto()  # gave it back, or takes no cases any more
    HANDED_OVER = auto()  # a colleague who was asked by name takes it over
    GIVEN_BACK = auto()  # by the owner
    TAKEN_AWAY = auto()  # a coordinator offers it to others
    LAPSED = auto()  # accepted, and then no first action in time
    UNOWNED = auto()  # the owner takes no cases any more: suspended
    CLOSED = auto()
    REOPENED = auto()
    RESUMED = auto()  # the release by which it was closed is denied: it is its owner's again
    LINKED_AWAY = auto()  # its reports feed another case
    UNLINKED = auto()  # they feed it again


class Transition(Struct, frozen=True):
    """What one event does to a case in one state."""

    to: CaseState
    line: TimelineKind  # of the timeline
    owner_offer: OfferState | None = (
        None  # what becomes of the offer of the member who has, or takes, the case
    )
    owner_reason: str | None = None
    lapses: bool = False  # the offer remembers that nothing followed
    frees: bool = False  # the owner has it no more, and what the first action was is forgotten
    passes: bool = False  # to somebody else, whose offer is accepted
    ends_offers: bool = False  # those of everybody else, and the search
    ends_asked: bool = False  # those by which a colleague was asked to take it over
    searches: bool = False  # from the first step, if lawyers are asked about it at all
    seeks_second: bool = False  # for the second place, where two are wanted
    first_action: bool | None = None  # the timer that waits for one: set, ended, left
    holding: bool | None = None  # the timer that asks whether it is still theirs: likewise
    takes_back: bool = False  # words and files handed out beside the card
    shrinks: bool = False  # coordinators' copies of the case
    reports: ReportState | None = None  # closed ones are asked nothing any more
    news: str = ""  # the key of what reporters hear who want to hear it
    ask: TaskKind | None = None  # what coordinators are asked


_FREED = {
    "frees": True,
    "ends_asked": True,
    "searches": True,
    "first_action": False,
    "holding": False,
    "takes_back": True,
    "news": "news-lost",
}
_CLOSED = Transition(
    CaseState.CLOSED,
    TimelineKind.CLOSED,
    ends_offers=True,
    ends_asked=True,
    first_action=False,
    holding=False,
    takes_back=True,
    shrinks=True,
    reports=ReportState.CLOSED,
    news="news-closed",
)

_LINKED_AWAY = replace(_CLOSED, line=TimelineKind.LINKED_AWAY, reports=None, news="")

TRANSITIONS: dict[tuple[CaseEvent, CaseState], Transition] = {
    (CaseEvent.TAKEN, CaseState.OPEN): Transition(
        CaseState.ACCEPTED,
        TimelineKind.ACCEPTED,
        owner_offer=OfferState.ACCEPTED,
        ends_offers=True,
        ends_asked=True,
        seeks_second=True,
        first_action=True,
        holding=True,
        news="news-accepted",
    ),
    (CaseEvent.JOINED, CaseState.ACCEPTED): Transition(
        CaseState.ACCEPTED, TimelineKind.JOINED, ends_offers=True
    ),
    (CaseEvent.SECOND_LEFT, CaseState.ACCEPTED): Transition(
        CaseState.ACCEPTED, TimelineKind.SECOND_LEFT, seeks_second=True, takes_back=True
    ),
    (CaseEvent.HANDED_OVER, CaseState.ACCEPTED): Transition(
        CaseState.ACCEPTED,
        TimelineKind.HANDED_OVER,
        owner_offer=OfferState.DECLINED,
        owner_reason=HANDED_OVER,
        frees=True,
        passes=True,
        ends_asked=True,
        seeks_second=True,
        first_action=True,
        holding=True,
        takes_back=True,
    ),
    (CaseEvent.GIVEN_BACK, CaseState.ACCEPTED): Transition(
        CaseState.OPEN,
        TimelineKind.GIVEN_BACK,
        owner_offer=OfferState.DECLINED,
        owner_reason=GAVE_BACK,
        **_FREED,  # type: ignore[arg-type]
    ),
    (CaseEvent.TAKEN_AWAY, CaseState.ACCEPTED): Transition(
        CaseState.OPEN,
        TimelineKind.TAKEN_AWAY,
        owner_offer=OfferState.DECLINED,
        owner_reason=TAKEN_AWAY,
        **_FREED,  # type: ignore[arg-type]
    ),
    (CaseEvent.LAPSED, CaseState.ACCEPTED): Transition(
        CaseState.OPEN,
        TimelineKind.NO_FIRST_ACTION,
        owner_offer=OfferState.EXPIRED,
        lapses=True,
        ask=TaskKind.FIRST_ACTION,
        **_FREED,  # type: ignore[arg-type]
    ),
    (CaseEvent.UNOWNED, CaseState.ACCEPTED): Transition(
        CaseState.OPEN,
        TimelineKind.OWNER_SUSPENDED,
        owner_offer=OfferState.EXPIRED,
        **_FREED,  # type: ignore[arg-type]
    ),
    (CaseEvent.CLOSED, CaseState.OPEN): _CLOSED,
    (CaseEvent.CLOSED, CaseState.ACCEPTED): _CLOSED,
    (CaseEvent.REOPENED, CaseState.CLOSED): Transition(
        CaseState.OPEN,
        TimelineKind.REOPENED,
        owner_offer=OfferState.EXPIRED,
        frees=True,
        searches=True,
        reports=ReportState.OPEN,
        news="news-reopened",
    ),
    (CaseEvent.RESUMED, CaseState.CLOSED): Transition(
        CaseState.ACCEPTED,
        TimelineKind.REOPENED,
        owner_offer=OfferState.ACCEPTED,
        seeks_second=True,
        first_action=True,
        holding=True,
        reports=ReportState.OPEN,
        news="news-reopened",
    ),
    **{(CaseEvent.LINKED_AWAY, state): _LINKED_AWAY for state in CaseState},
    (CaseEvent.UNLINKED, CaseState.CLOSED): Transition(CaseState.OPEN, TimelineKind.UNLINKED, searches=True),
}


def inherited_by_second(change: Transition) -> Transition:
    """What becomes of a row that frees the case where a second lawyer is there: it is theirs."""
    return replace(
        change,
        to=CaseState.ACCEPTED,
        passes=True,
        searches=False,
        seeks_second=True,
        first_action=True,
        holding=True,
        news="",
        ask=None,
    )


def resumed_stub(change: Transition, was: CaseState) -> Transition:
    """What becomes of the row of a stub that was in another state than OPEN before it was one."""
    if was is CaseState.ACCEPTED:
        return replace(change, to=was, searches=False, seeks_second=True, first_action=True, holding=True)
    return replace(change, to=was, searches=was is CaseState.OPEN)


def first_action_key(case_id: int) -> str:
    """The timer that waits for the owner's first action."""
    return f"first-action:case-{case_id}"


def reminder_key(case_id: int) -> str:
    """The timer that reminds the owner of the first action."""
    return f"reminder:case-{case_id}"


def ringing_key(case_id: int) -> str:
    """The timer that is there while a coordinator rings about a case that nobody has; its subject is that member."""
    return f"ringing:case-{case_id}"
