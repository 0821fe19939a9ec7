"""dabyl emergency: the card of docs/run/security.md, each line of it played on the local Bot API server."""

import re
from pathlib import Path

import httpx
import pytest

from bot.cli import check
from bot.config.settings import KEY, SUCCESSOR, TOKEN
from tests.cli.command import Ended, beside, dabyl
from tests.project.tree import ROOT
from tests.stories import webhook
from tests.world.world import TOKEN as FIRST
from tests.world.world import World

pytestmark = pytest.mark.parametrize(
    "dialect", ["sqlite"], indirect=True
)  # steps and notices are rows like others
NEW = "424242:a-new-token-of-the-same-bot"
SECOND = "535353:the-token-of-the-second-bot"
NAME = "second_playground_bot"
SILENT = "We cannot answer you here at the moment"


@pytest.fixture
async def ours(world: World, tmp_path: Path) -> World:
    """Its token in a file, and a second bot kept warm."""
    (tmp_path / "token").write_text(f"{FIRST}\n")
    (tmp_path / "token").chmod(0o600)
    config = world.folder / "config.toml"
    config.write_text(config.read_text().replace("[telegram]", f'[telegram]\nsuccessor = "@{NAME}"'))
    world.server.api.keep_warm(SECOND, NAME)
    del world._environ[TOKEN]
    world._environ |= {f"{TOKEN}_FILE": str(tmp_path / "token"), SUCCESSOR: SECOND}
    await world.restart()
    return world


def token_of(world: World) -> str:
    """As it stands in its file."""
    return Path(world._environ[f"{TOKEN}_FILE"]).read_text().strip()


def put_token(world: World, token: str) -> None:
    """By hand."""
    Path(world._environ[f"{TOKEN}_FILE"]).write_text(token)


async def does(world: World, *words: object, typed: str | None = None, **secrets: str) -> Ended:
    """A command of the technician on the same machine."""
    environ: dict[str, str | None] = {
        **secrets,
        TOKEN: None,
        KEY: world._environ[KEY],
        f"{TOKEN}_FILE": world._environ[f"{TOKEN}_FILE"],
    }
    config = world.folder / "config.toml"
    return await beside(*words, config=config, typed=typed, **environ, **{SUCCESSOR: SECOND})


@pytest.mark.slow
async def test_a_token_in_other_hands(ours: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "_look_at_papers", lambda *_: None)  # seconds, and nothing about this
    rita = await ours.person("Rita", "en")
    await rita.starts()
    await ours.settle()
    async with httpx.AsyncClient() as theirs:
        url = f"{ours.server.url}/bot{FIRST}/setWebhook"
        assert (await theirs.get(url, params={"url": "http://127.0.0.1:9/theirs"})).is_success
    ended = await does(ours, "emergency", "token", typed=f"{NEW}\n")
    assert ended.code == 2  # the old one was not revoked, so nobody knows the new one
    assert "Updates went to 127.0.0.1" in ended.out
    assert "Telegram does not know this token" in ended.err
    await ours.goes_on(seconds=15)  # its polls were refused
    await rita.writes("Police took Made-Up Marat in Almaty an hour ago")
    await ours.goes_on(seconds=5)
    await rita.expects(SILENT, "Hotline")

    ours.server.api.revoke(NEW)
    ended = await does(ours, "emergency", "token", typed=f"{NEW}\n")
    assert ended.code == 0, ended.said
    assert "dead already" in ended.out
    assert "STILL WORKS" not in ended.err
    assert NEW not in ended.said
    assert token_of(ours) == NEW
    await ours.restart()
    stands = await does(ours, "status")
    assert (stands.code, "needs you   silence, since" in stands.out) == (1, True), stands.said
    assert (await does(ours, "status", "--alive")).code == 0
    assert "dabyl emergency resume" in dabyl("explain", "silence").out
    looked = (await does(ours, "check")).out
    assert "wrong Silence since" in looked  # so that check -q in a timer is not quiet
    assert f"The second bot is there: @{NAME}" in looked
    ended = await does(ours, "emergency", "resume")
    assert re.search(r"[1-9]\d* messages leave", ended.out)
    await ours.fast_forward(seconds=6)
    await rita.expects("Hotline", f"@{NAME}")
    assert re.findall("silence|token", (await does(ours, "emergency", "steps")).out) == ["silence", "token"]


@pytest.mark.slow
async def test_our_own_webhook_is_nobody_elses(ours: World) -> None:
    async with httpx.AsyncClient() as client:
        url = f"{ours.server.url}/bot{FIRST}/setWebhook"
        assert (await client.get(url, params={"url": webhook.ADDRESS})).is_success
    config = ours.folder / "config.toml"
    config.write_text(f"{config.read_text()}{webhook.CONFIG}")
    ended = await does(ours, "emergency", "token", typed="hunter2\n", **webhook.POLLED)
    assert "Silence" in ended.out
    assert "Updates went" not in ended.out
    assert ours.server.receiving.webhook is None


@pytest.mark.slow
async def test_a_logged_out_token_is_of_no_use_to_anybody(ours: World) -> None:
    ended = await does(ours, "emergency", "token", "--log-out", typed="hunter2\n")
    assert "Nobody can use the token for ten minutes" in ended.out
    assert "not a new token of the same bot" in ended.err
    assert "hunter2" not in ended.said
    assert ours.server.api.logged_out


@pytest.mark.slow
async def test_broken_off_at_the_new_token_it_says_that_the_silence_lasts(ours: World) -> None:
    ended = await does(ours, "emergency", "token", typed="")
    assert ended.code == 1
    assert "No new token was given, and nothing was written. The silence lasts" in ended.err
    assert "dabyl emergency resume" in ended.err
    assert token_of(ours) == FIRST


@pytest.mark.slow
async def test_a_members_phone_in_other_hands(ours: World) -> None:
    marat = await ours.member("Marat", languages=("en",))
    olga = await ours.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    rita = await ours.person("Rita", "en")
    await rita.writes("Police took Made-Up Dana in Almaty an hour ago")
    await ours.settle()
    await marat.taps("I'll take it")
    await ours.settle()
    assert (await does(ours, "emergency", "phone", "Nobody")).code == 2
    ended = await does(ours, "emergency", "phone", "Marat")
    assert ended.code == 0, ended.said
    assert "The bot empties it now" in ended.out  # which it has not yet
    assert "Coordinators are told to ring" in ended.out
    assert "IS LEFT" not in ended.said
    await ours.fast_forward(seconds=6)
    await olga.expects("The phone of Marat is in other hands")
    await marat.expects_nothing("Dana")


@pytest.mark.slow
def test_where_no_bot_runs_or_there_is_silence_nothing_is_said_to_happen_now(config: Path) -> None:
    dabyl("roster", "import", ROOT / "roster.example.csv", config=config)
    assert "Silence from now on" in dabyl("emergency", "silence", config=config).out
    ended = dabyl("emergency", "phone", "1000001", config=config)
    assert "No bot runs on this database" in ended.out
    assert "There is silence: coordinators are told when it ends" in ended.out
    assert "leave when the bot starts" in dabyl("emergency", "resume", config=config).out


@pytest.mark.parametrize("role", ["administrator", "coordinator"])
async def test_of_the_last_one_in_a_role_it_is_said_that_nobody_is_left(ours: World, role: str) -> None:
    config = ours.folder / "config.toml"
    config.write_text(config.read_text().replace("administrators = [900]", "administrators = []"))
    if role == "administrator":
        await ours.member("Olga", role="coordinator")
    await ours.member("Timur", role=role)
    await ours.member("Vera", role=role)
    assert "IS LEFT" not in (await does(ours, "emergency", "phone", "Timur")).said
    ended = await does(ours, "emergency", "phone", "Vera")
    assert (ended.code, f"NO {role.upper()} IS LEFT" in ended.err) == (0, True), ended.said
    assert ("Coordinators are told to ring" in ended.out) == (role == "administrator")


def test_a_phone_that_is_back_does_not_bring_the_membership_back(config: Path) -> None:
    dabyl("roster", "import", ROOT / "roster.example.csv", config=config)
    dabyl("emergency", "phone", "1000001", config=config)
    ended = dabyl("roster", "unhide", "1000001", config=config)
    assert (ended.code, "Alerts go" in ended.out) == (0, False)
    assert "dabyl roster import" in ended.out


@pytest.mark.slow
async def test_the_bot_is_gone_and_the_second_one_takes_its_place(ours: World) -> None:
    marat = await ours.member("Marat", languages=("en",))
    rita = await ours.person("Rita", "en")
    await rita.writes("Police took Made-Up Dana in Almaty an hour ago")
    await ours.settle()
    await marat.taps("I'll take it")
    assert (await does(ours, "emergency", "announce")).code == 0
    await ours.fast_forward(seconds=6)
    await marat.expects(f"@{NAME}")
    assert "Marat" in (await does(ours, "emergency", "receipts")).out
    await marat.taps("I have opened it")
    await ours.settle()
    assert "nobody" in (await does(ours, "emergency", "receipts")).out

    assert "already runs" in (await does(ours, "emergency", "succeed", "--yes")).err
    await ours.crash()
    ended = await does(ours, "emergency", "succeed", typed="y\n")
    assert ended.code == 0, ended.said
    assert f"t.me/{NAME}?start=here" in ended.out
    assert token_of(ours) == SECOND
    put_token(ours, FIRST)
    ended = await does(ours, "run")  # the first bot comes back to nothing of its own
    assert (ended.code, "the bot 535353, and the token is that of the bot 424242" in ended.err) == (2, True)
    put_token(ours, SECOND)
    ours.server.api.revoke(SECOND)
    await ours.start_bot()
    await ours.settle()
    assert "Marat" in (await does(ours, "emergency", "receipts")).out
    await marat.starts("here")
    await ours.settle()
    await marat.expects("This bot writes to you from now on")
    assert "Marat" not in (await does(ours, "emergency", "receipts")).out


@pytest.mark.slow
async def test_a_token_that_its_file_does_not_take_is_left_to_the_technician_and_all_else_is_done(
    ours: World,
) -> None:
    in_the_way = Path(ours._environ[f"{TOKEN}_FILE"]).with_name(".token.part")
    in_the_way.mkdir()
    await ours.crash()
    ended = await does(ours, "emergency", "succeed", "--yes")
    assert ended.code == 1
    assert "could not be written" in ended.err
    assert "Put its token there by hand" in ended.err
    assert "make this one an administrator" in ended.out
    assert token_of(ours) == FIRST


@pytest.mark.slow
async def test_a_second_bot_that_is_not_there_is_announced_to_nobody(ours: World) -> None:
    ours.server.api.keep_warm(SECOND, "somebody_elses_bot")
    ended = await does(ours, "emergency", "announce")
    assert ended.code == 1
    assert "Nobody was told: the token" in ended.err
    assert "is that of @somebody_elses_bot" in ended.err
    assert "Nothing was changed" in (await does(ours, "emergency", "succeed", "--yes")).err
    for _ in range(3):  # the bot asks ten minutes after its start, and then every week
        await ours.fast_forward(minutes=6)
    await ours.administrator.expects("The second bot is not ready", "somebody_elses_bot")


@pytest.mark.parametrize(
    ("language", "begun", "over"),
    [("ru", "С этой минуты тишина", "Тишина снята"), ("kk", "Осы сәттен тыныштық", "Тыныштық алынды")],
)
def test_the_steps_speak_the_language_of_the_terminal(
    language: str, begun: str, over: str, config: Path
) -> None:
    """At night, with the token in other hands, nobody reads a second language."""
    speaks = {"DABYL_LANGUAGE": language}
    dabyl("roster", "import", ROOT / "roster.example.csv", config=config, **speaks)
    acts = (("silence",), ("silence",), ("phone", "1000001"), ("resume",), ("resume",))
    said = [dabyl("emergency", *act, config=config, **speaks).said for act in acts]
    assert begun in said[0]
    assert over in said[3]
    commands = re.compile(r"dabyl [a-z ]+|organisation\.hotline|UTC|[A-Z]?\d[\w-]*")
    assert [re.findall(r"[A-Za-z]{3,}", commands.sub("", words)) for words in said] == [[]] * len(acts)
