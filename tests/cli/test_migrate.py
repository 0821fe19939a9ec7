"""``dabyl migrate`` can be asked what it would do; and how whatever takes long says how far it is."""

from pathlib import Path

import pytest

from bot.cli.output import progress_lines
from bot.config.settings import KEY, TOKEN
from tests.cli.command import dabyl, written
from tests.project.tree import ROOT
from tests.storage.next_version import next_version


@pytest.mark.slow
def test_it_can_be_asked_what_it_would_do_and_does_nothing_then(tmp_path: Path) -> None:
    config = written(tmp_path, f'[storage]\nurl = "sqlite:///{tmp_path}/dabyl.db"')
    tried = dabyl("migrate", "--dry-run", config=config, **{KEY: None, TOKEN: None})
    assert tried.code == 0
    assert tried.out.startswith("0001 ")
    assert "Nothing was changed" in tried.out
    assert not (tmp_path / "dabyl.db").exists()
    assert dabyl("migrate", config=config, **{KEY: None, TOKEN: None}).code == 0
    assert not (tmp_path / "dabyl.db.lock").exists()  # no bot has run yet
    tried = dabyl("migrate", "--dry-run", config=config, **{KEY: None, TOKEN: None})
    assert tried.out.startswith("0 migrations would run")


def test_without_a_terminal_a_line_is_shown_every_few_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    clock = [0.0]
    show = progress_lines("Rows", lambda: clock[-1])
    for second, done in ((0.0, 0), (0.0, 300), (1.0, 500), (2.5, 600), (2.6, 900)):
        clock.append(second)
        show(done, 900)
    shown = capsys.readouterr().err
    assert shown.splitlines() == [f"Rows: {done} of 900" for done in (300, 600, 900)]


def test_where_nobody_knows_how_many_there_will_be_it_is_shown_how_many_are_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock = [0.0]
    show = progress_lines("Kilobytes written", lambda: clock[-1])
    for second, done in ((0.0, 4), (1.0, 8), (2.5, 12), (2.6, 15)):
        clock.append(second)
        show(done, None)
    assert capsys.readouterr().err.splitlines() == [f"Kilobytes written: {done}" for done in (4, 12)]


@pytest.mark.slow
def test_an_upgrade_says_where_what_was_there_lies_and_asks_for_a_backup_where_there_is_no_file(
    config: Path, tmp_path: Path
) -> None:
    file = tmp_path / "dabyl.db"
    on_server = not file.exists()
    dabyl("roster", "import", ROOT / "roster.example.csv", config=config)
    roster = dabyl("roster", "export", config=config).out
    with next_version(tmp_path, "DROP TABLE toys"):  # the server's database is used again
        backup = dabyl("backup", "--to", tmp_path, "--prove", config=config)
        assert (backup.code, "It can be restored" in backup.out) == (0, True), backup.said
        if on_server:
            ended = dabyl("migrate", config=config)
            assert (ended.code, "dabyl backup --prove, then dabyl migrate --yes" in ended.err) == (2, True)
            assert dabyl("migrate", "--dry-run", config=config).out.startswith("0002 ")
            return
        ended = dabyl("migrate", config=config)
        copy = tmp_path / "dabyl.db.before-0001"
        assert (ended.code, str(copy) in ended.out, "To go back: stop the bot" in ended.out) == (
            0,
            True,
            True,
        )
        assert dabyl("migrate", config=config).out.startswith("The database is ready")
        assert f"{copy}" not in dabyl("migrate", config=config).out
        assert f"{copy}" in dabyl("check", config=config).out
    copy.replace(file)
    assert dabyl("roster", "export", config=config).out == roster


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
def test_where_no_copy_can_be_written_nothing_is_migrated(config: Path, tmp_path: Path) -> None:
    (tmp_path / "dabyl.db.before-0001").mkdir()
    with next_version(tmp_path):
        ended = dabyl("migrate", config=config)
    assert (ended.code, "so nothing was migrated" in ended.err) == (1, True)
    assert dabyl("migrate", "--dry-run", config=config).out.startswith("0 migrations")
