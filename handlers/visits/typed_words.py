"""An owner types what a button says, "not let in 15:20", or that they cannot come. Of several cases they have, they are
asked which one.

A time that cannot be true (still to come, or before the case) is answered; the words are noted as they are, with the time of
now.
"""

from datetime import datetime

from core.casework.visits import AFTER_INSIDE, SKEW, last_visit_step
from core.folding import inert_line
from core.incoming import IncomingKind
from core.model import Case, Member
from core.presentation import Button
from core.timeline import TimelineKind
from core.understanding import MomentProblem, check_moment
from core.understanding.lawyer_words import VisitSaid, cannot_come, visit_said
from handlers.arguments import OnWords
from handlers.cards import case_lines, visit_way
from handlers.cards.case_loading import view_of
from handlers.casework import notes
from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.people.membership import held_cases
from handlers.turn import Turn
from handlers.visits import observation_panel, unable, visit_steps


async def on_said(turn: Turn, opened: OpenForm | None = None) -> bool:
    """Words outside any form. False: the writer has no case, or the words say something else."""
    member, incoming = turn.active, turn.incoming
    if member is None or incoming.kind is not IncomingKind.MESSAGE or incoming.forwarded or incoming.file:
        return False
    words = incoming.typed or incoming.text
    if not _tells(turn, words):
        return False
    cases = await held_cases(turn.tx, member)
    if len(cases) == 1:
        return await _take_step(turn, cases[0], member, words, turn.now)
    if cases:
        held = notes.hold_words(turn, words)
        choice = tuple((Button(case.code, f"visit:{case.id}:{held.id}"),) for case in cases[-notes.SHOWN :])
        turn.reply("visit-which", choice)
    return bool(cases)


async def on_said_in_form(turn: Turn, opened: OpenForm | None) -> bool:
    """While a form is open that hears it: the words say only this. The question stays open, and is shown again."""
    if opened is None or not opened.follow.hears_visits:
        return False
    said = visit_said(turn.incoming.text, turn.service.heard, turn.language)
    if said is None or said.more or not await on_said(turn):
        return False
    await dialogues.ask_question(turn, opened.follow, opened.dialogue)
    return True


async def on_case_chosen(turn: Turn, found: OnWords) -> None:
    """Which of several cases the words are about."""
    words = notes.words_in(found.held)
    turn.tx.dialogues.remove(found.held.id)
    turn.tx.timers.remove(f"note:{found.held.id}")
    written_at = found.held.started_at
    if not await _take_step(turn, found.case, found.member, words, written_at):
        await notes.note_words(turn, found.case, found.member, words)
        turn.reply("jotted-done", code=found.case.code)


def _tells(turn: Turn, words: str) -> bool:
    heard, language = turn.service.heard, turn.language
    return visit_said(words, heard, language) is not None or cannot_come(words, heard, language)


async def _take_step(turn: Turn, case: Case, member: Member, words: str, written_at: datetime) -> bool:
    """It is said of this case. False: "out" from somebody who was never there is only a note."""
    said = visit_said(words, turn.service.heard, turn.language)
    refused = said is not None and said.act is TimelineKind.REFUSED
    if not refused and cannot_come(words, turn.service.heard, turn.language):
        await unable.note_unable(turn, case, member, words)
        return True
    if said is None:
        return False
    way = await visit_way.load_steps(turn.tx, case, member.id)
    if said.act is TimelineKind.OUT and last_visit_step(way) not in AFTER_INSIDE:
        return False
    at, problem = _time_said(turn, case, said, written_at)
    step = await visit_steps.record_step(turn.tx, turn.service, case, member, said.act, at)
    if problem or said.more:
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
    if said.act is TimelineKind.OUT:
        observation_panel.open_panel(turn, case, await view_of(turn.tx, case), head=(text,))
    else:
        visit_steps.answer_step(turn, case, text, (*way, step))
    return True


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
