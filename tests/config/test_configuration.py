"""The configuration file: what is right loads, and what is wrong is told at once, by key, value and expectation."""

from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.config.settings import HEARTBEAT, KEY, TOKEN, BadConfiguration, Settings, advice, load
from core.alerting.policy import DEFAULT_STEPS, AskedGroup, HoursOfDay, Policy, PolicyPlan, PolicyStep
from core.forgetting.retention_terms import RetentionTerms
from core.sending.pace import SendingLimits

TOKEN_VALUE = "100200:abcdefghijklmnopqrstuvwxyzABCDEFGHI"
ENVIRON = {TOKEN: TOKEN_VALUE, KEY: "11" * 32, HEARTBEAT: "https://example.org/made-up"}

Load = Callable[[str], Settings]


@pytest.fixture
def load_text(tmp_path: Path) -> Load:
    """Loads a configuration from its text."""

    def load_it(text: str) -> Settings:
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return load(path, ENVIRON)

    return load_it


def mistakes(load_text: Load, text: str) -> list[str]:
    with pytest.raises(BadConfiguration) as caught:
        load_text(text)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_an_empty_file_gives_the_defaults(load_text: Load) -> None:
    settings = load_text("")
    assert settings.digest.time == time(20, 0)
    assert settings.escalation.policy() == Policy(DEFAULT_STEPS)
    assert settings.limits.limits() == SendingLimits()
    assert settings.retention.terms() == RetentionTerms()


def test_what_is_set_is_what_is_used(load_text: Load) -> None:
    settings = load_text(
        """
        [organisation]
        zone = "Asia/Aqtau"
        hotline = "+7 700 000 00 01"
        [telegram]
        api_url = "http://127.0.0.1:8081/"
        channel = -1001234567890
        administrators = [1, 2]
        [digest]
        time = 07:30:00
        [escalation]
        first_action_minutes = 0.5
        [[escalation.steps]]
        ask = "coordinators"
        at_once = 2
        wait_minutes = 1.5
        [limits]
        per_second = 1000
        """
    )
    assert str(settings.organisation.zone) == "Asia/Aqtau"
    assert settings.telegram.api_url == "http://127.0.0.1:8081"
    assert settings.telegram.channel == "-1001234567890"
    assert settings.telegram.administrators == (1, 2)
    assert settings.digest.time == time(7, 30)
    step = PolicyStep(AskedGroup.COORDINATORS, at_once=2, wait=timedelta(seconds=90))
    assert settings.escalation.policy() == Policy((step,), first_action=timedelta(seconds=30))
    assert settings.limits.limits() == SendingLimits(per_second=1000)


def test_all_mistakes_are_told_at_once(load_text: Load) -> None:
    found = mistakes(
        load_text,
        """
        [organisation]
        zone = "Asia/Almata"
        [telegram]
        administrators = [1, "two"]
        [digest]
        time = "25:00"
        [[escalation.steps]]
        ask = "region"
        at_once = 0
        wait_minutes = "5"
        """,
    )
    assert found == [
        "organisation.zone is 'Asia/Almata': expected an IANA time zone such as Asia/Almaty;"
        " did you mean Asia/Almaty?",
        "telegram.administrators no. 2 is 'two': expected a whole number, without quotes",
        "digest.time is '25:00': expected a local time such as \"20:00\"",
        "escalation.steps no. 1 at_once is 0: expected 1 or more",
        "escalation.steps no. 1 wait_minutes is '5': expected a number, without quotes",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("organisation = 5", "organisation is 5: expected a table of settings"),
        ('[organisation]\nname = ""', "organisation.name is '': expected one line of 1 to 80 characters"),
        ('[organisation]\njurisdiction = "../kz"', "expected one of the countries that the program has: "),
        ('[organisation]\nhotline = "call us"', "expected a phone number"),
        ('[organisation]\nlanguage = "de"', "expected 'kk', 'ru' or 'en'"),
        ("[organisation]\nzone = 6", "organisation.zone is 6: expected an IANA time zone"),
        ('[telegram]\napi_url = "api.telegram.org"', "expected a server's address"),
        ('[telegram]\napi_url = "http://[::1"', "expected a server's address"),
        ('[telegram]\nchannel = "news"', "expected @name of a channel"),
        ("[telegram]\nchannel = 5", "expected @name of a channel"),
        ("[telegram]\nchannel = true", "expected @name of a channel"),
        ("[telegram]\nadministrators = 5", "telegram.administrators is 5: expected a list [ ]"),
        ("[telegram]\nadministrators = [true]", "no. 1 is True: expected a whole number"),
        ("[telegram]\nadministrators = [1, 1]", "expected each id once, found twice: 1"),
        ("[telegram]\nadministrators = [-100]", "expected ids of people"),
        ('[storage]\nurl = "mysql://localhost/x"', "expected sqlite:///FILE"),
        ('[storage]\nurl = "sqlite+aiosqlite:///:memory:"', "what is stored must last"),
        ('[storage]\nurl = "postgresql://localhost"', "or postgresql://USER:PASSWORD@HOST/NAME"),
        ('[storage]\nurl = "a file"', "expected sqlite:///FILE"),
        ("[digest]\ntime = 20", "digest.time is 20: expected a local time"),
        ("[escalation]\nsteps = []", "escalation.steps is an empty list: expected at least 1"),
        ("[escalation]\nfirst_action_minutes = 0", "expected 0.01 or more"),
        ('[[escalation.steps]]\nask = "everybody"', "expected 'region', 'neighbours'"),
        ('[[escalation.steps]]\nask = "region"\nat_once = 1', "wait_minutes: expected, and missing"),
        ("[escalation]\nring_after_minutes = 0", "expected 0.01 or more"),
        ("[retention]\ndrafts_hours = 11", "retention.drafts_hours is 11: expected 12 or more"),
        ("[retention]\ndrafts_hours = 721", "expected 720 or less"),
        ('[quiet]\nhours = "22-8"', "quiet.hours is '22-8': expected local times such as \"22:00-07:00\""),
        ('[quiet]\nhours = "08:00-08:00"', "quiet.hours is '08:00-08:00': expected local times"),
        ("[quiet]\nhours = 22", "quiet.hours is 22: expected local times"),
        ("[limits]\nper_second = nan", "limits.per_second is nan: expected a number"),
        ("[limits]\nin_flight = 2\nreserved = 2", "limits.reserved is 2: expected fewer than in_flight"),
        ("[organisation\n", "the file: expected TOML: "),
        ("[digest]\n[digest]\n", "line 2"),
    ],
)
def test_a_mistake_says_what_is_expected(load_text: Load, text: str, told: str) -> None:
    assert told in "\n".join(mistakes(load_text, text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[organisation]\nhotlin = "1"', "no such setting; did you mean organisation.hotline?"),
        ('[telegram]\ntime = "20:00"', "no such setting; did you mean digest.time?"),
        ("[organization]", "no such setting; did you mean organisation?"),
        ("[[escalation.steps]]\ntims = 3", "no such setting; did you mean escalation.steps.times?"),
        ("[digest]\nzzz = 1", "no such setting; there are channels, partners, preview_minutes, time"),
    ],
)
def test_an_unknown_key_is_a_mistake_with_a_suggestion(load_text: Load, text: str, told: str) -> None:
    assert told in "\n".join(mistakes(load_text, text))


def test_a_secret_is_never_shown_wherever_it_was_written(load_text: Load) -> None:
    text = f"""
        [telegram]
        token = "{TOKEN_VALUE}"
        channel = "{TOKEN_VALUE}"
        api_url = "https://api.telegram.org/bot{TOKEN_VALUE}"
        [storage]
        url = "postgresql://dabyl:hunter2@localhost/dabyl"
        """
    told = "\n".join(mistakes(load_text, text))
    assert TOKEN_VALUE not in told
    assert "hunter2" not in told
    assert "never in this file" in told


def test_settings_do_not_print_their_secrets(load_text: Load) -> None:
    settings = load_text('[storage]\nurl = "postgresql+asyncpg://dabyl:hunter2@localhost/dabyl"')
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN_VALUE
    for text in (repr(settings), str(settings)):
        assert TOKEN_VALUE not in text
        assert "hunter2" not in text


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///dabyl.db",
        "sqlite+aiosqlite:////var/lib/dabyl/dabyl.db",
        "postgresql://dabyl:hunter2@localhost/dabyl",
        "postgresql+asyncpg://localhost:5433/dabyl",
    ],
)
def test_a_database_may_be_named_with_and_without_its_driver(load_text: Load, url: str) -> None:
    assert load_text(f'[storage]\nurl = "{url}"').storage.url == url


def test_a_byte_order_mark_is_no_mistake(load_text: Load) -> None:
    assert load_text('\ufeff[digest]\ntime = "21:00"\n').digest.time == time(21, 0)


def test_a_file_that_is_missing_or_no_text_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match=r"cannot be read: No such file .*dabyl example config"):
        load(tmp_path / "none.toml", ENVIRON)
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadConfiguration, match="expected UTF-8 text"):
        load(tmp_path / "config.toml", ENVIRON)


def test_advice_names_what_works_but_is_hardly_meant(load_text: Load) -> None:
    assert {m.key for m in advice(load_text(""))} == {
        "backup.folder",
        "organisation.hotline",
        "organisation.name",
        "telegram.administrators",
        "telegram.channel",
    }
    assert [m.key for m in advice(load_text(GOOD.format(channel="-1001234567890")))] == []
    (public,) = advice(load_text(GOOD.format(channel="@made_up_channel")))
    assert "everybody can read it" in public.expected


@pytest.mark.parametrize(
    ("hotline", "whole"),
    [
        ("8 727 000", False),
        ("+7 727 000", False),
        ("000 00 00", False),
        ("8 (727) 000-00-00", True),
        ("112", True),
        ("116 111", True),
        ("+996 312 000 000", True),
    ],
)
def test_a_hotline_that_nobody_can_dial_is_hardly_meant(load_text: Load, hotline: str, whole: bool) -> None:
    hints = advice(load_text(f'[organisation]\nhotline = "{hotline}"'))
    assert [m.key for m in hints].count("organisation.hotline") == (not whole)


def test_advice_says_so_when_nobody_outside_watches(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(GOOD.format(channel="-1001234567890"), encoding="utf-8")
    (hint,) = advice(load(path, {TOKEN: TOKEN_VALUE, KEY: "11" * 32}))
    assert str(hint).startswith("DABYL_HEARTBEAT_URL: not set: nobody is told when the machine")


GOOD = """
[organisation]
name = "Made-up bureau"
hotline = "+7 700 000 00 01"
[telegram]
channel = "{channel}"
administrators = [1]
[backup]
folder = "/var/backups/dabyl"
"""


@pytest.mark.parametrize(
    ("url", "noted"),
    [
        ("http://bots.example.org:8081", True),
        ("https://bots.example.org", False),
        ("http://127.0.0.1:8081", False),
        ("http://localhost:8081", False),
    ],
)
def test_plain_http_to_another_machine_is_noted(load_text: Load, url: str, noted: bool) -> None:
    settings = load_text(f'[telegram]\napi_url = "{url}"\n')
    assert any("plain http" in str(hint) for hint in advice(settings)) == noted


STEP = 'ask = "region"\nat_once = 1\nwait_minutes = 1'


def plan(text: str, name: str = "nights") -> str:
    """A plan with one step."""
    return f'[[escalation.plans]]\nname = "{name}"\n{text}\n[[escalation.plans.steps]]\n{STEP}\n'


def test_a_plan_has_its_regions_hours_and_steps(load_text: Load) -> None:
    text = plan('regions = ["almaty-city"]\nhours = "22:00-07:00"') + plan('hours = "12:00-13:00"', "noon")
    policy = load_text(text + "[quiet]\nhours = ''").escalation.policy()
    step = PolicyStep(AskedGroup.REGION, at_once=1, wait=timedelta(minutes=1))
    night, noon = HoursOfDay(time(22), time(7)), HoursOfDay(time(12), time(13))
    assert policy.plans == (
        PolicyPlan("nights", (step,), frozenset({"almaty-city"}), night),
        PolicyPlan("noon", (step,), frozenset(), noon),
    )
    assert load_text("[quiet]\nhours = ''").quiet.hours is None
    assert load_text("").quiet.hours == HoursOfDay(time(22), time(8))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (plan(""), "escalation.plans no. 1 hours: expected regions, hours or both"),
        (plan("regions = []"), "else it stands in place of escalation.steps"),
        (plan('hours = "late"'), "escalation.plans no. 1 hours is 'late': expected local times"),
        (
            plan('regions = ["mangistau-region"]'),
            "'mangistau-region' is not one; did you mean mangystau-region?",
        ),
        (plan('regions = ["?"]'), "'?' is not one; there are almaty-city, astana-city"),
        (plan('regions = ["almaty-city"]') * 2, "escalation.plans is a list: expected each name once"),
        (
            '[[escalation.plans]]\nname = "x"\nhours = "22:00-07:00"\nsteps = []',
            "escalation.plans no. 1 steps is an empty list: expected at least 1",
        ),
        (
            plan('hours = "22:00-07:00"').replace("at_once = 1", "at_once = 0"),
            "escalation.plans no. 1 steps no. 1 at_once is 0: expected 1 or more",
        ),
        (
            plan('hour = "22:00-07:00"\nregions = ["almaty-city"]'),
            "no such setting; did you mean escalation.plans.hours?",
        ),
    ],
)
def test_a_mistake_in_a_plan_is_told_by_its_number(load_text: Load, text: str, told: str) -> None:
    assert told in "\n".join(mistakes(load_text, text))


def test_mistakes_of_plans_are_told_beside_all_the_others(load_text: Load) -> None:
    text = plan('regions = ["almata"]\nhours = "25:00-26:00"') + "[limits]\nper_second = 0"
    assert len(mistakes(load_text, text)) == 3


def test_of_a_country_that_is_none_only_that_is_told(load_text: Load) -> None:
    text = '[organisation]\njurisdiction = "xx"\n' + plan('regions = ["almaty-city"]')
    assert [one.split(" is ")[0] for one in mistakes(load_text, text)] == ["organisation.jurisdiction"]
