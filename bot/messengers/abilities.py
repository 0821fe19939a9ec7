"""What each messenger can do, in its own numbers."""

from datetime import timedelta

from bot.core.abilities import Abilities

TELEGRAM = Abilities(
    text=4096,  # characters; it counts UTF-16 code units at most, and counting them is the safe side
    press=64,
    file=20 * 1024 * 1024,
    deletable=timedelta(hours=48),
    presses_kept=timedelta(seconds=150),
)
