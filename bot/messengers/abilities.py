"""What each messenger can do, in its own numbers."""

from datetime import timedelta

from bot.core.abilities import Abilities
from bot.core.incoming import FileKind

TELEGRAM = Abilities(
    text=4096,  # characters; it counts UTF-16 code units at most, and counting them is the safe side
    caption=1024,
    press=64,
    file=20 * 1024 * 1024,
    sends=50 * 1024 * 1024,
    deletable=timedelta(hours=48),
    # Of voice messages, round videos and stickers nothing but a caption can be edited.
    replaceable=frozenset(
        {FileKind.PHOTO, FileKind.VIDEO, FileKind.ANIMATION, FileKind.AUDIO, FileKind.DOCUMENT}
    ),
    presses_kept=timedelta(seconds=150),
)

SIGNAL = Abilities(
    text=2000,  # a longer one travels as a file, which phones show as text
    caption=2000,
    press=64,  # nothing is pressed there: a number stands for what a button carries
    file=100 * 1024 * 1024,
    sends=100 * 1024 * 1024,
    deletable=timedelta(hours=24),  # by hearsay: signal-cli's documents do not say it
    replaceable=frozenset(),
    presses_kept=timedelta(days=30),  # an answer is a message, and Signal keeps messages for who is not there
    buttons=False,
    sealed=True,
    receipts=True,
    requests=True,
    deletes_theirs=False,
    counted=False,  # a message is known by the millisecond in which it was sent
)
