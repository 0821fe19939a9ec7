"""Those who take, watch or came: they are not counted."""

from bot.core.understanding.count_line import CountLine

_REACH = 3  # words behind those counted in which it says that they are who takes


def is_about_takers(line: CountLine, i: int, noun: bool = True) -> bool:
    """Whether those just named are who takes: "двое полицейских", "двое парней в штатском", "екі адам келіп".

    ``noun``: a word for people stands before, so that the police behind it are others.
    """
    said = line.heard.people
    for k in range(i, i + _REACH):
        if line.ends(k):
            return False
        coming = line.within(k, said.came) and not line.within(k + 1, said.passive)
        if coming or (not noun and line.starts(k, said.takers)):
            return True
        if line.within(k, said.wearing) and line.starts(k + 1, said.dress):
            return True
        if line.starts(k, said.taken) or not line.starts(k, (*said.persons, *said.dress)):
            return line.starts(k, said.dress)
    return False


def came(line: CountLine, i: int) -> bool:
    """Whether the word at ``i`` says that those behind it came: "приехали двое"."""
    said = line.heard.people
    return line.within(i, said.came) and not line.starts(i, said.taken)
