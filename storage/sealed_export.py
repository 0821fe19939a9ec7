"""An export on the disk: sealed piece by piece under a key of its own, which lies sealed in the file's head.

The file is `HEAD | length of the sealed key (2) | sealed key | sealed pieces (storage.sealed_files)`. Whoever has DABYL_KEY
opens it, after a rotation too as long as the earlier key stands behind the newest. It has its name when all of it is on the
disk: before that another, and after an error none.
"""

import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from storage.errors import WrongFile
from storage.sealed_files import Sealer, new_key, opened
from storage.sealing import Keyring

HEAD = b"DABYL-EXPORT 1\n"
ABOUT = "export"
PART = ".part"


def sealed(pieces: Iterable[bytes], keyring: Keyring) -> Iterator[bytes]:
    """The bytes of the sealed file."""
    key = new_key()
    wrapped = keyring.seal(key, ABOUT)
    sealer = Sealer(key, ABOUT)
    yield HEAD + len(wrapped).to_bytes(2) + wrapped + sealer.begin()
    for piece in pieces:
        if whole := sealer.feed(piece):
            yield whole
    yield sealer.end()


def unsealed(path: Path, keyring: Keyring) -> Iterator[bytes]:
    """The clear bytes of such a file. Raises Damaged or WrongKey, WrongFile where there is none."""
    try:
        with path.open("rb") as file:
            head = file.read(len(HEAD))
            wrapped = file.read(int.from_bytes(file.read(2)))
    except OSError as error:
        raise WrongFile(f"The export {path} cannot be read ({error.strerror}).") from error
    if head != HEAD:
        raise WrongFile(f"{path.name} is no sealed export of Dabyl.")
    return opened(path, keyring.unseal(wrapped, ABOUT), ABOUT, behind=len(HEAD) + 2 + len(wrapped))


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """The file, readable by its owner alone, and whole or not there. OSError where it cannot be written."""
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}{PART}")
    try:
        with open(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, error.filename or str(path)) from error
    finally:
        part.unlink(missing_ok=True)
