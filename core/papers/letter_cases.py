"""How a letter tells one case: in sentences built from facts, which need no grammatical case of a name. Each sentence knows
its language, its claims, and whether it is sure. Pure.

Only core.casework.consents decides who is named; everybody else is counted, and the named and "at least so many" are never
added up. What sources wrote is never printed: beside the built sentences there is only what a coordinator wrote for the
letter, in each language.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, tzinfo

from msgspec import Struct

from core.casework.case_view import CaseView, PersonView
from core.casework.claims import Fact
from core.casework.proceedings import (
    HearingOutcome,
    ProceedingState,
    TrackedProceeding,
    tracked_proceedings,
)
from core.model import Case
from core.papers.dossier import Leaf
from core.papers.drafting import NamingBarReason, naming_bar
from core.papers.paper_kinds import PaperKind
from core.papers.statements import group_moments, is_verified
from core.values import CountKind, Moment, Place, Precision, Texts


class LetterLanguage(Struct, frozen=True):
    """The letter's language. ``say``: words by their key; ``city``: how a place is called; ``cite``: an article on a day."""

    language: str
    say: Callable[..., str]
    city: Callable[[str], str]
    cite: Callable[[str, date], str]


def sentence_leaf(text: str, view: CaseView, facts: Sequence[Fact]) -> Leaf:
    """With the claims that it is made of; none where there are no words."""
    origins = tuple(f"claim:{fact.claim.id}" for fact in facts)
    sure = bool(facts) and all(is_verified(view, fact) and not is_contradicted(view, fact) for fact in facts)
    return Leaf(text, origins if text else (), sure or not text)


def is_contradicted(view: CaseView, fact: Fact) -> bool:
    """Whether somebody who is believed says otherwise: the letter has room for one of them, and a person decides."""
    believed = [other for other in fact.others if is_verified(view, other)]
    if isinstance(fact.value, Moment):
        return len(group_moments([fact, *believed])) > 1
    return any(other.value != fact.value for other in believed)


def trial_sentences(view: CaseView, idiom: LetterLanguage, zone: tzinfo) -> Leaf:
    """What ran and what came of it, one sentence a proceeding, those that ended first."""
    told = [proceeding for proceeding in tracked_proceedings(view) if proceeding.said]
    every = sorted(told, key=lambda proceeding: proceeding.is_open)
    texts = [
        _proceeding_sentence(proceeding, idiom, zone, other=number > 0)
        for number, proceeding in enumerate(every)
    ]
    facts = [
        fact
        for proceeding in every
        for fact in (proceeding.said[-1], *(sitting.said[-1] for sitting in proceeding.sittings))
    ]
    return sentence_leaf(" ".join(texts), view, facts)


def _proceeding_sentence(
    course: TrackedProceeding, idiom: LetterLanguage, zone: tzinfo, *, other: bool
) -> str:
    ended = [
        sitting
        for sitting in course.sittings
        if sitting.hearing.outcome and sitting.hearing.outcome != HearingOutcome.ADJOURNED
    ]
    last = ended[-1].hearing if ended else None
    day = last.at.astimezone(zone) if last is not None else None
    begun = course.said[0].claim
    article = course.proceeding.article
    cited = idiom.cite(article, (begun.at or begun.noted_at).astimezone(zone).date()) if article else ""
    values = {
        "sort": course.proceeding.sort,
        "article": cited or "none",
        "other": "yes" if other else "no",
        "outcome": last.outcome if last is not None else "none",
        "day": str(day.day) if day is not None else "none",
        "month": day.month if day is not None else 0,
        "year": str(day.year) if day is not None else "",
    }
    state = "ended" if course.proceeding.state == ProceedingState.ENDED else "open"
    text = idiom.say(f"letter-course-{state}", **values)
    return text[:1].upper() + text[1:]


MANY, SOMEBODY = "many", "unknown"  # forms of a verb beside "f" and "m"
ROLES = ("journalist", "defender")  # told of somebody who is not named
HOW = {CountKind.AT_LEAST: "at-least", CountKind.ABOUT: "about", CountKind.SEVERAL: "at-least"}
SEXES = {"female": "f", "male": "m"}


class LetterSubject(Struct, frozen=True):
    """Words in the nominative, and the form of the verb beside them: f, m, many, unknown."""

    text: str
    form: str


def letter_subject(
    view: CaseView, names: Sequence[str], say: Callable[..., str], *, roles: bool = True
) -> LetterSubject:
    """``names``: those that may be printed, as the language of ``say`` writes them. ``roles``: whether it may be told of
    somebody who is not named what they are.
    """
    people = view.people
    named = join_names([say("letter-called", name=name) if ", " in name else name for name in names], say)
    if people.kind is CountKind.SEVERAL and people.count is None:
        return LetterSubject(say("letter-who-several", names=named or "none"), MANY)
    if people.kind is CountKind.UNKNOWN and not people.identified:
        return LetterSubject(say("letter-who-uncounted"), MANY)
    counted = people.kind is not CountKind.UNKNOWN
    total = people.identified + (people.unidentified_min if counted else 0)
    others, how = total - len(names), HOW.get(people.kind, "exactly")
    if names and others:
        return LetterSubject(say(f"letter-who-and-{how}", names=named, count=others), MANY)
    if names:
        return LetterSubject(named, MANY if len(names) > 1 else _verb_form(view))
    if total == 1 and how == "exactly":
        role = next((role for role in ROLES if roles and role in _traits(view)), "person")
        return LetterSubject(say(f"letter-who-{role}"), "m")
    return LetterSubject(say(f"letter-who-{how}", count=total), MANY)


def _verb_form(view: CaseView) -> str:
    """By the sex of the one person who is named, where somebody has told it."""
    named = [person for person in view.persons if person.names]
    sex = view.of(named[0].id, "sex") if len(named) == 1 else None
    return SEXES.get(str(sex.value), SOMEBODY) if sex is not None else SOMEBODY


def _traits(view: CaseView) -> set[str]:
    told = (view.value("traits"), view.value("urgent"))
    return {flag for flags in told if isinstance(flags, tuple) for flag in flags}


def join_names(texts: Sequence[str], say: Callable[..., str]) -> str:
    """The names as a list in words: one, two and three."""
    if len(texts) < 2:
        return "".join(texts)
    return say("letter-and", first=", ".join(texts[:-1]), last=texts[-1])


SINCE = frozenset({"blockade", "kettling", "disappearance"})  # acts that go on: from a time, not at it
UNTOLD = frozenset({"observation"})  # nothing can be built of it: it is told in somebody's own words
SAID_NO = (
    NamingBarReason.REFUSED,
    NamingBarReason.UNDERTAKING,
)  # then nothing is told of somebody that could tell who it is
DONE_BY = ("police", "special", "guard", "security", "officials", "private", "plain")


class LetterCase(Struct, frozen=True):
    """A case as the letter tells it. ``parts``: ``fact``, ``course``, ``own``. ``named``: the persons; ``unnamed``: who has
    a name that is not printed, and why; ``hidden``: these names. ``betrays``: words of somebody's own have one of them, and
    are left out. ``differs``: somebody who is believed says otherwise.
    """

    case: Case
    on: date | None
    head: Leaf
    parts: Mapping[str, Leaf]
    named: tuple[int, ...]
    unnamed: tuple[tuple[int, NamingBarReason], ...]
    hidden: tuple[str, ...] = ()
    betrays: bool = False
    differs: bool = False

    def __repr__(self) -> str:
        """None of its words: they may come into an error."""
        return f"Told({self.case.id})"


def tell_case(case: Case, view: CaseView, kind: PaperKind, idiom: LetterLanguage, zone: tzinfo) -> LetterCase:
    """``zone``: that of the place."""
    named = [person for person in view.persons if person.names and naming_bar(view, kind, person.id) is None]
    hidden = [person for person in view.persons if person.names and person not in named]
    unnamed = tuple(
        (person.id, bar.why) for person in hidden if (bar := naming_bar(view, kind, person.id)) is not None
    )
    words = letter_subject(
        view,
        [_name(person, idiom.language) for person in named],
        idiom.say,
        roles=not any(why in SAID_NO for _, why in unnamed),
    )
    origins = [
        fact for kind in ("act", "place", "started", "count", "perpetrators") if (fact := view.fact(kind))
    ]
    names = [fact for person in named for kind in ("name", "public_name") if (fact := person.facts.get(kind))]
    on, when = _day_and_words(case, view, idiom, zone)
    place = view.value("place")
    city = idiom.city(place.city) if isinstance(place, Place) and place.city else ""
    head = ", ".join(part for part in (when, city) if part)
    return LetterCase(
        case=case,
        on=on,
        head=sentence_leaf(f"{head}." if head else "", view, origins),
        parts={
            "fact": sentence_leaf(_fact_sentence(case, view, idiom, words), view, [*origins, *names]),
            "course": trial_sentences(view, idiom, zone),
            "own": _own_words(view, idiom.language),
        },
        named=tuple(person.id for person in named),
        unnamed=unnamed,
        hidden=tuple(name for person in hidden for name in person.names),
        differs=any(is_contradicted(view, fact) for fact in (*origins, *names)),
    )


def _fact_sentence(case: Case, view: CaseView, idiom: LetterLanguage, words: LetterSubject) -> str:
    act = case.act or ""
    if not act or act in UNTOLD:
        return ""
    flags = view.value("perpetrators")
    did = [doer for doer in DONE_BY if isinstance(flags, tuple) and doer in flags]
    by = " ".join(join_names([idiom.say(f"letter-by-{doer}") for doer in did], idiom.say).split())
    text = " ".join(idiom.say(f"letter-act-{act}", who=words.text, form=words.form, by=by or "none").split())
    text = text.replace(",,", ",").replace(",.", ".")  # what somebody is stands between commas
    return text[:1].upper() + text[1:]


def _day_and_words(
    case: Case, view: CaseView, idiom: LetterLanguage, zone: tzinfo
) -> tuple[date | None, str]:
    began = view.earliest("started")
    moment = began.value if began is not None and isinstance(began.value, Moment) else Moment()
    if moment.at is None or moment.precision is Precision.UNKNOWN:
        return None, ""
    local = moment.at.astimezone(zone)
    text = idiom.say(
        "letter-when",
        precision=moment.precision.value,
        day=str(local.day),
        month=local.month,
        year=str(local.year),
        time=f"{local:%H:%M}",
        part=local.hour // 6,
        since="yes" if case.act in SINCE else "no",
    )
    return local.date(), text


def _own_words(view: CaseView, language: str) -> Leaf:
    """A coordinator's own words for the letter: they count when somebody has read and ticked them."""
    fact = view.fact("public_line")
    text = fact.value.of(language) if fact is not None and isinstance(fact.value, Texts) else ""
    origins = (f"claim:{fact.claim.id}",) if fact is not None and text else ()
    return Leaf(text, origins, verified=not text)


def _name(person: PersonView, language: str) -> str:
    """As a coordinator wrote it for this language; else in the spelling whose letters it has, else as it was given."""
    fact = person.facts.get("public_name")
    written = fact.value.of(language) if fact is not None and isinstance(fact.value, Texts) else ""
    latin = [name for name in person.names if name.isascii() is (language == "en")]
    return written or (latin or person.names)[0]
