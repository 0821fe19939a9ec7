"""What a person is shown at a state of a form: text and buttons, before any messenger draws them.

First what was noted or went wrong, then the question, its help, its options, the acts (back, skip, cancel) and the
form's own actions. With no question left: the review, in which known values are said in a few words. Names are never echoed,
only counted; of a phone number the last two digits are shown; where exactly it is, as it was typed.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cache, cached_property
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from msgspec.structs import replace

from core.conversation.context import Setting, zone_of_answers
from core.conversation.events import Note, Problem
from core.conversation.forms import (
    ECHOED,
    IN_WORDS,
    NOTHING_KNOWN,
    UNLABELLED,
    WHEREVER,
    Answer,
    AnswerKind,
    Answers,
    AnswerSource,
    Form,
    FormState,
    Question,
    applicable_questions,
    applying_answers,
    current_question,
    is_left,
    values_of,
)
from core.conversation.keyboard import BACK, CANCEL, CONFIRM, EDIT, SHARED, Keyboard, lay_out_buttons
from core.conversation.step import REVIEW, FormStep
from core.conversation.typed_shortcuts import choice_variables
from core.folding import inert_line
from core.presentation import Button, Presentation, Style
from core.understanding import ContactProblem, understand_contact
from core.understanding.names import find_names
from core.values import (
    Call,
    Consent,
    Contact,
    CountKind,
    Hearing,
    Intervention,
    Moment,
    People,
    Place,
    Precision,
    Proceeding,
    Texts,
    Value,
)

PARTS = ((6, "night"), (12, "morning"), (18, "afternoon"), (24, "evening"))  # each until that hour
SHOWN_DIGITS = 2
SHOWN_SPOT = 80  # characters


def say_value(
    form: Form, question: Question, value: Value | None, answers: Answers, *, language: str, setting: Setting
) -> str:
    """The value of an answer for a reader of that language; None is a skipped one."""
    words = setting.words
    match value:
        case None:
            return words.say(language, "value-skipped")
        case Place():
            return say_place(value, language, setting)
        case People():
            return say_people(value, language, setting)
        case Moment():
            return say_moment(value, language, setting, zone_of_answers(answers, setting))
        case Contact():
            return _say_contact(value, language, setting)
        case (
            Proceeding() | Hearing() | Call() | Intervention() | Texts()
        ):  # claims hold these, no answer does
            return words.say(language, "value-words")
        case Consent():  # the same
            return words.say(language, f"{form.key}-{question.name}-{value.answer}")
        case tuple() if question.kind is AnswerKind.FILE:
            return words.say(language, "value-files", files=len(value))
        case tuple():
            said = choice_variables(form, answers)
            labels = [words.say(language, f"{form.key}-{question.name}-{o}", **said) for o in value]
            return ", ".join(labels) or words.say(language, "value-none")
        case str() if question.kind is AnswerKind.COURT:
            return inert_line(value)
        case str() if question.kind in WHEREVER and value:
            return _say_spot(value, language, setting)
        case str() if question.kind in IN_WORDS:
            return words.say(language, "value-words")
        case str():
            said = choice_variables(form, answers)
            return words.say(language, f"{form.key}-{question.name}-{value}", **said)


def say_place(place: Place, language: str, setting: Setting) -> str:
    """City and district from the gazetteer, or the region; never the person's own words."""
    if place.unknown:
        return setting.words.say(language, "value-place-unknown")
    names = [
        setting.gazetteer.name(id, language) for id in (place.city or place.region, place.district) if id
    ]
    if not names:
        return setting.words.say(language, "value-place-outside")
    said = ", ".join(names)
    return said if place.latitude is None else setting.words.say(language, "value-place-point", place=said)


def say_people(people: People, language: str, setting: Setting) -> str:
    """How many; of names only their number."""
    words = setting.words
    parts = []
    if people.names:
        parts.append(words.say(language, "value-names", names=len(people.names)))
    if people.count is not None and people.count != len(people.names):
        parts.append(
            words.say(
                language, "value-count", kind=people.kind.value, count=people.count, named=len(people.names)
            )
        )
    elif people.kind is CountKind.SEVERAL:
        parts.append(words.say(language, "value-several"))
    if people.withheld:
        parts.append(words.say(language, "value-withheld"))
    return ", ".join(parts) or words.say(language, "value-unknown")


def say_moment(moment: Moment, language: str, setting: Setting, zone: ZoneInfo) -> str:
    """As finely as it is known, in the place's zone."""
    words = setting.words
    if moment.at is None:
        return words.say(language, "value-words" if moment.words else "value-unknown")
    local = moment.at.astimezone(zone)
    day, time = _day(local, language), format_time(local, "HH:mm", locale=_locale(language))
    match moment.precision:
        case Precision.MINUTE:
            return words.say(language, "value-moment-minute", day=day, time=time)
        case Precision.HOUR:
            return words.say(language, "value-moment-hour", day=day, time=time)
        case Precision.PART:
            part = next(name for until, name in PARTS if local.hour < until)
            return words.say(language, "value-moment-part", day=day, part=part)
        case Precision.MONTH:
            return str(format_date(local, "LLLL y", locale=_locale(language)))
        case Precision.YEAR:
            return str(local.year)
        case _:
            return day


def _day(local: datetime, language: str) -> str:
    return str(format_date(local, "d MMMM y", locale=_locale(language)))


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


def _say_spot(value: str, language: str, setting: Setting) -> str:
    """As it was typed, so that what was taken for a place by mistake is noticed; unless it names somebody or has a number to
    ring.
    """
    heard, region = setting.heard, setting.region
    read = understand_contact(value, heard, region)
    if find_names(value, setting.names) or (not isinstance(read, ContactProblem) and read.phone):
        return setting.words.say(language, "value-words")
    return f"«{inert_line(value[:SHOWN_SPOT])}»"


def _say_contact(contact: Contact, language: str, setting: Setting) -> str:
    if contact.phone:
        return setting.words.say(language, "value-contact", last=contact.phone[-SHOWN_DIGITS:])
    return setting.words.say(language, "value-words" if contact.words else "value-none")


ON_CARD = frozenset({"note-understood", "note-kept"})  # the card says as much by itself


def present_state(
    form: Form,
    state: FormState,
    language: str,
    setting: Setting,
    *,
    notes: Iterable[Note] = (),
    problem: Problem | None = None,
) -> Presentation:
    """The message for a state, opened by the notes and the problem of the step that led there."""
    screen = _Screen(form, state, language, setting)
    opening = [screen.note(note) for note in notes]
    if problem is not None:
        opening.append(screen.note(Note(problem.key, problem.values)))
    question = current_question(form, state)
    body, rows = screen.review() if question is None else screen.question(question, problem)
    text = "\n".join(opening) + "\n\n" + body if opening else body
    return Presentation(text, tuple(tuple(row) for row in rows if row))


def present_card(
    form: Form,
    state: FormState,
    language: str,
    setting: Setting,
    happens: str = "",
    since: datetime | None = None,
) -> Presentation:
    """One message: what we have (``since``: only what came from then on, UTC), what ``happens`` now, and what is asked, if
    anything still is.
    """
    screen = _Screen(form, state, language, setting)
    question = current_question(form, state)
    if state.listening and question is not None:
        body, rows = screen.listening(question)
    else:
        body, rows = screen.review() if question is None else screen.question(question, None)
    has = screen.known(since) if question is not None else ""
    if state.listening and has:
        body = ""  # what was taken says enough
    text = "\n".join(filter(None, (has, happens)))
    return Presentation("\n\n".join(filter(None, (text, body))), tuple(tuple(row) for row in rows if row))


def present_known(
    form: Form,
    state: FormState,
    language: str,
    setting: Setting,
    happens: str = "",
    since: datetime | None = None,
) -> Presentation:
    """The same when nothing is asked any more."""
    known = _Screen(form, state, language, setting).known(since)
    return Presentation("\n".join(filter(None, (known, happens))))


def present_step(form: Form, step: FormStep, language: str, setting: Setting) -> Presentation:
    """The message after a step that goes on: the sharing button where it was wanted, else the state."""
    if step.share is not None:
        question = form.question(step.share)
        if question is not None and question.kind in SHARED:
            return present_request(question, language, setting)
    return present_state(form, step.state, language, setting, notes=step.notes, problem=step.problem)


def present_problem(form: Form, step: FormStep, language: str, setting: Setting) -> Presentation:
    """What could not be used, with what may have been meant as buttons, and what is worth saying beside the card."""
    question = current_question(form, step.state)
    offers = step.problem.offers if step.problem is not None else ()
    rows: list[list[Button]] = []
    if question is not None and question.kind is AnswerKind.PLACE and offers:
        rows = lay_out_buttons(_Screen(form, step.state, language, setting).places(question, offers))
    beside = tuple(note for note in step.notes if note.key not in ON_CARD)
    text = present_notes(form, replace(step, notes=beside), language, setting)
    return Presentation(text, tuple(tuple(row) for row in rows))


def present_notes(form: Form, step: FormStep, language: str, setting: Setting) -> str:
    """Only what was noted or went wrong, for who is asked nothing more; empty if there is nothing to say."""
    screen = _Screen(form, step.state, language, setting)
    problem = () if step.problem is None else (Note(step.problem.key, step.problem.values),)
    return "\n".join(screen.note(note) for note in (*step.notes, *problem))


def present_request(question: Question, language: str, setting: Setting) -> Presentation:
    """The message with the button that shares a location or a contact. Raises KeyError at other kinds of question."""
    name, request = SHARED[question.kind]
    text = setting.words.say(language, f"form-share-{name}-text")
    return Presentation(
        text, request=request, request_label=setting.words.say(language, f"form-share-{name}")
    )


class _Screen(Keyboard):
    """One state in one language, in words and buttons."""

    @cached_property
    def applying(self) -> dict[str, Answer]:
        """The answers to questions that apply."""
        return applying_answers(self.form, self.state.answers)

    def value(self, question: Question, value: Value | None) -> str:
        """A known value in a few words."""
        answers = self.state.answers
        return say_value(self.form, question, value, answers, language=self.language, setting=self.setting)

    def put_right(self, question: Question, value: Value | None) -> str:
        """The same, behind what it was before words put it right."""
        answer = self.state.answers.get(question.name)
        if answer is None or answer.was is None or answer.value != value:
            return self.value(question, value)
        return f"{self.value(question, answer.was)} → {self.value(question, value)}"

    def note(self, note: Note) -> str:
        """A note whose values are answers says them together, as ``what``; numbers keep their names."""
        numbers = {name: value for name, value in note.values.items() if isinstance(value, int)}
        said = [
            self.put_right(question, value)
            if question.kind in UNLABELLED
            else f"{self.of(question, '-short')}: {self.put_right(question, value)}"
            for name, value in note.values.items()
            if not isinstance(value, int) and (question := self.form.question(name)) is not None
        ]
        return self.words(note.key, **numbers, **({"what": "; ".join(said)} if said else {}))

    def question(self, question: Question, problem: Problem | None) -> tuple[str, list[list[Button]]]:
        lines = [self.of(question)]
        help_key = f"{self.form.key}-{question.name}-help"
        if self.state.unanswered and self.form.listens:
            lines = [self.of(question, "-again")]
        elif self.setting.words.has(self.language, help_key):
            lines.append(self.of(question, "-help"))
        if question == self.form.leaving:
            return lines[0], lay_out_buttons(self.options(question))
        answers = self.state.answers
        left = sum(is_left(q, answers) for q in applicable_questions(self.form, answers))
        if left and self.form.enough(values_of(self.applying)):
            lines.append(self.words("form-left", left=left))
        offers = (
            []
            if problem is None or question.kind is not AnswerKind.PLACE
            else self.places(question, problem.offers)
        )
        offered = {button.data for button in offers}
        rows = [
            *lay_out_buttons(offers),
            *lay_out_buttons([button for button in self.options(question) if button.data not in offered]),
            *self.sharing(question),
            self.acts(question),
            self.actions(),
        ]
        return "\n".join(lines), rows

    def known(self, since: datetime | None = None) -> str:
        """What we have, so that a misread place or hour is noticed: of names how many, of numbers the last digits."""
        values = {
            name: answer.value
            for name, answer in self.applying.items()
            if answer.value is not None
            and (since is None or answer.at >= since)
            and answer.value not in NOTHING_KNOWN
            and (question := self.form.question(name)) is not None
            and question.kind not in (AnswerKind.FILE, *IN_WORDS - ECHOED)
            and answer.source is not AnswerSource.IMPLIED
            and (
                answer.was is not None
                or (
                    not (
                        question.required and question.kind is AnswerKind.CHOICE
                    )  # who is held is asked otherwise
                    and (
                        question.kind in (*ECHOED, AnswerKind.CONSENT)
                        or answer.source in (AnswerSource.WORDS, AnswerSource.TYPED)
                    )
                )
            )
        }
        return self.note(Note("note-understood", values)) if values else ""

    def listening(self, question: Question) -> tuple[str, list[list[Button]]]:
        """No question any more, and one button that has them asked after all."""
        ask = self.button(self.words("form-ask-me"), question.name, EDIT)
        return self.words("form-listening"), [[ask], self.actions()]

    def review(self) -> tuple[str, list[list[Button]]]:
        lines, edits = [self.words(f"{self.form.key}-{REVIEW}")], []
        for question in applicable_questions(self.form, self.state.answers):
            answer = self.state.answers.get(question.name)
            value = self.value(question, None if answer is None else answer.value)
            short = self.of(question, "-short")
            lines.append(f"{short}: {value}")
            edits.append(self.button(short, question.name, EDIT))
        confirm = self.button(self.words("form-confirm"), REVIEW, CONFIRM, Style.SUCCESS)
        last = [
            self.button(self.words(f"form-{n}"), REVIEW, v) for n, v in (("back", BACK), ("cancel", CANCEL))
        ]
        return "\n".join(lines), [[confirm], *lay_out_buttons(edits), last, self.actions()]
