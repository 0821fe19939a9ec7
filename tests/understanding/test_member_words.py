"""What members type of their own work: when they are there, that they cannot come, on which day somebody is to be free."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.intake.court_told import court_told, put_right
from core.resources.word_files import load_cues, load_heard
from core.timeline import TimelineKind
from core.understanding.arrivals import step_said
from core.understanding.lawyer_words import cannot_come, stand_in_wanted
from core.understanding.member_news import release_told
from core.values import Hearing, Precision

NOON = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)  # a Monday
ALMATY = ZoneInfo("Asia/Almaty")
HEARD = load_heard()


@pytest.mark.parametrize(
    ("language", "text", "there"),
    [
        ("en", "on the way, 25 minutes", "12:25"),
        ("en", "otw will be there in 20 min", "12:20"),
        ("en", "im driving there now, eta 40", "12:40"),
        ("en", "just left, 30 mins out", "12:30"),
        ("en", "heading to the station be there by 3", "15:00"),
        ("en", "i'll be there in half an hour", "12:30"),
        ("en", "leaving the office now, 15 min", "12:15"),
        ("ru", "выехал, буду через 20", "12:20"),
        ("ru", "еду, минут 25", "12:25"),
        ("ru", "буду через полчаса", "12:30"),
        ("ru", "подъеду минут через 15", "12:15"),
        ("ru", "выдвигаюсь, в 15:30 буду на месте", "15:30"),
        ("ru", "еду в отдел, буду к трём", "15:00"),
        ("ru", "я вышел, буду через 10 минут", "12:10"),
        ("kk", "жолдамын, 20 минуттан кейін", "12:20"),
        ("kk", "шықтым, 20 минутта барам", "12:20"),
        ("kk", "кетіп барамын жарты сағатта жетем", "12:30"),
        ("kk", "15:30-да барамын", "15:30"),
        ("kk", "бір сағаттан кейін келемін", "13:00"),
    ],
)
def test_who_says_by_when_they_are_there_is_on_the_way(language: str, text: str, there: str) -> None:
    said = step_said(text, HEARD, NOON, ALMATY, language)
    assert said is not None
    assert said.act is TimelineKind.ON_MY_WAY
    assert said.there is not None
    assert f"{said.there.astimezone(ALMATY):%H:%M}" == there


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "i'll call you in 20 minutes"),
        ("en", "the mother will be there in 20 minutes"),
        ("en", "will be at the hearing at 15"),
        ("en", "he is in the car for 30 minutes"),
        ("ru", "его держат в машине 30 минут"),
        ("ru", "не приеду через час"),
        ("ru", "буду звонить через час"),
        ("ru", "мама приедет через час"),
        ("ru", "следователь приедет через час"),
        ("kk", "20 минутта қоңырау шаламын"),
    ],
)
def test_what_comes_soon_and_is_not_the_writer_is_no_step(language: str, text: str) -> None:
    assert step_said(text, HEARD, NOON, ALMATY, language) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "cant make it today im stuck in court"),
        ("en", "can someone cover my hearing tomorrow"),
        ("en", "somebody stand in for me tomorrow"),
        ("en", "i am not going to make it"),
        ("en", "could anyone take my case in Taraz, im stuck in Astana"),
        ("ru", "не успеваю сегодня, застрял в процессе"),
        ("ru", "не могу завтра на суд, подмените"),
        ("ru", "кто подменит меня в Шымкенте и Таразе"),
        ("ru", "не могу доехать, машина сломалась"),
        ("ru", "я заболел, нужна замена"),
        ("kk", "бүгін бара алмаймын, соттамын"),
        ("kk", "кім мені ертең сотта алмастыра алады"),
        ("kk", "орныма біреу барсын"),
        ("kk", "көлігім бұзылып қалды"),
    ],
)
def test_who_cannot_come_or_asks_for_somebody_in_their_place_is_heard(language: str, text: str) -> None:
    assert cannot_come(text, HEARD, language) or stand_in_wanted(text, HEARD, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the mother can't come"),
        ("en", "i cannot get through to the station"),
        ("en", "she can't sleep"),
        ("ru", "не могу дозвониться до отдела"),
        ("ru", "мама не сможет приехать"),
        ("ru", "подменили протокол"),
        ("kk", "анасы келе алмайды"),
        ("kk", "қоңырау шала алмаймын"),
    ],
)
def test_what_others_cannot_do_is_no_wish_of_the_writer(language: str, text: str) -> None:
    assert not cannot_come(text, HEARD, language)
    assert not stand_in_wanted(text, HEARD, language)


KNOWN = Hearing(1, datetime(2018, 9, 18, 4, 0, tzinfo=UTC), Precision.MINUTE, "Medeu court")


@pytest.mark.parametrize(
    ("language", "text", "when", "court"),
    [
        ("en", "not 10 but 11:00", "18.09 11:00", "Medeu court"),
        ("en", "its not 10 its 11", "18.09 11:00", "Medeu court"),
        ("en", "moved to friday", "21.09 10:00", "Medeu court"),
        ("en", "wrong court, Almaly court", "18.09 10:00", "Almaly court"),
        ("ru", "не 10, а 11:00", "18.09 11:00", "Medeu court"),
        ("ru", "не в 10 а в 11", "18.09 11:00", "Medeu court"),
        ("ru", "перенесли на пятницу в 11:30", "21.09 11:30", "Medeu court"),
        ("ru", "суд не тот, Алмалинский", "18.09 10:00", "Алмалинский"),
        ("ru", "не Медеуский, а Алмалинский суд", "18.09 10:00", "Алмалинский суд"),
        ("kk", "10 емес, 11:00", "18.09 11:00", "Medeu court"),
        ("kk", "10-да емес 11-де", "18.09 11:00", "Medeu court"),
        ("kk", "жұмаға ауысты", "21.09 10:00", "Medeu court"),
        ("kk", "сот басқа, Алмалы соты", "18.09 10:00", "Алмалы соты"),
    ],
)
def test_a_slip_about_a_hearing_is_put_right(language: str, text: str, when: str, court: str) -> None:
    told = court_told(text, HEARD, load_cues(), NOON, ALMATY, language)
    assert told.corrects
    after = put_right(KNOWN, told, ALMATY)
    assert (f"{after.at.astimezone(ALMATY):%d.%m %H:%M}", after.court) == (when, court)


@pytest.mark.parametrize(
    "text",
    [
        "not 10 people but 11",
        "не 10, а 11 человек",
        "10 емес, 11 адам",
        "не тот следователь",
        "is it not 10?",
    ],
)
def test_what_is_put_right_is_no_hearing_where_it_may_be_something_else(text: str) -> None:
    assert not court_told(text, HEARD, load_cues(), NOON, ALMATY).corrects


def test_an_hour_that_is_put_right_is_of_the_same_half_of_the_day() -> None:
    afternoon = Hearing(1, datetime(2018, 9, 18, 9, 0, tzinfo=UTC), Precision.HOUR)  # 15:00
    told = court_told("not 3 but 4", HEARD, load_cues(), NOON, ALMATY, "en")
    assert f"{put_right(afternoon, told, ALMATY).at.astimezone(ALMATY):%H:%M}" == "16:00"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "she gets out on the 25th", "25.09"),
        ("en", "release is on 30 September", "30.09"),
        ("en", "he is out on friday", "21.09"),
        ("ru", "выходит 25 числа", "25.09"),
        ("ru", "освобождение 30 сентября", "30.09"),
        ("ru", "завтра отпустят", "18.09"),
        ("kk", "30 қыркүйекте босайды", "30.09"),
        ("kk", "ертең босатады", "18.09"),
    ],
)
def test_a_day_on_which_somebody_is_to_be_free_is_heard(language: str, text: str, day: str) -> None:
    found = court_told(text, HEARD, load_cues(), NOON, ALMATY, language).release
    assert found is not None
    assert found.at is not None
    assert f"{found.at.astimezone(ALMATY):%d.%m}" == day


@pytest.mark.parametrize(
    ("text", "is_free"),
    [
        ("all three are home now", True),
        ("все трое дома", True),
        ("она уже дома", True),
        ("үшеуі де үйде", True),
        ("шығарды оны", True),
        ("they were taken at home", False),
        ("is she home?", False),
        ("забрали из дома", False),
        ("дома обыск", False),
        ("үйінен алып кетті", False),
    ],
)
def test_that_people_are_home_is_a_release_in_other_words(text: str, is_free: bool) -> None:
    assert release_told(text, HEARD) is is_free
