"""Who is rung by words that are doubtful: possible emergencies always, chatter twice an hour, a film or a link never."""

import pytest

from tests.casework.reporting.test_unclear_words import UNREAD, cases
from tests.casework.story_desk import Desk, Person

IDLE = (
    ("en", "https://news.example.org/2018/09/people-arrested-in-almaty"),
    ("en", "just watched a movie where they arrest everyone lol"),
    ("en", "The Great Police Escape (comedy)"),
    ("ru", "https://news.example.org/zaderzhanie-v-almaty"),
    ("ru", "комедия «Арест на рассвете»"),
    ("ru", "анекдот: приходит мент и арестовывает колобка"),
    ("kk", "https://news.example.org/ustaldy"),
    ("kk", "«Ұстау» фильмі шықты"),
    ("kk", "анекдот: полицей ешкіні ұстап кетті"),
)
ASKED = (
    ("en", "people got arrested, anybody confirm?"),
    ("en", "people are being arrested in Almaty, is it true?"),
    ("ru", "слышала что в Алматы людей забирают, это правда?"),
    ("ru", "говорят в Алматы людей забирают, кто-нибудь может подтвердить?"),
    ("kk", "Алматыда адамдарды ұстап жатыр дейді, шын ба?"),
    ("kk", "Алматыда адамдарды ұстап кетті, рас па?"),
)
ACCUSED = (
    ("en", "my son was arrested for theft in Almaty"),
    ("en", "my colleague was arrested for fraud in Almaty"),
    ("en", "police arrested my husband for drugs in Almaty"),
    ("ru", "брата задержали за кражу в Алматы"),
    ("ru", "за наркотики арестовали мужа, Алматы"),
    ("kk", "ағамды ұрлық үшін ұстады Алматыда"),
    ("kk", "есірткі үшін інімді ұстап кетті Алматы"),
)
OFFICERS = (
    ("en", "a policeman was injured at the rally in Almaty"),
    ("ru", "полицейский получил травму в Алматы"),
    ("kk", "полицейлер жарақат алды Алматыда"),
)
MEANT = (
    ("en", "not a joke they keep us in the bus already 40 minutes"),
    ("ru", "это не шутка нас закрыли в автобусе"),
    ("kk", "бұл қалжың емес адамдарды ұрып жатыр"),
)
CHATTER = (
    ("en", "where can one find you, which address?"),
    ("ru", "куда можно задонатить?"),
    ("kk", "кеңселерің қайда орналасқан?"),
    ("en", "do you print leaflets?"),
    ("ru", "лекции у вас бывают?"),
    ("kk", "офистеріңіз бар ма?"),
    ("ru", "куда к вам подъехать можно?"),
    ("en", "when was your group founded?"),
)


@pytest.mark.parametrize(("language", "text"), IDLE)
async def test_a_link_a_film_or_a_joke_can_be_read_and_rings_nobody(
    desk: Desk, language: str, text: str
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports(text, language=language)
    await desk.later(hours=5)
    assert (marat.rang(), olga.lanes()) == (0, ["reminder"])
    assert await cases(desk) == 0
    olga.sees(UNREAD)
    olga.sees_nothing_of(text)
    await olga.presses("Read")
    olga.sees(text)
    await desk.later(hours=24 * 7)
    assert desk.administrator.count("no coordinator has read") == 0


@pytest.mark.parametrize(("language", "text"), MEANT)
async def test_what_is_said_to_be_no_joke_rings(desk: Desk, language: str, text: str) -> None:
    olga = await desk.coordinator()
    await desk.reports(text, language=language)
    await desk.later(minutes=1)
    assert olga.rang() == 1


@pytest.mark.parametrize(("language", "text"), ASKED + OFFICERS)
async def test_what_is_only_asked_of_people_or_told_of_an_officer_rings_coordinators_and_no_lawyer(
    desk: Desk, language: str, text: str
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports(text, language=language)
    await desk.later(minutes=1)
    assert (marat.rang(), olga.rang()) == (0, 1)
    assert await cases(desk) == 0
    olga.sees(UNREAD)
    await olga.presses("Read", "Ask lawyers: Almaty")
    assert marat.rang() == 1


@pytest.mark.parametrize(("language", "text"), ACCUSED)
async def test_an_arrest_is_one_no_matter_what_for(desk: Desk, language: str, text: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(text, language=language)
    assert marat.rang() == 1


async def test_a_question_beside_what_is_stated_takes_no_ring_away(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("people were arrested in Almaty. is it true that you help?")
    assert marat.rang() == 1


# --- how often


async def sounds(desk: Desk, olga: Person, minutes: int) -> list[int]:
    """In which of the next minutes she heard something."""
    heard = []
    for minute in range(1, minutes + 1):
        await desk.later(minutes=1)
        heard += [minute] * olga.rang()
    return heard


async def test_chatter_however_much_makes_two_sounds_an_hour_and_all_of_it_can_be_read(desk: Desk) -> None:
    olga = await desk.coordinator()
    heard = []
    for number, (language, text) in enumerate(CHATTER * 2):
        await desk.reports(text, language=language, name=f"Rita {number}")
        heard += await sounds(desk, olga, 4)
    assert len(heard) == 2  # in 64 minutes
    olga.sees("16 messages that the bot did not understand")
    assert olga.count("did not understand") == 1
    assert await sounds(desk, olga, 240) == [3]  # what came since


async def test_chatter_takes_no_sound_from_what_may_be_an_emergency(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number, (language, text) in enumerate(CHATTER):
        await desk.reports(text, language=language, name=f"Rita {number}")
    await desk.later(minutes=1)
    olga.rang()
    await desk.reports("they put twenty of us on a police bus", name="Vera")
    await desk.later(minutes=1)
    assert olga.rang() == 1
    await olga.presses("Read 1")  # it stands first
    olga.sees("twenty of us")


async def test_what_comes_after_all_was_read_rings_within_a_minute(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(4):
        await desk.reports(f"it is about our documents, part {number}", name=f"Rita {number}")
        await desk.later(minutes=1)
        assert olga.rang() == 1
        await olga.presses("Read" if number == 0 else "Read 1")
        olga.rang()


async def test_a_question_by_its_writers_word_is_chatter_unless_it_has_a_sign_of_need(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita, vera = desk.person("Rita"), desk.person("Vera")
    await rita.writes("it is about the documents of ours")
    await rita.presses("No, a question")
    assert await sounds(desk, olga, 60) == [1]
    await vera.writes("it is about the police and our documents")
    await vera.presses("No, a question")
    assert await sounds(desk, olga, 40) == [1, 5, 15, 30]
