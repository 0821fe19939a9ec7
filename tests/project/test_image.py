"""The Dockerfile is not built here, so what it says is compared with what exists."""

import re
import shlex
import tomllib
from fnmatch import fnmatch
from pathlib import Path

from tests.project.commands import subcommands
from tests.project.tree import PACKAGES, ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
STEPS = [
    (line.split(maxsplit=1)[0], line.split(maxsplit=1)[1])
    for line in DOCKERFILE.replace("\\\n", " ").splitlines()
    if line.strip() and not line.startswith("#")
]
CLASSIFIERS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["classifiers"]
IGNORED = [
    line
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def arguments(name: str) -> list[str]:
    """What the instructions of this name say, in order."""
    return [argument for step, argument in STEPS if step == name]


def in_context(name: str) -> bool:
    """Whether .dockerignore lets a top-level name into the build; the last line that matches decides."""
    allowed = True
    for line in IGNORED:
        if fnmatch(name, line.removeprefix("!")):
            allowed = line.startswith("!")
    return allowed


def copied() -> set[str]:
    """What is copied into the image."""
    return {source for argument in arguments("COPY") for source in shlex.split(argument)[:-1]}


def test_what_is_copied_exists_and_is_part_of_the_build() -> None:
    assert [name for name in sorted(copied()) if not (ROOT / name).exists() or not in_context(name)] == []


def lands(name: str) -> bool:
    """Whether a file of the project is found in the image below /src where the project has it."""
    for argument in arguments("COPY"):
        *sources, place = shlex.split(argument)
        for source in sources:
            inside = name == source or name.startswith(f"{source}/")
            into = place + Path(source).name if place.endswith("/") else place
            if inside and into + name.removeprefix(source) == f"/src/{name}":
                return True
    return False


def test_what_a_package_only_points_at_is_copied_to_where_it_points() -> None:
    """What `dabyl example` and `dabyl sheets` print are links into docs; a link to nothing is not installed."""
    links = [path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_symlink()]
    targets = {path.resolve().relative_to(ROOT).as_posix() for path in links}
    assert "docs/people/citizen.kk.md" in targets
    assert [name for name in sorted(targets) if not lands(name)] == []


def test_everything_the_program_is_made_of_is_copied() -> None:
    assert {*PACKAGES, "pyproject.toml", "requirements.txt"} <= copied()


def test_secrets_and_data_never_come_into_the_build() -> None:
    for name in ("config.toml", "roster.csv", "dabyl.db", "dabyl.db-wal", ".env", ".git", ".venv", "tests"):
        assert not in_context(name), name


def test_requirements_are_installed_with_their_hashes_and_nothing_else_is_fetched() -> None:
    installs = [argument for argument in arguments("RUN") if "pip install" in argument]
    assert len(installs) == 2
    assert "--no-deps --require-hashes -r /src/requirements.txt" in installs[0]
    assert "--no-deps --no-build-isolation" in installs[1]


def test_the_program_does_not_run_as_root_and_its_data_lies_in_a_volume() -> None:
    names = [name for name, _ in STEPS]
    assert names.index("USER") < names.index("ENTRYPOINT")
    assert arguments("USER") == ["10001"]
    assert arguments("WORKDIR") == arguments("VOLUME") == ["/var/lib/dabyl"]


def test_the_image_runs_a_command_that_exists_on_a_python_that_we_support() -> None:
    (entry,), (command,) = arguments("ENTRYPOINT"), arguments("CMD")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert entry == '["dabyl"]'
    assert "dabyl" in project["scripts"]
    words = re.findall(r'"([^"]+)"', command)
    assert words == ["run"]
    assert words[0] in subcommands()
    assert "DABYL_CONFIG=/etc/dabyl/config.toml" in arguments("ENV")[0]
    version = re.fullmatch(r"python:3\.(\d+)-slim", arguments("FROM")[0])
    assert version
    assert int(version[1]) >= int(project["requires-python"].removeprefix(">=3."))


def test_the_health_check_is_a_command_that_exists() -> None:
    (check,) = arguments("HEALTHCHECK")
    words = re.findall(r'"([^"]+)"', check)
    assert words == ["dabyl", "status", "--alive"]
    assert words[1] in subcommands()


def test_what_is_compiled_is_that_of_the_python_that_runs_it() -> None:
    version = arguments("FROM")[0].removeprefix("python:").removesuffix("-slim")
    assert f"compileall -q /usr/local/lib/python{version}/" in arguments("RUN")[-1]
    assert f"Programming Language :: Python :: {version}" in CLASSIFIERS


def test_every_path_of_the_program_is_inside_the_project() -> None:
    assert [path for path in copied() if Path(path).is_absolute() or ".." in path] == []
