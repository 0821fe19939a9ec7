"""The narrator speaks three languages at once; each page picks its own."""

from bot.core.model import LANGUAGES
from bot.playground.server import Server
from bot.resources.words import load_words

Texts = dict[str, str]  # language → text
READING = 5  # a line is read as long as so many acts take


def in_all(key: str, /, **values: str | int) -> Texts:
    """A text of ``bot/words/*/backstage.ftl`` in every language. Raises KeyError where one lacks it."""
    words = load_words()
    return {language: words.say(language, key, **values) for language in LANGUAGES}


def tell(server: Server, key: str, /, **values: str | int) -> None:
    """A line above the phones of every open page."""
    server.tell({"type": "narrator", "text": in_all(key, **values)})
