"""Where a secret comes from: each from one of four places. And how a secret that lies in a file is replaced.

the environment        DABYL_KEY, the secret itself
a file                 DABYL_KEY_FILE, its path
a systemd credential   DABYL_KEY, a file in the folder of $CREDENTIALS_DIRECTORY
a command              DABYL_KEY_COMMAND: its standard output; run without a shell, and without our other secrets

A new value is written completely or not at all, readable by the same users as before, but never by everybody. The old value
is kept beside it, in a file of the same name that ends with ``.old``, because old backups need old keys.
"""

import fcntl
import os
import shlex
import stat
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

CREDENTIALS = "CREDENTIALS_DIRECTORY"
TEXT = "utf-8-sig"  # some editors put a mark before everything, which is no part of a secret
PATIENCE = 30.0  # seconds that a command may take
COMPLAINT = 300  # characters of what it says on stderr


class SourceKind(StrEnum):
    """What sort of place it is."""

    ENVIRONMENT = "environment"
    FILE = "file"
    CREDENTIAL = "credential"
    COMMAND = "command"


class Unusable(Exception):
    """Nothing can be had from there; why, without the secret. ``where``: what is to blame."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(why)
        self.where = where


class Source(Struct, frozen=True):
    """One place. ``name``: by what it was given, as a technician knows it; ``where``: the path or the command."""

    kind: SourceKind
    name: str
    where: str = ""


def everybody_reads(source: Source) -> bool:
    """Whether any user of this machine can read the file."""
    return source.kind is SourceKind.FILE and bool(Path(source.where).stat().st_mode & stat.S_IROTH)


def sources_of(secret: str, environ: Mapping[str, str]) -> list[Source]:
    """All places that are named for this secret. More than one is a mistake."""
    found = []
    if secret in environ:
        found.append(Source(SourceKind.ENVIRONMENT, secret))
    if (file := f"{secret}_FILE") in environ:
        found.append(Source(SourceKind.FILE, file, environ[file]))
    if (command := f"{secret}_COMMAND") in environ:
        found.append(Source(SourceKind.COMMAND, command, environ[command]))
    if folder := environ.get(CREDENTIALS):
        credential = Path(folder) / secret
        if credential.exists():
            found.append(Source(SourceKind.CREDENTIAL, f"the credential {secret}", str(credential)))
    return found


def read_source(source: Source, environ: Mapping[str, str]) -> str:
    """What is there now, without the space around it. Raises :class:`Unusable`."""
    match source.kind:
        case SourceKind.ENVIRONMENT:
            value, empty = environ[source.name], "set but empty"
        case SourceKind.FILE | SourceKind.CREDENTIAL:
            value, empty = _from_file(source.where), "the file is empty"
        case SourceKind.COMMAND:
            value, empty = _from_command(source.where, environ), "the command says nothing on standard output"
    if not value.strip():
        raise Unusable("" if source.kind is SourceKind.ENVIRONMENT else source.where, empty)
    return value.strip()


def _from_file(path: str) -> str:
    try:
        return Path(path).read_text(encoding=TEXT)
    except OSError as error:
        raise Unusable(path, f"the file cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Unusable(path, "expected a text file with one line") from None


def _from_command(command: str, environ: Mapping[str, str]) -> str:
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise Unusable("", f"expected a command as in a shell: {error}") from None
    if not words:
        raise Unusable("", "set but empty")
    ours = {name: value for name, value in environ.items() if not name.startswith("DABYL_")}
    try:
        done = subprocess.run(
            words, env=ours, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False
        )
        value = done.stdout.decode(TEXT)
    except OSError as error:
        raise Unusable(words[0], f"the command cannot be run: {error.strerror}") from None
    except subprocess.TimeoutExpired:
        raise Unusable(words[0], f"the command gave no answer within {PATIENCE:.0f} seconds") from None
    except UnicodeDecodeError:
        raise Unusable(words[0], "expected one line of text from the command") from None
    if done.returncode:
        raise Unusable(words[0], f"the command ended with {done.returncode}{_complaint(done.stderr, value)}")
    return value


def _complaint(stderr: bytes, secret: str) -> str:
    """What the command says about itself, on one line, and nothing of what it printed."""
    said = " ".join(stderr.decode("utf-8", "replace").split())
    for part in secret.split():
        said = said.replace(part, "…")
    return f": {said[:COMPLAINT]}" if said else ""


OLD = ".old"
MOST = 0o640  # of the mode that was there


def can_write(source: Source | None) -> bool:
    """Whether we can write there; a command, a credential and the environment are the technician's."""
    return source is not None and source.kind is SourceKind.FILE


@contextmanager
def lock_source(source: Source) -> Iterator[None]:
    """Nobody else who asks for it changes what lies there meanwhile. Raises BlockingIOError where somebody does."""
    if not can_write(source):
        yield
        return
    folder = os.open(
        Path(source.where).resolve().parent, os.O_RDONLY
    )  # the file is another one after each change
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(folder)


def replace_secret(source: Source, value: str) -> None:
    """Raises OSError; then the file is as it was."""
    _write(Path(source.where).resolve(), value)


def keep_old_secrets(source: Source, values: list[str]) -> Path:
    """These go to what was kept before, newest first. Where that is. Raises OSError."""
    file = Path(source.where).resolve()
    old = file.with_name(file.name + OLD)
    before = old.read_text("utf-8-sig").strip().split(",") if old.exists() else []
    _write(old, ",".join([*values, *(key for key in before if key and key not in values)]), like=file)
    return old


def _write(file: Path, value: str, like: Path | None = None) -> None:
    was = (like or file).stat()
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)  # what a crash has left
    descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(f"{value}\n")
            out.flush()
            if os.geteuid() == 0:  # the bot's own user must be able to read it, even if root rotates
                os.fchown(out.fileno(), was.st_uid, was.st_gid)
            os.fchmod(out.fileno(), was.st_mode & MOST)
            os.fsync(out.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
