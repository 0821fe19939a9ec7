"""The digest as a picture that is read on a phone, where it is shown at a third of its size."""

from collections.abc import Sequence

from bot.core.digest.sheet import Panel, Sheet
from bot.drawing.canvas import BAR, DIM, HEIGHT, LAST, LINE, MARGIN, WIDTH, WORDS, Canvas, scaled

ROOM = WIDTH - 2 * MARGIN
ROW, THICK, GAP = 48, 26, 20  # of a bar that lies: its row, the bar itself, and what is free beside it
LONGEST = 460  # pixels that the name of a row may need
TITLE, LARGE, PLAIN, SMALL, LEAST = 46, 64, 36, 30, 28


def drawn(sheet: Sheet, font: bytes) -> bytes:
    """PNG. OSError if these bytes are no font."""
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
    foot = HEIGHT - MARGIN - SMALL
    height = (foot - 16 - y) / len(sheet.columns)
    for panel in sheet.columns:
        _columns(canvas, panel, y, y + height)
        y += height
    canvas.write(sheet.foot, MARGIN, foot, SMALL, DIM, room=ROOM)
    return canvas.png()


def _title(canvas: Canvas, panel: Panel, y: float) -> float:
    canvas.bar((MARGIN, y, WIDTH - MARGIN, y + 1), LINE)
    canvas.write(panel.title, MARGIN, y + 14, PLAIN, DIM, room=ROOM)
    return y + 62


def _rows(canvas: Canvas, panel: Panel, y: float) -> float:
    """Names at the left, numbers at the right, all in one size; where it ends."""
    y = _title(canvas, panel, y)
    names = [bar.name for bar in panel.bars]
    size = next((size for size in range(PLAIN, LEAST, -2) if canvas.widest(names, size) <= LONGEST), LEAST)
    left = min(canvas.widest(names, size), LONGEST) + GAP
    written = canvas.widest([bar.written for bar in panel.bars], PLAIN)
    lengths = scaled([one.amount for one in panel.bars], ROOM - left - GAP - written)
    for bar, length in zip(panel.bars, lengths, strict=True):
        middle = y + ROW / 2
        canvas.write(bar.name, MARGIN, middle, size, anchor="lm", room=LONGEST)
        if length:
            start = MARGIN + left
            canvas.bar((start, middle - THICK / 2, start + length, middle + THICK / 2), BAR)
        canvas.write(bar.written, WIDTH - MARGIN, middle, PLAIN, anchor="rm", room=written)
        y += ROW
    return y + 14


def _columns(canvas: Canvas, panel: Panel, top: float, bottom: float) -> None:
    """Bars from a line upwards, names below it, numbers above them as far as there is room: the largest first."""
    top = _title(canvas, panel, top)
    ground = bottom - SMALL - 22
    step = ROOM / len(panel.bars)
    amounts = [one.amount for one in panel.bars]
    above: list[tuple[int, float, float]] = []  # which bar, its middle and its top
    for n, (bar, length) in enumerate(
        zip(panel.bars, scaled(amounts, ground - top - SMALL - 8), strict=True)
    ):
        x = MARGIN + (n + 0.5) * step
        if length:
            colour = LAST if panel.today and n == len(panel.bars) - 1 else BAR
            canvas.bar((x - step * 0.35, ground - length, x + step * 0.35, ground), colour)
        canvas.write_over(bar.name, x, ground + 10, SMALL, DIM, anchor="mt")
        above.append((n, x, ground - length - 6))
    _numbers(canvas, panel, sorted(above, key=lambda one: (-amounts[one[0]], -one[0])), step)
    canvas.bar((MARGIN, ground, WIDTH - MARGIN, ground + 1), DIM)


def _numbers(canvas: Canvas, panel: Panel, above: Sequence[tuple[int, float, float]], step: float) -> None:
    """One that is longer than its bar is written only if it is the largest; none over another."""
    most = max(one.amount for one in panel.bars)
    written: list[tuple[float, float, float]] = []
    for n, x, y in above:
        bar = panel.bars[n]
        left, right = canvas.span(bar.written, x, SMALL)
        fits = bar.amount == most or right - left <= step
        if fits and not any(left < r and one < right and abs(y - at) < SMALL for one, r, at in written):
            canvas.write_over(bar.written, x, y, SMALL, WORDS, anchor="mb")
            written.append((left, right, y))
