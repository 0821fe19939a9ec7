"""What a lawyer types at the station, and what must not be taken for it."""

import pytest

from core.resources.word_files import load_heard
from core.timeline import TimelineKind
from core.understanding.lawyer_words import VisitSaid, visit_said

HEARD = load_heard()
SAID = {
    "пустили": (TimelineKind.ADMITTED, "", False),
    "Пустили в 15:20": (TimelineKind.ADMITTED, "в 15:20", False),
    "меня не пустили 15:20": (TimelineKind.REFUSED, "15:20", False),
    "в 15.20 не пускают": (TimelineKind.REFUSED, "в 15.20", False),
    "не пустили, сказали ждать до утра": (TimelineKind.REFUSED, "", True),
    "не пустили в 15:20 сказали ждать": (TimelineKind.REFUSED, "в 15:20", True),
    "на выходе": (TimelineKind.OUT, "", False),
    "вышла 10 минут назад": (TimelineKind.OUT, "10 минут назад", False),
    "я внутри": (TimelineKind.ADMITTED, "", False),
    "еду": (TimelineKind.ON_MY_WAY, "", False),
    "уже у входа": (TimelineKind.AT_STATION, "", False),
    "связалась": (TimelineKind.CONTACTED, "", False),
    "жолдамын": (TimelineKind.ON_MY_WAY, "", False),
    "есік алдындамын": (TimelineKind.AT_STATION, "", False),
    "мені кіргізбеді 15:20": (TimelineKind.REFUSED, "15:20", False),
    "ішке кірдім": (TimelineKind.ADMITTED, "", False),
    "сыртқа шықтым": (TimelineKind.OUT, "", False),
    "хабарластым": (TimelineKind.CONTACTED, "", False),
    "not let in": (TimelineKind.REFUSED, "", False),
    "They did not let me in at 15:20": (TimelineKind.REFUSED, "at 15:20", False),
    "let in 3 pm": (TimelineKind.ADMITTED, "3 pm", False),
    "I am inside now": (TimelineKind.ADMITTED, "", False),
    "I'm out": (TimelineKind.OUT, "", False),
    "on my way": (TimelineKind.ON_MY_WAY, "", False),
    "at the door": (TimelineKind.AT_STATION, "", False),
    "on my way to the Saryarka station, 20 minutes": (TimelineKind.ON_MY_WAY, "", True),
    "приехал в 15:20, не пускают": (TimelineKind.REFUSED, "", True),
    "приехал, с 15:20 не пускают": (TimelineKind.REFUSED, "с 15:20", True),
    "пустили в 15:20, вышла": (TimelineKind.OUT, "", True),
    "не пустили, я на улице": (TimelineKind.REFUSED, "", True),
    "отказали в допуске": (TimelineKind.REFUSED, "", False),
    "РОВД-ға келе жатырмын": (TimelineKind.ON_MY_WAY, "", True),
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
def test_what_is_typed_of_a_visit(text: str, said: tuple[TimelineKind, str, bool]) -> None:
    assert visit_said(text, HEARD) == VisitSaid(*said)


@pytest.mark.parametrize("text", NOT)
def test_what_says_something_else(text: str) -> None:
    assert visit_said(text, HEARD) is None
