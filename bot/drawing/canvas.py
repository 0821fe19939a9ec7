"""A picture of one size, and what stands on it: words in lines that fit, and bars.

Telegram makes a JPEG of every photo, at most 1,280 pixels high: it has no transparent ground, and thin coloured lines blur.
So the ground is dark and whole (it does not glare at night, and is a card by day), and words differ from it by brightness.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1080, 1280
MARGIN = 48
GROUND, WORDS, DIM, LINE = "#17212b", "#f4f7fa", "#b6c3cf", "#33424f"
BAR, LAST = "#6ab7f5", "#ffd166"
LEAST = 4  # pixels of a bar that is not nought
SMALLEST = 20


class Canvas:
    """``font``: the bytes of a TrueType font that has all letters of our languages."""

    def __init__(self, font: bytes) -> None:
        self._font = font
        self._image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
        self._draw = ImageDraw.Draw(self._image)

    def write(
        self,
        text: str,
        x: float,
        y: float,
        size: int,
        colour: str = WORDS,
        *,
        anchor: str = "lt",
        room: float,
    ) -> None:
        """One line: smaller where it needs more than ``room`` pixels, and cut where it needs more than that."""
        while size > SMALLEST and self.width(text, size) > room:
            size -= 2
        while len(text) > 1 and self.width(text, size) > room:
            text = f"{text.rstrip('…')[:-1]}…"
        self._draw.text((x, y), text, colour, self._face(size), anchor)

    def write_over(self, text: str, x: float, y: float, size: int, colour: str, *, anchor: str) -> None:
        """One short line around ``x``, as far as the margins leave it there."""
        left, right = self.span(text, x, size)
        self._draw.text(((left + right) / 2, y), text, colour, self._face(size), anchor)

    def span(self, text: str, x: float, size: int) -> tuple[float, float]:
        """Where :meth:`write_over` begins and ends."""
        half = self.width(text, size) / 2
        x = min(max(x, MARGIN + half), WIDTH - MARGIN - half)
        return x - half, x + half

    def width(self, text: str, size: int) -> float:
        """In pixels."""
        return self._face(size).getlength(text)

    def widest(self, texts: Iterable[str], size: int) -> float:
        """The width of the longest."""
        return max(self.width(text, size) for text in texts)

    def bar(self, box: tuple[float, float, float, float], colour: str) -> None:
        """A filled rectangle: left, top, right, bottom."""
        self._draw.rectangle(box, colour)

    def png(self) -> bytes:
        """The picture."""
        file = BytesIO()
        self._image.save(file, "PNG")
        return file.getvalue()

    def _face(self, size: int) -> ImageFont.FreeTypeFont:
        return face(self._font, size)


@cache
def face(font: bytes, size: int) -> ImageFont.FreeTypeFont:
    """The font in a size. OSError if these bytes are no font."""
    return ImageFont.truetype(BytesIO(font), size)


def scaled(amounts: Sequence[int], length: float) -> list[float]:
    """How long each bar is: the largest has all of the length, and what is not nought can be seen."""
    most = max(amounts, default=0)
    return [max(LEAST, length * one / most) if one else 0 for one in amounts]
