"""A picture of one width, and what stands on it: words in lines that fit, and bars.

Telegram makes a JPEG of every photo, at most 1,280 pixels high: it has no transparent ground, and thin coloured lines blur.
So the ground is dark and whole (it does not glare at night, and is a card by day), and words differ from it by brightness.

The digest as a picture that is read on a phone, where it is shown at a third of its size.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from core.digest.picture_sheet import ChartPanel, DigestSheet

WIDTH, HEIGHT = 1080, 1280
MARGIN = 48
GROUND, WORDS, DIM, LINE = "#17212b", "#f4f7fa", "#b6c3cf", "#33424f"
BAR, LAST = "#6ab7f5", "#ffd166"
SHORTEST_BAR = 4  # pixels of a bar that is not nought
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
        """How many pixels wide the text is."""
        return self._face(size).getlength(text)

    def widest(self, texts: Iterable[str], size: int) -> float:
        """The width of the longest."""
        return max(self.width(text, size) for text in texts)

    def bar(self, box: tuple[float, float, float, float], colour: str) -> None:
        """A filled rectangle: left, top, right, bottom."""
        self._draw.rectangle(box, colour)

    def png(self, height: float) -> bytes:
        """The upper part, so many pixels high."""
        file = BytesIO()
        self._image.crop((0, 0, WIDTH, round(height))).save(file, "PNG")
        return file.getvalue()

    def _face(self, size: int) -> ImageFont.FreeTypeFont:
        return font_face(self._font, size)


@cache
def font_face(font: bytes, size: int) -> ImageFont.FreeTypeFont:
    """The font in a size. OSError if these bytes are no font."""
    return ImageFont.truetype(BytesIO(font), size)


def bar_lengths(amounts: Sequence[int], length: float) -> list[float]:
    """How long each bar is: the largest has all of the length, and what is not nought can be seen."""
    most = max(amounts, default=0)
    return [max(SHORTEST_BAR, length * amount / most) if amount else 0 for amount in amounts]


ROOM = WIDTH - 2 * MARGIN
ROW, THICK, GAP = 48, 26, 20  # of a bar that lies: its row, the bar itself, and what is free beside it
LONGEST = 460  # pixels that the name of a row may need
TITLE, LARGE, PLAIN, SMALL, LEAST = 46, 64, 36, 30, 28


def draw_digest(sheet: DigestSheet, font: bytes) -> bytes:
    """PNG. OSError if these bytes are no font. Columns of nothing are left out, and the picture is so much lower."""
    canvas = Canvas(font)
    y: float = MARGIN
    for text, size, colour, step in (
        (sheet.title, TITLE, WORDS, 62),
        (sheet.covers, SMALL, DIM, 56),
        (sheet.large, LARGE, LAST, 86),
        *((line, PLAIN, WORDS, 48) for line in sheet.below),
    ):
        canvas.write(text, MARGIN, y, size, colour, room=ROOM)
        y += step
    y = _rows(canvas, sheet.rows, y + 12)
    height = (HEIGHT - MARGIN - SMALL - 16 - y) / len(sheet.columns)
    for panel in sheet.columns:
        if any(bar.amount for bar in panel.bars):
            _columns(canvas, panel, y, y + height)
            y += height
    canvas.write(sheet.foot, MARGIN, y + 16, SMALL, DIM, room=ROOM)
    return canvas.png(y + 16 + SMALL + MARGIN)


def _title(canvas: Canvas, panel: ChartPanel, y: float) -> float:
    canvas.bar((MARGIN, y, WIDTH - MARGIN, y + 1), LINE)
    canvas.write(panel.title, MARGIN, y + 14, PLAIN, DIM, room=ROOM)
    return y + 62


def _rows(canvas: Canvas, panel: ChartPanel, y: float) -> float:
    """Names at the left, numbers at the right, all in one size; where it ends."""
    y = _title(canvas, panel, y)
    names = [bar.name for bar in panel.bars]
    size = next((size for size in range(PLAIN, LEAST, -2) if canvas.widest(names, size) <= LONGEST), LEAST)
    left = min(canvas.widest(names, size), LONGEST) + GAP
    written = canvas.widest([bar.written for bar in panel.bars], PLAIN)
    lengths = bar_lengths([bar.amount for bar in panel.bars], ROOM - left - GAP - written)
    for bar, length in zip(panel.bars, lengths, strict=True):
        middle = y + ROW / 2
        canvas.write(bar.name, MARGIN, middle, size, anchor="lm", room=LONGEST)
        if length:
            start = MARGIN + left
            canvas.bar((start, middle - THICK / 2, start + length, middle + THICK / 2), BAR)
        canvas.write(bar.written, WIDTH - MARGIN, middle, PLAIN, anchor="rm", room=written)
        y += ROW
    return y + 14


def _columns(canvas: Canvas, panel: ChartPanel, top: float, bottom: float) -> None:
    """Bars from a line upwards, names below it, numbers above them as far as there is room: the largest first."""
    top = _title(canvas, panel, top)
    ground = bottom - SMALL - 22
    step = ROOM / len(panel.bars)
    amounts = [bar.amount for bar in panel.bars]
    above: list[tuple[int, float, float]] = []  # which bar, its middle and its top
    for n, (bar, length) in enumerate(
        zip(panel.bars, bar_lengths(amounts, ground - top - SMALL - 8), strict=True)
    ):
        x = MARGIN + (n + 0.5) * step
        if length:
            colour = LAST if panel.today and n == len(panel.bars) - 1 else BAR
            canvas.bar((x - step * 0.35, ground - length, x + step * 0.35, ground), colour)
        canvas.write_over(bar.name, x, ground + 10, SMALL, DIM, anchor="mt")
        above.append((n, x, ground - length - 6))
    _numbers(canvas, panel, sorted(above, key=lambda place: (-amounts[place[0]], -place[0])), step)
    canvas.bar((MARGIN, ground, WIDTH - MARGIN, ground + 1), DIM)


def _numbers(
    canvas: Canvas, panel: ChartPanel, above: Sequence[tuple[int, float, float]], step: float
) -> None:
    """One that is longer than its bar is written only if it is the largest; none over another."""
    most = max(bar.amount for bar in panel.bars)
    written: list[tuple[float, float, float]] = []
    for n, x, y in above:
        bar = panel.bars[n]
        left, right = canvas.span(bar.written, x, SMALL)
        fits = bar.amount == most or right - left <= step
        if fits and not any(left < r and start < right and abs(y - at) < SMALL for start, r, at in written):
            canvas.write_over(bar.written, x, y, SMALL, WORDS, anchor="mb")
            written.append((left, right, y))
