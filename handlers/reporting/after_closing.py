"""Words of somebody whose report is closed. They answer no question. Words that tell that something is happening become a
report of their own; all else is kept with the closed one, and a coordinator, who can open it again, is asked to read it.

If the same person is held again, or somebody was not let go, the new report already has where, and who where that is sure,
so that lawyers are asked at once.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.conversation.forms import Answer, Answers, AnswerSource, answers_to_data
from core.incoming import IncomingKind
from core.intake.stages.question import COURTESIES
from core.intake.standing import CLOSED_LATELY
from core.model import Case, Report
from core.presentation import Button, Presentation
from core.understanding.later import facts_told
from core.understanding.name_facts import are_one
from core.values import People, Value
from core.vocabulary import CaseState, ReportState, TaskKind, outcome_key, reporter_outcome
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.casework import goes_on
from handlers.forms import dialogues, entries, input_reading
from handlers.forms.input_reading import read_turn
from handlers.reporting import another_case, reports
from handlers.reporting.reports import REPORT
from handlers.turn import Turn

PAUSE = timedelta(minutes=10)  # between words that each make a sound for coordinators


async def take_words(turn: Turn, report: Report) -> None:
    """The words belong to this report, which is closed; none of the person's reports is open."""
    case = await _case_of(turn, report)
    if case is not None:
        await _keep_words(turn, report, case)


async def recently_closed(turn: Turn) -> tuple[Report, Case] | None:
    """The person's report that was closed last, and its case; None if that is long ago, or another is open."""
    mine = await turn.tx.reports.by(address_id=turn.address.id)
    closed = [report for report in mine if report.state is ReportState.CLOSED]
    case = await _case_of(turn, closed[-1]) if closed else None
    if case is None or case.closed_at is None or turn.now - case.closed_at > CLOSED_LATELY:
        return None
    return None if any(r.state is ReportState.OPEN for r in mine) else (closed[-1], case)


async def takes_correction(turn: Turn, report: Report) -> bool:
    """Whether the corrected message is of a closed report: it stays there, also where it tells of a happening, as it did."""
    case = await _case_of(turn, report)
    if case is not None:
        await _keep_words(turn, report, case)
    return case is not None


async def _keep_words(turn: Turn, report: Report, case: Case) -> None:
    said = await turn.tx.entries.newest(1, report_id=report.id)
    await entries.keep(turn, report.id)
    if turn.incoming.kind is IncomingKind.EDITED and turn.incoming.location is not None:
        return  # a live location goes on
    read = read_turn(turn).intent not in COURTESIES
    if read:
        lately = [
            entry for entry in said if turn.now - entry.at < PAUSE and entry.at > (case.closed_at or entry.at)
        ]
        await tasks.ask_coordinators(turn.tx, turn.service, case, TaskKind.AFTER_CLOSED, again=not lately)
    _answer_words(turn, case, read=read)


async def move_draft_here(turn: Turn, draft: Report, report: Report) -> bool:
    """Words that waited are of a report that was closed meanwhile. False, and nothing is done, for a happening."""
    now, words = turn.incoming, await turn.tx.entries.by(report_id=draft.id)
    for entry in input_reading.readable(words):
        turn.incoming = entries.as_incoming(entry, now)
        if read_turn(turn).happening:
            turn.incoming = now
            return False
    turn.incoming = now
    for entry in words:
        turn.tx.entries.put(replace(entry, report_id=report.id))
    turn.tx.reports.put(replace(draft, state=ReportState.EXPIRED))
    case = await _case_of(turn, report)
    if case is not None:
        await live_cards.touch_case(turn.tx, case.id)
        await tasks.ask_coordinators(turn.tx, turn.service, case, TaskKind.AFTER_CLOSED, again=True)
        turn.entry_id = words[-1].id if words else None
        _answer_words(turn, case, read=True)
    return True


def _answer_words(turn: Turn, case: Case, *, read: bool) -> None:
    new = Button(turn.say("report-which-new"), f"new:{turn.entry_id}")
    how = turn.say(outcome_key(reporter_outcome(case.outcome)))
    said, heard = turn.say("after-closed", how=how, read="yes" if read else "no"), read_turn(turn)
    asked = turn.say("report-appointment") if heard.summons and heard.appointment is None else ""
    turn.show(Presentation("\n".join(filter(None, (said, asked))), ((new,),)), topic="after-closed")


async def _case_of(turn: Turn, report: Report) -> Case | None:
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    return case if case is not None and case.state is CaseState.CLOSED else None


KNOWN = ("place", "who")  # questions whose answers stay what they were


async def begin_held_again(turn: Turn) -> None:
    """A new report; with what is known of the closed one, if the words tell that somebody is held again or was not let go,
    and name no other place or person.
    """
    known = await _known_answers(turn)
    if not known:
        await another_case.begin_separate_report(turn)
        return
    _, dialogue = await reports.begin(turn)
    dialogue = turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(known)))
    await dialogues.proceed(turn, REPORT, dialogue)


async def denies_end(turn: Turn) -> bool:
    """Whether the words tell that the release, by which the case was closed, is untrue: then it is open again. Another place
    or person is another case, so is anyone who is held again, and what no lawyer was asked about.
    """
    closed, heard, words = await recently_closed(turn), read_turn(turn), turn.incoming.text
    if closed is None or turn.incoming.kind is not IncomingKind.MESSAGE or turn.incoming.forwarded:
        return False
    (report, case), facts = closed, facts_told(words, turn.service.heard)
    before = await reports.dialogue_of(turn, report.id)
    answers = dialogues.state_of(before).answers if before is not None else {}
    others = heard.people is not None and not _all_known(heard.people, answers)
    if "again" in facts or heard.place is not None or others:
        return False
    if not case.alerting or not await goes_on.is_denied(turn.tx, turn.service, case, words):
        return False
    await goes_on.go_on(turn.tx, turn.service, case, words, report=report)
    if before is not None:
        await dialogues.proceed(turn, REPORT, before, quiet=True)
    else:
        await entries.keep(turn, report.id)
    turn.reply("out-goes-on")
    return True


async def _known_answers(turn: Turn) -> Answers:
    heard, words = read_turn(turn), turn.incoming.text
    is_again = "again" in facts_told(words, turn.service.heard)
    if heard.place is not None or not (is_again or heard.ongoing == "yes"):
        return {}
    closed = await recently_closed(turn)
    before = await reports.dialogue_of(turn, closed[0].id) if closed is not None else None
    answers = dialogues.state_of(before).answers if before is not None else {}
    if heard.people is not None and not _all_known(heard.people, answers):
        return {}
    return {
        name: Answer(answers[name].value, AnswerSource.WORDS, turn.now)
        for name in KNOWN
        if name in answers
        and answers[name].value is not None
        and (is_again or not _is_of_several(answers[name].value))
    }


def _is_of_several(value: Value | None) -> bool:
    """Whether more people are told of than one: of those only some may not be let go."""
    return isinstance(value, People) and value.identified + value.unidentified_min != 1


def _all_known(named: People, answers: Answers) -> bool:
    """Whether everybody who is named was named before."""
    known = [
        name for answer in answers.values() if isinstance(answer.value, People) for name in answer.value.names
    ]
    return all(any(are_one(name, other) for other in known) for name in named.names)
