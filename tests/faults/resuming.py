"""A long run that was broken off goes on where it was: what has passed at this commit with this seed is left out.

A plugin of pytest (``-p tests.faults.resuming``). When everything has passed the next run begins again.
"""

import subprocess

import pytest

from tests.faults.scale import SEED


def _key() -> str:
    """Where pytest's cache keeps what has passed."""
    head = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False).stdout
    return f"faults/{SEED}-{head.strip() or 'unknown'}"


class Resuming:
    """What has passed, in the order in which it did."""

    def __init__(self, config: pytest.Config) -> None:
        assert config.cache is not None
        self._cache = config.cache
        self._key = _key()
        self._passed: list[str] = self._cache.get(self._key, [])
        self._called: set[str] = set()
        self._plugins = config.pluginmanager
        self._counts = not hasattr(config, "workerinput")

    def pytest_report_header(self) -> str:
        """How much is left out."""
        return f"faults: seed {SEED}; {len(self._passed)} tests have passed already and are left out"

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Leave out what has passed."""
        left_out = [item for item in items if item.nodeid in self._passed]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember what passes, to the end of what it leaves behind. What fails is told at once: it may be broken off."""
        if not self._counts:
            return
        if report.failed:
            self._tell(report)
        elif report.when == "call" and report.passed:
            self._called.add(report.nodeid)
        elif report.when == "teardown" and report.nodeid in self._called:
            self._passed.append(report.nodeid)
            self._cache.set(self._key, self._passed)

    def _tell(self, report: pytest.TestReport) -> None:
        terminal = self._plugins.get_plugin("terminalreporter")
        assert terminal is not None
        terminal.write_line(f"\n{report.nodeid} ({report.when})\n{report.longreprtext}")

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """All is done: the next run is a new one."""
        if self._counts and exitstatus == pytest.ExitCode.OK:
            self._cache.set(self._key, [])


def pytest_configure(config: pytest.Config) -> None:
    """Take part."""
    config.pluginmanager.register(Resuming(config))
