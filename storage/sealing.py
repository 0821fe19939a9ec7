"""Sealing: AES-256-GCM under a ring of keys.

A sealed value is `version (1 byte) | key id (4) | nonce (12) | ciphertext and tag`. Its context (table, column and, where it
is known beforehand, the row) is authenticated with it, so a value that somebody copies into another row does not open.
The newest key seals; the key id finds the key that opens. Random nonces are safe up to 2^32 values a key: rotate earlier.
"""

import base64
import binascii
import hashlib
import os
from collections.abc import Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import BadKey, Damaged, WrongKey

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
    """The sealing keys, newest first."""

    def __init__(self, keys: Iterable[bytes]) -> None:
        ring = {_key_id(key): AESGCM(key) for key in keys}
        self.newest = next(iter(ring))
        self._ring = ring

    @classmethod
    def parse(cls, text: str) -> "Keyring":
        """Read the text of DABYL_KEY. Raises :class:`BadKey`, which names the position and never the key."""
        parts = [part for part in (piece.strip() for piece in text.split(",")) if part]
        if not parts:
            raise BadKey(f"DABYL_KEY is empty; it must be {EXPECTED}.")
        return cls(_parse_key(part, place) for place, part in enumerate(parts, start=1))

    def seal(self, plain: bytes, context: str) -> bytes:
        """Encrypt with the newest key."""
        nonce = os.urandom(12)
        return VERSION + self.newest + nonce + self._ring[self.newest].encrypt(nonce, plain, context.encode())

    def unseal(self, sealed: bytes, context: str) -> bytes:
        """Decrypt. Raises :class:`WrongKey` when the key is not on the ring, :class:`Damaged` when it does not fit."""
        if sealed[:1] != VERSION:
            raise Damaged(f"A sealed value of {context} has no known form. Restore it from a backup.")
        key = self._ring.get(sealed[ID])
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

    def __repr__(self) -> str:
        return f"Keyring({', '.join(i.hex() for i in self._ring)})"


def context(table: str, column: str, row: object) -> str:
    """What a sealed value belongs to. ``row`` is the value of the column that the table is bound to, mostly the id."""
    return f"{table}.{column}:{row.hex() if isinstance(row, bytes) else row}"


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
