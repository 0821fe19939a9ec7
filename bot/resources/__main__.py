"""``python -m bot.resources``: for an image, in which nobody writes later."""

from bot.resources.ahead import read_ahead

if __name__ == "__main__":
    read_ahead()
