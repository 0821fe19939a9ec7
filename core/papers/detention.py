"""Since when, where, by whom, on what ground and in which status somebody is held; and which terms of the law are overrun.
Pure.

An overrun is frozen when it is seen, with its minutes. If it has ended, its minutes are final; if it goes on, it is counted
up to the moment when the paper is made, and the dossier kept with the paper keeps that number. Nothing about a doubtful
overrun is verified, and each leaf says that it is not confirmed; the reasons stand beside the moment when the time was over
(core.papers.doubting).
"""

from collections.abc import Sequence
from datetime import timedelta

from core.casework.claim_kinds import HELD
from core.casework.claims import Fact, SourceKind
from core.casework.proceedings import TrackedProceeding, tracked_proceedings
from core.casework.visits import last_statuses, statuses_contradict
from core.clocks.clock_rows import AtEnd, ClockRow
from core.clocks.subjects import clock_subjects
from core.papers import statements
from core.papers.chronology import when_of
from core.papers.dossier import Leaf, Node
from core.papers.doubting import Seen, doubted, is_of_holding, seen
from core.papers.formats import typed_line
from core.papers.inputs import PaperInputs
from core.places.station_labels import station_label
from core.records.holds import ClockMark
from core.values import Call, Moment, Place, Precision
from core.vocabulary import StationAnswer

TIMES = {
    "began": "started", "delivered": "delivered", "protocol": "protocol", "transferred": "transferred",
    "released": "released_at",
}  # fmt: skip
WHERE = (("station",), ("found", "call"), ("taken",), ("held",))  # of several the first that is said
_CRIMINAL = frozenset({"criminal", "criminal_grave"})


def detention_group(matter: PaperInputs) -> dict[str, Node]:
    """The group ``detention`` of the catalogue."""
    regimes = _regimes(matter)
    history = matter.history("status")
    return {
        **{name: statements.moment_leaf(matter, matter.said(kind), kind) for name, kind in TIMES.items()},
        "station": station_leaf(matter),
        "by": _perpetrators(matter),
        "stated": statements.quoted_leaf(matter, matter.said("stated"), "stated"),
        "decision": statements.choice_leaf(matter, matter.said("decision"), "decision", "decision"),
        "article": _articles_leaf(matter),
        "regime": statements.choice_leaf(matter, matter.said("regime"), "regime", "regime"),
        "status": _status(matter, history),
        "is_held": is_held(matter),
        "is_order_shown": any(fact.value == "shown" for fact in matter.said("decision")),
        "is_criminal": bool(regimes) and regimes <= _CRIMINAL,
        "is_administrative": bool(regimes) and regimes.isdisjoint(_CRIMINAL),
        "places": _places(matter),
        "statuses": tuple(_status_row(matter, fact) for fact in history),
    }


def _regimes(matter: PaperInputs) -> set[str]:
    """What those say of the sort of detention who are believed most: where they differ, no code is argued from."""
    told = [fact for fact in matter.said("regime") if fact.value != statements.UNKNOWN]
    return {str(fact.value) for fact in statements.preferred_facts(matter, told)}


def is_held(matter: PaperInputs) -> bool:
    """Whether they are held still, as far as is known."""
    case = matter.case
    released = any(isinstance(fact.value, Moment) for fact in matter.said("released_at"))
    return case.record in HELD and case.ongoing != "no" and case.outcome is None and not released


def proceedings_against(matter: PaperInputs) -> list[TrackedProceeding]:
    """The proceedings against the person, and those against all of the case; the newest last."""
    return [course for course in tracked_proceedings(matter.view) if course.person in (None, matter.who)]


def article_words(matter: PaperInputs, course: TrackedProceeding) -> str:
    """As the country's sheet has it; as it was typed."""
    proceeding = course.proceeding
    if not proceeding.article:
        return ""
    text = matter.charges.get(proceeding.article) or matter.say(
        "paper-article", article=typed_line(proceeding.article)
    )
    return (
        matter.say("paper-part-of", article=text, part=typed_line(proceeding.part))
        if proceeding.part
        else text
    )


def place_words(matter: PaperInputs, fact: Fact) -> str:
    """Where somebody is; words of a reporter are quoted."""
    match fact.value:
        case Place() as place:
            return typed_line(place.text)
        case Call() as call:
            return typed_line(call.name) if call.answer == StationAnswer.THERE else ""
        case str() as words if words.strip():
            return typed_line(words)
        case _:
            return ""


def called(matter: PaperInputs, fact: Fact) -> str:
    """The station that a reporter's words name, as it is called; empty if they do not tell which, or a member says it."""
    if not isinstance(fact.value, str) or fact.claim.source_kind is not SourceKind.REPORT:
        return ""
    label = station_label(
        matter.tongue.words,
        matter.gazetteer,
        matter.stations,
        matter.tongue.language,
        fact.value,
        matter.case.city or "",
    )
    return label[:1].upper() + label[1:]


def station_leaf(matter: PaperInputs) -> Leaf:
    """Of lists and calls the last word counts; what sources say without times, all as claimed."""
    kinds, facts = _claimed_places(matter)
    if kinds[0] in ("taken", "held") and len(facts) == 1 and not called(matter, facts[0]):
        return statements.quoted_leaf(matter, facts, "station")
    return statements.value_leaf(
        matter, facts, lambda fact: called(matter, fact) or place_words(matter, fact), "station"
    )


def named_station(matter: PaperInputs) -> Leaf:
    """The same as an addressee is called: where one source names it, and not only in words of its own."""
    kinds, facts = _claimed_places(matter)
    if len(facts) != 1:
        return Leaf("")
    own = place_words(matter, facts[0]) if kinds[0] not in ("taken", "held") else ""
    sure = statements.is_verified(matter.view, facts[0])
    return Leaf(called(matter, facts[0]) or own, statements.claim_origins(facts), sure)


def _claimed_places(matter: PaperInputs) -> tuple[tuple[str, ...], list[Fact]]:
    """What is said of where they are, by the kinds of claims that are believed most."""
    for kinds in WHERE:
        facts = [fact for kind in kinds for fact in _newest_facts(matter, kind) if place_words(matter, fact)]
        timed = [fact for fact in facts if fact.claim.precision is not Precision.UNKNOWN and fact.claim.at]
        if len(timed) == len(facts) and facts:
            facts = [max(facts, key=lambda fact: (fact.claim.at or fact.claim.noted_at, fact.claim.id))]
        if facts:
            return kinds, facts
    return WHERE[0], []


def _newest_facts(matter: PaperInputs, kind: str) -> Sequence[Fact]:
    return tuple({fact.source: fact for fact in matter.history(kind)}.values())


def _perpetrators(matter: PaperInputs) -> Leaf:
    """Who did it, and by what they can be known."""
    who = statements.flags_leaf(matter, matter.said("perpetrators"), "perpetrator", "perpetrators")
    marks = statements.quoted_leaf(matter, matter.said("marks"), "marks")
    if not marks.text or (who.text and who.verified and not marks.verified):
        return who
    if not who.text or (marks.verified and not who.verified):
        return marks
    return Leaf(f"{who.text}; {marks.text}", who.origins + marks.origins, who.verified, "perpetrators")


def _articles_leaf(matter: PaperInputs) -> Leaf:
    """Of all proceedings that go on."""
    courses = [
        course for course in proceedings_against(matter) if course.is_open and course.proceeding.article
    ]
    facts = [course.said[-1] for course in courses]
    text = "; ".join(dict.fromkeys(article_words(matter, course) for course in courses))
    sure = all(statements.is_verified(matter.view, fact) for fact in facts)
    return Leaf(text, statements.claim_origins(facts), sure, "proceeding")


def _status(matter: PaperInputs, history: Sequence[Fact]) -> Leaf:
    """The last; where sources differ, what each says last."""
    facts = last_statuses(history) if statuses_contradict(history) else history[-1:]
    return statements.choice_leaf(matter, facts, "status", "status")


def _status_row(matter: PaperInputs, fact: Fact) -> Node:
    sure = statements.is_verified(matter.view, fact)
    texts = {
        "when": when_of(matter, fact),
        "status": matter.tongue.option("status", str(fact.value)),
        "source": matter.by(fact.source),
    }
    return {name: Leaf(text, statements.claim_origins([fact]), sure) for name, text in texts.items()}


def _places(matter: PaperInputs) -> tuple[Node, ...]:
    """Each place that somebody names, in the order in which it became known; its end where the next one begins."""
    facts = [fact for kinds in WHERE for kind in kinds for fact in matter.history(kind)]
    facts = [fact for fact in facts if place_words(matter, fact)]
    facts.sort(key=lambda fact: (fact.time or fact.claim.noted_at, fact.claim.id))
    rows: list[Node] = []
    before = ""
    for number, fact in enumerate(facts):
        name = called(matter, fact) or place_words(matter, fact)
        if name == before:
            continue
        before = name
        later = next(
            (
                fact
                for fact in facts[number + 1 :]
                if (called(matter, fact) or place_words(matter, fact)) != name
            ),
            None,
        )
        rows.append(_place_row(matter, fact, name, later))
    return tuple(rows)


def _place_row(matter: PaperInputs, fact: Fact, name: str, later: Fact | None) -> Node:
    about, sure = statements.claim_origins([fact]), statements.is_verified(matter.view, fact)
    since = when_of(matter, fact) if fact.time is not None else ""
    until = when_of(matter, later) if later is not None and later.time is not None else ""
    ended = about if later is None else statements.claim_origins([fact, later])
    return {
        "name": Leaf(
            name if called(matter, fact) else statements.quote_words(matter, fact, name), about, sure
        ),
        "since": Leaf(since, about, sure),
        "until": Leaf(until, ended, sure and (later is None or statements.is_verified(matter.view, later))),
        "source": Leaf(matter.by(fact.source), about, sure),
    }


NAMES = ("clock", "length", "began", "due", "by", "article")
_MINUTE = timedelta(minutes=1)
_UNITS = {"h": "hours", "d": "days", "m": "months"}


def overrun_rows(matter: PaperInputs) -> tuple[Node, ...]:
    """All that hold still, the gravest first."""
    return tuple(_overrun(matter, seen) for seen in held(matter))


def gravest_overrun(matter: PaperInputs) -> Node:
    """The first overrun by which somebody must be let go; if there is no such overrun, leaves without words. To which code
    the argument belongs is said only if the sort of detention is sure.
    """
    found = next((seen for seen in held(matter) if is_of_holding(seen.row)), None)
    if found is None:
        return {**dict.fromkeys(NAMES, Leaf("")), "is_criminal": False, "is_administrative": False}
    criminal = any(regime.startswith("criminal") for regime in found.row.regimes)
    sure = bool(found.row.regimes) and not found.sort
    return {
        **_overrun(matter, found),
        "is_criminal": sure and criminal,
        "is_administrative": sure and not criminal,
    }


def held(matter: PaperInputs) -> list[Seen]:
    """Overruns without a doubt come first, among them the longest. Among the doubtful the shortest comes first: its term is
    the longest, and so holds for any age.
    """
    rows = {row.id: row for row in matter.law}
    whose = matter.who if matter.who in set(clock_subjects(matter.law, matter.view)) else None
    found = [
        seen(matter, mark, rows[mark.clock])
        for mark in matter.marks
        if mark.passed_at is not None
        and mark.void_at is None
        and mark.person_id == whose
        and mark.clock in rows
        and rows[mark.clock].at_end is AtEnd.OVERRUN
    ]
    return sorted(found, key=lambda seen: (*_mark_order(matter, seen), seen.mark.id))


def _mark_order(matter: PaperInputs, seen: Seen) -> tuple[bool, int]:
    over = _minutes(matter, seen.mark)
    return (True, over) if seen.why else (False, -over)


def _minutes(matter: PaperInputs, mark: ClockMark) -> int:
    return (matter.now - mark.due_at) // _MINUTE if mark.goes_on else mark.minutes


def _overrun(matter: PaperInputs, seen: Seen) -> dict[str, Leaf]:
    mark, row = seen.mark, seen.row
    law, about = f"law:{row.id}", (f"mark:{mark.id}", *statements.claim_origins(seen.facts))
    term = seen.sort + seen.term
    began = matter.tongue.minute(seen.began) if seen.began is not None else ""
    due, over = matter.tongue.minute(mark.due_at), matter.tongue.span(_minutes(matter, mark))
    return {
        "clock": Leaf(row.names[matter.tongue.language], (f"mark:{mark.id}", law)),
        "length": Leaf(_if_so(matter, _length(matter, mark.length), term), (*about, law), not term),
        "began": Leaf(_if_so(matter, began, seen.start), about, not seen.start),
        "due": Leaf(doubted(matter, due, seen.why), about, not seen.why),
        "by": Leaf(_if_so(matter, over, seen.why), about, not seen.why),
        "article": Leaf(_article_words(matter, row), (law,)),
    }


def _if_so(matter: PaperInputs, text: str, why: tuple[str, ...]) -> str:
    return matter.say("paper-doubted-short", what=text) if text and why else text


def _length(matter: PaperInputs, length: str) -> str:
    unit = _UNITS.get(length[-1:], "")
    return matter.say(f"paper-{unit}", count=int(length[:-1])) if unit and length[:-1].isdecimal() else length


def _article_words(matter: PaperInputs, row: ClockRow) -> str:
    return ", ".join(row.articles[matter.tongue.language])
