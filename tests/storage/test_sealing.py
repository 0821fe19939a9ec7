"""Keys are read with care, and a sealed value opens only with its key and in its place."""

import base64
import os

import pytest

from storage.errors import BadKey, Damaged, WrongKey
from storage.sealing import Keyring, new_key

RAW = bytes(range(224, 256))


@pytest.mark.parametrize(
    "text",
    [
        RAW.hex(),
        RAW.hex().upper(),
        base64.b64encode(RAW).decode(),
        base64.b64encode(RAW).decode().rstrip("="),
        base64.urlsafe_b64encode(RAW).decode(),
        f" {RAW.hex()} \n",
    ],
)
def test_a_key_is_hex_or_base64_of_any_sort(text: str) -> None:
    assert Keyring.parse(text).unseal(Keyring.parse(RAW.hex()).seal(b"x", "t.c:1"), "t.c:1") == b"x"


@pytest.mark.parametrize(
    "bad", ["", " , ", "secretword", RAW.hex()[:-2], RAW.hex()[:-1] + "g", "ä" * 43, "A" * 44 + "!"]
)
def test_what_is_no_key_is_refused_without_being_repeated(bad: str) -> None:
    with pytest.raises(BadKey, match="openssl rand") as caught:
        Keyring.parse(bad)
    assert not bad.strip(" ,") or bad not in str(caught.value)


def test_the_error_says_which_key_is_bad() -> None:
    with pytest.raises(BadKey, match="Key 2 "):
        Keyring.parse(f"{new_key()},nonsense")


def test_the_newest_key_seals_and_the_older_ones_still_open() -> None:
    old, new = new_key(), new_key()
    sealed = Keyring.parse(old).seal(b"name", "t.c:1")
    both = Keyring.parse(f"{new},{old}")
    assert both.unseal(sealed, "t.c:1") == b"name"
    assert not both.is_newest(sealed)
    assert Keyring.parse(new).unseal(both.seal(b"name", "t.c:1"), "t.c:1") == b"name"


def test_an_unknown_key_says_what_to_do() -> None:
    sealed = Keyring.parse(new_key()).seal(b"name", "t.c:1")
    with pytest.raises(WrongKey, match="Set DABYL_KEY to the key that was used"):
        Keyring.parse(new_key()).unseal(sealed, "t.c:1")


@pytest.mark.parametrize("place", [0, 6, 20, -1])
def test_a_changed_byte_is_noticed(place: int) -> None:
    ring = Keyring.parse(new_key())
    sealed = bytearray(ring.seal(b"name", "t.c:1"))
    sealed[place] ^= 1
    with pytest.raises(Damaged):
        ring.unseal(bytes(sealed), "t.c:1")


def test_a_value_moved_to_another_row_does_not_open() -> None:
    ring = Keyring.parse(new_key())
    with pytest.raises(Damaged):
        ring.unseal(ring.seal(b"name", "members.name:1"), "members.name:2")


def test_equal_texts_look_different_when_sealed() -> None:
    ring = Keyring([os.urandom(32)])
    assert ring.seal(b"name", "t.c:1") != ring.seal(b"name", "t.c:1")


def test_a_keyring_shows_no_key() -> None:
    key = new_key()
    assert key not in repr(Keyring.parse(key))
    assert base64.b64decode(key).hex() not in repr(Keyring.parse(key))


def test_a_keyring_reads_its_keys_again_when_it_meets_a_key_that_it_lacks_and_once_only() -> None:
    old, new, asked = new_key(), new_key(), list[str]()

    def source() -> str:
        asked.append(new)
        return f"{new},{old}"

    keyring = Keyring.parse(old, source)
    assert keyring.unseal(Keyring.parse(new).seal(b"said", "a"), "a") == b"said"
    assert keyring.is_newest(keyring.seal(b"", "a"))
    assert keyring.ids[0] == Keyring.parse(new).ids[0]
    of_a_stranger = Keyring.parse(new_key()).seal(b"said", "a")
    for _ in range(2):
        with pytest.raises(WrongKey):
            keyring.unseal(of_a_stranger, "a")
    assert len(asked) == 2


@pytest.mark.parametrize("broken", ["", "hunter2"])
def test_a_source_that_gives_no_keys_changes_nothing(broken: str) -> None:
    old = new_key()
    keyring = Keyring.parse(old, lambda: broken)
    assert "hunter2" not in keyring.read_again()
    assert keyring.ids == Keyring.parse(old).ids
