"""Whatever file comes with a report is fetched at once, sealed, and kept once; who has the case gets it from us."""

import asyncio
import os
from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.loops import file_fetching
from bot.messengers.telegram.client import Telegram
from core.sent_files import FileState, NotFetchedReason
from handlers.forms import entries
from playground.phone import Phone
from storage.folder import Folder, Writing
from tests.stories.citizens import all_entries, count, does, texts
from tests.stories.faults import fetched, until
from tests.stories.sent_files import downloads, folder, is_kept, names, rows, shown, stored
from tests.stories.staff import PATIENT, reports, says, taps
from tests.stories.watch import minutes
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took Dana Made-Up in Almaty"
CONTENT = b"\xff\xd8\xff made-up bytes of a picture \x00\x01"
BIG = 21 * 1024 * 1024
KINDS = ("photo", "video", "video_note", "voice", "audio", "document")


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_is_fetched_at_once_and_sealed_beside_the_database(world: World, kind: str) -> None:
    citizen = await reports(world, HELD)
    at = world.clock.now().replace(microsecond=0)  # Telegram's time
    await citizen.sends_file(kind, CONTENT)
    await world.settle()
    (row,) = await is_kept(world, CONTENT)
    assert (row.kind, row.received_at) == (kind, at)
    (entry,) = [entry for entry in await all_entries(world) if entry.kind == "file"]
    assert entry.file_id == row.id
    assert CONTENT[4:20] not in names(world)[0].read_bytes()
    assert await downloads(world) == 1


async def test_words_and_stickers_have_no_file(world: World) -> None:
    citizen = await reports(world, HELD)
    await citizen.sends_sticker()
    await citizen.shares_location(43.24, 76.9)
    await world.settle()
    assert await rows(world) == []
    assert await world.playground.calls("getFile") == []


@pytest.mark.parametrize(
    ("kind", "method"),
    [
        ("error_500", "getFile"),
        ("bad_gateway", "getFile"),
        ("portal", "getFile"),
        ("too_many", "getFile"),
        ("rejected", "getFile"),
        ("close_before", "getFile"),
        ("half_answer", "getFile"),
        ("error_500", "download"),
        ("not_found", "download"),
        ("cut_off", "download"),
        ("other_size", "download"),
    ],
)
async def test_whatever_breaks_on_the_way_it_is_fetched_in_the_end_and_once(
    world: World, kind: str, method: str
) -> None:
    citizen = await reports(world, HELD)
    await world.playground.fails(kind, methods=(method,))
    await citizen.sends_photo(CONTENT)
    await world.settle()
    (row,) = await rows(world)
    assert (row.state, row.attempts) == (FileState.WANTED, 1)
    assert names(world) == []
    await world.fast_forward(seconds=10)
    await is_kept(world, CONTENT)


async def test_it_dies_while_a_file_comes_and_fetches_it_when_it_is_back(world: World) -> None:
    citizen = await reports(world, HELD)
    await world.playground.fails("hang_before", methods=("download",))
    await citizen.sends_video(CONTENT)
    while not await downloads(world):
        await world._rests()
    await world.restart()
    await world.settle()
    await is_kept(world, CONTENT)
    assert await downloads(world) == 2


async def test_while_telegram_is_away_a_file_waits_and_nothing_is_lost(world: World) -> None:
    citizen = await reports(world, HELD)
    await world.playground.fails("error_500", times=None, methods=("getFile",))
    await citizen.sends_voice(CONTENT)
    await minutes(world, 64, step=2)
    await world.administrator.expects("have not been copied", "Telegram still has them")
    await world.playground.heals()
    await world.fast_forward(minutes=6)
    await is_kept(world, CONTENT)


async def test_a_file_that_telegram_has_no_more_is_given_up_and_the_card_says_so(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    await taps(world, lawyer, "I'll take it", "Contacted")
    await world.playground.fails("rejected", times=None, methods=("getFile",))
    await citizen.sends_photo(CONTENT)
    await world.settle()
    assert "📎 photo\n" in (await lawyer.expects("Dana Made-Up", "📎")).text
    await world.fast_forward(seconds=10)
    assert [row.state for row in await rows(world)] == [FileState.WANTED]
    await minutes(world, 30, step=2)
    (row,) = await rows(world)
    assert (row.state, row.why) == (FileState.LEFT, NotFetchedReason.GONE)
    await lawyer.expects("📎 photo (not copied)")


async def test_the_same_photo_five_times_is_kept_once_and_said_once(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    await taps(world, lawyer, "I'll take it", "Contacted")
    for _ in range(5):
        await citizen.sends_photo(CONTENT)
    await world.settle()
    (row,) = await is_kept(world, CONTENT)
    files = [entry for entry in await all_entries(world) if entry.kind == "file"]
    assert [entry.file_id for entry in files] == [row.id] * 5
    await taps(world, lawyer, "1 file")
    assert "📎 photo\n" in (await lawyer.expects("Dana Made-Up", "📎")).text
    assert len(await shown(lawyer)) == 1


async def test_the_same_photo_in_two_cases_is_kept_for_each(world: World) -> None:
    for text, name in ((HELD, "Rita"), ("police took Ilyas Made-Up in Astana", "Saule")):
        citizen = await reports(world, text, name=name)
        await citizen.sends_photo(CONTENT)
        await world.settle()
    await is_kept(world, CONTENT, CONTENT)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "over 20 MB"), ("ru", "больше 20 МБ"), ("kk", "20 МБ-тан үлкен")]
)
async def test_more_than_a_bot_may_fetch_is_told_once_and_stays_with_telegram(
    world: World, language: str, said: str
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    text = {"en": HELD, "ru": "в алматы задержали Дану", "kk": "алматыда Дананы ұстап әкетті"}[language]
    citizen = await reports(world, text, language=language)
    await citizen.sends_document(bytes(BIG), "made-up.mp4")
    await world.settle()
    (row,) = await rows(world)
    assert (row.state, row.why, row.size) == (FileState.LEFT, NotFetchedReason.TOO_BIG, BIG)
    assert await world.playground.calls("getFile") == []
    assert await count(citizen, said) == 1
    await taps(world, lawyer, "I'll take it", "Contacted", "1 file")
    await lawyer.expects("📎 document (not copied)")
    (copy,) = await shown(lawyer)
    assert len(stored(world, copy).content) == BIG
    assert "21.0 MB" in copy.text
    assert "Not copied by us" in copy.text


async def sends_without_a_size(world: World, citizen: Phone) -> None:
    """A document of 21 MB, of which Telegram does not say how large it is."""
    big = world.server.world.files.add("document", bytes(BIG))
    message = {
        "message_id": 4242,
        "date": int(world.clock.now().timestamp()),
        "chat": {"id": citizen.id, "type": "private"},
        "from": {"id": citizen.id, "is_bot": False, "first_name": "Rita"},
        "document": {"file_id": big.id, "file_unique_id": big.unique_id},
    }
    await world.playground.injects({"message": message})
    await world.settle()


async def test_what_turns_out_to_be_too_large_is_told_when_it_does(world: World) -> None:
    citizen = await reports(world, HELD)
    await sends_without_a_size(world, citizen)
    assert await count(citizen, "over 20 MB", "give it to the lawyer") == 1
    assert [row.why for row in await rows(world)] == [NotFetchedReason.TOO_BIG]
    assert names(world) == []


async def test_a_muted_chat_is_not_told_what_became_of_its_files(world: World) -> None:
    citizen = await reports(world, HELD)
    async with world.app.database.write(world.clock.now()) as tx:
        for address in await tx.addresses.by(id=(await tx.reports.select())[0].address_id):
            tx.addresses.put(replace(address, muted_until=tx.now + timedelta(hours=1)))
    await sends_without_a_size(world, citizen)
    assert [row.why for row in await rows(world)] == [NotFetchedReason.TOO_BIG]
    assert await count(citizen, "over 20 MB") == 0


async def test_more_bytes_than_were_said_are_not_taken_without_end(world: World) -> None:
    citizen = await reports(world, HELD)
    await world.playground.goes_down()
    await citizen.sends_video(CONTENT)
    files = world.server.world.files
    (path,) = files.by_path
    files.by_path[path] = replace(files.by_path[path], content=bytes(BIG))
    await world.playground.heals()
    await until(world, fetched(world))
    await world.settle()
    assert [(row.state, row.why) for row in await rows(world)] == [(FileState.LEFT, NotFetchedReason.TOO_BIG)]
    assert names(world) == []


async def test_of_one_person_no_more_is_kept_than_may_be_and_they_are_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.sent_files.PER_PERSON", len(CONTENT) + 1)
    citizen, other = await reports(world, HELD), await reports(world, HELD, name="Saule")
    for number in range(3):
        await citizen.sends_photo(CONTENT + bytes(number + 1))
        await world.settle()
    await other.sends_photo(CONTENT)
    await world.settle()
    assert (
        sorted((row.state, row.why) for row in await rows(world) if row.why)
        == [(FileState.LEFT, NotFetchedReason.TOO_MUCH)] * 2
    )
    assert await count(citizen, "already keep") == 1
    assert await count(other, "already keep") == 0
    await minutes(world, 61)
    await citizen.sends_photo(CONTENT + b"later")
    await world.settle()
    assert await count(citizen, "already keep") == 2
    await says(world, citizen, "he is at the Made-Up station")
    assert "he is at the Made-Up station" in await texts(world)


async def test_a_full_disk_makes_files_wait_and_the_administrator_is_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = await reports(world, HELD)
    free = Folder.free
    monkeypatch.setattr(Folder, "free", lambda self: 1000)
    await citizen.sends_photo(CONTENT)
    await minutes(world, 5)
    assert [row.state for row in await rows(world)] == [FileState.WANTED]
    assert await downloads(world) == 0
    assert await count(world.administrator, "nearly full") == 1
    monkeypatch.setattr(Folder, "free", free)
    await minutes(world, 12)
    await is_kept(world, CONTENT)
    await world.administrator.expects("room on the disk again")


async def test_a_disk_that_fills_while_it_is_written_leaves_no_half_of_a_file(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = await reports(world, HELD)

    def full(self: Writing, clear: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Writing, "write", full)
        await citizen.sends_photo(CONTENT)
        await world.settle()
        await world.administrator.expects("cannot be kept", "No space left on device")
        assert names(world) == []
    await world.fast_forward(minutes=11)
    await is_kept(world, CONTENT)


@pytest.mark.world(config=PATIENT)
async def test_a_bundle_an_executable_and_a_bomb_reach_the_owner_as_they_came_under_our_names(
    world: World,
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    bundle = b"PK\x03\x04 made-up proof \x00" * 9000
    await citizen.sends_document(bundle, "Dana_Made-Up.zip", mime="application/zip")
    await world.settle()
    await citizen.sends_document(b"MZ\x90\x00 made-up", "photo.jpg.exe", mime="application/x-msdownload")
    await world.settle()
    (first, _) = await is_kept(world, bundle, b"MZ\x90\x00 made-up")
    await taps(world, lawyer, "I'll take it", "Contacted", "2 files")
    handed = await shown(lawyer)
    assert [stored(world, one).name for one in handed] == ["document-1.zip", "document-2.bin"]
    assert [stored(world, one).content for one in handed] == [bundle, b"MZ\x90\x00 made-up"]
    assert all(one.raw["has_protected_content"] for one in handed)
    assert f"SHA-256 {first.about['sha256']}" in handed[0].text
    assert "received 17.09 12:00" in handed[0].text
    assert "«Dana_Made-Up.zip»" in handed[0].text


async def test_an_empty_file_breaks_nothing(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    await citizen.sends_document(b"", "nothing.txt")
    await world.settle()
    await is_kept(world, b"")
    await taps(world, lawyer, "I'll take it", "Contacted", "1 file")
    assert "0 KB" in (await shown(lawyer))[0].text


@pytest.mark.parametrize("kind", ["photo", "voice", "video_note"])
async def test_what_bears_no_name_goes_by_telegrams_id_and_by_our_copy_once_telegram_has_none(
    world: World, kind: str
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    await citizen.sends_file(kind, CONTENT)
    await world.settle()
    await taps(world, lawyer, "I'll take it", "Contacted", "1 file")
    (row,) = await rows(world)
    by_id = await shown(lawyer)
    await lawyer.expects("1 · ", "received 17.09 12:00", f"SHA-256 {row.about['sha256']}")
    assert [stored(world, one).id for one in by_id] == [row.about["id"]]
    world.server.world.files.by_id.pop(row.about["id"])
    await taps(world, lawyer, "1 file")
    copies = [one for one in await shown(lawyer) if one.id > by_id[0].id]
    assert [stored(world, one).content for one in copies] == [CONTENT]
    assert all(one.raw["has_protected_content"] for one in copies)
    await world.administrator.expects_nothing("refused")


@pytest.mark.parametrize("harm", ["gone", "changed"])
async def test_a_copy_that_is_gone_or_changed_does_not_keep_telegrams_from_the_owner(
    world: World, harm: str
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    await citizen.sends_document(CONTENT, "paper.pdf")
    await world.settle()
    (path,) = names(world)
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1] + b"\0")
    await taps(world, lawyer, "I'll take it", "Contacted", "1 file")
    assert [stored(world, one).content for one in await shown(lawyer)] == [CONTENT]


async def test_who_is_refused_files_gets_none_of_ours_either(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    citizen = await reports(world, HELD)
    await citizen.sends_document(CONTENT, "paper.pdf")
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        (case,) = await tx.cases.select()
    await says(world, coordinator, f"/case {case.code}", "the family called")
    await coordinator.taps_data((await coordinator.last()).id, f"files:{case.id}")
    await world.settle()
    await coordinator.expects("only to the one who took the case")
    assert await shown(coordinator) == []


async def test_the_file_of_a_draft_that_is_forgotten_goes_with_it(world: World) -> None:
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    await citizen.sends_photo(CONTENT)
    await world.settle()
    await is_kept(world, CONTENT)
    await does(world, "/cancel", by=citizen)
    await world.fast_forward(hours=50)
    assert [entry for entry in await all_entries(world) if entry.kind == "file"] == []
    assert await rows(world) == []
    assert names(world) == []


async def test_files_at_which_the_bot_itself_fails_do_not_keep_others_from_being_fetched(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rita, saule = await reports(world, HELD), await reports(world, HELD, name="Saule")
    whole, asked = Telegram.download, list[str]()

    def download(self: Telegram, file_id: str) -> AsyncGenerator[bytes, None]:
        asked.append(file_id)
        if file_id == asked[0]:
            raise ZeroDivisionError
        return whole(self, file_id)

    monkeypatch.setattr(Telegram, "download", download)
    monkeypatch.setattr(file_fetching, "AT_ONCE", 1)
    await rita.sends_photo(b"\xff\xd8\xff other bytes")
    await world.settle()
    await saule.sends_photo(CONTENT)
    await minutes(world, 3)
    assert [row.state for row in await rows(world)] == [FileState.WANTED, FileState.KEPT]
    monkeypatch.setattr(Telegram, "download", whole)
    await minutes(world, 12)
    assert [row.state for row in await rows(world)] == [FileState.KEPT, FileState.KEPT]


async def test_what_is_forgotten_while_it_is_fetched_leaves_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, goes_on = asyncio.Event(), asyncio.Event()

    async def slow(self: Telegram, file_id: str) -> AsyncGenerator[bytes, None]:
        yield CONTENT
        begun.set()
        await goes_on.wait()

    monkeypatch.setattr(Telegram, "download", slow)
    citizen = await reports(world, HELD)
    await citizen.sends_photo(CONTENT)
    await begun.wait()
    async with world.app.database.write(world.clock.now()) as tx:
        for entry in await tx.entries.by(kind="file"):
            for message in await tx.messages.by(entry_id=entry.id):
                tx.messages.put(replace(message, entry_id=None))
            await entries.forget(tx, entry)
    while await rows(world):
        await world._rests()
    goes_on.set()
    await world.settle()
    assert names(world) == []


async def test_what_a_crash_left_in_the_folder_goes_in_the_night_and_nothing_else(world: World) -> None:
    citizen = await reports(world, HELD)
    await citizen.sends_photo(CONTENT)
    await world.settle()
    left = folder(world).path / "0123456789abcdef.1234.part"
    left.write_bytes(b"half")
    for path in names(world):
        os.utime(path, (0, 0))
    await world.fast_forward(hours=24)
    await is_kept(world, CONTENT)


async def test_a_folder_that_cannot_be_swept_is_told_and_the_night_goes_on(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Folder, "sweep", fails)
    await world.fast_forward(hours=24)
    await world.administrator.expects("Files that people send cannot be kept: Input/output error")
    async with world.app.database.read(world.clock.now()) as tx:
        night = await tx.timers.get("housekeeping")
    assert night is not None
    assert night.due_at > world.clock.now()
    assert not night.attempts


async def test_a_hidden_chat_hears_nothing_of_its_files_and_all_are_kept(world: World) -> None:
    citizen = await reports(world, HELD)
    await does(world, "/hide", by=citizen)
    before = {one.text for one in await citizen.shown() if one.from_bot}
    await citizen.sends_video(CONTENT)
    await world.settle()
    await citizen.sends_document(bytes(BIG), "made-up.mp4")
    await world.settle()
    assert [row.state for row in await rows(world)] == [FileState.KEPT, FileState.LEFT]
    after = {one.text for one in await citizen.shown() if one.from_bot}
    assert not any("MB" in text for text in after - before)
