"""Sealing: AES-256-GCM under a ring of keys.

A sealed value is `version (1 byte) | key id (4) | nonce (12) | ciphertext and tag`. Its context (table, column and, where it
is known beforehand, the row) is authenticated with it, so a value that somebody copies into another row does not open.
The newest key seals; the key id finds the key that opens. Random nonces are safe up to 2^32 values a key: rotate earlier.

A keyring with a ``source`` reads its keys again when it meets a key that it does not have: another process, which knew of
it earlier, has sealed with it. What it had stays behind what it reads.
"""

import base64
import binascii
import hashlib
import logging
import os
from collections.abc import Callable, Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import BadKey, Damaged, WrongKey

log = logging.getLogger(__name__)

VERSION = b"\x01"
KEY_BYTES = 32
ID = slice(1, 5)
NONCE = slice(5, 17)
BODY = slice(17, None)
EXPECTED = "32 random bytes as base64 or hex, for example from `openssl rand -base64 32`; several, newest first, by commas"


def new_key() -> str:
    """A fresh key as text for DABYL_KEY."""
    return base64.b64encode(os.urandom(KEY_BYTES)).decode()


class Keyring:
    """The sealing keys, newest first. ``source`` gives the text of DABYL_KEY as it is now; it may raise."""

    def __init__(self, keys: Iterable[bytes], source: Callable[[], str] | None = None) -> None:
        ring = {_key_id(key): AESGCM(key) for key in keys}
        self.newest = next(iter(ring))
        self._ring = ring
        self._source = source
        self._in_vain: set[bytes] = set()  # ids for which they were read again

    @classmethod
    def parse(cls, text: str, source: Callable[[], str] | None = None) -> "Keyring":
        """Read the text of DABYL_KEY. Raises :class:`BadKey`, which names the position and never the key."""
        return cls(parse_keys(text), source)

    @property
    def ids(self) -> list[str]:
        """By what its keys are known, newest first."""
        return [key_id.hex() for key_id in self._ring]

    def read_again(self) -> str:
        """The keys may have changed. Why they could not be read, without a secret; empty: they were."""
        if self._source is None:
            return "this process was given its keys once and for all"
        try:
            found = Keyring.parse(self._source())
        except Exception as error:  # noqa: BLE001 - a file, a command, anything: we go on with what we have
            return str(error) or type(error).__name__
        self._ring = found._ring | {
            key_id: key for key_id, key in self._ring.items() if key_id not in found._ring
        }
        self.newest = found.newest
        self._in_vain.clear()
        return ""

    def seal(self, plain: bytes, context: str) -> bytes:
        """Encrypt with the newest key."""
        nonce = os.urandom(12)
        return VERSION + self.newest + nonce + self._ring[self.newest].encrypt(nonce, plain, context.encode())

    def unseal(self, sealed: bytes, context: str) -> bytes:
        """Decrypt. Raises :class:`WrongKey` when the key is not on the ring, :class:`Damaged` when it does not fit."""
        if sealed[:1] != VERSION:
            raise Damaged(f"A sealed value of {context} has no known form. Restore it from a backup.")
        key = self._ring.get(sealed[ID]) or self._looked_for(sealed[ID])
        if key is None:
            raise WrongKey(
                f"This database is sealed with the key {sealed[ID].hex()}, which DABYL_KEY does not contain "
                f"(it has {', '.join(i.hex() for i in self._ring)}). Set DABYL_KEY to the key that was used; after a "
                "rotation: the newest key first, the earlier keys behind it, separated by commas."
            )
        try:
            return key.decrypt(sealed[NONCE], sealed[BODY], context.encode())
        except InvalidTag:
            raise Damaged(
                f"A sealed value of {context} was altered or belongs to another row. Restore it from a backup."
            ) from None

    def is_newest(self, sealed: bytes) -> bool:
        """Whether the newest key sealed this."""
        return sealed[ID] == self.newest

    def _looked_for(self, number: bytes) -> AESGCM | None:
        if self._source is not None and number not in self._in_vain:
            if why := self.read_again():
                log.error("the keys could not be read again: %s", why)
            if number not in self._ring:
                self._in_vain.add(number)
        return self._ring.get(number)

    def __repr__(self) -> str:
        return f"Keyring({', '.join(self.ids)})"


def parse_keys(text: str) -> list[bytes]:
    """The keys of DABYL_KEY, newest first. Raises :class:`BadKey`."""
    parts = [part for part in (piece.strip() for piece in text.split(",")) if part]
    if not parts:
        raise BadKey(f"DABYL_KEY is empty; it must be {EXPECTED}.")
    return [_parse_key(part, place) for place, part in enumerate(parts, start=1)]


def id_of(key: bytes) -> str:
    """By what a key is known, in files, logs and words."""
    return _key_id(key).hex()


def context(table: str, column: str, row: object) -> str:
    """What a sealed value belongs to. ``row`` is the value of the column that the table is bound to, mostly the id."""
    return f"{table}.{column}:{row.hex() if isinstance(row, bytes) else row}"


def id_in(sealed: bytes) -> str:
    """Of the key that sealed this."""
    return sealed[ID].hex()


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"dabyl key id\0" + key).digest()[:4]


def _parse_key(text: str, place: int) -> bytes:
    try:
        if len(text) == 2 * KEY_BYTES:
            key = bytes.fromhex(text)
        else:
            standard = text.rstrip("=").replace("-", "+").replace("_", "/")
            key = base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except (ValueError, binascii.Error):
        key = b""
    if len(key) != KEY_BYTES:
        raise BadKey(f"Key {place} in DABYL_KEY is not usable; expected: {EXPECTED}.")
    return key
