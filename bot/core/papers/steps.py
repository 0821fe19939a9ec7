"""What was done for somebody: papers that were sent and their answers, the complaint at home, calls to stations. Pure."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.casework.interventions import ANSWERS, Reply, Sent, Sort, interventions
from bot.core.casework.rules import Fact
from bot.core.papers import stating
from bot.core.papers.chronology import when_of
from bot.core.papers.dossier import Leaf, Node
from bot.core.papers.matter import Matter
from bot.core.papers.tongue import typed
from bot.core.values import Call, Moment, Place, Precision
from bot.core.vocabulary import StationAnswer

STEPS = ("date", "addressee", "kind", "reference", "due", "reply", "replied_on", "outcome")
# What counts as a complaint to a body of the country: whoever asks the Committee on Enforced Disappearances needs one.
AT_HOME = (Sort.COMPLAINT, Sort.TORTURE, Sort.JUDGE, Sort.RELEASE, Sort.MOTION, Sort.OTHER)


def sent_of(matter: Matter) -> list[Sent]:
    """What was sent about the person, or about all of the case; not what was taken back."""
    return [
        one
        for one in interventions(matter.view)
        if one.person in (None, matter.who) and not one.what.withdrawn
    ]


def steps(matter: Matter) -> tuple[Node, ...]:
    """What was sent to bodies, and what they answered: the first first."""
    return tuple(row(matter, one) for one in sent_of(matter))


def complaint(matter: Matter) -> dict[str, Node]:
    """The first complaint at home."""
    sent = next((one for one in sent_of(matter) if one.what.sort in AT_HOME), None)
    if sent is not None:
        line = row(matter, sent)
        return {"date": line["date"], "number": line["reference"], "body": line["addressee"]}
    filed = [fact for fact in matter.history("complaint_filed") if fact.time is not None]
    date = stating.moment(matter, filed[:1], "complaint_filed")
    return {"date": date, "number": Leaf("", asks="intervention"), "body": Leaf("", asks="intervention")}


def calls(matter: Matter) -> tuple[Node, ...]:
    """Each call to a station, oldest first."""
    return tuple(_asked(matter, fact) for fact in matter.history("call"))


def denied(matter: Matter) -> tuple[Node, ...]:
    """Who said that they have nobody of that name: on the telephone or at the door."""
    facts: Sequence[Fact] = [*matter.history("call"), *matter.history("denied")]
    told = [f for f in facts if not isinstance(f.value, Call) or f.value.answer == StationAnswer.DENIED]
    told.sort(key=lambda fact: (fact.time or fact.claim.noted_at, fact.claim.id))
    rows = (_asked(matter, fact) for fact in told)
    return tuple({name: row[name] for name in ("when", "station")} for row in rows)


def row(matter: Matter, one: Sent) -> dict[str, Leaf]:
    """One of them, as a template has it."""
    what, about = one.what, stating.origins(one.said)
    sure = all(stating.is_verified(matter.view, fact) for fact in one.said[-1:])
    answered = what.replied_at if what.reply in ANSWERS else None
    due = f"law:{what.term}" if what.term else ""
    texts = {
        "date": _date(matter, what.at, what.precision),
        "addressee": typed(what.addressee),
        "kind": matter.tongue.option("sent", what.sort),
        "reference": typed(what.reference),
        "due": matter.tongue.day(what.due_at) if what.due_at is not None else "",
        "reply": typed(what.reply_reference),
        "replied_on": _date(matter, answered, what.reply_precision) if answered is not None else "",
        "outcome": _outcome(matter, one),
    }
    leaves = {name: Leaf(text, about if text else (), sure) for name, text in texts.items()}
    if due and texts["due"]:
        leaves["due"] = Leaf(texts["due"], (*about, due), sure)
    return leaves


def _outcome(matter: Matter, one: Sent) -> str:
    """What came of it; until something comes, that nothing has."""
    if one.what.unregistered:
        return matter.say("intervention-unregistered")
    return matter.tongue.option("reply", one.what.reply or Reply.NONE)


def _date(matter: Matter, at: datetime, precision: Precision) -> str:
    precision = Precision.DAY if precision is Precision.UNKNOWN else precision
    return matter.tongue.moment(Moment(at, precision, exact=True))


def _asked(matter: Matter, fact: Fact) -> dict[str, Node]:
    call = fact.value if isinstance(fact.value, Call) else None
    place = fact.value.text if isinstance(fact.value, Place) else ""
    texts = {
        "when": when_of(matter, fact),
        "station": typed(call.name if call is not None else place),
        "answer": matter.tongue.option("answer", call.answer if call is not None else "denied"),
    }
    sure = stating.is_verified(matter.view, fact)
    return {name: Leaf(text, stating.origins([fact]), sure) for name, text in texts.items()}
