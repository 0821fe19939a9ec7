"""Beside a paper: declined names first, then who says what; an article with whether a lawyer has looked at it."""

import pytest

from core.documents.filling import FilledDocument, fill_template
from core.documents.typeset import typeset_template
from core.papers.dossier import Leaf, dossier_to_data
from core.records.papers import Paper, PaperState
from handlers.papers import addressees, paper_sources
from tests.casework.story_desk import Desk

SOURCE = "Release {{ person.name_accusative }} by {{ law.cpc_133_2 }}, {{ case.city }}."


@pytest.mark.slow
async def test_a_declined_name_stands_first_and_an_article_says_that_nobody_has_checked_it(
    desk: Desk,
) -> None:
    await desk.reports("police took Dana Made-Up in Almaty")
    async with desk.database.read(desk.now) as tx:
        claim = (await tx.claims.select(limit=1))[0]
    facts = {
        "person": {
            "name_accusative": Leaf("Сделану", (f"claim:{claim.id}", "derived:declension"), verified=False)
        },
        "law": {"cpc_133_2": Leaf("CPC 133(2)", ("law:cpc-133(2)",))},
        "case": {"city": Leaf("Almaty", ("case",))},
    }
    paper = Paper(
        1, "demand", "en", PaperState.MADE, 1, 1, desk.now, facts={"dossier": dossier_to_data(facts)}
    )
    made: FilledDocument = fill_template(typeset_template(SOURCE), facts, str)
    async with desk.database.read(desk.now) as tx:
        listed = await paper_sources.list_sources(tx, desk.service, "en", paper, made)
    first, declined, sentence = listed.split("\n\n")
    assert first.startswith("🔎")
    assert declined.endswith("check each:\n– Сделану")
    assert sentence.startswith("«Release Сделану by CPC 133(2), Almaty.»\n← ")
    assert sentence.count("(not verified)") == 1
    assert "CPC 133(2), not checked by a lawyer" in sentence
    assert sentence.endswith(": the case itself")


async def test_whoever_is_addressed_comes_from_the_list_of_offices_and_not_from_the_law(desk: Desk) -> None:
    to = addressees.addressed_as(desk.service, "en", "prosecutor", desk.now.date())
    assert to is not None
    facts = {"to": {"line": Leaf(to.line, (to.origin,))}}
    paper = Paper(
        1, "demand", "en", PaperState.MADE, 1, 1, desk.now, facts={"dossier": dossier_to_data(facts)}
    )
    made = fill_template(typeset_template("{{ to.line }}"), facts, str)
    async with desk.database.read(desk.now) as tx:
        listed = await paper_sources.list_sources(tx, desk.service, "en", paper, made)
    assert listed.endswith(": the list of offices, by the day of the paper")
