"""What is installed has everything that the program reads: not only modules, but words, places and migrations."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

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
