"""What the buttons on the page of a paper do, before it is made and afterwards. Each gives the screen that follows.

Everybody who sees the case whole may press them; only the member who makes a draft changes it.
"""

from collections.abc import Awaitable, Callable, Mapping

from msgspec.structs import replace

from core.clocks.clock_rows import AtEnd
from core.model import Case
from core.papers.paper_kinds import Occasion, PaperKind, PaperSubject
from core.presentation import Presentation
from core.records.papers import Paper, PaperState
from core.timeline import TimelineKind
from handlers.arguments import OnCase
from handlers.cards.case_loading import view_of
from handlers.cards.paper_names import kinds_for, paper_name
from handlers.casework import case_acts, disclosure
from handlers.casework.disclosure import show_in_place
from handlers.papers import (
    addressees,
    paper_approval,
    paper_drafts,
    paper_list,
    paper_making,
    paper_page,
    paper_questions,
)
from handlers.papers.paper_arguments import NewPaper, OnPaper, PaperListing, listing_of_case
from handlers.papers.paper_drafts import PreparedPaper
from handlers.turn import Turn
from storage import timeline


async def _to(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    if not which:
        return paper_page.addressees_view(turn, ready)
    allowed = addressees.possible_addressees(
        turn.service, ready.kind, addressees.organisation_day(turn.tx, turn.service)
    )
    chosen = [id for number, id in enumerate(ready.kind.to) if str(number) == which and id in allowed]
    return await _change_paper(turn, ready, replace(ready.paper, office=chosen[0]) if chosen else ready.paper)


async def _language(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    languages = ready.kind.languages
    after = languages[(languages.index(ready.paper.language) + 1) % len(languages)]
    return await _change_paper(turn, ready, replace(ready.paper, language=after))


async def _signer(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    """The lawyers of the case, first and second, and the member who makes it: the next of them."""
    case, paper = ready.case, ready.paper
    every = dict.fromkeys(
        [member_id for member_id in (case.owner_id, case.second_id, paper.member_id) if member_id is not None]
    )
    ids = list(every)
    at = ids.index(paper.signer_id) if paper.signer_id in every else -1
    return await _change_paper(turn, ready, replace(paper, signer_id=ids[(at + 1) % len(ids)]))


async def _ask_next_question(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    await paper_questions.ask_next(turn, ready)
    return None


async def _say(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    await paper_questions.take_option(turn, ready, which)
    return None


async def _tick(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    paths = dict(enumerate(ready.doubtful))
    if ready.basis != ready.paper.basis:  # the numbers may be others now
        return await paper_page.ticks_view(turn, paper_drafts.note_shown(turn.tx, ready))
    ticked = dict.fromkeys(ready.paper.ticked)
    if which == "all":
        ticked |= dict.fromkeys(paths.values())
    elif (path := paths.get(int(which) if which.isdecimal() else -1)) is not None:
        ticked = (
            {ticked_path: None for ticked_path in ticked if ticked_path != path}
            if path in ticked
            else ticked | {path: None}
        )
    ready = replace(ready, paper=paper_drafts.keep_draft(turn.tx, replace(ready.paper, ticked=tuple(ticked))))
    return await paper_page.ticks_view(turn, paper_drafts.note_shown(turn.tx, ready))


async def _ground(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    paths = dict(enumerate(paper_page.possible_grounds(ready)))
    path, paper = paths.get(int(which)) if which.isdecimal() else None, ready.paper
    if path is not None:
        answers = {name: said for name, said in paper.answers.items() if name != path}
        answers |= {path: turn.now.isoformat()} if path not in paper.answers else {}
        paper = paper_drafts.keep_draft(turn.tx, replace(paper, answers=answers))
        again = await paper_drafts.prepare(turn.tx, turn.service, ready.case, paper)
        ready = again if again is not None else ready
    return paper_page.grounds_view(turn, paper_drafts.note_shown(turn.tx, ready))


async def _names(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    return paper_page.spelling_view(turn, ready)


async def _fix(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    paths = dict(enumerate(ready.spelt))
    path = paths.get(int(which)) if which.isdecimal() else None
    if path is not None:
        await paper_questions.ask_for(turn, ready, paper_questions.FIX, path)
    return None


async def _take_meant(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    """How the name is meant, for this paper: as it was read, or as it stands."""
    meant = dict(enumerate(ready.meant))
    name = meant.get(int(which)) if which.isdecimal() else ready.name
    if not ready.meant or name is None:
        return await paper_page.page_view(turn, ready)
    said = {**ready.paper.answers, paper_drafts.NAME: name}
    return await _change_paper(turn, ready, replace(ready.paper, answers=said))


async def _make(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    """The paper is made, or a second person is asked; if the case has changed since the page was drawn, the page comes
    again.
    """
    if ready.stops or ready.meant:
        return await paper_page.page_view(turn, paper_drafts.note_shown(turn.tx, ready))
    if ready.bar is not None or ready.basis != ready.paper.basis:
        return await paper_page.page_view(
            turn, paper_drafts.note_shown(turn.tx, ready), turn.say("papers-changed")
        )
    template = await paper_making.load_template(turn.tx, turn.service, ready.paper)
    if template is None:
        name = paper_name(turn.service, turn.language, ready.kind.id)
        return await paper_page.page_view(turn, ready, turn.say("paper-broken", name=name))
    if not ready.kind.two_people:
        return await paper_page.page_view(turn, await make_paper(turn, ready, template))
    paper = await paper_approval.ask_second_person(turn, ready, template)
    return await paper_page.page_view(turn, replace(ready, paper=paper))


async def _withdraw(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    if ready.paper.state is not PaperState.ASKED:
        return await paper_page.page_view(turn, ready)
    paper = await paper_approval.withdraw_request(turn.tx, ready.paper)
    return await paper_page.page_view(turn, paper_drafts.note_shown(turn.tx, replace(ready, paper=paper)))


async def _again(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    """The same file once more, to the member who presses; not while nobody may be named, even if that was allowed when it
    was made.
    """
    if ready.paper.made_at is None or ready.bar is not None:
        return await paper_page.page_view(turn, ready)
    paper = await paper_making.hand_out(
        turn.tx, turn.service, replace(ready.paper, address_id=turn.address.id)
    )
    return await paper_page.page_view(turn, replace(ready, paper=paper))


async def _sent(turn: Turn, ready: PreparedPaper, which: str) -> Presentation | None:
    if ready.paper.sent_id is not None or ready.paper.made_at is None:
        return await paper_page.page_view(turn, ready)
    await paper_questions.ask_for(turn, ready, paper_questions.SENT)
    return None


Act = Callable[[Turn, PreparedPaper, str], Awaitable[Presentation | None]]
DRAFT_ACTS: Mapping[str, Act] = {
    "to": _to,
    "language": _language,
    "signer": _signer,
    "ask": _ask_next_question,
    "say": _say,
    "ticks": lambda turn, ready, which: paper_page.ticks_view(turn, paper_drafts.note_shown(turn.tx, ready)),
    "tick": _tick,
    "grounds": _ground,
    "ground": _ground,
    "names": _names,
    "fix": _fix,
    "meant": _take_meant,
    "make": _make,
}
DONE_ACTS: Mapping[str, Act] = {"withdraw": _withdraw, "again": _again, "sent": _sent}


async def make_paper(turn: Turn, ready: PreparedPaper, template: bytes) -> PreparedPaper:
    """It is made, and stands in the timeline."""
    paper = await paper_making.make(turn.tx, turn.service, ready.paper, ready.kind, ready.dossier, template)
    turn.tx.timers.remove(f"paper:{paper.id}")
    await timeline.append(
        turn.tx,
        ready.case.id,
        paper.member_id,
        TimelineKind.PAPER_MADE,
        paper_approval.timeline_details(paper),
    )
    return replace(ready, paper=paper)


async def _change_paper(turn: Turn, ready: PreparedPaper, paper: Paper) -> Presentation:
    """The page with another choice."""
    found = await paper_drafts.prepare(
        turn.tx, turn.service, ready.case, paper_drafts.keep_draft(turn.tx, paper)
    )
    assert found is not None  # its sort was there a moment ago
    return await paper_page.page_view(turn, paper_drafts.note_shown(turn.tx, found))


CALLS = tuple(
    occasion.value
    for occasion in (
        Occasion.OVERRUN,
        Occasion.DENIED,
        Occasion.SILENT,
        Occasion.REFUSED,
        Occasion.HARMED,
    )
)
RELEASE = "release"  # as what a demand for release is sent


async def on_list(turn: Turn, found: PaperListing) -> None:
    """*Papers* on the card, ``/paper``: as a message of its own; from within, in place."""
    shown = await paper_list.view(turn, found)
    if found.as_new:
        disclosure.show(turn, found.case, shown)
    else:
        show_in_place(turn, found.case, shown)


async def on_list_by_code(turn: Turn, found: PaperListing) -> None:
    """``/paper`` and a code; a coordinator who has not opened the case does so first, with a reason."""
    if await disclosure.may_see(turn.tx, found.case, turn.address.id):
        await on_list(turn, found)
    else:
        await case_acts.on_open_asked(turn, found)


async def on_begun(turn: Turn, found: NewPaper) -> None:
    """One of the sorts: its page."""
    person = None if found.kind.about is PaperSubject.CASE else found.person
    paper = await _new_draft(turn, found, found.kind, person)
    await _show_page(turn, found.case, paper)


async def on_occasion(turn: Turn, found: OnCase) -> None:
    """From a clock, a task or an overdue answer straight to the paper that it calls for. A coordinator who has not opened
    the case does so first, with a reason.
    """
    case, occasion = found.case, Occasion(found.word)
    if not await disclosure.may_see(turn.tx, case, turn.address.id):
        await case_acts.on_open_asked(turn, found)
        return
    kinds = kinds_for(turn.service, occasion)
    if occasion is Occasion.OVERRUN:
        kinds = [kind for kind in kinds if kind.sent_as == RELEASE] or kinds
    chosen, person = await _whom_about(turn, case, occasion)
    if len(kinds) != 1 or not chosen:
        shown = await listing_of_case(turn, found, as_new=True)
        if shown is not None and len(kinds) == 1 and shown.whom is None:
            disclosure.show(turn, case, paper_list.whom_view(turn, shown, kinds[0]))
        elif shown is not None:
            await on_list(turn, shown)
        return
    paper = await _new_draft(turn, found, kinds[0], None if kinds[0].about is PaperSubject.CASE else person)
    ready = await paper_drafts.prepare(turn.tx, turn.service, case, paper)
    assert ready is not None  # its sort is there
    looked_at = (
        ready.stops or ready.lacks or ready.left_out or ready.names or ready.meant
    )  # what somebody has to see first
    simple = not looked_at and ready.bar is None and not ready.kind.two_people
    template = await paper_making.load_template(turn.tx, turn.service, paper) if simple else None
    if template is not None:
        disclosure.show(
            turn,
            case,
            await paper_page.page_view(
                turn, await make_paper(turn, paper_drafts.note_shown(turn.tx, ready), template)
            ),
        )
        return
    disclosure.show(turn, case, await paper_page.page_view(turn, paper_drafts.note_shown(turn.tx, ready)))
    if ready.lacks and ready.bar is None:
        await paper_questions.ask_next(turn, ready)


async def _whom_about(turn: Turn, case: Case, occasion: Occasion) -> tuple[bool, int | None]:
    """Whether it is known whom it is about, and who that is; None: nobody by number."""
    persons = [person.id for person in (await view_of(turn.tx, case)).persons]
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
    ready = await paper_drafts.prepare(turn.tx, turn.service, found.case, found.paper)
    is_draft = found.paper.state is PaperState.DRAFT
    act = (DRAFT_ACTS if is_draft else DONE_ACTS).get(head)
    if ready is None or (found.act and act is None):
        turn.reply("button-unknown" if ready is None else "papers-not-now")
    elif act is None:
        show_in_place(
            turn,
            found.case,
            await paper_page.page_view(turn, paper_drafts.note_shown(turn.tx, ready) if is_draft else ready),
        )
    else:
        shown = await act(turn, ready, which)
        if shown is not None:
            show_in_place(turn, found.case, shown)


async def _new_draft(turn: Turn, found: OnCase, kind: PaperKind, person: int | None) -> Paper:
    language = turn.language
    return await paper_drafts.begin_draft(
        turn.tx, turn.service, found.case, found.member, kind, person, language
    )


async def _show_page(turn: Turn, case: Case, paper: Paper) -> None:
    ready = await paper_drafts.prepare(turn.tx, turn.service, case, paper)
    assert ready is not None  # its sort was found by the press
    show_in_place(turn, case, await paper_page.page_view(turn, paper_drafts.note_shown(turn.tx, ready)))
