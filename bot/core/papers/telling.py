"""How a letter tells one case: out of what is known, in sentences that need no grammatical case of a name. Pure.

Who is named is said by bot.core.casework.consents alone; everybody else is counted. What sources wrote is never printed:
beside the built sentences stands what a coordinator wrote for the letter, in each language.
"""

from collections.abc import Mapping
from datetime import date, tzinfo

from msgspec import Struct

from bot.core.casework.describe import CaseView, PersonView
from bot.core.model import Case
from bot.core.papers.allowing import Why, barred
from bot.core.papers.dossier import Leaf
from bot.core.papers.kind import PaperKind
from bot.core.papers.sentence import Idiom, sentence
from bot.core.papers.trials import trials
from bot.core.papers.who import Who, joined, who
from bot.core.texts import Texts
from bot.core.values import Moment, Place, Precision

SINCE = frozenset({"blockade", "kettling", "disappearance"})  # acts that go on: from a time, not at it
UNTOLD = frozenset({"observation"})  # nothing can be built of it: it is told in somebody's own words
SAID_NO = (Why.REFUSED, Why.UNDERTAKING)  # then nothing is told of somebody that could tell who it is
DONE_BY = ("police", "special", "guard", "security", "officials", "private", "plain")


class Told(Struct, frozen=True):
    """A case as the letter tells it. ``parts``: ``fact``, ``course``, ``own``. ``named``: the persons; ``unnamed``: who has
    a name that is not printed, and why; ``hidden``: these names. ``betrays``: words of somebody's own have one of them, and
    are left out.
    """

    case: Case
    on: date | None
    head: Leaf
    parts: Mapping[str, Leaf]
    named: tuple[int, ...]
    unnamed: tuple[tuple[int, Why], ...]
    hidden: tuple[str, ...] = ()
    betrays: bool = False

    def __repr__(self) -> str:
        """None of its words: they may come into an error."""
        return f"Told({self.case.id})"


def told(case: Case, view: CaseView, kind: PaperKind, idiom: Idiom, zone: tzinfo) -> Told:
    """``zone``: that of the place."""
    named = [one for one in view.persons if one.names and barred(view, kind, one.id) is None]
    hidden = [one for one in view.persons if one.names and one not in named]
    unnamed = tuple((one.id, bar.why) for one in hidden if (bar := barred(view, kind, one.id)) is not None)
    words = who(
        view,
        [_name(one, idiom.language) for one in named],
        idiom.say,
        roles=not any(why in SAID_NO for _, why in unnamed),
    )
    origins = [
        fact for kind in ("act", "place", "started", "count", "perpetrators") if (fact := view.fact(kind))
    ]
    names = [fact for one in named for kind in ("name", "public_name") if (fact := one.facts.get(kind))]
    on, when = _when(case, view, idiom, zone)
    place = view.value("place")
    city = idiom.city(place.city) if isinstance(place, Place) and place.city else ""
    head = ", ".join(part for part in (when, city) if part)
    return Told(
        case=case,
        on=on,
        head=sentence(f"{head}." if head else "", view, origins),
        parts={
            "fact": sentence(_fact(case, view, idiom, words), view, [*origins, *names]),
            "course": trials(view, idiom, zone),
            "own": _own(view, idiom.language),
        },
        named=tuple(one.id for one in named),
        unnamed=unnamed,
        hidden=tuple(name for one in hidden for name in one.names),
    )


def _fact(case: Case, view: CaseView, idiom: Idiom, words: Who) -> str:
    act = case.act or ""
    if not act or act in UNTOLD:
        return ""
    flags = view.value("perpetrators")
    did = [one for one in DONE_BY if isinstance(flags, tuple) and one in flags]
    by = " ".join(joined([idiom.say(f"letter-by-{one}") for one in did], idiom.say).split())
    text = " ".join(idiom.say(f"letter-act-{act}", who=words.text, form=words.form, by=by or "none").split())
    text = text.replace(",,", ",").replace(",.", ".")  # what somebody is stands between commas
    return text[:1].upper() + text[1:]


def _when(case: Case, view: CaseView, idiom: Idiom, zone: tzinfo) -> tuple[date | None, str]:
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


def _own(view: CaseView, language: str) -> Leaf:
    """A coordinator's own words for the letter: they count when somebody has read and ticked them."""
    fact = view.fact("public_line")
    text = fact.value.of(language) if fact is not None and isinstance(fact.value, Texts) else ""
    origins = (f"claim:{fact.claim.id}",) if fact is not None and text else ()
    return Leaf(text, origins, verified=not text)


def _name(person: PersonView, language: str) -> str:
    """As a coordinator wrote it for this language; else in the spelling whose letters it has, else as it was given."""
    fact = person.facts.get("public_name")
    written = fact.value.of(language) if fact is not None and isinstance(fact.value, Texts) else ""
    latin = [one for one in person.names if one.isascii() is (language == "en")]
    return written or (latin or person.names)[0]
