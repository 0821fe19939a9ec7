"""Files that people send: which are fetched, when, and what they are called where they are handed on.

Every file is kept as it is, never opened and never unpacked. We choose its name: the kind, a number, and an ending from a
short list, so that nobody starts a program because its sender called it a picture.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from msgspec import Struct

from core.incoming import FileKind

MEGABYTE = 1024 * 1024
PER_PERSON = 500 * MEGABYTE  # that are kept of one person
ROOM = 500 * MEGABYTE  # that stay free on the disk, for the database
NO_ROOM = timedelta(minutes=10)  # until it is looked whether there is room again
PAUSES = (5, 15, 60, 300)  # seconds before the next attempt, the last repeated
GIVEN_UP = 6  # attempts at which the messenger said that it has no such file

KEPT_KINDS = frozenset(FileKind) - {FileKind.STICKER}
BARE = frozenset(
    {FileKind.PHOTO, FileKind.VOICE, FileKind.VIDEO_NOTE}
)  # come without a name that somebody gave them
WITHOUT_CAPTION = frozenset({FileKind.VIDEO_NOTE, FileKind.STICKER})

OF_KIND = {
    FileKind.PHOTO: ".jpg",
    FileKind.VOICE: ".oga",
    FileKind.VIDEO: ".mp4",
    FileKind.VIDEO_NOTE: ".mp4",
    FileKind.ANIMATION: ".mp4",
    FileKind.AUDIO: ".mp3",
}
OF_MIME = {
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "audio/mp4": ".m4a",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "image/avif": ".avif",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "image/heif": ".heif",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "text/plain": ".txt",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
}
UNKNOWN = ".bin"
VARIOUS = {FileKind.PHOTO, FileKind.ANIMATION, FileKind.AUDIO}  # come in more than one form


class FileState(StrEnum):
    """Where the bytes of a file are that somebody sent."""

    WANTED = "wanted"  # with the messenger: to be fetched
    KEPT = "kept"  # sealed in our folder
    LEFT = "left"  # with the messenger alone, because …
    UNWANTED = "unwanted"  # no entry has it any more: to be deleted


class NotFetchedReason(StrEnum):
    """Why a file is not fetched."""

    TOO_BIG = "too-big"  # for a bot
    TOO_MUCH = "too-much"  # is kept of this person already
    GONE = "gone"  # the messenger does not give it


class SentFile(Struct, frozen=True):
    """A file that somebody sent; its bytes lie in a folder (storage.folder), sealed under ``key``, which goes with the row.

    ``received_at``: when the messenger had it, not when it was made. ``about``: id (the messenger's), name, mime, duration
    (seconds), sha256 (of the clear bytes). Equal bytes have equal digests.
    """

    id: int
    address_id: int  # who sent it
    kind: FileKind
    state: FileState
    received_at: datetime
    about: dict[str, Any]  # sealed
    key: bytes  # sealed
    size: int | None = None  # bytes, as the messenger says; once it is kept, as they were counted
    digest: bytes | None = None
    attempts: int = 0
    not_before: datetime | None = None
    why: NotFetchedReason | None = None  # it is left


def is_ours(file: SentFile) -> bool:
    """Whether we can hand it out ourselves. An empty one nobody can."""
    return file.state is FileState.KEPT and bool(file.size)


def why_not_fetched(size: int | None, kept: int, largest: int) -> NotFetchedReason | None:
    """Why a file of so many bytes is not fetched; None: it is. ``kept``: bytes of the same person, without it; ``largest``:
    what the messenger gives.
    """
    if size is not None and size > largest:
        return NotFetchedReason.TOO_BIG
    return NotFetchedReason.TOO_MUCH if kept + (size or 0) > PER_PERSON else None


def retry_pause(attempts: int) -> timedelta:
    """How long it is waited after so many attempts."""
    return timedelta(seconds=PAUSES[min(attempts, len(PAUSES)) - 1])


def file_name(kind: FileKind, mime: str | None, number: int) -> str:
    """What the file with this number is called."""
    return f"{kind.value.replace('_', '-')}-{number}{_ending(kind, mime)}"


def _ending(kind: FileKind, mime: str | None) -> str:
    of_mime = OF_MIME.get((mime or "").partition(";")[0].strip().lower())
    if kind is FileKind.DOCUMENT:
        return of_mime or UNKNOWN
    return of_mime if kind in VARIOUS and of_mime else OF_KIND[kind]
