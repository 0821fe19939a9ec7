"""What is asked of every messenger and is nothing here."""


class Unasked:
    """Telegram's half that does nothing."""

    async def accept(self, chat: str) -> None:
        """Nobody has to be accepted."""

    async def vanish(self, chat: str, seconds: int) -> None:
        """A bot cannot choose it."""

    async def trust(self, chat: str) -> None:
        """A bot is shown no keys."""

    async def alive(self) -> bool:
        """Nothing of ours stands between."""
        return True

    async def discard(self, file_id: str) -> None:
        """Nothing of a file lies here."""
