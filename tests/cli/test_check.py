"""dabyl check: everything that is wrong at once, against the local Bot API server."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from bot.cli import check
from bot.clock.clock import RealClock
from bot.config.settings import KEY, TOKEN
from core.model import Member
from core.records.invitations import ToldChannel
from core.resources.word_files import load_words
from core.roster.csv_file import NEEDED
from core.sent_files import FileState
from core.traffic import Run, Timer
from core.vocabulary import Role
from handlers.people import addresses
from playground.client import Playground
from playground.phone import Screen
from playground.serve import serve
from playground.signal_cli.daemon import serve as daemon_at_signal
from playground.signal_cli.people import OURS
from storage.database import Database
from storage.sealing import Keyring
from tests.cli.command import KEY_VALUE, Ended, beside, dabyl, written
from tests.cli.conftest import closed_port
from tests.storage.samples import SAMPLES, address
from tests.world.bot_api import check as second_opinion

ADMINISTRATOR = Member(
    77, 0, Role.ADMINISTRATOR, "Made-up Tim", ("en",), (), False, "", False, datetime.now(UTC)
)
ROSTER = (
    ",".join(NEEDED),
    "11,lawyer,Made-up Alma,ru,Алматы,yes,+77000000001,no",
    "12,coordinator,Made-up Dana,ru,,yes,+77000000002,yes",
)


@dataclass
class Bench:
    """A Telegram with a channel, an administrator, a lawyer and a coordinator who all pressed start."""

    playground: Playground
    channel: Screen
    folder: Path
    storage_url: str
    api_url: str

    def configure(self, **changes: str) -> Path:
        """The configuration; a change replaces a value."""
        values = {
            "channel": str(self.channel.chat_id),
            "api_url": self.api_url,
            "url": self.storage_url,
        } | changes
        return written(
            self.folder,
            '[organisation]\nname = "Made-up Bureau"\nhotline = "+7 700 000 00 01"\n'
            f'[telegram]\nchannel = "{values["channel"]}"\napi_url = "{values["api_url"]}"\nadministrators = [10]\n'
            f'[storage]\nurl = "{values["url"]}"\nfiles = "{self.folder}/files"\n',
        )

    async def checks(self, environ: dict[str, str | None] | None = None, **changes: str) -> Ended:
        """Run dabyl check."""
        return await beside("check", config=self.configure(**changes), **(environ or {}))


@pytest.fixture
async def bench(storage_url: str, tmp_path: Path) -> AsyncIterator[Bench]:
    """Everything right; each test breaks something."""
    async with (
        serve(RealClock(), on_call=second_opinion) as server,
        Playground(server.url) as playground,
    ):
        for number, name in ((10, "Admin"), (11, "Alma"), (12, "Dana")):
            await (await playground.person(name, id=number)).starts()
        bench = Bench(playground, await playground.channel("Digest"), tmp_path, storage_url, server.url)
        (tmp_path / "roster.csv").write_text("\n".join(ROSTER), encoding="utf-8")
        ended = await beside("roster", "import", tmp_path / "roster.csv", config=bench.configure())
        assert ended.code == 0
        yield bench


async def test_when_all_is_well_it_says_so_line_by_line(bench: Bench) -> None:
    ended = await bench.checks()
    assert ended.code == 0
    marks = {line.split()[0] for line in ended.out.splitlines()[:-1]}
    assert marks == {"ok", "note"}  # no lawyer has signed the law yet
    for part in (
        "@local_playground_bot",
        "may post in the channel",
        "3 of 3 people",
        "lawyers 1, coordinators 1",
    ):
        assert part in ended.out
    assert "\nNothing is wrong" in ended.out


@pytest.mark.slow
async def test_everything_that_is_wrong_is_told_at_once(bench: Bench) -> None:
    channel = await bench.playground.channel("Other", bot="member")
    phones = [await bench.playground.person("Igor", id=13)]
    (bench.folder / "roster.csv").write_text(
        "\n".join(
            [*ROSTER, "13,lawyer,Made-up Igor,ru,Астана,yes,,no", "14,lawyer,Made-up Olga,ru,Астана,yes,,no"]
        )
    )
    await beside("roster", "import", bench.folder / "roster.csv", config=bench.configure())
    await phones[0].starts()
    await phones[0].blocks()
    ended = await bench.checks(channel=str(channel.chat_id))
    assert ended.code == 1
    assert f"wrong The bot may not post in the channel {channel.chat_id}" in ended.out
    for who in ("lawyer 13 Made-up Igor", "lawyer 14 Made-up Olga"):
        assert f"wrong {who} cannot be reached: they must press start" in ended.out
    assert "3 of 5 people can be reached" in ended.out
    assert ended.out.endswith("3 things are wrong.\n")


@pytest.mark.slow
async def test_a_channel_that_does_not_exist_is_told_from_one_without_the_right(bench: Bench) -> None:
    ended = await bench.checks(channel="-1009999999999")
    assert ended.code == 1
    assert "does not exist, or the bot is not in it" in ended.out
    kicked = await bench.playground.channel("Kicked", bot="kicked")
    assert "does not exist, or the bot is not in it" in (await bench.checks(channel=str(kicked.chat_id))).out


async def test_a_token_that_telegram_does_not_know_ends_the_questions(bench: Bench) -> None:
    ended = await bench.checks({TOKEN: "424242:another"})
    assert ended.code == 1
    assert f"does not accept the token in {TOKEN}" in ended.out
    assert "people can be reached" not in ended.out


@pytest.mark.slow
async def test_a_telegram_that_cannot_be_reached_is_not_blamed_on_the_token(bench: Bench) -> None:
    ended = await bench.checks(api_url=f"http://127.0.0.1:{closed_port()}")
    assert ended.code == 1
    assert "cannot be reached" in ended.out
    assert "token" not in ended.out


@pytest.mark.slow
async def test_a_proxy_that_is_not_there_is_named_among_what_to_look_at(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (
        ("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}"),
        ("NO_PROXY", ""),
        ("no_proxy", ""),
    ):
        monkeypatch.setenv(name, value)
    assert "look at the network, HTTP_PROXY, telegram.api_url" in (await bench.checks()).out
    monkeypatch.setenv("HTTP_PROXY", "http//127.0.0.1:3128")
    assert "wrong HTTP_PROXY is 'http//127.0.0.1:3128'" in (await bench.checks()).out


@pytest.mark.slow
async def test_when_telegram_asks_to_wait_a_little_it_is_asked_again(bench: Bench) -> None:
    await bench.playground.fails("too_many", methods=("sendChatAction",), retry_after=1)
    ended = await bench.checks()
    assert ended.code == 0
    assert "3 of 3 people" in ended.out


@pytest.mark.slow
async def test_a_broken_database_does_not_keep_telegram_from_being_checked(bench: Bench) -> None:
    ended = await bench.checks(url=f"sqlite:///{bench.folder}/none.db")
    assert ended.code == 1
    assert "wrong There is no database" in ended.out
    assert "may post in the channel" in ended.out
    assert ended.out.endswith("1 thing is wrong.\n")


def test_without_secrets_the_file_alone_is_checked_and_that_is_no_check(config: Path) -> None:
    ended = dabyl("check", config=config, **{KEY: None, TOKEN: None})
    assert ended.code == 2
    assert f"?     {KEY} is not set" in ended.out
    assert f"?     {TOKEN} is not set" in ended.out
    assert "note  organisation.hotline" in ended.out
    assert "Only the file was looked at" in ended.err


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_an_installation_that_reads_all_words_at_each_start_is_told_with_who_types_what(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "not_kept", {"names"})
    told = dabyl("check", config=config, **{KEY: None, TOKEN: None}).out
    assert "each start and command takes seconds longer. As " in told
    assert "python -P -m core.resources" in told.replace("python3", "python")
    monkeypatch.setattr(check, "not_kept", set())
    assert "core.resources" not in dabyl("check", config=config, **{KEY: None, TOKEN: None}).out


@pytest.mark.slow
@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_it_speaks_the_language_of_the_terminal_and_to_programs_english(
    bench: Bench, language: str
) -> None:
    english = (await bench.checks()).out.splitlines()
    said = await bench.checks({"DABYL_LANGUAGE": language})
    words, lines = load_words(), said.out.splitlines()
    assert (said.code, len(lines)) == (0, len(english))
    assert lines[-1] == words.say(language, "checked-verdict-well")
    assert f"{words.say(language, 'checked-mark-note'):<6}" in said.out
    alike = {line for line in lines if line in english}
    assert alike == set()
    document = await beside("check", "--json", config=bench.configure(), DABYL_LANGUAGE=language)
    assert json.loads(document.out)["verdict"] in english[-1]
    marks = {finding["mark"] for finding in json.loads(document.out)["findings"]}
    assert marks == {"ok", "note"}


@pytest.mark.parametrize(("mode", "told"), [(0o644, True), (0o640, False), (0o600, False)])
def test_a_key_that_everybody_on_the_machine_can_read_is_told(
    config: Path, tmp_path: Path, mode: int, told: bool
) -> None:
    (tmp_path / "key").write_text(KEY_VALUE)
    (tmp_path / "key").chmod(mode)
    ended = dabyl("check", config=config, **{KEY: None, f"{KEY}_FILE": str(tmp_path / "key"), TOKEN: None})
    assert (f"note  {KEY}_FILE: every user of this machine can read" in ended.out) is told


@pytest.mark.slow
def test_it_is_not_well_while_nobody_can_be_asked(config: Path, tmp_path: Path) -> None:
    ended = dabyl("check", config=config, **{TOKEN: None})
    assert ended.code == 1
    assert "wrong roster: no lawyer can be asked, because none is on it" in ended.out
    for part in ("no coordinator", "nobody is on the escalation list"):
        assert f"note  roster: {part}" in ended.out
    off_duty = [",".join(NEEDED), "11,lawyer,Made-up Alma,ru,Алматы,no,,no"]
    (tmp_path / "roster.csv").write_text("\n".join(off_duty), encoding="utf-8")
    assert dabyl("roster", "import", tmp_path / "roster.csv", config=config).code == 0
    ended = dabyl("check", config=config, **{TOKEN: None})
    assert ended.code == 1
    assert "wrong roster: nobody can be asked, because no lawyer is on duty" in ended.out
    off_duty[1] = "11,lawyer,Made-up Alma,ru,Алматы,no,+77000000001,yes"
    (tmp_path / "roster.csv").write_text("\n".join(off_duty), encoding="utf-8")
    assert dabyl("roster", "import", tmp_path / "roster.csv", config=config).code == 0
    ended = dabyl("check", config=config, **{TOKEN: None})
    assert ended.code == 0
    assert "note  roster: no lawyer is on duty" in ended.out


@pytest.mark.slow
def test_a_program_reads_the_findings_and_a_timer_only_what_is_wrong(config: Path, tmp_path: Path) -> None:
    peopled(config, tmp_path)
    ended = dabyl("check", "--json", config=config, **{TOKEN: None})
    found = json.loads(ended.out)
    assert (ended.code, found["wrong"], found["not looked at"]) == (0, 0, 1)
    assert {"mark": "ok", "text": "The configuration is valid."} in found["findings"]
    for words in (("check", "-q"), ("-q", "check")):
        quiet = dabyl(*words, config=config, **{TOKEN: None})
        assert "ok " not in quiet.out
        assert "note " not in quiet.out
        assert quiet.out.startswith(f"?     {TOKEN} is not set")


def peopled(config: Path, folder: Path) -> None:
    """A lawyer and a coordinator on the roster."""
    (folder / "roster.csv").write_text("\n".join(ROSTER), encoding="utf-8")
    assert dabyl("roster", "import", folder / "roster.csv", config=config).code == 0


@pytest.mark.slow
async def test_it_tells_what_the_watchman_would_find_and_knows_since_when_the_bot_is_away(
    config: Path, storage_url: str, tmp_path: Path
) -> None:
    await asyncio.to_thread(peopled, config, tmp_path)

    def hours_ago(hours: float) -> datetime:
        return datetime.now(UTC) - timedelta(hours=hours)

    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.write(hours_ago(0)) as tx:
        tx.boots.add(Run(1, hours_ago(6), hours_ago(3)))
        tx.timers.put(Timer("digest:made-up", "digest", hours_ago(2)))  # came due when nobody was there
    ended = await beside("check", config=config, **{TOKEN: None})
    assert ended.code == 0
    async with database.write(hours_ago(0)) as tx:
        tx.timers.put(Timer("forget:1", "forget", hours_ago(4)))  # came due when somebody was
    await database.close()
    ended = await beside("check", config=config, **{TOKEN: None})
    assert ended.code == 1
    assert "wrong Watchman: timers that are due and do not run: 1 (forget:1). Since: " in ended.out


@pytest.mark.slow
async def test_a_bot_that_runs_well_is_not_blamed(bench: Bench, storage_url: str) -> None:
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.write(datetime.now(UTC)) as tx:
        tx.boots.add(Run(1, datetime.now(UTC), datetime.now(UTC)))
        tx.timers.put(Timer("digest:made-up", "digest", datetime.now(UTC) + timedelta(hours=9)))
    await database.close()
    assert (await bench.checks()).code == 0


def test_a_disk_that_is_nearly_full_is_wrong_before_nothing_can_be_written(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text(config.read_text().replace("[storage]", f'[storage]\nfiles = "{tmp_path}/files"'))
    full = f"wrong The disk with {tmp_path}/files is nearly full (12 MB are free)"
    assert "nearly full" not in dabyl("check", config=config, **{TOKEN: None}).out
    monkeypatch.setattr(check, "disk_usage", lambda _: SimpleNamespace(free=12_345_678))
    ended = dabyl("check", config=config, **{TOKEN: None})
    assert (ended.code, full in ended.out) == (1, True), ended.out


@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.parametrize("below", ["", "/files"])
def test_a_folder_of_files_that_run_would_refuse_is_wrong(config: Path, tmp_path: Path, below: str) -> None:
    peopled(config, tmp_path)
    (tmp_path / "afile").touch()
    config.write_text(f'{config.read_text()}files = "{tmp_path}/afile{below}"\n')
    ended = dabyl("check", config=config, **{TOKEN: None})
    assert f"wrong {tmp_path}/afile is no folder, so dabyl run would not start" in ended.out
    assert "made by dabyl run" not in ended.out
    assert "cannot be written" in dabyl("run", config=config).err


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_the_folder_of_backups_is_looked_at(config: Path, tmp_path: Path) -> None:
    peopled(config, tmp_path)
    config.write_text(f'{config.read_text()}[backup]\nfolder = "{tmp_path}/backups"\n')
    ended = dabyl("check", config=config, **{TOKEN: None})
    assert (ended.code, f"wrong backup.folder names {tmp_path}/backups, and there is no" in ended.out) == (
        1,
        True,
    )
    assert (
        f"there is no folder {tmp_path}/backups that can be read" in dabyl("keys", "list", config=config).err
    )
    (tmp_path / "backups").mkdir()
    ended = dabyl("check", config=config, **{TOKEN: None})
    assert (ended.code, f"note  No backup lies in {tmp_path}/backups" in ended.out) == (0, True)
    dabyl("backup", config=config)
    assert (
        f"ok    Backups lie in {tmp_path}/backups, the newest of 2"
        in dabyl("check", config=config, **{TOKEN: None}).out
    )


@pytest.mark.slow
async def test_a_kept_file_that_is_gone_or_cut_off_is_named(bench: Bench, storage_url: str) -> None:
    place = bench.folder / "files"
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE), files=place)
    assert database.folder is not None
    database.folder.prepare()
    for number in (30, 31, 32):
        writing = database.folder.write(number, bytes(32))
        writing.write(b"made-up")
        writing.finish()
    async with database.write(datetime.now(UTC)) as tx:
        tx.addresses.add(address(9, b"9"))
        for number in (30, 31, 32):
            row = replace(SAMPLES["files"], id=number, address_id=9, state=FileState.KEPT, size=7)
            tx.files.add(row)
        tx.files.add(replace(SAMPLES["files"], address_id=9))  # left with Telegram
    assert (await bench.checks()).code == 0
    database.folder.remove(30)
    cut = place / database.folder.name(32)
    cut.write_bytes(cut.read_bytes()[:-1])
    await database.close()
    ended = await bench.checks()
    assert ended.code == 1
    assert f"wrong 2 files that people sent are missing in {place}, or cut off (30, 32)" in ended.out


def test_with_postgresql_a_folder_must_be_named_or_nothing_is_copied(
    config: Path, dialect: str, tmp_path: Path
) -> None:
    peopled(config, tmp_path)
    ended = dabyl("check", config=config, **{TOKEN: None})
    assert ended.code == 0
    assert ("note  storage.files: with PostgreSQL" in ended.out) == (dialect == "postgres")


async def test_rows_of_the_law_that_nobody_has_signed_are_told(bench: Bench) -> None:
    ended = await bench.checks()
    assert ended.code == 0
    assert "note  law: 29 of 29 rows are unverified (administrative-detention, " in ended.out
    assert "/law; docs/law/jurisdiction.md" in ended.out


@pytest.mark.slow
async def test_what_was_settled_in_a_chat_is_not_missing_in_the_file(bench: Bench) -> None:
    moment, chat = datetime.now(UTC), str(bench.channel.chat_id)
    database = await Database.open(bench.storage_url, Keyring.parse(KEY_VALUE))
    async with database.write(moment) as tx:
        tx.told_channels.add(ToldChannel(tx.new_id(), chat, "Made-up channel", moment, chosen_at=moment))
        settled = replace(ADMINISTRATOR, address_id=(await addresses.of_chat(tx, "10")).id, created_at=moment)
        tx.members.add(settled)
    await database.close()
    text = bench.configure(channel="").read_text("utf-8").replace("[10]", "[]")
    ended = await beside("check", config=written(bench.folder, text))
    assert f"may post in the channel {chat}" in ended.said
    assert "telegram.administrators" not in ended.said
    assert "telegram.channel" not in ended.said


@pytest.mark.slow
async def test_who_is_at_signal_is_asked_about_there_and_not_at_telegram(bench: Bench) -> None:
    async with daemon_at_signal(RealClock()) as daemon:
        there, gone, new_phone = (daemon.signal.add(f"Made-Up {name}") for name in ("Alma", "Igor", "Olga"))
        gone.registered = False
        daemon.signal.reinstalls(new_phone)
        database = await Database.open(bench.storage_url, Keyring.parse(KEY_VALUE))
        async with database.write(datetime.now(UTC)) as tx:
            (alma,) = [one for one in await tx.members.select() if one.name == "Made-up Alma"]
            other = await addresses.of_chat(tx, there.id, messenger="signal")
            tx.members.put(replace(alma, other_id=other.id))  # she has both
            for number, person in enumerate((gone, new_phone), 81):
                at = await addresses.of_chat(tx, person.id, messenger="signal")
                tx.members.add(replace(ADMINISTRATOR, id=number, address_id=at.id, name=person.name))
        await database.close()
        text = bench.configure().read_text("utf-8")
        text += f'[signal]\nurl = "{daemon.url}"\naccount = "{OURS}"\nattachments = "{bench.folder}"\n'
        ended = await beside("check", config=written(bench.folder, text))
    assert ended.code == 1
    assert f"wrong administrator {gone.id} Made-Up Igor is not at Signal any more." in ended.out
    assert f"wrong administrator {new_phone.id} Made-Up Olga has another phone" in ended.out
    assert "1 of 3 people can be reached by Signal" in ended.out
    assert "3 of 3 people can be reached.\n" in ended.out
    assert there.texts() == []
