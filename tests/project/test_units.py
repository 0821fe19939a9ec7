"""Units, compose file and image agree with each other, and the system keeps from the bot what it does not need."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.cli.commands import load_command
from bot.cli.printouts import EXAMPLE_FILES
from tests.project.commands import subcommands
from tests.project.tree import ROOT

FOLDER = ROOT / "bot/examples"
SERVICES = sorted(FOLDER.glob("*.service"))
OURS = [path for path in SERVICES if path.name.startswith("dabyl")]
DAEMON = FOLDER / "signal-cli.service"
MOST = 1.5  # of systemd's ten points of exposure


def settings(path: Path) -> list[str]:
    """The lines of a unit that set something."""
    lines = path.read_text("utf-8").splitlines()
    return [line for line in lines if line and line[0] not in "#["]


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_a_unit_exposes_little(path: Path, tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd is not installed here")
    copy = tmp_path / path.name.replace("@", "@made-up")
    copy.write_text(path.read_text("utf-8"), encoding="utf-8")
    ran = subprocess.run(
        [program, "security", "--offline=true", "--no-pager", str(copy)],
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", ran.stdout)
    assert found, ran.stdout + ran.stderr
    assert float(found[1]) <= MOST


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_a_unit_runs_a_command_that_exists_without_root_and_with_its_secrets_as_credentials(
    path: Path,
) -> None:
    said = settings(path)
    (command,) = [line for line in said if line.startswith("ExecStart=")]
    assert command.split()[1] in subcommands()
    assert any(line.startswith("User=dabyl") for line in said)
    assert any(line.startswith("LoadCredential=DABYL_KEY:") for line in said)
    assert "LimitCORE=0" in said


@pytest.mark.parametrize("name", ["dabyl", "dabyl-backup"])
def test_a_cell_of_an_organisation_is_the_same_unit_in_places_of_its_own(name: str) -> None:
    one, cell = settings(FOLDER / f"{name}.service"), settings(FOLDER / f"{name}@.service")
    apart = [line for line in cell if line not in one]
    assert len(one) == len(cell)
    assert all("%i" in line for line in apart)
    shared = re.compile(r"/var/lib/dabyl(?!-%i)")
    assert [line for line in cell if shared.search(line)] == []


def test_what_is_typed_once_before_a_cells_backup_makes_the_folder_that_it_writes() -> None:
    text = (FOLDER / "dabyl-backup@.service").read_text("utf-8")
    typed = re.findall(r"^# Once before: (.+)$", text, re.MULTILINE)
    (folder,) = re.findall(r"--to (\S+)", text)
    assert [line.split()[-1] for line in typed] == [folder.replace("%i", "almaty")]
    assert f"User={typed[0].split()[5]}".replace("almaty", "%i") in settings(FOLDER / "dabyl-backup@.service")


def test_every_example_is_in_the_wheel_and_can_be_printed() -> None:
    printed = {*EXAMPLE_FILES.values()} | {"dabyl.1", "operations.md"}
    assert {path.name for path in FOLDER.iterdir() if path.is_file()} - {"__init__.py"} == printed


def test_the_database_beside_the_bot_is_that_of_the_compose_file() -> None:
    one, more = (
        yaml.safe_load((FOLDER / f"compose{name}.yaml").read_text("utf-8")) for name in ("", ".postgres")
    )
    assert {*more["services"]} == {*one["services"], "postgres"}
    server = more["services"]["postgres"]
    assert {*server["secrets"]} == {*more["secrets"]}
    assert "ports" not in server


def test_the_compose_file_backs_up_and_tries_it_into_a_volume_that_the_bot_sees() -> None:
    services = yaml.safe_load((FOLDER / "compose.yaml").read_text("utf-8"))["services"]
    backup, bot = services["backup"], services["dabyl"]
    name, _, folder, proven = backup["command"]
    assert name in subcommands()
    assert proven == "--prove"
    assert backup["profiles"], "up would start it, once"
    assert f"backups:{folder}" in backup["volumes"]
    assert f"backups:{folder}:ro" in bot["volumes"]
    assert backup["environment"]["TMPDIR"] == folder  # /tmp is memory
    assert f"-o dabyl -g dabyl {folder}" in (ROOT / "Dockerfile").read_text("utf-8")
    assert {*bot["volumes"]} - {f"backups:{folder}:ro"} == {*backup["volumes"]} - {f"backups:{folder}"}
    assert all(
        backup[setting] == bot[setting] for setting in ("image", "read_only", "cap_drop", "security_opt")
    )
    for beside in ("postgres", "signal"):
        more = yaml.safe_load((FOLDER / f"compose.{beside}.yaml").read_text("utf-8"))["services"]
        assert {**more["dabyl"], "volumes": []} == {**more["backup"], "volumes": []}


def test_a_standby_is_the_same_bot_that_waits() -> None:
    (unit,) = [line for line in settings(FOLDER / "dabyl.service") if line.startswith("ExecStart=")]
    assert settings(FOLDER / "dabyl-standby.conf") == ["ExecStart=", unit.replace(" run ", " run --standby ")]
    service = yaml.safe_load((FOLDER / "compose.standby.yaml").read_text("utf-8"))["services"]["dabyl"]
    assert service == {"command": ["run", "--standby"]}
    assert "--standby" in {name for one in load_command("run").params for name in one.opts}


def test_the_watchdog_waits_longer_than_the_audit_that_feeds_it() -> None:
    said = settings(FOLDER / "dabyl.service")
    assert {"Type=notify", "NotifyAccess=main", "WatchdogSec=5min"} <= {*said}


def test_the_backup_may_write_where_it_writes() -> None:
    said = settings(FOLDER / "dabyl-backup.service")
    (command,) = [line for line in said if line.startswith("ExecStart=")]
    folder = command.split("--to ")[1].split()[0]
    assert any(line.startswith("ReadWritePaths=") and folder in line.split() for line in said)


def test_signals_daemon_keeps_and_tells_nothing_and_is_the_same_in_a_container() -> None:
    text = DAEMON.read_text("utf-8").replace("\\\n", " ")
    (command,) = re.findall(r"^ExecStart=(.+)$", text, re.MULTILINE)
    given = shlex.split(command)[1:]
    assert {"--scrub-log", "--disable-send-log", "--no-receive-stdout", "--ignore-stories"} <= {*given}
    assert given[given.index("--http") + 1] == "127.0.0.1:7583"
    assert given[given.index("--receive-mode") + 1] == "on-connection"
    assert not any(
        "dabyl" in line or "DABYL" in line for line in settings(DAEMON) if "=dabyl.service" not in line
    )
    service = yaml.safe_load((FOLDER / "compose.signal.yaml").read_text("utf-8"))["services"]["signal-cli"]
    assert [word for one in service["command"] for word in one.split("=")] == given


def test_the_page_on_signal_names_the_folder_the_user_and_the_address_of_the_unit() -> None:
    page = (ROOT / "docs/run/signal.md").read_text("utf-8")
    for wanted in (
        'url = "http://127.0.0.1:7583"',
        "ReadWritePaths=-/var/lib/signal-cli/attachments",
        "SupplementaryGroups=signal-cli",
        "dabyl example signal-cli > /etc/systemd/system/signal-cli.service",
    ):
        assert wanted in page
    assert {"User=signal-cli", "Group=signal-cli", "StateDirectory=signal-cli"} <= {*settings(DAEMON)}


def test_the_compose_file_and_the_image_name_the_same_places() -> None:
    compose = (FOLDER / "compose.yaml").read_text("utf-8")
    image = (ROOT / "Dockerfile").read_text("utf-8")
    for place in ("/etc/dabyl/config.toml", "/var/lib/dabyl"):
        assert place in compose
        assert place in image
    for wanted in (
        "read_only: true",
        "cap_drop: [ALL]",
        "no-new-privileges:true",
        '"dabyl", "status", "--alive"',
    ):
        assert wanted in compose


def test_the_pages_for_a_technician_know_one_place_and_it_is_that_of_the_units() -> None:
    said = settings(FOLDER / "dabyl.service")
    assert "WorkingDirectory=/var/lib/dabyl/data" in said
    assert "ExecStart=/opt/dabyl/bin/dabyl run --config /var/lib/dabyl/config.toml" in said
    page = (ROOT / "docs/run/first-steps.md").read_text("utf-8")
    for typed in ("cd /var/lib/dabyl && export PATH=/opt/dabyl/bin:$PATH", "dabyl example unit"):
        assert typed in page
    for path in sorted((ROOT / "docs/run").glob("*.md")):
        lines = path.read_text("utf-8").splitlines()
        elsewhere = [line for line in lines if re.search(r"/etc/dabyl|/var/backups|/usr/local", line)]
        assert [line for line in elsewhere if "docker" not in line] == [], (
            path.name
        )  # a container has its own
