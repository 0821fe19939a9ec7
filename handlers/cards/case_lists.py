"""Lists of cases: who told them, one line for one source's many, and pages that change one message.

Lines of lists, and the lawyer's list of own cases and offers, those of one place bundled. Coarse: no names, no words.

What is many has pages; one source's many cases are one line, which opens a card of their own (chat_card).

How the boards of coordinators are drawn: a head, one page of lines below their headings, and what can be opened.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field

from core.casework.case_list import PAGE, CaseListLine, Triage, page_shown, page_stops
from core.casework.claim_kinds import UNVERIFIED
from core.model import Case
from core.presentation import Button, ButtonRows, Presentation, in_button_rows
from core.traffic import Card
from core.vocabulary import CaseState, OfferState
from handlers.cards import case_lines
from handlers.cards.case_card import state_words
from handlers.cards.case_labels import NO_LABELS, CaseLabels, load_labels
from handlers.people import membership
from handlers.service import Service
from storage.bulk_reading import first_reporters
from storage.row_map import Wanted
from storage.transaction import Transaction

T = TypeVar("T")


class CaseSources(Struct, frozen=True):
    """``of``: case id → address of who told it first. ``newcomers``: addresses that have opened one report only."""

    of: Mapping[int, int]
    newcomers: Collection[int]


async def load_sources(tx: Transaction, cases: Sequence[Case]) -> CaseSources:
    """Who told these cases."""
    told = await first_reporters(tx, [case.id for case in cases])
    return CaseSources(
        {case_id: address for case_id, (address, _) in told.items()},
        {address for address, opened in told.values() if opened == 1},
    )


def lines_on_page(lines: Sequence[T], card: Card) -> list[T]:
    """Those on the page to which the reader turned."""
    page, _ = page_shown(card.page, len(lines))
    return list(lines[page * PAGE : (page + 1) * PAGE])


def page_buttons(lines: int, card: Card) -> ButtonRows:
    """◀ and ▶, which go round, and the pages that one tap reaches; nothing while one page is enough."""
    page, pages = page_shown(card.page, lines)
    if pages == 1:
        return ()
    there = (
        Button("◀", f"page:{card.id}:{(page - 1) % pages}"),
        Button(f"{page + 1}/{pages}", f"page:{card.id}:{page}"),
        Button("▶", f"page:{card.id}:{(page + 1) % pages}"),
    )
    far = tuple(Button(f"{stop + 1}", f"page:{card.id}:{stop}") for stop in page_stops(pages) if stop != page)
    return (there, far) if pages > IN_REACH else (there,)


IN_REACH = 3  # pages of which ◀ and ▶ reach every one with one tap


def order_line(service: Service, language: str, order: str, lines: int) -> str:
    """In which order a list stands, and which lines of a long one have places kept for them; nothing for a single line."""
    said = [f"order-{order}"] * (lines > 1) + ["order-in-sight"] * (order == "urgent" and lines > PAGE)
    return " ".join(service.words.say(language, key) for key in said)


MARK = "❔"  # nobody has confirmed it


def listed_line(
    service: Service,
    language: str,
    line: CaseListLine,
    state: str = "",
    triage: Triage = Triage(),
    labels: CaseLabels = NO_LABELS,
    *,
    is_placed: bool = False,
) -> str:
    """A line of a list: one case, or several of one source. ``is_placed``: the heading above says where."""
    above = why_above(service, language, line.first, triage)
    text = case_line(service, language, line.first, state, labels, above=above, is_placed=is_placed)
    if len(line.cases) == 1:
        return text
    return service.words.say(language, "board-chat", count=len(line.cases), line=text)


def listed_button(
    service: Service, language: str, line: CaseListLine, labels: CaseLabels = NO_LABELS
) -> Button:
    """What the line opens."""
    if len(line.cases) == 1:
        return Button(labels.button(line.first), f"open:{line.first.id}")
    label = service.words.say(language, "button-chat", count=len(line.cases))
    return Button(label, f"chat:{line.first.id}")


def case_line(
    service: Service,
    language: str,
    case: Case,
    state: str = "",
    labels: CaseLabels = NO_LABELS,
    *,
    above: str = "",
    is_placed: bool = False,
) -> str:
    """One case in one line; ``state`` is added where it is not clear from the place of the line, and ``above`` in place of
    what makes it urgent.
    """
    known = labels.label(case)
    time = case_lines.local_time(case.opened_at, case_lines.zone_of(service, case), service.zone)
    place = "" if is_placed else labels.place(case, case_lines.place_name(service, language, case))
    who = case_lines.count_words(service, language, case) if is_placed or _are_several(case) else ""
    text = service.words.say(
        language,
        "board-line",
        code=labels.title(case),
        priority=case.priority,
        place=" · ".join(filter(None, (place, who))),
        situation=case_lines.situation_words(service, language, case),
        time=f"{time} ({known.age})" if known.age else time,
    )
    if case.verification in UNVERIFIED:
        text = f"{text} {MARK}"
    return " · ".join(filter(None, (text, state, above or known.urgent)))


def _are_several(case: Case) -> bool:
    return case.identified + case.unidentified_min > 1


def why_above(service: Service, language: str, case: Case, triage: Triage) -> str:
    """For coordinators: why it stands above others while lawyers are short; empty if it does not."""
    why = [service.words.say(language, f"triage-{ground.replace('_', '-')}") for ground in triage.why(case)]
    return service.words.say(language, "triage-above", why=", ".join(why)) if why else ""


def wanted_for_lists(tx: Transaction, cards: Sequence[Card]) -> tuple[Wanted, ...]:
    """What those of these cards that are lawyers' lists are drawn from."""
    lists = [card.subject_id for card in cards if card.subject == "list"]
    alerts = tx.alerts.want("member_id", lists, state=OfferState.OFFERED)
    return tx.members.want("id", lists), alerts, *membership.wanted_held(tx, lists)


class CaseGroup(Struct, frozen=True):
    """Lines below one heading, which may be empty, and what else a line says of its case, by the id. ``is_placed``: the
    heading says where; ``label``: of the button that shows this group alone.
    """

    heading: str
    lines: Sequence[CaseListLine]
    notes: dict[int, str] = field(default_factory=dict)
    is_placed: bool = False
    label: str = ""


async def draw_groups(
    tx: Transaction,
    service: Service,
    language: str,
    card: Card,
    head: str,
    groups: Sequence[CaseGroup],
    *,
    opens: bool,
    more: ButtonRows = (),
    triage: Triage = Triage(),
) -> Presentation:
    """``opens``: the reader may open what stands there, and reads who has it."""
    texts, buttons = [head], []
    under: str | None = None
    lines = [(group, line) for group in groups for line in group.lines]
    page = lines_on_page(lines, card)
    firsts = [line.first for _, line in page]
    labels = await load_labels(tx, service, language, firsts, card.address_id) if opens else NO_LABELS
    for group, line in page:
        if group.heading != under:
            texts += ["", *filter(None, [group.heading])]
            under = group.heading
        state = group.notes.get(line.first.id, "")
        if opens and len(line.cases) == 1 and line.first.state is not CaseState.OPEN:
            has = await state_words(tx, service, language, line.first)
            state = f"{has} · {state}" if state else has
        texts.append(listed_line(service, language, line, state, triage, labels, is_placed=group.is_placed))
        buttons.append(listed_button(service, language, line, labels))
    rows: ButtonRows = in_button_rows(buttons) if opens else ()
    return Presentation("\n".join(texts), (*rows, *page_buttons(len(lines), card), *more), protect=True)
