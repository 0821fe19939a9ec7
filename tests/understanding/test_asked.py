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
    "text",
    [
        "его отпустили?",
        "его отпустили??",
        "вернулся?!",
        "его уже отпустили? мне сказали что нет?",
        "was he released?",
        "босатты ма?",
    ],
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


ONLY_ASKED = [
    "do police in Almaty arrest people for just holding a blank paper?",
    "Do you publish lists of detained in Aktobe?",
    "will police see that i wrote to you about arrest",
    "how many hours police have right to hold me without protocol",
    "hi is this the number for reporting arrests?",
    "вы ведете списки задержанных по Актобе?",
    "сколько времени могут держать без суда",
    "чем отличается арест от задержания",
    "қамау мен ұстаудың айырмашылығы не",
]


@pytest.mark.parametrize("text", ONLY_ASKED)
def test_a_question_about_nobody_tells_of_nothing(text: str) -> None:
    understood = read(text)
    assert (understood.situation, understood.happening) == (None, False)


@pytest.mark.parametrize(
    "text",
    [
        "can you please help my friend, he was arrested at the airport in Almaty",
        "why is my husband held in Pavlodar without any paper??",
        "is this the hotline? they have detained my colleague in Pavlodar, what should I do?",
        "это горячая линия? задержали коллегу в Павлодаре, что делать?",
        "әріптесімді Павлодарда ұстады, не істейміз?",
    ],
)
def test_a_question_about_somebody_is_an_alarm(text: str) -> None:
    assert read(text).happening


@pytest.mark.parametrize(
    "text",
    [
        "I read that in Pavlodar they arrested 40 people yesterday",
        "i saw on tiktok that people are detained in Kulsary",
        "rumours say that they arrest everyone in Semey",
        "читала что в Павлодаре вчера задержали сорок человек",
        "в инстаграме пишут, что в Семее задержали людей",
        "Павлодарда кеше қырық адамды ұстапты деп оқыдым",
    ],
)
def test_what_was_read_somewhere_rings_nobody(text: str) -> None:
    assert not read(text).happening


@pytest.mark.parametrize(
    "text", ["I heard that they took my brother to Semey", "слышала, что моего брата увезли в Семей"]
)
def test_what_is_heard_of_ones_own_people_is_an_alarm(text: str) -> None:
    assert read(text).happening


@pytest.mark.parametrize(
    "text",
    [
        "nobody tells me where they took my father, Oral",
        "никто не говорит куда увезли папу, Уральск",
        "nobody knows where they took her",
    ],
)
def test_nobody_who_tells_anything_denies_nothing(text: str) -> None:
    assert read(text).happening


def test_a_release_that_is_told_before_a_question_is_one() -> None:
    assert read("they took his phone and let him go. Kokshetau. can i complain?").situation == "over"


@pytest.mark.parametrize(
    ("text", "happening"),
    [
        ("my daughter is 12, she wants to draw posters in Almaty", False),
        ("сыну 15 лет, хочет стать адвокатом", False),
        ("my son is 15, the police brought him somewhere", True),
        ("сыну 15 лет, он в полиции", True),
        ("in 2022 soldiers beat me in Almaty, is there compensation", False),
        ("он истекает кровью", True),
    ],
)
def test_a_child_needs_the_police_beside_it_and_an_old_wound_is_no_alarm(text: str, happening: bool) -> None:
    assert read(text).happening is happening
