"""The Bot API over HTTP: ``/bot<token>/<method>`` and ``/file/bot<token>/<path>``, as a bare ASGI application.

The way of a call: token, method, parameters, hook, log, fault, the method itself, answer.
"""

import json
from collections.abc import Awaitable, Callable
from datetime import UTC
from typing import Any

from starlette.types import Receive, Scope, Send

from playground.bot_api import profile
from playground.bot_api.errors import LOGGED_OUT, NO_SUCH_METHOD, UNAUTHORIZED, ApiError, retry_after
from playground.bot_api.faults import DONE, HANGING, LATER, Fault, FaultKind, Faults
from playground.bot_api.methods import BY_LOWER_NAME, METHODS, Method
from playground.bot_api.parameters import Params, loggable, read
from playground.bot_api.update_delivery import Receiving
from playground.files import StoredFile
from playground.journal import Journal
from playground.world import World

DOWNLOAD = "download"  # what faults and the log call it
OK = 200
DOWNLOAD_ERRORS = {404: "Not Found", 500: "Internal Server Error"}
OnCall = Callable[[str, Params], None]
OnAnswer = Callable[[str, Any], None]  # the method, or "update", and what is said
JSON_TYPE = (b"content-type", b"application/json")
HTML_502 = b"<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>"
PORTAL = (
    b"<html><head><title>Access denied</title></head><body>This page is not available here.</body></html>"
)
encode = json.JSONEncoder(separators=(",", ":")).encode


class BotApi:
    """``complaints`` collects what the hooks said by AssertionError: a test must not pass over them."""

    def __init__(
        self, token: str, world: World, receiving: Receiving, faults: Faults, calls: Journal
    ) -> None:
        self._prefix = f"/bot{token}/"
        self._file_prefix = f"/file/bot{token}/"
        self._world = world
        self._receiving = receiving
        self._faults = faults
        self._calls = calls
        self.on_call: OnCall | None = None
        self.on_answer: OnAnswer | None = None
        self.on_update: OnAnswer | None = None
        self.complaints: list[str] = []
        self._warm: dict[str, str] = {}
        self.logged_out = False  # for ten minutes at Telegram's own server; here until a new token

    def revoke(self, token: str) -> None:
        """BotFather's /revoke: the token before is dead, this one is the bot's."""
        self._prefix = f"/bot{token}/"
        self._file_prefix = f"/file/bot{token}/"
        self.logged_out = False

    def keep_warm(self, token: str, username: str) -> None:
        """A second bot, of which nothing is known here but that it is there."""
        self._warm[f"/bot{token}/getMe"] = username

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if path in self._warm:
            bot = {**profile.get_me(self._world, {}), "username": self._warm[path]}
            await respond(send, OK, encode({"ok": True, "result": bot}).encode(), JSON_TYPE[1])
            return
        if path.startswith("/file/"):
            await self._download(path, scope, receive, send)
            return
        status, body, kind = await self._answer(path, scope, receive)
        if status:
            await respond(send, status, body, kind)
        elif scope.get("hang_up") is not None:
            scope["hang_up"]()
            await _gone(receive)

    async def _answer(self, path: str, scope: Scope, receive: Receive) -> tuple[int, bytes, bytes]:
        """Status (0: no answer ever), body, content type."""
        line: dict[str, Any] = {"at": self._now()}
        try:
            body = await _body(receive)
            name, method = self._find(path)
            line.update(method=name, params={}, status=None, answer=None)
            self._calls.add(line)
            params = read(_content_type(scope), scope["query_string"], body)
            line["params"] = loggable(params)
            unknown = [key for key in params if key not in method.params and not _attached(key, params)]
            if unknown:
                line["unknown"] = unknown
            self._ask(self.on_call, name, params)
            fault = self._faults.draw(name, params)
            if fault is not None:
                line["fault"] = fault.kind
                early = self._strike_before(fault)
                if early is not None:
                    line.update(status=early[0], answer=early[1].decode())
                    return early
                if fault.kind not in DONE:
                    return await self._break(fault, receive)
            result = await self._run(name, method, params, receive)
            if name != "getUpdates":  # what is queued is looked at then; a test may queue anything
                self._ask(self.on_answer, name, result)
            line.update(status=200, answer=result)
            if fault is not None:
                return await self._break(fault, receive)
            return 200, encode({"ok": True, "result": result}).encode(), JSON_TYPE[1]
        except ApiError as error:
            line.update(status=error.status, answer=error.answer())
            return error.status, encode(error.answer()).encode(), JSON_TYPE[1]
        finally:
            self._calls.changed.beat()

    def _find(self, path: str) -> tuple[str, Method]:
        if not path.startswith(self._prefix):
            raise ApiError(*UNAUTHORIZED)
        if self.logged_out:
            raise ApiError(*LOGGED_OUT)
        name = BY_LOWER_NAME.get(path[len(self._prefix) :].lower())
        if name is None:
            raise ApiError(*NO_SUCH_METHOD)
        return name, METHODS[name]

    def _ask(self, opinion: Callable[[str, Any], None] | None, name: str, what: Any) -> None:
        if opinion is not None:
            try:
                opinion(name, what)
            except AssertionError as complaint:
                self.complaints.append(str(complaint))

    def look_at(self, update: Any) -> None:
        """One that is queued for the bot."""
        self._ask(self.on_update, "update", update)

    def _strike_before(self, fault: Fault) -> tuple[int, bytes, bytes] | None:
        if fault.kind is FaultKind.BAD_GATEWAY:
            return 502, HTML_502, b"text/html"
        if fault.kind is FaultKind.PORTAL:
            return 403, PORTAL, b"text/html"
        if fault.kind in LATER:
            return None
        if fault.kind is FaultKind.TOO_MANY:
            error = retry_after(fault.retry_after)
        elif fault.kind is FaultKind.REJECTED:
            error = fault.refusal()
        else:
            error = ApiError(500, "Internal Server Error")
        return error.status, encode(error.answer()).encode(), JSON_TYPE[1]

    async def _break(self, fault: Fault, receive: Receive) -> tuple[int, bytes, bytes]:
        if fault.kind is FaultKind.HALF_ANSWER:
            return 200, b'{"ok":true}', JSON_TYPE[1]
        if fault.kind in HANGING:
            await _gone(receive)
        return 0, b"", b""

    async def _run(self, name: str, method: Method, params: Params, receive: Receive) -> Any:
        if method.run is not None:
            return method.run(self._world, params)
        waits: dict[str, Callable[[], Awaitable[Any]]] = {
            "getUpdates": lambda: self._receiving.get_updates(params, lambda: _gone(receive)),
            "setWebhook": lambda: self._receiving.set_webhook(params),
            "deleteWebhook": lambda: self._receiving.delete_webhook(params),
            "logOut": self._log_out,
        }
        return await waits[name]() if name in waits else self._receiving.webhook_info()

    async def _log_out(self) -> bool:
        self.logged_out = True
        return True

    async def _download(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        """A file; faults know it as "download". Of one that hangs the first half comes."""
        file = self._world.files.by_path.get(path.removeprefix(self._file_prefix))
        fault = self._faults.draw(DOWNLOAD, {}) if file is not None else None
        status = _download_status(file, fault)
        answer = None if status == OK else ApiError(status, DOWNLOAD_ERRORS[status]).answer()
        line = {"at": self._now(), "method": DOWNLOAD, "status": status, "answer": answer}
        line["params"] = {"path": path.rpartition("/")[2]}
        self._calls.add({**line, "fault": fault.kind} if fault is not None else line)
        if file is None or answer is not None:
            await respond(send, status, encode(answer).encode(), JSON_TYPE[1])
        elif fault is None:
            await respond(send, status, file.content, b"application/octet-stream")
        elif fault.kind is FaultKind.OTHER_SIZE:
            await respond(send, status, file.content[:-1], b"application/octet-stream")
        else:
            await begin(send, status, len(file.content), b"application/octet-stream")
            half = file.content[: len(file.content) // 2]
            await send({"type": "http.response.body", "body": half, "more_body": True})
            if fault.kind is FaultKind.CUT_OFF and scope.get("hang_up") is not None:
                scope["hang_up"]()
            await _gone(receive)

    def _now(self) -> str:
        return self._world.clock.now().astimezone(UTC).isoformat()


def _download_status(file: StoredFile | None, fault: Fault | None) -> int:
    if file is None or (fault is not None and fault.kind is FaultKind.NOT_FOUND):
        return 404
    breaks = fault is not None and fault.kind not in {FaultKind.OTHER_SIZE, FaultKind.CUT_OFF, *HANGING}
    return 500 if breaks else OK


async def respond(send: Send, status: int, body: bytes, kind: bytes) -> None:
    """Send one whole answer."""
    await begin(send, status, len(body), kind)
    await send({"type": "http.response.body", "body": body})


async def begin(send: Send, status: int, size: int, kind: bytes) -> None:
    """What stands before a body of so many bytes."""
    headers = [(b"content-type", kind), (b"content-length", b"%d" % size)]
    await send({"type": "http.response.start", "status": status, "headers": headers})


async def _body(receive: Receive) -> bytes:
    message = await receive()
    if not message.get("more_body"):
        return bytes(message.get("body", b""))
    chunks = [message["body"]]
    while message.get("more_body"):
        message = await receive()
        chunks.append(message.get("body", b""))
    return b"".join(chunks)


async def _gone(receive: Receive) -> None:
    """Return when the client has hung up."""
    while (await receive())["type"] != "http.disconnect":
        pass


def _content_type(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"content-type":
            return str(value.decode("latin-1"))
    return ""


def _attached(name: str, params: Params) -> bool:
    """Whether this is a file that another parameter, or the media in it, points at."""
    media = params.get("media")
    given = [*params.values(), *(media.values() if isinstance(media, dict) else ())]
    return f"attach://{name}" in given
