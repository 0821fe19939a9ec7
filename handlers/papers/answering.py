"""What an answer to a question of a paper becomes: a claim of the member, or words that stand for this paper alone."""

from msgspec.structs import replace

from bot.core.casework.kinds import KINDS, About, Holds
from bot.core.folding import clean
from bot.core.papers.dossier import Leaf
from bot.core.papers.drafting import found
from bot.core.papers.fields import FIELDS, options
from bot.core.values import Moment, Value
from handlers.casework import facts
from handlers.papers import drafts, sent
from handlers.papers.drafts import Prepared
from handlers.turn import Turn

MOST = 2000  # characters of an answer
TYPED = (Holds.WORDS, Holds.NAME, Holds.MOMENT)  # what can be told in a message


async def write(turn: Turn, ready: Prepared, path: str, value: Value | None) -> None:
    """What is passed over is not asked again."""
    if value is None or value == "":
        drafts.keep(turn.tx, replace(ready.paper, skipped=(*ready.paper.skipped, path)))
    elif holds(ready, path) in TYPED or (isinstance(value, str) and value in options(asks(ready, path))):
        await _claim(turn, ready, path, value)
    else:
        alone(turn, ready, path, value)


async def _claim(turn: Turn, ready: Prepared, path: str, value: Value) -> None:
    """Of the person, or of the whole case. A name that nobody had said makes somebody of the case."""
    name, field = asks(ready, path), FIELDS.get(path)
    tx, case, paper, kind = turn.tx, ready.case, ready.paper, KINDS[name]
    member, person = turn.active, paper.person_id
    assert member is not None  # or the page would not be theirs
    if kind.about is About.PERSON and person is None:
        somebody = tx.persons.add(facts.unnamed(tx, case))
        person = somebody.id
        drafts.keep(tx, replace(paper, person_id=person))
    of_case = kind.about is About.CASE or (field is not None and not field.of_person)
    of = None if of_case else person
    said = clean(value)[:MOST] if isinstance(value, str) else value
    await facts.note(tx, turn.service, case, facts.by_member(tx, case, member, name, said, person=of))
    await sent.noted(turn, case)


def alone(turn: Turn, ready: Prepared, path: str, value: Value) -> None:
    """For this paper: what no kind of claim holds."""
    text = clean(value.words if isinstance(value, Moment) else str(value)).strip()[:MOST]
    drafts.keep(turn.tx, replace(ready.paper, answers={**ready.paper.answers, path: text}))


def asks(ready: Prepared, path: str) -> str:
    """The kind of claim that would tell it; empty where none would."""
    if path in FIELDS:
        return FIELDS[path].kind
    leaf = found(ready.dossier, path)
    return leaf.asks if isinstance(leaf, Leaf) and leaf.asks in KINDS else ""


def holds(ready: Prepared, path: str) -> Holds | None:
    """What such a claim holds."""
    kind = asks(ready, path)
    return KINDS[kind].holds if kind else None
