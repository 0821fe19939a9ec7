"""Everyday words have answers: hello, who are you, is it free, nobody came, delete everything (LISTENING 9).

After a few calm sentences everything is as it was. "Nobody came", "delete" and "where is he held" reach coordinators too:
with the case, or with a draft that keeps the words; once, however often it is said. Words in none of the three languages are
answered in all of them, and kept for a coordinator. The language can also be chosen, by a command or on the first screen.
"""

from msgspec.structs import replace

from core.casework.answering import Way
from core.conversation.corrections import puts_right
from core.conversation.everyday import EVERYDAY, MOST, EverydayIntent, everyday_wanted
from core.conversation.forms import current_question
from core.incoming import IncomingKind
from core.model import LANGUAGES, Case, Report
from core.presentation import Presentation
from core.understanding import Understood, is_foreign
from core.understanding.language import heard_sentence
from core.understanding.plain import readable
from core.understanding.questions import ASKED, topic_of, without_questions
from core.understanding.spoken_languages import language_wanted
from core.vocabulary import CaseState, ReportState, TaskKind
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.input_reading import read_turn, read_words
from handlers.people import addresses
from handlers.reporting import (
    after_closing,
    asides,
    drafts,
    information,
    passed_on,
    question_answers,
    reporter_card,
    reports,
    status,
)
from handlers.reporting.reports import REPORT
from handlers.turn import Turn

GREETING, ANYONE, WHERE, WRONG, FEAR = "hello", "anyone", "where", "wrong", "fear"
WHO_READS = frozenset({"safe", "reads", "police"})  # answered by what the messenger can see
TOLD_DIFFERENTLY = frozenset({FEAR, ANYONE, WHERE})  # where a report is open
OF_LAW = frozenset({"advice", "law"})  # beside the answer stands *Know your rights*
LONG_ANSWER = 700  # characters below which a question still fits onto the screen
MARK = "?"
IN_A_ROW = 3  # questions after which the form's own is not put below the answer any more
REACHES = {
    "nobody": TaskKind.UNANSWERED,
    "person": TaskKind.PERSON,
    "delete": TaskKind.DELETE,
    WHERE: TaskKind.WHERE,
}


async def on_asked(turn: Turn, opened: OpenForm | None) -> bool:
    """Whether it was one of these, and is answered. What tells something too goes on without what it asks."""
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
    if await _on_language_wished(turn, opened, heard):
        return True
    if opened is not None and dialogues.is_shortcut(turn, opened.follow, opened.dialogue):
        return False
    question = (
        current_question(REPORT.form, dialogues.state_of(opened.dialogue)) if opened is not None else None
    )
    row = everyday_wanted(heard, incoming.text, question)
    report = await _report_meant(turn, opened)
    if short and (row is None or row.intent == ASKED):
        row = _question_beside(turn, heard, report, row)
    if row is not None and row.asks and await _tells_more(turn, heard, opened, report, row):
        return False
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
        await _answer_words(turn, opened, row, report)
    elif heard.foreign and (question is None or question.name == "situation"):
        await _in_all_languages(turn, opened)
    else:
        return False
    return True


async def _on_language_wished(turn: Turn, opened: OpenForm | None, heard: Understood) -> bool:
    """A language that is asked for is chosen at once and stays. False where the words tell something else too."""
    wished = language_wanted(turn.incoming.text, turn.service.heard)
    if wished is None:
        return False
    if heard.happening or heard.summons or heard.situation:
        turn.address = addresses.choose_language(turn.tx, turn.address, wished)
        return False
    await _keep(turn, opened, await _report_meant(turn, opened))
    await on_language_chosen(turn, wished)
    return True


def _question_beside(
    turn: Turn, heard: Understood, report: Report | None, row: EverydayIntent | None
) -> EverydayIntent | None:
    """The question in words that tell of something too; one without a topic only where a report knows what it is about."""
    is_reported = report is not None and report.state in (ReportState.OPEN, ReportState.CLOSED)
    if row is None and not (heard.intent or heard.foreign):
        text = readable(turn.incoming.text)
        topic = topic_of(heard_sentence(text, turn.service.heard), turn.service.heard)
        row = EVERYDAY.get(topic or "")
    tells = _names_anything(heard) if is_reported else _values_of(heard)
    if row is not None and row.intent == ASKED and tells:
        return None  # "perhaps in Almaty?" answers
    return row if row is not None and (is_reported or row.leads or not row.at_stand) else None


async def _tells_more(
    turn: Turn, heard: Understood, opened: OpenForm | None, report: Report | None, row: EverydayIntent
) -> bool:
    """Whether the words are not all asked: then they are answered, and what they tell goes its own way."""
    incoming = turn.incoming
    told, asked = without_questions(incoming.text, turn.service.heard)
    known = report is not None and report.state is ReportState.OPEN
    happens = heard.happening or heard.summons or heard.situation is not None
    beside = bool(told and asked) and _tells(turn, opened, told)
    is_of_closed = report is not None and report.state is ReportState.CLOSED and not heard.happening
    elsewhere = not (known or is_of_closed) or heard.place is not None
    if not beside and not (happens and elsewhere):
        return False
    if row.leads or (beside and known):
        turn.show(Presentation(await _answer_text(turn, row, report)), topic=row.intent)
    if beside and MARK in asked:  # without the mark they may be told after all, and then nothing is left out
        turn.incoming = replace(incoming, text=told, typed=incoming.typed or incoming.text)
    return True


def _tells(turn: Turn, opened: OpenForm | None, told: str) -> bool:
    """Whether what stands beside a question answers the form, or tells what a report has a place for."""
    if opened is not None and dialogues.answers(turn, opened.follow, opened.dialogue, told):
        return True
    return _values_of(read_words(turn.service, told, turn.incoming.sent_at or turn.now, turn.language))


def _values_of(heard: Understood) -> bool:
    """Whether they tell anything that a report has a place for."""
    counted = heard.people is not None and heard.people.count
    told = heard.happening or heard.summons or heard.situation or heard.flags
    return bool(told or counted or _names_anything(heard))


def _names_anything(heard: Understood) -> bool:
    """Whether they name a place, a person or a number to ring."""
    place = heard.place is not None and not heard.place.unknown
    return bool(place or (heard.people is not None and heard.people.names) or heard.contact)


async def _answer_words(
    turn: Turn, opened: OpenForm | None, row: EverydayIntent, report: Report | None
) -> None:
    if row.intent == GREETING and report is not None and report.state is ReportState.OPEN:
        row = EVERYDAY[ANYONE]  # who waits and writes "hello?" knows who we are
    if row.reaches and report is None:
        report = await asides.become_draft(turn) or turn.tx.reports.add(reports.new_report(turn))
    case = await _case_of(turn, report)
    await _keep(turn, opened, report, only_asks=row.asks)
    if row.reaches and report is not None and not (row.passes and case is not None):
        await _reach_coordinators(turn, row, report, case)
    text = await _answer_text(turn, row, report)
    rights = information.rights_buttons(turn.service, turn.language) if row.intent in OF_LAW else ()
    if row.leads and report is None:
        asked = dialogues.first_question(turn, REPORT.form)
        turn.show(Presentation(f"{text}\n\n{asked.text}", (*rights, *asked.rows)), topic=row.intent)
        return
    is_open = report is not None and report.state is ReportState.OPEN
    quietly = report is not None and is_open and await addresses.way_to(turn.tx, report) is Way.QUIETLY
    shown = Presentation(text, rights)
    if row.asks and opened is not None and await _asks_again(turn, opened, text):
        shown = dialogues.question_below(turn, opened.follow, opened.dialogue, text)
    turn.show(replace(shown, silent=quietly), topic=row.intent)


async def _keep(
    turn: Turn, opened: OpenForm | None, report: Report | None, *, only_asks: bool = False
) -> None:
    if opened is not None:
        await dialogues.overhear(turn, opened.follow, opened.dialogue, only_asks=only_asks)
        await reporter_card.touch(turn.tx, opened.dialogue.subject_id)
    elif report is not None:
        await entries.keep(turn, report.id)
    else:
        await asides.keep_aside(turn)


async def _asks_again(turn: Turn, opened: OpenForm, text: str) -> bool:
    """The form's question stands below the answer, unless that is long or three questions came in a row."""
    if (
        len(text) > LONG_ANSWER
        or opened.follow is not REPORT
        or not reporter_card.asks_something(dialogues.state_of(opened.dialogue))
    ):
        return False
    said = await turn.tx.entries.newest(IN_A_ROW, report_id=opened.dialogue.subject_id)
    texts = [str(entry.payload.get("text", "")) for entry in said]
    heard = turn.service.heard
    return len(texts) < IN_A_ROW or not all(
        topic_of(heard_sentence(readable(t), heard), heard) for t in texts
    )


async def _answer_text(turn: Turn, row: EverydayIntent, report: Report | None) -> str:
    """What is said: the sentence of the row, what is known, how it stands, and to whom the question went."""
    case = await _case_of(turn, report)
    is_told = row.intent in TOLD_DIFFERENTLY and report is not None and report.state is ReportState.OPEN
    key = f"everyday-{row.intent}{'-told' if is_told else ''}"
    if row.intent in WHO_READS:
        key = turn.service.who_reads(turn.address.messenger, key)
    lines = [turn.say(key, organisation=turn.service.organisation)]
    lines += await question_answers.known_lines(turn, row.intent, report, case)
    if (row.at_stand and (report is not None or not row.leads)) or (is_told and row.intent == FEAR):
        lines.append(await status.status_lines(turn))
    waits = case is not None and case.state is not CaseState.CLOSED
    if waits and row.at_stand and report and await addresses.way_to(turn.tx, report) is Way.NEWS:
        lines.append(turn.say("asked-news"))
    if row.passes and report is not None and case is not None:
        lines.append(await passed_on.pass_on(turn, report, case, row.intent))
    text = "\n".join(filter(None, lines))
    return turn.with_hotline(text) if row.at_stand or row.reaches else text


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
