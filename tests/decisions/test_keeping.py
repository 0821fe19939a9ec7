"""Which files are fetched, and what they are called where they are handed on."""

from datetime import timedelta

import pytest

from core.incoming import FileKind
from core.sent_files import (
    MEGABYTE,
    PER_PERSON,
    NotFetchedReason,
    file_name,
    retry_pause,
    why_not_fetched,
)

LARGEST = 20 * MEGABYTE


@pytest.mark.parametrize(
    ("kind", "mime", "name"),
    [
        (FileKind.PHOTO, None, "photo-3.jpg"),
        (FileKind.PHOTO, "image/heic", "photo-3.heic"),
        (FileKind.PHOTO, "image/svg+xml", "photo-3.jpg"),
        (FileKind.ANIMATION, "image/gif", "animation-3.gif"),
        (FileKind.ANIMATION, None, "animation-3.mp4"),
        (FileKind.VIDEO_NOTE, None, "video-note-3.mp4"),
        (FileKind.VOICE, "application/x-msdownload", "voice-3.oga"),
        (FileKind.AUDIO, "audio/mp4", "audio-3.m4a"),
        (FileKind.AUDIO, "text/html", "audio-3.mp3"),
        (FileKind.DOCUMENT, "application/pdf", "document-3.pdf"),
        (FileKind.DOCUMENT, "Application/ZIP; charset=x", "document-3.zip"),
        (FileKind.DOCUMENT, "application/x-msdownload", "document-3.bin"),
        (FileKind.DOCUMENT, "text/html", "document-3.bin"),
        (FileKind.DOCUMENT, None, "document-3.bin"),
    ],
)
def test_a_file_is_called_by_us_and_ends_as_few_do(kind: FileKind, mime: str | None, name: str) -> None:
    assert file_name(kind, mime, 3) == name


def test_what_is_larger_than_a_bot_may_fetch_stays_and_so_does_what_one_person_sends_too_much() -> None:
    assert why_not_fetched(LARGEST, 0, LARGEST) is None
    assert why_not_fetched(None, 0, LARGEST) is None
    assert why_not_fetched(LARGEST + 1, 0, LARGEST) is NotFetchedReason.TOO_BIG
    assert why_not_fetched(1, PER_PERSON - 1, LARGEST) is None
    assert why_not_fetched(2, PER_PERSON - 1, LARGEST) is NotFetchedReason.TOO_MUCH


def test_pauses_grow_and_then_stay() -> None:
    assert [retry_pause(n) for n in (1, 2, 3, 4, 5, 100)] == [
        timedelta(seconds=s) for s in (5, 15, 60, 300, 300, 300)
    ]
