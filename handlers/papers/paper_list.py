"""The papers of a case: what can be made, what the case calls for first; what each lacks, in words; what was made."""

from collections.abc import Sequence

from msgspec import Struct

from core.casework.interventions import overdue_answers
from core.papers.dossier import Dossier
from core.papers.drafting import lacking_paths, occasions_of_case, with_answers
from core.papers.paper_kinds import Occasion, PaperKind, PaperSubject
from core.presentation import Button, ButtonRows, Presentation, in_button_rows
from core.records.papers import Paper, PaperState
from core.resources.name_files import meant_names
from core.vocabulary import ConsentUse
from handlers.cards import case_lines
from handlers.cards.fact_lines import person_name, shorten
from handlers.cards.paper_names import paper_name
from handlers.papers import paper_drafts, paper_making
from handlers.papers.dossiers import load_dossier
from handlers.papers.paper_arguments import ALL, WHOLE, PaperListing, numbered_person
from handlers.turn import Turn

PAGE, MADE, NAMED, PEOPLE = (
    6,
    3,
    3,
    40,
)  # papers on a page; made ones; facts that are named; people to choose from
LABEL = 28  # UTF-16 units of a name on a button


class OfferedPaper(Struct, frozen=True):
    """A sort that can be made, why it is offered first if it is, and what it lacks."""

    kind: PaperKind
    called_for: bool
    lacks: Sequence[str]


async def view(turn: Turn, found: PaperListing) -> Presentation:
    """Whom, where there are several; else the papers."""
    if found.whom is None:
        return whom_view(turn, found)
    case, say = found.case, turn.say
    person = numbered_person(found.view, found.whom)
    name = person_name(turn.language, turn.service, found.view, person.id) if person else say("papers-whole")
    called = await paper_drafts.carried_answers(turn.tx, case, person.id) if person is not None else {}
    doubtful = person is not None and paper_drafts.NAME not in called and bool(meant_names(name, None))
    every = await offered_papers(turn, found)
    pages = max(1, -(-len(every) // PAGE))
    page = min(found.page, pages - 1)
    lines = [
        say("papers-head", code=case.code),
        say("papers-for-told" if doubtful else "papers-for", name=called.get(paper_drafts.NAME, name)),
        "",
    ]
    rows: list[tuple[Button, ...]] = []
    for number, each in enumerate(every[page * PAGE : (page + 1) * PAGE], page * PAGE + 1):
        lines.append(_paper_line(turn, number, each))
        label = f"{number}. {paper_name(turn.service, turn.language, each.kind.id)}"
        rows.append((Button(shorten(label, 2 * LABEL), f"draft:{case.id}:{each.kind.id}:{found.whom}"),))
    if not every:
        lines.append(say("papers-none"))
    if pages > 1:
        there = [(page - 1) % pages, (page + 1) % pages]
        turning = [
            Button(sign, f"papers:{case.id}:{found.whom}:{to}") for sign, to in zip("◀▶", there, strict=True)
        ]
        rows.append(tuple(turning))
    made = await _made_papers(turn, found)
    if made:
        lines += ["", say("papers-made"), *(_made_line(turn, found, paper) for paper in made)]
        rows += in_button_rows(Button(_made_label(turn, paper), f"paper:{paper.id}") for paper in made)
    rows.append((Button(say("button-interventions"), f"interventions:{case.id}"),))
    if len(found.view.persons) > 1:
        rows.append((Button(say("button-papers-whom"), f"papers:{case.id}:{ALL}"),))
    return Presentation("\n".join(lines), tuple(rows), protect=True)


async def offered_papers(turn: Turn, found: PaperListing) -> list[OfferedPaper]:
    """All sorts for whom it is about, what the case calls for first."""
    kinds = [kind for kind in turn.service.papers.kinds.values() if _fits(kind, found)]
    known: dict[tuple[str, ConsentUse | None, int | None], Dossier] = {}
    person = numbered_person(found.view, found.whom or WHOLE)
    silent, every = bool(overdue_answers(found.view, turn.now)), []
    for kind in kinds:
        language = turn.language if turn.language in kind.languages else kind.languages[0]
        about = None if kind.about is PaperSubject.CASE or person is None else person.id
        if (language, kind.use, about) not in known:
            known[language, kind.use, about] = await load_dossier(
                turn.tx, turn.service, found.case, about, kind, language, found.member
            )
        dossier = with_answers(known[language, kind.use, about], kind, {})
        calls = (kind.occasions - {Occasion.ANY, Occasion.HELD}) & occasions_of_case(dossier, silent=silent)
        lacks = [path for path in lacking_paths(dossier, kind.required) if not path.startswith("to.")]
        every.append(OfferedPaper(kind, bool(calls), lacks))
    return sorted(every, key=lambda each: (not each.called_for, bool(each.lacks)))


def _fits(kind: PaperKind, found: PaperListing) -> bool:
    if kind.about is PaperSubject.PERSON:
        return found.whom != WHOLE
    return kind.about is PaperSubject.CASE


def _paper_line(turn: Turn, number: int, each: OfferedPaper) -> str:
    name = paper_name(turn.service, turn.language, each.kind.id)
    sign = "❗️" if each.called_for else "▫️"
    if not each.lacks:
        return turn.say("papers-ready", number=number, sign=sign, name=name)
    what = field_names(turn, each.lacks)
    return turn.say("papers-lacks", number=number, sign=sign, name=name, what=what)


def field_names(turn: Turn, paths: Sequence[str], most: int = NAMED) -> str:
    """What these are called; if they are many, the first, and how many more."""
    names = [paper_making.field_name(turn.service, turn.language, path) for path in paths]
    text = ", ".join(dict.fromkeys(names[:most]))
    return turn.say("papers-and-more", what=text, count=len(names) - most) if len(names) > most else text


def whom_view(turn: Turn, found: PaperListing, kind: PaperKind | None = None) -> Presentation:
    """About whom; ``kind``: the paper that is begun then, else there is the list of all."""
    names = [(0, turn.say("papers-whole"))] if kind is None else []
    names += [
        (number, person_name(turn.language, turn.service, found.view, person.id))
        for number, person in enumerate(found.view.persons[:PEOPLE], 1)
    ]
    act = f"papers:{found.case.id}" if kind is None else f"draft:{found.case.id}:{kind.id}"
    rows: ButtonRows = in_button_rows(
        Button(shorten(name, LABEL), f"{act}:{number}") for number, name in names
    )
    return Presentation(turn.say("papers-whom", code=found.case.code), rows, protect=True)


async def _made_papers(turn: Turn, found: PaperListing) -> list[Paper]:
    every = [
        paper
        for paper in await turn.tx.papers.by(case_id=found.case.id)
        if paper.state is not PaperState.DRAFT and paper_making.is_own(paper, found.member, found.case)
    ]
    return sorted(every, key=lambda paper: paper.created_at, reverse=True)[:MADE]


def _made_line(turn: Turn, found: PaperListing, paper: Paper) -> str:
    zone = case_lines.zone_of(turn.service, found.case)
    time = case_lines.local_time(paper.made_at or paper.created_at, zone, turn.service.zone)
    return f"• {_made_label(turn, paper)}, {time}: {state_words(turn, paper)}"


def _made_label(turn: Turn, paper: Paper) -> str:
    return shorten(paper_name(turn.service, turn.language, paper.kind), LABEL)


def state_words(turn: Turn, paper: Paper) -> str:
    """How far it is."""
    return turn.say(f"papers-state-{'sent' if paper.sent_id is not None else paper.state.value}")
