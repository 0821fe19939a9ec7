"""``python -P -m core.resources``: the last step of an installation into a place where the bot's user cannot write later."""

from core.resources.preloading import read_ahead

if __name__ == "__main__":
    read_ahead()
