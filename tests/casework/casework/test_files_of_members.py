"""A photo of a paper that a member sends is a file of one case, and nothing that the reporter said."""

import pytest

from core.incoming import File, FileKind
from core.model import Entry
from core.sent_files import FileState, SentFile
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
KEPT = {
    "en": "kept in the case.",
    "ru": "сохранено в деле.",
    "kk": "іске сақталды.",
}
PHOTO = File(FileKind.PHOTO, "photo-1", "image/jpeg", 1000)


async def taken(desk: Desk, cases: int = 1, language: str = "en") -> Person:
    """Marat has so many cases, and is on it."""
    marat = await desk.lawyer("Marat", languages=(language,))
    for number in range(cases):
        await desk.reports(HELD, name=f"Rita {number}")
        await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
        await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    return marat


async def kept(desk: Desk, number: int = -1) -> list[Entry]:
    """The files of a case, as entries of its reports."""
    case = await desk.case(number)
    async with desk.reading() as tx:
        return [
            entry
            for report in await tx.reports.by(case_id=case.id)
            for entry in await tx.entries.by(report_id=report.id, kind="file")
        ]


async def rows(desk: Desk) -> list[SentFile]:
    async with desk.reading() as tx:
        return await tx.files.select()


@pytest.mark.parametrize("language", KEPT)
async def test_a_photo_of_whoever_has_a_case_is_kept_in_it(desk: Desk, language: str) -> None:
    marat = await taken(desk, language=language)
    await marat.writes("", file=PHOTO)
    marat.sees(KEPT[language])
    (entry,) = await kept(desk)
    (row,) = await rows(desk)
    assert (entry.file_id, row.state) == (row.id, FileState.WANTED)
    assert entry.payload["member"] == (await desk.membership(marat)).id
    await marat.presses(desk.service.words.say(language, "button-files", count=1))
    marat.sees(desk.service.words.say(language, "file-of-member"))


async def test_the_words_below_a_photo_are_a_note_and_no_words_of_the_reporter(desk: Desk) -> None:
    marat = await taken(desk)
    await marat.writes("page two of the protocol", file=PHOTO)
    (entry,) = await kept(desk)
    assert "text" not in entry.payload
    assert marat.sees("Case ").count("page two of the protocol") == 1
    marat.sees("Notes:\n17.09 12:00 Marat: «page two of the protocol»")


@pytest.mark.slow
async def test_of_several_cases_it_is_asked_which_and_it_is_in_one_of_them(desk: Desk) -> None:
    marat = await taken(desk, cases=2)
    await desk.later(minutes=31)  # the case on whose card was pressed is meant for half an hour
    await marat.writes("", file=PHOTO)
    assert (await kept(desk, 0), await kept(desk, 1)) == ([], [])
    first, second = (await desk.case(0)), (await desk.case(1))
    message, button = marat.button_of(first)
    await marat.presses_data(button.data, message)
    await marat.presses_data(button.data, message)
    assert (len(await kept(desk, 0)), len(await kept(desk, 1))) == (1, 0)
    await marat.presses_data(button.data.replace(str(first.id), str(second.id)), message)
    assert (len(await kept(desk, 0)), len(await kept(desk, 1))) == (0, 1)
    (row,) = await rows(desk)
    assert row.state is FileState.WANTED
    await desk.later(hours=25)
    assert (await rows(desk))[0].state is FileState.WANTED  # it stays where it is


@pytest.mark.slow
async def test_what_no_case_was_chosen_for_is_deleted_after_a_day(desk: Desk) -> None:
    marat = await taken(desk, cases=2)
    await desk.later(minutes=31)  # the case on whose card was pressed is meant for half an hour
    await marat.writes("", file=PHOTO)
    await desk.later(hours=23)
    assert [row.state for row in await rows(desk)] == [FileState.WANTED]
    await desk.later(hours=2)
    assert [row.state for row in await rows(desk)] == [FileState.UNWANTED]


async def test_a_photo_of_whoever_has_no_case_is_not_kept_and_they_are_told(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await marat.writes("", file=PHOTO)
    marat.sees("This is not kept")
    assert await rows(desk) == []


async def test_a_sticker_is_no_file(desk: Desk) -> None:
    marat = await taken(desk)
    await marat.writes("", file=File(FileKind.STICKER, "sticker-1"))
    marat.sees("This is not kept")
    assert (await kept(desk), await rows(desk)) == ([], [])
