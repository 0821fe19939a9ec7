"""Files that the server keeps: what people and the bot sent, by file id. An id belongs to one kind, as on Telegram."""

from hashlib import blake2b
from typing import Any

from msgspec import Struct

MEGABYTE = 1024 * 1024
DOWNLOAD_LIMIT = 20 * MEGABYTE
UPLOAD_LIMIT = 50 * MEGABYTE
PHOTO_LIMIT = 10 * MEGABYTE


class FileKind(Struct, frozen=True):
    """``tdlib`` is the name in "can't use file of type ..."; ``extra`` is what the message says besides."""

    tdlib: str
    folder: str
    suffix: str
    mime: str
    extra: dict[str, Any]


KINDS = {
    "photo": FileKind("Photo", "photos", ".jpg", "image/jpeg", {}),
    "voice": FileKind("VoiceNote", "voice", ".oga", "audio/ogg", {"duration": 1}),
    "video": FileKind("Video", "videos", ".mp4", "video/mp4", {"width": 640, "height": 360, "duration": 1}),
    "video_note": FileKind("VideoNote", "video_notes", ".mp4", "video/mp4", {"length": 240, "duration": 1}),
    "audio": FileKind("Audio", "music", ".mp3", "audio/mpeg", {"duration": 1}),
    "document": FileKind("Document", "documents", "", "application/octet-stream", {}),
    "animation": FileKind(
        "Animation", "animations", ".mp4", "video/mp4", {"width": 320, "height": 240, "duration": 1}
    ),
    "sticker": FileKind(
        "Sticker",
        "stickers",
        ".webp",
        "image/webp",
        {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "🙂",
        },
    ),
}
NAMED = frozenset({"video", "audio", "document", "animation"})
WITHOUT_MIME = frozenset({"photo", "video_note", "sticker"})


class StoredFile(Struct, frozen=True):
    """``content`` is the bytes; ``path`` is what getFile answers."""

    id: str
    unique_id: str
    kind: str
    path: str
    content: bytes
    name: str
    mime: str
    duration: int | None

    def description(self) -> dict[str, Any]:
        """The Bot API's File without the path."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


class Files:
    """Every file by id and by path."""

    def __init__(self) -> None:
        self.by_id: dict[str, StoredFile] = {}
        self.by_path: dict[str, StoredFile] = {}

    def add(
        self, kind: str, content: bytes, *, name: str = "", mime: str = "", duration: int | None = None
    ) -> StoredFile:
        """Keep the bytes. ``duration`` in seconds where the kind has one."""
        about = KINDS[kind]
        number = len(self.by_id) + 1
        unique = "AQAD" + blake2b(content, key=kind.encode(), digest_size=8).hexdigest()
        suffix = about.suffix or "." + name.rpartition(".")[2]
        path = f"{about.folder}/file_{number}{suffix if len(suffix) > 1 else ''}"
        file = StoredFile(
            f"{about.tdlib}-{number}-{unique}",
            unique,
            kind,
            path,
            content,
            name,
            mime or about.mime,
            duration,
        )
        self.by_id[file.id] = self.by_path[path] = file
        return file

    def content(self, file: StoredFile) -> dict[str, Any]:
        """What a message with this file says: the field named by its kind."""
        about = KINDS[file.kind]
        body = {**file.description(), **about.extra}
        if file.duration is not None and "duration" in body:
            body["duration"] = file.duration
        if file.kind not in WITHOUT_MIME:
            body["mime_type"] = file.mime
        if file.kind in NAMED and file.name:
            body["file_name"] = file.name
        if file.kind == "photo":
            small = self._thumbnail(file)
            return {
                "photo": [
                    {**small.description(), "width": 90, "height": 67},
                    {**body, "width": 1280, "height": 960},
                ]
            }
        if file.kind == "animation":
            document = {name: value for name, value in body.items() if name not in about.extra}
            return {"animation": body, "document": document}
        return {file.kind: body}

    def _thumbnail(self, file: StoredFile) -> StoredFile:
        """The small size that Telegram makes of a photo: not the picture, so that a bot that takes it is found out."""
        known = self.by_id.get(f"{file.id}-s")
        if known is None:
            content = b"thumbnail of " + file.unique_id.encode()
            known = StoredFile(
                f"{file.id}-s",
                f"{file.unique_id}s",
                "photo",
                f"{file.path}.s.jpg",
                content,
                "",
                file.mime,
                None,
            )
            self.by_id[known.id] = self.by_path[known.path] = known
        return known
