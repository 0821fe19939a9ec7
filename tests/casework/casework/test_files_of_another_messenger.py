"""A file that came by one messenger, and somebody who reads on the other: never by an id that is not known there."""

import pytest
from msgspec.structs import replace

from bot.loops.outgoing_files import FileCopy, hand_out
from bot.messengers.errors import NoFile
from core.incoming import File, FileKind
from core.presentation import Presentation
from core.sent_files import FileState
from storage.folder import Folder
from storage.schema import outbox
from tests.casework.phones import Phones
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
CONTENT = b"made-up bytes"


async def helped(desk: Desk, rita: Person, marat: Person) -> None:
    """Rita sends a photo, which nobody has fetched so far; Marat has the case, and wants it."""
    await rita.writes(HELD)
    await rita.sends("id-of-one-messenger")
    await marat.presses("I'll take it", "Contacted", "1 file")


async def test_what_is_not_copied_yet_is_not_asked_of_a_messenger_that_never_had_it(desk: Desk) -> None:
    rita, marat = desk.on_signal("Rita"), await desk.lawyer("Marat")
    await helped(desk, rita, marat)
    marat.sees("1 · photo", "It came by another messenger")
    marat.sees_nothing_of("id-of-one-messenger")


async def test_nor_the_other_way_round(desk: Desk) -> None:
    rita, marat = desk.person("Rita"), await desk.lawyer("Marat")
    signal = await desk.also_on_signal(marat, first=True)
    await helped(desk, rita, signal)
    signal.sees("1 · photo", "It came by another messenger")
    signal.sees_nothing_of("id-of-one-messenger")


@pytest.mark.slow
async def test_on_the_same_messenger_it_is_handed_out_before_it_is_copied(desk: Desk) -> None:
    rita, marat = desk.person("Rita"), await desk.lawyer("Marat")
    await helped(desk, rita, marat)
    marat.sees("(file id-of-one-messenger)")


@pytest.mark.parametrize(("megabytes", "over"), [(50, False), (51, True)])
async def test_what_is_larger_than_the_messenger_takes_from_us_is_said_to_be_so(
    desk: Desk, megabytes: int, over: bool
) -> None:
    rita, marat = desk.on_signal("Rita"), await desk.lawyer("Marat")
    signal = await desk.also_on_signal(marat)
    await rita.writes(HELD)
    await rita.sends("id-of-one-messenger")
    async with desk.writing() as tx:
        (file,) = await tx.files.select()
        tx.files.put(replace(file, state=FileState.KEPT, size=megabytes << 20))
    await marat.presses("I'll take it", "Contacted", "1 file")
    assert marat.count("It is over 50 MB") == over
    await signal.writes("/cases")
    case = await desk.case()
    await signal.writes(f"/case {case.code}")
    await signal.presses("1 file")
    assert "over 50 MB" not in signal.screen.text()
    async with desk.reading() as tx:
        rows = await tx.outgoing.select(outbox.c.kind == "media")
    assert len(rows) == 2 - over


class Sealed(Folder):
    """A folder with one file; or without."""

    def __init__(self, content: bytes | None) -> None:
        self.content = content

    def read(self, number: int, key: bytes) -> bytes:
        """It."""
        if self.content is None:
            raise FileNotFoundError
        return self.content


PHOTO = Presentation("a caption", file=File(FileKind.PHOTO, "id-of-one-messenger"))


@pytest.mark.parametrize("known", [True, False])
async def test_our_copy_goes_where_the_id_is_not_known(desk: Desk, known: bool) -> None:
    copy = FileCopy(Sealed(CONTENT), 1, b"", "photo-1.jpg", known)
    await hand_out(desk.phones, "1", PHOTO, copy, 1)  # type: ignore[arg-type]
    assert desk.phones.copies == ({} if known else {"photo-1.jpg": CONTENT})


async def test_where_our_copy_cannot_be_read_nothing_is_tried(desk: Desk) -> None:
    phones: Phones = desk.phones
    with pytest.raises(NoFile):
        await hand_out(phones, "1", PHOTO, FileCopy(Sealed(None), 1, b"", "photo-1.jpg", False), 1)  # type: ignore[arg-type]
    assert not phones.of("1").messages


async def test_a_photo_of_a_list_from_the_door_is_read_on_the_other_messenger_once_it_is_ours(
    desk: Desk,
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    signal = await desk.also_on_signal(olga, first=True)
    await marat.writes("/list Almaty, Medeu police station")
    await marat.sends("id-of-one-messenger")
    await signal.presses("Read it")
    signal.sees("It came by another messenger")
    signal.sees_nothing_of("id-of-one-messenger")
    async with desk.writing() as tx:
        (file,) = await tx.files.select()
        tx.files.put(replace(file, state=FileState.KEPT, size=9))
    await desk.later(minutes=1)
    async with desk.reading() as tx:
        (row,) = await tx.outgoing.select(outbox.c.kind == "media")
    assert (row.address_id, row.payload["kept"]) == ((await desk.address(signal)).id, file.id)
