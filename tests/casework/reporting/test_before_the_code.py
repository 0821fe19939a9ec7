"""What was told before a receipt code goes along with it: words, voices, photos, places; and what the code stood under."""

import pytest

from core.incoming import File, FileKind
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
PROOF = ("words", "Almaty")  # the answer that brings the report here is kept as all words are


async def coded(desk: Desk) -> tuple[Person, str]:
    """The case of Rita, which Marat has, and her code."""
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    return marat, rita.sees("Your code:").split("Your code: ")[1].split(".")[0]


async def kept(desk: Desk) -> list[tuple[str, str]]:
    """What Rita's report keeps behind its first words: kinds, and words or the id of a file."""
    async with desk.reading() as tx:
        entries = await tx.entries.by(report_id=(await desk.report(0)).id)
    said = [(e.kind, e.payload.get("file", {}).get("id") or e.payload.get("text", "")) for e in entries[1:]]
    return [(kind, what) for kind, what in said if kind not in ("answer", "moved")]


async def test_words_a_voice_and_a_photo_written_before_the_code_go_with_it(desk: Desk) -> None:
    marat, code = await coded(desk)
    vera = desk.person("Vera")
    await vera.writes("hello, it is about Dana")
    await vera.writes("", file=File(FileKind.VOICE, "voice-1"))
    await vera.sends("photo-1", "her injuries")
    await vera.writes(code)
    told = [("words", "hello, it is about Dana"), ("file", "voice-1"), ("file", "photo-1")]
    assert await kept(desk) == told  # at once: whoever writes the code may have nothing else left
    marat.sees("«hello, it is about Dana» (by the code, not proved)", "[2 files]")
    await vera.writes("Almaty", "yes")
    assert await kept(desk) == [*told, PROOF]
    marat.sees("hello, it is about Dana", "her injuries", "[2 files]")
    marat.sees_nothing_of("not proved")
    async with desk.reading() as tx:
        assert [r.state for r in await tx.reports.select()] == ["open", "expired"]


async def test_a_voice_alone_before_the_code_goes_with_it(desk: Desk) -> None:
    marat, code = await coded(desk)
    vera = desk.person("Vera")
    await vera.writes("", file=File(FileKind.VOICE, "voice-1"))
    await vera.writes(code)
    await vera.writes("Almaty", "yes")
    assert await kept(desk) == [("file", "voice-1"), PROOF]
    marat.sees("[1 file]")


@pytest.mark.parametrize("kind", [FileKind.PHOTO, FileKind.VOICE])
async def test_a_file_under_which_the_code_stands_is_kept_with_the_report(desk: Desk, kind: FileKind) -> None:
    marat, code = await coded(desk)
    vera = desk.person("Vera")
    await vera.writes(code, file=File(kind, "file-1"))
    vera.sees("There is such a code.")
    assert [what for _, what in await kept(desk)] == ["file-1"]
    await vera.writes("Almaty", "yes")
    assert [what for _, what in await kept(desk)] == ["file-1", PROOF[1]]
    marat.sees("[1 file]")
    marat.sees_nothing_of(code)


async def test_a_file_under_which_the_own_code_stands_is_kept_too(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    code = rita.sees("Your code:").split("Your code: ")[1].split(".")[0]
    await rita.writes(code, file=File(FileKind.PHOTO, "photo-1"))
    rita.sees("Code accepted")
    assert [what for _, what in await kept(desk)] == ["photo-1"]
    marat.sees("[1 file]")


async def test_a_file_under_a_wrong_code_is_not_lost(desk: Desk) -> None:
    _, code = await coded(desk)
    first, second, number = code.split()
    vera = desk.person("Vera")
    await vera.writes(
        f"{first} {second} {10 if number != '10' else 11}", file=File(FileKind.PHOTO, "photo-1")
    )
    vera.sees("There is no such code.")
    async with desk.reading() as tx:
        (draft,) = [r for r in await tx.reports.select() if r.state == "draft"]
        assert [e.payload["file"]["id"] for e in await tx.entries.by(report_id=draft.id)] == ["photo-1"]
    await vera.writes(code)
    await vera.writes("Almaty", "yes")
    assert [what for _, what in await kept(desk)] == ["photo-1", PROOF[1]]
