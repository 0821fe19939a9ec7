"""Which uploads Telegram takes as a photo: JPEG, PNG and WebP, of 10 MB, 10,000 pixels in all and a ratio of 20 at most."""

from bot.playground.bot_api.errors import bad_request
from bot.playground.files import PHOTO_LIMIT

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
PIXELS, RATIO = 10_000, 20


def check(content: bytes) -> None:
    """Raise ApiError as Telegram does. How large a picture is, is looked for in PNG alone."""
    if len(content) > PHOTO_LIMIT:
        size = f"file of size {len(content)} bytes"
        raise bad_request(f"{size} is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes")
    webp = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    if not (webp or content.startswith((JPEG, PNG))):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if content.startswith(PNG):
        sides = sorted(int.from_bytes(content[at : at + 4]) for at in (16, 20))
        if sum(sides) > PIXELS or sides[1] > RATIO * sides[0]:
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
