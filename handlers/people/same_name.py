"""Whether a typed name is that of somebody on the roster: all of its words, in any order; capitals and ё are alike."""

from bot.core.folding import fold


def is_name_of(typed: str, name: str) -> bool:
    """Whether both are one name."""
    return bool(typed.split()) and sorted(fold(typed).split()) == sorted(fold(name).split())
