"""A terminal: somebody types a command, reads what is asked, and answers. For what behaves otherwise where there is none."""

import asyncio
import os
import pty
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

PATIENCE = 240  # real seconds for what another process does: on a busy machine a check takes a minute


class Terminal:
    """What was shown stands in ``text``."""

    def __init__(self, process: asyncio.subprocess.Process, descriptor: int) -> None:
        self._process = process
        self._descriptor = descriptor
        self._news = asyncio.Event()
        self._read = 0
        self.text = ""
        asyncio.get_running_loop().add_reader(descriptor, self._on_output)

    def _on_output(self) -> None:
        try:
            data = os.read(self._descriptor, 65536)
        except OSError:  # the other end is closed
            data = b""
        if not data:
            asyncio.get_running_loop().remove_reader(self._descriptor)
        self.text += data.decode("utf-8", "replace").replace("\r\n", "\n")
        self._news.set()

    async def shows(self, part: str) -> str:
        """Wait until this is shown behind what was read before; what stands there up to the end of its line."""
        async with asyncio.timeout(PATIENCE):
            while part not in self.text[self._read :]:
                self._news.clear()
                await self._news.wait()
        at = self.text.index(part, self._read)
        self._read = at + len(part)
        return self.text[at:].partition("\n")[0]

    def types(self, line: str) -> None:
        """A line, and Enter."""
        os.write(self._descriptor, f"{line}\n".encode())

    async def ends(self) -> int:
        """Wait for the end; the exit code."""
        async with asyncio.timeout(PATIENCE):
            return await self._process.wait()

    def interrupts(self) -> None:
        """Ctrl+C."""
        os.killpg(self._process.pid, signal.SIGINT)


@asynccontextmanager
async def typed(commands: str, folder: Path, environ: Mapping[str, str]) -> AsyncIterator[Terminal]:
    """These lines, typed in a shell on a terminal of its own."""
    ours, theirs = pty.openpty()
    process = await asyncio.create_subprocess_exec(
        "bash",
        "-e",
        "-c",
        commands,
        cwd=folder,
        env=environ,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    terminal = Terminal(process, ours)
    try:
        yield terminal
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
        asyncio.get_running_loop().remove_reader(ours)
        os.close(ours)
