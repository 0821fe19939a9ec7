"""Everyday words have answers: hello, who are you, is it free, nobody came, delete everything (LISTENING 9).

After a few calm sentences everything is as it was. What only a person can answer goes on to one: of a case to its owner,
else to coordinators, with a draft that keeps the words; a sound is made once, however often it is said. Words in none of
the three languages are answered in all of them, and kept for a coordinator. The language can also be chosen, by a command
or on the first screen.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from core.casework.answering import Way
from core.conversation.everyday import EVERYDAY, EverydayIntent
from core.intake.cues import Clause, read_clauses
from core.intake.stages.question import Asked
from core.intake.unasked import asks_and_tells, is_polite
from core.intake.weight import Weight, is_idle
from core.model import LANGUAGES, Case, Report
from core.presentation import Presentation
from core.understanding import names_police
from core.understanding.language import heard_sentence
from core.understanding.plain import readable
from core.understanding.questions import ASKED, topic_of
from core.vocabulary import CaseState, ReportState, TaskKind
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.cards.draft_card import UNCLEAR
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.input_reading import read_turn
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.menus import language_buttons
from handlers.reporting import (
    asides,
    drafts,
    general_answers,
    information,
    passed_on,
    question_answers,
    reporter_card,
    reports,
    status,
    wrong_taps,
)
from handlers.reporting.reports import REPORT
from handlers.turn import Turn

GREETING, ANYONE, WHERE, FEAR, ADVICE, SPAM, WRONG = (
    "hello",
    "anyone",
    "where",
    "fear",
    "advice",
    "spam",
    "wrong",
)
UPDATES, NEXT, RELEASE = "updates", "next", "release"
QUOTES_LAW = frozenset({"advice", "law"})  # so long that what was done with the question stands above
TOLD_DIFFERENTLY = frozenset({FEAR, ANYONE, WHERE, ADVICE})  # where a report is open
BELOW_STATE = frozenset({"comes"})  # what is not told stands behind what is
OF_LAW = frozenset(
    ("advice", "law", "visit", "attend", "interpreter", "complain", "ownlawyer", "charge", "outcome")
)  # beside the answer stands *Know your rights*
LONG_ANSWER = 700  # characters below which a question still fits onto the screen
IN_A_ROW = 3  # questions after which the form's own is not put below the answer any more
REACHES = {
    "nobody": TaskKind.UNANSWERED,
    "person": TaskKind.PERSON,
    "delete": TaskKind.DELETE,
    WHERE: TaskKind.WHERE,
}


async def on_asked(turn: Turn, opened: OpenForm | None, asked: Asked) -> None:
    """It was one of these, and nothing else."""
    if asked.intent is None:
        await _in_all_languages(turn, opened)
        return
    report = await _report_meant(turn, opened)
    dialogues.follow_language(turn, read_turn(turn).language)
    await _answer_words(turn, opened, asked.intent, report)


async def on_asked_beside(turn: Turn, opened: OpenForm | None, asked: Asked) -> None:
    """What tells something too goes on without what it asks."""
    said = turn.incoming
    if asked.is_answered and asked.intent is not None:
        rows, report = _rows_of(turn, asked.intent), await _report_meant(turn, opened)
        reaching = next((row for row in rows if row.reaches), None)
        if reaching is not None and report is not None:
            await _reach_coordinators(turn, reaching, report, await _case_of(turn, report))
        if reaching is None or report is not None:  # it says that coordinators are told
            turn.show(Presentation(await _answer_text(turn, rows, report)), topic=asked.intent.intent)
    if asked.told:
        turn.incoming = replace(said, text=asked.told, typed=said.typed or said.text)


async def on_language_wished(turn: Turn, opened: OpenForm | None, wished: str) -> None:
    """A language that is asked for is chosen at once and stays."""
    await _keep(turn, opened, await _report_meant(turn, opened))
    await on_language_chosen(turn, wished)


async def on_language_beside(turn: Turn, opened: OpenForm | None, wished: str) -> None:
    """The same beside words that tell something."""
    turn.address = addresses.choose_language(turn.tx, turn.address, wished)


async def _answer_words(
    turn: Turn, opened: OpenForm | None, row: EverydayIntent, report: Report | None
) -> None:
    if row.intent == GREETING and report is not None and report.state is ReportState.OPEN:
        row = EVERYDAY[ANYONE]  # who waits and writes "hello?" knows who we are
    rows = _rows_of(turn, row)
    reaching = next((asked for asked in rows if asked.reaches), None)
    if reaching is not None and report is None:
        report = await asides.become_draft(turn) or turn.tx.reports.add(reports.new_report(turn))
    case = await _case_of(turn, report)
    police = names_police(turn.incoming.text, turn.service.heard)
    if (
        row.intent == SPAM
        and report is None
        and is_idle(_clauses(turn), read_turn(turn), names_police=police)
    ):
        report = await asides.become_draft(turn) or turn.tx.reports.add(reports.new_report(turn))
        await drafts.show_to_coordinators(turn.tx, turn.service, report, UNCLEAR, weight=Weight.IDLE)
    await _keep(turn, opened, report, only_asks=row.asks)
    is_open = report is not None and report.state is ReportState.OPEN
    if row.intent == WRONG and report is not None and is_open and await wrong_taps.ask_again(turn, report):
        return
    if reaching is not None and report is not None and not (reaching.passes and case is not None):
        await _reach_coordinators(turn, reaching, report, case)
    passes = any(asked.passes for asked in rows)
    is_new = case is None and reaching is None and not (passes and report is not None)
    is_heard = is_new and (passed_on.tells_of_somebody(turn) or (row.leads and passes))
    passed = await _pass_on_first(turn, report) if is_heard else ""
    text = "\n".join(filter(None, (await _answer_text(turn, rows, report), passed)))
    is_of_law = any(asked.intent in OF_LAW for asked in rows)
    rights = information.rights_buttons(turn.service, turn.language) if is_of_law else ()
    if row.leads and report is None:
        asked = dialogues.first_question(turn, REPORT.form)
        turn.show(Presentation(f"{text}\n\n{asked.text}", (*rights, *asked.rows)), topic=row.intent)
        return
    quietly = report is not None and is_open and await addresses.way_to(turn.tx, report) is Way.QUIETLY
    shown = Presentation(text, rights)
    if row.asks and opened is not None and await _asks_again(turn, opened, text):
        shown = dialogues.question_below(turn, opened.follow, opened.dialogue, text)
    turn.show(replace(shown, silent=quietly), topic=row.intent)


async def _pass_on_first(turn: Turn, report: Report | None) -> str:
    """Before any case somebody asks what only a person can answer, or tells something beside: the words become a draft."""
    draft = report or await asides.become_draft(turn)
    return await passed_on.pass_on(turn, draft, None, GREETING) if draft is not None else ""


def _clauses(turn: Turn) -> Sequence[Clause]:
    return read_clauses(turn.incoming.text, turn.service.cues)


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


def _rows_of(turn: Turn, row: EverydayIntent) -> list[EverydayIntent]:
    said, heard = heard_sentence(readable(turn.incoming.text), turn.service.heard), turn.service.heard
    return general_answers.all_asked(turn, row) if row.asks and not is_polite(said, heard) else [row]


async def _answer_text(turn: Turn, rows: Sequence[EverydayIntent], report: Report | None) -> str:
    """What is said: the sentence of each row, what is known; and once how it stands, and to whom the question went."""
    case = await _case_of(turn, report)
    is_open = report is not None and report.state is ReportState.OPEN
    passes = next((row for row in rows if row.passes and not (row.reaches and case is None)), None)
    if passes is None and case is not None and asks_and_tells(turn.incoming.text, turn.service.heard):
        passes = next((row for row in rows if row.asks and not row.reaches), None)
    passed = ""
    if passes is not None and report is not None:
        passed = await passed_on.pass_on(turn, report, case, passes.intent)
    way = await addresses.way_to(turn.tx, report) if report is not None and case is not None else Way.NOTHING
    waits = case is not None and case.state is not CaseState.CLOSED
    lines: list[str] = []
    below: list[str] = []
    for row in rows:
        told = (is_open and row.intent in TOLD_DIFFERENTLY) or (row.intent == ASKED and passed)
        told = told or (row.intent == NEXT and case is not None and case.state is CaseState.ACCEPTED)
        is_written_to = row.intent == UPDATES and waits and way is Way.NEWS
        is_over = case is not None and case.state is CaseState.CLOSED
        said = general_answers.answer(turn, row, told=bool(told), over=is_over)
        said = turn.say("asked-news") if is_written_to else said
        known = await question_answers.known_lines(turn, row.intent, report, case)
        said = "" if known and row.intent == RELEASE else said  # nobody cannot say what is said below
        (below if row.intent in BELOW_STATE else lines).append(said)
        lines += known
    if any(_has_state(row, report, is_open=is_open) for row in rows):
        lines.append(await status.status_lines(turn))
    lines += below
    at_stand = any(row.at_stand for row in rows)
    news = turn.say("asked-news") if waits and at_stand and way is Way.NEWS else ""
    is_long = any(row.intent in QUOTES_LAW for row in rows)
    lines = [passed, *lines, news] if is_long and passed else [*lines, passed or news]
    text = "\n".join(filter(None, lines))
    return turn.with_hotline(text) if at_stand or any(row.reaches for row in rows) else text


def _has_state(row: EverydayIntent, report: Report | None, *, is_open: bool) -> bool:
    """Whether how it stands is said below the answer."""
    return (row.at_stand and (report is not None or not row.leads)) or (is_open and row.intent == FEAR)


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
    turn.reply("language-asked", (language_buttons(turn.service, turn.language),), topic="language-asked")


async def on_language_chosen(turn: Turn, argument: str) -> None:
    """A language was chosen; the question that is open is asked again in it."""
    chosen, _, screen = argument.partition(":")
    if chosen not in LANGUAGES:
        turn.reply("button-unknown")
        return
    turn.address = addresses.choose_language(turn.tx, turn.address, chosen)
    if turn.active is not None:
        sending.set_menu(turn.tx, turn.address.id)
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
