"""What stands beside a question in the same message is read by its own evidence: no place because one is asked for.

A rumour that is asked about reaches the lawyer as one that is asked about.
"""

import pytest

from core.casework.claims import SourceKind
from storage.schema import claims
from tests.casework.reporting.test_questions_in_any_state import in_standing
from tests.casework.story_desk import Desk

BESIDE = [
    ("en", "may i come there? and i bring a blanket"),
    ("en", "does the lawyer speak russian? my english is poor"),
    ("ru", "можно мне приехать? и плед захвачу"),
    ("ru", "адвокат понимает по казахски? в русском я слаб"),
    ("ru", "он выехал или ещё в офисе сидит"),
    ("kk", "адвокат орысша біле ме? қазақшам нашар"),
    ("kk", "барсам бола ма? көрпе ала барам"),
    ("kk", "жолға шықты ма әлде кеңседе отыр ма"),
]


async def told(desk: Desk) -> dict[str, object]:
    """What the reporter has told, by its kind."""
    async with desk.reading() as tx:
        found = await tx.claims.select(claims.c.source_kind == SourceKind.REPORT)
    return {claim.kind: claim.value for claim in found if claim.withdrawn_at is None}


@pytest.mark.parametrize(("language", "text"), BESIDE)
async def test_what_stands_beside_a_question_is_no_place(desk: Desk, language: str, text: str) -> None:
    rita = await in_standing(desk, language, "taken", done=False)
    before = await told(desk)
    await rita.writes(text)
    assert await told(desk) == before
    rita.sees(desk.service.words.say(language, "report-where", situation="other"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "when does the lawyer come? it is near the Rixos hotel"),
        ("ru", "когда приедет адвокат? это возле гостиницы Риксос"),
        ("kk", "адвокат қашан келеді? Риксос қонақүйінің жанында"),
    ],
)
async def test_a_place_beside_a_question_is_one(desk: Desk, language: str, text: str) -> None:
    rita = await in_standing(desk, language, "taken", done=False)
    before = await told(desk)
    await rita.writes(text)
    assert set(await told(desk)) - set(before)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "may i come? i bring his insulin"),
        ("ru", "можно мне прийти? и инсулин принесу"),
    ],
)
async def test_medicine_beside_a_question_is_needed_and_no_place(
    desk: Desk, language: str, text: str
) -> None:
    rita = await in_standing(desk, language, "taken", done=False)
    before = await told(desk)
    await rita.writes(text)
    new = {kind: value for kind, value in (await told(desk)).items() if before.get(kind) != value}
    assert any("medicine" in str(value) for value in new.values())
    assert not any("insulin" in str(value) or "инсулин" in str(value) for value in new.values())


RUMOURS = [
    ("en", "did they beat him?", True),
    ("en", "they are beating him, who is coming?", False),
    ("ru", "его бьют? люди говорят", True),
    ("ru", "его бьют, кто едет?", False),
    ("kk", "оны ұрған ба, біреу айтты", True),
    ("kk", "оны ұрып жатыр, кім келеді?", False),
]


@pytest.mark.parametrize(("language", "text", "is_asked"), RUMOURS)
async def test_a_rumour_that_is_asked_about_is_called_so(
    desk: Desk, language: str, text: str, is_asked: bool
) -> None:
    rita = await in_standing(desk, language, "taken", done=True)
    say, (marat,) = (
        desk.service.words.say,
        [
            s
            for s in desk.phones.screens.values()
            if s.offers(desk.service.words.say(language, "button-on-my-way").lstrip("🚗 "))
        ],
    )
    await rita.writes(text)
    beaten = say(language, "fact-beaten")
    asked = say(language, "fact-asked", fact=beaten)
    new = [text for text in marat.texts() if beaten in text and text.startswith((await desk.case()).code)]
    assert all((asked in text) is is_asked for text in new)
    assert new or not is_asked
