"""What a message tells of court: a hearing that is still to come, what a court has decided, that nobody defends."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.intake.court_told import CourtTold, RulingTold, court_told
from core.resources.word_files import load_cues, load_heard
from core.values import Precision

NOON = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)  # a Monday
ALMATY = ZoneInfo("Asia/Almaty")


def told(text: str) -> CourtTold:
    return court_told(text, load_heard(), load_cues(), NOON, ALMATY)


def hearing_in(text: str) -> str:
    """When it is by the clock of the place; nothing where none is told."""
    hearing = told(text).hearing
    if hearing is None or hearing.when.at is None:
        return ""
    at = hearing.when.at.astimezone(ALMATY)
    return f"{at:%d.%m}" if hearing.when.precision is Precision.DAY else f"{at:%d.%m %H:%M}"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("мне завтра в 9 в суд, адвоката нет", "18.09 09:00"),
        ("суд у сына 20 сентября в 15:30, Бостандыкский районный суд", "20.09 15:30"),
        ("Завтра суд. В 11 утра.", "18.09 11:00"),
        ("его судят в пятницу", "21.09"),
        ("суд назначили через 3 дня", "20.09"),
        ("сот үш күннен кейін болады", "20.09"),
        ("the hearing is in three days", "20.09"),
        ("заседание назначили на среду, 10:00", "19.09 10:00"),
        ("ертең сағат 10-да сотым бар, адвокат жоқ", "18.09 10:00"),
        ("сот жұма күні сағат 11:00-де", "21.09 11:00"),
        ("інімді ертең соттайды", "18.09"),
        ("I have to be in court tomorrow at 9 and I have no lawyer", "18.09 09:00"),
        ("the trial of my brother is on Friday", "21.09"),
        ("Hearing on 20 September, 15:30, Bostandyk court", "20.09 15:30"),
    ],
)
def test_a_hearing_to_come_is_heard_with_its_time(text: str, when: str) -> None:
    assert hearing_in(text) == when


@pytest.mark.parametrize(
    "text",
    [
        "когда суд?", "суд завтра в 10?", "завтра суда не будет", "вчера был суд", "завтра в 10 приедет адвокат",
        "если завтра в 10 будет суд, напишу", "сот қашан?", "ертең сот бола ма?", "кеше сот болды",
        "суд сегодня закончился",
        "сот бүгін аяқталды", "the court ended today",
        "when is the hearing?", "is the hearing tomorrow at 10?", "he was in court yesterday", "there is no court tomorrow",
    ],
)  # fmt: skip
def test_what_is_asked_denied_over_or_without_a_court_is_no_hearing(text: str) -> None:
    hearing = told(text).hearing
    assert hearing is None or hearing.perhaps


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("суд перенесли на пятницу, 11:00", "21.09 11:00"),
        ("суд будет не завтра, а в пятницу в 11:00", "21.09 11:00"),
        ("заседание отложили с завтра на 21 сентября", "21.09"),
        ("сот жұмаға ауысты, сағат 11:00", "21.09 11:00"),
        ("сот ертең емес, жұма күні сағат 11:00-де", "21.09 11:00"),
        ("the hearing was moved to Friday 11:00", "21.09 11:00"),
        ("the hearing is not tomorrow but on Friday at 11:00", "21.09 11:00"),
        ("court postponed from tomorrow to 21 September", "21.09"),
    ],
)
def test_a_hearing_that_moved_is_on_its_new_day(text: str, when: str) -> None:
    hearing = told(text).hearing
    assert (hearing_in(text), hearing is not None and hearing.moved) == (when, True)


@pytest.mark.parametrize(
    "text",
    ["второе заседание в пятницу в 11:00", "екінші сот отырысы жұма күні", "a second hearing is on Friday at 11:00"],
)  # fmt: skip
def test_another_hearing_is_not_the_one_that_stands(text: str) -> None:
    hearing = told(text).hearing
    assert hearing is not None
    assert (hearing.another, hearing.moved) == (True, False)


@pytest.mark.parametrize(
    ("text", "outcome", "days"),
    [
        ("дали 15 суток", "arrest", 15),
        ("суд вынес решение: 10 суток ареста", "arrest", 10),
        ("ему назначили пятнадцать суток административного ареста", "arrest", 15),
        ("его оштрафовали", "fine", 0),
        ("суд отправил его под стражу", "remand", 0),
        ("сот 15 тәулікке қамады", "arrest", 15),
        ("оған он тәулік қамақ берді", "arrest", 10),
        ("айыппұл салды", "fine", 0),
        ("the court gave him 15 days", "arrest", 15),
        ("they took my son in Almaty and the court gave him 15 days", "arrest", 15),
        ("после протеста ему дали 10 суток", "arrest", 10),
        ("ұстағаннан кейін сот 15 тәулік берді", "arrest", 15),
        ("he was sentenced to ten days of arrest", "arrest", 10),
        ("they fined her", "fine", 0),
        ("the court gave him a fine", "fine", 0),
        ("дали штраф 50 МРП", "fine", 0),
        ("he got house arrest", "house_arrest", 0),
        ("суд закончился, оправдали", "acquitted", 0),
        ("суд сегодня закончился: не виновен", "acquitted", 0),
        ("сот бүгін аяқталды: кінәлі емес", "acquitted", 0),
        ("сот бітті, ақтады", "acquitted", 0),
        ("the court ended today: not guilty", "acquitted", 0),
        ("the hearing is over, he was acquitted", "acquitted", 0),
    ],
)
def test_what_a_court_has_decided_is_heard(text: str, outcome: str, days: int) -> None:
    ruling = told(text).ruling
    assert ruling is not None
    assert (ruling.outcome.value, ruling.days, ruling.alone) == (outcome, days, False)


@pytest.mark.parametrize(
    "text",
    [
        "его держат уже 15 суток", "дадут 15 суток?", "могут дать до 15 суток", "если дадут 15 суток, обжалуем",
        "не дали 15 суток", "жалоба в течение 10 суток", "через 3 дня суд", "третьи сутки ищу",
        "15 тәулік бере ме?", "он тәулік ішінде шағымдану керек", "екі күн болды",
        "he has been held for 15 days", "can they give him 15 days?", "appeal within 10 days", "15 days ago they took him",
        "in january 2017 my uncle was in detention for 12 days", "в 2017 году дали 15 суток",
        "2017 жылы 15 тәулік берді", "i ran away im fine", "he got home fine",

        "they say we will have to pay a fine", "пугают штрафом", "айыппұлмен қорқытады",
        "он не виновен!", "брат ни в чём не виноват", "інім кінәсіз", "he is not guilty of anything", "суд не оправдал его",
    ],
)  # fmt: skip
def test_days_that_no_court_has_given_are_no_ruling(text: str) -> None:
    assert told(text).ruling is None


@pytest.mark.parametrize("text", ["15 суток", "15 тәулік", "15 days"])
def test_days_alone_are_a_ruling_only_where_a_hearing_has_been(text: str) -> None:
    ruling = told(text).ruling
    assert ruling is not None
    if text != "15 days":
        return  # "сутки" and "тәулік" are counted for an arrest alone
    assert isinstance(ruling, RulingTold)
    assert ruling.alone


@pytest.mark.parametrize(
    "text", ["говорят, дали 15 суток", "15 тәулік берді дейді", "they say he got 15 days"]
)
def test_what_others_say_is_hearsay(text: str) -> None:
    ruling = told(text).ruling
    assert ruling is None or ruling.hearsay


@pytest.mark.parametrize(
    "text", ["завтра суд, адвоката нет", "ертең сот, адвокат жоқ", "court tomorrow and no lawyer"]
)
def test_that_nobody_defends_is_heard(text: str) -> None:
    assert told(text).no_lawyer


@pytest.mark.parametrize("text", ["адвокат не нужен", "адвокат керек емес", "we need no lawyer"])
def test_who_needs_no_lawyer_is_not_without_one(text: str) -> None:
    assert not told(text).no_lawyer


@pytest.mark.parametrize(
    "odd", ["①②③ А если серьёзно, друга осудили на 5 суток", "суд ²⁰¹⁸ года дал 5 суток"]
)
def test_signs_that_are_no_numbers_are_no_year(odd: str) -> None:
    assert told(odd).ruling is not None
