"""Whatever people do with their phones is told in a story, and happens again when it is run."""

from datetime import UTC, datetime
from pathlib import Path

from tests.backstage.retold import happens_again, linted, played
from tests.world.codes import code_in

NASTY = "She said \"go\", they said 'no'\n\\ tab\t«ұстады» 🚓\u200b\u202e " + "word " * 30 + "🏛" * 60


async def test_every_act_on_a_phone_is_told_and_happens_again(sqlite_template: Path, tmp_path: Path) -> None:
    async with played(sqlite_template, tmp_path / "one") as made:
        world, lawyer, citizen, other = made.world, made.lawyer, made.first, made.second
        await citizen.starts("from-a-link")
        await world.settle()
        await citizen.taps("Бұл басқа адам")
        await world.settle()
        await citizen.shares_location(43.25, 76.95)
        await world.fast_forward(seconds=20)
        answered = await citizen.expects("Кодыңыз")
        await citizen.writes(NASTY, reply_to=answered.id)
        said = await citizen.writes("Made-up Aidso")
        await world.settle()
        await citizen.edits(said, "Made-up Aidos")
        await citizen.deletes(said)
        await citizen.shares_contact("+77010000001")
        await citizen.shares_contact("+77010000002", "Made-up Brother", own=False)
        await world.settle()
        await citizen.sends_photo(b"\x00\xff photo", "the 'street'")
        await citizen.sends_voice(b"v" * 4000, 7)
        await citizen.sends_document(b"a paper", "paper.pdf", mime="application/pdf")
        await citizen.forwards(
            "they hold him", datetime(2018, 9, 17, 5, 0, 7, tzinfo=UTC), name="Made-up Zhan"
        )
        await citizen.forwards_message(answered)
        await world.settle()
        await lawyer.goes_offline()
        await lawyer.taps("I'll take it")
        await lawyer.comes_online()
        await world.settle()
        await lawyer.expects("Made-up Aidos")
        await other.writes("/start")
        await other.blocks()
        await other.unblocks()
        await world.settle()
        await other.writes(code_in(answered))
        await world.settle()
        await world.playground.sets_bot(made.group, "administrator", lawyer)
        await world.playground.migrates(made.group)
        late = await world.playground.person("Late", language="en", username="late_one")
        await late.writes("/help")
        await world.settle()
        story = await made.recording.stop()
    for told in (
        'aigul.starts("from-a-link")',
        "aigul.shares_location(43.25, 76.95)",
        'aigul.edits(said, "Made-up Aidos")',
        'aigul.shares_contact("+77010000002", "Made-up Brother", own=False)',
        'aigul.sends_file("voice", b"c" * 4000, duration=7)',
        'aigul.forwards("they hold him", datetime(2018, 9, 17, 5, 0, 7, tzinfo=UTC), name="Made-up Zhan")',
        "marat.goes_offline()",
        "person.writes(code_in(await aigul.expects(",
        'world.playground.sets_bot(group, "administrator", marat)',
        'world.playground.person("Late", language="en", username="late_one")',
    ):
        assert told in story
    assert "cannot tell" not in story
    (tmp_path / "test_recorded.py").write_text(story, encoding="utf-8")
    assert linted(tmp_path / "test_recorded.py") == ""
    await happens_again(story, sqlite_template, tmp_path / "two")


async def test_what_comes_while_telegram_is_broken_or_away_is_told_with_the_time_that_it_takes(
    sqlite_template: Path, tmp_path: Path
) -> None:
    async with played(sqlite_template, tmp_path / "one") as made:
        world, citizen = made.world, made.first
        await world.playground.fails("error_500", times=3, methods=("sendMessage",))
        await citizen.starts()
        await world.goes_on(seconds=40)
        await citizen.expects("ұстады")
        await world.playground.goes_down()
        await citizen.writes("Алматыда бір адамды полиция ұстап әкетті")
        await world.goes_on(seconds=30)
        await world.playground.heals()
        await world.goes_on(seconds=30)
        await made.lawyer.expects("Almaty")
        story = await made.recording.stop()
    assert "world.goes_on(" in story
    assert 'marat.expects("🟠' in story
    await happens_again(story, sqlite_template, tmp_path / "two")


async def test_a_code_is_read_off_a_chat_that_was_emptied_since(
    sqlite_template: Path, tmp_path: Path
) -> None:
    async with played(sqlite_template, tmp_path / "one") as made:
        world, citizen, other = made.world, made.first, made.second
        await citizen.writes("Алматыда інімді полиция ұстады")
        await world.settle()
        code = code_in(await citizen.expects("Кодыңыз"))
        await citizen.writes("/hide")
        await world.settle()
        assert [one for one in await citizen.shown() if code in one.text] == []
        await other.writes(code)
        await world.settle()
        await other.writes("Алматы")
        await world.settle()
        await other.expects("Go on here")
        story = await made.recording.stop()
    assert code not in story
    assert ".messages())[" in story
    await happens_again(story, sqlite_template, tmp_path / "two")
