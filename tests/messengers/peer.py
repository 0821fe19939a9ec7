"""A server on this machine that gives the answers it was told, whatever it is asked; or breaks in one of the usual ways."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


def answer(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """An answer as it goes over the wire."""
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers)
    return "\r\n".join((*lines, "", "")).encode() + body


ACCEPTED = answer(
    b'{"ok": true, "result": {"message_id": 7, "date": 0, "chat": {"id": 1, "type": "private"}}}'
)
REDIRECT = answer(b"{}", "307 Temporary Redirect", "Location: /elsewhere")
DEAF = "it never reads"
SILENT = "it never answers"
GONE = "it closes instead of answering"
BLUNT = b"it talks before it is asked, and not of TLS\r\n"


class Peer:
    """A server with its answers in order. What it got, and by how many connections."""

    def __init__(self, answers: list[bytes | str]) -> None:
        self.answers = answers
        self.got: list[tuple[str, bytes]] = []
        self.connections = 0
        self.asked = asyncio.Event()
        self.over = asyncio.Event()
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.connections += 1
        try:
            if BLUNT in self.answers:
                writer.write(BLUNT)
            while self.answers and self.answers[0] not in (BLUNT, DEAF):
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                length = next(
                    (int(line[15:]) for line in head.splitlines() if line.startswith("Content-Length:")), 0
                )
                self.got.append((head, await reader.readexactly(length)))
                self.asked.set()
                upcoming = self.answers.pop(0)
                if upcoming is GONE:
                    return
                if isinstance(upcoming, str):
                    break
                writer.write(upcoming)
            await self.over.wait()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client has closed
        finally:
            writer.close()


@asynccontextmanager
async def peer(*answers: bytes | str, tls: ssl.SSLContext | None = None) -> AsyncIterator[Peer]:
    """A server on this machine."""
    made = Peer(list(answers))
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0, ssl=tls)
    made.url = f"http{'s' if tls else ''}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield made
    finally:
        made.over.set()
        server.close()
        await server.wait_closed()
