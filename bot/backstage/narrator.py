"""The narrator speaks three languages at once; each page picks its own."""

from bot.core.model import LANGUAGES
from bot.demo.processes import NotDone
from bot.playground.server import Server
from bot.resources.words import load_words

Texts = dict[str, str]  # language → text
READING = 5  # a line is read as long as so many acts take


def in_all(key: str, /, **values: str | int) -> Texts:
    """A text of ``bot/words/*/backstage.ftl`` in every language. Raises KeyError where one lacks it."""
    words = load_words()
    return {language: words.say(language, key, **values) for language in LANGUAGES}


def why(error: Exception) -> Texts:
    """Why something could not go on, in one line; what other programs say stays in their language."""
    if isinstance(error, NotDone):
        return in_all(f"left-{error.what}", count=error.count)
    return dict.fromkeys(LANGUAGES, str(error).splitlines()[0])


def stopped(error: Exception) -> Texts:
    """That a scene has stopped, and why."""
    words, reasons = load_words(), why(error)
    return {language: words.say(language, "scene-stopped", why=reasons[language]) for language in LANGUAGES}


def tell(server: Server, key: str, /, **values: str | int) -> None:
    """A line above the phones of every open page."""
    tell_all(server, in_all(key, **values))


def tell_all(server: Server, texts: Texts) -> None:
    """As :func:`tell`, of texts that are there."""
    server.tell({"type": "narrator", "text": texts})
