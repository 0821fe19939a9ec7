"""The sentence beside a value is the one that tells it; where no sentence does by itself, all that was typed."""

import pytest

from core.resources.word_files import load_heard
from core.understanding.quoting import sentence_behind
from core.values import CountKind, Moment, People

SEVEN = People(count=7, kind=CountKind.EXACT)


@pytest.mark.parametrize(
    ("kind", "value", "text", "sentence"),
    [
        ("urgent", ("injured",), "They took her. She is bleeding! Almaty", "She is bleeding!"),
        ("urgent", ("injured",), "Её увезли. У неё кровь! Алматы", "У неё кровь!"),
        ("urgent", ("injured",), "Оны алып кетті. Қан ағып жатыр! Алматы", "Қан ағып жатыр!"),
        ("started", Moment(words="14:30"), "Help us please.\nIt was at 14:30.\nAlmaty", "It was at 14:30."),
        ("count", SEVEN, "Мы в Таразе. Нас семеро. Помогите", "Нас семеро."),
        ("count", SEVEN, "Біз Тараздамыз. Біз жетеуміз. Көмектесіңіз", "Біз жетеуміз."),
        ("name", ("Dana",), "Please help. They took Dana.", "They took Dana."),
        ("situation", "other", "Добрый день. Брата задержали. Что делать?", "Брата задержали."),
        (
            "situation",
            "other",
            "Сәлеметсіз бе. Бауырымды ұстап әкетті. Не істеймін?",
            "Бауырымды ұстап әкетті.",
        ),
        ("link", "relative", "Hello. Please help.", "Hello. Please help."),
        ("count", SEVEN, " one sentence ", "one sentence"),
    ],
)
def test_a_value_has_the_sentence_that_tells_it(kind: str, value: object, text: str, sentence: str) -> None:
    assert sentence_behind(kind, value, text, load_heard()) == sentence
