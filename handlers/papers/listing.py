"""The papers of a case: what can be made, what the case calls for first; what each lacks, in words; what was made."""

from collections.abc import Sequence

from msgspec import Struct

from bot.core.casework.interventions import overdue
from bot.core.papers.dossier import Dossier
from bot.core.papers.drafting import answered, lacking, occasions
from bot.core.papers.kind import About, Occasion, PaperKind
from bot.core.papers.made import Paper, PaperState
from bot.core.presentation import Button, Presentation, Rows, in_rows
from bot.core.vocabulary import Use
from handlers.cards import case_lines
from handlers.cards.fact_lines import cut, person_name
from handlers.cards.paper_lines import name_of
from handlers.papers import making
from handlers.papers.about import ALL, WHOLE, Listing, person
from handlers.papers.dossiers import dossier_of
from handlers.turn import Turn

PAGE, MADE, NAMED, PEOPLE = (
    6,
    3,
    3,
    40,
)  # papers on a page; made ones; facts that are named; people to choose from
LABEL = 28  # UTF-16 units of a name on a button


class Offered(Struct, frozen=True):
    """A sort that can be made, why it is offered first if it is, and what it lacks."""

    kind: PaperKind
    called_for: bool
    lacks: Sequence[str]


async def view(turn: Turn, found: Listing) -> Presentation:
    """Whom, where there are several; else the papers."""
    if found.whom is None:
        return _whom(turn, found)
    case, say = found.case, turn.say
    one = person(found.view, found.whom)
    name = person_name(turn.language, turn.service, found.view, one.id) if one else say("papers-whole")
    every = await offered(turn, found)
    pages = max(1, -(-len(every) // PAGE))
    page = min(found.page, pages - 1)
    lines = [say("papers-head", code=case.code), say("papers-for", name=name), ""]
    rows: list[tuple[Button, ...]] = []
    for number, each in enumerate(every[page * PAGE : (page + 1) * PAGE], page * PAGE + 1):
        lines.append(_line(turn, number, each))
        label = f"{number}. {name_of(turn.service, turn.language, each.kind.id)}"
        rows.append((Button(cut(label, 2 * LABEL), f"draft:{case.id}:{each.kind.id}:{found.whom}"),))
    if not every:
        lines.append(say("papers-none"))
    if pages > 1:
        there = [(page - 1) % pages, (page + 1) % pages]
        turning = [
            Button(sign, f"papers:{case.id}:{found.whom}:{to}") for sign, to in zip("◀▶", there, strict=True)
        ]
        rows.append(tuple(turning))
    made = await _made(turn, found)
    if made:
        lines += ["", say("papers-made"), *(_made_line(turn, found, one) for one in made)]
        rows += in_rows(Button(_made_label(turn, one), f"paper:{one.id}") for one in made)
    rows.append((Button(say("button-interventions"), f"interventions:{case.id}"),))
    if len(found.view.persons) > 1:
        rows.append((Button(say("button-papers-whom"), f"papers:{case.id}:{ALL}"),))
    return Presentation("\n".join(lines), tuple(rows), protect=True)


async def offered(turn: Turn, found: Listing) -> list[Offered]:
    """All sorts for whom it is about, what the case calls for first."""
    kinds = [kind for kind in turn.service.papers.kinds.values() if _fits(kind, found)]
    known: dict[tuple[str, Use | None, int | None], Dossier] = {}
    one = person(found.view, found.whom or WHOLE)
    silent, every = bool(overdue(found.view, turn.now)), []
    for kind in kinds:
        language = turn.language if turn.language in kind.languages else kind.languages[0]
        about = None if kind.about is About.CASE or one is None else one.id
        if (language, kind.use, about) not in known:
            known[language, kind.use, about] = await dossier_of(
                turn.tx, turn.service, found.case, about, kind, language, found.member
            )
        dossier = answered(known[language, kind.use, about], kind, {})
        calls = (kind.occasions - {Occasion.ANY, Occasion.HELD}) & occasions(dossier, silent=silent)
        lacks = [path for path in lacking(dossier, kind.required) if not path.startswith("to.")]
        every.append(Offered(kind, bool(calls), lacks))
    return sorted(every, key=lambda each: (not each.called_for, bool(each.lacks)))


def _fits(kind: PaperKind, found: Listing) -> bool:
    if kind.about is About.PERSON:
        return found.whom != WHOLE
    return kind.about is About.CASE


def _line(turn: Turn, number: int, each: Offered) -> str:
    name = name_of(turn.service, turn.language, each.kind.id)
    sign = "❗️" if each.called_for else "▫️"
    if not each.lacks:
        return turn.say("papers-ready", number=number, sign=sign, name=name)
    what = fields(turn, each.lacks)
    return turn.say("papers-lacks", number=number, sign=sign, name=name, what=what)


def fields(turn: Turn, paths: Sequence[str], most: int = NAMED) -> str:
    """What these are called; of many the first, and how many more."""
    names = [making.field(turn.service, turn.language, path) for path in paths]
    text = ", ".join(dict.fromkeys(names[:most]))
    return turn.say("papers-and-more", what=text, count=len(names) - most) if len(names) > most else text


def _whom(turn: Turn, found: Listing) -> Presentation:
    names = [(0, turn.say("papers-whole"))] + [
        (number, person_name(turn.language, turn.service, found.view, one.id))
        for number, one in enumerate(found.view.persons[:PEOPLE], 1)
    ]
    rows: Rows = in_rows(Button(cut(name, LABEL), f"papers:{found.case.id}:{n}") for n, name in names)
    return Presentation(turn.say("papers-whom", code=found.case.code), rows, protect=True)


async def _made(turn: Turn, found: Listing) -> list[Paper]:
    every = [
        one
        for one in await turn.tx.papers.by(case_id=found.case.id)
        if one.state is not PaperState.DRAFT and making.is_own(one, found.member, found.case)
    ]
    return sorted(every, key=lambda one: one.created_at, reverse=True)[:MADE]


def _made_line(turn: Turn, found: Listing, one: Paper) -> str:
    zone = case_lines.zone_of(turn.service, found.case)
    time = case_lines.local(one.made_at or one.created_at, zone, turn.service.zone)
    return f"• {_made_label(turn, one)}, {time}: {state(turn, one)}"


def _made_label(turn: Turn, one: Paper) -> str:
    return cut(name_of(turn.service, turn.language, one.kind), LABEL)


def state(turn: Turn, one: Paper) -> str:
    """How far it is."""
    return turn.say(f"papers-state-{'sent' if one.sent_id is not None else one.state.value}")
