"""The page of one paper: before it is made all that can still be said of it; afterwards what became of it."""

from collections.abc import Sequence

from bot.core.papers import un
from bot.core.papers.dossier import Leaf, at
from bot.core.papers.drafting import GROUNDS
from bot.core.papers.kind import Group
from bot.core.papers.made import Paper, PaperState
from bot.core.presentation import Button, Presentation, Rows, Style, in_rows
from handlers.cards import case_lines
from handlers.cards.case_view import view_of
from handlers.cards.fact_lines import cut, person_name
from handlers.cards.paper_lines import name_of
from handlers.papers import listing, making, offices, sources
from handlers.papers.about import ALL
from handlers.papers.drafts import Prepared
from handlers.turn import Turn

TICKS, SAID, DOUBT = (
    20,
    60,
    200,
)  # facts that are not verified on one page; UTF-16 units of each, of an overrun
LANGUAGE = {"kk": "Қазақша", "ru": "Русский", "en": "English"}  # each in itself, as people look for their own


async def draft(turn: Turn, ready: Prepared, before: str = "") -> Presentation:
    """What would stand in it, what would not, and what can be changed."""
    paper, kind, say = ready.paper, ready.kind, turn.say
    lines = [*([before, ""] if before else []), *(await head(turn, ready)), ""]
    lines += barred(turn, ready)
    lines += [f"⛔ {say(key)}" for key in ready.stops]
    if ready.lacks:
        lines.append(say("papers-missing", what=listing.fields(turn, ready.lacks, 10)))
    if ready.left_out:
        lines.append(say("papers-left-out", what=listing.fields(turn, ready.left_out, 10)))
    wanted = [path for path in ready.asks if path not in ready.lacks]
    if wanted:
        lines.append(say("papers-wanted", what=listing.fields(turn, wanted, 6)))
    unsure = ready.doubtful
    if unsure:
        ticked = sum(path in paper.ticked for path in unsure)
        lines.append(say("papers-unverified", count=len(unsure), ticked=ticked))
    lines += names(turn, ready)
    lines += making.remembered(turn.service, turn.language, kind)
    lines += [f"• {say(key)}" for key in ready.notes]
    if kind.two_people:
        lines.append(say("papers-two-people"))
    rows = (*(await _first(turn, ready)), *_rows(turn, ready, unsure))
    return Presentation("\n".join(lines), rows, protect=True)


async def head(turn: Turn, ready: Prepared) -> list[str]:
    """Which paper, for whom, to whom, in which language, who signs."""
    paper, say = ready.paper, turn.say
    signer = await turn.tx.members.get(paper.signer_id or paper.member_id)
    view = await view_of(turn.tx, ready.case)
    whom = (
        person_name(turn.language, turn.service, view, paper.person_id)
        if paper.person_id
        else say("papers-whole")
    )
    to = offices.called(turn.service, turn.language, paper.office) if paper.office else say("papers-nobody")
    return [
        say("papers-page", name=name_of(turn.service, turn.language, paper.kind), code=ready.case.code),
        say("papers-for", name=whom),
        say("papers-to", name=to),
        say("papers-language", name=LANGUAGE[paper.language]),
        say("papers-signs", name=signer.name if signer is not None else "—"),
    ]


def barred(turn: Turn, ready: Prepared) -> list[str]:
    """Why nobody may be named, if so."""
    return (
        [turn.say(f"papers-barred-{ready.bar.why.value.replace('_', '-')}")] if ready.bar is not None else []
    )


def names(turn: Turn, ready: Prepared) -> list[str]:
    """The name in other cases of the grammar, to be looked at before it is made."""
    told = "; ".join(ready.names.values())
    return [turn.say("papers-names", names=told)] if told else []


def _rows(turn: Turn, ready: Prepared, unsure: Sequence[str]) -> Rows:
    paper, kind, say = ready.paper, ready.kind, turn.say

    def button(key: str, act: str, style: Style = Style.PLAIN, **values: str | int) -> Button:
        return Button(say(key, **values), f"paper:{paper.id}:{act}", style)

    rows: list[tuple[Button, ...]] = []
    if ready.asks:
        style = Style.PRIMARY if ready.lacks else Style.PLAIN
        rows.append((button("button-papers-ask", "ask", style, count=len(ready.asks)),))
    changes = []
    if len(offices.choices(turn.service, kind, offices.today(turn.tx, turn.service))) > 1:
        changes.append(button("button-papers-to", "to"))
    if len(kind.languages) > 1:
        changes.append(button("button-papers-language", "language"))
    changes.append(button("button-papers-signer", "signer"))
    if unsure:
        style = Style.PRIMARY if ready.left_out else Style.PLAIN
        changes.append(button("button-papers-ticks", "ticks", style, count=len(unsure)))
    if any(path.startswith(GROUNDS) for path in (*kind.required, *kind.wanted)):
        label = "button-un-ticks" if kind.group is Group.UN else "button-papers-grounds"
        changes.append(button(label, "grounds"))
    if ready.spelt:
        changes.append(button("button-papers-names", "names"))
    rows += in_rows(changes)
    if ready.bar is None and not ready.stops:
        key = "button-papers-second" if kind.two_people else "button-papers-make"
        rows.append((button(key, "make", Style.SUCCESS),))
    return (*rows, _back(turn, paper))


async def _first(turn: Turn, ready: Prepared) -> Rows:
    """What has to be made and sent before it."""
    view = await view_of(turn.tx, ready.case)
    whom = [number for number, one in enumerate(view.persons, 1) if one.id == ready.paper.person_id]
    kinds = [un.FIRST[key] for key in ready.stops if un.FIRST.get(key) in turn.service.papers.kinds]
    return tuple(
        (Button(name_of(turn.service, turn.language, id), f"draft:{ready.case.id}:{id}:{number}"),)
        for id in kinds
        for number in whom
    )


def _back(turn: Turn, paper: Paper) -> tuple[Button, ...]:
    return (Button(turn.say("button-papers-all"), f"papers:{paper.case_id}:{ALL}"),)


def to_page(turn: Turn, paper: Paper) -> tuple[Button, ...]:
    """Back to the page."""
    return (Button(turn.say("button-papers-page"), f"paper:{paper.id}"),)


def addressees(turn: Turn, ready: Prepared) -> Presentation:
    """To whom?"""
    today = offices.today(turn.tx, turn.service)
    buttons = [
        Button(offices.called(turn.service, turn.language, id), f"paper:{ready.paper.id}:to-{number}")
        for number, id in enumerate(ready.kind.to)
        if offices.addressee(turn.service, id, today) is not None
    ]
    refused = [id for id in ready.kind.to if offices.addressee(turn.service, id, today) is None]
    lines = [turn.say("papers-which-office")]
    lines += [
        turn.say("papers-office-refused", name=offices.called(turn.service, turn.language, id))
        for id in refused
    ]
    rows = tuple((button,) for button in buttons)
    return Presentation("\n".join(lines), (*rows, to_page(turn, ready.paper)), protect=True)


async def ticks(turn: Turn, ready: Prepared) -> Presentation:
    """What is not verified: who says it; ticked it stands in the paper."""
    paper = ready.paper
    every = ready.doubtful
    lines, buttons = [turn.say("papers-which-ticks"), ""], []
    for number, path in enumerate(every[:TICKS], 1):
        leaf = at(ready.dossier, path)
        assert isinstance(leaf, Leaf)
        sign = "☑️" if path in paper.ticked else "◻️"
        who = await sources.said_by(turn.tx, turn.service, turn.language, leaf)
        what = making.field(turn.service, turn.language, path)
        most = DOUBT if any(one.startswith("mark:") for one in leaf.origins) else SAID
        lines.append(f"{number}. {sign} {what}: {cut(leaf.text, most)} ({who})")
        buttons.append(Button(f"{sign} {number}", f"paper:{paper.id}:tick-{number - 1}"))
    if len(every) > TICKS:
        lines.append(turn.say("papers-more-ticks", count=len(every) - TICKS))
    all = (Button(turn.say("button-papers-tick-all"), f"paper:{paper.id}:tick-all", Style.PRIMARY),)
    rows = (all, *in_rows(buttons, 4), to_page(turn, paper))
    return Presentation("\n".join(lines), rows, protect=True)


def grounds(turn: Turn, ready: Prepared) -> Presentation:
    """What was seen, or told by the person: each ticked one is a paragraph."""
    paper, rows = ready.paper, []
    for number, path in enumerate(grounds_of(ready)):
        leaf = at(ready.dossier, path)
        sign = "☑️" if isinstance(leaf, Leaf) and leaf.text else "◻️"
        what = making.field(turn.service, turn.language, path)
        rows.append((Button(f"{sign} {what}", f"paper:{paper.id}:ground-{number}"),))
    which = "un-which-ticks" if ready.kind.group is Group.UN else "papers-which-grounds"
    return Presentation(turn.say(which), (*rows, to_page(turn, paper)), protect=True)


def grounds_of(ready: Prepared) -> list[str]:
    """Those that it can have."""
    every = dict.fromkeys((*ready.kind.required, *ready.kind.wanted))
    return [path for path in every if path.startswith(GROUNDS)]


def spelt(turn: Turn, ready: Prepared) -> Presentation:
    """The name, and as it stands in other cases of the grammar: a wrong one is typed anew."""
    lines, rows = [turn.say("papers-which-name")], []
    for number, (path, name) in enumerate(ready.spelt.items()):
        what = making.field(turn.service, turn.language, path)
        lines.append(f"• {what}: {name}")
        rows.append((Button(what, f"paper:{ready.paper.id}:fix-{number}"),))
    return Presentation("\n".join(lines), (*rows, to_page(turn, ready.paper)), protect=True)


async def done(turn: Turn, ready: Prepared, before: str = "") -> Presentation:
    """What became of it."""
    paper, say = ready.paper, turn.say
    zone = case_lines.zone_of(turn.service, ready.case)
    lines = [*([before, ""] if before else []), *(await head(turn, ready)), "", listing.state(turn, paper)]
    if paper.made_at is not None:
        time = case_lines.local(paper.made_at, zone, turn.service.zone)
        lines.append(say("papers-made-at", time=time, version=paper.version))
    second = await turn.tx.members.get(paper.second_id) if paper.second_id is not None else None
    if second is not None:
        lines.append(say("papers-second", name=second.name))
    lines += barred(turn, ready)
    rows: list[tuple[Button, ...]] = []
    if paper.state is PaperState.ASKED:
        rows.append((Button(say("button-papers-withdraw"), f"paper:{paper.id}:withdraw"),))
    if paper.state in (PaperState.MADE, PaperState.LEAVING, PaperState.BROKEN):
        lines += names(turn, ready)
        again = Button(say("button-papers-again"), f"paper:{paper.id}:again")
        sent = Button(say("button-papers-sent"), f"paper:{paper.id}:sent", Style.PRIMARY)
        found = ([sent] if paper.sent_id is None else []) + ([again] if ready.bar is None else [])
        rows += in_rows(found)
    return Presentation("\n".join(lines), (*rows, _back(turn, paper)), protect=True)


async def of(turn: Turn, ready: Prepared, before: str = "") -> Presentation:
    """The page as it is now."""
    if ready.paper.state is PaperState.DRAFT:
        return await draft(turn, ready, before)
    return await done(turn, ready, before)
