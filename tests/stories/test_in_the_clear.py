"""After all stories neither database, WAL, files, a backup nor the log hold a name, a number or a word that was said."""

import base64
import logging
import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from playground.phone import Phone
from storage.schema import metadata
from tests.stories.in_the_clear import found
from tests.stories.staff import says, taps, the_case
from tests.world.world import World

PEOPLE = {"kk": "Айсұлтанбек", "ru": "Любомирина", "en": "Wilhelmina"}  # as Telegram calls them
REPORTS = {
    "kk": "Алматыда Ақжүністің әкесі Сатыбалдыұлы Нұрсапарды полиция ұстап әкетті, көк қақпаның жанында",
    "ru": "в Алматы полиция задержала Всеславу Придуманную возле фиолетового киоска",
    "en": "police took Thaddeus Inventedson in Almaty beside the turquoise fountain",
}
HELD = {
    "kk": ("Ақжүніс", "Сатыбалдыұлы", "Нұрсапар", "көк қақпа"),
    "ru": ("Всеслав", "Придуманн", "фиолетов", "киоск"),
    "en": ("Thaddeus", "Inventedson", "turquoise", "fountain"),
}
NUMBERS = {"kk": "+77015550161", "ru": "+77015550162", "en": "+77015550163"}
MEMBERS = {"Marcellus Lawyerly": "+77015550171", "Ophelia Coordinata": "+77015550172"}
LATER = {
    "note": "he limps since the staircase",
    "asked back": "which pharmacy was it?",
    "answer": "the lilac pharmacy at the crossing",
    "reason": "grandmother telephoned twice",
    "caption": "bruises at the elbow",
    "hidden": "sapphire bicycle",
    "check-in": "a meeting at the cinnamon bakery",
}


def of_database(world: World) -> bytes:
    """The database's own files, as they lie there while it runs; and the same by its backup, as the documents say."""
    url = make_url(str(world.app.database.engine.url))
    if not url.drivername.startswith("sqlite"):
        return b""
    file = Path(url.database or "")
    backup = file.with_name("backup.copy")
    with sqlite3.connect(file) as running, sqlite3.connect(backup) as copy:
        running.backup(copy)
    running.close()
    copy.close()
    files = sorted(one for one in file.parent.iterdir() if one.is_file() and one.name != "config.toml")
    assert {"dabyl.db", "dabyl.db-wal", "backup.copy"} <= {one.name for one in files}
    return b"\n".join(one.read_bytes() for one in files)


async def of_rows(world: World) -> bytes:
    """Every value of every row as the database gives it: what a dump of any database would hold."""
    content = []
    async with world.app.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(text(f"SELECT * FROM {table.name}"))).all():
                content += [value if isinstance(value, bytes) else str(value).encode() for value in row]
    return b"\n".join(content)


async def everything_is_told(world: World) -> list[str]:
    """Three languages, files, a check-in, a question back, a note, codes, a hide, a digest and a closing; what was said."""
    (marat_is, marat_at), (olga_is, olga_at) = MEMBERS.items()
    marat = await world.member(marat_is, languages=("en",), phone=marat_at)
    olga = await world.member(olga_is, role="coordinator", languages=("en",), phone=olga_at)
    said = [marat_is, marat_at, olga_is, olga_at, str(marat.chat_id), str(olga.chat_id), *LATER.values()]
    codes = {}
    for language, name in PEOPLE.items():
        person = await world.playground.person(name, language=language, phone=NUMBERS[language])
        await says(world, person, REPORTS[language])
        codes[language] = person, await receipt(person)
        await person.shares_contact()
        await person.shares_location(43.238949, 76.889709)
        await person.sends_photo(b"picture", LATER["caption"])
        await world.settle()
        await taps(world, marat, "I'll take it")
        said += [
            name,
            NUMBERS[language],
            NUMBERS[language][2:],
            str(person.chat_id),
            *HELD[language],
            codes[language][1],
        ]
    wilhelmina, code = codes["en"]
    case = await the_case(world, 2)
    await says(world, marat, LATER["note"])
    await taps(world, marat, case.code)
    await says(world, marat, LATER["asked back"])
    await taps(world, marat, case.code, "Send it to the reporter")
    await says(world, wilhelmina, LATER["answer"])
    await says(world, olga, f"/case {case.code}", LATER["reason"])
    await taps(world, olga, "All words")
    await says(world, wilhelmina, "/hide", LATER["hidden"])
    sister = await world.playground.person("Sisterina", language="en", phone="+77015550164")
    await says(
        world,
        sister,
        code,
        "Almaty",
        "yes",
        "/checkin",
        "in two hours",
        "Almaty",
        LATER["check-in"],
        "+77015550165",
    )
    said += ["Sisterina", "+77015550164", "+77015550165", str(sister.chat_id), "43.238949", "76.889709"]
    await world.crash()
    await world.sleeps_through(hours=9)
    await world.start_bot()
    await world.settle()
    await world.playground.injects({"message": {"message_id": "five", "text": LATER["note"]}})
    await says(world, olga, "/cases")
    await marat.taps_data((await marat.last()).id, f"closed:{case.id}:released")
    await world.settle()
    return said


async def receipt(person: Phone) -> str:
    """The code on the screen, in whichever language."""
    shown = "\n".join(message.text for message in await person.shown())
    code = re.search(r": (\w+ \w+ \d\d)\.", shown)
    assert code is not None, shown
    return code[1]


@pytest.mark.slow
async def test_nothing_that_was_said_stands_anywhere_in_the_clear(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("httpx", "httpcore", "telegram"):  # as the command line sets them
        caplog.set_level(logging.WARNING, name)
    caplog.set_level(logging.DEBUG)  # last: it is also what is kept of all of them
    said = await everything_is_told(world)
    content = of_database(world) + await of_rows(world)
    assert b"almaty" in content  # what is not secret is found: the look is not blind
    assert found(said, content) == []
    log = "\n".join(
        f"{record.name} {record.getMessage()} {record.exc_text or ''}"
        for record in caplog.records
        if not record.name.startswith("uvicorn")  # the local server's
    )
    assert "is parked" in log  # it was listened to
    assert found(said, log.encode("utf-8", "surrogatepass")) == []


@pytest.mark.parametrize("word", ["Thaddeus", "Ақжүніс", "+77015550161"])
@pytest.mark.parametrize("characters", ["utf-8", "utf-16-le", "utf-16-be"])
def test_the_look_finds_a_word_in_every_form(word: str, characters: str) -> None:
    raw = word.encode(characters)
    assert found([word], b"\x00junk" + raw + b"junk\xff") == [word]
    for before in range(6):
        assert found([word], b"=" + base64.b64encode(b"?" * before + raw + b"!!") + b"\n") == [word]
    assert found([word], b"nothing of it") == []
