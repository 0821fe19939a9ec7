"""The page of phones: its files, its feed, and one line of the log in full.

A file is served if it lies in ``page/`` and its kind is in the table; it is read at every request, so somebody who
changes the page only has to reload it.
"""

from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from playground.server import Server
from playground.web.feed import Stream

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".oga": "audio/ogg",
}
PAGE = Path(__file__).parents[1] / "page"


def web_app(server: Server) -> Starlette:
    """The application for one server."""

    async def index(request: Request) -> Response:
        return file("index.html")

    async def part(request: Request) -> Response:
        return file(request.path_params["name"])

    async def feed(request: Request) -> Response:
        return Stream(server)

    async def line(request: Request) -> Response:
        number = request.path_params["number"]
        found = server.calls.find(number) or server.updates_log.find(number)
        return JSONResponse(found or {"error": f"no line {number} in the log"}, 200 if found else 404)

    return Starlette(
        routes=[
            Route("/", index),
            Route("/page/{name:path}", part),
            Route("/playground/feed", feed),
            Route("/playground/log/{number:int}", line),
        ]
    )


def file(name: str) -> Response:
    """A file of the page by its path below ``page/``, or 404."""
    path = (PAGE / name).resolve()
    if path.suffix not in KINDS or not path.is_relative_to(PAGE.resolve()) or not path.is_file():
        return Response("there is no such file", 404, media_type="text/plain")
    return FileResponse(path, media_type=KINDS[path.suffix])
