"""``dabyl signal``: the account of the signal-cli daemon, so that nobody writes JSON by hand. docs/run/signal.md."""

import asyncio
import logging
from typing import Annotated, Any

import typer

from bot.building import build_service
from bot.cli.check_signal import DaemonRefused, ask_daemon, look_at_signal
from bot.cli.report import Report
from bot.cli.session import (
    DEFAULT,
    Config,
    Json,
    database_of,
    fail,
    finish,
    quiet_logs,
    say_json,
    settings_of,
    utc_now,
)
from bot.config.connections import SignalSettings
from bot.config.settings import Settings
from bot.messengers.signal.parsing import MESSENGER
from handlers.alerting import messenger_limits
from storage.errors import StorageError

CAPTCHAS = "https://signalcaptchas.org"
SCHEME = "signalcaptcha://"
USER_ERROR, CAPTCHA_REJECTED = -1, -6
Captcha = Annotated[str, typer.Argument(help=f"What a solved captcha gives: {SCHEME}...", metavar="CAPTCHA")]

app = typer.Typer(
    no_args_is_help=True,
    help="The account at Signal: register or link it, protect it, and solve what Signal asks.",
)


@app.command()
def status(config: Config = DEFAULT, as_json: Json = False) -> None:
    """Whether the daemon answers, which version it is, whether it has the account, and whether files can be deleted."""
    quiet_logs(logging.WARNING)
    settings, report = settings_of(config, required=()), Report(silent=as_json)
    _configured(settings.signal)
    finish(look_at_signal(settings, report, {}))
    if as_json:
        say_json(report.document())
    if report.mistakes:
        raise typer.Exit(1)


@app.command()
def register(
    captcha: Annotated[
        str, typer.Option(help=f"What a solved captcha gives: {SCHEME}...", metavar="CAPTCHA")
    ] = "",
    voice: Annotated[
        bool,
        typer.Option("--voice", help="A call instead of an SMS, a minute after an SMS was asked for."),
    ] = False,
    config: Config = DEFAULT,
) -> None:
    """Ask Signal for a code to the number of signal.account. Who else uses Signal with this number loses it there."""
    signal = _signal(config)
    _captcha(captcha)
    try:
        _ask_signal(
            signal.url, "register", account=signal.account, captcha=captcha or None, voice=voice or None
        )
    except DaemonRefused as refused:
        wants = refused.code == USER_ERROR and "captcha" in str(refused).casefold()
        _refused(refused, _solve("registration", "dabyl signal register --captcha") if wants else "")
    typer.echo(
        f"Signal sends a code to {signal.account}. It is good for some minutes: dabyl signal verify CODE"
    )


@app.command()
def verify(
    code: Annotated[str, typer.Argument(help="From the SMS or the call, without the dash.", metavar="CODE")],
    pin: Annotated[
        bool, typer.Option("--pin", help="The number has a PIN already: it is asked for, and not shown.")
    ] = False,
    config: Config = DEFAULT,
) -> None:
    """Finish the registration with the code."""
    signal = _signal(config)
    given = typer.prompt("The PIN of the number", hide_input=True) if pin else None
    try:
        _ask_signal(
            signal.url, "verify", account=signal.account, verificationCode=code.replace("-", ""), pin=given
        )
    except DaemonRefused as refused:
        _refused(refused, "Once more with --pin." if "pin" in str(refused).casefold() and not pin else "")
    typer.echo(f"{signal.account} is registered. Now: dabyl signal protect")


@app.command()
def link(
    name: Annotated[str, typer.Option(help="What the phone calls this device.", metavar="NAME")] = "Notes",
    config: Config = DEFAULT,
) -> None:
    """Link the daemon to a phone that has Signal: shows a code, which the phone scans within a minute."""
    import segno

    signal = _signal(config)
    try:
        uri = str(_ask_signal(signal.url, "startLink").get("deviceLinkUri"))
        segno.make_qr(uri).terminal(compact=True)
        typer.echo("On the phone: Settings, Linked devices, Link a new device. Waiting for it …")
        number = _ask_signal(signal.url, "finishLink", deviceLinkUri=uri, deviceName=name).get("number")
    except DaemonRefused as refused:
        _refused(refused)
    typer.echo(f"Linked to {number}.")
    if number != signal.account:
        typer.echo(f'Put it into the configuration: signal.account = "{number}"')


@app.command()
def protect(
    username: Annotated[
        str, typer.Option(help="By which people find it: letters and digits, a neutral one.", metavar="NAME")
    ] = "",
    config: Config = DEFAULT,
) -> None:
    """A PIN, so that nobody else registers the number; the number hidden; a username by which people begin."""
    signal = _signal(config)
    pin = typer.prompt(
        "A new PIN, at least four digits (is not shown)", hide_input=True, confirmation_prompt=True
    )
    try:
        _ask_signal(signal.url, "setPin", account=signal.account, pin=pin)
        hidden: dict[str, Any] = {"discoverableByNumber": False, "numberSharing": False}
        made = _ask_signal(
            signal.url, "updateAccount", account=signal.account, username=username or None, **hidden
        )
    except DaemonRefused as refused:
        _refused(refused)
    typer.echo(
        "The PIN is set: keep it where the key is. The number is hidden from people who do not have it."
    )
    if found := made.get("usernameLink") or made.get("username"):
        typer.echo(f'{made.get("username")}. Put it into the configuration: signal.link = "{found}"')


@app.command()
def challenge(
    token: Annotated[str, typer.Argument(help="From the alarm.", metavar="TOKEN")],
    captcha: Captcha = "",
    config: Config = DEFAULT,
) -> None:
    """Lift a limit: Signal asks a person to prove that they are one. Without the captcha it says where to get it."""
    settings = settings_of(config, required=())
    quiet_logs(logging.WARNING)
    signal, again = _configured(settings.signal), f"dabyl signal challenge {token}"
    if not captcha:
        typer.echo(_solve("challenge", again))
        return
    _captcha(captcha)
    try:
        _ask_signal(
            signal.url, "submitRateLimitChallenge", account=signal.account, challenge=token, captcha=captcha
        )
    except DaemonRefused as refused:
        _refused(refused, _solve("challenge", again) if refused.code == CAPTCHA_REJECTED else "")
    typer.echo("Signal accepts it: new people can be written to again.")
    if settings.key is not None:  # else the bot finds out with the first message that arrives
        finish(_solved(settings))


async def _solved(settings: Settings) -> None:
    """Members who could not be asked there meanwhile are asked again, and administrators are told."""
    try:
        async with database_of(settings) as database, database.write(utc_now()) as tx:
            await messenger_limits.on_solved(tx, build_service(settings), MESSENGER)
    except StorageError:
        typer.echo("The bot finds it out by itself, with the first message that arrives.")


def _signal(config: Config) -> SignalSettings:
    quiet_logs(logging.WARNING)
    return _configured(settings_of(config, required=()).signal)


def _configured(signal: SignalSettings) -> SignalSettings:
    if not signal.url:
        fail("signal.url is empty, so there is no Signal here: docs/run/signal.md", code=2)
    return signal


def _captcha(captcha: str) -> None:
    if captcha and not captcha.startswith(SCHEME):
        fail(f"That is no solved captcha: it begins with {SCHEME}", code=2)


def _ask_signal(url: str, method: str, **parameters: Any) -> dict[str, Any]:
    found = asyncio.run(ask_daemon(url, method, **parameters))
    return found if isinstance(found, dict) else {}


def _solve(kind: str, again: str) -> str:
    return (
        f"Open {CAPTCHAS}/{kind}/generate.html in a browser, solve what it shows, and copy the address behind "
        f"“Open Signal”; it is good for some minutes. Then: {again} '{SCHEME}…'"
    )


def _refused(refused: DaemonRefused, advice: str = "") -> None:
    fail("\n".join(part for part in (str(refused), advice) if part))
