"""While nobody is the administrator, each start shows a code on the machine: who has it there may look after the bot.

It is kept as a keyed hash, for an hour, and used once; another start makes another. Who guesses waits like with other codes.
"""

from datetime import timedelta

from core.presentation import Presentation
from core.records.invitations import ADMIN_LENGTH, CODE_ALPHABET, grouped_code
from core.roster.person_row import RosterRow
from core.traffic import Lane, Timer
from core.vocabulary import Role
from handlers.alerting import tasks
from handlers.casework import roster
from handlers.forms.form_behaviour import OpenForm
from handlers.outbox import administrators, sending
from handlers.people import addresses
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.reporting import receipt_codes
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

KIND = "nobody-looks-after"
VALID = timedelta(hours=1)


async def offer_code(tx: Transaction, service: Service) -> str | None:
    """A new code to be shown on the machine, in place of an earlier one; None where somebody is the administrator."""
    for earlier in await tx.timers.by(kind=KIND):
        tx.timers.remove(earlier.key)
    if await administrators.address_ids(tx, service):
        return None
    letters = "".join(CODE_ALPHABET[service.pick(len(CODE_ALPHABET))] for _ in range(ADMIN_LENGTH))
    tx.timers.put(Timer(_code_hash(tx, letters), KIND, tx.now + VALID))
    return grouped_code(letters)


async def on_expired(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has used it within the hour: it is gone, and the next start shows another."""


async def on_said(turn: Turn, opened: OpenForm | None, letters: str) -> None:
    """A code, right or wrong."""
    await on_code(turn, letters)


async def on_code(turn: Turn, letters: str) -> None:
    """The right one makes its sender the administrator, unless there is one meanwhile."""
    tx, service = turn.tx, turn.service
    if await receipt_codes.has_to_wait(turn):
        turn.reply("code-wait")
        return
    timer = await tx.timers.get(_code_hash(tx, letters))
    if timer is None or timer.due_at <= turn.now or await administrators.address_ids(tx, service):
        await receipt_codes.count_wrong_link(turn)
        turn.reply("administrator-code-wrong")
    elif turn.member is not None:
        turn.reply("administrator-code-member", id=turn.incoming.sender)
    else:
        tx.timers.remove(timer.key)
        await _become_administrator(turn)


async def _become_administrator(turn: Turn) -> None:
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
    coordinators = await tasks.coordinators(tx)
    await roster.save_rows(tx, service, [row], Lane.REPLY, at=turn.address)
    turn.reply("administrator-next")
    for member in coordinators:
        there = await home_address(turn.tx, member)
        language = await language_of(tx, service, there)
        text = service.words.say(language, "administrator-new")
        sending.send_message(tx, service, there, Presentation(text), Lane.NEWS)


def _code_hash(tx: Transaction, letters: str) -> str:
    return f"{KIND}:{tx.keyed_hash('administrator', letters).hex()}"
