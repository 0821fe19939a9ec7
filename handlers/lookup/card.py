"""The coordinators' card of all that one account asks: the number to ring, and what may fit, of which nothing is shown."""

from collections.abc import Iterator

from bot.core.folding import inert
from bot.core.looked_for import LookUp
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card
from bot.core.values import Contact, Place
from handlers.cards import case_lines
from handlers.cards.case_card import stub
from handlers.casework.likely import Candidate
from handlers.forms.dialogues import state_of
from handlers.lookup import candidates, waiting
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

NAME, LABEL = 100, 24  # characters of a name on the card, and on a button
ANSWER = 2  # words at most
SAID = 160  # characters of the words
LISTED = 4  # questions on one screen


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The newest question first. A case opens by its button, with a reason."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    found = await waiting.of(tx, card.subject_id)
    if not found:
        return None
    say = service.words.say
    address = await tx.addresses.get(card.subject_id)
    count = await waiting.names_of(tx, card.subject_id)
    lines = [say(language, "lookup-head"), await _number(tx, service, language, found)]
    if address is not None and address.silenced_at is not None:
        lines.append(say(language, "lookup-hidden"))
    if count > 1:
        lines.append(say(language, "lookup-count", count=count))
    rows: list[tuple[Button, ...]] = [
        (Button(say(language, "button-called-back"), f"called:{found[-1].id}", Style.SUCCESS),)
    ]
    number = 0
    for one in found[: -LISTED - 1 : -1]:
        lines += ["", await _line(tx, service, language, one), *_words(one)]
        dialogue = await tx.dialogues.get(one.dialogue_id)
        fitting = await candidates.of(tx, service, one, dialogue)
        if fitting:
            lines.append(say(language, "lookup-candidates", count=len(fitting)))
        buttons = []
        for candidate in fitting:
            number += 1
            lines.append(_candidate(service, language, number, candidate))
            label = say(language, "button-candidate", number=number)
            buttons.append(Button(label, f"open:{candidate.case.id}", Style.PRIMARY))
        rows += [tuple(buttons)] if buttons else []
        name = _names(service, language, one, LABEL)
        rows.append((Button(say(language, "button-vanished", name=name), f"vanished:{one.id}"),))
    if len(found) > LISTED:
        lines += ["", say(language, "lookup-more", count=len(found) - LISTED)]
    return Presentation("\n".join(lines), tuple(rows), protect=True)


async def _number(tx: Transaction, service: Service, language: str, found: list[LookUp]) -> str:
    for one in reversed(found):
        dialogue = await tx.dialogues.get(one.dialogue_id)
        answer = state_of(dialogue).answers.get("contact") if dialogue is not None else None
        if answer is not None and isinstance(answer.value, Contact) and answer.value.phone:
            return service.words.say(language, "lookup-number", number=answer.value.phone)
    return service.words.say(language, "lookup-numberless")


async def _line(tx: Transaction, service: Service, language: str, one: LookUp) -> str:
    dialogue = await tx.dialogues.get(one.dialogue_id)
    answer = state_of(dialogue).answers.get("place") if dialogue is not None else None
    place = answer.value if answer is not None and isinstance(answer.value, Place) else Place()
    known = place.city or place.region
    where = service.gazetteer.name(known, language) if known else service.words.say(language, "place-unknown")
    time = case_lines.local(one.created_at, service.zone, service.zone)
    return service.words.say(
        language, "lookup-line", names=_names(service, language, one, NAME), place=where, time=time
    )


def _words(one: LookUp) -> list[str]:
    """The question as it was typed, and what was said besides; answers of a word or two stand above."""
    said = inert(" / ".join(words for words in one.words if len(words.split()) > ANSWER))
    return [f"«{said if len(said) <= SAID else said[: SAID - 1] + '…'}»"] if said else []


def _names(service: Service, language: str, one: LookUp, most: int) -> str:
    names = inert(", ".join(one.names)) or service.words.say(language, "lookup-unnamed")
    return names if len(names) <= most else names[: most - 1] + "…"


def _candidate(service: Service, language: str, number: int, candidate: Candidate) -> str:
    said = "".join(_facts(service, language, candidate))
    likeness = candidate.compared.likeness.value
    return service.words.say(language, "lookup-candidate", number=number, likeness=likeness, facts=said)


def _facts(service: Service, language: str, candidate: Candidate) -> Iterator[str]:
    for fact, agrees in candidate.compared.facts.items():
        yield service.words.say(language, f"lookup-fact-{fact}-{'agrees' if agrees else 'differs'}")
