"""What is typed for a letter: its title, words of one's own about a case, how somebody is called; or the code of a case.

One form; ``what`` says which, and is kept among the answers before anything is asked.
"""

from collections.abc import Callable

from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.conversation.forms import (
    Answer,
    AnswerKind,
    AnswerSource,
    Form,
    Question,
    Values,
    answers_to_data,
)
from core.conversation.step import FormStep, StepOutcome
from core.model import Case, Dialogue
from core.papers.letter import add_written, split_languages, toggle_choice
from core.values import Texts
from handlers.arguments import find_case_by_code
from handlers.cards import live_cards
from handlers.cards.case_loading import view_of
from handlers.casework import facts
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords
from handlers.letters.letter_draft import OnLetter, is_draft, letter_choices, may_be_told, save_choices
from handlers.turn import Turn, id_in

WHAT, OCCASION, LINE, NAME, CODE = "what", "occasion", "line", "name", "code"
KINDS = {LINE: "public_line", NAME: "public_name"}


def _when_asked(wanted: str) -> Callable[[Values], bool]:
    return lambda values: str(values.get(WHAT, "")).partition(".")[0] == wanted


FORM = Form(
    "letter",
    tuple(
        Question(name, AnswerKind.WORDS, applies=_when_asked(name), required=True)
        for name in (OCCASION, LINE, NAME, CODE)
    ),
    lambda values: False,  # somebody who cancels has changed nothing
)


async def ask_for(turn: Turn, found: OnLetter, what: str) -> None:
    """Ask for it: ``occasion``, ``code``, ``line.17`` of a case, ``name.17`` of a person."""
    if what.partition(".")[0] not in (OCCASION, LINE, NAME, CODE):
        return
    begun = await dialogues.begin(turn, LETTER_FORM, found.paper.id)
    known = {WHAT: Answer(what, AnswerSource.TAP, turn.now)}
    begun = dialogues.save(turn, LETTER_FORM, replace(begun, answers=answers_to_data(known)))
    await dialogues.ask_question(turn, LETTER_FORM, begun)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # it is no report's; what comes of it are rows of the letter and claims


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    return None


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
    elif what == OCCASION:
        written = {**found.choices.occasion, **split_languages(said[what], turn.language)}
        await save_choices(turn.tx, paper, replace(found.choices, occasion=written))
        turn.reply("letter-written")
    else:
        await _write_claim(turn, found, what, of, said[what])


async def _write_claim(turn: Turn, found: OnLetter, what: str, of: str, text: str) -> None:
    """Words about a case, or the name of one of its persons: claims of it, in the languages that were written."""
    number, kind = id_in(of) or 0, KINDS[what]
    about = await _case_about(turn, found, what, number)
    if about is None:
        turn.reply("letter-cancelled")
        return
    case, view = about
    person = number if what == NAME else None
    before = view.of(person, kind)
    texts = before.value if before is not None and isinstance(before.value, Texts) else Texts()
    value = add_written(texts, split_languages(text, turn.language))
    claim = facts.member_claim(turn.tx, case, found.member, kind, value, person=person)
    await facts.record(turn.tx, turn.service, case, claim)
    await live_cards.touch_case(turn.tx, case.id)
    await save_choices(turn.tx, found.paper, found.choices)
    turn.reply("letter-written")


async def _case_about(turn: Turn, found: OnLetter, what: str, number: int) -> tuple[Case, CaseView] | None:
    """The case of the letter that is meant, or that in which this person is."""
    for id in (*found.choices.cases, *found.choices.earlier):
        case = await turn.tx.cases.get(id)
        view = await view_of(turn.tx, case) if case is not None else CaseView()
        if case is not None and (
            id == number if what == LINE else number in [person.id for person in view.persons]
        ):
            return case, view
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
    if taken.question == OCCASION:
        written = split_languages(taken.words, turn.language)
        left = {name: text for name, text in found.choices.occasion.items() if name not in written}
        await save_choices(turn.tx, paper, replace(found.choices, occasion=left))
        return taken
    number = id_in(str(taken.answers[WHAT].value).partition(".")[2]) or 0
    about = await _case_about(turn, found, taken.question, number)
    if about is None:
        return None
    case, person = about[0], number if taken.question == NAME else None
    said = [
        claim
        for claim in await turn.tx.claims.by(case_id=case.id, kind=KINDS[taken.question])
        if facts.is_said_by(claim, member) and claim.person_id == person and claim.withdrawn_at is None
    ]
    if said:
        await facts.withdraw(turn.tx, turn.service, case, max(said, key=lambda claim: claim.id))
        await live_cards.touch_case(turn.tx, case.id)
        await save_choices(turn.tx, paper, found.choices)
    return taken


LETTER_FORM = FormBehaviour(
    FORM,
    "missive-left",
    Interrupts.STRANGERS,
    _keep,
    _on_changed,
    _on_ended,
    reviewed=False,
    takes_back=dict.fromkeys((OCCASION, LINE, NAME), _take_back_words),
)
