"""What a coordinator hands over at the end of a shift, as both see it: until it is accepted it follows what is open."""

from bot.core.conversation.forms import Answer
from bot.core.folding import inert
from bot.core.model import Case, Dialogue, Member
from bot.core.presentation import Button, Presentation, Style, in_rows
from bot.core.traffic import Card
from bot.core.vocabulary import CaseState
from handlers.cards import overviews
from handlers.cards.case_card import stub
from handlers.desk import open_questions
from handlers.forms.dialogues import state_of
from handlers.people.membership import active_at, addresses_of
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

CARD = "handover"
SHOWN = 8  # cases below one heading, and buttons
SETTLED = "settled"  # the answer that says what became of it
HANDED = "handed"  # the answer that keeps which cases went along
ACCEPTED, UNDONE = "accepted", "undone"


def settled(dialogue: Dialogue) -> str:
    """Accepted, undone, or empty: it waits."""
    found = state_of(dialogue).answers.get(SETTLED)
    return str(found.value) if found is not None else ""


def handed(found: open_questions.Open) -> str:
    """The cases of what is handed over, as the answer keeps them; no more than the card shows."""
    ids = dict.fromkeys(case.id for cases in found.under.values() for case in cases)
    return " ".join(map(str, list(ids)[:SHOWN]))


async def _handed(tx: Transaction, dialogue: Dialogue) -> list[Case]:
    kept = state_of(dialogue).answers.get(HANDED)
    found = [await tx.cases.get(int(id)) for id in str(kept.value).split()] if kept is not None else []
    return [case for case in found if case is not None]


async def both(tx: Transaction, dialogue: Dialogue) -> tuple[Member | None, Member | None]:
    """Who hands over, and to whom; None for who is a coordinator no more."""
    found = await active_at(tx, dialogue.address_id)
    to = await tx.members.get(dialogue.subject_id)
    return (found[0] if found else None), (to if to is not None and to.suspended_at is None else None)


def lines(
    service: Service, language: str, found: open_questions.Open
) -> tuple[list[str], tuple[Button, ...]]:
    """What is open below its headings, and buttons that open it."""
    say = service.words.say
    told: list[str] = []
    buttons: dict[int, Button] = {}
    for key, cases in found.under.items():
        if cases:
            told += ["", say(language, f"open-{key}", count=len(cases))]
            told += [f"• {overviews.line(service, language, case)}" for case in cases[:SHOWN]]
            told += [say(language, "open-more", count=len(cases) - SHOWN)] if len(cases) > SHOWN else []
            buttons |= {case.id: Button(case.code, f"open:{case.id}") for case in cases}
    if found.lookups:
        told += ["", say(language, "open-lookups", count=found.lookups)]
    return told, tuple(buttons.values())[:SHOWN]


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """For who hands over: to whom, and a button that takes it back; for the other: the words, and *I have it*."""
    language = await language_of(tx, service, card.address_id)
    dialogue = await tx.dialogues.get(card.subject_id)
    giver, taker = await both(tx, dialogue) if dialogue is not None else (None, None)
    if dialogue is None or giver is None or taker is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "handover-gone")
    say, state = service.words.say, settled(dialogue)
    mine = "yes" if card.address_id in addresses_of(giver) else "no"
    names = {"from": giver.name, "to": taker.name, "mine": mine}
    kept = state == ACCEPTED and mine == "no"  # the words are still needed
    if state and not kept:
        return Presentation(say(language, f"handover-{state}", **names), protect=True)
    told = [say(language, f"handover-{state or 'head'}", **names)]
    note = state_of(dialogue).answers.get("note")
    if isinstance(note, Answer) and note.value != "nothing":
        told.append(f"«{inert(str(note.value))}»")
    if kept:
        found = [case for case in await _handed(tx, dialogue) if case.state is not CaseState.CLOSED]
        told += [f"• {overviews.line(service, language, case)}" for case in found]
        buttons = [Button(case.code, f"open:{case.id}") for case in found]
        return Presentation("\n".join(told), in_rows(buttons), protect=True)
    listed, opens = lines(service, language, await open_questions.of(tx, giver))
    act = (
        Button(say(language, "button-handover-undo"), f"handback:{dialogue.id}")
        if mine == "yes"
        else Button(say(language, "button-handover-take"), f"handtake:{dialogue.id}", Style.SUCCESS)
    )
    return Presentation("\n".join([*told, *listed]), ((act,), *in_rows(opens)), protect=True)
