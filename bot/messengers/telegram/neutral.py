"""What stands in place of a file that was taken back and cannot be deleted any more: a white square, as PNG."""

from base64 import b64decode

NEUTRAL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAQAAAAEAAQAAAAB0CZXLAAAAM0lEQVR42u3KoQEAAAwCIP9/Wk9YXYBMeoggCIIgCIIgCIIg"
    "CIIgCIIgCIIgCIIgCMLvMPPS4dI8z/G7AAAAAElFTkSuQmCC"
)
