"""What a measurement was made on: figures of machines drift, so they stand beside it."""

import os
import platform
import sqlite3
import statistics
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

import psutil

PACKAGES = ("python-telegram-bot", "aiogram", "aiogram-fsm-sqlitestorage", "SQLAlchemy", "aiosqlite")


def describe(folder: str | None = None) -> dict[str, str]:
    """The machine, as words by name. ``folder``: where the disk is tried; by default where temporary files go."""
    place = folder or tempfile.gettempdir()
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores, {psutil.virtual_memory().total / 2**30:.0f} GiB",
        "disk": f"{_filesystem(place)}, a synchronised write of 4 KiB takes {_write_ms(place):.2f} ms (median)",
        "system": f"{platform.system()} {platform.release()}",
        "python": f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        "packages": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
        "busy before": f"{os.getloadavg()[0]:.1f} (load average of a minute)",
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")),
        platform.machine(),
    )


def _filesystem(place: str) -> str:
    found = [p for p in psutil.disk_partitions(all=True) if Path(place).is_relative_to(p.mountpoint)]
    return max(found, key=lambda p: len(p.mountpoint)).fstype if found else "unknown file system"


def _write_ms(place: str, times: int = 100) -> float:
    """Milliseconds of a write that is on the disk when it returns."""
    taken = []
    with tempfile.NamedTemporaryFile(dir=place) as file:
        for _ in range(times):
            file.write(b"x" * 4096)
            file.flush()
            begun = time.perf_counter()
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - begun)
    return 1000 * statistics.median(taken)
