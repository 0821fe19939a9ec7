"""A voice message alone: a coordinator listens within two minutes, without taking the case from the lawyers."""

import pytest

from core.incoming import File, FileKind
from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

SPOKEN = (FileKind.VOICE, FileKind.VIDEO_NOTE, FileKind.AUDIO)


async def sent(desk: Desk, kind: FileKind = FileKind.VOICE, language: str = "en") -> Person:
    rita = desk.person(language=language)
    await rita.writes("", file=File(kind, "made-up"))
    await desk.later(minutes=2)
    return rita


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_said_that_lawyers_are_not_asked_yet_and_a_coordinator_is(
    desk: Desk, language: str
) -> None:
    olga, marat = await desk.coordinator(languages=(language,)), await desk.lawyer()
    rita = await sent(desk, language=language)
    rita.sees(desk.service.words.say(language, "report-voice", code="").splitlines()[0])
    olga.sees(desk.service.words.say(language, "ask-voice"))
    assert (olga.rang(), marat.rang()) == (1, 0)


@pytest.mark.parametrize("kind", SPOKEN)
async def test_a_coordinator_who_gave_a_reason_hears_it_and_the_history_says_so(
    desk: Desk, kind: FileKind
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await sent(desk, kind)
    await olga.presses("Open the case")
    await olga.writes("to listen to it")
    await olga.presses("1 file")
    olga.sees("(file made-up)")
    assert ("listened", "Olga", {}) in await desk.history()
    assert marat.rang() == 0
    await olga.presses("Almaty")
    assert marat.rang() == 1


@pytest.mark.parametrize("kind", SPOKEN)
async def test_what_it_is_stands_below_it_or_above_where_the_messenger_shows_nothing_below(
    desk: Desk, kind: FileKind
) -> None:
    olga = await desk.coordinator()
    await sent(desk, kind)
    await olga.opens(await desk.case())
    await olga.presses("1 file")
    *_, before, file = olga.screen.texts()
    above = kind is FileKind.VIDEO_NOTE
    assert ("17.09" in file, "17.09" in before) == (not above, above)


async def test_without_a_reason_nobody_hears_it(desk: Desk) -> None:
    olga = await desk.coordinator()
    await sent(desk)
    await olga.presses_data(f"files:{(await desk.case()).id}")
    olga.sees_nothing_of("(file made-up)")
    assert "listened" not in [line[0] for line in await desk.history()]


@pytest.mark.parametrize("kind", [FileKind.PHOTO, FileKind.VIDEO, FileKind.DOCUMENT])
async def test_pictures_and_documents_stay_the_owners(desk: Desk, kind: FileKind) -> None:
    olga = await desk.coordinator()
    await sent(desk, kind)
    await olga.opens(await desk.case())
    assert olga.count("[1 file]") == 0
    await olga.presses_data(f"files:{(await desk.case()).id}")
    olga.sees("Files go only to the one who took the case")
    olga.sees_nothing_of("(file made-up)", "These files are evidence")
    assert "listened" not in [line[0] for line in await desk.history()]


async def test_it_is_taken_back_when_the_case_is_closed(desk: Desk) -> None:
    olga = await desk.coordinator()
    await sent(desk)
    await olga.opens(await desk.case())
    await olga.presses("1 file")
    olga.sees("(file made-up)")
    await olga.presses("False alarm", "False alarm")
    olga.sees_nothing_of("(file made-up)")


async def test_of_a_voice_and_a_photo_a_coordinator_gets_the_voice_and_the_owner_both(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    await rita.sends("a-photo")
    await rita.writes("", file=File(FileKind.VOICE, "a-voice"))
    await olga.opens(await desk.case())
    await olga.presses("1 file")
    olga.sees("(file a-voice)")
    olga.sees_nothing_of("(file a-photo)")
    await marat.presses("I'll take it", "2 files")
    marat.sees("(file a-voice)")
    marat.sees("(file a-photo)")
    assert [line[0] for line in await desk.history()].count("listened") == 1


THANKS = {"en": "thank you", "ru": "спасибо", "kk": "рахмет"}


@pytest.mark.parametrize("kind", [FileKind.VOICE, FileKind.PHOTO])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_word_of_thanks_behind_a_file_hides_it_from_nobody(
    desk: Desk, language: str, kind: FileKind
) -> None:
    olga = await desk.coordinator(languages=(language,))
    rita = desk.person(language=language)
    await rita.writes("", file=File(kind, "made-up"))
    await rita.writes(THANKS[language])
    await desk.later(minutes=2)
    olga.sees(desk.service.words.say(language, "ask-voice"))
    assert (await desk.report()).case_id is not None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_a_file_that_is_too_big_nobody_says_that_it_is_kept(desk: Desk, language: str) -> None:
    rita = desk.person(language=language)
    await rita.writes("", file=File(FileKind.VIDEO, "made-up", size=21 * 1024 * 1024))
    rita.sees(desk.service.words.say(language, "problem-file-big", megabytes=20))
    rita.sees_nothing_of(desk.service.words.say(language, "note-file"))
