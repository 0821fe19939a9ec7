"""How a recording is told: texts, names, expectations, and what a story has no words for."""

import ast
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.backstage.record import Beginning, Done, Log, Look, Somebody
from bot.backstage.story import tell
from bot.backstage.story_code import LINE, Call, literal, width
from bot.backstage.story_pieces import codes, is_stable, pieces
from bot.playground.bubbles import Button, ChatMessage
from tests.backstage.retold import linted

START = datetime(2018, 9, 17, 11, 30, 0, 400_000, tzinfo=UTC)
CITIZEN, BOT, CHANNEL = 17, 1, -100
PEOPLE = (Somebody(CITIZEN, "Made-up Aigerim", "kk"),)


def told(*entries: Look | Done, people: tuple[Somebody, ...] = PEOPLE, mark: int = 0) -> str:
    """The story of this."""
    log: Log = list(entries)
    return tell(Beginning(START, 'The "Bureau"', "en", CHANNEL, people, ()), log, mark)


def look(seconds: float, *shown: ChatMessage, quiet: bool = True, broken: bool = False) -> Look:
    """So many seconds after the beginning; what is new is in the citizen's chat."""
    return Look(START + timedelta(seconds=seconds), quiet, broken, tuple((CITIZEN, one) for one in shown))


def act(name: str, person: int = CITIZEN, answer: Any = None, **body: Any) -> Done:
    """Something that somebody did."""
    return Done(f"POST /people/{person}/{name}", body, answer or {})


def bubble(number: int, text: str, *labels: str, deleted: bool = False) -> ChatMessage:
    """A message of the bot with buttons, whose data has the message's number."""
    buttons = tuple((Button(label, f"does:{number}:{label}"),) for label in labels)
    return ChatMessage(number, True, BOT, text, START, buttons, deleted=deleted)


def body_of(story: str) -> list[str]:
    """The lines after the world was made."""
    lines = story.split("None:", 1)[1].splitlines()[1:]
    return [line.strip() for line in lines]


@given(some.one_of(some.text(), some.binary(), some.integers(), some.floats(-180, 180)))
@settings(max_examples=50)
def test_a_literal_is_the_value_again_in_printable_characters(value: object) -> None:
    source = literal(value)
    assert ast.literal_eval(source) == value
    assert source.isprintable()


@given(
    some.text("Қа '🏛", max_size=30),
    some.text(min_size=110, max_size=150),
    some.text(min_size=110, max_size=150),
)
@settings(max_examples=25, deadline=None)
def test_a_call_has_the_same_arguments_again(short: str, long: str, other: str) -> None:
    source = "async def story():\n" + str(Call("one.writes", (short, long, other)))
    tree = ast.parse(source)
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert strings == [long, other, short]
    assert all(width(line) <= LINE for line in source.splitlines())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Сіздің кодыңыз: алма терезе 42. Сақтап қойыңыз\nekinshi jol", ("Сіздің кодыңыз", "Сақтап қойыңыз")),
        ("⏳ 5 min since the report.", ("since the report",)),
        ("Case apple pear 42 · with Marat", ("Case", "with Marat")),
        ("Reported at 12:30", ("Reported at",)),
        ("17.09 12:30\n🚓", ()),
    ],
)
def test_pieces_are_what_does_not_change_from_run_to_run(text: str, expected: Sequence[str]) -> None:
    assert pieces(text) == expected
    assert all(piece in text for piece in pieces(text))


def test_of_a_changed_message_the_lines_that_are_new_are_expected() -> None:
    assert pieces("the head\n📍 Almaty\n3 persons\nurgent", "the head\n📍 Almaty\n2 persons") == ("urgent",)


def test_codes_are_found_among_other_words_and_a_label_with_one_is_not_stable() -> None:
    assert codes("Open apple pear 42, plum cherry 17; came at 12") == ["apple pear 42", "plum cherry 17"]
    assert not is_stable("Open apple pear 42")
    assert is_stable("✅ Take 1 · Almaty")


def test_time_passes_to_the_second_and_only_what_is_new_is_expected() -> None:
    story = told(
        look(0),
        act("write", text="one", answer={"message_id": 1}),
        look(2, bubble(2, "What happened?")),
        act("write", text="two", answer={"message_id": 3}),
        look(2.9, bubble(4, "Where?"), quiet=False),
        act("write", text="three", answer={"message_id": 5}),
        look(3700, bubble(6, "What happened?"), bubble(4, "Where was it?"), bubble(2, "x", deleted=True)),
    )
    assert body_of(story) == [
        'aigerim = await world.person("Made-up Aigerim", "kk")',
        'await aigerim.writes("one")',
        "await world.fast_forward(seconds=2)",
        'await aigerim.expects("What happened?")',
        'await aigerim.writes("two")',
        'await aigerim.writes("three")',
        "await world.fast_forward(hours=1, minutes=1, seconds=38)",
        'await aigerim.expects("Where was it?")',
    ]


def test_what_is_taken_away_is_expected_not_to_be_there() -> None:
    story = told(
        look(0, bubble(1, "A name")),
        act("write", text="hide"),
        look(1, bubble(1, "A name", deleted=True)),
    )
    assert body_of(story)[-1] == 'await aigerim.expects_nothing("A name")'


def test_what_was_done_before_the_recording_is_done_again_and_nothing_is_expected_of_it() -> None:
    story = told(
        look(0),
        act("write", text="earlier"),
        look(5, bubble(1, "the answer")),
        act("write", text="recorded"),
        look(6, bubble(2, "another answer")),
        mark=3,
    )
    before, after = story.split("# The recording began here.")
    assert 'writes("earlier")' in before
    assert "expects" not in before
    assert 'expects("another answer")' in after


def test_a_button_is_pressed_by_its_label_and_an_older_one_with_its_message() -> None:
    story = told(
        look(
            0,
            bubble(1, "first offer", "Take"),
            bubble(2, "second offer", "Take", "Open apple pear 42"),
            bubble(3, "plum cherry 17", "12:30", "plum cherry 17"),
        ),
        act("tap", message_id=2, data="does:2:Take"),
        look(0),
        act("tap", message_id=1, data="does:1:Take"),
        look(0),
        act("tap", message_id=2, data="does:2:Open apple pear 42"),
        act("tap", message_id=3, data="does:3:plum cherry 17"),
        act("tap", message_id=3, data="does:3:12:30"),
        look(0, bubble(1, "taken")),
        act("tap", message_id=1, data="does:1:Take"),
        look(0),
    )
    presses = [line for line in body_of(story) if "taps" in line or "#" in line]
    assert presses == [
        'await aigerim.taps("Take")',
        'await aigerim.taps("Take", await aigerim.expects("first offer"))',
        'await aigerim.taps("Open")',
        "await aigerim.taps(code_in((await aigerim.shown())[-1]))",
        "await aigerim.taps((await aigerim.shown())[-1].buttons[0][0].data)",
        "# Here was done what a story cannot tell: pressing a button that was not there any more.",
    ]


def test_a_kill_waits_for_what_was_seen_before_it_and_a_restart_is_one_word() -> None:
    story = told(
        look(0),
        act("write", text="seen"),
        look(1, bubble(1, "the answer"), quiet=False),
        Done("BOT kill", {}, {}),
        look(8),
        act("write", text="nobody is there"),
        look(8),
        Done("BOT start", {}, {}),
        look(9),
        Done("BOT stop", {}, {}),
        look(9),
        Done("BOT start", {}, {}),
        look(9),
    )
    assert body_of(story)[1:] == [
        'await aigerim.writes("seen")',
        "await world.fast_forward(seconds=1)",
        "await world.crash()",
        "await world.sleeps_through(seconds=7)",
        'await aigerim.writes("nobody is there")',
        "await world.start_bot()",
        "await world.fast_forward(seconds=1)",
        'await aigerim.expects("the answer")',
        "await world.restart()",
        "await world.settle()",
    ]


def test_names_are_variables_that_nothing_else_has() -> None:
    called = ("Made-up World", "Айгерім", "Made-up Class", "Made-up Ann", "Ann", "")
    people = tuple(Somebody(number, name, "kk") for number, name in enumerate(called, 1))
    story = told(look(0), *(act("block", person=one.id) for one in people), look(0), people=people)
    made = [line.split(" = ")[0] for line in body_of(story) if " = " in line]
    assert made == ["world2", "person", "person2", "ann", "ann2", "person3"]


def test_a_story_of_any_length_has_nothing_that_the_linter_would_say(tmp_path: Path) -> None:
    files = []
    for number in (1, 46, 47, 48, 49, 50, 200):
        acts = [act("write", text=f"word {one}") for one in range(number)]
        file = tmp_path / f"test_{number}.py"
        file.write_text(told(look(0), *acts, look(0)), encoding="utf-8")
        files.append(file)
    nasty = (
        "'" * 60 + '"' * 61 + "\\",
        "🏛️ " * 31,
        "🏛" * 200,
        "\u200b" * 50,
        "a" * 104,
        "word " * 21,
        "\n" * 90,
    )
    texts = [Done("POST /people/17/write", {"text": text}, {}) for text in nasty]
    wide = [
        act("file", kind="photo", content="AAECAwQF", caption="сурет " * number) for number in range(1, 20)
    ]
    (tmp_path / "test_nasty.py").write_text(told(look(0), *texts, *wide, look(0)), encoding="utf-8")
    assert linted(*files, tmp_path / "test_nasty.py") == ""


def test_what_is_done_at_the_same_time_is_not_waited_for_in_between() -> None:
    story = told(look(0), act("write", text="one"), act("write", text="two"), look(1))
    written = ['await aigerim.writes("one")', 'await aigerim.writes("two")']
    assert body_of(story)[1:] == [*written, "await world.fast_forward(seconds=1)"]


def test_somebody_whom_the_roster_got_is_a_member_who_presses_start() -> None:
    about = {"role": "coordinator", "languages": ["kk"], "cities": ["astana"], "phone": "+77000000101"}
    story = told(
        look(0),
        Done("ROSTER", {**about, "id": 90, "name": "Made-up Nurlan", "language": "kk"}, {}),
        act("start", person=90),
        look(0),
    )
    made = " ".join(body_of(story))
    assert 'nurlan = await world.member( "Made-up Nurlan", role="coordinator", languages=("kk",)' in made
    assert "started=False" in made
    assert "await nurlan.starts()" in made


def test_a_code_of_a_message_that_is_gone_is_read_off_what_was_there() -> None:
    people = (*PEOPLE, Somebody(18, "Made-up Timur", "ru"))
    story = told(
        look(0, bubble(1, "hello"), bubble(2, "Your code: apple pear 42")),
        act("write", text="/hide"),
        look(0, bubble(2, "Your code: apple pear 42", deleted=True)),
        act("write", person=18, text="apple pear 42"),
        look(0),
        people=people,
    )
    assert "await timur.writes(code_in((await aigerim.messages())[1]))" in body_of(story)


def test_a_phone_with_signal_is_typed_on_and_what_stands_before_a_choice_is_that_choice() -> None:
    question = bubble(2, "May we write to you?\n\nA Yes, you may · B No")
    people = (*PEOPLE, Somebody(CITIZEN + 1, "Made-up Azat", "kk", messenger="signal"))
    at = START + timedelta(seconds=2)
    story = told(
        look(1),
        act("write", CITIZEN + 1, text="police took him"),
        Look(at, True, False, ((CITIZEN + 1, question),)),
        act("write", CITIZEN + 1, text="A"),
        act("react", CITIZEN + 1, message_id=2, emoji="👍"),
        look(3),
        people=people,
    )
    assert "signal=True" in story
    lines = body_of(story)
    assert 'azat = world.on_signal("Made-up Azat")' in lines
    assert 'await azat.writes("police took him")' in lines
    assert 'await azat.expects("May we write to you?", "A Yes, you may · B No")' in lines
    assert 'await azat.chooses("Yes, you may")' in lines
    assert "# Here was done what a story cannot tell: react." in lines
    assert "aigerim" not in story
