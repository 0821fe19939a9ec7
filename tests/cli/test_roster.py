"""dabyl roster: in, out, and the same again; suspended people; a running bot beside."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.resources.place_files import load_gazetteer
from core.roster.csv_file import NEEDED, city_reader, name_to_import
from core.roster.person_row import RosterRow
from core.vocabulary import Role
from handlers.casework.roster import save_rows
from handlers.people import addresses
from storage.database import Database
from storage.sealing import Keyring
from tests.casework.conftest import organisation
from tests.cli.command import KEY_VALUE, beside, dabyl
from tests.project.tree import ROOT
from tests.world.world import World

EXAMPLE = ROOT / "roster.example.csv"
HEADER = ",".join(NEEDED)


def file(folder: Path, *lines: str) -> Path:
    path = folder / "roster.csv"
    path.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
    return path


def test_the_example_goes_in_and_comes_out_as_a_file_that_goes_in_again(config: Path, tmp_path: Path) -> None:
    ended = dabyl("roster", "import", EXAMPLE, config=config)
    assert (ended.code, "7 added, 0 brought up to date." in ended.out) == (0, True)
    exported = dabyl("roster", "export", config=config).out
    (tmp_path / "again.csv").write_text(exported, encoding="utf-8", newline="")
    ended = dabyl("roster", "import", tmp_path / "again.csv", config=config)
    assert "0 added, 7 brought up to date." in ended.out
    assert dabyl("roster", "export", config=config).out == exported


def test_a_place_is_a_city_or_a_region_by_name_or_by_id(config: Path, tmp_path: Path) -> None:
    roster = file(tmp_path, "5,lawyer,Made-up Region,ru,Акмолинская область;ALMATY;pavlodar,yes,,no")
    assert dabyl("roster", "import", roster, config=config).code == 0
    shown = dabyl("roster", "list", config=config).out
    assert "Akmola" in shown
    assert "Pavlodar" in shown


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_every_place_of_the_gazetteer_is_exported_so_that_it_is_found_again(dialect: str) -> None:
    gazetteer = load_gazetteer("kz")
    read = city_reader(gazetteer)
    places = [*gazetteer.cities, *gazetteer.regions]
    assert [place for place in places if read(name_to_import(gazetteer, place)) != place] == []


def test_all_mistakes_of_a_file_are_told_at_once_and_nothing_is_imported(
    config: Path, tmp_path: Path
) -> None:
    roster = file(
        tmp_path,
        "1,lawyer,Made-up Good,ru,Алматы,yes,,no",
        "2,boss,Made-up Bad,de,Нигде,perhaps,12,yes",
    )
    ended = dabyl("roster", "import", roster, config=config)
    assert ended.code == 2
    for column in ("role", "languages", "cities", "on duty", "phone"):
        assert f"line 3 · {column}" in ended.err
    assert "Nothing was changed." in ended.err
    assert "empty" in dabyl("roster", "list", config=config).out


def test_a_file_that_is_missing_or_no_text_is_a_sentence(config: Path, tmp_path: Path) -> None:
    ended = dabyl("roster", "import", tmp_path / "none.csv", config=config)
    assert ended.code == 2
    assert "none.csv cannot be read: No such file" in ended.err
    assert dabyl("roster", "import", tmp_path, config=config).code == 2
    (tmp_path / "sheet.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1")
    assert "save it as XLSX" in dabyl("roster", "import", tmp_path / "sheet.xls", config=config).err


@pytest.mark.slow
def test_who_is_suspended_is_listed_not_exported_and_comes_back_by_an_import(config: Path) -> None:
    dabyl("roster", "import", EXAMPLE, config=config)
    asked = dabyl("roster", "suspend", "made-up alma", config=config)
    assert asked.code == 1
    assert "End the membership of Made-up Alma (lawyer, 0 open cases)?" in asked.out
    assert "suspended" not in dabyl("roster", "list", config=config).out
    ended = dabyl("roster", "suspend", "1000001", "--yes", config=config)
    assert ended.code == 0
    assert "Made-up Alma" in ended.out
    assert "suspended" in dabyl("roster", "list", config=config).out
    assert "1000001" not in dabyl("roster", "export", config=config).out
    dabyl("roster", "import", EXAMPLE, config=config)
    assert "1000001" in dabyl("roster", "export", config=config).out


def test_an_import_can_be_tried_and_changes_nothing_then(config: Path, tmp_path: Path) -> None:
    dabyl("roster", "import", EXAMPLE, config=config)
    before = dabyl("roster", "export", config=config).out
    lines = EXAMPLE.read_text("utf-8").replace("Made-up Alma", "Made-up Other").splitlines()
    changed = tmp_path / "changed.csv"
    changed.write_text("\n".join([*lines, "77,lawyer,Made-up New,ru,Алматы,yes,,no,,"]), encoding="utf-8")
    ended = dabyl("roster", "import", changed, "--dry-run", config=config)
    assert ended.code == 0
    assert "+ 77  lawyer  Made-up New" in ended.out
    assert "~ 1000001  lawyer  Made-up Other: name" in ended.out
    assert "1 would be added, 1 changed; 6 are as the file says, 0 are not in it" in ended.out
    assert dabyl("roster", "export", config=config).out == before


def test_the_list_can_be_read_by_a_program(config: Path) -> None:
    assert json.loads(dabyl("roster", "list", "--json", config=config).out) == []
    dabyl("roster", "import", EXAMPLE, config=config)
    found = json.loads(dabyl("roster", "list", "--json", config=config).out)
    assert found[0]["name"] == "Made-up Alma"
    assert found[0]["state"] == ["on duty"]


def test_an_unknown_id_cannot_be_suspended_and_leaves_no_trace(config: Path) -> None:
    ended = dabyl("roster", "suspend", "77", config=config)
    assert ended.code == 2
    assert 'Nobody on the roster has the id or the name "77"' in ended.err
    assert dabyl("roster", "suspend", "seventy", config=config).code == 2


@pytest.mark.slow
async def test_a_lawyer_imported_while_the_bot_runs_is_asked_about_the_next_case(
    world: World,
) -> None:
    lawyer = await world.person("Made-up Alma", id=1000001)
    await lawyer.starts()
    await world.settle()
    config = world.folder / "config.toml"
    ended = await beside("roster", "import", EXAMPLE, config=config)
    assert ended.code == 0
    citizen = await world.person("Aigul", "ru")
    await citizen.writes("задержали двух человек в Алматы")
    await world.settle()
    await lawyer.expects("Алматы")


@pytest.mark.slow
async def test_suspension_offers_the_cases_that_the_member_holds_to_the_others(world: World) -> None:
    holder = await world.member("Marat")
    citizen = await world.person("Aigul", "ru")
    await citizen.writes("задержали двух человек в Алматы")
    await world.settle()
    await holder.taps("Беру")
    await world.settle()
    other = await world.member("Dina")
    await other.expects_nothing("Алматы")
    ended = await beside("roster", "suspend", holder.id, "--yes", config=world.folder / "config.toml")
    assert ended.code == 0
    await world.fast_forward(seconds=10)  # the outbox looks into the table every few seconds
    await other.expects("Алматы")


def hide(storage_url: str, chat: str) -> None:
    """What a member's own phone does when it is being taken."""

    async def run() -> None:
        database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
        async with database.write(datetime.now(UTC)) as tx:
            tx.addresses.put(replace(await addresses.of_chat(tx, chat), silenced_at=tx.now))
        await database.close()

    asyncio.run(run())


def on_signal(storage_url: str, name: str) -> None:
    """A member who has Signal alone, and has hidden the chat."""

    async def run() -> None:
        database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
        row = RosterRow(0, Role.LAWYER, name, ("ru",), ("almaty",), True, "", False)
        async with database.write(datetime.now(UTC)) as tx:
            address = await addresses.of_chat(tx, "made-up-account", messenger="signal")
            address = tx.addresses.put(replace(address, silenced_at=tx.now))
            await save_rows(tx, organisation(), [row], at=address)
        await database.close()

    asyncio.run(run())


@pytest.mark.slow
def test_who_hid_their_chat_is_listed_so_and_brought_back(config: Path, storage_url: str) -> None:
    dabyl("roster", "import", EXAMPLE, config=config)
    assert "is not hidden" in dabyl("roster", "unhide", "1000001", config=config).out
    hide(storage_url, "1000001")
    assert "hidden" in dabyl("roster", "list", config=config).out
    dabyl("roster", "import", EXAMPLE, config=config)
    ended = dabyl("check", config=config)
    assert "1000001" in ended.out
    assert "has hidden the chat" in ended.out
    assert ended.code == 1
    assert "Alerts go to this chat again" in dabyl("roster", "unhide", "1000001", config=config).out
    assert "hidden" not in dabyl("roster", "list", config=config).out
    assert "has hidden the chat" not in dabyl("check", config=config).out


def test_who_has_no_telegram_and_hid_is_brought_back_by_name(config: Path, storage_url: str) -> None:
    on_signal(storage_url, "Made-up Signal")
    ended = dabyl("roster", "unhide", "Made-up Signal", config=config)
    assert "Alerts go to this chat again" in ended.out
    assert "is not hidden" in dabyl("roster", "unhide", "Made-up Signal", config=config).out


@pytest.mark.parametrize("who", ["77", "0", "Made-up Nobody"])
def test_who_is_not_on_the_roster_cannot_be_unhidden(config: Path, who: str) -> None:
    ended = dabyl("roster", "unhide", who, config=config)
    assert ended.code == 2
    assert f'Nobody on the roster has the id or the name "{who}"' in ended.err


@pytest.mark.slow
def test_a_hidden_member_is_brought_back_by_name(config: Path, storage_url: str, tmp_path: Path) -> None:
    roster = file(
        tmp_path,
        "1,lawyer,Made-up Good,ru,Алматы,yes,,no",
        "2,lawyer,Made-up Twin,ru,Алматы,yes,,no",
        "3,lawyer,Made-up Twin,ru,Алматы,yes,,no",
    )
    dabyl("roster", "import", roster, config=config)
    hide(storage_url, "1")
    hide(storage_url, "2")
    assert "Alerts go to this chat again" in dabyl("roster", "unhide", "made-up good", config=config).out
    ended = dabyl("roster", "unhide", "Made-up Twin", config=config)
    assert ended.code == 2
    assert "name one by the id: 2, 3" in ended.err
    assert "hidden" in dabyl("roster", "list", config=config).out
