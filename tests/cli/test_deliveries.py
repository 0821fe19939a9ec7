"""What ``dabyl check`` says of a webhook: of each thing that a proxy does wrong, what to do about it."""

from datetime import timedelta

import pytest

from bot.cli.check_telegram import MEANINGS, look_at_deliveries
from bot.cli.report import Report
from bot.config.settings import WEBHOOK
from bot.messengers.messenger import Delivery
from tests.cli.command import beside
from tests.cli.test_check import Bench, bench
from tests.storage.samples import NOW
from tests.stories.webhook import ADDRESS, CONFIG, SECRET

__all__ = ["bench"]


def told(capsys: pytest.CaptureFixture[str], state: Delivery, address: str = ADDRESS) -> str:
    look_at_deliveries(state, address, NOW, Report())
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("error", "means"),
    [
        (
            "Wrong response from the webhook: 401 Unauthorized",
            "strips the header X-Telegram-Bot-Api-Secret-Token",
        ),
        ("Wrong response from the webhook: 403 Forbidden", "is not DABYL_WEBHOOK_SECRET"),
        ("Wrong response from the webhook: 404 Not Found", "does not pass on the end of the path"),
        ("Wrong response from the webhook: 502 Bad Gateway", "does not reach webhook.listen"),
        ("Wrong response from the webhook: 301 Moved Permanently", "the address redirects"),
        ("SSL error {error:0A000086:SSL routines::certificate verify failed}", "the certificate"),
        ("Failed to resolve host: Name or service not known", "the name in webhook.url is not known"),
        ("Connection refused", "nothing answers"),
        ("something new", "see the log of the proxy"),
    ],
)
def test_a_failed_delivery_says_what_is_between(
    error: str, means: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(capsys, Delivery(ADDRESS, 3, error, NOW))
    assert said.startswith(f"wrong 3 updates wait at Telegram. It says: {error}: ")
    assert means in said


def test_an_old_failure_that_is_over_is_no_matter(capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys, Delivery(ADDRESS, 0, "Connection refused", NOW - timedelta(hours=1)))
    assert said == "ok    Telegram delivers to webhook.url; 0 updates wait there.\n"


def test_an_address_that_is_not_ours_is_noted(capsys: pytest.CaptureFixture[str]) -> None:
    assert "to another address" in told(capsys, Delivery("https://example.org/x", 0))
    assert "nowhere" in told(capsys, Delivery("", 0))
    assert "a start takes it away" in told(capsys, Delivery(ADDRESS, 0), address="")
    assert told(capsys, Delivery("", 0), address="") == ""


def test_no_two_meanings_are_for_the_same_words() -> None:
    parts = [part for part, _ in MEANINGS]
    assert len(set(parts)) == len(parts)


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_check_asks_telegram_about_the_webhook(bench: Bench) -> None:
    config = bench.configure()
    config.write_text(config.read_text() + CONFIG)
    ended = await beside("check", config=config, **{WEBHOOK: SECRET})
    assert "note  Telegram delivers nowhere: the bot sets its own when it starts." in ended.out
    ended = await beside("check", config=config)
    assert f"{WEBHOOK} is not set, and webhook.url is: dabyl run would not start." in ended.out
    assert ended.code == 1
    assert SECRET not in ended.said
