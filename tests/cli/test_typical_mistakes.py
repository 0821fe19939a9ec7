"""Twenty-eight mistakes that technicians make on the first evening: each answer says what to do next."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.config.settings import KEY, TOKEN
from storage.sealing import new_key
from tests.cli.command import Ended, dabyl, written
from tests.cli.conftest import closed_port
from tests.project.tree import ROOT

NO_SECRETS: dict[str, str | None] = {KEY: None, TOKEN: None}

# What stands in the file → what the answer names.
FILES = {
    "an offset as zone": ('[organisation]\nzone = "GMT+5"', "Asia/Almaty"),
    "a zone with a slip": ('[organisation]\nzone = "Asia/Almata"', "did you mean Asia/Almaty?"),
    "a setting with a slip": ('[organisation]\nhotlin = "112"', "did you mean organisation.hotline?"),
    "a setting in another table": ('[digest]\nhotline = "112"', "did you mean organisation.hotline?"),
    "the token in the file": ('[telegram]\ntoken = "1:a"', "secrets are set as DABYL_TELEGRAM_TOKEN"),
    "half a number": ('[organisation]\nhotline = "8 727"', "too short or too long to be dialled"),
    "half a number with the country": ('[organisation]\nhotline = "7 727"', "too short or too long"),
    "a channel by its title": (
        '[telegram]\nchannel = "news"',
        "expected @name of a channel, its id such as -100",
    ),
    "a time that is none": ('[digest]\ntime = "25:00"', 'expected a local time such as "20:00"'),
    "a quote that is not closed": ('[organisation]\nname = "Bureau', "expected TOML"),
    "a number in quotes": ('[telegram]\nadministrators = ["10"]', "expected a whole number, without quotes"),
    "a file as URL": ('[storage]\nurl = "dabyl.db"', "expected sqlite:///FILE"),
    "an address with the token": (
        '[telegram]\napi_url = "https://api.telegram.org/bot1"',
        "such as https://api.telegram.org, without /bot and token",
    ),
}


@pytest.mark.parametrize(("text", "next_act"), FILES.values(), ids=list(FILES))
def test_of_the_file(text: str, next_act: str, tmp_path: Path) -> None:
    assert next_act in dabyl("check", config=written(tmp_path, text), **NO_SECRETS).said


ROSTER = "telegram_id,role,name,languages,cities,on_duty,phone,escalation"
LINES = {
    "a role with a slip": (
        "11,lawer,Alma,ru,Алматы,yes,,no",
        "expected lawyer, coordinator or administrator",
    ),
    "a city that nobody knows": ("11,lawyer,Alma,ru,Атлантида,yes,,no", "expected places of the country"),
    "a name for an id": ("@alma,lawyer,Alma,ru,Алматы,yes,,no", "expected the number that /id tells"),
    "a phone without its end": ("11,lawyer,Alma,ru,Алматы,yes,8 727,no", "such as +7 700 000 00 01"),
}


@pytest.mark.parametrize(("line", "next_act"), LINES.values(), ids=list(LINES))
@pytest.mark.parametrize("dialect", ["sqlite"])
def test_of_the_roster(line: str, next_act: str, config: Path, tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text(f"{ROSTER}\n{line}\n")
    ended = dabyl("roster", "import", tmp_path / "roster.csv", config=config)
    assert (ended.code, next_act in ended.err) == (2, True), ended.said


ENGLISH = re.compile(r"expected|did you mean|mistake|no such|imported|\bis\b|\bline\b|there are")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_is_wrong_in_a_file_is_said_in_the_language_of_the_terminal(
    language: str, tmp_path: Path
) -> None:
    """No sentence that begins in one language and ends in another."""
    speaks = {**NO_SECRETS, "DABYL_LANGUAGE": language}
    for name, (text, _) in FILES.items():
        said = dabyl("check", config=written(tmp_path, text), **speaks).said
        told = said.partition("DABYL_KEY_FILE")[0].partition("TOML: ")[
            0
        ]  # what tomllib says of its line is English
        assert ENGLISH.findall(told) == [], (name, said)


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("dialect", ["sqlite"])
def test_what_is_wrong_in_a_roster_is_said_in_the_language_of_the_terminal(
    language: str, config: Path, tmp_path: Path
) -> None:
    for name, (line, _) in LINES.items():
        (tmp_path / "roster.csv").write_text(f"{ROSTER}\n{line}\n")
        ended = dabyl("roster", "import", tmp_path / "roster.csv", config=config, DABYL_LANGUAGE=language)
        assert (ended.code, ENGLISH.findall(ended.said)) == (2, []), (name, ended.said)


def _closed(config: Path) -> Ended:
    config.parent.chmod(0o500)
    try:
        with pytest.MonkeyPatch.context() as patch:  # root may everything
            patch.setattr(os, "access", lambda path, mode: Path(path) != config.parent)
            return dabyl("check", config=config, **{TOKEN: None})
    finally:
        config.parent.chmod(0o700)


def _foreign(config: Path) -> Ended:
    file = config.parent / "dabyl.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "access", lambda path, mode: Path(path) != file)
        patch.setattr(os, "geteuid", lambda: 4_000_000)
        return dabyl("check", config=config, **{TOKEN: None})


def _no_folder(config: Path) -> Ended:
    config.write_text('[storage]\nurl = "sqlite:////nowhere/dabyl.db"\n')
    return dabyl("migrate", config=config)


def _no_database(config: Path) -> Ended:
    (config.parent / "dabyl.db").unlink()
    return dabyl("check", config=config, **{TOKEN: None})


def _garbage(config: Path) -> Ended:
    (config.parent / "dabyl.db").write_bytes(b"a letter" * 1000)
    return dabyl("check", config=config, **{TOKEN: None})


def _another_key(config: Path) -> Ended:
    dabyl("roster", "import", ROOT / "roster.example.csv", config=config)
    ended = dabyl("check", config=config, **{KEY: new_key(), TOKEN: None})
    assert "nobody is told when the bot is in trouble" not in ended.said  # whether it is so nobody knows yet
    assert "Until then dabyl run does not start" in ended.said
    return ended


def _nobody_answers(config: Path) -> Ended:
    return dabyl(
        "check", config=written(config.parent, f'[telegram]\napi_url = "http://127.0.0.1:{closed_port()}"')
    )


def _two_keys(config: Path) -> Ended:
    (config.parent / "key").write_text(new_key())
    return dabyl("check", config=config, **{f"{KEY}_FILE": str(config.parent / "key")})


def _backed_up_nowhere(config: Path) -> Ended:
    return dabyl("backup", "--to", config.parent / "nowhere", config=config)


def _no_backup(config: Path) -> Ended:
    return dabyl("restore", "--try", config, config=config)


def _misspelt(config: Path) -> Ended:
    return dabyl("chek")


WAYS: dict[str, tuple[Callable[[Path], Ended], str]] = {
    "a folder that is closed to its owner": (_closed, "its mode 500 forbids it. Type: chmod u+rwx "),
    "a database of root": (_foreign, "Type: sudo chown "),
    "a folder that is not there": (_no_folder, "Type: mkdir -p /nowhere"),
    "no database": (_no_database, "Run `dabyl migrate`"),
    "another file as database": (_garbage, "correct storage.url"),
    "another key": (_another_key, "Set DABYL_KEY to the key that was used"),
    "a closed port": (
        _nobody_answers,
        "is the network up, does a firewall stand in between? (network: Client",
    ),
    "a key from two places": (_two_keys, "expected one source, found DABYL_KEY, DABYL_KEY_FILE"),
    "a backup to nowhere": (_backed_up_nowhere, "Make it, readable by this user alone"),
    "a file that is no backup": (_no_backup, "is no backup of this program"),
    "a command with a slip": (_misspelt, "Did you mean 'check'?"),
}


@pytest.mark.parametrize(("act", "next_act"), WAYS.values(), ids=list(WAYS))
@pytest.mark.parametrize("dialect", ["sqlite"])
def test_of_the_machine(act: Callable[[Path], Ended], next_act: str, config: Path) -> None:
    ended = act(config)
    assert ended.code != 0
    assert next_act in ended.said


def test_there_are_as_many_as_were_promised() -> None:
    assert len(FILES) + len(LINES) + len(WAYS) == 28
