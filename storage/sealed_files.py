"""The bytes of a file, sealed piece by piece: AES-256-GCM under a key of the file's own, which lies sealed in its row.

A sealed file is `version (1 byte) | chance (7) | pieces`; each piece is 256 KiB of clear bytes, the last one what is left,
and a tag. A nonce is `chance | number of the piece (4) | 1 for the last (1)`: no piece can be left out, moved or repeated,
nor the end cut off. The key belongs to one row, whose number is authenticated too, so no file stands in for another. Chance
is drawn again whenever a file is written, so that a file fetched twice does not use a nonce twice.

An export on the disk is sealed in the same way under a key of its own, which lies sealed in the file's head.
It is `HEAD | length of the sealed key (2) | sealed key | sealed pieces`. Anyone who has DABYL_KEY can open it, also after a
rotation as long as the earlier key is kept behind the newest. It gets its name when all of it is on the disk; until then it
has another, and after an error the file is removed.
"""

import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import Damaged, WrongFile
from storage.sealing import Keyring

VERSION = b"\x01"
KEY_BYTES = 32
CHANCE = 7
PIECE = 256 * 1024  # clear bytes
TAG = 16


def new_key() -> bytes:
    """A key for one file."""
    return os.urandom(KEY_BYTES)


def sealed_size(size: int) -> int:
    """Of a file of so many clear bytes, the bytes on the disk."""
    pieces = max(1, -(-size // PIECE))
    return len(VERSION) + CHANCE + size + pieces * TAG


class Sealer:
    """Seals one file from its beginning to its end. ``about`` says which file it is."""

    def __init__(self, key: bytes, about: str) -> None:
        self._seal = AESGCM(key)
        self._about = about.encode()
        self._chance = os.urandom(CHANCE)
        self._number = 0
        self._rest = bytearray()

    def begin(self) -> bytes:
        """What stands before the pieces."""
        return VERSION + self._chance

    def feed(self, clear: bytes) -> bytes:
        """These bytes too; the pieces that are whole by them."""
        self._rest += clear
        whole = bytearray()
        while len(self._rest) > PIECE:  # what fits exactly may be the last
            whole += self._piece(bytes(self._rest[:PIECE]), last=False)
            del self._rest[:PIECE]
        return bytes(whole)

    def end(self) -> bytes:
        """The last piece."""
        return self._piece(bytes(self._rest), last=True)

    def _piece(self, clear: bytes, *, last: bool) -> bytes:
        number, self._number = self._number, self._number + 1
        return self._seal.encrypt(nonce(self._chance, number, last=last), clear, self._about)


def opened(path: Path, key: bytes, about: str, *, behind: int = 0) -> Iterator[bytes]:
    """The clear bytes, piece by piece. Raises Damaged if they are not what was sealed, OSError if the file cannot be read.

    ``behind``: how many bytes of the file come before them.
    """
    unseal, known = AESGCM(key), about.encode()
    with path.open("rb") as file:
        file.seek(behind)
        head = file.read(len(VERSION) + CHANCE)
        chance, number = head[len(VERSION) :], 0
        piece, following = file.read(PIECE + TAG), file.read(PIECE + TAG)
        if head[:1] != VERSION or len(chance) != CHANCE:
            raise Damaged(f"The sealed file of {about} has no known form. Restore it from a backup.")
        while True:
            try:
                yield unseal.decrypt(nonce(chance, number, last=not following), piece, known)
            except (InvalidTag, ValueError):
                raise Damaged(
                    f"The sealed file of {about} was altered or belongs to another. Restore it from a backup."
                ) from None
            if not following:
                return
            number, piece, following = number + 1, following, file.read(PIECE + TAG)


def is_whole(path: Path, key: bytes, about: str, *, behind: int = 0) -> bool:
    """Whether its last piece is there and opens as the last: of what was cut off or broken off it does not. OSError."""
    with path.open("rb") as file:
        file.seek(behind)
        head = file.read(len(VERSION) + CHANCE)
        first = file.tell()
        sealed = file.seek(0, os.SEEK_END) - first
        number = max(0, -(-sealed // (PIECE + TAG)) - 1)
        file.seek(first + number * (PIECE + TAG))
        try:
            AESGCM(key).decrypt(nonce(head[len(VERSION) :], number, last=True), file.read(), about.encode())
        except (InvalidTag, ValueError):
            return False
    return head[:1] == VERSION


def nonce(chance: bytes, number: int, *, last: bool) -> bytes:
    """The nonce of one piece."""
    return chance + number.to_bytes(4) + bytes([last])


HEAD = b"DABYL-EXPORT 1\n"
ABOUT = "export"
PART = ".part"


def seal_export(pieces: Iterable[bytes], keyring: Keyring) -> Iterator[bytes]:
    """The bytes of the sealed file."""
    key = new_key()
    wrapped = keyring.seal(key, ABOUT)
    sealer = Sealer(key, ABOUT)
    yield HEAD + len(wrapped).to_bytes(2) + wrapped + sealer.begin()
    for piece in pieces:
        if whole := sealer.feed(piece):
            yield whole
    yield sealer.end()


def open_export(path: Path, keyring: Keyring) -> Iterator[bytes]:
    """The clear bytes of such a file. Raises Damaged or WrongKey, or WrongFile if it is not an export."""
    try:
        with path.open("rb") as file:
            head = file.read(len(HEAD))
            wrapped = file.read(int.from_bytes(file.read(2)))
    except OSError as error:
        raise WrongFile(f"The export {path} cannot be read ({error.strerror}).") from error
    if head != HEAD:
        raise WrongFile(f"{path.name} is no sealed export of Dabyl.")
    return opened(path, keyring.unseal(wrapped, ABOUT), ABOUT, behind=len(HEAD) + 2 + len(wrapped))


def write_export(path: Path, pieces: Iterable[bytes]) -> None:
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
