"""The desk of a story: a fresh SQLite database in memory's file system where there is one, and the real service.

aiosqlite's thread is not used here: passing some 150 statements a test to it and back took most of the time.
"""

import random
import shutil
import tempfile
from asyncio import Future
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiosqlite
import pytest
from msgspec.structs import replace

from bot.messengers.messenger import TELEGRAM_ABILITIES
from core.alerting.policy import HoursOfDay, Policy
from core.casework.same_event import MassThreshold
from core.forgetting.retention_terms import RetentionTerms
from core.model import LANGUAGES
from core.papers.inputs import Letterhead
from core.resources.fonts import load_font
from core.resources.law_files import load_law, load_rights
from core.resources.name_files import load_name_rules, load_names
from core.resources.paper_files import Papers
from core.resources.place_files import load_gazetteer
from core.resources.word_files import (
    load_code_words,
    load_cues,
    load_event_words,
    load_evidence,
    load_heard,
    load_receipt_words,
    load_words,
)
from handlers.service import Service
from storage.database import Database
from storage.sealing import Keyring
from tests.casework import one_screen, typed
from tests.casework.story_desk import Desk

MEMORY = Path("/dev/shm")
PRIVATE_OF_AIOSQLITE = ("SimpleQueue", "_STOP_RUNNING_SENTINEL")  # in aiosqlite.core


class AtOnce:
    """In place of the queue to aiosqlite's thread: what is put is done; the thread ends as soon as it asks."""

    def put_nowait(self, job: tuple[Future[Any] | None, Callable[[], Any]]) -> None:
        """Do it, and tell whoever waits."""
        future, function = job
        try:
            result = function()
        except Exception as error:  # noqa: BLE001 - as the thread does: it belongs to whoever waits
            if future is not None:
                future.set_exception(error)
        else:
            if future is not None:
                future.set_result(result)

    def get(self) -> tuple[None, Callable[[], Any]]:
        """Nothing is left to the thread."""
        return None, lambda: aiosqlite.core._STOP_RUNNING_SENTINEL


@pytest.fixture(scope="session")
def service() -> Service:
    """The organisation."""
    return organisation()


def organisation() -> Service:
    """The service of these stories."""
    return Service(
        successor="",
        organisation="Test Bureau",
        hotline="+7 727 000 00 00",
        heads=dict.fromkeys(
            LANGUAGES,
            Letterhead("Test Bureau", "1 Made-Up Street, Almaty", "bureau@example.org", "+7 727 000 00 00"),
        ),
        zone=ZoneInfo("Asia/Almaty"),
        language="en",
        jurisdiction="kz",
        channels={},
        partners=(),
        administrators=frozenset({"900"}),
        drill_weekday="",
        drill_time=time(11),
        digest_time=time(20),
        preview=timedelta(minutes=30),
        weekly="",
        policy=Policy(),
        mass=MassThreshold(),
        quiet=HoursOfDay(time(22), time(8)),
        retention=RetentionTerms(),
        words=load_words(),
        heard=load_heard(),
        cues=load_cues(),
        evidence=load_evidence(),
        names=load_names(),
        events=load_event_words(),
        name_rules=load_name_rules(),
        gazetteer=load_gazetteer("kz"),
        receipt_words=load_receipt_words(),
        code_words=load_code_words(),
        stations=(),
        denials=3,
        papers=Papers("kz"),
        rights=load_rights("kz", unreviewed=True),
        law=load_law("kz"),
        pick=random.randrange,
        abilities={"telegram": TELEGRAM_ABILITIES},
        home="telegram",
        doors={},
        font=load_font(),
    )


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that costs no disk."""
    with tempfile.TemporaryDirectory(prefix="desk-", dir=MEMORY if MEMORY.is_dir() else None) as made:
        yield Path(made)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The stories of some files are played twice: by pressing, and by typing."""
    chosen = metafunc.module.__name__.removeprefix("tests.casework.").replace(".", "/") in typed.FILES
    both = chosen and not typed.is_another(metafunc.definition.nodeid)
    if both and "desk" in metafunc.fixturenames and not metafunc.config.getoption("--typed"):
        metafunc.parametrize("desk", [False, True], ids=["pressed", "typed"], indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With ``--typed``: what is about something else than what people can do is left out."""
    if config.getoption("--typed"):
        left_out = [item for item in items if typed.is_another(item.nodeid)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture
async def desk(
    sqlite_template: Path,
    folder: Path,
    keyring: Keyring,
    service: Service,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> AsyncIterator[Desk]:
    """An organisation without members, cases and reports."""
    monkeypatch.setattr("aiosqlite.core.SimpleQueue", AtOnce)
    shutil.copy(sqlite_template, folder / "desk.db")
    database = await Database.open(f"sqlite:///{folder}/desk.db", keyring)
    chance = random.Random(2018)  # the same codes in every test and run
    made = Desk(database, replace(service, pick=chance.randrange))
    if getattr(request, "param", request.config.getoption("--typed")):
        made.without_buttons()
    yield made
    await made.database.close()  # a test may have opened it again
    one_screen.fits(made)
    one_screen.is_one_message(made)
