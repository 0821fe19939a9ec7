"""Everything of a case in the order of time, in sentences of ours: words of sources are never printed as they are. Pure.

One line a thing that happened, with all who say so. A second source of the same moment adds its origin, not a line.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from core.casework.claim_kinds import STEPS
from core.casework.claims import Fact
from core.casework.interventions import REPLIES, tracked_interventions
from core.papers import statements
from core.papers.dossier import Leaf, Node
from core.papers.formats import typed_line
from core.papers.inputs import PaperInputs
from core.values import Call, Hearing, Moment, Place, Precision

MOMENTS = ("started", "delivered", "protocol", "transferred", "released_at", *STEPS)
FIELDS = {"started": "detention.began", "delivered": "detention.delivered"}
OF_PERSON = ("admitted", "refused")  # of what a lawyer did: whether anybody could defend them
_FINE = (Precision.MINUTE, Precision.HOUR)


class ChronologyLine(Struct, frozen=True):
    """One line. ``when``: how it is written; ``at``: by which it is ordered."""

    at: datetime
    when: str
    what: str
    facts: tuple[Fact, ...]
    contested: bool = False  # others say another time
    path: str = ""  # of the field that says the same
    of_person: bool = True

    def row(self, matter: PaperInputs) -> Node:
        """As a template has it."""
        about = statements.claim_origins(self.facts)
        sure = _is_sure(matter, self)
        leaves = {"when": self.when, "what": self.what, "source": statements.according_to(matter, self.facts)}
        return {name: Leaf(text, about, sure) for name, text in leaves.items()}


def chronology_lines(matter: PaperInputs) -> list[ChronologyLine]:
    """All lines, oldest first."""
    found = [*_moments(matter), *_hearings(matter), *_events(matter), *_intervention_lines(matter)]
    return sorted(found, key=lambda line: (line.at, line.facts[0].claim.id))


def narrative(matter: PaperInputs, lines: Sequence[ChronologyLine]) -> Leaf:
    """The same as text, a line a paragraph; what is not verified only if somebody vouches for it, or nothing is, and by
    whom. Where a lawyer went is nothing that happened to the person.
    """
    told = [line for line in lines if line.of_person]
    sure = [line for line in told if _is_sure(matter, line) or line.path in matter.ticked]
    shown = sure or told
    facts = [fact for line in shown for fact in line.facts]
    return Leaf(
        "\n".join(_narrative_line(matter, line) for line in shown),
        statements.claim_origins(facts),
        bool(sure) or not told,
    )


def when_of(matter: PaperInputs, fact: Fact) -> str:
    """The time of a line of a history; without hours where none is known."""
    at = fact.time or fact.claim.noted_at
    precision = fact.claim.precision
    known = fact.time is not None and precision not in (*_FINE, Precision.UNKNOWN)
    return matter.tongue.moment(Moment(at, precision, exact=True)) if known else matter.tongue.minute(at)


def visit_words(matter: PaperInputs, fact: Fact) -> str:
    """What a lawyer did."""
    return matter.tongue.option("visit", str(fact.value))


def hearing_words(matter: PaperInputs, hearing: Hearing) -> str:
    """Court, what is decided, and what came of it."""
    came = matter.tongue.option("measure", hearing.outcome) if hearing.outcome else ""
    if came and hearing.measure:
        came = matter.say("paper-measured", what=came, much=typed_line(hearing.measure))
    return ", ".join(part for part in (typed_line(hearing.court), typed_line(hearing.subject), came) if part)


def _is_sure(matter: PaperInputs, line: ChronologyLine) -> bool:
    return any(statements.is_verified(matter.view, fact) for fact in line.facts)


def _narrative_line(matter: PaperInputs, line: ChronologyLine) -> str:
    if line.contested or not _is_sure(matter, line):
        by = statements.according_to(matter, line.facts)
        return matter.say("paper-line-of", when=line.when, what=line.what, by=by)
    return matter.say("paper-line", when=line.when, what=line.what)


def _moments(matter: PaperInputs) -> Iterator[ChronologyLine]:
    for kind in MOMENTS:
        of = matter.history(kind) if kind in STEPS else matter.said(kind)
        newest = {(fact.source, fact.claim.proceeding_id): fact for fact in of}.values()
        groups = statements.group_moments(newest)
        for group in groups:
            when = group[0].value
            if isinstance(when, Moment) and when.at is not None:
                key = f"step-{kind}" if kind in STEPS else f"paper-what-{kind}"
                what = matter.say(key.replace("_", "-"))
                contested = len(groups) > 1 and kind not in STEPS
                path = FIELDS.get(kind, "")
                yield ChronologyLine(when.at, matter.tongue.moment(when), what, tuple(group), contested, path)


def _hearings(matter: PaperInputs) -> Iterator[ChronologyLine]:
    """Of each its newest line; not what was called off."""
    newest: dict[int, Fact] = {}
    for fact in sorted(matter.history("hearing"), key=lambda f: (f.claim.noted_at, f.claim.id)):
        if isinstance(fact.value, Hearing):
            newest[fact.value.number] = fact
    for fact in newest.values():
        value = fact.value
        if isinstance(value, Hearing) and not value.off:
            what = matter.say("paper-what-hearing", what=hearing_words(matter, value))
            when = matter.tongue.moment(Moment(value.at, value.precision, exact=True))
            yield ChronologyLine(value.at, when, what.rstrip(", "), (fact,))


def _events(matter: PaperInputs) -> Iterator[ChronologyLine]:
    """Visits, calls, lists from a door, statuses."""
    for kind in ("visit", "call", "found", "denied", "status"):
        for fact in matter.history(kind):
            at = fact.time or fact.claim.noted_at
            if what := _what_happened(matter, kind, fact):
                of_person = kind != "visit" or fact.value in OF_PERSON
                yield ChronologyLine(at, when_of(matter, fact), what, (fact,), of_person=of_person)


def _what_happened(matter: PaperInputs, kind: str, fact: Fact) -> str:
    match fact.value:
        case Call() as call:
            answer = matter.tongue.option("answer", call.answer)
            return matter.say("paper-what-call", station=typed_line(call.name), answer=answer)
        case Place() as place:
            return matter.say(f"paper-what-{kind}", place=typed_line(place.text))
        case str() as word if kind == "visit":
            return visit_words(matter, fact) if word else ""
        case str() as word:
            return matter.say("paper-what-status", what=matter.tongue.option("status", word))
        case _:
            return ""


def _intervention_lines(matter: PaperInputs) -> Iterator[ChronologyLine]:
    """Papers to bodies, and their answers."""
    for intervention in tracked_interventions(matter.view):
        what = intervention.what
        if intervention.person not in (None, matter.who) or what.withdrawn:
            continue
        said = {"addressee": typed_line(what.addressee), "what": matter.tongue.option("sent", what.sort)}
        yield ChronologyLine(
            what.at, matter.tongue.day(what.at), matter.say("paper-what-sent", **said), intervention.said[:1]
        )
        if what.reply in REPLIES and what.replied_at is not None:
            said["what"] = matter.tongue.option("reply", what.reply)
            when = matter.tongue.day(what.replied_at)
            yield ChronologyLine(
                what.replied_at, when, matter.say("paper-what-answered", **said), intervention.said[-1:]
            )
