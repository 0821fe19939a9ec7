"""What the adapter and the local daemon assume of signal-cli, as one table: asked of the real program (`make signal-oracle`)
and, in each run of the tests, of the local one.

Only what needs no account can be asked: the frame, the errors, the stream's opening and signs of life. What an envelope or
the result of a send looks like stands in the source of signal-cli alone, and nothing here proves it.
"""

import json
from dataclasses import dataclass, field
from typing import Any

import httpx

JSON = {"Content-Type": "application/json"}
NOBODY = "+77000000000"  # a number of no account
# The methods that the adapter and the command line call for an account; all are in 0.13.19 already.
METHODS = (
    "getAttachment",
    "getUserStatus",
    "quitGroup",
    "remoteDelete",
    "send",
    "sendMessageRequestResponse",
    "sendTyping",
    "setPin",
    "submitRateLimitChallenge",
    "trust",
    "updateAccount",
    "updateConfiguration",
    "updateContact",
    "updateProfile",
)


class Any_:
    """Stands for whatever has this type."""

    def __init__(self, *types: type) -> None:
        self._types = types

    def __eq__(self, other: object) -> bool:
        return type(other) in self._types

    def __hash__(self) -> int:
        return hash(self._types)

    def __repr__(self) -> str:
        return "any " + " or ".join(one.__name__ for one in self._types)


WORDS = Any_(str)


@dataclass(frozen=True)
class Check:
    """A request, its status, and its answer; None: none in JSON."""

    name: str
    content: str
    answer: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: JSON)
    method: str = "POST"
    path: str = "/api/v1/rpc"


def asking(method: str, id: Any = "7", **params: Any) -> str:
    """A call as the adapter writes it."""
    return json.dumps({"jsonrpc": "2.0", "id": id, "method": method, "params": params})


def result(value: Any, id: Any = "7") -> Any:
    """The answer of a call that went well."""
    return {"jsonrpc": "2.0", "result": value, "id": id}


def error(code: int, message: Any = WORDS, id: Any = "7") -> Any:
    """The answer of one that did not."""
    return {"jsonrpc": "2.0", "error": {"code": code, "message": message, "data": None}, "id": id}


VERSION = {"version": WORDS}
FIRST = (200, "text/event-stream", ":")  # of a stream on which nothing comes
NO_ACCOUNT = "Method requires valid account parameter"
WRONG_ACCOUNT = "Specified account does not exist"
PLAIN = {"Content-Type": "text/plain"}

CHECKS = (
    Check("it is there", "", method="GET", path="/api/v1/check"),
    Check("it is asked for by GET", "", status=405, path="/api/v1/check"),
    Check("a call is no GET", "", status=405, method="GET"),
    Check("another address", "", status=404, method="GET", path="/api/v1/nothing"),
    Check("its version", asking("version"), result(VERSION)),
    Check("a number as id comes back as a number", asking("version", 7), result(VERSION, 7)),
    Check("null as id is one", asking("version", None), result(VERSION, None)),
    Check(
        "a content type with more",
        asking("version"),
        result(VERSION),
        headers={"Content-Type": "application/json; charset=utf-8"},
    ),
    Check("another content type", asking("version"), status=415, headers=PLAIN),
    Check("no content type", asking("version"), status=415, headers={}),
    Check("without an id nothing comes back", '{"jsonrpc":"2.0","method":"version"}', status=201),
    Check("nor an error", '{"jsonrpc":"2.0","method":"nonsense"}', status=201),
    Check("no account yet", asking("listAccounts"), result([])),
    Check("whichever account is named", asking("listAccounts", account=NOBODY), result([])),
    Check("the version for an account", asking("version", account=NOBODY), error(-32602, WRONG_ACCOUNT)),
    Check("a method that there is not", asking("nonsense"), error(-32601, "Method not implemented")),
    Check("for an account neither", asking("nonsense", account=NOBODY), error(-32601)),
    Check("a registration names its number", asking("register"), error(-32602, NO_ACCOUNT)),
    Check("so does its code", asking("verify"), error(-32602, NO_ACCOUNT)),
    Check("what a person did wrong", asking("finishLink"), error(-1, "Missing deviceLinkUri.")),
    Check("likewise", asking("finishLink", deviceLinkUri="sgnl://linkdevice?uuid=x&pub_key=y"), error(-1)),
    *(Check(f"{one} without an account", asking(one), error(-32602, NO_ACCOUNT)) for one in METHODS),
    *(
        Check(f"{one} for a strange account", asking(one, account=NOBODY), error(-32602, WRONG_ACCOUNT))
        for one in METHODS
    ),
    Check("no JSON", "{", error(-32700, id=None)),
    Check("nothing", "", error(-32600, id=None)),
    Check("a number", "3", error(-32600, id=None)),
    Check("null", "null", error(-32600, id=None)),
    Check("no version of JSON-RPC", '{"id":7,"method":"version"}', error(-32600, id=7)),
    Check("no method", '{"jsonrpc":"2.0","id":7}', error(-32600, id=7)),
    Check("an id that is none", asking("version", {"a": 1}), error(-32600, id=None)),
    Check("a member too many", '{"jsonrpc":"2.0","id":7,"method":"version","more":1}', error(-32600, id=7)),
    Check(
        "parameters without names",
        '{"jsonrpc":"2.0","id":7,"method":"version","params":[1]}',
        error(-32600, id=7),
    ),
    Check(
        "several at once",
        f"[{asking('version')},{asking('nonsense', 8)}]",
        [result(VERSION), error(-32601, id=8)],
    ),
    Check(
        "of several only who asks is answered",
        f'[{{"jsonrpc":"2.0","method":"version"}},{asking("version")}]',
        [result(VERSION)],
    ),
    Check("several of whom none asks", '[{"jsonrpc":"2.0","method":"version"}]', status=201),
    Check(
        "several, of whom one is none", f"[1,{asking('version')}]", [result(VERSION), error(-32600, id=None)]
    ),
    Check("several that are none", "[]", error(-32600, id=None)),
    Check(
        "the stream of a strange account",
        "",
        status=400,
        method="GET",
        path=f"/api/v1/events?account={NOBODY.replace('+', '%2B')}",
    ),
    Check("the stream is opened by GET", "", status=405, path="/api/v1/events"),
)


async def ask(url: str, check: Check) -> tuple[int, Any]:
    """The status and the answer; several at once come in any order, and are given by their ids."""
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        came = await client.request(check.method, check.path, content=check.content, headers=check.headers)
    if "application/json" not in came.headers.get("content-type", ""):
        return came.status_code, None
    answer = came.json()
    return came.status_code, sorted(answer, key=lambda one: str(one["id"])) if isinstance(
        answer, list
    ) else answer


async def first_of_the_stream(url: str) -> tuple[int, str, str]:
    """Status, content type and first line of a stream on which nothing comes."""
    client = httpx.AsyncClient(base_url=url, trust_env=False, timeout=30)
    async with client, client.stream("GET", "/api/v1/events") as stream:
        kind = stream.headers.get("content-type", "").partition(";")[0]
        async for line in stream.aiter_lines():
            return stream.status_code, kind, line
    raise AssertionError("the stream ended")
