"""A signal-cli daemon, asked by the technician who sets it up: what it answers in words is theirs to read."""

from typing import Any

import httpx

from bot.messengers.signal.daemon import RPC

CONNECT = 5.0
PATIENCE = 120.0  # seconds: it asks Signal meanwhile, and waits there for a phone that scans its code


class Refused(Exception):
    """What the daemon said; ``code`` as JSON-RPC has it, None where it did not answer as one."""

    def __init__(self, text: str, code: int | None = None) -> None:
        super().__init__(text)
        self.code = code


async def asked(url: str, method: str, **parameters: Any) -> Any:
    """The result. Raises Refused."""
    given = {name: value for name, value in parameters.items() if value is not None}
    request = {"jsonrpc": "2.0", "id": "1", "method": method, "params": given}
    timeout = httpx.Timeout(PATIENCE, connect=CONNECT)
    try:
        async with httpx.AsyncClient(trust_env=False, timeout=timeout) as client:
            answer = (await client.post(url + RPC, json=request)).json()
    except httpx.HTTPError as error:
        raise Refused(f"No signal-cli daemon answers at {url} ({type(error).__name__}).") from None
    except ValueError:
        raise Refused(f"What answers at {url} is no signal-cli daemon.") from None
    said = answer.get("error") if isinstance(answer, dict) else None
    if isinstance(said, dict):
        raise Refused(f"signal-cli: {said.get('message')}", said.get("code"))
    if not isinstance(answer, dict) or "result" not in answer:
        raise Refused(f"What answers at {url} is no signal-cli daemon.")
    return answer["result"]
