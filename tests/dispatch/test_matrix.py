"""Who may do what is as docs/develop/permissions.md says; no row of the tables is left out of it."""

from typing import Any

import pytest

from core.vocabulary import CaseState
from handlers import arguments
from handlers.casework import case_search, names_put_right, past_cases, verification
from handlers.interventions import intervention_actions as sent_paper
from handlers.papers import paper_arguments as papers
from handlers.permission import CHECKS, Actor
from handlers.proceedings import proceeding_arguments, reported
from handlers.routes import BUTTONS, COMMANDS
from handlers.routing import Route
from tests.dispatch.__main__ import PAGE
from tests.dispatch.matrix import forgotten, matrix, page
from tests.dispatch.stage import Stage


def test_every_row_of_the_tables_is_tried() -> None:
    assert forgotten() == [], "add how it is tried to tests/dispatch/matrix.py"


@pytest.mark.slow
async def test_what_everybody_may_is_what_the_page_says(stages: dict[CaseState, Stage]) -> None:
    found = page(await matrix(stages))
    written = PAGE.read_text(encoding="utf-8")
    changed = [line for line in found.splitlines() if line not in written.splitlines()]
    assert found == written, "permissions have changed; if so it shall be: make permissions\n" + "\n".join(
        changed
    )


@pytest.mark.parametrize("row", [*COMMANDS.values(), *BUTTONS.values()], ids=[*COMMANDS, *BUTTONS])
def test_what_is_about_a_case_says_who_of_its_people_may(row: Route[Any]) -> None:
    about_a_case = row.about in (
        arguments.case,
        case_search.search_terms,
        arguments.case_and_place,
        arguments.case_and_guest,
        arguments.case_and_colleague,
        arguments.case_and_words,
        arguments.case_and_person,
        arguments.offer,
        arguments.several_offers,
        proceeding_arguments.new_proceeding,
        proceeding_arguments.numbered_proceeding,
        proceeding_arguments.proceeding_and_article,
        proceeding_arguments.numbered_hearing,
        reported.told_ruling,
        sent_paper.sent_paper,
        sent_paper.left_form,
        past_cases.past_case_and_words,
        names_put_right.own_name,
        verification.source_and_word,
        papers.listing_by_code,
        papers.paper_listing,
        papers.new_paper,
        papers.pressed_paper,
    )
    assert (
        (row.who in CHECKS)
        if about_a_case
        else row.who in (Actor.ANYBODY, Actor.STAFF, Actor.MEMBER, Actor.COORDINATOR, Actor.ADMINISTRATOR)
    )
    assert not row.refused or about_a_case
    assert row.who is not Actor.ASKED or row.about in (
        arguments.offer,
        arguments.several_offers,
        past_cases.past_case_and_words,
    )
