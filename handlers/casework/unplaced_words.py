"""A member with several cases does not say of which they wrote: after some minutes the words are a note of the newest case,
and go to another one by a press.
"""

from msgspec.structs import replace

from core.presentation import Button, Presentation
from core.traffic import Lane, Timer
from handlers.casework import notes
from handlers.casework.meant_cases import SHOWN
from handlers.forms.held_words import words_in
from handlers.outbox import sending
from handlers.people.membership import active_members_at, held_cases
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Unless they have said it."""
    held = await tx.dialogues.get(timer.subject_id)
    if held is None or held.subject_id or not words_in(held):
        return
    for member in await active_members_at(tx, held.address_id):
        cases = await held_cases(tx, member)
        if not cases:
            return
        newest = max(cases, key=lambda case: (case.accepted_at or case.opened_at, case.id))
        claim = await notes.keep_note(tx, service, newest, member, words_in(held))
        tx.dialogues.put(replace(held, subject_id=claim.id))
        text = service.words.say(
            await language_of(tx, service, held.address_id), "jotted-placed", code=newest.code
        )
        others = [case for case in cases if case.id != newest.id][-SHOWN:]
        rows = tuple((Button(case.code, f"note:{case.id}:{held.id}"),) for case in others)
        sending.send_message(
            tx, service, held.address_id, Presentation(text, rows, protect=True), Lane.REMINDER
        )
