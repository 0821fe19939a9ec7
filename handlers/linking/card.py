"""The coordinators' one card of cases that may be about the same people: the new one beside the known one, what agrees and
what differs. Coarse, as before any case is opened: codes, places and times, who reported, never a name.
"""

from collections.abc import Iterator

from bot.core.matching.evidence import PERHAPS, SURE, Compared
from bot.core.model import Case
from bot.core.pairs import Pair
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card
from bot.core.vocabulary import CaseState
from handlers.cards.case_card import state_words, stub
from handlers.cards.overviews import line
from handlers.cards.source_lines import relations
from handlers.linking import pairs
from handlers.people.quiet import is_quiet
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

SHOWN = 3  # pairs


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The likeliest first; the next come up when these are answered."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    found = await pairs.waiting(tx)
    if not found:
        return stub(service, language, "alike-none")
    say = service.words.say
    lines, rows = [say(language, "alike-head", count=len(found))], list[tuple[Button, ...]]()
    for number, (pair, new, known) in enumerate(found[:SHOWN], 1):
        compared = await pairs.agreement(tx, service, new, known)
        lines += ["", say(language, "alike-new", number=number, line=await _line(tx, service, language, new))]
        lines.append(say(language, "alike-known", line=await _line(tx, service, language, known)))
        lines.append("".join(_facts(service, language, compared)))
        rows += _rows(service, language, number, pair, new, known)
    if len(found) > SHOWN:
        lines += ["", say(language, "alike-more", count=len(found) - SHOWN)]
    silent = await is_quiet(tx, service, card.address_id)
    return Presentation("\n".join(lines), tuple(rows), protect=True, silent=silent)


async def _line(tx: Transaction, service: Service, language: str, case: Case) -> str:
    told = ", ".join(await relations(tx, service, language, case))
    return f"{line(service, language, case, await state_words(tx, service, language, case))} · {told}"


def _facts(service: Service, language: str, compared: Compared | None) -> Iterator[str]:
    if compared is None:
        yield service.words.say(language, "alike-not-compared")
        return
    score = compared.score
    likeness = "same" if score >= SURE else "maybe" if score >= PERHAPS else "none"
    yield service.words.say(language, "alike-name", likeness=likeness)
    for fact, agrees in compared.facts.items():
        yield service.words.say(language, f"lookup-fact-{fact}-{'agrees' if agrees else 'differs'}")


def _rows(
    service: Service, language: str, number: int, pair: Pair, new: Case, known: Case
) -> Iterator[tuple[Button, ...]]:
    say = service.words.say
    one_over = (new.state is CaseState.CLOSED) != (known.state is CaseState.CLOSED)
    same = "button-same-case-held" if one_over else "button-same-case"
    first = [Button(say(language, same, number=number), f"linked:{pair.id}:same", Style.SUCCESS)]
    if one_over:
        first.append(Button(say(language, "button-same-case-over", number=number), f"linked:{pair.id}:over"))
    first.append(Button(say(language, "button-same-case-not", number=number), f"linked:{pair.id}:apart"))
    yield tuple(first)
    yield tuple(Button(case.code, f"open:{case.id}") for case in (new, known))
