"""The coordinators' card of all that one account asks: the number to ring, and cases that may fit, of which nothing is
shown.

When a coordinator has called back, one tap settles all that the account has asked.
"""

from collections.abc import Iterator
from datetime import timedelta

from core.folding import inert_line
from core.matching.likeness import Likeness
from core.matching.name_tokens import birth_year_in, name_tokens
from core.matching.search_blocks import KnownPerson
from core.model import Dialogue
from core.presentation import Button, Presentation, Style
from core.records.lookups import LookUp
from core.timeline import TimelineKind
from core.traffic import Card
from core.values import Contact, Place
from core.vocabulary import LookUpState
from handlers.cards import case_lines
from handlers.cards.stub import stub
from handlers.casework import disclosure
from handlers.casework.name_index import Candidate, find_likely_cases
from handlers.forms.dialogues import state_of
from handlers.lookup import waiting_lookups
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

SHOWN = 3
BEFORE = 3  # days before the question on which somebody may have been taken


async def find_candidates(
    tx: Transaction, service: Service, lookup: LookUp, dialogue: Dialogue | None
) -> list[Candidate]:
    """The likeliest first. A name without a city, a phone or a year of birth finds nobody."""
    best: dict[int, Candidate] = {}
    for sought in _people_sought(service, lookup, dialogue):
        for candidate in await find_likely_cases(tx, service, sought):
            known = best.get(candidate.case.id)
            if known is None or known.compared.score < candidate.compared.score:
                best[candidate.case.id] = candidate
    ordered = sorted(best.values(), key=lambda c: (c.compared.likeness is Likeness.MAYBE, -c.compared.score))
    return ordered[:SHOWN]


def _people_sought(service: Service, lookup: LookUp, dialogue: Dialogue | None) -> list[KnownPerson]:
    told = state_of(dialogue).answers if dialogue is not None else {}
    place = told["place"].value if "place" in told else None
    contact = told["contact"].value if "contact" in told else None
    where = (place.city or place.region) if isinstance(place, Place) else None
    phones = (contact.phone,) if isinstance(contact, Contact) and contact.phone else ()
    asked = lookup.created_at.astimezone(service.zone).date()
    days = tuple(asked - timedelta(days=n) for n in range(BEFORE + 1))
    names = lookup.names or ("",)
    return [
        KnownPerson(name_tokens(name, service.name_rules), where, days, phones, birth_year_in(name))
        for name in names
    ]


async def on_called_back(turn: Turn, newest: LookUp) -> None:
    """*Called back*. A case that may be meant, and that this coordinator has opened, says so in its timeline."""
    member = turn.coordinator
    if member is None:
        return
    opened = set()
    found = await waiting_lookups.of_account(turn.tx, newest.address_id)
    for lookup in found:
        dialogue = await turn.tx.dialogues.get(lookup.dialogue_id)
        for candidate in await find_candidates(turn.tx, turn.service, lookup, dialogue):
            if await disclosure.may_see(turn.tx, candidate.case, turn.address.id):
                opened.add(candidate.case.id)
    for case_id in sorted(opened):
        await timeline.append(turn.tx, case_id, member.id, TimelineKind.CALLED_BACK, {})
    for lookup in found:
        await waiting_lookups.settle_lookup(turn.tx, turn.service, lookup, LookUpState.CALLED_BACK, by=member)


NAME, LABEL = 100, 24  # characters of a name on the card, and on a button
ANSWER = 2  # words at most
SAID = 160  # characters of the words
LISTED = 4  # questions on one screen


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The newest question first. A case opens by its button, with a reason."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    found = await waiting_lookups.of_account(tx, card.subject_id)
    if not found:
        return None
    say = service.words.say
    address = await tx.addresses.get(card.subject_id)
    count = await waiting_lookups.count_names(tx, card.subject_id)
    lines = [say(language, "lookup-head"), await _number_line(tx, service, language, found)]
    if address is not None and address.silenced_at is not None:
        lines.append(say(language, "lookup-hidden"))
    if count > 1:
        lines.append(say(language, "lookup-count", count=count))
    rows: list[tuple[Button, ...]] = [
        (Button(say(language, "button-called-back"), f"called:{found[-1].id}", Style.SUCCESS),)
    ]
    number = 0
    for lookup in found[: -LISTED - 1 : -1]:
        lines += ["", await _question_line(tx, service, language, lookup), *_question_words(lookup)]
        dialogue = await tx.dialogues.get(lookup.dialogue_id)
        fitting = await find_candidates(tx, service, lookup, dialogue)
        if fitting:
            lines.append(say(language, "lookup-candidates", count=len(fitting)))
        buttons = []
        for candidate in fitting:
            number += 1
            lines.append(_candidate_line(service, language, number, candidate))
            label = say(language, "button-candidate", number=number)
            buttons.append(Button(label, f"open:{candidate.case.id}", Style.PRIMARY))
        rows += [tuple(buttons)] if buttons else []
        name = _names_words(service, language, lookup, LABEL)
        rows.append((Button(say(language, "button-vanished", name=name), f"vanished:{lookup.id}"),))
    if len(found) > LISTED:
        lines += ["", say(language, "lookup-more", count=len(found) - LISTED)]
    return Presentation("\n".join(lines), tuple(rows), protect=True)


async def _number_line(tx: Transaction, service: Service, language: str, found: list[LookUp]) -> str:
    for lookup in reversed(found):
        dialogue = await tx.dialogues.get(lookup.dialogue_id)
        answer = state_of(dialogue).answers.get("contact") if dialogue is not None else None
        if answer is not None and isinstance(answer.value, Contact) and answer.value.phone:
            return service.words.say(language, "lookup-number", number=answer.value.phone)
    return service.words.say(language, "lookup-numberless")


async def _question_line(tx: Transaction, service: Service, language: str, lookup: LookUp) -> str:
    dialogue = await tx.dialogues.get(lookup.dialogue_id)
    answer = state_of(dialogue).answers.get("place") if dialogue is not None else None
    place = answer.value if answer is not None and isinstance(answer.value, Place) else Place()
    known = place.city or place.region
    where = service.gazetteer.name(known, language) if known else service.words.say(language, "place-unknown")
    time = case_lines.local_time(lookup.created_at, service.zone, service.zone)
    return service.words.say(
        language, "lookup-line", names=_names_words(service, language, lookup, NAME), place=where, time=time
    )


def _question_words(lookup: LookUp) -> list[str]:
    """The question as it was typed, and what else was said; answers of a word or two are above."""
    said = inert_line(" / ".join(words for words in lookup.words if len(words.split()) > ANSWER))
    return [f"«{said if len(said) <= SAID else said[: SAID - 1] + '…'}»"] if said else []


def _names_words(service: Service, language: str, lookup: LookUp, most: int) -> str:
    names = inert_line(", ".join(lookup.names)) or service.words.say(language, "lookup-unnamed")
    return names if len(names) <= most else names[: most - 1] + "…"


def _candidate_line(service: Service, language: str, number: int, candidate: Candidate) -> str:
    said = "".join(_fact_words(service, language, candidate))
    likeness = candidate.compared.likeness.value
    return service.words.say(language, "lookup-candidate", number=number, likeness=likeness, facts=said)


def _fact_words(service: Service, language: str, candidate: Candidate) -> Iterator[str]:
    for fact, agrees in candidate.compared.facts.items():
        yield service.words.say(language, f"lookup-fact-{fact}-{'agrees' if agrees else 'differs'}")
