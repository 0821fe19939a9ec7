"""``python -m core.resources``: for an image, in which nobody writes later."""

from core.resources.preloading import read_ahead

if __name__ == "__main__":
    read_ahead()
