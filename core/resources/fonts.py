"""The font of pictures. It comes with the program, so that a machine needs none."""

from importlib.resources import files

_FILE = files("core.drawing") / "fonts" / "NotoSans-Medium.ttf"
_TRUETYPE = bytes((0, 1, 0, 0))  # how such a file begins


def load_font() -> bytes:
    """Its bytes; empty where it is missing or no font: then there are no pictures, and everything else works."""
    try:
        font = _FILE.read_bytes()
    except OSError:
        return b""
    return font if font.startswith(_TRUETYPE) else b""


def can_draw(font: bytes) -> bool:
    """Whether words can be written with it. Pillow, some megabytes, is loaded when the first picture is drawn."""
    try:
        from core.drawing.picture import font_face

        font_face(font, 20)
    except (OSError, ImportError):
        return False
    return True
