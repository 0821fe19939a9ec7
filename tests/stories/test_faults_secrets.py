"""Whatever happens, neither the log nor the database's files say who somebody is or what they said."""

import logging
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import make_url

from handlers import routes
from handlers.turn import Turn
from tests.stories.faults import fetched, until
from tests.stories.in_the_clear import found
from tests.world.world import TOKEN, World

pytestmark = pytest.mark.slow

CITIZEN, LAWYER = 7_770_001_234_567, "Marat Invented"
SAID = ("Dana Made-Up", "87015550177", "у дома на улице Выдуманной", "Aigulnaz")


async def test_neither_the_log_nor_the_files_hold_a_word_a_name_a_number_or_the_token(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("httpx", "httpcore", "telegram"):  # as the command line sets them
        caplog.set_level(logging.WARNING, name)
    caplog.set_level(logging.DEBUG)  # last: it is also what is kept of all of them

    async def breaks(turn: Turn, argument: str) -> None:
        raise ValueError(f"{turn.incoming.text} {SAID}")

    monkeypatch.setitem(routes.COMMANDS, "help", replace(routes.COMMANDS["help"], function=breaks))
    lawyer = await world.member(LAWYER, phone="+77015550166")
    citizen = await world.playground.person("Aigulnaz", language="ru", id=CITIZEN, phone="+77015550155")
    await world.playground.fails("error_500", methods=("sendMessage",))
    await citizen.starts()
    await citizen.writes("в Алматы задержали у дома на улице Выдуманной")
    await world.settle()
    await world.playground.fails("close_after", methods=("sendMessage",))
    await citizen.writes("Dana Made-Up, 87015550177")
    await citizen.shares_contact()
    await citizen.sends_photo(b"picture", "Dana Made-Up")
    await citizen.writes(f"/help Dana Made-Up {SAID[1]}")
    await world.playground.injects({"message": {"message_id": "five", "text": "Dana Made-Up"}})
    await world.settle()
    await lawyer.taps("Беру")
    await world.settle()
    await world.playground.goes_down()
    await citizen.writes("Dana Made-Up")
    await world.playground.heals()
    await until(world, fetched(world))
    await world.settle()
    await world.restart()
    await world.settle()

    hidden = [*SAID, LAWYER, str(CITIZEN), "+77015550155", "+77015550166", TOKEN, TOKEN.partition(":")[2]]
    hidden.append(world._environ["DABYL_KEY"])
    records = [
        record for record in caplog.records if not record.name.startswith("uvicorn")
    ]  # the local server's
    log = "\n".join(f"{record.name} {record.getMessage()} {record.exc_text or ''}" for record in records)
    assert "is parked" in log  # it was listened to
    assert found(hidden, log.encode("utf-8", "surrogatepass")) == []
    url = make_url(str(world.app.database.engine.url))
    if url.drivername.startswith("sqlite"):
        files = sorted(Path(url.database or "").parent.glob("dabyl.db*"))
        assert [file.name for file in files] == [
            "dabyl.db",
            "dabyl.db-shm",
            "dabyl.db-wal",
            "dabyl.db.lines",
            "dabyl.db.lock",
        ]
        content = b"".join(file.read_bytes() for file in files)
        assert b"Unreadable: KeyError" in content  # what is not secret is found: the look is not blind
        assert found(hidden, content) == []
