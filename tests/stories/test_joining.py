"""On the real wire: a lawyer joins by a link and a picture, and an administrator's spreadsheet becomes the roster."""

import io
import re

import openpyxl
import pytest
import segno
from msgspec.structs import replace

from core.model import LANGUAGES
from core.roster.csv_file import COLUMNS
from handlers import routes
from handlers.joining import roster_file
from playground.phone import Phone
from tests.stories.in_the_clear import found
from tests.stories.sent_files import names, rows, shown, stored
from tests.stories.staff import says, taps
from tests.stories.watch import minutes
from tests.world.world import World

pytestmark = pytest.mark.slow

NAME = "Aida Made-Up"


def in_the_clear(world: World, *words: str) -> list[str]:
    """Those of the words that stand in any of the bot's files, the database of SQLite among them."""
    files = [path for path in world.folder.rglob("*") if path.is_file()]
    return [word for path in files for word in found(words, path.read_bytes())]


async def invited(world: World, coordinator: Phone) -> str:
    """A coordinator makes an invitation; what the link carries."""
    await says(world, coordinator, "/invite")
    (picture,) = await shown(coordinator)
    link = re.findall(r"https://t\.me/\S+", picture.text)[0]
    expected = io.BytesIO()
    segno.make_qr(link, error="m").save(expected, kind="png", scale=10, border=4)
    assert stored(world, picture).content == expected.getvalue()
    return str(link.partition("?start=")[2])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_somebody_joins_and_a_crash_between_any_two_steps_costs_nothing(
    world: World, language: str
) -> None:
    say = world.app.service.words.say
    olga = await world.member("Olga", role="coordinator", languages=(language,))
    code = await invited(world, olga)
    await world.restart()
    aida = await world.person("Aida", language)
    await aida.starts(code)
    await world.settle()
    assert await shown(olga) == []  # the link has gone from the coordinator's chat
    await says(world, aida, NAME, "Алматы, Қонаев")
    await world.restart()
    await taps(world, aida, say(language, f"joining-languages-{language}"), say(language, "form-done"))
    await taps(world, aida, say(language, "joining-calling-consultant"), say(language, "form-none"))
    await aida.shares_contact()
    await world.settle()
    await aida.expects(say(language, "joining-review"), NAME)
    await taps(world, aida, say(language, "form-confirm"))
    await world.restart()
    await olga.expects(say(language, "joining-head"), NAME, say(language, "joining-own-number"))
    await taps(world, olga, say(language, "button-approve"))
    example = await aida.expects(say(language, "example-head"))
    welcome = await aida.expects(say(language, "start-member", organisation=world.app.service.organisation))
    assert (welcome.silent, example.silent) == (True, False)
    assert welcome.id < example.id
    assert in_the_clear(world, NAME, code, aida.about["phone"][1:]) == []


async def test_a_spreadsheet_is_read_in_memory_and_done_with_one_tap(world: World) -> None:
    admin = world.administrator
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(COLUMNS)
    book.active.append((5001, "coordinator", NAME, "ru", "", "да", 77010005001, "нет", "", ""))
    book.save(out)
    await admin.starts()
    await admin.sends_document(out.getvalue(), "list.xlsx", caption="/roster")
    await world.settle()
    assert await rows(world) == []
    assert names(world) == []  # on the disk it never was
    assert [one for one in await admin.shown() if one.file is not None] == []
    await world.restart()
    await taps(world, admin, world.app.service.words.say("en", "button-roster-do"))
    async with world.app.database.read(world.clock.now()) as tx:
        assert [member.name for member in await tx.members.select()] == [NAME]
    assert in_the_clear(world, NAME, "77010005001") == []
    await says(world, admin, "/roster")
    await taps(world, admin, world.app.service.words.say("en", "button-roster-export"))
    (exported,) = await shown(admin)
    assert NAME.encode() in stored(world, exported).content
    await world.fast_forward(hours=1.1)
    assert await shown(admin) == []


async def test_a_file_that_grows_while_it_is_fetched_is_not_read(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = routes.FILES[roster_file.READS]
    monkeypatch.setitem(routes.FILES, roster_file.READS, replace(reads, most=1000))
    admin = world.administrator
    await admin.starts()
    await admin.sends_document(b"x" * 1001, "list.csv", caption="/roster")
    await world.settle()
    await admin.expects(world.app.service.words.say("en", "roster-big", megabytes=2))
    assert await rows(world) == []


async def test_a_file_that_telegram_does_not_give_is_told(world: World) -> None:
    admin = world.administrator
    await admin.starts()
    await world.playground.fails("rejected", times=None, methods=("getFile",))
    await admin.sends_document(b"telegram_id", "list.csv", caption="/roster")
    await world.settle()
    await minutes(world, 30, step=2)
    await admin.expects(world.app.service.words.say("en", "roster-gone"))
    assert await rows(world) == []


async def test_a_large_file_is_not_even_asked_for(world: World) -> None:
    admin = world.administrator
    await admin.starts()
    await admin.sends_document(b"x" * (3 * 1024 * 1024), "list.csv", caption="/roster")
    await world.settle()
    await admin.expects(world.app.service.words.say("en", "roster-big", megabytes=2))
    assert await world.playground.calls("download") == []
