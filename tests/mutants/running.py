"""Whether a test notices a break: all is imported and every test has run once, then each break gets a process of its own.

function    its code is replaced after a fork, so that nothing is imported again; the tests that pass its lines are run,
            those that noticed other breaks of the module first
table       what a module says when it is imported: forked before that, then imported broken, and all tests are run
"""

import ast
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.breaks import Break, Enums, breaks_of
from tests.mutants.children import in_child, on_all_cores, wait_so_long

ROOT = Path(__file__).parents[2]
QUIET = ("-x", "-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:terminal", "--capture=no")


class Module:
    """One of our modules and its breaks."""

    def __init__(self, path: str, functions: Sequence[str], enums: Enums) -> None:
        self.path = path
        self.file = ROOT / path
        self.name = path.removesuffix(".py").replace("/", ".")
        self.tree = ast.parse(self.file.read_text("utf-8"))
        self.breaks: dict[str, Break] = {}  # by name
        for one in breaks_of(self.tree, enums):
            if not functions or one.place.partition(".")[0] in functions:
                self.breaks[self._free(f"{path}:{one.line} {one.place}: {one.what}")] = one

    def _free(self, name: str) -> str:
        return name if name not in self.breaks else self._free(f"{name} *")

    def broken(self, one: Break) -> CodeType:
        """The module's code with this break in it."""
        back = one.apply()
        try:
            return compile(self.tree, str(self.file), "exec")
        finally:
            back()


def noticed_when_imported(module: Module, one: Break, tests: Sequence[str]) -> bool:
    """Whether tests fail with a broken table. Nothing of the module may be imported yet."""
    assert module.name not in sys.modules
    code = module.broken(one)

    def run(_: int) -> bool:
        sys.meta_path.insert(0, _Broken(module.name, code))
        return pytest.main([*QUIET, *tests], plugins=[Patient()]) != 0

    return in_child(run) != ""


def ask(tests: Sequence[str], modules: Sequence[Module], on_result: Callable[[str, bool], None]) -> bool:
    """Ask the tests about every break in a function; False if they fail although nothing is broken."""
    return pytest.main([*QUIET, *tests], plugins=[_Asking(modules, on_result)]) == 0


class Patient:
    """A plugin: every test has its own time."""

    def pytest_runtest_setup(self) -> None:
        """Begins anew."""
        wait_so_long()


class _Asking:
    """A plugin in place of pytest's loop over the tests."""

    def __init__(self, modules: Sequence[Module], on_result: Callable[[str, bool], None]) -> None:
        self._modules = modules
        self._on_result = on_result
        self._passed: dict[str, set[tuple[str, int]]] = {}  # test → lines of our modules
        self._took: dict[str, float] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """First all tests as they are, then the breaks."""
        for said in on_all_cores(lambda items: self._look(session, items), session.items):
            for test, passed, took in json.loads(said):
                self._passed[test] = {(file, line) for file, line in passed}
                self._took[test] = took
        if failing := [test for test, took in self._took.items() if took < 0]:
            raise session.Failed(f"{failing[0]} fails when nothing is broken")
        for module in self._modules:
            breaks = [(name, one) for name, one in module.breaks.items() if one.place]
            on_all_cores(lambda part: self._ask(session, module, part), breaks)  # noqa: B023
        return True

    def _look(self, session: pytest.Session, items: Sequence[pytest.Item]) -> str:
        """Each test as it is: the lines that it passes, and how long it takes (less than nothing: it fails)."""
        found = []
        for item in items:
            passed, took = self._passes(session, item)
            found.append((item.nodeid, sorted(passed), took))
        return json.dumps(found)

    def _passes(self, session: pytest.Session, item: pytest.Item) -> tuple[set[tuple[str, int]], float]:
        files = {str(module.file) for module in self._modules}
        passed: set[tuple[str, int]] = set()

        def note(frame: FrameType, event: str, _: Any) -> Any:
            if frame.f_code.co_filename not in files:
                return None
            passed.add((frame.f_code.co_filename, frame.f_lineno))
            return note

        began = time.process_time()
        sys.settrace(note)
        try:
            reports = runtestprotocol(item, log=False, nextitem=session)  # type: ignore[arg-type]
        finally:
            sys.settrace(None)
        failed = any(report.failed for report in reports)
        return passed, -1 if failed else time.process_time() - began

    def _ask(self, session: pytest.Session, module: Module, breaks: Sequence[tuple[str, Break]]) -> str:
        known: Counter[str] = Counter()
        for name, one in breaks:
            lines = {(str(module.file), line) for line in one.lines}
            items = [item for item in session.items if lines & self._passed[item.nodeid]]
            items.sort(key=lambda item: (-known[item.nodeid], self._took[item.nodeid]))
            noticed = in_child(lambda pipe: self._breaks(session, items, module, one, pipe))  # noqa: B023
            known[noticed] += 1
            self._on_result(name, bool(noticed))
        return ""

    def _breaks(
        self, session: pytest.Session, items: Sequence[pytest.Item], module: Module, one: Break, pipe: int
    ) -> bool:
        replace_code(sys.modules[module.name], module.broken(one), one.place)
        for item in items:
            wait_so_long()
            reports = runtestprotocol(item, log=False, nextitem=session)  # type: ignore[arg-type]
            if any(report.failed for report in reports):
                os.write(pipe, item.nodeid.encode())
                return True
        return False


def replace_code(module: ModuleType, code: CodeType, place: str) -> None:
    """Give the function or method at ``place`` the code that it has in the module's ``code``."""
    new = {one.co_qualname: one for one in _codes(code)}
    target: Any = module
    for name in place.split("."):
        target = vars(target)[name]
    function = target.fget if isinstance(target, property) else target
    assert isinstance(function, FunctionType)
    function.__code__ = new[place]


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
