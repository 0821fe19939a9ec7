"""Which court is named beside the time of a hearing, and what names none."""

import pytest

from core.resources.word_files import load_heard
from core.understanding.court_words import court_named

HEARD = load_heard()


@pytest.mark.parametrize(
    ("text", "court"),
    [
        ("завтра в 10 в Ойдановском районном суде", "Ойдановском районном суде"),
        ("межрайонный административный суд 18.09 10:00", "межрайонный административный суд"),
        ("заседание 18.09 в 10:00, райсуд №2 Ойданова, каб. 14, судья Ойданова", "райсуд №2 Ойданова, каб. 14"),
        ("суд Ойдановского района, 18.09 9:30", "суд Ойдановского района"),
        ("18 қыркүйек 10:00, Ойдан аудандық соты, 3 зал", "Ойдан аудандық соты, 3 зал"),
        ("tomorrow 10am at the Made-Up city court", "Made-Up city court"),
    ],
)  # fmt: skip
def test_a_court_is_taken_as_it_is_typed(text: str, court: str) -> None:
    assert court_named(text, HEARD) == court


@pytest.mark.parametrize(
    "text",
    ["", "суд завтра в 10", "19.09 10:00", "суд по мере пресечения 18.09", "court on 19.09", "ертең 10:00 сот",
     "судья Ойданов завтра", "районный суд " + "очень " * 60],
)  # fmt: skip
def test_that_somebody_is_tried_names_no_court(text: str) -> None:
    assert court_named(text, HEARD) == ""


@pytest.mark.parametrize(
    ("text", "court"),
    [
        ("18.09 10:00, Bostandyk court", "Bostandyk court"),
        ("суд завтра в 10:00, Бостандыкский", "Бостандыкский"),
        ("заседание в Медеуском суде 19.09", "Медеуском суде"),
        (
            "суд завтра в 10:00, Бостандыкский административный, следователь сказала",
            "Бостандыкский административный",
        ),
        ("бүгін 17:00 Орал әкімшілік соты", "Орал әкімшілік соты"),
        ("Court tomorrow at 10", ""),
        ("суд завтра в 10:00, Дана", ""),
        ("Ұлжанды сотқа алып кетті", ""),
        ("the court of appeal is closed", ""),
    ],
)
def test_a_court_is_named_by_the_capital_beside_it(text: str, court: str) -> None:
    assert court_named(text, load_heard()) == court
