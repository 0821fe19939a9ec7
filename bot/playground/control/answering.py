"""How the control API answers: JSON, errors in words, and a watcher who is told what people do."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.playground.bot_api.errors import ControlError
from bot.playground.server import Server, Watcher

Run = Callable[[Request], Awaitable[Any]]


def answering(run: Run, server: Server) -> Callable[[Request], Awaitable[Response]]:
    """What is raised becomes an answer too; whoever watches the server is told of what was done."""

    @wraps(run)
    async def answer(request: Request) -> Response:
        try:
            result = await _watched(run, request, None if request.method == "GET" else server.watcher)
        except ControlError as error:
            return JSONResponse({"error": str(error)}, error.status)
        except KeyError as error:
            return JSONResponse({"error": f"not found or missing: {error}"}, 404)
        except (ValueError, TypeError) as error:
            return JSONResponse({"error": str(error)}, 400)
        return result if isinstance(result, Response) else JSONResponse(result)

    return answer


async def _watched(run: Run, request: Request, watcher: Watcher | None) -> Any:
    if watcher is None:
        return await run(request)
    body = await request.json() if await request.body() else {}
    await watcher.before()
    result = await run(request)
    watcher.after(f"{request.method} {request.url.path.removeprefix('/playground')}", body, result)
    return result
