"""The page of a letter: one message that changes, and shows what its reader turned to (``Card.chosen``).

nothing           which cases, to whom, what it asks for, what it lacks, what the person who signs should know
offices, rights … a list from which is chosen; what is chosen is numbered
case:17, by:17    what it tells of a case, as it would be printed, who is not named and why; and who did it
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from core.folding import inert_line
from core.model import LANGUAGES, Member
from core.papers.letter import CASES, LISTS, OWN_WORDS, LetterChoices, shown_hash, unticked_parts
from core.papers.letter_cases import DONE_BY, SEXES, LetterCase
from core.presentation import Button, ButtonRows, Presentation, Style, in_button_rows
from core.records.papers import Paper
from core.traffic import Card
from handlers.cards.fact_lines import shorten
from handlers.cards.stub import stub
from handlers.incidents.incident_cases import incident_title
from handlers.letters.letter_content import (
    BuiltLetter,
    LetterOption,
    days_of_facts,
    letter_cautions,
    letter_options,
    prepare_letter,
)
from handlers.letters.letter_draft import is_draft, letter_choices
from handlers.papers import paper_making
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

SENTENCE = 90  # UTF-16 units of what was typed
COUNTED = ("languages", "offices", "rights", "findings", "demands")


async def first_page_view(
    tx: Transaction, service: Service, paper: Paper, choices: LetterChoices, whole: BuiltLetter, language: str
) -> Presentation:
    """How it is now."""
    say = service.words.say
    incident = await tx.incidents.get(paper.incident_id) if paper.incident_id is not None else None
    name = (
        incident_title(service, language, incident)
        if incident is not None
        else say(language, "letter-of-chosen")
    )
    lines = [say(language, "letter-head", name=name, date=whole.date)]
    lines += [
        f"{letter_language}: «{shorten(inert_line(text), SENTENCE)}»"
        for letter_language in LANGUAGES
        if (text := choices.occasion.get(letter_language))
    ]
    for of, told in zip(CASES, (whole.told, whole.earlier), strict=True):
        if told:
            lines += [
                "",
                say(language, f"letter-{of}"),
                *(_case_line(service, language, choices, told_case) for told_case in told),
            ]
    lines += ["", *(_chosen_words(service, language, choices, whole, of) for of in COUNTED)]
    lines += [
        f"{letter_language}: {shorten(inert_line(text), SENTENCE)}"
        for letter_language in LANGUAGES
        if (text := choices.text.get(letter_language))
    ]
    lines += ["", *_missing_lines(service, language, whole)]
    lines += [
        f"⚠️ {text}"
        for text in letter_cautions(service, choices, days_of_facts(whole.told), whole.day, language)
    ]
    return Presentation(
        "\n".join(lines).strip(), _first_page_buttons(service, language, paper, choices, whole), protect=True
    )


def _case_line(service: Service, language: str, choices: LetterChoices, told: LetterCase) -> str:
    left = len(unticked_parts(told, choices.ticks))
    own = "yes" if told.parts["own"].text else "no"
    return service.words.say(
        language,
        "letter-case",
        code=told.case.code,
        head=told.head.text.rstrip(".") or "—",
        left=left,
        unnamed=len(told.unnamed),
        own=own,
    )


def _chosen_words(
    service: Service, language: str, choices: LetterChoices, whole: BuiltLetter, of: str
) -> str:
    """How many were chosen; those that cannot be addressed on this day are named, and names looked up long ago."""
    wanted = getattr(choices, of)
    every = letter_options(service, choices, of, whole.day, days_of_facts(whole.told), language)
    aged = [option for option in every if option.id in wanted and option.age]
    refused = [option for option in every if option.id in wanted and option.refused]
    text = service.words.say(language, f"letter-{of}", count=len(wanted) - len(refused))
    return " ".join(
        [
            text,
            *(
                f"⛔ {option.text}: {service.words.say(language, f'letter-office-{option.refused}')}"
                for option in refused
            ),
            *(f"⚠️ {option.text}{_why_not(service, language, option)}" for option in aged),
        ]
    )


def _missing_lines(service: Service, language: str, whole: BuiltLetter) -> list[str]:
    say = service.words.say
    lines = [say(language, "letter-betrays-title")] if whole.betrays else []
    if whole.lacking:
        what = ", ".join(paper_making.field_name(service, language, path) for path in whole.lacking)
        lines.append(say(language, "letter-lacks", what=what))
    return lines


def _first_page_buttons(
    service: Service, language: str, paper: Paper, choices: LetterChoices, whole: BuiltLetter
) -> ButtonRows:
    def button(key: str, word: str, style: Style = Style.PLAIN) -> Button:
        return Button(service.words.say(language, f"button-letter-{key}"), f"letter:{paper.id}:{word}", style)

    codes = [
        Button(told_case.case.code, f"letter:{paper.id}:case.{told_case.case.id}")
        for told_case in (*whole.told, *whole.earlier)
    ]
    lists = [button(of, f"pane.{of}") for of in COUNTED]
    texts = [
        Button(
            service.words.say(
                language, "button-letter-text", language=service.words.say(language, f"letter-in-{of}")
            ),
            f"letter:{paper.id}:write.text.{of}",
        )
        for of in choices.languages
    ]
    others = (*texts, button("add", "write.code"))
    seen = shown_hash(choices, (*whole.told, *whole.earlier))
    make = (
        () if whole.lacking or not choices.languages else ((button("make", f"make.{seen}", Style.SUCCESS),),)
    )
    return (*in_button_rows(codes), *in_button_rows([*others, *lists]), *make)


def list_view(
    service: Service, paper: Paper, choices: LetterChoices, whole: BuiltLetter, of: str, language: str
) -> Presentation:
    """All rows, in the order of the list; an office that cannot be addressed says why, and has no button."""
    say = service.words.say
    every = letter_options(service, choices, of, whole.day, days_of_facts(whole.told), language)
    chosen: tuple[str, ...] = getattr(choices, of)
    lines = [say(language, f"letter-choose-{of}"), ""]
    buttons: list[Button] = []
    for number, option in enumerate(every, start=1):
        lines.append(
            f"{_choice_mark(chosen, option)}{number}. {option.text or '—'}{_why_not(service, language, option)}"
        )
        if not option.refused or option.id in chosen:
            style = Style.SUCCESS if option.id in chosen else Style.PLAIN
            label = f"{_choice_mark(chosen, option)}{number}"
            buttons.append(Button(label, f"letter:{paper.id}:on.{of}.{option.short}", style))
    following = dict(pairwise((*COUNTED, "")))[of]
    turns = (
        Button(say(language, "button-letter-all"), f"letter:{paper.id}:all.{of}"),
        Button(say(language, "button-letter-next"), f"letter:{paper.id}:pane.{following}"),
    )
    rows = (*in_button_rows(buttons, 4), turns, *back_buttons(service, paper, language))
    return Presentation("\n".join(lines), rows, protect=True)


def back_buttons(service: Service, paper: Paper, language: str, to: str = "pane.") -> ButtonRows:
    """To where the reader came from: mostly the first page."""
    return ((Button(service.words.say(language, "button-letter-back"), f"letter:{paper.id}:{to}"),),)


def _choice_mark(chosen: tuple[str, ...], option: LetterOption) -> str:
    return "✓ " if option.id in chosen else ""


def _why_not(service: Service, language: str, option: LetterOption) -> str:
    if option.age:
        return f" ⚠️ {service.words.say(language, 'letter-office-aged', days=option.age)}"
    return f" ⛔ {service.words.say(language, f'letter-office-{option.refused}')}" if option.refused else ""


def case_page_view(
    service: Service,
    paper: Paper,
    choices: LetterChoices,
    every: Mapping[str, LetterCase],
    pane: str,
    language: str,
) -> Presentation:
    """``every``: the same in each language of the letter; all of it is checked. ``pane`` is ``by`` for who did it."""
    say, told = service.words.say, next(iter(every.values()))
    lines = [say(language, "letter-case-head", code=told.case.code)]
    for told_case in every.values():
        own = bool(told_case.parts[OWN_WORDS].text)
        head = "" if own else told_case.head.text
        lines += ["", *([head] if head else ()), *_case_parts(service, choices, told_case, language)]
    lines += ["", *_case_notes(service, language, every)]
    if pane == "by":
        rows = (
            *_authors_buttons(service, paper, told, language),
            *back_buttons(service, paper, language, f"case.{told.case.id}"),
        )
    else:
        rows = (
            *_case_page_buttons(service, paper, choices, told, language),
            *back_buttons(service, paper, language),
        )
    return Presentation("\n".join(lines).strip(), rows, protect=True)


def _case_parts(service: Service, choices: LetterChoices, told: LetterCase, language: str) -> Iterator[str]:
    left = unticked_parts(told, choices.ticks)
    for part, leaf in told.parts.items():
        if leaf.text and (part == OWN_WORDS or not told.parts[OWN_WORDS].text):
            sure = "" if leaf.verified else "✓"
            mark = service.words.say(language, "letter-unticked") if part in left else sure
            yield f"• {leaf.text} {mark}".rstrip()


def _case_notes(service: Service, language: str, every: Mapping[str, LetterCase]) -> list[str]:
    """Who is not named and why; what is left out; what only a person can say."""
    say, told = service.words.say, next(iter(every.values()))
    reasons = Counter(why for _, why in told.unnamed)
    lines = [
        say(language, f"letter-unnamed-{why.replace('_', '-')}", count=count)
        for why, count in reasons.items()
    ]
    if any(told_case.betrays for told_case in every.values()):
        lines.append(say(language, "letter-betrays"))
    elif silent := [tongue for tongue, told_case in every.items() if not told_case.parts["own"].text]:
        lines.append(
            say(
                language,
                "letter-no-line",
                languages=", ".join(say(language, f"language-{tongue}") for tongue in silent),
            )
        )
    if told.differs:
        lines.append(say(language, "letter-differs"))
    if told.case.act is None:
        lines.append(say(language, "letter-no-act"))
    return lines


def _case_page_buttons(
    service: Service, paper: Paper, choices: LetterChoices, told: LetterCase, language: str
) -> ButtonRows:
    def button(key: str, word: str, style: Style = Style.PLAIN) -> Button:
        return Button(service.words.say(language, f"button-letter-{key}"), f"letter:{paper.id}:{word}", style)

    case = told.case.id
    left = unticked_parts(told, choices.ticks)
    tick = button("tick" if left else "untick", f"tick.{case}", Style.SUCCESS if left else Style.PLAIN)
    names = [
        Button(
            service.words.say(language, "button-letter-name", number=number),
            f"letter:{paper.id}:write.name.{person}",
        )
        for number, person in enumerate(told.named, start=1)
    ]
    sexes = tuple(button(sex, f"sex.{case}.{sex}") for sex in SEXES) if len(told.named) == 1 else ()
    place = "earlier" if case in choices.cases else "in"
    return (
        (tick,),
        *in_button_rows([button("by", f"by.{case}"), *names]),
        *((sexes,) if sexes else ()),
        (button(place, f"put.{case}"), button("out", f"out.{case}")),
    )


def _authors_buttons(service: Service, paper: Paper, told: LetterCase, language: str) -> ButtonRows:
    buttons = [
        Button(
            service.words.say(language, f"later-perpetrators-{author}"),
            f"letter:{paper.id}:did.{told.case.id}.{author}",
        )
        for author in DONE_BY
    ]
    return in_button_rows(buttons)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """How it is now."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    paper = await tx.papers.get(card.subject_id)
    member = await tx.members.get(paper.member_id) if paper is not None else None
    if paper is None or member is None or not is_draft(paper):
        return None
    choices = letter_choices(paper)
    whole = await prepare_letter(tx, service, member, paper, choices, language)
    pane, _, of = card.chosen.partition(":")
    if pane in LISTS:
        return list_view(service, paper, choices, whole, pane, language)
    if any(str(told_case.case.id) == of for told_case in (*whole.told, *whole.earlier)):
        every = {
            letter_language: await _case_told(tx, service, member, paper, choices, letter_language, of)
            for letter_language in choices.languages
        }
        return case_page_view(service, paper, choices, every, pane, language)
    return await first_page_view(tx, service, paper, choices, whole, language)


async def _case_told(
    tx: Transaction,
    service: Service,
    member: Member,
    paper: Paper,
    choices: LetterChoices,
    language: str,
    of: str,
) -> LetterCase:
    whole = await prepare_letter(tx, service, member, paper, choices, language)
    return next(told_case for told_case in (*whole.told, *whole.earlier) if str(told_case.case.id) == of)
