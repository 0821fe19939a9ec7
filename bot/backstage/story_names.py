"""What people, groups and messages are called in a story."""

import keyword

from bot.backstage.story_code import Call

RESERVED = frozenset({"world", "pytest", "datetime", "member", "text", "text2", "code", "code_in"})


class Names:
    """Variables by chat id. Only what is used gets one."""

    def __init__(self) -> None:
        self._taken = set(RESERVED)
        self._variables: dict[int, str] = {}
        self._makers: dict[int, Call] = {}
        self.typed: set[int] = set()  # phones on which nothing can be pressed

    def declare(self, chat: int, called: str, otherwise: str, maker: Call) -> None:
        """This call makes a phone or a group; ``otherwise`` is its variable where the name makes none."""
        words = called.casefold().split()
        word = words[-1] if words else ""
        usable = word.isascii() and word.isidentifier() and len(word) > 1 and not keyword.iskeyword(word)
        self._variables[chat] = self.fresh(word if usable else otherwise)
        self._makers[chat] = maker

    def fix(self, chat: int, source: str) -> None:
        """A chat that is there in every story."""
        self._variables[chat] = source

    def knows(self, chat: int) -> bool:
        """Whether this chat has been declared."""
        return chat in self._variables

    def of(self, chat: int) -> str:
        """The variable, which is used from now on. Raises KeyError for a chat that was never declared."""
        variable = self._variables[chat]
        if chat in self._makers:
            self._makers[chat].name = variable
        return variable

    def fresh(self, wanted: str) -> str:
        """A variable that nothing else has: this one, or with a number."""
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}{number}"
        self._taken.add(name)
        return name
