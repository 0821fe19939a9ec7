"""A person in the report form, saved and reloaded between all steps, as in the database."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.messengers.messenger import TELEGRAM_ABILITIES
from core.casework.case_view import CaseView, view_case
from core.casework.claims import Claim, SourceKind
from core.conversation.context import Setting
from core.conversation.events import FormEvent
from core.conversation.forms import (
    Answers,
    FormState,
    answers_from_data,
    answers_to_data,
    applying_answers,
    current_question,
    form_facts,
)
from core.conversation.input import understand_input
from core.conversation.screen import present_state, present_step
from core.conversation.step import FormStep, StepOutcome, take_step
from core.incoming import File, Incoming, IncomingKind, Location, SharedContact
from core.model import LANGUAGES
from core.presentation import Presentation, utf16_length
from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard, load_words
from core.values import Value
from handlers.casework.report_claims import Saying, sayings
from handlers.forms.report_form import FORM

SETTING = Setting(
    load_words(),
    load_heard(),
    load_evidence(),
    load_names(),
    load_gazetteer("kz"),
    ZoneInfo("Asia/Almaty"),
    "KZ",
    TELEGRAM_ABILITIES,
)
START = datetime(2018, 9, 18, 6, 30, tzinfo=UTC)  # 12:30 in Almaty


@dataclass
class Person:
    """Somebody who writes and taps; every answer is checked to be drawable in all languages."""

    language: str = "ru"
    state: FormState = field(default_factory=FormState)
    now: datetime = START
    entry: int = 0
    last: FormStep | None = None

    @property
    def question(self) -> str | None:
        """The question that stands; None is the review."""
        question = current_question(FORM, self.state)
        return question.name if question is not None else None

    @property
    def facts(self) -> dict[str, Value]:
        return form_facts(FORM, self.state.answers)

    @property
    def view(self) -> CaseView:
        """What would be true of a case that this person alone has reported."""
        return view_case(claims_of(applying_answers(FORM, self.state.answers)), START)

    @property
    def shown(self) -> Presentation:
        """What the person sees now."""
        assert self.last is not None
        return present_step(FORM, self.last, self.language, SETTING)

    @property
    def problem(self) -> str | None:
        assert self.last is not None
        return self.last.problem.key if self.last.problem is not None else None

    @property
    def notes(self) -> list[str]:
        assert self.last is not None
        return [note.key for note in self.last.notes]

    @property
    def outcome(self) -> StepOutcome:
        assert self.last is not None
        return self.last.outcome

    def writes(self, text: str) -> "Person":
        return self.sends(text=text)

    def taps(self, data: str) -> "Person":
        return self.sends(kind=IncomingKind.TAP, data=data)

    def edits(self, entry: int, text: str) -> "Person":
        return self.sends(kind=IncomingKind.EDITED, text=text, corrects=entry)

    def shares(self, latitude: float, longitude: float) -> "Person":
        return self.sends(location=Location(latitude, longitude))

    def sends_contact(self, phone: str, user: str | None) -> "Person":
        return self.sends(contact=SharedContact(phone, "Айгуль", user))

    def sends_file(self, file: File, text: str = "") -> "Person":
        return self.sends(file=file, text=text)

    def sends(
        self, kind: IncomingKind = IncomingKind.MESSAGE, corrects: int | None = None, **what: object
    ) -> "Person":
        return self.does(self.understood(kind, corrects, **what))

    def hears(self, text: str) -> FormEvent:
        """The event of a text, without following it."""
        return self.understood(IncomingKind.MESSAGE, None, text=text)

    def understood(self, kind: IncomingKind, corrects: int | None, **what: object) -> FormEvent:
        incoming = Incoming("telegram", kind, "7", "7", "private", **what)  # type: ignore[arg-type]
        return understand_input(
            incoming, FORM, self.state, SETTING, now=self.now, language=self.language, corrects=corrects
        )

    def does(self, event: FormEvent) -> "Person":
        """One event, and everything is saved and read back."""
        self.entry += 1
        self.now += timedelta(seconds=5)
        self.last = take_step(FORM, self.state, event, self.now, self.entry)
        saved = json.loads(json.dumps(answers_to_data(self.last.state.answers)))
        self.state = FormState(
            answers_from_data(saved), self.last.state.revisiting, self.last.state.unanswered
        )
        assert self.state == self.last.state
        for language in LANGUAGES:
            check(present_step(FORM, self.last, language, SETTING))
            check(present_state(FORM, self.state, language, SETTING))
        return self


def check(shown: Presentation) -> None:
    """A messenger can draw it."""
    assert shown.text.strip()
    assert utf16_length(shown.text) <= TELEGRAM_ABILITIES.text
    buttons = [button for row in shown.rows for button in row]
    assert all(
        0 < len(button.data.encode()) <= TELEGRAM_ABILITIES.press and button.label.strip()
        for button in buttons
    )
    assert len({button.data for button in buttons}) == len(buttons)
    assert all(len(row) <= 8 for row in shown.rows)
    assert len(buttons) <= 100


def claims_of(answers: Answers) -> list[Claim]:
    """What a report with these answers claims."""
    return [_claim(number, said) for number, said in enumerate(sayings(answers), 1)]


def _claim(number: int, said: Saying) -> Claim:
    person = number if said.name is not None else None
    return Claim(
        number,
        None,
        1,
        said.kind,
        said.value,
        SourceKind.REPORT,
        1,
        START,
        said.certainty,
        person,
        said.at,
        said.precision,
    )
