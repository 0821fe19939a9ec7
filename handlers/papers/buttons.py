"""What the buttons of papers do. Everybody who sees the case whole may press them; a draft is only its writer's."""

from bot.core.clocks.rows import AtEnd
from bot.core.model import Case
from bot.core.papers.kind import About, Occasion, PaperKind
from bot.core.papers.made import Paper, PaperState
from handlers.cards.case_view import view_of
from handlers.cards.paper_lines import calling_for
from handlers.casework import coordinator_buttons, handed_out
from handlers.casework.handed_out import show, show_in_place
from handlers.papers import acts, drafts, listing, making, page, questions
from handlers.papers.about import Listing, New, OnPaper, listed
from handlers.pressed import OnCase
from handlers.turn import Turn

CALLS = (Occasion.OVERRUN.value, Occasion.DENIED.value, Occasion.SILENT.value)
RELEASE = "release"  # as what a demand for release is sent


async def on_list(turn: Turn, found: Listing) -> None:
    """*Papers* on the card, ``/paper``: as a message of its own; from within, in place."""
    shown = await listing.view(turn, found)
    if found.anew:
        show(turn, found.case, shown)
    else:
        show_in_place(turn, found.case, shown)


async def on_code(turn: Turn, found: Listing) -> None:
    """``/paper`` and a code; whoever has not opened the case does so first, with a reason."""
    if await handed_out.may_see(turn.tx, found.case, turn.address.id):
        await on_list(turn, found)
    else:
        await coordinator_buttons.on_open_asked(turn, found)


async def on_begun(turn: Turn, found: New) -> None:
    """One of the sorts: its page."""
    person = None if found.kind.about is About.CASE else found.person
    paper = await _new(turn, found, found.kind, person)
    await _page(turn, found.case, paper)


async def on_occasion(turn: Turn, found: OnCase) -> None:
    """From a clock, an ask or an overdue answer straight to the paper that it calls for. Whoever has not opened the case
    does so first, with a reason.
    """
    case, occasion = found.case, Occasion(found.word)
    if not await handed_out.may_see(turn.tx, case, turn.address.id):
        await coordinator_buttons.on_open_asked(turn, found)
        return
    kinds = calling_for(turn.service, occasion)
    if occasion is Occasion.OVERRUN:
        kinds = [kind for kind in kinds if kind.sent_as == RELEASE] or kinds
    chosen, person = await _whom(turn, case, occasion)
    if len(kinds) != 1 or not chosen:
        shown = await listed(turn, found, anew=True)
        if shown is not None:
            await on_list(turn, shown)
        return
    paper = await _new(turn, found, kinds[0], None if kinds[0].about is About.CASE else person)
    ready = await drafts.prepared(turn.tx, turn.service, case, paper)
    assert ready is not None  # its sort is there
    looked_at = ready.stops or ready.lacks or ready.left_out or ready.names  # what somebody has to see first
    simple = not looked_at and ready.bar is None and not ready.kind.two_people
    template = await making.template_of(turn.tx, turn.service, paper) if simple else None
    if template is not None:
        show(turn, case, await page.of(turn, await acts.made(turn, drafts.shown(turn.tx, ready), template)))
        return
    show(turn, case, await page.of(turn, drafts.shown(turn.tx, ready)))
    if ready.lacks and ready.bar is None:
        await questions.ask_next(turn, ready)


async def _whom(turn: Turn, case: Case, occasion: Occasion) -> tuple[bool, int | None]:
    """Whether it is known whom it is about, and who that is; None: nobody by number."""
    persons = [one.id for one in (await view_of(turn.tx, case)).persons]
    if occasion is Occasion.OVERRUN:
        rows = {row.id for row in turn.service.law if row.at_end is AtEnd.OVERRUN}
        marks = [m for m in await turn.tx.clock_marks.by(case_id=case.id) if m.goes_on and m.clock in rows]
        over = {mark.person_id for mark in marks if mark.person_id in persons}
        if len(over) == 1:
            return True, over.pop()
    return len(persons) <= 1, persons[0] if persons else None


async def on_paper(turn: Turn, found: OnPaper) -> None:
    """Its page, or a button of it."""
    head, _, which = found.act.partition("-")
    ready = await drafts.prepared(turn.tx, turn.service, found.case, found.paper)
    is_draft = found.paper.state is PaperState.DRAFT
    act = (acts.DRAFT if is_draft else acts.DONE).get(head)
    if ready is None or (found.act and act is None):
        turn.reply("button-unknown" if ready is None else "papers-not-now")
    elif act is None:
        show_in_place(
            turn, found.case, await page.of(turn, drafts.shown(turn.tx, ready) if is_draft else ready)
        )
    else:
        shown = await act(turn, ready, which)
        if shown is not None:
            show_in_place(turn, found.case, shown)


async def _new(turn: Turn, found: OnCase, kind: PaperKind, person: int | None) -> Paper:
    language = turn.language
    return await drafts.begin(turn.tx, turn.service, found.case, found.member, kind, person, language)


async def _page(turn: Turn, case: Case, paper: Paper) -> None:
    ready = await drafts.prepared(turn.tx, turn.service, case, paper)
    assert ready is not None  # its sort was found by the press
    show_in_place(turn, case, await page.of(turn, drafts.shown(turn.tx, ready)))
