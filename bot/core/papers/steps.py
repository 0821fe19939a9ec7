"""What was done for somebody: calls to stations, the complaint at home. Pure."""

from collections.abc import Sequence

from bot.core.casework.rules import Fact
from bot.core.papers import stating
from bot.core.papers.chronology import when_of
from bot.core.papers.dossier import Leaf, Node
from bot.core.papers.matter import Matter
from bot.core.papers.tongue import typed
from bot.core.values import Call, Place
from bot.core.vocabulary import StationAnswer


def steps(matter: Matter) -> tuple[Node, ...]:
    """What was sent to bodies, and what they answered."""
    return ()


def complaint(matter: Matter) -> dict[str, Node]:
    """The first complaint at home."""
    filed = [fact for fact in matter.history("complaint_filed") if fact.time is not None]
    return {
        "date": stating.moment(matter, filed[:1], "complaint_filed"),
        "number": Leaf("", asks="intervention"),
        "body": Leaf("", asks="intervention"),
    }


def calls(matter: Matter) -> tuple[Node, ...]:
    """Each call to a station, oldest first."""
    return tuple(_row(matter, fact) for fact in matter.history("call"))


def denied(matter: Matter) -> tuple[Node, ...]:
    """Who said that they have nobody of that name: on the telephone or at the door."""
    facts: Sequence[Fact] = [*matter.history("call"), *matter.history("denied")]
    told = [f for f in facts if not isinstance(f.value, Call) or f.value.answer == StationAnswer.DENIED]
    told.sort(key=lambda fact: (fact.time or fact.claim.noted_at, fact.claim.id))
    return tuple(_row(matter, fact) for fact in told)


def _row(matter: Matter, fact: Fact) -> Node:
    call = fact.value if isinstance(fact.value, Call) else None
    place = fact.value.text if isinstance(fact.value, Place) else ""
    texts = {
        "when": when_of(matter, fact),
        "station": typed(call.name if call is not None else place),
        "answer": matter.tongue.option("answer", call.answer if call is not None else "denied"),
    }
    sure = stating.is_verified(matter.view, fact)
    return {name: Leaf(text, stating.origins([fact]), sure) for name, text in texts.items()}
