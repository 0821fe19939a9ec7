"""The same questions in other words (asked_in_other_words.toml): each is answered, none is a fact, a step or a note.

A third of the wordings stands aside: nothing was built with them, and they only must ring nobody. Of these 66 the first run
answered 53; with ``QUESTIONS=1`` each is printed.
"""

import os
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.casework.transitions import first_action_key
from core.model import LANGUAGES
from core.resources.word_files import load_words
from storage.schema import cases, claims
from tests.casework.reporting.test_kinds_of_questions import TERMS
from tests.casework.reporting.test_questions_in_any_state import HELD, in_standing
from tests.casework.story_desk import Desk, Person
from tests.casework.visits.test_asked_is_no_step import working

KINDS = tomllib.loads(Path(__file__).with_name("asked_in_other_words.toml").read_text("utf-8"))["kind"]
SHOWN = os.environ.get("QUESTIONS", "")
MEMBERS = ("lawyer", "desk")
ARGS = {
    "organisation": "Test Bureau",
    "time": "17.09 12:30",
    "count": 0,
    "place": "none",
    "coordinators": 5,
    "listed": 10,
    "articles": "",
    "checked": "no",
}


def wordings() -> Iterator[object]:
    for n, kind in enumerate(KINDS):
        for language in LANGUAGES:
            for m, text in enumerate(kind[language]):
                yield pytest.param(kind, language, text, id=f"{n}-{language}-{m}")


def aside() -> Iterator[object]:
    for n, kind in enumerate(KINDS):
        for m, (language, text) in enumerate(zip(("en", "ru", "kk"), kind["aside"], strict=True)):
            yield pytest.param(kind, language, text, id=f"{n}-aside-{m}")


async def asker_in(desk: Desk, language: str, standing: str) -> tuple[Person, list[Person]]:
    """Who asks, and who must not be rung by it."""
    if standing in MEMBERS:
        marat, olga = await working(desk, language, 2 if standing == "lawyer" else 1)
        return (marat, [olga]) if standing == "lawyer" else (olga, [marat])
    if standing != "guest":
        return await in_standing(desk, language, standing, done=standing not in ("reported", "taken")), []
    await desk.lawyer(languages=(language,))
    await desk.coordinator(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    line = next(text for text in rita.screen.texts() if re.search(r"\d\d\.", text))
    code = re.search(r": ([^\s:.]+ [^\s:.]+ \d\d)\.", line)
    assert code is not None
    guest = desk.person(language=language)
    await guest.writes(code[1])
    return guest, []


async def facts(desk: Desk) -> set[int]:
    """All that is claimed of the cases, and how far their visits are."""
    async with desk.reading() as tx:
        told = {claim.id for claim in await tx.claims.select(claims.c.id > 0)}
        for case in await tx.cases.select(cases.c.id > 0):
            timer = await tx.timers.get(first_action_key(case.id))
            told |= {line.id for line in await tx.timeline.by(case_id=case.id)} | {0 if timer is None else -1}
    return told


async def answer_to(desk: Desk, person: Person, text: str) -> str:
    seen = set(person.screen.messages)
    await person.writes(text)
    await desk.later(seconds=9)
    return "\n".join(shown.text for n, shown in person.screen.messages.items() if n not in seen)


def begins(desk: Desk, language: str, answer: str) -> list[str]:
    words = load_words()
    args: dict[str, Any] = {**TERMS, **ARGS}
    keys = (answer, f"{answer}-told")
    return [words.say(language, key, **args)[:15] for key in keys if words.has(language, key)]


async def faults(desk: Desk, kind: dict[str, Any], language: str, text: str) -> tuple[list[str], str]:
    person, others = await asker_in(desk, language, kind["standing"])
    known = await facts(desk)
    for other in others:
        other.rang()
    said = await answer_to(desk, person, text)
    found = [] if any(begin in said for begin in begins(desk, language, kind["answer"])) else ["answer"]
    found += ["facts"] if await facts(desk) != known else []
    found += ["rang"] if any(other.rang() for other in others) else []
    say = desk.service.words.say
    found += ["which"] if say(language, "jotted-which") in said else []
    if SHOWN:
        buttons = " ".join(
            f"[{button.label}]"
            for row in person.screen.messages[max(person.screen.messages)].rows
            for button in row
        )
        sys.stdout.write(
            f"\n[{kind['name']}] {found} {text}\n    " + said.replace("\n", "\n    ") + f"\n    {buttons}\n"
        )
    return found, said


@pytest.mark.parametrize(("kind", "language", "text"), list(wordings()))
async def test_it_is_answered_and_makes_no_fact(
    desk: Desk, kind: dict[str, Any], language: str, text: str
) -> None:
    found, said = await faults(desk, kind, language, text)
    assert not found, said


@pytest.mark.parametrize(("kind", "language", "text"), list(aside()))
async def test_wordings_that_stood_aside_ring_nobody_either(
    desk: Desk, kind: dict[str, Any], language: str, text: str
) -> None:
    found, said = await faults(desk, kind, language, text)
    is_of_desk = kind["standing"] == "desk"  # their other questions are notes
    assert "rang" not in found or is_of_desk, said
