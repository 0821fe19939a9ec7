"""An open letter, made from cases that belong together: all that its templates may name. Pure.

The author chooses what it tells, to whom it goes and what it asks for. Which facts are printed follows from the records and
from these choices; no letter is written down anywhere. Before words are published, it is checked whether they name somebody
who must stay hidden, in any alphabet and grammatical case.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from msgspec import Struct, field
from msgspec.structs import fields, replace

from core.folding import folded_words
from core.matching.name_tokens import NameRules
from core.papers.dossier import Dossier, Leaf, Node
from core.papers.letter_cases import LetterCase

LISTS = (
    "languages",
    "offices",
    "rights",
    "demands",
    "findings",
)  # what is chosen from a list; the order is that of choosing
CASES = ("cases", "earlier")
TICK, SHOWN = 12, 8  # hexadecimal digits
TYPED = ("offices", "rights", "demands")  # rows may be typed too, and are chosen then like others
OWN = "own-"  # before the number of such a row


class LetterChoices(Struct, frozen=True):
    """``cases``: of this letter; ``earlier``: similar ones that it recalls. ``ticks``: what somebody has checked, as it was
    then. ``occasion``: its title in each language; ``text``: what it says besides the cases. ``typed``: rows of a list that
    were typed, each in some languages.
    """

    cases: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    occasion: Mapping[str, str] = field(default_factory=dict)
    text: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)


def toggle_choice(choices: LetterChoices, of: str, choice: str | int) -> LetterChoices:
    """Chosen if it was not, else not."""
    before = getattr(choices, of)
    after = tuple(each for each in before if each != choice) if choice in before else (*before, choice)
    changed: dict[str, Any] = {of: after}
    return replace(choices, **changed)


def tick_of_part(told: LetterCase, part: str) -> str:
    """Of a part of what is told of a case, as it stands: once something else is known it is another."""
    origins = " ".join((str(told.case.id), part, *told.parts[part].origins))
    return sha256(origins.encode()).hexdigest()[:TICK]


def unticked_parts(told: LetterCase, ticks: Collection[str]) -> tuple[str, ...]:
    """The parts that nobody has checked: they are left out."""
    return tuple(
        part
        for part, leaf in told.parts.items()
        if leaf.text and not leaf.verified and tick_of_part(told, part) not in ticks
    )


OWN_WORDS = "own"


def checked_case(told: LetterCase, ticks: Collection[str]) -> LetterCase:
    """As it is printed: without what is neither sure nor ticked."""
    left = unticked_parts(told, ticks)
    if told.parts[OWN_WORDS].text:  # they stand in place of what is built
        left = tuple(part for part in told.parts if part in left or part != OWN_WORDS)
        told = replace(told, head=Leaf(""))
    parts = {part: Leaf("") if part in left else leaf for part, leaf in told.parts.items()}
    return replace(told, parts=parts)


def shown_hash(choices: LetterChoices, told: Iterable[LetterCase]) -> str:
    """A hash of all that a page has shown: what was chosen, and what is known of the cases."""
    known = [tick_of_part(letter_case, part) for letter_case in told for part in letter_case.parts]
    return sha256(" ".join((choices_to_text(choices), *known)).encode()).hexdigest()[:SHOWN]


def choices_to_text(choices: LetterChoices) -> str:
    """The choices as text, to be kept."""
    return json.dumps(
        {field.name: getattr(choices, field.name) for field in fields(choices)}, ensure_ascii=False
    )


def choices_from_text(text: str) -> LetterChoices:
    """The choices that were kept as text."""
    data = json.loads(text)
    known = {each.name for each in fields(LetterChoices)}
    read: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in data.items()
        if name in known
    }
    return LetterChoices(**read)


LEAST = 4  # letters of a word that tell who it is
ENDING = 2  # letters at its end that a grammatical case may change


def mentions_name(text: str, names: Iterable[str], rules: NameRules) -> bool:
    """By any word of a name that is not a given name, which others have too; by any where it has no other."""
    said = {rules.fold(word) for word in folded_words(text)}
    return any(word.startswith(stem) for name in names for stem in _name_stems(name, rules) for word in said)


def _name_stems(name: str, rules: NameRules) -> set[str]:
    folded = [folded_word for word in folded_words(name) if len(folded_word := rules.fold(word)) >= LEAST]
    own = [folded_word for folded_word in folded if rules.sound(folded_word) not in rules.given] or folded
    return {folded_word[: max(LEAST, len(folded_word) - ENDING)] for folded_word in own}


ANSWER = ("answer",)


class LetterRow(Struct, frozen=True):
    """A line that the country's data gives, in the letter's language, and the rows that it is made of."""

    text: str
    origins: tuple[str, ...]

    @property
    def leaf(self) -> Leaf:
        """As it is printed: somebody chose it."""
        return Leaf(self.text, self.origins)


class LetterFrame(Struct, frozen=True):
    """What stands around the cases, in the letter's language, in the order of the letter."""

    organisation: str
    date: str
    city: str
    rights: Sequence[LetterRow]
    findings: Sequence[LetterRow]
    offices: Sequence[LetterRow]
    demands: Sequence[LetterRow]


def build_letter(
    told: Iterable[LetterCase],
    earlier: Iterable[LetterCase],
    choices: LetterChoices,
    around: LetterFrame,
    language: str,
) -> Dossier:
    """The tree. What nobody has checked is not in it."""
    return {
        "paper": {
            "date": Leaf(around.date, ANSWER),
            "city": Leaf(around.city, ANSWER if around.city else ()),
        },
        "organisation": {"name": Leaf(around.organisation, ("organisation",))},
        "letter": {
            "occasion": _plain_leaf(choices.occasion.get(language, "")),
            "text": _plain_leaf(choices.text.get(language, "")),
        },
        "cases": _cases(told, choices),
        "earlier": _cases(earlier, choices),
        "findings": _rows(around.findings),
        "violated": _rows(around.rights),
        "addressees": tuple({"line": row.leaf} for row in around.offices),
        "demands": _rows(around.demands),
    }


def silence_typed(
    choices: LetterChoices, hidden: Sequence[str], rules: NameRules, language: str
) -> tuple[LetterChoices, bool]:
    """The choices without what was typed and names anybody who is ``hidden``; and whether anything was."""

    def betrays(text: str) -> bool:
        return mentions_name(text, hidden, rules)

    told = [words for words in (choices.occasion, choices.text) if betrays(words.get(language, ""))]
    rows = {
        of: [{} if betrays(row.get(language, "")) else row for row in every]
        for of, every in choices.typed.items()
    }
    left = replace(
        choices,
        occasion={**choices.occasion, language: ""} if choices.occasion in told else choices.occasion,
        text={**choices.text, language: ""} if choices.text in told else choices.text,
        typed=rows,
    )
    return left, bool(told) or rows != {of: list(every) for of, every in choices.typed.items()}


def built_paragraph(told: LetterCase) -> str:
    """All that would be printed of a case once it is checked: what was typed, or what is built."""
    own = told.parts[OWN_WORDS].text
    return own or " ".join(leaf.text for leaf in (told.head, *told.parts.values()) if leaf.text)


def silence_hidden(told: Iterable[LetterCase], hidden: Sequence[str], rules: NameRules) -> list[LetterCase]:
    """The same without reporters' own words that name anybody who is ``hidden`` anywhere in the letter."""
    return [
        _silenced(letter_case) if mentions_name(letter_case.parts["own"].text, hidden, rules) else letter_case
        for letter_case in told
    ]


def _silenced(told: LetterCase) -> LetterCase:
    return replace(told, parts={**told.parts, "own": Leaf("")}, betrays=True)


def in_order_of_time(told: Iterable[LetterCase]) -> list[LetterCase]:
    """In order of time; those without a day come last."""
    return sorted(
        told,
        key=lambda letter_case: (
            letter_case.on is None,
            letter_case.on or date.min,
            letter_case.case.started_at or letter_case.case.opened_at,
        ),
    )


def _cases(told: Iterable[LetterCase], choices: LetterChoices) -> tuple[Node, ...]:
    """Where one of its sentences is printed, when and where it was is printed too."""
    kept = (checked_case(letter_case, choices.ticks) for letter_case in in_order_of_time(told))
    return tuple(
        {"head": replace(letter_case.head, verified=True), **letter_case.parts}
        for letter_case in kept
        if any(part.text for part in letter_case.parts.values())
    )


def _rows(rows: Iterable[LetterRow]) -> tuple[Node, ...]:
    return tuple({"text": row.leaf} for row in rows)


def _plain_leaf(text: str) -> Leaf:
    return Leaf(text, ANSWER if text else ())
