"""``dabyl playground``: the page of phones with the real bot behind it, until Ctrl+C."""

import asyncio
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


def play(port: int) -> None:
    """Serve the page at this port, or at another one if it is taken."""
    try:
        try:
            asyncio.run(_serve(port))
        except OSError as error:
            if not port:
                raise
            typer.echo(f"Port {port} is taken ({error.strerror}); taking another one.")
            asyncio.run(_serve(0))
    except PlayFailed as error:
        fail(str(error))


async def _serve(port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with opened(port, PACE) as house:
        backstage = Backstage(house)
        house.server.backstage = backstage_app(backstage)
        house.server.tell({"type": "cast"})
        typer.echo(f"See it at {house.server.control_url}  (Ctrl+C ends it; nothing is kept)")
        if _has_screen():
            webbrowser.open(house.server.control_url)
        await stop.wait()
        await backstage.close()


def _has_screen() -> bool:
    """Whether a browser would open a window; one that runs in the terminal would be in the way."""
    return sys.platform in ("darwin", "win32") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())
