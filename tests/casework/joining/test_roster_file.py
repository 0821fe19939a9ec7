"""The roster as a file in an administrator's chat: what it would change is shown first, and one tap does it."""

import csv
import io
from typing import Any

import pytest
from msgspec.structs import replace

from core.incoming import File, FileKind
from core.model import LANGUAGES
from core.roster.spreadsheet import LARGEST_FILE
from handlers.joining import roster_file
from handlers.joining.roster_file import PEOPLE
from tests.casework.story_desk import Desk, Person

COLUMNS = ("telegram_id", "role", "name", "languages", "cities", "on_duty", "phone", "escalation")
AIDA = ("2001", "lawyer", "Aida Made-Up", "kk ru", "Алматы", "yes", "+77010002001", "no")
DINA = ("2002", "coordinator", "Dina Made-Up", "ru", "", "yes", "+77010002002", "yes")


def table(*rows: tuple[str, ...]) -> bytes:
    """A roster file."""
    out = io.StringIO()
    csv.writer(out).writerows([COLUMNS, *rows])
    return out.getvalue().encode()


async def sends(desk: Desk, person: Person, content: bytes, caption: str = "", **about: Any) -> None:
    """A document, and what the loop of files makes of it."""
    file = File(FileKind.DOCUMENT, "roster", **{"size": len(content), **about})
    await person.writes(caption, file=file)
    async with desk.reading() as tx:
        waiting = [one for one in await tx.files.select() if one.about.get("for") == roster_file.READS]
    for one in waiting:
        found = roster_file.read_roster(desk.service, content)
        async with desk.writing() as tx:
            await roster_file.on_roster_read(tx, desk.service, one, found)


async def names(desk: Desk) -> list[str]:
    """Who is on the roster."""
    async with desk.reading() as tx:
        return sorted(member.name for member in await tx.members.by(suspended_at=None))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_file_is_shown_first_and_done_with_one_tap(desk: Desk, language: str) -> None:
    admin, say = desk.administrator, desk.service.words.say
    await admin.presses_data(f"language:{language}")
    await desk.coordinator()
    await admin.writes("/roster")
    admin.sees(say(language, "button-roster-export"))
    await sends(desk, admin, table(AIDA, DINA))
    counts = {"added": 2, "changed": 0, "unchanged": 0, "missing": 1}
    admin.sees(say(language, "roster-preview", **counts), "➕ Aida Made-Up", "➕ Dina Made-Up")
    assert await names(desk) == ["Olga"]
    await admin.presses(say(language, "button-roster-do"))
    admin.sees(say(language, "roster-done", people=2, added=2))
    assert await names(desk) == ["Aida Made-Up", "Dina Made-Up", "Olga"]


async def test_the_message_with_the_file_goes_and_nothing_of_it_stays(desk: Desk) -> None:
    admin = desk.administrator
    await sends(desk, admin, table(AIDA, DINA), "/roster")
    await admin.presses("Leave it as it is")
    admin.sees("Nothing was changed")
    async with desk.reading() as tx:
        assert await tx.files.count() == await tx.roster_files.count() == 0
        deleted = [row for row in await tx.outgoing.select() if row.kind == "delete"]
        assert len(deleted) == 1
        assert await tx.entries.count() == 0
    assert await names(desk) == []


async def test_what_changes_is_named_by_its_columns(desk: Desk) -> None:
    admin = desk.administrator
    await sends(desk, admin, table(AIDA, DINA), "/roster")
    await admin.presses("Do it")
    changed = (*AIDA[:4], "Алматы;Астана", *AIDA[5:6], "+77010002009", *AIDA[7:])
    await sends(desk, admin, table(changed, DINA), "/roster")
    admin.sees("0 new, 1 changed, 1 unchanged", "✏️ Aida Made-Up: cities, phone")
    await admin.presses("Leave it as it is")
    await sends(desk, admin, table(AIDA, DINA), "/roster")
    admin.sees("0 new, 0 changed, 2 unchanged", "There is nothing to do")


async def test_a_file_that_ends_a_suspension_says_so(desk: Desk) -> None:
    admin = desk.administrator
    await sends(desk, admin, table(AIDA, DINA), "/roster")
    await admin.presses("Do it")
    await desk.suspends(desk._person("Aida", "en", chat=AIDA[0]))
    await sends(desk, admin, table(AIDA), "/roster")
    admin.sees("✏️ Aida Made-Up: membership begins again")


async def test_a_preview_that_is_not_true_any_more_is_shown_anew(desk: Desk) -> None:
    admin = desk.administrator
    await sends(desk, admin, table(AIDA, DINA), "/roster")
    await sends(desk, admin, table(AIDA), "/roster")
    async with desk.reading() as tx:
        (kept,) = await tx.roster_files.select()  # the newest alone
    await desk.coordinator()
    await admin.presses_data(f"import:{kept.id}")
    admin.sees("The roster has changed meanwhile")
    assert await names(desk) == ["Olga"]
    await admin.presses("Do it")
    assert await names(desk) == ["Aida Made-Up", "Olga"]
    await admin.presses_data(f"import:{kept.id}")
    admin.sees("This file is not waiting any more")


async def test_a_file_waits_for_an_hour(desk: Desk) -> None:
    admin = desk.administrator
    await sends(desk, admin, table(AIDA, DINA), "/roster")
    await desk.later(hours=1.1)
    await admin.presses("Do it")
    admin.sees("This file is not waiting any more")
    assert await names(desk) == []


async def test_a_roster_without_coordinators_is_warned_of(desk: Desk) -> None:
    await sends(desk, desk.administrator, table(AIDA), "/roster")
    desk.administrator.sees("After it nobody would be a coordinator")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_mistakes_are_told_on_one_screen_and_the_rest_is_counted(desk: Desk, language: str) -> None:
    admin, say = desk.administrator, desk.service.words.say
    await admin.presses_data(f"language:{language}")
    wrong = ("x", "boss", "", "de", "Zzyzx", "perhaps", "12", "maybe")
    await sends(desk, admin, table(*[wrong] * 10), "/roster")
    text = admin.sees(say(language, "roster-bad", count=80), say(language, "roster-more", count=68))
    assert len(text) < 1500
    assert f"'Zzyzx': {say(language, 'roster-wrong-cities')}" in text
    assert await names(desk) == []


@pytest.mark.slow
async def test_every_mistake_has_its_words(desk: Desk) -> None:
    wrong = (
        b"x" * (LARGEST_FILE + 1),
        b"\xd0\xcf\x11\xe0",
        b"%PDF-1.7\x00",
        b"PK\x03\x04",
        b"",
        table(),
        table(("1",)),
        table(AIDA, AIDA),
        table(*[(str(number), *DINA[1:]) for number in range(1, PEOPLE + 2)]),
        table((*AIDA[:4], "", *AIDA[5:])),
        table((*DINA[:6], "", "yes")),
        table(AIDA).replace(b"escalation", b"escalated"),
        table().strip() + b",calling,specialities\r\n1,lawyer,A,kk,Almaty,yes,,no,boss,cooking\r\n",
    )
    for content in wrong:
        await sends(desk, desk.administrator, content, "/roster", size=10)
        desk.administrator.sees("Nothing was changed", "line ")


async def test_nobody_elses_file_is_a_roster(desk: Desk) -> None:
    olga, marat, rita = await desk.coordinator(), await desk.lawyer(), desk.person()
    for person in (olga, marat, rita):
        await person.writes("/roster")
        await sends(desk, person, table(AIDA), "/roster")
        person.sees_nothing_of("Aida", "I am reading the file")
    async with desk.reading() as tx:
        assert not [one for one in await tx.files.select() if "for" in one.about]
    assert await names(desk) == ["Marat", "Olga"]


async def test_only_a_document_with_the_command_or_soon_after_it_is_one(desk: Desk) -> None:
    admin = desk.administrator
    await admin.writes("", file=File(FileKind.DOCUMENT, "x"))
    await admin.writes("/roster", file=File(FileKind.PHOTO, "x"))
    admin.sees("Please send it as a file")
    await admin.writes("/roster")
    await desk.later(minutes=11)
    await sends(desk, admin, table(AIDA))
    admin.sees_nothing_of("Aida")


async def test_a_file_of_20_megabytes_is_not_even_fetched(desk: Desk) -> None:
    await sends(desk, desk.administrator, b"", "/roster", size=20 * 1024 * 1024)
    desk.administrator.sees("The file is too big: 2 MB at most")
    async with desk.reading() as tx:
        assert await tx.files.count() == 0


async def test_whoever_is_no_administrator_any_more_sees_nothing_of_their_file(desk: Desk) -> None:
    admin = desk.administrator
    await admin.writes("/roster", file=File(FileKind.DOCUMENT, "x", size=10))
    async with desk.reading() as tx:
        (one,) = await tx.files.select()
    without = replace(desk.service, administrators=frozenset())
    async with desk.writing() as tx:
        await roster_file.on_roster_read(tx, without, one, roster_file.read_roster(without, table(AIDA)))
    admin.sees_nothing_of("Aida")


async def test_an_export_is_read_back_and_goes_after_an_hour(desk: Desk) -> None:
    admin = desk.administrator
    await sends(desk, admin, table(AIDA, DINA), "/roster")
    await admin.presses("Do it")
    await admin.writes("/roster")
    await admin.presses("Export")
    admin.sees("(file )", "save it in a safe place")
    content = desk.phones.copies["roster-2018-09-17.csv"]
    assert content.startswith(b"\xef\xbb\xbf")  # a spreadsheet knows it as UTF-8
    await sends(desk, admin, content, "/roster")
    admin.sees("2 unchanged", "There is nothing to do")
    async with desk.reading() as tx:
        assert [row.payload for row in await tx.outgoing.select() if row.kind == "media"] == [{}]
    await desk.later(hours=1.1)
    admin.sees_nothing_of("save it in a safe place")


async def test_what_a_file_lacks_is_told_by_the_names_of_its_columns(desk: Desk) -> None:
    admin = desk.administrator
    await sends(desk, admin, b"telegram_id,name\n1,x\n", "/roster")
    admin.sees("telegram_id, role, name, languages, cities, on_duty, phone, escalation")


async def test_a_file_with_too_many_people_says_how_many_they_are_and_what_to_do(desk: Desk) -> None:
    admin = desk.administrator
    many = [(str(5000 + n), *AIDA[1:]) for n in range(PEOPLE + 1)]
    await sends(desk, admin, table(*many), "/roster")
    admin.sees("Nothing was changed", "'1001'", "put the rest into a second file")


async def test_an_administrators_table_is_a_roster_and_never_a_file_of_a_case(desk: Desk) -> None:
    admin, olga = desk.administrator, await desk.coordinator()
    await sends(desk, admin, table(AIDA, DINA), name="Roster.CSV")  # without the command
    admin.sees("The file: 2 new")
    await admin.writes("/roster")
    await desk.later(minutes=11)
    await sends(desk, admin, table(AIDA, DINA), name="roster.xlsx")  # too late
    assert admin.count("The file: 2 new") == 2
    async with desk.reading() as tx:
        assert await tx.files.count() == await tx.reports.count() == await tx.dialogues.count() == 0
    olga.sees_nothing_of("file")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_members_roster_is_taken_from_the_chat_and_not_read(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    await sends(desk, olga, table(AIDA, DINA), "/roster")
    olga.sees(desk.service.words.say(language, "roster-not-yours"))
    async with desk.reading() as tx:
        assert await tx.files.count() == await tx.roster_files.count() == await tx.entries.count() == 0
        deleted = [row for row in await tx.outgoing.select() if row.kind == "delete"]
        assert len(deleted) == 1
    assert await names(desk) == ["Olga"]
