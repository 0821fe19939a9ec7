"""How a paper says what sources say: what is verified, what contradicts, and who is quoted. Pure.

One value       is printed as it is
Several values  of several sources are printed each with "according to …": nobody chooses for the reader. Moments contradict
                each other if they cannot be the same moment known more or less finely; if they can, the finest is printed
Quoted words    always with "according to …"; if anything is verified, the rest is printed only if somebody asks for it
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from core.casework.case_view import CaseView, is_perhaps
from core.casework.claim_kinds import GRADES, RELIABILITY
from core.casework.claims import NO_TIME, Fact, SourceKind
from core.folding import fold_text
from core.papers.dossier import Leaf
from core.papers.formats import typed_line
from core.papers.inputs import PaperInputs
from core.values import Moment, Precision

UNKNOWN = "unknown"  # the option that says nothing
_WIDE = {
    Precision.MINUTE: timedelta(minutes=1), Precision.HOUR: timedelta(hours=1), Precision.PART: timedelta(hours=6),
    Precision.DAY: timedelta(days=1), Precision.MONTH: timedelta(days=31), Precision.YEAR: timedelta(days=366),
}  # fmt: skip
_FINE = tuple(_WIDE)
_CLOCKED = (Precision.MINUTE, Precision.HOUR)
_ABOUT = timedelta(minutes=30)  # either way of what is known to be only about so
Stated = tuple[str, Sequence[Fact]]  # what, and who says so


def is_verified(view: CaseView, fact: Fact) -> bool:
    """Whether it may stand in a paper without anybody ticking it.

    ======================================================  ==========
    a member, a document that a member read                 yes
    what is only perhaps so: it follows, or was read        no
    the bot                                                 yes
    a report that counts as highly or likely reliable       yes: mt 42
    a report that counts as (likely) not reliable           no, even of a confirmed case
    any other report                                        where the case is confirmed: mt 41
    ======================================================  ==========
    """
    kind, number = fact.source
    if kind in (SourceKind.MEMBER, SourceKind.PAPER):
        return True
    if is_perhaps(fact):
        return False
    if kind is SourceKind.BOT:
        return True
    grade = GRADES.get(view.of_source(number, RELIABILITY), 0)
    return grade > 0 or (grade == 0 and view.value("verification") == "confirmed")


def claim_origins(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The claims from which these facts come, each once, as origins of a leaf."""
    return tuple(dict.fromkeys(f"claim:{fact.claim.id}" for fact in facts))


def statement_leaf(matter: PaperInputs, stated: Sequence[Stated], asks: str = "") -> Leaf:
    """One statement as it is; several, each with who says so; one that nobody has verified too.

    Verified if any of them is: all are said as claimed.
    """
    stated = [(text, facts) for text, facts in stated if text]
    facts = [fact for _, by in stated for fact in by]
    sure = any(is_verified(matter.view, fact) for fact in facts) or not facts
    alone = len(stated) == 1 and sure
    text = stated[0][0] if alone else "; ".join(with_claimants(matter, *statement) for statement in stated)
    return Leaf(text, claim_origins(facts), sure, asks)


def with_claimants(matter: PaperInputs, text: str, facts: Sequence[Fact]) -> str:
    """The value with the sources that say so."""
    return matter.say("paper-claimed", what=text, by=according_to(matter, facts))


def according_to(matter: PaperInputs, facts: Sequence[Fact]) -> str:
    """According to whom; each once."""
    return ", ".join(dict.fromkeys(matter.by(fact.source) for fact in facts))


def value_leaf(
    matter: PaperInputs, facts: Iterable[Fact], text: Callable[[Fact], str], asks: str = ""
) -> Leaf:
    """What was chosen, or typed as the value of a field."""
    found: dict[str, tuple[str, list[Fact]]] = {}
    for fact in facts:
        if fact.value != UNKNOWN and (shown := text(fact)):
            found.setdefault(fold_text(shown), (shown, []))[1].append(fact)
    return statement_leaf(matter, list(found.values()), asks)


def choice_leaf(matter: PaperInputs, facts: Iterable[Fact], family: str, asks: str = "") -> Leaf:
    """An option, by the words of the family."""
    return value_leaf(matter, facts, lambda fact: matter.tongue.option(family, str(fact.value)), asks)


def field_leaf(matter: PaperInputs, facts: Iterable[Fact], asks: str = "") -> Leaf:
    """Words that are the value of a field of a form: a number, an address."""
    return value_leaf(matter, facts, lambda fact: typed_line(str(fact.value)), asks)


def flags_leaf(
    matter: PaperInputs, facts: Sequence[Fact], family: str, asks: str = "", but: Sequence[str] = ()
) -> Leaf:
    """All that is marked, in one line; what is not verified only if nothing is."""
    facts = preferred_facts(matter, [fact for fact in facts if isinstance(fact.value, tuple)])
    values_of = (fact.value for fact in facts)
    marked = dict.fromkeys(option for value in values_of if isinstance(value, tuple) for option in value)
    shown = [option for option in marked if option not in (UNKNOWN, *but)]
    text = ", ".join(matter.tongue.option(family, option) for option in shown)
    sure = _all_sure(matter, facts)
    if text and not sure:
        text = with_claimants(matter, text, facts)
    return Leaf(text, claim_origins(facts) if text else (), sure, asks)


def quoted_leaf(matter: PaperInputs, facts: Iterable[Fact], asks: str = "") -> Leaf:
    """Free words: those of a member are the organisation's own; anybody else's are quoted, with who says so."""
    facts = preferred_facts(matter, [fact for fact in facts if typed_line(str(fact.value))])
    text = "; ".join(dict.fromkeys(quote_words(matter, fact, typed_line(str(fact.value))) for fact in facts))
    return Leaf(text, claim_origins(facts), _all_sure(matter, facts), asks)


def quote_words(matter: PaperInputs, fact: Fact, words: str) -> str:
    """Words of a source in quotation marks, with who said them."""
    if fact.claim.source_kind is SourceKind.MEMBER:
        return words
    return matter.say("paper-quoted", by=matter.by(fact.source), words=words)


def preferred_facts(matter: PaperInputs, facts: Sequence[Fact]) -> Sequence[Fact]:
    """The verified ones; all, if none is."""
    return [fact for fact in facts if is_verified(matter.view, fact)] or facts


def moment_leaf(matter: PaperInputs, facts: Iterable[Fact], asks: str = "") -> Leaf:
    """When it was: one moment, or what each source claims."""
    return statement_leaf(matter, _dated_statements(matter, group_moments(facts)), asks)


def group_moments(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Those that may be one moment together, the finest of it first; in the order of time."""
    told = [fact for fact in facts if isinstance(fact.value, Moment)]
    known = [
        fact
        for fact in told
        if moment_of_fact(fact).at is not None and moment_of_fact(fact).precision in _WIDE
    ]
    found: list[list[Fact]] = []
    for fact in sorted(known, key=_fineness):
        near = next(
            (group for group in found if _overlap(moment_of_fact(group[0]), moment_of_fact(fact))), None
        )
        if near is None:
            found.append([fact])
        else:
            near.append(fact)
    found.sort(key=lambda group: _covered_time(moment_of_fact(group[0])))
    return found or [[fact] for fact in told if moment_of_fact(fact).words]


def moment_of_fact(fact: Fact) -> Moment:
    """The moment that it is."""
    assert isinstance(fact.value, Moment)
    return fact.value


def _dated_statements(matter: PaperInputs, groups: Sequence[Sequence[Fact]]) -> list[Stated]:
    """In words; of several on one day the day stands once."""
    found: list[Stated] = []
    before = ""
    for group in groups:
        moment = moment_of_fact(group[0])
        text, day = matter.tongue.moment(moment), matter.tongue.day(moment.at) if moment.at else ""
        if moment.at is not None and moment.precision in _CLOCKED and day == before:
            text = matter.tongue.hour(moment)
        before = day
        found.append((text, group))
    return found


def _fineness(fact: Fact) -> tuple[int, bool, datetime, int]:
    moment = moment_of_fact(fact)
    return _FINE.index(moment.precision), not moment.exact, moment.at or NO_TIME, fact.claim.id


def _overlap(moment: Moment, other: Moment) -> bool:
    (first, last), (start, end) = _covered_time(moment), _covered_time(other)
    return first < end and start < last


def _covered_time(moment: Moment) -> tuple[datetime, datetime]:
    at = moment.at or NO_TIME
    about = timedelta() if moment.exact or moment.precision not in _CLOCKED else _ABOUT
    return at - about, at + _WIDE[moment.precision] + about


def _all_sure(matter: PaperInputs, facts: Sequence[Fact]) -> bool:
    return all(is_verified(matter.view, fact) for fact in facts)
