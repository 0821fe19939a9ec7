"""A short film of the page for the README: pictures one after the other, as an animated GIF.

Nothing is filmed unless DABYL_PICTURES names a folder, as for still pictures.
"""

import io
import os
from pathlib import Path

from PIL import Image
from playwright.async_api import Locator, Page

WIDTH = 720  # pixels, as wide as a README shows it
COLOURS = 64
SECOND = 1000  # of a picture's time, in milliseconds


class Film:
    """Pictures of a part of the page."""

    def __init__(self, page: Page, *shown: Locator) -> None:
        self._page, self._shown = page, shown
        self._pictures: list[tuple[Image.Image, float]] = []

    async def shoot(self, seconds: float = 2) -> None:
        """What the phones show now, for so long."""
        if "DABYL_PICTURES" not in os.environ:
            return
        boxes = [box for shown in self._shown if (box := await shown.bounding_box())]
        left, top = min(box["x"] for box in boxes), min(box["y"] for box in boxes)
        right = max(box["x"] + box["width"] for box in boxes)
        bottom = max(box["y"] + box["height"] for box in boxes)
        taken = await self._page.screenshot(
            clip={"x": left, "y": top, "width": right - left, "height": bottom - top}
        )
        self._pictures.append((Image.open(io.BytesIO(taken)).convert("RGB"), seconds))

    def save(self, name: str) -> None:
        """Into the folder of pictures."""
        if not self._pictures:
            return
        width, height = self._pictures[0][0].size
        drawn = [
            picture.resize((WIDTH, height * WIDTH // width)).quantize(COLOURS)
            for picture, _ in self._pictures
        ]
        times = [int(seconds * SECOND) for _, seconds in self._pictures]
        file = Path(os.environ["DABYL_PICTURES"]) / f"{name}.gif"
        drawn[0].save(file, save_all=True, append_images=drawn[1:], duration=times, loop=0, optimize=True)
