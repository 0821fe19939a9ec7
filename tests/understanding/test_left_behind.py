"""An exception from a release and its contrast, and what is none of both."""

import pytest

from core.resources.word_files import load_heard
from core.understanding.later import GoodNews, good_news, leaves_somebody
from core.understanding.situations import understand_situation

LEFT = [
    "they freed all of them but him",
    "he was not among the released",
    "he's the only one they didn't release",
    "everybody else is home, only he is still there",
    "отпустили почти всех, мужа в их числе нет",
    "всех выпустили, он единственный остался внутри",
    "нас отпустили, а мужа нет",
    "остальных отпустили, Дана нет",
    "бәрін босатты, одан өзге",
    "бәрін босатты, олардың арасында ол жоқ",
    "бәрі шықты, ол ғана шықпады",
    "оның ішінде жоқ, басқалары үйде",
]
NONE = [
    "they have not released her",  # nobody else was
    "she is not among the detained",
    "if they let everyone go except him, I will write",
    "did they let everyone go except him?",
    "they kept everyone except Dan, he is free",
    "they gave back everything except his phone and let him go",
    "её не отпустили, мужа тоже",
    "это неправда, его не отпустили",
    "задержали всех, кроме него",
    "его отпустили, всё вернули, кроме телефона",
    "его отпустили, жалоб у него нет",
    "оны босатқан жоқ",
    "оны босатты, дауым жоқ",
    "бәрін ұстады, одан басқа",
]


@pytest.mark.parametrize("text", LEFT)
def test_who_is_excepted_from_a_release_is_held(text: str) -> None:
    heard = load_heard()
    assert leaves_somebody(text, heard)
    assert understand_situation(text, heard) == "other" or good_news(text, heard) is GoodNews.SOME
    assert good_news(text, heard) in (None, GoodNews.SOME)


@pytest.mark.parametrize("text", NONE)
def test_who_is_not_is_not(text: str) -> None:
    assert not leaves_somebody(text, load_heard())
