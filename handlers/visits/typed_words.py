"""An owner types what a button says, "not let in 15:20", that they cannot come, that somebody is beaten or free, when a
hearing is, or what a court has decided. Of several cases they have, they are asked which one, unless somebody of one of them
is named.

A time that cannot be true (still to come, or before the case) is answered; the words are noted as they are, with the time of
now.
"""

from collections.abc import Sequence
from datetime import datetime

from core.casework.ownership import last_lapsed_owner
from core.casework.visits import AFTER_INSIDE, SKEW, VisitStep, last_visit_step
from core.folding import inert_line
from core.intake.standing import HeldCase
from core.model import Case, Member
from core.presentation import Button, Presentation
from core.timeline import TimelineKind
from core.understanding import MomentProblem, check_moment
from core.understanding.lawyer_words import VisitSaid, cannot_come, harm_told, visit_said
from core.understanding.member_news import release_told
from core.vocabulary import CaseState
from handlers.arguments import OnWords
from handlers.cards import case_lines, visit_way
from handlers.cards.case_loading import view_of
from handlers.casework import lifecycle, notes
from handlers.casework.past_cases import last_case
from handlers.forms import dialogues, held_words
from handlers.forms.form_behaviour import OpenForm
from handlers.people.membership import held_cases
from handlers.proceedings import typed_hearings
from handlers.turn import Turn
from handlers.visits import bad_news, observation_panel, typed_releases, unable, visit_steps


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """Words of somebody who has the case, or whose last one lapsed."""
    member, words = turn.active, turn.incoming.typed or turn.incoming.text
    if member is None:
        return
    cases = await held_cases(turn.tx, member)
    if not cases and (lapsed := await lapsed_case(turn, member, words)) is not None:
        await lifecycle.take(turn.tx, turn.service, lapsed, member, at=turn.address.id)
        again = await turn.tx.cases.get(lapsed.id)
        cases = [again] if again is not None else []
    if len(cases) > 1 and release_told(words, turn.service.heard):
        cases = [case for case in cases if await typed_releases.names_somebody(turn, case, words)] or cases
    if len(cases) == 1:
        await _take_step(turn, cases[0], member, words, turn.now)
    else:
        held = notes.hold_words(turn, words)
        choice = tuple((Button(case.code, f"visit:{case.id}:{held.id}"),) for case in cases[-notes.SHOWN :])
        turn.reply("visit-which", choice)


async def cases_told_of(turn: Turn, member: Member, words: str) -> tuple[HeldCase, ...]:
    """Of which cases the member may speak so."""
    cases = await held_cases(turn.tx, member)
    if not cases and (lapsed := await lapsed_case(turn, member, words)) is not None:
        cases = [lapsed]
    return tuple([await _held(turn, case, member) for case in cases])


async def _held(turn: Turn, case: Case, member: Member) -> HeldCase:
    way = await visit_way.load_steps(turn.tx, case, member.id)
    return HeldCase(case, case_lines.zone_of(turn.service, case), last_visit_step(way) in AFTER_INSIDE)


async def lapsed_case(turn: Turn, member: Member, words: str) -> Case | None:
    """A step of somebody who has none makes their last one theirs again, if it lapsed and nobody has taken it."""
    said, past = visit_said(words, turn.service.heard, turn.language), await last_case(turn.tx, member)
    if said is None or said.act is TimelineKind.OUT or past is None:
        return None
    lapsed = last_lapsed_owner(await turn.tx.alerts.by(case_id=past[1].id))
    return past[1] if past[1].state is CaseState.OPEN and lapsed == member.id else None


async def on_said_in_form(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """While a form is open that hears it: the question stays open, and is shown again."""
    await on_said(turn, opened, found)
    if opened is not None:
        await dialogues.ask_question(turn, opened.follow, opened.dialogue)


async def on_case_chosen(turn: Turn, found: OnWords) -> None:
    """Which of several cases the words are about."""
    words = held_words.words_in(found.held)
    turn.tx.dialogues.remove(found.held.id)
    turn.tx.timers.remove(f"note:{found.held.id}")
    written_at = found.held.started_at
    if not await _take_step(turn, found.case, found.member, words, written_at):
        await notes.note_words(turn, found.case, found.member, words)
        turn.reply("jotted-done", code=found.case.code)


async def _take_step(turn: Turn, case: Case, member: Member, words: str, written_at: datetime) -> bool:
    """It is said of this case. False: "out" from somebody who was never there is only a note.

    A hearing, a ruling and a release are asked about below what was said of the visit.
    """
    taken = await _take_visit(turn, case, member, words, written_at)
    told = typed_hearings.told_in(turn, words, case)
    of_court, freed = told.is_fact, release_told(words, turn.service.heard)
    if (of_court or freed) and not taken:
        await notes.note_words(turn, case, member, words)
    if of_court:
        await typed_hearings.record_told(turn, case, member, told)
    if freed:
        await typed_releases.ask_who_is_free(turn, case, member, words)
    return taken or freed or of_court


async def _take_visit(turn: Turn, case: Case, member: Member, words: str, written_at: datetime) -> bool:
    """Whether the words say how far the visit is, or bad news of it."""
    said = visit_said(words, turn.service.heard, turn.language)
    harmed = harm_told(words, turn.service.heard)
    refused = said is not None and said.act is TimelineKind.REFUSED
    if harmed:
        await bad_news.ask_about_harm(turn, case)
    if not refused and cannot_come(words, turn.service.heard, turn.language):
        await unable.note_unable(turn, case, member, words)
        return True
    way = await visit_way.load_steps(turn.tx, case, member.id)
    if said is not None and said.act is TimelineKind.OUT and last_visit_step(way) not in AFTER_INSIDE:
        said = None
    if said is not None:
        await _record_said(turn, case, member, words, said, way, written_at, harmed=harmed)
    elif harmed:
        await notes.note_words(turn, case, member, words)
        turn.reply("visit-told-harmed", bad_news.harm_buttons(turn, case), code=case.code)
    return said is not None or harmed


async def _record_said(
    turn: Turn,
    case: Case,
    member: Member,
    words: str,
    said: VisitSaid,
    way: Sequence[VisitStep],
    written_at: datetime,
    *,
    harmed: bool,
) -> None:
    at, problem = _time_said(turn, case, said, written_at)
    step = await visit_steps.record_step(turn.tx, turn.service, case, member, said.act, at)
    if problem or said.more or harmed:
        await notes.note_words(turn, case, member, words)
    time = visit_way.time_words(turn.service, case, step.at)
    if problem:
        opened = visit_way.time_words(turn.service, case, _earliest_time(case))
        text = turn.say(
            f"visit-time-{problem}", code=case.code, said=inert_line(said.when), time=time, opened=opened
        )
    else:
        text = turn.say(f"visit-told-{said.act.replace('_', '-')}", code=case.code, time=time)
        text += f"\n{turn.say('visit-noted-too')}" if said.more else ""
    if harmed:
        text += f"\n{turn.say('visit-told-harmed', code=case.code)}"
    if said.act is TimelineKind.OUT:
        observation_panel.open_panel(turn, case, await view_of(turn.tx, case), head=(text,))
    elif said.act is TimelineKind.REFUSED:
        turn.show(Presentation(text, bad_news.refusal_buttons(turn, case)))
    elif harmed:
        turn.show(Presentation(text, bad_news.harm_buttons(turn, case)))
    else:
        visit_steps.answer_step(turn, case, text, (*way, step))


def _time_said(turn: Turn, case: Case, said: VisitSaid, written_at: datetime) -> tuple[datetime, str]:
    """When it was, and what is wrong with the time that was written; nothing, if it is empty."""
    if not said.when:
        return written_at, ""
    zone = case_lines.zone_of(turn.service, case)
    checked = check_moment(said.when, turn.service.heard, written_at, zone, turn.language)
    at = checked.moment.at
    if checked.problem is MomentProblem.FUTURE:
        return written_at, "ahead"
    if checked.problem is not None or at is None or at < _earliest_time(case) - SKEW:
        return written_at, "before"
    return min(at, written_at), ""


def _earliest_time(case: Case) -> datetime:
    return min(case.opened_at, case.started_at or case.opened_at)
