"""A person in the report form, saved and reloaded between all steps, as in the database."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.casework.claims import Claim, SourceKind
from bot.core.casework.describe import CaseView, describe
from bot.core.conversation.context import Setting
from bot.core.conversation.events import Event
from bot.core.conversation.forms import (
    Answers,
    State,
    answers_from_data,
    answers_to_data,
    applying,
    current,
    facts,
)
from bot.core.conversation.input import understand
from bot.core.conversation.screen import present, present_step
from bot.core.conversation.step import Outcome, Step, step
from bot.core.incoming import File, Incoming, Kind, Location, SharedContact
from bot.core.model import LANGUAGES
from bot.core.presentation import Presentation, units
from bot.core.values import Value
from bot.messengers.abilities import TELEGRAM
from bot.resources.heard import load_heard
from bot.resources.names import load_names
from bot.resources.places import load_gazetteer
from bot.resources.words import load_words
from handlers.casework.sayings import Saying, sayings
from handlers.forms.report import FORM

SETTING = Setting(
    load_words(), load_heard(), load_names(), load_gazetteer("kz"), ZoneInfo("Asia/Almaty"), "KZ", TELEGRAM
)
START = datetime(2018, 9, 18, 6, 30, tzinfo=UTC)  # 12:30 in Almaty


@dataclass
class Person:
    """Somebody who writes and taps; every answer is checked to be drawable in all languages."""

    language: str = "ru"
    state: State = field(default_factory=State)
    now: datetime = START
    entry: int = 0
    last: Step | None = None

    @property
    def question(self) -> str | None:
        """The question that stands; None is the review."""
        question = current(FORM, self.state)
        return question.name if question is not None else None

    @property
    def facts(self) -> dict[str, Value]:
        return facts(FORM, self.state.answers)

    @property
    def view(self) -> CaseView:
        """What would be true of a case that this person alone has reported."""
        return describe(claims_of(applying(FORM, self.state.answers)), START)

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
    def outcome(self) -> Outcome:
        assert self.last is not None
        return self.last.outcome

    def writes(self, text: str) -> "Person":
        return self.sends(text=text)

    def taps(self, data: str) -> "Person":
        return self.sends(kind=Kind.TAP, data=data)

    def edits(self, entry: int, text: str) -> "Person":
        return self.sends(kind=Kind.EDITED, text=text, corrects=entry)

    def shares(self, latitude: float, longitude: float) -> "Person":
        return self.sends(location=Location(latitude, longitude))

    def sends_contact(self, phone: str, user: str | None) -> "Person":
        return self.sends(contact=SharedContact(phone, "Айгуль", user))

    def sends_file(self, file: File, text: str = "") -> "Person":
        return self.sends(file=file, text=text)

    def sends(self, kind: Kind = Kind.MESSAGE, corrects: int | None = None, **what: object) -> "Person":
        return self.does(self.understood(kind, corrects, **what))

    def hears(self, text: str) -> Event:
        """The event of a text, without following it."""
        return self.understood(Kind.MESSAGE, None, text=text)

    def understood(self, kind: Kind, corrects: int | None, **what: object) -> Event:
        incoming = Incoming("telegram", kind, "7", "7", "private", **what)  # type: ignore[arg-type]
        return understand(
            incoming, FORM, self.state, SETTING, now=self.now, language=self.language, corrects=corrects
        )

    def does(self, event: Event) -> "Person":
        """One event, and everything is saved and read back."""
        self.entry += 1
        self.now += timedelta(seconds=5)
        self.last = step(FORM, self.state, event, self.now, self.entry)
        saved = json.loads(json.dumps(answers_to_data(self.last.state.answers)))
        self.state = State(answers_from_data(saved), self.last.state.revisiting, self.last.state.unanswered)
        assert self.state == self.last.state
        for language in LANGUAGES:
            check(present_step(FORM, self.last, language, SETTING))
            check(present(FORM, self.state, language, SETTING))
        return self


def check(shown: Presentation) -> None:
    """A messenger can draw it."""
    assert shown.text.strip()
    assert units(shown.text) <= TELEGRAM.text
    buttons = [button for row in shown.rows for button in row]
    assert all(0 < len(button.data.encode()) <= TELEGRAM.press and button.label.strip() for button in buttons)
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
