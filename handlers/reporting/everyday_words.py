"""Everyday words have answers: hello, who are you, is it free, nobody came, delete everything (LISTENING 9).

After a few calm sentences everything is as it was. "Nobody came", "delete" and "where is he held" reach coordinators too:
with the case, or with a draft that keeps the words; once, however often it is said. Words in none of the three languages are
answered in all of them, and kept for a coordinator. The language can also be chosen, by a command or on the first screen.
"""

from core.conversation.corrections import puts_right
from core.conversation.everyday import EVERYDAY, MOST, EverydayIntent, everyday_wanted
from core.conversation.forms import current_question
from core.incoming import IncomingKind
from core.model import LANGUAGES, Case, Report
from core.presentation import Presentation
from core.understanding import Understood, is_foreign
from core.vocabulary import CaseState, ReportState, TaskKind
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.input_reading import read_turn
from handlers.people import addresses
from handlers.reporting import after_closing, asides, drafts, information, reporter_card, reports, status
from handlers.reporting.reports import REPORT
from handlers.turn import Turn

GREETING, WHERE, WRONG = "hello", "where", "wrong"
WHO_READS = frozenset({"safe", "police"})  # answered by what the messenger can see
FEAR, TOLD = "fear", "fear-told"
REACHES = {
    "nobody": TaskKind.UNANSWERED,
    "person": TaskKind.PERSON,
    "delete": TaskKind.DELETE,
    WHERE: TaskKind.WHERE,
}


async def on_asked(turn: Turn, opened: OpenForm | None) -> bool:
    """Whether it was one of these, and is answered."""
    incoming = turn.incoming
    if (
        incoming.kind is not IncomingKind.MESSAGE
        or incoming.forwarded is not None
        or not incoming.text.strip()
    ):
        return False
    if turn.active is not None:
        return False  # what a member writes is theirs: a note, or an answer
    if incoming.file is not None or (opened is not None and not opened.follow.hears_everyday):
        return False
    short = len(incoming.text.split()) <= MOST  # a long text is not everyday words, and takes long to read
    heard = read_turn(turn) if short else Understood(foreign=is_foreign(incoming.text))
    if not (heard.intent or heard.foreign):
        return False
    if opened is not None and dialogues.is_shortcut(turn, opened.follow, opened.dialogue):
        return False
    question = (
        current_question(REPORT.form, dialogues.state_of(opened.dialogue)) if opened is not None else None
    )
    row = everyday_wanted(heard, incoming.text, question)
    if row is not None and row.intent == WRONG and opened is not None:
        known = dialogues.state_of(opened.dialogue).answers
        if puts_right(incoming.text, known, dialogues.setting_of(turn), turn.language):
            return False
    if (
        row is not None
        and row.intent in after_closing.COURTESIES
        and await after_closing.recently_closed(turn)
    ):
        return False
    if row is not None:
        dialogues.follow_language(turn, heard.language)
        await _answer_words(turn, opened, row)
    elif heard.foreign and (question is None or question.name == "situation"):
        await _in_all_languages(turn, opened)
    else:
        return False
    return True


async def _answer_words(turn: Turn, opened: OpenForm | None, row: EverydayIntent) -> None:
    report = await _report_meant(turn, opened)
    if row.intent == GREETING and report is not None and report.state is ReportState.OPEN:
        row = EVERYDAY["status"]  # who waits and writes "hello?" knows who we are
    if row.reaches and report is None:
        report = await asides.become_draft(turn) or turn.tx.reports.add(reports.new_report(turn))
    case = await _case_of(turn, report)
    if opened is not None:
        await dialogues.overhear(turn, opened.follow, opened.dialogue)
        await reporter_card.touch(turn.tx, opened.dialogue.subject_id)
    elif report is not None:
        await entries.keep(turn, report.id)
    else:
        await asides.keep_aside(turn)
    if row.reaches and report is not None:
        await _reach_coordinators(turn, row, report, case)
    organisation = turn.service.organisation
    found = await status.found_sentence(turn, case) if row.intent == WHERE and case is not None else ""
    is_told = row.intent == FEAR and report is not None and report.state is ReportState.OPEN
    key = f"everyday-{TOLD if is_told else row.intent}"  # told: it has happened, and lawyers were asked
    if row.intent in WHO_READS:
        key = turn.service.who_reads(turn.address.messenger, key)
    lines = [found or turn.say(key, organisation=organisation)]
    if row.at_stand or is_told:
        lines.append(await status.status_lines(turn))
    text = "\n".join(lines)
    text = turn.with_hotline(text) if row.at_stand or row.reaches else text
    if row.leads and report is None:
        asked = dialogues.first_question(turn, REPORT.form)
        turn.show(Presentation(f"{text}\n\n{asked.text}", asked.rows), topic=row.intent)
    else:
        turn.show(Presentation(text), topic=row.intent)


async def _report_meant(turn: Turn, opened: OpenForm | None) -> Report | None:
    """What the words are about: the report that is open here, else the newest; a closed one too, a wiped one not."""
    if opened is not None:
        return await turn.tx.reports.get(opened.dialogue.subject_id)
    mine = await turn.tx.reports.by(address_id=turn.address.id)
    for state in (ReportState.OPEN, ReportState.DRAFT, ReportState.CLOSED):
        if found := [report for report in mine if report.state is state]:
            return found[-1]
    return None


async def _case_of(turn: Turn, report: Report | None) -> Case | None:
    return await turn.tx.cases.get(report.case_id) if report is not None and report.case_id else None


async def _reach_coordinators(turn: Turn, row: EverydayIntent, report: Report, case: Case | None) -> None:
    if case is not None:
        if row.intent not in REACHES:
            return  # the words are on the card
        await tasks.ask_coordinators_once(turn.tx, turn.service, case, REACHES[row.intent])
    else:
        await drafts.show_to_coordinators(turn.tx, turn.service, report, row.intent)


async def _in_all_languages(turn: Turn, opened: OpenForm | None) -> None:
    report = await _report_meant(turn, opened)
    case = await _case_of(turn, report)
    text = "\n".join(turn.service.words.say(language, "everyday-language") for language in LANGUAGES)
    if case is not None and report is not None and case.state is not CaseState.CLOSED:
        await entries.keep(turn, report.id)
        await tasks.ask_coordinators_once(turn.tx, turn.service, case, TaskKind.LANGUAGE)
        turn.show(Presentation(text), topic="languages")
        return
    dialogue = opened.dialogue if opened is not None else (await reports.begin(turn))[1]
    await dialogues.overhear(turn, REPORT, dialogue)
    await dialogues.ask_question(turn, REPORT, dialogue, text)


async def on_language_asked(turn: Turn, argument: str) -> None:
    """``/language``: choose one of the three."""
    turn.reply("language-asked", (information.language_buttons(turn),), topic="language-asked")


async def on_language_chosen(turn: Turn, argument: str) -> None:
    """A language was chosen; the question that is open is asked again in it."""
    chosen, _, screen = argument.partition(":")
    if chosen not in LANGUAGES:
        turn.reply("button-unknown")
        return
    turn.address = addresses.choose_language(turn.tx, turn.address, chosen)
    for card in await turn.tx.cards.by(address_id=turn.address.id):
        live_cards.touch(turn.tx, card)
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.form == REPORT.form.name:
        await dialogues.ask_question(turn, REPORT, dialogue, turn.say("language-set"))
    elif screen and turn.incoming.message_id is not None:
        turn.show_in_place(information.first_screen(turn))
    elif turn.member is None and not await reports.open_reports(turn):
        turn.show(information.first_screen(turn), topic="start")
    else:
        turn.reply("language-set")
