"""A rich message (Bot API 10.3) as plain words: it has no text of its own, and python-telegram-bot does not know it.

The whole of what can be read is taken, block by block, in the order in which it is shown; and its first picture, video,
sound, voice or document, because a message of ours has one.
"""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

LINES = ("summary", "text", "caption", "blocks", "items", "cells", "credit")  # each part of a block is a line
WORDS = ("text", "alternative_text", "expression", "button")  # what stands for an inline part
FILES = {name: name for name in ("photo", "video", "animation", "audio", "document")} | {
    "voice_note": "voice"
}


def flatten(message: Json) -> None:
    """Put the words and the file of a rich message where those of every other message stand."""
    rich = message.get("rich_message")
    blocks = rich.get("blocks") if isinstance(rich, dict) else None
    if not isinstance(blocks, list):
        return
    message.setdefault("text", "\n".join(line for block in blocks for line in _block_lines(block)))
    for name, value in _files(blocks):
        message.setdefault(name, value)
        break


def _block_lines(part: Any) -> Iterator[str]:
    """A block, an item of a list, a caption, or a row of a table: what it says, a line each."""
    if not isinstance(part, dict):
        if text := _words(part):
            yield text
        return
    if part.get("expression"):
        yield str(part["expression"])
    for name in LINES:
        found = part.get(name)
        if name in ("blocks", "items"):
            for inner in found if isinstance(found, list) else ():
                yield from _block_lines(inner)
        elif name == "cells":
            for row in found if isinstance(found, list) else ():
                cells = [_words(cell) for cell in row] if isinstance(row, list) else []
                yield " | ".join(cell for cell in cells if cell)
        elif name == "caption" and isinstance(found, dict) and "type" not in found:
            yield from _block_lines(found)
        elif text := _words(found):
            yield text


def _words(part: Any) -> str:
    """Inline words: a string, several parts, or one with a style."""
    if isinstance(part, str):
        return part
    if isinstance(part, list):
        return "".join(_words(inner) for inner in part)
    if isinstance(part, dict):
        return next((_words(part[name]) for name in WORDS if name in part), "")
    return ""


def _files(blocks: list[Any]) -> Iterator[tuple[str, Any]]:
    """As a message has them: its key, and what stands there."""
    for block in blocks:
        if not isinstance(block, dict):
            continue
        for name, key in FILES.items():
            if block.get("type") == name and name in block:
                yield key, block[name]
        for inner in ("blocks", "items"):
            if isinstance(block.get(inner), list):
                yield from _files(block[inner])
