"""What is typed for a letter: the whole of it in a language, how somebody is called; or the code of a case.

One form; ``what`` says which, and is kept among the answers before anything is asked. Before a letter is typed it is shown
as it would be printed now, in the way in which it is typed: to be copied, changed and sent back.
"""

from collections.abc import Callable, Collection, Sequence

from msgspec.structs import replace

from core.conversation.forms import (
    Answer,
    AnswerKind,
    AnswerSource,
    Form,
    Question,
    Values,
    answers_to_data,
)
from core.conversation.step import StepOutcome
from core.folding import folded_words
from core.model import LANGUAGES, Case, Dialogue
from core.papers.letter import TYPED, built_paragraph, in_order_of_time, toggle_choice
from core.papers.letter_typing import (
    TEXT,
    TITLE,
    TypedPart,
    add_typed,
    add_written,
    split_languages,
    split_typed,
    without_typed,
)
from core.presentation import Presentation
from core.values import Texts, value_from_data
from handlers.arguments import find_case_by_code
from handlers.cards import live_cards
from handlers.cards.case_loading import view_of
from handlers.casework import facts
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords, change_nothing, keep_nothing
from handlers.letters.letter_content import letter_cases, prepare_letter
from handlers.letters.letter_draft import OnLetter, is_draft, letter_choices, may_be_told, save_choices
from handlers.turn import Turn, id_in

WHAT, NAME, CODE = "what", "name", "code"
CASE = "case-"  # before the id of a case: its paragraph


def _when_asked(wanted: str) -> Callable[[Values], bool]:
    return lambda values: str(values.get(WHAT, "")).partition(".")[0] == wanted


FORM = Form(
    "letter",
    tuple(
        Question(name, AnswerKind.WORDS, applies=_when_asked(name), required=True)
        for name in (TEXT, NAME, CODE)
    ),
    lambda values: False,  # somebody who cancels has changed nothing
)


async def ask_for(turn: Turn, found: OnLetter, what: str) -> None:
    """Ask for it: ``code``, ``text.ru`` of the letter, ``name.17`` of a person."""
    kind, _, language = what.partition(".")
    if kind not in (TEXT, NAME, CODE) or (kind == TEXT and language not in LANGUAGES):
        return
    if kind == TEXT:
        turn.show(Presentation(await _as_typed(turn, found, language), protect=True))
    begun = await dialogues.begin(turn, LETTER_FORM, found.paper.id)
    known = {WHAT: Answer(what, AnswerSource.TAP, turn.now)}
    begun = dialogues.save(turn, LETTER_FORM, replace(begun, answers=answers_to_data(known)))
    await dialogues.ask_question(turn, LETTER_FORM, begun)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """It was typed, or cancelled. Somebody who is no longer a coordinator changes nothing."""
    said = {name: str(answer.value) for name, answer in state_of(dialogue).answers.items()}
    turn.tx.dialogues.remove(dialogue.id)
    paper, member = await turn.tx.papers.get(dialogue.subject_id), turn.coordinator
    what, _, of = said.get(WHAT, "").partition(".")
    if (
        outcome is StepOutcome.CANCELLED
        or paper is None
        or member is None
        or not is_draft(paper)
        or what not in said
    ):
        turn.reply("letter-cancelled")
        return
    found = OnLetter(member, paper, letter_choices(paper), "")
    if what == CODE:
        await _add_case(turn, found, said[what])
    elif what == TEXT:
        words = turn.incoming.typed or said[what]  # all of it, where less is read of a long message
        await _write_letter(turn, found, await _typed_parts(turn, found, words, of))
    else:
        await _write_name(turn, found, id_in(of) or 0, said[what])


async def _cases(turn: Turn, found: OnLetter) -> list[Case]:
    every = [await turn.tx.cases.get(id) for id in (*found.choices.cases, *found.choices.earlier)]
    return [case for case in every if case is not None]


async def _typed_parts(turn: Turn, found: OnLetter, text: str, language: str) -> list[TypedPart]:
    """By the words that begin a part in any language, and the codes of the cases."""
    marks = {
        " ".join(folded_words(turn.service.words.say(spoken, f"letter-mark-{of}"))): of
        for of in (TITLE, TEXT, *TYPED)
        for spoken in LANGUAGES
    }
    codes = {" ".join(folded_words(case.code)): f"{CASE}{case.id}" for case in await _cases(turn, found)}
    return split_typed(text, language, marks | codes)


async def _as_typed(turn: Turn, found: OnLetter, language: str) -> str:
    """The letter as it is now in a language, in the way in which it is typed."""
    whole = await prepare_letter(turn.tx, turn.service, found.member, found.paper, found.choices, language)
    every = in_order_of_time([*whole.told, *whole.earlier])
    lines = [
        (TITLE, found.choices.occasion.get(language, "")),
        *((told.case.code, built_paragraph(told)) for told in every),
        (TEXT, found.choices.text.get(language, "")),
        *(
            (of, row[language])
            for of in TYPED
            for row in found.choices.typed.get(of, ())
            if row.get(language)
        ),
    ]
    named = {of: turn.service.words.say(language, f"letter-mark-{of}") for of in (TITLE, TEXT, *TYPED)}
    return "\n".join([f"{language}:", *(f"{named.get(of, of)}: {words}".rstrip() for of, words in lines)])


async def _write_letter(turn: Turn, found: OnLetter, parts: Sequence[TypedPart]) -> None:
    """Paragraphs of cases are claims of them, where they differ from what is built; all else is kept with the draft."""
    for case in await _cases(turn, found):
        written = {
            part.language: part.words.replace("\n", " ") for part in parts if part.of == f"{CASE}{case.id}"
        }
        for language in list(written):
            (told,) = await letter_cases(turn.tx, turn.service, [case.id], language) or (None,)
            if told is None or written[language] == built_paragraph(told):
                del written[language]
        if written:
            await _write_claim(turn, found, case, "public_line", written)
    await save_choices(turn.tx, found.paper, add_typed(found.choices, parts))
    turn.reply("letter-written")


async def _write_name(turn: Turn, found: OnLetter, person: int, text: str) -> None:
    """How a person of one of the cases is called, in the languages that were written."""
    case = await _case_of_person(turn, found, person)
    if case is None:
        turn.reply("letter-cancelled")
        return
    await _write_claim(turn, found, case, "public_name", split_languages(text, turn.language), person)
    await save_choices(turn.tx, found.paper, found.choices)
    turn.reply("letter-written")


async def _write_claim(
    turn: Turn, found: OnLetter, case: Case, kind: str, written: dict[str, str], person: int | None = None
) -> None:
    before = (await view_of(turn.tx, case)).of(person, kind)
    texts = before.value if before is not None and isinstance(before.value, Texts) else Texts()
    claim = facts.member_claim(turn.tx, case, found.member, kind, add_written(texts, written), person=person)
    await facts.record(turn.tx, turn.service, case, claim)
    await live_cards.touch_case(turn.tx, case.id)


async def _case_of_person(turn: Turn, found: OnLetter, person: int) -> Case | None:
    for case in await _cases(turn, found):
        if person in [known.id for known in (await view_of(turn.tx, case)).persons]:
            return case
    return None


async def _add_case(turn: Turn, found: OnLetter, code: str) -> None:
    """One more case, among the earlier ones: what it is to the letter is said on its page."""
    case = await find_case_by_code(turn.tx, code)
    if case is None or not may_be_told(case):
        turn.reply("case-unknown", code=code[:40] or "—")
    elif case.id not in (*found.choices.cases, *found.choices.earlier):
        await save_choices(turn.tx, found.paper, toggle_choice(found.choices, "earlier", case.id))
        turn.reply("letter-added", code=case.code)


async def _take_back_words(turn: Turn, taken: TakenWords) -> TakenWords | None:
    """The letter is without them, in the languages in which they were written. None: it is made, or not theirs any more."""
    paper, member = await turn.tx.papers.get(taken.subject), turn.coordinator
    if paper is None or member is None or not is_draft(paper):
        return None
    found = OnLetter(member, paper, letter_choices(paper), "")
    of = str(taken.answers[WHAT].value).partition(".")[2]
    if taken.question == TEXT:
        parts = await _typed_parts(turn, found, taken.words, of)
        for case in await _cases(turn, found):
            words = {part.words.replace("\n", " ") for part in parts if part.of == f"{CASE}{case.id}"}
            await _withdraw(turn, found, case, "public_line", None, words)
        await save_choices(turn.tx, paper, without_typed(found.choices, parts))
        return taken
    case_of_person = await _case_of_person(turn, found, id_in(of) or 0)
    if case_of_person is None:
        return None
    await _withdraw(turn, found, case_of_person, "public_name", id_in(of), None)
    await save_choices(turn.tx, paper, found.choices)
    return taken


async def _withdraw(
    turn: Turn, found: OnLetter, case: Case, kind: str, person: int | None, words: Collection[str] | None
) -> None:
    """The newest that this member has said; ``words``: only if it says one of these."""
    said = [
        claim
        for claim in await turn.tx.claims.by(case_id=case.id, kind=kind)
        if facts.is_said_by(claim, found.member) and claim.person_id == person and claim.withdrawn_at is None
    ]
    newest = max(said, key=lambda claim: claim.id, default=None)
    value = value_from_data(newest.value) if newest is not None else None
    told = {value.of(language) for language in LANGUAGES} if isinstance(value, Texts) else set()
    if newest is None or (words is not None and told.isdisjoint(words)):
        return
    await facts.withdraw(turn.tx, turn.service, case, newest)
    await live_cards.touch_case(turn.tx, case.id)


LETTER_FORM = FormBehaviour(
    FORM,
    "missive-left",
    Interrupts.STRANGERS,
    keep_nothing,
    change_nothing,
    _on_ended,
    reviewed=False,
    takes_back=dict.fromkeys((TEXT, NAME), _take_back_words),
)
