"""What keeps a paper for the United Nations from being made, and what the person who makes it must know. Pure.

blocks   it would be refused there, or would choose nothing: the reason, and what to do instead
notes    it can be made, but something is doubtful about it or missing in it

Both are keys of words, for a dossier from which everything that nobody ticked is already left out (``dossier.allowed``).

A category of arbitrary detention is a tick; its arguments are the facts in ``SUPPORTS``. A category without any is printed
as missing, and noted here.

Also here is what only papers for bodies of the United Nations ask: a name in Latin letters, terms, who else was told.
Nothing is transliterated: a name that is not known in Latin letters is printed as it is written, and its spelling is asked
for.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time

from core.casework import consents
from core.casework.claims import Fact
from core.casework.interventions import InterventionKind, TrackedIntervention
from core.papers import statements, steps_taken
from core.papers.detention import is_held
from core.papers.dossier import Dossier, Leaf, Node, node_found
from core.papers.drafting import GROUNDS, is_known
from core.papers.formats import is_latin, typed_line
from core.papers.inputs import PaperInputs
from core.papers.paper_kinds import PaperGroup, PaperKind
from core.papers.person import name_facts
from core.values import Moment, Precision, Texts
from core.vocabulary import ConsentUse

SUPPORTS: Mapping[str, tuple[str, ...]] = {
    "category_1": (
        "overrun.due", "grounds.protocol_late", "grounds.protocol_unseen", "grounds.decision_refused",
        "grounds.no_delivery_certificate",
    ),
    "category_2": ("case.event", "case.link", "un.role"),
    "category_3": (
        "grounds.counsel_refused", "grounds.no_private_talk", "grounds.rights_unexplained", "grounds.copies_refused",
        "un.statement",
    ),
    "category_4": ("un.migrant",),
    "category_5": ("person.traits",),
}  # fmt: skip
MANDATE = "grounds.mandate_"
COMPLAINT = "complaint.number"  # who asks for it needs a complaint at home
FIRST = {"un-block-complaint": "whereabouts_complaint"}  # what is made first then
WGAD, ARGUMENT = (
    "un_wgad",
    "answers.argument",
)  # its five questions are the form: without an argument it says nothing
WGEID, CED = "un_wgeid", "un_ced"  # one case goes to one of them
PUBLISHING = ("un_wgad", "un_ccpr")  # whose decisions are published


def un_blocks(kind: PaperKind, dossier: Dossier) -> list[str]:
    """Why it is not made; nothing: it may be."""
    return [*_each_block(kind, dossier)] if kind.group is PaperGroup.UN else []


def un_notes(kind: PaperKind, dossier: Dossier) -> list[str]:
    """What is to be said before it is made."""
    return [*_each_note(kind, dossier)] if kind.group is PaperGroup.UN else []


def empty_categories(dossier: Dossier) -> list[str]:
    """Ticked, and without a fact."""
    return [name for name in _ticked(dossier) if not any(is_known(dossier, path) for path in SUPPORTS[name])]


def _ticked(dossier: Dossier) -> list[str]:
    return [name for name in SUPPORTS if is_known(dossier, f"{GROUNDS}{name}")]


def _each_block(kind: PaperKind, dossier: Dossier) -> Iterator[str]:
    if not is_known(dossier, "person.is_named"):
        yield "un-block-unnamed"
    if COMPLAINT in kind.required:
        if not is_known(dossier, "complaint.date"):
            yield "un-block-complaint"
        elif not is_known(dossier, COMPLAINT) and not is_known(dossier, "un.is_refused"):
            yield "un-block-number"
    mandates = [path for path in kind.wanted if path.startswith(MANDATE)]
    if mandates and not any(is_known(dossier, path) for path in mandates):
        yield "un-block-mandate"
    if (
        kind.id == WGAD
        and not is_known(dossier, ARGUMENT)
        and set(_ticked(dossier)) <= set(empty_categories(dossier))
    ):
        yield "un-block-category"


def _each_note(kind: PaperKind, dossier: Dossier) -> Iterator[str]:
    if kind.id == WGEID:
        if is_known(dossier, "un.is_older"):
            yield "un-note-older"
        elif not is_known(dossier, "un.is_recent"):
            yield "un-note-undated"
        if is_known(dossier, "un.is_sent_ced"):
            yield "un-note-sent-ced"
    if kind.id == CED and is_known(dossier, "un.is_sent_wgeid"):
        yield "un-note-sent-wgeid"
    told = ("consent.is_for_publishing", "un.published")
    if kind.id in PUBLISHING and is_known(dossier, "consent.given_by"):
        yield from [] if any(is_known(dossier, path) for path in told) else ["un-note-published"]
    if f"{GROUNDS}category_1" in kind.wanted:
        yield from (f"un-note-{name.replace('_', '-')}" for name in empty_categories(dossier))
    if node_found(dossier, "un.name") is not None and not is_known(dossier, "un.name"):
        yield "un-note-not-latin"
    yield "un-note-mail" if is_known(dossier, "to.mail") else "un-note-no-mail"
    yield "un-note-translate"


MONTHS = 3  # so long after it began a disappearance is urgent for the Working Group
BODIES: Mapping[str, InterventionKind | None] = {  # offices, and what is sent to no other
    "wgad": InterventionKind.WGAD,
    "wgad-urgent": None,
    "special-procedures": None,
    "wgeid": None,
    "ced": InterventionKind.CED,
    "hrc": None,
}
ABROAD = frozenset(
    {InterventionKind.WGAD, InterventionKind.CED, InterventionKind.UN_URGENT, InterventionKind.UN}
)
CATEGORIES = tuple(f"category_{number}" for number in range(1, 6))  # of arbitrary detention
EXERCISED = (
    "journalist",
    "defender",
    "union",
    "party",
    "religious",
    "demonstrator",
)  # for what one is persecuted
TO_THE_HOUR = (Precision.MINUTE, Precision.HOUR)
NOON = time(12)
_LIST = re.compile(r"[,;/\n]")


def un_group(matter: PaperInputs) -> dict[str, Node]:
    """The group ``un``. Of its categories nothing ever is known: a paper prints them where a tick has no fact."""
    first = _first_day(matter)
    last = months_after(first, MONTHS) if first is not None else None
    today = matter.now.astimezone(matter.zone).date()
    sent, name = steps_taken.interventions_about(matter), _name(matter)
    abroad = [intervention for intervention in sent if is_abroad(intervention)]
    return {
        "name": name,
        "is_latin": any(typed_line(str(fact.value)) == name.text for fact in name_facts(matter)[:1]),
        "unknown": Leaf(""),  # said when it is made: what it asks for and cannot say
        "confidential": statements.choice_leaf(matter, matter.said("source_hidden"), "saw", "source_hidden"),
        "role": _marked(matter, {"traits": "trait", "urgent": "urgent"}, EXERCISED),
        "migrant": _marked(matter, {"traits": "trait"}, ("migrant",)),
        "pregnant": _pregnant(matter),
        "published": _published(matter),
        "statement": _marked(matter, {"property": "property"}, ("sign",)),
        "held_for": _held_for(matter),
        "until": _urgent_until(matter, last),
        "is_recent": last is not None and today <= last,
        "is_older": last is not None and today > last,
        "is_sent_wgeid": any(_is_sent_to(intervention, "wgeid") for intervention in abroad),
        "is_sent_ced": any(_is_sent_to(intervention, "ced") for intervention in abroad),
        "is_refused": any(
            intervention.what.unregistered for intervention in sent if not is_abroad(intervention)
        ),
        "remedies": tuple(
            steps_taken.intervention_row(matter, intervention)
            for intervention in sent
            if not is_abroad(intervention)
        ),
        "procedures": tuple(steps_taken.intervention_row(matter, intervention) for intervention in abroad),
        **dict.fromkeys(CATEGORIES, Leaf("")),
    }


def is_abroad(intervention: TrackedIntervention) -> bool:
    """Whether it was sent to the United Nations."""
    return intervention.what.sort in ABROAD or intervention.what.office in BODIES


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _is_sent_to(intervention: TrackedIntervention, body: str) -> bool:
    return intervention.what.office == body or intervention.what.sort == BODIES[body]


def _first_day(matter: PaperInputs) -> date | None:
    """The earliest that anybody says."""
    told = [
        f.value.at for f in matter.said("started") if isinstance(f.value, Moment) and f.value.at is not None
    ]
    return min(told).astimezone(matter.zone).date() if told else None


def _urgent_until(matter: PaperInputs, last: date | None) -> Leaf:
    """The last day on which it is urgent."""
    facts = matter.said("started")
    if last is None:
        return Leaf("", asks="started")
    text = matter.tongue.day(datetime.combine(last, NOON, matter.zone))
    return Leaf(text, statements.claim_origins(facts), _are_sure(matter, facts), "started")


def _held_for(matter: PaperInputs) -> Leaf:
    """So far, while they are held; nothing where sources differ about the beginning."""
    groups = statements.group_moments(matter.said("started"))
    began = groups[0][0].value if len(groups) == 1 else None
    if not isinstance(began, Moment) or began.at is None or began.precision not in TO_THE_HOUR:
        return Leaf("", asks="started")
    if not is_held(matter) or began.at > matter.now:
        return Leaf("", asks="started")
    minutes = int((matter.now - began.at).total_seconds() // 60)
    origins = (
        *statements.claim_origins(groups[0]),
        "clock",
    )  # what only time changes is no change of the case
    return Leaf(matter.tongue.span(minutes), origins, _are_sure(matter, groups[0]), "started")


def _name(matter: PaperInputs) -> Leaf:
    """In Latin letters, as somebody spells it; also as it was written for the public."""
    spelt = (
        [] if matter.barred else [*matter.own("spellings"), *matter.own("public_name"), *name_facts(matter)]
    )
    for fact in statements.preferred_facts(matter, spelt):
        text = fact.value.of("en") if isinstance(fact.value, Texts) else str(fact.value)
        for spelling in _LIST.split(text):
            if is_latin(spelling):
                return Leaf(
                    typed_line(spelling),
                    statements.claim_origins([fact]),
                    _are_sure(matter, [fact]),
                    "spellings",
                )
    return Leaf("", asks="spellings")


def _marked(matter: PaperInputs, families: Mapping[str, str], options: Iterable[str]) -> Leaf:
    """Which of these somebody has marked, with who says so."""
    found: dict[str, list[Fact]] = {}
    for kind, family in families.items():
        for fact in matter.own(kind):
            for option in options:
                if isinstance(fact.value, tuple) and option in fact.value:
                    found.setdefault(matter.tongue.option(family, option), []).append(fact)
    facts = statements.preferred_facts(matter, [fact for by in found.values() for fact in by])
    said = [text for text, by in found.items() if any(fact in facts for fact in by)]
    text, sure = ", ".join(said), _are_sure(matter, facts)
    if text and not sure:
        text = statements.with_claimants(matter, text, facts)
    return Leaf(text, statements.claim_origins(facts), sure, next(iter(families)))


def _pregnant(matter: PaperInputs) -> Leaf:
    marked = _marked(matter, {"urgent": "pregnant"}, ("pregnant",))
    male = [fact for fact in matter.own("sex")[:1] if fact.value == "male"]
    if marked.text or not male:
        return marked
    return Leaf(
        matter.say("paper-pregnant-male"), statements.claim_origins(male), _are_sure(matter, male), "urgent"
    )


def _published(matter: PaperInputs) -> Leaf:
    """Since when the name may be published."""
    said = [
        fact
        for fact in consents.consent_answers(matter.view, ConsentUse.PUBLICATION)
        if consents.consent_answer(fact) == consents.YES
    ]
    if (
        matter.who is None
        or not consents.is_permitted(matter.view, ConsentUse.PUBLICATION, matter.who)
        or not said
    ):
        return Leaf("", asks="publication")
    return Leaf(
        matter.tongue.day(said[-1].claim.noted_at), statements.claim_origins(said[-1:]), asks="publication"
    )


def _are_sure(matter: PaperInputs, facts: Iterable[Fact]) -> bool:
    return all(statements.is_verified(matter.view, fact) for fact in facts)
