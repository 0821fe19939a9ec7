"""What a backup is made of, before it is sealed: frames, each `kind (1 byte) | length (4) | body`.

H   the hash of what the file says of itself before them, in the clear: its time, and which keys it needs
N   how many rows and files there are in all
T   a table: its name and its columns, each with what it holds; what follows belongs to it
R   some of its rows (storage.backup.columns)
F   a file of the folder: its name; what follows belongs to it
D   bytes of that file, sealed as they are
E   the end: how many rows and files, and the hash of all rows
"""

from collections.abc import Iterable, Iterator

from storage.errors import Damaged

HEAD = 5
CUT_OFF = "The backup is cut off or damaged: it has no end. Use another one."
Frame = tuple[bytes, bytes]


def framed(kind: bytes, body: bytes) -> bytes:
    """One frame."""
    return kind + len(body).to_bytes(4) + body


def frames(pieces: Iterable[bytes]) -> Iterator[Frame]:
    """The frames in bytes that come piece by piece. Raises Damaged where they end in the middle of one."""
    rest = bytearray()
    for piece in pieces:
        rest += piece
        at = 0
        while len(rest) - at >= HEAD:
            end = at + HEAD + int.from_bytes(rest[at + 1 : at + HEAD])
            if len(rest) < end:
                break
            yield bytes(rest[at : at + 1]), bytes(rest[at + HEAD : end])
            at = end
        del rest[:at]
    if rest:
        raise Damaged(CUT_OFF)
