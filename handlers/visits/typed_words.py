"""An owner types what a button says, "not let in 15:20", that they cannot come, that somebody is beaten or free, when a
hearing is, or what a court has decided. Of several cases they have, they are asked which one, unless the words tell it; bad
news stands in the newest of them until they say.

A time that cannot be true (still to come, or before the case) is answered; the words are noted as they are, with the time of
now.
"""

from collections.abc import Sequence
from datetime import datetime

from core.casework.ownership import has_case, last_lapsed_owner
from core.casework.visits import AFTER_INSIDE, SKEW, VisitQuestion, VisitStep, last_visit_step
from core.folding import inert_line
from core.intake.court_told import court_told
from core.intake.member_told import MemberTold, member_told
from core.intake.standing import HeldCase
from core.model import Case, Dialogue, Member
from core.presentation import Button, ButtonRows, Presentation, Style
from core.timeline import TimelineKind
from core.understanding import MomentProblem, check_moment
from core.understanding.lawyer_words import VisitSaid, asks_beside
from core.vocabulary import CaseState, Role, TaskKind
from handlers.alerting import tasks
from handlers.cards import case_lines, visit_way
from handlers.cards.case_loading import view_of
from handlers.casework import goes_on, lifecycle, meant_cases, notes
from handlers.casework.past_cases import last_case
from handlers.forms import dialogues, held_words
from handlers.forms.form_behaviour import OpenForm
from handlers.people.membership import held_cases
from handlers.proceedings import typed_hearings
from handlers.reporting import lawyer_without_case
from handlers.service import Service
from handlers.turn import Turn
from handlers.visits import bad_news, observation_panel, typed_releases, unable, visit_steps
from storage.transaction import Transaction


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """Words of somebody who has the case, or whose last one lapsed. A form that is open asks again."""
    await _take_words(turn)
    await dialogues.ask_again(turn, opened)


async def on_said_beside(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """Bad news in an answer to a form, which takes the words, too."""
    await _take_words(turn)


async def _take_words(turn: Turn) -> None:
    member, words = turn.active, turn.incoming.typed or turn.incoming.text
    if member is None:
        return
    cases = await cases_told_of(turn, member, words)
    if cases and cases[0].state is CaseState.OPEN and member.role is Role.LAWYER:
        await lifecycle.take(turn.tx, turn.service, cases[0], member, at=turn.address.id)
        cases = await held_cases(turn.tx, member)
    newest = max(cases, key=lambda case: (case.accepted_at or case.opened_at, case.id))
    told = _what_is_told(turn, newest, words)
    if told.many > max(case.identified + case.unidentified_min for case in cases):
        only = told.step is None and not told.is_more_than_step
        await _tell_many(turn, member, cases, words, only=only)
        if only:
            return
    named = await meant_cases.cases_named(turn, cases, words) if told.is_unable and len(cases) > 1 else []
    for case in named:
        await take_step(turn, case, member, words, turn.now)
    if named:
        return
    if len(cases) == 1:
        await meant_cases.mark_meant(turn, newest, await notes.cases_open_to(turn, member), words)
        if not await take_step(turn, newest, member, words, turn.now):
            await notes.take_words(turn)
        return
    waits = await held_words.words_waiting(turn.tx, turn.address.id)
    held = notes.hold_words(turn, words, at=newest.id if told.is_grave else 0)
    held_words.wait_for_case(turn, held)
    if told.is_grave:  # nobody may wait for it: it stands in the newest of them, and a press moves it
        turn.foot = Presentation(turn.say("visit-another-above")) if waits else None
        await take_step(turn, newest, member, words, turn.now)
    elif waits:
        turn.reply("visit-which-above")
    if not waits:
        await _ask_which(turn, cases, newest if told.is_grave else None, held)


async def _tell_many(turn: Turn, member: Member, cases: Sequence[Case], words: str, *, only: bool) -> None:
    """More people are held than those of their cases: coordinators look for lawyers, and a press makes a report of it. What
    else is only a note is one of the case, if they have no other.
    """
    held = notes.hold_words(turn, words)
    await lawyer_without_case.show(turn.tx, turn.service, held.id, cases, lawyer_without_case.MANY)
    if len(cases) == 1 and only:
        await notes.add_note(turn, cases[0], member, held)
    report = Button(turn.say("button-report"), f"report:{held.id}", Style.PRIMARY)
    turn.reply("visit-told-many", ((report,),))


async def _ask_which(turn: Turn, cases: Sequence[Case], stands_in: Case | None, held: Dialogue) -> None:
    there = [case for case in cases if stands_in is None or case.id != stands_in.id]
    asked = turn.say("visit-another" if stands_in is not None else "visit-which")
    await meant_cases.ask_which_case(
        turn, asked, there, lambda case, label: Button(label, f"visit:{case.id}:{held.id}")
    )


async def cases_told_of(turn: Turn, member: Member, words: str) -> list[Case]:
    """Those of which the member may speak so: of several the ones that the words tell of."""
    mine, past = await notes.cases_open_to(turn, member), await last_case(turn.tx, member)
    if past is not None and (not mine or await meant_cases.answers_case(turn, past[1])):
        lapsed = await lapsed_case(turn, member, words)
        return [lapsed] if lapsed is not None else []
    return (
        []
        if await meant_cases.answers_another(turn, mine)
        else await meant_cases.cases_meant(turn, mine, words)
    )


async def held_now(turn: Turn, member: Member, words: str) -> tuple[HeldCase, ...]:
    """The same, as far as they decide what the words are."""
    return tuple([await _held(turn, case, member) for case in await cases_told_of(turn, member, words)])


async def _held(turn: Turn, case: Case, member: Member) -> HeldCase:
    way = await visit_way.load_steps(turn.tx, case, member.id)
    is_open_only = member.role is Role.COORDINATOR and not has_case(case, member.id)
    zone, was_inside = case_lines.zone_of(turn.service, case), last_visit_step(way) in AFTER_INSIDE
    return HeldCase(case, zone, was_inside, is_open_only)


async def lapsed_case(turn: Turn, member: Member, words: str) -> Case | None:
    """A step of somebody who has none makes their last one theirs again, if it lapsed and nobody has taken it."""
    past = await last_case(turn.tx, member)
    said = _what_is_told(turn, past[1], words).step if past is not None else None
    if said is None or said.act is TimelineKind.OUT or past is None:
        return None
    lapsed = last_lapsed_owner(await turn.tx.alerts.by(case_id=past[1].id))
    return past[1] if past[1].state is CaseState.OPEN and lapsed == member.id else None


def tells_at(
    tx: Transaction, service: Service, case: Case, words: str, language: str | None = None
) -> MemberTold:
    """What the words tell, by the clock of the case."""
    zone, heard, cues = case_lines.zone_of(service, case), service.heard, service.cues
    court = court_told(words, heard, cues, tx.now, zone, language)
    return member_told(words, heard, cues, court, tx.now, zone, language)


def _what_is_told(turn: Turn, case: Case, words: str) -> MemberTold:
    return tells_at(turn.tx, turn.service, case, words, turn.language)


async def take_step(turn: Turn, case: Case, member: Member, words: str, written_at: datetime) -> bool:
    """It is said of this case. False: "out" from somebody who was never there is only a note.

    A hearing, a ruling and a release are asked about below what was said of the visit.
    """
    told = _what_is_told(turn, case, words)
    visits = has_case(case, member.id)
    taken = visits and await _take_visit(turn, case, member, words, told, written_at)
    of_court, freed = told.court.is_fact, told.is_freed
    denied = not freed and await goes_on.is_denied(turn.tx, turn.service, case, words)
    if (of_court or freed) and not taken:
        await notes.note_words(turn, case, member, words)
    if denied:
        await goes_on.go_on(turn.tx, turn.service, case, words, by=member)
        turn.reply("held-still-noted", code=case.code)
    if of_court:
        await typed_hearings.record_told(turn, case, member, told.court)
    if told.is_freed:
        await typed_releases.ask_who_is_free(turn, case, member, words)
    day = told.court.release
    if (
        day is not None
        and not told.court.states_ruling
        and not await typed_hearings.ends_arrest(turn, case, member, day)
    ):
        typed_releases.note_day(turn, case, day)
    return taken or freed or of_court


async def _take_visit(
    turn: Turn, case: Case, member: Member, words: str, told: MemberTold, written_at: datetime
) -> bool:
    """Whether the words say how far the visit is, or bad news of it."""
    said = told.step
    if told.is_harmed:
        await bad_news.ask_about_harm(turn, case)
    if told.is_unable and not told.is_refused:
        await unable.note_unable(turn, case, member, words, _relay_rows(turn, case, words))
        return True
    way = await visit_way.load_steps(turn.tx, case, member.id)
    if said is not None and said.act is TimelineKind.OUT and last_visit_step(way) not in AFTER_INSIDE:
        said = None
    if said is not None:
        await _record_said(turn, case, member, words, said, way, written_at, harmed=told.is_harmed)
    elif told.is_disowned:
        await notes.note_words(turn, case, member, words)
        await tasks.ask_coordinators(turn.tx, turn.service, case, TaskKind.DENIED, again=True)
        rows = (*bad_news.denial_buttons(turn, case), *_relay_rows(turn, case, words))
        turn.reply("visit-told-denied", rows, code=case.code)
    elif told.is_moved and not told.is_harmed and _is_elsewhere(turn, case, words):
        await notes.note_words(turn, case, member, words)
        await tasks.ask_coordinators(turn.tx, turn.service, case, TaskKind.TRANSFERRED, again=True)
        where = Button(turn.say("saw-moved"), f"saw:{case.id}:0:{VisitQuestion.MOVED}", Style.PRIMARY)
        turn.reply("visit-told-moved", ((where,), *_relay_rows(turn, case, words)), code=case.code)
        return True
    elif told.is_harmed:
        await notes.note_words(turn, case, member, words)
        rows = (*bad_news.harm_buttons(turn, case), *_relay_rows(turn, case, words))
        turn.reply("visit-told-harmed", rows, code=case.code)
    return said is not None or told.is_harmed or told.is_disowned


def _is_elsewhere(turn: Turn, case: Case, words: str) -> bool:
    """Whether they name a town, and it is another than where the case is."""
    there = turn.service.gazetteer.find(words)
    return there is not None and bool(there.city) and there.city != case.city


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
        if said.there is not None:
            there = said.there.astimezone(case_lines.zone_of(turn.service, case))
            text += f" {turn.say('visit-there', time=f'{there:%H:%M}')}"
        elif said.more:
            text += f"\n{turn.say('visit-noted-too')}"
    if harmed:
        text += f"\n{turn.say('visit-told-harmed', code=case.code)}"
    if said.act is TimelineKind.OUT:
        observation_panel.open_panel(turn, case, await view_of(turn.tx, case), head=(text,))
        _offer_relay(turn, case, words)
        return
    if said.act is TimelineKind.REFUSED:
        rows = bad_news.refusal_buttons(turn, case)
        station = case_lines.held_label(turn.service, turn.language, words, case.city or "")
        view = await view_of(turn.tx, case)
        held = visit_way.held_elsewhere(turn.service, turn.language, case, view, station) if station else ""
        if held:
            text += f"\n{turn.say('visit-other-station', station=station, held=held)}"
            moved = Button(turn.say("saw-moved"), f"saw:{case.id}:0:{VisitQuestion.MOVED}")
            rows = (*rows, (moved,))
    elif harmed:
        rows = bad_news.harm_buttons(turn, case)
    else:
        rows = visit_way.next_buttons(turn.service, turn.language, case, (*way, step))
    turn.show(Presentation(text, (*rows, *_relay_rows(turn, case, words))))


def _relay_rows(turn: Turn, case: Case, words: str) -> ButtonRows:
    """*Send it to the reporter*, where something is asked beside it."""
    if not asks_beside(words, turn.service.heard):
        return ()
    held = notes.hold_words(turn, words)
    return ((Button(turn.say("button-relay"), f"relay:{case.id}:{held.id}"),),)


def _offer_relay(turn: Turn, case: Case, words: str) -> None:
    if rows := _relay_rows(turn, case, words):
        turn.reply("jotted-relay", rows, code=case.code)


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
