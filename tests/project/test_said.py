"""Every button that is drawn has its function, and every word that is asked for is there in all languages.

Nothing is run for this: a misspelt action or key is found though no story comes to it.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from bot.messengers.messenger import TELEGRAM_ABILITIES
from core.intake.decide import STAGES
from core.model import LANGUAGES
from core.resources.word_files import load_words
from core.vocabulary import outcome_key
from handlers import routes
from handlers.forms.form_behaviour import FormBehaviour
from handlers.permission import CHECKS, STRANGER
from tests.project.said import UNKNOWN, Said, constants, drawn, spoken
from tests.project.tree import ROOT, modules

WORDS = load_words()
KEYS = frozenset.intersection(*map(WORDS.keys, LANGUAGES))
NOT_SAID = frozenset({*(row.name for row in STAGES), "meant-kept"})  # names of what is done
FAMILIES = tuple({f"{key.partition('-')[0]}-" for key in KEYS if "-" in key})
SPEAKING = [path for path in modules() if path.parts[0] != "playground" or path.parts[1] == "host"]

# What cannot be read from the source. Whoever adds a line here says which test sees to it instead.
UNREAD = {
    "line.key",  # of the emergency card: tests.cli.test_emergency_card prints each
    "change.news",  # the table of core.casework.transitions: a text in one piece
    "outcome_key(o)",  # below
    "outcome_key(case.outcome or 'other')",
    "outcome_key(reporter_outcome(case.outcome))",
    "outcome_key(outcome)",
    """f"{field.key}{str(value).replace('_', '-')}\"""",  # the codebook: tests.casework.exporting says each
    "note.key",  # written where the note is made
    "problem.key",
    "step.problem.key",
    "MOMENT_PROBLEMS[checked.problem]",  # texts in one piece
    "AHEAD_PROBLEMS[found]",
    "service.who_reads(messenger, 'card-draft')",  # and -sealed: tests.casework.typed_input.test_typed_choices
    "KINDS[kind].option_key(value)",  # of claims about a source: tests.casework.casework.test_verifying says each
    "KINDS[RANG_BACK].option_key(str(call.value))",
    "KINDS['link'].option_key(str(said[-1].value))",
    "KINDS[RELIABILITY].option_key(grade)",
    "KINDS[asks].option_key(option)",  # tests.papers.test_fields
    "found.key",  # in one piece each: storage.verifying
    "finding.key",  # likewise
    "means",  # the table of bot.cli.check_telegram: texts in one piece
    "route.unknown",
    "_refusal(route, route.stranger if refusal == permission.STRANGER else refusal)",
    "_refusal(route, refusal)",  # the tables of handlers.permission and the rows of routes: below
    "key",  # the actions of a form: below
    "data",
    "button_data(form.name, 'consent', answer)",  # tests.casework: test_every_writer_is_answered, test_practice
    "NEWS_OF_THE_WAY[action]",  # tests.casework.reporting.test_every_writer_is_answered reads both
    "button_data(FORM.name, 'consent', YES)",  # tests.casework.casework.test_name_consents presses it
    "button_data(FORM.name, SITUATION, who)",  # tests.casework.reporting: test_asked_whether_somebody_is_held
    "HIDE",  # an action of the report's form, likewise
    "f'{action}:{person}'",  # begin and send: tests.casework.proceedings and tests.casework.interventions press them
    "b[1]",  # a button that comes back from the outbox
    "button_data(self.form.name, question, value)",  # tests.conversation taps them
}


@cache
def found(read: Callable[[str, str], Iterator[Said]]) -> list[Said]:
    """What this reads in all modules that show something to people."""
    return [
        said for path in SPEAKING for said in read((ROOT / path).read_text(encoding="utf-8"), path.as_posix())
    ]


def unknown(what: list[Said], known: frozenset[str]) -> list[Said]:
    """Those that are none of what is known, and that can be read."""
    return [said for said in what if said.text.strip(UNKNOWN) and not said.is_one_of(known)]


def looks_like_a_key(said: Said) -> bool:
    """Whether a text in one piece begins as word keys do."""
    return said.text.startswith(FAMILIES) and re.fullmatch(r"[a-z]+(-[a-z]+)+", said.text) is not None


def longer(text: str) -> set[str]:
    """The keys that it ends."""
    return {f"operator-{text}", f"everyday-{text}"}


def test_every_button_that_is_drawn_has_its_function_and_every_function_a_button() -> None:
    actions = frozenset(routes.BUTTONS)
    buttons = found(drawn)
    of_forms = {data.partition(":")[0] for follow in routes.FORMS.values() for data, _ in follow.form.actions}
    assert unknown(buttons, actions) == []
    assert of_forms <= actions
    assert actions - {said.text for said in buttons} - of_forms == set()


def test_every_word_that_is_asked_for_is_there_in_every_language() -> None:
    asked = found(spoken)
    assert unknown(asked, KEYS) == []
    assert len(asked) > 300
    assert [key for f in routes.FORMS.values() for _, key in f.form.actions if key not in KEYS] == []


def test_every_text_in_one_piece_that_looks_like_a_word_key_is_one() -> None:
    texts = [said for said in found(constants) if looks_like_a_key(said)]
    asked_otherwise = {said.where for said in found(spoken)}  # where a beginning is added to them
    wrong = [
        said
        for said in unknown(texts, KEYS)
        if said.where not in asked_otherwise and said.text not in NOT_SAID and not KEYS & longer(said.text)
    ]
    assert wrong == []
    assert len(texts) > 200


def test_what_cannot_be_read_is_known() -> None:
    unread = {said.code for said in (*found(drawn), *found(spoken)) if not said.text.strip(UNKNOWN)}
    assert unread == UNREAD


def test_every_answer_to_whoever_may_not_has_its_words() -> None:
    rows = (*routes.BUTTONS.values(), *routes.COMMANDS.values())
    answers = {answer for checks in CHECKS.values() for _, answer in checks}
    answers |= {answer for row in rows for answer in (row.stranger, row.unknown, *row.refused.values())}
    assert answers - {STRANGER} - KEYS == set()


@pytest.mark.parametrize("outcome", ["released", "false_alarm", "other"])
def test_an_outcome_has_its_words(outcome: str) -> None:
    assert outcome_key(outcome) in KEYS


@pytest.mark.parametrize("follow", routes.FORMS.values(), ids=routes.FORMS)
def test_what_the_buttons_of_a_form_carry_fits_into_them(follow: FormBehaviour) -> None:
    names = [question.name for question in follow.form.questions]
    options = [option for question in follow.form.questions for option in (*question.options, "!confirm")]
    longest = f"{follow.form.name}/{max(names, key=len)}:+{max(options, key=len)}"
    assert len(longest.encode()) <= TELEGRAM_ABILITIES.press


ACTIONS = frozenset({"accept", "mute", "unmute"})
WRONG_BUTTONS = [
    'Button("x", f"acept:{case.id}")',
    'Button("x", data="acept")',
    'Button(turn.say("a"), f"acept:{found.id}", Style.SUCCESS)',
    'action = "mute" if on else "unmut"\nButton("x", f"{action}:{case.id}")',
    'for action in ("mute", "unmut"):\n    Button("x", f"{action}:1")',
]
WRONG_WORDS = [
    'turn.reply("case-unkown")',
    'turn.say("bland" if x else "blnd")',
    'turn.reply_in_place("muted-", code=code)',
    'stub(service, language, "case-not-yors")',
    'await administrators.tell(tx, service, "operater-card", card="1")',
    'await news.tell(tx, service, case, "news-acepted")',
    'await self._operator.tell("storrage", error="x")',
    'await self._operator.mended("strage")',
    'service.words.say(language, f"sitation-{case.situation}")',
    'Problem("problem-fil-big")',
    'for part in ("hello", "seez"):\n    turn.say(f"start-{part}")',
    'def tell(turn, wrong):\n    key = "bland" if wrong else "blnd"\n    turn.reply(key)',
]


@pytest.mark.parametrize("source", WRONG_BUTTONS)
def test_a_misspelt_action_is_found(source: str) -> None:
    assert unknown(list(drawn(source, "toy.py")), ACTIONS) != []


@pytest.mark.parametrize("source", WRONG_WORDS)
def test_a_misspelt_word_is_found(source: str) -> None:
    assert unknown(list(spoken(source, "toy.py")), KEYS) != []


def test_a_misspelt_word_in_a_table_is_found() -> None:
    table = list(constants('NEWS = {"x": "news-acepted"}', "toy.py"))
    assert [said.text for said in unknown(table, KEYS) if looks_like_a_key(said)] == ["news-acepted"]


def test_what_is_spelt_rightly_is_not_found() -> None:
    source = 'Button("x", f"{mute if on else action}:1")\nturn.reply("bland")\nturn.say(f"act-{act}")'
    assert unknown(list(drawn(source, "toy.py")), ACTIONS) == []
    assert unknown(list(spoken(source, "toy.py")), KEYS) == []
