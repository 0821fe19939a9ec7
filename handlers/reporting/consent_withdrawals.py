"""A permission is taken back in free words, at any moment, together with anything else: "do not publish", "I changed my
mind".

own report, may speak       forbidden from now on; where the family had allowed it, a coordinator hears
own report, may not speak   kept and shown, and forbids nothing; where the family had allowed it, a coordinator decides
with a code, or unknown     kept, and a coordinator decides: nothing tells whose name is meant, and nothing is looked up
beside a threat             coordinators hear of that with a sound, too
hidden or muted             the same, without a word: who holds the phone is not known

Somebody who has several reports forbids it in all of them, unless the words name one.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from core.casework.claims import NO, SourceKind
from core.casework.consents import YES, is_allowed_by_family, is_entitled
from core.conversation.forms import Answer, AnswerSource, answers_to_data
from core.conversation.keyboard import button_data
from core.intake.stages.turn import THREATENED
from core.model import Case, Report
from core.presentation import Button, Presentation
from core.understanding.later import facts_told
from core.vocabulary import OF_NAMES, ConsentUse, ReportState, TaskKind
from handlers.alerting import tasks
from handlers.cards.case_loading import view_of
from handlers.casework import name_consents
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.input_reading import read_turn
from handlers.forms.report_form import FORM
from handlers.reporting import drafts, guests, reporter_card, reports, subject_of_words
from handlers.reporting.reports import REPORT
from handlers.turn import Turn


async def on_said(turn: Turn, opened: OpenForm | None, taken: frozenset[ConsentUse]) -> None:
    """The words take a permission back and tell nothing else."""
    mine = await _own_reports(turn)
    if not mine:
        await _pass_on(turn)
        return
    if opened is not None and opened.follow is REPORT:
        await dialogues.overhear(turn, REPORT, opened.dialogue)
    else:
        await entries.keep(turn, mine[-1].id)
    turn.show(await _take_back(turn, mine, taken), topic="forbidden")


async def allowed_uses(turn: Turn) -> frozenset[ConsentUse]:
    """What the actor has allowed, and takes back by changing their mind."""
    return await _forbidden_uses(turn, await _own_reports(turn))


async def on_heard(turn: Turn) -> None:
    """After everything else was done with it: the same among other words, or in a corrected message."""
    if turn.entry_id is None or not _takes_back(turn):
        return
    entry = await turn.tx.entries.get(turn.entry_id)
    if entry is None:
        return
    mine = [report for report in await _own_reports(turn) if report.id == entry.report_id]
    taken = await _forbidden_uses(turn, mine) if mine else frozenset()
    if new := await _not_yet(turn, mine, taken):
        turn.show(await _take_back(turn, mine, new), topic="forbidden")


async def pass_on_from_silence(turn: Turn, case_id: int) -> None:
    """From a hidden or muted chat a coordinator is asked, and nothing is answered."""
    case = await turn.tx.cases.get(case_id)
    if case is not None and read_turn(turn).forbids:
        await tasks.ask_coordinators_once(turn.tx, turn.service, case, TaskKind.CONSENT)
        await _pass_on_threat(turn, case)


async def _pass_on_threat(turn: Turn, case: Case) -> None:
    """Beside it somebody is threatened: coordinators hear of that with a sound, also where a case is closed."""
    if THREATENED in facts_told(turn.incoming.text, turn.service.heard):
        await tasks.ask_coordinators_once(turn.tx, turn.service, case, TaskKind.THREAT)


def _takes_back(turn: Turn) -> bool:
    """What a member writes is a note; what was forwarded, or pressed, tells nothing."""
    heard = read_turn(turn)
    return turn.active is None and (bool(heard.forbids) or heard.changed_mind)


async def _own_reports(turn: Turn) -> list[Report]:
    """The reports of this chat that are cases, or the one that the words name."""
    found = await turn.tx.reports.by(address_id=turn.address.id)
    mine = [r for r in found if r.state in (ReportState.OPEN, ReportState.CLOSED) and r.case_id is not None]
    mine = mine[-reports.MANY :]
    if len(mine) > 1 and read_turn(turn).forbids:
        named = await subject_of_words.report_meant(turn, mine)
        return [named] if named is not None else mine
    return mine


async def _forbidden_uses(turn: Turn, mine: list[Report]) -> frozenset[ConsentUse]:
    """What the words take back. Somebody who only says that they changed their mind takes back what they allowed."""
    if read_turn(turn).forbids:
        return read_turn(turn).forbids
    allowed = set()
    for report in mine:
        case = await turn.tx.cases.get(report.case_id or 0)
        view = await view_of(turn.tx, case) if case is not None else None
        allowed |= {use for use in OF_NAMES if view and name_consents.report_answer(view, use, report) == YES}
    return frozenset(allowed)


async def _not_yet(turn: Turn, mine: list[Report], taken: Iterable[ConsentUse]) -> frozenset[ConsentUse]:
    """The part of what is taken back that these reports have not forbidden yet."""
    new = set()
    for report in mine:
        case = await turn.tx.cases.get(report.case_id or 0)
        if case is not None:
            view = await view_of(turn.tx, case)
            new |= {use for use in taken if name_consents.report_answer(view, use, report) != NO}
    return frozenset(new)


async def _take_back(turn: Turn, mine: list[Report], taken: frozenset[ConsentUse]) -> Presentation:
    """It is forbidden from now on, in each of these; and what is said of it."""
    may_speak, was_allowed = True, False
    for report in mine:
        case = await turn.tx.cases.get(report.case_id or 0)
        if case is None:
            continue
        await _pass_on_threat(turn, case)
        view = await view_of(turn.tx, case)
        names = [use for use in OF_NAMES if use in taken]
        speaks = is_entitled(view, (SourceKind.REPORT, report.id))
        if any(is_allowed_by_family(view, use) for use in names):
            was_allowed = True
            await tasks.ask_coordinators_once(turn.tx, turn.service, case, TaskKind.CONSENT)
        may_speak = may_speak and (speaks or not names)
        for use in sorted(taken):
            await name_consents.record_answer(turn.tx, turn.service, report, use, NO)
        if ConsentUse.WRITE in taken:
            await _answer_in_form(turn, report)
        await name_consents.on_answer_changed(turn.tx, turn.service, case)
    names_key = "consent-forbidden" if may_speak else "consent-passed-on"
    what = "both" if ConsentUse.AUTHORITIES in taken else ConsentUse.PUBLICATION.value
    before = "yes" if was_allowed else "no"
    lines = [turn.say(names_key, what=what, before=before)] if taken & {*OF_NAMES} else []
    if ConsentUse.WRITE not in taken:
        return Presentation("\n".join(lines))
    undo = Button(turn.say("report-consent-yes"), button_data(FORM.name, "consent", YES))
    return Presentation("\n".join([*lines, turn.say("consent-silent")]), ((undo,),))


async def _answer_in_form(turn: Turn, report: Report) -> None:
    """The report's card says what holds now."""
    dialogue = await reports.dialogue_of(turn, report.id)
    if dialogue is not None:
        answers = {
            **dialogues.state_of(dialogue).answers,
            "consent": Answer(NO, AnswerSource.TYPED, turn.now, turn.entry_id),
        }
        turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(answers)))
        await reporter_card.touch(turn.tx, report.id)


async def _pass_on(turn: Turn) -> None:
    """Somebody whose report it is not: kept where it belongs, and a coordinator decides."""
    guest = await guests.current_guest(turn)
    report = await turn.tx.reports.get(guest.report_id) if guest is not None else None
    untold = (
        guest is None or report is None or await guests.copied_untold(turn, guest, report, TaskKind.CONSENT)
    )
    if guest is not None and report is not None and not untold:
        await guests.keep_words(turn, guest, report, TaskKind.CONSENT)
    else:
        drafts_of = await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT)
        draft = drafts_of[-1] if drafts_of else turn.tx.reports.add(reports.new_report(turn))
        await entries.keep(turn, draft.id)
        await drafts.show_to_coordinators(turn.tx, turn.service, draft, "consent")
    turn.reply("consent-passed-on")
