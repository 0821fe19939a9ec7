"""A paper for the United Nations in the chat: what keeps it back, what is said of it, how its sources begin."""

import pytest
from msgspec.structs import replace

from core.casework.interventions import InterventionKind
from core.records.papers import PaperState
from core.values import Intervention
from core.vocabulary import ConsentUse
from handlers.casework import name_consents
from handlers.interventions import intervention_claims
from tests.casework.papers.test_papers import page, papers
from tests.casework.story_desk import START, Desk, Person

pytestmark = pytest.mark.slow

ASK = "Ask a second coordinator"
HELD = "police took my brother Dana Made-Up in Almaty today at 10:00"


async def coordinates(desk: Desk) -> tuple[Person, Person]:
    """Olga, of a case that the family wants brought before the United Nations."""
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    olga, case, report = await desk.coordinator(), await desk.case(), await desk.report()
    pavel = await desk.coordinator("Pavel")
    async with desk.reading() as tx:
        chat = (await tx.addresses.get(report.address_id)).chat  # type: ignore[union-attr]
    await desk._person("Rita", "en", chat=chat).presses_data("report/link:relative")
    async with desk.writing() as tx:
        await name_consents.record_answer(tx, desk.service, report, ConsentUse.AUTHORITIES, "yes")
    await olga.opens(case)
    await olga.presses_data(f"verify:{case.id}:confirmed")
    return olga, pavel


async def complains(desk: Desk, olga: Person) -> None:
    """To the police of the country."""
    sent = Intervention(0, InterventionKind.COMPLAINT, "Made-Up police", START, reference="No. 1")
    async with desk.writing() as tx:
        await intervention_claims.record_sent(
            tx, desk.service, await desk.case(), await desk.membership(olga), sent
        )


async def test_the_committee_waits_for_a_complaint_at_home_which_is_offered(desk: Desk) -> None:
    olga, _ = await coordinates(desk)
    paper = await page(desk, olga, "un_ced")
    olga.sees(
        "not first reported to a body at home",
        "Parts of this form are written from memory",
        "– the mail address",
    )
    assert olga.screen.has(f"draft:{paper.case_id}:whereabouts_complaint:1")
    assert not olga.screen.has(f"paper:{paper.id}:make")
    await olga.presses_data(f"paper:{paper.id}:make")
    assert (await papers(desk))[0].state is PaperState.DRAFT
    await complains(desk, olga)
    await page(desk, olga, "un_ced")
    await olga.presses(ASK)
    assert (await papers(desk))[-1].state is PaperState.ASKED


async def test_a_mandate_is_ticked_like_a_ground_and_the_list_of_sources_says_what_is_remembered(
    desk: Desk,
) -> None:
    olga, pavel = await coordinates(desk)
    paper = await page(desk, olga, "un_special_procedures")
    olga.sees("No mandate is chosen", "translate it before you send")
    assert not olga.screen.has(f"paper:{paper.id}:make")
    await olga.presses("What it argues")
    await olga.presses("◻️ torture")
    await olga.presses("‹ This paper")
    await olga.presses(ASK)
    await pavel.presses("May be made")
    olga.sees("Special Rapporteur on torture")
    olga.sees(
        "Parts of this form are written from memory",
        "– how each mandate is called online",
        "Where each sentence",
    )


async def test_what_nobody_knows_stands_once_at_the_head_and_the_fields_are_empty(desk: Desk) -> None:
    olga, pavel = await coordinates(desk)
    paper = await page(desk, olga, "un_wgad")
    olga.sees("No category of arbitrary detention has a fact to argue with")
    async with desk.writing() as tx:
        tx.papers.put(replace(paper, answers={"answers.argument": "Nobody said why."}))
    await page(desk, olga, "un_wgad")
    await olga.presses(ASK)
    await pavel.presses("May be made")
    text = olga.sees("\n4. Date of birth: —")  # the paper: in the list of sources each line stands in quotes
    (listed,) = [line for line in text.splitlines() if line.startswith("Not known to the organisation")]
    assert "date of birth" in listed
    assert "outgoing number" not in listed
    assert "what is not known" not in listed
    assert "authority that issued the warrant or decision" in listed
    assert "4. Date of birth: —" in text
    assert "[not known" not in text
    assert "The source asks" not in text
