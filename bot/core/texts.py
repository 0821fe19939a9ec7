"""The same words in each language, by a person."""

from msgspec import Struct


class Texts(Struct, frozen=True):
    """Empty in a language in which nobody has written them."""

    kk: str = ""
    ru: str = ""
    en: str = ""

    def of(self, language: str) -> str:
        """In this language."""
        text: str = getattr(self, language)
        return text
