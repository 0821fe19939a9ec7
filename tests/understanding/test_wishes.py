"""That the chat be emptied when it is closed: said in a few words, and not to be taken for "delete it now"."""

import pytest

from core.resources.word_files import load_heard
from core.understanding.wishes import empties_at_closing

HEARD = load_heard()


@pytest.mark.parametrize(
    "text",
    [
        "hide this chat when it is closed",
        "please delete the messages after closing",
        "once it's over, clear this chat",
        "очистите чат, пожалуйста, когда дело закроют",
        "когда закроете, удалите переписку",
        "спрячьте чат после закрытия",
        "іс жабылғанда чатты тазалаңыз",
        "жабылған соң жазысқанымызды өшіріңіз",
    ],
)
def test_the_wish_is_heard(text: str) -> None:
    assert empties_at_closing(text, HEARD)


@pytest.mark.parametrize(
    "text",
    [
        "delete this chat",
        "удалите всё",
        "когда его отпустят?",
        "чатты тазалаңыз",
        "they closed the door after they took my brother",
        "после закрытия магазина забрали брата",
        "",
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert not empties_at_closing(text, HEARD)
