"""The page of one paper: before it is made all that can still be said of it; afterwards what became of it."""

from collections.abc import Mapping, Sequence

from core.papers import un_papers
from core.papers.dossier import Dossier, Leaf, node_at
from core.papers.drafting import GROUNDS
from core.papers.paper_kinds import PaperGroup
from core.presentation import Button, ButtonRows, Presentation, Style, in_button_rows
from core.records.papers import Paper, PaperState
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.cards.fact_lines import person_name, shorten
from handlers.cards.paper_names import paper_name
from handlers.papers import addressees as papers_addressees
from handlers.papers import paper_list, paper_making, paper_sources
from handlers.papers.paper_arguments import ALL
from handlers.papers.paper_drafts import PreparedPaper
from handlers.turn import Turn

TICKS, SAID, DOUBT = (
    20,
    60,
    200,
)  # facts that are not verified on one page; UTF-16 units of each, of an overrun
LANGUAGE = {"kk": "Қазақша", "ru": "Русский", "en": "English"}  # each in itself, as people look for their own


async def draft_view(turn: Turn, ready: PreparedPaper, before: str = "") -> Presentation:
    """What would stand in it, what would not, and what can be changed."""
    paper, kind, say = ready.paper, ready.kind, turn.say
    lines = [*([before, ""] if before else []), *(await head_lines(turn, ready)), ""]
    lines += barred_lines(turn, ready)
    lines += [f"⛔ {say(key)}" for key in ready.stops]
    if ready.lacks:
        lines.append(say("papers-missing", what=paper_list.field_names(turn, ready.lacks, 10)))
    if ready.left_out:
        lines.append(say("papers-left-out", what=paper_list.field_names(turn, ready.left_out, 10)))
    wanted = [path for path in ready.asks if path not in ready.lacks]
    if wanted:
        lines.append(say("papers-wanted", what=paper_list.field_names(turn, wanted, 6)))
    unsure = ready.doubtful
    if unsure:
        ticked = sum(path in paper.ticked for path in unsure)
        lines.append(say("papers-unverified", count=len(unsure), ticked=ticked))
    lines += name_lines(turn, ready)
    lines += paper_making.uncompared_parts(turn.service, turn.language, kind)
    lines += [f"• {say(key)}" for key in ready.notes]
    if kind.two_people:
        lines.append(say("papers-two-people"))
    rows = (*(await _first_buttons(turn, ready)), *_draft_buttons(turn, ready, unsure))
    return Presentation("\n".join(lines), rows, protect=True)


async def head_lines(turn: Turn, ready: PreparedPaper) -> list[str]:
    """Which paper, for whom, to whom, in which language, who signs."""
    paper, say = ready.paper, turn.say
    signer = await turn.tx.members.get(paper.signer_id or paper.member_id)
    view = await view_of(turn.tx, ready.case)
    whom = ready.name or (
        person_name(turn.language, turn.service, view, paper.person_id)
        if paper.person_id
        else say("papers-whole")
    )
    to = (
        papers_addressees.office_name(turn.service, turn.language, paper.office)
        if paper.office
        else say("papers-nobody")
    )
    return [
        say("papers-page", name=paper_name(turn.service, turn.language, paper.kind), code=ready.case.code),
        say("papers-for-told" if ready.meant else "papers-for", name=whom),
        say("papers-to", name=to),
        say("papers-language", name=LANGUAGE[paper.language]),
        say("papers-signs", name=signer.name if signer is not None else "—"),
    ]


def barred_lines(turn: Turn, ready: PreparedPaper) -> list[str]:
    """Why nobody may be named, if so."""
    return (
        [turn.say(f"papers-barred-{ready.bar.why.value.replace('_', '-')}")] if ready.bar is not None else []
    )


def name_lines(turn: Turn, ready: PreparedPaper) -> list[str]:
    """The name in other cases of the grammar, to be looked at before it is made; if it looks as if it stood in one, that."""
    if ready.meant:
        return [turn.say("papers-oblique", name=ready.name)]
    told = "; ".join(ready.names.values())
    return [turn.say("papers-names", names=told)] if told else []


def _draft_buttons(turn: Turn, ready: PreparedPaper, unsure: Sequence[str]) -> ButtonRows:
    paper, kind, say = ready.paper, ready.kind, turn.say

    def button(key: str, act: str, style: Style = Style.PLAIN, **values: str | int) -> Button:
        return Button(say(key, **values), f"paper:{paper.id}:{act}", style)

    rows: list[tuple[Button, ...]] = []
    if ready.asks:
        style = Style.PRIMARY if ready.lacks else Style.PLAIN
        rows.append((button("button-papers-ask", "ask", style, count=len(ready.asks)),))
    changes = []
    if (
        len(
            papers_addressees.possible_addressees(
                turn.service, kind, papers_addressees.organisation_day(turn.tx, turn.service)
            )
        )
        > 1
    ):
        changes.append(button("button-papers-to", "to"))
    if len(kind.languages) > 1:
        changes.append(button("button-papers-language", "language"))
    changes.append(button("button-papers-signer", "signer"))
    if unsure:
        style = Style.PRIMARY if ready.left_out else Style.PLAIN
        changes.append(button("button-papers-ticks", "ticks", style, count=len(unsure)))
    if any(path.startswith(GROUNDS) for path in (*kind.required, *kind.wanted)):
        label = "button-un-ticks" if kind.group is PaperGroup.UN else "button-papers-grounds"
        changes.append(button(label, "grounds"))
    if ready.spelt:
        changes.append(button("button-papers-names", "names"))
    rows += in_button_rows(changes)
    if ready.meant and ready.bar is None:
        rows += [
            (Button(meant, f"paper:{paper.id}:meant-{number}"),)
            for number, meant in enumerate(ready.meant)
            if meant != ready.name
        ]
        rows.append((button("button-papers-meant", "meant-kept"),))
    elif ready.bar is None and not ready.stops:
        key = "button-papers-second" if kind.two_people else "button-papers-make"
        rows.append((button(key, "make", Style.SUCCESS),))
    return (*rows, _back_button(turn, paper))


async def _first_buttons(turn: Turn, ready: PreparedPaper) -> ButtonRows:
    """What has to be made and sent before it."""
    view = await view_of(turn.tx, ready.case)
    whom = [number for number, person in enumerate(view.persons, 1) if person.id == ready.paper.person_id]
    kinds = [
        un_papers.FIRST[key] for key in ready.stops if un_papers.FIRST.get(key) in turn.service.papers.kinds
    ]
    return tuple(
        (Button(paper_name(turn.service, turn.language, id), f"draft:{ready.case.id}:{id}:{number}"),)
        for id in kinds
        for number in whom
    )


def _back_button(turn: Turn, paper: Paper) -> tuple[Button, ...]:
    return (Button(turn.say("button-papers-all"), f"papers:{paper.case_id}:{ALL}"),)


def page_button(turn: Turn, paper: Paper) -> tuple[Button, ...]:
    """Back to the page."""
    return (Button(turn.say("button-papers-page"), f"paper:{paper.id}"),)


def addressees_view(turn: Turn, ready: PreparedPaper) -> Presentation:
    """The offices that the paper may go to, as buttons; those that cannot be addressed today are told."""
    today = papers_addressees.organisation_day(turn.tx, turn.service)
    buttons = [
        Button(
            papers_addressees.office_name(turn.service, turn.language, id),
            f"paper:{ready.paper.id}:to-{number}",
        )
        for number, id in enumerate(ready.kind.to)
        if papers_addressees.addressee_on(turn.service, id, today) is not None
    ]
    refused = [id for id in ready.kind.to if papers_addressees.addressee_on(turn.service, id, today) is None]
    lines = [turn.say("papers-which-office")]
    lines += [
        turn.say("papers-office-refused", name=papers_addressees.office_name(turn.service, turn.language, id))
        for id in refused
    ]
    rows = tuple((button,) for button in buttons)
    return Presentation("\n".join(lines), (*rows, page_button(turn, ready.paper)), protect=True)


async def ticks_view(turn: Turn, ready: PreparedPaper) -> Presentation:
    """What is not verified, and who says it; if it is ticked, it is in the paper."""
    paper = ready.paper
    every = ready.doubtful
    lines, buttons = [turn.say("papers-which-ticks"), ""], []
    for number, path in enumerate(every[:TICKS], 1):
        leaf = node_at(ready.dossier, path)
        assert isinstance(leaf, Leaf)
        sign = "☑️" if path in paper.ticked else "◻️"
        who = await paper_sources.said_by(turn.tx, turn.service, turn.language, leaf)
        what = field_of_row(turn, ready.dossier, path)
        most = DOUBT if any(origin.startswith("mark:") for origin in leaf.origins) else SAID
        lines.append(f"{number}. {sign} {what}: {shorten(leaf.text, most)} ({who})")
        buttons.append(Button(f"{sign} {number}", f"paper:{paper.id}:tick-{number - 1}"))
    if len(every) > TICKS:
        lines.append(turn.say("papers-more-ticks", count=len(every) - TICKS))
    all = (Button(turn.say("button-papers-tick-all"), f"paper:{paper.id}:tick-all", Style.PRIMARY),)
    rows = (all, *in_button_rows(buttons, 4), page_button(turn, paper))
    return Presentation("\n".join(lines), rows, protect=True)


def field_of_row(turn: Turn, dossier: Dossier, path: str) -> str:
    """What it is called; in a list with what tells its rows apart, so that no two are called the same."""
    what = paper_making.field_name(turn.service, turn.language, path)
    names = path.split(".")
    at = next((number for number, name in enumerate(names) if name.isdecimal()), None)
    if at is None:
        return what
    row = node_at(dossier, ".".join(names[: at + 1]))
    told = (
        next((leaf.text for leaf in row.values() if isinstance(leaf, Leaf) and leaf.text), "")
        if isinstance(row, Mapping)
        else ""
    )
    leaf = node_at(dossier, path)
    return (
        what
        if not told or (isinstance(leaf, Leaf) and leaf.text == told)
        else f"{shorten(told, SAID)}: {what}"
    )


def grounds_view(turn: Turn, ready: PreparedPaper) -> Presentation:
    """What was seen, or told by the person: each ticked one is a paragraph."""
    paper, rows = ready.paper, []
    for number, path in enumerate(possible_grounds(ready)):
        leaf = node_at(ready.dossier, path)
        sign = "☑️" if isinstance(leaf, Leaf) and leaf.text else "◻️"
        what = paper_making.field_name(turn.service, turn.language, path)
        rows.append((Button(f"{sign} {what}", f"paper:{paper.id}:ground-{number}"),))
    which = "un-which-ticks" if ready.kind.group is PaperGroup.UN else "papers-which-grounds"
    return Presentation(turn.say(which), (*rows, page_button(turn, paper)), protect=True)


def possible_grounds(ready: PreparedPaper) -> list[str]:
    """Those that it can have."""
    every = dict.fromkeys((*ready.kind.required, *ready.kind.wanted))
    return [path for path in every if path.startswith(GROUNDS)]


def spelling_view(turn: Turn, ready: PreparedPaper) -> Presentation:
    """The name, and in its other grammatical cases: a wrong one is typed again."""
    lines, rows = [turn.say("papers-which-name")], []
    for number, (path, name) in enumerate(ready.spelt.items()):
        what = paper_making.field_name(turn.service, turn.language, path)
        lines.append(f"• {what}: {name}")
        rows.append((Button(what, f"paper:{ready.paper.id}:fix-{number}"),))
    return Presentation("\n".join(lines), (*rows, page_button(turn, ready.paper)), protect=True)


async def done_view(turn: Turn, ready: PreparedPaper, before: str = "") -> Presentation:
    """What became of it."""
    paper, say = ready.paper, turn.say
    zone = case_lines.zone_of(turn.service, ready.case)
    lines = [
        *([before, ""] if before else []),
        *(await head_lines(turn, ready)),
        "",
        paper_list.state_words(turn, paper),
    ]
    if paper.made_at is not None:
        time = case_lines.local_time(paper.made_at, zone, turn.service.zone)
        lines.append(say("papers-made-at", time=time, version=paper.version))
    second = await turn.tx.members.get(paper.second_id) if paper.second_id is not None else None
    if second is not None:
        lines.append(say("papers-second", name=second.name))
    lines += barred_lines(turn, ready)
    rows: list[tuple[Button, ...]] = []
    if paper.state is PaperState.ASKED:
        rows.append((Button(say("button-papers-withdraw"), f"paper:{paper.id}:withdraw"),))
    if paper.state in (PaperState.MADE, PaperState.LEAVING, PaperState.BROKEN):
        lines += name_lines(turn, ready)
        again = Button(say("button-papers-again"), f"paper:{paper.id}:again")
        sent = Button(say("button-papers-sent"), f"paper:{paper.id}:sent", Style.PRIMARY)
        found = ([sent] if paper.sent_id is None else []) + ([again] if ready.bar is None else [])
        rows += in_button_rows(found)
    return Presentation("\n".join(lines), (*rows, _back_button(turn, paper)), protect=True)


async def page_view(turn: Turn, ready: PreparedPaper, before: str = "") -> Presentation:
    """The page as it is now."""
    if ready.paper.state is PaperState.DRAFT:
        return await draft_view(turn, ready, before)
    return await done_view(turn, ready, before)
