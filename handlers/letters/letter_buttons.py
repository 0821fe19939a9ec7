"""What the buttons on a letter's page do. Facts that are said here are claims of the case like any others.

*Make* makes one document for each language, each a paper of its own in the chat of the member who made it. Names appear in
it only by consent, and nothing that nobody has checked. The timeline of every case that it tells of says that it was made.
"""

from collections.abc import Awaitable, Callable, Sequence

from msgspec.structs import replace

from core.model import Case
from core.papers.dossier import unverified_paths
from core.papers.letter import CASES, LISTS, shown_hash, tick_of_part, toggle_choice, unticked_parts
from core.papers.letter_cases import DONE_BY, SEXES, LetterCase
from core.records.papers import Paper, PaperState
from core.resources.name_files import meant_names
from core.timeline import TimelineKind
from core.traffic import Lane
from core.values import Texts, Value
from handlers.cards import live_cards
from handlers.cards.case_loading import view_of
from handlers.cards.paper_names import paper_name
from handlers.casework import facts
from handlers.letters import letter_form
from handlers.letters.letter_content import (
    BuiltLetter,
    LetterOption,
    days_of_facts,
    letter_cases,
    letter_options,
    prepare_letter,
)
from handlers.letters.letter_draft import CARD, CHOICES, KIND, OnLetter, save_choices
from handlers.papers import addressees, outgoing_numbers, paper_making
from handlers.turn import Turn, id_in
from storage import timeline


async def make_documents(turn: Turn, found: OnLetter, seen: str) -> None:
    """``seen``: a hash of what the page has shown. If something has changed since, the page says so, and nothing is made."""
    tx, service, choices = turn.tx, turn.service, found.choices
    every = {
        language: await prepare_letter(tx, service, found.member, found.paper, choices, language)
        for language in choices.languages
    }
    first = next(iter(every.values()), None)
    kind = service.papers.kinds.get(KIND)
    if first is None or kind is None or shown_hash(choices, (*first.told, *first.earlier)) != seen:
        await save_choices(tx, found.paper, choices)
        turn.reply("letter-changed")
        return
    lacks = {language: whole.lacking for language, whole in every.items() if whole.lacking}
    if lacks:
        turn.reply("letter-lacks", what=_lacking_words(turn, lacks))
        return
    if oblique := await _oblique_names(turn, (*first.told, *first.earlier), choices.languages):
        turn.reply("letter-oblique", names="; ".join(oblique))
        return
    templates = {
        language: await paper_making.load_template(tx, service, replace(found.paper, language=language))
        for language in every
    }
    if None in templates.values():
        turn.reply("paper-broken", name=paper_name(service, turn.language, KIND))
        return
    number = ""
    for language, whole in every.items():
        template = templates[language]
        assert template is not None  # else nothing is made, in no language
        paper = _new_paper(turn, found, language, whole)
        number = number or await outgoing_numbers.give_number(tx, service, paper, tuple(every))
        await paper_making.make(tx, service, replace(paper, number=number), kind, whole.dossier, template)
    for told_case in (*first.told, *first.earlier):
        await timeline.append(tx, told_case.case.id, found.member.id, TimelineKind.IN_LETTER, {})


async def _oblique_names(turn: Turn, told: Sequence[LetterCase], languages: Sequence[str]) -> list[str]:
    """Names that look as if they stood in another case, where nobody has written how they are printed."""
    found: dict[str, None] = {}
    for letter_case in told:
        for person in (await view_of(turn.tx, letter_case.case)).persons:
            public = person.facts.get("public_name")
            written = public.value if public is not None and isinstance(public.value, Texts) else Texts()
            if person.id in letter_case.named and not all(map(written.of, languages)):
                found |= {name: None for name in person.names if meant_names(name)}
    return list(found)


def _new_paper(turn: Turn, found: OnLetter, language: str, whole: BuiltLetter) -> Paper:
    return turn.tx.papers.add(
        Paper(
            turn.tx.new_id(),
            KIND,
            language,
            PaperState.DRAFT,
            found.member.id,
            turn.address.id,
            turn.now,
            incident_id=found.paper.incident_id,
            signer_id=found.member.id,
            ticked=tuple(unverified_paths(whole.dossier)),
            answers={CHOICES: found.paper.answers[CHOICES]},
        )
    )


def _lacking_words(turn: Turn, lacks: dict[str, list[str]]) -> str:
    said = [
        f"{language}: {', '.join(paper_making.field_name(turn.service, turn.language, path) for path in paths)}"
        for language, paths in lacks.items()
    ]
    return "; ".join(said)


async def on_act(turn: Turn, found: OnLetter) -> None:
    """Any button of the page; then the page shows the result."""
    act, _, rest = found.word.partition(".")
    does = ACTS.get(act)
    if does is not None:
        await does(turn, found, rest)


async def _turn_to(turn: Turn, found: OnLetter, to: str) -> None:
    """The same message shows another pane."""
    for card in await turn.tx.cards.by(subject=CARD, subject_id=found.paper.id, address_id=turn.address.id):
        live_cards.touch(turn.tx, replace(card, chosen=to, lane=Lane.REPLY))


async def _choose_all(turn: Turn, found: OnLetter, rest: str) -> None:
    """Every row of a list that can be chosen; a name that was looked up long ago is chosen by itself."""
    if rest in LISTS:
        chosen = getattr(found.choices, rest)
        options = await _options(turn, found, rest)
        more = [
            option.id
            for option in options
            if not option.refused and not option.age and option.id not in chosen
        ]
        await save_choices(turn.tx, found.paper, replace(found.choices, **{rest: (*chosen, *more)}))


async def _options(turn: Turn, found: OnLetter, of: str) -> list[LetterOption]:
    day = addressees.organisation_day(turn.tx, turn.service)
    told = await letter_cases(turn.tx, turn.service, found.choices.cases, turn.language)
    return letter_options(turn.service, found.choices, of, day, days_of_facts(told), turn.language)


async def _pane(turn: Turn, found: OnLetter, rest: str) -> None:
    await _turn_to(turn, found, rest if rest in LISTS else "")


async def _case(turn: Turn, found: OnLetter, rest: str) -> None:
    if id_in(rest) in _all_cases(found):
        await _turn_to(turn, found, f"case:{rest}")


async def _by(turn: Turn, found: OnLetter, rest: str) -> None:
    if id_in(rest) in _all_cases(found):
        await _turn_to(turn, found, f"by:{rest}")


async def _on(turn: Turn, found: OnLetter, rest: str) -> None:
    """Chosen, or not any more; what cannot be chosen today is not."""
    of, _, short = rest.partition(".")
    if of not in LISTS:
        return
    for option in await _options(turn, found, of):
        if option.short == short and (not option.refused or option.id in getattr(found.choices, of)):
            await save_choices(turn.tx, found.paper, toggle_choice(found.choices, of, option.id))


async def _move_case(turn: Turn, found: OnLetter, rest: str) -> None:
    """Move the case between those that the letter is about and the earlier ones that it recalls."""
    number = id_in(rest)
    if number in _all_cases(found) and number is not None:
        moved = found.choices
        for of in CASES:
            moved = toggle_choice(moved, of, number)
        await save_choices(turn.tx, found.paper, moved)


async def _remove_case(turn: Turn, found: OnLetter, rest: str) -> None:
    number = id_in(rest)
    for of in CASES:
        if number is not None and number in getattr(found.choices, of):
            await save_choices(turn.tx, found.paper, toggle_choice(found.choices, of, number))
            await _turn_to(turn, found, "")


async def _tick(turn: Turn, found: OnLetter, rest: str) -> None:
    """All that is told of a case was checked, in every language, and the next is shown; or it was not."""
    every = [
        told
        for language in found.choices.languages or (turn.language,)
        for told in await letter_cases(turn.tx, turn.service, _all_cases(found), language)
    ]
    own = [told for told in every if str(told.case.id) == rest]
    ticks = found.choices.ticks
    left = {tick_of_part(told, part) for told in own for part in unticked_parts(told, ticks)}
    of_case = {tick_of_part(told, part) for told in own for part in told.parts}
    kept = (*ticks, *sorted(left)) if left else tuple(each for each in ticks if each not in of_case)
    await save_choices(turn.tx, found.paper, replace(found.choices, ticks=kept))
    if left:
        following = next((told.case.id for told in every if unticked_parts(told, kept)), None)
        await _turn_to(turn, found, f"case:{following}" if following is not None else "")


async def _set_authors(turn: Turn, found: OnLetter, rest: str) -> None:
    """Write down who did it, as this member says: what others said stays."""
    number, _, flag = rest.partition(".")
    case = await _case_of_letter(turn, found, number)
    if case is None or flag not in DONE_BY:
        return
    view = await view_of(turn.tx, case)
    said = view.fact("perpetrators")
    own = [
        fact
        for fact in ((said, *said.others) if said is not None else ())
        if fact.claim.source_id == found.member.id
    ]
    flags = own[0].claim.value if own and isinstance(own[0].claim.value, list) else []
    now = tuple(author for author in DONE_BY if (author in flags) is not (author == flag))
    await _write_claim(turn, found, case, "perpetrators", now)


async def _sex(turn: Turn, found: OnLetter, rest: str) -> None:
    """The sex of the only person whom the letter names: languages need it."""
    number, _, sex = rest.partition(".")
    case = await _case_of_letter(turn, found, number)
    told = await letter_cases(turn.tx, turn.service, [case.id] if case is not None else [], turn.language)
    if case is not None and sex in SEXES and told and len(told[0].named) == 1:
        await _write_claim(turn, found, case, "sex", sex, told[0].named[0])


async def _write_claim(
    turn: Turn, found: OnLetter, case: Case, kind: str, value: Value, person: int | None = None
) -> None:
    claim = facts.member_claim(turn.tx, case, found.member, kind, value, person=person)
    await facts.record(turn.tx, turn.service, case, claim)
    await live_cards.touch_case(turn.tx, case.id)
    await save_choices(turn.tx, found.paper, found.choices)


async def _case_of_letter(turn: Turn, found: OnLetter, number: str) -> Case | None:
    id = id_in(number)
    return await turn.tx.cases.get(id) if id is not None and id in _all_cases(found) else None


def _all_cases(found: OnLetter) -> tuple[int, ...]:
    return (*found.choices.cases, *found.choices.earlier)


ACTS: dict[str, Callable[[Turn, OnLetter, str], Awaitable[None]]] = {
    "pane": _pane, "case": _case, "by": _by, "on": _on, "all": _choose_all, "put": _move_case, "out": _remove_case,
    "tick": _tick, "did": _set_authors, "sex": _sex, "write": letter_form.ask_for, "make": make_documents,
}  # fmt: skip
