"""Everyday words have answers: hello, who are you, is it free, nobody came, delete everything (LISTENING 9).

A few calm sentences, and then everything stands as it stood. "Nobody came", "delete" and "where is he held" reach
coordinators too: with the case, or with a draft that keeps the words; once, however often it is said. Words in none of
the three languages are answered in all of them, and kept for a coordinator.
"""

from bot.core.conversation.everyday import EVERYDAY, MOST, Everyday, wanted
from bot.core.conversation.forms import current
from bot.core.conversation.put_right import puts_right
from bot.core.incoming import Kind
from bot.core.model import LANGUAGES, Case, Report
from bot.core.presentation import Presentation
from bot.core.understanding import Understood, is_foreign
from bot.core.vocabulary import AskKind, CaseState, ReportState
from handlers.alerting import asks
from handlers.forms import dialogues, entries, settings
from handlers.forms.follow import Open
from handlers.forms.told import told
from handlers.reporting import after_closing, drafts, found_at, live_card, reports, status
from handlers.reporting.reports import REPORT
from handlers.turn import Turn

GREETING, WHERE, WRONG = "hello", "where", "wrong"
WHO_READS = frozenset({"safe", "police"})  # answered by what the messenger can see
FEAR, TOLD = "fear", "fear-told"
REACHES = {
    "nobody": AskKind.UNANSWERED,
    "person": AskKind.PERSON,
    "delete": AskKind.DELETE,
    WHERE: AskKind.WHERE,
}


async def on_asked(turn: Turn, opened: Open | None) -> bool:
    """Whether it was one of these, and is answered."""
    incoming = turn.incoming
    if incoming.kind is not Kind.MESSAGE or incoming.forwarded is not None or not incoming.text.strip():
        return False
    if turn.active is not None:
        return False  # what a member writes is theirs: a note, or an answer
    if incoming.file is not None or (opened is not None and not opened.follow.hears_everyday):
        return False
    short = len(incoming.text.split()) <= MOST  # a long text is none of these, and takes long to read
    heard = told(turn) if short else Understood(foreign=is_foreign(incoming.text))
    if not (heard.intent or heard.foreign):
        return False
    if opened is not None and dialogues.is_shortcut(turn, opened.follow, opened.dialogue):
        return False
    question = current(REPORT.form, dialogues.state_of(opened.dialogue)) if opened is not None else None
    row = wanted(heard, incoming.text, question)
    if row is not None and row.intent == WRONG and opened is not None:
        known = dialogues.state_of(opened.dialogue).answers
        if puts_right(incoming.text, known, settings.of(turn), turn.language):
            return False
    if row is not None and row.intent in after_closing.COURTESIES and await after_closing.lately(turn):
        return False
    if row is not None:
        dialogues.speaks(turn, heard.language)
        await _answer(turn, opened, row)
    elif heard.foreign and (question is None or question.name == "situation"):
        await _in_all_languages(turn, opened)
    else:
        return False
    return True


async def _answer(turn: Turn, opened: Open | None, row: Everyday) -> None:
    report = await _report(turn, opened)
    if row.intent == GREETING and report is not None and report.state is ReportState.OPEN:
        row = EVERYDAY["status"]  # who waits and writes "hello?" knows who we are
    if row.reaches and report is None:
        report = turn.tx.reports.add(reports.new(turn))
    case = await _case(turn, report)
    if opened is not None:
        await dialogues.overhear(turn, opened.follow, opened.dialogue)
        await live_card.touch(turn.tx, opened.dialogue.subject_id)
    elif report is not None:
        await entries.keep(turn, report.id)
    if row.reaches and report is not None:
        await _reach(turn, row, report, case)
    organisation = turn.service.organisation
    found = await found_at.sentence(turn, case) if row.intent == WHERE and case is not None else ""
    is_told = row.intent == FEAR and report is not None and report.state is ReportState.OPEN
    key = f"everyday-{TOLD if is_told else row.intent}"  # told: it has happened, and lawyers were asked
    if row.intent in WHO_READS:
        key = turn.service.who_reads(turn.address.messenger, key)
    lines = [found or turn.say(key, organisation=organisation)]
    if row.at_stand or is_told:
        lines.append(await status.of(turn))
    text = "\n".join(lines)
    text = turn.with_hotline(text) if row.at_stand or row.reaches else text
    if row.leads and report is None:
        asked = dialogues.first(turn, REPORT.form)
        turn.show(Presentation(f"{text}\n\n{asked.text}", asked.rows), topic=row.intent)
    else:
        turn.show(Presentation(text), topic=row.intent)


async def _report(turn: Turn, opened: Open | None) -> Report | None:
    """What the words are about: the report that is open here, else the newest; a closed one too, a wiped one not."""
    if opened is not None:
        return await turn.tx.reports.get(opened.dialogue.subject_id)
    mine = await turn.tx.reports.by(address_id=turn.address.id)
    for state in (ReportState.OPEN, ReportState.DRAFT, ReportState.CLOSED):
        if found := [report for report in mine if report.state is state]:
            return found[-1]
    return None


async def _case(turn: Turn, report: Report | None) -> Case | None:
    return await turn.tx.cases.get(report.case_id) if report is not None and report.case_id else None


async def _reach(turn: Turn, row: Everyday, report: Report, case: Case | None) -> None:
    if case is not None:
        if row.intent not in REACHES:
            return  # the words are on the card
        await asks.put_once(turn.tx, turn.service, case, REACHES[row.intent])
    else:
        await drafts.show(turn.tx, turn.service, report, row.intent)


async def _in_all_languages(turn: Turn, opened: Open | None) -> None:
    report = await _report(turn, opened)
    case = await _case(turn, report)
    text = "\n".join(turn.service.words.say(language, "everyday-language") for language in LANGUAGES)
    if case is not None and report is not None and case.state is not CaseState.CLOSED:
        await entries.keep(turn, report.id)
        await asks.put_once(turn.tx, turn.service, case, AskKind.LANGUAGE)
        turn.show(Presentation(text), topic="languages")
        return
    dialogue = opened.dialogue if opened is not None else (await reports.begin(turn))[1]
    await dialogues.overhear(turn, REPORT, dialogue)
    await dialogues.ask(turn, REPORT, dialogue, text)
