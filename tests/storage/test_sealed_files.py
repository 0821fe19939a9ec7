"""Files on the disk: whole or not there, readable with the key of their row alone, under names that say nothing."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.errors import Damaged, StorageError
from storage.folder import Folder
from storage.sealed_files import CHANCE, PIECE, TAG, Sealer, new_key, opened, sealed_size

SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 17]
KEY, HEAD = new_key(), 1 + CHANCE
NOW = datetime.now(UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "files", b"a lookup key")
    made.prepare()
    return made


def kept(folder: Folder, number: int, content: bytes, key: bytes = KEY) -> Path:
    """Written as it comes: in pieces of any length."""
    writing = folder.write(number, key)
    for start in range(0, len(content), 100_001):
        writing.write(content[start : start + 100_001])
    assert writing.finish().size == len(content)
    writing.give_up()
    return folder.path / folder.name(number)


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_opens_again_and_is_as_long_as_foretold(folder: Folder, size: int) -> None:
    content = os.urandom(size)
    path = kept(folder, 7, content)
    assert folder.read(7, KEY) == content
    assert path.stat().st_size == sealed_size(size)
    assert folder.is_whole(7, size)
    assert not folder.is_whole(7, size + 1)
    assert not folder.is_whole(8, size)


def test_a_piece_that_is_changed_left_out_moved_repeated_or_cut_off_does_not_open(folder: Folder) -> None:
    path = kept(folder, 7, os.urandom(3 * PIECE + 17))
    whole, step = path.read_bytes(), PIECE + TAG
    first, second = whole[HEAD : HEAD + step], whole[HEAD + step : HEAD + 2 * step]
    rest = whole[HEAD + 2 * step :]
    head = whole[:HEAD]
    for other in (
        head + bytes([first[0] ^ 1]) + first[1:] + second + rest,
        head + second + rest,
        head + second + first + rest,
        head + first + first + second + rest,
        head + first + second,
        head + first + second + rest[:step],
        head + first + second + rest + rest[step:],
        head + first + second + rest + b"\0",
        head,
        whole[:3],
        b"",
        b"\x02" + whole[1:],
        head[:1] + bytes(CHANCE) + whole[HEAD:],
    ):
        path.write_bytes(other)
        with pytest.raises(Damaged, match="Restore it from a backup"):
            folder.read(7, KEY)


def test_no_file_stands_in_for_another(folder: Folder) -> None:
    mine, other = kept(folder, 7, b"mine"), kept(folder, 8, b"another's", new_key())
    mine.write_bytes(other.read_bytes())
    with pytest.raises(Damaged):
        folder.read(7, KEY)
    mine.write_bytes(kept(folder, 9, b"another's").read_bytes())  # even under the same key
    with pytest.raises(Damaged):
        folder.read(7, KEY)


def test_the_same_bytes_twice_share_nothing_on_the_disk(folder: Folder) -> None:
    first = kept(folder, 7, bytes(1000)).read_bytes()
    second = kept(folder, 7, bytes(1000)).read_bytes()
    assert first[:HEAD] != second[:HEAD]
    assert first[HEAD:40] != second[HEAD:40]


def test_names_say_nothing_and_only_the_owner_reads(folder: Folder) -> None:
    path = kept(folder, 1234567, b"content")
    assert "1234567" not in path.name
    assert f"{1234567:x}" not in path.name
    assert path.stat().st_mode & 0o777 == 0o600
    assert folder.path.stat().st_mode & 0o777 == 0o700
    assert Folder(folder.path, b"another key").name(1234567) != path.name


def test_what_is_not_finished_bears_another_name_and_can_be_given_up(folder: Folder) -> None:
    writing = folder.write(7, KEY)
    writing.write(b"half of it")
    assert folder.size(7) is None
    assert [file.suffix for file in folder.path.iterdir()] == [".part"]
    writing.give_up()
    writing.give_up()
    assert list(folder.path.iterdir()) == []
    folder.remove(7)  # it is not there


def test_a_sweep_takes_what_no_row_has_after_its_time(folder: Folder) -> None:
    mine, stranger, young = (kept(folder, number, b"content") for number in (7, 8, 9))
    folder.write(7, KEY)._file.close()  # a crash left it
    (part,) = folder.path.glob("*.part")
    for file in (mine, stranger, part):
        os.utime(file, (0, 0))
    assert folder.sweep([7], NOW - timedelta(days=1)) == 2
    assert set(folder.path.iterdir()) == {mine, young}


def test_a_folder_that_cannot_be_written_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("a file is in its place")
    with pytest.raises(StorageError, match="owner and mode"):
        Folder(tmp_path / "files", b"key").prepare()


def test_pieces_come_while_the_file_grows(folder: Folder) -> None:
    sealer = Sealer(KEY, "about")
    assert sealer.feed(bytes(PIECE)) == b""  # it may be the last
    assert len(sealer.feed(b"\0")) == PIECE + TAG
    path = folder.path / "other"
    path.write_bytes(sealer.begin())
    with pytest.raises(Damaged):
        list(opened(path, KEY, "about"))
