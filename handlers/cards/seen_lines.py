"""What a lawyer saw, on the card of a case: statuses with their history, papers, and moments that cannot be."""

from bot.core.casework.claims import SourceKind
from bot.core.casework.describe import CaseView
from bot.core.casework.rules import Fact
from bot.core.casework.seen import KINDS as SEEN
from bot.core.casework.seen import NO, UNSEEN, YES, Seen
from bot.core.casework.visits import Doubt, contradict, doubts, last_of_each, people_of
from bot.core.model import Case
from bot.core.values import Moment, Precision
from handlers.cards import case_lines
from handlers.cards.fact_lines import Reading, person_name, when_words
from handlers.service import Service
from storage.transaction import Transaction

MARKS = {YES: "✓", NO: "✗", UNSEEN: "?"}
STEPS = 3  # of a status, the newest
COARSE = (Precision.PART, Precision.DAY, Precision.MONTH)  # of these no hour is said


async def lines(tx: Transaction, service: Service, language: str, case: Case, view: CaseView) -> list[str]:
    """For whoever sees the case whole; nothing where nothing was said."""
    reading = Reading(service, language, case, view, case_lines.zone_of(service, case))
    told = [await _status(tx, reading, who) for who in people_of(view, "status")]
    told += [line for who in _seen_of(view) if (line := _seen(reading, who))]
    return [*told, *(doubt(reading, one) for one in doubts(view))]


def who_words(service: Service, language: str, case: Case, view: CaseView, person: int | None) -> str:
    """A person of the case, or everybody in it; who is alone in it, is everybody."""
    if person is not None:
        return person_name(language, service, view, person)
    alone = case.identified + case.unidentified_min <= 1
    if alone and view.people.names:
        return view.people.names[-1]
    return service.words.say(language, "saw-one" if alone else "saw-everybody")


def mark(view: CaseView, person: int | None, seen: Seen) -> str:
    """What was answered, as a sign; of several who differ, all of them."""
    fact = view.of(person, SEEN[seen])
    if fact is None:
        return ""
    return "/".join(dict.fromkeys(MARKS[str(one.value)] for one in (fact, *fact.others)))


def doubt(reading: Reading, one: Doubt) -> str:
    """A moment that cannot be, and what it contradicts."""
    said = reading.say(f"case-{one.kind.replace('_', '-')}", value=_moment(reading, one.said))
    if one.person is not None:
        said = (
            f"{who_words(reading.service, reading.language, reading.case, reading.view, one.person)}: {said}"
        )
    if one.start is None:
        at = case_lines.local(one.said.claim.noted_at, reading.zone, reading.service.zone)
        return reading.say("visit-doubt-future", said=said, start=at)
    return reading.say("visit-doubt-before", said=said, start=_moment(reading, one.start))


async def _status(tx: Transaction, reading: Reading, who: int | None) -> str:
    """The history; where its sources differ, what each says last, and who that is."""
    history = reading.view.history("status", who)
    if contradict(history):
        said = [
            reading.say("visit-said-by", said=_with_time(reading, fact), who=await _name(tx, fact))
            for fact in last_of_each(history)
        ]
        text = " · ".join(said)
    else:
        text = " → ".join(_with_time(reading, fact) for fact in history[-STEPS:])
    return reading.say(
        "visit-status",
        who=who_words(reading.service, reading.language, reading.case, reading.view, who),
        status=text,
    )


async def _name(tx: Transaction, fact: Fact) -> str:
    kind, id = fact.source
    member = await tx.members.get(id) if kind is SourceKind.MEMBER else None
    return member.name if member is not None else "—"


def _with_time(reading: Reading, fact: Fact) -> str:
    precision = fact.claim.precision
    if fact.time is not None and precision in COARSE:
        at = when_words(reading, Moment(fact.time, precision, exact=True))
    else:
        at = case_lines.local(fact.time or fact.claim.noted_at, reading.zone, reading.service.zone)
    return f"{status_words(reading.service, reading.language, fact)} {at}"


def status_words(service: Service, language: str, fact: Fact) -> str:
    """A status, in a reader's language."""
    return service.words.say(language, f"status-{str(fact.value).replace('_', '-')}")


def _seen_of(view: CaseView) -> tuple[int | None, ...]:
    return tuple(dict.fromkeys(who for kind in SEEN.values() for who in people_of(view, kind)))


def _seen(reading: Reading, who: int | None) -> str:
    own = [seen for seen, kind in SEEN.items() if reading.view.history(kind, who)]
    said = [f"{mark(reading.view, who, seen)} {reading.say(f'saw-{seen}')}" for seen in own]
    name = who_words(reading.service, reading.language, reading.case, reading.view, who)
    return reading.say("visit-seen", who=name, seen=" · ".join(said)) if said else ""


def _moment(reading: Reading, fact: Fact) -> str:
    return when_words(reading, fact.value) if isinstance(fact.value, Moment) else ""
