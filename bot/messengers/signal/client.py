"""Signal through signal-cli's daemon. We write only to people who have written first. All that is remembered here is what
came in and was not fetched yet.

The daemon confirms an envelope to Signal when it hands it to us, and keeps nothing while we are away: if the machine dies
between that and our commit, the envelope is lost and is not delivered again.
"""

import asyncio
import base64
import binascii
import mimetypes
from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bot.messengers.errors import Gone, NoFile, Rejected, RetryLater, Unreachable, Untrusted
from bot.messengers.messenger import SIGNAL_ABILITIES
from bot.messengers.signal import daemon, parsing
from bot.messengers.signal.daemon import Daemon, Stream, release_date
from bot.messengers.signal.error_translation import of_result
from core.incoming import File, Incoming
from core.presentation import Presentation

PATIENCE = 30.0  # seconds until a send without an answer is given up: the daemon asks Signal meanwhile
POLL_SECONDS = 50
UPLOAD = 4  # times as long as a text a file of ours may take on its way
MAP = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}"


def leads_to(account: str, link: str) -> str:
    """By what people find the account: its own link or username, else its number, which a phone opens too."""
    return link or f"https://signal.me/#p/{account}"


class Signal:
    """One account at one daemon. ``attachments``: the daemon's folder of files, in which they lie in the clear until they
    are sealed; they are deleted there when nobody needs them any more. ``link``: by which people begin, as Signal shows it.
    ``profile``: the name that everybody sees; if empty, it stays as it is.
    """

    name = parsing.MESSENGER
    abilities = SIGNAL_ABILITIES

    def __init__(
        self,
        url: str,
        account: str,
        *,
        profile: str = "",
        link: str = "",
        attachments: str = "",
        in_flight: int = 16,
        patience: float = PATIENCE,
    ) -> None:
        self._daemon = Daemon(url, account, in_flight=in_flight, patience=patience)
        self._account = account
        self._profile = profile
        self._link = link
        self._attachments = Path(attachments) if attachments else None
        self._stream = Stream(self._daemon, self.discard)

    async def close(self) -> None:
        await self._stream.close()
        await self._daemon.close()

    # --- what comes in

    async def fetch(self, offset: int | None, timeout: int = POLL_SECONDS) -> list[tuple[int, bytes]]:
        """What has come, oldest first; there is nothing to confirm. Raises MessengerError once the stream has broken."""
        return await self._stream.fetch(timeout)

    def parse(self, raw: bytes) -> Incoming:
        """What an envelope means. Raises Unreadable."""
        return parsing.parse(raw)

    def kind_of(self, raw: bytes) -> str:
        """The name of its kind, for the operator; never content."""
        return parsing.kind_of(raw)

    def tap_id(self, raw: bytes) -> str | None:
        """Nothing is pressed there."""
        return None

    async def answer(self, tap_id: str) -> None:
        """Nothing is pressed there."""

    async def unfetched(self) -> int:
        """How many were taken from the stream and not fetched; what waits at Signal nobody tells."""
        return self._stream.unfetched

    # --- what leaves

    async def send(self, chat: str, shown: Presentation, patience: int = 1) -> int:
        """Send one message; its id is the time at which it was sent."""
        if shown.file is not None and shown.file.file_id:
            content = b"".join([piece async for piece in self._read(shown.file.file_id)])
            return await self.send_copy(chat, shown, content, _called(shown.file), patience)
        text = shown.text
        if shown.place is not None:
            text = "\n".join(part for part in (text, MAP.format(*shown.place)) if part)
        return await self._told(chat, shown, patience, message=text)

    async def send_copy(
        self, chat: str, shown: Presentation, content: bytes, name: str, patience: int = 1
    ) -> int:
        """The same with these bytes, under this name."""
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        data = f"data:{mime};filename={quote(name)};base64,{base64.b64encode(content).decode()}"
        return await self._told(chat, shown, patience * UPLOAD, message=shown.text, attachments=[data])

    async def edit(self, chat: str, message_id: int, shown: Presentation, patience: int = 1) -> None:
        """Change a message of ours; who has it sees that it was edited, and what it said before."""
        await self._told(chat, shown, patience, message=shown.text, editTimestamp=message_id)

    async def _told(self, chat: str, shown: Presentation, patience: int, **parameters: Any) -> int:
        if shown.answers is not None:
            parameters |= {"quoteTimestamp": shown.answers, "quoteAuthor": chat}
        if shown.silent:
            parameters["noUrgent"] = True
        result = await self._daemon.call("send", patience, recipient=[chat], **parameters)
        return _sent(result)

    async def replace(self, chat: str, message_id: int) -> None:
        """No file of ours can be replaced there."""
        raise Gone("signal-cli: a file cannot be replaced")

    async def delete(self, chat: str, message_ids: Sequence[int]) -> None:
        """Delete messages of ours on both sides. Those of the person nobody but they can delete."""
        for number in message_ids:
            _sent(await self._daemon.call("remoteDelete", recipient=[chat], targetTimestamp=number))

    async def offer_menu(self, chat: str, commands: Sequence[tuple[str, str, str]]) -> None:
        """Do nothing: Signal has no menus."""

    async def leave(self, chat: str) -> None:
        await self._daemon.call("quitGroup", groupId=chat)

    async def accept(self, chat: str) -> None:
        """Answer the request of somebody who writes for the first time; else they see nothing of us."""
        await self._daemon.call("sendMessageRequestResponse", recipient=[chat], type="accept")

    async def vanish(self, chat: str, seconds: int) -> None:
        """What is said from now on disappears on both sides after so long, until they choose otherwise; 0: it stays."""
        await self._daemon.call("updateContact", recipient=chat, expiration=seconds)

    async def trust(self, chat: str) -> None:
        """Believe the key that this person's phone has now."""
        await self._daemon.call("trust", recipient=chat, trustAllKnownKeys=True)

    async def start_link(self, argument: str) -> str:
        """What leads to us, and the word to send there: nobody can be written to who has not written first."""
        return f"{leads_to(self._account, self._link)}\n{argument}"

    # --- files

    async def download(self, file_id: str) -> AsyncGenerator[bytes, None]:
        """The bytes of a file that somebody sent."""
        async for piece in self._read(file_id):
            yield piece

    async def discard(self, file_id: str) -> None:
        """It is gone from the daemon's folder."""
        if self._attachments is not None:
            await asyncio.to_thread(daemon.remove_attachment, self._attachments, file_id)

    async def sweep(self, wanted: Collection[str], before: datetime) -> int:
        """Remove what has been in the daemon's folder since before then and is not ``wanted``; how many. Raises OSError."""
        if self._attachments is None:
            return 0
        return await asyncio.to_thread(daemon.sweep_attachments, self._attachments, wanted, before)

    async def _read(self, file_id: str) -> AsyncGenerator[bytes, None]:
        try:
            found = await self._daemon.call("getAttachment", UPLOAD, id=file_id, recipient=self._account)
            yield base64.b64decode(found["data"], validate=True)
        except Rejected:
            raise NoFile("signal-cli: it does not have the file") from None
        except (TypeError, LookupError, binascii.Error):
            raise RetryLater("signal-cli: a file that cannot be read") from None

    # --- the account

    async def prepare(self, commands: Sequence[tuple[str, str, str]]) -> None:
        """A neutral name, and no sign of what we read or type. There are no menus."""
        if self._profile:
            await self._daemon.call("updateProfile", givenName=self._profile)
        unseen = {"readReceipts": False, "typingIndicators": False, "linkPreviews": False}
        with suppress(Rejected):  # linked to a phone, what the phone says of it counts
            await self._daemon.call("updateConfiguration", **unseen)

    async def alive(self) -> bool:
        """Whether the daemon answers."""
        return await self._daemon.alive()

    async def version(self) -> str:
        """The version of the daemon."""
        found = await self._daemon.call("version")
        return str(found.get("version", "")) if isinstance(found, dict) else ""

    def released(self, version: str) -> datetime | None:
        """When that version was out at the latest; None: nobody knows."""
        return release_date(version)

    async def reaches(self, chat: str) -> bool:
        """Whether this person is at Signal still: that nobody types is said to them, which no phone shows."""
        try:
            _sent(await self._daemon.call("sendTyping", recipient=[chat], stop=True))
        except Untrusted:
            raise
        except Unreachable:
            return False
        return True


def _sent(result: Any) -> int:
    """The id of the message; raises what its one recipient's result says."""
    try:
        number, results = result["timestamp"], result["results"]
    except (TypeError, LookupError):
        raise RetryLater("signal-cli: an answer that cannot be read") from None
    for outcome in results:
        if (error := of_result(outcome)) is not None:
            raise error
    if type(number) is not int:
        raise RetryLater("signal-cli: an answer that cannot be read")
    return number


def _called(file: File) -> str:
    return file.name or f"{file.kind.value}{mimetypes.guess_extension(file.mime or '') or ''}"
