"""What was done for somebody: papers that were sent and their answers, the complaint at home, calls to stations. Pure."""

from collections.abc import Sequence
from datetime import datetime

from core.casework.claims import Fact
from core.casework.interventions import (
    REPLIES,
    InterventionKind,
    InterventionReply,
    TrackedIntervention,
    tracked_interventions,
)
from core.papers import statements
from core.papers.chronology import when_of
from core.papers.dossier import Leaf, Node
from core.papers.formats import typed_line
from core.papers.inputs import PaperInputs
from core.values import Call, Moment, Place, Precision
from core.vocabulary import StationAnswer

# What counts as a complaint to a body of the country: a request to the Committee on Enforced Disappearances needs one.
AT_HOME = (
    InterventionKind.COMPLAINT,
    InterventionKind.TORTURE,
    InterventionKind.JUDGE,
    InterventionKind.RELEASE,
    InterventionKind.MOTION,
    InterventionKind.OTHER,
)


def interventions_about(matter: PaperInputs) -> list[TrackedIntervention]:
    """What was sent about the person, or about all of the case; not what was taken back."""
    return [
        intervention
        for intervention in tracked_interventions(matter.view)
        if intervention.person in (None, matter.who) and not intervention.what.withdrawn
    ]


def step_rows(matter: PaperInputs) -> tuple[Node, ...]:
    """What was sent to bodies, and what they answered: the first first."""
    return tuple(intervention_row(matter, intervention) for intervention in interventions_about(matter))


def complaint_group(matter: PaperInputs) -> dict[str, Node]:
    """The first complaint at home."""
    sent = next(
        (intervention for intervention in interventions_about(matter) if intervention.what.sort in AT_HOME),
        None,
    )
    if sent is not None:
        line = intervention_row(matter, sent)
        return {"date": line["date"], "number": line["reference"], "body": line["addressee"]}
    filed = [fact for fact in matter.history("complaint_filed") if fact.time is not None]
    date = statements.moment_leaf(matter, filed[:1], "complaint_filed")
    return {"date": date, "number": Leaf("", asks="intervention"), "body": Leaf("", asks="intervention")}


def call_rows(matter: PaperInputs) -> tuple[Node, ...]:
    """Each call to a station, oldest first."""
    return tuple(_call_row(matter, fact) for fact in matter.history("call"))


def denial_rows(matter: PaperInputs) -> tuple[Node, ...]:
    """Who said that they have nobody of that name: on the telephone or at the door."""
    facts: Sequence[Fact] = [*matter.history("call"), *matter.history("denied")]
    told = [f for f in facts if not isinstance(f.value, Call) or f.value.answer == StationAnswer.DENIED]
    told.sort(key=lambda fact: (fact.time or fact.claim.noted_at, fact.claim.id))
    rows = (_call_row(matter, fact) for fact in told)
    return tuple({name: row[name] for name in ("when", "station")} for row in rows)


def intervention_row(matter: PaperInputs, intervention: TrackedIntervention) -> dict[str, Leaf]:
    """One of them, as a template has it."""
    what, about = intervention.what, statements.claim_origins(intervention.said)
    sure = all(statements.is_verified(matter.view, fact) for fact in intervention.said[-1:])
    answered = what.replied_at if what.reply in REPLIES else None
    due = f"law:{what.term}" if what.term else ""
    texts = {
        "date": _date(matter, what.at, what.precision),
        "addressee": typed_line(what.addressee),
        "kind": matter.tongue.option("sent", what.sort),
        "reference": typed_line(what.reference),
        "due": matter.tongue.day(what.due_at) if what.due_at is not None else "",
        "reply": typed_line(what.reply_reference),
        "replied_on": _date(matter, answered, what.reply_precision) if answered is not None else "",
        "outcome": _outcome(matter, intervention),
    }
    leaves = {name: Leaf(text, about if text else (), sure) for name, text in texts.items()}
    if due and texts["due"]:
        leaves["due"] = Leaf(texts["due"], (*about, due), sure)
    return leaves


def _outcome(matter: PaperInputs, intervention: TrackedIntervention) -> str:
    """What came of it; until something comes, that nothing has."""
    if intervention.what.unregistered:
        return matter.say("intervention-unregistered")
    return matter.tongue.option("reply", intervention.what.reply or InterventionReply.NONE)


def _date(matter: PaperInputs, at: datetime, precision: Precision) -> str:
    precision = Precision.DAY if precision is Precision.UNKNOWN else precision
    return matter.tongue.moment(Moment(at, precision, exact=True))


def _call_row(matter: PaperInputs, fact: Fact) -> dict[str, Node]:
    call = fact.value if isinstance(fact.value, Call) else None
    place = fact.value.text if isinstance(fact.value, Place) else ""
    texts = {
        "when": when_of(matter, fact),
        "station": typed_line(call.name if call is not None else place),
        "answer": matter.tongue.option("answer", call.answer if call is not None else "denied"),
    }
    sure = statements.is_verified(matter.view, fact)
    return {name: Leaf(text, statements.claim_origins([fact]), sure) for name, text in texts.items()}
