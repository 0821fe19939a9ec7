"""``python -m bot`` is ``dabyl``."""

from bot.cli.main import main

if __name__ == "__main__":
    main()
