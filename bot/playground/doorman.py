"""Who may come in over the loopback interface: the bot, tests, and this server's own page. No other page.

Every page that somebody has open in a browser can reach 127.0.0.1. So: the Host must be a name of this machine
(a rebound DNS name is not), an Origin must be our own, and what another site started is refused, except a link
to the page itself. Programs send neither Origin nor Sec-Fetch-Site.
"""

from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OUR_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
STRANGERS = frozenset({"cross-site", "same-site"})  # same-site: another port of this machine

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
FILE_POLICY = "default-src 'none'; sandbox"  # what people sent is never a page of ours
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-cache",
}


def guarded(app: ASGIApp) -> ASGIApp:
    """The application behind the door; what is not the Bot API leaves with strict headers."""

    async def door(scope: Scope, receive: Receive, send: Send) -> None:
        refusal = objection(scope["method"], scope["path"], Headers(scope=scope))
        if refusal:
            await PlainTextResponse(refusal, 403)(scope, receive, send)
        elif scope["path"].startswith(("/bot", "/file/")):
            await app(scope, receive, send)
        else:
            await app(scope, receive, _strictly(scope["path"], send))

    return door


def objection(method: str, path: str, headers: Mapping[str, str]) -> str:
    """Why this request is refused, or "" if it may come in."""
    host = headers.get("host", "")
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    if name.lower() not in OUR_NAMES:
        return "This server answers to 127.0.0.1 and localhost only."
    origin = headers.get("origin")
    if origin is not None and origin.lower() != f"http://{host}".lower():
        return "Another page may not use this server."
    link = method == "GET" and path == "/" and headers.get("sec-fetch-mode") == "navigate"
    if headers.get("sec-fetch-site") in STRANGERS and not link:
        return "Another site may not use this server."
    return ""


def _strictly(path: str, send: Send) -> Send:
    policy = FILE_POLICY if path.startswith("/playground/files/") else PAGE_POLICY

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["content-security-policy"] = policy
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return with_headers
