"""What the breaker does to code, and that a break reaches the function that runs."""

import ast
import json
import signal
from collections.abc import Iterator
from math import inf
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.mutants import __main__ as mutants
from tests.mutants.breaks import breaks_of
from tests.mutants.children import LONGEST, on_all_cores, wait_so_long
from tests.mutants.lot import lot
from tests.mutants.passing import Passing
from tests.mutants.running import Outcome, Patient, first_failing, outcome_of, replace_code
from tests.mutants.speaking import in_turns, spoken_of, words

CODE = '''
KINDS = ("a", "b")

def f(x: int, *, loud: bool = False) -> str:
    """Says."""
    said = []
    if x > 3 and not loud:
        return "few"
    said.append(g(x, state=State.OPEN))
    return said
'''


def whats() -> set[str]:
    return {one.what for one in breaks_of(ast.parse(CODE), {"State": ["OPEN", "CLOSED"]})}


def test_statements_conditions_values_and_parts_are_broken_and_words_are_left() -> None:
    assert whats() == {
        "('a', 'b') without 'a'",
        "('a', 'b') without 'b'",
        "True for False",
        "x > 3 and (not loud) without x > 3",
        "x > 3 and (not loud) without not loud",
        "x <= 3 for x > 3",
        "x >= 3 for x > 3",
        "4 for 3",
        "loud for not loud",
        "not loud",
        "without return 'few'",
        "without said.append(g(x, state=State.OPEN))",
        "g(x, state=State.OPEN) without state=State.OPEN",
        "State.CLOSED for State.OPEN",
    }


def test_every_break_changes_the_code_and_is_taken_back() -> None:
    tree = ast.parse(CODE)
    before = ast.dump(tree)
    for one in breaks_of(tree, {}):
        back = one.apply()
        assert ast.dump(tree) != before
        compile(tree, "code", "exec")
        back()
        assert ast.dump(tree) == before


def test_broken_code_runs_in_place_of_the_function_that_others_hold() -> None:
    module = ModuleType("made")
    exec("def f(): return 1", module.__dict__)
    held = module.f
    replace_code(module, compile("def f(): return 2", "made", "exec"), "f")
    assert held() == 2
    within = "def f():\n def g(): return 3\n return g()"
    replace_code(module, compile(within, "made", "exec"), "f.g")  # and of one that stands in another
    assert held() == 3


def test_every_test_has_the_whole_time_however_long_those_before_it_took() -> None:
    wait_so_long(LONGEST / 10)
    Patient().pytest_runtest_setup()
    left, _ = signal.setitimer(signal.ITIMER_PROF, 0)
    signal.alarm(0)
    assert left > LONGEST / 2


@pytest.mark.slow
def test_every_job_is_done_once_by_all_cores_together_and_what_each_found_comes_back() -> None:
    said = on_all_cores(lambda part: ",".join(map(str, part)), range(9))
    assert sorted(int(number) for part in said for number in part.split(",")) == [*range(9)]


def test_a_process_that_dies_is_not_taken_for_one_that_has_done_its_work() -> None:
    with pytest.raises(RuntimeError, match="before its work was done"):
        on_all_cores(lambda part: str(1 // 0), [1])


def test_what_the_tests_pass_is_known_again_while_nothing_changes(tmp_path: Path) -> None:
    file = tmp_path / "passing"
    passed = {"test_slow": [1, 2, 3], "test_fast": [2, 3], "test_other": []}
    took = {"test_slow": 3, "test_fast": 0.5, "test_other": 0.1}
    found = (json.dumps([test, {"life.py": lines}, took[test]]) for test, lines in passed.items())
    file.write_text("\n".join(["digest", *found]))
    passing = Passing(file, "digest", ["life.py"])
    assert [passing.passes(test, "life.py", range(1, 2)) for test in passed] == [True, False, False]
    by_promise = sorted(passing.took, key=lambda test: -passing.promise(test, "life.py"))
    assert by_promise == ["test_fast", "test_slow", "test_other"]
    assert not Passing(file, "another digest", ["life.py"]).took


def test_who_speaks_of_what_is_broken_is_asked_early() -> None:
    said = {
        "quick": words("test_a_case_is_taken", "await marat.presses('take')"),
        "close": words("test_whoever_knows_about_minors_is_asked", "lawyer(specialities=MINORS)"),
        "near": words("test_a_roster_is_read", "sends(table(AIDA))"),
    }
    spoken = spoken_of(
        said, words("without facts['specialities']"), words("roster", "put", "row.specialities")
    )
    by_words = sorted(said, key=lambda test: -spoken[test])
    assert by_words == ["close", "near", "quick"]
    times = {"quick": 1.0, "close": 3.0, "near": 1.0}
    assert in_turns(["quick", "near", "close"], by_words, times.__getitem__) == ["quick", "close", "near"]
    assert in_turns(["quick", "near"], [], times.__getitem__) == ["quick", "near"]


def test_another_seed_draws_others_and_a_line_that_moves_changes_nothing() -> None:
    names = [f"life.py:{line} taken: {line} for 0" for line in range(9)]
    drawn = [sorted(names, key=lambda name: lot(name, seed)) for seed in (1, 2)]
    assert drawn[0] != drawn[1]
    assert lot("life.py:7 taken: not case", 1) == lot("life.py:8 taken: not case", 1)


@pytest.fixture
def patience() -> Iterator[None]:
    """What waits for a test that runs into its time is stopped again."""
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.alarm(0)


@pytest.mark.usefixtures("patience")
def test_a_break_is_noticed_by_the_first_test_that_fails() -> None:
    tests: Any = [SimpleNamespace(nodeid=name) for name in ("test_one", "test_other")]
    assert first_failing(tests, lambda test: test is tests[0], inf) == "test_other"
    assert outcome_of("test_other") is Outcome.NOTICED
    assert outcome_of(first_failing(tests, lambda test: True, inf)) is Outcome.MISSED


def test_a_break_that_takes_longer_than_its_time_is_undecided() -> None:
    tests: Any = [SimpleNamespace(nodeid="test_that_would_notice")]
    assert outcome_of(first_failing(tests, lambda test: False, 0)) is Outcome.UNDECIDED


def test_a_broken_table_that_takes_longer_than_its_time_is_undecided() -> None:
    for enough, outcome in ((0, Outcome.UNDECIDED), (inf, Outcome.MISSED)):
        patient = Patient(enough)
        item: Any = SimpleNamespace(session=SimpleNamespace(shouldstop=""))
        patient.pytest_runtest_teardown(item)
        assert outcome_of(patient.gave_up) is outcome
        assert item.session.shouldstop == patient.gave_up


def test_what_is_undecided_is_named_apart_and_does_not_count_as_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(mutants, "STATE", tmp_path / "state")
    results = mutants.Results("digest", again=False)
    for outcome in Outcome:
        results.add(f"life.py:1 {outcome}", outcome)
    assert capsys.readouterr().out == ".x?"
    fails = mutants.table(
        {"life.py": [f"life.py:1 {outcome}" for outcome in Outcome]}, {"life.py": 4}, results
    )
    said = capsys.readouterr().out
    assert "Not noticed:\nlife.py:1 missed\n\nUndecided:\nlife.py:1 undecided\n" in said
    assert said.splitlines()[-1].split() == ["all", "3", "1", "33.3%", "1", "4"]
    assert fails
    again = mutants.Results("another digest", again=True)
    assert [again.get(f"life.py:1 {outcome}") for outcome in Outcome] == [Outcome.NOTICED, None, None]
