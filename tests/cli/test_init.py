"""dabyl init from a script: each answer is tested, files are private from the first byte, and nothing is written over.

How it asks on a terminal is played in tests/stories/test_first_ten_minutes.py.
"""

import errno
import os
import sqlite3
import stat
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from bot.cli import init
from bot.clock.clock import RealClock
from bot.config.settings import KEY, TOKEN, load
from bot.config.speech import network_reason
from bot.setup import files
from bot.setup.files import Impossible, Installation, prepare_folder, unit_text
from core.model import LANGUAGES
from core.resources.word_files import load_words
from playground.serve import serve
from storage.sealing import new_key
from tests.cli.command import KEY_VALUE, NOT_SET, SET, Ended, beside, dabyl, written
from tests.cli.conftest import closed_port
from tests.project.tree import ROOT

TOKEN_VALUE = SET[TOKEN]
BARE: dict[str, str | None] = {TOKEN: None, KEY: None}
ANSWERS = {
    "organisation": 'Made-up "Bureau"',
    "hotline": "+7 727 000 00 00",
    "zone": "Asia/Aqtau",
    "country": "kz",
}


@pytest.fixture
async def api_url() -> AsyncIterator[str]:
    """A Telegram."""
    async with serve(RealClock()) as server:
        yield server.url


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """The file with the token that a script has."""
    file = tmp_path / "given"
    file.write_text(f"{TOKEN_VALUE}\n")
    return file


async def sets_up(folder: Path, given: Path, api_url: str, **changed: str) -> Ended:
    """Run dabyl init with all answers as options."""
    answers = {**ANSWERS, "data": str(folder / "data"), **changed}
    options = [f"--{name}={value}" for name, value in answers.items()]
    config = folder / "config.toml"
    return await beside("init", "--token-file", given, "--api-url", api_url, *options, config=config, **BARE)


def spoil(file: Path, text: str) -> None:
    """The file says something else."""
    file.write_text(text)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.slow
async def test_all_answers_as_options_and_everything_is_there(
    tmp_path: Path, given: Path, api_url: str
) -> None:
    ended = await sets_up(tmp_path, given, api_url)
    assert ended.code == 0, ended.said
    settings = load(tmp_path / "config.toml", {})
    said = settings.organisation
    assert [said.name, said.hotline, str(said.zone), said.jurisdiction] == list(ANSWERS.values())
    assert settings.storage.url == f"sqlite:///{tmp_path}/data/dabyl.db"
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN_VALUE
    private = [tmp_path / "token", tmp_path / "key", tmp_path / "config.toml", tmp_path / "data/dabyl.db"]
    assert [mode(path) for path in private] == [0o600] * 4
    assert mode(tmp_path / "data") == 0o700
    unit = (tmp_path / "dabyl.service").read_text()
    assert f"--config {tmp_path}/config.toml" in unit
    assert f"ReadWritePaths={tmp_path}/data" in unit
    assert "/var/lib/dabyl" not in unit
    for left in (
        "Copy",
        "dabyl backup --prove",
        "dabyl-backup.timer",
        "dabyl run",
        "It shows a code",
        "dabyl check",
        "systemctl enable",
        "docs/run/signal.md",
    ):
        assert left in ended.out
    checked = await beside("check", config=tmp_path / "config.toml", **BARE)
    wrong = [line for line in checked.out.splitlines() if line.startswith("wrong")]
    assert len(wrong) == 1, checked.said
    assert "no lawyer can be asked" in wrong[0]


async def test_the_first_backup_goes_where_the_unit_and_the_watchman_look(
    tmp_path: Path, given: Path, api_url: str
) -> None:
    await sets_up(tmp_path, given, api_url)
    config, folder = tmp_path / "config.toml", tmp_path / "backups"
    assert load(config, {}).backup.folder == str(folder)
    assert mode(folder) == 0o700
    unit = (tmp_path / "dabyl-backup.service").read_text()
    assert f"backup --to {folder} --prove --config {config}\n" in unit
    assert f"ReadWritePaths={tmp_path}/data {folder}\n" in unit
    assert f"LoadCredential=DABYL_KEY:{tmp_path}/key\n" in unit
    assert "OnCalendar" in (tmp_path / "dabyl-backup.timer").read_text()
    ended = await beside("backup", "--prove", config=config, **BARE)
    assert (ended.code, "It can be restored" in ended.out) == (0, True)
    assert "proof       the newest" in (await beside("status", config=config, **BARE)).out


async def test_a_configuration_that_was_there_keeps_its_own_folder_of_backups(
    tmp_path: Path, given: Path, api_url: str
) -> None:
    await sets_up(tmp_path, given, api_url)
    config = tmp_path / "config.toml"
    for said, to in ((f"{tmp_path}/elsewhere", f"{tmp_path}/elsewhere"), ("", f"{tmp_path}/backups")):
        (tmp_path / "dabyl-backup.service").unlink()
        config.write_text(config.read_text().replace(load(config, {}).backup.folder, said))
        ended = await beside("init", config=config, **BARE)
        assert ended.code == 0, ended.said
        assert f"--to {to} --prove" in (tmp_path / "dabyl-backup.service").read_text()
        assert (f"--prove --to {to}" in ended.out) is not bool(said)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("name", ["dabyl.service", "dabyl-backup.service"])
def test_the_examples_are_what_init_writes_where_the_first_steps_install(name: str) -> None:
    home = Path("/var/lib/dabyl")
    places = Installation(
        Path("/opt/dabyl/bin/dabyl"), home / "config.toml", home / "data", home / "backups", "dabyl"
    )
    assert unit_text(places, name) == (ROOT / "bot/examples" / name).read_text("utf-8")


def test_what_is_left_to_do_as_root_has_no_password_of_a_database_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (tmp_path / "token").write_text(TOKEN_VALUE)
    (tmp_path / "key").write_text(new_key())
    config = written(tmp_path, '[storage]\nurl = "postgresql://dabyl:hunter2@nowhere/dabyl"\n')
    init._say_what_is_left(config, "a_bot")
    said = capsys.readouterr().out
    assert "hunter2" not in said
    assert (
        f"chown -R dabyl: {config} {tmp_path}/token {tmp_path}/key " in said
    )  # what is not ours stays as it is


@pytest.mark.slow
async def test_a_second_run_keeps_everything_and_says_so(tmp_path: Path, given: Path, api_url: str) -> None:
    await sets_up(tmp_path, given, api_url)
    units = ("dabyl.service", "dabyl-backup.service", "dabyl-backup.timer")
    names = ("config.toml", "token", "key", *units, "data/dabyl.db")
    before = {name: (tmp_path / name).read_bytes() for name in names}
    ended = await beside("init", config=tmp_path / "config.toml", **BARE)
    assert ended.code == 0, ended.said
    assert {name: (tmp_path / name).read_bytes() for name in names} == before
    assert [ended.out.count(f"{name}") > 0 for name in names] == [True] * 7
    assert ended.out.count("there already, kept") == 7
    assert "written" not in ended.out


@pytest.mark.slow
async def test_a_run_that_was_broken_off_goes_on_where_it_was(
    tmp_path: Path, given: Path, api_url: str
) -> None:
    first = await sets_up(tmp_path, given, api_url, zone="Asia/Almati")
    assert first.code == 2
    assert (
        "--zone is 'Asia/Almati': expected an IANA time zone such as Asia/Almaty; did you mean Asia/Almaty?"
        in first.err
    )
    assert not (tmp_path / "config.toml").exists()
    spoil(given, "spoiled")
    second = await sets_up(tmp_path, given, api_url)  # the token is not asked again
    assert second.code == 0, second.said
    assert f"The token ({tmp_path}/token): there already, kept." in second.out


@pytest.mark.slow
async def test_a_database_that_was_only_begun_is_made(tmp_path: Path, given: Path, api_url: str) -> None:
    (tmp_path / "key").write_text(f"{KEY_VALUE}\n")
    (tmp_path / "data").mkdir()
    begun = sqlite3.connect(tmp_path / "data/dabyl.db")
    begun.execute("PRAGMA journal_mode = WAL")  # the first thing that is written; then the disk was full
    begun.close()
    assert (tmp_path / "data/dabyl.db").stat().st_size > 0
    ended = await sets_up(tmp_path, given, api_url)
    assert ended.code == 0, ended.said
    assert f"{tmp_path}/data/dabyl.db: made." in ended.out
    assert "has never run" in (await beside("status", config=tmp_path / "config.toml", **BARE)).out


def test_on_a_full_disk_no_half_of_a_file_stays_to_be_kept_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Impossible, match="key cannot be written: No space left on device"):
        files.write_new(tmp_path / "key", "a secret")
    assert not (tmp_path / "key").exists()


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("hotline", "ring us", "expected a phone number"),
        ("hotline", "8 727 000", "expected a whole number"),
        ("organisation", "", "expected one line"),
        ("country", "zz", "expected one of the countries that the program has: kz"),
        ("data", "/dev/null/x", "cannot be written"),
        ("data", "/tmp/made up", "would not take it"),
        ("api-url", "telegram", "expected a server's address"),
    ],
)
async def test_a_wrong_answer_is_a_sentence_and_nothing_is_made_of_it(
    tmp_path: Path, given: Path, api_url: str, option: str, value: str, expected: str
) -> None:
    (tmp_path / "token").write_text(TOKEN_VALUE)
    ended = await sets_up(tmp_path, given, api_url, **{option: value})
    assert ended.code == 2
    assert expected in ended.err
    assert not (tmp_path / "config.toml").exists()


def test_a_folder_that_the_systems_unit_would_misread_is_refused(tmp_path: Path) -> None:
    for name in ("made up", "made%iup", "made\\up", 'made"up'):
        with pytest.raises(Impossible, match="would not take it"):
            prepare_folder(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


async def test_a_token_that_telegram_does_not_know_is_not_kept(
    tmp_path: Path, given: Path, api_url: str
) -> None:
    for token, expected in (
        ("1:wrong-token-made-up", "does not know this token"),
        ("hunter2", "That is no token"),
    ):
        spoil(given, token)
        ended = await sets_up(tmp_path, given, api_url)
        assert ended.code == 2
        assert expected in ended.err
        assert token not in ended.said
        assert not (tmp_path / "token").exists()


async def test_a_telegram_that_is_away_is_not_the_tokens_fault(tmp_path: Path, given: Path) -> None:
    ended = await sets_up(tmp_path, given, f"http://127.0.0.1:{closed_port()}")
    assert ended.code == 1
    assert "cannot be reached (nothing answers at this address: is it right, is the network up" in ended.err
    assert not (tmp_path / "token").exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("error", "key"),
    [
        ("network: ClientConnectorDNSError", "network-name"),
        ("network: ClientConnectorCertificateError", "network-certificate"),
        ("network: ClientConnectorError", "network-closed"),
        ("network: ServerDisconnectedError", "network-broken"),
        ("network: ServerTimeoutError", "network-silent"),
        ("network: ClientProxyConnectionError", "network-proxy"),
        ("signal-cli: ConnectError", "network-closed"),
        ("signal-cli: ReadTimeout", "network-silent"),
    ],
)
def test_what_broke_on_the_way_is_said_in_plain_words_of_every_language(
    error: str, key: str, language: str
) -> None:
    assert network_reason(error, language) == f"{load_words().say(language, key)} ({error})"
    assert network_reason("429: too many requests", language) == "429: too many requests"


@pytest.mark.parametrize("number", [0, 4_000_000])
def test_as_root_it_says_first_that_a_user_of_its_own_should_do_it(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: number)
    said = dabyl("init", config=tmp_path / "config.toml", **BARE).out
    assert ("This is root." in said, "sudo -u dabyl -s" in said) == (number == 0, number == 0)


def test_without_a_terminal_it_says_which_options_it_needs(tmp_path: Path) -> None:
    ended = dabyl("init", "--zone", "Asia/Almaty", config=tmp_path / "config.toml", **BARE)
    assert ended.code == 2
    assert "--token-file --organisation --hotline --country --data" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
async def test_a_database_whose_key_is_gone_gets_no_new_one(
    tmp_path: Path, given: Path, api_url: str
) -> None:
    await sets_up(tmp_path, given, api_url)
    (tmp_path / "key").unlink()
    ended = await beside("init", config=tmp_path / "config.toml", **BARE)
    assert ended.code == 2
    assert "the key that opens it is not" in ended.err
    assert not (tmp_path / "key").exists()


@pytest.mark.slow
async def test_a_token_of_the_environment_is_used_and_written_nowhere(
    tmp_path: Path, given: Path, api_url: str
) -> None:
    options = [f"--{name}={value}" for name, value in {**ANSWERS, "data": str(tmp_path / "data")}.items()]
    config = tmp_path / "config.toml"
    ended = await beside("init", "--api-url", api_url, *options, config=config)
    assert ended.code == 0, ended.said
    assert f"The token (from {TOKEN}): there already" in ended.out
    assert not (tmp_path / "token").exists()
    assert not (tmp_path / "key").exists()


def test_a_file_is_private_before_anything_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen, real = [], os.open

    def watching(path: str, *rest: int) -> int:
        descriptor = real(path, *rest)
        seen.append((stat.S_IMODE(os.fstat(descriptor).st_mode), os.fstat(descriptor).st_size))
        return descriptor

    monkeypatch.setattr(os, "open", watching)
    old = os.umask(0)
    try:
        assert files.write_new(tmp_path / "token", "a secret")
    finally:
        os.umask(old)
    assert seen[-1] == (0o600, 0)
    assert not files.write_new(tmp_path / "token", "another")
    assert (tmp_path / "token").read_text() == "a secret"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_it_speaks_the_language_of_the_terminal_also_of_mistakes(language: str, tmp_path: Path) -> None:
    say = partial(load_words().say, language)
    ended = dabyl(
        "init", "--zone", "GMT+5", config=tmp_path / "config.toml", DABYL_LANGUAGE=language, **NOT_SET
    )
    assert say("init-no-terminal", options="").rstrip() in ended.err
    ended = dabyl(
        "check",
        config=written(tmp_path, '[organisation]\nzone = "GMT+5"\n'),
        DABYL_LANGUAGE=language,
        **NOT_SET,
    )
    assert say("expected-zone") in ended.err
    assert "Asia/Almaty" in ended.err


def test_a_difference_from_greenwich_names_the_zones_of_the_country_that_have_it(tmp_path: Path) -> None:
    ended = dabyl("check", config=written(tmp_path, '[organisation]\nzone = "GMT+5"\n'), **NOT_SET)
    assert "Asia/Almaty" in ended.err.partition("did you mean ")[2]
    assert "GMT+0" not in ended.err
