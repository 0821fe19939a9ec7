"""``dabyl playground``: the page of phones with the real bot behind it, until Ctrl+C."""

import asyncio
import errno
import os
import signal
import sys
import webbrowser

import typer

from bot.backstage.house import opened
from bot.backstage.routes import Backstage, backstage_app
from bot.cli_session import fail
from bot.demo.processes import PlayFailed

PACE = 0.3  # real seconds between two acts of a scene: one can see them happen
TAKEN = (errno.EADDRINUSE, errno.EACCES)


def play(port: int) -> None:
    """Serve the page at this port, or at another one if it is taken."""
    try:
        if not asyncio.run(_serves(port)):
            asyncio.run(_serves(0))
    except PlayFailed as error:
        fail(str(error))


async def _serves(port: int) -> bool:
    """Until a signal comes, also while it starts. False if the port cannot be had."""
    playing = asyncio.create_task(_plays(port))

    def end() -> None:
        if not playing.cancelling():  # it ends in order, however often Ctrl+C is pressed
            playing.cancel()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, end)
    try:
        await playing
    except asyncio.CancelledError:
        pass
    except OSError as error:
        if not port or error.errno not in TAKEN:
            raise
        typer.echo(f"Port {port} cannot be had ({error.strerror}); taking another one.")
        return False
    return True


async def _plays(port: int) -> None:
    async with opened(port, PACE) as house:
        backstage = Backstage(house)
        house.server.backstage = backstage_app(backstage)
        house.server.tell({"type": "cast"})
        typer.echo(f"See it at {house.server.control_url}  (Ctrl+C ends it; nothing is kept)")
        if _has_screen():
            webbrowser.open(house.server.control_url)
        try:
            await asyncio.Event().wait()
        finally:
            await backstage.close()


def _has_screen() -> bool:
    """Whether a browser would open a window; one that runs in the terminal would be in the way."""
    return sys.platform in ("darwin", "win32") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())
