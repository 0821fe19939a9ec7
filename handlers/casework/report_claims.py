"""What the answers of a report claim. Only what changed becomes a claim; what does not apply any more is taken back.

An answer claims the kind of its question's name; QUESTIONS says which claim something else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from core.casework import follow_up_questions
from core.casework.claim_kinds import KINDS, Certainty
from core.casework.claims import Claim, Json, SourceKind
from core.conversation.forms import Answer, Answers, AnswerSource, question_of_guess
from core.matching.likeness import match_names
from core.model import Person, Report
from core.values import CountKind, Moment, People, Precision, value_to_data
from core.vocabulary import ConsentUse
from storage.transaction import Transaction

CERTAINTY = {
    AnswerSource.WORDS: Certainty.UNDERSTOOD,
    AnswerSource.IMPLIED: Certainty.GUESSED,
    AnswerSource.GUESSED: Certainty.GUESSED,
}  # the other sources: said
TOLD_OF_COURT = ("hearing", "ruling_told", "no_lawyer")  # handlers.casework.told_in_court
# Claimed by a report, and not taken back by its answers.
STAYS = frozenset(
    {
        *ConsentUse,
        "says_over",
        "says_false",
        "says_well",
        "warned",
        *TOLD_OF_COURT,
        *follow_up_questions.QUESTIONS,
    }
)
MOST = 500  # claims of one report: what is said after so many changes is kept as words, and claims nothing
AT_LEAST_ONE = People(count=1, kind=CountKind.AT_LEAST)


class Saying(Struct, frozen=True):
    """What one answer says. ``name``: of the person it is about."""

    kind: str
    value: Json
    certainty: Certainty = Certainty.SAID
    entry: int | None = None
    at: datetime | None = None
    precision: Precision = Precision.UNKNOWN
    name: str | None = None


def sayings(answers: Answers) -> Iterator[Saying]:
    """Everything that these answers say. Somebody who says "it is me" is at least one, also when nothing more was said."""
    for name, answer in answers.items():
        if answer.source is AnswerSource.GUESSED:
            yield _guess(question_of_guess(name), answer)
        else:
            yield from QUESTIONS.get(name, _as_it_is)(name, answer)
    situation = answers.get("situation")
    if situation is not None and situation.value == "me" and "who" not in answers:
        yield Saying("count", value_to_data(AT_LEAST_ONE), Certainty.UNDERSTOOD)


def _as_it_is(name: str, answer: Answer) -> Iterator[Saying]:
    assert answer.value is not None  # of answers that apply, the skipped ones say nothing
    yield Saying(
        name, value_to_data(answer.value), CERTAINTY.get(answer.source, Certainty.SAID), answer.entry
    )


GUESSED_KINDS = {"who": "count", "accused": "count", "when": "started"}


def _guess(question: str, answer: Answer) -> Saying:
    """What may be so. It makes nobody a person of the case: names stand beside how many there may be."""
    (saying,) = _as_it_is(GUESSED_KINDS.get(question, question), answer)
    when = answer.value
    return replace(saying, at=when.at, precision=when.precision) if isinstance(when, Moment) else saying


def _people(name: str, answer: Answer) -> Iterator[Saying]:
    """How many; and each name is about a person of its own. Who was tried, and then held, was told of."""
    assert isinstance(answer.value, People)
    (said,) = _as_it_is("count", replace(answer, value=replace(answer.value, names=())))
    if answer.source is AnswerSource.IMPLIED:
        said = replace(said, certainty=Certainty.UNDERSTOOD)
    yield said
    for named in answer.value.names:
        yield replace(said, kind="name", value=named, name=named)


def _moment(kind: str) -> Callable[[str, Answer], Iterator[Saying]]:
    """A claim of that kind is true of the moment that it names."""

    def said(name: str, answer: Answer) -> Iterator[Saying]:
        (saying,) = _as_it_is(kind, answer)
        when = answer.value
        yield replace(saying, at=when.at, precision=when.precision) if isinstance(when, Moment) else saying

    return said


def _nothing(name: str, answer: Answer) -> Iterator[Saying]:
    yield from ()


QUESTIONS: Mapping[str, Callable[[str, Answer], Iterator[Saying]]] = {
    "who": _people,
    "accused": _people,
    "when": _moment("started"),
    "appointment": _moment("appointment"),
    "files": _nothing,  # they stand in the entries
    "consent": _nothing,  # claimed with the wording that was answered: handlers.casework.name_consents
}


def newest_claims(claims: Iterable[Claim]) -> dict[tuple[str, int | None], Claim]:
    """What a report says now: by kind and person. Guesses are not said."""
    return {
        (claim.kind, claim.person_id): claim
        for claim in sorted(claims, key=lambda claim: (claim.noted_at, claim.id))
        if claim.withdrawn_at is None and claim.source_kind is SourceKind.REPORT and not _is_guess(claim)
    }


async def record_answers(tx: Transaction, report: Report, answers: Answers) -> None:
    """Write what the answers say, as far as the report has not said it yet, and take back what they do not say any more."""
    claims = [c for c in await tx.claims.by(report_id=report.id) if c.source_kind is SourceKind.REPORT]
    if len(claims) >= MOST:
        return
    known = newest_claims(claims)
    every = list(sayings(answers))
    _record_guesses(tx, report, claims, [saying for saying in every if _is_guess(saying)])
    said = [saying for saying in every if not _is_guess(saying)]
    persons = _persons(tx, report, known, [saying.name for saying in said if saying.name is not None])
    still: set[tuple[str, int | None]] = set()
    for saying in said:
        about = next(persons) if saying.name is not None else None
        still.add((saying.kind, about))
        before = known.get((saying.kind, about))
        if before is None or before.value != saying.value or _is_surer(saying, before):
            tx.claims.add(make_claim(tx, report, saying, about))
    for claim in claims:
        if (
            claim.withdrawn_at is None
            and claim.kind not in STAYS
            and not _is_guess(claim)
            and (claim.kind, claim.person_id) not in still
        ):
            tx.claims.put(replace(claim, withdrawn_at=tx.now))


def _is_guess(said: Saying | Claim) -> bool:
    """Whether it stands beside what the report says (core.casework.claim_kinds)."""
    kind = KINDS.get(said.kind)
    return kind is not None and kind.beside and said.certainty.rank < kind.fact_from.rank


def _record_guesses(
    tx: Transaction, report: Report, claims: Iterable[Claim], guesses: Iterable[Saying]
) -> None:
    """Write what may be so now, and take back what has been settled since."""
    before = {claim.kind: claim for claim in claims if claim.withdrawn_at is None and _is_guess(claim)}
    now = {guess.kind: guess for guess in guesses}
    for kind, claim in before.items():
        if kind not in now or now[kind].value != claim.value:
            tx.claims.put(replace(claim, withdrawn_at=tx.now))
    for kind, guess in now.items():
        if kind not in before or before[kind].value != guess.value:
            tx.claims.add(make_claim(tx, report, guess))


def _is_surer(saying: Saying, before: Claim) -> bool:
    """Whether what was guessed, or read from words, is said now."""
    return before.certainty.rank < saying.certainty.rank


def _persons(
    tx: Transaction, report: Report, known: Mapping[tuple[str, int | None], Claim], names: list[str]
) -> Iterator[int]:
    """The person of each name: whom the report named before, perhaps in another spelling, or somebody new."""
    before = {
        person: str(claim.value) for (kind, person), claim in known.items() if kind == "name" and person
    }
    for found in match_names(dict(sorted(before.items())), names):
        yield found or tx.persons.add(Person(tx.new_id(), None, report.id, tx.now)).id


def make_claim(tx: Transaction, report: Report, saying: Saying, person: int | None = None) -> Claim:
    """The claim by which a report says something now."""
    return Claim(
        tx.new_id(),
        None,
        report.id,
        saying.kind,
        saying.value,
        SourceKind.REPORT,
        report.id,
        tx.now,
        saying.certainty,
        person,
        saying.at,
        saying.precision,
        entry_id=saying.entry,
    )
