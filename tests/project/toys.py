"""Toys of docs/develop/extending.md: what each writes into which files, in the order of its recipe."""

from dataclasses import dataclass
from pathlib import Path

from core.model import LANGUAGES


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` goes before the one place where ``before`` stands; without it, to the end of the file, which may be new."""

    file: str
    text: str
    before: str = ""

    def apply(self, tree: Path) -> None:
        """Write it. AssertionError where its place is not found any more."""
        path = tree / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert not self.before or text.count(self.before) == 1, f"{self.file}: where is {self.before!r}?"
        head, anchor, tail = text.partition(self.before) if self.before else (text, "", "")
        path.write_text(head + self.text + anchor + tail, encoding="utf-8")


def words(file: str, text: str) -> tuple[Edit, ...]:
    """The same words in each language: a toy's need no translation."""
    return tuple(Edit(f"core/words/{language}/{file}", "\n" + text) for language in LANGUAGES)


QUESTION = (
    Edit(
        "handlers/forms/report_form.py",
        '        Question("filmed", AnswerKind.CHOICE, ("yes", "no")),\n',
        before='        Question("files", AnswerKind.FILE),\n',
    ),
    *words(
        "report.ftl",
        "report-filmed = Was it filmed?\nreport-filmed-short = Filmed\n"
        "report-filmed-yes = On film\nreport-filmed-no = Unseen\n",
    ),
    Edit(
        "core/casework/claim_kinds.py",
        '    ClaimKind("filmed", ValueKind.CHOICE, ClaimRule.SUREST),\n',
        before='    ClaimKind("consent", ',
    ),
    *words("staff.ftl", "case-filmed = Film: { $value }\n"),
)

KIND = (
    Edit(
        "core/casework/claim_kinds.py",
        '    ClaimKind("guarded", ValueKind.WORDS, ClaimRule.NEWEST),\n',
        before='    ClaimKind("act", ',
    ),
    *words("staff.ftl", "case-guarded = Guarded by: { $value }\n"),
)

EXPORTED = (
    Edit(
        "core/exporting/table_columns.py",
        " filmed",
        before='",\n        "persons": "person case kind',
    ),
    Edit("core/exporting/table_columns.py", '"filmed", ', before='"held_as", "link", "sex"'),
    Edit(
        "core/exporting/case_records.py",
        '        str(view.value("filmed") or ""),\n',
        before="    )\n\n\ndef _consent(",
    ),
    Edit(
        "core/exporting/codebook.py",
        '    CodebookField("filmed", ("yes", "no"), "report-filmed-"),\n',
        before='    CodebookField("confidentiality", (',
    ),
    Edit("docs/law/exports.md", ", …, `filmed`", before=" |\n| persons | a person;"),
)

SHOUT = '''"""A toy: says again what was typed, in large letters."""

from handlers.turn import Turn


async def typed_words(turn: Turn, argument: str) -> str:
    """What is shouted: no report."""
    return argument


async def on_shout(turn: Turn, argument: str) -> None:
    """``/shout words``"""
    turn.reply("shouted", words=argument.upper())
'''
COMMAND = (
    Edit("handlers/duty/shout.py", SHOUT),
    Edit("handlers/routes.py", "from handlers.duty import shout\n", before="from handlers.emergency import"),
    Edit(
        "handlers/routes.py",
        '    "shout": Command(shout.on_shout, Actor.COORDINATOR, shout.typed_words),\n',
        before='    "handover": Command(',
    ),
    *words("staff.ftl", "shouted = { $words }!\n"),
    Edit("tests/dispatch/matrix.py", '    "shout": lambda t: "hello",\n', before='    "owed": lambda t'),
)

WAVED = '''async def on_waved(turn: Turn, found: OnCase) -> None:
    """*Wave*: a toy."""
    turn.reply("waved", code=found.case.code)


'''
BUTTON = (
    Edit("handlers/casework/offer_answers.py", WAVED, before="async def _refresh("),
    Edit(
        "handlers/member_buttons.py",
        '    "wave": Route(offer_answers.on_waved, Actor.VIEWER, case),\n',
        before='    "history": Route(',
    ),
    Edit(
        "handlers/cards/case_buttons.py",
        '        Button(say(language, "button-wave"), f"wave:{case.id}"),\n',
        before='        Button(say(language, "button-act"),',
    ),
    *words("staff.ftl", "button-wave = Wave\nwaved = You waved at { $code }.\n"),
    Edit(
        "tests/dispatch/matrix.py",
        '    "wave": lambda t, offer: f"{t.case.id}",\n',
        before='    "coding": lambda ',
    ),
)

WEATHER = '''"""A toy: who goes to see somebody is told of the weather."""

from handlers.cards.card_lines import CardReading


async def weather_lines(reading: CardReading) -> list[str]:
    """It always rains."""
    return [reading.say("weather", code=reading.case.code)]
'''
LINE = (
    Edit("handlers/visits/weather.py", WEATHER),
    Edit(
        "handlers/card_views.py",
        "from handlers.visits import weather\n",
        before="from handlers.visits import",
    ),
    Edit(
        "handlers/card_views.py",
        "        weather.weather_lines,  # what to put on, before what was seen there\n",
        before="        visit_lines.seen_lines,",
    ),
    *words("staff.ftl", "weather = Rain at { $code }\n"),
)

STRETCH = '''"""A toy: every noon the members stretch."""

from datetime import time

from core.digest.recurrence import next_occurrence
from core.presentation import Presentation
from core.traffic import Timer
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction


async def on_stretch_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It is noon."""
    for member in await tx.members.select():
        language = await language_of(tx, service, member.address_id)
        sending.send_message(tx, service, member.address_id, Presentation(service.words.say(language, "stretch")))
    await schedule(tx, service)


async def schedule(tx: Transaction, service: Service) -> None:
    """The next noon, unless it is set."""
    if await tx.timers.get("stretch") is None:
        tx.timers.put(Timer("stretch", "stretch", next_occurrence(tx.now, service.zone, time(12))[1]))
'''
TIMER = (
    Edit("handlers/daily/stretch.py", STRETCH),
    Edit(
        "handlers/timers.py",
        "from handlers.daily import stretch\n",
        before="from handlers.daily import",
    ),
    Edit(
        "handlers/timers.py",
        '    "stretch": TimerRoute(stretch.on_stretch_due, wall_clock=stretch.schedule),\n',
        before='    "chains": TimerRoute(',
    ),
    *words("staff.ftl", "stretch = Stretch.\n"),
)

SURVEY_FORM = '''"""A toy: how somebody is."""

from core.conversation.forms import Form, AnswerKind, Question
from core.conversation.step import StepOutcome, FormStep
from core.model import Dialogue
from handlers.forms import dialogues
from handlers.forms.form_behaviour import FormBehaviour, Interrupts
from handlers.turn import Turn

FORM = Form("survey", (Question("mood", AnswerKind.CHOICE, ("good", "bad")),), lambda values: "mood" in values)


async def on_survey_asked(turn: Turn, argument: str) -> None:
    """``/survey``"""
    await dialogues.ask_question(turn, SURVEY, await dialogues.begin(turn, SURVEY, turn.address.id))


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    turn.reply("survey-thanks", mood=str(dialogues.state_of(dialogue).answers["mood"].value))


SURVEY = FormBehaviour(
    FORM, "survey", Interrupts.EVERYBODYS, _keep, _on_changed, _on_ended, reviewed=False
)
'''
SURVEY_WORDS = """survey-mood = How are you?
survey-mood-short = Mood
survey-mood-good = Good
survey-mood-bad = Bad
survey-review = This is what you said:
survey-thanks = So you are { $mood }.
"""
FORM = (
    Edit("handlers/reporting/survey.py", SURVEY_FORM),
    Edit(
        "handlers/routes.py",
        "from handlers.reporting import survey\n",
        before="from handlers.routing import",
    ),
    Edit("handlers/routes.py", '    "survey": survey.SURVEY,\n', before='    "opening": opened_cases.'),
    Edit(
        "handlers/routes.py",
        '    "survey": Command(survey.on_survey_asked, Actor.ANYBODY, plain_text),\n',
        before='    "cases": Command(',
    ),
    Edit(
        "handlers/timers.py",
        '    "survey": TimerRoute(opened_cases.on_left),\n',
        before='    "wipe": TimerRoute(',
    ),
    *words("survey.ftl", SURVEY_WORDS),
    Edit("tests/dispatch/matrix.py", '    "survey": lambda t: "",\n', before='    "cases": lambda t'),
)
