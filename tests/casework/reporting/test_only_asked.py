"""What is only asked may ring, and stands as a "perhaps" until somebody states it: "why is my son still not home?"."""

import pytest

from core.casework.claim_kinds import Certainty
from core.vocabulary import RecordKind
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk

ASKED = {
    "en": ("my son Tim Example, Almaty", "why is my son not home yet?", "police took him today"),
    "ru": (
        "мой сын Тимур Придуманов, Алматы",
        "почему не вернулся домой сын??",
        "его сегодня забрала полиция",
    ),
    "kk": ("балам Тимур Ойдан, Алматы", "балам неге әлі жоқ??", "бүгін полиция әкетті"),
}


@pytest.mark.parametrize("language", ASKED)
async def test_what_is_only_asked_rings_and_claims_nothing_for_sure(desk: Desk, language: str) -> None:
    lawyer = await desk.lawyer(languages=(language,))
    where, asked, stated = ASKED[language]
    rita = await desk.reports(where, language=language)
    await rita.writes(asked)
    await desk.later(minutes=2)
    assert lawyer.count("Алматы" if language != "en" else "Almaty") == 1
    case = await desk.case()
    assert case.record is RecordKind.UNCLEAR
    async with desk.reading() as tx:
        entries = {entry.id: str(entry.payload.get("text", "")) for entry in await tx.entries.select()}
        of_question = [
            claim for claim in await tx.claims.select() if entries.get(claim.entry_id or 0) == asked
        ]
    assert of_question != []
    assert {claim.certainty for claim in of_question} == {Certainty.GUESSED}
    await rita.writes(stated)
    assert await certainty_of_kind(desk) is Certainty.UNDERSTOOD


async def test_a_question_behind_what_is_stated_takes_nothing_from_it(desk: Desk) -> None:
    await desk.lawyer()
    await desk.reports("police took my brother in Almaty what should I do?")
    assert await certainty_of_kind(desk) is Certainty.UNDERSTOOD


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ("we are being held in a bus", "taking us to Aktau, they say"),
        ("нас держат в автобусе", "везут в Актау, говорят"),
        ("бізді автобуста ұстап отыр", "Ақтауға алып барады дейді"),
    ],
)
async def test_what_those_say_who_take_somebody_is_no_question_and_rings_lawyers_at_once(
    desk: Desk, held: str, told: str
) -> None:
    lawyer = await desk.lawyer(cities=("aktau",))
    rita = desk.person()
    await rita.writes(held)
    await rita.writes(told)
    assert lawyer.rang() == 1


@pytest.mark.parametrize(
    "said", ["please dont write to my phone", "do not call me", "не звоните мне", "маған қоңырау шалмаңыз"]
)
async def test_a_wish_is_no_question(desk: Desk, said: str) -> None:
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    await rita.writes(said)
    await desk.later(seconds=9)
    rita.sees_nothing_of("has been passed on", "передан", "берілді")


async def certainty_of_kind(desk: Desk) -> Certainty:
    """How sure it is what kind it is."""
    async with desk.reading() as tx:
        fact = (await view_of(tx, await desk.case())).fact("situation")
        assert fact is not None
        return fact.claim.certainty
