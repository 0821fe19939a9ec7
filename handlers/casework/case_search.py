"""``/case``: cases found by code, by a name, by a station or another place, by a day (when it happened, or when we heard of
it), or by several of them; without words it lists one's own open cases.

Lawyers search among the cases that they have or had. Coordinators search names in all cases by the hashes of the index, and
only what these find is opened and compared; a day in all cases; places in the cases of that day, in those not yet closed,
and in the newest. Nothing is read that grows with the years. What is found is shown as coarsely as on the board, and opens
as usual: for its owner at once, for a coordinator with a reason.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from core import folding
from core.casework.case_view import WHEREABOUTS_KINDS, CaseView
from core.matching.likeness import PERHAPS, name_likeness, word_likeness
from core.matching.name_tokens import VOWELS, NameToken, name_tokens
from core.matching.search_blocks import BlockPass, KnownPerson, blocks_to_search
from core.model import LANGUAGES, Case, Member
from core.places.station_names import NamedStation
from core.presentation import Button, Presentation, in_button_rows
from core.understanding.clock_words import understand_moment
from core.values import Hearing, Place, Precision
from core.vocabulary import STILL, CaseState, Role
from handlers.arguments import OnCase, case_by_code
from handlers.cards import case_lines, case_lists
from handlers.cards.case_card import state_words
from handlers.cards.case_labels import load_labels
from handlers.cards.case_loading import view_of
from handlers.casework import case_acts, case_references, disclosure, name_index
from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.people.membership import held_cases
from handlers.service import Service
from handlers.turn import Turn
from storage.schema import cases, entries
from storage.transaction import Transaction

OF_A_DAY = frozenset({Precision.DAY, Precision.PART, Precision.HOUR, Precision.MINUTE})
SHORT = 2  # letters: "on", "от"; what is left beside a day


class SearchTerms(Struct, frozen=True):
    """Words by which a case is looked for, and the day that they name; neither: one's own. ``offered``: it is that one."""

    words: str
    day: date | None = None
    offered: Case | None = None


def with_day(turn: Turn, words: str) -> SearchTerms | None:
    """The same with the day taken out of the words; None if they name none."""
    zone = turn.service.zone
    found = understand_moment(words, turn.service.heard, turn.now, zone, turn.language)
    if found is None or found.at is None or found.precision not in OF_A_DAY:
        return None
    rest = [word for word in words.replace(found.words, " ", 1).split() if len(word.strip(".,;:()")) > SHORT]
    return SearchTerms(" ".join(rest), found.at.astimezone(zone).date())


async def cases_of_day(tx: Transaction, service: Service, day: date, most: int) -> list[Case]:
    """The newest of that day, in any state."""
    begins = datetime.combine(day, time(), service.zone).astimezone(UTC)
    heard = cases.c.opened_at >= begins, cases.c.opened_at < begins + timedelta(days=1)
    happened = await tx.cases.select(cases.c.happened_on == day, order_by=cases.c.id.desc(), limit=most)
    return [*happened, *await tx.cases.select(*heard, order_by=cases.c.opened_at.desc(), limit=most)]


def is_of_day(service: Service, case: Case, day: date) -> bool:
    """Whether it happened on that day, or was told on it, where it is."""
    return day in (case.happened_on, case.opened_at.astimezone(case_lines.zone_of(service, case)).date())


SHOWN = 12  # hits, as on a page of a list
LOOKED_INTO = 300  # cases of each sort, the newest
LATELY = 100  # the newest of all, closed ones too
READ, OF_EACH = 1000, 300  # messages that are read for a place, the newest of all; and characters of each
ONE_WORD = 0.93  # how alike a single word of a name has to be
SHORTEST, ENDING = 4, 2  # letters of a word that have to be there; at its end, that may be others
NUMBER = re.compile(
    r"\d(?:[\s()./-]*\d){6,}"
)  # to ring: somebody who types its first digits would be told that they are right
PLACES = ("where", "taken", "held", "marks")  # kinds of claim in whose words a place stands


async def search_terms(turn: Turn, argument: str) -> OnCase | SearchTerms:
    """A code names its case, or one that is offered; anything else is looked for."""
    found = await case_by_code(turn, argument)
    if found is not None and await case_references.is_offered(turn, found.case):
        return SearchTerms(argument.strip(), offered=found.case)
    return found or SearchTerms(argument.strip())


async def on_asked(turn: Turn, found: OnCase | SearchTerms) -> None:
    """``/case``, with or without something behind it."""
    member = turn.active
    if isinstance(found, OnCase):
        await case_acts.on_open_asked(turn, found)
    elif member is None or member.role is Role.ADMINISTRATOR:
        turn.reply("case-not-yours")
    elif found.offered is not None:
        await case_references.show_offer(turn, found.offered)
    elif not found.words:
        own = await held_cases(turn.tx, member)
        await _show_found(turn, "search-own" if own else "search-none-own", own)
    else:
        hits = await _find_by_day_or_words(turn, member, found)
        await _show_found(turn, "search-found" if hits else "search-nothing", hits)


async def on_name_asked(turn: Turn, opened: OpenForm | None, name: str) -> None:
    """ "Find Sample" is ``/case Sample``."""
    await on_asked(turn, SearchTerms(name))
    await dialogues.ask_again(turn, opened)


async def _show_found(turn: Turn, key: str, found: Sequence[Case]) -> None:
    """With names it is gone from the chat after a day, as all that is handed out of a case."""
    newest = sorted(found, key=lambda case: case.opened_at, reverse=True)
    lines = [turn.say(key, count=len(newest))]
    lines += filter(None, [case_lists.order_line(turn.service, turn.language, "newest", len(newest))])
    labels = await load_labels(turn.tx, turn.service, turn.language, newest[:SHOWN], turn.address.id)
    for case in newest[:SHOWN]:
        state = labels.label(case).step
        if turn.coordinator is not None and not state:
            state = await state_words(turn.tx, turn.service, turn.language, case)
        lines.append(f"• {case_lists.case_line(turn.service, turn.language, case, state, labels)}")
    if len(newest) > SHOWN:
        lines.append(turn.say("search-more", count=len(newest) - SHOWN))
    rows = in_button_rows([Button(labels.button(case), f"open:{case.id}") for case in newest[:SHOWN]])
    shown = Presentation("\n".join(lines), rows, protect=True)
    disclosure.show_several(turn, labels.named(newest[:SHOWN]), shown)


async def _find_by_day_or_words(turn: Turn, member: Member, found: SearchTerms) -> list[Case]:
    """By the day that the words name, if they name one; if that finds nothing, as words like any other."""
    dated = with_day(turn, found.words)
    hits = await _find(turn, member, dated) if dated is not None else []
    return hits or await _find(turn, member, found)


async def _find(turn: Turn, member: Member, sought: SearchTerms) -> list[Case]:
    spelt = name_tokens(sought.words, turn.service.name_rules)
    pool = {case.id: case for case in await _candidates(turn, member, sought, spelt)}
    if sought.day is not None:
        pool = {id: case for id, case in pool.items() if is_of_day(turn.service, case, sought.day)}
        if not sought.words:
            return list(pool.values())
    reports = await _load_claims(turn.tx, pool)
    told = await _recent_words(turn.tx, reports)
    folded = folding.folded_words(sought.words)
    names = turn.service.gazetteer.stations
    found, there = [], []
    for case in pool.values():
        view = await view_of(turn.tx, case)
        asked = names.only(sought.words, (case.city,) if case.city else ())
        is_there = asked is not None and _was_held_there(turn, case, view, asked)
        if is_there and asked is not None and not asked.bare:
            there.append(case)
        if (
            is_there
            or _is_named(turn, view, spelt)
            or _is_placed(turn, case, view, told.get(case.id, []), folded)
        ):
            found.append(case)
    return there or found  # words for a station look like words for others


def _was_held_there(turn: Turn, case: Case, view: CaseView, asked: NamedStation) -> bool:
    """Whether anybody of it is said to be in that station, or to have been there, by any of its names."""
    near = (case.city,) if case.city else ()
    said = [
        fact.value for (kind, _), facts in view.said.items() if kind in WHEREABOUTS_KINDS for fact in facts
    ]
    texts = dict.fromkeys(value.text if isinstance(value, Place) else str(value) for value in said)
    stations = [turn.service.gazetteer.stations.only(text, near) for text in texts]
    return any(station is not None and station.is_same(asked) for station in stations)


async def _candidates(
    turn: Turn, member: Member, sought: SearchTerms, spelt: tuple[NameToken, ...]
) -> list[Case]:
    """Among which cases is looked: the newest of each sort, so that it costs as little after years."""
    tx = turn.tx
    had = await tx.cases.newest(LOOKED_INTO, owner_id=member.id, state=CaseState.CLOSED)
    own = [*had, *await held_cases(tx, member)]
    if member.role is not Role.COORDINATOR:
        return own
    named = await _by_name_blocks(tx, spelt)
    if sought.day is not None:
        return [*own, *named, *await cases_of_day(tx, turn.service, sought.day, LOOKED_INTO)]
    still = cases.c.state.in_(STILL)
    newest = await tx.cases.select(still, order_by=cases.c.id.desc(), limit=LOOKED_INTO)
    return [*own, *named, *newest, *await tx.cases.select(order_by=cases.c.id.desc(), limit=LATELY)]


async def _by_name_blocks(tx: Transaction, spelt: tuple[NameToken, ...]) -> list[Case]:
    """Cases in which somebody may be called so: two words of the name find them, in any order and script."""
    texts = {text for through, text in blocks_to_search(KnownPerson(spelt)) if through is BlockPass.WORDS}
    hashes = [name_index.hash_of(tx, BlockPass.WORDS, text) for text in sorted(texts)]
    ids = {row.case_id for hashed in hashes for row in await tx.name_blocks.newest(LOOKED_INTO, hash=hashed)}
    newest = sorted(ids, reverse=True)[:LOOKED_INTO]
    await tx.cases.prefetch("id", newest)
    return [case for id in newest if (case := await tx.cases.get(id)) is not None]


async def _load_claims(tx: Transaction, found: Iterable[int]) -> dict[int, int]:
    """All claims of these cases, in as many statements for one as for all; each report, and its case."""
    ids = list(found)
    await tx.prefetch(tx.reports.want("case_id", ids), tx.claims.want("case_id", ids))
    reports = {report.id: id for id in ids for report in await tx.reports.by(case_id=id)}
    await tx.claims.prefetch("report_id", reports)
    return reports


async def _recent_words(tx: Transaction, reports: Mapping[int, int]) -> dict[int, list[str]]:
    """What reporters wrote lately, by the case."""
    told: dict[int, list[str]] = {}
    newest = await tx.entries.select(
        entries.c.report_id.in_(reports), order_by=entries.c.id.desc(), limit=READ
    )
    for entry in newest:
        told.setdefault(reports[entry.report_id], []).append(str(entry.payload.get("text", ""))[:OF_EACH])
    return told


def _is_named(turn: Turn, view: CaseView, spelt: tuple[NameToken, ...]) -> bool:
    names = (name for person in view.persons for name in person.names)
    return any(_name_fits(spelt, name_tokens(name, turn.service.name_rules)) for name in names)


def _name_fits(spelt: tuple[NameToken, ...], known: tuple[NameToken, ...]) -> bool:
    if len(spelt) == 1:
        return any(
            word_likeness(spelt[0], token) >= ONE_WORD or _is_declined(spelt[0], token) for token in known
        )
    return bool(spelt) and len(known) > 1 and name_likeness(spelt, known) >= PERHAPS


def _is_declined(token: NameToken, other: NameToken) -> bool:
    """Whether only the vowel at the end differs: "Дана", "Дану"."""
    ends = {token.folded[-1:], other.folded[-1:]}
    return len(token.folded) > 2 and ends <= VOWELS and token.folded[:-1] == other.folded[:-1]


def _is_placed(turn: Turn, case: Case, view: CaseView, told: list[str], folded: list[str]) -> bool:
    """Whether every word begins a word of the place, by its name or in somebody's words."""
    known, name = turn.service.gazetteer.knows, turn.service.gazetteer.name
    texts = [name(id, lang) for id in (case.city, case.district) if id and known(id) for lang in LANGUAGES]
    texts += told
    texts += [str(fact.value) for kind in PLACES for fact in view.history(kind)]
    texts += [fact.value.text for fact in view.history("place") if isinstance(fact.value, Place)]
    hearings = (fact.value for (kind, _), facts in view.said.items() if kind == "hearing" for fact in facts)
    texts += [hearing.court for hearing in hearings if isinstance(hearing, Hearing)]
    said = {word for text in texts for word in folding.folded_words(NUMBER.sub(" ", text))}
    stems = [word[: max(SHORTEST, len(word) - ENDING)] for word in folded]
    return bool(stems) and all(any(word.startswith(stem) for word in said) for stem in stems)
