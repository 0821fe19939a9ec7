"""``dabyl explain``: what an alarm means, and what to do.

The texts are rows of docs/run/operations.md, which is installed with the program. This module only maps the name of each
message
to administrators to the words with which its row begins.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Annotated

import typer
from msgspec import Struct, to_builtins

from bot.cli.session import Json, fail, say_json

WATCHMAN = {
    "adrift": "nobody has these cases",
    "unminded": "accepted, without a first step",
    "forged": "rows of members were changed by hand",
    "unhandled": "what people wrote is stored but not handled",
    "unsent": "what calls lawyers and coordinators has not left",
    "unshown": "what asks lawyers or coordinators could not be shown",
    "leased": "sends that neither ended nor failed",
    "overdue": "timers that are due and do not run",
    "unfetched": "Telegram has updates for us",
    "daemon": "the daemon does not answer",
    "unkept": "files that people sent have not been copied",
    "full": "the disk with the files",
    "backup": "the newest backup is too old",
    "unproven": "no backup has been tried out",
    "digest": "the digest did not go out",
    "unplanned": "no digest is planned",
    "heartbeat": "our heartbeat does not reach",
}
OPERATOR = {
    "poll": "Telegram does not answer or refuses us",
    "token": "… 401 or 404",
    "twice": "… 409",
    "poll-mended": "Telegram answers again",
    "storage-mended": "Telegram answers again",
    "storage": "The database cannot be used",
    "older": "The database is older than",
    "files": "Files that people send cannot be kept",
    "papers-added": "Papers stand in no line",
    "timer": "A timer failed three times",
    "alone-forgotten": "… alone-forgotten",
    "parked": "Update n could not be handled",
    "card": "Card n cannot be drawn",
    "rejected": "Telegram refused a message of ours",
    "stuck": "Telegram fails over one message",
    "more": "There is more of this kind",
    "clock": "The clock of this machine went back",
    "jumped": "The clock of this machine went ahead",
    "jumped-far": "The clock of this machine went ahead",
    "absent": "The clock of this machine went ahead",
    "font": "The digest comes without its picture",
    "channel": "A digest channel cannot be reached",
    "channel-gone": "I am not in the channel",
    "successor": "The second bot is not ready",
    "audit": "The watchman cannot look",
    "audit-mended": "The watchman cannot look",
    "address": "Somebody changed the database by hand",
    "chain": "The timeline of case code was changed",
    "owner": "The member who has case",
    "evidence": "Case code: what was written is not",
    "no-lines": "Case code has no line",
    "day-line": "The line of day does not fit",
    "lines": "Lines are missing in the timelines",
    "lines-unnoted": "The count of lines beside the database is gone",
    "partner": "The line of the day cannot be posted",
    "draft-lines": "What coordinators did with words that are no case was changed from outside",
    "unread": "Messages that the bot did not understand … no coordinator has read",
    "codes": "Receipt codes are being guessed",
    "nobody-to-ask": "Nobody is left to ask",
    "no-coordinators": "No coordinator can be reached",
    "no-coordinators-list": "No coordinator can be reached",
    "no-coordinators-lookup": "No coordinator can be reached",
    "hidden-member": "A member hid their chat",
    "exported": "A full export was made",
    "suspended": "A coordinator has ended the membership",
    "paper-broken": "The template of",
    "riddle": "Signal wants a person to prove",
    "illegible": "A Signal message to us could not be decrypted",
    "given-up": "Signal cannot bring our messages",
    "limited": "Telegram takes no more messages from us for somebody",
    "limited-mended": "Telegram takes our messages again",
    "paused": "Telegram takes nothing from us for",
    "paused-mended": "Telegram takes our messages again",
    "unknown-phone": "Another phone answers on Signal",
    "aged": "The Signal daemon is version",
    "leftovers": "Files that people sent by Signal",
}
OUTSIDE = {  # the codes of dabyl status and /healthz that are neither of these
    "never-ran": "never-ran",
    "stopped": "never-ran",
    "silent": "silent",
    "silence": "silence",
    "no-audit-yet": "no-audit-yet",
    "deaf": "deaf",
    "unwritten": "unwritten",
    "audit-old": "audit-old",
}
ELSEWHERE = "see below"  # of the row that stands for the other table
SECTIONS = ("What the bot writes to administrators", "The watchman", "Seen from outside")


class Alarm(Struct, frozen=True):
    """A row: what is said, what it means (or nothing), what to do."""

    says: str
    means: str
    do: str

    def fits(self, words: str) -> bool:
        """Whether all these words are in what is said."""
        return all(word in self.says.casefold() for word in words.casefold().split())


def alarm_rows() -> tuple[Alarm, ...]:
    """Every alarm that the document explains."""
    text = files("bot.examples").joinpath("operations.md").read_text("utf-8")
    return tuple(alarm for section in SECTIONS for alarm in _table(text, section))


def alarms_by_name() -> dict[str, Alarm]:
    """By name. KeyError where the document has no such row."""
    found = alarm_rows()
    return {name: _beginning(found, words) for name, words in {**OPERATOR, **WATCHMAN, **OUTSIDE}.items()}


def _beginning(found: tuple[Alarm, ...], words: str) -> Alarm:
    for alarm in found:
        if alarm.says.startswith(words):
            return alarm
    raise KeyError(words)


def _table(text: str, section: str) -> Iterator[Alarm]:
    part = re.split(r"\n###? ", text.split(f"\n## {section}\n", 1)[1], maxsplit=1)[0]
    for line in [line for line in part.splitlines() if line.startswith("|")][2:]:
        says, *means, do = [_plain(cell) for cell in line.strip("|").split("|")]
        if do != ELSEWHERE:
            yield Alarm(says, means[0] if means else "", do)


def _plain(cell: str) -> str:
    """Without the marks of the document."""
    return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", re.sub(r"[*`]", "", cell)).strip()


SENDER = "Watchman:"  # stands before each of its findings


def command(
    alarm: Annotated[
        list[str] | None,
        typer.Argument(help="Its name, or words of what the bot said; all of them if left out."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Explain an alarm: what the bot says to administrators, what it means, and what to do."""
    known = alarms_by_name()
    words = " ".join(alarm or []).removeprefix(SENDER).strip()
    found = {words: known[words]} if words in known else {k: a for k, a in known.items() if a.fits(words)}
    if not found:
        fail(f"No alarm is called so, and none says {words!r}. All of them: dabyl explain", code=2)
    if as_json:
        say_json({name: to_builtins(explanation) for name, explanation in found.items()})
    elif not words:
        for name, explanation in found.items():
            typer.echo(f"{name:<24}{explanation.says}")
    else:
        for explanation in dict.fromkeys(found.values()):
            typer.echo(
                "\n".join(
                    [explanation.says, *filter(None, [explanation.means]), f"What to do: {explanation.do}\n"]
                )
            )
