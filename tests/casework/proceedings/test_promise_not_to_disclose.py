"""A promise not to disclose: who has the case writes it down, names go nowhere, a coordinator decides."""

import pytest

from core.casework.consents import is_permitted
from core.vocabulary import ConsentUse
from handlers.cards.case_loading import view_of
from tests.casework.proceedings.test_proceedings import Lawyer, has
from tests.casework.story_desk import Desk, Person

NOTED = {
    "en": "The names stay here; a coordinator is asked to decide.",
    "ru": "Имена остаются здесь; решить просим координатора.",
    "kk": "Аты-жөндер осында қалады; шешуді үйлестірушіден сұраймыз.",
}


async def promised(desk: Desk, language: str = "en") -> tuple[Lawyer, Person]:
    olga = await desk.coordinator()
    marat = await has(desk, language)
    await marat.presses("button-proceedings", "button-undertaking", "button-undertaking-yes")
    return marat, olga


async def allowed(desk: Desk) -> bool:
    """Whether the name of the one who is held may be published."""
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    (person,) = view.persons
    return is_permitted(view, ConsentUse.PUBLICATION, person.id)


async def family_allows(desk: Desk) -> None:
    """The reporter is the sister, and says yes."""
    report = await desk.report()
    async with desk.reading() as tx:
        address = await tx.addresses.get(report.address_id)
    assert address is not None
    sister = Person(desk, "Rita", address.chat, "en", address.messenger)
    await sister.presses_data("report/link:relative")
    await sister.presses_data(f"consent:{report.id}:publication-yes")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_it_is_written_down_and_coordinators_are_asked(desk: Desk, language: str) -> None:
    marat, olga = await promised(desk, language)
    assert NOTED[language] in marat.person.screen.text()
    olga.sees("🤐 An undertaking not to disclose was taken.", "513-742")
    marat.person.sees("Case" if language == "en" else "513-742", "Marat, 17.09 12:00")
    assert ("proceeding", "Marat", {"step": "undertaking"}) in await desk.history()


@pytest.mark.slow
async def test_it_beats_what_the_family_has_allowed_until_a_coordinator_decides(desk: Desk) -> None:
    marat, olga = await promised(desk)
    await family_allows(desk)
    assert not await allowed(desk)
    await olga.opens(await desk.case())
    await olga.presses("Consents")
    olga.sees(
        "🤐 Non-disclosure undertaking (Marat, 17.09 12:00): names go nowhere until a coordinator decides"
    )
    await olga.presses("Names may be used despite the undertaking")
    assert await allowed(desk)
    olga.sees("names may be used, as far as they are permitted")
    marat.person.sees("Case", "🤐", "names may be used, as far as they are permitted")
    olga.sees("Settled")
    await olga.presses("No names, because of the undertaking")
    assert not await allowed(desk)
    kinds = [(kind, who, details) for kind, who, details in await desk.history() if kind == "consent_decided"]
    assert kinds == [
        ("consent_decided", "Olga", {"use": "undertaking", "answer": "free"}),
        ("consent_decided", "Olga", {"use": "undertaking", "answer": "blocked"}),
    ]
    await olga.presses("History")
    olga.sees("decided about the name: Names may be used despite the undertaking · Olga")
    marat.person.sees("🤐 Non-disclosure undertaking")


async def test_one_that_was_noted_by_mistake_is_taken_back_by_who_noted_it(desk: Desk) -> None:
    marat, olga = await promised(desk)
    await family_allows(desk)
    await marat.presses("button-proceedings")
    marat.person.sees("🤐 A non-disclosure undertaking was taken")
    await marat.presses("button-undertaking", "button-undertaking-no")
    assert await allowed(desk)
    olga.sees("Settled")


async def test_a_lawyer_decides_nothing(desk: Desk) -> None:
    marat, _ = await promised(desk)
    await family_allows(desk)
    await marat.person.presses_data(f"consents:{(await desk.case()).id}:undertaking-free")
    assert not await allowed(desk)
