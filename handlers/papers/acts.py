"""What the buttons on the page of a paper do: before it is made, and afterwards. Each gives the screen that follows."""

from collections.abc import Awaitable, Callable, Mapping

from msgspec.structs import replace

from bot.core.papers.made import Paper, PaperState
from bot.core.presentation import Presentation
from bot.core.timeline import Line
from handlers.cards.paper_lines import name_of
from handlers.papers import confirming, drafts, making, offices, page, questions
from handlers.papers.drafts import Prepared
from handlers.turn import Turn
from storage import timeline


async def _to(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    if not which:
        return page.addressees(turn, ready)
    allowed = offices.choices(turn.service, ready.kind, offices.today(turn.tx, turn.service))
    chosen = [id for number, id in enumerate(ready.kind.to) if str(number) == which and id in allowed]
    return await _changed(turn, ready, replace(ready.paper, office=chosen[0]) if chosen else ready.paper)


async def _language(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    languages = ready.kind.languages
    after = languages[(languages.index(ready.paper.language) + 1) % len(languages)]
    return await _changed(turn, ready, replace(ready.paper, language=after))


async def _signer(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    """Whoever has the case, first or second, and whoever makes it: the next of them."""
    case, paper = ready.case, ready.paper
    every = dict.fromkeys(
        [one for one in (case.owner_id, case.second_id, paper.member_id) if one is not None]
    )
    ids = list(every)
    at = ids.index(paper.signer_id) if paper.signer_id in every else -1
    return await _changed(turn, ready, replace(paper, signer_id=ids[(at + 1) % len(ids)]))


async def _ask(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    await questions.ask_next(turn, ready)
    return None


async def _say(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    await questions.chosen(turn, ready, which)
    return None


async def _tick(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    paths = dict(enumerate(ready.doubtful))
    if ready.basis != ready.paper.basis:  # the numbers may be others now
        return await page.ticks(turn, drafts.shown(turn.tx, ready))
    ticked = dict.fromkeys(ready.paper.ticked)
    if which == "all":
        ticked |= dict.fromkeys(paths.values())
    elif (path := paths.get(int(which) if which.isdecimal() else -1)) is not None:
        ticked = {one: None for one in ticked if one != path} if path in ticked else ticked | {path: None}
    ready = replace(ready, paper=drafts.keep(turn.tx, replace(ready.paper, ticked=tuple(ticked))))
    return await page.ticks(turn, drafts.shown(turn.tx, ready))


async def _ground(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    paths = dict(enumerate(page.grounds_of(ready)))
    path, paper = paths.get(int(which)) if which.isdecimal() else None, ready.paper
    if path is not None:
        answers = {name: said for name, said in paper.answers.items() if name != path}
        answers |= {path: turn.now.isoformat()} if path not in paper.answers else {}
        paper = drafts.keep(turn.tx, replace(paper, answers=answers))
        again = await drafts.prepared(turn.tx, turn.service, ready.case, paper)
        ready = again if again is not None else ready
    return page.grounds(turn, drafts.shown(turn.tx, ready))


async def _names(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    return page.spelt(turn, ready)


async def _fix(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    paths = dict(enumerate(ready.spelt))
    path = paths.get(int(which)) if which.isdecimal() else None
    if path is not None:
        await questions.begin(turn, ready, questions.FIX, path)
    return None


async def _make(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    """Made, or a second person is asked; if the case has changed since the page was drawn, the page comes anew."""
    if ready.stops:
        return await page.of(turn, drafts.shown(turn.tx, ready))
    if ready.bar is not None or ready.basis != ready.paper.basis:
        return await page.of(turn, drafts.shown(turn.tx, ready), turn.say("papers-changed"))
    template = await making.template_of(turn.tx, turn.service, ready.paper)
    if template is None:
        name = name_of(turn.service, turn.language, ready.kind.id)
        return await page.of(turn, ready, turn.say("paper-broken", name=name))
    if not ready.kind.two_people:
        return await page.of(turn, await made(turn, ready, template))
    paper = await confirming.ask(turn, ready, template)
    return await page.of(turn, replace(ready, paper=paper))


async def _withdraw(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    if ready.paper.state is not PaperState.ASKED:
        return await page.of(turn, ready)
    paper = await confirming.withdraw(turn.tx, ready.paper)
    return await page.of(turn, drafts.shown(turn.tx, replace(ready, paper=paper)))


async def _again(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    """The same file once more, to whoever presses; not while nobody may be named, whatever was so when it was made."""
    if ready.paper.made_at is None or ready.bar is not None:
        return await page.of(turn, ready)
    paper = await making.hand_out(turn.tx, turn.service, replace(ready.paper, address_id=turn.address.id))
    return await page.of(turn, replace(ready, paper=paper))


async def _sent(turn: Turn, ready: Prepared, which: str) -> Presentation | None:
    if ready.paper.sent_id is not None or ready.paper.made_at is None:
        return await page.of(turn, ready)
    await questions.begin(turn, ready, questions.SENT)
    return None


Act = Callable[[Turn, Prepared, str], Awaitable[Presentation | None]]
DRAFT: Mapping[str, Act] = {
    "to": _to,
    "language": _language,
    "signer": _signer,
    "ask": _ask,
    "say": _say,
    "ticks": lambda turn, ready, which: page.ticks(turn, drafts.shown(turn.tx, ready)),
    "tick": _tick,
    "grounds": _ground,
    "ground": _ground,
    "names": _names,
    "fix": _fix,
    "make": _make,
}
DONE: Mapping[str, Act] = {"withdraw": _withdraw, "again": _again, "sent": _sent}


async def made(turn: Turn, ready: Prepared, template: bytes) -> Prepared:
    """It is made, and stands in the timeline."""
    paper = await making.make(turn.tx, turn.service, ready.paper, ready.kind, ready.dossier, template)
    turn.tx.timers.remove(f"paper:{paper.id}")
    await timeline.append(turn.tx, ready.case.id, paper.member_id, Line.PAPER_MADE, confirming.details(paper))
    return replace(ready, paper=paper)


async def _changed(turn: Turn, ready: Prepared, paper: Paper) -> Presentation:
    """The page with another choice."""
    found = await drafts.prepared(turn.tx, turn.service, ready.case, drafts.keep(turn.tx, paper))
    assert found is not None  # its sort was there a moment ago
    return await page.of(turn, drafts.shown(turn.tx, found))
