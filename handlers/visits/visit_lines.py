"""What a card says of a lawyer's visit: how far it is, and what they saw: statuses with their history, papers, and moments
that cannot be.
"""

from collections.abc import Iterable

from core.casework.case_view import CaseView
from core.casework.claims import Fact, SourceKind
from core.casework.visits import (
    ANSWERED_KINDS,
    NO,
    UNSEEN,
    YES,
    ImpossibleMoment,
    VisitQuestion,
    VisitStep,
    impossible_moments,
    last_statuses,
    people_told_of,
    statuses_contradict,
    visit_trail,
)
from core.model import Case
from core.values import Moment, Precision
from handlers.cards import case_lines
from handlers.cards.card_lines import CardReading
from handlers.cards.fact_lines import CaseReading, person_name, when_words
from handlers.cards.visit_way import step_words, steps_of
from handlers.service import Service
from storage.transaction import Transaction

MARKS = {YES: "✓", NO: "✗", UNSEEN: "?"}
SHOWN = 6  # steps of a visit, the newest
STATUSES_SHOWN = 3  # the newest
COARSE = (Precision.PART, Precision.DAY, Precision.MONTH, Precision.YEAR)  # of these no hour is said


async def seen_lines(reading: CardReading) -> list[str]:
    """What was seen of each person; nothing where nothing was said."""
    view = reading.view
    told = [await _status_line(reading.tx, reading, who) for who in people_told_of(view, "status")]
    told += [line for who in _seen_of(view) if (line := _seen_words(reading, who))]
    return [*told, *(doubt_line(reading, moment) for moment in impossible_moments(view))]


def who_words(service: Service, language: str, case: Case, view: CaseView, person: int | None) -> str:
    """A person of the case, or everybody in it; who is alone in it, is everybody."""
    if person is not None:
        return person_name(language, service, view, person)
    alone = case.identified + case.unidentified_min <= 1
    if alone and view.people.names:
        return view.people.names[-1]
    return service.words.say(language, "saw-one" if alone else "saw-everybody")


def answer_mark(view: CaseView, person: int | None, seen: VisitQuestion) -> str:
    """What was answered, as a sign; of several who differ, all of them."""
    fact = view.of(person, ANSWERED_KINDS[seen])
    if fact is None:
        return ""
    return "/".join(dict.fromkeys(MARKS[str(said.value)] for said in (fact, *fact.others)))


def doubt_line(reading: CaseReading, moment: ImpossibleMoment) -> str:
    """A moment that cannot be, and what it contradicts."""
    said = reading.say(f"case-{moment.kind.replace('_', '-')}", value=_moment_words(reading, moment.said))
    if moment.person is not None:
        said = f"{who_words(reading.service, reading.language, reading.case, reading.view, moment.person)}: {said}"
    if moment.start is None:
        at = case_lines.local_time(moment.said.claim.noted_at, reading.zone, reading.service.zone)
        return reading.say("visit-doubt-future", said=said, start=at)
    return reading.say("visit-doubt-before", said=said, start=_moment_words(reading, moment.start))


async def _status_line(tx: Transaction, reading: CaseReading, who: int | None) -> str:
    """The history; where its sources differ, what each says last, and who that is."""
    history = reading.view.history("status", who)
    if statuses_contradict(history):
        said = [
            reading.say("visit-said-by", said=_with_time(reading, fact), who=await _member_name(tx, fact))
            for fact in last_statuses(history)
        ]
        text = " · ".join(said)
    else:
        text = " → ".join(_with_time(reading, fact) for fact in history[-STATUSES_SHOWN:])
    return reading.say(
        "visit-status",
        who=who_words(reading.service, reading.language, reading.case, reading.view, who),
        status=text,
    )


async def _member_name(tx: Transaction, fact: Fact) -> str:
    kind, id = fact.source
    member = await tx.members.get(id) if kind is SourceKind.MEMBER else None
    return member.name if member is not None else "—"


def _with_time(reading: CaseReading, fact: Fact) -> str:
    precision = fact.claim.precision
    if fact.time is not None and precision in COARSE:
        at = when_words(reading, Moment(fact.time, precision, exact=True))
    else:
        at = case_lines.local_time(fact.time or fact.claim.noted_at, reading.zone, reading.service.zone)
    return f"{status_words(reading.service, reading.language, fact)} {at}"


def status_words(service: Service, language: str, fact: Fact) -> str:
    """A status, in a reader's language."""
    return service.words.say(language, f"status-{str(fact.value).replace('_', '-')}")


def _seen_of(view: CaseView) -> tuple[int | None, ...]:
    return tuple(dict.fromkeys(who for kind in ANSWERED_KINDS.values() for who in people_told_of(view, kind)))


def _seen_words(reading: CaseReading, who: int | None) -> str:
    own = [seen for seen, kind in ANSWERED_KINDS.items() if reading.view.history(kind, who)]
    said = [f"{answer_mark(reading.view, who, seen)} {reading.say(f'saw-{seen}')}" for seen in own]
    name = who_words(reading.service, reading.language, reading.case, reading.view, who)
    return reading.say("visit-seen", who=name, seen=" · ".join(said)) if said else ""


def _moment_words(reading: CaseReading, fact: Fact) -> str:
    return when_words(reading, fact.value) if isinstance(fact.value, Moment) else ""


async def step_lines(reading: CardReading) -> list[str]:
    """The reader's visit, if they have the case, else its owner's; and by name that of the other who has it."""
    case = reading.case
    first = reading.reader.id if reading.has_case else case.owner_id
    lines = _steps_line(reading, steps_of(reading.view, case, first))
    other = case.second_id if first == case.owner_id else case.owner_id
    member = await reading.tx.members.get(other or 0)
    if member is not None:
        theirs = _steps_line(reading, steps_of(reading.view, case, other))
        lines += [f"{member.name}: {said}" for said in theirs]
    return lines


def _steps_line(reading: CardReading, steps: Iterable[VisitStep]) -> list[str]:
    """One line, each step with its time; nothing where nothing was said."""
    said = [
        step_words(reading.service, reading.language, reading.case, step)
        for step in visit_trail(steps)[-SHOWN:]
    ]
    return [" · ".join(said)] if said else []
