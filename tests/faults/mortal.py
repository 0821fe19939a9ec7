"""Processes of ``tests.faults.dying``, as those of asyncio."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.project.tree import ROOT


class Mother:
    """Starts them; lives as long as the tests."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.dying"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def asks(self, order: Any) -> Any:
        """One line of JSON for another."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(order), file=self._process.stdin)
        return json.loads(self._process.stdout.readline())

    def starts(
        self, arguments: list[str], log: Path, environ: Mapping[str, str], point: int | None, marker: str
    ) -> "Mortal":
        """The program; ``point`` is where it ends."""
        return Mortal(self, self.asks([arguments, str(log), dict(environ), point, marker]))

    def ends(self) -> None:
        """She ends when nobody talks to her any more."""
        self._process.communicate()


@dataclass
class Mortal:
    """One of them."""

    mother: Mother
    pid: int
    returncode: int | None = None

    def send_signal(self, which: signal.Signals) -> None:
        """To whoever has not been waited for."""
        os.kill(self.pid, which)

    async def wait(self) -> int:
        """How it ends."""
        while self.returncode is None:
            self.returncode = self.mother.asks(self.pid)
            await asyncio.sleep(0.005)
        return self.returncode
