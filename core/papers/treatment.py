"""How somebody is treated, what their lawyer saw and met with, and which grounds of a complaint that shows. Pure.

A ground is a leaf: the moment at which it was seen or said; without words where it is not so. So it has its origin, and what
nobody has verified is left out like everything else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.casework.claims import Fact, SourceKind
from core.casework.visits import ANSWERED_KINDS as SEEN
from core.casework.visits import NO, YES
from core.clocks.subjects import fine_moment
from core.papers import detention, doubting, statements
from core.papers.chronology import when_of
from core.papers.dossier import Leaf, Node
from core.papers.inputs import PaperInputs
from core.timeline import TimelineKind

GROUNDS: Mapping[str, tuple[str, str]] = {  # a claim, and the value of it that is a ground
    "counsel_refused": ("visit", TimelineKind.REFUSED),
    "no_private_talk": ("met_privately", NO),
    "no_medical": ("medical_examination", NO),
    "no_phone_notice": ("phone_notice", NO),
    "no_delivery_certificate": ("delivery_certificate", NO),
    "no_release_certificate": ("release_certificate", NO),
    "protocol_unseen": ("protocol_seen", NO),  # asked for, and not shown
    "ill_treatment": ("ill_treatment", YES),
    "decision_refused": ("decision", "refused"),
}
SAID = (  # nobody's claim: the person who makes the paper says so
    "rights_unexplained", "relatives_untold", "embassy_untold", "parents_untold", "copies_refused",
    "registration_refused", *(f"category_{number}" for number in range(1, 6)),
    *(f"mandate_{mandate}" for mandate in ("assembly", "expression", "defenders", "torture", "disappearances", "detention")),
    "right_assembly", "right_speech", "right_association", "right_conscience", "right_movement", "right_participation",
    "right_equality",
)  # fmt: skip
PROTOCOL = "criminal-protocol"  # the clock of the record of a detention


def treatment_groups(matter: PaperInputs) -> dict[str, Node]:
    """What stands beside the groups: text, and what was seen."""
    harm = [fact for fact in matter.said("ill_treatment") if fact.value == YES]
    hurt = [f for f in matter.own("urgent") if isinstance(f.value, tuple) and "injured" in f.value]
    injured = [(matter.say("paper-injured"), hurt)] if hurt else []
    seen = [(matter.say("paper-harm-seen"), harm)] if harm else []
    return {
        "treatment": statements.quoted_leaf(matter, matter.said("treatment"), "treatment"),
        "injuries": statements.statement_leaf(matter, [*injured, *seen], "ill_treatment"),
        "medical": statements.choice_leaf(
            matter, matter.said("medical_examination"), "medical", "medical_examination"
        ),
        "counsel": _access(matter),
        "seen": tuple(_seen_rows(matter)),
        "grounds": ground_group(matter),
    }


def ground_group(matter: PaperInputs) -> dict[str, Node]:
    """The group ``grounds`` of the catalogue."""
    found: dict[str, Node] = {
        name: _unopposed(
            matter,
            _ground_leaf(matter, [f for f in _facts_said(matter, kind) if f.value == value], kind),
            kind,
            value,
        )
        for name, (kind, value) in GROUNDS.items()
    }
    if found["ill_treatment"] == Leaf("", asks="ill_treatment"):
        found["ill_treatment"] = _ground_leaf(matter, matter.said("treatment"), "ill_treatment")
    found["times_differ"] = _differing_beginnings(matter)
    found["protocol_late"] = _late(matter)
    return found | dict.fromkeys(SAID, Leaf(""))


def _facts_said(matter: PaperInputs, kind: str) -> Sequence[Fact]:
    return matter.history(kind) if kind == "visit" else matter.said(kind)


def _ground_leaf(matter: PaperInputs, facts: Iterable[Fact], asks: str) -> Leaf:
    """The last time that it was so."""
    facts = list(facts)[-1:]
    text = when_of(matter, facts[0]) if facts else ""
    sure = all(statements.is_verified(matter.view, fact) for fact in facts)
    return Leaf(text, statements.claim_origins(facts), sure, asks)


def _unopposed(matter: PaperInputs, ground: Leaf, kind: str, value: str) -> Leaf:
    """Of what was not there: whether nobody who is believed says that it was."""
    opposed = [fact for fact in matter.said(kind) if fact.value == YES] if value == NO else []
    opposed = [fact for fact in opposed if statements.is_verified(matter.view, fact)]
    if not ground.text or not opposed:
        return ground
    why = [matter.say("paper-doubt-otherwise", by=statements.according_to(matter, opposed))]
    text = doubting.doubted(matter, ground.text, why)
    return Leaf(text, (*ground.origins, *statements.claim_origins(opposed)), False, ground.asks)


def _late(matter: PaperInputs) -> Leaf:
    """By when the record of the detention had to be made, if somebody says that it was made later. If nobody has told of a
    record, that does not mean that it was not made.
    """
    seen = next((seen for seen in detention.held(matter) if seen.mark.clock == PROTOCOL), None)
    made = statements.preferred_facts(
        matter, [fact for group in statements.group_moments(matter.said("protocol")) for fact in group]
    )
    late = [
        fact
        for fact in made
        if seen is not None and (fine_moment(fact) or seen.mark.due_at) > seen.mark.due_at
    ]
    if seen is None or not late:
        return Leaf("")
    why, time = list(seen.start + seen.sort + seen.term), doubting.time_of(matter, "protocol")
    if len(late) < len(made):
        why.append(matter.say("paper-doubt-differ", time=time))
    if not any(statements.is_verified(matter.view, fact) for fact in late):
        why.append(matter.say("paper-doubt-start-by", time=time, by=statements.according_to(matter, late)))
    about = (f"mark:{seen.mark.id}", *statements.claim_origins([*seen.facts, *late]))
    due = matter.tongue.minute(seen.mark.due_at)
    return Leaf(doubting.doubted(matter, due, why), about, not why, "protocol")


def _differing_beginnings(matter: PaperInputs) -> Leaf:
    """A document gives another beginning of the detention than others do: what each says. It is sure where what others say
    is: a member has read the document.
    """
    began = statements.group_moments(matter.said("started"))
    read = [any(fact.source[0] is SourceKind.PAPER for fact in group) for group in began]
    if len(began) < 2 or not any(read):
        return Leaf("")
    found = statements.moment_leaf(matter, [fact for group in began for fact in group])
    others = [fact for group, is_read in zip(began, read, strict=True) if not is_read for fact in group]
    sure = not others or any(statements.is_verified(matter.view, fact) for fact in others)
    return Leaf(found.text, found.origins, sure, "started")


def _access(matter: PaperInputs) -> Leaf:
    """Whether the talk was private; when a lawyer came, and whether they were let in, the narrative says."""
    facts = [fact for fact in matter.said("met_privately") if fact.value == NO]
    return statements.statement_leaf(
        matter, [(matter.say("paper-not-private"), facts)] if facts else [], "visit"
    )


def _seen_rows(matter: PaperInputs) -> Iterator[Node]:
    """What a lawyer looked for, and what they say of it."""
    for seen, kind in SEEN.items():
        answer = statements.choice_leaf(matter, matter.said(kind), "saw")
        if answer.text:
            what = Leaf(matter.say(f"paper-seen-{seen}"), answer.origins, answer.verified)
            yield {"what": what, "answer": answer}
