"""What the breaker does to code, and that a break reaches the function that runs."""

import ast
import signal
from types import ModuleType

import pytest

from tests.mutants.breaks import breaks_of
from tests.mutants.children import LONGEST, on_all_cores, wait_so_long
from tests.mutants.running import Patient, replace_code

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


def test_every_test_has_the_whole_time_however_long_those_before_it_took() -> None:
    wait_so_long(LONGEST / 10)
    Patient().pytest_runtest_setup()
    left, _ = signal.setitimer(signal.ITIMER_PROF, 0)
    signal.alarm(0)
    assert left > LONGEST / 2


def test_every_job_is_done_once_by_all_cores_together_and_what_each_found_comes_back() -> None:
    said = on_all_cores(lambda part: ",".join(map(str, part)), range(9))
    assert sorted(int(number) for part in said for number in part.split(",")) == [*range(9)]


def test_a_process_that_dies_is_not_taken_for_one_that_has_done_its_work() -> None:
    with pytest.raises(RuntimeError, match="before its work was done"):
        on_all_cores(lambda part: str(1 // 0), [1])
