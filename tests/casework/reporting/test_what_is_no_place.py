"""What a question for a place in words does not take: the words are kept, go their own way, and the question stands.

no_places.toml has made-up sentences by kind and language: bad news, a release, a question, a courtesy. They are written in a
form that asks where, in one that asks where they were taken, and outside any form.
"""

import tomllib

import pytest

from core.model import LANGUAGES
from handlers.forms.dialogues import state_of
from handlers.forms.report_form import FORM
from tests.casework.reporting.test_where_exactly import HELD
from tests.casework.story_desk import Desk, Person
from tests.project.tree import ROOT

TABLE: dict[str, dict[str, list[str]]] = tomllib.loads(
    (ROOT / "tests/casework/reporting/no_places.toml").read_text(encoding="utf-8")
)
PLACES = "places"
KINDS = sorted(set(TABLE) - {PLACES})
SKIP = {"en": "skip", "ru": "пропустить", "kk": "өткізу"}


async def reported(desk: Desk, language: str, skipped: int = 0) -> Person:
    """Somebody who has reported a detention, and passed over so many questions behind the city."""
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(seconds=30)
    for _ in range(skipped):
        await rita.writes(SKIP[language])
    return rita


async def places_told(desk: Desk, person: Person) -> dict[str, object]:
    """What stands in the report as where it was, and where they were taken."""
    address = await desk.address(person)
    async with desk.reading() as tx:
        dialogues = await tx.dialogues.by(address_id=address.id)
    answers = state_of(next(found for found in dialogues if found.form == FORM.name)).answers
    return {
        name: answers[name].value
        for name in ("where", "taken")
        if name in answers and answers[name].value is not None
    }


async def words_kept(desk: Desk, person: Person) -> list[str]:
    """All that the person has said that is kept in a report."""
    address = await desk.address(person)
    async with desk.reading() as tx:
        reports = await tx.reports.by(address_id=address.id)
        entries = [entry for report in reports for entry in await tx.entries.by(report_id=report.id)]
    return [str(entry.payload.get("text", "")) for entry in entries]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_no_place_is_none_where_a_form_asks_where(desk: Desk, kind: str, language: str) -> None:
    await desk.lawyer()
    for said in TABLE[kind][language]:
        rita = await reported(desk, language)
        await rita.writes(said)
        assert not await places_told(desk, rita), said
        assert said in await words_kept(desk, rita)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
async def test_nor_is_it_where_they_were_taken(desk: Desk, kind: str, language: str) -> None:
    await desk.lawyer()
    for said in TABLE[kind][language]:
        rita = await reported(desk, language, skipped=3)
        await rita.writes(said)
        assert not await places_told(desk, rita), said
        assert said in await words_kept(desk, rita)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
async def test_nor_is_it_a_place_outside_any_form(desk: Desk, kind: str, language: str) -> None:
    await desk.lawyer()
    for said in TABLE[kind][language]:
        rita = await reported(desk, language)
        await desk.later(hours=13)
        await rita.writes(said)
        assert not await places_told(desk, rita), said
        assert said in await words_kept(desk, rita)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_place_is_one_also_in_a_whole_sentence(desk: Desk, language: str) -> None:
    await desk.lawyer()
    for said in TABLE[PLACES][language]:
        rita = await reported(desk, language)
        await rita.writes(said)
        assert (await places_told(desk, rita)).get("where") == said


@pytest.mark.parametrize("form_is_open", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_release_in_any_words_asks_who_is_out_once(
    desk: Desk, language: str, form_is_open: bool
) -> None:
    await desk.lawyer()
    asked = desk.service.words.say(language, "out-asked", well="no")
    for said in TABLE["release"][language]:
        rita = await reported(desk, language)
        if not form_is_open:
            await desk.later(hours=13)
        await rita.writes(said)
        assert rita.count(asked) == 1, said


TOO = {
    "en": "my sister has been put in the van too",
    "ru": "сестру тоже посадили в автозак",
    "kk": "тағы екі қызды ұстап, автобусқа кіргізді",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_has_the_case_hears_with_a_sound_that_another_is_taken(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await reported(desk, language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    marat.rang()
    await rita.writes(TOO[language])
    assert marat.rang() == 1
    marat.sees(desk.service.words.say(language, "fact-another"))
    assert not await places_told(desk, rita)


ACCOUNT = {  # an answer to "what reason did they give?", and what is none
    "en": ("an unsanctioned rally, article 488", "sorry for my tone", "they let her go, she is at home"),
    "ru": ("несанкционированный митинг, статья 488", "простите за мой тон", "её отпустили, она дома"),
    "kk": ("рұқсатсыз митинг, 488-бап", "дөрекі сөзім үшін кешіріңіз", "оны босатты, ол үйде"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_later_question_for_any_words_takes_an_account_alone(desk: Desk, language: str) -> None:
    await desk.lawyer()
    account, apology, release = ACCOUNT[language]
    for said, is_taken in ((apology, False), (release, False), (account, True)):
        rita = await reported(desk, language)
        address = await desk.address(rita)
        async with desk.reading() as tx:
            report = (await tx.reports.by(address_id=address.id))[-1]
        await rita.presses_data(f"answers:{report.id}:stated")
        await rita.writes(said)
        async with desk.reading() as tx:
            found = [d for d in await tx.dialogues.by(address_id=address.id) if d.form == "later"]
        stated = state_of(found[-1]).answers.get("stated")
        assert (stated is not None and stated.value == said) is is_taken, said
        assert said in await words_kept(desk, rita)
