"""What a row of the tables in routes says, and the one place where it is asked whether somebody may."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct, field

from core.documents.filling import FilledDocument
from core.incoming import Incoming
from core.model import Address
from core.presentation import Presentation
from core.records.papers import Paper
from core.sent_files import NotFetchedReason, SentFile
from core.traffic import Card, Outgoing, Run, Timer
from core.vocabulary import CaseState
from handlers import permission
from handlers.arguments import OnCase
from handlers.cards import history
from handlers.daily.runs import Schedule
from handlers.forms.form_behaviour import OpenForm
from handlers.permission import NOTHING, Actor
from handlers.service import Service
from handlers.turn import Turn
from storage.folder import Kept
from storage.transaction import Transaction

T = TypeVar("T")
NO_COMMAND = "command-unknown"
SHOWN = 40  # characters of a wrong code that are shown back

Draw = Callable[[Transaction, Service, Card], Awaitable[Presentation | None]]
OnTimer = Callable[[Transaction, Service, Timer], Awaitable[None]]
OnChat = Callable[[Transaction, Service, Incoming], Awaitable[None]]
OnRow = Callable[[Transaction, Service, Outgoing], Awaitable[None]]
Act = Callable[[Turn, OpenForm | None, Any], Awaitable[None]]


class Route(Struct, Generic[T], frozen=True):
    """``about`` reads and loads what the argument names; ``function`` gets it, if ``who`` says that the actor may.

    ``refused``: states of the case in which nobody may, and the answer. ``words``: what may stand behind its number.
    ``in_mute``: who may while their chat is muted. ``stranger`` and ``unknown`` are the answers to somebody who is not on
    the roster, and to an argument that names nothing.
    """

    function: Callable[[Turn, T], Awaitable[None]]
    who: Actor
    about: Callable[[Turn, str], Awaitable[T | None]]
    refused: Mapping[CaseState, str] = field(default_factory=dict)
    words: Sequence[str] = ("",)
    in_mute: Actor = Actor.MEMBER
    stranger: str = NOTHING
    unknown: str = NOTHING


class Command(Route[T], frozen=True):
    """The same, typed: somebody who types knows what they want, and is told more."""

    stranger: str = "members-only"
    unknown: str = "case-unknown"


class TimerRoute(Struct, frozen=True):
    """``on_parked``: it failed for good. ``wall_clock`` sets the next one, where a time of day is meant and not a span:
    at each start, when the clock was put back, and when it is parked. ``deletes``: for good, what is over its term; it rests
    after the clock has jumped ahead.
    """

    function: OnTimer
    on_parked: OnTimer | None = None
    wall_clock: Schedule | None = None
    deletes: bool = False


class FileRoute(Struct, Generic[T], frozen=True):
    """What is done with a file that is read and not kept. ``read`` runs in a thread, past any transaction.

    ``most``: bytes; ``left`` is told of a larger file, and of one that the messenger does not give.
    """

    most: int
    read: Callable[[Service, bytes], T]
    follows: Callable[[Transaction, Service, SentFile, T], Awaitable[None]]
    left: Callable[[Transaction, Service, SentFile, NotFetchedReason], Awaitable[None]]


class TellAdministrators(Protocol):
    """Writes to the administrators."""

    async def __call__(
        self, tx: Transaction, service: Service, key: str, *, once: str = "", **details: str
    ) -> None: ...


class OnParked(Protocol):
    """What follows from an update that was given up."""

    async def __call__(
        self,
        tx: Transaction,
        service: Service,
        incoming: Incoming | None,
        row_id: int,
        kind: str,
        at: datetime,
        error: str,
    ) -> None: ...


class Events(Struct, frozen=True):
    """What happens without a button, a command or a timer; each by its name. Tuples are asked in their order."""

    # what comes in
    membership: OnChat
    migrated: OnChat
    receipt: OnChat
    in_a_group: OnChat
    illegible: Callable[[Turn], Awaitable[None]]
    illegible_told: Callable[[Transaction, Service, str], Awaitable[None]]
    coming: Callable[[Turn], Awaitable[bool]]  # whether it goes on
    heard: tuple[Callable[[Turn], Awaitable[None]], ...]
    unknown_command: Callable[[Turn, OpenForm | None], Awaitable[None]]
    edited: tuple[Callable[[Turn], Awaitable[bool]], ...]
    parked: OnParked
    # what becomes of what goes out
    sent: Mapping[str, OnRow]
    paper_left: Callable[[Transaction, Service, Paper, FilledDocument | None], Awaitable[None]]
    arrived: Callable[[Transaction, Service, Card], Awaitable[None]]
    unreachable: Callable[[Transaction, Service, Address], Awaitable[None]]
    untrusted: Callable[[Transaction, Service, Address], Awaitable[None]]
    limited: Callable[[Transaction, Service, Address, str, timedelta], Awaitable[None]]
    served: Callable[[Transaction, Service, Address], Awaitable[None]]
    undrawable: Callable[[Transaction, Service, Card], Awaitable[None]]
    unshown: Callable[[Transaction, Service, Card], Awaitable[None]]
    stuck: Callable[[Transaction, Service, str], Awaitable[None]]
    given_up: Callable[[Transaction, Service, str], Awaitable[None]]
    rejected: Callable[[Transaction, Service, str], Awaitable[None]]
    # what becomes of files that were sent
    kept: Callable[[Transaction, Service, SentFile, Kept], Awaitable[None]]
    left: Callable[[Transaction, Service, SentFile, NotFetchedReason], Awaitable[None]]
    # the machine
    started: Callable[[Transaction, Service, Mapping[str, Schedule], Collection[str]], Awaitable[Run]]
    clock_put_back: Callable[[Transaction, Service, timedelta, Mapping[str, Schedule]], Awaitable[None]]
    clock_jumped: Callable[[Transaction, Service, timedelta, Collection[str]], Awaitable[None]]
    version: Callable[[Transaction, str, str, datetime | None], Awaitable[None]]
    trouble: TellAdministrators
    administrators: Callable[[Transaction, Service], Awaitable[list[str]]]
    nobody_looks_after: Callable[[Transaction, Service], Awaitable[str | None]]


async def run(turn: Turn, route: Route[Any], argument: str) -> None:
    """Do what a button or a command says, if the actor may; else say why not."""
    refusal = permission.refusal_by_standing(turn, route.who)
    if refusal is not None:
        turn.reply(_refusal(route, route.stranger if refusal == permission.STRANGER else refusal))
        return
    found = await route.about(turn, argument)
    if found is None or (isinstance(found, OnCase) and found.word not in route.words):
        turn.reply(route.unknown, code=argument[:SHOWN] or "—")
        return
    refusal = await permission.refusal_by_relation(turn, route.who, found)
    if refusal is None and isinstance(found, OnCase):
        refusal = route.refused.get(found.case.state)
    if refusal is not None:
        turn.reply(_refusal(route, refusal))
    elif isinstance(found, OnCase) and found.case.forgotten_at is not None:
        turn.show(Presentation(history.forgotten_line(turn.service, turn.language, found.case), protect=True))
    else:
        await route.function(turn, found)


def _refusal(route: Route[Any], refusal: str) -> str:
    """Somebody who types what is only for others just learns that there is no such command."""
    return NO_COMMAND if refusal == NOTHING and isinstance(route, Command) else refusal
