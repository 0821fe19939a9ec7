"""How a daemon comes to an account: a number is registered, or the daemon is linked to somebody's phone."""

from collections.abc import Callable
from typing import Any

from bot.playground.signal_cli.people import OURS, Json, Signal
from bot.playground.signal_cli.rpc import Failed

USER, IO = -1, -3
REGISTERING = ("register", "verify")  # these name an account that is not there yet
CODE = "123456"
URI = "sgnl://linkdevice?uuid=made-up&pub_key=made-up"


class Registering:
    """Signal asks for a captcha, and for the PIN where one was set."""

    def __init__(self, signal: Signal) -> None:
        self._signal = signal
        self.methods: dict[str, Callable[[Json], Any]] = {
            "register": self._register,
            "verify": self._verify,
            "startLink": lambda _: {"deviceLinkUri": URI},
            "finishLink": self._finish_link,
            "setPin": self._set_pin,
            "updateAccount": self._update_account,
        }

    def _register(self, params: Json) -> Json:
        if not params.get("captcha"):
            raise Failed(USER, "Captcha required for verification, use --captcha CAPTCHA")
        if not params["captcha"].startswith("signalcaptcha://"):
            raise Failed(USER, "Invalid captcha given.")
        self._signal.asked_code.add(params["account"])
        return {}

    def _verify(self, params: Json) -> Json:
        if params["account"] not in self._signal.asked_code or params.get("verificationCode") != CODE:
            raise Failed(IO, "Verify error: StatusCode: 403")
        if self._signal.pin and params.get("pin") != self._signal.pin:
            raise Failed(USER, "Verification failed! This number is locked with a pin. Hours remaining: 167")
        self._signal.accounts.append(params["account"])
        return {}

    def _finish_link(self, params: Json) -> Json:
        if not params.get("deviceLinkUri"):
            raise Failed(USER, "Missing deviceLinkUri.")
        if params["deviceLinkUri"] != URI:
            raise Failed(USER, "Unknown device link uri.")
        if not self._signal.scanned:
            raise Failed(USER, "Link request timed out, please try again.")
        self._signal.accounts.append(OURS)
        return {"number": OURS}

    def _set_pin(self, params: Json) -> Json:
        self._signal.pin = params["pin"]
        return {}

    def _update_account(self, params: Json) -> Json:
        if not (name := params.get("username")):
            return {}
        return {"username": f"{name}.42", "usernameLink": "https://signal.me/#eu/made-up"}
