"""Questions that people may ask, in the states of a case in which they ask them (questions.toml). Sixty are by somebody who
has not seen the program: the first ten of a language are there to build with, of the other ten only figures are read. Sixty
more, the part *people*, are there to build with too.

With ``-s`` those of *people* are printed as they are answered; others with ``QUESTIONS=tuning`` or ``unread``.
"""

import os
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.understanding import guess_language
from core.vocabulary import DialogueState
from storage.schema import claims
from tests.casework.story_desk import Desk, Person

FILE = Path(__file__).with_name("questions.toml")
SHOWN = os.environ.get("QUESTIONS", "people")
TUNING = 10  # of each language, of those without a part
HELD = {
    "kk": "Алматыда Дананы полиция ұстады",
    "ru": "полиция задержала Дану в Алматы",
    "en": "police took Dana Made-Up in Almaty",
}
COURT = {
    "kk": "ертең сағат 10-да сот болады",
    "ru": "завтра в 10 суд",
    "en": "the hearing is tomorrow at 10:00",
}
STEPS: dict[str, Sequence[str]] = {
    "before": (),
    "reported": (),
    "taken": ("button-accept",),
    "on_the_way": ("button-accept", "button-on-my-way"),
    "at_the_station": ("button-accept", "button-on-my-way", "button-at-station"),
    "hearing": ("button-accept",),
    "closed": ("button-accept", "button-released", "outcome-released"),
}


def questions() -> list[tuple[str, dict[str, Any]]]:
    """Each with the half it is in."""
    found = tomllib.loads(FILE.read_text("utf-8"))["question"]
    each = [(row["part"], row) for row in found if "part" in row]
    for language in LANGUAGES:
        own = [row for row in found if row["language"] == language and "part" not in row]
        each += [("tuning" if n < TUNING else "unread", row) for n, row in enumerate(own)]
    return each


async def in_standing(desk: Desk, language: str, standing: str, *, done: bool) -> Person:
    """A person whose case is as far as that; ``done``: no form asks them anything."""
    marat = await desk.lawyer(languages=(language,))
    await desk.coordinator(languages=(language,))
    rita = desk.person(language=language)
    if standing == "before":
        await rita.writes("/start")
        return rita
    await rita.writes(HELD[language])
    if standing == "hearing":
        await rita.writes(COURT[language])
    for step in STEPS[standing]:
        await desk.later(minutes=2)
        await marat.presses(desk.service.words.say(language, step).lstrip("✅🚗🚪 "))
    await desk.later(minutes=20 if standing == "reported" else 5)
    if done:
        async with desk.writing() as tx:
            for dialogue in await tx.dialogues.by(state=DialogueState.OPEN):
                tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED))
    return rita


@pytest.mark.parametrize("done", [False, True], ids=["in the form", "outside"])
@pytest.mark.parametrize(
    ("half", "row"), [pytest.param(half, row, id=f"{half}-{n}") for n, (half, row) in enumerate(questions())]
)
async def test_it_is_answered_in_its_language_and_claims_nothing(
    desk: Desk, half: str, row: dict[str, Any], done: bool
) -> None:
    language, standing, text = row["language"], row["standing"], row["message"]
    rita = await in_standing(desk, language, standing, done=done)
    async with desk.reading() as tx:
        before = {claim.id for claim in await tx.claims.select(claims.c.source_kind == "reporter")}
    seen, came = set(rita.screen.messages), rita.screen.came
    await rita.writes(text)
    await desk.later(seconds=9)
    new = [shown.text for number, shown in rita.screen.messages.items() if number not in seen]
    if half == SHOWN:
        sys.stdout.write(f"\n[{half} {language} {standing} {row['wants']} {done=}] {text}\n")
        sys.stdout.write("\n".join(f"    {line}" for line in "\n".join(new).splitlines()))
        sys.stdout.write(f"\n  = {row['answer_must_say']}\n")
    assert rita.screen.came > came
    assert guess_language("\n".join(new), desk.service.heard) in (language, None)
    assert "Marat" not in "\n".join(new)
    async with desk.reading() as tx:
        assert {claim.id for claim in await tx.claims.select(claims.c.source_kind == "reporter")} == before
