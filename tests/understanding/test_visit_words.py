"""What a lawyer types at the station, and what must not be taken for it."""

import pytest

from bot.core.timeline import Line
from bot.core.understanding.visit_words import VisitSaid, visit_said
from bot.resources.heard import load_heard

HEARD = load_heard()
SAID = {
    "пустили": (Line.ADMITTED, "", False),
    "Пустили в 15:20": (Line.ADMITTED, "в 15:20", False),
    "меня не пустили 15:20": (Line.REFUSED, "15:20", False),
    "в 15.20 не пускают": (Line.REFUSED, "в 15.20", False),
    "не пустили, сказали ждать до утра": (Line.REFUSED, "", True),
    "не пустили в 15:20 сказали ждать": (Line.REFUSED, "в 15:20", True),
    "на выходе": (Line.OUT, "", False),
    "вышла 10 минут назад": (Line.OUT, "10 минут назад", False),
    "я внутри": (Line.ADMITTED, "", False),
    "еду": (Line.ON_MY_WAY, "", False),
    "уже у входа": (Line.AT_STATION, "", False),
    "связалась": (Line.CONTACTED, "", False),
    "жолдамын": (Line.ON_MY_WAY, "", False),
    "есік алдындамын": (Line.AT_STATION, "", False),
    "мені кіргізбеді 15:20": (Line.REFUSED, "15:20", False),
    "ішке кірдім": (Line.ADMITTED, "", False),
    "сыртқа шықтым": (Line.OUT, "", False),
    "хабарластым": (Line.CONTACTED, "", False),
    "not let in": (Line.REFUSED, "", False),
    "They did not let me in at 15:20": (Line.REFUSED, "at 15:20", False),
    "let in 3 pm": (Line.ADMITTED, "3 pm", False),
    "I am inside now": (Line.ADMITTED, "", False),
    "I'm out": (Line.OUT, "", False),
    "on my way": (Line.ON_MY_WAY, "", False),
    "at the door": (Line.AT_STATION, "", False),
    "on my way to the Saryarka station, 20 minutes": (Line.ON_MY_WAY, "", True),
    "приехал в 15:20, не пускают": (Line.REFUSED, "", True),
    "приехал, с 15:20 не пускают": (Line.REFUSED, "с 15:20", True),
    "пустили в 15:20, вышла": (Line.OUT, "", True),
    "не пустили, я на улице": (Line.REFUSED, "", True),
    "отказали в допуске": (Line.REFUSED, "", False),
    "РОВД-ға келе жатырмын": (Line.ON_MY_WAY, "", True),
}
NOT = [
    "пустили?",
    "семью не пустили",
    "не еду",
    "не вышел",
    "еду брали с собой",
    "деньги на еду",
    "отказали в ходатайстве",
    "мать говорит, не пускают",
    "приехали родители, их не пускают",
    "the family is out of reach",
    "they say he was let in on Monday by another",
    "позвоните матери",
    "ішінде не бар екен",
    "",
    "15:20",
    "пустили " + "слово " * 80,
]


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_what_is_typed_of_a_visit(text: str, said: tuple[Line, str, bool]) -> None:
    assert visit_said(text, HEARD) == VisitSaid(*said)


@pytest.mark.parametrize("text", NOT)
def test_what_says_something_else(text: str) -> None:
    assert visit_said(text, HEARD) is None
