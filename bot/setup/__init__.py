"""Setting up: what ``dabyl init`` asks, what it writes, what it leaves to do. How it is typed is in bot.cli.init."""
