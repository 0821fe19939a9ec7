"""While nobody is the administrator, each start shows a code on the machine: who has it there may look after the bot.

It is kept as a keyed hash, for an hour, and used once; another start makes another. Who guesses waits like with other codes.
"""

from datetime import timedelta

from bot.core.joining import ALPHABET
from bot.core.presentation import Presentation
from bot.core.roster.row import RosterRow
from bot.core.setting_up import LENGTH, code_of, letters_in
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import Role
from handlers.alerting import asks
from handlers.casework import roster
from handlers.forms.follow import Open
from handlers.outbox import operator, sending
from handlers.people import addresses
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.reporting import code_tries
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

KIND = "nobody-looks-after"
VALID = timedelta(hours=1)


async def offered(tx: Transaction, service: Service) -> str | None:
    """A new code to be shown on the machine, in place of an earlier one; None where somebody is the administrator."""
    for earlier in await tx.timers.by(kind=KIND):
        tx.timers.remove(earlier.key)
    if await operator.readers(tx, service):
        return None
    letters = "".join(ALPHABET[service.pick(len(ALPHABET))] for _ in range(LENGTH))
    tx.timers.put(Timer(_key(tx, letters), KIND, tx.now + VALID))
    return code_of(letters)


async def on_expired(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has used it within the hour: it is gone, and the next start shows another."""


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """Whether it was a code, right or wrong."""
    letters = letters_in(turn.incoming.text)
    if letters is None or turn.incoming.file is not None:
        return False
    await on_code(turn, letters)
    return True


async def on_code(turn: Turn, letters: str) -> None:
    """The right one makes its sender the administrator, unless there is one meanwhile."""
    tx, service = turn.tx, turn.service
    if await code_tries.too_many(turn):
        turn.reply("code-wait")
        return
    timer = await tx.timers.get(_key(tx, letters))
    if timer is None or timer.due_at <= turn.now or await operator.readers(tx, service):
        await code_tries.wrong_link(turn)
        turn.reply("administrator-code-wrong")
    elif turn.member is not None:
        turn.reply("administrator-code-member", id=turn.incoming.sender)
    else:
        tx.timers.remove(timer.key)
        await _become(turn)


async def _become(turn: Turn) -> None:
    """On the roster as one: its rows are vouched for. Coordinators hear of it, because it was nobody of the roster."""
    tx, service = turn.tx, turn.service
    row = RosterRow(
        addresses.telegram_id(turn.address),
        Role.ADMINISTRATOR,
        turn.say("administrator-name"),
        (turn.language,),
        (),
        on_duty=False,
        phone="",
        escalation=False,
    )
    coordinators = await asks.coordinators(tx)
    await roster.put(tx, service, [row], Lane.REPLY, at=turn.address)
    turn.reply("administrator-next")
    for member in coordinators:
        there = await home(turn.tx, member)
        language = await language_of(tx, service, there)
        text = service.words.say(language, "administrator-new")
        sending.message(tx, service, there, Presentation(text), Lane.NEWS)


def _key(tx: Transaction, letters: str) -> str:
    return f"{KIND}:{tx.keyed_hash('administrator', letters).hex()}"
