"""Every question, option, problem and note has its words in the three languages, with the same variables."""

import ast
import itertools
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, visitor
from fluent.syntax import ast as ftl

import core
from core.conversation.forms import AnswerKind, Form
from core.conversation.quick_answers import MOMENTS, PEOPLE
from core.conversation.typed_shortcuts import TypedControl
from core.fluent_words import Words
from core.model import LANGUAGES
from core.resources.word_files import load_words
from handlers import routes
from handlers.forms.report_form import FORM

WORDS = load_words()
FORMS = tuple(follow.form for follow in routes.FORMS.values())
REVIEWED = {name for name, follow in routes.FORMS.items() if follow.reviewed}
ROOT = Path(core.__file__).parents[1]
GRAMMAR = {"form"}  # sex and number, which not every language says


class _Names(visitor.Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.messages.add(node.id.name)


def _variables(language: str) -> dict[str, set[str]]:
    """The values that each message needs, also through the messages that it quotes."""
    named = {}
    for path in sorted((ROOT / "core" / "words" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                named[entry.id.name] = _Names()
                named[entry.id.name].visit(entry)

    def needed(key: str) -> set[str]:
        return named[key].variables.union(*map(needed, named[key].messages))

    return {key: needed(key) for key in named}


# Files of words that no citizen reads.
OF_STAFF = ("staff", "digest", "watchman", "backstage", "holding")
VALUE = 60  # characters of a long value
OF_FILES = {"packet-readme"}  # texts that stand in a file of their own
TEXT = 700  # characters that leave room for buttons and the hotline on one screen of a phone


def _longest(pattern: ftl.Pattern, said: dict[str, ftl.Message]) -> int:
    """Characters of a text with its longest variants and long values."""

    def long(part: object) -> int:
        match part:
            case ftl.TextElement():
                return len(part.value)
            case ftl.Placeable():
                return long(part.expression)
            case ftl.SelectExpression():
                return max(_longest(variant.value, said) for variant in part.variants)
            case ftl.MessageReference() if (quoted := said[part.id.name].value) is not None:
                return _longest(quoted, said)
            case ftl.StringLiteral():
                return len(part.value)
            case _:
                return VALUE

    return sum(map(long, pattern.elements))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_for_citizens_fits_one_screen_of_a_phone(language: str) -> None:
    said = {
        entry.id.name: (path.stem, entry)
        for path in sorted((ROOT / "core" / "words" / language).glob("*.ftl"))
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body
        if isinstance(entry, ftl.Message)
    }
    messages = {key: entry for key, (_, entry) in said.items()}
    long = {
        key: length
        for key, (file, entry) in said.items()
        if file not in OF_STAFF and key not in OF_FILES and entry.value is not None
        if (length := _longest(entry.value, messages)) > TEXT
    }
    assert long == {}


@pytest.mark.slow
@pytest.mark.parametrize("other", [language for language in LANGUAGES if language != "ru"])
def test_a_language_says_everything_that_russian_says_with_the_same_values(other: str) -> None:
    said, russian = _variables(other), _variables("ru")
    assert said.keys() == russian.keys()
    assert {key: said[key] ^ russian[key] for key in said if (said[key] ^ russian[key]) - GRAMMAR} == {}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_question_and_option_of_a_form_has_its_words(form: Form) -> None:
    needed = {key for _, key in form.actions}
    if form.name in REVIEWED:
        needed.add(f"{form.key}-review")
    for question in (*form.questions, *((form.leaving,) if form.leaving else ())):
        needed |= {f"{form.key}-{question.name}", f"{form.key}-{question.name}-short"}
        needed |= {f"{form.key}-{question.name}-{option}" for option in question.options}
        if question.required:
            needed.add(f"{form.key}-{question.name}-required")
        if form.listens:  # a question is put once more in other words
            needed.add(f"{form.key}-{question.name}-again")
    for language in LANGUAGES:
        assert needed - WORDS.keys(language) == set()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_quick_answer_of_a_form_means_something(form: Form) -> None:
    tables = {AnswerKind.PEOPLE: set(PEOPLE), AnswerKind.MOMENT: set(MOMENTS)}
    for question in form.questions:
        if question.kind in tables:
            assert set(question.options) <= tables[question.kind]


def test_no_two_options_of_a_question_have_the_same_label() -> None:
    said = dict.fromkeys((q.name for q in FORM.questions if q.kind is AnswerKind.CHOICE), "other")
    for language, question in itertools.product(LANGUAGES, FORM.questions):
        labels = [WORDS.say(language, f"report-{question.name}-{o}", **said) for o in question.options]
        assert len(set(labels)) == len(labels)


@pytest.mark.slow
def test_every_key_that_the_engine_names_has_words() -> None:
    engine = [*(ROOT / "core").rglob("*.py"), ROOT / "handlers" / "forms" / "report_form.py"]
    named = {
        node.value
        for path in engine
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith(("problem-", "note-", "value-", "form-"))
        and not node.value.endswith("-")
    }
    assert len(named) > 40
    assert {key for key in named if not WORDS.has("ru", key)} == set()
    assert all(WORDS.has("ru", f"typed-{control}") for control in TypedControl)


def test_no_problem_or_note_is_without_a_user() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "core").rglob("*.py"))
    said = {key for key in WORDS.keys("ru") if key.startswith(("problem-", "note-", "value-"))}
    assert {key for key in said if f'"{key}"' not in code} == set()


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("ru", 1, "1 имя"),
        ("ru", 2, "2 имени"),
        ("ru", 11, "11 имён"),
        ("ru", 21, "21 имя"),
        ("kk", 1, "1 адамның аты"),
        ("kk", 5, "5 адамның аты"),
        ("en", 1, "1 name"),
        ("en", 21, "21 names"),
    ],
)
def test_plurals_are_right(language: str, number: int, expected: str) -> None:
    assert WORDS.say(language, "value-names", names=number) == expected


def test_a_missing_word_is_named_with_its_language() -> None:
    with pytest.raises(KeyError, match=r"no-such-key.*kk"):
        WORDS.say("kk", "no-such-key")


def test_a_missing_value_raises() -> None:
    with pytest.raises(ValueError, match=r"en: hotline.*number"):
        WORDS.say("en", "hotline")


@pytest.mark.slow
def test_every_message_can_be_read() -> None:
    load_words.__wrapped__().read_all()


@pytest.mark.parametrize("text", ["a = 1\na = 2\n", "a\nb = 1\n", "a = 1\nstray\n"])
def test_doubled_and_stray_words_are_refused_at_the_start(text: str) -> None:
    with pytest.raises(ValueError, match="en"):
        Words({"en": text})


@pytest.mark.parametrize("text", ["a = { $x\n", "a = 1\n[b] = 2", "b = { a }\na = { $x\n"])
def test_malformed_words_are_refused_when_they_are_read(text: str) -> None:
    with pytest.raises(ValueError, match="en"):
        Words({"en": text}).read_all()


def test_a_message_is_said_within_another() -> None:
    assert Words({"en": "a = ({ b })\nb = { c }!\nc = yes\n"}).say("en", "a") == "(yes!)"


def test_values_are_inserted_as_they_are_without_invisible_marks() -> None:
    words = Words({"en": "a = Hi { $name }\n"})
    assert words.say("en", "a", name="<b>*{ $x }_") == "Hi <b>*{ $x }_"


def test_nothing_that_anybody_said_is_kept_though_numbers_are() -> None:
    words = Words({"en": "found = { $name } was found\nleft = { $hours } hours\n"})
    before = words._counted.cache_info().currsize
    assert words.say("en", "found", name="Made-Up Name") == "Made-Up Name was found"
    assert words._counted.cache_info().currsize == before
    assert [words.say("en", "left", hours=n) for n in (1, 2, 1)] == ["1 hours", "2 hours", "1 hours"]
    assert words._counted.cache_info().hits == 1
