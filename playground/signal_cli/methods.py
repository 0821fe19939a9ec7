"""The daemon's methods, as far as a bot needs them; errors are those of signal-cli 0.14. A daemon gets its account in one of
two ways: a number is registered, or the daemon is linked to somebody's phone.
"""

import base64
from collections.abc import Callable
from typing import Any

from playground.signal_cli.people import OURS, Bubble, Json, SignalNetwork, SignalPerson
from playground.signal_cli.rpc import Failed

REGISTRATION_REFUSED, IO = -1, -3
REGISTERING = ("register", "verify")  # these name an account that is not there yet
CODE = "123456"
URI = "sgnl://linkdevice?uuid=made-up&pub_key=made-up"


class Registering:
    """Signal asks for a captcha, and for the PIN where one was set."""

    def __init__(self, signal: SignalNetwork) -> None:
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
            raise Failed(REGISTRATION_REFUSED, "Captcha required for verification, use --captcha CAPTCHA")
        if not params["captcha"].startswith("signalcaptcha://"):
            raise Failed(REGISTRATION_REFUSED, "Invalid captcha given.")
        self._signal.asked_code.add(params["account"])
        return {}

    def _verify(self, params: Json) -> Json:
        if params["account"] not in self._signal.asked_code or params.get("verificationCode") != CODE:
            raise Failed(IO, "Verify error: StatusCode: 403")
        if self._signal.pin and params.get("pin") != self._signal.pin:
            raise Failed(
                REGISTRATION_REFUSED,
                "Verification failed! This number is locked with a pin. Hours remaining: 167",
            )
        self._signal.accounts.append(params["account"])
        return {}

    def _finish_link(self, params: Json) -> Json:
        if not params.get("deviceLinkUri"):
            raise Failed(REGISTRATION_REFUSED, "Missing deviceLinkUri.")
        if params["deviceLinkUri"] != URI:
            raise Failed(REGISTRATION_REFUSED, "Unknown device link uri.")
        if not self._signal.scanned:
            raise Failed(REGISTRATION_REFUSED, "Link request timed out, please try again.")
        self._signal.accounts.append(OURS)
        return {"number": OURS}

    def _set_pin(self, params: Json) -> Json:
        self._signal.pin = params["pin"]
        return {}

    def _update_account(self, params: Json) -> Json:
        if not (name := params.get("username")):
            return {}
        return {"username": f"{name}.42", "usernameLink": "https://signal.me/#eu/made-up"}


USER, UNTRUSTED_KEY, RATE_LIMIT = -1, -4, -5
NO_METHOD, WRONG_PARAMS = -32601, -32602
# Where every recipient failed for one reason, the daemon says so.
OF_ALL = {
    "IDENTITY_FAILURE": (UNTRUSTED_KEY, " due to untrusted identities"),
    "RATE_LIMIT_FAILURE": (RATE_LIMIT, " due to rate limiting"),
}
BROKE = -32603
# What it threw before there was any result: its sentence alone says which.
THROWN = {
    "NO_PREKEYS": "Failed to send message: No prekeys available (IOException), maybe one of the devices of the recipient"
    " wasn't online for a while. (UnexpectedErrorException)",
    "IO": "Failed to send message: made up (IOException) (UnexpectedErrorException)",
    "DEFECT": "made up (IllegalStateException)",
}
WAIT = 86_400  # seconds that unsolved riddles last
OF_NO_ACCOUNT = ("listAccounts", "startLink", "finishLink")


class Methods:
    """Calls by their names. ``failing``: a recipient's results to come, as ``{"*": ["NETWORK_FAILURE"]}`` for anybody's; or
    what it throws, by a name of ``THROWN``; or any other answer.
    """

    def __init__(self, signal: SignalNetwork) -> None:
        self._signal = signal
        self.failing: dict[str, list[str | Failed]] = {}
        self.version = "0.14.6"
        self.calls: list[tuple[str, Json]] = []
        self._of: dict[str, Callable[[Json], Any]] = {
            "send": self._send,
            "remoteDelete": self._delete,
            "sendTyping": self._typing,
            "sendMessageRequestResponse": self._respond,
            "updateContact": self._update_contact,
            "trust": self._trust,
            "getAttachment": self._attachment,
            "getUserStatus": self._status,
            "submitRateLimitChallenge": self._solve,
            "updateProfile": _nothing,
            "updateConfiguration": self._configure,
            "quitGroup": _nothing,
            "listAccounts": lambda _: [{"number": account} for account in self._signal.accounts],
            "version": lambda _: {"version": self.version},
            **Registering(signal).methods,
        }

    @property
    def names(self) -> frozenset[str]:
        """Of all that can be called."""
        return frozenset(self._of)

    def __call__(self, method: str, params: Json) -> Any:
        """The result. Raises Failed."""
        if method not in self._of:
            raise Failed(NO_METHOD, "Method not implemented")
        self._look_at_account(method, params)
        self.calls.append((method, params))
        try:
            return self._of[method](params)
        finally:
            self._signal.changed.beat()

    def _look_at_account(self, method: str, params: Json) -> None:
        """Where it has only one, that one need not be named."""
        if method in REGISTERING:
            if "account" not in params:
                raise Failed(WRONG_PARAMS, "Method requires valid account parameter")
            return
        account, known = params.pop("account", None), self._signal.accounts
        if method in OF_NO_ACCOUNT:
            return
        if account is not None and account not in known:
            raise Failed(WRONG_PARAMS, "Specified account does not exist")
        if account is None and len(known) != 1 and method != "version":
            raise Failed(WRONG_PARAMS, "Method requires valid account parameter")

    def _send(self, params: Json) -> Json:
        person = self._one(params)
        number = self._signal.stamp()
        self._may(person, params, number)
        result = _result(person, number, "SUCCESS")
        if (edited := params.get("editTimestamp")) is not None:
            self._edit(person, edited, number, params)
            return result
        bubble = Bubble(number, True, params.get("message") or "", self._signal.clock.now())
        bubble.files = list(params.get("attachments") or ())
        bubble.quote, bubble.urgent = params.get("quoteTimestamp"), not params.get("noUrgent")
        bubble.lasts = person.disappearing
        self._signal.shows(person, bubble)
        return result

    def _edit(self, person: SignalPerson, edited: int, number: int, params: Json) -> None:
        bubble = person.bubbles.get(edited) or next((b for b in person.waiting if b.number == edited), None)
        if (
            bubble is not None and not bubble.deleted
        ):  # a phone that does not have it shows nothing, and nobody hears of it
            bubble.history.append(bubble.text)
            bubble.text = params.get("message") or ""
            self._signal.receipt(person, [number], isDelivery=True)

    def _may(self, person: SignalPerson, params: Json, number: int) -> None:
        planned = self.failing.get(person.id) or self.failing.get("*")
        kind = planned.pop(0) if planned else "SUCCESS"
        if isinstance(kind, Failed):
            raise kind
        if kind in THROWN:
            raise Failed(BROKE, THROWN[kind])
        if not person.registered:
            kind = "UNREGISTERED_FAILURE"
        elif person.key != person.trusted:
            kind = "IDENTITY_FAILURE"
        elif not person.wrote and self._signal.strangers_left is not None:
            if self._signal.strangers_left == 0:
                self._signal.token = "made-up-challenge"
                kind = "RATE_LIMIT_FAILURE"
            else:
                self._signal.strangers_left -= 1
        if kind != "SUCCESS":
            token = self._signal.token if kind == "RATE_LIMIT_FAILURE" else ""
            code, why = OF_ALL.get(kind, (USER, ""))
            raise Failed(code, f"Failed to send message{why}", _result(person, number, kind, token))

    def _delete(self, params: Json) -> Json:
        person, number = self._one(params), self._signal.stamp()
        self._may(person, params, number)
        bubble = person.bubbles.get(params["targetTimestamp"])
        if bubble is not None and bubble.from_bot:
            bubble.deleted = True
        return _result(person, number, "SUCCESS")

    def _typing(self, params: Json) -> Json:
        """That somebody has stopped typing is shown to nobody; whether it could be said is told."""
        person, number = self._one(params), self._signal.stamp()
        self._may(person, params, number)
        return _result(person, number, "SUCCESS")

    def _respond(self, params: Json) -> Json:
        self._one(params).accepted = params["type"] == "accept"
        return {}

    def _update_contact(self, params: Json) -> Json:
        self._person(params["recipient"]).disappearing = params.get("expiration", 0)
        return {}

    def _trust(self, params: Json) -> Json:
        self._signal.trusts(self._person(params["recipient"]))
        return {}

    def _attachment(self, params: Json) -> Json:
        content, folder = self._signal.files.get(params["id"]), self._signal.folder
        if content is None or (folder is not None and not (folder / params["id"]).is_file()):
            raise Failed(USER, f"Could not find attachment with ID: {params['id']}")
        return {"data": base64.b64encode(content).decode()}

    def _status(self, params: Json) -> list[Json]:
        """Which of these numbers are registered: an account's id is not a number, and counts as unknown."""
        by_number = {p.number: p for p in self._signal.people.values() if p.number and p.registered}
        found = [(recipient, by_number.get(recipient)) for recipient in params["recipient"]]
        return [
            {"recipient": recipient, "uuid": p and p.id, "isRegistered": p is not None}
            for recipient, p in found
        ]

    def _solve(self, params: Json) -> Json:
        if params.get("challenge") != self._signal.token or not params.get("captcha"):
            raise Failed(-6, "Captcha rejected")
        self._signal.token, self._signal.strangers_left = "", None
        return {}

    def _configure(self, params: Json) -> Json:
        if self._signal.scanned:
            raise Failed(USER, "This command doesn't work on linked devices.")
        return {}

    def _one(self, params: Json) -> SignalPerson:
        recipients = params.get("recipient") or []
        if len(recipients) != 1:
            raise Failed(USER, "No recipients given")
        return self._person(recipients[0])

    def _person(self, recipient: str) -> SignalPerson:
        person = self._signal.find(recipient)
        if person is None:
            raise Failed(
                USER, "Failed to send message", _result(None, self._signal.stamp(), "UNREGISTERED_FAILURE")
            )
        return person


def _result(person: SignalPerson | None, number: int, kind: str, token: str = "") -> Json:
    address = {"uuid": person.id, "number": person.number, "username": None} if person else {}
    result: Json = {"recipientAddress": address, "type": kind}
    if token:
        result |= {"token": token, "retryAfterSeconds": WAIT}
    return {"timestamp": number, "results": [result]}


def _nothing(params: Json) -> Json:
    return {}
