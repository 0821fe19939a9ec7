"""How somebody is treated, what their lawyer saw and met with, and which grounds of a complaint that shows. Pure.

A ground is a leaf: the moment at which it was seen or said; without words where it is not so. So it has its origin, and what
nobody has verified is left out like everything else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.core.casework.rules import Fact
from bot.core.casework.seen import KINDS as SEEN
from bot.core.casework.seen import NO, YES
from bot.core.papers import overrun, stating
from bot.core.papers.chronology import visit_words, when_of
from bot.core.papers.dossier import Leaf, Node
from bot.core.papers.matter import Matter
from bot.core.timeline import Line

ACCESS = (Line.AT_STATION, Line.ADMITTED, Line.REFUSED, Line.OUT)
GROUNDS: Mapping[str, tuple[str, str]] = {  # a claim, and the value of it that is a ground
    "counsel_refused": ("visit", Line.REFUSED),
    "no_private_talk": ("met_privately", NO),
    "no_medical": ("medical_examination", NO),
    "no_phone_notice": ("phone_notice", NO),
    "no_delivery_certificate": ("delivery_certificate", NO),
    "no_release_certificate": ("release_certificate", NO),
    "ill_treatment": ("ill_treatment", YES),
    "decision_refused": ("decision", "refused"),
}
SAID = (  # nobody's claim: whoever makes the paper says so
    "rights_unexplained", "relatives_untold", "embassy_untold", "parents_untold", "copies_refused",
    "registration_refused", *(f"category_{number}" for number in range(1, 6)),
    *(f"mandate_{one}" for one in ("assembly", "expression", "defenders", "torture", "disappearances", "detention")),
    "right_assembly", "right_speech", "right_association", "right_conscience", "right_movement", "right_participation",
    "right_equality",
)  # fmt: skip
PROTOCOL = "criminal-protocol"  # the clock of the record of a detention


def treated(matter: Matter) -> dict[str, Node]:
    """What stands beside the groups: text, and what was seen."""
    harm = [fact for fact in matter.said("ill_treatment") if fact.value == YES]
    hurt = [f for f in matter.own("urgent") if isinstance(f.value, tuple) and "injured" in f.value]
    injured = [(matter.say("paper-injured"), hurt)] if hurt else []
    seen = [(matter.say("paper-harm-seen"), harm)] if harm else []
    return {
        "treatment": stating.quoted(matter, matter.said("treatment"), "treatment"),
        "injuries": stating.leaf(matter, [*injured, *seen], "ill_treatment"),
        "medical": stating.choice(
            matter, matter.said("medical_examination"), "medical", "medical_examination"
        ),
        "counsel": _access(matter),
        "seen": tuple(_seen(matter)),
        "grounds": grounds(matter),
    }


def grounds(matter: Matter) -> dict[str, Node]:
    """The group ``grounds``."""
    found: dict[str, Node] = {
        name: _ground(matter, [f for f in _said(matter, kind) if f.value == value], kind)
        for name, (kind, value) in GROUNDS.items()
    }
    if found["ill_treatment"] == Leaf("", asks="ill_treatment"):
        found["ill_treatment"] = _ground(matter, matter.said("treatment"), "ill_treatment")
    found["times_differ"] = _differ(matter)
    late = [mark for mark in overrun.marks(matter) if mark.clock == PROTOCOL]
    due = matter.tongue.minute(late[0].due_at) if late else ""
    found["protocol_late"] = Leaf(due, tuple(f"mark:{mark.id}" for mark in late[:1]))
    return found | dict.fromkeys(SAID, Leaf(""))


def _said(matter: Matter, kind: str) -> Sequence[Fact]:
    return matter.history(kind) if kind == "visit" else matter.said(kind)


def _ground(matter: Matter, facts: Iterable[Fact], asks: str) -> Leaf:
    """The last time that it was so."""
    facts = list(facts)[-1:]
    text = when_of(matter, facts[0]) if facts else ""
    sure = all(stating.is_verified(matter.view, fact) for fact in facts)
    return Leaf(text, stating.origins(facts), sure, asks)


def _differ(matter: Matter) -> Leaf:
    """The record of the detention gives another beginning than others do: what each says."""
    began = stating.moments(matter.said("started"))
    return stating.moment(matter, [fact for group in began for fact in group]) if len(began) > 1 else Leaf("")


def _access(matter: Matter) -> Leaf:
    """When a lawyer came, and whether they were let in; and whether the talk was private."""
    facts = [fact for fact in matter.history("visit") if fact.value in ACCESS]
    lines = [
        matter.say("paper-line", when=when_of(matter, one), what=visit_words(matter, one)) for one in facts
    ]
    private = [fact for fact in matter.said("met_privately") if fact.value == NO]
    if private:
        lines.append(matter.say("paper-not-private"))
    facts += private
    sure = all(stating.is_verified(matter.view, fact) for fact in facts)
    return Leaf("\n".join(lines), stating.origins(facts), sure, "visit")


def _seen(matter: Matter) -> Iterator[Node]:
    """What a lawyer looked for, and what they say of it."""
    for seen, kind in SEEN.items():
        answer = stating.choice(matter, matter.said(kind), "saw")
        if answer.text:
            what = Leaf(matter.say(f"paper-seen-{seen}"), answer.origins, answer.verified)
            yield {"what": what, "answer": answer}
