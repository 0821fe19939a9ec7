"""Whether a test notices a break: all is imported and every test has run once, then each break gets a process of its own.

function    its code is replaced after a fork, so that nothing is imported again; the tests that pass its lines are run:
            those that noticed other breaks of the module, then those that pass most of it for their time; and in turns
            with them those that speak of what is broken
table       what a module says when it is imported: forked before that, then imported broken, and all tests are run, those
            that have most to do with the module first, and in turns with them those that speak of what is broken

A break that none of them has noticed within LONG_ENOUGH stays undecided: the rest of them might have.
"""

import ast
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

from tests.mutants.breaks import Break, Enums, breaks_of
from tests.mutants.children import LONG_ENOUGH, in_child, on_all_cores, wait_so_long
from tests.mutants.lot import lot
from tests.mutants.passing import Passing, runs
from tests.mutants.speaking import by_words, in_turns, said_by, words

ROOT = Path(__file__).parents[2]
QUIET = ("-x", "-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:terminal", "--capture=no")


class Outcome(StrEnum):
    """What became of a break."""

    NOTICED = "noticed"
    MISSED = "missed"
    UNDECIDED = "undecided"


class Module:
    """One of our modules and its breaks."""

    def __init__(self, path: str, functions: Sequence[str], enums: Enums) -> None:
        self.path = path
        self.file = ROOT / path
        self.name = path.removesuffix(".py").replace("/", ".")
        self.text = self.file.read_text("utf-8").splitlines()
        self.tree = ast.parse(self.file.read_text("utf-8"))
        self.breaks: dict[str, Break] = {}  # by name
        for one in breaks_of(self.tree, enums):
            if not functions or one.place.partition(".")[0] in functions:
                self.breaks[self._free(f"{path}:{one.line} {one.place}: {one.what}")] = one

    def spoken(self, one: Break) -> tuple[frozenset[str], frozenset[str]]:
        """The words of what is broken, and of what stands around it."""
        lines = self.text[one.lines.start - 1 : one.lines.stop - 1]
        return words(one.what), words(self.file.stem, one.place, *lines)

    def _free(self, name: str) -> str:
        return name if name not in self.breaks else self._free(f"{name} *")

    def broken(self, one: Break) -> CodeType:
        """The module's code with this break in it."""
        back = one.apply()
        try:
            return compile(self.tree, str(self.file), "exec")
        finally:
            back()


def outcome_when_imported(module: Module, one: Break, tests: Sequence[str], passing: Passing) -> Outcome:
    """Whether tests fail with a broken table. Nothing of the module may be imported yet."""
    assert module.name not in sys.modules
    code = module.broken(one)

    def run(pipe: int) -> bool:
        sys.meta_path.insert(0, _Broken(module.name, code))
        patient = Patient()
        fails = pytest.main([*QUIET, *tests], plugins=[patient, _Promising(module, one, passing)]) != 0
        os.write(pipe, patient.gave_up.encode())
        return fails

    return outcome_of(in_child(run))


def outcome_of(said: str) -> Outcome:
    """What a process that was asked about a break means by its words."""
    if said == Outcome.UNDECIDED:
        return Outcome.UNDECIDED
    return Outcome.NOTICED if said else Outcome.MISSED


def ask(
    tests: Sequence[str],
    modules: Sequence[Module],
    passing: Passing,
    on_result: Callable[[str, Outcome], None],
) -> bool:
    """Ask the tests about every break in a function; False if they fail although nothing is broken."""
    return pytest.main([*QUIET, *tests], plugins=[_Asking(modules, passing, on_result)]) == 0


class Patient:
    """A plugin: every test has its own time, and all of them no more than enough."""

    def __init__(self, enough: float = LONG_ENOUGH) -> None:
        self._enough = enough
        self.gave_up = ""

    def pytest_runtest_setup(self) -> None:
        """Begins again."""
        wait_so_long()

    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """It was the last one, when all this has taken so long."""
        if time.process_time() > self._enough:
            self.gave_up = item.session.shouldstop = Outcome.UNDECIDED


class _Promising:
    """A plugin: the tests that have most to do with the module run first, and in turns those that speak of the break."""

    def __init__(self, module: Module, one: Break, passing: Passing) -> None:
        self._module, self._one, self._passing = module, one, passing

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """All of them run, if none of the first fails."""
        items.sort(key=lambda item: -self._passing.promise(item.nodeid, str(self._module.file)))
        said = {item: said_by(item) for item in items}
        speaking = by_words(said, *self._module.spoken(self._one), self._passing.seconds)
        items[:] = in_turns(items, speaking, self._passing.seconds)


class _Asking:
    """A plugin in place of pytest's loop over the tests."""

    def __init__(
        self, modules: Sequence[Module], passing: Passing, on_result: Callable[[str, Outcome], None]
    ) -> None:
        self._modules = modules
        self._passing = passing
        self._on_result = on_result
        self._said: dict[pytest.Item, frozenset[str]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """First all tests as they are, if that is not known; then the breaks."""
        once = next((item for item in session.items if "sqlite_template" in item.fixturenames), None)  # type: ignore[attr-defined]
        if once is not None:
            runs(session, once)  # what is made for the whole session is made here, and not in each process
        self._passing.look(session)
        self._said = {item: said_by(item) for item in session.items}
        breaks = [
            (module, name, one)
            for module in self._modules
            for name, one in module.breaks.items()
            if one.place
        ]
        breaks.sort(
            key=lambda of_module: lot(of_module[1])
        )  # broken off, what was asked is a fair sample of all
        on_all_cores(lambda part: self._ask(session, part), breaks)
        return True

    def _ask(self, session: pytest.Session, breaks: Sequence[tuple[Module, str, Break]]) -> str:
        known: Counter[tuple[str, str]] = Counter()  # which test has noticed how many breaks of which module
        for module, name, one in breaks:
            path, file, passing = module.path, str(module.file), self._passing
            items = [item for item in session.items if passing.passes(item.nodeid, file, one.lines)]
            items.sort(key=lambda item: (-known[path, item.nodeid], -passing.promise(item.nodeid, file)))
            said_of = {item: self._said[item] for item in items}
            speaking = by_words(said_of, *module.spoken(one), passing.seconds)
            items = in_turns(items, speaking, passing.seconds)
            said = in_child(lambda pipe: self._breaks(session, items, module, one, pipe))  # noqa: B023
            known[path, said] += 1
            self._on_result(name, outcome_of(said))
        return ""

    def _breaks(
        self, session: pytest.Session, items: Sequence[pytest.Item], module: Module, one: Break, pipe: int
    ) -> bool:
        replace_code(sys.modules[module.name], module.broken(one), one.place)
        said = first_failing(items, lambda item: runs(session, item))
        os.write(pipe, said.encode())
        return bool(said)


def first_failing(
    items: Sequence[pytest.Item], passes: Callable[[pytest.Item], bool], enough: float = LONG_ENOUGH
) -> str:
    """The test that notices; nothing where none does. Where the time for all of them is over before that: undecided."""
    for item in items:
        if time.process_time() > enough:
            return Outcome.UNDECIDED
        wait_so_long()
        if not passes(item):
            return item.nodeid
    return ""


def replace_code(module: ModuleType, code: CodeType, place: str) -> None:
    """Give the function or method at ``place``, or the one in which it stands, the code that it has in the module's."""
    new = {one.co_qualname: one for one in _codes(code)}
    target: Any = module
    names: list[str] = []
    for name in place.split("."):
        if isinstance(target, FunctionType):
            break
        names.append(name)
        target = vars(target)[name]
    function = target.fget if isinstance(target, property) else target
    assert isinstance(function, FunctionType)
    function.__code__ = new[".".join(names)]


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _codes(one)


class _Broken(MetaPathFinder, Loader):
    """Imports one module with code of ours."""

    def __init__(self, name: str, code: CodeType) -> None:
        self._name, self._code = name, code

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Only for this module."""
        return (
            spec_from_loader(fullname, self, origin=self._code.co_filename)
            if fullname == self._name
            else None
        )

    def exec_module(self, module: ModuleType) -> None:
        """Run the broken code."""
        exec(self._code, module.__dict__)
