"""The digest as a picture that is read on a phone, where it is shown at a third of its size."""

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
    """Bars from a line upwards, names below it, numbers above them: where one is too long for its bar, only the largest."""
    top = _title(canvas, panel, top)
    ground = bottom - SMALL - 22
    step = ROOM / len(panel.bars)
    amounts = [one.amount for one in panel.bars]
    most = max(amounts)
    for n, (bar, length) in enumerate(
        zip(panel.bars, scaled(amounts, ground - top - SMALL - 8), strict=True)
    ):
        x = MARGIN + (n + 0.5) * step
        if length:
            colour = LAST if panel.today and n == len(panel.bars) - 1 else BAR
            canvas.bar((x - step * 0.35, ground - length, x + step * 0.35, ground), colour)
        if bar.amount == most or canvas.width(bar.written, SMALL) <= step:
            canvas.write_over(bar.written, x, ground - length - 6, SMALL, WORDS, anchor="mb")
        canvas.write_over(bar.name, x, ground + 10, SMALL, DIM, anchor="mt")
    canvas.bar((MARGIN, ground, WIDTH - MARGIN, ground + 1), DIM)
