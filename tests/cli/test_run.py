"""dabyl run as a process: it starts, it stops cleanly, and what goes wrong is a sentence."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from bot.cli.session import exit_code, sentences
from bot.clock.clock import RealClock
from bot.config.settings import TOKEN
from bot.messengers.errors import RetryLater
from playground.client import Playground
from playground.serve import serve
from storage.errors import Unavailable, WrongKey
from tests.cli.command import SET, beside, dabyl, written
from tests.world.world import World

DABYL = (sys.executable, "-c", "from bot.cli.main import main; main()")


async def start(config: Path) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *DABYL, "run", "--config", str(config), env={**os.environ, **SET}, stderr=asyncio.subprocess.PIPE
    )


async def until_running(process: asyncio.subprocess.Process) -> None:
    assert process.stderr is not None
    async for line in process.stderr:
        if b" running" in line:
            return
    raise AssertionError(f"ended with {await process.wait()}")


@pytest.mark.slow
async def test_one_process_runs_a_second_is_refused_and_sigterm_ends_the_first_well(
    storage_url: str, tmp_path: Path
) -> None:
    async with serve(RealClock()) as server, Playground(server.url) as playground:
        config = written(
            tmp_path, f'[telegram]\napi_url = "{server.url}"\n[storage]\nurl = "{storage_url}"\n'
        )
        process = await start(config)
        try:
            await until_running(process)
            citizen = await playground.person("Aigul", language="en")
            await citizen.writes("/id")
            await citizen.expects(str(citizen.id), within=10)
            ended = await beside("run", config=config)
            assert ended.code == 1
            assert "Another process already runs" in ended.err
            refused = await beside("migrate", config=config)  # it would change the tables under the bot
            assert refused.code == 1
            assert "Another process already runs" in refused.err
            assert (await beside("migrate", "--dry-run", config=config)).code == 0
        finally:
            process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
        assert process.stderr is not None
        rest = (await process.stderr.read()).decode()
        assert "Traceback" not in rest
        assert not [secret for secret in SET.values() if secret in rest]


async def test_with_the_token_of_another_bot_it_does_not_start_and_check_says_so(world: World) -> None:
    await world.crash()
    config, another = world.folder / "config.toml", "525252:the-token-of-another-bot"
    for command, code in (("run", 2), ("check", 1)):
        ended = await beside(command, config=config, **{TOKEN: another})
        assert ended.code == code, ended.said
        assert "that of the bot 424242, and the token is that of the bot 525252" in ended.said
        assert "dabyl emergency succeed" in ended.said
    await world.start_bot()


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_a_lock_file_that_cannot_be_opened_is_a_sentence(config: Path, tmp_path: Path) -> None:
    (tmp_path / "dabyl.db.lock").mkdir()
    ended = dabyl("run", config=config)
    assert ended.code == 1
    assert "lock file" in ended.err


def test_errors_of_several_loops_are_each_said_once_without_the_words_of_people() -> None:
    defect = KeyError("Made-up Dana was detained")
    group = ExceptionGroup(
        "loops", [Unavailable("no disk"), ExceptionGroup("inner", [Unavailable("no disk"), defect])]
    )
    assert sentences(group)[0] == "no disk"
    assert len(sentences(group)) == 2
    assert "KeyError" in sentences(group)[1]
    assert "Dana" not in " ".join(sentences(group))
    assert exit_code(group) == 1


def test_a_wrong_key_in_a_loop_is_a_wrong_configuration() -> None:
    assert exit_code(ExceptionGroup("loops", [WrongKey("key")])) == 2
    assert sentences(ExceptionGroup("loops", [RetryLater("later")])) == ["later"]


def test_a_file_that_may_not_be_read_is_named() -> None:
    assert sentences(PermissionError(13, "Permission denied", "/x/y.db")) == ["/x/y.db: Permission denied"]
