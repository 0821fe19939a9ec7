"""What rings lawyers and what does not: an alarm is something that is happening to somebody, told in one's own words."""

from datetime import UTC, datetime

import pytest

from core.incoming import File, FileKind, Forwarded
from core.model import LANGUAGES
from tests.casework.story_desk import Desk

NO_ALARM = {
    "en": ("nobody was detained in Almaty", "do you work in Almaty?", "we are going to Almaty on saturday"),
    "ru": ("никого не задержали в Алматы", "вы работаете в Алматы?", "завтра собираемся на площади в Алматы"),
    "kk": ("Алматыда ешкімді ұстаған жоқ", "Алматыда жұмыс істейсіз бе?", "ертең Алматыға барамыз"),
}
WORDS = [(language, text) for language, texts in NO_ALARM.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), WORDS)
async def test_a_city_in_a_sentence_is_no_alarm(desk: Desk, language: str, text: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(text, language=language)
    await desk.later(minutes=10)
    assert marat.rang() == 0
    async with desk.reading() as tx:
        assert await tx.cases.select() == []


async def test_a_place_alone_begins_a_report_and_is_no_alarm(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("Алматы", language="ru")
    assert marat.rang() == 0
    await rita.writes("моего брата забрали")
    assert marat.rang() == 1
    assert (await desk.case()).city == "almaty"


@pytest.mark.parametrize(
    "text", ["у нас тут такое дело, Байжан у них в Алматы", "it is about our Timur and it is in Almaty"]
)
async def test_what_nobody_understands_a_coordinator_reads_within_two_minutes(desk: Desk, text: str) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports(text)
    await desk.later(minutes=2)
    olga.sees("wrote something that the bot does not understand")
    assert (olga.rang(), marat.rang()) == (1, 0)
    await desk.later(minutes=20)
    assert olga.rang() == 2  # it may be a cry
    await olga.presses("Read", "Make a case")
    olga.sees((await desk.case()).code, text)
    olga.rang()
    await desk.later(hours=5)
    assert (olga.rang(), marat.rang()) == (0, 0)


async def test_a_cry_from_a_known_place_is_read_by_a_coordinator_who_has_lawyers_asked(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports("помогите пожалуйста очень срочно прошу, Алматы", language="ru")
    await desk.later(minutes=2)
    olga.sees("the bot does not understand what", "Almaty")
    olga.sees_nothing_of("[Almaty]")
    await olga.opens(await desk.case())
    await olga.presses("Ask lawyers")
    assert marat.rang() == 1


SUMMONED = {
    "en": "my husband must come to the police on friday at 10, Almaty",
    "ru": "мужа вызывают на допрос 20 сентября в 10:00, Алматы",
    "kk": "күйеуімді жұмада тергеуге шақырды, Алматы",
}
NOT_LET_OUT = {
    "en": "they have detained him there",
    "ru": "его там задержали, не выпускают",
    "kk": "оны сонда ұстап қалды, шығармай жатыр",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_summons_is_noted_as_one_wakes_nobody_and_has_advice(desk: Desk, language: str) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(SUMMONED[language], language=language)
    case = await desk.case()
    assert (case.situation, case.record, case.alerting) == ("summons", "summons", False)
    assert case.happened_on is None  # it is in the future, and in the words
    rita.sees(desk.service.words.say(language, "report-summons", code="").splitlines()[0])
    olga.sees("called for a talk or an interrogation. Nobody is held")
    await olga.opens(case)
    olga.sees(SUMMONED[language])
    await desk.later(minutes=30)
    assert marat.rang() == 0
    await rita.writes(NOT_LET_OUT[language])
    assert marat.rang() == 1
    rita.sees(desk.service.words.say(language, "report-alarm"))
    assert (await desk.case()).record == "unclear"  # rung, and perhaps


async def test_a_summons_without_a_place_is_seen_too(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports("меня вызывают на допрос", language="ru")
    await desk.later(minutes=2)
    olga.sees("called for a talk or an interrogation")
    rita.sees("в рабочее время")
    olga.rang()
    await desk.later(hours=10)
    assert olga.rang() == 0


IN_COURT = {
    "en": "he was arrested right in the courtroom",
    "ru": "его прямо в суде задержали",
    "kk": "оны соттың өзінде ұстады",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hours", [0, 30])
async def test_a_quiet_record_becomes_an_alarm_by_words_at_any_time(
    desk: Desk, language: str, hours: int
) -> None:
    await desk.coordinator()
    marat = await desk.lawyer()
    rita = desk.person(language=language)
    await rita.presses_data("report/situation:trial")
    await rita.presses_data("report/place:almaty")
    await desk.later(hours=hours)
    assert marat.rang() == 0
    await rita.writes(IN_COURT[language])
    assert marat.rang() == 1
    rita.sees(desk.service.words.say(language, "report-alarm"))
    case = await desk.case()
    assert (case.situation, case.record) == ("other", "unclear")


OVER = {
    "en": "they were held for three hours",
    "ru": "их держали три часа в отделе",
    "kk": "оларды үш сағат ұстады",
}
AGAIN = {"en": "they have detained him again", "ru": "его снова забрали", "kk": "оны қайтадан алып кетті"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_tells_of_what_is_over_rings_nobody_unless_it_happens_again(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = desk.person(language=language)
    await rita.presses_data("report/situation:over")
    await rita.presses_data("report/place:almaty")
    await rita.writes(OVER[language])
    assert marat.rang() == 0
    await rita.writes(AGAIN[language])
    assert marat.rang() == 1


DRIVEN = {
    "en": "they are taking my brother to Shymkent, he is being held",
    "ru": "брата везут в Шымкент",
    "kk": "ағамды Шымкентке алып бара жатыр",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_they_are_being_driven_is_not_where_they_are(desk: Desk, language: str) -> None:
    olga = await desk.coordinator()
    marat, there = await desk.lawyer(), await desk.lawyer("Saule", cities=("shymkent",))
    rita = await desk.reports(DRIVEN[language], language=language)
    name = desk.service.gazetteer.name("shymkent", language)
    say = desk.service.words.say
    rita.sees(say(language, "note-destination", what=name))
    rita.sees(say(language, "report-place", situation="other"))
    assert there.rang() == 0
    await desk.later(minutes=2)
    olga.sees("nobody has said where", "[Shymkent]")  # the likeliest, for whoever reads the words
    await rita.writes("Алматы")
    assert (marat.rang(), there.rang()) == (1, 0)


async def test_where_they_were_taken_from_is_where_they_are(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("брата везут из Алматы в Шымкент", language="ru")
    assert marat.rang() == 1


@pytest.mark.parametrize("kind", [FileKind.VOICE, FileKind.VIDEO, FileKind.PHOTO])
async def test_a_voice_alone_is_said_not_to_ask_lawyers_and_a_coordinator_listens(
    desk: Desk, kind: FileKind
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = desk.person()
    await rita.writes("", file=File(kind, "made-up"))
    rita.sees("A coordinator looks into it first; lawyers come next")
    await desk.later(minutes=2)
    olga.sees("Only a voice message or a file came")
    assert (olga.rang(), marat.rang()) == (1, 0)
    await olga.presses("I'll take it", "1 file")
    olga.sees("(file made-up)")


async def test_a_voice_in_a_report_that_lawyers_have_is_only_kept(desk: Desk) -> None:
    await desk.lawyer()
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    await rita.writes("", file=File(FileKind.VOICE, "made-up"))
    rita.sees("Your voice message is kept")
    rita.sees_nothing_of("A coordinator looks into it first")


WRITTEN = Forwarded(datetime(2018, 9, 1, 6, tzinfo=UTC))


@pytest.mark.parametrize("text", ["police took three people in Almaty", "полиция задержала троих в Алматы"])
async def test_a_forward_is_kept_with_its_date_opens_nothing_and_changes_no_language(
    desk: Desk, text: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = desk.person()
    await rita.writes(text, forwarded=WRITTEN)
    rita.sees("Kept as forwarded", "write it in your own words")
    rita.sees("What is happening, and to whom?")
    await desk.later(minutes=10)
    assert (olga.rang(), marat.rang()) == (0, 0)
    await rita.writes("my neighbour was taken like that, in Almaty")
    assert marat.rang() == 1
    await marat.presses("I'll take it")
    marat.sees(text, "forwarded, first written 01.09 12:00")


async def test_a_forward_in_an_open_report_is_evidence_and_no_fact(desk: Desk) -> None:
    await desk.lawyer()
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    before = await desk.case()
    await rita.writes("in Shymkent 30 people were released yesterday", forwarded=WRITTEN)
    assert await desk.case() == before


async def test_who_else_would_be_answered_is_not_by_what_they_forward(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    olga.rang()
    await rita.writes("nobody called", forwarded=WRITTEN)
    assert olga.rang() == 0


CITIES = ("Taraz", "Shymkent", "Karaganda", "Pavlodar", "Semey", "Aktau", "Oral", "Kostanay")


async def test_a_text_in_which_every_sentence_names_another_city_is_one_case_where_it_happens(
    desk: Desk,
) -> None:
    marat = await desk.lawyer(cities=("almaty",))
    others = [await desk.lawyer(f"Lawyer {city}", cities=(city.lower(),)) for city in CITIES]
    told = " ".join(f"My aunt lives in {city}." for city in CITIES)
    await desk.reports(f"In Almaty police took my brother Aidos Made-Up. {told}")
    async with desk.reading() as tx:
        assert [case.city for case in await tx.cases.select()] == ["almaty"]
    assert marat.rang() == 1
    assert sum(lawyer.rang() for lawyer in others) == 0
