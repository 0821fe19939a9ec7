"""--json: one document on stdout, whatever else is said goes to stderr, and the exit code is the same."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.cli import test_alert as alerting
from bot.cli.commands import COMMANDS, load_command
from bot.cli.test_alert import Asked, Came
from bot.config.settings import KEY, TOKEN, Settings
from storage.sealing import id_of, parse_keys
from tests.cli.command import KEY_VALUE, Ended, dabyl, written
from tests.cli.test_roster import EXAMPLE
from tests.papers.word import with_text
from tests.project.tree import ROOT

OPERATIONS = (ROOT / "docs" / "run" / "operations.md").read_text("utf-8")


def document(ended: Ended, code: int = 0) -> Any:
    """What a program reads."""
    assert ended.code == code, ended.said
    return json.loads(ended.out)


def with_json() -> set[str]:
    """The commands that know the option."""
    found = set()
    for name in COMMANDS:
        one = load_command(name)
        for step, command in getattr(one, "commands", {"": one}).items():
            if any("--json" in option.opts for option in command.params):
                found.add(f"{name} {step}".strip())
    return found


def test_the_handbook_names_the_commands_that_print_a_document() -> None:
    (said,) = re.findall(r"With `--json` these print.*?: (.*?)\.\n", OPERATIONS, re.DOTALL)
    assert set(re.findall("`([^`]+)`", said)) == with_json()


@pytest.fixture
def dialect() -> str:
    """What is printed does not depend on it."""
    return "sqlite"


@pytest.fixture
def roster(config: Path) -> Path:
    """The example's people are there."""
    assert dabyl("roster", "import", EXAMPLE, config=config).code == 0
    return config


def test_a_trial_and_a_restore_say_what_is_in_the_backup(roster: Path, tmp_path: Path) -> None:
    (folder := tmp_path / "backups").mkdir()
    dabyl("backup", "--to", folder, config=roster)
    (backup,) = folder.iterdir()
    tried = document(dabyl("restore", "--try", folder, "--json", config=roster))
    assert (tried["backup"], tried["compared"], tried["broken"]) == (str(backup), True, [])
    assert tried["rows"] > 7
    assert tried["files"] == 0
    (tmp_path / "new").mkdir()
    new = written(tmp_path / "new", f'[storage]\nurl = "sqlite:///{tmp_path}/new.db"\n')
    ended = dabyl("restore", backup, "--json", config=new)
    assert document(ended) == tried
    assert "tell the coordinators from when to when" in ended.err
    again = dabyl("restore", backup, "--json", config=new)
    assert (again.code, again.out) == (1, "")


def test_a_migration_says_which_it_would_run_and_which_it_has(tmp_path: Path) -> None:
    config = written(tmp_path, f'[storage]\nurl = "sqlite:///{tmp_path}/dabyl.db"')
    none = {KEY: None, TOKEN: None}
    would = document(dabyl("migrate", "--dry-run", "--json", config=config, **none))
    assert (would["changed"], would["migrations"][0]["number"]) == (False, "0001")
    ran = document(dabyl("migrate", "--json", config=config, **none))
    assert ran == would | {"changed": True}
    assert document(dabyl("migrate", "--dry-run", "--json", config=config, **none))["migrations"] == []


def test_an_import_says_whom_it_would_add_and_change_and_whom_it_has(config: Path, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("\n".join(EXAMPLE.read_text("utf-8").splitlines()[:2]), "utf-8")
    one = document(dabyl("roster", "import", tmp_path / "one.csv", "--json", config=config))
    assert one["imported"]
    assert [(person["id"], person["name"]) for person in one["added"]] == [("1000001", "Made-up Alma")]
    other = tmp_path / "other.csv"
    other.write_text(EXAMPLE.read_text("utf-8").replace("Made-up Alma", "Made-up Other"), encoding="utf-8")
    would = document(dabyl("roster", "import", other, "--dry-run", "--json", config=config))
    assert not would["imported"]
    assert len(would["added"]) == 6
    assert [(row["id"], row["columns"]) for row in would["changed"]] == [("1000001", ["name"])]
    assert document(dabyl("roster", "import", other, "--json", config=config)) == would | {"imported": True}
    ended = dabyl("roster", "import", tmp_path / "none.csv", "--json", config=config)
    assert (ended.code, ended.out) == (2, "")


def test_an_export_says_where_it_is_and_its_hash(config: Path, tmp_path: Path) -> None:
    target = tmp_path / "export.zip"
    ended = dabyl("export", "--open", "--format", "csv", "--to", target, "--json", config=config)
    found = document(ended)
    assert len(found.pop("sha256")) == 64
    assert found == {"export": str(target), "sealed": False, "formats": ["csv"], "cases": 0}


def test_a_move_says_what_is_left_and_the_reminders_go_to_stderr(roster: Path, tmp_path: Path) -> None:
    (tmp_path / "dabyl.db.files").mkdir()
    ended = dabyl("storage", "move", f"sqlite:///{tmp_path}/elsewhere.db", "--json", config=roster)
    found = document(ended)
    assert found["rows"] > 7
    assert found["files_stay_in"] == f"{tmp_path}/dabyl.db.files"
    assert "Now name the new place" in ended.err


def test_a_rotation_says_which_keys_by_their_ids(roster: Path, tmp_path: Path) -> None:
    old = id_of(parse_keys(KEY_VALUE)[0])
    ended = dabyl("keys", "rotate", "--json", config=roster)
    found = document(ended, code=1)
    assert (found["done"], id_of(parse_keys(found["new_key"])[0])) == (False, found["key"])
    assert "Put the new key in front" in ended.err
    (file := tmp_path / "key").write_text(KEY_VALUE)
    file.chmod(0o600)
    by_file = {KEY: None, f"{KEY}_FILE": str(file)}
    ended = dabyl("keys", "rotate", "--json", config=roster, **by_file)
    found = document(ended)
    assert (found["done"], found["new_key"], found["earlier"]) == (True, None, [old])
    assert found["kept_in"] == f"{file}.old"
    assert found["rows"] > 7
    assert file.read_text().strip() not in ended.said
    assert "Keep a copy of the new one" in ended.err


def test_steps_and_receipts_of_an_emergency_can_be_read_by_a_program(roster: Path) -> None:
    assert document(dabyl("emergency", "steps", "--json", config=roster)) == []
    nobody: dict[str, Any] = {"step": None, "at": None, "people": 0, "confirmed": 0, "missing": []}
    assert document(dabyl("emergency", "receipts", "--json", config=roster)) == nobody
    dabyl("emergency", "silence", config=roster)
    (step,) = document(dabyl("emergency", "steps", "--json", config=roster))
    assert (step["step"], step["ended_at"]) == ("silence", None)


def test_a_template_that_cannot_be_filled_is_in_the_document_and_in_the_exit_code(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    config = written(tmp_path, f'[papers]\ntemplates = "{tmp_path}/own"\n')
    file = tmp_path / "own" / "demand_for_release.ru.docx"
    file.write_bytes(with_text("{{ person.nobody }}"))
    ended = dabyl("paper", "check", file, "--json", config=config)
    found = document(ended, code=2)
    assert found["file"] == str(file)
    assert found["wrong"] == ended.err.splitlines()


@pytest.mark.parametrize(
    ("came", "code"), [(Came(1.5, answered=9.0), 0), (Came(1.5), 1), (Came(failed="left"), 1)]
)
def test_a_test_alert_says_after_how_many_seconds(
    roster: Path, came: Came, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def asked(settings: Settings, who: str) -> Asked:
        return Asked("Made-up Alma", 1, "test-alert:1", tells=False)

    async def seen(settings: Settings, asked: Asked) -> Came:
        return came

    monkeypatch.setattr(alerting, "send_test_alert", asked)
    monkeypatch.setattr(alerting, "look", seen)
    monkeypatch.setattr(alerting, "LOOKS", 0.001)
    monkeypatch.setattr(alerting, "LEAVES", 0.01)
    found = document(dabyl("test-alert", "1000001", "--wait", "0", "--json", config=roster), code)
    assert found["member"] == "Made-up Alma"
    assert (found["sent"], found["answered"], found["failed"]) == (came.sent, came.answered, came.failed)
