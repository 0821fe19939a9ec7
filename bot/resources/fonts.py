"""The font of pictures. It comes with the program, so that a machine needs none."""

from importlib.resources import files

from bot.drawing.canvas import face

_FILE = files("bot.drawing") / "fonts" / "NotoSans-Medium.ttf"


def load_font() -> bytes:
    """Its bytes; empty where it is missing or damaged: then there are no pictures, and everything else works."""
    try:
        font = _FILE.read_bytes()
        face(font, 20)
    except (OSError, ImportError):
        return b""
    return font
