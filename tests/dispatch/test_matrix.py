"""Who may do what is as docs/permissions.md says; no row of the tables is left out of it."""

from typing import Any

import pytest

from bot.core.vocabulary import CaseState
from handlers import pressed
from handlers.casework import search, verifying
from handlers.interventions import about as sent_paper
from handlers.papers import about as papers
from handlers.permission import CHECKS, Who
from handlers.proceedings import about
from handlers.routes import BUTTONS, COMMANDS
from handlers.routing import Button
from tests.dispatch.__main__ import PAGE
from tests.dispatch.matrix import forgotten, matrix, page
from tests.dispatch.stage import Stage


def test_every_row_of_the_tables_is_tried() -> None:
    assert forgotten() == [], "add how it is tried to tests/dispatch/matrix.py"


async def test_what_everybody_may_is_what_the_page_says(stages: dict[CaseState, Stage]) -> None:
    found = page(await matrix(stages))
    written = PAGE.read_text(encoding="utf-8")
    changed = [line for line in found.splitlines() if line not in written.splitlines()]
    assert found == written, "permissions have changed; if so it shall be: make permissions\n" + "\n".join(
        changed
    )


@pytest.mark.parametrize("row", [*COMMANDS.values(), *BUTTONS.values()], ids=[*COMMANDS, *BUTTONS])
def test_what_is_about_a_case_says_who_of_its_people_may(row: Button[Any]) -> None:
    about_a_case = row.about in (
        pressed.case,
        search.sought,
        pressed.case_and_place,
        pressed.case_and_guest,
        pressed.case_and_colleague,
        pressed.case_and_words,
        pressed.case_and_person,
        pressed.offer,
        pressed.several_offers,
        about.opening,
        about.one,
        about.charge,
        about.hearing,
        sent_paper.one,
        verifying.source,
        papers.by_code,
        papers.listing,
        papers.new,
        papers.paper,
    )
    assert (
        (row.who in CHECKS)
        if about_a_case
        else row.who in (Who.ANYBODY, Who.STAFF, Who.MEMBER, Who.COORDINATOR, Who.ADMINISTRATOR)
    )
    assert not row.refused or about_a_case
    assert row.who is not Who.ASKED or row.about in (pressed.offer, pressed.several_offers)
