"""What is only asked beside what is told: the one must not hide the other."""

import pytest

from tests.listening.figures import read


@pytest.mark.parametrize(
    "text",
    [
        "мужа задержали в Таразе, имеют ли право без адвоката допрашивать",
        "Данияра отпустили, Камилу оставили",
        "біреуін босатты, бірі әлі отыр",
        "задержали отца, он не отпущен",
    ],
)
def test_somebody_is_held_whatever_else_is_said(text: str) -> None:
    assert read(text).situation == "other"
    assert read(text).ongoing != "no"


@pytest.mark.parametrize(
    "text", ["его отпустили?", "его уже отпустили? мне сказали что нет?", "was he released?", "босатты ма?"]
)
def test_a_question_about_a_release_tells_of_none(text: str) -> None:
    understood = read(text)
    assert (understood.situation, understood.ongoing) == (None, None)


@pytest.mark.parametrize(
    "text", ["никого не задержали в Алматы слава богу", "no one has been arrested at the rally in Almaty"]
)
def test_a_denial_is_known_as_one(text: str) -> None:
    assert read(text).denied


def test_a_city_in_a_link_is_no_place() -> None:
    assert read("https://news.example.kz/almaty-2026").place is None
    assert "alone" not in read("leave me alone").flags
