"""What every command has in common: help, the version, mistakes in sentences, exit codes, no secrets."""

import os
from importlib.metadata import version
from pathlib import Path

import pytest
import typer

from bot import building
from bot.cli import check
from bot.cli.output import progress_lines
from bot.cli.session import finish
from bot.config.settings import KEY, TOKEN
from core.resources import jurisdictions, law_files, preloading
from core.resources.word_files import load_heard
from storage.sealing import Keyring
from tests.cli.command import KEY_VALUE, dabyl, written
from tests.project.commands import subcommands

READING = [("check",), ("digest",), ("roster", "list"), ("roster", "export"), ("parked",), ("keys", "list")]
ALL = [*READING, ("run",), ("migrate",), ("roster", "import", "roster.csv"), ("roster", "suspend", "1")]


def test_the_version_is_that_of_the_package() -> None:
    ended = dabyl("--version")
    assert (ended.code, ended.out) == (0, f"dabyl {version('dabyl')}\n")


@pytest.mark.parametrize(
    "words",
    [
        (),
        *((name,) for name in subcommands()),
        *(("roster", name) for name in sorted(subcommands()["roster"])),
    ],
    ids=" ".join,
)
def test_every_command_explains_itself(words: tuple[str, ...]) -> None:
    ended = dabyl(*words, "--help")
    assert ended.code == 0
    assert "Usage:" in ended.out


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_a_missing_configuration_is_a_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    ended = dabyl(*words, config=tmp_path / "none.toml")
    assert ended.code == 2
    assert "none.toml" in ended.err
    assert "dabyl example config" in ended.err


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_all_mistakes_of_file_and_secrets_are_told_at_once(words: tuple[str, ...], tmp_path: Path) -> None:
    text = '[digest]\ntime = "25:00"\n[telegram]\nchannel = "news"\ntoken = "1:abcdefghijklmnopqrstuvwxyz"\n'
    ended = dabyl(*words, config=written(tmp_path, text), **{TOKEN: "no token", KEY: "no key"})
    assert ended.code == 2
    assert ended.err.startswith("3 mistakes in ")
    assert "\n2 mistakes in the secrets, which do not stand in " in ended.err
    for part in ("digest.time is '25:00'", "telegram.channel is 'news'", "telegram.token", TOKEN, KEY):
        assert part in ended.err
    assert "abcdefghijkl" not in ended.err


@pytest.mark.parametrize(
    "words", [words for words in ALL if words not in [("check",), ("migrate",)]], ids=" ".join
)
def test_a_missing_key_is_named_with_both_ways_to_set_it(words: tuple[str, ...], tmp_path: Path) -> None:
    ended = dabyl(*words, config=written(tmp_path, ""), **{KEY: None})
    assert ended.code == 2
    assert f"set {KEY}, or {KEY}_FILE" in ended.err
    assert ended.err.startswith("1 mistake in the secrets")  # not in the file, which is as it must be


@pytest.mark.parametrize("words", [*READING, ("run",), ("roster", "suspend", "1")], ids=" ".join)
def test_a_database_that_is_not_there_says_what_to_run(words: tuple[str, ...], tmp_path: Path) -> None:
    config = written(tmp_path, f'[storage]\nurl = "sqlite:///{tmp_path}/new.db"')
    ended = dabyl(*words, config=config, **{TOKEN: "1:a" if words == ("run",) else None})
    assert ended.code == 1
    assert "dabyl migrate" in ended.said
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize("words", [("digest",), ("roster", "list"), ("keys", "list"), ("run",)], ids=" ".join)
def test_another_key_than_the_databases_is_a_wrong_configuration(
    words: tuple[str, ...], config: Path
) -> None:
    assert dabyl("roster", "list", config=config).code == 0
    ended = dabyl(*words, config=config, **{KEY: dabyl("keys", "new").out.strip()})
    assert ended.code == 2
    assert "Set DABYL_KEY to the key that was used" in ended.err


def test_a_server_that_is_down_says_so(tmp_path: Path) -> None:
    text = '[storage]\nurl = "postgresql://dabyl:hunter2@127.0.0.1:1/dabyl"'
    for words in (("migrate",), ("roster", "list"), ("run",)):
        ended = dabyl(*words, config=written(tmp_path, text))
        assert ended.code == 1
        assert "cannot be reached" in ended.err
        assert "hunter2" not in ended.said


def test_a_key_is_new_each_time_and_usable() -> None:
    first, second = dabyl("keys", "new").out, dabyl("keys", "new").out
    assert first != second
    Keyring.parse(first)


@pytest.mark.slow
def test_migrate_says_where_the_database_is_and_may_be_repeated(tmp_path: Path) -> None:
    config = written(tmp_path, f'[storage]\nurl = "sqlite:///{tmp_path}/new.db"')
    for _ in range(2):
        ended = dabyl("migrate", config=config, **{KEY: None, TOKEN: None})
        assert (ended.code, ended.out) == (0, f"The database is ready: {tmp_path}/new.db\n")
    assert (tmp_path / "new.db").stat().st_mode & 0o077 == 0


def test_a_relative_database_is_in_the_folder_where_dabyl_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert str(tmp_path / "dabyl.db") in dabyl("migrate", config=written(tmp_path, "")).out
    assert (tmp_path / "dabyl.db").exists()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    ended = dabyl("migrate", config=written(tmp_path, f'[storage]\nurl = "sqlite:///{tmp_path}/no/x.db"'))
    assert ended.code == 1
    assert "cannot be created" in ended.err
    assert f"mkdir -p {tmp_path}/no" in ended.err


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_secrets_may_come_from_files(config: Path, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{KEY_VALUE}\n")
    ended = dabyl("roster", "list", config=config, **{KEY: None, f"{KEY}_FILE": os.fspath(tmp_path / "key")})
    assert ended.code == 0


def test_a_digest_of_no_day_or_of_tomorrow_is_a_wrong_argument(tmp_path: Path) -> None:
    for day in ("yesterday", "2018-02-30", "2999-01-01"):
        ended = dabyl("digest", "--date", day, config=written(tmp_path, ""))
        assert ended.code == 2
        assert day in ended.err


def test_a_clock_that_is_not_on_this_machine_is_refused(tmp_path: Path) -> None:
    for url in ("http://example.com", "http://192.0.2.1"):
        ended = dabyl("run", config=written(tmp_path, ""), DABYL_CLOCK=url)
        assert ended.code == 2
        assert "DABYL_CLOCK" in ended.err


@pytest.mark.parametrize("command", ["run", "check"])
def test_a_mistake_in_what_people_say_ends_the_start_with_file_row_and_reason(
    command: str, config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in ("kk", "ru", "en"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "heard.toml").write_text('[situations]\nover = ["~ freed"]', encoding="utf-8")
    for module in (building, preloading):
        monkeypatch.setattr(module, "load_heard", lambda: load_heard(tmp_path))
    ended = dabyl(command, config=config)
    assert ended.code == 2
    assert f"{tmp_path / 'kk' / 'heard.toml'}: situations.over, row 1 «~ freed»: ~ stands behind" in ended.err


def test_a_question_that_was_broken_off_is_no_defect(capsys: pytest.CaptureFixture[str]) -> None:
    async def asks() -> None:
        raise typer.Abort

    with pytest.raises(typer.Abort):
        finish(asks())
    assert capsys.readouterr() == ("", "")


def test_work_that_begins_again_and_again_says_once_that_all_of_it_is_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = progress_lines("Rows", lambda: 0.0)
    for _ in range(3):
        shown(24, 24)
    assert capsys.readouterr().err == "Rows: 24 of 24\n"


def test_check_tells_a_mistake_in_what_papers_cite_before_a_paper_is_needed(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "demands.toml").write_text('[[demand]]\nid = "stop"\n', encoding="utf-8")
    (tmp_path / "xx" / "findings.toml").write_text("[[finding", encoding="utf-8")

    def mistakes_there(country: str, own: Path | None) -> tuple[str, ...]:
        with pytest.MonkeyPatch.context() as elsewhere:
            elsewhere.setattr(jurisdictions, "_ROOT", tmp_path)
            return law_files.cited_mistakes("xx", own)

    monkeypatch.setattr(check, "cited_mistakes", mistakes_there)
    ended = dabyl("check", config=config)
    assert ended.code == 1
    assert "core/jurisdictions/xx/demands.toml, demand 1 (stop): text is missing" in ended.said
    assert "xx/findings.toml: Expected" in ended.said
