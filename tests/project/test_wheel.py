"""What is installed has everything that the program reads: not only modules, but words, places and migrations."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

from storage.sealing import new_key
from tests.project.tree import PACKAGES, ROOT, tracked


def test_every_file_of_the_packages_is_in_the_wheel(tmp_path: Path) -> None:
    source = tmp_path / "source"
    files = [path for path in tracked() if path.parts[0] in PACKAGES]
    for path in [*files, *map(Path, ("pyproject.toml", "README.md", "LICENSE", "NOTICE"))]:
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, source / path)
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", str(tmp_path), str(source)],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert [str(path) for path in files if path.as_posix() not in packed] == []
    assert any(name.endswith("/licenses/LICENSE") for name in packed)
    _works_alone(wheel, tmp_path)
    _is_installed(wheel, tmp_path)


def _works_alone(wheel: Path, folder: Path) -> None:
    """Out of what is installed, in an empty folder, without our sources."""
    site, empty = folder / "site", folder / "empty"
    zipfile.ZipFile(wheel).extractall(site)
    empty.mkdir()
    program = "import bot, sys; from bot.cli.main import main; assert bot.__path__[0].startswith(sys.path[1]); main()"
    (folder / "config.toml").write_text(f'[storage]\nurl = "sqlite:///{folder}/dabyl.db"\n')
    environ = {
        **os.environ,
        "PYTHONPATH": str(site),
        "DABYL_CONFIG": str(folder / "config.toml"),
        "DABYL_KEY": new_key(),
    }
    for words, part in (
        (["--version"], "0."),
        (["example", "config"], "[telegram]"),
        (["man"], ".TH"),
        (["sheets", str(folder / "sheets")], "18 sheets"),
        (["migrate"], "is ready"),
    ):
        ended = subprocess.run(
            [sys.executable, "-c", program, *words], cwd=empty, env=environ, capture_output=True, check=False
        )
        assert ended.returncode == 0, ended.stderr.decode()
        assert part in ended.stdout.decode(), words
    assert list(empty.iterdir()) == []


def _is_installed(wheel: Path, folder: Path) -> None:
    """By pip, as pipx does it, into an environment of its own, with the command in its bin. Libraries are ours."""
    venv.create(folder / "venv")
    python = folder / "venv/bin/python"
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index"]
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", *options, str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    environ = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    ended = subprocess.run(
        [folder / "venv/bin/dabyl", "--version"], cwd=folder, env=environ, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout[:6]) == (0, b"dabyl "), ended.stderr.decode()
