"""Clock words of the three languages. Now is Tuesday 18 September 2018, 15:00 in Almaty, unless a test says else."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.resources.word_files import load_heard
from core.understanding import MomentProblem, check_moment, understand_moment
from core.understanding.clock_words import understand_appointment, without_zones
from core.values import Moment, Precision

HEARD = load_heard()
ALMATY = ZoneInfo("Asia/Almaty")
NOW = datetime(2018, 9, 18, 9, 0, tzinfo=UTC)

SAID = {
    # days and hours
    "вчера в 7 утра": "2018-09-17 07:00 hour",
    "вчера в восемь вечера": "2018-09-17 20:00 hour",
    "кеше сағат 7:00": "2018-09-17 07:00 minute",
    "кеше кешкі 9-да": "2018-09-17 21:00 hour",
    "кеше кешки 9да": "2018-09-17 21:00 hour",
    "бүгін таңертең": "2018-09-18 06:00 part",
    "позавчера": "2018-09-16 00:00 day",
    "алдыңгүні": "2018-09-16 00:00 day",
    "алдыңғы күні": "2018-09-16 00:00 day",
    "бұрнағы күні": "2018-09-16 00:00 day",
    "the day before yesterday": "2018-09-16 00:00 day",
    "вчера вечером в 9": "2018-09-17 21:00 hour",
    "yesterday evening at 8": "2018-09-17 20:00 hour",
    "yestarday": "2018-09-17 00:00 day",
    # nights
    "в ночь с субботы на воскресенье": "2018-09-16 00:00 part",
    "сенбіден жексенбіге қараған түні": "2018-09-16 00:00 part",
    "сенбиден жексенбиге караган туни": "2018-09-16 00:00 part",
    "in the night from Saturday to Sunday": "2018-09-16 00:00 part",
    "сегодня ночью": "2018-09-18 00:00 part",
    "вчера ночью": "2018-09-18 00:00 part",
    "кеше түнде": "2018-09-18 00:00 part",
    "last night": "2018-09-18 00:00 part",
    "last night at 10": "2018-09-17 22:00 hour",
    "вчера ночью в 2": "2018-09-18 02:00 hour",
    "вчера в 2 часа ночи": "2018-09-17 02:00 hour",
    "в 12 ночи": "2018-09-18 00:00 hour",
    "вчера в 12 ночи": "2018-09-18 00:00 hour",
    # so long ago
    "полчаса назад": "2018-09-18 14:30 minute",
    "минут 20 назад": "2018-09-18 14:40 minute",
    "час назад": "2018-09-18 14:00 hour",
    "часа два назад": "2018-09-18 13:00 hour",
    "полтора часа назад": "2018-09-18 13:30 minute",
    "2 сағат бұрын": "2018-09-18 13:00 hour",
    "жарты сағат бұрын": "2018-09-18 14:30 minute",
    "half an hour ago": "2018-09-18 14:30 minute",
    "уже 3 часа держат": "2018-09-18 12:00 hour",
    "3 сағаттан бері": "2018-09-18 12:00 hour",
    "for 3 hours": "2018-09-18 12:00 hour",
    "3 дня назад": "2018-09-15 00:00 day",
    "неделю назад": "2018-09-11 00:00 day",
    "месяц назад": "2018-08-01 00:00 month",
    "только что": "2018-09-18 15:00 minute",
    "жаңа ғана": "2018-09-18 15:00 minute",
    "just now": "2018-09-18 15:00 minute",
    # hours
    "since 7 am": "2018-09-18 07:00 hour",
    "с 7:00": "2018-09-18 07:00 minute",
    "с семи утра": "2018-09-18 07:00 hour",
    "сағат жетіден бері": "2018-09-18 07:00 hour",
    "сагат жетиден бери": "2018-09-18 07:00 hour",
    "7ден бери": "2018-09-18 07:00 hour",
    "сағат он екіде": "2018-09-18 12:00 hour",
    "алтыда ұстап кетті": "2018-09-18 06:00 hour",
    "тоғыздан бері": "2018-09-18 09:00 hour",
    "в 7 задержаны": "2018-09-18 07:00 hour",
    "он екіде": "2018-09-18 12:00 hour",
    "сағат жеті жарымда": "2018-09-18 07:30 minute",
    "таңғы сағат 7-де": "2018-09-18 07:00 hour",
    "түнгі 2-де": "2018-09-18 02:00 hour",
    "around noon": "2018-09-18 12:00 hour",
    "в обед": "2018-09-18 12:00 hour",
    "түсте": "2018-09-18 12:00 hour",
    "час дня": "2018-09-18 13:00 hour",
    "в полвосьмого": "2018-09-18 07:30 minute",
    "без 15 восемь": "2018-09-18 07:45 minute",
    "half past seven": "2018-09-18 07:30 minute",
    "quarter to eight": "2018-09-18 07:45 minute",
    "в 7-30": "2018-09-18 07:30 minute",
    "в 7 приехали": "2018-09-18 07:00 hour",
    "at 7 they came": "2018-09-18 07:00 hour",
    "с 9 до 11 утра": "2018-09-18 09:00 hour",
    "сағат 9-дан 11-ге дейін": "2018-09-18 09:00 hour",
    "вчера к 10 утра тараз": "2018-09-17 10:00 hour",
    # the twelve hours of a dial, and small hours, are the latest
    "в половине третьего": "2018-09-18 14:30 minute",
    "без двадцати три": "2018-09-18 14:40 minute",
    "twenty to three": "2018-09-18 14:40 minute",
    "10 past 2": "2018-09-18 14:10 minute",
    "десять минут третьего": "2018-09-18 14:10 minute",
    "пол 3": "2018-09-18 14:30 minute",
    "полпятого": "2018-09-18 04:30 minute",
    "в 2 часа": "2018-09-18 14:00 hour",
    "вчера в 3": "2018-09-17 15:00 hour",
    "вчера в 3 ночи": "2018-09-17 03:00 hour",
    "в десятом часу утра": "2018-09-18 09:00 hour",
    # so long that it began before the last of it
    "держат уже пятый час": "2018-09-18 10:30 hour",
    "for the 5th hour": "2018-09-18 10:30 hour",
    "үшінші сағат": "2018-09-18 12:30 hour",
    "третьи сутки": "2018-09-16 00:00 day",
    "the third day": "2018-09-16 00:00 day",
    "екінші күн отыр": "2018-09-17 00:00 day",
    "час уже держат": "2018-09-18 14:00 hour",
    "час наверно прошел": "2018-09-18 14:00 hour",
    "неделю как держат": "2018-09-11 00:00 day",
    "сутки держат уже сутки": "2018-09-17 15:00 hour",
    "already 40 minutes": "2018-09-18 14:20 minute",
    "4 days now": "2018-09-14 00:00 day",
    "часа 2 как увезли": "2018-09-18 13:00 hour",
    "since two days": "2018-09-16 00:00 day",
    "позапрошлой ночью": "2018-09-17 00:00 part",
    "the night before last": "2018-09-17 00:00 part",
    "в 14 30 забрали": "2018-09-18 14:30 minute",
    "around 8 this morning": "2018-09-18 08:00 hour",
    "on 17 september": "2018-09-17 00:00 day",
    "кеше кеште": "2018-09-17 18:00 part",
    # now, where nothing else is said
    "only now": "2018-09-18 15:00 minute",
    "қазір алып кетті": "2018-09-18 15:00 minute",
    "сейчас забирают": "2018-09-18 15:00 minute",
    "сейчас бьют, забрали в 9 утра": "2018-09-18 09:00 hour",
    "пошел в 11 сейчас 2 часа дня": "2018-09-18 11:00 hour",
    # parts of the day said otherwise
    "ранним утром": "2018-09-18 06:00 part",
    "таң атпай": "2018-09-18 06:00 part",
    "early this morning": "2018-09-18 06:00 part",
    # zones: in the place's own, UTC+6 then
    "в 10:30 по москве": "2018-09-18 13:30 minute",
    "at 8:15 GMT": "2018-09-18 14:15 minute",
    "в 12 по астане": "2018-09-18 12:00 hour",
    "мәскеу уақытымен сағат 9-да": "2018-09-18 12:00 hour",
    # an hour that is said comes before one that is counted
    "сидит уже 3 часа, забрали в 9 утра": "2018-09-18 09:00 hour",
    "час назад звонил, с 7 утра держат": "2018-09-18 07:00 hour",
    # what stands beside a release is no beginning
    "забрали утром, отпустили час назад": "2018-09-18 06:00 part",
    "отпустили полчаса назад, забрали вчера": "2018-09-17 00:00 day",
    "с утра не отпустили": "2018-09-18 06:00 part",
    # the latest, not after now
    "в 14:58": "2018-09-18 14:58 minute",
    "в 15:03": "2018-09-18 15:03 minute",
    "во вторник в 18:00 забрали": "2018-09-11 18:00 minute",
    "вечером": "2018-09-17 18:00 part",
    "утром": "2018-09-18 06:00 part",
    # weekdays
    "в понедельник": "2018-09-17 00:00 day",
    "дүйсенбіде": "2018-09-17 00:00 day",
    "on Monday morning": "2018-09-17 06:00 part",
    "во вторник": "2018-09-18 00:00 day",
    "last Tuesday": "2018-09-11 00:00 day",
    "во вторник в 18:00": "2018-09-11 18:00 minute",
    "в суботу": "2018-09-15 00:00 day",
    # dates
    "17 сентября около 15 часов": "2018-09-17 15:00 hour",
    "17 сенятбря": "2018-09-17 00:00 day",
    "18 қыркүйекте": "2018-09-18 00:00 day",
    "қыркүйектің 18-інде": "2018-09-18 00:00 day",
    "2018 жылғы 17 қыркүйекте": "2018-09-17 00:00 day",
    "17 кыркуйек": "2018-09-17 00:00 day",
    "18.09.2018 в 14:30": "2018-09-18 14:30 minute",
    "2018-09-17 06:05": "2018-09-17 06:05 minute",
    "17/9/18": "2018-09-17 00:00 day",
    "September 17, 2018 at 3 pm": "2018-09-17 15:00 hour",
    "on the 17th of September": "2018-09-17 00:00 day",
    "Sep 17th": "2018-09-17 00:00 day",
    "17 числа": "2018-09-17 00:00 day",
    "25 декабря": "2017-12-25 00:00 day",
    "сегодня, 18 сентября, в 7-30": "2018-09-18 07:30 minute",
    "в субботу 15 сентября вечером": "2018-09-15 18:00 part",
    "в конце августа": "2018-08-01 00:00 month",
    "тамыздың соңында": "2018-08-01 00:00 month",
    "тамыздың аяғы, түнде": "2018-08-01 00:00 month",
    "тамыз айының соңында түнде": "2018-08-01 00:00 month",
    "end of August": "2018-08-01 00:00 month",
    "в октябре": "2017-10-01 00:00 month",
    "3 wks ago": "2018-08-28 00:00 day",
    # two moments: the first one that can be
    "завтра суд, забрали вчера вечером": "2018-09-17 18:00 part",
    "12.05.1988 г.р., забрали вчера": "2018-09-17 00:00 day",
    "вчера задержали, сегодня в 10 увезли": "2018-09-17 00:00 day",
}


def shown(moment: Moment | None) -> str:
    if moment is None or moment.at is None:
        return "none"
    assert moment.at.tzinfo is UTC
    return f"{moment.at.astimezone(ALMATY):%Y-%m-%d %H:%M} {moment.precision.value}"


@pytest.mark.parametrize("words", SAID)
def test_clock_words_name_their_moment(words: str) -> None:
    assert shown(understand_moment(words, HEARD, NOW, ALMATY)) == SAID[words]


@pytest.mark.parametrize(
    "words",
    """
    8 701 123 45 67 | +7 (701) 123-45-67 | ему 17 лет | 15 жаста | статья 274 | ст. 488 ч. 7 | дом 7 кв. 15 | в 7 школе
    в 12 микрорайоне | 5 человек | с 2 детьми | в 5-10 минутах от дома | at 7 Abay street | house 7 | 20 people | до 9 вечера
    добрый вечер | good morning | қайырлы таң | 3 дня | 2 сағат
    мамыр | he may come | завтра в 10 | 31 февраля | в 1988 году
    в 18.30 | 7:30 p.m. | сегодня в 16:00 | 31.02 забрали | в 25:00 | в следующую пятницу | next friday
    отпустили час назад | кеше босатты | сейчас 3 часа дня | несколько часов назад | hours ago | some days ago
    в 14 30 человек забрали
    второй раз | the second time
    онда бірде | среди них журналист | сто тенге | дали 15 суток | родился 1 мая 2010 | жаңаөзен
    """.replace("\n", "|").split("|"),
)
def test_what_is_no_beginning_is_not_read_as_one(words: str) -> None:
    assert understand_moment(words.strip(), HEARD, NOW, ALMATY) is None


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("с 7:00", True),
        ("вчера в 7 утра", True),
        ("17 сентября", True),
        ("около 7 утра", False),
        ("шамамен сағат 7-де", False),
        ("around noon", False),
        ("at noon", True),
        ("в обед", False),
        ("час назад", False),
        ("в конце августа", False),
    ],
)
def test_an_estimate_is_told_from_a_claim(words: str, exact: bool) -> None:
    moment = understand_moment(words, HEARD, NOW, ALMATY)
    assert moment is not None
    assert moment.exact is exact


def test_an_hour_of_the_evening_that_is_said_in_the_morning_is_of_the_last_evening() -> None:
    at_nine = datetime(2018, 9, 18, 3, 0, tzinfo=UTC)
    assert shown(understand_moment("в 7 вечера забрали", HEARD, at_nine, ALMATY)) == "2018-09-17 19:00 hour"
    assert understand_moment("в 7 вечера забрали", HEARD, NOW, ALMATY) is None


def test_a_moment_keeps_the_words_it_was_read_from() -> None:
    moment = understand_moment("Мужа забрали ВЧЕРА в 7 утра из дома", HEARD, NOW, ALMATY)
    assert moment is not None
    assert moment.words == "ВЧЕРА в 7 утра"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("31 февраля", MomentProblem.IMPOSSIBLE),
        ("31.02.2018", MomentProblem.IMPOSSIBLE),
        ("ақпанның 30-ында", MomentProblem.IMPOSSIBLE),
        ("February 30", MomentProblem.IMPOSSIBLE),
        ("в 25:70", MomentProblem.IMPOSSIBLE),
        ("завтра в 10", MomentProblem.FUTURE),
        ("ертең", MomentProblem.FUTURE),
        ("25 сентября", MomentProblem.FUTURE),
        ("01.01.2030", MomentProblem.FUTURE),
        ("сегодня в 18:00", MomentProblem.FUTURE),
        ("30 лет назад", MomentProblem.LONG_AGO),
        ("30 жыл бұрын", MomentProblem.LONG_AGO),
        ("в 1988 году", MomentProblem.LONG_AGO),
        ("12.05.1988", MomentProblem.LONG_AGO),
        ("9999.01.01", MomentProblem.FUTURE),
    ],
)
def test_an_answer_that_cannot_be_is_a_named_problem(answer: str, problem: MomentProblem) -> None:
    checked = check_moment(answer, HEARD, NOW, ALMATY)
    assert checked.problem is problem
    assert checked.moment.words == answer


@pytest.mark.parametrize("answer", ["", "не помню", "на прошлой неделе где-то", "😀"])
def test_an_answer_that_is_not_understood_stays_as_words(answer: str) -> None:
    checked = check_moment(answer, HEARD, NOW, ALMATY)
    assert checked.problem is None
    assert checked.moment == Moment(None, Precision.UNKNOWN, False, answer)


def test_a_bare_number_answers_when_as_an_hour() -> None:
    assert shown(check_moment("7", HEARD, NOW, ALMATY).moment) == "2018-09-18 07:00 hour"
    assert shown(check_moment("18.09", HEARD, NOW, ALMATY).moment) == "2018-09-18 00:00 day"


def test_how_long_ago_must_be_asked_about_is_an_argument() -> None:
    assert check_moment("1 мая 2010", HEARD, NOW, ALMATY, years=10).problem is None
    assert check_moment("1 мая 2010", HEARD, NOW, ALMATY, years=5).problem is MomentProblem.LONG_AGO


def test_the_zone_is_that_of_the_place_with_its_history() -> None:
    for zone, now, utc in [
        ("Asia/Aqtau", NOW, "2018-09-18 02:00"),  # UTC+5 in 2018
        ("Asia/Almaty", NOW, "2018-09-18 01:00"),  # UTC+6 in 2018
        ("Asia/Almaty", datetime(2026, 9, 18, 9, tzinfo=UTC), "2026-09-18 02:00"),  # UTC+5 since March 2024
    ]:
        moment = understand_moment("с 7:00", HEARD, now, ZoneInfo(zone))
        assert moment is not None
        assert moment.at is not None
        assert f"{moment.at:%Y-%m-%d %H:%M}" == utc


def test_a_local_time_that_the_clock_skipped_is_still_a_moment() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    moment = understand_moment("at 2:30", HEARD, datetime(2018, 3, 25, 12, tzinfo=UTC), berlin)
    assert moment is not None
    assert moment.at == datetime(2018, 3, 25, 1, 30, tzinfo=UTC)


def test_an_hour_without_a_day_is_of_the_last_twelve_hours_of_yesterday_or_to_come() -> None:
    at_eight = datetime(2018, 9, 18, 2, 0, tzinfo=UTC)  # in the morning in Almaty
    for hour in range(24):
        for words in (f"в {hour}:15", f"сағат {hour}:15-те", f"at {hour}:15"):
            checked = check_moment(words, HEARD, at_eight, ALMATY)
            if 8 <= hour < 20:
                assert checked.problem is MomentProblem.FUTURE, words
            else:
                assert checked.moment.at is not None
                assert timedelta() <= at_eight - checked.moment.at < timedelta(hours=12), words


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("вызывают в пятницу к 10", "2018-09-21 10:00 hour"),
        ("во вторник вызывают в ровд", "2018-09-18 00:00 day"),
        ("в следующий вторник", "2018-09-25 00:00 day"),
        ("завтра в 10 на допрос", "2018-09-19 10:00 hour"),
        ("ертең сағат 9-да кел деді", "2018-09-19 09:00 hour"),
        ("come to the station on monday at 3", "2018-09-24 15:00 hour"),
        ("повестка на 05.12", "2018-12-05 00:00 day"),
        ("повестка на 5.01", "2019-01-05 00:00 day"),
        ("к 11 утра велели", "2018-09-19 11:00 hour"),
        ("к 16 часам велели", "2018-09-18 16:00 hour"),
        ("30 числа", "2018-09-30 00:00 day"),
    ],
)
def test_an_appointment_is_ahead(words: str, at: str) -> None:
    assert shown(understand_appointment(words, HEARD, NOW, ALMATY)) == at


@pytest.mark.parametrize(
    "words", ["вызывали вчера", "час назад", "31.02", "сейчас", "в 25:00", "18.09.2017", "кел деді"]
)
def test_what_is_past_or_not_said_is_no_appointment(words: str) -> None:
    assert understand_appointment(words, HEARD, NOW, ALMATY) is None


@pytest.mark.parametrize(
    "text",
    [
        "в 7:30 по астане забрали брата",
        "taken at 7 am moscow time",
        "астана уақыты бойынша сағат 7-де",
        "в 7 утра по москве",
    ],
)
def test_a_zone_beside_an_hour_is_no_place(text: str) -> None:
    assert not {"астан", "мос", "москв", "moscow"} & {
        word[:6].lower() for word in without_zones(text, HEARD).split()
    }
    assert len(without_zones(text, HEARD)) == len(text)


def test_a_place_without_an_hour_stays() -> None:
    assert without_zones("ездили по астане в 7", HEARD) == "ездили по астане в 7"


@pytest.mark.parametrize(
    "text",
    [
        "ағамды көшеден алып кетті",
        "Алматыда алаңда ұсталды",  # on the square
        "қашаннан бері ұстап отыр",
        "бұрынғы күйеуім ұсталды",
        "15 күндік қамақ",
        "кезегі келгенде ұстады",
        "Жұмахан ұсталды",
        "Жуматай задержали",
        "Мамырхан ұсталды",
        "Венера ұсталды",
        "пришли четверо, забрали мужа",
    ],
)
def test_a_word_that_is_only_one_letter_off_is_not_one_of_the_clock(text: str) -> None:
    assert understand_moment(text, HEARD, NOW, ALMATY) is None


@pytest.mark.parametrize("answer", ["2015", "2015 г.", "в 2015 году", "2015 жылы", "in 2015", " 2015. "])
def test_a_year_as_the_whole_answer_is_a_date_that_is_known_no_better(answer: str) -> None:
    checked = check_moment(
        answer, load_heard(), datetime(2018, 9, 18, 12, tzinfo=UTC), ZoneInfo("Asia/Almaty")
    )
    assert (checked.problem, checked.moment.precision) == (None, Precision.YEAR)
    assert checked.moment.at == datetime(2014, 12, 31, 18, tzinfo=UTC)  # its first day, at UTC+6


@pytest.mark.parametrize(
    ("answer", "problem"), [("2031", MomentProblem.FUTURE), ("1986", MomentProblem.LONG_AGO)]
)
def test_a_year_to_come_or_long_ago_is_asked_about(answer: str, problem: MomentProblem) -> None:
    now = datetime(2018, 9, 18, 12, tzinfo=UTC)
    assert check_moment(answer, load_heard(), now, ZoneInfo("Asia/Almaty")).problem is problem
