"""A member writes that somebody is called otherwise: "it is Dina, not Dana". The name changes, and one press undoes it."""

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz

from core.casework.claims import Claim
from core.folding import inert_line
from core.model import Case
from core.presentation import Button, Presentation
from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.phrases import mentions
from core.understanding.slips import corrects_spelling, denies, name_put_right
from handlers.arguments import OnCase
from handlers.cards import live_cards
from handlers.cards.case_loading import claims_of, view_of
from handlers.casework import disclosure, facts, notes
from handlers.casework.meant_cases import cases_meant
from handlers.forms.form_behaviour import OpenForm
from handlers.people.membership import held_cases
from handlers.turn import Turn, id_in

KIND = "name"
ALIKE = 60  # of 100: two names of one person, where no word for a name stands there


class Renamed(Struct, frozen=True):
    """Whom the words rename."""

    case: Case
    person: int
    before: str
    after: str


async def find_renamed(turn: Turn, words: str) -> Renamed | None:
    """One of the people of the member's cases; None if the words rename nobody, or several."""
    member, heard = turn.active, turn.service.heard
    if member is None or not (denies(words, heard) or corrects_spelling(words, heard)):
        return None
    said = heard_sentence(words.replace(",", " "), heard)
    is_of_name = mentions(heard.members.named, said) or corrects_spelling(words, heard)
    if not is_of_name and not mentions(heard.members.wrong, said):  # who is not there is not called otherwise
        return None
    found = list[Renamed]()
    words = " ".join(word for word in words.split() if not _only_says_wrong(word, heard))
    for case in await cases_meant(turn, await held_cases(turn.tx, member), words):
        for person in (await view_of(turn.tx, case)).persons:
            for name in person.names[-1:]:
                after = name_put_right(words, name, heard, turn.service.names)
                if after and after != name and (is_of_name or fuzz.ratio(name, after) >= ALIKE):
                    found.append(Renamed(case, person.id, name, after))
    return found[0] if len(found) == 1 else None


def _only_says_wrong(word: str, heard: Heard) -> bool:
    """Whether it is no name, and denies none."""
    said, denial = heard_sentence(word, heard), heard.denial
    denies_itself = not (denial.undone_before | denial.undone_after).isdisjoint(said.split())
    return mentions(heard.members.wrong, said) and not denies_itself


async def on_said(turn: Turn, opened: OpenForm | None, renamed: Renamed) -> None:
    """The words are a note, too."""
    case, member = renamed.case, turn.active
    if member is None:
        return
    await notes.note_words(turn, case, member, turn.incoming.typed or turn.incoming.text)
    for claim in await _claims_of_name(turn, case, renamed.person):
        turn.tx.claims.put(replace(claim, withdrawn_at=turn.now))
    said = facts.member_claim(turn.tx, case, member, KIND, renamed.after, person=renamed.person)
    await facts.record(turn.tx, turn.service, case, said)
    await live_cards.touch_case(turn.tx, case.id)
    before, after = (inert_line(name) for name in (renamed.before, renamed.after))
    text = turn.say("jotted-name", code=case.code, before=before, after=after)
    no = Button(turn.say("button-not-this"), f"unnamed:{said.id}")
    disclosure.show(turn, case, Presentation(text, ((no,),), protect=True))
    turn.is_answered = True


class OnName(OnCase, frozen=True):
    """The claim by which a name was put right."""

    claim: Claim


async def own_name(turn: Turn, argument: str) -> OnName | None:
    """The claim of that number, by which the member renamed somebody."""
    claim, member = await turn.tx.claims.get(id_in(argument) or 0), turn.active
    if claim is None or member is None or claim.kind != KIND or not facts.is_said_by(claim, member):
        return None
    case = await turn.tx.cases.get(claim.case_id or 0)
    return OnName(member, case, "", claim) if case is not None and claim.withdrawn_at is None else None


async def on_not_this(turn: Turn, found: OnName) -> None:
    """*Not this*: the name is what it was."""
    claim = found.claim
    for other in await claims_of(turn.tx, found.case):
        if (other.kind, other.person_id, other.withdrawn_at) == (KIND, claim.person_id, claim.noted_at):
            turn.tx.claims.put(replace(other, withdrawn_at=None))
    await facts.withdraw(turn.tx, turn.service, found.case, claim)
    await live_cards.touch_case(turn.tx, found.case.id)
    turn.reply_in_place("jotted-name-not", code=found.case.code)


async def _claims_of_name(turn: Turn, case: Case, person: int) -> list[Claim]:
    return [
        claim
        for claim in await claims_of(turn.tx, case)
        if claim.kind == KIND and claim.person_id == person and claim.withdrawn_at is None
    ]
